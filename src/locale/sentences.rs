//! Sentences the program writes into minutes and lists, in the language of the reader.
//!
//! It owns how an event, a deadline and an owner read. It must not know documents or screens.

use std::borrow::Cow;

use super::{Key, Locale};
use crate::domain::attendance::{Presence, PresenceKind};
use crate::domain::due::Due;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Comment, CommentKind, CommentStatus, Entry};
use crate::domain::network::Owner;
use crate::domain::recess::Recess;
use crate::domain::register::Register;
use crate::domain::zone::local;

impl Locale {
    /// "Kl. 10.38 ankom Bo Friis (Vejle)."
    pub fn presence(self, event: &Presence, meeting: &Meeting, register: &Register) -> String {
        let number = event.item.and_then(|item| meeting.number_of(item));
        let key = match event.kind {
            PresenceKind::Left if number.is_some() => Key::SentenceLeftUnder,
            PresenceKind::Returned if number.is_some() => Key::SentenceReturnedUnder,
            PresenceKind::Arrived => Key::SentenceArrived,
            PresenceKind::Online => Key::SentenceOnline,
            PresenceKind::Apologies => Key::SentenceApologies,
            PresenceKind::Left => Key::SentenceLeft,
            PresenceKind::Returned => Key::SentenceReturned,
            PresenceKind::Absent => Key::SentenceAbsent,
        };
        let name = self.participant(event.person, meeting, register);
        let time = self.language().plain_time(local(event.at).time());
        let words = [
            ("time", time.into()),
            ("name", name.into()),
            ("number", number.unwrap_or_default().into()),
        ];
        self.text_with(key, &words)
    }

    /// "Pause kl. 10.30–10.45."; "Pause fra kl. 10.30." while it lasts.
    pub fn recess(self, recess: &Recess) -> String {
        let time = |at| self.language().plain_time(local(at).time());
        let from = ("from", time(recess.from).into());
        match recess.to {
            Some(to) => self.text_with(Key::SentenceBreak, &[from, ("to", time(to).into())]),
            None => self.text_with(Key::SentenceBreakBegun, &[from]),
        }
    }

