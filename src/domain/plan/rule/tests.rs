use super::*;
use chrono::Weekday::*;

fn read(text: &str) -> Rule {
    read_rule(text).unwrap_or_else(|bad| panic!("{text}: {bad:?}"))
}

fn days(text: &str, year: i32) -> Vec<String> {
    let days = read(text).days(year).into_iter();
    days.map(|row| {
        row.day
            .map_or_else(|| "–".to_owned(), |day| day.to_string())
    })
    .collect()
}

#[test]
fn rules_are_read_in_danish_and_english() {
    let odd = vec![1, 3, 5, 7, 9, 11];
    let all: Vec<u32> = (1..=12).collect();
    for (text, nth, weekday, months) in [
        (
            "second thursday of odd months 09:30-12:30",
            Nth::From(2),
            Thu,
            odd.clone(),
        ),
        (
            "anden torsdag i hver anden måned",
            Nth::From(2),
            Thu,
            odd.clone(),
        ),
        (
            "Den 2. torsdag i ulige måneder, kl. 9.30–12.30",
            Nth::From(2),
            Thu,
            odd,
        ),
        ("last Friday of every month", Nth::Last, Fri, all.clone()),
        ("sidste fredag i hver måned", Nth::Last, Fri, all),
        (
            "første mandag i marts, juni og september",
            Nth::From(1),
            Mon,
            vec![3, 6, 9],
        ),
        (
            "third Wed in September and March",
            Nth::From(3),
            Wed,
            vec![3, 9],
        ),
        (
            "fjerde tirsdag i hver tredje måned fra februar",
            Nth::From(4),
            Tue,
            vec![2, 5, 8, 11],
        ),
        (
            "first Monday of even months",
            Nth::From(1),
            Mon,
            vec![2, 4, 6, 8, 10, 12],
        ),
    ] {
        let rule = read(text);
        assert_eq!(
            (rule.nth, rule.weekday, rule.months),
            (nth, weekday, months),
            "{text}"
        );
        assert!(rule.free.is_empty(), "{text}");
    }
    let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
    for text in [
        "second thursday of odd months 09:30-12:30",
        "anden torsdag i hver anden måned kl. 9.30 til 12.30",
        "anden torsdag i hver anden måned fra 9.30–12.30",
    ] {
        let rule = read(text);
        assert_eq!(
            (rule.start, rule.end),
            (time(9, 30), time(12, 30)),
            "{text}"
        );
    }
}

#[test]
fn days_are_kept_free() {
    let danish = "anden torsdag i hver anden måned, ikke i uge 42, ikke på helligdage, \
                  ikke 24. dec.–1. jan.";
    let english = "second Thursday of every other month, not in week 42, not on a public \
                   holiday, not 24 Dec–1 Jan";
    let free = vec![
        Free::Weeks(42, 42),
        Free::Holidays,
        Free::Days((12, 24), (1, 1)),
    ];
    assert_eq!(read(danish).free, free);
    assert_eq!(read(english).free, free);
    for (text, free) in [
        ("not in weeks 28-32", vec![Free::Weeks(28, 32)]),
        (
            "ikke i uge 7 og 8",
            vec![Free::Weeks(7, 7), Free::Weeks(8, 8)],
        ),
        ("ikke i skoleferier", vec![Free::School]),
        (
            "not in school holidays and not in July",
            vec![Free::School, Free::Days((7, 1), (7, 31))],
        ),
        ("ikke 29. feb.", vec![Free::Days((2, 29), (2, 29))]),
        ("ikke 1/7-31/7", vec![Free::Days((7, 1), (7, 31))]),
        ("not Dec 24 to Jan 1", vec![Free::Days((12, 24), (1, 1))]),
        (
            "ikke på helligdage eller i uge 42",
            vec![Free::Holidays, Free::Weeks(42, 42)],
        ),
    ] {
        let rule = read(&format!("første mandag i hver måned, {text}"));
        assert_eq!(rule.free, free, "{text}");
    }
}

