//! Rules that hold for any text, any move and any edit.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::caret::{Paragraphs, Place, Selection, Side};
use super::edit::{Edit, Intent, marked_text};
use super::grapheme::{self, Clusters};
use super::model::Model;
use super::motion::{Caret, Motion};
use super::wrap::{Shape, column, row_of, wrap};

const PIECES: &[&str] = &[
    "a",
    "b",
    "ø",
    "Å",
    "é",
    "a\u{30a}",
    "\u{30a}",
    " ",
    "  ",
    "-",
    ".",
    ",",
    "/",
    "9",
    "arbejdsgruppe",
    "👨‍👩‍👧‍👦",
    "\u{200d}",
    "👩",
    "\u{1f3fd}",
    "🇩🇰",
    "🇸",
    "한",
    "\u{1112}",
    "\u{1161}",
    "\u{11ab}",
    "漢",
    "。",
    "\u{a0}",
    "\u{3000}",
    "\u{2028}x",
    "©",
    "\u{fe0f}",
    "क्षि",
    "ก็",
    "\u{600}",
    "\u{ad}",
    "ﷺ",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES).prop_map(|p| p.replace('\u{2028}', ""));
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn shape() -> impl Strategy<Value = Shape> {
    (1..30usize, 0..6usize, 0..6usize).prop_map(|(width, first, hanging)| Shape {
        width,
        first,
        hanging,
    })
}

fn model() -> impl Strategy<Value = Model> {
    (prop::collection::vec(text(), 1..6), shape()).prop_map(|(texts, shape)| {
        let mut model = Model::new(&texts.iter().map(String::as_str).collect::<Vec<_>>(), 1);
        model.shape = shape;
        model
    })
}

fn motion() -> impl Strategy<Value = Motion> {
    use Motion::*;
    prop::sample::select(vec![
        Left,
        Right,
        WordLeft,
        WordRight,
        WordEnd,
        Home,
        End,
        ParagraphStart,
        ParagraphEnd,
        Up,
        Down,
        PageUp(3),
        PageDown(3),
        DocumentStart,
        DocumentEnd,
    ])
}

#[derive(Clone, Debug)]
enum Act {
    Go(Motion, bool),
    Insert(String),
    Enter,
    Delete(Motion),
    Jump(usize, usize),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (motion(), any::<bool>()).prop_map(|(m, e)| Act::Go(m, e)),
        2 => prop::collection::vec(text(), 1..4).prop_map(|lines| Act::Insert(lines.join("\n"))),
        1 => Just(Act::Enter),
        3 => motion().prop_map(Act::Delete),
        2 => (0..6usize, 0..200usize).prop_map(|(p, at)| Act::Jump(p, at)),
    ]
}

fn boundaries(text: &str) -> Vec<usize> {
    let starts = text.grapheme_indices(true).map(|(at, _)| at);
    starts.chain([text.len()]).collect()
}

fn on_boundary(model: &Model, place: Place) -> bool {
    boundaries(model.text(place.entry).unwrap()).contains(&place.at)
}

/// The row in the whole document and the column of a place.
fn spot(model: &Model, place: Place) -> (usize, usize) {
    let above = model.ids().iter().take_while(|id| **id != place.entry);
    let above: usize = above.map(|id| model.lines(*id).len()).sum();
    let lines = model.lines(place.entry);
    let row = row_of(&lines, place.at);
    let text = model.text(place.entry).unwrap();
    (above + row, column(text, &lines[row], place.at))
}

/// The model without these edits.
fn taken_back(model: &Model, edits: &[Edit]) -> Model {
    let mut model = model.clone();
    edits.iter().rev().for_each(|e| model.apply(&e.inverse()));
    model
}

