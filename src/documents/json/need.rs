//! Needs, the knowledge overview and sign-ups as objects.

use super::build::day;
use super::terms::label;
use crate::documents::NetworkSource;
use crate::domain::exchange::*;
use crate::domain::need::KnowledgeStatus;
use crate::domain::setup::member_organisations;

/// What a network's members need.
pub fn need_objects(source: &NetworkSource) -> Vec<NeedObject> {
    let rows = source.network.need_list().into_iter();
    rows.map(|row| NeedObject {
        id: row.id.to_string(),
        network: source.secretariat.label(source.id).to_owned(),
        title: row.title.clone(),
        organisation: row.organisation.map(|id| label(source.register, id)),
        on: row.on.map(day),
        note: row.note.clone(),
        met_by: source
            .network
            .meeting_need(row.id)
            .into_iter()
            .map(|row| row.title.clone())
            .collect(),
    })
    .collect()
}

/// A network's new law and knowledge, with every member's status.
pub fn knowledge_objects(source: &NetworkSource) -> Vec<KnowledgeObject> {
    let members = member_organisations(source.network, source.register, source.today);
    let rows = source.network.knowledge_list().into_iter();
    rows.map(|row| KnowledgeObject {
        id: row.id.to_string(),
        network: source.secretariat.label(source.id).to_owned(),
        title: row.title.clone(),
        source: row.source.clone(),
        in_force: row.in_force.as_ref().map(ToString::to_string),
        proposal: row.proposal.clone(),
        members: members
            .iter()
            .map(|member| {
                let standing = source.network.standing(row.id, *member);
                let status = standing.map_or(KnowledgeStatus::Unknown, |row| row.status);
                KnowledgeMemberObject {
                    organisation: label(source.register, *member),
                    name: source.register.organisation_name(*member).to_owned(),
                    status: status.name().to_owned(),
                    note: standing.map(|row| row.note.clone()).unwrap_or_default(),
                }
            })
            .collect(),
    })
    .collect()
}

/// A network's offers, methods and templates.
pub fn resource_objects(source: &NetworkSource) -> Vec<ResourceObject> {
    let rows = source.network.resource_list().into_iter();
    rows.map(|row| ResourceObject {
        id: row.id.to_string(),
        network: source.secretariat.label(source.id).to_owned(),
        kind: row.kind.name().to_owned(),
        title: row.title.clone(),
        text: row.text.clone(),
        audience: row.audience.clone(),
        place: row.place.clone(),
        contact: row.contact.clone(),
        link: row.link.clone(),
        themes: row.themes.clone(),
        owner: row.owner.name(source.register).to_owned(),
        reviewed_on: row.reviewed_on.map(day),
        review_due: row.review_due().map(day),
        overdue: row.is_overdue(source.today),
    })
    .collect()
}

/// Who signed up for a network's activities.
pub fn sign_up_objects(source: &NetworkSource) -> Vec<SignUpObject> {
    let mut activities: Vec<_> = source.network.activities.values().collect();
    activities.retain(|row| !row.removed);
    activities.sort_by(|left, right| left.order(right));
    let mut found = Vec::new();
    for activity in activities {
        let seats = activity.seats.map_or(usize::MAX, usize::from);
        let rows = source.network.sign_up_list(activity.id).into_iter();
        found.extend(rows.enumerate().map(|(index, row)| {
            let person = source.register.people.get(&row.person);
            SignUpObject {
                network: source.secretariat.label(source.id).to_owned(),
                activity: activity.id.to_string(),
                activity_title: activity.title.clone(),
                person: person.map(|row| row.label.clone()).unwrap_or_default(),
                name: source.register.name_of(row.person).to_owned(),
                place: index + 1,
                waits: index >= seats,
            }
        }));
    }
    found
}
