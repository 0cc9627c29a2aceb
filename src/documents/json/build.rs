//! A meeting's object, from its records.

use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat};

use super::Scope;
use super::plan::{slot_object, stay_objects};
use super::turns::{break_objects, turn_objects};
use crate::documents::source::{Source, annex_number, starts};
use crate::domain::agenda::AgendaItem;
use crate::domain::exchange::*;
use crate::domain::id::Id;
use crate::domain::minutes::{Entry, EntryKind, ReadBack};
use crate::domain::network::Owner;
use crate::domain::programme::in_order;
use crate::domain::schedule::{Schedule, schedule};
use crate::domain::walk::walk;
use crate::domain::zone::Moment;

pub(super) fn day(day: NaiveDate) -> String {
    day.to_string()
}

pub(super) fn time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

pub(super) fn moment(at: i64) -> String {
    DateTime::from_timestamp_millis(at)
        .unwrap_or_default()
        .to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// A meeting as `show --json` and `export --format json` print it.
pub fn meeting(source: &Source, now: Moment, scope: Scope) -> MeetingObject {
    let builder = Builder {
        source,
        scope,
        schedule: schedule(source.meeting, now.at),
        now: now.at,
    };
    let meeting = source.meeting;
    let mut object = builder.head(now);
    object.agenda = builder.agenda();
    object.participants = builder.participants();
    object.presences = builder.presences();
    object.actions = builder.actions();
    object.counts = builder.counts();
    if scope != Scope::Public {
        object.comments = meeting
            .comments
            .values()
            .filter(|row| !row.removed)
            .map(comment)
            .collect();
        let proposals = meeting.proposal_list().into_iter();
        object.proposals = proposals.map(proposal).collect();
        object.approvals = meeting
            .approvals
            .values()
            .filter(|row| !row.removed)
            .map(approval)
            .collect();
        object.practicals = meeting
            .practical_list()
            .into_iter()
            .map(practical)
            .collect();
    }
    if scope != Scope::Public {
        object.speaker_minutes = meeting.head.speaker_minutes;
        object.speaker_list = turn_objects(meeting, source.register, now.at);
    }
    object.breaks = break_objects(meeting);
    let slots = in_order(meeting.slots.values()).into_iter();
    object.programme = slots.map(slot_object).collect();
    if scope == Scope::All {
        object.stays = stay_objects(source);
    }
    builder.register(&mut object);
    object
}

pub(super) struct Builder<'a> {
    pub(super) source: &'a Source<'a>,
    pub(super) scope: Scope,
    schedule: Schedule,
    pub(super) now: i64,
}

