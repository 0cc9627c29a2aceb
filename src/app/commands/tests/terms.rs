use crate::app::testing::Bench;
use crate::domain::network::Network;
use crate::locale::Key;

fn texts(network: &Network) -> Vec<&str> {
    let rows = network.purposes().into_iter();
    rows.map(|row| row.text.as_str()).collect()
}

#[test]
fn terms_are_written_adopted_and_written_on_in_a_new_version() {
    let mut bench = Bench::with_meeting();
    assert_eq!(
        bench.fails("--network nims terms-adopt --by Styregruppen"),
        Key::ErrorNoDraftTerms
    );
    bench.ok("--network nims terms-set --purpose 'Dele viden\nSøge midler' --way-of-working 'Fire møder om året' --evaluation 2027-11 --criteria 'Fremmøde\nNytte'");
    assert_eq!(texts(bench.network("nims")), ["Dele viden", "Søge midler"]);
    let said = bench.ok("--network nims terms-adopt --by Styregruppen --date 2026-12-03");
    assert!(said.contains("version 1"), "{said}");
    bench.ok("--network nims purpose-set 2 --text 'Søge midler sammen'");
    bench.ok("--network nims terms-set --expected-results 'To fælles projekter'");
    let network = bench.network("nims");
    let adopted = network.terms_in_force().unwrap();
    assert_eq!(adopted.purposes, ["Dele viden", "Søge midler"]);
    assert_eq!(adopted.expected_results, "");
    let draft = network.draft_terms().unwrap();
    assert_eq!(
        (draft.version, draft.way_of_working.as_str()),
        (2, "Fire møder om året")
    );
    assert_eq!(
        network.purposes_of(draft),
        ["Dele viden", "Søge midler sammen"]
    );
    bench.ok("--network nims undo");
    let draft = bench.network("nims").draft_terms().unwrap();
    assert_eq!(draft.expected_results, "");
}

#[test]
fn an_adoption_can_be_taken_back() {
    let mut bench = Bench::with_meeting();
    bench.ok("--network nims terms-set --purpose 'Dele viden'");
    bench.ok("--network nims terms-adopt --by Styregruppen");
    bench.ok("--network nims undo");
    let network = bench.network("nims");
    let draft = network.draft_terms().unwrap();
    assert_eq!((draft.purposes.len(), draft.adopted_by.as_str()), (0, ""));
}

#[test]
fn a_new_network_has_its_purposes() {
    let mut bench = Bench::new();
    bench.ok("network-new nims NIMS --purpose 'Dele viden\nSøge midler'");
    assert_eq!(texts(bench.network("nims")), ["Dele viden", "Søge midler"]);
}

#[test]
fn purposes_keep_what_names_them_when_the_text_changes() {
    let mut bench = Bench::with_meeting();
    bench.ok("network-set nims --purpose 'Et\nTo\nTre'");
    let ids = |bench: &Bench| -> Vec<_> {
        let rows = bench.network("nims").purposes().into_iter();
        rows.map(|row| (row.text.clone(), row.id)).collect()
    };
    let before = ids(&bench);
    bench.ok("network-set nims --purpose 'Tre\nTo og en halv\nEt\nFire'");
    let after = ids(&bench);
    let named = |text: &str| after.iter().find(|(row, _)| row == text).map(|(_, id)| *id);
    assert_eq!(
        texts(bench.network("nims")),
        ["Tre", "To og en halv", "Et", "Fire"]
    );
    assert_eq!(named("Et"), Some(before[0].1));
    assert_eq!(named("To og en halv"), Some(before[1].1));
    assert_eq!(named("Tre"), Some(before[2].1));
    bench.ok("--network nims purpose-move 4 1");
    bench.ok("--network nims purpose-remove 'tre'");
    assert_eq!(
        texts(bench.network("nims")),
        ["Fire", "To og en halv", "Et"]
    );
    assert!(bench.network("nims").current_terms().is_none());
}

#[test]
fn an_evaluation_is_by_the_criteria_that_were_adopted() {
    let mut bench = Bench::with_meeting();
    let line = "--network nims evaluation-add frem --finding 'Ni af tolv kommuner' --change 'Møder i hele regionen'";
    assert_eq!(bench.fails(line), Key::ErrorNoTerms);
    bench.ok("--network nims terms-set --criteria 'Fremmøde\nNytte'");
    bench.ok("--network nims terms-adopt --by Styregruppen");
    bench.ok(line);
    let network = bench.network("nims");
    let terms = network.terms_in_force().unwrap();
    assert_eq!(network.open_criteria(terms), ["Nytte"]);
    assert_eq!(network.findings_of(terms.id)[0].criterion, "Fremmøde");
    assert_eq!(
        bench.fails("--network nims evaluation-add Økonomi --finding x"),
        Key::ErrorNoCriterion
    );
}

#[test]
fn the_secretariat_goes_from_member_to_member() {
    let mut bench = Bench::with_meeting();
    bench.ok("--network nims secretariat-set odense --since 2025-01");
    bench.ok("--network nims secretariat-set vejle --since 2027-01 --until 2028-12");
    bench.ok("--network nims secretariat-set vejle --until 2027-12");
    let network = bench.network("nims");
    let held = |day: &str| {
        let row = network.secretariat_on(day.parse().unwrap())?;
        Some(bench.register().organisation_name(row.organisation))
    };
    assert_eq!(held("2026-12-31"), Some("Odense"));
    assert_eq!(held("2027-01-01"), Some("Vejle"));
    assert_eq!(held("2028-01-01"), None);
    let key = bench.fails("--network nims secretariat-set vejle --until 2026-11");
    assert_eq!(key, Key::ErrorUntilBeforeFrom);
}

#[test]
fn a_group_has_a_mandate_and_seats_that_end() {
    let mut bench = Bench::with_meeting();
    bench.ok("--network nims group-new 'Arbejdsgruppe om hjemløshed' --kind working --mandate 'Op til 50.000 kr.' --by Styregruppen --date 2026-10-01");
    bench.ok("--network nims group-member-add 'Arbejdsgruppe om hjemløshed' 'Ulla Berg' --for odense --until 2026-12-31");
    let network = bench.network("nims");
    let group = network.groups.values().next().unwrap();
    assert_eq!(group.mandate, "Op til 50.000 kr.");
    let seat = network.group_members.values().next().unwrap();
    assert_eq!(seat.organisation, Some(bench.organisation("odense").id));
    bench.ok("--network nims group-member-set arbejds ulla --until 2027-06-30");
    bench.set_clock("2027-07-01T10:00");
    bench.ok("--network nims group-member-add arbejds ulla");
    assert_eq!(bench.network("nims").group_members.len(), 2);
}
