//! A small secretariat: one network, one meeting, one person.

use std::path::Path;

use chrono::NaiveDate;

use crate::domain::agenda::AgendaItem;
use crate::domain::batch::Submission;
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::meeting::{MeetingHead, MeetingRecord};
use crate::domain::minutes::{Entry, EntryKind};
use crate::domain::network::{ActionItem, MeetingRef, NetworkHead, NetworkRecord, Owner};
use crate::domain::op::{DocId, DocOp, Edit, Op};
use crate::domain::register::{Organisation, Person, RegisterRecord};
use crate::domain::secretariat::{NetworkRef, SecretariatRecord};
use crate::domain::text::{Splice, TextField, TextOp};
use crate::journal::{Journal, Log as _, Offer, Opening, Past as _};
use crate::store::*;

pub const NETWORK: Id = Id::from_bits(10);
pub const MEETING: Id = Id::from_bits(100);
pub const ITEM: Id = Id::from_bits(200);
pub const DECISION: Id = Id::from_bits(300);
pub const TASK: Id = Id::from_bits(301);
pub const ACTION: Id = Id::from_bits(400);
pub const KAREN: Id = Id::from_bits(500);

pub struct World {
    pub dir: tempfile::TempDir,
    pub journal: Journal,
    pub counter: u64,
}

pub fn meeting(record: impl Into<MeetingRecord>) -> DocOp {
    on_meeting(Op::Meeting(Edit::Add(record.into())))
}

pub fn on_meeting(op: Op) -> DocOp {
    DocOp {
        doc: DocId::Meeting(MEETING),
        op,
    }
}

pub fn network(record: impl Into<NetworkRecord>) -> DocOp {
    DocOp {
        doc: DocId::Network(NETWORK),
        op: Op::Network(Edit::Add(record.into())),
    }
}

pub fn register(record: impl Into<RegisterRecord>) -> DocOp {
    DocOp {
        doc: DocId::Register,
        op: Op::Register(Edit::Add(record.into())),
    }
}

pub fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

pub fn typed(at: usize, deleted: &str, inserted: &str) -> DocOp {
    on_meeting(Op::Text(TextOp::TextSpliced(Splice {
        field: TextField::Entry(DECISION),
        at,
        deleted: deleted.into(),
        inserted: inserted.into(),
    })))
}

pub fn open(folder: &Path) -> Journal {
    let opening = Opening {
        now: 1_000,
        session: Id::from_bits(7),
        salt: Id::from_bits(8),
        user: "anna".into(),
    };
    Journal::open(&folder.join("journal"), &opening)
        .unwrap()
        .journal
}

impl World {
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let journal = open(dir.path());
        Self {
            dir,
            journal,
            counter: 0,
        }
    }

    pub fn store(&self) -> Opened {
        Store::open(self.dir.path(), &self.journal).unwrap()
    }

    /// Journals ops of a user in a group.
    pub fn write(&mut self, user: &str, group: u128, undoes: Option<u128>, ops: Vec<DocOp>) {
        self.counter += 1;
        let head = self.journal.head();
        let submission = Submission {
            session: Id::from_bits(1),
            counter: self.counter,
            base: head.seq,
            at: 0,
            group: Id::from_bits(group),
            label: "test".into(),
            undoes: undoes.map(Id::from_bits),
            ops,
        };
        let offer = Offer {
            submission: &submission,
            user,
            received: 1_000 * self.counter as i64,
            salt: Id::from_bits(u128::from(self.counter)),
        };
        self.journal.append(head.seq, &[offer]).unwrap();
    }

    /// One network, one meeting with an item, a decision and an action.
    pub fn filled() -> Self {
        let mut world = Self::new();
        let label = SecretariatRecord::Network(NetworkRef {
            id: NETWORK,
            label: "nims".into(),
            ..NetworkRef::default()
        });
        let odense = Organisation {
            id: Id::from_bits(600),
            label: "odense".into(),
            name: "Odense Kommune".into(),
            ..Organisation::default()
        };
        let karen = Person {
            id: KAREN,
            label: "karen-lund".into(),
            name: "Åse Lund".into(),
            ..Person::default()
        };
        world.write(
            "anna",
            1,
            None,
            vec![
                DocOp {
                    doc: DocId::Secretariat,
                    op: Op::Secretariat(Edit::Add(label)),
                },
                network(NetworkHead {
                    id: NETWORK,
                    name: "Internationale Kommuner".into(),
                    ..NetworkHead::default()
                }),
                register(odense),
                register(karen),
            ],
        );
        world.write(
            "anna",
            2,
            None,
            vec![
                network(MeetingRef {
                    id: MEETING,
                    year: 2026,
                    ..MeetingRef::default()
                }),
                meeting(MeetingHead {
                    id: MEETING,
                    network: NETWORK,
                    title: "Samskabelse".into(),
                    date: Some(day(26)),
                    ..MeetingHead::default()
                }),
                meeting(AgendaItem {
                    id: ITEM,
                    title: "Økonomi".into(),
                    ..AgendaItem::default()
                }),
            ],
        );
        world.write(
            "anna",
            3,
            None,
            vec![
                meeting(Entry {
                    id: DECISION,
                    item: ITEM,
                    kind: EntryKind::Decision,
                    text: "Vi mødes".into(),
                    ..Entry::default()
                }),
                meeting(Entry {
                    id: TASK,
                    item: ITEM,
                    kind: EntryKind::Action,
                    text: "Send årsplan".into(),
                    owner: Owner::Person(KAREN),
                    action: Some(ACTION),
                    ..Entry::default()
                }),
                network(ActionItem {
                    id: ACTION,
                    meeting: Some(MEETING),
                    entry: Some(TASK),
                    ..ActionItem::default()
                }),
            ],
        );
        world
    }
}

pub fn text(store: &mut Store) -> String {
    match store.doc(DocId::Meeting(MEETING)).unwrap().0.as_ref() {
        Doc::Meeting(meeting) => meeting.entries[&DECISION].text.clone(),
        _ => panic!("no meeting"),
    }
}