impl Builder<'_> {
    pub(super) fn person(&self, id: Id) -> Option<String> {
        let person = self.source.register.people.get(&id)?;
        Some(person.label.clone())
    }

    pub(super) fn organisation(&self, id: Id) -> Option<String> {
        let organisation = self.source.register.organisations.get(&id)?;
        Some(organisation.label.clone())
    }

    fn head(&self, now: Moment) -> MeetingObject {
        let (source, head) = (self.source, &self.source.meeting.head);
        let previous = source.previous.map(|(_, meeting)| meeting);
        let network = source.secretariat.label(head.network);
        let host = head
            .host
            .and_then(|id| source.register.organisations.get(&id));
        MeetingObject {
            id: source.id.to_string(),
            label: source.label_of(source.id).unwrap_or_default(),
            network: network.to_owned(),
            network_name: source.network.head.name.clone(),
            title: head.title.clone(),
            case_number: head.case_number.clone(),
            language: source.language(),
            stage: walk(source.meeting, source.network, previous, now).current,
            when: WhenObject {
                date: head.date.map(day),
                start: head.start.map(time),
                end: head.end.map(time),
                tentative: head.tentative,
                moved_from: head.moved_from.map(day),
            },
            place: PlaceObject {
                venue: head.venue.clone(),
                host: host.map(|row| row.label.clone()),
                host_name: host.map(|row| row.name.clone()),
                link: head.link.clone(),
            },
            purpose: head.purpose.clone(),
            chair: head.chair.and_then(|id| self.person(id)),
            minute_taker: head.minute_taker.and_then(|id| self.person(id)),
            cancelled: head.cancelled.clone(),
            minutes_status: head.minutes,
            history: self.history(),
            ..MeetingObject::default()
        }
    }

    fn history(&self) -> HistoryObject {
        let head = &self.source.meeting.head;
        let current = head.current.filter(|id| self.tells(*id));
        HistoryObject {
            invited_at: head.invited_at.map(moment),
            agenda_sent_at: head.agenda_sent_at.map(moment),
            told_at: head.told_at.map(moment),
            called_at: head.called_at.map(moment),
            started_at: head.started_at.map(moment),
            ended_at: head.ended_at.map(moment),
            current: current.map(|id| id.to_string()),
            minutes_sent_at: head.minutes_sent_at.map(moment),
            objection_deadline: head.objection_deadline.map(day),
            published_at: head.published_at.map(moment),
            next_date: head.next_date.map(day),
            next_meeting: head.next_meeting.map(|id| id.to_string()),
            queue_closed_at: head.queue_closed_at.map(moment),
        }
    }

    /// Whether an item is told at all.
    pub(super) fn tells(&self, item: Id) -> bool {
        self.source
            .meeting
            .items
            .get(&item)
            .is_some_and(|item| !item.removed && (self.scope != Scope::Public || !item.closed))
    }

    fn agenda(&self) -> Vec<ItemObject> {
        let agenda = self.source.meeting.agenda().into_iter().enumerate();
        agenda
            .filter(|(_, item)| self.tells(item.id))
            .map(|(index, item)| self.item(item, index + 1))
            .collect()
    }

    fn item(&self, item: &AgendaItem, number: usize) -> ItemObject {
        let slot = self.schedule.slot(item.id);
        let planned = || starts(self.source.meeting).0.get(&item.id).copied();
        let starts_at = slot.and_then(|slot| slot.starts_at).or_else(planned);
        ItemObject {
            id: item.id.to_string(),
            number,
            title: item.title.clone(),
            kind: item.kind,
            standing: item.standing,
            purpose: item.purpose.clone(),
            serves: self.source.network.served(&item.serves),
            outcome: item.outcome.clone(),
            background: item.background.clone(),
            recommendation: item.recommendation.clone(),
            minutes: item.minutes,
            responsible: self.owner(&item.responsible),
            starts_at: starts_at.map(time),
            status: item.status,
            closed: item.closed,
            deferred_to: item.deferred_to.map(|id| id.to_string()),
            deferred_from: item.deferred_from.map(|id| id.to_string()),
            speakers: self.speakers(item.id),
            annexes: self.annexes(item.id, number),
            entries: self.entries(item.id),
            attendance: self.attendance(item.id),
            votes: self.votes(item.id),
            recusals: self.recusals(item.id),
            timings: self.timings(item.id),
        }
    }

    pub(super) fn owner(&self, owner: &Owner) -> OwnerObject {
        let locale = self.source.locale();
        OwnerObject {
            name: locale.owner(owner, self.source.register).into_owned(),
            person: match owner {
                Owner::Person(id) => self.person(*id),
                _ => None,
            },
            organisation: match owner {
                Owner::Organisation(id) => self.organisation(*id),
                _ => None,
            },
        }
    }

    fn speakers(&self, item: Id) -> Vec<SpeakerObject> {
        let rows = self.source.meeting.speakers_of(item).into_iter();
        rows.map(|row| SpeakerObject {
            id: row.id.to_string(),
            name: row.name.clone(),
            title: row.title.clone(),
            organisation: row.organisation.clone(),
            status: row.status,
            person: row.person.and_then(|id| self.person(id)),
            presentation: row.presentation.clone(),
            equipment: row.equipment.clone(),
            slides_received: row.slides,
            thanked: row.thanked,
        })
        .collect()
    }

    fn annexes(&self, item: Id, number: usize) -> Vec<AnnexObject> {
        let rows = self.source.meeting.annexes_of(item).into_iter().enumerate();
        rows.map(|(place, row)| AnnexObject {
            id: row.id.to_string(),
            number: annex_number(number, place),
            title: row.title.clone(),
            link: row.link.clone(),
            file: row.file.clone(),
            file_name: row.file_name.clone(),
        })
        .collect()
    }

    fn entries(&self, item: Id) -> Vec<EntryObject> {
        let rows = self.source.meeting.entries_of(item).into_iter();
        rows.filter(|entry| match self.scope {
            Scope::All => true,
            Scope::Export => entry.kind != EntryKind::Private,
            Scope::Public => entry.kind != EntryKind::Private && !entry.prepared,
        })
        .map(|entry| self.entry(entry))
        .collect()
    }

    fn entry(&self, entry: &Entry) -> EntryObject {
        let source = self.source;
        let text = source
            .locale()
            .entry(entry, source.meeting, source.register);
        EntryObject {
            id: entry.id.to_string(),
            kind: entry.kind,
            from_event: entry.text.is_empty() && !text.is_empty(),
            text: text.into_owned(),
            at: moment(entry.at),
            by: entry.by.clone(),
            style: entry.style,
            indent: entry.indent,
            owner: self.owner(&entry.owner),
            also: entry
                .also
                .iter()
                .filter_map(|id| self.person(*id))
                .collect(),
            due: entry.due.as_ref().map(ToString::to_string),
            action: entry.action.map(|id| id.to_string()),
            presence: entry.presence.map(|id| id.to_string()),
            vote: entry.vote.map(|id| id.to_string()),
            recusal: entry.recusal.map(|id| id.to_string()),
            recess: entry.recess.map(|id| id.to_string()),
            decision: entry.decision.map(|id| id.to_string()),
            prepared: entry.prepared,
            pinned: entry.pinned,
            read_back_at: entry
                .read_at
                .filter(|_| entry.read_back() == ReadBack::Stands)
                .map(moment),
        }
    }

    fn timings(&self, item: Id) -> Vec<TimingObject> {
        let timings = self.source.meeting.timings.values();
        timings
            .filter(|row| !row.removed && row.item == item)
            .map(|row| TimingObject {
                id: row.id.to_string(),
                from: moment(row.from),
                to: row.to.map(moment),
            })
            .collect()
    }
}

