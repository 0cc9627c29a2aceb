//! Reading times of day and spans of them.

use super::names::number;
use chrono::NaiveTime;

/// Why a time could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadTime {
    /// It is no time of day.
    #[error("this is no time: {0}; nothing was changed: write for example 9.30 or 09:30")]
    NotATime(String),
    /// The end is not after the start.
    #[error("it ends before it begins: {0}; nothing was changed: write for example 9.30-12.30")]
    EndsBefore(String),
}

/// Reads `9`, `9.30`, `09:30`, `0930`, `kl. 9.30`, `2 pm`.
pub fn read_time(text: &str) -> Result<NaiveTime, BadTime> {
    time(text).ok_or_else(|| BadTime::NotATime(text.trim().to_owned()))
}

/// Reads `9.30-12.30`, `kl. 9–12`, `fra 9 til 12`, or one time alone.
pub fn read_span(text: &str) -> Result<(NaiveTime, Option<NaiveTime>), BadTime> {
    let typed = text.trim();
    let lower = typed.to_lowercase().replace(['–', '—'], "-");
    let parts = [" til ", " to ", "-"]
        .iter()
        .find_map(|between| lower.split_once(between));
    let Some((start, end)) = parts else {
        return Ok((read_time(typed)?, None));
    };
    let (start, end) = (read_time(start)?, read_time(end)?);
    if end <= start {
        return Err(BadTime::EndsBefore(typed.to_owned()));
    }
    Ok((start, Some(end)))
}

fn time(text: &str) -> Option<NaiveTime> {
    let lower = text.trim().to_lowercase();
    let mut rest = lower.as_str();
    for lead in ["fra", "from", "kl.", "kl", "at"] {
        rest = rest.strip_prefix(lead).unwrap_or(rest).trim_start();
    }
    let (rest, half) = match (rest.strip_suffix("am"), rest.strip_suffix("pm")) {
        (Some(rest), _) => (rest, Some(0)),
        (_, Some(rest)) => (rest, Some(12)),
        _ => (rest, None),
    };
    let rest = rest.trim_end();
    let (hour, minute) = match rest.split_once(['.', ':', ',']) {
        Some((hour, minute)) => (
            number(hour, 2)?,
            number(minute, 2).filter(|_| minute.len() == 2)?,
        ),
        None if rest.len() > 2 => {
            let figures = number(rest, 4)?;
            (figures / 100, figures % 100)
        }
        None => (number(rest, 2)?, 0),
    };
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(half) => hour % 12 + half,
        None => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}
