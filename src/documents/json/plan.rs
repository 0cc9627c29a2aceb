//! The objects of a plan.

use serde::Serialize;

use super::build::{day, time};
use super::terms::label;
use crate::documents::season::{Announced, SeasonLine};
use crate::documents::source::Source;
use crate::domain::agenda::SpeakerStatus;
use crate::domain::exchange::{ActivityObject, SlotObject, StayObject};
use crate::domain::plan::PlanRow;
use crate::domain::programme::{Season, Slot};
use crate::domain::register::Register;
use crate::domain::secretariat::Secretariat;
use crate::domain::stay::{Traveller, travellers};

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

/// A part of a meeting's programme.
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

/// A season's programme, as `export --what programme` has it.
#[derive(Debug, Serialize)]
pub struct SeasonObject {
    season: String,
    from: Option<String>,
    until: Option<String>,
    introduction: String,
    portrait: String,
    closing: String,
    lines: Vec<SeasonLineObject>,
}

/// A line of it: an activity, and those who speak at its meeting.
#[derive(Debug, Serialize)]
struct SeasonLineObject {
    #[serde(flatten)]
    activity: ActivityObject,
    speakers: Vec<AnnouncedObject>,
}

/// A speaker as announced.
#[derive(Debug, Serialize)]
struct AnnouncedObject {
    name: String,
    title: String,
    organisation: String,
    presentation: String,
    status: SpeakerStatus,
}

/// A season's programme.
pub fn season_object(
    season: &Season,
    lines: &[SeasonLine],
    secretariat: &Secretariat,
    register: &Register,
) -> SeasonObject {
    let line = |line: &SeasonLine| SeasonLineObject {
        activity: activity_object(&line.row, secretariat, register),
        speakers: line.meeting.iter().flat_map(announced).collect(),
    };
    let (from, until) = season.days();
    SeasonObject {
        season: season.name.clone(),
        from: from.map(day),
        until: until.map(day),
        introduction: season.introduction.clone(),
        portrait: season.portrait.clone(),
        closing: season.closing.clone(),
        lines: lines.iter().map(line).collect(),
    }
}

/// The speakers that a programme names.
fn announced(meeting: &Announced) -> Vec<AnnouncedObject> {
    let rows = meeting.speakers.iter();
    rows.map(|row| AnnouncedObject {
        name: row.name.clone(),
        title: row.title.clone(),
        organisation: row.organisation.clone(),
        presentation: row.presentation.clone(),
        status: row.status,
    })
    .collect()
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
        serves: row.serves.clone(),
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