    /// An entry's text; one that tells an event and was not edited is written from the event.
    pub fn entry<'a>(
        self,
        entry: &'a Entry,
        meeting: &Meeting,
        register: &Register,
    ) -> Cow<'a, str> {
        let told = || self.told(entry, meeting, register);
        let told = entry.follows().then(told).flatten();
        told.map_or(Cow::Borrowed(&entry.text), Cow::Owned)
    }

    /// What the program says now of the record an entry tells; `None` when it tells none.
    pub fn told(self, entry: &Entry, meeting: &Meeting, register: &Register) -> Option<String> {
        let event = entry.presence.and_then(|id| meeting.presences.get(&id));
        let vote = entry.vote.and_then(|id| meeting.votes.get(&id));
        let recusal = entry.recusal.and_then(|id| meeting.recusals.get(&id));
        let event = event.map(|event| self.presence(event, meeting, register));
        let vote = || vote.map(|vote| self.vote(vote, meeting, register));
        let recusal = || recusal.map(|row| self.recusal(row, meeting, register));
        let recess = entry.recess.and_then(|id| meeting.recesses.get(&id));
        let recess = || recess.map(|row| self.recess(row));
        event.or_else(vote).or_else(recusal).or_else(recess)
    }

    /// What a comment proposes; `None` for one that only says something.
    pub fn proposed(self, comment: &Comment, meeting: &Meeting) -> Option<String> {
        let text = [("text", comment.proposed.as_str().into())];
        let before = comment.after.and_then(|id| meeting.entries.get(&id));
        match (comment.kind, before) {
            (CommentKind::Remark, _) => None,
            (CommentKind::Change, _) => Some(self.text_with(Key::CommentChange, &text)),
            (CommentKind::Addition, _) => Some(self.text_with(Key::CommentAddition, &text)),
            (CommentKind::Removal, _) => Some(self.text(Key::CommentRemoval).into_owned()),
            (CommentKind::Move, None) => Some(self.text(Key::CommentMove).into_owned()),
            (CommentKind::Move, Some(entry)) => {
                let text = [("text", entry.text.as_str().into())];
                Some(self.text_with(Key::CommentMoveAfter, &text))
            }
        }
    }

    /// What a comment says and proposes, on one line.
    pub fn comment_said(self, comment: &Comment, meeting: &Meeting) -> String {
        let mut parts: Vec<String> = comment.text.lines().map(str::to_owned).collect();
        parts.extend(self.proposed(comment, meeting));
        parts.join(" ")
    }

    /// What became of a comment.
    pub fn comment_stands(self, comment: &Comment) -> Cow<'static, str> {
        self.text(match comment.status {
            CommentStatus::Open if comment.is_open() => Key::CommentStandsOpen,
            CommentStatus::Open => Key::CommentStandsAnswered,
            CommentStatus::Accepted => Key::CommentStandsAccepted,
            CommentStatus::Rejected => Key::CommentStandsRejected,
        })
    }

    /// Who commented, with the organisation where the register knows them.
    pub fn commenter(self, comment: &Comment, register: &Register) -> String {
        let Some(person) = comment.person else {
            return comment.by.clone();
        };
        let name = self.person(person, register);
        let row = register.people.get(&person);
        match row.and_then(|row| row.organisation) {
            Some(id) => format!("{name}, {}", register.organisation_name(id)),
            None => name.into_owned(),
        }
    }

    /// What attendance says now of an entry that was edited by hand, when the event was corrected
    /// since and the words do not say so.
    pub fn corrected(
        self,
        entry: &Entry,
        meeting: &Meeting,
        register: &Register,
    ) -> Option<String> {
        if entry.text.is_empty() {
            return None;
        }
        if let Some(vote) = entry.vote.and_then(|id| meeting.vote(id)) {
            let totals = vote.totals();
            let told = [totals.yes, totals.no, totals.blank];
            let mut told = told.into_iter().filter(|count| *count > 0);
            let same = told.all(|count| has_number(&entry.text, count));
            return (!same).then(|| self.verdict(vote, meeting));
        }
        let event = meeting.presences.get(&entry.presence?)?;
        if event.removed {
            let stands = meeting.attendance_of(event.person);
            let stands = Key::named(&format!("attendance-{}", stands.name()))?;
            let stands = self.text(stands);
            let name = self.participant(event.person, meeting, register);
            let told = fold(&entry.text).contains(&fold(&stands));
            return (!told).then(|| format!("{name} – {stands}"));
        }
        let time = |at| self.language().plain_time(local(at).time());
        let now = time(event.at);
        let same = now == time(entry.at) || entry.text.contains(&now);
        (!same).then(|| self.presence(event, meeting, register))
    }

    /// "Bo Friis (Vejle)", "Bo Friis (Vejle, stedfortræder for Anna Lund)": the organisation
    /// at the time of the meeting.
    pub fn participant(self, person: Id, meeting: &Meeting, register: &Register) -> String {
        let row = meeting.participants.get(&person);
        let organisation = row
            .and_then(|row| row.organisation)
            .or_else(|| register.people.get(&person)?.organisation)
            .map_or("", |id| register.organisation_name(id));
        let name = self.person(person, register);
        let substitute = row
            .and_then(|row| row.substitute_for)
            .map(|other| self.substitute(other, register))
            .unwrap_or_default();
        let mut notes = vec![organisation, &substitute];
        notes.retain(|note| !note.is_empty());
        if notes.is_empty() {
            name.into_owned()
        } else {
            format!("{name} ({})", notes.join(", "))
        }
    }

    /// "stedfortræder for Anna Lund".
    pub fn substitute(self, person: Id, register: &Register) -> String {
        let other = self.person(person, register);
        self.text_with(Key::SentenceSubstitute, &[("other", other.into())])
    }

    /// A person's name; one whose data was erased has none.
    pub fn person<'a>(self, person: Id, register: &'a Register) -> Cow<'a, str> {
        match register.name_of(person) {
            "" => self.text(Key::SentenceNobody),
            name => Cow::Borrowed(name),
        }
    }

    /// Who is to do something; empty when not said.
    pub fn owner<'a>(self, owner: &'a Owner, register: &'a Register) -> Cow<'a, str> {
        match owner {
            Owner::Nobody => Cow::Borrowed(""),
            Owner::Person(id) => self.person(*id, register),
            Owner::Organisation(id) => Cow::Borrowed(register.organisation_name(*id)),
            Owner::Words(words) => Cow::Borrowed(words),
        }
    }

    /// Whose an entry is: its owner, and those who share a dissent.
    pub fn owners(self, entry: &Entry, register: &Register) -> String {
        let first = self.owner(&entry.owner, register).into_owned();
        let others = entry.also.iter();
        let others = others.map(|id| self.person(*id, register).into_owned());
        let all: Vec<String> = std::iter::once(first).chain(others).collect();
        self.listed(&all)
    }

    /// "1. december 2026", or the words as written.
    pub fn due(self, due: &Due) -> String {
        match due {
            Due::Day(day) => self.language().plain_date(*day),
            Due::Words(words) => words.clone(),
        }
    }
}

/// Whether a number stands in the words.
fn has_number(text: &str, number: u32) -> bool {
    let mut words = text.split(|sign: char| !sign.is_ascii_digit());
    words.any(|word| word.parse() == Ok(number))
}
