//! Replies to letters as they are seen and settled.

use crate::app::testing::Bench;
use crate::domain::attendance::Rsvp;
use crate::domain::draft::add_to_meeting;
use crate::domain::id::Id;
use crate::domain::reply::{Reply, ReplyKind, ReplyStatus};
use crate::domain::secretariat::Language;
use crate::ui::picture::picture;

/// A meeting with an answer by somebody unknown, another time that is proposed, and words to read.
fn office(language: Language) -> Bench {
    let mut bench = Bench::with_meeting();
    bench.ok("--meeting nims-2026-1 invite");
    let meeting = bench.meeting("nims-2026-1").head.id;
    let karen = bench.person("karen-lund").id;
    let at = bench.app.clock.now;
    let reply = |number: u128, kind| Reply {
        id: Id::from_bits(9000 + number),
        at: at + i64::try_from(number).unwrap(),
        source: format!("mail-{number}"),
        kind,
        status: ReplyStatus::Open,
        ..Reply::default()
    };
    let rows = [
        Reply {
            name: "Lone B.".into(),
            address: "lone@privat.example".into(),
            rsvp: Rsvp::No,
            text: "Ferie".into(),
            ..reply(1, ReplyKind::Answer)
        },
        Reply {
            person: Some(karen),
            date: "2026-11-27".parse().ok(),
            start: "10:00:00".parse().ok(),
            end: "12:00:00".parse().ok(),
            text: "Salen er optaget".into(),
            ..reply(2, ReplyKind::Proposal)
        },
        Reply {
            person: Some(karen),
            text: "Er der frokost?\nOg parkering?".into(),
            ..reply(3, ReplyKind::Words)
        },
    ];
    bench.seed(rows.map(|row| add_to_meeting(meeting, row)).to_vec());
    bench.sit_down(language, (80, 24));
    bench.ok("meeting-open nims-2026-1");
    bench.press("c");
    bench
}

fn statuses(bench: &Bench) -> Vec<ReplyStatus> {
    let rows = bench.meeting("nims-2026-1").replies.values();
    rows.map(|row| row.status).collect()
}

#[test]
fn replies_wait_in_the_meeting_and_are_settled_there() {
    let mut bench = office(Language::Danish);
    insta::assert_snapshot!("replies-da", picture(&bench.app));
    bench.press("<enter>");
    insta::assert_snapshot!("reply-da", picture(&bench.app));
    // It asks who that is.
    bench.press("<enter>");
    bench.press("Karen Lund<enter>");
    let karen = bench.person("karen-lund").id;
    let row = &bench.meeting("nims-2026-1").participants[&karen];
    let answer = (row.rsvp, row.rsvp_note.as_str());
    assert_eq!(answer, (Rsvp::No, "Ferie"), "{}", picture(&bench.app));
    use ReplyStatus::{Dropped, Open, Settled};
    assert_eq!(statuses(&bench), [Settled, Open, Open]);
    bench.press("<del>");
    assert_eq!(
        statuses(&bench),
        [Settled, Dropped, Open],
        "{}",
        picture(&bench.app)
    );
    bench.press("<enter><enter>");
    assert_eq!(
        statuses(&bench),
        [Settled, Dropped, Settled],
        "{}",
        picture(&bench.app)
    );
}

#[test]
fn another_time_that_is_proposed_is_in_the_form_that_moves_the_meeting() {
    let mut bench = office(Language::English);
    insta::assert_snapshot!("replies-en", picture(&bench.app));
    bench.press("<down><enter><enter>");
    insta::assert_snapshot!("reply-move-en", picture(&bench.app));
}
