//! The checklist of a network: what a network needs to do its work well, as checks computed from
//! what is there. Each check that is not met says what is missing.
//!
//! It must not know words, documents or the screen; callers give the day.

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::id::Id;
use super::network::{Group, GroupKind, GroupMember, Network};
use super::plan::{ActivityStatus, PlanRow};
use super::query::MeetingRow;
use super::register::Register;
use super::walk::{Check, Stage};
use super::when::When;
use crate::choice;

/// Days ahead that the end of somebody's term is named.
const AHEAD: u64 = 60;

choice! {
    /// A point of the checklist, in order.
    Point {
        /// A clear purpose.
        Purpose = "purpose",
        /// The terms of reference are adopted.
        Terms = "terms",
        /// A steering group is named.
        Steering = "steering-group",
        /// It is said who holds the secretariat.
        Secretariat = "secretariat",
        /// There is a year plan.
        YearPlan = "year-plan",
        /// Every activity has a concrete purpose and an expected product.
        Activities = "activities",
        /// Every purpose is served by an activity.
        Served = "served",
        /// Every meeting has an agenda with purpose.
        Meetings = "meetings",
        /// Every member has named somebody to every group.
        Groups = "groups",
        /// The evaluation is planned, with date and criteria.
        Evaluation = "evaluation",
    }
}

choice! {
    /// What is missing.
    Missing {
        /// Nobody has said what the network is for.
        Purpose = "purpose",
        /// There are no terms of reference.
        Terms = "terms",
        /// A draft of the terms is not adopted.
        Draft = "draft",
        /// There is no steering group.
        SteeringGroup = "steering-group",
        /// Nobody sits in the steering group.
        SteeringMembers = "steering-members",
        /// No member holds the secretariat.
        Secretariat = "secretariat",
        /// The secretariat's time ends and nobody is named after.
        SecretariatEnds = "secretariat-ends",
        /// No activity or meeting is planned.
        YearPlan = "year-plan",
        /// Activities without a purpose.
        ActivityPurpose = "activity-purpose",
        /// Activities without an expected product.
        ActivityProduct = "activity-product",
        /// Purposes that no activity serves.
        PurposeServed = "purpose-served",
        /// Meetings without an agenda.
        MeetingAgenda = "meeting-agenda",
        /// Meetings without a purpose, or with items without one.
        MeetingPurpose = "meeting-purpose",
        /// Members who have named nobody to a group.
        GroupSeat = "group-seat",
        /// Seats in groups that end soon.
        SeatEnds = "seat-ends",
        /// A working group without a mandate.
        Mandate = "mandate",
        /// The evaluation has no date.
        EvaluationDate = "evaluation-date",
        /// The evaluation has no criteria.
        EvaluationCriteria = "evaluation-criteria",
        /// The day of the evaluation has come, and criteria stand without a finding.
        EvaluationDue = "evaluation-due",
        /// Offers, methods or templates are to be gone through.
        ReviewDue = "review-due",
    }
}

/// Something a point lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lack {
    /// What.
    pub missing: Missing,
    /// How many it is about.
    pub count: usize,
    /// The records it is about, in order: activities, purposes, meetings; for a group the group.
    pub about: Vec<Id>,
    /// The organisations, or the people, that it names.
    pub named: Vec<Id>,
    /// The day it hangs on.
    pub day: Option<NaiveDate>,
}

/// A point and what it lacks: nothing when it is met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The point.
    pub point: Point,
    /// What it lacks.
    pub lacks: Vec<Lack>,
}

/// What the checklist is computed from.
#[derive(Clone, Copy, Debug)]
pub struct Sight<'a> {
    /// The network.
    pub network: &'a Network,
    /// People and organisations.
    pub register: &'a Register,
    /// The network's plan.
    pub plan: &'a [PlanRow],
    /// The network's meetings.
    pub meetings: &'a [MeetingRow],
    /// The network's id.
    pub id: Id,
    /// Today.
    pub today: NaiveDate,
}

impl Standing {
    /// Whether nothing is missing.
    pub fn is_met(&self) -> bool {
        self.lacks.is_empty()
    }
}

impl Missing {
    /// Said as something to keep in mind: the point is met all the same.
    pub fn is_notice(self) -> bool {
        matches!(self, Self::SeatEnds)
    }
}

