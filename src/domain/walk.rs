//! The walk: a meeting's stages and, for each, what it still lacks, computed from the data.
//! Stages are advice, never a wall: once a meeting runs, what its planning lacked is let go.
//!
//! [`gaps`] needs no clock, so that the store can keep them; [`walk`] adds what depends on the
//! day and says what to do now.

mod gaps;
mod next;
#[cfg(test)]
mod tests;

pub use gaps::{ANSWER_DAYS, awaits_approval, dated_gaps, gaps, item_gaps};
pub use next::{NextStep, following_item};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::agenda::ItemKind;
use super::id::Id;
use super::meeting::{Meeting, MinutesStatus};
use super::network::Network;
use super::zone::Moment;
use crate::choice;

choice! {
    /// A stage of a meeting's walk, in order.
    Stage {
        /// Plan: date, time, place, host, purpose.
        Plan = "plan",
        /// Agenda (Dagsorden).
        Agenda = "agenda",
        /// Speakers (Oplæg).
        Speakers = "speakers",
        /// Invite (Indkald).
        Invite = "invite",
        /// Send agenda (Udsend).
        SendAgenda = "send-agenda",
        /// Check-in (Fremmøde).
        CheckIn = "check-in",
        /// Minutes (Referat).
        Minutes = "minutes",
        /// Close-out (Afslut).
        CloseOut = "close-out",
        /// Comments and approval (Godkend).
        Approve = "approve",
        /// Publish (Udgiv).
        Publish = "publish",
        /// Follow-up (Opfølg).
        FollowUp = "follow-up",
        /// Nothing left to do.
        Finished = "finished",
    }
}

/// Something a stage lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// The stage.
    pub stage: Stage,
    /// The check that found it.
    pub check: Check,
    /// How many: records, else what the check says (minutes, days).
    pub count: usize,
    /// The first record concerned: an item, a person, an entry.
    pub first: Option<Id>,
}

choice! {
    /// A check of the walk.
    Check {
        /// The meeting has no date.
        Date = "date",
        /// The date is tentative. Others decide: this does not hold the walk up.
        Tentative = "tentative",
        /// No start or no end.
        Times = "times",
        /// Neither venue nor link.
        Place = "place",
        /// No host.
        Host = "host",
        /// No purpose.
        Purpose = "purpose",
        /// Practical things due and not done (dated).
        Practicals = "practicals",
        /// The agenda is empty.
        AgendaEmpty = "agenda-empty",
        /// Items without purpose.
        ItemPurpose = "item-purpose",
        /// Items without expected outcome.
        ItemOutcome = "item-outcome",
        /// Items without planned minutes.
        ItemMinutes = "item-minutes",
        /// Items without responsible.
        ItemResponsible = "item-responsible",
        /// The items' sum is past the end; `count` is minutes.
        TooLong = "too-long",
        /// Members' proposals not answered.
        Proposals = "proposals",
        /// The last minutes are not approved and no item approves them.
        LastMinutes = "last-minutes",
        /// Talks without a speaker.
        TalkSpeaker = "talk-speaker",
        /// Speakers suggested and not asked.
        SpeakerInvited = "speaker-invited",
        /// Speakers asked who have not said yes. Others decide: this does not hold the walk up.
        SpeakerConfirmed = "speaker-confirmed",
        /// Nobody is on the list of participants.
        NobodyInvited = "nobody-invited",
        /// The invitations have not gone out; `count` is people.
        InvitationsUnsent = "invitations-unsent",
        /// People who have not answered a week after the invitation (dated). Others decide.
        Unanswered = "unanswered",
        /// It is cancelled and those invited have not been told; `count` is people.
        CancellationUnsent = "cancellation-unsent",
        /// The agenda has not gone out.
        AgendaUnsent = "agenda-unsent",
        /// Members should be asked for items (dated); `count` is days since, with today. Not held up by.
        CallForItems = "call-for-items",
        /// The slides should be in (dated); `count` is days since, with today. Others decide.
        Slides = "slides",
        /// The minutes should have gone out (dated); `count` is days since.
        MinutesLate = "minutes-late",
        /// The agenda should have gone out (dated); `count` is days since.
        AgendaLate = "agenda-late",
        /// The meeting runs and nobody is checked in.
        NobodyHere = "nobody-here",
        /// The meeting runs and the quorum is not met; `count` is how many are missing.
        Quorum = "quorum",
        /// Items not dealt with.
        ItemsOpen = "items-open",
        /// Decision items without a decision and not deferred.
        DecisionOutcome = "decision-outcome",
        /// Actions without an owner.
        ActionOwner = "action-owner",
        /// Actions without a deadline.
        ActionDue = "action-due",
        /// Entries written before the meeting and not kept.
        Prepared = "prepared",
        /// The meeting is not closed.
        NotClosed = "not-closed",
        /// The minutes have not been sent for comments.
        MinutesUnsent = "minutes-unsent",
        /// Comments not answered.
        OpenComments = "open-comments",
        /// The minutes are not approved.
        NotApproved = "not-approved",
        /// The objection deadline is not past (dated); `count` is days left. Others decide.
        ObjectionsRunning = "objections-running",
        /// The objection deadline is past, the minutes can be approved (dated).
        ApproveNow = "approve-now",
        /// The approved minutes are not published.
        NotPublished = "not-published",
        /// A next date is agreed and no meeting made from it.
        NextMeeting = "next-meeting",
        /// Actions of this meeting not done. Others decide.
        ActionsOpen = "actions-open",
        /// Actions of this meeting past their deadline (dated).
        ActionsOverdue = "actions-overdue",
    }
}