proptest! {
    #[test]
    fn clusters_are_the_graphemes(text in text(), at in 0..300usize) {
        let ours: Vec<_> = Clusters::from(&text, 0).map(|c| (c.text, c.width)).collect();
        let theirs: Vec<_> = text.graphemes(true).map(|g| (g, g.width())).collect();
        prop_assert_eq!(ours, theirs);
        let all = boundaries(&text);
        let up = all.iter().copied().find(|b| *b >= at).unwrap_or(text.len());
        prop_assert_eq!(grapheme::ceil(&text, at), up);
        let next = all.iter().copied().find(|b| *b > up).unwrap_or(text.len());
        prop_assert_eq!(grapheme::next(&text, up), next);
        let prev = all.iter().copied().rev().find(|b| *b < up).unwrap_or(0);
        prop_assert_eq!(grapheme::prev(&text, up), prev);
        prop_assert!(all.contains(&grapheme::next_word(&text, up)));
        prop_assert!(all.contains(&grapheme::prev_word(&text, up)));
        prop_assert!(all.contains(&grapheme::word_end(&text, up)));
    }

    #[test]
    fn lines_cover_the_text_and_fit(text in text(), shape in shape()) {
        let lines = wrap(&text, shape);
        let all = boundaries(&text);
        prop_assert!(!lines.is_empty());
        prop_assert_eq!(lines[0].start, 0);
        prop_assert_eq!(lines[lines.len() - 1].end, text.len());
        for pair in lines.windows(2) {
            prop_assert_eq!(pair[0].end, pair[1].start);
            prop_assert!(pair[0].start < pair[0].end);
        }
        for line in &lines {
            prop_assert!(all.contains(&line.start));
            let graphemes: Vec<_> = Clusters::from(&text, line.start).take_while(|c| c.at < line.end).collect();
            let hanging = graphemes.iter().rev().take_while(|c| c.is_space() || c.width == 0).count();
            let shown: usize = graphemes.iter().take(graphemes.len() - hanging).map(|c| c.width).sum();
            prop_assert_eq!(line.width, shown);
            let room = shape.width.saturating_sub(line.indent).max(1);
            prop_assert!(line.width <= room || graphemes.iter().filter(|c| c.width > 0 && !c.is_space()).count() == 1);
        }
    }

    #[test]
    fn up_then_down_returns(model in model(), paragraph in 0..6usize, at in 0..200usize, count in 1..4usize) {
        let id = model.ids()[paragraph % model.ids().len()];
        let start = Caret::new(Place::new(id, at).clamp(&model));
        let (row, column) = spot(&model, start.place());
        let up = start.go(&model, Motion::PageUp(count), false);
        prop_assert_eq!(spot(&model, up.place()).0, row.saturating_sub(count));
        if row >= count {
            let again = up.go(&model, Motion::PageDown(count), false);
            prop_assert_eq!(spot(&model, again.place()), (row, column));
        }
        let down = start.go(&model, Motion::PageDown(count), false);
        if spot(&model, down.place()).0 == row + count {
            let again = down.go(&model, Motion::PageUp(count), false);
            prop_assert_eq!(spot(&model, again.place()), (row, column));
        }
    }

    #[test]
    fn any_session_keeps_the_text_whole(model in model(), acts in prop::collection::vec(act(), 1..25), other in (0..6usize, 0..200usize)) {
        let mut model = model;
        let mut caret = Caret::new(Place::new(model.ids()[0], 0));
        let id = model.ids()[other.0 % model.ids().len()];
        let mut others = Place::new(id, other.1).clamp(&model);
        for act in acts {
            let before = model.clone();
            let inserted;
            let intent = match act {
                Act::Go(motion, extend) => {
                    caret = caret.go(&model, motion, extend);
                    None
                }
                Act::Jump(paragraph, at) => {
                    let id = model.ids()[paragraph % model.ids().len()];
                    caret = Caret::new(Place::new(id, at).clamp(&model));
                    None
                }
                Act::Insert(text) => {
                    inserted = text;
                    Some(Intent::Insert(&inserted))
                }
                Act::Enter => Some(Intent::Enter),
                Act::Delete(motion) => Some(Intent::Delete(motion)),
            };
            if let Some(intent) = intent {
                let plan = model.act(caret.selection, intent);
                for edit in &plan.edits {
                    others = others.after(edit, Side::Before);
                }
                prop_assert!(on_boundary(&model, plan.caret));
                let own = plan.edits.iter().fold(caret.selection.head, |p, e| p.after(e, Side::After));
                prop_assert_eq!(own.clamp(&model), plan.caret);
                let undone = taken_back(&model, &plan.edits);
                prop_assert_eq!((undone.texts(), undone.ids()), (before.texts(), before.ids()));
                for edit in &plan.edits {
                    if let Edit::Splice { entry, at, deleted, .. } = edit && let Some(text) = before.text(*entry) && !deleted.is_empty() {
                        let all = boundaries(text);
                        prop_assert!(all.contains(at) && all.contains(&(at + deleted.len())));
                    }
                }
                caret = Caret::new(plan.caret);
            }
            prop_assert!(on_boundary(&model, caret.selection.head));
            prop_assert!(on_boundary(&model, caret.selection.anchor));
            others = others.clamp(&model);
            prop_assert!(on_boundary(&model, others));
        }
    }

    #[test]
    fn a_place_stays_beside_its_letter(model in model(), mark in (0..6usize, 0..200usize), acts in prop::collection::vec((act(), (0..6usize, 0..200usize), (0..6usize, 0..200usize)), 1..12)) {
        let mut model = model;
        let place = |model: &Model, (p, at): (usize, usize)| Place::new(model.ids()[p % model.ids().len()], at).clamp(model);
        let at = place(&model, mark);
        model.act(Selection::at(at), Intent::Insert("¤"));
        let (mut before, mut after) = (at, Place::new(at.entry, at.at + "¤".len()));
        for (act, anchor, head) in acts {
            let selection = Selection { anchor: place(&model, anchor), head: place(&model, head) };
            let plan = match &act {
                Act::Insert(text) => model.act(selection, Intent::Insert(text)),
                Act::Enter => model.act(selection, Intent::Enter),
                Act::Go(motion, _) | Act::Delete(motion) => model.act(Selection::at(selection.head), Intent::Delete(*motion)),
                Act::Jump(..) => model.act(Selection::at(selection.head), Intent::Insert("x")),
            };
            for edit in &plan.edits {
                before = before.after(edit, Side::After);
                after = after.after(edit, Side::Before);
            }
            let found = model.ids().iter().find_map(|id| Some(Place::new(*id, model.text(*id)?.find('¤')?)));
            let Some(found) = found else { break };
            prop_assert_eq!(before, found);
            prop_assert_eq!(after, Place::new(found.entry, found.at + "¤".len()));
        }
    }

    #[test]
    fn cut_and_paste_is_nothing(model in model(), from in (0..6usize, 0..200usize), to in (0..6usize, 0..200usize)) {
        let mut model = model;
        let count = model.ids().len();
        let place = |(p, at): (usize, usize)| Place::new(model.ids()[p % count], at).clamp(&model);
        let selection = Selection { anchor: place(from), head: place(to) };
        let before = model.texts().join("\n");
        let cut = marked_text(&model, selection);
        let at = model.act(selection, Intent::DeleteMarked);
        prop_assert_eq!(model.texts().join("\n").len() + cut.len(), before.len());
        let start = selection_start(&at, &before, &model, cut.len());
        if start {
            model.act(Selection::at(at.caret), Intent::Insert(&cut));
            prop_assert_eq!(model.texts().join("\n"), before);
        }
    }
}

