use crate::app::testing::Bench;
use crate::domain::proposal::{LONGEST_TITLE, Proposal, ProposalStatus};
use crate::domain::role::Role;
use crate::domain::schedule::schedule;
use crate::domain::walk::{Check, gaps};
use crate::locale::Key;

fn bench() -> Bench {
    let mut bench = Bench::with_meeting();
    for line in [
        "agenda-add Økonomi --kind decision --minutes 20",
        "agenda-add Eventuelt --kind aob",
        "agenda-propose Flyttehjælp --purpose \"Alle får spørgsmålet\" --minutes 15 --by \"Bo Friis\"",
    ] {
        ok(&mut bench, line);
    }
    bench
}

fn ok(bench: &mut Bench, line: &str) -> String {
    bench.ok(&format!("--meeting nims-2026-1 {line}"))
}

fn fails(bench: &mut Bench, line: &str) -> Key {
    bench.fails(&format!("--meeting nims-2026-1 {line}"))
}

fn titles(bench: &Bench) -> Vec<String> {
    let agenda = bench.meeting("nims-2026-1").agenda();
    agenda.iter().map(|item| item.title.clone()).collect()
}

fn only(bench: &Bench) -> Proposal {
    bench.meeting("nims-2026-1").proposal_list()[0].clone()
}

fn waits(bench: &Bench) -> bool {
    let meeting = bench.meeting("nims-2026-1");
    let network = bench.network("nims");
    gaps(meeting, network)
        .iter()
        .any(|gap| gap.check == Check::Proposals)
}

#[test]
fn a_proposal_is_no_part_of_the_agenda_until_it_is_taken_in() {
    let mut bench = bench();
    assert_eq!(titles(&bench), ["Økonomi", "Eventuelt"]);
    assert_eq!(schedule(bench.meeting("nims-2026-1"), 0).planned, 20);
    assert!(waits(&bench));
    let said = ok(&mut bench, "proposal-accept 1");
    assert!(said.contains("punkt 2"), "{said}");
    assert_eq!(titles(&bench), ["Økonomi", "Flyttehjælp", "Eventuelt"]);
    let meeting = bench.meeting("nims-2026-1");
    assert_eq!(meeting.agenda()[1].purpose, "Alle får spørgsmålet");
    assert_eq!(only(&bench).item, Some(meeting.agenda()[1].id));
    assert!(!waits(&bench));
    assert_eq!(
        fails(&mut bench, "proposal-accept 1"),
        Key::ErrorProposalTaken
    );
    assert_eq!(
        fails(&mut bench, "proposal-decline 1"),
        Key::ErrorProposalTaken
    );
}

#[test]
fn a_declined_one_says_why_and_can_be_taken_in_after_all() {
    let mut bench = bench();
    ok(&mut bench, "proposal-decline 1 \"Det er på i maj\"");
    assert_eq!(only(&bench).status, ProposalStatus::Declined);
    assert_eq!(only(&bench).answer, "Det er på i maj");
    assert!(!waits(&bench));
    assert_eq!(titles(&bench), ["Økonomi", "Eventuelt"]);
    ok(&mut bench, "proposal-accept 1");
    assert_eq!(titles(&bench), ["Økonomi", "Flyttehjælp", "Eventuelt"]);
}

#[test]
fn what_a_member_adds_is_a_proposal_in_their_name() {
    let mut bench = bench();
    bench.app.session.role = Role::Member;
    ok(&mut bench, "agenda-add \"Nyt punkt\" --minutes 5");
    assert_eq!(titles(&bench), ["Økonomi", "Eventuelt"]);
    let meeting = bench.meeting("nims-2026-1");
    let new = meeting
        .proposal_list()
        .into_iter()
        .find(|row| row.title == "Nyt punkt");
    assert_eq!(
        new.map(|row| (row.by.as_str(), row.minutes)),
        Some(("Karen", Some(5)))
    );
}

#[test]
fn nothing_is_proposed_that_cannot_be_taken_in() {
    let mut bench = bench();
    let long = "x".repeat(LONGEST_TITLE + 1);
    let line = format!("agenda-propose {long}");
    assert_eq!(fails(&mut bench, &line), Key::ErrorProposalLong);
    assert_eq!(
        fails(&mut bench, "proposal-accept 7"),
        Key::ErrorProposalUnknown
    );
    ok(&mut bench, "agenda-send");
    assert_eq!(
        fails(&mut bench, "agenda-propose Sent"),
        Key::ErrorProposalsClosed
    );
}
