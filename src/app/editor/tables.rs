//! Tables a person can read: `|` is the caret, `[` the anchor and `]` the head of what is marked.

use crate::domain::id::Id;

use super::caret::{Paragraphs, Place, Selection, Side};
use super::edit::{Edit, Intent, marked_text, split_lines};
use super::model::Model;
use super::motion::{Caret, Motion};
use super::wrap::{Line, Shape, spot, wrap};

const FAMILY: &str = "👨‍👩‍👧‍👦";

fn shown(text: &str, shape: Shape) -> Vec<String> {
    let row = |l: &Line| format!("{}{}", " ".repeat(l.indent), &text[l.start..l.end]);
    wrap(text, shape).iter().map(row).collect()
}

#[test]
fn wrapping() {
    let hung = Shape {
        width: 12,
        first: 3,
        hanging: 2,
    };
    for (text, shape, lines) in [
        ("", Shape::plain(10), vec![""]),
        (
            "fire gange om året",
            Shape::plain(10),
            vec!["fire gange ", "om året"],
        ),
        (
            "fire gange   om",
            Shape::plain(10),
            vec!["fire gange   ", "om"],
        ),
        ("  fire gange", Shape::plain(10), vec!["  fire ", "gange"]),
        (
            "Netværket vælger to",
            hung,
            vec!["   Netværket ", "  vælger to"],
        ),
        (
            "arbejdsgruppen",
            Shape::plain(6),
            vec!["arbejd", "sgrupp", "en"],
        ),
        (
            "nord-sjællandske",
            Shape::plain(12),
            vec!["nord-", "sjællandske"],
        ),
        (
            "den 2026-11-26",
            Shape::plain(9),
            vec!["den ", "2026-11-2", "6"],
        ),
        (
            "kl.\u{a0}10 nu",
            Shape::plain(5),
            vec!["kl.\u{a0}1", "0 nu"],
        ),
    ] {
        assert_eq!(shown(text, shape), lines, "{text:?}");
    }
}

#[test]
fn wrapping_what_is_wide_or_has_no_room() {
    for (text, shape, lines) in [
        ("漢字。漢字", Shape::plain(5), vec!["漢", "字。", "漢字"]),
        ("漢", Shape::plain(1), vec!["漢"]),
        (
            "ab",
            Shape {
                width: 2,
                first: 9,
                hanging: 9,
            },
            vec!["  a", "  b"],
        ),
    ] {
        assert_eq!(shown(text, shape), lines, "{text:?}");
    }
    let families = FAMILY.repeat(3);
    assert_eq!(
        shown(&families, Shape::plain(5)),
        [FAMILY.repeat(2), FAMILY.to_owned()]
    );
}

#[test]
fn where_the_caret_is_drawn() {
    let shape = Shape {
        width: 10,
        first: 2,
        hanging: 4,
    };
    let text = "a\u{30a}ret rundt 漢   ";
    let lines = wrap(text, shape);
    let at = |at| spot(text, &lines, shape, at);
    assert_eq!(at(0), (0, 2));
    assert_eq!(at(3), (0, 3));
    assert_eq!(at(7), (1, 4), "{lines:?}");
    assert_eq!(at(text.len()), (2, 9));
    let long = "rundt ".repeat(9);
    assert_eq!(
        spot(&long, &wrap(&long, Shape::plain(5)), Shape::plain(5), 54),
        (8, 5)
    );
}