fn proposal(row: &crate::domain::proposal::Proposal) -> ProposalObject {
    ProposalObject {
        id: row.id.to_string(),
        by: row.by.clone(),
        at: moment(row.at),
        title: row.title.clone(),
        purpose: row.purpose.clone(),
        minutes: row.minutes,
        status: row.status,
        answer: row.answer.clone(),
        item: row.item.map(|id| id.to_string()),
    }
}

fn comment(row: &crate::domain::minutes::Comment) -> CommentObject {
    CommentObject {
        id: row.id.to_string(),
        entry: row.entry.map(|id| id.to_string()),
        by: row.by.clone(),
        at: moment(row.at),
        text: row.text.clone(),
        answer: row.answer.clone(),
        status: row.status,
        kind: row.kind,
        item: row.item.map(|id| id.to_string()),
        after: row.after.map(|id| id.to_string()),
        was: row.was.clone(),
        proposed: row.proposed.clone(),
        person: row.person.map(|id| id.to_string()),
        source: row.source.clone(),
    }
}

fn approval(row: &crate::domain::minutes::Approval) -> ApprovalObject {
    ApprovalObject {
        id: row.id.to_string(),
        version: row.version,
        at: moment(row.at),
        by: row.by.clone(),
        hash: row.hash.clone(),
        outline: row.outline.clone(),
    }
}

fn practical(row: &crate::domain::meeting::Practical) -> PracticalObject {
    PracticalObject {
        id: row.id.to_string(),
        what: row.what.clone(),
        who: row.who.clone(),
        days: row.days,
        done: row.done,
    }
}
