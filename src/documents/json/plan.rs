//! The objects of a plan.

use super::build::{day, time};
use super::terms::label;
use crate::documents::source::Source;
use crate::domain::exchange::{ActivityObject, SlotObject, StayObject};
use crate::domain::plan::PlanRow;
use crate::domain::programme::Slot;
use crate::domain::register::Register;
use crate::domain::secretariat::Secretariat;
use crate::domain::stay::{Traveller, travellers};

/// A part of a meeting's programme.
/// Journeys to the meeting, by the order of the people's names.
pub(super) fn stay_objects(source: &Source) -> Vec<StayObject> {
    let meeting = source.meeting;
    let object = |journey: Traveller| {
        let row = source.network.stay(source.id, journey.id)?.clone();
        let person = source.register.people.get(&journey.id);
        Some(StayObject {
            person: person.map(|person| person.label.clone()),
            name: journey.name,
            travel: row.travel,
            lodging: row.lodging,
            diet: row.diet,
            erased_on: meeting.stays_end().map(day),
        })
    };
    let travellers = travellers(meeting, source.register).into_iter();
    travellers.filter_map(object).collect()
}

pub(super) fn slot_object(row: &Slot) -> SlotObject {
    SlotObject {
        id: row.id.to_string(),
        day: row.day_number(),
        start: row.start.map(time),
        end: row.end.map(time),
        title: row.title.clone(),
        kind: row.kind,
        place: row.place.clone(),
        who: row.who.clone(),
        note: row.note.clone(),
    }
}

/// An activity of `list activities`.
pub fn activity_object(
    row: &PlanRow,
    secretariat: &Secretariat,
    register: &Register,
) -> ActivityObject {
    let activity = &row.activity;
    let when = activity.when.as_ref();
    let host = activity.host.and_then(|id| register.organisations.get(&id));
    let meeting = (!row.meeting_label.is_empty()).then(|| row.meeting_label.clone());
    let id = activity.id.to_string();
    let bare = meeting.clone().filter(|_| row.is_bare_meeting());
    ActivityObject {
        label: bare.unwrap_or_else(|| id.clone()),
        id,
        network: secretariat.label(row.network).to_owned(),
        network_name: row.network_name.clone(),
        title: activity.title.clone(),
        kind: activity.kind,
        status: activity.status,
        when: when.map(ToString::to_string),
        first_day: when.and_then(|when| when.first_day()).map(day),
        last_day: when.and_then(|when| when.last_day()).map(day),
        tentative: activity.tentative,
        start: activity.start.map(time),
        end: activity.end.map(time),
        place: activity.place.clone(),
        host: host.map(|row| row.label.clone()),
        host_name: host.map(|row| row.name.clone()),
        direction: activity.direction.map(|it| it.name().to_owned()),
        purpose: activity.purpose.clone(),
        product: activity.product.clone(),
        audience: activity.audience.clone(),
        delivered: activity.delivered.clone(),
        link: activity.link.clone(),
        guests: activity.guests.clone(),
        hosts: activity.hosts.clone(),
        schedule: activity.schedule.clone(),
        report: activity.report.clone(),
        adopted_by: activity
            .adopted_by
            .iter()
            .map(|id| label(register, *id))
            .collect(),
        meets: activity.meets.iter().map(ToString::to_string).collect(),
        seats: activity.seats,
        sign_up_by: activity.sign_up_by.map(day),
        rank: activity.rank,
        decision: activity.decision.map(|id| id.to_string()),
        meeting,
    }
}
