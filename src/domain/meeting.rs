//! A meeting and all that belongs to it.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};

use super::agenda::{AgendaItem, Annex, Speaker, Timing};
use super::attendance::{Attendance, Participant, Presence, PresenceKind, Rsvp};
use super::code::code;
use super::id::Id;
use super::letter::{Delivery, Letter};
use super::minutes::{Approval, Comment, Entry};
use super::network::Network;
use super::pos::Pos;
use super::programme::Slot;
use super::proposal::Proposal;
use super::queue::Turn;
use super::recess::Recess;
use super::record::RecordKey;
use super::recusal::Recusal;
use super::reply::Reply;
use super::secretariat::{Language, Secretariat};
use super::vote::{Cast, Vote};
use crate::{choice, document, record};

choice! {
    /// Where the minutes stand.
    MinutesStatus {
        /// Being written.
        Draft = "draft",
        /// Til bemærkninger: sent to the participants.
        ForComments = "for-comments",
        /// Approved and locked.
        Approved = "approved",
        /// A correction after approval, not yet approved itself.
        Correction = "correction",
    }
}

record! {
    /// A meeting's own facts.
    MeetingHead, MeetingHeadField {
        /// The network.
        network Network: Id,
        /// The title, beside the network's name.
        title Title: String,
        /// Sagsnr.
        case_number CaseNumber: String,
        /// The day, local.
        date Date: Option<NaiveDate>,
        /// Ikke endeligt bekræftet.
        tentative Tentative: bool,
        /// Start, local time (Europe/Copenhagen).
        start Start: Option<NaiveTime>,
        /// End, local time.
        end End: Option<NaiveTime>,
        /// The place.
        venue Venue: String,
        /// The link for those online.
        link Link: String,
        /// The organisation that hosts.
        host Host: Option<Id>,
        /// Why we meet.
        purpose Purpose: String,
        /// Mødeleder.
        chair Chair: Option<Id>,
        /// Referent.
        minute_taker MinuteTaker: Option<Id>,
        /// The language of its documents, when it is not the network's.
        language Language: Option<Language>,
        /// Why it was cancelled; `None` while it stands.
        cancelled Cancelled: Option<String>,
        /// When those invited were told of the cancellation, milliseconds since 1970 UTC.
        told_at ToldAt: Option<i64>,
        /// The date it was moved from last.
        moved_from MovedFrom: Option<NaiveDate>,
        /// When invitations went out, milliseconds since 1970 UTC.
        invited_at InvitedAt: Option<i64>,
        /// When members were asked for items.
        called_at CalledAt: Option<i64>,
        /// When the agenda went out.
        agenda_sent_at AgendaSentAt: Option<i64>,
        /// When the meeting was opened.
        started_at StartedAt: Option<i64>,
        /// When it was closed (mødet hævet).
        ended_at EndedAt: Option<i64>,
        /// The item being dealt with.
        current Current: Option<Id>,
        /// Where the minutes stand.
        minutes Minutes: MinutesStatus,
        /// When the minutes went out for comments.
        minutes_sent_at MinutesSentAt: Option<i64>,
        /// Indsigelsesfrist.
        objection_deadline ObjectionDeadline: Option<NaiveDate>,
        /// When the approved minutes were sent or published.
        published_at PublishedAt: Option<i64>,
        /// The date agreed for the next meeting.
        next_date NextDate: Option<NaiveDate>,
        /// The meeting made from that date.
        next_meeting NextMeeting: Option<Id>,
        /// When the speaker list of the current item was closed; `None` while it is open.
        queue_closed_at QueueClosedAt: Option<i64>,
        /// Minutes a speaker has; `None` without a limit.
        speaker_minutes SpeakerMinutes: Option<u16>,
    }
}

record! {
    /// A practical thing to see to: room, catering, link, projector.
    Practical, PracticalField {
        /// Its place in the list.
        pos Pos: Pos,
        /// What.
        what What: String,
        /// Who, in words.
        who Who: String,
        /// Days from the meeting: negative before, positive after.
        days Days: i16,
        /// Done.
        done Done: bool,
    }
}

