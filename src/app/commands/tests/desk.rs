use crate::app::testing::Bench;
use crate::domain::desk::{Enquiry, EnquiryKind, EnquiryState, RepresentationStatus, SeatRole};
use crate::domain::due::Due;
use crate::domain::network::Owner;
use crate::domain::plan::{ActivityKind, Direction};
use crate::locale::Key;

fn enquiry<'a>(bench: &'a Bench, label: &str) -> &'a Enquiry {
    bench.desk().enquiry(label).unwrap()
}

#[test]
fn an_enquiry_is_received_forwarded_answered_and_closed() {
    let mut bench = Bench::with_meeting();
    bench.ok("enquiry-add 'Besøg om boligbygning' --from Oslo --country no --kind visit --received 2026-11-02 --deadline 2026-11-20");
    assert_eq!(bench.made(), "e-2026-1");
    bench.ok("--network nims enquiry-add Høring --from 'Bo Friis' --received 2026-10-01");
    assert_eq!(bench.made(), "e-2026-2");
    let row = enquiry(&bench, "e-2026-1");
    assert_eq!(row.sender, Owner::Words("Oslo".to_owned()));
    assert_eq!((row.country.as_str(), row.kind), ("NO", EnquiryKind::Visit));
    assert_eq!(row.network, None);
    let other = enquiry(&bench, "e-2026-2");
    assert_eq!(other.sender, Owner::Person(bench.person("bo-friis").id));
    assert_eq!(other.network, bench.secretariat().network("nims"));
    let said = bench.ok("enquiry-forward e-2026-1 --to Økonomiforvaltningen --date 2026-11-03");
    assert_eq!(said, "e-2026-1 er noteret som sendt videre.");
    bench.ok("enquiry-forward boligbygning --to vejle --note 'Kan I tage imod?'");
    let row = enquiry(&bench, "e-2026-1");
    let sent = bench.desk().forwarded(row.id);
    let vejle = Owner::Organisation(bench.organisation("vejle").id);
    assert_eq!(sent.len(), 2);
    assert!(sent.iter().any(|row| row.recipient == vejle));
    assert_eq!(bench.desk().state(row), EnquiryState::Forwarded);
    bench.ok("enquiry-recall e-2026-1 --to Vejle");
    let row = enquiry(&bench, "e-2026-1");
    assert_eq!(bench.desk().forwarded(row.id).len(), 1);
    let key = bench.fails("enquiry-recall e-2026-1 --to Vejle");
    assert_eq!(key, Key::ErrorNotForwarded);
    bench.ok("enquiry-answer e-2026-1 --answer 'I er velkomne.'");
    let row = enquiry(&bench, "e-2026-1");
    assert_eq!(bench.desk().state(row), EnquiryState::Answered);
    assert!(!row.is_open());
    bench.ok("enquiry-close e-2026-1 --result 'Besøget blev holdt.' --date 2026-12-01");
    let row = enquiry(&bench, "e-2026-1");
    assert_eq!(bench.desk().state(row), EnquiryState::Closed);
    assert_eq!(row.result, "Besøget blev holdt.");
    bench.ok("enquiry-reopen e-2026-1");
    assert!(enquiry(&bench, "e-2026-1").is_open());
    let key = bench.fails("enquiry-reopen e-2026-1");
    assert_eq!(key, Key::ErrorEnquiryOpen);
}

