//! A vote at the screen: by hands, by name with somebody who comes late and somebody disqualified,
//! a tie, and a secret ballot.

use crate::app::testing::Bench;
use crate::domain::secretariat::Language;
use crate::ui::picture::picture;

/// The minutes of item 2 while the meeting runs: Karen and Åse of Odense and Bo of Vejle are there.
fn seated(language: Language, size: (u16, u16)) -> Bench {
    let mut bench = Bench::with_meeting();
    bench.set_clock("2026-11-26T09:20");
    for line in [
        "agenda-add Velkomst --kind welcome --minutes 10",
        "agenda-add 'Økonomi 2027' --kind decision --minutes 30 --recommendation 'at budgettet godkendes'",
        "invite",
        "check-in karen",
        "check-in åse",
        "meeting-start",
        "item-start 2",
    ] {
        bench.ok(&format!("--meeting nims-2026-1 {line}"));
    }
    bench.ok("network-set nims --casting-vote yes --chair karen-lund");
    bench.set_clock("2026-11-26T09:45");
    bench.sit_down(language, size);
    bench.ok("meeting-open nims-2026-1");
    bench
}

fn shows(bench: &Bench, words: &str) {
    let text = picture(&bench.app);
    let plain: Vec<&str> = text
        .split([' ', '\n', '│'])
        .filter(|it| !it.is_empty())
        .collect();
    assert!(plain.join(" ").contains(words), "{words}\n{text}");
}

#[test]
fn a_show_of_hands_is_one_key_and_three_numbers() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<esc>a");
    insta::assert_snapshot!("vote-form-80-da", picture(&bench.app));
    bench.press("2<tab>1<enter>");
    insta::assert_snapshot!("vote-told-80-da", picture(&bench.app));
    bench.press("Derefter");
    shows(&bench, "1 imod. Derefter");
    // Without a number nothing is counted.
    bench.press("<esc>a<enter>");
    shows(&bench, "Skriv, hvor mange der stemte for, imod og blankt");
}

#[test]
fn by_name_each_person_is_one_key() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<esc>a<tab><tab><tab><right><enter>");
    insta::assert_snapshot!("vote-names-80-da", picture(&bench.app));
    bench.press("12");
    shows(&bench, "2 af 2 har stemt");
    bench.press("0");
    // Somebody comes late, and is there to be asked; a name is found by its letters.
    bench.press("<esc><esc>m");
    bench.press("bo<enter><esc>");
    bench.press("<esc>a");
    shows(&bench, "2 af 3 har stemt");
    bench.press("fri");
    shows(&bench, "Bo Friis (Vejle)");
    bench.press("1<end>");
    insta::assert_snapshot!("vote-noted-80-da", picture(&bench.app));
    bench.press("<enter>");
    insta::assert_snapshot!("vote-names-told-80-da", picture(&bench.app));
}

#[test]
fn going_on_with_a_vote_changes_no_answer_that_was_given() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<esc>a<tab><tab><tab><right><enter>");
    bench.press("1<esc><esc>a2");
    shows(&bench, "2 af 2 har stemt");
    bench.press("<end><enter>");
    shows(&bench, "For stemte Karen Lund. Imod stemte Åse Østergaard.");
}

#[test]
fn who_writes_on_at_the_next_item_loses_no_letter_though_somebody_waits() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.ok("--meeting nims-2026-1 agenda-add Eventuelt --kind aob");
    bench.ok("--meeting nims-2026-1 queue-add karen");
    bench.press("<esc>n");
    shows(&bench, "Nogle venter stadig på ordet");
    bench.press("Erik fremlagde budgettet.");
    shows(&bench, "Erik fremlagde budgettet.");
    let meeting = bench.meeting("nims-2026-1");
    let current = meeting.head.current.unwrap();
    let written = meeting.entries_of(current);
    assert!(
        written
            .iter()
            .any(|it| it.text == "Erik fremlagde budgettet.")
    );
    assert_eq!(meeting.waiting().len(), 1);
}

#[test]
fn a_number_beyond_the_last_choice_chooses_nothing() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.ok("--meeting nims-2026-1 agenda-add Eventuelt --kind aob");
    bench.ok("--meeting nims-2026-1 queue-add karen");
    bench.press("<esc>n");
    shows(&bench, "Nogle venter stadig på ordet");
    let before = picture(&bench.app);
    bench.press("9");
    assert_eq!(picture(&bench.app), before);
    bench.press("<down><enter>");
    assert!(!picture(&bench.app).contains("Nogle venter stadig på ordet"));
}

