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
fn a_whole_year_is_typed_as_the_year() {
    for (stored, typed) in [
        ("1995-01..1995-12", "1995"),
        ("1995-01..1996-12", "1995-01..1996-12"),
        ("1995-01..1995-03", "1995-01..1995-03"),
        ("2027-05-20", "2027-05-20"),
        ("Snarest", "Snarest"),
        ("", ""),
    ] {
        let when = When::from(stored.to_owned());
        assert_eq!(when.typed(), typed);
        assert_eq!(read(typed, today()), Ok(when), "{typed} is read back");
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