impl Check {
    /// It waits for others or for a day: shown, but the walk goes on past it.
    pub fn waits(self) -> bool {
        matches!(
            self,
            Self::Tentative
                | Self::SpeakerConfirmed
                | Self::Unanswered
                | Self::CallForItems
                | Self::Slides
                | Self::MinutesLate
                | Self::ObjectionsRunning
                | Self::ActionsOpen
        )
    }
}

choice! {
    /// How a stage stands.
    State {
        /// To come.
        Todo = "todo",
        /// Under way: the current stage.
        Doing = "doing",
        /// Behind us.
        Done = "done",
        /// Has no bearing on this meeting, or was passed over.
        Skipped = "skipped",
    }
}

/// A stage of a meeting and what it lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageState {
    /// The stage.
    pub stage: Stage,
    /// How it stands.
    pub state: State,
    /// What it lacks, most pressing first.
    pub gaps: Vec<Gap>,
}

/// A meeting's walk at a moment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Walk {
    /// Every stage but [`Stage::Finished`], in order.
    pub stages: Vec<StageState>,
    /// The stage the meeting is at.
    pub current: Stage,
    /// What to do now.
    pub next: NextStep,
}

impl Walk {
    /// All gaps, in the stages' order.
    pub fn gaps(&self) -> impl Iterator<Item = &Gap> {
        self.stages.iter().flat_map(|stage| &stage.gaps)
    }

    /// A stage's state.
    pub fn stage(&self, stage: Stage) -> Option<&StageState> {
        self.stages.iter().find(|row| row.stage == stage)
    }
}

/// A meeting's walk. `previous` is the network's meeting before it, for approval of its minutes.
pub fn walk(meeting: &Meeting, network: &Network, previous: Option<&Meeting>, now: Moment) -> Walk {
    let mut all = gaps(meeting, network);
    gaps::add_dated(&mut all, meeting, network, previous, now.today);
    let current = stage_on(meeting, &all, Some(now.today));
    let next = next::next_step(meeting, &all, current, now);
    let stages = Stage::ALL
        .iter()
        .filter(|stage| **stage != Stage::Finished)
        .map(|stage| {
            let gaps: Vec<Gap> = all
                .iter()
                .filter(|gap| gap.stage == *stage)
                .cloned()
                .collect();
            StageState {
                stage: *stage,
                state: state(meeting, *stage, current, &gaps),
                gaps,
            }
        })
        .collect();
    Walk {
        stages,
        current,
        next,
    }
}

