use super::*;
use crate::app::testing::Bench;
use crate::domain::due::Due;

fn bench() -> Bench {
    let mut bench = Bench::new();
    for line in [
        r#"network-new nims "Netværk for Internationale Kommuner""#,
        r#"organisation-new odense "Odense Kommune" --short Odense"#,
        r#"organisation-new ringkoebing "Ringkøbing-Skjern Kommune""#,
        r#"person-new "Karen Lund" --organisation odense --email karen@example.dk"#,
        r#"person-new "Karen Lundgaard" --organisation ringkoebing"#,
        r#"person-new "Åse Østergaard" --organisation odense"#,
    ] {
        bench.ok(line);
    }
    bench
}

fn key(stop: Result<impl std::fmt::Debug, Stop>) -> Key {
    match stop.unwrap_err() {
        Stop::Fail(message) | Stop::Usage(message) => message.key(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_person_is_found_by_label_name_mail_and_letters() {
    let mut bench = bench();
    let label = |bench: &mut Bench, typed: &str| {
        let id = bench.look(|context| person(context, typed)).unwrap();
        bench.register().people[&id].label.clone()
    };
    for (typed, wanted) in [
        ("karen-lund", "karen-lund"),
        ("karen  lund", "karen-lund"),
        ("Karen@Example.dk", "karen-lund"),
        ("lundgaard", "karen-lundgaard"),
        ("aase o", "aase-oestergaard"),
    ] {
        assert_eq!(label(&mut bench, typed), wanted, "{typed}");
    }
    let id = bench.person("karen-lund").id.to_string();
    assert_eq!(label(&mut bench, &id), "karen-lund");
}

#[test]
fn several_and_nobody_are_told_with_those_who_nearly_fit() {
    let mut bench = bench();
    for (typed, wanted) in [
        ("karen", Key::ErrorPersonSeveral),
        ("Karen Holm", Key::ErrorPersonNear),
        ("Xenia", Key::ErrorPersonUnknown),
        ("", Key::ErrorPersonUnknown),
    ] {
        let found = bench.look(|context| person(context, typed));
        assert_eq!(key(found), wanted, "{typed}");
    }
    let found = bench.look(|context| person(context, "karen"));
    let Err(Stop::Fail(message)) = found else {
        panic!()
    };
    let text = message.render(bench.app.locale);
    assert!(
        text.contains("Karen Lund, Odense (karen-lund); Karen Lundgaard, Ringkøbing-Skjern Kommune (karen-lundgaard)"),
        "{text}"
    );
}

#[test]
fn organisations_and_networks_are_found_by_label_and_name() {
    let mut bench = bench();
    let odense = bench.organisation("odense").id;
    for typed in ["odense", "Odense Kommune", "ODENSE", "oden"] {
        let found = bench.look(|context| organisation(context, typed));
        assert_eq!(found.unwrap(), odense, "{typed}");
    }
    let skjern = bench
        .look(|context| organisation(context, "Skjern"))
        .unwrap();
    assert_eq!(skjern, bench.organisation("ringkoebing").id);
    let found = bench.look(|context| organisation(context, "kommune"));
    assert_eq!(key(found), Key::ErrorOrganisationSeveral);
    let nims = bench.secretariat().network("nims").unwrap();
    for typed in ["nims", "NIMS", "netværk for internationale kommuner"] {
        assert_eq!(bench.look(|context| network(context, typed)).unwrap(), nims);
    }
    let found = bench.look(|context| network(context, "vild"));
    assert_eq!(key(found), Key::ErrorNetworkNear);
}

#[test]
fn an_owner_is_a_person_an_organisation_or_words() {
    let mut bench = bench();
    let karen = bench.person("karen-lund").id;
    let odense = bench.organisation("odense").id;
    for (typed, wanted) in [
        ("", Owner::Nobody),
        ("Karen Lund", Owner::Person(karen)),
        ("Odense", Owner::Organisation(odense)),
        ("arbejdsgruppen", Owner::Words("arbejdsgruppen".into())),
    ] {
        assert_eq!(bench.look(|context| owner(context, typed)).unwrap(), wanted);
    }
    let found = bench.look(|context| owner(context, "karen"));
    assert_eq!(key(found), Key::ErrorPersonSeveral);
}

#[test]
fn values_are_read_or_refused() {
    let mut bench = bench();
    let date = bench.look(|context| day(context, "1/12")).unwrap();
    assert_eq!(date.to_string(), "2026-12-01");
    let faulty = bench.look(|context| day(context, "snart"));
    assert_eq!(key(faulty), Key::ErrorPlain);
    let words = bench.look(|context| due(context, "Snarest")).unwrap();
    assert_eq!(words, Some(Due::Words("Snarest".into())));
    assert_eq!(bench.look(|context| due(context, " ")).unwrap(), None);
    assert!(bench.look(|context| time(context, "9.30")).is_ok());
    assert_eq!(
        key(bench.look(|context| time(context, "25"))),
        Key::ErrorPlain
    );
    assert_eq!(number::<i16>("-14").unwrap(), -14);
    assert_eq!(number::<i16>("+3").unwrap(), 3);
    assert_eq!(key(number::<u16>("many")), Key::ErrorNumber);
    assert!(yes("ja").unwrap());
    use crate::domain::agenda::ItemKind;
    assert_eq!(choice::<ItemKind>("Talk").unwrap(), ItemKind::Talk);
    assert_eq!(key(choice::<ItemKind>("x")), Key::ErrorChoice);
}
