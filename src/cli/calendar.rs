//! `export` as iCalendar: a meeting's invitation, a network's plan.

use super::arguments::ExportIt;
use super::document::Papers;
use super::failure::Failure;
use super::headless::Headless;
use super::perform::unknown;
use super::{plan, report, world};
use crate::app::message::Message;
use crate::documents::calendar::{self, Sending};
use crate::domain::id::Id;
use crate::domain::plan::PlanRow;
use crate::domain::query::Reference;
use crate::domain::register::Register;
use crate::domain::secretariat::Secretariat;
use crate::locale::Key;

/// What `export --what` takes for calendars.
pub const NAMES: &[&str] = &["invitation", "calendar"];

/// The text of a calendar.
pub fn text(headless: &mut Headless, it: &ExportIt) -> Result<String, Failure> {
    if it.format != "ics" {
        return Err(report::wrong_format(it, &["ics"]));
    }
    match it.what.as_str() {
        "invitation" => invitation(headless, it),
        _ => year(headless, it),
    }
}

fn invitation(headless: &mut Headless, it: &ExportIt) -> Result<String, Failure> {
    let typed = it.id.as_deref().unwrap_or_default();
    let Some(Reference::Meeting(id)) = headless.resolve(typed)? else {
        return Err(unknown(Key::ErrorMeetingUnknown, typed));
    };
    let papers = Papers::fetch(headless, id)?;
    let source = papers.source();
    let taker = source.meeting.head.minute_taker;
    let taker = taker.or(source.network.head.minute_taker);
    let (address, name) = sender(source.secretariat, source.register, taker);
    let sending = Sending {
        now: world::now(),
        sequence: source.meeting.next_sequence(),
        address,
        name,
    };
    calendar::invitation(&source, &sending, true)
        .ok_or_else(|| Failure::said(Message::new(Key::ErrorNoDateYet)))
}

/// Whom mail comes from: the secretariat's address, else who takes the minutes.
fn sender(secretariat: &Secretariat, register: &Register, taker: Option<Id>) -> (String, String) {
    let head = &secretariat.head;
    if !head.mail_sender.is_empty() {
        return (head.mail_sender.clone(), head.name.clone());
    }
    let taker = taker.and_then(|id| register.people.get(&id));
    taker.map_or_else(Default::default, |row| {
        (row.email.clone(), row.name.clone())
    })
}

fn year(headless: &mut Headless, it: &ExportIt) -> Result<String, Failure> {
    let network = match it.id.as_deref() {
        None => None,
        Some(typed) => match headless.resolve(typed)? {
            Some(Reference::Network(id)) => Some(id),
            _ => return Err(unknown(Key::ErrorNetworkUnknown, typed)),
        },
    };
    let (from, to) = plan::span(headless.locale(), it.from.as_deref(), it.to.as_deref())?;
    let rows = plan::found(headless, network)?;
    let rows: Vec<&PlanRow> = rows
        .iter()
        .filter(|row| row.activity.is_announced() && row.activity.touches(from, to))
        .collect();
    let language = report::language(headless, network)?;
    let name = match network {
        Some(id) => headless.network(id)?.head.name,
        None => headless.secretariat()?.head.name,
    };
    Ok(calendar::plan(&rows, &name, language, world::now()))
}
