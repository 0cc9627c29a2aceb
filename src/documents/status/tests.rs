use super::*;
use crate::documents::Letterhead;
use crate::documents::json::{DeskSource, status_object};
use crate::documents::{Apart, csv, html, locale, markdown, text};
use crate::domain::desk::{Desk, Enquiry, EnquiryKind, Forwarding};
use crate::domain::due::Due;
use crate::domain::figures::{ActionDays, Turnout};
use crate::domain::network::Owner;
use crate::domain::plan::{Activity, ActivityStatus};
use crate::domain::register::Register;
use crate::domain::secretariat::{Language, NetworkRef, Secretariat};
use crate::domain::when::When;

fn id(bits: u128) -> Id {
    Id::from_bits(bits)
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

fn activity(bits: u128, title: &str, when: &str, status: ActivityStatus) -> PlanRow {
    PlanRow {
        network: id(1),
        activity: Activity {
            id: id(bits),
            title: title.into(),
            when: Some(When::from(when.to_owned())),
            status,
            product: "En tjekliste".into(),
            place: "Odense".into(),
            ..Activity::default()
        },
        ..PlanRow::default()
    }
}

fn decision(item: u128, text: &str) -> DecisionRow {
    DecisionRow {
        meeting_label: "nims-2026-1".into(),
        date: day("2026-05-12"),
        item: id(item),
        number: 3,
        text: text.into(),
        ..DecisionRow::default()
    }
}

fn action(item: u128, text: &str) -> ActionRow {
    ActionRow {
        text: text.into(),
        owner_name: "Bo Friis".into(),
        due: Some(Due::Words("Snarest".into())),
        item: Some(id(item)),
        ..ActionRow::default()
    }
}

fn nims() -> NetworkStatus {
    let mut network = Network::default();
    network.head.name = "Netværk for Internationale Kommuner".into();
    for (bits, on) in [(5, "2026-06-01"), (6, "2024-06-01")] {
        let row = Finding {
            id: id(bits),
            criterion: "Fremmøde".into(),
            finding: format!("Ni af tolv kommuner i {}.", &on[..4]),
            change: "Møderne spredes i regionen.".into(),
            on: day(on),
            ..Finding::default()
        };
        network.findings.insert(row.id, row);
    }
    let figures = Figures {
        meetings: vec![Turnout {
            label: "nims-2026-1".into(),
            date: day("2026-05-12").unwrap(),
            invited: 4,
            came: 3,
            apologies: 1,
            ..Turnout::default()
        }],
        actions: vec![ActionDays {
            opened: day("2026-05-12"),
            closed: None,
            open: true,
        }],
        ..Figures::default()
    };
    NetworkStatus {
        id: id(1),
        network,
        activities: vec![
            activity(2, "Kursus", "2026-03-02", ActivityStatus::Held),
            activity(3, "En idé", "2026-04", ActivityStatus::Idea),
            activity(4, "Studietur", "2026-11..2026-12", ActivityStatus::Planned),
        ],
        figures,
        decisions: vec![
            decision(20, "Vi søger <midler> sammen."),
            decision(21, "Kontrakten opsiges."),
        ],
        actions: vec![
            action(20, "Skriv ansøgningen"),
            action(21, "Skriv opsigelsen"),
        ],
        closed: BTreeSet::from([id(21)]),
    }
}

fn desk() -> Desk {
    let mut desk = Desk::default();
    let enquiry = Enquiry {
        id: id(30),
        year: 2026,
        number: 1,
        title: "Besøg om boliger".into(),
        kind: EnquiryKind::Visit,
        country: "NO".into(),
        received: day("2026-02-01"),
        closed_on: day("2026-02-20"),
        result: "Besøget blev holdt.".into(),
        ..Enquiry::default()
    };
    let forwarding = Forwarding {
        id: id(31),
        enquiry: id(30),
        recipient: Owner::Words("Økonomiforvaltningen".into()),
        date: day("2026-02-03"),
        ..Forwarding::default()
    };
    desk.enquiries.insert(enquiry.id, enquiry);
    desk.forwardings.insert(forwarding.id, forwarding);
    desk
}

fn report(networks: &[NetworkStatus], made: fn(&StatusSource<'_>) -> String) -> String {
    let (desk, register) = (desk(), Register::default());
    let mut secretariat = Secretariat::default();
    let row = NetworkRef {
        id: id(1),
        label: "nims".into(),
        ..NetworkRef::default()
    };
    secretariat.networks.insert(row.id, row);
    let mut figures = Figures::default();
    figures.add_enquiries(&desk, None);
    made(&StatusSource {
        networks,
        paper: DeskPaper {
            source: DeskSource {
                desk: &desk,
                register: &register,
                secretariat: &secretariat,
            },
            locale: locale(Language::Danish),
            title: "Sekretariatet",
            span: (day("2026-01-01"), day("2026-12-31")),
        },
        figures: &figures,
        today: day("2026-10-01").unwrap(),
    })
}

#[test]
fn a_networks_year_on_one_paper() {
    let text = report(&[nims()], |it| text(&it.outline()));
    assert!(!text.contains("En idé") && !text.contains("2024"));
    insta::assert_snapshot!(text);
}

#[test]
fn several_networks_stand_under_their_names_with_their_pictures() {
    let page = report(&[nims(), nims()], |it| {
        html(&it.outline(), &Letterhead::default())
    });
    assert_eq!(page.matches("<h2>Netværk for Internationale").count(), 2);
    assert_eq!(page.matches("<h3>Beslutninger</h3>").count(), 2);
    assert_eq!(page.matches("<h2>Henvendelser</h2>").count(), 1);
    // Attendance and actions of each, enquiries by kind and by country.
    assert_eq!(page.matches("<svg ").count(), 6);
    assert!(!page.contains("<midler>"));
}

#[test]
fn what_was_closed_is_not_in_the_public_one() {
    let public = report(&[nims().public()], |it| markdown(&it.outline()));
    assert!(public.contains("Skriv ansøgningen") && public.contains("pkt. 3:** Vi søger"));
    assert!(public.contains("1 opgave er åben"));
    assert!(!public.contains("opsig"), "{public}");
}

#[test]
fn a_spreadsheet_has_a_fact_a_line() {
    let sheet = report(&[nims()], |it| {
        let (columns, rows) = it.sheet();
        csv(&columns, &rows, Apart::Comma)
    });
    insta::assert_snapshot!(sheet);
}

#[test]
fn the_object_holds_all_of_it() {
    let json = report(&[nims()], |it| {
        serde_json::to_string(&status_object(it)).unwrap()
    });
    for text in [
        r#""network":"nims""#,
        r#""from":"2026-01-01""#,
        r#""period":"2026-05""#,
        "Vi søger <midler> sammen.",
        "Skriv opsigelsen",
        "e-2026-1",
        "Ni af tolv kommuner i 2026.",
    ] {
        assert!(json.contains(text), "{text}: {json}");
    }
}
