//! The words of dates, Danish and English. All are looked up in lower case, without a last dot.

use chrono::Weekday;

/// A weekday by name or its first letters.
pub(in crate::domain) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "mandag" | "man" | "ma" | "monday" | "mon" => Weekday::Mon,
        "tirsdag" | "tirs" | "tir" | "ti" | "tuesday" | "tues" | "tue" => Weekday::Tue,
        "onsdag" | "ons" | "on" | "wednesday" | "wed" => Weekday::Wed,
        "torsdag" | "tors" | "tor" | "to" | "thursday" | "thurs" | "thu" => Weekday::Thu,
        "fredag" | "fre" | "fr" | "friday" | "fri" => Weekday::Fri,
        "lørdag" | "lør" | "lø" | "loerdag" | "saturday" | "sat" => Weekday::Sat,
        "søndag" | "søn" | "sø" | "soendag" | "sunday" | "sun" => Weekday::Sun,
        _ => return None,
    })
}

/// A month by name or its first letters; January is 1.
pub(in crate::domain) fn month(word: &str) -> Option<u32> {
    Some(match word {
        "januar" | "jan" | "january" => 1,
        "februar" | "feb" | "february" => 2,
        "marts" | "mar" | "march" => 3,
        "april" | "apr" => 4,
        "maj" | "may" => 5,
        "juni" | "jun" | "june" => 6,
        "juli" | "jul" | "july" => 7,
        "august" | "aug" => 8,
        "september" | "sep" | "sept" => 9,
        "oktober" | "okt" | "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

/// The first month of a season of three months; winter ends in the year after.
pub(super) fn season(word: &str) -> Option<u32> {
    Some(match word {
        "forår" | "foråret" | "spring" => 3,
        "sommer" | "sommeren" | "summer" => 6,
        "efterår" | "efteråret" | "autumn" | "fall" => 9,
        "vinter" | "vinteren" | "winter" => 12,
        _ => return None,
    })
}

/// Which third of a month: 0, 1 or 2.
pub(super) fn third(word: &str) -> Option<u32> {
    Some(match word {
        "primo" | "start" | "early" => 0,
        "medio" | "midt" | "mid" => 1,
        "ultimo" | "slut" | "late" => 2,
        _ => return None,
    })
}

/// A small number in figures or words.
pub(super) fn count(word: &str) -> Option<u32> {
    Some(match word {
        "en" | "et" | "én" | "ét" | "a" | "an" | "one" => 1,
        "to" | "two" => 2,
        "tre" | "three" => 3,
        "fire" | "four" => 4,
        "fem" | "five" => 5,
        "seks" | "six" => 6,
        "syv" | "seven" => 7,
        "otte" | "eight" => 8,
        "ni" | "nine" => 9,
        "ti" | "ten" => 10,
        "fjorten" | "fourteen" => 14,
        _ => return number(word, 3),
    })
}

/// A number of at most so many digits.
pub(in crate::domain) fn number(word: &str, digits: usize) -> Option<u32> {
    let plain =
        !word.is_empty() && word.len() <= digits && word.bytes().all(|b| b.is_ascii_digit());
    if plain { word.parse().ok() } else { None }
}

/// What a length of time is counted in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// A unit, in one or more.
pub(super) fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "dag" | "dage" | "day" | "days" => Unit::Day,
        "uge" | "uger" | "week" | "weeks" => Unit::Week,
        "måned" | "måneder" | "mdr" | "month" | "months" => Unit::Month,
        "år" | "year" | "years" => Unit::Year,
        _ => return None,
    })
}

/// Deadlines that are words and stay so.
pub(super) fn is_wordy(text: &str) -> bool {
    const WORDY: [&str; 13] = [
        "snarest",
        "snarest muligt",
        "hurtigst muligt",
        "straks",
        "løbende",
        "asap",
        "as soon as possible",
        "ongoing",
        "næste møde",
        "kommende møde",
        "the next meeting",
        "next meeting",
        "next meeting at the latest",
    ];
    WORDY.contains(&text)
}

/// Occasions that a deadline can lie before.
pub(super) fn is_occasion(text: &str) -> bool {
    const OCCASIONS: [&str; 19] = [
        "jul",
        "nytår",
        "påske",
        "pinse",
        "årsskiftet",
        "ferien",
        "juleferien",
        "vinterferien",
        "påskeferien",
        "sommerferien",
        "efterårsferien",
        "årets udgang",
        "udgangen af året",
        "udgangen af måneden",
        "mødet",
        "topmødet",
        "christmas",
        "easter",
        "the summer holidays",
    ];
    OCCASIONS.contains(&text) || is_wordy(text)
}
