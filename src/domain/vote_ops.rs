//! A vote's course as ops: opened, cast, counted, closed with the entry that tells what came of it,
//! taken away. It owns what follows from what; whether it is wise is the commands' to ask.

use super::draft::{Ids, add_to_meeting, mark, set_in_meeting};
use super::id::Id;
use super::meeting::Meeting;
use super::minutes::{Entry, EntryField, EntryKind};
use super::network::Network;
use super::op::DocOp;
use super::record::FieldChange;
use super::vote::{
    Ballot, Cast, CastField, Method, Totals, Vote, VoteField, count, voters, weight_of,
};

/// Where a vote is held, and when.
#[derive(Clone, Copy, Debug)]
pub struct Poll<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// Its network, whose rules hold.
    pub network: &'a Network,
    /// Now, milliseconds since 1970 UTC.
    pub at: i64,
}

/// Opens a vote.
pub fn open(meeting: &Meeting, vote: Vote) -> Vec<DocOp> {
    vec![add_to_meeting(meeting.head.id, vote)]
}

/// Notes that somebody has voted; in an open ballot what. No ops where that is noted already. Of a
/// secret ballot the answer is left out, whatever was said.
pub fn cast(meeting: &Meeting, vote: &Vote, voter: Id, ballot: Option<Ballot>) -> Vec<DocOp> {
    let ballot = ballot.filter(|_| vote.method != Method::Secret);
    let id = vote.cast_id(voter);
    let set = |change| set_in_meeting(meeting.head.id, id, change);
    match meeting.casts.get(&id) {
        None => vec![add_to_meeting(
            meeting.head.id,
            Cast {
                id,
                vote: vote.id,
                voter,
                ballot,
                removed: false,
            },
        )],
        Some(row) => {
            let back = row.removed.then(|| CastField::Removed(mark(false)));
            let change = (row.ballot != ballot).then(|| CastField::ballot(row, ballot));
            back.into_iter().chain(change).map(set).collect()
        }
    }
}

/// Takes back what somebody has cast.
pub fn uncast(meeting: &Meeting, vote: &Vote, voter: Id) -> Vec<DocOp> {
    let row = meeting.casts.get(&vote.cast_id(voter));
    let row = row.filter(|row| !row.removed).into_iter();
    row.map(|row| set_in_meeting(meeting.head.id, row.id, CastField::Removed(mark(true))))
        .collect()
}

impl Poll<'_> {
    /// What the votes come to now: counted by name, or the numbers given.
    pub fn totals(&self, vote: &Vote, given: Option<Totals>) -> Totals {
        match given {
            Some(totals) => totals,
            None if vote.method == Method::Names && vote.is_open() => count(
                self.meeting,
                vote.id,
                &voters(self.meeting, self.network, vote),
            ),
            None => vote.totals(),
        }
    }

    /// What the chair's own vote by name decides when votes are equal, where the network's rule
    /// lets it.
    pub fn own_casting(&self, vote: &Vote) -> Option<Ballot> {
        let meeting = self.meeting;
        let chair = meeting.head.chair.or(self.network.head.chair)?;
        let home = || meeting.participants.get(&chair)?.organisation;
        let voter = if vote.by_organisation { home()? } else { chair };
        let casts = meeting.casts_of(vote.id);
        let ballot = casts.get(&voter)?.ballot?;
        let decides = self.network.head.casting_vote && ballot != Ballot::Blank;
        decides.then_some(ballot)
    }

    /// Closes a vote, or corrects the numbers of a closed one; the entry that tells of it is written
    /// last under the item in the name of
    /// `by` when there is none yet. Votes of those who are no longer there fall.
    pub fn close(
        &self,
        vote: &Vote,
        totals: Totals,
        casting: Option<Ballot>,
        by: &str,
        ids: Ids<'_>,
    ) -> Vec<DocOp> {
        let id = self.meeting.head.id;
        let mut ops = Vec::new();
        let mut changes = vec![
            VoteField::yes(vote, totals.yes),
            VoteField::no(vote, totals.no),
            VoteField::blank(vote, totals.blank),
            VoteField::casting(vote, casting.filter(|_| totals.is_tie())),
        ];
        if vote.is_open() {
            let voters = voters(self.meeting, self.network, vote);
            let all: Vec<Id> = voters.iter().map(|row| row.id).collect();
            for cast in self.meeting.casts_of(vote.id).into_values() {
                if !all.contains(&cast.voter) {
                    let change = CastField::Removed(mark(true));
                    ops.push(set_in_meeting(id, cast.id, change));
                }
            }
            changes.push(VoteField::entitled(vote, weight_of(&voters)));
            changes.push(VoteField::voters(vote, all));
            changes.push(VoteField::closed_at(vote, Some(self.at)));
        }
        let changed = |change: &VoteField| *change != change.inverse();
        let changes = changes.into_iter().filter(changed);
        ops.extend(changes.map(|change| set_in_meeting(id, vote.id, change)));
        if self.meeting.entry_of_vote(vote.id).is_none() {
            ops.push(add_to_meeting(id, self.entry(vote, by, ids())));
        }
        ops
    }

    /// The entry that tells of a vote, tied to the last decision that stands above it.
    fn entry(&self, vote: &Vote, by: &str, id: Id) -> Entry {
        Entry {
            id,
            item: vote.item,
            pos: self.meeting.telling_place(vote.item, id),
            kind: EntryKind::Vote,
            by: by.to_owned(),
            at: self.at,
            vote: Some(vote.id),
            decision: self.meeting.free_decision(vote.item),
            ..Entry::default()
        }
    }
}

impl Meeting {
    /// An item's last decision.
    pub fn last_decision(&self, item: Id) -> Option<Id> {
        let rows = self.entries_of(item).into_iter().rev();
        let mut rows = rows.filter(|row| row.kind == EntryKind::Decision && !row.prepared);
        rows.next().map(|row| row.id)
    }

    /// What can be dissented from in an item: its last decision, else its last vote.
    pub fn last_settled(&self, item: Id) -> Option<Id> {
        let rows = self.entries_of(item).into_iter().rev();
        let mut votes = rows.filter(|row| row.kind == EntryKind::Vote && !row.prepared);
        let vote = || votes.next().map(|row| row.id);
        self.last_decision(item).or_else(vote)
    }

    /// An item's last decision, when no vote belongs to it yet.
    pub fn free_decision(&self, item: Id) -> Option<Id> {
        let last = self.last_decision(item)?;
        let taken = |row: &&Entry| row.vote.is_some() && row.decision == Some(last);
        let rows = self.entries_of(item);
        let none = !rows.iter().any(taken);
        none.then_some(last)
    }
}

/// Takes a vote away, with what was cast in it and the entry that tells of it.
pub fn remove(meeting: &Meeting, vote: &Vote) -> Vec<DocOp> {
    let mut ops = remove_without_entry(meeting, vote);
    if let Some(entry) = meeting.entry_of_vote(vote.id) {
        let change = EntryField::Removed(mark(true));
        ops.push(set_in_meeting(meeting.head.id, entry.id, change));
    }
    ops
}

/// Takes a vote away, with what was cast in it.
pub fn remove_without_entry(meeting: &Meeting, vote: &Vote) -> Vec<DocOp> {
    let id = meeting.head.id;
    let mut ops = vec![set_in_meeting(id, vote.id, VoteField::Removed(mark(true)))];
    for cast in meeting.casts_of(vote.id).into_values() {
        ops.push(set_in_meeting(id, cast.id, CastField::Removed(mark(true))));
    }
    ops
}
