//! An invented network and two of its meetings, for tests.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::agenda::*;
use crate::domain::attendance::*;
use crate::domain::due::Due;
use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, Practical};
use crate::domain::minutes::*;
use crate::domain::network::*;
use crate::domain::pos::Pos;
use crate::domain::query::ActionRow;
use crate::domain::recusal::Recusal;
use crate::domain::register::{Organisation, Person, Register};
use crate::domain::secretariat::{Language, NetworkRef, Secretariat};
use crate::domain::vote::{Ballot, Cast, Method, Vote};
use crate::domain::zone::instant;

mod running;

pub(crate) const NETWORK: Id = id(1);
pub(crate) const MEETING: Id = id(2);
pub(crate) const PREVIOUS: Id = id(3);
pub(crate) const KAREN: Id = id(11);
pub(crate) const BO: Id = id(12);
pub(crate) const AASE: Id = id(13);
pub(crate) const ULLA: Id = id(14);
pub(crate) const ANNA: Id = id(15);
pub(crate) const ODENSE: Id = id(21);
pub(crate) const VEJLE: Id = id(22);

pub(crate) const fn id(bits: u128) -> Id {
    Id::from_bits(bits)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn clock(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

pub(crate) fn at(text: &str) -> i64 {
    instant(day("2026-11-26").and_time(clock(text)))
}

fn pos(place: usize) -> Pos {
    Pos::row(None, place, 5).pop().unwrap()
}

pub(crate) struct World {
    pub secretariat: Secretariat,
    pub register: Register,
    pub network: Network,
    pub meeting: Meeting,
    pub previous: Meeting,
    pub actions: Vec<ActionRow>,
}

fn person(row: Id, label: &str, name: &str, organisation: Id) -> (Id, Person) {
    let person = Person {
        id: row,
        label: label.into(),
        name: name.into(),
        email: format!("{label}@example.dk"),
        organisation: Some(organisation),
        ..Person::default()
    };
    (row, person)
}

fn register() -> Register {
    let organisation = |id, label: &str, name: &str, short: &str| Organisation {
        id,
        label: label.into(),
        name: name.into(),
        short: short.into(),
        ..Organisation::default()
    };
    Register {
        people: [
            person(KAREN, "karen-lund", "Karen Lund", ODENSE),
            person(BO, "bo-friis", "Bo Friis", VEJLE),
            person(AASE, "aase-bang", "Åse Bang", VEJLE),
            person(ULLA, "ulla-berg", "Ulla Berg", ODENSE),
            person(ANNA, "anna-dam", "Anna Dam", ODENSE),
        ]
        .into(),
        organisations: [
            organisation(ODENSE, "odense", "Odense Kommune", "Odense"),
            organisation(VEJLE, "vejle", "Vejle Kommune", "Vejle"),
        ]
        .map(|row| (row.id, row))
        .into(),
        ..Register::default()
    }
}

fn network() -> Network {
    let mut network = Network::default();
    network.head.id = NETWORK;
    network.head.name = "Netværk for Fælles Velfærd".into();
    network.head.chair = Some(KAREN);
    for (id, number) in [(PREVIOUS, 2), (MEETING, 3)] {
        let year = 2026;
        let row = MeetingRef {
            id,
            year,
            number,
            removed: false,
        };
        network.meetings.insert(id, row);
    }
    let member = |row, person, from: &str| Member {
        id: id(row),
        person: Some(person),
        role: MemberRole::Contact,
        from: Some(day(from)),
        ..Member::default()
    };
    for row in [
        member(31, KAREN, "2025-01-01"),
        member(32, AASE, "2026-10-01"),
    ] {
        network.members.insert(row.id, row);
    }
    let action = ActionItem {
        id: id(41),
        meeting: Some(PREVIOUS),
        entry: Some(id(61)),
        text: "Samle eksempler fra alle kommuner".into(),
        owner: Owner::Person(BO),
        status: ActionStatus::Done,
        closed_on: Some(day("2026-11-02")),
        frozen: true,
        ..ActionItem::default()
    };
    let fresh = ActionItem {
        id: id(42),
        meeting: Some(MEETING),
        entry: Some(id(207)),
        ..ActionItem::default()
    };
    network.actions.insert(action.id, action);
    network.actions.insert(fresh.id, fresh);
    network
}

fn previous() -> Meeting {
    let mut meeting = Meeting::default();
    meeting.head.id = PREVIOUS;
    meeting.head.network = NETWORK;
    meeting.head.title = "Frivillige og kommunen".into();
    meeting.head.date = Some(day("2026-08-27"));
    meeting.head.minutes = MinutesStatus::Approved;
    add_item(&mut meeting, 51, 1, "Fælles kampagne", ItemKind::Decision);
    entry(
        &mut meeting,
        60,
        51,
        1,
        EntryKind::Decision,
        "Kampagnen begynder i marts.",
    );
    entry(
        &mut meeting,
        61,
        51,
        2,
        EntryKind::Action,
        "Samle eksempler",
    );
    meeting
}

use crate::domain::meeting::MinutesStatus;

fn add_item(meeting: &mut Meeting, row: u128, place: usize, title: &str, kind: ItemKind) {
    let item = AgendaItem {
        id: id(row),
        pos: pos(place),
        title: title.into(),
        kind,
        minutes: Some(30),
        ..AgendaItem::default()
    };
    meeting.items.insert(item.id, item);
}

pub(crate) fn entry(
    meeting: &mut Meeting,
    row: u128,
    item: u128,
    place: usize,
    kind: EntryKind,
    text: &str,
) {
    let entry = Entry {
        id: id(row),
        item: id(item),
        pos: pos(place),
        kind,
        text: text.into(),
        by: "Ref".into(),
        at: at("10:00"),
        ..Entry::default()
    };
    meeting.entries.insert(entry.id, entry);
}

pub(crate) fn world(language: Language) -> World {
    let mut meeting = Meeting::default();
    running::fill(&mut meeting);
    let practical = Practical {
        id: id(301),
        what: "Kaffe og frugt".into(),
        who: "Anna".into(),
        days: -2,
        ..Practical::default()
    };
    meeting.practicals.insert(practical.id, practical);
    let mut secretariat = Secretariat::default();
    secretariat.head.language = language;
    let label = "fv".to_owned();
    let row = NetworkRef {
        id: NETWORK,
        label,
        removed: false,
    };
    secretariat.networks.insert(NETWORK, row);
    let action = |row, text: &str, item| ActionRow {
        id: id(row),
        network: NETWORK,
        meeting: Some(PREVIOUS),
        item: Some(id(item)),
        text: text.into(),
        owner: Owner::Person(AASE),
        owner_name: "Åse Bang".into(),
        due: Some(Due::Words("Snarest".into())),
        ..ActionRow::default()
    };
    let actions = vec![
        action(43, "Finde et lokale", 51),
        action(44, "LUKKET åben opgave", 59),
    ];
    World {
        secretariat,
        register: register(),
        network: network(),
        meeting,
        previous: previous(),
        actions,
    }
}
