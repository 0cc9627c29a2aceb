//! `list materials`, `list projects` and `list themes`: what carries themes.

use super::super::arguments::ListIt;
use super::super::checklist;
use super::super::failure::Done;
use super::super::headless::Headless;
use super::{said, write};
use crate::documents::json;
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::publishing::has_theme;
use crate::domain::query::Reference;
use crate::domain::themed;

/// Whether it is of the theme asked about.
fn of_theme(themes: &[String], it: &ListIt) -> bool {
    let wanted = it.theme.as_deref();
    wanted.is_none_or(|wanted| has_theme(themes, wanted))
}

/// Slides, reports and links.
pub fn materials(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let mut rows = Vec::new();
    for (id, label) in checklist::networks(headless, network)? {
        let network = headless.network(id)?;
        let list = network.material_list().into_iter();
        let list = list.filter(|row| of_theme(&row.themes, it));
        rows.extend(list.map(|row| json::material_object(row, &network, &label)));
    }
    write(&rows, it.json, |row| {
        let source = if row.link.is_empty() {
            &row.file_name
        } else {
            &row.link
        };
        vec![
            row.network.clone(),
            said(&row.meeting),
            row.title.clone(),
            row.themes.join(", "),
            source.clone(),
        ]
    })
}

/// The themes and how much there is of each; with one named everything of it.
pub fn themes(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let mut rows = Vec::new();
    for (id, _) in checklist::networks(headless, network)? {
        rows.extend(themed::of_network(id, &headless.network(id)?));
    }
    rows.extend(themed::of_desk(&headless.desk()?, network));
    if it.theme.is_none() {
        let rows = themed::themes(&rows).into_iter();
        let rows: Vec<_> = rows
            .map(|(theme, count)| json::ThemeObject { theme, count })
            .collect();
        return write(&rows, it.json, |row| {
            vec![row.count.to_string(), row.theme.clone()]
        });
    }
    rows.retain(|row| of_theme(&row.themes, it));
    rows.sort_by_cached_key(|row| (row.kind, sort_key(&row.title)));
    let secretariat = headless.secretariat()?;
    let mut found = Vec::new();
    for row in rows {
        let meeting = match row.meeting {
            Some(id) => Some((
                headless.label(&Reference::Meeting(id))?,
                headless.meeting(id)?,
            )),
            None => None,
        };
        let label = meeting.as_ref().map(|(label, _)| label.clone());
        let title = match meeting {
            Some((_, doc)) if row.title.is_empty() => doc.head.title,
            _ => row.title,
        };
        found.push(json::ThemedObject {
            kind: row.kind.name().to_owned(),
            id: row.id.to_string(),
            network: row.network.map(|id| secretariat.label(id).to_owned()),
            meeting: label,
            title,
            source: row.source,
            themes: row.themes,
        });
    }
    write(&found, it.json, |row| {
        let place = row.meeting.clone().or_else(|| row.network.clone());
        vec![
            row.kind.clone(),
            place.unwrap_or_default(),
            row.title.clone(),
            row.source.clone(),
        ]
    })
}

/// What grew out of networks.
pub fn projects(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let mut rows = Vec::new();
    for (id, label) in checklist::networks(headless, network)? {
        let network = headless.network(id)?;
        let list = network.project_list().into_iter();
        let list = list.filter(|row| of_theme(&row.themes, it));
        rows.extend(list.map(|row| json::project_object(row, &network, &label)));
    }
    write(&rows, it.json, |row| {
        vec![
            row.network.clone(),
            said(&row.period),
            row.title.clone(),
            row.partners.clone(),
            row.programme.clone(),
        ]
    })
}
