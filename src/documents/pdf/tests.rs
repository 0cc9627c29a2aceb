//! PDFs as bytes: what other programs see in them is tested from outside.

use super::*;
use crate::documents::outline::{Block, Role, Run};

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
