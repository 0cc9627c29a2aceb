//! Danish public holidays and working days.
//!
//! It owns which days an office is closed. It must not know the clock or how a day is written.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A day with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// Nytårsdag.
    NewYearsDay,
    /// Skærtorsdag.
    MaundyThursday,
    /// Langfredag.
    GoodFriday,
    /// Påskedag.
    EasterDay,
    /// 2. påskedag.
    EasterMonday,
    /// Store bededag, a holiday until 2023.
    GreatPrayerDay,
    /// Kristi himmelfartsdag.
    AscensionDay,
    /// Pinsedag.
    WhitSunday,
    /// 2. pinsedag.
    WhitMonday,
    /// Grundlovsdag; not a public holiday, but offices are closed.
    ConstitutionDay,
    /// Juleaften; not a public holiday, but offices are closed.
    ChristmasEve,
    /// Juledag.
    ChristmasDay,
    /// 2. juledag.
    SecondChristmasDay,
    /// Nytårsaften; not a public holiday, but offices are closed.
    NewYearsEve,
}

impl Holiday {
    /// Whether the law says so, and not only custom.
    pub fn is_public(self) -> bool {
        !matches!(
            self,
            Holiday::ConstitutionDay | Holiday::ChristmasEve | Holiday::NewYearsEve
        )
    }
}

/// Easter Sunday of a year, Gregorian (the anonymous algorithm of Meeus, Jones and Butcher).
pub fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (
        year.rem_euclid(19),
        year.div_euclid(100),
        year.rem_euclid(100),
    );
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// Which holiday a day is.
pub fn holiday(date: NaiveDate) -> Option<Holiday> {
    let fixed = match (date.month(), date.day()) {
        (1, 1) => Some(Holiday::NewYearsDay),
        (6, 5) => Some(Holiday::ConstitutionDay),
        (12, 24) => Some(Holiday::ChristmasEve),
        (12, 25) => Some(Holiday::ChristmasDay),
        (12, 26) => Some(Holiday::SecondChristmasDay),
        (12, 31) => Some(Holiday::NewYearsEve),
        _ => None,
    };
    let moving = match date.signed_duration_since(easter(date.year())?).num_days() {
        -3 => Some(Holiday::MaundyThursday),
        -2 => Some(Holiday::GoodFriday),
        0 => Some(Holiday::EasterDay),
        1 => Some(Holiday::EasterMonday),
        26 if date.year() < 2024 => Some(Holiday::GreatPrayerDay),
        39 => Some(Holiday::AscensionDay),
        49 => Some(Holiday::WhitSunday),
        50 => Some(Holiday::WhitMonday),
        _ => None,
    };
    // Whit Sunday can be 5 June.
    moving.or(fixed)
}

/// A time of the year when most schools are closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchoolHoliday {
    /// Vinterferie: week 7 or 8, as the municipality decides; both count.
    Winter,
    /// From the Monday before Easter to Easter Monday.
    Easter,
    /// Six weeks from the last Saturday of June.
    Summer,
    /// Efterårsferie: week 42.
    Autumn,
    /// 22 December to 2 January.
    Christmas,
}

/// Which school holiday a day is in, as most municipalities set them.
pub fn school_holiday(date: NaiveDate) -> Option<SchoolHoliday> {
    let at = (date.month(), date.day());
    if at >= (12, 22) || at <= (1, 2) {
        return Some(SchoolHoliday::Christmas);
    }
    match date.iso_week().week() {
        7 | 8 => return Some(SchoolHoliday::Winter),
        42 => return Some(SchoolHoliday::Autumn),
        _ => {}
    }
    let from_easter = date.signed_duration_since(easter(date.year())?).num_days();
    if (-6..=1).contains(&from_easter) {
        return Some(SchoolHoliday::Easter);
    }
    let end_of_june = NaiveDate::from_ymd_opt(date.year(), 6, 30)?;
    let past_saturday = (end_of_june.weekday().num_days_from_monday() + 2) % 7;
    let first = end_of_june.checked_sub_days(Days::new(past_saturday.into()))?;
    let days = date.signed_duration_since(first).num_days();
    (0..44).contains(&days).then_some(SchoolHoliday::Summer)
}

/// Whether an office is open: no weekend, no holiday.
pub fn is_working_day(date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && holiday(date).is_none()
}

/// The first working day after a day.
pub fn next_working_day(date: NaiveDate) -> NaiveDate {
    let mut day = date;
    while let Some(next) = day.checked_add_days(Days::new(1)) {
        day = next;
        if is_working_day(day) {
            break;
        }
    }
    day
}

