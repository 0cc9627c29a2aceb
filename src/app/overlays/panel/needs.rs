//! Needs, ideas, sign-ups, the knowledge overview, and offers, methods and templates as rows of a panel.

use super::Row;
use super::rows::call;
use crate::app::App;
use crate::app::context::Target;
use crate::app::overlays::form::choice_label;
use crate::domain::id::Id;
use crate::domain::need::{Knowledge, KnowledgeStatus};
use crate::domain::network::{Network, meeting_name};
use crate::domain::plan::Activity;
use crate::domain::setup::member_organisations;
use crate::locale::Key;

/// Columns of an organisation's name.
const NAME: usize = 24;

fn network(app: &App, target: Target) -> Option<&Network> {
    app.docs.network(target.network?)
}

/// Each need, whose it is, and what meets it.
pub(super) fn needs(app: &App, target: Target) -> Vec<Row> {
    let Some(network) = network(app, target) else {
        return Vec::new();
    };
    let rows = network.need_list().into_iter();
    rows.map(|row| {
        let id = row.id.to_string();
        let whose = row
            .organisation
            .map(|id| app.register().organisation_name(id));
        let met = network.meeting_need(row.id);
        let titles: Vec<&str> = met.iter().map(|row| row.title.as_str()).collect();
        Row {
            sign: if met.is_empty() { "!" } else { "✓" },
            text: match whose {
                Some(name) => format!("{} · {name}", row.title),
                None => row.title.clone(),
            },
            right: match titles.is_empty() {
                true => app.locale.text(Key::NeedUnmet).into_owned(),
                false => titles.join(", "),
            },
            call: Some(call(&["need-edit", &id], target)),
            remove: Some(call(&["need-remove", &id], target)),
            ..Row::default()
        }
    })
    .collect()
}

/// The ideas by rank, and the meeting that ranked them.
pub(super) fn ideas(app: &App, target: Target) -> Vec<Row> {
    let Some(network) = network(app, target) else {
        return Vec::new();
    };
    let rows = network.idea_list().into_iter();
    rows.map(|row| {
        let id = row.id.to_string();
        let rank = row
            .rank
            .map_or_else(|| "–".to_owned(), |rank| rank.to_string());
        Row {
            text: format!("{rank:>3}  {}", row.title),
            right: ranked_at(app, target, network, row),
            call: Some(call(&["activity-edit", &id], target)),
            tab: Some(call(&["idea-raise", &id], target)),
            remove: Some(call(&["activity-remove", &id], target)),
            ..Row::default()
        }
    })
    .collect()
}

fn ranked_at(app: &App, target: Target, network: &Network, row: &Activity) -> String {
    let meeting = row.ranked_at.and_then(|id| network.meetings.get(&id));
    let label = target.network.and_then(|id| app.docs.label_of(id));
    match meeting.zip(label) {
        Some((meeting, label)) => meeting_name(&meeting.label(label)),
        None => String::new(),
    }
}

/// Seats in the order people signed up, then who waits.
pub(super) fn sign_ups(app: &App, target: Target, activity: Id) -> Vec<Row> {
    let Some(network) = network(app, target) else {
        return Vec::new();
    };
    let Some(row) = network.activities.get(&activity) else {
        return Vec::new();
    };
    let register = app.register();
    let all = network.sign_up_list(activity);
    let seats = row.seats.map_or(usize::MAX, usize::from);
    let heading = |text: String| Row {
        text,
        ..Row::default()
    };
    let mut rows = vec![heading(row.title.clone())];
    let said = seats_said(app, row, all.len());
    rows.extend((!said.is_empty()).then(|| heading(said)));
    for (index, it) in all.iter().enumerate() {
        if index == seats {
            rows.push(Row {
                text: app.locale.text(Key::SignUpWaiting).into_owned(),
                ..Row::default()
            });
        }
        let person = register.people.get(&it.person);
        let organisation = person.and_then(|person| person.organisation);
        let (activity, id) = (activity.to_string(), it.person.to_string());
        rows.push(Row {
            text: format!("{:>3}  {}", index + 1, register.name_of(it.person)),
            right: organisation
                .map_or("", |id| register.organisation_name(id))
                .to_owned(),
            call: Some(call(&["go-people", &id], target)),
            remove: Some(call(&["sign-off", &activity, &id], target)),
            ..Row::default()
        });
    }
    rows
}

