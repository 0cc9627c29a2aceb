//! The meeting screen at its stages, in both sizes and languages.

use crate::domain::agenda::ItemKind;
use crate::domain::attendance::Rsvp;
use crate::domain::fixture::{Builder, at};
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::meeting::MinutesStatus;
use crate::domain::minutes::{Comment, Entry, EntryKind};
use crate::domain::op::DocId;
use crate::domain::secretariat::Language;
use crate::ui::stage::{app, planned, press, running, screen};

#[test]
fn before_the_meeting_the_agenda_has_the_room() {
    let mut app = app(planned().done(), "08:00", Language::Danish, (80, 24));
    app.clock.now -= 20 * 86_400_000;
    insta::assert_snapshot!("planned-80-da", screen(&app));
    press(&mut app, "<down><down><down><down>");
    insta::assert_snapshot!("planned-item-80-da", screen(&app));
    press(&mut app, "<tab><down>");
    insta::assert_snapshot!("planned-people-80-da", screen(&app));
}

#[test]
fn the_wide_screen_shows_what_is_missing_beside_the_agenda() {
    let mut app = app(planned().done(), "08:00", Language::English, (200, 50));
    app.clock.now -= 20 * 86_400_000;
    insta::assert_snapshot!("planned-200-en", screen(&app));
}

#[test]
fn a_running_meeting_has_its_panes_in_a_column() {
    let mut app = app(running().done(), "10:42", Language::Danish, (200, 50));
    press(&mut app, "m");
    insta::assert_snapshot!("running-200-da", screen(&app));
}

#[test]
fn a_running_meeting_opens_its_panes_over_the_minutes() {
    let mut app = app(running().done(), "10:42", Language::English, (80, 24));
    press(&mut app, "a");
    insta::assert_snapshot!("running-actions-80-en", screen(&app));
    press(&mut app, "p");
    insta::assert_snapshot!("running-people-80-en", screen(&app));
    press(&mut app, "<esc>");
    assert!(app.view.screen.takes_text());
}

#[test]
fn an_item_is_carried_and_can_be_let_go() {
    let mut app = app(planned().done(), "08:00", Language::Danish, (80, 24));
    press(&mut app, "<down><down>f<down><down>");
    insta::assert_snapshot!("carried-80-da", screen(&app));
    press(&mut app, "<esc>");
    let text = screen(&app);
    assert!(text.contains("2   09.50  Opfølgning"), "{text}");
}

#[test]
fn an_item_is_edited_in_a_form_that_holds_what_it_is() {
    let mut app = app(planned().done(), "08:00", Language::Danish, (80, 24));
    press(&mut app, "<down><down><down><down><enter>");
    insta::assert_snapshot!("item-form-80-da", screen(&app));
    press(
        &mut app,
        "<tab><tab><backspace><backspace>25<tab><tab>Vælge<enter>",
    );
    let text = screen(&app);
    assert!(text.contains("beslutning   25"), "{text}");
    assert!(text.contains("Vælge"), "{text}");
    press(&mut app, "+Nyt<enter>");
    assert!(screen(&app).contains("5   11.00  Nyt"), "{}", screen(&app));
    press(&mut app, "<up>f<up><up><enter>");
    assert!(
        screen(&app).contains("2   09.50  Økonomi"),
        "{}",
        screen(&app)
    );
    press(&mut app, "<del>");
    assert!(
        !screen(&app).contains("Økonomi 2027 (lukket)"),
        "{}",
        screen(&app)
    );
}

#[test]
fn each_gap_is_reached_from_the_stages() {
    let mut app = app(planned().done(), "08:00", Language::Danish, (80, 24));
    app.clock.now -= 20 * 86_400_000;
    press(&mut app, "s");
    insta::assert_snapshot!("walk-80-da", screen(&app));
    press(&mut app, "<enter>");
    insta::assert_snapshot!("walk-entered-80-da", screen(&app));
    press(&mut app, "Fastlægge rammen<enter>n");
    insta::assert_snapshot!("walk-next-80-da", screen(&app));
}

#[test]
fn help_lists_the_keys_of_the_place() {
    let mut app = app(planned().done(), "08:00", Language::English, (80, 24));
    press(&mut app, "<down>?");
    insta::assert_snapshot!("help-80-en", screen(&app));
}

#[test]
fn answers_are_noted_in_the_list_of_participants() {
    let mut app = app(planned().done(), "08:00", Language::English, (80, 24));
    press(&mut app, "pt<down>a");
    insta::assert_snapshot!("answers-80-en", screen(&app));
}