fn lack(missing: Missing, about: Vec<Id>) -> Lack {
    Lack {
        missing,
        count: about.len().max(1),
        about,
        named: Vec::new(),
        day: None,
    }
}

/// All points in order.
pub fn checklist(sight: &Sight<'_>) -> Vec<Standing> {
    let standing = |point: &Point| Standing {
        point: *point,
        lacks: match point {
            Point::Purpose => purpose(sight),
            Point::Terms => terms(sight),
            Point::Steering => steering(sight),
            Point::Secretariat => secretariat(sight),
            Point::YearPlan => year_plan(sight),
            Point::Activities => activities(sight),
            Point::Served => served(sight),
            Point::Meetings => meetings(sight),
            Point::Groups => groups(sight),
            Point::Evaluation => evaluation(sight),
        },
    };
    Point::ALL.iter().map(standing).collect()
}

fn purpose(sight: &Sight<'_>) -> Vec<Lack> {
    let none = sight.network.purpose().trim().is_empty();
    none.then(|| lack(Missing::Purpose, Vec::new()))
        .into_iter()
        .collect()
}

fn terms(sight: &Sight<'_>) -> Vec<Lack> {
    let missing = match (sight.network.draft_terms(), sight.network.terms_in_force()) {
        (Some(draft), _) => lack(Missing::Draft, vec![draft.id]),
        (None, None) => lack(Missing::Terms, Vec::new()),
        (None, Some(_)) => return Vec::new(),
    };
    vec![missing]
}

fn steering(sight: &Sight<'_>) -> Vec<Lack> {
    let all = sight.network.live_groups();
    let steering: Vec<&&Group> = all
        .iter()
        .filter(|row| row.kind == GroupKind::Steering)
        .collect();
    let Some(first) = steering.first() else {
        return vec![lack(Missing::SteeringGroup, Vec::new())];
    };
    let seated = |row: &&&Group| sight.network.seats_on(row.id, sight.today).next().is_some();
    match steering.iter().any(seated) {
        true => Vec::new(),
        false => vec![lack(Missing::SteeringMembers, vec![first.id])],
    }
}

fn secretariat(sight: &Sight<'_>) -> Vec<Lack> {
    let Some(row) = sight.network.secretariat_on(sight.today) else {
        return vec![lack(Missing::Secretariat, Vec::new())];
    };
    let last = row.until.as_ref().and_then(When::last_day);
    let Some(last) = last.filter(|last| *last <= soon(sight.today)) else {
        return Vec::new();
    };
    let next = last
        .succ_opt()
        .and_then(|day| sight.network.secretariat_on(day));
    match next {
        Some(_) => Vec::new(),
        None => vec![Lack {
            named: vec![row.organisation],
            day: Some(last),
            ..lack(Missing::SecretariatEnds, vec![row.id])
        }],
    }
}

/// There is something to come, planned as an activity or called as a meeting.
fn year_plan(sight: &Sight<'_>) -> Vec<Lack> {
    let comes = |row: &PlanRow| {
        let alive = !matches!(
            row.activity.status,
            ActivityStatus::Cancelled | ActivityStatus::Idea
        );
        let last = row.activity.when.as_ref().and_then(When::last_day);
        alive && last.is_some_and(|last| last >= sight.today)
    };
    match sight.plan.iter().any(comes) {
        true => Vec::new(),
        false => vec![lack(Missing::YearPlan, Vec::new())],
    }
}

fn activities(sight: &Sight<'_>) -> Vec<Lack> {
    let open = |row: &&PlanRow| {
        let status = row.activity.status;
        !matches!(status, ActivityStatus::Held | ActivityStatus::Idea)
    };
    let without = |lacks: fn(&PlanRow) -> bool, missing| {
        let rows = sight.plan.iter().filter(open);
        let rows: Vec<Id> = rows
            .filter(|row| lacks(row))
            .map(|row| row.activity.id)
            .collect();
        (!rows.is_empty()).then(|| lack(missing, rows))
    };
    let purpose = without(PlanRow::lacks_purpose, Missing::ActivityPurpose);
    let product = without(PlanRow::lacks_product, Missing::ActivityProduct);
    purpose.into_iter().chain(product).collect()
}

