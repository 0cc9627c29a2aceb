//! The large screen before, in, between and after.

use crate::app::App;
use crate::domain::secretariat::Language;
use crate::ui::stage::{app, planned, press, running, screen};

fn live(app: &mut App) -> String {
    press(app, "<ctrl-k>show-live<enter>");
    screen(app)
}

#[test]
fn the_item_its_time_and_what_is_agreed_fill_the_screen() {
    let mut app = app(running().done(), "10:42", Language::Danish, (80, 24));
    insta::assert_snapshot!("live-80-da", live(&mut app));
    // The clock runs.
    app.clock.now += 1_000;
    app.clock.local += chrono::Duration::seconds(1);
    assert!(screen(&app).contains("10.42.01"));
    assert!(app.next_wake().is_some_and(|wake| wake.as_secs() <= 1));
    // Past the time it counts up, and says so.
    app.clock.now += 30 * 60_000;
    let text = screen(&app);
    assert!(text.contains("over tiden"), "{text}");
    press(&mut app, "<esc>");
    assert!(app.next_wake().is_none_or(|wake| wake.as_secs() > 1));
}

#[test]
fn a_wide_screen_has_the_same_in_english() {
    let mut app = app(running().done(), "10:42", Language::English, (200, 50));
    insta::assert_snapshot!("live-200-en", live(&mut app));
}

#[test]
fn before_the_meeting_it_says_when_it_begins() {
    let mut app = app(planned().done(), "08:00", Language::Danish, (80, 24));
    let text = live(&mut app);
    assert!(text.contains("Mødet begynder"), "{text}");
    assert!(app.next_wake().is_none());
}

#[test]
fn the_row_over_the_minutes_says_who_speaks_and_who_is_next() {
    let mut app = app(running().done(), "10:42", Language::Danish, (80, 24));
    press(&mut app, "m<esc>q bo<enter>karen<enter><down><enter><esc>");
    app.clock.now += 3 * 60_000;
    let text = screen(&app);
    assert!(
        text.contains(" Ordet: Karen Lund 3 min · derefter Bo Friis"),
        "{text}"
    );
}
