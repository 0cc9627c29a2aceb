//! Forms as they are seen, in both languages and sizes.

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