document! {
    /// A meeting.
    Meeting, MeetingRecord, MeetingChange, MeetingTable {
        head: MeetingHead,
        /// Agenda items.
        items Item: AgendaItem,
        /// Stretches of time items were current.
        timings Timing: Timing,
        /// Speakers.
        speakers Speaker: Speaker,
        /// Annexes.
        annexes Annex: Annex,
        /// Participants, by person.
        participants Participant: Participant,
        /// Attendance events.
        presences Presence: Presence,
        /// Entries of the minutes.
        entries Entry: Entry,
        /// Comments on the minutes.
        comments Comment: Comment,
        /// Approved versions of the minutes.
        approvals Approval: Approval,
        /// Practical things.
        practicals Practical: Practical,
        /// Proposed agenda items.
        proposals Proposal: Proposal,
        /// Parts of the detailed programme.
        slots Slot: Slot,
        /// The speaker list.
        turns Turn: Turn,
        /// Breaks beside the agenda.
        recesses Recess: Recess,
        /// Votes.
        votes Vote: Vote,
        /// Who has voted, and in an open ballot what.
        casts Cast: Cast,
        /// Who left for an item because of a conflict of interest.
        recusals Recusal: Recusal,
        /// Letters about the meeting.
        letters Letter: Letter,
        /// Their mails.
        deliveries Delivery: Delivery,
        /// Mails that came in about it.
        replies Reply: Reply,
    }
}

/// Live rows of a table that pass, in order of their place.
fn ordered<'a, R: 'a>(
    rows: impl Iterator<Item = &'a R>,
    place: impl Fn(&R) -> (&Pos, Id),
) -> Vec<&'a R> {
    let mut rows: Vec<&R> = rows.collect();
    rows.sort_by(|left, right| place(left).cmp(&place(right)));
    rows
}

impl Meeting {
    /// The language of the meeting's documents: its own, else the network's.
    pub fn language(&self, network: &Network, secretariat: &Secretariat) -> Language {
        let usual = || network.language(secretariat);
        self.head.language.unwrap_or_else(usual)
    }

    /// Whether its day is still to come and nobody is at the door: people answer then, and do not arrive.
    pub fn lies_ahead(&self, today: NaiveDate) -> bool {
        self.head.started_at.is_none()
            && self.presences.is_empty()
            && self.head.date.is_none_or(|date| date > today)
    }

    /// The comments in the order they came.
    pub fn live_comments(&self) -> Vec<&Comment> {
        self.comments_where(|_| true)
    }

    /// Some of the comments, in the order they came.
    pub fn comments_where(&self, fits: impl Fn(&Comment) -> bool) -> Vec<&Comment> {
        let wanted = |comment: &&Comment| !comment.removed && fits(comment);
        let mut comments: Vec<&Comment> = self.comments.values().filter(wanted).collect();
        comments.sort_by_key(|comment| (comment.at, comment.id));
        comments
    }

    /// Agenda items in order; the agenda's numbers count from 1 in this order.
    pub fn agenda(&self) -> Vec<&AgendaItem> {
        ordered(self.items.values().filter(|item| !item.removed), |item| {
            (&item.pos, item.id)
        })
    }

    /// The number of an item on the agenda, from 1.
    pub fn number_of(&self, item: Id) -> Option<usize> {
        self.agenda()
            .iter()
            .position(|row| row.id == item)
            .map(|index| index + 1)
    }

    /// An item's entries in order, private ones too.
    pub fn entries_of(&self, item: Id) -> Vec<&Entry> {
        ordered(
            self.entries
                .values()
                .filter(|entry| !entry.removed && entry.item == item),
            |entry| (&entry.pos, entry.id),
        )
    }

    /// The item that an entry, a speaker or an annex belongs to.
    pub fn item_of(&self, record: RecordKey) -> Option<Id> {
        let id = &record.id;
        match record.table {
            table if table == MeetingTable::Entry as u8 => self.entries.get(id).map(|it| it.item),
            table if table == MeetingTable::Speaker as u8 => {
                self.speakers.get(id).map(|it| it.item)
            }
            table if table == MeetingTable::Annex as u8 => self.annexes.get(id).map(|it| it.item),
            _ => None,
        }
    }

    /// An item's speakers in order.
    pub fn speakers_of(&self, item: Id) -> Vec<&Speaker> {
        ordered(
            self.speakers
                .values()
                .filter(|row| !row.removed && row.item == item),
            |row| (&row.pos, row.id),
        )
    }

