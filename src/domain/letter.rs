//! Letters: what was sent about a meeting, to whom, and what became of each.
//!
//! It owns what a letter froze when it was sent and how a delivery goes on. It must not know words,
//! formats or how mail travels.

use serde::{Deserialize, Serialize};

use super::draft::{Ids, add_to_meeting, set_in_meeting};
use super::id::Id;
use super::meeting::Meeting;
use super::op::DocOp;
use super::secretariat::Language;
use crate::{choice, record};

choice! {
    /// What a letter is for.
    LetterKind {
        /// Reservér datoen.
        SaveTheDate = "save-the-date",
        /// Members are asked for items.
        CallForItems = "call-for-items",
        /// Indkaldelse.
        Invitation = "invitation",
        /// Dagsorden.
        Agenda = "agenda",
        /// To those who have not answered.
        Reminder = "reminder",
        /// The meeting has another time.
        Moved = "moved",
        /// Aflysning.
        Cancellation = "cancellation",
        /// Minutes out for comments.
        MinutesForComments = "minutes-for-comments",
        /// Approved minutes.
        Minutes = "minutes",
        /// To each their own action items.
        Actions = "actions",
        /// To each their own action items that are due.
        ActionReminder = "action-reminder",
        /// To speakers before the meeting: what was agreed.
        SpeakerConfirmation = "speaker-confirmation",
        /// To speakers after the meeting.
        Thanks = "thanks",
    }
}

impl LetterKind {
    /// Whether one that is sent again says what has changed since.
    pub const fn tells_changes(self) -> bool {
        matches!(
            self,
            Self::SaveTheDate
                | Self::CallForItems
                | Self::Invitation
                | Self::Agenda
                | Self::MinutesForComments
                | Self::Minutes
        )
    }

    /// Whether everybody gets words of their own: it can't be one mail to all.
    pub fn is_personal(self) -> bool {
        matches!(
            self,
            Self::Actions | Self::ActionReminder | Self::SpeakerConfirmation | Self::Thanks
        )
    }
}

choice! {
    /// What became of a mail to one person.
    MailStatus {
        /// To be sent.
        Queued = "queued",
        /// Handed to the server; the answer is not there yet.
        Sending = "sending",
        /// The server took it.
        Sent = "sent",
        /// The server refused it for good.
        Failed = "failed",
        /// Handed to the server, and the answer was lost.
        Unknown = "unknown",
        /// It came back.
        Bounced = "bounced",
        /// Written to a file that the person sends.
        File = "file",
        /// Taken out of the queue by a person.
        Withdrawn = "withdrawn",
    }
}

impl MailStatus {
    /// Whether it left, as far as anybody knows.
    pub fn has_left(self) -> bool {
        matches!(
            self,
            Self::Sending | Self::Sent | Self::Unknown | Self::File
        )
    }

    /// Whether the post has it: it waits for a server, or is with one.
    pub fn is_the_posts(self) -> bool {
        matches!(self, Self::Queued | Self::Sending)
    }

    /// Whether somebody has to look at it.
    pub fn needs_care(self) -> bool {
        matches!(self, Self::Failed | Self::Unknown | Self::Bounced)
    }

    /// Whether a person can put it into the queue again.
    pub fn may_go_again(self) -> bool {
        self == Self::Withdrawn || self.needs_care()
    }

    /// Whether a person can take it out.
    pub fn may_be_withdrawn(self) -> bool {
        matches!(self, Self::Queued | Self::File) || self.needs_care()
    }
}

/// What a letter says in one language; the greeting and a person's own lines come with each mail.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wording {
    /// The language.
    pub language: Language,
    /// The subject.
    pub subject: String,
    /// What stands before the person's own lines.
    pub before: String,
    /// What stands after them.
    pub after: String,
}

record! {
    /// A letter about the meeting: frozen as it was sent.
    Letter, LetterField {
        /// When it was queued, milliseconds since 1970 UTC.
        at At: i64,
        /// Who sent it.
        by By: String,
        /// What it is for.
        kind Kind: LetterKind,
        /// Its number among the meeting's letters of this kind, from 1.
        version Version: u32,
        /// The calendar's SEQUENCE.
        sequence Sequence: u32,
        /// What it says, by language.
        wordings Wordings: Vec<Wording>,
        /// The calendar with it (iCalendar), without attendees; empty for none.
        calendar Calendar: String,
        /// The document with it, as approval freezes one; empty for none.
        outline Outline: String,
        /// What the document's file is called, without ending.
        file_name FileName: String,
    }
}

