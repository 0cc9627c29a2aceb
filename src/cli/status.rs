//! `export --what status`: the status report of a network or of all.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::arguments::ExportIt;
use super::desk::{Papers, Wanted};
use super::failure::Failure;
use super::headless::Headless;
use super::{out, plan, report, world};
use crate::documents::{self, DeskPaper, Format, NetworkStatus, Rendered, StatusSource, json};
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::query::{ActionRow, Answer, DecisionRow, Query};
use crate::domain::secretariat::Language;
use crate::locale::Key;

/// The report in a format.
///
/// # Errors
/// When a date cannot be read, or the format is none of a report.
pub fn text(
    headless: &mut Headless,
    network: Option<Id>,
    language: Language,
    it: &ExportIt,
) -> Result<Rendered, Failure> {
    let span = plan::span(headless.locale(), it.from.as_deref(), it.to.as_deref())?;
    let mut papers = Papers::fetch(headless)?;
    let ids = match network {
        Some(id) => vec![id],
        None => all(headless, &papers)?,
    };
    Wanted::of_network(network, span).narrow(&mut papers);
    let mut networks = Vec::new();
    for id in ids {
        let status = fetch(headless, id, span)?;
        networks.push(match it.public {
            true => status.public(),
            false => status,
        });
    }
    let figures = report::counted(headless, network)?.within(span);
    let title = match networks.as_slice() {
        [one] if network.is_some() => one.network.head.name.clone(),
        _ => papers.secretariat.head.name.clone(),
    };
    let source = StatusSource {
        networks: &networks,
        paper: DeskPaper {
            source: papers.source(),
            locale: documents::locale(language),
            title: &title,
            span,
        },
        figures: &figures,
        today: world::clock().local.date(),
    };
    match it.format.as_str() {
        "json" => out::data(&json::status_object(&source)),
        "csv" => Ok(it.csv(&source.sheet()).into()),
        format => match format.parse::<Format>() {
            Ok(format) => report::document(headless, network, format, &source.outline()),
            Err(_) => Err(report::wrong_format(it, &["csv", "json"])),
        },
    }
}

/// The networks by name.
fn all(headless: &mut Headless, papers: &Papers) -> Result<Vec<Id>, Failure> {
    let rows = papers.secretariat.networks.values();
    let mut named = Vec::new();
    for id in rows.filter(|row| !row.removed).map(|row| row.id) {
        named.push((sort_key(&headless.network(id)?.head.name), id));
    }
    named.sort();
    Ok(named.into_iter().map(|(_, id)| id).collect())
}

fn fetch(headless: &mut Headless, id: Id, span: plan::Span) -> Result<NetworkStatus, Failure> {
    let network = Some(id);
    let mut activities = plan::found(headless, network)?;
    activities.retain(|row| row.activity.touches(span.0, span.1));
    let asked = Query::Decisions { network };
    let Answer::Decisions(mut decisions) = headless.link.ask(asked)? else {
        return Err(Key::ErrorInternal.into());
    };
    decisions.retain(|row| within(row.date, span));
    decisions.sort_by_key(|row| (row.date, row.meeting, row.number));
    let asked = Query::Actions {
        network,
        open: true,
    };
    let Answer::Actions(actions) = headless.link.ask(asked)? else {
        return Err(Key::ErrorInternal.into());
    };
    Ok(NetworkStatus {
        id,
        network: headless.network(id)?,
        activities,
        figures: report::counted(headless, network)?.within(span),
        closed: closed(headless, &decisions, &actions)?,
        decisions,
        actions,
    })
}

fn within(day: Option<NaiveDate>, (from, to): plan::Span) -> bool {
    day.is_none_or(|day| from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to))
}

/// The agenda items closed to the public among those the rows arose under.
fn closed(
    headless: &mut Headless,
    decisions: &[DecisionRow],
    actions: &[ActionRow],
) -> Result<BTreeSet<Id>, Failure> {
    let mut meetings: BTreeSet<Id> = decisions.iter().map(|row| row.meeting).collect();
    meetings.extend(actions.iter().filter_map(|row| row.meeting));
    let mut closed = BTreeSet::new();
    for meeting in meetings {
        let doc = headless.meeting(meeting)?;
        let items = doc.items.values().filter(|item| item.closed);
        closed.extend(items.map(|item| item.id));
    }
    Ok(closed)
}
