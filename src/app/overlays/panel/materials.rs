//! Articles, materials and projects as rows of a panel: narrowed by title, place or theme.

use super::Row;
use super::rows::call;
use crate::app::App;
use crate::app::context::Target;
use crate::domain::id::Id;
use crate::domain::network::{Network, meeting_name};
use crate::locale::Key;

/// Those of the networks, articles first.
pub(super) fn all(app: &App, networks: &[Id]) -> Vec<Row> {
    let mut rows = Vec::new();
    for id in networks {
        let label = app.docs.secretariat().map_or("", |doc| doc.label(*id));
        if let Some(network) = app.docs.network(*id) {
            rows.extend(of(app, *id, network, label));
        }
    }
    rows.extend(representations(app, networks));
    rows
}

/// Representations of the networks; of all, those of none too.
fn representations(app: &App, networks: &[Id]) -> Vec<Row> {
    let all = app.docs.secretariat().map_or(0, |doc| {
        let live = doc.networks.values().filter(|row| !row.removed);
        live.count()
    });
    let Some(desk) = app.docs.desk() else {
        return Vec::new();
    };
    let wanted = |of: Option<Id>| match of {
        Some(id) => networks.contains(&id),
        None => networks.len() == all && all > 1,
    };
    let rows = desk.representation_list().into_iter();
    let rows = rows.filter(|row| wanted(row.network));
    rows.map(|row| {
        let record = row.id.to_string();
        let kind = app.locale.text(Key::Representation).into_owned();
        let mut parts = vec![kind, row.event.clone(), row.themes.join(", ")];
        parts.retain(|part| !part.is_empty());
        Row {
            text: row.title.clone(),
            right: parts.join(" · "),
            call: Some(call(&["go-desk", &record], Target::default())),
            ..Row::default()
        }
    })
    .collect()
}

fn of(app: &App, id: Id, network: &Network, label: &str) -> Vec<Row> {
    let target = |meeting: Option<Id>| Target {
        network: Some(id),
        meeting,
        ..Target::default()
    };
    let name = |meeting: Option<Id>| {
        let row = meeting.and_then(|id| network.meetings.get(&id));
        row.map_or_else(
            || label.to_uppercase(),
            |row| meeting_name(&row.label(label)),
        )
    };
    let right = |key: Key, meeting: Option<Id>, themes: &[String]| {
        let kind = app.locale.text(key).into_owned();
        let mut parts = vec![kind, name(meeting)];
        parts.push(themes.join(", "));
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    };
    let mut rows = Vec::new();
    for row in network.articles.values().filter(|row| !row.removed) {
        rows.push(Row {
            text: row.title.clone(),
            right: right(Key::Article, Some(row.meeting), &row.themes),
            call: Some(call(&["article-edit"], target(Some(row.meeting)))),
            remove: Some(call(&["article-remove"], target(Some(row.meeting)))),
            ..Row::default()
        });
    }
    for row in network.material_list() {
        let material = row.id.to_string();
        rows.push(Row {
            text: row.title.clone(),
            right: right(Key::Material, row.meeting, &row.themes),
            call: Some(call(&["material-edit", &material], target(None))),
            remove: Some(call(&["material-remove", &material], target(None))),
            tab: row
                .meeting
                .map(|it| call(&["go-meeting"], target(Some(it)))),
            ..Row::default()
        });
    }
    for row in network.project_list() {
        let project = row.id.to_string();
        rows.push(Row {
            text: row.title.clone(),
            right: right(Key::Project, row.meeting, &row.themes),
            call: Some(call(&["project-edit", &project], target(None))),
            remove: Some(call(&["project-remove", &project], target(None))),
            ..Row::default()
        });
    }
    rows
}
