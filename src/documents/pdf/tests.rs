//! PDFs as bytes: what other programs see in them is tested from outside.

use super::*;
use crate::documents::outline::{Role, Run};

#[test]
fn the_same_document_is_the_same_file() {
    let outline = Outline {
        title: "NIMS 3/2026".into(),
        kind: "Referat".into(),
        blocks: vec![
            Block::heading(Role::Item, "1", "Velkomst ✓ → 漢 🙂", "orientering"),
            Block::paragraph(Role::Decision, "Beslutning", vec![Run::plain("Ja")]),
        ],
        ..Outline::default()
    };
    let made = || pdf(&outline, &Letterhead::default()).unwrap();
    let file = made();
    assert!(file.starts_with(b"%PDF-1.7"));
    assert_eq!(file, made());
    let lacking: Vec<char> = lacking(&outline).into_iter().collect();
    assert_eq!(lacking, ['漢', '🙂']);
}

/// Items that nothing was written under fill a page, and do not go to the next one together.
#[test]
fn a_heading_stays_with_what_is_under_it_only() {
    let item = Block::heading(Role::Item, "6", "Pause", "");
    let part = Block::heading(Role::Part, "", "Opgaver fra mødet", "");
    let within = Block {
        body: Body::Heading {
            level: 3,
            number: String::new(),
            text: "Afstemning".into(),
            note: String::new(),
        },
        ..item.clone()
    };
    let text = Block::text("Intet.");
    assert!(is_bare(&item, &item) && is_bare(&within, &item) && is_bare(&item, &part));
    assert!(!is_bare(&item, &within) && !is_bare(&item, &text) && !is_bare(&text, &item));
}
