//! Action items for Taskwarrior: what `task import` reads.

use serde::Serialize;

use super::contacts::uuid;
use crate::domain::clean::clean_line;
use crate::domain::due::Due;
use crate::domain::folding::label;
use crate::domain::network::ActionStatus;
use crate::domain::query::ActionRow;
use crate::domain::zone::instant;

/// A task.
#[derive(Clone, Debug, Serialize)]
pub struct Task {
    uuid: String,
    description: String,
    status: &'static str,
    project: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    /// The meeting, and a deadline that is words.
    referent: String,
}

/// An action item as a task of a project, which is its network.
pub fn task(row: &ActionRow, network: &str) -> Task {
    let due = match &row.due {
        Some(Due::Day(day)) => {
            let at = instant(day.and_time(chrono::NaiveTime::MIN));
            chrono::DateTime::from_timestamp_millis(at)
        }
        _ => None,
    };
    let words = match &row.due {
        Some(Due::Words(words)) => clean_line(words),
        _ => String::new(),
    };
    let owner = label(&row.owner_name);
    let from = [row.meeting_label.as_str(), words.as_str()];
    let from: Vec<&str> = from.into_iter().filter(|part| !part.is_empty()).collect();
    Task {
        uuid: uuid(row.id),
        description: clean_line(&row.text),
        status: match row.status {
            ActionStatus::Done => "completed",
            ActionStatus::Dropped => "deleted",
            _ => "pending",
        },
        project: network.to_owned(),
        tags: (!owner.is_empty()).then_some(owner).into_iter().collect(),
        due: due.map(|at| at.format("%Y%m%dT%H%M%SZ").to_string()),
        referent: from.join(", "),
    }
}
