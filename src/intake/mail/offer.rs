//! What a message does: its ops, and what is told of it. Whatever is not certain is left to a person.

use chrono::NaiveDate;

use super::calendar::{Answered, CalendarReply};
use super::words::{Mark, remarks};
use super::{Incoming, done};
use crate::documents::dispatch::{Dispatch, greeted};
use crate::documents::letters::{bears, finds};
use crate::domain::attendance::Rsvp;
use crate::domain::draft::Ids;
use crate::domain::id::Id;
use crate::domain::letter::{Delivery, Letter, LetterKind};
use crate::domain::lock;
use crate::domain::meeting::Meeting;
use crate::domain::network::Network;
use crate::domain::op::DocOp;
use crate::domain::register::Person;
use crate::domain::reply::{self, Reply, ReplyKind, ReplyStatus};

/// What a message is held against.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The meeting it is about, and what its mails were made from.
    pub dispatch: Dispatch<'a>,
    /// Today, local.
    pub today: NaiveDate,
}

/// What is told of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// It was taken in before.
    Known,
    /// A program wrote it; nothing is to be done.
    Automatic,
    /// It says nothing of its own.
    Nothing,
    /// It is about no meeting here.
    Elsewhere,
    /// The invitation is answered.
    Answered(Rsvp),
    /// It answers an older invitation than the newest: its number, and the newest's.
    Older(u32, u32),
    /// A newer answer of the same person is there.
    Overtaken,
    /// The meeting is over.
    Over,
    /// Nobody knows who sent it: a person settles that.
    Stranger,
    /// Another time is proposed.
    Proposed,
    /// So many action items were reported done.
    Reported(usize),
    /// So many comments were taken down.
    Comments(usize),
    /// A person has to read it.
    ToRead,
    /// A mail came back.
    Bounced,
    /// A mail has not arrived yet; the server tries on.
    Late,
}

/// What becomes of a message.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What is told.
    pub told: Told,
    /// Who it is from, or about.
    pub person: Option<Id>,
    /// What the server said, or the mail.
    pub said: String,
    /// What it changes.
    pub ops: Vec<DocOp>,
}

impl Outcome {
    /// One that changes nothing.
    pub fn plain(told: Told) -> Self {
        Self {
            told,
            person: None,
            said: String::new(),
            ops: Vec::new(),
        }
    }

    fn of(self, person: Option<Id>) -> Self {
        Self { person, ..self }
    }
}

/// A message held against the meeting it is about.
pub(super) struct Case<'a> {
    ground: &'a Ground<'a>,
    pub(super) mail: &'a Incoming,
    pub(super) meeting: &'a Meeting,
    /// The mail of ours that it answers.
    delivery: Option<&'a Delivery>,
    /// Whose address it was sent from.
    pub(super) sender: Option<&'a Person>,
}

/// What a message about a meeting does.
pub fn offer(mail: &Incoming, ground: &Ground<'_>, ids: Ids<'_>) -> Outcome {
    let meeting = ground.dispatch.meeting;
    if meeting.knows(&mail.source) {
        return Outcome::plain(Told::Known);
    }
    let named = mail.bounce.as_ref().and_then(|it| it.of);
    let mut answers = named.into_iter().chain(mail.answers.iter().copied());
    let delivery = answers.find_map(|(row, of)| {
        let row = meeting.deliveries.get(&row)?;
        (of == meeting.head.id && !row.removed).then_some(row)
    });
    let case = Case {
        ground,
        mail,
        meeting,
        delivery,
        sender: ground.dispatch.register.addressed(&mail.address),
    };
    match (&mail.bounce, &mail.calendar, delivery) {
        (Some(_), _, Some(row)) => case.bounce(row, ids),
        (None, Some(calendar), _) if calendar.meeting == Some(meeting.head.id) => {
            case.calendar(calendar, ids)
        }
        (None, _, Some(_)) if mail.automatic => Outcome::plain(Told::Automatic),
        (None, _, Some(row)) => case.answer(row, ids),
        _ => Outcome::plain(Told::Elsewhere),
    }
}

