//! Making meetings: from nothing, from the network's template, as a copy; hosts, moving,
//! cancelling, deferring and duplicating. It owns what a new meeting begins with; it has no words
//! of its own: titles come from the template, and a first template's words from the caller.

mod change;
mod template;
#[cfg(test)]
mod tests;

pub use change::{
    cancel_meeting, cannot_defer, defer_item, deferred_items, duplicate_item, move_meeting,
    reinstate_meeting,
};
pub use template::{TemplateWords, default_template};

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::agenda::{AgendaItem, AgendaItemField, ItemStatus, Standing};
use super::draft::{Ids, add_to_meeting, add_to_network, jitter, set_in_meeting, set_meeting};
use super::folding::sort_key;
use super::id::Id;
use super::meeting::{Meeting, MeetingHead, MeetingHeadField, Practical};
use super::network::{MeetingRef, Network};
use super::op::DocOp;
use super::pos::Pos;
use super::register::Register;
use super::walk::awaits_approval;

/// An item put off at an earlier meeting, to come along.
#[derive(Clone, Copy, Debug)]
pub struct Deferred<'a> {
    /// The earlier meeting.
    pub meeting: &'a Meeting,
    /// The item.
    pub item: Id,
}

/// What a new meeting is made from.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    /// The network's id.
    pub network_id: Id,
    /// The network.
    pub network: &'a Network,
    /// The network's latest meeting, for approval of its minutes; when its next date is this
    /// meeting's, it will point here.
    pub previous: Option<&'a Meeting>,
    /// Items put off at earlier meetings.
    pub deferred: &'a [Deferred<'a>],
    /// Today, for the label's year while there is no date.
    pub today: NaiveDate,
}

/// A new meeting: what `head` leaves out comes from the network, items and practical things from
/// its template. `head.id` and `head.network` are set here.
pub fn new_meeting(plan: &Plan<'_>, head: MeetingHead, ids: Ids<'_>) -> (Id, Vec<DocOp>) {
    let template = plan.network.template();
    let items = template.map(|row| AgendaItem {
        title: row.title.clone(),
        kind: row.kind,
        standing: row.standing,
        purpose: row.purpose.clone(),
        outcome: row.outcome.clone(),
        minutes: row.minutes,
        ..AgendaItem::default()
    });
    let practicals = plan.network.template_practical_list().map(|row| Practical {
        what: row.what.clone(),
        who: row.who.clone(),
        days: row.days,
        ..Practical::default()
    });
    make(plan, head, items.collect(), practicals.collect(), ids)
}

/// A new meeting as a copy: facts, items and practical things of `source`, without what belongs
/// to its day: answers, background, annexes, speakers, minutes. What `head` says counts.
pub fn copy_of(
    plan: &Plan<'_>,
    source: &Meeting,
    head: MeetingHead,
    ids: Ids<'_>,
) -> (Id, Vec<DocOp>) {
    let agenda = source.agenda();
    let mut items: Vec<AgendaItem> = agenda
        .iter()
        .filter(|item| item.deferred_from.is_none())
        .map(|item| AgendaItem {
            title: item.title.clone(),
            kind: item.kind,
            standing: item.standing,
            purpose: item.purpose.clone(),
            outcome: item.outcome.clone(),
            minutes: item.minutes,
            responsible: item.responsible.clone(),
            ..AgendaItem::default()
        })
        .collect();
    bring_approval(plan, &mut items);
    let practicals = source.practical_list().into_iter().map(|row| Practical {
        what: row.what.clone(),
        who: row.who.clone(),
        days: row.days,
        ..Practical::default()
    });
    let head = filled_from(head, &source.head);
    make(plan, head, items, practicals.collect(), ids)
}

/// A copy of a meeting held while no minutes waited gets the template's approval back.
fn bring_approval(plan: &Plan<'_>, items: &mut Vec<AgendaItem>) {
    let standing = Standing::ApproveMinutes;
    if items.iter().any(|item| item.standing == standing) {
        return;
    }
    let Some(row) = plan.network.template().find(|row| row.standing == standing) else {
        return;
    };
    let place = items
        .iter()
        .position(|item| item.standing == Standing::ApproveAgenda)
        .map_or(0, |index| index + 1);
    let item = AgendaItem {
        title: row.title.clone(),
        kind: row.kind,
        standing,
        minutes: row.minutes,
        ..AgendaItem::default()
    };
    items.insert(place, item);
}

fn filled_from(head: MeetingHead, source: &MeetingHead) -> MeetingHead {
    let or = |mine: String, theirs: &String| {
        if mine.is_empty() {
            theirs.clone()
        } else {
            mine
        }
    };
    MeetingHead {
        title: or(head.title, &source.title),
        case_number: or(head.case_number, &source.case_number),
        start: head.start.or(source.start),
        end: head.end.or(source.end),
        venue: or(head.venue, &source.venue),
        link: or(head.link, &source.link),
        purpose: or(head.purpose, &source.purpose),
        chair: head.chair.or(source.chair),
        minute_taker: head.minute_taker.or(source.minute_taker),
        language: head.language.or(source.language),
        ..head
    }
}

