//! The program killed with -9 while minutes are typed: what the screen showed is there afterwards.

use std::hint::spin_loop;

use rustix::process::Signal;

use crate::dice::Dice;
use crate::office::{MEETING, Office, all};
use crate::pty::{LIMIT, Pty, UNKEPT};

const LETTERS: &[&str] = &[
    "a", "e", "n", "t", "r", "s", "d", "æ", "ø", "å", "Å", "k", "m", "7", ",", " ", " ",
];

/// What stands there, without the blanks that wrapping moves about.
fn squeezed(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace()).collect()
}

/// How much of a text the screen shows, in characters.
fn shown(pty: &Pty, typed: &str) -> usize {
    let screen = squeezed(&pty.text());
    let starts = screen.match_indices(typed.get(..3).unwrap());
    let same = |at: usize| {
        let pairs = screen[at..].chars().zip(typed.chars());
        pairs.take_while(|(seen, typed)| seen == typed).count()
    };
    starts.map(|(at, _)| same(at)).max().unwrap_or(0)
}

/// A text of at most so many letters that no other round types.
fn text(round: usize, most: usize, dice: &mut Dice) -> String {
    let length = 5 + dice.below(most - 5);
    let mut text = format!("#{round:03}:");
    for _ in 0..length {
        text.push_str(LETTERS[dice.below(LETTERS.len())]);
    }
    text
}

/// Types where the caret is until killed; the squeezed text whose echo was seen.
fn type_until_killed(mut pty: Pty, text: &str, dice: &mut Dice) -> String {
    let wanted = squeezed(text);
    let enough = dice.below(wanted.chars().count());
    let mut letters = text.chars();
    loop {
        let burst: String = letters.by_ref().take(1 + dice.below(20)).collect();
        if burst.is_empty() {
            break;
        }
        pty.write(burst.as_bytes());
        if dice.below(2) == 0 {
            let _ = pty.next(LIMIT);
        }
        if shown(&pty, &wanted) >= enough {
            break;
        }
    }
    while shown(&pty, &wanted) < enough && pty.next(LIMIT).is_ok() {}
    for _ in 0..dice.below(200_000) {
        spin_loop();
    }
    pty.signal(Signal::KILL);
    pty.wait_exit();
    let seen = shown(&pty, &wanted);
    // On a busy machine a write may take long: what stands there then is not promised, and said.
    if UNKEPT.iter().any(|words| pty.text().contains(words)) {
        return String::new();
    }
    assert!(seen >= enough, "no echo:\n{}", pty.text());
    wanted.chars().take(seen).collect()
}

#[test]
fn what_was_echoed_survives_kill_9() {
    let office = Office::new();
    let mut dice = Dice(2026);
    let rounds = if all() { 300 } else { 15 };
    let (mut echoed, mut lost) = (0, 0);
    let mut all_seen: Vec<String> = Vec::new();
    for round in 0..rounds {
        let text = text(round, 95, &mut dice);
        let mut pty = office.minutes();
        if dice.below(3) == 0 {
            pty.press("<enter>");
        }
        let seen = type_until_killed(pty, &text, &mut dice);
        echoed += seen.chars().count();
        let kept = squeezed(&office.texts(1).concat());
        if !kept.contains(&seen) {
            println!("round {round}: {seen:?} is not in the minutes");
            lost += seen.chars().count();
        }
        all_seen.push(seen);
    }
    let kept = squeezed(&office.texts(1).concat());
    let gone = all_seen.iter().filter(|seen| !kept.contains(*seen)).count();
    println!(
        "{rounds} kills, {echoed} characters echoed, {lost} lost, {gone} texts gone at the end"
    );
    assert!(echoed > rounds, "hardly anything was typed");
    assert_eq!((lost, gone), (0, 0));
}

/// The form of the meeting's first item, with the caret behind its title.
fn item_form(office: &Office) -> Pty {
    let mut pty = office.terminal(&["--meeting", MEETING]);
    pty.wait_text("Velkomst");
    pty.press("<down><enter>");
    pty.wait_text("Sagsfremstilling");
    pty
}

#[test]
fn what_was_echoed_in_a_form_is_opened_again_after_kill_9() {
    let mut dice = Dice(1849);
    let rounds = if all() { 60 } else { 5 };
    let mut echoed = 0;
    for round in 0..rounds {
        let office = Office::new();
        let text = text(round, 30, &mut dice);
        let pty = item_form(&office);
        let seen = type_until_killed(pty, &text, &mut dice);
        echoed += seen.chars().count();
        if seen.is_empty() {
            continue;
        }
        let mut again = office.terminal(&[]);
        again.wait_for(|screen| squeezed(&screen.contents()).contains(&seen));
        again.press("<enter>");
        again.wait_for(|screen| !screen.contents().contains("Sagsfremstilling"));
        let meeting = office.json(&["show", MEETING, "--json"]);
        let title = meeting["agenda"][0]["title"].as_str().unwrap();
        assert!(squeezed(title).contains(&seen), "{title:?} lacks {seen:?}");
        drop(again);
        let mut third = office.terminal(&["--meeting", MEETING]);
        third.wait_text("Dagsorden");
        assert!(
            !third.text().contains("Sagsfremstilling"),
            "it was accepted:\n{}",
            third.text()
        );
    }
    println!("{rounds} kills in a form, {echoed} characters echoed");
    assert!(echoed > rounds, "hardly anything was typed");
}
