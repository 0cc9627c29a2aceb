//! `portal --check`: what would appear, and what is held back and why.

use serde::Serialize;

use super::gather::Gathering;
use crate::cli::failure::Done;
use crate::cli::out;
use crate::documents::portal::{Audience, Card, Site, is_announced, is_named, is_open};
use crate::domain::id::Id;
use crate::domain::network::{Network, Reach};
use crate::locale::{Key, Locale};

/// What the check says.
#[derive(Debug, Default, Serialize)]
struct Checked {
    /// Whom the site is for.
    audience: &'static str,
    /// Networks that appear, by label.
    networks: Vec<String>,
    /// Meetings that appear.
    meetings: usize,
    /// Agendas that can be read.
    agendas: usize,
    /// Minutes that can be read.
    minutes: usize,
    /// Articles that can be read.
    articles: usize,
    /// Materials.
    materials: usize,
    /// Projects.
    projects: usize,
    /// Seasons' programmes.
    programmes: usize,
    /// What is held back.
    withheld: Vec<Withheld>,
}

/// Something that is held back.
#[derive(Debug, Default, Serialize)]
struct Withheld {
    /// What: a network's or a meeting's label; empty for people.
    what: String,
    /// Why, by name.
    why: &'static str,
    /// How much of it.
    count: usize,
}

/// How many things are held back.
pub fn kinds(gathering: &Gathering, site: &Site<'_>) -> usize {
    withheld(gathering, site).len()
}

/// Writes what would appear and what is held back.
pub fn tell(gathering: &Gathering, site: &Site<'_>, locale: Locale, json: bool) -> Done {
    let checked = checked(gathering, site);
    if json {
        return out::json(&checked);
    }
    let audience = match gathering.frame.audience {
        Audience::Public => Key::ChoicePortalPublic,
        Audience::Internal => Key::ChoicePortalMembers,
    };
    let args = [
        ("audience", locale.text(audience).into()),
        ("networks", checked.networks.len().into()),
        ("meetings", checked.meetings.into()),
        ("agendas", checked.agendas.into()),
        ("minutes", checked.minutes.into()),
        ("articles", checked.articles.into()),
        ("materials", checked.materials.into()),
        ("projects", checked.projects.into()),
        ("programmes", checked.programmes.into()),
    ];
    out::print(&locale.text_with(Key::PortalCheckAppears, &args))?;
    let none = checked.withheld.is_empty();
    let head = if none {
        Key::PortalCheckNothing
    } else {
        Key::PortalCheckWithheld
    };
    out::print(&locale.text(head))?;
    for row in &checked.withheld {
        let Some(key) = Key::named(&format!("portal-why-{}", row.why)) else {
            continue;
        };
        let args = [
            ("what", row.what.as_str().into()),
            ("count", row.count.into()),
        ];
        out::print(&format!("  {}", locale.text_with(key, &args)))?;
    }
    Ok(())
}

fn checked(gathering: &Gathering, site: &Site<'_>) -> Checked {
    let count = |fits: fn(&Card) -> bool| site.cards.iter().filter(|card| fits(card)).count();
    let label = |id| gathering.basis.secretariat.label(id).to_owned();
    let networks = || site.networks.iter().map(|(_, network)| network);
    Checked {
        audience: match gathering.frame.audience {
            Audience::Public => "public",
            Audience::Internal => "members",
        },
        networks: site.networks.iter().map(|(id, _)| label(*id)).collect(),
        meetings: site.cards.len(),
        agendas: count(|card| card.agenda),
        minutes: count(|card| card.minutes),
        articles: networks().map(|it| it.articles.len()).sum(),
        materials: networks().map(|it| it.materials.len()).sum(),
        projects: networks().map(|it| it.projects.len()).sum(),
        programmes: site.seasons(),
        withheld: withheld(gathering, site),
    }
}

/// Seasons whose programmes are not for this audience.
fn seasons(gathering: &Gathering, id: Id, network: &Network) -> Vec<Withheld> {
    let closed = network.season_list().into_iter();
    let closed = closed.filter(|row| !is_announced(row, gathering.frame.audience));
    closed
        .map(|row| Withheld {
            what: named(gathering, id, &row.name),
            why: match row.portal {
                Reach::Members => "season-members",
                _ => "season",
            },
            count: 1,
        })
        .collect()
}

/// A season, as it is told of.
fn named(gathering: &Gathering, network: Id, season: &str) -> String {
    format!("{} {season}", gathering.basis.secretariat.label(network))
}

fn withheld(gathering: &Gathering, site: &Site<'_>) -> Vec<Withheld> {
    let audience = gathering.frame.audience;
    let mut rows = Vec::new();
    for (id, network) in &gathering.basis.networks {
        if !is_open(network, audience) {
            rows.push(Withheld {
                what: gathering.basis.secretariat.label(*id).to_owned(),
                why: match network.head.portal.name() {
                    "members" => "members",
                    _ => "network",
                },
                count: 1,
            });
        } else {
            rows.extend(seasons(gathering, *id, network));
        }
    }
    let held = site.held_of_seasons().into_iter();
    rows.extend(held.map(|(network, season, why, count)| Withheld {
        what: named(gathering, network, season),
        why: why.name(),
        count,
    }));
    for card in site.cards.iter().rev() {
        rows.extend(card.held.iter().map(|(why, count)| Withheld {
            what: card.name.clone(),
            why: why.name(),
            count: *count,
        }));
    }
    let people = gathering.basis.register.people.values();
    let unnamed = people.filter(|row| !row.removed && !row.erased && !is_named(row, audience));
    match unnamed.count() {
        0 => {}
        count => rows.push(Withheld {
            what: String::new(),
            why: "people",
            count,
        }),
    }
    rows
}
