//! A session in a test: it sends, asks and waits for what it expects.
#![allow(dead_code)]

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Receiver;
use std::time::Duration;

use referent::domain::agenda::AgendaItem;
use referent::domain::batch::Submission;
use referent::domain::fold::Doc;
use referent::domain::id::Id;
use referent::domain::meeting::{
    Meeting, MeetingChange, MeetingHead, MeetingHeadField, MeetingRecord, MinutesStatus,
};
use referent::domain::minutes::Entry;
use referent::domain::network::{MeetingRef, NetworkHead, NetworkRecord};
use referent::domain::op::{DocId, DocOp, Edit, Op};
use referent::domain::query::{Answer, Query};
use referent::domain::record::Change;
use referent::domain::register::{Person, RegisterRecord};
use referent::domain::secretariat::{NetworkRef, SecretariatRecord};
use referent::domain::text::{Splice, TextField, TextOp};
use referent::hub::event::Event;
use referent::hub::{Ends, Joining, Link, Options, channel, connect, join};

pub const LIMIT: Duration = Duration::from_secs(60);
pub const NETWORK: Id = Id::from_bits(10);
pub const MEETING: Id = Id::from_bits(100);
pub const ENTRY: Id = Id::from_bits(300);
pub const KAREN: Id = Id::from_bits(500);
pub const DOC: DocId = DocId::Meeting(MEETING);

pub fn draw() -> Id {
    static NEXT: AtomicU64 = AtomicU64::new(1 << 40);
    Id::from_bits(u128::from(NEXT.fetch_add(1, Ordering::Relaxed)))
}

pub fn options(folder: &Path, user: &str) -> Options {
    Options {
        folder: folder.to_owned(),
        user: user.to_owned(),
        role: referent::domain::role::Role::Secretary,
        meeting: None,
        copies: false,
        confined: false,
        session: draw(),
        clock: || 1_800_000_000_000,
        draw,
    }
}

/// A session with what it heard.
pub struct Terminal {
    pub link: Link,
    pub events: Receiver<Event>,
    pub counter: u64,
    pub base: u64,
    pub numbers: u64,
    pub heard: Vec<Event>,
}

impl Terminal {
    pub fn new(folder: &Path, user: &str) -> Self {
        let options = options(folder, user);
        let (sink, events) = channel();
        let link = connect(&options, sink).unwrap();
        Self {
            link,
            events,
            counter: 0,
            base: 0,
            numbers: 0,
            heard: Vec::new(),
        }
    }

    /// On a copy in a folder, joined to a hub through a connection; without one, on the copy alone.
    pub fn joined(copy: &Path, user: &str, dial: impl FnOnce(&Options) -> Option<Ends>) -> Self {
        let mut options = options(copy, user);
        let mut joining = Joining::open(&mut options, None, None).unwrap();
        joining.ends = dial(&options);
        let (counter, base) = (joining.counter(), joining.head());
        let (sink, events) = channel();
        let link = join(&options, sink, joining).unwrap();
        Self {
            link,
            events,
            counter,
            base,
            numbers: 0,
            heard: Vec::new(),
        }
    }

    pub fn wait<T>(&mut self, what: &str, wanted: impl Fn(&Event) -> Option<T>) -> T {
        loop {
            let event = self.events.recv_timeout(LIMIT);
            let event = event.unwrap_or_else(|_| panic!("no {what}; heard {:?}", self.heard));
            match &event {
                Event::Batch(batch) => self.base = self.base.max(batch.header.seq),
                Event::Committed { seq, .. } => self.base = self.base.max(*seq),
                _ => {}
            }
            let found = wanted(&event);
            self.heard.push(event);
            if let Some(found) = found {
                return found;
            }
        }
    }

    pub fn offer(&mut self, group: Id, undoes: Option<Id>, ops: Vec<DocOp>) -> u64 {
        self.counter += 1;
        self.link.submit(Submission {
            session: self.link.session(),
            counter: self.counter,
            base: self.base,
            at: 0,
            group,
            label: "test".into(),
            undoes,
            ops,
        });
        self.counter
    }

    pub fn send(&mut self, ops: Vec<DocOp>) -> u64 {
        self.offer(draw(), None, ops)
    }

    /// Offers ops and waits for their place in the journal.
    pub fn write(&mut self, ops: Vec<DocOp>) -> u64 {
        let mine = self.send(ops);
        self.committed(mine)
    }