impl Case<'_> {
    pub(super) fn now(&self) -> i64 {
        self.ground.dispatch.now
    }

    fn network(&self) -> &Network {
        self.ground.dispatch.network
    }

    /// What is remembered of the message.
    pub(super) fn reply(&self, kind: ReplyKind, status: ReplyStatus) -> Reply {
        let known = self.sender.is_some();
        let words = |text: &str| {
            if known {
                String::new()
            } else {
                text.to_owned()
            }
        };
        Reply {
            at: self.mail.at.unwrap_or(self.now()),
            source: self.mail.source.clone(),
            kind,
            status,
            delivery: self.delivery.map(|row| row.id),
            person: self.sender.map(|row| row.id),
            name: words(&self.mail.name),
            address: words(&self.mail.address),
            ..Reply::default()
        }
    }

    fn bounce(&self, row: &Delivery, ids: Ids<'_>) -> Outcome {
        let Some(bounce) = &self.mail.bounce else {
            return Outcome::plain(Told::Elsewhere);
        };
        let told = match (bounce.failed, bounce.late) {
            (true, _) => Told::Bounced,
            (false, true) => Told::Late,
            (false, false) => Told::Automatic,
        };
        let mut ops = Vec::new();
        if bounce.failed {
            ops = reply::bounced(self.meeting, row, self.now(), &bounce.said);
            let person = self.ground.dispatch.register.people.get(&row.person);
            let at_person = person.map(|person| reply::unreachable(person, &bounce.said));
            ops.extend(at_person.into_iter().flatten());
            let reply = Reply {
                person: Some(row.person),
                text: bounce.said.clone(),
                name: String::new(),
                address: String::new(),
                ..self.reply(ReplyKind::Bounce, ReplyStatus::Taken)
            };
            ops.push(reply::remember(self.meeting, reply, ids));
        }
        Outcome {
            told,
            person: Some(row.person),
            said: bounce.said.clone(),
            ops,
        }
    }

    /// Why an answer changes nothing: the meeting is over, or it is older than what was sent or said since.
    fn in_vain(&self, calendar: &CalendarReply, person: Option<Id>, at: i64) -> Option<Told> {
        if self.meeting.head.ended_at.is_some() || lock::is_locked(self.meeting) {
            return Some(Told::Over);
        }
        if calendar.answered == Answered::Counter {
            return None;
        }
        let newest = self.meeting.newest_sequence().unwrap_or(0);
        if calendar.sequence < newest {
            return Some(Told::Older(calendar.sequence, newest));
        }
        let last = person.and_then(|id| self.meeting.answered_at(id));
        last.is_some_and(|last| last >= at)
            .then_some(Told::Overtaken)
    }

    fn calendar(&self, calendar: &CalendarReply, ids: Ids<'_>) -> Outcome {
        let register = self.ground.dispatch.register;
        let named = register.addressed(&calendar.address).or(self.sender);
        let person = named.map(|row| row.id);
        let at = calendar.stamp.or(self.mail.at);
        let at = at.unwrap_or(self.now());
        if let Some(told) = self.in_vain(calendar, person, at) {
            return Outcome::plain(told).of(person);
        }
        let strange = named.is_none();
        let words = |own: &str, other: &str| match (strange, own.is_empty()) {
            (false, _) => String::new(),
            (true, false) => own.to_owned(),
            (true, true) => other.to_owned(),
        };
        let invited = |id: &Id| {
            let row = self.meeting.participants.get(id);
            row.is_some_and(|row| !row.removed)
        };
        let (kind, rsvp) = match calendar.answered {
            Answered::Rsvp(rsvp) => (ReplyKind::Answer, rsvp),
            Answered::Counter => (ReplyKind::Proposal, Rsvp::NoAnswer),
            Answered::Unclear => (ReplyKind::Words, Rsvp::NoAnswer),
        };
        let settled = kind == ReplyKind::Answer && person.as_ref().is_some_and(invited);
        let status = match settled {
            true => ReplyStatus::Taken,
            false => ReplyStatus::Open,
        };
        let text = match calendar.answered {
            Answered::Unclear if calendar.comment.is_empty() => self.mail.subject.clone(),
            _ => calendar.comment.clone(),
        };
        let reply = Reply {
            at,
            person: person.or(self.delivery.map(|row| row.person)),
            name: words(&calendar.name, &self.mail.name),
            address: words(&calendar.address, &self.mail.address),
            text: text.clone(),
            rsvp,
            date: calendar.date,
            start: calendar.start,
            end: calendar.end,
            ..self.reply(kind, status)
        };
        let mut ops = match (settled, person) {
            (true, Some(person)) => reply::answer(self.meeting, register, person, &reply),
            _ => Vec::new(),
        };
        ops.push(reply::remember(self.meeting, reply, ids));
        let told = match (kind, settled) {
            (ReplyKind::Answer, true) => Told::Answered(rsvp),
            (ReplyKind::Answer, false) => Told::Stranger,
            (ReplyKind::Proposal, _) => Told::Proposed,
            _ => Told::ToRead,
        };
        Outcome {
            told,
            person,
            said: text,
            ops,
        }
    }

    /// An answer in words to a mail of ours.
    fn answer(&self, row: &Delivery, ids: Ids<'_>) -> Outcome {
        let letter = self.meeting.letters.get(&row.letter);
        let Some(letter) = letter else {
            return Outcome::plain(Told::Elsewhere);
        };
        let outcome = match letter.kind {
            LetterKind::Actions | LetterKind::ActionReminder => self.actions(letter, row, ids),
            LetterKind::MinutesForComments if !lock::is_locked(self.meeting) => {
                self.comments(letter, row, ids)
            }
            _ => self.to_read(letter, row, ids),
        };
        outcome.of(self.sender.map(|row| row.id))
    }

    /// What the mail said that is answered.
    pub(super) fn original(&self, letter: &Letter, row: &Delivery) -> String {
        let dispatch = &self.ground.dispatch;
        let person = dispatch.register.people.get(&row.person);
        let name = person.map_or("", greeted);
        let wording = dispatch.wording(letter, row.person);
        wording.map_or_else(String::new, |wording| {
            dispatch.text(letter, wording, row, name)
        })
    }

    pub(super) fn remembered(
        &self,
        told: Told,
        reply: Reply,
        mut ops: Vec<DocOp>,
        ids: Ids<'_>,
    ) -> Outcome {
        let said = reply.text.clone();
        ops.push(reply::remember(self.meeting, reply, ids));
        Outcome {
            told,
            person: None,
            said,
            ops,
        }
    }

    /// Words that no rule understands.
    fn to_read(&self, letter: &Letter, row: &Delivery, ids: Ids<'_>) -> Outcome {
        let original = self.original(letter, row);
        let rows = remarks::<()>(&self.mail.text, &original, &|_| Mark::Same);
        let text = rows.into_iter().next().map(|row| row.text);
        match text {
            Some(text) => {
                let reply = Reply {
                    text,
                    ..self.reply(ReplyKind::Words, ReplyStatus::Open)
                };
                self.remembered(Told::ToRead, reply, Vec::new(), ids)
            }
            None => {
                let reply = self.reply(ReplyKind::Words, ReplyStatus::Taken);
                self.remembered(Told::Nothing, reply, Vec::new(), ids)
            }
        }
    }

    fn actions(&self, letter: &Letter, row: &Delivery, ids: Ids<'_>) -> Outcome {
        let all = &self.network().actions;
        let live = || all.values().filter(|row| !row.removed);
        // A code is the record's, or the entry's where there was none yet.
        let names = || live().flat_map(|row| [Some(row.id), row.entry]).flatten();
        let record = |id: Id| {
            let found = all.get(&id).map(|row| row.id);
            found.or_else(|| live().find(|row| row.entry == Some(id)).map(|row| row.id))
        };
        let find = |line: &str| finds(line, names()).and_then(record);
        let lines = row.own.lines();
        let numbered: Vec<Id> = lines.map(|line| find(line).unwrap_or_default()).collect();
        let original = self.original(letter, row);
        let mark = |line: &str| match find(line) {
            Some(id) => Mark::Place(id),
            None if bears(line) => Mark::Whole,
            None => Mark::Same,
        };
        let mut verdict = done::read(&remarks(&self.mail.text, &original, &mark), &numbered);
        verdict.done.retain(|id| *id != Id::default());
        if verdict.done.is_empty() {
            return self.to_read(letter, row, ids);
        }
        let theirs = self.sender.is_some_and(|sender| sender.id == row.person);
        let status = match theirs && verdict.rest.is_empty() {
            true => ReplyStatus::Taken,
            false => ReplyStatus::Open,
        };
        let reply = Reply {
            text: verdict.rest,
            actions: verdict.done,
            person: Some(row.person),
            ..self.reply(ReplyKind::Done, status)
        };
        if !theirs {
            return self.remembered(Told::Stranger, reply, Vec::new(), ids);
        }
        let count = reply.actions.len();
        let network = self.meeting.head.network;
        let today = self.ground.today;
        let ops = reply::report(network, self.network(), &reply.actions, row.person, today);
        // What is left of it is words to be read.
        let reply = match reply.status {
            ReplyStatus::Open => Reply {
                kind: ReplyKind::Words,
                actions: Vec::new(),
                ..reply
            },
            _ => reply,
        };
        self.remembered(Told::Reported(count), reply, ops, ids)
    }
}
