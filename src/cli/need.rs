//! Needs, the knowledge overview and sign-ups on the command line.

use super::arguments::ListIt;
use super::checklist;
use super::failure::{Done, Failure};
use super::headless::Headless;
use super::list::{said, write};
use super::world;
use crate::documents::NetworkSource;
use crate::documents::json::{self, KnowledgeObject, NeedObject, ResourceObject, SignUpObject};
use crate::domain::id::Id;

/// What is made of each network, one after the other.
fn of_networks<T>(
    headless: &mut Headless,
    network: Option<Id>,
    of: impl Fn(&NetworkSource) -> Vec<T>,
) -> Result<Vec<T>, Failure> {
    let (secretariat, register) = (headless.secretariat()?, headless.register()?);
    let mut rows = Vec::new();
    for (id, _) in checklist::networks(headless, network)? {
        let network = headless.network(id)?;
        rows.extend(of(&NetworkSource {
            secretariat: &secretariat,
            register: &register,
            network: &network,
            id,
            today: world::clock().local.date(),
        }));
    }
    Ok(rows)
}

/// `list needs`.
pub fn needs(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let rows: Vec<NeedObject> = of_networks(headless, network, json::need_objects)?;
    write(&rows, it.json, |row| {
        vec![
            row.network.clone(),
            said(&row.on),
            said(&row.organisation),
            row.title.clone(),
            row.met_by.join(", "),
        ]
    })
}

/// `list knowledge`.
pub fn knowledge(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let rows: Vec<KnowledgeObject> = of_networks(headless, network, json::knowledge_objects)?;
    write(&rows, it.json, |row| {
        vec![
            row.network.clone(),
            said(&row.in_force),
            row.title.clone(),
            row.source.clone(),
        ]
    })
}

/// `list resources`.
pub fn resources(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let rows: Vec<ResourceObject> = of_networks(headless, network, json::resource_objects)?;
    write(&rows, it.json, |row| {
        vec![
            row.network.clone(),
            row.kind.clone(),
            row.title.clone(),
            row.owner.clone(),
            said(&row.reviewed_on),
            if row.overdue { "overdue" } else { "" }.to_owned(),
        ]
    })
}

/// `list sign-ups`.
pub fn sign_ups(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let rows: Vec<SignUpObject> = of_networks(headless, network, json::sign_up_objects)?;
    write(&rows, it.json, |row| {
        vec![
            row.network.clone(),
            row.activity_title.clone(),
            row.place.to_string(),
            if row.waits { "waits" } else { "seat" }.to_owned(),
            row.name.clone(),
        ]
    })
}