#[test]
fn moves() {
    use Motion::*;
    let family = format!("a|{FAMILY}b");
    let past_family = format!("a{FAMILY}|b");
    for (before, motion, after) in [
        ("bl|å", Right, "blå|"),
        ("|a\u{30a}b", Right, "a\u{30a}|b"),
        ("a\u{30a}|b", Left, "|a\u{30a}b"),
        (family.as_str(), Right, past_family.as_str()),
        (past_family.as_str(), Left, family.as_str()),
        ("et|\nto", Right, "et\n|to"),
        ("et\n|to", Left, "et|\nto"),
        ("|et", Left, "|et"),
        ("et|", Right, "et|"),
        ("Ulla| Berg, UCL", WordRight, "Ulla |Berg, UCL"),
        ("Ulla |Berg, UCL", WordRight, "Ulla Berg|, UCL"),
        ("Ul|la Berg", WordEnd, "Ulla| Berg"),
        ("Ulla| Berg", WordEnd, "Ulla Berg|"),
        ("Ulla Be|rg", WordLeft, "Ulla |Berg"),
        ("Ulla |Berg", WordLeft, "|Ulla Berg"),
        ("et\n|to", WordLeft, "et|\nto"),
        ("et|\nto", WordRight, "et\n|to"),
        ("fire gange om å|ret", Home, "fire gange |om året"),
        ("fire gange |om året", Home, "|fire gange om året"),
        ("fi|re gange om året", End, "fire gange| om året"),
        ("fire gange| om året", End, "fire gange om året|"),
        ("fire gange om å|ret", ParagraphStart, "|fire gange om året"),
        ("fi|re gange om året", ParagraphEnd, "fire gange om året|"),
        ("fi|re gange om året", Down, "fire gange om| året"),
        ("fire gange om| året", Up, "fi|re gange om året"),
        ("fire gange| om året", Down, "fire gange om året|"),
        ("fire gange om å|ret\ntre", Down, "fire gange om året\ntre|"),
        ("en\nto\ntre\nfi|re", PageUp(2), "en\nto|\ntre\nfire"),
        ("e|n\nto\ntre\nfire", PageDown(9), "en\nto\ntre\nf|ire"),
        ("e|n", Up, "e|n"),
        ("en\nt|o", DocumentStart, "|en\nto"),
        ("|en\nto", DocumentEnd, "en\nto|"),
    ] {
        let (model, selection) = Model::read(before, 10);
        let caret = Caret::marking(selection).go(&model, motion, false);
        assert_eq!(
            model.show(caret.place()),
            after,
            "{motion:?} from {before:?}"
        );
    }
}

#[test]
fn the_column_is_remembered_over_short_lines() {
    let (model, selection) = Model::read("arbejds|gruppe\nja\narbejdsgruppe", 40);
    let caret = Caret::marking(selection);
    let short = caret.go(&model, Motion::Down, false);
    assert_eq!(
        model.show(short.place()),
        "arbejdsgruppe\nja|\narbejdsgruppe"
    );
    let long = short.go(&model, Motion::Down, false);
    assert_eq!(
        model.show(long.place()),
        "arbejdsgruppe\nja\narbejds|gruppe"
    );
    let forgotten = short
        .go(&model, Motion::Left, false)
        .go(&model, Motion::Up, false);
    assert_eq!(
        model.show(forgotten.place()),
        "a|rbejdsgruppe\nja\narbejdsgruppe"
    );
}

#[test]
fn marking() {
    let (model, selection) = Model::read("et [to\ntre] fire", 40);
    assert_eq!(marked_text(&model, selection), "to\ntre");
    let ids = model.ids();
    assert_eq!(selection.within(&model, ids[0]), Some(3..5));
    assert_eq!(selection.within(&model, ids[1]), Some(0..3));
    let caret = Caret::marking(selection);
    assert_eq!(
        model.show(caret.go(&model, Motion::Left, false).place()),
        "et |to\ntre fire"
    );
    assert_eq!(
        model.show(caret.go(&model, Motion::Right, false).place()),
        "et to\ntre| fire"
    );
    let more = caret.go(&model, Motion::WordRight, true).selection;
    assert_eq!(marked_text(&model, more), "to\ntre ");
    let word = Caret::word(&model, Place::new(ids[1], 5)).selection;
    assert_eq!(marked_text(&model, word), "fire");
    let (backwards, selection) = Model::read("]et to[", 40);
    assert_eq!(marked_text(&backwards, selection), "et to");
    let all = Caret::all(&model, selection.head).selection;
    assert_eq!(marked_text(&model, all), "et to\ntre fire");
}

