//! Who hosted when, and whose turn it is.

use chrono::NaiveDate;

use super::{ActivityStatus, PlanRow};
use crate::domain::id::Id;

/// An organisation's turn to host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HostTurn {
    /// The organisation.
    pub organisation: Id,
    /// When it hosts or hosted last.
    pub last: Option<NaiveDate>,
    /// How often it hosts or hosted.
    pub times: usize,
}

/// Candidates (in name order), whose turn it is first: those who never hosted, then whoever
/// hosted least recently. What is planned counts as hosted.
pub fn host_turns<'a>(candidates: &[Id], rows: impl Iterator<Item = &'a PlanRow>) -> Vec<HostTurn> {
    let counts = |row: &&PlanRow| row.activity.status != ActivityStatus::Cancelled;
    let past: Vec<(Id, Option<NaiveDate>)> = rows
        .filter(counts)
        .filter_map(|row| {
            let day = row.activity.when.as_ref().and_then(|when| when.first_day());
            Some((row.activity.host?, day))
        })
        .collect();
    let mut turns: Vec<HostTurn> = candidates
        .iter()
        .map(|id| {
            let mine = || past.iter().filter(|(host, _)| host == id);
            HostTurn {
                organisation: *id,
                last: mine().filter_map(|(_, day)| *day).max(),
                times: mine().count(),
            }
        })
        .collect();
    turns.sort_by_key(|turn| (turn.times > 0, turn.last));
    turns
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::Activity;
    use crate::domain::when::When;

    #[test]
    fn whoever_never_hosted_is_next_then_the_least_recent() {
        let id = Id::from_bits;
        let row = |host, when: &str, status| PlanRow {
            activity: Activity {
                host: Some(id(host)),
                when: Some(When::from(when.to_owned())),
                status,
                ..Activity::default()
            },
            ..PlanRow::default()
        };
        let rows = [
            row(1, "2026-03-05", ActivityStatus::Held),
            row(2, "2027-02", ActivityStatus::Planned),
            row(1, "2026-09-03", ActivityStatus::Held),
            row(3, "2026-11-05", ActivityStatus::Cancelled),
            row(4, "2026-04-05", ActivityStatus::Held),
        ];
        let turns = host_turns(&[id(1), id(2), id(3), id(4)], rows.iter());
        let order: Vec<_> = turns
            .iter()
            .map(|turn| (turn.organisation, turn.times))
            .collect();
        assert_eq!(order, [(id(3), 0), (id(4), 1), (id(1), 2), (id(2), 1)]);
    }
}
