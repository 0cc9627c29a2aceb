use super::*;
use crate::documents::Letterhead;
use crate::documents::{Apart, csv, html, markdown, text};
use crate::domain::desk::EnquiryKind;
use crate::domain::figures::{ActionDays, EnquiryDay, Turnout};
use crate::domain::register::Organisation;
use crate::domain::secretariat::Language;

fn id(bits: u128) -> Id {
    Id::from_bits(bits)
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

/// Seven meetings, so that a table leaves one out.
fn counted() -> (Figures, Register) {
    let mut register = Register::default();
    for (bits, name) in [(10, "Åbenrå & <omegn>"), (11, "Odense Kommune")] {
        let row = Organisation {
            id: id(bits),
            name: name.to_owned(),
            ..Organisation::default()
        };
        register.organisations.insert(row.id, row);
    }
    let meetings = (1..=7u32).map(|number| Turnout {
        meeting: id(100 + u128::from(number)),
        label: format!("nims-2026-{number}"),
        date: NaiveDate::from_ymd_opt(2026, number, 12).unwrap(),
        invited: 5,
        came: number % 5,
        apologies: 1,
        organisations: match number {
            1 => vec![(id(11), 3, 1)],
            _ => vec![(id(10), 2, number % 2), (id(11), 3, 2)],
        },
        ..Turnout::default()
    });
    let action = |opened, closed: &str| ActionDays {
        opened: day(opened),
        closed: day(closed),
        open: closed.is_empty(),
    };
    let enquiry = |kind, country: &str, handled| EnquiryDay {
        kind,
        country: country.to_owned(),
        received: day("2026-04-01"),
        handled,
    };
    let figures = Figures {
        meetings: meetings.collect(),
        actions: vec![
            action("2025-11-12", "2026-02-01"),
            action("2026-01-12", ""),
            action("", ""),
        ],
        enquiries: vec![
            enquiry(EnquiryKind::Visit, "NO", true),
            enquiry(EnquiryKind::Visit, "", false),
            enquiry(EnquiryKind::Speaker, "=1+1", false),
        ],
    };
    (figures, register)
}

fn drawn(language: Language, span: Span, made: fn(&FigureSource<'_>) -> String) -> String {
    let (figures, register) = counted();
    let figures = figures.within(span);
    made(&FigureSource {
        figures: &figures,
        register: &register,
        locale: Locale::new(language),
        span,
    })
}

#[test]
fn the_numbers_as_text() {
    let text = drawn(Language::Danish, (None, None), |source| {
        text(&source.outline("NIMS"))
    });
    insta::assert_snapshot!(text);
}

#[test]
fn each_picture_stands_above_its_numbers_in_html() {
    let page = drawn(Language::English, (day("2026-02-01"), None), |source| {
        html(&source.outline("NIMS"), &Letterhead::default())
    });
    assert_eq!(page.matches("<svg ").count(), 5);
    assert_eq!(page.matches("</svg>\n<table>").count(), 5);
    assert!(!page.contains("<omegn>"));
    insta::assert_snapshot!(page);
}

#[test]
fn all_pictures_are_one_drawing_each_under_its_title() {
    let svg = drawn(Language::English, (day("2026-02-01"), None), |source| {
        source.svg("NIMS <&>")
    });
    assert_eq!(svg.matches("<svg ").count(), 1);
    assert_eq!(svg.matches("<g transform=").count(), 5);
    assert!(svg.contains("NIMS &lt;&amp;&gt;") && !svg.contains("<&>"));
    insta::assert_snapshot!(svg);
    let later = (day("2031-01-01"), None);
    let none = drawn(Language::English, later, |source| {
        source.svg(&source.text(Key::FiguresTitle))
    });
    assert!(none.starts_with("<svg ") && !none.contains("<g "), "{none}");
}

#[test]
fn a_spreadsheet_has_a_number_a_line_and_no_formula() {
    let sheet = drawn(Language::Danish, (None, None), |source| {
        let (columns, rows) = source.sheet();
        csv(&columns, &rows, Apart::Comma)
    });
    assert!(
        sheet.starts_with("Figur,Række,Tal for,Antal\r\n"),
        "{sheet}"
    );
    assert!(sheet.contains("Fremmøde til møderne,NIMS 3/2026,Mødt,3\r\n"));
    assert!(sheet.contains("\"'=1+1\",Modtaget,1\r\n"), "{sheet}");
}

#[test]
fn where_nothing_was_counted_it_says_so() {
    let text = drawn(Language::Danish, (day("2030-01-01"), None), |source| {
        markdown(&source.outline("NIMS"))
    });
    assert!(text.contains("Der er intet at tælle endnu"), "{text}");
}
