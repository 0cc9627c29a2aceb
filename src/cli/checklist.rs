//! `walk NETWORK`: the checklist of a network; and its terms, groups and secretariat as lists have them.

use super::failure::{Done, Failure};
use super::headless::Headless;
use super::out;
use super::world;
use crate::app::checklist::{command, point_name, sentence};
use crate::documents::json::{self, ChecklistObject, MissingObject, PointObject, TermsObject};
use crate::domain::checklist::{Lack, Sight, Standing, checklist};
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
    if json {
        return out::json(&object(&sight, &points, label, locale));
    }
    out::print(&text(&sight, &points, label, locale))
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
