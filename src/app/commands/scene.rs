//! The meeting the tests of commands work on, and lines about it.

use crate::app::testing::Bench;
use crate::domain::agenda::AgendaItem;
use crate::domain::draft::{add_to_meeting, add_to_network};
use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, MeetingHead};
use crate::domain::network::Member;
use crate::domain::pos::Pos;
use crate::domain::setup::{Plan, new_meeting};

/// The meeting's day.
pub const DAY: &str = "2026-11-26";

/// `nims-2026-1` with three items; members are Karen Lund and Åse Olsen of Odense, Bo Friis and
/// Ane Friis of Vejle.
pub fn bench() -> Bench {
    let mut bench = Bench::new();
    for line in [
        r#"network-new nims "Netværk for Internationale Kommuner""#,
        r#"organisation-new odense "Odense Kommune" --short Odense"#,
        r#"organisation-new vejle "Vejle Kommune" --short Vejle"#,
        r#"person-new "Karen Lund" --organisation odense"#,
        r#"person-new "Åse Olsen" --organisation odense"#,
        r#"person-new "Bo Friis" --organisation vejle"#,
        r#"person-new "Ane Friis" --organisation vejle"#,
        r#"person-new "Ulla Berg" --organisation vejle"#,
    ] {
        bench.ok(line);
    }
    let network = bench.secretariat().network("nims").unwrap();
    let mut next = 1u128 << 100;
    let mut ids = || {
        next += 1;
        Id::from_bits(next)
    };
    let mut ops = Vec::new();
    for label in ["karen-lund", "aase-olsen", "bo-friis", "ane-friis"] {
        let member = Member {
            id: ids(),
            person: Some(bench.person(label).id),
            ..Member::default()
        };
        ops.push(add_to_network(network, member));
    }
    let plan = Plan {
        network_id: network,
        network: bench.network("nims"),
        previous: None,
        deferred: &[],
        today: DAY.parse().unwrap(),
    };
    let head = MeetingHead {
        title: "Samskabelse".into(),
        date: Some(DAY.parse().unwrap()),
        start: Some("09:30:00".parse().unwrap()),
        end: Some("12:30:00".parse().unwrap()),
        ..MeetingHead::default()
    };
    for _ in 0..2 {
        let (meeting, made) = new_meeting(&plan, head.clone(), &mut ids);
        ops.extend(made);
        let places = Pos::row(None, 3, 7);
        for (pos, title) in places
            .into_iter()
            .zip(["Velkomst", "Indsatser", "Eventuelt"])
        {
            let item = AgendaItem {
                id: ids(),
                pos,
                title: title.into(),
                ..AgendaItem::default()
            };
            ops.push(add_to_meeting(meeting, item));
        }
    }
    bench.seed(ops);
    bench.set_clock("2026-11-26T09:02");
    bench
}

/// A line about the meeting.
pub fn on(line: &str) -> String {
    format!("--meeting nims-2026-1 {line}")
}

pub fn meeting(bench: &Bench) -> &Meeting {
    bench.meeting("nims-2026-1")
}

/// Runs lines at their times; each says what is written beside it.
pub fn play(bench: &mut Bench, rows: &[(&str, &str, &str)]) {
    for (time, line, said) in rows {
        bench.set_clock(&format!("{DAY}T{time}"));
        assert_eq!(bench.ok(&on(line)), *said, "{line}");
    }
}