record! {
    /// A letter's mail to one person.
    Delivery, DeliveryField {
        /// The letter.
        letter Letter: Id,
        /// The person; the address is the register's.
        person Person: Id,
        /// A copy for information.
        copy Copy: bool,
        /// What only this person is told.
        own Own: String,
        /// What became of it.
        status Status: MailStatus,
        /// Since when, milliseconds since 1970 UTC.
        since Since: i64,
        /// How often it was tried.
        attempts Attempts: u16,
        /// Not to be tried before.
        not_before NotBefore: Option<i64>,
        /// What the server said.
        said Said: String,
    }
}

/// The mails of a meeting that have not come to an end, and what came back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Outgoing {
    /// Queued or being sent.
    pub waiting: usize,
    /// Failed, unknown or come back.
    pub trouble: usize,
    /// Replies that a person has to settle.
    pub replies: usize,
    /// Written to files, for a person to send.
    pub files: usize,
}

/// A meeting with mails that have not come to an end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutboxRow {
    /// The meeting.
    pub meeting: Id,
    /// Its label.
    pub label: String,
    /// How many.
    pub mails: Outgoing,
}

/// Somebody a letter goes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipient {
    /// The person.
    pub person: Id,
    /// For information only.
    pub copy: bool,
    /// What only this person is told.
    pub own: String,
}

impl Meeting {
    /// The letters, the newest first.
    pub fn letter_list(&self) -> Vec<&Letter> {
        let mut rows: Vec<&Letter> = self.letters.values().filter(|row| !row.removed).collect();
        rows.sort_by_key(|row| (std::cmp::Reverse(row.at), row.id));
        rows
    }

    /// The newest letter of a kind.
    pub fn last_letter(&self, kind: LetterKind) -> Option<&Letter> {
        let rows = self.letter_list().into_iter();
        rows.filter(|row| row.kind == kind)
            .max_by_key(|row| row.version)
    }

    /// The mails of a letter, in the order of the people's ids.
    pub fn deliveries_of(&self, letter: Id) -> impl Iterator<Item = &Delivery> {
        let rows = self.deliveries.values();
        rows.filter(move |row| !row.removed && row.letter == letter)
    }

    /// The SEQUENCE of the next calendar: one more than any sent.
    pub fn next_sequence(&self) -> u32 {
        let rows = self.letters.values().filter(|row| !row.calendar.is_empty());
        rows.map(|row| row.sequence + 1).max().unwrap_or(0)
    }

    /// The SEQUENCE of the newest invitation sent.
    pub fn newest_sequence(&self) -> Option<u32> {
        let rows = self.letters.values().filter(|row| {
            let invites = matches!(row.kind, LetterKind::Invitation | LetterKind::Moved);
            invites && !row.removed && !row.calendar.is_empty()
        });
        rows.map(|row| row.sequence).max()
    }

    /// The mails that have not come to an end.
    pub fn outgoing(&self) -> Outgoing {
        let mut all = Outgoing {
            replies: self.replies.values().filter(|row| row.is_open()).count(),
            ..Outgoing::default()
        };
        for row in self.deliveries.values().filter(|row| !row.removed) {
            match row.status {
                MailStatus::Queued | MailStatus::Sending => all.waiting += 1,
                MailStatus::File => all.files += 1,
                status if status.needs_care() => all.trouble += 1,
                _ => {}
            }
        }
        all
    }
}

/// Puts a letter into the outbox for these people.
pub fn queue(
    meeting: Id,
    letter: Letter,
    people: &[Recipient],
    status: MailStatus,
    ids: Ids<'_>,
) -> Vec<DocOp> {
    let (id, at) = (letter.id, letter.at);
    let mut ops = vec![add_to_meeting(meeting, letter)];
    for row in people {
        let delivery = Delivery {
            id: ids(),
            letter: id,
            person: row.person,
            copy: row.copy,
            own: row.own.clone(),
            status,
            since: at,
            ..Delivery::default()
        };
        ops.push(add_to_meeting(meeting, delivery));
    }
    ops
}