/// Whether the caret still stands where the cut was: graphemes that meet may have grown together over it.
fn selection_start(plan: &super::edit::Plan, before: &str, model: &Model, cut: usize) -> bool {
    let mut offset = plan.caret.at;
    for id in model.ids().iter().take_while(|id| **id != plan.caret.entry) {
        offset += model.text(*id).unwrap().len() + 1;
    }
    let now = model.texts().join("\n");
    before.len() == now.len() + cut
        && before.get(..offset) == now.get(..offset)
        && before.get(offset + cut..) == now.get(offset..)
}

#[test]
fn a_paste_of_100_kb_is_linear() {
    let line = "Netværket vælger to fælles indsatser for året.\n";
    let paste = line.repeat(100_000 / line.len() + 1);
    let mut model = Model::new(&["Foran og bagved"], 80);
    let at = Selection::at(Place::new(model.ids()[0], 6));
    let plan = model.act(at, Intent::Insert(&paste));
    let carried: usize = plan
        .edits
        .iter()
        .map(|e| match e {
            Edit::Splice {
                inserted, deleted, ..
            } => inserted.len() + deleted.len(),
            _ => 0,
        })
        .sum();
    assert_eq!(carried, paste.len() - paste.matches('\n').count());
    assert!(plan.edits.len() <= 2 * paste.matches('\n').count() + 2);
    assert_eq!(model.texts().join("\n"), format!("Foran {paste}og bagved"));
}
