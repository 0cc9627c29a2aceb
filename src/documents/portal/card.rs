//! What the rest of the portal says of a meeting, and what is held back of it: kept, so that a meeting that did not change
//! need not be read again.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::choice;
use crate::documents::season::Announced;
use crate::domain::id::Id;

choice! {
    /// Why something is not on the portal.
    Why {
        /// The agenda has not been sent.
        AgendaNotSent = "agenda-not-sent",
        /// The minutes are not approved.
        NotApproved = "not-approved",
        /// The approved minutes are not published.
        NotPublished = "not-published",
        /// Items are closed to the public.
        Closed = "closed",
        /// The article is a draft.
        DraftArticle = "draft-article",
        /// A file that a browser would run, or that is not in the folder.
        File = "file",
        /// The approved minutes are not as they were approved.
        Damaged = "damaged",
        /// People are named in approved text who have not consented: it stands as it was approved.
        Named = "named",
        /// Speakers who have not consented: the programme names their organisations.
        Speaker = "speaker",
        /// Speakers who have not said yes: the programme does not name them.
        Unconfirmed = "unconfirmed",
        /// The portrait of a chair who has not consented.
        Portrait = "portrait",
        /// Names in a programme's texts of people who have not consented.
        Names = "names",
    }
}

/// A kept file that a page links to.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Kept {
    /// The content's hash.
    pub hash: String,
    /// Where it lies in the site.
    pub path: String,
}

/// What the rest of the portal says of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Card {
    /// The meeting.
    pub id: Id,
    /// Its network.
    pub network: Id,
    /// Its label ("nims-2026-3").
    pub label: String,
    /// As documents name it ("NIMS 3/2026").
    pub name: String,
    /// Its title.
    pub title: String,
    /// The day.
    pub date: Option<NaiveDate>,
    /// Start, local.
    pub start: Option<NaiveTime>,
    /// End, local.
    pub end: Option<NaiveTime>,
    /// Not finally confirmed.
    pub tentative: bool,
    /// Cancelled.
    pub cancelled: bool,
    /// The place.
    pub venue: String,
    /// Its agenda can be read.
    pub agenda: bool,
    /// Its approved minutes can be read.
    pub minutes: bool,
    /// When those were published, milliseconds since 1970 UTC.
    pub published_at: Option<i64>,
    /// Its article can be read.
    pub article: bool,
    /// Words to find it by.
    pub words: String,
    /// Its items that are closed to the public.
    pub closed: Vec<Id>,
    /// What its season's programme tells of it, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub announced: Option<Announced>,
    /// Kept files its pages link to.
    pub files: Vec<Kept>,
    /// What is held back, and how much of it.
    pub held: Vec<(Why, usize)>,
}

impl Card {
    /// The name, and the title where it has one of its own.
    pub fn headline(&self) -> String {
        match self.title.is_empty() {
            true => self.name.clone(),
            false => format!("{}: {}", self.name, self.title),
        }
    }

    /// Whether it is still to come on a day.
    pub fn lies_ahead(&self, today: NaiveDate) -> bool {
        self.date.is_none_or(|date| date >= today)
    }
}