/// A mail comes into another state, with what the server said.
pub fn proceed(meeting: Id, row: &Delivery, status: MailStatus, at: i64, said: &str) -> Vec<DocOp> {
    let set = |change| set_in_meeting(meeting, row.id, change);
    let mut ops = vec![
        set(DeliveryField::status(row, status)),
        set(DeliveryField::since(row, at)),
    ];
    if row.said != said {
        ops.push(set(DeliveryField::said(row, said.to_owned())));
    }
    if status == MailStatus::Sending {
        let attempts = row.attempts.saturating_add(1);
        ops.push(set(DeliveryField::attempts(row, attempts)));
    }
    ops
}

/// Minutes until a mail is tried again after so many attempts: 1, 5, 15, 60, then every 4 hours.
fn pause(attempts: u16) -> i64 {
    match attempts {
        0 | 1 => 1,
        2 => 5,
        3 => 15,
        4 => 60,
        _ => 240,
    }
}

/// Attempts after which a mail the server would not take for now has failed.
const ATTEMPTS: u16 = 8;

/// When a mail that could not be sent may be tried again; `None` when it was tried often enough.
pub fn next_try(row: &Delivery, at: i64) -> Option<i64> {
    (row.attempts < ATTEMPTS).then(|| at + pause(row.attempts) * 60_000)
}

/// A mail could not be sent for now: it waits and is tried again, or has failed.
pub fn postpone(meeting: Id, row: &Delivery, at: i64, said: &str) -> Vec<DocOp> {
    let Some(next) = next_try(row, at) else {
        return proceed(meeting, row, MailStatus::Failed, at, said);
    };
    let mut ops = proceed(meeting, row, MailStatus::Queued, at, said);
    let change = DeliveryField::not_before(row, Some(next));
    ops.push(set_in_meeting(meeting, row.id, change));
    ops
}

/// A mail is put into the queue again because a person says so.
pub fn retry(meeting: Id, row: &Delivery, at: i64) -> Vec<DocOp> {
    let mut ops = proceed(meeting, row, MailStatus::Queued, at, &row.said);
    if row.not_before.is_some() {
        let change = DeliveryField::not_before(row, None);
        ops.push(set_in_meeting(meeting, row.id, change));
    }
    if row.attempts > 0 {
        let change = DeliveryField::attempts(row, 0);
        ops.push(set_in_meeting(meeting, row.id, change));
    }
    ops
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture::{Builder, apply_to_meeting, id};

    fn queued() -> Meeting {
        let meeting = Builder::planned().done();
        let letter = Letter {
            id: id(500),
            at: 1,
            calendar: "BEGIN:VCALENDAR".into(),
            version: 1,
            ..Letter::default()
        };
        let people = [Recipient {
            person: id(1),
            ..Recipient::default()
        }];
        let mut next = 600;
        let mut ids = || {
            next += 1;
            id(next)
        };
        let ops = queue(
            meeting.head.id,
            letter,
            &people,
            MailStatus::Queued,
            &mut ids,
        );
        apply_to_meeting(&meeting, &ops)
    }

    #[test]
    fn a_mail_is_tried_again_later_and_later_and_then_has_failed() {
        let mut meeting = queued();
        assert_eq!(
            (meeting.outgoing().waiting, meeting.next_sequence()),
            (1, 1)
        );
        let mut pauses = Vec::new();
        let mut at = 0;
        while meeting.deliveries[&id(601)].status == MailStatus::Queued {
            let row = meeting.deliveries[&id(601)].clone();
            let of = meeting.head.id;
            meeting = apply_to_meeting(&meeting, &proceed(of, &row, MailStatus::Sending, at, ""));
            let row = meeting.deliveries[&id(601)].clone();
            meeting = apply_to_meeting(&meeting, &postpone(of, &row, at, "450 senere"));
            let row = &meeting.deliveries[&id(601)];
            if row.status == MailStatus::Queued {
                let next = row.not_before.unwrap();
                pauses.push((next - at) / 60_000);
                at = next;
            }
        }
        assert_eq!(pauses, [1, 5, 15, 60, 240, 240, 240]);
        let row = &meeting.deliveries[&id(601)];
        assert_eq!(
            (row.status, row.said.as_str()),
            (MailStatus::Failed, "450 senere")
        );
        assert_eq!(meeting.outgoing().trouble, 1);
        let meeting = apply_to_meeting(&meeting, &retry(meeting.head.id, row, at));
        let row = &meeting.deliveries[&id(601)];
        assert_eq!(
            (row.status, row.attempts, row.not_before),
            (MailStatus::Queued, 0, None)
        );
    }
}
