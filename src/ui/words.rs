//! Words the list screens share: days seen from today, what a check says.

use chrono::{NaiveDate, NaiveTime};

use crate::app::App;
use crate::domain::query::MeetingRow;
use crate::domain::walk::{Gap, Stage};
use crate::locale::{Key, Language, Locale};

use super::canvas::columns;

/// Days ahead that are said as "om 3 dage"; beyond, the week is named.
const NEAR: i64 = 13;

/// "i dag", "om 3 dage", "uge 48": how far a day is.
pub fn distance(language: Language, day: NaiveDate, today: NaiveDate) -> String {
    let days = (day - today).num_days();
    if (NEAR + 1..300).contains(&days) {
        language.week(day)
    } else {
        language.relative_day(day, today)
    }
}

/// "i dag kl. 09.30", "tor. 26. nov. 09.30"; the year where it is another.
pub fn day_and_time(app: &App, row: &MeetingRow) -> String {
    let (locale, today) = (app.locale, app.clock.local.date());
    let language = locale.language();
    let Some(date) = row.date else {
        return locale.text(Key::DateUnset).into_owned();
    };
    let days = (date - today).num_days();
    let mut text = match (days, row.start) {
        (0 | 1, Some(start)) => locale.text_with(
            Key::DateAt,
            &[
                ("day", language.relative_day(date, today).into()),
                ("time", language.time(start).into()),
            ],
        ),
        (0 | 1, None) => language.relative_day(date, today),
        _ => with_time(language, date, today, row.start),
    };
    if row.tentative {
        text.push_str(" ?");
    }
    text
}

fn with_time(
    language: Language,
    date: NaiveDate,
    today: NaiveDate,
    start: Option<NaiveTime>,
) -> String {
    let day = language.date_seen_from(date, today);
    match start {
        Some(start) if chrono::Datelike::year(&date) == chrono::Datelike::year(&today) => {
            format!("{day} {}", language.time(start))
        }
        _ => day,
    }
}

/// What a gap says.
pub fn gap_text(locale: Locale, gap: &Gap) -> String {
    match Key::named(&format!("check-{}", gap.check.name())) {
        Some(key) => locale.text_with(key, &[("count", gap.count.into())]),
        None => stage_name(locale, gap.stage),
    }
}

/// A stage's name.
pub fn stage_name(locale: Locale, stage: Stage) -> String {
    let key = match stage {
        Stage::Plan => Key::StagePlan,
        Stage::Agenda => Key::StageAgenda,
        Stage::Speakers => Key::StageSpeakers,
        Stage::Invite => Key::StageInvite,
        Stage::SendAgenda => Key::StageSend,
        Stage::CheckIn => Key::StageCheckIn,
        Stage::Minutes => Key::StageMinutes,
        Stage::CloseOut => Key::StageClose,
        Stage::Approve => Key::StageApprove,
        Stage::Publish => Key::StagePublish,
        Stage::FollowUp => Key::StageFollowUp,
        Stage::Finished => Key::StageFinished,
    };
    locale.text(key).into_owned()
}

/// The word for a name of the code ("kind" and "decision"); the name itself where there is none.
pub fn named(locale: Locale, group: &str, name: &str) -> String {
    match Key::named(&format!("{group}-{name}")) {
        Some(key) => locale.text(key).into_owned(),
        None => name.to_owned(),
    }
}

/// A text in lines of at most so many columns, broken between words.
pub fn folded(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            let wanted = usize::from(columns(&line)) + 1 + usize::from(columns(word));
            if !line.is_empty() && wanted > width {
                lines.push(std::mem::take(&mut line));
            } else if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_folded_between_words() {
        let lines = folded("Netværket mødes tre gange\n- i Odense", 12);
        assert_eq!(lines, ["Netværket", "mødes tre", "gange", "- i Odense"]);
        assert_eq!(folded("", 12), [""]);
    }

    #[test]
    fn days_are_near_a_week_or_a_year_away() {
        let day = |text| NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap();
        let today = day("2026-11-26");
        for (date, words) in [
            ("2026-11-26", "i dag"),
            ("2026-11-25", "i går"),
            ("2026-12-02", "om 6 dage"),
            ("2026-12-14", "uge 51"),
            ("2027-12-14", "om 1 år"),
        ] {
            assert_eq!(distance(Language::Danish, day(date), today), words);
        }
    }
}
