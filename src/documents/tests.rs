//! Documents of an invented meeting, read as they leave.

use proptest::prelude::*;

use super::outline::{Block, Body, Difference, Outline, Point, Role, Row, Run, diff};
use super::*;
use crate::domain::clean::is_clean;
use crate::domain::meeting::MinutesStatus;
use crate::domain::secretariat::Language;
use crate::domain::world::{self as fixture, World, id, world};

fn page(world: &World, what: What, format: Format, audience: Audience) -> String {
    let outline = outline(what, &world.source(), audience).unwrap();
    written(format, &outline)
}

/// A document in a format that is text.
fn written(format: Format, outline: &Outline) -> String {
    let rendered = render(format, outline, &Letterhead::default());
    rendered.unwrap().into_text().unwrap()
}

/// The formats that are text.
fn texts() -> impl Iterator<Item = Format> {
    Format::ALL
        .iter()
        .copied()
        .filter(|format| format.is_text())
}

fn shots(language: Language) {
    let world = world(language);
    for what in What::ALL {
        let name = format!("{}-{}", what.name(), language.name());
        let format = if *what == What::Agenda {
            Format::Markdown
        } else {
            Format::Text
        };
        insta::assert_snapshot!(name, page(&world, *what, format, Audience::Internal));
    }
}

#[test]
fn documents_read_as_a_danish_office_writes() {
    shots(Language::Danish);
}

#[test]
fn documents_read_in_english() {
    shots(Language::English);
}

#[test]
fn minutes_in_the_other_formats() {
    let world = world(Language::Danish);
    insta::assert_snapshot!(
        "minutes-md",
        page(&world, What::Minutes, Format::Markdown, Audience::Internal)
    );
    insta::assert_snapshot!(
        "minutes-html",
        page(&world, What::Minutes, Format::Html, Audience::Public)
    );
}

