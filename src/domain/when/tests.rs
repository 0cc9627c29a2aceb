//! Tables of dates and times as people type them.

use super::*;
use chrono::NaiveTime;

/// Saturday 21 November 2026, week 47.
fn today() -> NaiveDate {
    "2026-11-21".parse().unwrap()
}

/// What is typed, and how it is stored.
const DATES: &[(&str, &str)] = &[
    ("1/12", "2026-12-01"),
    ("1.12.", "2026-12-01"),
    ("1.12", "2026-12-01"),
    ("01/12", "2026-12-01"),
    ("1/12-26", "2026-12-01"),
    ("1/12/2026", "2026-12-01"),
    ("1/12 2026", "2026-12-01"),
    ("1/12-2027", "2027-12-01"),
    ("01.12.2026", "2026-12-01"),
    ("1.12.26", "2026-12-01"),
    ("1-12-2026", "2026-12-01"),
    ("2026-12-01", "2026-12-01"),
    ("2026.12.1", "2026-12-01"),
    ("2026/12/01", "2026-12-01"),
    ("1. dec", "2026-12-01"),
    ("1. dec.", "2026-12-01"),
    ("1.dec", "2026-12-01"),
    ("1 december", "2026-12-01"),
    ("den 1. december", "2026-12-01"),
    ("d. 1. december 2027", "2027-12-01"),
    ("D. 1/12", "2026-12-01"),
    ("dec 1", "2026-12-01"),
    ("Dec 1st, 2026", "2026-12-01"),
    ("December 1", "2026-12-01"),
    ("the 1st of", "the 1st of"),
    ("1/2", "2027-02-01"),
    ("1/11", "2026-11-01"),
    ("1/10", "2027-10-01"),
    ("29/2", "2028-02-29"),
    ("tir. 1. dec.", "2026-12-01"),
    ("tirsdag den 1. december 2026", "2026-12-01"),
    ("tirsdag 1/12", "2026-12-01"),
    ("Tuesday, December 1", "2026-12-01"),
    ("Tue 1 Dec 2026", "2026-12-01"),
    ("fre", "2026-11-27"),
    ("fre.", "2026-11-27"),
    ("fredag", "2026-11-27"),
    ("på fredag", "2026-11-27"),
    ("friday", "2026-11-27"),
    ("on Friday", "2026-11-27"),
    ("lørdag", "2026-11-28"),
    ("søndag", "2026-11-22"),
    ("næste fredag", "2026-11-27"),
    ("next monday", "2026-11-23"),
    ("i dag", "2026-11-21"),
    ("i morgen", "2026-11-22"),
    ("i overmorgen", "2026-11-23"),
    ("i går", "2026-11-20"),
    ("tomorrow", "2026-11-22"),
    ("Today", "2026-11-21"),
    ("om 2 uger", "2026-12-05"),
    ("om to uger", "2026-12-05"),
    ("om en uge", "2026-11-28"),
    ("om 14 dage", "2026-12-05"),
    ("om en måned", "2026-12-21"),
    ("om 3 mdr.", "2027-02-21"),
    ("om et år", "2027-11-21"),
    ("in 2 weeks", "2026-12-05"),
    ("in a month", "2026-12-21"),
    ("uge 35", "2027-08-30..2027-09-05"),
    ("uge 48", "2026-11-23..2026-11-29"),
    ("uge 47", "2026-11-16..2026-11-22"),
    ("i uge 49", "2026-11-30..2026-12-06"),
    ("uge 35 2028", "2028-08-28..2028-09-03"),
    ("uge 35/2028", "2028-08-28..2028-09-03"),
    ("uge 49-50", "2026-11-30..2026-12-13"),
    ("week 48", "2026-11-23..2026-11-29"),
    ("uge 53", "2026-12-28..2027-01-03"),
    ("uge 52-1", "2026-12-21..2027-01-10"),
    ("uge 53 2032", "2032-12-27..2033-01-02"),
    ("næste uge", "2026-11-23..2026-11-29"),
    ("denne uge", "2026-11-16..2026-11-22"),
    ("næste måned", "2026-12"),
    ("next year", "2027-01..2027-12"),
    ("primo august", "2027-08-01..2027-08-10"),
    ("medio august", "2027-08-11..2027-08-20"),
    ("ultimo august", "2027-08-21..2027-08-31"),
    ("Ultimo februar 2028", "2028-02-21..2028-02-29"),
    ("ultimo november", "2026-11-21..2026-11-30"),
    ("forår 2027", "2027-03..2027-05"),
    ("foråret 2027", "2027-03..2027-05"),
    ("i foråret", "2027-03..2027-05"),
    ("efterår", "2026-09..2026-11"),
    ("vinter 2026", "2026-12..2027-02"),
    ("spring 2027", "2027-03..2027-05"),
    ("3. kvartal", "2027-07..2027-09"),
    ("4. kvartal", "2026-10..2026-12"),
    ("3. kvartal 2027", "2027-07..2027-09"),
    ("Q3 2027", "2027-07..2027-09"),
    ("2027 Q3", "2027-07..2027-09"),
    ("Q3-2027", "2027-07..2027-09"),
    ("q1", "2027-01..2027-03"),
    ("1. halvår 2027", "2027-01..2027-06"),
    ("2027-03", "2027-03"),
    ("2027-01..2027-03", "2027-01..2027-03"),
    ("2027-03-01..2027-03-05", "2027-03-01..2027-03-05"),
    ("2027", "2027-01..2027-12"),
    ("august", "2027-08"),
    ("december", "2026-12"),
    ("i november", "2026-11"),
    ("aug. 2028", "2028-08"),
    ("marts-april 2027", "2027-03..2027-04"),
    ("marts–april", "2027-03..2027-04"),
    ("december-januar", "2026-12..2027-01"),
    ("1.-3. december", "2026-12-01..2026-12-03"),
    ("1.–3. dec. 2027", "2027-12-01..2027-12-03"),
    ("1/12-3/12", "2026-12-01..2026-12-03"),
    ("Snarest", "Snarest"),
    ("", ""),
    ("9", "9"),
    ("1-12", "1-12"),
    ("2027-03..2027-01", "2027-03..2027-01"),
    ("1/12/26/3", "1/12/26/3"),
    ("uge", "uge"),
    ("kvartal", "kvartal"),
    ("den", "den"),
    ("5. kvartal", "5. kvartal"),
];

