//! Tables of dates as they are written.

use super::*;
use Language::{Danish, English};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 7).unwrap()
}

#[test]
fn dates_are_written_as_in_the_office() {
    let date = day("2026-11-26");
    let rows = [
        (Danish.short_date(date), "tor. 26. nov."),
        (English.short_date(date), "Thu 26 Nov"),
        (
            Danish.date_seen_from(date, day("2026-01-01")),
            "tor. 26. nov.",
        ),
        (
            Danish.date_seen_from(date, day("2025-01-01")),
            "tor. 26. nov. 2026",
        ),
        (Danish.long_date(date), "torsdag den 26. november 2026"),
        (English.long_date(date), "Thursday 26 November 2026"),
        (
            Danish.long_date_time(date, Some(at(9, 30)), Some(at(12, 30))),
            "torsdag den 26. november 2026 kl. 9.30–12.30",
        ),
        (
            Danish.long_date_time(date, Some(at(9, 30)), None),
            "torsdag den 26. november 2026 kl. 9.30",
        ),
        (
            Danish.long_date_time(date, None, None),
            "torsdag den 26. november 2026",
        ),
        (
            English.long_date_time(date, Some(at(9, 30)), Some(at(12, 30))),
            "Thursday 26 November 2026, 09:30–12:30",
        ),
        (Danish.time(at(9, 30)), "09.30"),
        (English.time(at(9, 30)), "09:30"),
        (Danish.time_to_second(at(10, 42)), "10.42.07"),
        (Danish.week(date), "uge 48"),
        (English.week(day("2027-01-01")), "week 53"),
        (Danish.month_year(2026, 5), "maj 2026"),
        (Danish.short_date(day("2026-05-03")), "søn. 3. maj"),
        (Danish.month(13).to_owned(), ""),
        (Danish.month(0).to_owned(), ""),
    ];
    for (written, expected) in rows {
        assert_eq!(written, expected);
    }
}

#[test]
fn days_are_near_or_far() {
    let today = day("2026-11-26");
    let rows = [
        ("2026-11-26", "i dag", "today"),
        ("2026-11-27", "i morgen", "tomorrow"),
        ("2026-11-25", "i går", "yesterday"),
        ("2026-11-29", "om 3 dage", "in 3 days"),
        ("2026-11-23", "for 3 dage siden", "3 days ago"),
        ("2026-12-17", "om 3 uger", "in 3 weeks"),
        ("2026-10-20", "for 5 uger siden", "5 weeks ago"),
        ("2027-02-26", "om 3 måneder", "in 3 months"),
        ("2025-11-26", "for 1 år siden", "1 year ago"),
        ("2028-12-01", "om 2 år", "in 2 years"),
    ];
    for (date, danish, english) in rows {
        assert_eq!(Danish.relative_day(day(date), today), danish);
        assert_eq!(English.relative_day(day(date), today), english);
    }
}

#[test]
fn lengths_of_time() {
    for (minutes, danish, english) in [
        (0, "0 min", "0 min"),
        (45, "45 min", "45 min"),
        (60, "1 t", "1 h"),
        (80, "1 t 20 min", "1 h 20 min"),
    ] {
        assert_eq!(Danish.duration(minutes), danish);
        assert_eq!(English.duration(minutes), english);
    }
}

#[test]
fn vague_dates_are_written() {
    let today = day("2026-11-21");
    let rows = [
        ("1/12", "1. december 2026", "1 December 2026"),
        ("uge 48", "23.–29. november 2026", "23–29 November 2026"),
        (
            "uge 49",
            "30. november–6. december 2026",
            "30 November–6 December 2026",
        ),
        (
            "uge 53",
            "28. december 2026–3. januar 2027",
            "28 December 2026–3 January 2027",
        ),
        ("marts 2027", "marts 2027", "March 2027"),
        ("forår 2027", "marts–maj 2027", "March–May 2027"),
        (
            "vinter 2026",
            "december 2026–februar 2027",
            "December 2026–February 2027",
        ),
        ("2027", "2027", "2027"),
        ("Snarest", "Snarest", "Snarest"),
    ];
    for (typed, danish, english) in rows {
        let when = crate::domain::when::read(typed, today).unwrap();
        assert_eq!(Danish.when(&when), danish);
        assert_eq!(English.when(&when), english);
    }
    assert_eq!(
        Danish.due(&Due::Day(day("2026-12-01")), today),
        "tir. 1. dec."
    );
    assert_eq!(Danish.due(&Due::Words("Snarest".into()), today), "Snarest");
}

#[test]
fn faults_are_told_in_the_users_words() {
    let fault = crate::domain::when::read("fre 1/12", day("2026-11-21")).unwrap_err();
    assert_eq!(
        Danish.bad_date(&fault),
        "1. december 2026 er en tirsdag, ikke en fredag. Ret dagen eller datoen."
    );
    assert_eq!(
        English.bad_date(&fault),
        "1 December 2026 is a Tuesday, not a Friday. Correct the day or the date."
    );
    let fault = crate::domain::when::read_time("x").unwrap_err();
    assert_eq!(
        Danish.bad_time(&fault),
        "Det er intet klokkeslæt: x. Skriv fx 9.30."
    );
    assert_eq!(Danish.holiday(Holiday::SecondChristmasDay), "2. juledag");
}
