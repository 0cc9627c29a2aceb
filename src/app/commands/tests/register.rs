use crate::app::Effect;
use crate::app::testing::Bench;
use crate::domain::network::Owner;
use crate::domain::secretariat::Language;
use crate::locale::Key;

#[test]
fn people_and_organisations_are_made_and_changed() {
    let mut bench = Bench::new();
    bench.ok(r#"organisation-new odense "Odense Kommune""#);
    assert_eq!(bench.made(), "odense");
    bench.ok(r#"person-new "Karen Lund" --organisation odense --email karen@example.dk"#);
    assert_eq!(bench.made(), "karen-lund");
    let odense = bench.organisation("odense").id;
    assert_eq!(bench.person("karen-lund").organisation, Some(odense));
    bench.ok("person-new 'Karen Lund'");
    assert_eq!(bench.made(), "karen-lund-2");
    bench.ok("person-set karen-lund-2 --name 'Karen Holm' --label kholm --organisation odense --language en --call-name Kaja");
    let holm = bench.person("kholm");
    assert_eq!(
        (holm.name.as_str(), holm.call_name.as_str()),
        ("Karen Holm", "Kaja")
    );
    assert_eq!(holm.language, Some(Language::English));
    bench.ok("person-set kholm --organisation '' --language ''");
    assert_eq!(bench.person("kholm").organisation, None);
    bench.ok("organisation-set odense --short Odense --name 'Odense kommune'");
    assert_eq!(bench.organisation("odense").short, "Odense");
    let key = bench.fails("organisation-remove odense");
    assert_eq!(key, Key::ErrorOrganisationHasPeople);
    bench.ok("person-remove karen-lund");
    bench.ok("organisation-remove odense");
    assert!(bench.register().organisation("odense").is_none());
}

#[test]
fn names_are_cleaned_and_never_empty() {
    let mut bench = Bench::new();
    bench.ok("person-new \"Bo\u{1b}]0;x\u{7} Fri\u{202e}is\"");
    let person = bench.register().people.values().next().unwrap();
    assert_eq!(person.name, "Bo Friis");
    assert_eq!(bench.fails("person-new \"\u{1b}[2J\""), Key::ErrorEmpty);
    assert_eq!(
        bench.fails("person-set bo-friis --name ''"),
        Key::ErrorEmpty
    );
    let key = bench.fails("person-new Anna --organisation nowhere");
    assert_eq!(key, Key::ErrorOrganisationUnknown);
    assert_eq!(
        bench.fails("person-new Anna --language fr"),
        Key::ErrorChoice
    );
}

#[test]
fn a_successor_takes_over_what_is_to_come() {
    let mut bench = Bench::with_meeting();
    bench.ok("--meeting nims-2026-1 agenda-add Økonomi --responsible 'Bo Friis'");
    bench.ok("person-new 'Ida Holst' --organisation vejle");
    bench.ok("--network nims group-new Arbejdsgruppe");
    bench.ok("--network nims group-member-add Arbejdsgruppe bo");
    let said = bench.ok("person-succeed 'Bo Friis' 'Ida Holst' --from 2026-11-20");
    assert!(said.contains("Ida Holst"), "{said}");
    let (bo, ida) = (bench.person("bo-friis"), bench.person("ida-holst").id);
    assert_eq!(bo.succeeded_by, Some(ida));
    let meeting = bench.meeting("nims-2026-1");
    assert_eq!(meeting.agenda()[0].responsible, Owner::Person(ida));
    let network = bench.network("nims");
    assert!(network.members.values().any(|row| row.person == Some(ida)));
    let seats = network.group_members.values().filter(|row| !row.removed);
    assert!(seats.clone().all(|row| row.person == ida) && seats.count() == 1);
    assert_eq!(bench.fails("person-succeed ida ida"), Key::ErrorSamePerson);
}

#[test]
fn two_records_of_one_person_become_one() {
    let mut bench = Bench::with_meeting();
    bench.ok("person-new 'Bo Fris' --email bo@example.dk");
    bench.ok("--meeting nims-2026-1 agenda-add Økonomi --responsible 'Bo Fris'");
    bench.ok("person-merge bo-friis bo-fris");
    let kept = bench.person("bo-friis");
    assert_eq!(kept.email, "bo@example.dk");
    let meeting = bench.meeting("nims-2026-1");
    assert_eq!(meeting.agenda()[0].responsible, Owner::Person(kept.id));
    assert!(bench.register().person("bo-fris").is_none());
}

#[test]
fn approved_minutes_do_not_keep_two_records_apart() {
    let mut bench = Bench::with_meeting();
    bench.ok("person-new 'Bo Fris' --email bo@example.dk");
    bench.ok("--meeting nims-2026-1 agenda-add Økonomi --responsible 'Bo Fris'");
    bench.ok("--meeting nims-2026-1 invite 'Bo Fris'");
    for line in [
        "check-in 'Bo Fris'",
        "meeting-start",
        "meeting-close",
        "minutes-approve",
    ] {
        bench.ok(&format!("--meeting nims-2026-1 {line}"));
    }
    let (before, double) = (
        bench.meeting("nims-2026-1").clone(),
        bench.person("bo-fris").id,
    );
    bench.ok("person-merge bo-friis bo-fris");
    assert!(bench.register().person("bo-fris").is_none());
    let after = bench.meeting("nims-2026-1");
    assert_eq!(after.agenda()[0].responsible, Owner::Person(double));
    assert_eq!(
        (&after.participants, &after.presences),
        (&before.participants, &before.presences)
    );
}

#[test]
fn erasing_is_said_twice() {
    let mut bench = Bench::with_meeting();
    assert_eq!(
        bench.fails("person-erase 'Ulla Berg'"),
        Key::ErrorConfirmErase
    );
    assert!(bench.why().contains("Ulla Berg"));
    bench.ok("person-remove 'Ulla Berg'");
    let id = bench
        .register()
        .people
        .values()
        .find(|row| row.removed)
        .unwrap()
        .id;
    bench.ok("person-erase 'Ulla Berg' --yes");
    assert_eq!(bench.effects, [Effect::Erase(id)]);
}
