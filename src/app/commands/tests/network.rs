use crate::app::testing::Bench;
use crate::domain::network::{GroupKind, MemberRole};
use crate::locale::Key;

#[test]
fn a_network_is_made_and_changed() {
    let mut bench = Bench::new();
    bench.ok(r#"network-new nims "Netværk for Internationale Kommuner" --language da"#);
    assert_eq!(bench.made(), "nims");
    bench.ok("network-set nims --purpose 'Dele viden' --quorum 5 --quorum-counts organisations --start 9.30 --end 12.30 --comment-days 10");
    let head = &bench.network("nims").head;
    assert_eq!((head.quorum, head.quorum_by_organisation), (Some(5), true));
    assert_eq!(head.comment_days, Some(10));
    bench.ok("--network nims network-set --quorum '' --name NIMS");
    let head = &bench.network("nims").head;
    assert_eq!((head.quorum, head.name.as_str()), (None, "NIMS"));
    let before = bench.journal.len();
    bench.ok("--network nims network-set --name NIMS");
    assert_eq!(
        bench.journal.len(),
        before,
        "nothing changed, nothing written"
    );
    let key = bench.fails("network-set nims --end 8.00");
    assert_eq!(key, Key::ErrorEndBeforeStart);
    assert_eq!(bench.fails("network-set nims --name ' '"), Key::ErrorEmpty);
}

#[test]
fn a_taken_label_gets_a_suffix_and_is_told() {
    let mut bench = Bench::new();
    bench.ok("network-new nims A");
    let said = bench.ok("network-new NIMS B");
    assert!(said.contains("nims-2"), "{said}");
    assert_eq!(bench.made(), "nims-2");
    bench.ok("network-set nims-2 --label vest");
    assert!(bench.secretariat().network("vest").is_some());
    assert_eq!(
        bench.fails("network-set vest --label nims"),
        Key::ErrorLabelTaken
    );
    assert_eq!(bench.fails("network-new 123 C"), Key::ErrorLabel);
    assert_eq!(bench.fails("network-new c ''"), Key::ErrorEmpty);
}

#[test]
fn members_come_and_go() {
    let mut bench = Bench::with_meeting();
    bench.ok("member-add nims ucl --role observer --from 2026-01-01");
    let ucl = bench.organisation("ucl").id;
    let member = |bench: &Bench| {
        let network = bench.network("nims").clone();
        let mut rows = network.members.into_values();
        rows.find(|row| row.organisation == Some(ucl)).unwrap()
    };
    assert_eq!(member(&bench).role, MemberRole::Observer);
    assert_eq!(bench.fails("member-add nims ucl"), Key::ErrorAlreadyMember);
    bench.ok("--network nims member-set --network nims ucl --role member --until 2026-12-31");
    assert_eq!(member(&bench).role, MemberRole::Member);
    let key = bench.fails("member-set nims ucl --until 2025-12-31");
    assert_eq!(key, Key::ErrorUntilBeforeFrom);
    bench.ok("member-remove nims UCL");
    assert!(member(&bench).removed);
    assert_eq!(bench.fails("member-remove nims ucl"), Key::ErrorNotMember);
}

#[test]
fn groups_have_seats() {
    let mut bench = Bench::with_meeting();
    bench.ok("--network nims group-new Styregruppe --kind steering");
    assert_eq!(
        bench.fails("group-new styregruppe --network nims"),
        Key::ErrorGroupExists
    );
    bench.ok("group-member-add styre 'Bo Friis' --network nims");
    let network = bench.network("nims");
    let seat = network.group_members.values().next().unwrap();
    assert_eq!(seat.organisation, Some(bench.organisation("vejle").id));
    assert_eq!(network.groups[&seat.group].kind, GroupKind::Steering);
    let key = bench.fails("group-member-add styre bo --network nims");
    assert_eq!(key, Key::ErrorAlreadyMember);
    bench.ok("group-member-remove Styregruppe bo --network nims");
    bench.ok("group-set styre --name Koordinering --network nims");
    bench.ok("group-remove koord --network nims");
    assert_eq!(
        bench.fails("group-set koord --network nims"),
        Key::ErrorNoGroup
    );
}

#[test]
fn a_template_is_filled_and_reordered() {
    let mut bench = Bench::with_meeting();
    bench.ok("--network nims template-standard");
    assert_eq!(
        bench.fails("--network nims template-standard"),
        Key::ErrorTemplateExists
    );
    let titles = |bench: &Bench| -> Vec<String> {
        let network = bench.network("nims");
        network.template().map(|row| row.title.clone()).collect()
    };
    assert_eq!(titles(&bench).len(), 6);
    bench.ok("template-item-add Nyt --network nims --after 1 --minutes 10");
    assert_eq!(titles(&bench)[1], "Nyt");
    bench.ok("template-item-move 2 down --network nims");
    assert_eq!(titles(&bench)[2], "Nyt");
    bench.ok("template-item-set 3 --title 'Nyt fra formanden' --kind information --network nims");
    bench.ok("template-item-move 3 1 --network nims");
    assert_eq!(titles(&bench)[0], "Nyt fra formanden");
    bench.ok("template-item-remove 1 --network nims");
    assert_eq!(titles(&bench).len(), 6);
    assert_eq!(
        bench.fails("template-item-remove 7 --network nims"),
        Key::ErrorNoSuchNumber
    );
    bench.ok("template-practical-add Blomster --who Karen --days -1 --network nims");
    bench.ok("template-practical-remove 1 --network nims");
    let practicals: Vec<_> = bench.network("nims").template_practical_list().collect();
    assert_eq!(practicals.len(), 4);
    assert_eq!(
        (practicals[3].what.as_str(), practicals[3].days),
        ("Blomster", -1)
    );
}

#[test]
fn a_networks_label_is_short_enough_to_stand_before_a_meetings_number() {
    let rows = [
        ("Netværk for Internationale Kommuner", "nik"),
        ("Kystnetværket", "kyst"),
        ("Digitaliseringsforum", "digitali"),
        ("Netværket", "netvaerk"),
        ("ØKO", "oeko"),
    ];
    for (name, label) in rows {
        assert_eq!(super::super::field::short_label(name), label);
    }
}

#[test]
fn a_secretariat_that_has_a_language_and_no_more_is_begun() {
    let mut bench = Bench::new();
    bench.ok("language en");
    bench.ok("secretariat-new da \"Lone Bruun\" Kystnetværket");
    assert_eq!(bench.network("kyst").head.name, "Kystnetværket");
    let again = bench.fails("secretariat-new da \"Bo\" Andet");
    assert_eq!(again, Key::ErrorSecretariatExists);
}
