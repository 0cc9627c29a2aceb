//! Votes: what is voted on and how, who may vote at that moment, what each answered, what came of it.
//!
//! It owns the counting. A secret ballot keeps who has voted and the totals, and nothing that ties
//! a person to a choice. It must not know how a result is said in words.

use std::collections::{BTreeMap, BTreeSet};

use super::attendance::{Participant, ParticipantRole};
use super::counts::is_there;
use super::id::Id;
use super::meeting::{Meeting, MeetingChange, MeetingRecord};
use super::network::Network;
use super::op::{DocId, DocOp, Edit, Op};
use crate::{choice, record};

choice! {
    /// How a vote is taken.
    Method {
        /// Håndsoprækning: only the numbers are noted.
        Hands = "hands",
        /// Navneopråb: what each answered is noted.
        Names = "names",
        /// Hemmelig: who has voted is noted, and the totals.
        Secret = "secret",
    }
}

choice! {
    /// What somebody answers.
    Ballot {
        /// For.
        For = "for",
        /// Imod.
        Against = "against",
        /// Blank.
        Blank = "blank",
    }
}

record! {
    /// A vote under an item. An entry of the minutes tells what came of it.
    Vote, VoteField {
        /// The item.
        item Item: Id,
        /// What is voted on, in words; empty for the proposal at hand.
        about About: String,
        /// How it is taken.
        method Method: Method,
        /// Organisations vote, each with its own number of votes, instead of people.
        by_organisation ByOrganisation: bool,
        /// Votes for; of a vote by name only once it is closed.
        yes Yes: u32,
        /// Votes against.
        no No: u32,
        /// Blank votes.
        blank Blank: u32,
        /// What the chair decided when the votes were equal.
        casting Casting: Option<Ballot>,
        /// Those who could vote when it was closed: people, or organisations.
        voters Voters: Vec<Id>,
        /// How many votes they had together.
        entitled Entitled: u32,
        /// When it was opened, milliseconds since 1970 UTC.
        opened_at OpenedAt: i64,
        /// When it was closed.
        closed_at ClosedAt: Option<i64>,
    }
}

record! {
    /// That somebody has voted, and in an open ballot what. Its id follows from the vote and the
    /// voter: nobody votes twice, whoever notes it.
    Cast, CastField {
        /// The vote.
        vote Vote: Id,
        /// The person, or the organisation.
        voter Voter: Id,
        /// What they answered; always none of a secret ballot.
        ballot Ballot: Option<Ballot>,
    }
}

record! {
    /// How many votes an organisation has in a network; the record's id is the organisation's.
    Weight, WeightField {
        /// How many; 1 for those without a record.
        votes Votes: u16,
    }
}

/// Somebody who may vote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voter {
    /// The person, or the organisation.
    pub id: Id,
    /// How many votes that is.
    pub weight: u32,
    /// Those there who give the vote: the person alone, or the organisation's members.
    pub people: Vec<Id>,
}

/// Votes counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// For.
    pub yes: u32,
    /// Against.
    pub no: u32,
    /// Blank.
    pub blank: u32,
}

/// What came of a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Adopted.
    Adopted,
    /// Rejected.
    Rejected,
    /// As many for as against, and nobody decided: it falls.
    Tied,
}

impl Verdict {
    /// Its name in lists and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::Rejected => "rejected",
            Self::Tied => "tied",
        }
    }
}

impl Totals {
    /// All votes given.
    pub fn sum(self) -> u32 {
        self.yes.saturating_add(self.no).saturating_add(self.blank)
    }

    /// As many for as against.
    pub fn is_tie(self) -> bool {
        self.yes == self.no
    }

    /// The most votes decide; blank ones count for neither side. Of equal votes the chair's
    /// casting one does.
    pub fn verdict(self, casting: Option<Ballot>) -> Verdict {
        match (self.yes.cmp(&self.no), casting) {
            (std::cmp::Ordering::Greater, _) => Verdict::Adopted,
            (std::cmp::Ordering::Less, _) => Verdict::Rejected,
            (_, Some(Ballot::For)) => Verdict::Adopted,
            (_, Some(Ballot::Against)) => Verdict::Rejected,
            (_, Some(Ballot::Blank) | None) => Verdict::Tied,
        }
    }

    fn add(&mut self, ballot: Ballot, weight: u32) {
        let count = match ballot {
            Ballot::For => &mut self.yes,
            Ballot::Against => &mut self.no,
            Ballot::Blank => &mut self.blank,
        };
        *count = count.saturating_add(weight);
    }
}

