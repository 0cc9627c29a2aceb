//! Terms of reference, groups and the secretariat as objects.

use super::build::day;
use crate::domain::exchange::*;
use crate::domain::id::Id;
use crate::domain::network::{Group, Network};
use crate::domain::register::Register;
use crate::domain::terms::{Finding, SecretariatTerm, Terms};

/// A version of the terms.
pub fn terms_object(row: &Terms, network: &Network, label: &str) -> TermsObject {
    let in_force = network.terms_in_force().map(|terms| terms.id);
    let status = match row.is_adopted() {
        false => "draft",
        true if in_force == Some(row.id) => "in-force",
        true => "replaced",
    };
    let findings = network.findings_of(row.id).into_iter();
    TermsObject {
        id: row.id.to_string(),
        network: label.to_owned(),
        network_name: network.head.name.clone(),
        version: row.version,
        status: status.to_owned(),
        purposes: network.purposes_of(row),
        way_of_working: row.way_of_working.clone(),
        expected_results: row.expected_results.clone(),
        start: row.start.map(day),
        evaluation: row.evaluation.as_ref().map(ToString::to_string),
        criteria: row.criteria().map(str::to_owned).collect(),
        adopted_by: row.is_adopted().then(|| row.adopted_by.clone()),
        adopted_on: row.adopted_on.map(day),
        findings: findings.map(finding_object).collect(),
    }
}

/// What an evaluation found.
pub fn finding_object(row: &Finding) -> FindingObject {
    FindingObject {
        criterion: row.criterion.clone(),
        finding: row.finding.clone(),
        change: row.change.clone(),
        on: row.on.map(day),
    }
}

/// An organisation's label.
pub(super) fn label(register: &Register, id: Id) -> String {
    let row = register.organisations.get(&id);
    row.map_or_else(String::new, |row| row.label.clone())
}

/// A group with who sits in it on a day.
pub fn group_object(
    group: &Group,
    network: &Network,
    register: &Register,
    today: chrono::NaiveDate,
) -> GroupObject {
    let seats = network.seats_on(group.id, today);
    let unnamed = network.unnamed(group, register, today);
    GroupObject {
        id: group.id.to_string(),
        name: group.name.clone(),
        kind: group.kind.name().to_owned(),
        mandate: group.mandate.clone(),
        adopted_by: Some(group.adopted_by.clone()).filter(|by| !by.is_empty()),
        adopted_on: group.adopted_on.map(day),
        seats: seats
            .map(|row| GroupSeatObject {
                person: register
                    .people
                    .get(&row.person)
                    .map_or_else(String::new, |person| person.label.clone()),
                name: register.name_of(row.person).to_owned(),
                organisation: row.organisation.map(|id| label(register, id)),
                from: row.from.map(day),
                until: row.until.map(day),
            })
            .collect(),
        unnamed: unnamed.into_iter().map(|id| label(register, id)).collect(),
    }
}

/// A member's time with the secretariat.
pub fn secretariat_term_object(
    row: &SecretariatTerm,
    register: &Register,
) -> SecretariatTermObject {
    SecretariatTermObject {
        organisation: label(register, row.organisation),
        since: row.since.as_ref().map(ToString::to_string),
        until: row.until.as_ref().map(ToString::to_string),
    }
}