#[test]
fn edits() {
    use Intent::*;
    let family = format!("a{FAMILY}|b");
    for (before, intent, after) in [
        ("bl|", Insert("å"), "blå|"),
        ("a|", Insert("\u{30a}"), "a\u{30a}|"),
        ("|\u{30a}", Insert("a"), "a\u{30a}|"),
        ("et [to] tre", Insert("2"), "et 2| tre"),
        ("a\u{30a}|b", Delete(Motion::Left), "|b"),
        ("|a\u{30a}b", Delete(Motion::Right), "|b"),
        (family.as_str(), Delete(Motion::Left), "a|b"),
        ("et\n|to", Delete(Motion::Left), "et|to"),
        ("et|\nto", Delete(Motion::Right), "et|to"),
        ("|et", Delete(Motion::Left), "|et"),
        ("et|", Delete(Motion::Right), "et|"),
        ("et to |tre", Delete(Motion::WordLeft), "et |tre"),
        ("et |to tre", Delete(Motion::WordRight), "et |tre"),
        ("et |to tre", Delete(Motion::ParagraphEnd), "et |"),
        ("e[t\nto\ntr]e", DeleteMarked, "e|e"),
        ("e]t\nto\ntr[e", Delete(Motion::Left), "e|e"),
        ("e[t\nto\ntr]e", Insert("x"), "ex|e"),
        ("e|t", DeleteMarked, "e|t"),
        ("et |to", Enter, "et \n|to"),
        ("et to|", Enter, "et to\n|"),
        ("e[t\nt]o", Enter, "e\n|o"),
        ("et |to", Insert("1\r\n2\n\n3"), "et 1\n2\n\n3|to"),
        ("et|\nto", Insert("1\n2\r3"), "et1\n2\n3|\nto"),
        ("e[t\nt]o", Insert("1\n2"), "e1\n2|o"),
    ] {
        let (mut model, selection) = Model::read(before, 40);
        let original = model.texts().join("\n");
        let plan = model.act(selection, intent);
        assert_eq!(model.show(plan.caret), after, "{intent:?} on {before:?}");
        plan.edits
            .iter()
            .rev()
            .for_each(|edit| model.apply(&edit.inverse()));
        assert_eq!(
            model.texts().join("\n"),
            original,
            "taking back {intent:?} on {before:?}"
        );
    }
}

#[test]
fn how_a_paste_is_spelt() {
    let (mut model, selection) = Model::read("et |to", 40);
    let plan = model.act(selection, Intent::Insert("1\n2\n3"));
    let short = |edit: &Edit| match edit {
        Edit::Splice {
            entry,
            at,
            inserted,
            ..
        } => format!("{}@{at}+{inserted}", entry.bits()),
        Edit::Split { entry, at, new } => format!("{}@{at}/{}", entry.bits(), new.bits()),
        Edit::Join { first, second, .. } => format!("{}<{}", first.bits(), second.bits()),
    };
    let spelt: Vec<_> = plan.edits.iter().map(short).collect();
    assert_eq!(spelt, ["0@3+1", "0@4/2", "0@4/3", "3@0+2", "2@0+3"]);
    assert_eq!(split_lines("a\u{2028}b\u{85}"), ["a", "b", ""]);
}