/// What a list keeps of a meeting's walk: stage and gaps that change with the meeting alone. Open
/// actions are left out; lists of actions show them, and a meeting held is not open for years.
pub fn kept(meeting: &Meeting, network: &Network) -> (Stage, Vec<Gap>) {
    let mut gaps = gaps(meeting, network);
    gaps.retain(|gap| gap.check != Check::ActionsOpen);
    (stage_of(meeting, &gaps), gaps)
}

/// The stage a meeting is at as far as it can be said without a clock; `gaps` are its own.
pub fn stage_of(meeting: &Meeting, gaps: &[Gap]) -> Stage {
    stage_on(meeting, gaps, None)
}

/// The stage a meeting is at on a day: from its day on it is at the door.
pub fn stage_on(meeting: &Meeting, gaps: &[Gap], today: Option<NaiveDate>) -> Stage {
    let head = &meeting.head;
    let lacks = |stage| {
        gaps.iter()
            .any(|gap| gap.stage == stage && !gap.check.waits())
    };
    let has = |stage| gaps.iter().any(|gap| gap.stage == stage);
    if head.cancelled.is_some() {
        return match lacks(Stage::Invite) {
            true => Stage::Invite,
            false => Stage::Finished,
        };
    }
    if head.started_at.is_none() {
        let here = today
            .zip(head.date)
            .is_some_and(|(today, date)| date <= today);
        return PLANNING
            .into_iter()
            .find(|stage| !here && lacks(*stage))
            .unwrap_or(Stage::CheckIn);
    }
    if head.ended_at.is_none() {
        return Stage::Minutes;
    }
    match head.minutes {
        MinutesStatus::Draft if lacks(Stage::CloseOut) || lacks(Stage::Minutes) => Stage::CloseOut,
        MinutesStatus::Draft | MinutesStatus::ForComments | MinutesStatus::Correction => {
            Stage::Approve
        }
        MinutesStatus::Approved if lacks(Stage::Publish) => Stage::Publish,
        MinutesStatus::Approved if has(Stage::FollowUp) => Stage::FollowUp,
        MinutesStatus::Approved => Stage::Finished,
    }
}

/// The stages before the meeting.
const PLANNING: [Stage; 5] = [
    Stage::Plan,
    Stage::Agenda,
    Stage::Speakers,
    Stage::Invite,
    Stage::SendAgenda,
];

fn state(meeting: &Meeting, stage: Stage, current: Stage, gaps: &[Gap]) -> State {
    let head = &meeting.head;
    let done = match stage {
        Stage::Plan => head.date.is_some(),
        Stage::Agenda => meeting.items.values().any(|item| !item.removed),
        Stage::Speakers => !meeting.speakers.is_empty(),
        Stage::Invite => head.invited_at.is_some(),
        Stage::SendAgenda => head.agenda_sent_at.is_some(),
        Stage::CheckIn => head.started_at.is_some() && !meeting.presences.is_empty(),
        Stage::Minutes => head.ended_at.is_some(),
        Stage::CloseOut => head.ended_at.is_some() && current > Stage::CloseOut,
        Stage::Approve => head.minutes == MinutesStatus::Approved,
        Stage::Publish => head.published_at.is_some(),
        Stage::FollowUp | Stage::Finished => current == Stage::Finished && head.cancelled.is_none(),
    };
    let no_bearing = stage == Stage::Speakers
        && !meeting
            .items
            .values()
            .any(|item| !item.removed && item.kind == ItemKind::Talk);
    if no_bearing {
        State::Skipped
    } else if stage == current {
        State::Doing
    } else if done && gaps.is_empty() {
        State::Done
    } else if head.cancelled.is_some() || (stage < current && head.started_at.is_some()) {
        State::Skipped
    } else {
        State::Todo
    }
}
