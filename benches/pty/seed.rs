//! Data folders to measure on: so many meetings, written through the library as the program
//! itself would write them.

use std::path::Path;
use std::sync::mpsc::Receiver;

use chrono::{Days, NaiveDate, NaiveTime};
use referent::domain::agenda::AgendaItem;
use referent::domain::attendance::{Participant, Presence, Rsvp};
use referent::domain::batch::Submission;
use referent::domain::draft::{add_to_meeting, add_to_network, add_to_register};
use referent::domain::id::Id;
use referent::domain::meeting::{MeetingHead, MeetingRecord, MinutesStatus};
use referent::domain::minutes::Entry;
use referent::domain::network::{MeetingRef, Member, NetworkHead, NetworkRecord};
use referent::domain::op::{DocId, DocOp, Edit, Op};
use referent::domain::pos::Pos;
use referent::domain::register::{Organisation, Person};
use referent::domain::secretariat::{NetworkRef, SecretariatHead, SecretariatRecord};
use referent::domain::zone::instant;
use referent::hub::event::Event;
use referent::hub::{self, Link, Options};

/// A text in the minutes of the meeting to type into.
pub const MARK: &str = "Mødet blev hævet kl. 12.30";
/// Meetings of one network.
const OF_A_NETWORK: usize = 100;
/// Submissions on their way at once.
const AHEAD: u64 = 200;

/// Milliseconds since 1970 UTC.
pub fn now() -> i64 {
    chrono::Utc::now().timestamp_millis()
}

fn draw() -> Id {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).unwrap();
    Id::from_bits(u128::from_be_bytes(bytes))
}

/// A session that writes as the program would.
pub struct Writer {
    link: Link,
    events: Receiver<Event>,
    counter: u64,
    written: u64,
    head: u64,
}

impl Writer {
    /// A session on a folder.
    pub fn open(folder: &Path) -> Self {
        let (sink, events) = hub::channel();
        let options = Options {
            folder: folder.to_owned(),
            user: "karen".to_owned(),
            role: referent::domain::role::Role::Secretary,
            meeting: None,
            copies: false,
            confined: false,
            session: draw(),
            clock: now,
            draw,
        };
        Self {
            link: hub::connect(&options, sink).unwrap(),
            events,
            counter: 0,
            written: 0,
            head: 0,
        }
    }

    /// Waits until all is written.
    pub fn finish(&mut self) {
        while self.written < self.counter {
            self.hear();
        }
    }

    /// Submits ops and waits until they are on disk.
    #[allow(dead_code)]
    pub fn save(&mut self, ops: Vec<DocOp>) {
        self.send(ops);
        self.finish();
        let wanted = self.head;
        while !matches!(self.events.recv().unwrap(), Event::Saved { seq } if seq >= wanted) {}
    }

    /// Submits ops.
    pub fn send(&mut self, ops: Vec<DocOp>) {
        self.counter += 1;
        self.link.submit(Submission {
            session: self.link.session(),
            counter: self.counter,
            base: self.head,
            at: now(),
            group: draw(),
            label: "seed".to_owned(),
            undoes: None,
            ops,
        });
        while self.written + AHEAD < self.counter {
            self.hear();
        }
    }

    fn hear(&mut self) {
        match self.events.recv().unwrap() {
            Event::Committed { counter, seq, .. } => (self.written, self.head) = (counter, seq),
            Event::Refused { why, .. } => panic!("refused: {why}"),
            _ => {}
        }
    }
}

fn secretariat(record: impl Into<SecretariatRecord>) -> DocOp {
    DocOp {
        doc: DocId::Secretariat,
        op: Op::Secretariat(Edit::Add(record.into())),
    }
}

/// Fills a folder with so many meetings; the last one is today's. Returns its label.
pub fn seed(folder: &Path, meetings: usize) -> String {
    let mut writer = Writer::open(folder);
    let (people, ops) = register();
    writer.send(ops);
    let today = chrono::Local::now().date_naive();
    let mut label = String::new();
    for index in 0..meetings {
        if index % OF_A_NETWORK == 0 {
            label = format!("n{}", index / OF_A_NETWORK);
            writer.send(network(index, &label, &people));
        }
        let left = u64::try_from(meetings - 1 - index).unwrap();
        let date = today - Days::new(left.min(3_000));
        writer.send(meeting(index, date, left == 0, &people));
    }
    writer.finish();
    let year = chrono::Datelike::year(&today);
    let of_year = (0..meetings)
        .filter(|index| index / OF_A_NETWORK == (meetings - 1) / OF_A_NETWORK)
        .filter(|index| {
            let left = u64::try_from(meetings - 1 - index).unwrap();
            chrono::Datelike::year(&(today - Days::new(left.min(3_000)))) == year
        })
        .count();
    format!("{label}-{year}-{of_year}")
}

