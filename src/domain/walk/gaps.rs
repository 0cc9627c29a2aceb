//! The checks themselves.

use chrono::{Days, NaiveDate};

use super::{Check, Gap, Stage};
use crate::domain::agenda::{AgendaItem, ItemKind, ItemStatus, SpeakerStatus, Standing};
use crate::domain::counts::{counts, is_unanswered};
use crate::domain::deadlines::{agenda_deadline, call_deadline, minutes_deadline, slides_deadline};
use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, MinutesStatus};
use crate::domain::minutes::{Entry, EntryKind};
use crate::domain::minutes_ops::{action_facts, is_orphan};
use crate::domain::network::{ActionItem, ActionStatus, Network, Owner};
use crate::domain::schedule::schedule;
use crate::domain::zone::local;

/// Days people have to answer an invitation before they are named.
pub const ANSWER_DAYS: u64 = 7;

/// What a meeting lacks on any day, in the stages' order.
pub fn gaps(meeting: &Meeting, network: &Network) -> Vec<Gap> {
    let mut found = Found(Vec::new());
    if meeting.head.cancelled.is_some() {
        cancelled(meeting, &mut found);
        return found.0;
    }
    if meeting.head.started_at.is_none() {
        plan(meeting, &mut found);
        agenda(meeting, &mut found);
        speakers(meeting, &mut found);
        invite(meeting, &mut found);
    } else {
        door(meeting, network, &mut found);
        minutes(meeting, &mut found);
        approval(meeting, &mut found);
        follow_up(meeting, network, &mut found);
    }
    found.0
}

/// What a meeting lacks on this day besides. `previous` is the network's meeting before it.
pub fn dated_gaps(
    meeting: &Meeting,
    network: &Network,
    previous: Option<&Meeting>,
    today: NaiveDate,
) -> Vec<Gap> {
    let mut found = Found(Vec::new());
    if meeting.head.cancelled.is_some() {
        return found.0;
    }
    practicals(meeting, today, &mut found);
    late_others(meeting, network, today, &mut found);
    if meeting.head.started_at.is_none() {
        last_minutes(meeting, previous, &mut found);
        answers(meeting, today, &mut found);
        late_agenda(meeting, network, today, &mut found);
    } else {
        objections(meeting, today, &mut found);
        let overdue = actions(meeting, network).filter(|action| is_overdue(action, meeting, today));
        found.rows(
            Stage::FollowUp,
            Check::ActionsOverdue,
            overdue.map(|row| row.id),
        );
    }
    found.0
}

/// Puts the dated gaps among the others: a sharper one takes the plain one's place.
pub(super) fn add_dated(
    all: &mut Vec<Gap>,
    meeting: &Meeting,
    network: &Network,
    previous: Option<&Meeting>,
    today: NaiveDate,
) {
    for gap in dated_gaps(meeting, network, previous, today) {
        let plain = match gap.check {
            Check::AgendaLate => Some(Check::AgendaUnsent),
            Check::ApproveNow | Check::ObjectionsRunning => Some(Check::NotApproved),
            _ => None,
        };
        all.retain(|other| Some(other.check) != plain);
        all.push(gap);
    }
    all.sort_by_key(|gap| gap.stage);
}

struct Found(Vec<Gap>);

impl Found {
    fn when(&mut self, lacking: bool, stage: Stage, check: Check) {
        if lacking {
            self.count(stage, check, 1, None);
        }
    }

    fn rows(&mut self, stage: Stage, check: Check, rows: impl Iterator<Item = Id>) {
        let mut rows = rows.peekable();
        let first = rows.peek().copied();
        self.count(stage, check, rows.count(), first);
    }

    fn count(&mut self, stage: Stage, check: Check, count: usize, first: Option<Id>) {
        if count > 0 {
            self.0.push(Gap {
                stage,
                check,
                count,
                first,
            });
        }
    }
}