#[test]
fn on_a_wide_screen_in_english() {
    let mut bench = seated(Language::English, (200, 50));
    bench.press("<esc>v<tab><tab><tab><right><enter>");
    bench.press("13");
    insta::assert_snapshot!("vote-names-200-en", picture(&bench.app));
    bench.press("<end><enter>");
    insta::assert_snapshot!("vote-told-200-en", picture(&bench.app));
    bench.press("<esc><esc><ctrl-k>show-live<enter>");
    shows(&bench, "Result of the vote");
}

#[test]
fn who_is_disqualified_is_not_asked_and_a_vote_cast_is_not_lost_unseen() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<esc>m");
    bench.press("åse<tab>i<esc>");
    bench.press("<esc>a<tab><tab><tab><right><enter>");
    let text = picture(&bench.app);
    assert!(text.contains("0 af 1 har stemt"), "{text}");
    bench.press("1<esc><esc>m");
    bench.press("kar<tab>g");
    insta::assert_snapshot!("vote-lapses-80-da", picture(&bench.app));
    bench.press("<esc>");
    bench.press("<esc>");
    bench.press("<esc>p");
    bench.press("<esc>f");
    insta::assert_snapshot!("vote-people-80-da", picture(&bench.app));
}

#[test]
fn a_tie_asks_what_the_chair_decides() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<esc>a1<tab>1<enter>");
    insta::assert_snapshot!("vote-tie-80-da", picture(&bench.app));
    bench.press("<right><enter>");
    shows(&bench, "Mødelederens stemme var udslagsgivende.");
    shows(&bench, "Indstillingen blev vedtaget.");
}

#[test]
fn a_secret_ballot_ticks_people_off_and_takes_the_numbers_at_the_end() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<esc>a<tab><tab><tab><right><right><enter>");
    bench.press("<enter>");
    // Neither key says what anybody voted.
    bench.press("2");
    insta::assert_snapshot!("vote-secret-80-da", picture(&bench.app));
    bench.press("<esc><esc><ctrl-k>show-live<enter>");
    insta::assert_snapshot!("vote-live-80-da", picture(&bench.app));
    bench.press("<esc>");
    bench.press("<esc>a<enter>");
    bench.press("<end><enter>");
    bench.press("2<tab>0<enter>");
    shows(
        &bench,
        "Indstillingen blev enstemmigt vedtaget med 2 stemmer.",
    );
    shows(&bench, "Afstemningen var hemmelig.");
}

#[test]
fn a_dissent_has_its_name_once_the_decision_stands() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("Mindretalsudtalelse:<space>");
    shows(&bench, "En mindretalsudtalelse hører til en beslutning.");
    bench.press("<ctrl-backspace><ctrl-backspace>");
    bench.press("b:<space>Budgettet godkendes.<enter>");
    bench.press("Mindretalsudtalelse:<space>åse: Odense ønsker et mindre budget.<enter>");
    insta::assert_snapshot!("dissent-80-da", picture(&bench.app));
}

#[test]
fn what_cannot_be_dissented_from_stays_text_and_says_why() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("Mindretalsudtalelse:<space>åse og karen: Nej.<enter>");
    shows(&bench, "En mindretalsudtalelse hører til en beslutning");
    bench.press("<esc>a1<enter>");
    bench.press("Særstandpunkt:<space>åse og karen: Vi var imod.<enter>");
    shows(&bench, "M Vi var imod. Åse Østergaard og Karen Lund");
}

#[test]
fn those_who_have_not_answered_are_named_before_the_vote_closes() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<esc>a<tab><tab><tab><right><enter>");
    bench.press("1<end><enter>");
    shows(&bench, "Åse Østergaard har ikke stemt.");
    bench.press("<esc>");
    assert!(
        bench
            .meeting("nims-2026-1")
            .votes
            .values()
            .all(|row| row.is_open())
    );
    bench.press("<end><enter><enter>");
    shows(&bench, "For stemte Karen Lund. Åse Østergaard stemte ikke.");
}

#[test]
fn too_many_papers_are_refused_with_the_numbers_still_in_the_form() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<esc>a<tab><tab><tab><right><right><enter>");
    bench.press("<end><enter>3<tab>1<enter>");
    insta::assert_snapshot!("vote-too-many-80-da", picture(&bench.app));
}

#[test]
fn a_line_that_counts_becomes_the_vote() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("Afstemning:<space>2 for, 0 imod<enter>");
    shows(
        &bench,
        "A Indstillingen blev enstemmigt vedtaget med 2 stemmer.",
    );
    bench.press("Videre");
    let text = picture(&bench.app);
    assert!(
        text.contains("   Videre") && !text.contains("2 for, 0"),
        "{text}"
    );
}
