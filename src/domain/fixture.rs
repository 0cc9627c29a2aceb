//! A small builder of meetings for tests.

use chrono::{NaiveDate, NaiveTime};

use super::agenda::{AgendaItem, ItemKind, ItemStatus, Speaker, SpeakerStatus};
use super::attendance::{Participant, Presence, PresenceKind, Rsvp};
use super::fold::{Doc, Outcome};
use super::id::Id;
use super::meeting::Meeting;
use super::minutes::{Entry, EntryKind};
use super::network::{Network, Owner};
use super::op::{DocId, DocOp};
use super::pos::Pos;
use super::zone::{Moment, instant};

pub fn id(number: u128) -> Id {
    Id::from_bits(number)
}

/// New ids for tests: 1000, 1001 …
pub fn ids() -> impl FnMut() -> Id {
    let mut next = 999;
    move || {
        next += 1;
        id(next)
    }
}

pub fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

pub fn clock(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

/// The instant of a clock time on the fixture's day.
pub fn at(text: &str) -> i64 {
    instant(day(DAY).and_time(clock(text)))
}

/// A moment of the fixture's day.
pub fn moment(text: &str) -> Moment {
    Moment::new(at(text))
}

/// The day of the fixture's meeting, a Thursday.
pub const DAY: &str = "2026-11-26";
pub const MEETING: u128 = 500;
pub const NETWORK: u128 = 600;

/// Applies those of the ops that belong to the meeting; every one must fit.
pub fn apply_to_meeting(meeting: &Meeting, ops: &[DocOp]) -> Meeting {
    let mut doc = Doc::Meeting(meeting.clone());
    apply(&mut doc, DocId::Meeting(id(MEETING)), ops);
    match doc {
        Doc::Meeting(meeting) => meeting,
        _ => unreachable!(),
    }
}

/// Applies those of the ops that belong to the network; every one must fit.
pub fn apply_to_network(network: &Network, ops: &[DocOp]) -> Network {
    let mut doc = Doc::Network(network.clone());
    apply(&mut doc, DocId::Network(id(NETWORK)), ops);
    match doc {
        Doc::Network(network) => network,
        _ => unreachable!(),
    }
}

pub fn apply(doc: &mut Doc, at: DocId, ops: &[DocOp]) {
    for op in ops.iter().filter(|op| op.doc == at) {
        assert_eq!(doc.apply(&op.op), Outcome::Applied, "{op:?}");
    }
}

pub struct Builder(Meeting, u128);

impl Builder {
    /// Nothing but ids.
    pub fn new() -> Self {
        let mut meeting = Meeting::default();
        meeting.head.id = id(MEETING);
        meeting.head.network = id(NETWORK);
        Self(meeting, 700)
    }

    /// Everything the plan stage asks for: Thursday 26 November 2026, 09.30–12.30.
    pub fn planned() -> Self {
        Self::new().with(|meeting| {
            let head = &mut meeting.head;
            head.date = Some(day(DAY));
            head.start = Some(clock("09:30"));
            head.end = Some(clock("12:30"));
            head.venue = "Odense Rådhus".into();
            head.host = Some(id(10));
            head.purpose = "Dele erfaringer".into();
        })
    }

    pub fn with(mut self, change: impl FnOnce(&mut Meeting)) -> Self {
        change(&mut self.0);
        self
    }

    fn next(&mut self) -> (Id, Pos) {
        self.1 += 1;
        let id = id(self.1);
        let last = self.0.items.values().map(|item| &item.pos);
        let last = last.chain(self.0.entries.values().map(|entry| &entry.pos));
        (id, Pos::between(last.max(), None, 7))
    }

    /// A complete item.
    pub fn item(mut self, number: u128, kind: ItemKind, minutes: u16) -> Self {
        let (_, pos) = self.next();
        let item = AgendaItem {
            id: id(number),
            pos,
            title: format!("Punkt {number}"),
            kind,
            purpose: "Vi skal vide det".into(),
            outcome: "Alle ved det".into(),
            minutes: Some(minutes),
            responsible: Owner::Person(id(1)),
            ..AgendaItem::default()
        };
        self.0.items.insert(item.id, item);
        self
    }

    pub fn status(self, number: u128, status: ItemStatus) -> Self {
        self.with(|meeting| meeting.items.get_mut(&id(number)).unwrap().status = status)
    }

    pub fn speaker(mut self, item: u128, status: SpeakerStatus) -> Self {
        let (speaker, pos) = self.next();
        let row = Speaker {
            id: speaker,
            item: id(item),
            pos,
            name: "Ulla Berg".into(),
            status,
            ..Speaker::default()
        };
        self.0.speakers.insert(speaker, row);
        self
    }

    pub fn person(mut self, number: u128, organisation: u128, rsvp: Rsvp) -> Self {
        let row = Participant {
            id: id(number),
            organisation: Some(id(organisation)),
            rsvp,
            ..Participant::default()
        };
        self.0.participants.insert(row.id, row);
        self
    }

    pub fn event(mut self, person: u128, kind: PresenceKind, time: &str) -> Self {
        let (event, _) = self.next();
        let row = Presence {
            id: event,
            person: id(person),
            kind,
            at: at(time),
            ..Presence::default()
        };
        self.0.presences.insert(event, row);
        self
    }

    pub fn entry(mut self, number: u128, item: u128, kind: EntryKind, text: &str) -> Self {
        let (_, pos) = self.next();
        let row = Entry {
            id: id(number),
            item: id(item),
            pos,
            kind,
            text: text.into(),
            ..Entry::default()
        };
        self.0.entries.insert(row.id, row);
        self
    }

    pub fn done(self) -> Meeting {
        self.0
    }
}
