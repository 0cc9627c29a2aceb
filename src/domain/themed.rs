//! Everything of a theme: meetings with their articles, materials, projects, representations.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use super::folding::{fold, sort_key};
use super::id::Id;
use super::network::Network;
use super::publishing::has_theme;
use crate::choice;

choice! {
    /// What carries a theme.
    ThemedKind {
        /// A meeting: its article has the theme, or a material of it.
        Meeting = "meeting",
        /// A material.
        Material = "material",
        /// A project.
        Project = "project",
        /// A representation.
        Representation = "representation",
        /// An offer, a method or a template.
        Resource = "resource",
    }
}

/// Something with themes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Themed {
    /// What it is.
    pub kind: ThemedKind,
    /// Itself; of a meeting the meeting.
    pub id: Id,
    /// The network.
    pub network: Option<Id>,
    /// The meeting it is of.
    pub meeting: Option<Id>,
    /// Its title; of a meeting its article's.
    pub title: String,
    /// Where it is found: a link, a file's name, the occasion.
    pub source: String,
    /// Its themes.
    pub themes: Vec<String>,
}

/// What of a network has themes: meetings, materials, projects, resources.
pub fn of_network(id: Id, network: &Network) -> Vec<Themed> {
    let mut meetings: BTreeMap<Id, Themed> = BTreeMap::new();
    let at = |meeting: Id| Themed {
        id: meeting,
        network: Some(id),
        meeting: Some(meeting),
        ..Themed::default()
    };
    for row in network.articles.values().filter(|row| !row.removed) {
        let meeting = meetings
            .entry(row.meeting)
            .or_insert_with(|| at(row.meeting));
        meeting.title.clone_from(&row.title);
        add_themes(&mut meeting.themes, &row.themes);
    }
    let mut rows = Vec::new();
    for row in network.material_list() {
        if let Some(meeting) = row.meeting {
            let meeting = meetings.entry(meeting).or_insert_with(|| at(meeting));
            add_themes(&mut meeting.themes, &row.themes);
        }
        let source = match row.link.is_empty() {
            true => &row.file_name,
            false => &row.link,
        };
        rows.push(Themed {
            kind: ThemedKind::Material,
            id: row.id,
            network: Some(id),
            meeting: row.meeting,
            title: row.title.clone(),
            source: source.clone(),
            themes: row.themes.clone(),
        });
    }
    rows.extend(network.project_list().into_iter().map(|row| Themed {
        kind: ThemedKind::Project,
        id: row.id,
        network: Some(id),
        meeting: row.meeting,
        title: row.title.clone(),
        source: row.link.clone(),
        themes: row.themes.clone(),
    }));
    rows.extend(network.resource_list().into_iter().map(|row| Themed {
        kind: ThemedKind::Resource,
        id: row.id,
        network: Some(id),
        meeting: None,
        title: row.title.clone(),
        source: row.link.clone(),
        themes: row.themes.clone(),
    }));
    rows.extend(meetings.into_values());
    rows.retain(|row| !row.themes.is_empty());
    rows
}

/// What of the desk has themes: representations of a network, or all.
pub fn of_desk(desk: &Desk, network: Option<Id>) -> Vec<Themed> {
    let rows = desk.representation_list().into_iter();
    let rows = rows.filter(|row| network.is_none() || row.network == network);
    let rows = rows.filter(|row| !row.themes.is_empty());
    rows.map(|row| Themed {
        kind: ThemedKind::Representation,
        id: row.id,
        network: row.network,
        meeting: None,
        title: row.title.clone(),
        source: row.event.clone(),
        themes: row.themes.clone(),
    })
    .collect()
}

/// The themes of all, and how much there is of each, by name.
pub fn themes(rows: &[Themed]) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for theme in rows.iter().flat_map(|row| &row.themes) {
        let counted = counts
            .entry(fold(theme))
            .or_insert_with(|| (theme.clone(), 0));
        counted.1 += 1;
    }
    let mut themes: Vec<(String, usize)> = counts.into_values().collect();
    themes.sort_by_cached_key(|(theme, _)| sort_key(theme));
    themes
}

fn add_themes(themes: &mut Vec<String>, more: &[String]) {
    for theme in more {
        if !has_theme(themes, theme) {
            themes.push(theme.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::desk::Representation;
    use crate::domain::publishing::{Article, Material, Project};
    use crate::domain::resource::Resource;

    fn id(bits: u128) -> Id {
        Id::from_bits(bits)
    }

    #[test]
    fn everything_of_a_theme_is_found_wherever_it_stands() {
        let mut network = Network::default();
        let shared = || vec!["Samskabelse".to_owned()];
        let article = Article {
            id: id(1),
            meeting: id(10),
            title: "Sammen om byen".into(),
            themes: vec!["frivillighed".into()],
            ..Article::default()
        };
        let material = |bits, meeting| Material {
            id: id(bits),
            title: "Oplæg".into(),
            meeting,
            themes: vec!["samskabelse".into()],
            ..Material::default()
        };
        let project = Project {
            id: id(4),
            themes: shared(),
            ..Project::default()
        };
        network.articles.insert(article.id, article);
        for row in [material(2, Some(id(10))), material(3, None)] {
            network.materials.insert(row.id, row);
        }
        network.projects.insert(project.id, project);
        let offer = Resource {
            id: id(8),
            themes: shared(),
            ..Resource::default()
        };
        network.resources.insert(offer.id, offer);
        let mut desk = Desk::default();
        for (bits, themes, of) in [
            (5, shared(), None),
            (6, Vec::new(), None),
            (7, shared(), Some(id(9))),
        ] {
            let row = Representation {
                id: id(bits),
                themes,
                network: of,
                ..Representation::default()
            };
            desk.representations.insert(row.id, row);
        }
        let mut rows = of_network(id(9), &network);
        rows.extend(of_desk(&desk, None));
        assert_eq!(
            themes(&rows),
            [
                ("frivillighed".to_owned(), 1),
                ("samskabelse".to_owned(), 7)
            ]
        );
        let of: Vec<ThemedKind> = rows
            .iter()
            .filter(|row| has_theme(&row.themes, "SAMSKABELSE"))
            .map(|row| row.kind)
            .collect();
        for kind in ThemedKind::ALL {
            assert!(of.contains(kind), "{kind:?}");
        }
        assert_eq!(of_desk(&desk, Some(id(9))).len(), 1);
    }
}