/// The last working day before a day.
pub fn previous_working_day(date: NaiveDate) -> NaiveDate {
    let mut day = date;
    while let Some(before) = day.checked_sub_days(Days::new(1)) {
        day = before;
        if is_working_day(day) {
            break;
        }
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_moves() {
        let rows = [
            "2020-04-12",
            "2021-04-04",
            "2022-04-17",
            "2023-04-09",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2029-04-01",
            "2030-04-21",
            "2038-04-25",
            "2049-04-18",
            "2076-04-19",
            "2100-03-28",
        ];
        for row in rows {
            let date = day(row);
            assert_eq!(easter(date.year()), Some(date));
        }
        for year in 2020..=2100 {
            assert_eq!(
                easter(year).map(|date| date.weekday()),
                Some(Weekday::Sun),
                "{year}"
            );
        }
    }

    #[test]
    fn holidays_of_some_years() {
        let rows = [
            ("2026-01-01", Some(Holiday::NewYearsDay)),
            ("2026-04-02", Some(Holiday::MaundyThursday)),
            ("2026-04-03", Some(Holiday::GoodFriday)),
            ("2026-04-05", Some(Holiday::EasterDay)),
            ("2026-04-06", Some(Holiday::EasterMonday)),
            ("2023-05-05", Some(Holiday::GreatPrayerDay)),
            ("2024-04-26", None),
            ("2026-05-01", None),
            ("2026-05-14", Some(Holiday::AscensionDay)),
            ("2026-05-24", Some(Holiday::WhitSunday)),
            ("2026-05-25", Some(Holiday::WhitMonday)),
            ("2026-06-05", Some(Holiday::ConstitutionDay)),
            ("2022-06-05", Some(Holiday::WhitSunday)),
            ("2026-12-24", Some(Holiday::ChristmasEve)),
            ("2026-12-25", Some(Holiday::ChristmasDay)),
            ("2026-12-26", Some(Holiday::SecondChristmasDay)),
            ("2026-12-31", Some(Holiday::NewYearsEve)),
            ("2026-11-26", None),
        ];
        for (date, expected) in rows {
            assert_eq!(holiday(day(date)), expected, "{date}");
        }
        assert!(!Holiday::ChristmasEve.is_public() && Holiday::ChristmasDay.is_public());
    }

    #[test]
    fn schools_are_closed_at_the_usual_times() {
        let rows = [
            ("2026-02-08", None),
            ("2026-02-09", Some(SchoolHoliday::Winter)),
            ("2026-02-22", Some(SchoolHoliday::Winter)),
            ("2026-03-29", None),
            ("2026-03-30", Some(SchoolHoliday::Easter)),
            ("2026-04-06", Some(SchoolHoliday::Easter)),
            ("2026-04-07", None),
            ("2026-06-26", None),
            ("2026-06-27", Some(SchoolHoliday::Summer)),
            ("2026-08-09", Some(SchoolHoliday::Summer)),
            ("2026-08-10", None),
            ("2029-06-30", Some(SchoolHoliday::Summer)),
            ("2029-06-29", None),
            ("2026-10-12", Some(SchoolHoliday::Autumn)),
            ("2026-10-19", None),
            ("2026-12-21", None),
            ("2026-12-22", Some(SchoolHoliday::Christmas)),
            ("2027-01-02", Some(SchoolHoliday::Christmas)),
            ("2027-01-03", None),
        ];
        for (date, expected) in rows {
            assert_eq!(school_holiday(day(date)), expected, "{date}");
        }
    }

    #[test]
    fn easter_and_schools_from_2024_to_2040() {
        const EASTER: [(u32, u32); 17] = [
            (3, 31),
            (4, 20),
            (4, 5),
            (3, 28),
            (4, 16),
            (4, 1),
            (4, 21),
            (4, 13),
            (3, 28),
            (4, 17),
            (4, 9),
            (3, 25),
            (4, 13),
            (4, 5),
            (4, 25),
            (4, 10),
            (4, 1),
        ];
        for (year, (month, date)) in (2024..).zip(EASTER) {
            let sunday = NaiveDate::from_ymd_opt(year, month, date);
            assert_eq!(easter(year), sunday, "{year}");
            let all = sunday.unwrap().iter_days().take(365);
            let summer = all.filter(|day| school_holiday(*day) == Some(SchoolHoliday::Summer));
            let summer: Vec<NaiveDate> = summer.collect();
            assert_eq!(summer.len(), 44, "{year}");
            assert_eq!(summer[0].weekday(), Weekday::Sat, "{year}");
            assert!(summer[0].day() > 23 && summer[0].month() == 6, "{year}");
        }
    }

    #[test]
    fn working_days_pass_over_easter_and_christmas() {
        let rows = [
            ("2026-04-01", "2026-04-07", "2026-03-31"),
            ("2026-11-27", "2026-11-30", "2026-11-26"),
            ("2026-12-23", "2026-12-28", "2026-12-22"),
            ("2027-01-01", "2027-01-04", "2026-12-30"),
        ];
        for (date, next, previous) in rows {
            assert_eq!(next_working_day(day(date)), day(next), "{date}");
            assert_eq!(previous_working_day(day(date)), day(previous), "{date}");
        }
    }
}
