//! `walk NETWORK`: the checklist of a network; and its terms, groups and secretariat as lists have them.

use chrono::NaiveDate;

use super::failure::{Done, Failure};
use super::headless::Headless;
use super::out;
use super::world;
use crate::app::checklist::{command, point_name, sentence};
use crate::documents::json::{
    self, ChecklistObject, DeskSource, MissingObject, PointObject, TermsObject,
};
use crate::domain::checklist::{Lack, Sight, Standing, checklist};
use crate::domain::desk::Enquiry;
use crate::domain::id::Id;
use crate::domain::network::Network;
use crate::domain::query::{Answer, Query};
use crate::domain::register::Register;
use crate::locale::{Key, Locale};

/// Prints the checklist of a network.
pub fn run(headless: &mut Headless, id: Id, json: bool) -> Done {
    let network = headless.network(id)?;
    let (secretariat, register) = (headless.secretariat()?, headless.register()?);
    let plan = super::plan::found(headless, Some(id))?;
    let asked = Query::Meetings {
        network: Some(id),
        open: false,
    };
    let Answer::Meetings(meetings) = headless.link.ask(asked)? else {
        return Err(Key::ErrorInternal.into());
    };
    let sight = Sight {
        network: &network,
        register: &register,
        plan: &plan,
        meetings: &meetings,
        id,
        today: world::clock().local.date(),
    };
    let points = checklist(&sight);
    let (label, locale) = (secretariat.label(id), headless.locale());
    let mut desk = headless.desk()?;
    desk.enquiries
        .retain(|_, row| row.network == Some(id) && row.is_open());
    let rows = desk.enquiry_list();
    if json {
        let source = DeskSource {
            desk: &desk,
            register: &register,
            secretariat: &secretariat,
        };
        let enquiries = rows.into_iter().map(|row| source.enquiry(row));
        return out::json(&ChecklistObject {
            enquiries: enquiries.collect(),
            ..object(&sight, &points, label, locale)
        });
    }
    let mut text = text(&sight, &points, label, locale);
    text.push_str(&waiting(&rows, sight.today, locale));
    out::print(&text)
}

fn object(sight: &Sight<'_>, points: &[Standing], label: &str, locale: Locale) -> ChecklistObject {
    let missing = |lack: &Lack| MissingObject {
        missing: lack.missing.name().to_owned(),
        count: lack.count,
        about: lack.about.iter().map(ToString::to_string).collect(),
        named: lack
            .named
            .iter()
            .map(|id| named(sight.register, *id))
            .collect(),
        day: lack.day.map(|day| day.to_string()),
        text: sentence(locale, sight, lack),
        command: command(lack.missing).to_owned(),
    };
    ChecklistObject {
        id: sight.id.to_string(),
        label: label.to_owned(),
        enquiries: Vec::new(),
        met: points.iter().filter(|row| row.is_met()).count(),
        points: points
            .iter()
            .map(|row| PointObject {
                point: row.point.name().to_owned(),
                met: row.is_met(),
                missing: row.lacks.iter().map(missing).collect(),
            })
            .collect(),
    }
}

/// The label of an organisation or a person.
fn named(register: &Register, id: Id) -> String {
    let organisation = register.organisations.get(&id).map(|row| row.label.clone());
    let person = register.people.get(&id).map(|row| row.label.clone());
    organisation.or(person).unwrap_or_default()
}

/// "✓ Klart formål", and under what is not met what is missing and the command that mends it.
fn text(sight: &Sight<'_>, points: &[Standing], label: &str, locale: Locale) -> String {
    let met = points.iter().filter(|row| row.is_met()).count();
    let mut text = format!(
        "{label}  {}  {met}/{}\n",
        sight.network.head.name,
        points.len()
    );
    for row in points {
        let mark = if row.is_met() { "✓" } else { "!" };
        text.push_str(&format!("{mark} {}\n", point_name(locale, row.point)));
        for lack in &row.lacks {
            let said = sentence(locale, sight, lack);
            text.push_str(&format!("    {said}\n      → {}\n", command(lack.missing)));
        }
    }
    text
}

/// "! e-2026-2 Høring · frist 20. oktober 2026": the enquiries that wait for an answer, by deadline.
fn waiting(rows: &[&Enquiry], today: NaiveDate, locale: Locale) -> String {
    let lines = rows.iter().map(|row| {
        let mark = if row.is_late(today) { "!" } else { "·" };
        let due = row.deadline.as_ref().map(|due| {
            let args = [("due", locale.due(due).into())];
            format!(" · {}", locale.text_with(Key::StatusDue, &args))
        });
        let due = due.unwrap_or_default();
        format!("{mark} {} {}{due}\n", row.label(), row.title)
    });
    lines.collect()
}

/// All versions of a network's terms, the newest first.
pub fn versions(network: &Network, label: &str) -> Vec<TermsObject> {
    let rows = network.versions().into_iter();
    rows.map(|row| json::terms_object(row, network, label))
        .collect()
}

/// The networks asked about: one, or all.
pub fn networks(
    headless: &mut Headless,
    network: Option<Id>,
) -> Result<Vec<(Id, String)>, Failure> {
    let secretariat = headless.secretariat()?;
    let live = secretariat.networks.values().filter(|row| !row.removed);
    let mut rows: Vec<(Id, String)> = live
        .filter(|row| network.is_none_or(|wanted| row.id == wanted))
        .map(|row| (row.id, row.label.clone()))
        .collect();
    rows.sort_by(|left, right| left.1.cmp(&right.1));
    Ok(rows)
}