    pub fn committed(&mut self, mine: u64) -> u64 {
        self.wait("commit", |event| match event {
            Event::Committed { counter, seq, .. } if *counter == mine => Some(*seq),
            _ => None,
        })
    }

    pub fn saved(&mut self, mine: u64) {
        self.wait("sync", |event| match event {
            Event::Saved { seq } if *seq >= mine => Some(()),
            _ => None,
        });
    }

    pub fn ask(&mut self, query: Query) -> Answer {
        self.numbers += 1;
        let mine = self.numbers;
        self.link.query(mine, query);
        self.wait("answer", |event| match event {
            Event::Answer { number, answer } if *number == mine => Some(answer.clone()),
            _ => None,
        })
    }

    pub fn meeting(&mut self) -> Meeting {
        match self.ask(Query::Doc(DOC)) {
            Answer::Doc {
                doc: Doc::Meeting(meeting),
                ..
            } => meeting,
            other => panic!("no meeting but {other:?}"),
        }
    }

    /// The position that what is asked for is of.
    pub fn seq(&mut self) -> u64 {
        match self.ask(Query::Doc(DOC)) {
            Answer::Doc { seq, .. } => seq,
            other => panic!("no meeting but {other:?}"),
        }
    }

    pub fn text(&mut self) -> String {
        self.meeting().entries[&ENTRY].text.clone()
    }

    /// Waits for another's batch.
    pub fn hears(&mut self) -> u64 {
        self.wait("batch", |event| match event {
            Event::Batch(batch) => Some(batch.header.seq),
            _ => None,
        })
    }

    pub fn back(&mut self) {
        self.wait("return", |event| matches!(event, Event::Back).then_some(()));
    }
}

pub fn on_meeting(op: Op) -> DocOp {
    DocOp { doc: DOC, op }
}

pub fn typed(at: usize, inserted: &str) -> Vec<DocOp> {
    vec![on_meeting(Op::Text(TextOp::TextSpliced(Splice {
        field: TextField::Entry(ENTRY),
        at,
        deleted: String::new(),
        inserted: inserted.into(),
    })))]
}

/// The minutes' standing, changed.
pub fn stands(from: MinutesStatus, to: MinutesStatus) -> DocOp {
    let change = MeetingHeadField::Minutes(Change { from, to });
    on_meeting(Op::Meeting(Edit::Set {
        id: Id::default(),
        change: MeetingChange::Head(change),
    }))
}

pub fn meeting(record: impl Into<MeetingRecord>) -> DocOp {
    on_meeting(Op::Meeting(Edit::Add(record.into())))
}

pub fn network(record: impl Into<NetworkRecord>) -> DocOp {
    DocOp {
        doc: DocId::Network(NETWORK),
        op: Op::Network(Edit::Add(record.into())),
    }
}

/// A network, a person, a meeting with one entry.
pub fn ground() -> Vec<DocOp> {
    let item = Id::from_bits(200);
    let label = NetworkRef {
        id: NETWORK,
        label: "nims".into(),
        ..NetworkRef::default()
    };
    let karen = Person {
        id: KAREN,
        label: "karen-lund".into(),
        name: "Karen Lund".into(),
        email: "karen@example.dk".into(),
        phone: "+45 12 34 56 78".into(),
        ..Person::default()
    };
    vec![
        DocOp {
            doc: DocId::Secretariat,
            op: Op::Secretariat(Edit::Add(SecretariatRecord::Network(label))),
        },
        network(NetworkHead {
            id: NETWORK,
            name: "Netværket".into(),
            ..NetworkHead::default()
        }),
        network(MeetingRef {
            id: MEETING,
            year: 2026,
            ..MeetingRef::default()
        }),
        DocOp {
            doc: DocId::Register,
            op: Op::Register(Edit::Add(RegisterRecord::Person(karen))),
        },
        meeting(MeetingHead {
            id: MEETING,
            network: NETWORK,
            title: "Samskabelse".into(),
            ..MeetingHead::default()
        }),
        meeting(AgendaItem {
            id: item,
            title: "Økonomi".into(),
            ..AgendaItem::default()
        }),
        meeting(Entry {
            id: ENTRY,
            item,
            ..Entry::default()
        }),
    ]
}
