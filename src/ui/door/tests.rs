//! The door, pressed and read.

use crate::app::overlays::Overlay;
use crate::app::{App, Msg};
use crate::domain::attendance::{Attendance, Presence, PresenceKind};
use crate::domain::code::code;
use crate::domain::fixture::{MEETING, id};
use crate::domain::fold::Doc;
use crate::domain::op::DocId;
use crate::domain::secretariat::Language;
use crate::ui::stage::{app, planned, press, running, screen};

fn stands(app: &App, person: u128) -> Attendance {
    app.docs
        .meeting(id(MEETING))
        .unwrap()
        .attendance_of(id(person))
}

fn field(app: &App) -> String {
    match app.view.overlays.last() {
        Some(Overlay::Door(door)) => door.field.text().to_owned(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn enter_checks_in_the_one_who_leads_and_empties_the_field() {
    let mut app = app(planned().done(), "09:21", Language::Danish, (80, 24));
    press(&mut app, "v");
    insta::assert_snapshot!("door-empty-80-da", screen(&app));
    press(&mut app, "aase");
    insta::assert_snapshot!("door-leads-80-da", screen(&app));
    press(&mut app, "<enter>");
    assert_eq!(stands(&app, 2), Attendance::Present);
    assert_eq!(field(&app), "");
    press(&mut app, "kl<enter>");
    assert_eq!(stands(&app, 1), Attendance::Present);
    insta::assert_snapshot!("door-two-80-da", screen(&app));
    press(&mut app, "bo<enter>");
    insta::assert_snapshot!("door-all-80-da", screen(&app));
}

#[test]
fn when_nobody_leads_a_digit_picks_even_after_enter() {
    let mut app = app(planned().done(), "09:21", Language::English, (80, 24));
    press(&mut app, "vkommune");
    insta::assert_snapshot!("door-several-80-en", screen(&app));
    press(&mut app, "<enter>");
    assert_eq!(field(&app), "");
    assert_eq!(stands(&app, 1), Attendance::Expected);
    press(&mut app, "1");
    let here = (1..=6).filter(|person| stands(&app, *person) == Attendance::Present);
    assert_eq!(here.count(), 1);
    press(&mut app, "ida<enter>");
    assert_eq!(stands(&app, 4), Attendance::Present);
    let text = screen(&app);
    assert!(text.contains("apologies"), "{text}");
}

#[test]
fn an_organisation_lists_its_people_and_digits_mark_several() {
    let mut app = app(planned().done(), "09:21", Language::Danish, (80, 24));
    press(&mut app, "vodense");
    press(&mut app, "12");
    insta::assert_snapshot!("door-organisation-80-da", screen(&app));
    press(&mut app, "<enter>");
    assert_eq!(stands(&app, 1), Attendance::Present);
    assert_eq!(stands(&app, 2), Attendance::Present);
}

#[test]
fn the_menu_does_what_its_letters_say() {
    let mut app = app(running().done(), "10:42", Language::Danish, (200, 50));
    press(&mut app, "mm");
    app.view.overlays.clear();
    press(&mut app, "<esc>");
    app.view
        .open(crate::app::overlays::door::Door::new(id(MEETING)));
    press(&mut app, "karen<tab>");
    insta::assert_snapshot!("door-menu-200-da", screen(&app));
    press(&mut app, "g");
    assert_eq!(stands(&app, 1), Attendance::Left);
    press(&mut app, "karen<tab>k");
    assert_eq!(stands(&app, 1), Attendance::Present);
    press(&mut app, "bo<tab>f");
    assert_eq!(stands(&app, 3), Attendance::Apologies);
    press(&mut app, "søren<tab>o");
    assert_eq!(stands(&app, 6), Attendance::Online);
    press(&mut app, "jens<tab>ru");
    assert_eq!(stands(&app, 5), Attendance::Absent);
    press(&mut app, "ida<tab>sEva Dam, Vejle<enter>");
    insta::assert_snapshot!("door-after-200-da", screen(&app));
}

#[test]
fn a_walk_in_is_taken_by_plus_and_a_code_by_its_letters() {
    let mut meeting = planned().done();
    meeting.participants.get_mut(&id(5)).unwrap().code = "K7Q2".into();
    let mut app = app(meeting, "09:21", Language::Danish, (80, 24));
    press(&mut app, "v");
    press(&mut app, "K7Q2<enter>");
    assert_eq!(stands(&app, 5), Attendance::Present);
    press(&mut app, "+ Eva Dam, Vejle<enter>");
    let text = screen(&app);
    let here = app.docs.meeting(id(MEETING)).unwrap().presences.values();
    let here = here.filter(|row| row.kind == PresenceKind::Arrived);
    assert_eq!(here.count(), 2, "{text}");
    assert!(text.contains("Eva Dam"), "{text}");
}

#[test]
fn somebody_only_in_the_register_comes_by_one_key() {
    let mut meeting = planned().done();
    meeting.participants.remove(&id(5));
    let mut app = app(meeting, "09:21", Language::Danish, (80, 24));
    press(&mut app, "vjens");
    insta::assert_snapshot!("door-register-80-da", screen(&app));
    press(&mut app, "<enter>");
    assert_eq!(stands(&app, 5), Attendance::Present);
    let row = &app.docs.meeting(id(MEETING)).unwrap().participants[&id(5)];
    assert!(row.walk_in);
    assert_eq!(row.organisation, Some(id(12)));
}

#[test]
fn a_name_of_the_register_is_offered_beside_one_who_is_here_and_never_taken_for_it() {
    let mut meeting = planned().done();
    meeting.participants.remove(&id(5));
    let mut app = app(meeting, "09:21", Language::Danish, (80, 24));
    let mut register = app.register().clone();
    register.people.get_mut(&id(5)).unwrap().name = "Karen Lund".into();
    app.docs
        .load(DocId::Register, Doc::Register(register), 1, false);
    press(&mut app, "vkaren lund<enter>");
    assert_eq!(stands(&app, 1), Attendance::Present);
    press(&mut app, "karen lund<enter>");
    assert_eq!(stands(&app, 5), Attendance::Expected);
    assert!(screen(&app).contains("Aabenraa"), "{}", screen(&app));
    press(&mut app, "2");
    assert_eq!(stands(&app, 5), Attendance::Present);
}

#[test]
fn a_comma_tells_who_comes_and_from_where_when_nobody_is_called_so() {
    let mut app = app(planned().done(), "09:21", Language::English, (80, 24));
    press(&mut app, "vEva Dam, Ribe");
    let text = screen(&app);
    assert!(
        text.contains("Enter: Eva Dam · new organisation: Ribe"),
        "{text}"
    );
    press(&mut app, "<enter>");
    let text = screen(&app);
    assert!(text.contains("Eva Dam (Ribe) arrived at 09:21"), "{text}");
}

#[test]
fn who_is_missing_can_be_rung_and_a_code_checks_in_at_once() {
    let mut app = app(planned().done(), "09:21", Language::Danish, (80, 24));
    let mut register = app.register().clone();
    register.people.get_mut(&id(3)).unwrap().phone = "65 51 11 11".into();
    app.docs
        .load(DocId::Register, Doc::Register(register), 1, false);
    press(&mut app, "v");
    let text = screen(&app);
    assert!(text.contains("Vejle 0/1: Bo Friis (65 51 11 11)"), "{text}");
    let code = code(id(MEETING), id(3));
    press(&mut app, &format!("{code}<enter>"));
    assert_eq!(stands(&app, 3), Attendance::Present);
    press(&mut app, &format!("{}<enter>", code.to_lowercase()));
    let text = screen(&app);
    assert!(text.contains("allerede"), "{text}");
}

#[test]
fn of_two_doors_the_first_check_in_stands_and_the_second_is_told() {
    let mut app = app(running().done(), "09:42", Language::Danish, (80, 24));
    app.view
        .open(crate::app::overlays::door::Door::new(id(MEETING)));
    press(&mut app, "bo<enter>");
    let own = |app: &App| {
        let meeting = app.docs.meeting(id(MEETING)).unwrap();
        let rows = meeting.presences_of(id(3)).into_iter().cloned();
        rows.collect::<Vec<_>>()
    };
    let [mine] = own(&app).try_into().unwrap();
    let theirs = Presence {
        id: id(900),
        at: mine.at - 60_000,
        ..mine.clone()
    };
    let mut meeting = running().done();
    meeting.presences.insert(theirs.id, theirs.clone());
    app.docs
        .load(DocId::Meeting(id(MEETING)), Doc::Meeting(meeting), 2, false);
    app.update(Msg::Tick);
    assert_eq!(own(&app), [theirs]);
    let text = screen(&app);
    assert!(
        text.contains("! Bo Friis (Vejle) er allerede mødt kl. 09.41"),
        "{text}"
    );
    let meeting = app.docs.meeting(id(MEETING)).unwrap();
    let told = meeting.entries.values().filter(|row| !row.removed);
    assert!(told.clone().all(|row| row.presence != Some(mine.id)));
}

#[test]
fn esc_empties_the_field_and_then_leaves_everything_as_it_was() {
    let mut app = app(planned().done(), "09:21", Language::Danish, (80, 24));
    press(&mut app, "<down><down>v");
    press(&mut app, "xyz<esc>");
    assert_eq!(field(&app), "");
    press(&mut app, "<esc>");
    assert!(app.view.overlays.is_empty());
    assert!(app.view.screen.target(&app).item.is_some());
}