#[test]
fn what_is_not_understood_is_said_with_its_place() {
    for (text, place, word, expected) in [
        ("", 1, "", Expected::Ordinal),
        ("torsdag i ulige måneder", 1, "torsdag", Expected::Ordinal),
        (
            "second thrusday of odd months",
            8,
            "thrusday",
            Expected::Weekday,
        ),
        ("anden torsdag", 14, "", Expected::Months),
        ("anden torsdag i hver gang", 22, "gang", Expected::Months),
        (
            "second thursday of odd months 09:30-08:30",
            37,
            "08:30",
            Expected::Time,
        ),
        (
            "second thursday of odd months at noonish",
            34,
            "noonish",
            Expected::Time,
        ),
        (
            "anden torsdag i ulige måneder, måske",
            32,
            "måske",
            Expected::Exception,
        ),
        (
            "anden torsdag i ulige måneder, ikke i uge 54",
            43,
            "54",
            Expected::Week,
        ),
        (
            "anden torsdag i ulige måneder, ikke i regnvejr",
            39,
            "regnvejr",
            Expected::Free,
        ),
        (
            "anden torsdag i ulige måneder, ikke 31. feb.",
            37,
            "31",
            Expected::Day,
        ),
    ] {
        let bad = read_rule(text).unwrap_err();
        assert_eq!(
            (bad.place, bad.word.as_str(), bad.expected),
            (place, word, expected),
            "{text}"
        );
    }
}

#[test]
fn a_year_is_planned_and_what_is_kept_free_is_moved() {
    assert_eq!(
        days("second thursday of odd months 09:30-12:30", 2027),
        [
            "2027-01-14",
            "2027-03-11",
            "2027-05-13",
            "2027-07-08",
            "2027-09-09",
            "2027-11-11"
        ]
    );
    let rule = read("tredje torsdag i hver måned, ikke i uge 42, ikke på helligdage");
    let rows = rule.days(2026);
    // 15 October 2026 is in week 42.
    assert_eq!(rows[9].day.unwrap().to_string(), "2026-10-22");
    assert_eq!(rows[9].moved.unwrap().1, Why::Week(42));
    // Ascension Day 2026 is 14 May, a second Thursday.
    let rows = read("anden torsdag i maj, ikke på helligdage").days(2026);
    assert_eq!(rows[0].day.unwrap().to_string(), "2026-05-21");
    assert_eq!(
        rows[0].moved,
        Some((
            NaiveDate::from_ymd_opt(2026, 5, 14),
            Why::Holiday(Holiday::AscensionDay)
        ))
    );
    assert_eq!(
        days("sidste torsdag i december, ikke 24. dec.–1. jan.", 2026),
        ["2026-12-17"]
    );
    // No fifth Monday, and no day near one that is kept free.
    assert_eq!(days("5. mandag i februar", 2027), ["–"]);
    assert_eq!(
        days("anden mandag i juli, ikke i ugerne 25-33", 2027),
        ["–"]
    );
}

#[test]
fn leap_days_and_long_years_have_their_places() {
    for (text, year, day) in [
        ("fifth thursday of february", 2024, "2024-02-29"),
        ("sidste tirsdag i februar", 2028, "2028-02-29"),
        (
            "sidste tirsdag i februar, ikke 29. feb.",
            2028,
            "2028-02-22",
        ),
        (
            "last thursday of december, not in week 53",
            2026,
            "2026-12-24",
        ),
        (
            "last thursday of december, not in week 53",
            2032,
            "2032-12-23",
        ),
        (
            "last thursday of december, not in week 53",
            2027,
            "2027-12-30",
        ),
    ] {
        assert_eq!(days(text, year), [day], "{text} {year}");
    }
}

#[test]
fn a_rule_holds_from_2024_to_2040() {
    let rule = read(
        "anden torsdag i hver måned, ikke i uge 42, ikke på helligdage, ikke i skoleferier, \
         ikke 24. dec.–1. jan.",
    );
    for year in 2024..=2040 {
        let mut last = None;
        for row in rule.days(year) {
            // July is all holiday.
            let Some(day) = row.day else {
                assert_eq!(row.month.month, 7, "{year}");
                continue;
            };
            assert_eq!(day.weekday(), Thu);
            assert_eq!(day.year(), year);
            assert!(
                holiday(day).is_none() && school_holiday(day).is_none(),
                "{day}"
            );
            assert!(last < Some(day), "{day}");
            last = Some(day);
        }
    }
}

#[test]
fn last_years_days_are_found_again() {
    for (day, year, again) in [
        ("2026-01-08", 2027, "2027-01-14"),
        ("2026-11-26", 2027, "2027-11-25"),
        ("2024-02-29", 2025, "2025-02-27"),
        ("2026-12-31", 2027, "2027-12-30"),
        ("2026-04-30", 2027, "2027-04-29"),
    ] {
        let found = same_place(day.parse().unwrap(), year).unwrap();
        assert_eq!(found.to_string(), again);
    }
}
