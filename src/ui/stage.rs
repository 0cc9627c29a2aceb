//! A meeting on the screen for tests: planned or running, in any size and language.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::input;
use crate::app::keymap::Keymap;
use crate::app::screens::Screen;
use crate::app::screens::meeting::MeetingScreen;
use crate::app::session::Session;
use crate::app::{App, Clock, Msg};
use crate::domain::agenda::{ItemKind, ItemStatus, SpeakerStatus};
use crate::domain::attendance::{PresenceKind, Rsvp};
use crate::domain::fixture::{Builder, MEETING, NETWORK, at, id, moment};
use crate::domain::fold::Doc;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::EntryKind;
use crate::domain::network::{ActionItem, MeetingRef, Network, Owner};
use crate::domain::op::DocId;
use crate::domain::register::{Organisation, Person, Register};
use crate::domain::secretariat::{Language, NetworkRef, Secretariat};
use crate::locale::Locale;
use crate::ui::draw::draw;

const TITLES: [&str; 7] = [
    "Velkommen og bordrunde",
    "Opfølgning fra sidste møde",
    "Samskabelse på tværs af kommuner",
    "Økonomi 2027",
    "Pause",
    "Oplæg: unge i udsatte boligområder",
    "Eventuelt",
];

pub fn planned() -> Builder {
    Builder::planned()
        .with(|meeting| meeting.head.title = "Samskabelse".into())
        .item(101, ItemKind::Welcome, 20)
        .item(102, ItemKind::Information, 15)
        .item(103, ItemKind::Discussion, 30)
        .item(104, ItemKind::Decision, 40)
        .item(105, ItemKind::Break, 15)
        .item(106, ItemKind::Talk, 45)
        .speaker(106, SpeakerStatus::Invited)
        .item(107, ItemKind::AnyOtherBusiness, 10)
        .person(1, 10, Rsvp::Yes)
        .person(2, 10, Rsvp::Yes)
        .person(3, 11, Rsvp::Yes)
        .person(4, 12, Rsvp::No)
        .person(5, 12, Rsvp::NoAnswer)
        .person(6, 13, Rsvp::Tentative)
        .with(|meeting| {
            for (number, title) in (101..).zip(TITLES) {
                meeting.items.get_mut(&id(number)).unwrap().title = title.into();
            }
            let item = meeting.items.get_mut(&id(103)).unwrap();
            item.recommendation = "at vælge to fælles indsatser for 2027".into();
            let item = meeting.items.get_mut(&id(104)).unwrap();
            item.purpose.clear();
            item.responsible = Owner::Nobody;
            item.closed = true;
        })
}

pub fn running() -> Builder {
    planned()
        .event(1, PresenceKind::Arrived, "09:21")
        .event(2, PresenceKind::Online, "09:30")
        .status(101, ItemStatus::Done)
        .status(102, ItemStatus::Done)
        .status(103, ItemStatus::Current)
        .entry(201, 103, EntryKind::Action, "Send oplæg til alle")
        .with(|meeting| {
            meeting.head.started_at = Some(at("09:30"));
            meeting.head.current = Some(id(103));
            meeting.entries.get_mut(&id(201)).unwrap().action = Some(id(301));
            meeting.entries.get_mut(&id(201)).unwrap().owner = Owner::Person(id(3));
            for (number, (item, from, to)) in (401..).zip([
                (101, "09:30", Some("09:55")),
                (102, "09:55", Some("10:20")),
                (103, "10:20", None),
            ]) {
                let row = crate::domain::agenda::Timing {
                    id: id(number),
                    item: id(item),
                    from: at(from),
                    to: to.map(at),
                    removed: false,
                };
                meeting.timings.insert(row.id, row);
            }
        })
}

fn register() -> Register {
    let mut register = Register::default();
    for (number, name, short) in [
        (10, "Odense Kommune", "Odense"),
        (11, "Vejle Kommune", "Vejle"),
        (12, "Aabenraa Kommune", "Aabenraa"),
        (13, "Ærø Kommune", "Ærø"),
    ] {
        let row = Organisation {
            id: id(number),
            name: name.into(),
            short: short.into(),
            ..Organisation::default()
        };
        register.organisations.insert(row.id, row);
    }
    for (number, name, organisation) in [
        (1, "Karen Lund", 10),
        (2, "Åse Østergaard", 10),
        (3, "Bo Friis", 11),
        (4, "Ida Holm", 12),
        (5, "Jens Ravn", 12),
        (6, "Søren Ærø Bach", 13),
    ] {
        let row = Person {
            id: id(number),
            name: name.into(),
            organisation: Some(id(organisation)),
            ..Person::default()
        };
        register.people.insert(row.id, row);
    }
    register
}

pub fn app(meeting: Meeting, time: &str, language: Language, size: (u16, u16)) -> App {
    let mut drawn = 0u128;
    let draw = move || {
        drawn += 1;
        drawn << 64 | 77
    };
    let moment = moment(time);
    let clock = Clock {
        now: moment.at,
        local: moment.today.and_time(moment.time),
    };
    let session = Session::new("Karen".into(), Box::new(draw));
    let mut app = App::new(Locale::new(language), session, clock);
    app.interactive = true;
    app.view.size = size;
    app.view.keymap = Keymap::shipped("default").unwrap();
    let mut secretariat = Secretariat::default();
    let entry = NetworkRef {
        id: id(NETWORK),
        label: "nims".into(),
        ..NetworkRef::default()
    };
    secretariat.networks.insert(entry.id, entry);
    let mut network = Network::default();
    network.head.quorum = Some(3);
    network.head.quorum_by_organisation = true;
    let number = MeetingRef {
        id: id(MEETING),
        year: 2026,
        number: 3,
        ..MeetingRef::default()
    };
    network.meetings.insert(number.id, number);
    if meeting.entries.contains_key(&id(201)) {
        let action = ActionItem {
            id: id(301),
            meeting: Some(id(MEETING)),
            entry: Some(id(201)),
            ..ActionItem::default()
        };
        network.actions.insert(action.id, action);
    }
    let docs = [
        (DocId::Secretariat, Doc::Secretariat(secretariat)),
        (DocId::Register, Doc::Register(register())),
        (DocId::Network(id(NETWORK)), Doc::Network(network)),
        (DocId::Meeting(id(MEETING)), Doc::Meeting(meeting)),
    ];
    for (id, doc) in docs {
        app.docs.load(id, doc, 1, false);
    }
    app.view.screen = Screen::Meeting(MeetingScreen::new(id(MEETING)));
    app
}

pub fn press(app: &mut App, script: &str) {
    for input in input::keys(script).unwrap() {
        app.update(Msg::Input(input));
    }
}

pub fn screen(app: &App) -> String {
    let (width, height) = app.view.size;
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    draw(&mut buf, app);
    let rows = buf.content().chunks(usize::from(width));
    let lines = rows.map(|row| {
        let line: String = row.iter().map(|cell| cell.symbol()).collect();
        line.trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}
