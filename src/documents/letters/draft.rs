//! A letter as it would go out: whom it goes to, what it says, what is with it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::facts::{Brief, language_of};
use super::lines::own_lines;
use super::{LetterError, document, enclosed, has_calendar, wording};
use crate::documents::calendar::{self, Sending};
use crate::documents::file_stem;
use crate::documents::source::Source;
use crate::documents::texts::Broken;
use crate::domain::agenda::SpeakerStatus;
use crate::domain::attendance::Rsvp;
use crate::domain::deadlines;
use crate::domain::id::Id;
use crate::domain::invitation::{self, Invitee};
use crate::domain::letter::{Letter, LetterKind, Recipient};
use crate::domain::minutes_ops;
use crate::domain::network::Owner;

/// What a letter is made with.
#[derive(Clone, Debug, Default)]
pub struct Order {
    /// What it is for.
    pub kind: LetterKind,
    /// The letter's id.
    pub id: Id,
    /// Who sends it.
    pub by: String,
    /// Now, milliseconds since 1970 UTC.
    pub now: i64,
    /// Today, local.
    pub today: NaiveDate,
    /// Until when an answer is wanted; the usual day when not said.
    pub deadline: Option<NaiveDate>,
    /// Only these people of those it would go to, and others named besides; all when empty.
    pub to: Vec<Id>,
    /// Who gets a copy for information.
    pub copy: Vec<Id>,
}

/// A letter that has not gone out.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// What will be frozen.
    pub letter: Letter,
    /// Who gets it.
    pub people: Vec<Recipient>,
    /// Who should get it and has no address.
    pub without: Vec<Id>,
    /// Texts of the network's own that are wrong: ours stand instead.
    pub broken: Vec<Broken>,
}

/// Who a letter of this kind goes to, when nobody is named.
pub fn usual(source: &Source, kind: LetterKind, today: NaiveDate) -> Vec<Id> {
    let meeting = source.meeting;
    let listed = |fits: &dyn Fn(&crate::domain::attendance::Participant) -> bool| {
        let rows = meeting.participant_list().filter(|row| fits(row));
        rows.map(|row| row.id).collect::<Vec<_>>()
    };
    match kind {
        LetterKind::SaveTheDate | LetterKind::CallForItems => {
            let all = listed(&|_| true);
            match all.is_empty() {
                true => members(source, today),
                false => all,
            }
        }
        LetterKind::Invitation
        | LetterKind::Agenda
        | LetterKind::Moved
        | LetterKind::Cancellation => listed(&|row| !row.walk_in),
        LetterKind::MinutesForComments | LetterKind::Minutes => listed(&|_| true),
        LetterKind::Reminder => listed(&|row| !row.walk_in && row.rsvp == Rsvp::NoAnswer),
        LetterKind::Actions => {
            let all: BTreeSet<Id> = listed(&|_| true)
                .into_iter()
                .chain(owners(source))
                .collect();
            all.into_iter().collect()
        }
        LetterKind::ActionReminder => {
            let rows = source
                .open_actions
                .iter()
                .filter_map(|row| match row.owner {
                    Owner::Person(id) => Some(id),
                    _ => None,
                });
            rows.collect::<BTreeSet<Id>>().into_iter().collect()
        }
        LetterKind::SpeakerConfirmation | LetterKind::Thanks => {
            let rows = meeting.speakers.values().filter(|row| {
                !row.removed && row.status != SpeakerStatus::Declined && row.person.is_some()
            });
            let rows = rows.filter(|row| kind != LetterKind::Thanks || !row.thanked);
            let all: BTreeSet<Id> = rows.filter_map(|row| row.person).collect();
            all.into_iter().collect()
        }
    }
}

fn members(source: &Source, today: NaiveDate) -> Vec<Id> {
    let day = source.meeting.head.date.unwrap_or(today);
    let rows: Vec<Invitee> = invitation::members(source.network, source.register, day);
    rows.into_iter().map(|row| row.person).collect()
}

