//! Activities: what a network does in a year, from the idea to what came of it.
//!
//! It owns the record and in which order a plan lists it. It must not know how a date is shown.
//! Once an activity has become a meeting, its date, place and host are the meeting's.

mod clash;
mod drafting;
mod hosting;
mod rows;
pub mod rule;
mod wheel;

pub use clash::{Clash, clashes};
pub use drafting::{Draft, Note, by_rule, from_year_before};
pub use hosting::{HostTurn, host_turns};
pub use rows::{PlanRow, in_order, plan_rows};
pub use wheel::{Mark, Ring, Wheel, part_of_year, point, wheel};

use std::cmp::Ordering;

use chrono::{NaiveDate, NaiveTime};

use super::id::Id;
use super::when::When;
use crate::{choice, record};

choice! {
    /// What an activity is.
    ActivityKind {
        /// A meeting of the network.
        NetworkMeeting = "network-meeting",
        /// A meeting of the members' leaders.
        LeadersMeeting = "leaders-meeting",
        /// A meeting of a working group.
        WorkingGroup = "working-group",
        /// A course.
        Course = "course",
        /// Sagsaudit: cases looked through together.
        CaseAudit = "case-audit",
        /// Joint work on templates.
        Templates = "templates",
        /// Topmøde.
        Summit = "summit",
        /// A conference.
        Conference = "conference",
        /// A study trip.
        StudyTrip = "study-trip",
        /// A visit.
        Visit = "visit",
        /// A seminar.
        Seminar = "seminar",
        /// A general assembly.
        Assembly = "assembly",
        /// An exchange of experience.
        Exchange = "exchange",
        /// A briefing.
        Briefing = "briefing",
        /// Open to everybody.
        OpenEvent = "open-event",
        /// Anything else.
        Other = "other",
    }
}

choice! {
    /// How far an activity is.
    ActivityStatus {
        /// Planned.
        Planned = "planned",
        /// Only an idea.
        Idea = "idea",
        /// The members were told.
        Announced = "announced",
        /// Held.
        Held = "held",
        /// Cancelled.
        Cancelled = "cancelled",
    }
}

choice! {
    /// Who travels.
    Direction {
        /// They come to us.
        Inbound = "inbound",
        /// We go to them.
        Outbound = "outbound",
    }
}

record! {
    /// An activity of the network.
    Activity, ActivityField {
        /// What it is called.
        title Title: String,
        /// What it is.
        kind Kind: ActivityKind,
        /// How far it is; the meeting says it, once there is one.
        status Status: ActivityStatus,
        /// When, as exact as it is known; the meeting's day, once there is one.
        when When: Option<When>,
        /// Ikke endeligt bekræftet; the meeting's, once there is one.
        tentative Tentative: bool,
        /// Start, local time; the meeting's, once there is one.
        start Start: Option<NaiveTime>,
        /// End, local time; the meeting's, once there is one.
        end End: Option<NaiveTime>,
        /// Why.
        purpose Purpose: String,
        /// What is expected to come of it.
        product Product: String,
        /// The organisation that hosts; the meeting's, once there is one.
        host Host: Option<Id>,
        /// Where; the meeting's, once there is one.
        place Place: String,
        /// For whom.
        audience Audience: String,
        /// Who travels; nobody when not said.
        direction Direction: Option<Direction>,
        /// The meeting it has become.
        meeting Meeting: Option<Id>,
        /// The purposes and expected results of the network it serves.
        serves Serves: Vec<Id>,
        /// What came of it.
        delivered Delivered: String,
        /// Where that is found.
        link Link: String,
        /// Who visits, or whom we visit: names, one on a line.
        guests Guests: String,
        /// Who of ours receives them, or travels.
        hosts Hosts: String,
        /// What is to happen, hour by hour, as text; the meeting's, once there is one.
        schedule Schedule: String,
        /// What was seen and learnt.
        report Report: String,
        /// The members that have taken it into use.
        adopted_by AdoptedBy: Vec<Id>,
        /// The needs it meets.
        meets Meets: Vec<Id>,
        /// How many can take part.
        seats Seats: Option<u16>,
        /// The last day to sign up.
        sign_up_by SignUpBy: Option<NaiveDate>,
        /// Its place among the ideas, 1 first.
        rank Rank: Option<u16>,
        /// The meeting that ranked it, or decided on it.
        ranked_at RankedAt: Option<Id>,
        /// The decision, an entry of that meeting's minutes.
        decision Decision: Option<Id>,
    }
}

impl Activity {
    /// Whether others may hear of it: it is more than an idea.
    pub fn is_announced(&self) -> bool {
        self.status != ActivityStatus::Idea
    }

    /// Whether it may touch any of the days; one without a date touches none.
    pub fn touches(&self, from: Option<NaiveDate>, to: Option<NaiveDate>) -> bool {
        let Some(when) = &self.when else {
            return from.is_none() && to.is_none();
        };
        match (when.first_day(), when.last_day()) {
            (Some(first), Some(last)) => {
                to.is_none_or(|to| first <= to) && from.is_none_or(|from| from <= last)
            }
            _ => from.is_none() && to.is_none(),
        }
    }

    /// The order of a plan: by date, then by time, then by id.
    pub fn order(&self, other: &Self) -> Ordering {
        let key = |row: &Self| match &row.when {
            Some(when) => when.calendar_key(),
            None => When::Words(String::new()).calendar_key(),
        };
        (key(self).cmp(&key(other)))
            .then_with(|| self.start.cmp(&other.start))
            .then_with(|| self.id.cmp(&other.id))
    }
}