/// Purposes that no activity of the plan names. Where there is no plan, that is what is missing.
fn served(sight: &Sight<'_>) -> Vec<Lack> {
    let planned = sight.plan.iter().filter(|row| !row.is_bare_meeting());
    let alive: Vec<&PlanRow> = planned
        .filter(|row| row.activity.status != ActivityStatus::Cancelled)
        .collect();
    let serves = |id: Id| alive.iter().any(|row| row.activity.serves.contains(&id));
    let rows = sight.network.purposes().into_iter();
    let rows: Vec<Id> = rows.map(|row| row.id).filter(|id| !serves(*id)).collect();
    match alive.is_empty() || rows.is_empty() {
        true => Vec::new(),
        false => vec![lack(Missing::PurposeServed, rows)],
    }
}

/// Meetings not held yet.
fn meetings(sight: &Sight<'_>) -> Vec<Lack> {
    let coming = |row: &&MeetingRow| !row.cancelled && row.stage <= Stage::CheckIn;
    let without = |checks: &[Check]| -> Vec<Id> {
        let lacks = |row: &&MeetingRow| row.gaps.iter().any(|gap| checks.contains(&gap.check));
        let mut rows: Vec<&MeetingRow> =
            sight.meetings.iter().filter(coming).filter(lacks).collect();
        rows.sort_by_key(|row| (row.date.is_none(), row.date, row.id));
        rows.iter().map(|row| row.id).collect()
    };
    let empty = without(&[Check::AgendaEmpty]);
    let mut aimless = without(&[Check::Purpose, Check::ItemPurpose]);
    aimless.retain(|id| !empty.contains(id));
    [
        (Missing::MeetingAgenda, empty),
        (Missing::MeetingPurpose, aimless),
    ]
    .into_iter()
    .filter(|(_, rows)| !rows.is_empty())
    .map(|(missing, rows)| lack(missing, rows))
    .collect()
}

/// Of each group that the members name somebody to: who has not, and what else it lacks.
fn groups(sight: &Sight<'_>) -> Vec<Lack> {
    let mut lacks = Vec::new();
    for group in sight.network.live_groups() {
        let named = sight.network.unnamed(group, sight.register, sight.today);
        if !named.is_empty() {
            lacks.push(Lack {
                count: named.len(),
                named,
                ..lack(Missing::GroupSeat, vec![group.id])
            });
        }
        if group.kind == GroupKind::Working && group.mandate.is_empty() {
            lacks.push(lack(Missing::Mandate, vec![group.id]));
        }
        lacks.extend(ending(sight, group));
    }
    lacks
}

/// The seats of a group that end soon, the first of them giving the day.
fn ending(sight: &Sight<'_>, group: &Group) -> Option<Lack> {
    let soon = soon(sight.today);
    let seats = sight.network.seats_on(group.id, sight.today);
    let mut seats: Vec<&GroupMember> = seats
        .filter(|row| row.until.is_some_and(|until| until <= soon))
        .collect();
    seats.sort_by_key(|row| (row.until, row.id));
    let first = seats.first()?;
    Some(Lack {
        count: seats.len(),
        named: seats.iter().map(|row| row.person).collect(),
        day: first.until,
        ..lack(Missing::SeatEnds, vec![group.id])
    })
}

fn evaluation(sight: &Sight<'_>) -> Vec<Lack> {
    let Some(terms) = sight.network.current_terms() else {
        return vec![
            lack(Missing::EvaluationDate, Vec::new()),
            lack(Missing::EvaluationCriteria, Vec::new()),
        ];
    };
    let mut lacks = Vec::new();
    if terms.evaluation.is_none() {
        lacks.push(lack(Missing::EvaluationDate, vec![terms.id]));
    }
    if terms.criteria().next().is_none() {
        lacks.push(lack(Missing::EvaluationCriteria, vec![terms.id]));
    }
    if let Some(day) = sight
        .network
        .evaluation_due()
        .filter(|day| *day <= sight.today)
    {
        let open = sight.network.terms_in_force();
        let open = open.map_or(0, |terms| sight.network.open_criteria(terms).len());
        lacks.push(Lack {
            count: open,
            day: Some(day),
            ..lack(Missing::EvaluationDue, vec![terms.id])
        });
    }
    lacks
}

fn soon(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(AHEAD)).unwrap_or(today)
}

#[cfg(test)]
mod tests;
