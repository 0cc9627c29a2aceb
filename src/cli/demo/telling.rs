//! The language of the demonstration's scripts: `do` lines, and when each was done.
//!
//! `@-30 09.00` and `@0 {s+12}` set the clock for the lines below; `{-30}` and `{+7}` are days from
//! today, `{+96..+98}` days in a row, and `{s+180}` minutes after today's meeting began; `name := LINE` names what a line
//! makes, and `$name` is its label; lines below `[name]` are about that meeting. Lines of all
//! scripts are told in order of time.

use chrono::NaiveTime;

use super::calendar::Calendar;
use crate::cli::failure::{Done, Failure};
use crate::domain::when::read_time;
use crate::domain::zone::instant;
use crate::locale::Key;

/// Between two lines of one moment, in milliseconds.
const PACE: i64 = 4_000;

/// One line and its moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Milliseconds since 1970 UTC.
    pub at: i64,
    /// The script.
    pub file: &'static str,
    /// The line in it.
    pub line: usize,
    /// What the thing made is called in later lines.
    pub name: Option<String>,
    /// The `do` line.
    pub words: String,
}

/// Scripts as they are read.
pub struct Telling {
    calendar: Calendar,
    steps: Vec<Step>,
}

impl Telling {
    /// Nothing told yet.
    pub fn new(calendar: Calendar) -> Self {
        Self {
            calendar,
            steps: Vec::new(),
        }
    }

    /// Takes in a script.
    pub fn read(&mut self, file: &'static str, text: &str) -> Done {
        let (mut at, mut about) = (None, String::new());
        for (index, line) in text.lines().map(str::trim).enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let wrong = || Failure::usage(Key::CliBadScript);
            let line = self.filled(line).ok_or_else(wrong)?;
            if let Some(moment) = line.strip_prefix('@') {
                at = Some(self.moment(moment).ok_or_else(wrong)?);
                continue;
            }
            if let Some(section) = line.strip_prefix('[') {
                about = format!("--meeting ${} ", section.trim_end_matches(']'));
                continue;
            }
            let (name, words) = match line.split_once(" := ") {
                Some((name, words)) => (Some(name.to_owned()), words.to_owned()),
                None => (None, format!("{about}{line}")),
            };
            let now = at.ok_or_else(wrong)?;
            at = Some(now + PACE);
            self.steps.push(Step {
                at: now,
                file,
                line: index + 1,
                name,
                words,
            });
        }
        Ok(())
    }

    /// The lines in order of time.
    pub fn steps(mut self) -> Vec<Step> {
        self.steps.sort_by_key(|step| step.at);
        self.steps
    }

    /// "-30 09.00".
    fn moment(&self, text: &str) -> Option<i64> {
        let (days, time) = text.split_once(' ')?;
        let day = self.calendar.day(days.parse().ok()?);
        let time: NaiveTime = read_time(time).ok()?;
        Some(instant(day.and_time(time)))
    }

    /// "+7", a day; "+96..+98", days in a row.
    fn date(&self, text: &str) -> Option<String> {
        let Some((first, last)) = text.split_once("..") else {
            return Some(self.calendar.day(text.parse().ok()?).to_string());
        };
        let days = self.calendar.days(first.parse().ok()?, last.parse().ok()?);
        days.map(|(first, last)| format!("{first}..{last}"))
    }

    /// The line with its days and times in the place of braces.
    fn filled(&self, line: &str) -> Option<String> {
        let mut filled = String::with_capacity(line.len());
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('{') {
            let (inside, after) = after.split_once('}')?;
            filled.push_str(before);
            match inside.strip_prefix('s') {
                Some(minutes) => {
                    let time = self.calendar.time(minutes.parse().ok()?);
                    filled.push_str(&time.format("%H.%M").to_string());
                }
                None => filled.push_str(&self.date(inside)?),
            }
            rest = after;
        }
        filled.push_str(rest);
        Some(filled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn lines_are_told_in_order_of_time() {
        let now = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        let mut telling = Telling::new(Calendar::at(now.and_hms_opt(10, 45, 0).unwrap()));
        let text = "# A comment\n@0 {s+12}\nlater {+1} {+2..+4}\n\n@-1 09.00\nm := first {s+180}\n[m]\nsecond";
        assert!(telling.read("a.txt", text).is_ok());
        let steps = telling.steps();
        let lines: Vec<(&str, usize)> = steps.iter().map(|it| (&*it.words, it.line)).collect();
        let wanted = [
            ("first 12.30", 6),
            ("--meeting $m second", 8),
            ("later 2026-11-27 2026-11-30..2026-12-02", 3),
        ];
        assert_eq!(lines, wanted);
        assert_eq!(steps[0].name.as_deref(), Some("m"));
        assert_eq!(steps[1].at - steps[0].at, PACE);
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        let now = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        for text in [
            "line before any time",
            "@x 09.00",
            "@0 {s}\n",
            "@0 09.00\nopen {",
        ] {
            let mut telling = Telling::new(Calendar::at(now.and_hms_opt(9, 0, 0).unwrap()));
            assert!(telling.read("a.txt", text).is_err(), "{text}");
        }
    }
}
