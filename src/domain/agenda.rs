//! The agenda: items, speakers and annexes.

use super::id::Id;
use super::network::Owner;
use super::pos::Pos;
use crate::{choice, record};

choice! {
    /// What an agenda item is for.
    ItemKind {
        /// Orientering.
        Information = "information",
        /// Drøftelse.
        Discussion = "discussion",
        /// Beslutning.
        Decision = "decision",
        /// Oplæg.
        Talk = "talk",
        /// Velkomst, bordrunde.
        Welcome = "welcome",
        /// Pause.
        Break = "break",
        /// Eventuelt.
        AnyOtherBusiness = "aob",
        /// Næste møde.
        NextMeeting = "next-meeting",
    }
}

choice! {
    /// What a standing item does by itself.
    Standing {
        /// Nothing: an ordinary item.
        None = "none",
        /// Approval of the agenda.
        ApproveAgenda = "approve-agenda",
        /// Approval of the last minutes: appears only while they are not approved.
        ApproveMinutes = "approve-minutes",
        /// Follow-up: open actions stand under it.
        FollowUp = "follow-up",
        /// Any other business.
        AnyOtherBusiness = "any-other-business",
        /// Next meeting: sets the next date.
        NextMeeting = "next-meeting",
        /// How the host works with it (praksis hos værten).
        HostPractice = "host-practice",
    }
}

choice! {
    /// Where an item stands.
    ItemStatus {
        /// Not yet taken.
        Planned = "planned",
        /// Being dealt with.
        Current = "current",
        /// Dealt with.
        Done = "done",
        /// Put off to a later meeting.
        Deferred = "deferred",
    }
}

record! {
    /// An item of a meeting's agenda.
    AgendaItem, AgendaItemField {
        /// Its place on the agenda.
        pos Pos: Pos,
        /// The title.
        title Title: String,
        /// What it is for.
        kind Kind: ItemKind,
        /// What it does by itself.
        standing Standing: Standing,
        /// Why it is on the agenda.
        purpose Purpose: String,
        /// What should come out of it.
        outcome Outcome: String,
        /// The purposes of the network that it serves.
        serves Serves: Vec<Id>,
        /// Sagsfremstilling.
        background Background: String,
        /// Indstilling.
        recommendation Recommendation: String,
        /// Planned minutes.
        minutes Minutes: Option<u16>,
        /// Who presents it.
        responsible Responsible: Owner,
        /// Closed to the public.
        closed Closed: bool,
        /// Where it stands.
        status Status: ItemStatus,
        /// The meeting it was put off to.
        deferred_to DeferredTo: Option<Id>,
        /// The item of an earlier meeting it comes from.
        deferred_from DeferredFrom: Option<Id>,
    }
}

record! {
    /// A stretch of time an item was current: an item can be taken up again.
    Timing, TimingField {
        /// The item.
        item Item: Id,
        /// Start, milliseconds since 1970 UTC.
        from From: i64,
        /// End; `None` while it runs.
        to To: Option<i64>,
    }
}

choice! {
    /// How certain a speaker is.
    SpeakerStatus {
        /// An idea.
        Suggested = "suggested",
        /// Asked, not yet answered.
        Invited = "invited",
        /// Has said yes.
        Confirmed = "confirmed",
        /// Has said no.
        Declined = "declined",
    }
}

record! {
    /// A speaker of an item.
    Speaker, SpeakerField {
        /// The item.
        item Item: Id,
        /// The place among the item's speakers.
        pos Pos: Pos,
        /// The person, when in the register.
        person Person: Option<Id>,
        /// The name as announced; "?" when not yet found.
        name Name: String,
        /// Job title.
        title Title: String,
        /// Where from, as announced.
        organisation Organisation: String,
        /// How certain.
        status Status: SpeakerStatus,
        /// What is said of speaker and talk in a programme.
        presentation Presentation: String,
        /// What they need in the room.
        equipment Equipment: String,
        /// Their slides are in.
        slides Slides: bool,
        /// They were thanked.
        thanked Thanked: bool,
    }
}

record! {
    /// An annex of an item; numbered by the item's number and its place ("3a").
    Annex, AnnexField {
        /// The item.
        item Item: Id,
        /// The place among the item's annexes.
        pos Pos: Pos,
        /// The title.
        title Title: String,
        /// A link, when it is one.
        link Link: String,
        /// The content's blake3 hash in the folder's files, when it is a file.
        file File: String,
        /// The file's own name.
        file_name FileName: String,
    }
}