impl Vote {
    /// Whether it is going on.
    pub fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }

    /// The totals of a closed vote.
    pub fn totals(&self) -> Totals {
        Totals {
            yes: self.yes,
            no: self.no,
            blank: self.blank,
        }
    }

    /// What came of it, once it is closed.
    pub fn verdict(&self) -> Option<Verdict> {
        let closed = !self.is_open();
        closed.then(|| self.totals().verdict(self.casting))
    }

    /// Whether the chair's vote decided.
    pub fn was_cast(&self) -> bool {
        self.totals().is_tie() && matches!(self.casting, Some(Ballot::For | Ballot::Against))
    }

    /// The id of what somebody casts in it.
    pub fn cast_id(&self, voter: Id) -> Id {
        Id::from_bits(self.id.bits().rotate_left(1) ^ voter.bits())
    }
}

impl Meeting {
    /// An item's votes, oldest first.
    pub fn votes_of(&self, item: Id) -> Vec<&Vote> {
        let rows = self.votes.values();
        let mut rows: Vec<&Vote> = rows
            .filter(|row| !row.removed && row.item == item)
            .collect();
        rows.sort_by_key(|row| (row.opened_at, row.id));
        rows
    }

    /// The vote going on under an item.
    pub fn open_vote(&self, item: Id) -> Option<&Vote> {
        let mut rows = self.votes_of(item).into_iter().rev();
        rows.find(|row| row.is_open())
    }

    /// A vote by id, while it stands.
    pub fn vote(&self, id: Id) -> Option<&Vote> {
        self.votes.get(&id).filter(|row| !row.removed)
    }

    /// What was cast in a vote, by voter.
    pub fn casts_of(&self, vote: Id) -> BTreeMap<Id, &Cast> {
        let rows = self.casts.values();
        rows.filter(|row| !row.removed && row.vote == vote)
            .map(|row| (row.voter, row))
            .collect()
    }

    /// The entry that tells what came of a vote.
    pub fn entry_of_vote(&self, vote: Id) -> Option<&super::minutes::Entry> {
        let mut rows = self.entries.values();
        rows.find(|row| !row.removed && row.vote == Some(vote))
    }
}

/// Members who are there and not disqualified under an item, by id.
pub fn entitled_people(meeting: &Meeting, item: Id) -> Vec<&Participant> {
    let attendances = meeting.attendances();
    let recused = meeting.recused(item);
    let may = |row: &&Participant| {
        row.role == ParticipantRole::Member
            && attendances.get(&row.id).copied().is_some_and(is_there)
            && !recused.contains(&row.id)
    };
    meeting.participant_list().filter(may).collect()
}

/// Whether somebody comes for the network: invited, a substitute, a member, or of an organisation
/// that is one. Who merely walked in is a guest.
fn belongs(meeting: &Meeting, network: &Network, row: &Participant) -> bool {
    let member = |day| {
        let mut rows = network.members_on(day);
        rows.any(|it| {
            let home = it.organisation.is_some() && it.organisation == row.organisation;
            it.person == Some(row.id) || home
        })
    };
    let sent = || {
        let mut rows = meeting.participant_list();
        let home = |it: &Participant| it.organisation == row.organisation && !it.walk_in;
        row.organisation.is_some() && rows.any(|it| it.role == ParticipantRole::Member && home(it))
    };
    let member = || meeting.head.date.is_some_and(member) || sent();
    !row.walk_in || row.substitute_for.is_some() || member()
}

/// Those who are there and have no vote because they merely walked in.
pub fn guests(meeting: &Meeting, network: &Network, item: Id) -> Vec<Id> {
    let people = entitled_people(meeting, item).into_iter();
    let guests = people.filter(|row| !belongs(meeting, network, row));
    guests.map(|row| row.id).collect()
}

/// Who may vote now: those people, each with one vote, or their organisations, each with its own.
pub fn voters(meeting: &Meeting, network: &Network, vote: &Vote) -> Vec<Voter> {
    let mut people = entitled_people(meeting, vote.item);
    people.retain(|row| belongs(meeting, network, row));
    if !vote.by_organisation {
        let voter = |row: &Participant| Voter {
            id: row.id,
            weight: 1,
            people: vec![row.id],
        };
        return people.into_iter().map(voter).collect();
    }
    let mut all: BTreeMap<Id, Voter> = BTreeMap::new();
    for row in people {
        let Some(id) = row.organisation else { continue };
        let weight = network.votes_of(id);
        let voter = all.entry(id).or_insert(Voter {
            id,
            weight,
            people: Vec::new(),
        });
        voter.people.push(row.id);
    }
    all.into_values().filter(|row| row.weight > 0).collect()
}