fn plan(meeting: &Meeting, found: &mut Found) {
    let head = &meeting.head;
    found.when(head.date.is_none(), Stage::Plan, Check::Date);
    let times = head.start.is_none() || head.end.is_none();
    found.when(times, Stage::Plan, Check::Times);
    let nowhere = head.venue.is_empty() && head.link.is_empty();
    found.when(nowhere, Stage::Plan, Check::Place);
    found.when(head.host.is_none(), Stage::Plan, Check::Host);
    found.when(head.purpose.is_empty(), Stage::Plan, Check::Purpose);
    let tentative = head.tentative && head.date.is_some();
    found.when(tentative, Stage::Plan, Check::Tentative);
}

/// An item whose purpose and outcome say something: not a break, not a standing item.
fn has_content(item: &AgendaItem) -> bool {
    item.standing == Standing::None
        && matches!(
            item.kind,
            ItemKind::Information | ItemKind::Discussion | ItemKind::Decision | ItemKind::Talk
        )
}

/// A check, and whether an item lacks what it looks for.
type ItemCheck = (Check, fn(&AgendaItem) -> bool);

/// The checks of a single item.
const ITEM_CHECKS: [ItemCheck; 4] = [
    (Check::ItemPurpose, |item| {
        has_content(item) && item.purpose.is_empty()
    }),
    (Check::ItemOutcome, |item| {
        has_content(item) && item.outcome.is_empty()
    }),
    (Check::ItemMinutes, |item| item.minutes.is_none()),
    (Check::ItemResponsible, |item| {
        has_content(item) && item.kind != ItemKind::Talk && item.responsible == Owner::Nobody
    }),
];

/// What an item of the agenda lacks by itself.
pub fn item_gaps(item: &AgendaItem) -> impl Iterator<Item = Check> {
    ITEM_CHECKS
        .into_iter()
        .filter(|(_, lacks)| lacks(item))
        .map(|(check, _)| check)
}

fn agenda(meeting: &Meeting, found: &mut Found) {
    let items: Vec<&AgendaItem> = meeting
        .agenda()
        .into_iter()
        .filter(|item| item.status != ItemStatus::Deferred)
        .collect();
    found.when(items.is_empty(), Stage::Agenda, Check::AgendaEmpty);
    for (check, lacks) in ITEM_CHECKS {
        let rows = items.iter().filter(|item| lacks(item)).map(|item| item.id);
        found.rows(Stage::Agenda, check, rows);
    }
    let proposed = meeting.proposal_list().into_iter();
    let open = proposed.filter(|row| row.is_open()).map(|row| row.id);
    found.rows(Stage::Agenda, Check::Proposals, open);
    let late = schedule(meeting, 0).late.unwrap_or(0);
    let last = items.last().map(|item| item.id);
    let late = usize::try_from(late).unwrap_or(0);
    found.count(Stage::Agenda, Check::TooLong, late, last);
}

fn speakers(meeting: &Meeting, found: &mut Found) {
    let talks: Vec<Id> = meeting
        .agenda()
        .into_iter()
        .filter(|item| item.kind == ItemKind::Talk && item.status != ItemStatus::Deferred)
        .map(|item| item.id)
        .collect();
    let of = |talk: &Id| {
        let mut rows = meeting.speakers_of(*talk);
        rows.retain(|row| row.status != SpeakerStatus::Declined);
        rows
    };
    let without = talks.iter().copied().filter(|talk| of(talk).is_empty());
    found.rows(Stage::Speakers, Check::TalkSpeaker, without);
    for (check, status) in [
        (Check::SpeakerInvited, SpeakerStatus::Suggested),
        (Check::SpeakerConfirmed, SpeakerStatus::Invited),
    ] {
        let rows = talks.iter().flat_map(of);
        let rows = rows.filter(|row| row.status == status).map(|row| row.id);
        found.rows(Stage::Speakers, check, rows);
    }
}

/// Who was asked to come is told not to.
fn cancelled(meeting: &Meeting, found: &mut Found) {
    let head = &meeting.head;
    if head.invited_at.is_some() && head.told_at.is_none() {
        let people = meeting.participant_list().count();
        found.count(Stage::Invite, Check::CancellationUnsent, people, None);
    }
}

