//! Forms as they are seen, in both languages and sizes.

use crate::app::input::{Input, Mouse, MouseKind};
use crate::app::keymap::Keymap;
use crate::app::overlays::Overlay;
use crate::app::{App, Msg};
use crate::domain::secretariat::Language;
use crate::ui::stage::{app, planned, press, screen};

#[test]
fn names_are_offered_under_their_field() {
    let mut app = app(planned().done(), "08:00", Language::Danish, (80, 24));
    press(&mut app, "<down><down><down><down><enter>");
    press(&mut app, "<tab><tab><tab>aer");
    insta::assert_snapshot!("offers-80-da", screen(&app));
}

#[test]
fn a_long_text_is_wrapped_and_what_is_wrong_stands_by_its_field() {
    let mut app = app(planned().done(), "08:00", Language::English, (80, 24));
    press(&mut app, "<down><down><down><down><enter>");
    press(
        &mut app,
        "<tab><tab><tab><tab><tab><tab>Kommunerne har hver sin praksis, og tallene kan ikke sammenlignes.<enter>Derfor foreslås en fælles opgørelse.",
    );
    press(
        &mut app,
        "<shift-tab><shift-tab><shift-tab><shift-tab><backspace><backspace>mange<ctrl-s>",
    );
    insta::assert_snapshot!("refused-80-en", screen(&app));
    press(&mut app, "<esc>");
    insta::assert_snapshot!("asks-80-en", screen(&app));
}

#[test]
fn a_form_takes_a_part_of_a_wide_screen() {
    let mut app = app(planned().done(), "08:00", Language::Danish, (200, 50));
    press(&mut app, "r<tab><tab>");
    insta::assert_snapshot!("meeting-200-da", screen(&app));
}

/// A click on the first row that has these words.
fn click(app: &mut App, words: &str) {
    let shown = screen(app);
    let row = shown.lines().position(|line| line.contains(words));
    let line = shown.lines().nth(row.unwrap()).unwrap();
    let x = line[..line.find(words).unwrap()].chars().count();
    let (x, y) = (
        u16::try_from(x).unwrap(),
        u16::try_from(row.unwrap()).unwrap(),
    );
    let kind = MouseKind::Press;
    app.update(Msg::Input(Input::Mouse(Mouse { kind, x, y })));
}

#[test]
fn a_click_goes_to_a_field_takes_an_offer_and_accepts_the_form() {
    let mut app = app(planned().done(), "08:00", Language::Danish, (80, 24));
    press(&mut app, "<down><down><down><down><enter>");
    click(&mut app, "Ansvarlig");
    press(&mut app, "aer");
    let offered = screen(&app);
    let offer = offered
        .lines()
        .find_map(|line| line.split_once("▸ "))
        .unwrap()
        .1;
    let name: String = offer.split("  ").next().unwrap().into();
    click(&mut app, &format!("▸ {name}"));
    click(&mut app, "Titel");
    press(&mut app, " 2");
    insta::assert_snapshot!("clicked-80-da", screen(&app));
    click(&mut app, "[ OK ]");
    assert!(app.view.overlays.is_empty(), "{}", screen(&app));
}

#[test]
fn hands_from_emacs_edit_a_field_and_are_asked_before_it_is_gone() {
    let mut app = app(planned().done(), "08:00", Language::English, (80, 24));
    app.view.keymap = Keymap::shipped("emacs").unwrap();
    press(&mut app, "<down><down><down><down><enter>");
    // "Økonomi 2027"
    press(
        &mut app,
        "<ctrl-a><ctrl-d>ø<alt-f><ctrl-k>mål<ctrl-b><ctrl-b>X",
    );
    let title = |app: &App| match app.view.overlays.last() {
        Some(Overlay::Form(form)) => form.slots[0].text(),
        _ => panic!("{}", screen(app)),
    };
    assert_eq!(title(&app), "økonomi mXål");
    press(&mut app, "<ctrl-g>");
    assert!(screen(&app).contains("Esc"), "{}", screen(&app));
    press(&mut app, "<ctrl-g>");
    assert_eq!(title(&app), "økonomi mXål");
}