/// All votes of these voters together.
pub fn weight_of(voters: &[Voter]) -> u32 {
    voters.iter().map(|row| row.weight).sum()
}

/// What was cast by name by those who may vote, counted with their weights.
pub fn count(meeting: &Meeting, vote: Id, voters: &[Voter]) -> Totals {
    let casts = meeting.casts_of(vote);
    let mut totals = Totals::default();
    for voter in voters {
        let ballot = casts.get(&voter.id).and_then(|cast| cast.ballot);
        if let Some(ballot) = ballot {
            totals.add(ballot, voter.weight);
        }
    }
    totals
}

/// Those who have answered so, or have not, of a closed vote's voters.
pub fn who<'a>(
    meeting: &'a Meeting,
    vote: &'a Vote,
    ballot: Option<Ballot>,
) -> impl Iterator<Item = Id> + 'a {
    let casts = meeting.casts_of(vote.id);
    let said = move |id: &Id| casts.get(id).and_then(|cast| cast.ballot) == ballot;
    vote.voters.iter().copied().filter(said)
}

/// The vote somebody takes part in whose vote is cast, themselves or as the only one of their
/// organisation there: an open one, or one closed at that time or later under an item.
pub fn cast_since(meeting: &Meeting, person: Id, since: i64) -> Option<&Vote> {
    let home = meeting.participants.get(&person)?.organisation;
    let alone = |organisation: Id, item: Id| {
        let people = entitled_people(meeting, item);
        let mut others = people.into_iter().filter(|row| row.id != person);
        !others.any(|row| row.organisation == Some(organisation))
    };
    let casts: BTreeSet<(Id, Id)> = meeting
        .casts
        .values()
        .filter(|row| !row.removed)
        .map(|row| (row.vote, row.voter))
        .collect();
    let took_part = |vote: &&Vote| {
        let own = casts.contains(&(vote.id, person));
        let home = || home.filter(|_| vote.by_organisation);
        let as_home = || home().filter(|id| casts.contains(&(vote.id, *id)));
        own || as_home().is_some_and(|id| alone(id, vote.item))
    };
    let mut rows: Vec<&Vote> = meeting.votes.values().filter(|row| !row.removed).collect();
    rows.sort_by_key(|row| (row.opened_at, row.id));
    rows.into_iter()
        .rev()
        .filter(|row| row.closed_at.is_none_or(|at| at > since))
        .find(took_part)
}

/// Whether an op notes what somebody answered, and in which vote, where that is said.
pub fn answers(op: &DocOp) -> Option<(Id, Option<Id>)> {
    match &op.op {
        Op::Meeting(Edit::Add(MeetingRecord::Cast(row))) if row.ballot.is_some() => {
            Some((row.id, Some(row.vote)))
        }
        Op::Meeting(Edit::Set {
            id,
            change: MeetingChange::Cast(CastField::Ballot(change)),
        }) if change.to.is_some() => Some((*id, None)),
        _ => None,
    }
}

/// Whether one of the ops would tie a person to a choice in a secret ballot; `meeting` is what is
/// known of a meeting before them.
pub fn betrays<'a>(ops: &[DocOp], meeting: impl Fn(Id) -> Option<&'a Meeting>) -> bool {
    let brought = |id: Id| {
        ops.iter().find_map(|op| match &op.op {
            Op::Meeting(Edit::Add(MeetingRecord::Vote(row))) if row.id == id => Some(row.method),
            _ => None,
        })
    };
    ops.iter().any(|op| {
        let (Some((cast, vote)), DocId::Meeting(id)) = (answers(op), op.doc) else {
            return false;
        };
        let known = meeting(id);
        let vote = vote.or_else(|| known?.casts.get(&cast).map(|row| row.vote));
        let method = vote.and_then(|id| {
            let here = || known?.votes.get(&id).map(|row| row.method);
            brought(id).or_else(here)
        });
        method == Some(Method::Secret)
    })
}

impl Network {
    /// How many votes an organisation has.
    pub fn votes_of(&self, organisation: Id) -> u32 {
        let row = self.weights.get(&organisation).filter(|row| !row.removed);
        row.map_or(1, |row| u32::from(row.votes))
    }

    /// Whether some organisations have more votes than others.
    pub fn weighs(&self) -> bool {
        let mut rows = self.weights.values();
        rows.any(|row| !row.removed && row.votes != 1)
    }
}

#[cfg(test)]
mod tests;