#[test]
fn dates_are_read() {
    for (typed, expected) in DATES {
        let read = read(typed, today()).unwrap();
        assert_eq!(read.to_string(), *expected, "{typed}: {read:?}");
        assert_eq!(
            When::from(read.to_string()),
            read,
            "{typed} is stored and read back"
        );
    }
}

#[test]
fn contradictions_are_said() {
    let first = |text: &str| read(text, today()).unwrap_err();
    let date = "2026-12-01".parse().unwrap();
    for typed in [
        "fre 1/12",
        "fredag den 1. december",
        "Friday, Dec 1",
        "fredag 2026-12-01",
        "fre. d. 1.12.",
    ] {
        assert_eq!(
            first(typed),
            BadDate::WrongWeekday {
                date,
                typed: Weekday::Fri
            },
            "{typed}"
        );
    }
    for typed in [
        "31/2",
        "32/1",
        "1/13",
        "30. februar",
        "0/1",
        "29/2-2027",
        "tir 31/2",
        "3.-1. december",
    ] {
        assert!(matches!(first(typed), BadDate::NoSuchDay(_)), "{typed}");
    }
    for (typed, weeks, year) in [
        ("uge 54", "54", 2026),
        ("uge 0", "0", 2026),
        ("uge 53 2027", "53", 2027),
        ("uge 54 2027", "54", 2027),
        ("week 53/2027", "53", 2027),
        ("uge 52-53 2027", "52-53", 2027),
        ("uge 36-35 2027", "36-35", 2027),
        ("uge 100", "100", 2026),
    ] {
        let typed_weeks = weeks.to_owned();
        let wanted = BadDate::NoSuchWeek {
            typed: typed_weeks,
            year,
        };
        assert_eq!(first(typed), wanted, "{typed}");
    }
    assert_eq!([2026, 2027, 2032].map(last_week), [53, 52, 53]);
    assert_eq!(
        read_day("uge 35", today()),
        Err(BadDate::NotADate("uge 35".to_owned()))
    );
    assert_eq!(read_day(" 1/12 ", today()), Ok(date));
}

#[test]
fn vague_dates_sort_by_their_end() {
    let sorted = [
        "1/12",
        "primo december",
        "uge 50",
        "31/12",
        "december",
        "4. kvartal",
        "1/1",
        "2027",
        "Snarest",
        "ved lejlighed",
    ];
    let mut dates: Vec<When> = sorted
        .iter()
        .rev()
        .map(|text| read(text, today()).unwrap())
        .collect();
    dates.sort_by_key(When::sort_key);
    let expected: Vec<When> = sorted
        .iter()
        .map(|text| read(text, today()).unwrap())
        .collect();
    assert_eq!(dates, expected);
    assert_eq!(
        due_day(&Due::Words("uge 48".into()), today()),
        "2026-11-29".parse().ok()
    );
    assert_eq!(due_day(&Due::Words("Snarest".into()), today()), None);
}

#[test]
fn times_are_read() {
    let rows = [
        ("9", "09:00"),
        ("9.30", "09:30"),
        ("09:30", "09:30"),
        ("0930", "09:30"),
        ("930", "09:30"),
        ("kl. 9.30", "09:30"),
        ("kl 14", "14:00"),
        ("2 pm", "14:00"),
        ("12am", "00:00"),
        ("00:00", "00:00"),
        ("23.59", "23:59"),
    ];
    for (typed, expected) in rows {
        assert_eq!(
            read_time(typed).unwrap().format("%H:%M").to_string(),
            expected,
            "{typed}"
        );
    }
    for typed in [
        "", "24:00", "9.60", "9.3", "x", "kl.", "12345", "13 pm", "-1", "9:30:00",
    ] {
        assert!(read_time(typed).is_err(), "{typed}");
    }
}

#[test]
fn spans_of_time_are_read() {
    let at = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").unwrap();
    let rows = [
        ("9.30-12.30", "09:30", Some("12:30")),
        ("kl. 9.30–12.30", "09:30", Some("12:30")),
        ("9-12", "09:00", Some("12:00")),
        ("fra 9 til 12", "09:00", Some("12:00")),
        ("from 9:30 to 12", "09:30", Some("12:00")),
        ("9.30", "09:30", None),
        ("09:30 - 12:30", "09:30", Some("12:30")),
    ];
    for (typed, start, end) in rows {
        assert_eq!(read_span(typed), Ok((at(start), end.map(at))), "{typed}");
    }
    assert_eq!(
        read_span("12-9"),
        Err(BadTime::EndsBefore("12-9".to_owned()))
    );
    assert!(read_span("9-").is_err() && read_span("").is_err());
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

proptest::proptest! {
    #[test]
    fn nothing_typed_breaks_it(text in "([0-9/.: -]|uge|om|til|senest|fre|dec|q|primo|æ|\u{1f600}| ){0,12}", any in ".{0,40}") {
        for text in [text, any] {
            let _ = (read(&text, today()), read_time(&text), read_span(&text));
            if let Some((range, _)) = find_due(&text, today()) {
                proptest::prop_assert!(text.get(range).is_some());
            }
        }
    }
}
