//! The meeting's own records.

use super::reader::{Reader, bad, day, moment, moments, time};
use super::{BadMeeting, usual_language};
use crate::domain::agenda::{AgendaItem, Annex, Speaker, Timing};
use crate::domain::attendance::{Participant, Presence};
use crate::domain::clean::{clean_line, clean_text, is_clean};
use crate::domain::draft::{add_to_meeting, add_to_network, jitter};
use crate::domain::due::Due;
use crate::domain::exchange::*;
use crate::domain::id::Id;
use crate::domain::meeting::{MeetingHead, MeetingRecord, Practical};
use crate::domain::minutes::{Approval, Comment, Entry, read_hash};
use crate::domain::network::ActionItem;
use crate::domain::pos::Pos;
use crate::domain::proposal::Proposal;

fn places(count: usize, meeting: Id) -> Vec<Pos> {
    Pos::row(None, count, jitter(meeting))
}

impl Reader<'_> {
    pub(super) fn add(&mut self, record: impl Into<MeetingRecord>) {
        self.ops.push(add_to_meeting(self.meeting, record));
    }

    pub(super) fn read_meeting(&mut self, object: &MeetingObject) -> Result<(), BadMeeting> {
        // Ids first: records name one another.
        let actions = self.all_ids("actions", object.actions.iter().map(|row| &row.id))?;
        let items = self.all_ids("agenda", object.agenda.iter().map(|row| &row.id))?;
        let presences = self.all_ids("presences", object.presences.iter().map(|row| &row.id))?;
        let (mut entries, mut votes) = (Vec::new(), Vec::new());
        for (index, item) in object.agenda.iter().enumerate() {
            let place = format!("agenda[{index}]");
            let of = format!("{place}.entries");
            entries.push(self.all_ids(&of, item.entries.iter().map(|row| &row.id))?);
            votes.push(self.vote_ids(&place, item)?);
        }
        let head = self.head(object)?;
        self.add(head);
        // Entries name the breaks they tell.
        self.read_breaks(&object.breaks)?;
        let order = places(object.agenda.len(), self.meeting);
        for (index, item) in object.agenda.iter().enumerate() {
            let (Some(id), Some(pos), Some(entries), Some(votes)) = (
                items.get(index),
                order.get(index),
                entries.get(index),
                votes.get(index),
            ) else {
                continue;
            };
            let place = format!("agenda[{index}]");
            self.read_item(&place, item, *id, pos.clone(), entries)?;
            self.read_votes(&place, item, *id, votes)?;
        }
        self.read_people(object, &presences)?;
        self.read_rest(object)?;
        for (index, (row, id)) in object.actions.iter().zip(actions).enumerate() {
            self.read_action(&format!("actions[{index}]"), row, id)?;
        }
        Ok(())
    }

    pub(super) fn all_ids<'s>(
        &mut self,
        place: &str,
        rows: impl Iterator<Item = &'s String>,
    ) -> Result<Vec<Id>, BadMeeting> {
        rows.enumerate()
            .map(|(index, id)| self.id(&format!("{place}[{index}].id"), id))
            .collect()
    }

    fn head(&mut self, object: &MeetingObject) -> Result<MeetingHead, BadMeeting> {
        let (when, place, history) = (&object.when, &object.place, &object.history);
        let language = Some(object.language).filter(|it| *it != usual_language(self.ground));
        Ok(MeetingHead {
            id: self.meeting,
            network: self.network,
            title: clean_line(&object.title),
            case_number: clean_line(&object.case_number),
            date: day("when.date", when.date.as_ref())?,
            tentative: when.tentative,
            start: time("when.start", when.start.as_ref())?,
            end: time("when.end", when.end.as_ref())?,
            venue: clean_line(&place.venue),
            link: clean_line(&place.link),
            host: self.organisation_if("place.host", place.host.as_ref())?,
            purpose: clean_text(&object.purpose),
            chair: self.person_if("chair", object.chair.as_ref())?,
            minute_taker: self.person_if("minute_taker", object.minute_taker.as_ref())?,
            language,
            cancelled: object.cancelled.as_ref().map(|why| clean_line(why)),
            moved_from: day("when.moved_from", when.moved_from.as_ref())?,
            invited_at: moments("history.invited_at", history.invited_at.as_ref())?,
            agenda_sent_at: moments("history.agenda_sent_at", history.agenda_sent_at.as_ref())?,
            told_at: moments("history.told_at", history.told_at.as_ref())?,
            called_at: moments("history.called_at", history.called_at.as_ref())?,
            started_at: moments("history.started_at", history.started_at.as_ref())?,
            ended_at: moments("history.ended_at", history.ended_at.as_ref())?,
            current: self.reference("history.current", history.current.as_ref())?,
            minutes: object.minutes_status,
            minutes_sent_at: moments("history.minutes_sent_at", history.minutes_sent_at.as_ref())?,
            objection_deadline: day(
                "history.objection_deadline",
                history.objection_deadline.as_ref(),
            )?,
            published_at: moments("history.published_at", history.published_at.as_ref())?,
            next_date: day("history.next_date", history.next_date.as_ref())?,
            next_meeting: self.elsewhere("history.next_meeting", history.next_meeting.as_ref())?,
            queue_closed_at: moments("history.queue_closed_at", history.queue_closed_at.as_ref())?,
            speaker_minutes: object.speaker_minutes,
            removed: false,
        })
    }

    fn read_item(
        &mut self,
        place: &str,
        row: &ItemObject,
        id: Id,
        pos: Pos,
        entries: &[Id],
    ) -> Result<(), BadMeeting> {
        let to = self.elsewhere(&format!("{place}.deferred_to"), row.deferred_to.as_ref())?;
        let from = self.elsewhere(
            &format!("{place}.deferred_from"),
            row.deferred_from.as_ref(),
        )?;
        let responsible = self.owner(&format!("{place}.responsible"), &row.responsible)?;
        self.add(AgendaItem {
            id,
            pos,
            title: clean_line(&row.title),
            kind: row.kind,
            standing: row.standing,
            purpose: clean_text(&row.purpose),
            outcome: clean_text(&row.outcome),
            background: clean_text(&row.background),
            recommendation: clean_text(&row.recommendation),
            minutes: row.minutes,
            responsible,
            closed: row.closed,
            status: row.status,
            deferred_to: to,
            deferred_from: from,
            serves: self.served(&row.serves),
            removed: false,
        });
        self.read_speakers(place, row, id)?;
        self.read_annexes(place, row, id)?;
        let order = places(row.entries.len(), self.meeting);
        for (index, ((entry, own), pos)) in row.entries.iter().zip(entries).zip(order).enumerate() {
            let entry = self.entry(&format!("{place}.entries[{index}]"), entry, *own)?;
            self.add(Entry {
                item: id,
                pos,
                ..entry
            });
        }
        self.read_timings(place, row, id)
    }

    fn read_timings(&mut self, place: &str, row: &ItemObject, item: Id) -> Result<(), BadMeeting> {
        for (index, timing) in row.timings.iter().enumerate() {
            let place = format!("{place}.timings[{index}]");
            let timing = Timing {
                id: self.id(&format!("{place}.id"), &timing.id)?,
                item,
                from: moment(&format!("{place}.from"), &timing.from)?,
                to: moments(&format!("{place}.to"), timing.to.as_ref())?,
                removed: false,
            };
            self.add(timing);
        }
        Ok(())
    }

    fn read_speakers(&mut self, place: &str, row: &ItemObject, item: Id) -> Result<(), BadMeeting> {
        let order = places(row.speakers.len(), self.meeting);
        for (index, (row, pos)) in row.speakers.iter().zip(order).enumerate() {
            let place = format!("{place}.speakers[{index}]");
            let speaker = Speaker {
                id: self.id(&format!("{place}.id"), &row.id)?,
                item,
                pos,
                person: self.person_if(&format!("{place}.person"), row.person.as_ref())?,
                name: clean_line(&row.name),
                title: clean_line(&row.title),
                organisation: clean_line(&row.organisation),
                status: row.status,
                presentation: clean_text(&row.presentation),
                equipment: clean_line(&row.equipment),
                slides: row.slides_received,
                thanked: row.thanked,
                removed: false,
            };
            self.add(speaker);
        }
        Ok(())
    }

    fn read_annexes(&mut self, place: &str, row: &ItemObject, item: Id) -> Result<(), BadMeeting> {
        let order = places(row.annexes.len(), self.meeting);
        for (index, (row, pos)) in row.annexes.iter().zip(order).enumerate() {
            let annex = Annex {
                id: self.id(&format!("{place}.annexes[{index}].id"), &row.id)?,
                item,
                pos,
                title: clean_line(&row.title),
                link: clean_line(&row.link),
                file: clean_line(&row.file),
                file_name: clean_line(&row.file_name),
                removed: false,
            };
            self.add(annex);
        }
        Ok(())
    }

    fn entry(&mut self, place: &str, row: &EntryObject, id: Id) -> Result<Entry, BadMeeting> {
        let presence = self.reference(&format!("{place}.presence"), row.presence.as_ref())?;
        let vote = self.reference(&format!("{place}.vote"), row.vote.as_ref())?;
        let recusal = self.reference(&format!("{place}.recusal"), row.recusal.as_ref())?;
        let recess = self.reference(&format!("{place}.recess"), row.recess.as_ref())?;
        let told = presence.or(vote).or(recusal).or(recess);
        let text = if row.from_event && told.is_some() {
            String::new()
        } else {
            clean_line(&row.text)
        };
        let read_at = moments(&format!("{place}.read_back_at"), row.read_back_at.as_ref())?;
        Ok(Entry {
            id,
            kind: row.kind,
            read_at,
            read_hash: read_at.map_or_else(String::new, |_| read_hash(&text)),
            text,
            style: row.style,
            indent: row.indent.min(4),
            by: clean_line(&row.by),
            at: moment(&format!("{place}.at"), &row.at)?,
            owner: self.owner(&format!("{place}.owner"), &row.owner)?,
            also: self.people(&format!("{place}.also"), &row.also)?,
            due: due(row.due.as_ref()),
            action: self.reference(&format!("{place}.action"), row.action.as_ref())?,
            presence,
            vote,
            recusal,
            recess,
            decision: self.reference(&format!("{place}.decision"), row.decision.as_ref())?,
            prepared: row.prepared,
            pinned: row.pinned,
            ..Entry::default()
        })
    }

    fn read_people(&mut self, object: &MeetingObject, presences: &[Id]) -> Result<(), BadMeeting> {
        let mut here = std::collections::BTreeSet::new();
        for (index, row) in object.participants.iter().enumerate() {
            let place = format!("participants[{index}]");
            if !here.insert(self.person(&format!("{place}.person"), &row.person)?) {
                return Err(bad(
                    &format!("{place}.person"),
                    &row.person,
                    "is there twice",
                ));
            }
            let organisation = format!("{place}.organisation_label");
            let substitute = format!("{place}.substitute_for");
            let participant = Participant {
                id: self.person(&format!("{place}.person"), &row.person)?,
                organisation: self
                    .organisation_if(&organisation, row.organisation_label.as_ref())?,
                role: row.role,
                rsvp: row.rsvp,
                rsvp_note: clean_line(&row.rsvp_note),
                substitute_for: self.person_if(&substitute, row.substitute_for.as_ref())?,
                walk_in: row.walk_in,
                code: clean_line(&row.code),
                removed: false,
            };
            self.add(participant);
        }
        for (index, (row, id)) in object.presences.iter().zip(presences).enumerate() {
            let place = format!("presences[{index}]");
            let presence = Presence {
                id: *id,
                person: self.person(&format!("{place}.person"), &row.person)?,
                kind: row.kind,
                at: moment(&format!("{place}.at"), &row.at)?,
                item: self.reference(&format!("{place}.item"), row.item.as_ref())?,
                removed: false,
            };
            self.add(presence);
        }
        Ok(())
    }

    /// Comments, approvals and practical things.
    fn read_rest(&mut self, object: &MeetingObject) -> Result<(), BadMeeting> {
        for (index, row) in object.comments.iter().enumerate() {
            let place = format!("comments[{index}]");
            let comment = Comment {
                id: self.id(&format!("{place}.id"), &row.id)?,
                entry: self.reference(&format!("{place}.entry"), row.entry.as_ref())?,
                by: clean_line(&row.by),
                at: moment(&format!("{place}.at"), &row.at)?,
                text: clean_text(&row.text),
                answer: clean_text(&row.answer),
                status: row.status,
                kind: row.kind,
                item: self.reference(&format!("{place}.item"), row.item.as_ref())?,
                after: self.reference(&format!("{place}.after"), row.after.as_ref())?,
                was: clean_line(&row.was),
                proposed: clean_line(&row.proposed),
                person: self.reference(&format!("{place}.person"), row.person.as_ref())?,
                source: clean_line(&row.source),
                removed: false,
            };
            self.add(comment);
        }
        for (index, row) in object.proposals.iter().enumerate() {
            let place = format!("proposals[{index}]");
            let proposal = Proposal {
                id: self.id(&format!("{place}.id"), &row.id)?,
                by: clean_line(&row.by),
                at: moment(&format!("{place}.at"), &row.at)?,
                title: clean_line(&row.title),
                purpose: clean_text(&row.purpose),
                minutes: row.minutes,
                status: row.status,
                answer: clean_text(&row.answer),
                item: self.reference(&format!("{place}.item"), row.item.as_ref())?,
                removed: false,
            };
            self.add(proposal);
        }
        for (index, row) in object.approvals.iter().enumerate() {
            let approval = self.approval(&format!("approvals[{index}]"), row)?;
            self.add(approval);
        }
        let order = places(object.practicals.len(), self.meeting);
        for (index, (row, pos)) in object.practicals.iter().zip(order).enumerate() {
            let practical = Practical {
                id: self.id(&format!("practicals[{index}].id"), &row.id)?,
                pos,
                what: clean_line(&row.what),
                who: clean_line(&row.who),
                days: row.days,
                done: row.done,
                removed: false,
            };
            self.add(practical);
        }
        self.read_turns(&object.speaker_list)?;
        self.read_programme(&object.programme)
    }

    fn approval(&mut self, place: &str, row: &ApprovalObject) -> Result<Approval, BadMeeting> {
        let hash = blake3::hash(row.outline.as_bytes()).to_hex();
        if hash.as_str() != row.hash || !is_clean(&row.outline) {
            let place = format!("{place}.outline");
            return Err(bad(
                &place,
                "",
                "is not the text that was approved: the hash differs",
            ));
        }
        Ok(Approval {
            id: self.id(&format!("{place}.id"), &row.id)?,
            version: row.version,
            at: moment(&format!("{place}.at"), &row.at)?,
            by: clean_line(&row.by),
            hash: row.hash.clone(),
            outline: row.outline.clone(),
            removed: false,
        })
    }

    fn read_action(
        &mut self,
        place: &str,
        row: &MeetingActionObject,
        id: Id,
    ) -> Result<(), BadMeeting> {
        let owner = OwnerObject {
            name: row.owner.clone().unwrap_or_default(),
            person: row.owner_person.clone(),
            organisation: row.owner_organisation.clone(),
        };
        let entry = self.reference(&format!("{place}.entry"), row.entry.as_ref())?;
        let owner = self.owner(place, &owner)?;
        // Until approval the entry's text counts, and the record has none of its own.
        let own = row.frozen || entry.is_none();
        let mut action = ActionItem {
            id,
            meeting: Some(self.meeting),
            entry,
            status: row.status,
            closed_on: day(&format!("{place}.closed_on"), row.closed_on.as_ref())?,
            frozen: row.frozen,
            ..ActionItem::default()
        };
        if own {
            action.text = clean_line(&row.text);
            action.owner = owner;
            action.due = due(row.due.as_ref());
        }
        self.ops.push(add_to_network(self.network, action));
        Ok(())
    }
}

fn due(text: Option<&String>) -> Option<Due> {
    let text = clean_line(text?);
    (!text.trim().is_empty()).then(|| Due::from(text))
}
