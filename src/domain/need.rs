//! What the members need, what they are to know, and who takes part: needs (behov), the knowledge
//! overview (vidensoverblik), sign-ups with a waiting list, and ideas in the order the heads gave.
//!
//! It must not know words or the screen.

use chrono::NaiveDate;

use super::folding::sort_key;
use super::id::Id;
use super::network::Network;
use super::plan::{Activity, ActivityStatus};
use super::when::When;
use crate::{choice, record};

record! {
    /// What an organisation needs the network to do something about.
    Need, NeedField {
        /// What.
        title Title: String,
        /// Whose need.
        organisation Organisation: Option<Id>,
        /// The day it was reported.
        on On: Option<NaiveDate>,
        /// More about it.
        note Note: String,
    }
}

record! {
    /// New law or knowledge that the members are to take in.
    Knowledge, KnowledgeField {
        /// What.
        title Title: String,
        /// Where it comes from.
        source Source: String,
        /// From when it holds.
        in_force InForce: Option<When>,
        /// What the secretariat proposes to do about it.
        proposal Proposal: String,
    }
}

choice! {
    /// How far a member is with new law or knowledge.
    KnowledgeStatus {
        /// Nobody has said.
        Unknown = "unknown",
        /// Known, nothing done yet.
        Known = "known",
        /// At work on it.
        Working = "working",
        /// In place.
        InPlace = "in-place",
        /// Does not concern them.
        NotRelevant = "not-relevant",
    }
}

record! {
    /// How far one member is with one thing.
    KnowledgeStanding, KnowledgeStandingField {
        /// The law or knowledge.
        knowledge Knowledge: Id,
        /// The member.
        organisation Organisation: Id,
        /// How far.
        status Status: KnowledgeStatus,
        /// More about it.
        note Note: String,
    }
}

record! {
    /// Somebody signed up for an activity.
    SignUp, SignUpField {
        /// The activity.
        activity Activity: Id,
        /// The person.
        person Person: Id,
        /// When, milliseconds since 1970 UTC: who comes first has a seat.
        at At: i64,
    }
}

impl Activity {
    /// Whether somebody may still sign up on a day.
    pub fn takes_sign_ups(&self, today: NaiveDate) -> bool {
        self.sign_up_by.is_none_or(|last| today <= last)
    }
}

impl Network {
    /// The needs in the order they were reported.
    pub fn need_list(&self) -> Vec<&Need> {
        let mut rows: Vec<&Need> = self.needs.values().filter(|row| !row.removed).collect();
        rows.sort_by_cached_key(|row| (row.on, sort_key(&row.title), row.id));
        rows
    }

    /// The activities that meet a need.
    pub fn meeting_need(&self, need: Id) -> Vec<&Activity> {
        let live = self.activities.values().filter(|row| {
            !row.removed && row.status != ActivityStatus::Cancelled && row.meets.contains(&need)
        });
        let mut rows: Vec<&Activity> = live.collect();
        rows.sort_by(|left, right| left.order(right));
        rows
    }

    /// New law and knowledge by the day it is in force.
    pub fn knowledge_list(&self) -> Vec<&Knowledge> {
        let mut rows: Vec<&Knowledge> =
            self.knowledge.values().filter(|row| !row.removed).collect();
        let day = |row: &Knowledge| row.in_force.as_ref().map(When::calendar_key);
        rows.sort_by_cached_key(|row| (day(row), sort_key(&row.title), row.id));
        rows
    }

    /// How far a member is with one thing.
    pub fn standing(&self, knowledge: Id, organisation: Id) -> Option<&KnowledgeStanding> {
        let mut rows = self.standings.values().filter(|row| !row.removed);
        rows.find(|row| row.knowledge == knowledge && row.organisation == organisation)
    }

    /// Who signed up for an activity, the first first; those beyond its seats wait.
    pub fn sign_up_list(&self, activity: Id) -> Vec<&SignUp> {
        let mine = self.sign_ups.values();
        let mut rows: Vec<&SignUp> = mine
            .filter(|row| !row.removed && row.activity == activity)
            .collect();
        rows.sort_by_key(|row| (row.at, row.id));
        rows
    }

    /// The ideas: those ranked first, then the others by title.
    pub fn idea_list(&self) -> Vec<&Activity> {
        let live = self.activities.values();
        let ideas = live.filter(|row| !row.removed && row.status == ActivityStatus::Idea);
        let mut rows: Vec<&Activity> = ideas.collect();
        let rank = |row: &Activity| row.rank.unwrap_or(u16::MAX);
        rows.sort_by_cached_key(|row| (rank(row), sort_key(&row.title), row.id));
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_signs_up_first_stands_first_and_ideas_stand_by_rank() {
        let id = Id::from_bits;
        let mut network = Network::default();
        for (number, at) in [(1, 30), (2, 10), (3, 20)] {
            let row = SignUp {
                id: id(number),
                activity: id(9),
                at,
                ..SignUp::default()
            };
            network.sign_ups.insert(row.id, row);
        }
        let order: Vec<Id> = network
            .sign_up_list(id(9))
            .iter()
            .map(|row| row.id)
            .collect();
        assert_eq!(order, [id(2), id(3), id(1)]);
        for (number, title, rank) in [
            (1, "Å", None),
            (2, "B", None),
            (3, "C", Some(2)),
            (4, "D", Some(1)),
        ] {
            let row = Activity {
                id: id(number),
                title: title.into(),
                status: ActivityStatus::Idea,
                rank,
                ..Activity::default()
            };
            network.activities.insert(row.id, row);
        }
        let order: Vec<Id> = network.idea_list().iter().map(|row| row.id).collect();
        assert_eq!(order, [id(4), id(3), id(2), id(1)]);
    }
}