fn invite(meeting: &Meeting, found: &mut Found) {
    let people = meeting.participant_list().count();
    found.when(people == 0, Stage::Invite, Check::NobodyInvited);
    if meeting.head.invited_at.is_none() {
        found.count(Stage::Invite, Check::InvitationsUnsent, people, None);
    }
    let unsent = meeting.head.agenda_sent_at.is_none();
    found.when(unsent, Stage::SendAgenda, Check::AgendaUnsent);
}

fn door(meeting: &Meeting, network: &Network, found: &mut Found) {
    if meeting.head.ended_at.is_some() {
        return;
    }
    let counts = counts(meeting, &network.head);
    found.when(counts.present == 0, Stage::CheckIn, Check::NobodyHere);
    if let Some(quorum) = counts.quorum.filter(|quorum| !quorum.met()) {
        let missing = quorum.needed - quorum.there;
        found.count(Stage::CheckIn, Check::Quorum, missing, None);
    }
}

fn minutes(meeting: &Meeting, found: &mut Found) {
    if meeting.head.minutes == MinutesStatus::Approved {
        return;
    }
    let agenda = meeting.agenda();
    let open = agenda
        .iter()
        .filter(|item| matches!(item.status, ItemStatus::Planned | ItemStatus::Current));
    let open = open.filter(|item| item.kind != ItemKind::Break);
    found.rows(Stage::Minutes, Check::ItemsOpen, open.map(|item| item.id));
    let undecided = agenda.iter().filter(|item| {
        item.kind == ItemKind::Decision
            && item.status != ItemStatus::Deferred
            && !meeting
                .entries_of(item.id)
                .iter()
                .any(|entry| entry.kind == EntryKind::Decision && !entry.text.trim().is_empty())
            // What was voted on is decided, in the sentence of the vote.
            && meeting.votes_of(item.id).iter().all(|vote| vote.is_open())
    });
    let undecided = undecided.map(|item| item.id);
    found.rows(Stage::CloseOut, Check::DecisionOutcome, undecided);
    let entries: Vec<&Entry> = agenda
        .iter()
        .flat_map(|item| meeting.entries_of(item.id))
        .collect();
    let mut lacking = |check, lacks: fn(&Entry) -> bool| {
        let rows = entries.iter().filter(|entry| lacks(entry));
        found.rows(Stage::CloseOut, check, rows.map(|entry| entry.id));
    };
    lacking(Check::ActionOwner, |entry| {
        entry.kind == EntryKind::Action && entry.owner == Owner::Nobody
    });
    lacking(Check::ActionDue, |entry| {
        entry.kind == EntryKind::Action && entry.due.is_none()
    });
    lacking(Check::Prepared, |entry| {
        entry.prepared && entry.kind != EntryKind::Private && !entry.text.trim().is_empty()
    });
    let running = meeting.head.ended_at.is_none();
    found.when(running, Stage::CloseOut, Check::NotClosed);
}

fn approval(meeting: &Meeting, found: &mut Found) {
    let head = &meeting.head;
    if head.ended_at.is_none() {
        return;
    }
    let unsent = head.minutes == MinutesStatus::Draft;
    found.when(unsent, Stage::Approve, Check::MinutesUnsent);
    let approved = head.minutes == MinutesStatus::Approved;
    if !approved {
        let open = meeting.comments.values();
        let open = open.filter(|row| !row.removed && row.is_open());
        found.rows(Stage::Approve, Check::OpenComments, open.map(|row| row.id));
    }
    let waiting = !approved && !unsent;
    found.when(waiting, Stage::Approve, Check::NotApproved);
    let unpublished = approved && head.published_at.is_none();
    found.when(unpublished, Stage::Publish, Check::NotPublished);
}

fn follow_up(meeting: &Meeting, network: &Network, found: &mut Found) {
    let head = &meeting.head;
    if head.ended_at.is_none() {
        return;
    }
    let unmade = head.next_date.is_some() && head.next_meeting.is_none();
    found.when(unmade, Stage::FollowUp, Check::NextMeeting);
    let open = actions(meeting, network).map(|action| action.id);
    found.rows(Stage::FollowUp, Check::ActionsOpen, open);
}

