//! Mail that came in, held against the meeting it is about: what it does there, and the sentence that says so. It must
//! not know where files lie or how they are read.

use serde::Serialize;

use crate::documents::Letterhead;
use crate::documents::dispatch::Dispatch;
use crate::domain::draft::Ids;
use crate::domain::meeting::Meeting;
use crate::domain::network::Network;
use crate::domain::op::DocOp;
use crate::domain::register::Register;
use crate::domain::secretariat::Secretariat;
use crate::domain::zone::local;
use crate::intake::mail::{self, Ground, Incoming, Outcome, Told};
use crate::locale::{Key, Locale};

use super::message::Message;
use super::replies;

/// The step that what came in is noted under.
pub const LABEL: &str = "mail-intake";

/// What a meeting's mails are held against.
pub struct Papers {
    /// The secretariat.
    pub secretariat: Secretariat,
    /// People and organisations.
    pub register: Register,
    /// The meeting's network.
    pub network: Network,
    /// The meeting.
    pub meeting: Meeting,
    /// What it is called.
    pub label: String,
}

/// What became of a file, as it is told.
#[derive(Default, Serialize)]
pub struct Row {
    /// The file.
    pub file: String,
    /// Why it could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// What it is taken for ("answered").
    pub result: &'static str,
    /// Who sent it, as the mail says.
    pub from: String,
    /// The meeting it is about.
    pub meeting: String,
    /// Who sent it, where that is known.
    pub person: String,
    /// What a server said.
    pub said: String,
    /// Whether it changed something.
    pub changed: bool,
    /// The sentence.
    pub text: String,
}

impl Row {
    /// A file that could not be read.
    pub fn wrong(file: String, why: String) -> Self {
        Self {
            file,
            error: Some(why),
            result: "error",
            ..Self::default()
        }
    }

    /// A mail that does nothing: it was taken in a moment ago, or belongs to no meeting here.
    pub fn idle(mail: &Incoming, again: bool, locale: Locale) -> Self {
        let told = if again { Told::Known } else { Told::Elsewhere };
        row(mail, &Outcome::plain(told), None, locale)
    }
}

/// What a mail does to its meeting, and how that is told.
pub fn take(
    mail: &Incoming,
    papers: &Papers,
    now: i64,
    locale: Locale,
    ids: Ids<'_>,
) -> (Vec<DocOp>, Row) {
    let ground = Ground {
        dispatch: Dispatch {
            secretariat: &papers.secretariat,
            register: &papers.register,
            network: &papers.network,
            meeting: &papers.meeting,
            // Words are compared, no paper is printed.
            letterhead: &Letterhead::default(),
            now,
        },
        today: local(now).date(),
    };
    let mut outcome = mail::offer(mail, &ground, ids);
    let row = row(mail, &outcome, Some(papers), locale);
    (std::mem::take(&mut outcome.ops), row)
}

fn row(mail: &Incoming, outcome: &Outcome, papers: Option<&Papers>, locale: Locale) -> Row {
    let person = outcome.person.zip(papers);
    let person = person.map_or_else(String::new, |(id, papers)| {
        locale.person(id, &papers.register).into_owned()
    });
    let from = match mail.address.is_empty() {
        true => mail.name.clone(),
        false => mail.address.clone(),
    };
    let who = if person.is_empty() { &from } else { &person };
    let meeting = papers.map_or_else(String::new, |papers| papers.label.clone());
    let (result, text) = told(outcome, who, &meeting, locale);
    Row {
        file: String::new(),
        error: None,
        result,
        from: from.clone(),
        meeting,
        person,
        said: outcome.said.clone(),
        changed: !outcome.ops.is_empty(),
        text,
    }
}

/// The name of what became of a mail, and the sentence.
fn told(outcome: &Outcome, who: &str, meeting: &str, locale: Locale) -> (&'static str, String) {
    let plain = |key: Key| Message::new(key);
    let (name, message) = match &outcome.told {
        Told::Known => ("known", plain(Key::IntakeKnown)),
        Told::Automatic => ("automatic", plain(Key::IntakeAutomatic)),
        Told::Nothing => ("nothing", plain(Key::IntakeNothing)),
        Told::Elsewhere => ("elsewhere", plain(Key::IntakeElsewhere)),
        Told::Answered(rsvp) => (
            "answered",
            plain(Key::IntakeAnswered).with("answer", replies::answer(locale, *rsvp)),
        ),
        Told::Older(had, newest) => (
            "older",
            plain(Key::IntakeOlder)
                .with("had", *had)
                .with("newest", *newest),
        ),
        Told::Overtaken => ("overtaken", plain(Key::IntakeOvertaken)),
        Told::Over => ("over", plain(Key::IntakeOver)),
        Told::Stranger => ("stranger", plain(Key::IntakeStranger)),
        Told::Proposed => ("proposal", plain(Key::IntakeProposed)),
        Told::Reported(count) => ("done", plain(Key::IntakeReported).with("count", *count)),
        Told::Comments(count) => ("comments", plain(Key::IntakeComments).with("count", *count)),
        Told::ToRead => ("to-read", plain(Key::IntakeToRead)),
        Told::Bounced => (
            "bounced",
            plain(Key::IntakeBounced).with("said", outcome.said.clone()),
        ),
        Told::Late => (
            "late",
            plain(Key::IntakeLate).with("said", outcome.said.clone()),
        ),
    };
    let message = message
        .with("who", who.to_owned())
        .with("meeting", meeting.to_owned());
    (name, message.render(locale))
}