#[test]
fn private_and_closed_stay_inside() {
    for language in Language::ALL {
        let world = world(*language);
        for what in What::ALL {
            for format in texts() {
                for audience in [Audience::Internal, Audience::Public] {
                    let page = page(&world, *what, format, audience);
                    assert!(!page.contains("HEMMELIG"), "{what:?}");
                    assert!(!page.contains("FORBEREDT"), "{what:?}");
                    if audience == Audience::Public {
                        assert!(!page.contains("LUKKET"), "{what:?} {page}");
                        assert!(!page.contains("Personsag"), "{what:?} {page}");
                        assert!(!page.contains("Kaffe"), "{what:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn approved_minutes_are_what_was_approved() {
    let mut world = world(Language::Danish);
    let approval = approve(&world.source(), id(900), fixture::at("15:00"), "netværket");
    world.meeting.approvals.insert(approval.id, approval);
    world.meeting.head.minutes = MinutesStatus::Approved;
    let before = page(&world, What::Minutes, Format::Text, Audience::Internal);
    assert!(before.contains("Godkendt 26. november 2026 af netværket"));
    world.register.people.get_mut(&fixture::BO).unwrap().name = "Nyt Navn".into();
    world.meeting.entries.get_mut(&id(206)).unwrap().text = "Rettet.".into();
    assert_eq!(
        page(&world, What::Minutes, Format::Text, Audience::Internal),
        before
    );
    let public = page(&world, What::Minutes, Format::Text, Audience::Public);
    assert!(!public.contains("LUKKET"));
    assert!(public.contains("4. marts") || public.contains("Bo Friis"));

    world.meeting.head.minutes = MinutesStatus::Correction;
    let live = page(&world, What::Minutes, Format::Text, Audience::Internal);
    assert!(live.contains("Forslag til rettelse"));
    let changes: Vec<Difference> = corrections(&world.source())
        .unwrap()
        .into_iter()
        .filter(|difference| !matches!(difference, Difference::Same(_)))
        .collect();
    assert!(
        changes
            .iter()
            .any(|change| format!("{change:?}").contains("Rettet."))
    );
    insta::assert_snapshot!(
        "corrections",
        text(&corrections_outline(&world.source()).unwrap())
    );

    let second = approve(&world.source(), id(901), fixture::at("16:00"), "");
    assert_eq!(second.version, 2);
    world.meeting.approvals.insert(second.id, second);
    world.meeting.head.minutes = MinutesStatus::Approved;
    assert!(
        page(&world, What::Minutes, Format::Text, Audience::Internal)
            .contains("(version 2, rettet efter godkendelse)")
    );

    world.meeting.approvals.get_mut(&id(901)).unwrap().outline = "{}".into();
    let refused = outline(What::Minutes, &world.source(), Audience::Internal);
    assert!(
        refused
            .unwrap_err()
            .to_string()
            .contains("version 2 of the approved minutes")
    );
}

#[test]
fn a_number_not_allotted_is_not_printed() {
    let mut world = world(Language::Danish);
    assert!(page(&world, What::Agenda, Format::Text, Audience::Internal).contains("FV 3/2026"));
    world.actions.clear();
    // Not asked for yet, and asked for by one whose work is still on its way.
    for number in [0, (1 << 31) + 1] {
        let row = world.network.meetings.get_mut(&fixture::MEETING);
        row.unwrap().number = number;
        for format in [Format::Text, Format::Html] {
            let agenda = page(&world, What::Agenda, format, Audience::Internal);
            assert!(
                !agenda.contains('~') && !agenda.contains("/2026"),
                "{agenda}"
            );
        }
    }
}

#[test]
fn annexes_count_in_letters() {
    for (place, number) in [
        (0, "3a"),
        (25, "3z"),
        (26, "3aa"),
        (27, "3ab"),
        (701, "3zz"),
    ] {
        assert_eq!(annex_number(3, place), number);
    }
}

#[test]
fn a_difference_is_found_block_by_block() {
    let document = |words: &[&str]| Outline {
        blocks: words.iter().map(|text| Block::text(*text)).collect(),
        ..Outline::default()
    };
    let marks = |old: &[&str], new: &[&str]| -> String {
        diff(&document(old), &document(new))
            .iter()
            .map(|difference| match difference {
                Difference::Same(_) => '=',
                Difference::Removed(_) => '-',
                Difference::Added(_) => '+',
            })
            .collect()
    };
    assert_eq!(marks(&["a", "b", "c"], &["a", "x", "c"]), "=-+=");
    assert_eq!(marks(&[], &["a"]), "+");
    assert_eq!(marks(&["a", "b"], &["b"]), "-=");
    assert_eq!(marks(&["a"], &["a", "b"]), "=+");
}

pub(super) const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "\u{1b}]0;title\u{7}owned",
    "\u{1b}[2Jgone",
    "\u{9b}31mred",
    "\u{202e}gnirts",
    "\u{2066}isolate",
    "# heading",
    "- point",
    "12. number",
    "```\ncode",
    "[link](javascript:alert(1))",
    "| a | b |",
    "<!-- ",
    "&amp;&lt;",
    "---",
    "a\u{300}\u{300}\u{300}\u{300}\u{300}\u{300}\u{300}\u{300}\u{300}\u{300}\u{300}b",
    "line\r\nbreak\u{2028}end\0",
];

pub(super) fn everywhere(text: &str) -> Outline {
    let run = Run {
        text: text.into(),
        strong: true,
        link: String::new(),
        ..Run::default()
    };
    let runs = vec![Run::plain(text), run, Run::link(text, text)];
    let point = |indent| Point {
        indent,
        runs: runs.clone(),
        ..Point::default()
    };
    let list = |numbered| Body::List {
        numbered,
        points: vec![point(3), point(1), point(4), point(0)],
    };
    let row = Row {
        cells: vec![text.into(), text.into()],
        closed: false,
    };
    let columns = vec![text.to_owned(), text.to_owned()];
    Outline {
        language: Language::Danish,
        kind: text.into(),
        title: text.into(),
        status: text.into(),
        facts: vec![outline::Fact {
            label: text.into(),
            values: vec![text.into(), text.into()],
        }],
        blocks: vec![
            Block::heading(Role::Item, text, text, text),
            Block::paragraph(Role::Decision, text, runs.clone()),
            Block::new(Role::Text, list(false)),
            Block::new(Role::Text, list(true)),
            Block::table(text, columns, vec![row]),
        ],
        author: text.into(),
        asks: true,
        remarks: vec![mark::Remark {
            by: text.into(),
            lines: vec![text.into(), text.into()],
            ..mark::Remark::default()
        }],
    }
}

fn check(text: &str) {
    let outline = everywhere(text);
    for format in texts() {
        let page = written(format, &outline);
        assert!(is_clean(&page), "{format:?} {page:?}");
    }
    let file = render(Format::Pdf, &outline, &Letterhead::default());
    assert!(file.is_ok(), "{:?}", file.err());
    let page = html(&outline, &Letterhead::default());
    assert_well_formed(&page);
    assert!(!page.contains("<script") && !page.contains("<img"));
    assert!(!page.contains("href=\"javascript"));
    let page = markdown(&outline);
    let unescaped = page.replace("\\]", "");
    assert!(!unescaped.contains("](javascript"), "{page}");
}

#[test]
fn a_table_cuts_no_word_while_there_is_room_for_it() {
    let cells = [
        "9.30",
        "10",
        "1. Godkendelse af dagsorden og af referat",
        "Charlotte Voldum, Fredericia; Ulla Bergmark, Middelfart",
        "orientering: Alle ved, hvad beskæftigelsesindsatsen har kostet",
    ];
    let row = Row {
        cells: cells.map(str::to_owned).to_vec(),
        closed: false,
    };
    let columns = ["Kl.", "Min.", "Punkt", "Hvem", "Skal komme ud af det"];
    let columns = columns.map(str::to_owned).to_vec();
    let outline = Outline {
        blocks: vec![Block::table("", columns, vec![row])],
        ..Outline::default()
    };
    let page = super::text::text(&outline);
    for word in ["beskæftigelsesindsatsen", "Fredericia;", "Godkendelse"] {
        assert!(page.contains(word), "{word}\n{page}");
    }
    assert!(
        page.lines().all(|line| line.chars().count() <= 72),
        "{page}"
    );
}

#[test]
fn plain_text_keeps_to_its_width() {
    use unicode_width::UnicodeWidthStr;
    for text in [
        "Grøn omstilling og fælles borgerinddragelse på tværs af ni kommuner. ",
        "会議の議事録",
        "👨‍👩‍👧‍👦",
        "Speciallægepraksisplanlægningsstabiliseringsperiode",
    ] {
        let outline = everywhere(&text.repeat(9));
        for line in super::text(&outline).lines() {
            assert!(line.width() <= 72, "{line}");
        }
    }
}

/// Every tag opened is closed in order, and nothing is written raw.
fn assert_well_formed(page: &str) {
    let body = page.split_once("</style>").unwrap().1;
    let mut open = vec!["html", "head"];
    for part in body.split('<').skip(1) {
        let (tag, rest) = part.split_once('>').expect("a tag ends");
        assert!(!rest.contains('>'), "raw > in {rest}");
        let name = tag.trim_start_matches('/').split(' ').next().unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{page}");
        } else if name != "br" {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn hostile_text_harms_no_document() {
    for text in HOSTILE {
        check(text);
    }
}

#[test]
fn markdown_shows_what_was_written() {
    for (text, shown) in [
        ("# x", "\\# x"),
        ("- x", "\\- x"),
        ("1. x", "1\\. x"),
        ("27.00-A00", "27.00-A00"),
        ("26. november", "26\\. november"),
        ("a*b_c", "a\\*b\\_c"),
        ("<b>", "\\<b\\>"),
        ("Rådhuset, lokale 4", "Rådhuset, lokale 4"),
    ] {
        let outline = Outline {
            blocks: vec![Block::text(text)],
            ..Outline::default()
        };
        assert!(
            markdown(&outline).ends_with(&format!("\n{shown}\n")),
            "{}",
            markdown(&outline)
        );
    }
}

proptest! {
    #[test]
    fn no_control_reaches_a_document(text in any::<String>(), pick in 0..HOSTILE.len()) {
        check(&format!("{text}{}{text}", HOSTILE[pick]));
    }

    #[test]
    fn frozen_outlines_come_back(text in any::<String>()) {
        let outline = everywhere(&text);
        let (json, hash) = outline.freeze();
        let approval = crate::domain::minutes::Approval { outline: json, hash, ..Default::default() };
        // What was said of it is not what was approved.
        let outline = Outline { author: String::new(), asks: false, remarks: Vec::new(), ..outline };
        prop_assert_eq!(Outline::thaw(&approval).unwrap(), outline);
    }
}

#[test]
fn the_approval_of_the_last_minutes_carries_what_came_to_them() {
    use crate::domain::agenda::Standing;
    use crate::domain::minutes::{Comment, CommentStatus};
    let mut world = world(Language::Danish);
    let first = world.meeting.agenda()[0].id;
    world.meeting.items.get_mut(&first).unwrap().standing = Standing::ApproveMinutes;
    let head = &mut world.previous.head;
    head.ended_at = Some(fixture::at("08:00"));
    head.minutes_sent_at = Some(fixture::at("09:00"));
    head.minutes = MinutesStatus::ForComments;
    head.objection_deadline = "2026-11-20".parse().ok();
    let agenda = |world: &World, audience| page(world, What::Agenda, Format::Text, audience);
    let silent = agenda(&world, Audience::Internal);
    assert!(
        silent.contains("til bemærkninger til fredag den 20. november 2026"),
        "{silent}"
    );
    let comment = Comment {
        id: id(880),
        entry: Some(id(60)),
        by: "Bo Friis".into(),
        text: "Kampagnen begynder i april.".into(),
        status: CommentStatus::Accepted,
        answer: "Rettet til april.".into(),
        ..Comment::default()
    };
    world.previous.comments.insert(comment.id, comment);
    let told = agenda(&world, Audience::Internal);
    for words in [
        "Bemærkninger til referatet",
        "i april",
        "Rettet til",
        "Bo Friis",
    ] {
        assert!(told.contains(words), "{words}\n{told}");
    }
    assert!(!agenda(&world, Audience::Public).contains("april"));
}
