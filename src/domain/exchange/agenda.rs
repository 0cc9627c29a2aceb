//! A meeting, its agenda and its minutes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;

objects! {
    /// A meeting and all that belongs to it.
    MeetingObject {
        /// 32 hexadecimal digits.
        id: String,
        /// "nims-2026-1".
        label: String,
        /// The network's label.
        network: String,
        /// The network's name.
        network_name: String,
        /// The title.
        title: String,
        /// Sagsnr.
        case_number: String,
        /// The language of its documents.
        #[schemars(schema_with = "language")]
        language: Language,
        /// Where the meeting is on its way from plan to follow-up.
        #[schemars(schema_with = "stage")]
        stage: Stage,
        /// When.
        when: WhenObject,
        /// Where.
        place: PlaceObject,
        /// Why.
        purpose: String,
        /// The person's label.
        chair: Option<String>,
        /// The person's label.
        minute_taker: Option<String>,
        /// Why it was cancelled.
        cancelled: Option<String>,
        /// Where the minutes stand.
        #[schemars(schema_with = "minutes_status")]
        minutes_status: MinutesStatus,
        /// What happened when.
        history: HistoryObject,
        /// Agenda items in order.
        agenda: Vec<ItemObject>,
        /// Participants.
        participants: Vec<ParticipantObject>,
        /// Who came and went.
        presences: Vec<PresenceObject>,
        /// Action items that arose in the meeting.
        actions: Vec<MeetingActionObject>,
        /// How many.
        counts: CountsObject,
        /// Comments on the minutes.
        comments: Vec<CommentObject>,
        /// What members want on the agenda; no part of it until taken in.
        proposals: Vec<ProposalObject>,
        /// Approved versions of the minutes.
        approvals: Vec<ApprovalObject>,
        /// Practical things.
        practicals: Vec<PracticalObject>,
        /// The detailed programme in order.
        programme: Vec<SlotObject>,
        /// Breaks beside the agenda.
        breaks: Vec<BreakObject>,
        /// Minutes a speaker has.
        speaker_minutes: Option<u16>,
        /// Who had the floor, in order, and then who waits for it.
        speaker_list: Vec<TurnObject>,
        /// Journeys to the meeting, until they are erased; only printed by `show`.
        stays: Vec<StayObject>,
        /// Everybody the meeting names.
        people: Vec<PersonObject>,
        /// Every organisation the meeting names.
        organisations: Vec<OrganisationObject>,
    }

    /// When a meeting is.
    WhenObject {
        /// The day.
        date: Option<String>,
        /// Start, local time.
        start: Option<String>,
        /// End, local time.
        end: Option<String>,
        /// Not finally confirmed.
        tentative: bool,
        /// The day it was moved from.
        moved_from: Option<String>,
    }

    /// Where a meeting is.
    PlaceObject {
        /// The place.
        venue: String,
        /// The host's label.
        host: Option<String>,
        /// The host's name.
        host_name: Option<String>,
        /// The link for those online.
        link: String,
    }

    /// Moments of a meeting.
    HistoryObject {
        /// Invitations went out.
        invited_at: Option<String>,
        /// The agenda went out.
        agenda_sent_at: Option<String>,
        /// Those invited were told of the cancellation.
        told_at: Option<String>,
        /// Members asked for items.
        called_at: Option<String>,
        /// The meeting was opened.
        started_at: Option<String>,
        /// The meeting was closed.
        ended_at: Option<String>,
        /// The item being dealt with.
        current: Option<String>,
        /// The minutes went out for comments.
        minutes_sent_at: Option<String>,
        /// Indsigelsesfrist.
        objection_deadline: Option<String>,
        /// The approved minutes were published.
        published_at: Option<String>,
        /// The day agreed for the next meeting.
        next_date: Option<String>,
        /// The meeting made from it.
        next_meeting: Option<String>,
        /// The speaker list was closed.
        queue_closed_at: Option<String>,
    }

    /// A break beside the agenda.
    BreakObject {
        /// 32 hexadecimal digits.
        id: String,
        /// Start.
        from: String,
        /// Minutes it was to last.
        minutes: u16,
        /// End.
        to: Option<String>,
        /// The item it came in.
        item: Option<String>,
    }

    /// A wish to speak.
    TurnObject {
        /// 32 hexadecimal digits.
        id: String,
        /// The person's label.
        person: String,
        /// The name.
        name: String,
        /// About what.
        note: String,
        /// A direct reply.
        reply: bool,
        /// The item that was being dealt with.
        item: Option<String>,
        /// When they asked.
        asked_at: String,
        /// When they had the floor.
        from: Option<String>,
        /// Until when.
        to: Option<String>,
        /// Seconds it lasted so far; only told, not read.
        seconds: i64,
    }

    /// An agenda item.
    ItemObject {
        /// 32 hexadecimal digits.
        id: String,
        /// Its number on the agenda.
        number: usize,
        /// The title.
        title: String,
        /// What it is for.
        #[schemars(schema_with = "item_kind")]
        kind: ItemKind,
        /// What it does by itself.
        #[schemars(schema_with = "standing")]
        standing: Standing,
        /// Why it is on the agenda.
        purpose: String,
        /// The network's purposes that it serves, as the terms of reference say them.
        serves: Vec<String>,
        /// What should come out of it.
        outcome: String,
        /// Sagsfremstilling.
        background: String,
        /// Indstilling.
        recommendation: String,
        /// Planned minutes.
        minutes: Option<u16>,
        /// Who presents it.
        responsible: OwnerObject,
        /// Start by the plan, or as it was, local time.
        starts_at: Option<String>,
        /// Where it stands.
        #[schemars(schema_with = "item_status")]
        status: ItemStatus,
        /// Closed to the public.
        closed: bool,
        /// The meeting it was put off to.
        deferred_to: Option<String>,
        /// The item it comes from.
        deferred_from: Option<String>,
        /// Speakers in order.
        speakers: Vec<SpeakerObject>,
        /// Annexes in order.
        annexes: Vec<AnnexObject>,
        /// The minutes of the item.
        entries: Vec<EntryObject>,
        /// Who was there for it; none before it is dealt with.
        attendance: Option<ItemAttendanceObject>,
        /// Votes under it.
        votes: Vec<VoteObject>,
        /// Who left for it because of a conflict of interest.
        recusals: Vec<RecusalObject>,
        /// When it was dealt with.
        timings: Vec<TimingObject>,
    }

    /// Who is to do something: a person, an organisation, or words.
    OwnerObject {
        /// The name, or the words.
        name: String,
        /// The person's label.
        person: Option<String>,
        /// The organisation's label.
        organisation: Option<String>,
    }

    /// A speaker.
    SpeakerObject {
        /// 32 hexadecimal digits.
        id: String,
        /// The name.
        name: String,
        /// Job title.
        title: String,
        /// Where from.
        organisation: String,
        /// How certain.
        #[schemars(schema_with = "speaker_status")]
        status: SpeakerStatus,
        /// The person's label, when in the register.
        person: Option<String>,
        /// What a programme says of speaker and talk.
        presentation: String,
        /// What they need in the room.
        equipment: String,
        /// Their slides are in.
        slides_received: bool,
        /// They were thanked.
        thanked: bool,
    }

    /// An annex.
    AnnexObject {
        /// 32 hexadecimal digits.
        id: String,
        /// "3a".
        number: String,
        /// The title.
        title: String,
        /// A link, when it is one.
        link: String,
        /// The content's blake3 hash, when it is a file.
        file: String,
        /// The file's own name.
        file_name: String,
    }

    /// A paragraph of the minutes.
    EntryObject {
        /// 32 hexadecimal digits.
        id: String,
        /// What it is.
        #[schemars(schema_with = "entry_kind")]
        kind: EntryKind,
        /// The text; that of an untouched event is written in the meeting's language.
        text: String,
        /// When it was begun.
        at: String,
        /// Who began it.
        by: String,
        /// How the paragraph is set.
        #[schemars(schema_with = "paragraph_style")]
        style: ParagraphStyle,
        /// Steps of indent.
        indent: u8,
        /// Of an action: who.
        owner: OwnerObject,
        /// Of a dissent: labels of those who share it.
        also: Vec<String>,
        /// Of an action: by when, a day or words.
        due: Option<String>,
        /// Of an action: its record.
        action: Option<String>,
        /// Of an attendance entry: the event.
        presence: Option<String>,
        /// Of a vote entry: the vote.
        vote: Option<String>,
        /// Of an attendance entry: the conflict of interest.
        recusal: Option<String>,
        /// Of an attendance entry: the break.
        recess: Option<String>,
        /// Of a vote or a dissent: the decision's entry.
        decision: Option<String>,
        /// The text is written from the event.
        from_event: bool,
        /// Written before the meeting and not yet kept.
        prepared: bool,
        /// The chair's screen shows it while its item is current.
        pinned: bool,
        /// Of a decision: when the chair said yes to its words, while they stand so.
        read_back_at: Option<String>,
    }

    /// A stretch of time an item was dealt with.
    TimingObject {
        /// 32 hexadecimal digits.
        id: String,
        /// Start.
        from: String,
        /// End.
        to: Option<String>,
    }
}
