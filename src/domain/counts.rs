//! Counts of a meeting's participants: who is there, who is missing, whether enough came.
//!
//! *Expected* (tilmeldte) are those who came, and those who said yes and have sent no
//! apologies since. "Mødt 27/34" is `present` of `expected`. Organisations are those of
//! members; a speaker's school is not one of the network's municipalities.

use std::collections::{BTreeMap, BTreeSet};

use super::attendance::{Attendance, Participant, ParticipantRole, Rsvp};
use super::id::Id;
use super::meeting::Meeting;
use super::network::NetworkHead;

/// How many came, of whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Invited, in all.
    pub invited: usize,
    /// Came, or said yes and have sent no apologies.
    pub expected: usize,
    /// There now, in the room or online.
    pub present: usize,
    /// Of them online.
    pub online: usize,
    /// Came and went.
    pub left: usize,
    /// Sent apologies, by answer or at the door.
    pub apologies: usize,
    /// Neither came nor answered yes or no.
    pub unanswered: usize,
    /// Said yes and did not come, once the meeting is closed.
    pub absent: usize,
    /// Members' organisations with somebody there now.
    pub organisations: usize,
    /// Members' organisations with somebody expected.
    pub organisations_expected: usize,
    /// Members who have left for the item being dealt with because of a conflict of interest: there,
    /// and counted out of the quorum.
    pub recused: usize,
    /// The network's rule, when it has one.
    pub quorum: Option<Quorum>,
}

/// A quorum and how far it is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quorum {
    /// How many are needed.
    pub needed: usize,
    /// How many members, or members' organisations, are there now.
    pub there: usize,
    /// It counts organisations instead of people.
    pub by_organisation: bool,
}

impl Quorum {
    /// Enough are there.
    pub fn met(self) -> bool {
        self.there >= self.needed
    }
}

/// The people of one organisation (`None`: of none) at a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delegation {
    /// The organisation.
    pub organisation: Option<Id>,
    /// Those there now.
    pub present: Vec<Id>,
    /// Those expected and not there, gone ones left out.
    pub missing: Vec<Id>,
    /// Those neither expected nor there: apologies, no answer, gone.
    pub others: Vec<Id>,
}

/// There now, in the room or online.
pub fn is_there(attendance: Attendance) -> bool {
    matches!(attendance, Attendance::Present | Attendance::Online)
}

/// Came, or said yes and has sent no apologies.
pub fn is_expected(participant: &Participant, attendance: Attendance) -> bool {
    match attendance {
        Attendance::Present | Attendance::Online | Attendance::Left => true,
        Attendance::Expected | Attendance::Absent => participant.rsvp == Rsvp::Yes,
        Attendance::Apologies => false,
    }
}

/// Invited, not there, and has answered neither yes nor no.
pub fn is_unanswered(participant: &Participant, attendance: Attendance) -> bool {
    matches!(attendance, Attendance::Expected | Attendance::Absent)
        && matches!(participant.rsvp, Rsvp::NoAnswer | Rsvp::Tentative)
}

/// Counts a meeting's participants; the network's head has the quorum.
pub fn counts(meeting: &Meeting, network: &NetworkHead) -> Counts {
    let attendances = meeting.attendances();
    let mut counts = Counts::default();
    let (mut there, mut expected) = (BTreeSet::new(), BTreeSet::new());
    let mut entitled = BTreeSet::new();
    let mut members = 0;
    let current = meeting.head.current;
    let recused = current
        .map(|item| meeting.recused(item))
        .unwrap_or_default();
    for participant in meeting.participant_list() {
        let attendance = standing(&attendances, participant);
        counts.add(participant, attendance);
        if participant.role != ParticipantRole::Member {
            continue;
        }
        counts.recused += usize::from(recused.contains(&participant.id));
        if is_there(attendance) {
            there.extend(participant.organisation);
        }
        if is_there(attendance) && !recused.contains(&participant.id) {
            members += 1;
            entitled.extend(participant.organisation);
        }
        if is_expected(participant, attendance) {
            expected.extend(participant.organisation);
        }
    }
    counts.organisations = there.len();
    counts.organisations_expected = expected.len();
    counts.quorum = network.quorum.map(|needed| Quorum {
        needed: usize::from(needed),
        there: if network.quorum_by_organisation {
            entitled.len()
        } else {
            members
        },
        by_organisation: network.quorum_by_organisation,
    });
    counts
}

