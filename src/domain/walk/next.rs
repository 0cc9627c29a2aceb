//! The next step: what Enter does now, chosen from stage, gaps and clock.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Check, Gap, Stage};
use crate::domain::agenda::{AgendaItem, ItemKind, ItemStatus};
use crate::domain::counts::is_there;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::zone::Moment;

/// What to do now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NextStep {
    /// Nothing: the meeting is finished or cancelled.
    #[default]
    Nothing,
    /// Mend the first gap: go to its record.
    Mend(Gap),
    /// Send the invitations.
    Invite {
        /// To how many.
        people: usize,
    },
    /// Tell those invited that the meeting is cancelled.
    TellCancelled {
        /// How many.
        people: usize,
    },
    /// Send the agenda.
    SendAgenda,
    /// All is ready; wait for the day.
    Wait {
        /// The meeting's day.
        until: Option<NaiveDate>,
    },
    /// Open the door: check people in.
    CheckIn,
    /// Open the meeting.
    StartMeeting,
    /// Start an item; ends the one before.
    StartItem {
        /// The item.
        item: Id,
        /// Its number on the agenda.
        number: usize,
    },
    /// Close the meeting (mødet hævet).
    CloseMeeting,
    /// Send the minutes for comments.
    SendMinutes,
    /// Answer the comments.
    Comments {
        /// How many are open.
        count: usize,
        /// The first.
        first: Option<Id>,
    },
    /// Wait for objections; approving early is allowed.
    WaitForObjections {
        /// The last day.
        deadline: Option<NaiveDate>,
    },
    /// Approve the minutes.
    Approve,
    /// Send or publish the approved minutes.
    Publish,
    /// Make the next meeting from the date agreed.
    PlanNext {
        /// The date.
        date: Option<NaiveDate>,
    },
    /// Follow up on open actions.
    FollowUp {
        /// How many are open.
        count: usize,
        /// The first.
        first: Option<Id>,
    },
}

pub(super) fn next_step(meeting: &Meeting, gaps: &[Gap], current: Stage, now: Moment) -> NextStep {
    match current {
        Stage::Finished => NextStep::Nothing,
        Stage::Plan | Stage::Agenda | Stage::Speakers | Stage::Invite | Stage::SendAgenda => {
            prepare(meeting, gaps, current)
        }
        Stage::CheckIn => door(meeting, gaps, now),
        Stage::Minutes => run(meeting),
        Stage::CloseOut => close_out(gaps),
        Stage::Approve => approve(meeting, gaps),
        Stage::Publish => NextStep::Publish,
        Stage::FollowUp => follow_up(meeting, gaps),
    }
}

fn find(gaps: &[Gap], check: Check) -> Option<&Gap> {
    gaps.iter().find(|gap| gap.check == check)
}

/// A late agenda goes out before smaller things are mended, once there is one and somebody to
/// send it to.
fn prepare(meeting: &Meeting, gaps: &[Gap], current: Stage) -> NextStep {
    let has = |check| find(gaps, check).is_some();
    let sendable = !has(Check::AgendaEmpty) && !has(Check::NobodyInvited) && !has(Check::Date);
    if sendable && has(Check::AgendaLate) {
        // Nobody gets the agenda of a meeting before they are asked to it.
        return match find(gaps, Check::InvitationsUnsent) {
            Some(gap) => NextStep::Invite { people: gap.count },
            None => NextStep::SendAgenda,
        };
    }
    let first = gaps
        .iter()
        .find(|gap| gap.stage == current && !gap.check.waits());
    match first {
        Some(gap) if gap.check == Check::InvitationsUnsent => {
            NextStep::Invite { people: gap.count }
        }
        Some(gap) if gap.check == Check::CancellationUnsent => {
            NextStep::TellCancelled { people: gap.count }
        }
        Some(gap) if matches!(gap.check, Check::AgendaUnsent | Check::AgendaLate) => {
            NextStep::SendAgenda
        }
        Some(gap) => NextStep::Mend(gap.clone()),
        None => NextStep::Wait {
            until: meeting.head.date,
        },
    }
}

fn door(meeting: &Meeting, gaps: &[Gap], now: Moment) -> NextStep {
    let head = &meeting.head;
    if head.date.is_none_or(|date| now.today < date) {
        return NextStep::Wait { until: head.date };
    }
    let past = head.date.is_some_and(|date| date < now.today);
    let begun = head.start.is_none_or(|start| start <= now.time);
    let somebody = meeting.attendances().values().any(|row| is_there(*row));
    // Made on its own day: there is nothing to take up yet, or nobody to receive.
    let unready = find(gaps, Check::AgendaEmpty).or_else(|| find(gaps, Check::NobodyInvited));
    match unready {
        _ if past || (begun && somebody) => NextStep::StartMeeting,
        Some(gap) if !somebody => NextStep::Mend(gap.clone()),
        _ => NextStep::CheckIn,
    }
}

/// The item after the current one that is to be taken, else the first one left.
pub fn following_item(meeting: &Meeting) -> Option<(usize, &AgendaItem)> {
    let agenda = meeting.agenda();
    let current = agenda
        .iter()
        .position(|item| Some(item.id) == meeting.head.current);
    let planned: Vec<(usize, &AgendaItem)> = agenda
        .into_iter()
        .enumerate()
        .filter(|(_, item)| item.status == ItemStatus::Planned)
        .collect();
    let after = planned
        .iter()
        .find(|(index, _)| current.is_some_and(|current| *index > current));
    after
        .or_else(|| {
            planned
                .iter()
                .find(|(_, item)| item.kind != ItemKind::Break)
        })
        .map(|(index, item)| (index + 1, *item))
}

fn run(meeting: &Meeting) -> NextStep {
    match following_item(meeting) {
        Some((number, item)) => NextStep::StartItem {
            item: item.id,
            number,
        },
        None => NextStep::CloseMeeting,
    }
}

fn close_out(gaps: &[Gap]) -> NextStep {
    let lacking = |stage| {
        gaps.iter()
            .find(|gap| gap.stage == stage && !gap.check.waits())
    };
    lacking(Stage::CloseOut)
        .or_else(|| lacking(Stage::Minutes))
        .map_or(NextStep::SendMinutes, |gap| NextStep::Mend(gap.clone()))
}

fn approve(meeting: &Meeting, gaps: &[Gap]) -> NextStep {
    if find(gaps, Check::MinutesUnsent).is_some() {
        return NextStep::SendMinutes;
    }
    if let Some(gap) = find(gaps, Check::OpenComments) {
        return NextStep::Comments {
            count: gap.count,
            first: gap.first,
        };
    }
    match find(gaps, Check::ObjectionsRunning) {
        Some(_) => NextStep::WaitForObjections {
            deadline: meeting.head.objection_deadline,
        },
        None => NextStep::Approve,
    }
}

fn follow_up(meeting: &Meeting, gaps: &[Gap]) -> NextStep {
    if find(gaps, Check::NextMeeting).is_some() {
        return NextStep::PlanNext {
            date: meeting.head.next_date,
        };
    }
    if let Some(gap) = find(gaps, Check::Practicals) {
        return NextStep::Mend(gap.clone());
    }
    let open = find(gaps, Check::ActionsOverdue).or_else(|| find(gaps, Check::ActionsOpen));
    open.map_or(NextStep::Nothing, |gap| NextStep::FollowUp {
        count: find(gaps, Check::ActionsOpen).map_or(gap.count, |all| all.count),
        first: gap.first,
    })
}