/// "12 af 20 pladser · tilmelding senest 1. marts 2027".
fn seats_said(app: &App, row: &Activity, taken: usize) -> String {
    let mut said = Vec::new();
    if let Some(seats) = row.seats.map(usize::from) {
        let args = [("taken", taken.min(seats).into()), ("seats", seats.into())];
        said.push(app.locale.text_with(Key::SignUpSeats, &args));
    }
    if let Some(day) = row.sign_up_by {
        let day = app.locale.language().plain_date(day);
        said.push(app.locale.text_with(Key::SignUpBy, &[("date", day.into())]));
    }
    said.join(" · ")
}

/// Each law or piece of knowledge, from when it holds, and how many members are there.
pub(super) fn knowledge(app: &App, target: Target) -> Vec<Row> {
    let Some(network) = network(app, target) else {
        return Vec::new();
    };
    let members = member_organisations(network, app.register(), app.clock.local.date());
    let rows = network.knowledge_list().into_iter();
    rows.map(|row| {
        let id = row.id.to_string();
        let done = |status: KnowledgeStatus| {
            matches!(
                status,
                KnowledgeStatus::InPlace | KnowledgeStatus::NotRelevant
            )
        };
        let standing = |id: &Id| network.standing(row.id, *id).map(|it| it.status);
        let there = members.iter().filter_map(standing).filter(|it| done(*it));
        let args = [
            ("count", there.count().into()),
            ("members", members.len().into()),
        ];
        Row {
            text: named(app, row),
            right: app.locale.text_with(Key::KnowledgeThere, &args),
            call: Some(call(&["knowledge-members", &id], target)),
            tab: Some(call(&["knowledge-edit", &id], target)),
            remove: Some(call(&["knowledge-remove", &id], target)),
            ..Row::default()
        }
    })
    .collect()
}

/// "Ny lov om social støtte · 1. juli 2027".
fn named(app: &App, row: &Knowledge) -> String {
    match &row.in_force {
        Some(when) => format!("{} · {}", row.title, app.locale.language().when(when)),
        None => row.title.clone(),
    }
}

/// How far each member is with one of them.
pub(super) fn standings(app: &App, target: Target, knowledge: Id) -> Vec<Row> {
    let Some(network) = network(app, target) else {
        return Vec::new();
    };
    let Some(row) = network.knowledge.get(&knowledge) else {
        return Vec::new();
    };
    let register = app.register();
    let id = knowledge.to_string();
    let mut rows = vec![Row {
        text: named(app, row),
        right: row.source.clone(),
        ..Row::default()
    }];
    if !row.proposal.is_empty() {
        rows.push(Row {
            text: row.proposal.replace('\n', " "),
            ..Row::default()
        });
    }
    let members = member_organisations(network, register, app.clock.local.date());
    rows.extend(members.iter().map(|member| {
        let standing = network.standing(knowledge, *member);
        let status = standing.map(|row| row.status).unwrap_or_default();
        let note = standing
            .map_or("", |row| row.note.as_str())
            .replace('\n', " ");
        let name = register.organisation_name(*member);
        Row {
            sign: match status {
                KnowledgeStatus::InPlace => "✓",
                KnowledgeStatus::Unknown => "!",
                _ => " ",
            },
            text: format!("{name:<NAME$} {note}").trim_end().to_owned(),
            right: choice_label(app.locale, "status", status.name()),
            call: Some(call(
                &["knowledge-member-edit", &id, &member.to_string()],
                target,
            )),
            ..Row::default()
        }
    }));
    rows
}

/// Each offer, method and template, who keeps it right, and when it was last gone through.
pub(super) fn resources(app: &App, target: Target) -> Vec<Row> {
    let Some(network) = network(app, target) else {
        return Vec::new();
    };
    let today = app.clock.local.date();
    let rows = network.resource_list().into_iter();
    rows.map(|row| {
        let id = row.id.to_string();
        let kind = choice_label(app.locale, "kind", row.kind.name());
        let reviewed = row.reviewed_on;
        let reviewed = reviewed.map(|day| app.locale.language().plain_date(day));
        let parts = [
            row.owner.name(app.register()).to_owned(),
            reviewed.unwrap_or_default(),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
        Row {
            sign: if row.is_overdue(today) { "!" } else { "✓" },
            text: format!("{} · {kind}", row.title),
            right: parts.join(" · "),
            call: Some(call(&["resource-edit", &id], target)),
            tab: Some(call(&["resource-review", &id], target)),
            remove: Some(call(&["resource-remove", &id], target)),
        }
    })
    .collect()
}