fn make(
    plan: &Plan<'_>,
    head: MeetingHead,
    mut items: Vec<AgendaItem>,
    practicals: Vec<Practical>,
    ids: Ids<'_>,
) -> (Id, Vec<DocOp>) {
    let id = ids();
    let defaults = &plan.network.head;
    let head = MeetingHead {
        id,
        network: plan.network_id,
        start: head.start.or(defaults.start),
        end: head.end.or(defaults.end),
        chair: head.chair.or(defaults.chair),
        minute_taker: head.minute_taker.or(defaults.minute_taker),
        ..head
    };
    let label = MeetingRef {
        id,
        year: head.date.unwrap_or(plan.today).year(),
        ..MeetingRef::default()
    };
    let mut ops = vec![add_to_network(plan.network_id, label)];
    ops.extend(point_here(plan, &head));
    ops.push(add_to_meeting(id, head));
    if !plan.previous.is_some_and(awaits_approval) {
        items.retain(|item| item.standing != Standing::ApproveMinutes);
    }
    let (items, rest) = with_deferred(plan, id, items, ids);
    ops.extend(items.into_iter().map(|item| add_to_meeting(id, item)));
    ops.extend(rest);
    let places = Pos::row(None, practicals.len(), jitter(id));
    for (row, pos) in practicals.into_iter().zip(places) {
        ops.push(add_to_meeting(
            id,
            Practical {
                id: ids(),
                pos,
                ..row
            },
        ));
    }
    (id, ops)
}

/// The previous meeting's agreed next date is this meeting's: it points here.
fn point_here(plan: &Plan<'_>, head: &MeetingHead) -> Option<DocOp> {
    let previous = plan.previous?;
    let agreed = previous.head.next_date.is_some() && previous.head.next_date == head.date;
    let free = previous.head.next_meeting.is_none();
    (agreed && free).then(|| {
        let change = MeetingHeadField::next_meeting(&previous.head, Some(head.id));
        set_meeting(previous, change)
    })
}

/// Items with ids and places, those put off standing before any other business; and the ops
/// that carry their speakers and annexes and tell the earlier meetings where they went.
fn with_deferred(
    plan: &Plan<'_>,
    meeting: Id,
    mut items: Vec<AgendaItem>,
    ids: Ids<'_>,
) -> (Vec<AgendaItem>, Vec<DocOp>) {
    for item in &mut items {
        item.id = ids();
    }
    let place = items.iter().position(|item| is_closing(item.standing));
    let place = place.unwrap_or(items.len());
    let mut ops = Vec::new();
    let mut coming = Vec::new();
    for row in plan.deferred {
        let Some(old) = row.meeting.items.get(&row.item) else {
            continue;
        };
        let new = carried(old, ids());
        ops.extend(change::carry_rows(
            row.meeting,
            old.id,
            meeting,
            new.id,
            ids,
        ));
        let told = AgendaItemField::deferred_to(old, Some(meeting));
        ops.push(set_in_meeting(row.meeting.head.id, old.id, told));
        coming.push(new);
    }
    items.splice(place..place, coming);
    let places = Pos::row(None, items.len(), jitter(meeting));
    for (item, pos) in items.iter_mut().zip(places) {
        item.pos = pos;
    }
    (items, ops)
}

/// An item as it comes to a later meeting.
fn carried(old: &AgendaItem, id: Id) -> AgendaItem {
    AgendaItem {
        id,
        pos: Pos::default(),
        status: ItemStatus::Planned,
        deferred_to: None,
        deferred_from: Some(old.id),
        removed: false,
        ..old.clone()
    }
}

/// Items that end a meeting.
fn is_closing(standing: Standing) -> bool {
    matches!(standing, Standing::AnyOtherBusiness | Standing::NextMeeting)
}

/// The network's member organisations on a day, in Danish name order: members themselves, and
/// where members who are persons work.
pub fn member_organisations(network: &Network, register: &Register, day: NaiveDate) -> Vec<Id> {
    let mut all: Vec<Id> = network
        .members_on(day)
        .filter_map(|member| {
            let person = member.person.and_then(|id| register.people.get(&id));
            member
                .organisation
                .or_else(|| person.and_then(|person| person.organisation))
        })
        .collect();
    all.sort_by_key(|id| (sort_key(register.organisation_name(*id)), *id));
    all.dedup();
    all
}

/// Who should host: of `candidates` (in name order) the one that hosted least recently, first
/// those that never did. `past` is date and host of the network's meetings.
pub fn next_host(candidates: &[Id], past: &[(NaiveDate, Id)]) -> Option<Id> {
    let mut last: BTreeMap<Id, NaiveDate> = BTreeMap::new();
    for (date, host) in past {
        let kept = last.entry(*host).or_insert(*date);
        *kept = (*kept).max(*date);
    }
    candidates
        .iter()
        .enumerate()
        .max_by_key(|(index, id)| Reverse((last.get(*id), *index)))
        .map(|(_, id)| *id)
}
