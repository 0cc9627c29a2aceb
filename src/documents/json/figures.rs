//! The object of what is counted.

use super::build::day;
use crate::domain::exchange::{
    AttendedObject, CountryTallyObject, FiguresObject, FlowObject, KindTallyObject, TurnoutObject,
};
use crate::domain::figures::{Attended, Figures, Flow, Span, Turnout};
use crate::domain::register::Register;

/// What is counted in these days.
pub fn figures_object(figures: &Figures, span: Span, register: &Register) -> FiguresObject {
    let kinds = figures.kinds().into_iter().map(|row| KindTallyObject {
        kind: row.of,
        received: row.count,
        handled: row.handled,
    });
    let countries = figures
        .countries()
        .into_iter()
        .map(|row| CountryTallyObject {
            country: row.of,
            received: row.count,
            handled: row.handled,
        });
    let organisations = figures.organisations().into_iter();
    FiguresObject {
        attendance: figures.meetings.iter().map(turnout).collect(),
        organisations: organisations.map(|row| attended(row, register)).collect(),
        actions: figures.flow(span).into_iter().map(flow).collect(),
        actions_undated: figures.undated(),
        enquiries_by_kind: kinds.collect(),
        enquiries_by_country: countries.collect(),
    }
}

fn turnout(row: &Turnout) -> TurnoutObject {
    TurnoutObject {
        meeting: row.label.clone(),
        date: day(row.date),
        invited: row.invited,
        came: row.came,
        online: row.online,
        apologies: row.apologies,
        absent: row.absent,
        organisations: row.members(),
    }
}

fn attended(row: Attended, register: &Register) -> AttendedObject {
    let organisation = register.organisations.get(&row.organisation);
    AttendedObject {
        organisation: organisation.map_or_else(String::new, |row| row.label.clone()),
        name: register.organisation_name(row.organisation).to_owned(),
        invited: row.invited,
        came: row.came,
        by_meeting: row.by_meeting,
    }
}

fn flow(row: Flow) -> FlowObject {
    FlowObject {
        period: row.bucket.name(),
        opened: row.opened,
        closed: row.closed,
        open: row.open,
    }
}
