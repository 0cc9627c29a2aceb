//! An item's votes, and who left for it.

use super::BadMeeting;
use super::reader::{Reader, bad, moment, moments};
use crate::domain::clean::clean_line;
use crate::domain::exchange::{CastObject, ItemObject, VoteObject};
use crate::domain::id::Id;
use crate::domain::recusal::Recusal;
use crate::domain::vote::{Ballot, Cast, Method, Vote};

impl Reader<'_> {
    /// The ids of votes and of those who left, before the entries that tell of them.
    pub(super) fn vote_ids(&mut self, place: &str, row: &ItemObject) -> Result<Ids, BadMeeting> {
        Ok(Ids {
            votes: self.all_ids(
                &format!("{place}.votes"),
                row.votes.iter().map(|row| &row.id),
            )?,
            recusals: self.all_ids(
                &format!("{place}.recusals"),
                row.recusals.iter().map(|row| &row.id),
            )?,
        })
    }

    pub(super) fn read_votes(
        &mut self,
        place: &str,
        row: &ItemObject,
        item: Id,
        ids: &Ids,
    ) -> Result<(), BadMeeting> {
        for (index, (row, id)) in row.votes.iter().zip(&ids.votes).enumerate() {
            let place = format!("{place}.votes[{index}]");
            let vote = self.vote(&place, row, item, *id)?;
            for (index, cast) in row.casts.iter().enumerate() {
                self.cast(&format!("{place}.casts[{index}]"), cast, &vote)?;
            }
            self.add(vote);
        }
        for (index, (row, id)) in row.recusals.iter().zip(&ids.recusals).enumerate() {
            let place = format!("{place}.recusals[{index}]");
            let row = Recusal {
                id: *id,
                person: self.person(&format!("{place}.person"), &row.person)?,
                item,
                at: moment(&format!("{place}.at"), &row.at)?,
                removed: false,
            };
            self.add(row);
        }
        Ok(())
    }

    fn vote(
        &mut self,
        place: &str,
        row: &VoteObject,
        item: Id,
        id: Id,
    ) -> Result<Vote, BadMeeting> {
        let mut voters = Vec::new();
        for (index, label) in row.voters.iter().enumerate() {
            voters.push(self.voter(
                &format!("{place}.voters[{index}]"),
                row.by_organisation,
                label,
            )?);
        }
        Ok(Vote {
            id,
            item,
            about: clean_line(&row.about),
            method: row.method,
            by_organisation: row.by_organisation,
            yes: row.yes,
            no: row.no,
            blank: row.blank,
            casting: ballot(&format!("{place}.casting"), row.casting.as_ref())?,
            voters,
            entitled: row.entitled,
            opened_at: moment(&format!("{place}.opened_at"), &row.opened_at)?,
            closed_at: moments(&format!("{place}.closed_at"), row.closed_at.as_ref())?,
            removed: false,
        })
    }

    /// What a secret ballot's file says of somebody's answer is left out.
    fn cast(&mut self, place: &str, row: &CastObject, vote: &Vote) -> Result<(), BadMeeting> {
        let voter = self.voter(&format!("{place}.voter"), vote.by_organisation, &row.voter)?;
        let said = ballot(&format!("{place}.ballot"), row.ballot.as_ref())?;
        self.add(Cast {
            id: vote.cast_id(voter),
            vote: vote.id,
            voter,
            ballot: said.filter(|_| vote.method != Method::Secret),
            removed: false,
        });
        Ok(())
    }

    fn voter(&self, place: &str, organisation: bool, label: &str) -> Result<Id, BadMeeting> {
        match organisation {
            true => self.organisation(place, label),
            false => self.person(place, label),
        }
    }
}

/// Ids that an item's records have here.
pub(super) struct Ids {
    votes: Vec<Id>,
    recusals: Vec<Id>,
}

fn ballot(place: &str, text: Option<&String>) -> Result<Option<Ballot>, BadMeeting> {
    let read = |text: &String| {
        text.parse()
            .map_err(|_| bad(place, text, "is no vote; write for, against or blank"))
    };
    text.map(read).transpose()
}
