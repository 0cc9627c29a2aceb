//! The objects of what is counted, and of the status report.

use super::build::day;
use super::lists::{action_object, decision_object};
use super::plan::activity_object;
use super::terms::finding_object;
use crate::documents::status::{NetworkStatus, StatusSource};
use crate::domain::exchange::{
    AttendedObject, CountryTallyObject, FiguresObject, FlowObject, KindTallyObject,
    NetworkStatusObject, StatusObject, TurnoutObject,
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

/// The status report.
pub fn status_object(source: &StatusSource<'_>) -> StatusObject {
    let (from, to) = source.paper.span;
    let desk = source.paper.source;
    let enquiries = desk.desk.enquiry_list().into_iter();
    StatusObject {
        from: from.map(day),
        to: to.map(day),
        networks: source
            .networks
            .iter()
            .map(|row| network_status(row, source))
            .collect(),
        enquiries: enquiries.map(|row| desk.enquiry(row)).collect(),
    }
}

fn network_status(row: &NetworkStatus, source: &StatusSource<'_>) -> NetworkStatusObject {
    let (desk, span) = (source.paper.source, source.paper.span);
    let activity = |row| activity_object(row, desk.secretariat, desk.register);
    NetworkStatusObject {
        network: desk.secretariat.label(row.id).to_owned(),
        name: row.network.head.name.clone(),
        activities: row.activities.iter().map(activity).collect(),
        figures: figures_object(&row.figures, span, desk.register),
        decisions: row.decisions.iter().map(decision_object).collect(),
        actions: row.actions.iter().map(action_object).collect(),
        evaluation: row.findings(span).into_iter().map(finding_object).collect(),
    }
}
