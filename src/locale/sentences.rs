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
use crate::domain::minutes::Entry;
use crate::domain::network::Owner;
use crate::domain::register::Register;
use crate::domain::zone::local;

impl Locale {
    /// "Kl. 10.38 ankom Bo Friis (Vejle)."
    pub fn presence(self, event: &Presence, meeting: &Meeting, register: &Register) -> String {
        let key = match event.kind {
            PresenceKind::Arrived => Key::SentenceArrived,
            PresenceKind::Online => Key::SentenceOnline,
            PresenceKind::Apologies => Key::SentenceApologies,
            PresenceKind::Left => Key::SentenceLeft,
            PresenceKind::Returned => Key::SentenceReturned,
            PresenceKind::Absent => Key::SentenceAbsent,
        };
        let name = self.participant(event.person, meeting, register);
        let time = self.language().plain_time(local(event.at).time());
        self.text_with(key, &[("time", time.into()), ("name", name.into())])
    }

    /// An entry's text; one that tells an event and was not edited is written from the event.
    pub fn entry<'a>(
        self,
        entry: &'a Entry,
        meeting: &Meeting,
        register: &Register,
    ) -> Cow<'a, str> {
        let event = entry.presence.and_then(|id| meeting.presences.get(&id));
        match event {
            Some(event) if entry.text.is_empty() => {
                Cow::Owned(self.presence(event, meeting, register))
            }
            _ => Cow::Borrowed(&entry.text),
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
        let event = meeting.presences.get(&entry.presence?)?;
        if entry.text.is_empty() {
            return None;
        }
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

    /// "1. december 2026", or the words as written.
    pub fn due(self, due: &Due) -> String {
        match due {
            Due::Day(day) => self.language().plain_date(*day),
            Due::Words(words) => words.clone(),
        }
    }
}