/// Open actions that arose in the meeting.
fn actions<'a>(meeting: &'a Meeting, network: &'a Network) -> impl Iterator<Item = &'a ActionItem> {
    network.actions.values().filter(|action| {
        !action.removed
            && action.status == ActionStatus::Open
            && action.meeting == Some(meeting.head.id)
            && !is_orphan(meeting, action)
    })
}

fn is_overdue(action: &ActionItem, meeting: &Meeting, today: NaiveDate) -> bool {
    let (_, _, due) = action_facts(Some(meeting), action);
    due.and_then(|due| due.day()).is_some_and(|day| day < today)
}

fn practicals(meeting: &Meeting, today: NaiveDate, found: &mut Found) {
    let Some(date) = meeting.head.date else {
        return;
    };
    let held = meeting.head.ended_at.is_some();
    let due = meeting
        .practical_list()
        .into_iter()
        .filter(|row| !held || row.days >= 0)
        .filter(|row| !row.done && (today - date).num_days() >= i64::from(row.days))
        .map(|row| row.id);
    let stage = if held { Stage::FollowUp } else { Stage::Plan };
    found.rows(stage, Check::Practicals, due);
}

fn last_minutes(meeting: &Meeting, previous: Option<&Meeting>, found: &mut Found) {
    let waiting = previous.is_some_and(awaits_approval);
    let item = meeting
        .agenda()
        .iter()
        .any(|item| item.standing == Standing::ApproveMinutes);
    found.when(waiting && !item, Stage::Agenda, Check::LastMinutes);
}

/// A meeting that was held and whose minutes are not approved.
pub fn awaits_approval(meeting: &Meeting) -> bool {
    meeting.head.cancelled.is_none()
        && meeting.head.ended_at.is_some()
        && meeting.head.minutes != MinutesStatus::Approved
}

fn answers(meeting: &Meeting, today: NaiveDate, found: &mut Found) {
    let Some(invited) = meeting.head.invited_at else {
        return;
    };
    if local(invited).date() + Days::new(ANSWER_DAYS) > today {
        return;
    }
    let attendances = meeting.attendances();
    let silent = meeting.participant_list().filter(|row| {
        attendances
            .get(&row.id)
            .is_some_and(|attendance| is_unanswered(row, *attendance))
    });
    found.rows(Stage::Invite, Check::Unanswered, silent.map(|row| row.id));
}

/// Deadlines of the network that are past and not met: others wait, the walk goes on.
fn late_others(meeting: &Meeting, network: &Network, today: NaiveDate, found: &mut Found) {
    let since = |day: Option<NaiveDate>| {
        let days = day.map_or(0, |day| (today - day).num_days() + 1);
        usize::try_from(days).unwrap_or(0)
    };
    let call = since(call_deadline(meeting, network));
    found.count(Stage::Agenda, Check::CallForItems, call, None);
    let slides = since(slides_deadline(meeting, network));
    found.count(Stage::Speakers, Check::Slides, slides, None);
    let minutes = since(minutes_deadline(meeting, network));
    found.count(
        Stage::Approve,
        Check::MinutesLate,
        minutes.saturating_sub(1),
        None,
    );
}

fn late_agenda(meeting: &Meeting, network: &Network, today: NaiveDate, found: &mut Found) {
    if meeting.head.agenda_sent_at.is_some() {
        return;
    }
    let late = agenda_deadline(meeting, network).map_or(0, |day| (today - day).num_days());
    let late = usize::try_from(late).unwrap_or(0);
    found.count(Stage::SendAgenda, Check::AgendaLate, late, None);
}

fn objections(meeting: &Meeting, today: NaiveDate, found: &mut Found) {
    let head = &meeting.head;
    let left = match (head.minutes, head.objection_deadline) {
        (MinutesStatus::ForComments, Some(deadline)) => (deadline - today).num_days() + 1,
        (MinutesStatus::ForComments | MinutesStatus::Correction, _) => 0,
        _ => return,
    };
    if head.ended_at.is_none() {
        return;
    }
    match usize::try_from(left) {
        Ok(days) if days > 0 => {
            found.count(Stage::Approve, Check::ObjectionsRunning, days, None);
        }
        _ => found.count(Stage::Approve, Check::ApproveNow, 1, None),
    }
}
