//! Deadlines in lines as people type them.

use super::*;

/// A Saturday.
fn today() -> NaiveDate {
    "2026-11-21".parse().unwrap()
}

/// A line, what stays of it before the deadline, and the deadline.
const LINES: &[(&str, &str, &str)] = &[
    ("Send oplæg, senest 1/12", "Send oplæg", "2026-12-01"),
    (
        "Send oplæg senest den 1. december.",
        "Send oplæg",
        "2026-12-01",
    ),
    ("Send oplæg (senest 1/12)", "Send oplæg", "2026-12-01"),
    ("Send oplæg 1/12", "Send oplæg", "2026-12-01"),
    (
        "Send oplæg - frist tir. 1. dec.",
        "Send oplæg",
        "2026-12-01",
    ),
    ("Send oplæg, frist: 1/12", "Send oplæg", "2026-12-01"),
    ("Send oplæg med frist 1/12", "Send oplæg", "2026-12-01"),
    ("Send oplæg, frist senest 1/12", "Send oplæg", "2026-12-01"),
    ("Send oplæg inden fredag", "Send oplæg", "2026-11-27"),
    ("Send oplæg på fredag", "Send oplæg", "2026-11-27"),
    ("Send oplæg inden fre", "Send oplæg", "2026-11-27"),
    (
        "Send oplæg til alle inden 1. dec",
        "Send oplæg til alle",
        "2026-12-01",
    ),
    ("Send oplæg om 2 uger", "Send oplæg", "2026-12-05"),
    ("Send oplæg, uge 50", "Send oplæg", "uge 50"),
    ("Send oplæg senest uge 50", "Send oplæg", "uge 50"),
    ("Send oplæg primo august", "Send oplæg", "primo august"),
    ("Send oplæg inden marts", "Send oplæg", "marts"),
    (
        "Send oplæg senest 3. kvartal 2027",
        "Send oplæg",
        "3. kvartal 2027",
    ),
    ("Send oplæg, snarest", "Send oplæg", "snarest"),
    ("Send oplæg. Frist: Snarest", "Send oplæg.", "Snarest"),
    (
        "Send oplæg. Frist: når budgettet er vedtaget",
        "Send oplæg.",
        "når budgettet er vedtaget",
    ),
    (
        "Send oplæg inden næste møde",
        "Send oplæg",
        "inden næste møde",
    ),
    ("Aftal tid inden jul.", "Aftal tid", "inden jul"),
    ("Aftal tid senest 3. jul", "Aftal tid", "2027-07-03"),
    (
        "Send oplæg inden sommerferien",
        "Send oplæg",
        "inden sommerferien",
    ),
    ("Send slides by Friday", "Send slides", "2026-11-27"),
    ("Send slides before Dec 1", "Send slides", "2026-12-01"),
    ("Send slides, due 2026-12-01", "Send slides", "2026-12-01"),
    (
        "Send slides as soon as possible",
        "Send slides",
        "as soon as possible",
    ),
    ("Senest 1/12 sendes oplæg", "", "2026-12-01"),
    (
        "Ændre øvelse på Ærø til 1/12",
        "Ændre øvelse på Ærø",
        "2026-12-01",
    ),
];

#[test]
fn deadlines_are_found() {
    for (line, before, expected) in LINES {
        let (range, due) = find_due(line, today()).unwrap_or_else(|| panic!("{line}"));
        assert_eq!(due.unwrap().to_string(), *expected, "{line}");
        assert_eq!(&line[..range.start], *before, "{line}");
    }
}

#[test]
fn other_words_are_no_deadline() {
    let lines = [
        "",
        "Send oplæg",
        "Send oplæg til Jan",
        "Send oplæg til Maj",
        "Det må man",
        "Ring til Tor",
        "Se pkt. 3.1",
        "Ret afsnit 3/7",
        "Jf. referat 2/26",
        "Mødes kl. 9.30",
        "Hæv prisen til 3.5",
        "Læg budget til 2027",
        "Find plads til 40",
        "Invitér til topmødet",
        "Mød frem senest kl. 9",
        "Bo ringede i går",
        "1/12",
        "by",
        "senest",
        "Kør til Middelfart",
        "Book by hall",
        "Brug 1/12 af puljen til kaffe",
    ];
    for line in lines {
        assert_eq!(find_due(line, today()), None, "{line}");
    }
}

#[test]
fn a_day_is_found_anywhere_in_a_line() {
    let lines = [
        ("Næste møde holdes 14. januar 2027.", "2027-01-14"),
        (
            "Næste møde er torsdag den 14. januar 2027 kl. 9.30 i Vejle",
            "2027-01-14",
        ),
        ("Kl. 9.11 mødes vi den 4/2 på Ærø", "2027-02-04"),
        ("2027-02-04 i Odense", "2027-02-04"),
        ("The next meeting is on 4 February 2027 at 10", "2027-02-04"),
    ];
    for (line, day) in lines {
        assert_eq!(find_day(line, today()).unwrap().to_string(), day, "{line}");
    }
    let none = [
        "",
        "Næste møde holdes i januar",
        "Mødet 12. november 2026 blev aflyst",
        "Jf. referat 2/27",
        "Vi mødes kl. 9.30",
        "Vi mødes i morgen",
        "Lokale 3.1",
        "I 2027 mødes vi fire gange",
    ];
    for line in none {
        assert_eq!(find_day(line, today()), None, "{line}");
    }
}

#[test]
fn a_wrong_weekday_is_said_in_a_line() {
    let (_, due) = find_due("Send oplæg senest fre. 1/12", today()).unwrap();
    assert!(matches!(due, Err(BadDate::WrongWeekday { .. })));
    let (_, due) = find_due("Send oplæg fredag den 1. december", today()).unwrap();
    assert!(matches!(due, Err(BadDate::WrongWeekday { .. })));
}