#[test]
fn an_enquiry_is_changed_and_its_deadline_taken_away() {
    let mut bench = Bench::with_meeting();
    bench.ok("enquiry-add Partner --deadline Snarest --kind partnership");
    let row = enquiry(&bench, "e-2026-1");
    assert_eq!(row.deadline, Some(Due::Words("Snarest".to_owned())));
    bench.ok("enquiry-set e-2026-1 --title 'Partner i Gent' --deadline '' --handler 'Karen Lund'");
    let row = enquiry(&bench, "e-2026-1");
    assert_eq!(
        (row.title.as_str(), &row.deadline),
        ("Partner i Gent", &None)
    );
    assert_eq!(row.handler, Owner::Person(bench.person("karen-lund").id));
    assert_eq!(
        bench.fails("enquiry-set e-2026-1 --title ''"),
        Key::ErrorEmpty
    );
    assert_eq!(
        bench.fails("enquiry-set e-2026-9 --title x"),
        Key::ErrorDeskUnknown
    );
    assert_eq!(bench.fails("enquiry-add x --kind party"), Key::ErrorChoice);
    assert_eq!(bench.fails("enquiry-add ''"), Key::ErrorEmpty);
    bench.ok("enquiry-remove e-2026-1");
    assert!(bench.desk().enquiry("e-2026-1").is_none());
    bench.ok("enquiry-add Ny");
    assert_eq!(bench.made(), "e-2026-2");
    bench.ok("enquiry-add 'Ny igen'");
    assert_eq!(bench.fails("enquiry-close ny-"), Key::ErrorDeskUnknown);
    assert_eq!(bench.fails("enquiry-close n"), Key::ErrorDeskSeveral);
    // A name that is exactly the one typed goes before one that begins with it.
    bench.ok("enquiry-close ny");
    assert!(!enquiry(&bench, "e-2026-2").is_open());
}

#[test]
fn memberships_have_seats_with_terms() {
    let mut bench = Bench::with_meeting();
    bench.ok("membership-add 'European Social Network' --since 2010-01 --contributes Erfaringer --gains Viden --fee '3.200 euro'");
    let membership = bench.made();
    bench.ok(
        "seat-add 'European Social Network' 'Karen Lund' --role board --from 2025-01 --to 2027-12",
    );
    let seat = bench.desk().seats.values().next().unwrap().clone();
    assert_eq!(seat.place.to_string(), membership);
    assert_eq!(seat.person, bench.person("karen-lund").id);
    assert_eq!(seat.role, SeatRole::Board);
    assert_eq!(seat.until.as_ref().unwrap().to_string(), "2027-12");
    let line = format!("seat-set {} --to 2024-12", seat.id);
    assert_eq!(bench.fails(&line), Key::ErrorDeskDays);
    bench.ok(&format!("seat-set {} --to '' --title formand", seat.id));
    let seat = bench.desk().seats.values().next().unwrap();
    assert_eq!((seat.title.as_str(), &seat.until), ("formand", &None));
    assert_eq!(
        bench.fails("seat-add Eurocities 'Karen Lund'"),
        Key::ErrorDeskUnknown
    );
    bench.ok("membership-set social --until 2028");
    let row = bench.desk().memberships.values().next().unwrap();
    assert_eq!(row.until.as_ref().unwrap().to_string(), "2028-01..2028-12");
    bench.ok("membership-remove social");
    assert!(bench.desk().membership_list().is_empty());
}

#[test]
fn a_representation_has_themes() {
    let mut bench = Bench::with_meeting();
    bench.ok("representation-add 'In their shoes' --theme 'Samskabelse, unge, samskabelse'");
    let made = bench.made();
    let themes = |bench: &Bench| bench.desk().representation_list()[0].themes.clone();
    assert_eq!(themes(&bench), ["Samskabelse", "unge"]);
    bench.ok(&format!("representation-set {made} --theme ''"));
    assert!(themes(&bench).is_empty());
}

#[test]
fn who_takes_part_in_a_representation_becomes_as_it_is_given() {
    let mut bench = Bench::with_meeting();
    bench.ok("representation-add 'In their shoes' --role workshop --event 'Social Services Conference' --place Valletta --when 2027-06 --person 'Karen Lund; Bo Friis' --partner VIVE");
    let id = bench.made();
    let names = |bench: &Bench, partners| {
        let id = id.parse().unwrap();
        bench
            .desk()
            .contributor_names(id, partners, bench.register())
    };
    let ours = names(&bench, false);
    assert!(
        ours.contains("Karen Lund") && ours.contains("Bo Friis"),
        "{ours}"
    );
    assert_eq!(names(&bench, true), "VIVE");
    bench.ok("representation-set shoes --status accepted --person 'Bo Friis' --partner ''");
    assert_eq!(names(&bench, false), "Bo Friis");
    assert_eq!(names(&bench, true), "");
    let row = &bench.desk().representations[&id.parse().unwrap()];
    assert_eq!(row.status, RepresentationStatus::Accepted);
    bench.ok("enquiry-add 'Oplæg i Gent' --kind speaker");
    bench.ok("enquiry-close e-2026-1 --result 'Vi kommer.' --representation shoes");
    let became = enquiry(&bench, "e-2026-1").representation;
    assert_eq!(became.unwrap().to_string(), id);
}

