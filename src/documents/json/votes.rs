//! An item's votes, and who left for it.

use super::Scope;
use super::build::{Builder, moment};
use crate::domain::attendance::Participant;
use crate::domain::exchange::{
    CastObject, ItemAttendanceObject, RecusalObject, SpanObject, TimelineObject, VoteObject,
};
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::register::Register;
use crate::domain::vote::{Ballot, Method, Vote};

impl Builder<'_> {
    pub(super) fn votes(&self, item: Id) -> Vec<VoteObject> {
        let rows = self.source.meeting.votes_of(item).into_iter();
        let told = |vote: &&Vote| self.scope != Scope::Public || !vote.is_open();
        rows.filter(told).map(|vote| self.vote(vote)).collect()
    }

    fn vote(&self, vote: &Vote) -> VoteObject {
        // Who has voted in a secret ballot is no business of the public.
        let withheld = self.scope == Scope::Public && vote.method == Method::Secret;
        let label = |id: &Id| self.voter(vote, *id);
        let casts = self.source.meeting.casts_of(vote.id).into_values();
        let casts = casts.filter(|_| !withheld).map(|cast| CastObject {
            voter: label(&cast.voter),
            ballot: cast.ballot.map(said),
        });
        VoteObject {
            id: vote.id.to_string(),
            about: vote.about.clone(),
            method: vote.method,
            by_organisation: vote.by_organisation,
            yes: vote.yes,
            no: vote.no,
            blank: vote.blank,
            casting: vote.casting.map(said),
            verdict: vote.verdict().map(|it| it.name().to_owned()),
            voters: match withheld {
                true => Vec::new(),
                false => vote.voters.iter().map(label).collect(),
            },
            entitled: vote.entitled,
            casts: casts.collect(),
            opened_at: moment(vote.opened_at),
            closed_at: vote.closed_at.map(moment),
        }
    }

    pub(super) fn attendance(&self, item: Id) -> Option<ItemAttendanceObject> {
        let source = self.source;
        let counted = source
            .meeting
            .attendance_at(source.network, item, self.now)?;
        Some(ItemAttendanceObject {
            present: counted.present,
            online: counted.online,
            entitled: counted.entitled,
            recused: counted.recused,
            quorum: counted.quorum.map(|quorum| quorum.needed),
            quorum_met: counted.quorum.map(|quorum| quorum.met()),
        })
    }

    fn voter(&self, vote: &Vote, id: Id) -> String {
        let label = match vote.by_organisation {
            true => self.organisation(id),
            false => self.person(id),
        };
        label.unwrap_or_default()
    }

    pub(super) fn recusals(&self, item: Id) -> Vec<RecusalObject> {
        let rows = self.source.meeting.recusals.values();
        let rows = rows.filter(|row| !row.removed && row.item == item);
        rows.map(|row| RecusalObject {
            id: row.id.to_string(),
            person: self.person(row.person).unwrap_or_default(),
            at: moment(row.at),
        })
        .collect()
    }
}

/// When somebody was there.
pub(super) fn spans(meeting: &Meeting, person: Id) -> Vec<SpanObject> {
    let number = |item: Option<Id>| item.and_then(|id| meeting.number_of(id));
    let spans = meeting.spans(person).into_iter();
    spans
        .map(|span| SpanObject {
            from: moment(span.from),
            to: span.to.map(moment),
            online: span.online,
            from_item: number(span.from_item),
            to_item: number(span.to_item),
        })
        .collect()
}

/// Everybody's attendance at a meeting as a timeline, by name.
pub fn timeline_objects(
    meeting: &Meeting,
    label: &str,
    register: &Register,
) -> Vec<TimelineObject> {
    let person = |id: Id| register.people.get(&id);
    let attendances = meeting.attendances();
    let row = |row: &Participant| {
        let home = row.organisation.or_else(|| person(row.id)?.organisation);
        let home = home.map(|id| register.organisation_name(id).to_owned());
        let out = meeting.agenda().into_iter().enumerate();
        let out = out.filter(|(_, item)| meeting.recused(item.id).contains(&row.id));
        TimelineObject {
            meeting: label.to_owned(),
            person: person(row.id).map_or_else(String::new, |row| row.label.clone()),
            name: register.name_of(row.id).to_owned(),
            organisation: home,
            role: row.role,
            attendance: attendances.get(&row.id).copied().unwrap_or_default(),
            spans: spans(meeting, row.id),
            recused: out.map(|(index, _)| index + 1).collect(),
        }
    };
    let mut rows: Vec<TimelineObject> = meeting.participant_list().map(row).collect();
    rows.sort_by_cached_key(|row| sort_key(&row.name));
    rows
}

fn said(ballot: Ballot) -> String {
    ballot.name().to_owned()
}