/// The minutes are out, and somebody has said something to their first action.
fn commented(size: (u16, u16), language: Language) -> crate::app::App {
    let world = running().with(|meeting| {
        let action = |row: &&Entry| row.kind == EntryKind::Action;
        let entry = meeting.entries.values().find(action).unwrap().id;
        meeting.head.minutes = MinutesStatus::ForComments;
        meeting.head.ended_at = Some(meeting.head.started_at.unwrap() + 3_600_000);
        let comment = Comment {
            id: Id::from_bits(901),
            entry: Some(entry),
            by: "Bo Friis".to_owned(),
            at: meeting.head.started_at.unwrap() + 7_200_000,
            text: "Vi sagde også, at Vejle er vært for den første indsats.".to_owned(),
            ..Comment::default()
        };
        meeting.comments.insert(comment.id, comment);
    });
    app(world.done(), "14:00", language, size)
}

#[test]
fn a_comment_stands_below_its_entry_and_is_answered_from_a_list() {
    let mut app = commented((80, 24), Language::Danish);
    press(&mut app, "m");
    insta::assert_snapshot!("commented-80-da", screen(&app));
    press(&mut app, "<esc>r<enter>");
    insta::assert_snapshot!("comment-80-da", screen(&app));
    press(&mut app, "<down><down><enter>");
    insta::assert_snapshot!("comment-answer-80-da", screen(&app));
}

#[test]
fn comments_are_listed_in_english_on_a_wide_screen() {
    let mut app = commented((200, 50), Language::English);
    press(&mut app, "k");
    insta::assert_snapshot!("comments-200-en", screen(&app));
}

/// The last of the lines with the next step and the keys.
fn below(app: &crate::app::App) -> String {
    let text = screen(app);
    let mut lines: Vec<&str> = text.lines().rev().take(2).collect();
    lines.reverse();
    lines.join("\n")
}

#[test]
fn while_one_can_only_wait_no_key_is_offered() {
    let ready = Builder::planned()
        .item(103, ItemKind::Discussion, 30)
        .person(1, 10, Rsvp::Yes)
        .with(|meeting| {
            meeting.head.invited_at = Some(at("09:00"));
            meeting.head.agenda_sent_at = Some(at("09:00"));
        });
    let mut app = app(ready.done(), "08:00", Language::Danish, (80, 24));
    app.clock.now -= 2 * 86_400_000;
    let shown = below(&app);
    assert!(shown.contains("Næste: alt er klar til"), "{shown}");
    assert!(!shown.contains("Enter"), "{shown}");
    press(&mut app, "<enter>");
    assert!(screen(&app).contains("Intet at gøre nu"));
}

#[test]
fn while_objections_may_come_enter_opens_the_comments() {
    let mut app = commented((80, 24), Language::Danish);
    let id = Id::from_bits(901);
    let meeting = app.view.meeting().unwrap();
    let mut doc = app.docs.meeting(meeting).unwrap().clone();
    doc.comments.remove(&id);
    doc.head.objection_deadline = app.clock.local.date().succ_opt();
    let entries = doc.entries.values_mut();
    entries.for_each(|row| row.due = Some("Snarest".to_owned().into()));
    app.docs
        .load(DocId::Meeting(meeting), Doc::Meeting(doc), 2, false);
    let shown = below(&app);
    assert!(
        shown.contains("Enter  notér bemærkninger; indsigelsesfrist"),
        "{shown}"
    );
    press(&mut app, "<enter>");
    let shown = screen(&app);
    assert!(
        shown.contains("Ingen bemærkninger endnu. + noterer en."),
        "{shown}"
    );
}

#[test]
fn members_are_municipalities_when_each_of_them_says_so() {
    let mut app = app(running().done(), "10:42", Language::Danish, (80, 24));
    let head = |app: &crate::app::App| screen(app).lines().next().unwrap().to_owned();
    assert!(head(&app).contains("kommuner"), "{}", head(&app));
    let mut register = app.docs.register().unwrap().clone();
    let row = register.organisations.get_mut(&Id::from_bits(10)).unwrap();
    row.name = "Kommunernes Landsforening".to_owned();
    app.docs
        .load(DocId::Register, Doc::Register(register), 2, false);
    assert!(head(&app).contains("organisationer"), "{}", head(&app));
}

#[test]
fn the_line_of_the_next_step_warns_when_the_time_is_nearly_gone() {
    let said = |time: &str| {
        let mut app = app(running().done(), time, Language::Danish, (80, 24));
        press(&mut app, "m");
        let text = screen(&app);
        let line = text.lines().rev().nth(1).unwrap_or_default();
        line.split("Gemt")
            .next()
            .unwrap_or_default()
            .trim()
            .to_owned()
    };
    assert!(said("10:43").starts_with("Næste:"), "{}", said("10:43"));
    assert!(
        said("10:44").starts_with("7 min tilbage · Næste:"),
        "{}",
        said("10:44")
    );
    assert!(
        said("10:50").starts_with("! Tiden er gået"),
        "{}",
        said("10:50")
    );
    assert!(
        said("10:58").starts_with("! 8 min over tiden"),
        "{}",
        said("10:58")
    );
}