impl Counts {
    fn add(&mut self, participant: &Participant, attendance: Attendance) {
        self.invited += usize::from(!participant.walk_in);
        self.expected += usize::from(is_expected(participant, attendance));
        self.present += usize::from(is_there(attendance));
        self.online += usize::from(attendance == Attendance::Online);
        self.left += usize::from(attendance == Attendance::Left);
        self.apologies += usize::from(attendance == Attendance::Apologies);
        self.unanswered += usize::from(is_unanswered(participant, attendance));
        self.absent +=
            usize::from(attendance == Attendance::Absent && participant.rsvp == Rsvp::Yes);
    }
}

/// Everybody by organisation, in the organisations' id order; names sort at the caller's.
pub fn delegations(meeting: &Meeting) -> Vec<Delegation> {
    let attendances = meeting.attendances();
    let mut all: BTreeMap<Option<Id>, Delegation> = BTreeMap::new();
    for participant in meeting.participant_list() {
        let attendance = standing(&attendances, participant);
        let delegation = all
            .entry(participant.organisation)
            .or_insert_with(|| Delegation {
                organisation: participant.organisation,
                ..Delegation::default()
            });
        if is_there(attendance) {
            delegation.present.push(participant.id);
        } else if attendance != Attendance::Left && is_expected(participant, attendance) {
            delegation.missing.push(participant.id);
        } else {
            delegation.others.push(participant.id);
        }
    }
    all.into_values().collect()
}

fn standing(attendances: &BTreeMap<Id, Attendance>, participant: &Participant) -> Attendance {
    attendances
        .get(&participant.id)
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::PresenceKind::{Apologies, Arrived, Left, Online};
    use crate::domain::fixture::{Builder, id};

    #[test]
    fn met_counts_present_of_those_who_said_yes_or_came() {
        let meeting = Builder::new()
            .person(1, 10, Rsvp::Yes)
            .person(2, 10, Rsvp::Yes)
            .person(3, 11, Rsvp::NoAnswer)
            .person(4, 12, Rsvp::No)
            .person(5, 12, Rsvp::NoAnswer)
            .person(6, 13, Rsvp::Yes)
            .person(7, 13, Rsvp::Yes)
            .event(1, Arrived, "09:20")
            .event(3, Online, "09:25")
            .event(6, Apologies, "08:00")
            .event(7, Arrived, "09:20")
            .event(7, Left, "10:00")
            .done();
        let network = NetworkHead {
            quorum: Some(3),
            ..NetworkHead::default()
        };
        let counts = counts(&meeting, &network);
        assert_eq!((counts.present, counts.expected, counts.online), (2, 4, 1));
        assert_eq!((counts.apologies, counts.unanswered), (2, 1));
        assert_eq!(
            (counts.organisations, counts.organisations_expected),
            (2, 3)
        );
        assert!(!counts.quorum.unwrap().met());
        let missing: Vec<Id> = delegations(&meeting)
            .into_iter()
            .flat_map(|row| row.missing)
            .collect();
        assert_eq!(missing, [id(2)]);
    }

    #[test]
    fn a_quorum_of_organisations_counts_each_once() {
        let meeting = Builder::new()
            .person(1, 10, Rsvp::Yes)
            .person(2, 10, Rsvp::Yes)
            .event(1, Arrived, "09:20")
            .event(2, Arrived, "09:21")
            .done();
        let network = NetworkHead {
            quorum: Some(2),
            quorum_by_organisation: true,
            ..NetworkHead::default()
        };
        assert_eq!(counts(&meeting, &network).quorum.unwrap().there, 1);
    }
}
