//! Articles, materials and projects as objects.

use super::build::day;
use crate::domain::exchange::*;
use crate::domain::id::Id;
use crate::domain::network::Network;
use crate::domain::publishing::{Article, Material, Project};

/// The label of a meeting of the network.
fn meeting_label(network: &Network, label: &str, meeting: Option<Id>) -> Option<String> {
    let row = network.meetings.get(&meeting?)?;
    Some(row.label(label))
}

/// A material of a network with this label.
pub fn material_object(row: &Material, network: &Network, label: &str) -> MaterialObject {
    let project = row.project.and_then(|id| network.projects.get(&id));
    MaterialObject {
        id: row.id.to_string(),
        label: row.id.to_string(),
        network: label.to_owned(),
        title: row.title.clone(),
        meeting: meeting_label(network, label, row.meeting),
        item: row.item.map(|id| id.to_string()),
        project: project.map(|row| row.title.clone()),
        link: row.link.clone(),
        file: row.file.clone(),
        file_name: row.file_name.clone(),
        themes: row.themes.clone(),
        on: row.on.map(day),
    }
}

/// A project of a network with this label.
pub fn project_object(row: &Project, network: &Network, label: &str) -> ProjectObject {
    ProjectObject {
        id: row.id.to_string(),
        label: row.id.to_string(),
        network: label.to_owned(),
        title: row.title.clone(),
        partners: row.partners.clone(),
        programme: row.programme.clone(),
        period: row.period.as_ref().map(ToString::to_string),
        results: row.results.clone(),
        link: row.link.clone(),
        meeting: meeting_label(network, label, row.meeting),
        themes: row.themes.clone(),
    }
}

/// The article about a meeting of a network with this label.
pub fn article_object(row: &Article, network: &Network, label: &str) -> ArticleObject {
    let status = match row.is_published() {
        true => "published",
        false => "draft",
    };
    let materials = network.material_list().into_iter();
    let materials = materials.filter(|it| it.meeting == Some(row.meeting));
    ArticleObject {
        id: row.id.to_string(),
        meeting: meeting_label(network, label, Some(row.meeting)).unwrap_or_default(),
        title: row.title.clone(),
        summary: row.summary.clone(),
        body: row.body.clone(),
        status: status.to_owned(),
        themes: row.themes.clone(),
        published_on: row.published_on.map(day),
        updated_on: row.updated_on.map(day),
        materials: materials
            .map(|it| material_object(it, network, label))
            .collect(),
    }
}