fn owners(source: &Source) -> Vec<Id> {
    let rows = source.meeting.entries.values().filter(|row| !row.removed);
    rows.filter_map(|row| match row.owner {
        Owner::Person(id) => Some(id),
        _ => None,
    })
    .collect()
}

/// The day by which an answer is usually wanted.
fn usual_deadline(source: &Source, kind: LetterKind, today: NaiveDate) -> Option<NaiveDate> {
    let (meeting, network) = (source.meeting, source.network);
    let ahead = |day: Option<NaiveDate>| day.filter(|day| *day > today);
    match kind {
        LetterKind::MinutesForComments => {
            let set = ahead(meeting.head.objection_deadline);
            set.or_else(|| Some(minutes_ops::objection_deadline(network, today)))
        }
        LetterKind::CallForItems | LetterKind::Reminder => {
            ahead(deadlines::agenda_deadline(meeting, network))
        }
        LetterKind::SpeakerConfirmation => ahead(deadlines::slides_deadline(meeting, network)),
        _ => None,
    }
}

/// The letter, and whom it goes to. Those who have nothing to be told are left out.
///
/// # Errors
/// When its text is wrong, or approved minutes are not as they were approved.
pub fn draft(source: &Source, order: &Order) -> Result<Draft, LetterError> {
    let meeting = source.meeting;
    let kind = order.kind;
    let deadline = order
        .deadline
        .or_else(|| usual_deadline(source, kind, order.today));
    let earlier = meeting.last_letter(kind);
    let version = earlier.map_or(1, |row| row.version + 1);
    let to = match order.to.is_empty() {
        true => usual(source, kind, order.today),
        false => order.to.clone(),
    };
    let mut draft = Draft::default();
    let copies = order.copy.iter().filter(|id| !to.contains(id));
    let all = to.iter().map(|id| (*id, false));
    for (person, copy) in all.chain(copies.map(|id| (*id, true))) {
        let own = match copy {
            true => String::new(),
            false => own_lines(source, kind, person, order.today),
        };
        if kind.is_personal() && own.is_empty() {
            continue;
        }
        let row = source.register.people.get(&person);
        let known = row.is_some_and(|row| !row.removed && !row.erased && !row.email.is_empty());
        match known {
            true => draft.people.push(Recipient { person, copy, own }),
            false => draft.without.push(person),
        }
    }
    let brief = Brief {
        kind,
        source,
        deadline,
        version,
        earlier,
    };
    let usual = source.language();
    let people = draft.people.iter();
    let mut languages: BTreeSet<_> = people
        .map(|row| language_of(source.register, row.person, usual))
        .collect();
    languages.insert(usual);
    let mut wordings = Vec::new();
    for language in languages {
        let (words, broken) = wording(&brief, language)?;
        wordings.push(words);
        draft.broken.extend(broken);
    }
    let outline = match enclosed(kind) {
        Some(what) => {
            let made = document(source, what, version, earlier)?;
            serde_json::to_string(&made).unwrap_or_default()
        }
        None => String::new(),
    };
    let file_name = match enclosed(kind) {
        Some(what) => file_stem(
            source.label_of(source.id).as_deref(),
            what,
            source.language(),
        ),
        None => String::new(),
    };
    let sending = Sending {
        now: order.now,
        sequence: meeting.next_sequence(),
        address: source.secretariat.head.mail_sender.clone(),
        name: source.network.head.name.clone(),
    };
    let calendar = match has_calendar(kind) {
        true => calendar::invitation(source, &sending, false).unwrap_or_default(),
        false => String::new(),
    };
    draft.letter = Letter {
        id: order.id,
        at: order.now,
        by: order.by.clone(),
        kind,
        version,
        sequence: sending.sequence,
        wordings,
        calendar: calendar.replace("\r\n", "\n"),
        outline,
        file_name,
        removed: false,
    };
    Ok(draft)
}
