//! What is painted by the short way is what a full drawing shows.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use super::Painter;
use crate::app::Msg;
use crate::app::input::Input;
use crate::app::writing::tests::Table;
use crate::ui::backend::Thrifty;
use crate::ui::draw::draw;

/// A table with a painter beside it.
struct Easel {
    table: Table,
    painter: Painter<Vec<u8>>,
    synced: usize,
}

impl Easel {
    fn new(columns: u16, rows: u16) -> Self {
        let backend = Thrifty::new(Vec::new(), Size::new(columns, rows));
        let mut easel = Self {
            table: Table::new().sized(columns, rows),
            painter: Painter::new(backend),
            synced: 0,
        };
        easel.look();
        easel
    }

    /// Paints; returns the bytes written. The picture must be that of a full drawing.
    fn look(&mut self) -> usize {
        let app = &self.table.bench.app;
        self.painter.draw(app);
        self.painter.show().unwrap();
        let written = std::mem::take(self.painter.screen.backend().writer()).len();
        let (width, height) = app.view.size;
        let mut whole = Buffer::empty(Rect::new(0, 0, width, height));
        let cursor = draw(&mut whole, app);
        let at = self.painter.screen.backend().position();
        if cursor.is_some() && at.is_some() {
            assert_eq!(at, cursor, "{}", self.table.shown());
        }
        assert_eq!(self.painter.next, whole);
        written
    }

    fn press(&mut self, script: &str) -> usize {
        self.table.press(script);
        self.look()
    }

    fn sync(&mut self) {
        self.synced = self.table.bench.journal.len();
        let seq = self.synced as u64;
        self.table.bench.app.update(Msg::Saved { seq });
        self.look();
    }
}

#[test]
fn a_letter_in_a_paragraph_costs_one_byte() {
    let mut easel = Easel::new(200, 50);
    easel.press("Aabenraa");
    easel.press("r");
    for _ in 0..40 {
        let parts = easel.table.bench.app.view.repaint.part;
        assert_eq!(easel.press("e"), 1, "{}", easel.table.shown());
        assert_eq!(easel.table.bench.app.view.repaint.part, parts + 1);
        let before = easel.synced;
        easel.sync();
        assert!(easel.synced > before);
    }
}

#[test]
fn what_was_committed_and_synced_while_typing_paints_nothing() {
    let mut easel = Easel::new(80, 24);
    easel.press("Vi ses");
    let all = easel.table.bench.app.view.repaint.all;
    easel.sync();
    assert_eq!(easel.table.bench.app.view.repaint.all, all);
}

fn key() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        40 => prop::sample::select(vec!["a", "e", "å", "n", "<space>", "k", "r", "漢", "👨\u{200d}👩", "\u{301}"]),
        12 => Just("indsatsområder<space>"),
        8 => Just("<backspace>"),
        4 => Just("<del>"),
        4 => Just("<enter>"),
        10 => prop::sample::select(vec![
            "<left>", "<right>", "<up>", "<down>", "<home>", "<end>", "<ctrl-left>", "<ctrl-home>",
            "<ctrl-end>", "<pageup>", "<pagedown>", "<shift-left>", "<shift-up>", "<ctrl-down>", "<ctrl-up>",
        ]),
        5 => prop::sample::select(vec!["<esc>b", "<esc>o", "<esc>i", "<esc><esc>", "<esc>n", "- <space>", "b:<space>", "o:<space>bo:<space>"]),
        2 => prop::sample::select(vec!["<tab>", "<ctrl-x>", "<ctrl-v>", "<ctrl-a>"]),
        3 => prop::sample::select(vec!["PASTE", "SYNC", "TICK"]),
    ]
}

fn paint_alike(columns: u16, rows: u16, script: Vec<&'static str>) {
    let mut easel = Easel::new(columns, rows);
    for (step, key) in script.into_iter().enumerate() {
        match key {
            "PASTE" => {
                let lines = "Et afsnit om samarbejdet mellem kommunerne og staten\n".repeat(7);
                easel.table.bench.input(Input::Paste(lines));
                easel.look();
            }
            "SYNC" => easel.sync(),
            "TICK" => {
                easel
                    .table
                    .bench
                    .set_clock(&format!("2026-11-02T10:{:02}", step % 60));
                easel.table.bench.app.update(Msg::Tick);
                easel.look();
            }
            key => {
                easel.press(key);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn painted_as_drawn_small(script in prop::collection::vec(key(), 1..90)) {
        paint_alike(80, 24, script);
    }

    #[test]
    fn painted_as_drawn_large(script in prop::collection::vec(key(), 1..60)) {
        paint_alike(200, 50, script);
    }
}

#[test]
fn a_letter_costs_one_byte_while_spelling_is_looked_after() {
    let mut easel = Easel::new(80, 24);
    easel.press("Et refferat og mere");
    let said = [("refferat", false), ("og", true), ("mere", true)];
    let said = said.map(|(word, right)| (word.to_owned(), right)).to_vec();
    let app = &mut easel.table.bench.app;
    app.update(Msg::Tick);
    app.update(Msg::Spelled(
        crate::domain::secretariat::Language::Danish,
        said,
    ));
    easel.look();
    let seen = |easel: &Easel| {
        let cells = easel.painter.next.content().iter();
        let lined = ratatui::style::Modifier::UNDERLINED;
        let cells = cells.filter(|cell| cell.modifier.contains(lined));
        cells.map(|cell| cell.symbol()).collect::<String>()
    };
    assert_eq!(seen(&easel), "refferat");
    // The first letter takes "saved" away.
    easel.press("n");
    assert_eq!(easel.press("e"), 1);
    assert_eq!(seen(&easel), "refferat");
}
