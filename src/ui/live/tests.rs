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
fn a_sentence_does_not_stay_where_nobody_presses_keys() {
    let mut app = app(running().done(), "10:42", Language::Danish, (80, 24));
    let before = live(&mut app);
    app.fail(crate::locale::Key::ErrorNoBreak);
    assert!(screen(&app).contains("Der er ingen pause"));
    app.clock.now += 7_000;
    app.update(crate::app::Msg::Tick);
    assert!(
        screen(&app).contains("Der er ingen pause"),
        "it can be read"
    );
    app.clock.now += 1_000;
    app.update(crate::app::Msg::Tick);
    let bottom = |text: &str| text.lines().last().map(str::to_owned);
    assert_eq!(bottom(&screen(&app)), bottom(&before));
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

fn decided() -> crate::domain::meeting::Meeting {
    use crate::domain::fixture::id;
    use crate::domain::minutes::EntryKind;
    let text = "Netværket vælger Frivillige og Unge i udsatte boligområder som fælles indsatser.";
    running()
        .entry(202, 103, EntryKind::Decision, text)
        .with(|meeting| {
            for (number, person) in [(601, 1), (602, 3), (603, 2)] {
                let turn = crate::domain::queue::Turn {
                    id: id(number),
                    person: id(person),
                    at: crate::domain::fixture::at("10:39"),
                    from: (person == 1).then(|| crate::domain::fixture::at("10:40")),
                    ..Default::default()
                };
                meeting.turns.insert(turn.id, turn);
            }
            meeting.head.speaker_minutes = Some(5);
        })
        .done()
}

#[test]
fn who_speaks_and_the_decision_are_large_and_enter_says_yes_to_it() {
    let mut app = app(decided(), "10:42", Language::Danish, (80, 24));
    insta::assert_snapshot!("decided-80-da", live(&mut app));
    press(&mut app, "<enter>");
    assert!(
        screen(&app).contains("✓ Læst op kl. 10.42"),
        "{}",
        screen(&app)
    );
    press(&mut app, "<enter>");
    assert!(
        screen(&app).contains("allerede læst op"),
        "{}",
        screen(&app)
    );
    press(&mut app, "o");
    assert!(
        screen(&app).contains("Derefter: Åse Østergaard"),
        "{}",
        screen(&app)
    );
}

#[test]
fn a_wide_screen_has_room_for_all_of_it_in_english() {
    let mut app = app(decided(), "10:42", Language::English, (200, 50));
    insta::assert_snapshot!("decided-200-en", live(&mut app));
}

#[test]
fn who_may_only_look_on_is_offered_nothing_to_press() {
    let mut app = app(decided(), "10:42", Language::Danish, (80, 24));
    app.session.role = crate::domain::role::Role::Viewer;
    let text = live(&mut app);
    assert!(
        text.contains("Ikke læst op") && !text.contains("Enter"),
        "{text}"
    );
}

#[test]
fn a_break_counts_down_and_says_when_it_goes_on() {
    let mut app = app(running().done(), "10:42", Language::Danish, (80, 24));
    live(&mut app);
    press(&mut app, "x10<enter>");
    insta::assert_snapshot!("break-80-da", screen(&app));
    press(&mut app, "x");
    assert!(screen(&app).contains("Punkt 3 af 7"), "{}", screen(&app));
}