    /// An item's annexes in order; their letters count from "a" in this order.
    pub fn annexes_of(&self, item: Id) -> Vec<&Annex> {
        ordered(
            self.annexes
                .values()
                .filter(|row| !row.removed && row.item == item),
            |row| (&row.pos, row.id),
        )
    }

    /// Practical things in order.
    pub fn practical_list(&self) -> Vec<&Practical> {
        ordered(self.practicals.values().filter(|row| !row.removed), |row| {
            (&row.pos, row.id)
        })
    }

    /// Participants who count, by person.
    pub fn participant_list(&self) -> impl Iterator<Item = &Participant> {
        self.participants
            .values()
            .filter(|participant| !participant.removed)
    }

    /// A participant's code for scanners: the one given with the invitation, else the one it would be.
    pub fn code_of(&self, participant: &Participant) -> String {
        match participant.code.as_str() {
            "" => code(self.head.id, participant.id),
            code => code.to_owned(),
        }
    }

    /// A person's attendance events, oldest first.
    pub fn presences_of(&self, person: Id) -> Vec<&Presence> {
        let mut events: Vec<&Presence> = self
            .presences
            .values()
            .filter(|event| !event.removed && event.person == person)
            .collect();
        events.sort_by_key(|event| (event.at, event.id));
        events
    }

    /// How a person stands: the last event counts, else the answer.
    pub fn attendance_of(&self, person: Id) -> Attendance {
        attendance(
            self.presences_of(person).last().copied(),
            self.participants.get(&person),
            self.head.ended_at.is_some(),
        )
    }

    /// How everybody stands, in one pass.
    pub fn attendances(&self) -> BTreeMap<Id, Attendance> {
        let mut last: BTreeMap<Id, &Presence> = BTreeMap::new();
        for event in self.presences.values().filter(|event| !event.removed) {
            let kept = last.entry(event.person).or_insert(event);
            if (kept.at, kept.id) < (event.at, event.id) {
                *kept = event;
            }
        }
        let ended = self.head.ended_at.is_some();
        self.participant_list()
            .map(|person| {
                (
                    person.id,
                    attendance(last.get(&person.id).copied(), Some(person), ended),
                )
            })
            .collect()
    }

    /// Whether what an entry tells of still stands.
    pub fn stands(&self, entry: &Entry) -> bool {
        let presence = entry.presence.and_then(|id| self.presences.get(&id));
        let recusal = entry.recusal.and_then(|id| self.recusals.get(&id));
        let vote = entry.vote.and_then(|id| self.vote(id));
        presence.is_some_and(|row| !row.removed)
            || recusal.is_some_and(|row| !row.removed)
            || vote.is_some()
    }

    /// When a person first came, milliseconds since 1970 UTC.
    pub fn checked_in_at(&self, person: Id) -> Option<i64> {
        self.presences_of(person)
            .iter()
            .find(|event| matches!(event.kind, PresenceKind::Arrived | PresenceKind::Online))
            .map(|event| event.at)
    }

    /// Milliseconds an item has been current so far, at a moment.
    pub fn used_ms(&self, item: Id, now: i64) -> i64 {
        self.timings
            .values()
            .filter(|timing| !timing.removed && timing.item == item)
            .map(|timing| (timing.to.unwrap_or(now) - timing.from).max(0))
            .sum()
    }

    /// The newest approved version of the minutes.
    pub fn approval(&self) -> Option<&Approval> {
        self.approvals
            .values()
            .filter(|approval| !approval.removed)
            .max_by_key(|approval| approval.version)
    }
}

fn attendance(
    last: Option<&Presence>,
    participant: Option<&Participant>,
    ended: bool,
) -> Attendance {
    match last.map(|event| event.kind) {
        Some(PresenceKind::Arrived | PresenceKind::Returned) => Attendance::Present,
        Some(PresenceKind::Online) => Attendance::Online,
        Some(PresenceKind::Apologies) => Attendance::Apologies,
        Some(PresenceKind::Left) => Attendance::Left,
        Some(PresenceKind::Absent) => Attendance::Absent,
        None if participant.is_some_and(|participant| participant.rsvp == Rsvp::No) => {
            Attendance::Apologies
        }
        None if ended => Attendance::Absent,
        None => Attendance::Expected,
    }
}
