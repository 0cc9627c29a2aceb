//! `export --what status`: the status report of a network or of all.

use super::arguments::ExportIt;
use super::desk::Papers;
use super::failure::Failure;
use super::headless::Headless;
use super::{out, plan, report, world};
use crate::documents::{self, DeskPaper, Format, NetworkStatus, Rendered, StatusSource, json};
use crate::domain::desk::Wanted;
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::query::{Answer, Query};
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
    Wanted::of_network(network, span).narrow(&mut papers.desk);
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
    let Answer::Decisions(decisions) = headless.link.ask(Query::Decisions { network })? else {
        return Err(Key::ErrorInternal.into());
    };
    let asked = Query::Actions {
        network,
        open: true,
    };
    let Answer::Actions(actions) = headless.link.ask(asked)? else {
        return Err(Key::ErrorInternal.into());
    };
    let mut status = NetworkStatus {
        id,
        network: headless.network(id)?,
        activities: plan::found(headless, network)?,
        figures: report::counted(headless, network)?,
        decisions,
        actions,
        ..NetworkStatus::default()
    }
    .within(span);
    for meeting in status.meetings() {
        let doc = headless.meeting(meeting)?;
        let items = doc.items.values().filter(|item| item.closed);
        status.closed.extend(items.map(|item| item.id));
    }
    Ok(status)
}
