//! Who said what and when, from the logs of several programs: RRSAgent, Irssi, Quassel, qwebirc,
//! Bip, Yahoo, MeetBot and plain lines.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::clean::clean_line;
use crate::domain::line;

/// The most lines that are read.
const LINES: usize = 200_000;
/// The longest name somebody has.
const NAME: usize = 40;

/// A line of a log.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Said {
    /// Who said it; empty in a log without names.
    pub who: String,
    /// What.
    pub text: String,
    /// On which day.
    pub day: Option<NaiveDate>,
    /// When.
    pub time: Option<NaiveTime>,
}

/// How names stand in a log.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    /// `<anna> ja`, `< anna!anna@host: ja`.
    Marked,
    /// `anna: ja`.
    Colon,
    /// No names.
    None,
}

/// The lines of a log, without who came and went on the channel.
pub(super) fn read(text: &str) -> Vec<Said> {
    let names = names(text);
    let mut all: Vec<Said> = Vec::new();
    for line in text.lines().take(LINES) {
        let (day, time, rest) = stamp(line);
        let spoken = match names {
            Names::Marked => marked(rest),
            Names::Colon => colon(rest),
            Names::None => Some(("", rest)),
        };
        let Some((who, words)) = spoken else {
            // A long line that a program broke goes on behind a blank.
            let broken = time.is_none() && line.starts_with(' ') && !rest.trim().is_empty();
            if let (true, Some(last)) = (broken && !is_event(rest), all.last_mut()) {
                last.text = format!("{} {}", last.text.trim_end(), clean_line(rest).trim());
            }
            continue;
        };
        if words.trim().is_empty() {
            continue;
        }
        all.push(Said {
            who: clean_line(who),
            // How far a line stands in says nothing here.
            text: clean_line(words).trim().to_owned(),
            day,
            time,
        });
    }
    all
}

fn names(text: &str) -> Names {
    let mut lines = text.lines().take(LINES).map(|line| stamp(line).2);
    if lines.clone().any(|line| marked(line).is_some()) {
        return Names::Marked;
    }
    let full = |line: &&str| !line.trim().is_empty();
    let all = lines.clone().filter(full).count();
    let named = lines.by_ref().filter(|line| colon(line).is_some()).count();
    match all > 0 && named == all {
        true => Names::Colon,
        false => Names::None,
    }
}

/// `<anna> ja` and `< anna!~anna@host: ja`.
fn marked(line: &str) -> Option<(&str, &str)> {
    let inner = line.trim_start().strip_prefix('<')?;
    if let Some(bip) = inner.strip_prefix(' ') {
        let (who, words) = bip.split_once(": ")?;
        let (nick, _) = who.split_once('!')?;
        return is_name(nick).then_some((nick, words));
    }
    let (who, words) = inner.split_once('>')?;
    let who = who.trim_start_matches(['@', '+', '%', ' ']);
    is_name(who).then_some((who, words.strip_prefix(' ').unwrap_or(words)))
}

fn colon(line: &str) -> Option<(&str, &str)> {
    let (who, words) = line.split_once(": ")?;
    // "Topic: Budget" is a line without a name.
    (is_name(who) && line::read(line).is_none()).then_some((who, words))
}

fn is_name(who: &str) -> bool {
    let short = !who.is_empty() && who.chars().count() <= NAME;
    short && !who.contains([' ', '\t', '<', '#'])
}

/// Who came, went or was renamed, and what a program says of itself.
fn is_event(rest: &str) -> bool {
    let rest = rest.trim_start();
    ["-!-", "-*-", "-->", "<--", "---", "==", "*", "***"]
        .iter()
        .any(|sign| rest.starts_with(sign))
}

/// The day and time a line begins with, and the rest.
fn stamp(line: &str) -> (Option<NaiveDate>, Option<NaiveTime>, &str) {
    let rest = line.strip_prefix('[').unwrap_or(line);
    let closed = rest.len() < line.len();
    let Some((first, after)) = rest.split_once([' ', ']']) else {
        return (None, None, line);
    };
    if let Some((day, time)) = first.split_once('T').and_then(|(day, time)| {
        Some((
            day_of(day, "%Y-%m-%d")?,
            time_of(time.trim_end_matches('Z'))?,
        ))
    }) {
        return (Some(day), Some(time), after);
    }
    if let Some(time) = time_of(first) {
        // "[10:05:30]" and "[10:05:30 am]".
        let after = match closed {
            true => after.trim_start_matches([']', ' ']),
            false => after,
        };
        return (None, Some(time), after);
    }
    let day = day_of(first, "%d-%m-%Y").or_else(|| day_of(first, "%Y-%m-%d"));
    let timed = day.and_then(|day| {
        let (second, after) = after.split_once([' ', ']'])?;
        Some((day, time_of(second)?, after))
    });
    match timed {
        Some((day, time, after)) => (Some(day), Some(time), after.trim_start_matches(']')),
        None => (None, None, line),
    }
}

pub(super) fn day_of(text: &str, pattern: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.trim(), pattern).ok()
}

fn time_of(text: &str) -> Option<NaiveTime> {
    let read = |pattern| NaiveTime::parse_from_str(text, pattern).ok();
    read("%H:%M:%S").or_else(|| read("%H:%M"))
}