/// Ids that tell what they are, so that nothing has to be looked up.
pub fn id(kind: u128, index: usize, part: usize) -> Id {
    Id::from_bits(kind << 112 | (index as u128) << 32 | part as u128 | 1 << 100)
}

fn register() -> (Vec<Id>, Vec<DocOp>) {
    let mut ops = vec![secretariat(SecretariatRecord::Head(SecretariatHead {
        id: Id::from_bits(1),
        ..SecretariatHead::default()
    }))];
    for index in 0..12 {
        ops.push(add_to_register(Organisation {
            id: id(1, index, 0),
            label: format!("by{index}"),
            name: format!("Byen {index} Kommune"),
            ..Organisation::default()
        }));
    }
    let people: Vec<Id> = (0..60).map(|index| id(2, index, 0)).collect();
    for (index, person) in people.iter().enumerate() {
        ops.push(add_to_register(Person {
            id: *person,
            label: format!("person-{index}"),
            name: format!("Person Nummer{index}"),
            organisation: Some(id(1, index % 12, 0)),
            ..Person::default()
        }));
    }
    (people, ops)
}

fn network(index: usize, label: &str, people: &[Id]) -> Vec<DocOp> {
    let network = id(3, index / OF_A_NETWORK, 0);
    let entry = NetworkRef {
        id: network,
        label: label.to_owned(),
        ..NetworkRef::default()
    };
    let head = NetworkHead {
        id: network,
        name: format!("Netværk {label}"),
        ..NetworkHead::default()
    };
    let mut ops = vec![
        secretariat(entry),
        add_to_network(network, NetworkRecord::Head(head)),
    ];
    for (part, person) in people.iter().take(12).enumerate() {
        ops.push(add_to_network(
            network,
            Member {
                id: id(4, index, part),
                person: Some(*person),
                ..Member::default()
            },
        ));
    }
    ops
}

fn meeting(index: usize, date: NaiveDate, runs: bool, people: &[Id]) -> Vec<DocOp> {
    let (network, meeting) = (id(3, index / OF_A_NETWORK, 0), id(5, index, 0));
    let at = instant(date.and_time(NaiveTime::MIN));
    let head = MeetingHead {
        id: meeting,
        network,
        title: format!("Møde nummer {index}"),
        date: Some(date),
        start: NaiveTime::from_hms_opt(9, 30, 0),
        end: NaiveTime::from_hms_opt(12, 30, 0),
        venue: "Rådhuset".to_owned(),
        started_at: Some(at),
        ended_at: (!runs).then_some(at),
        invited_at: Some(at),
        agenda_sent_at: Some(at),
        minutes: if runs {
            MinutesStatus::Draft
        } else {
            MinutesStatus::Approved
        },
        published_at: (!runs).then_some(at),
        ..MeetingHead::default()
    };
    let year = chrono::Datelike::year(&date);
    let mut ops = vec![
        add_to_network(
            network,
            MeetingRef {
                id: meeting,
                year,
                ..MeetingRef::default()
            },
        ),
        add_to_meeting(meeting, MeetingRecord::Head(head)),
    ];
    let places = Pos::row(None, 10, 7);
    for (part, pos) in places.iter().take(5).enumerate() {
        ops.push(add_to_meeting(
            meeting,
            AgendaItem {
                id: id(6, index, part),
                pos: pos.clone(),
                title: format!("Punkt om sag {part}"),
                minutes: Some(20),
                ..AgendaItem::default()
            },
        ));
    }
    for (part, pos) in places.iter().enumerate() {
        let text = format!(
            "Netværket drøftede sag {part} og fandt, at den skal følges op til næste gang."
        );
        ops.push(add_to_meeting(
            meeting,
            Entry {
                id: id(7, index, part),
                item: id(6, index, part / 2),
                pos: pos.clone(),
                text: if part == 1 { MARK.to_owned() } else { text },
                by: "karen".to_owned(),
                at,
                ..Entry::default()
            },
        ));
    }
    for (part, person) in people.iter().take(12).enumerate() {
        ops.push(add_to_meeting(
            meeting,
            Participant {
                id: *person,
                rsvp: Rsvp::Yes,
                ..Participant::default()
            },
        ));
        ops.push(add_to_meeting(
            meeting,
            Presence {
                id: id(8, index, part),
                person: *person,
                at,
                ..Presence::default()
            },
        ));
    }
    ops
}
