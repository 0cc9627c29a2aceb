//! A deadline: a day, or words such as "Snarest".

use std::cmp::Ordering;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// By when something is to be done. Days sort before words; words sort as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// A day.
    Day(NaiveDate),
    /// As written.
    Words(String),
}

impl Due {
    /// The day, when it is one.
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(*day),
            Self::Words(_) => None,
        }
    }
}

impl Ord for Due {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Day(mine), Self::Day(theirs)) => mine.cmp(theirs),
            (Self::Day(_), Self::Words(_)) => Ordering::Less,
            (Self::Words(_), Self::Day(_)) => Ordering::Greater,
            (Self::Words(mine), Self::Words(theirs)) => mine.cmp(theirs),
        }
    }
}

impl PartialOrd for Due {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl std::fmt::Display for Due {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Words(words) => f.write_str(words),
        }
    }
}

impl From<String> for Due {
    /// An ISO date is a day; anything else stays words.
    fn from(text: String) -> Self {
        match NaiveDate::parse_from_str(&text, "%Y-%m-%d") {
            Ok(day) if text.len() == 10 => Self::Day(day),
            _ => Self::Words(text),
        }
    }
}

impl Serialize for Due {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Due {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}
