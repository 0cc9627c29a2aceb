//! Names offered while one types in a form: people, organisations, groups, networks.

use crate::app::App;
use crate::app::args::{ArgKind, Place};
use crate::app::context::Target;
use crate::app::replies::recipients;
use crate::domain::attendance::ParticipantRole;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::matching::{Candidate, Index};
use crate::domain::network::Network;
use crate::domain::register::Register;
use crate::locale::{Key, Locale};

use super::slot::Slot;

/// At most so many are offered.
const OFFERS: usize = 6;

/// A name that can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What stands in the field when it is taken.
    pub name: String,
    /// What tells it from others of the name.
    pub beside: String,
    /// Who is meant, where the name alone would not say it.
    pub id: Option<Id>,
}

/// What fits the word being typed in a field; nothing once it is a name that fits alone.
pub fn offers(app: &App, slot: &Slot, target: Target) -> Vec<Offer> {
    let typed = slot.word();
    if typed.is_empty() && slot.arg.kind != ArgKind::Network {
        return Vec::new();
    }
    let register = app.register();
    let mut offers = match slot.arg.kind {
        ArgKind::Person => people(register, Index::of_register(register), &typed),
        ArgKind::Organisation => organisations(register, &typed),
        ArgKind::Party | ArgKind::Newcomer => {
            let mut offers = people(register, by_name(register), &typed);
            offers.extend(groups(network(app, target), &typed));
            offers.extend(organisations(register, &typed));
            offers
        }
        ArgKind::Recipients => {
            let mut offers = roles(app.locale, &typed);
            offers.extend(groups(network(app, target), &typed));
            offers.extend(organisations(register, &typed));
            offers.extend(people(register, by_name(register), &typed));
            offers
        }
        ArgKind::Network => networks(app, &typed),
        ArgKind::Text => of_the_year(app, slot.arg.name, target, &typed),
        _ => Vec::new(),
    };
    offers.truncate(OFFERS);
    let known = |offer: &Offer| fold(&offer.name) == fold(&typed);
    match offers.as_slice() {
        [only] if known(only) => return Vec::new(),
        all if slot.arg.kind == ArgKind::Newcomer && !all.iter().any(known) => {
            offers.extend(new(app, &typed, Key::OfferNewPerson));
        }
        all if makes_organisation(slot) && !all.iter().any(known) => {
            offers.extend(new(app, &typed, Key::OfferNewOrganisation));
        }
        _ => {}
    }
    offers
}

/// What a year's plan names besides people: needs, ideas, and who took a product into use.
fn of_the_year(app: &App, name: &str, target: Target, typed: &str) -> Vec<Offer> {
    let titles: Vec<(usize, &str)> = match (name, network(app, target)) {
        ("adopted-by", _) => return organisations(app.register(), typed),
        ("meets", Some(network)) => {
            let rows = network.need_list().into_iter();
            (1..).zip(rows.map(|row| row.title.as_str())).collect()
        }
        ("ideas", Some(network)) => {
            let rows = network.idea_list().into_iter();
            // Ideas have no numbers of their own.
            let rows = rows.filter(|row| !row.title.contains([',', ';']));
            (1..).zip(rows.map(|row| row.title.as_str())).collect()
        }
        _ => Vec::new(),
    };
    let typed = fold(typed);
    let fits = titles
        .into_iter()
        .filter(|(_, title)| fold(title).contains(&typed));
    // A comma ends a name here: what has one is known by its number.
    let offer = |(number, title): (usize, &str)| match title.contains([',', ';']) {
        true => (number.to_string(), title.to_owned()),
        false => (title.to_owned(), String::new()),
    };
    let offers = fits.map(offer).map(|(name, beside)| Offer {
        name,
        beside,
        id: None,
    });
    offers.collect()
}

/// Whether an organisation that is not known is made with a plus.
fn makes_organisation(slot: &Slot) -> bool {
    slot.arg.kind == ArgKind::Organisation && slot.arg.place == Place::Option
}

/// What is not in the register yet.
fn new(app: &App, typed: &str, beside: Key) -> Option<Offer> {
    (!typed.starts_with('+')).then(|| Offer {
        name: format!("+ {typed}"),
        beside: app.locale.text(beside).into_owned(),
        id: None,
    })
}

fn people(register: &Register, index: Index<Id>, typed: &str) -> Vec<Offer> {
    let found = index.find(typed, |id| {
        let person = register.people.get(id);
        person.is_some_and(|person| person.left_on.is_some())
    });
    let offer = |id: Id| {
        let person = register.people.get(&id)?;
        let organisation = person.organisation;
        let name = fold(&person.name);
        let same = |other: &&crate::domain::register::Person| {
            !other.removed && !other.erased && fold(&other.name) == name
        };
        let shared = register.people.values().filter(same).count() > 1;
        Some(Offer {
            name: person.name.clone(),
            beside: organisation
                .map_or("", |id| register.organisation_name(id))
                .to_owned(),
            id: Some(id).filter(|_| shared),
        })
    };
    let found = found.matches.iter().take(OFFERS);
    found.filter_map(|found| offer(found.key)).collect()
}

/// People by their names only: where any words are taken, "alle" is nobody from Allerød.
fn by_name(register: &Register) -> Index<Id> {
    Index::new(register.people.keys().filter_map(|id| {
        let person = Candidate::person(register, *id)?;
        Some(Candidate {
            organisation: String::new(),
            email: String::new(),
            ..person
        })
    }))
}

fn organisations(register: &Register, typed: &str) -> Vec<Offer> {
    let found = Index::of_organisations(register).find(typed, |_| false);
    let rows = found.matches.iter().take(OFFERS);
    rows.filter_map(|found| register.organisations.get(&found.key))
        .map(|row| Offer {
            name: row.name.clone(),
            beside: row.short.clone(),
            id: None,
        })
        .collect()
}

fn network(app: &App, target: Target) -> Option<&Network> {
    let meeting = || Some(app.docs.meeting(target.meeting?)?.head.network);
    app.docs.network(target.network.or_else(meeting)?)
}

fn groups(network: Option<&Network>, typed: &str) -> Vec<Offer> {
    let typed = fold(typed);
    let groups = network.into_iter().flat_map(|it| it.groups.values());
    groups
        .filter(|group| !group.removed && fold(&group.name).starts_with(&typed))
        .map(|group| Offer {
            name: group.name.clone(),
            beside: String::new(),
            id: None,
        })
        .collect()
}

/// What people are at the meeting.
fn roles(locale: Locale, typed: &str) -> Vec<Offer> {
    let typed = fold(typed);
    let names = ParticipantRole::ALL.iter();
    let names = names.map(|role| recipients(locale, *role).into_owned());
    names
        .filter(|name| fold(name).starts_with(&typed))
        .map(|name| Offer {
            name,
            beside: String::new(),
            id: None,
        })
        .collect()
}

fn networks(app: &App, typed: &str) -> Vec<Offer> {
    let typed = fold(typed);
    let home = app.view.home.iter();
    home.flat_map(|home| &home.networks)
        .filter(|row| fold(&format!("{} {}", row.name, row.label)).contains(&typed))
        .map(|row| Offer {
            name: row.name.clone(),
            beside: row.label.clone(),
            id: None,
        })
        .collect()
}