#[test]
fn carets_follow_what_others_do() {
    let [a, b] = [Id::from_bits(0), Id::from_bits(1)];
    let splice = |entry, at, deleted: &str, inserted: &str| Edit::Splice {
        entry,
        at,
        deleted: deleted.into(),
        inserted: inserted.into(),
    };
    let split = |at| Edit::Split {
        entry: a,
        at,
        new: b,
    };
    let join = Edit::Join {
        first: a,
        at: 9,
        second: b,
    };
    for (place, edit, before, after) in [
        ((a, 5), splice(b, 0, "", "xx"), (a, 5), (a, 5)),
        ((a, 5), splice(a, 2, "", "xx"), (a, 7), (a, 7)),
        ((a, 5), splice(a, 5, "", "xx"), (a, 5), (a, 7)),
        ((a, 5), splice(a, 6, "", "xx"), (a, 5), (a, 5)),
        ((a, 5), splice(a, 1, "yyy", ""), (a, 2), (a, 2)),
        ((a, 5), splice(a, 3, "yyyy", "x"), (a, 3), (a, 4)),
        ((a, 5), splice(a, 3, "yy", "x"), (a, 4), (a, 4)),
        ((a, 5), split(3), (b, 2), (b, 2)),
        ((a, 5), split(5), (a, 5), (b, 0)),
        ((a, 5), split(6), (a, 5), (a, 5)),
        ((b, 5), join.clone(), (a, 14), (a, 14)),
        ((a, 5), join, (a, 5), (a, 5)),
    ] {
        let place = Place::new(place.0, place.1);
        let moved = |side| place.after(&edit, side);
        assert_eq!(
            moved(Side::Before),
            Place::new(before.0, before.1),
            "{edit:?}"
        );
        assert_eq!(moved(Side::After), Place::new(after.0, after.1), "{edit:?}");
    }
    let (model, selection) = Model::read("et [to] tre", 40);
    let grown = selection.after(&splice(a, 3, "", "x"), &model);
    assert_eq!((grown.anchor.at, grown.head.at), (4, 6));
    let (_, backwards) = Model::read("et ]to[ tre", 40);
    let grown = backwards.after(&splice(a, 5, "", "x"), &model);
    assert_eq!((grown.anchor.at, grown.head.at), (5, 3));
}

#[test]
fn stale_places_are_brought_back() {
    let (model, _) = Model::read("|et\na\u{30a}", 40);
    let [a, b] = [model.ids()[0], model.ids()[1]];
    let gone = Id::from_bits(77);
    assert_eq!(Place::new(a, 99).clamp(&model), Place::new(a, 2));
    assert_eq!(Place::new(b, 1).clamp(&model), Place::new(b, 3));
    assert_eq!(Place::new(gone, 1).clamp(&model), Place::new(a, 0));
    assert_eq!(
        Place::new(gone, 1).settled(&[a, gone, b], &model),
        Place::new(b, 0)
    );
    assert_eq!(
        Place::new(gone, 1).settled(&[a, b, gone], &model),
        Place::new(b, 3)
    );
    let mut empty = Model::new(&[], 40);
    let stale = Selection::at(Place::new(gone, 1));
    assert_eq!(
        Caret::marking(stale)
            .go(&empty, Motion::Down, false)
            .place(),
        stale.head
    );
    assert!(empty.act(stale, Intent::Insert("x")).edits.is_empty());
}

/// The single-line prompts use tui-input; this holds it to the same standard.
#[test]
fn prompts_edit_by_grapheme_too() {
    use tui_input::{Input, InputRequest::*};
    for (text, steps, left) in [
        ("bla\u{30a}", vec![DeletePrevChar], "bl"),
        (
            "bla\u{30a}",
            vec![GoToPrevChar, InsertChar('x')],
            "blxa\u{30a}",
        ),
        ("a👨‍👩‍👧‍👦", vec![DeletePrevChar], "a"),
        ("a👨‍👩‍👧‍👦", vec![GoToStart, GoToNextChar, DeleteNextChar], "a"),
        ("🇩🇰🇸🇪", vec![DeletePrevChar], "🇩🇰"),
    ] {
        let mut input = Input::new(text.into());
        steps.into_iter().for_each(|step| {
            input.handle(step);
        });
        assert_eq!(input.value(), left, "from {text:?}");
    }
}