#[test]
fn fora_stand_below_each_other_and_contacts_below_their_office() {
    let mut bench = Bench::with_meeting();
    bench.ok("forum-add Eurocities --kind umbrella");
    bench.ok("forum-add 'Social Affairs Forum' --under Eurocities --gains Netværk --costs 'To rejser' --assessed 2026-05-01");
    bench.ok("forum-add Hjemløshed --kind group --under 'Social Affairs'");
    let list: Vec<(String, usize)> = bench
        .desk()
        .forum_list()
        .into_iter()
        .map(|(row, depth)| (row.name.clone(), depth))
        .collect();
    let wanted = [
        ("Eurocities", 0),
        ("Social Affairs Forum", 1),
        ("Hjemløshed", 2),
    ];
    assert_eq!(list, wanted.map(|(name, depth)| (name.to_owned(), depth)));
    let key = bench.fails("forum-set Eurocities --under Hjemløshed");
    assert_eq!(key, Key::ErrorForumBelowItself);
    bench.ok("contact-add 'Bo Friis' --for Teknikforvaltningen --covers 'klima, energi'");
    bench.ok("contact-set 'Bo Friis' --covers klima");
    let row = bench.desk().contacts.values().next().unwrap();
    assert_eq!(row.covers, "klima");
    assert_eq!(
        bench.fails("contact-remove 'Karen Lund'"),
        Key::ErrorNotAContact
    );
    bench.ok("contact-remove 'Bo Friis'");
    assert!(bench.desk().contact_list(bench.register()).is_empty());
}

#[test]
fn an_enquiry_leads_to_a_visit_an_activity_or_a_representation() {
    let mut bench = Bench::with_meeting();
    bench.ok("enquiry-add 'Besøg om boliger' --from Oslo --kind visit");
    assert_eq!(bench.fails("enquiry-become e-2026-1"), Key::ErrorNoNetwork);
    bench.ok("enquiry-become e-2026-1 --network nims --when 2027-02-10");
    let made = bench.network("nims").activities.values().next().unwrap();
    assert_eq!(
        (made.title.as_str(), made.kind),
        ("Besøg om boliger", ActivityKind::Visit)
    );
    assert_eq!(
        (made.guests.as_str(), made.direction),
        ("Oslo", Some(Direction::Inbound))
    );
    let row = enquiry(&bench, "e-2026-1");
    assert_eq!(row.activity, Some(made.id));
    assert!(row.is_open() && row.network.is_some());
    assert_eq!(
        bench.fails("enquiry-become e-2026-1"),
        Key::ErrorEnquiryBecame
    );
    bench.ok("enquiry-become e-2026-1 --as representation --title 'Oplæg i Oslo'");
    let made = bench.desk().representations.values().next().unwrap();
    assert_eq!(
        (made.title.as_str(), made.event.as_str()),
        ("Oplæg i Oslo", "Oslo")
    );
    assert_eq!(enquiry(&bench, "e-2026-1").representation, Some(made.id));
    bench.ok("enquiry-add 'Fælles høringssvar' --kind consultation --network nims");
    bench.ok("enquiry-become e-2026-2");
    let rows = bench.network("nims").activities.values();
    let kinds: Vec<ActivityKind> = rows.map(|row| row.kind).collect();
    assert!(kinds.contains(&ActivityKind::Other), "{kinds:?}");
    let of = bench.fails("enquiry-become e-2026-2 --as party");
    assert_eq!(of, Key::ErrorChoice);
}
