//! `show`: a meeting, network, person, organisation, action item or decision.

use serde::Serialize;
use serde_json::{Map, Value};

use super::arguments::{Place, ShowIt};
use super::failure::{Done, Failure};
use super::headless::Headless;
use super::perform::unknown;
use super::world::{self, World};
use super::{desk, document, open, out, plan};
use crate::documents::json::{
    GroupObject, KnowledgeObject, NeedObject, Scope, SecretariatTermObject, TermsObject,
    action_object, decision_object, group_object, knowledge_objects, need_objects,
    organisation_object, person_object, secretariat_term_object, terms_object,
};
use crate::documents::letterhead::{colour_name, read_colour, readable};
use crate::documents::{NetworkSource, What};
use crate::domain::id::Id;
use crate::domain::network::NetworkHead;
use crate::domain::query::{Answer, Query, Reference};
use crate::locale::Key;

/// Runs `show`.
pub fn run(world: &World, it: &ShowIt) -> Done {
    let folder = world::existing(world)?;
    if it.live {
        let place = Place {
            meeting: Some(it.id.clone()),
            live: true,
            ..Place::default()
        };
        return open::run(world, place);
    }
    let mut headless = Headless::open(world, &folder)?;
    match headless.resolve(&it.id)? {
        Some(Reference::Meeting(id)) => meeting(&mut headless, id, it.json),
        Some(Reference::Network(id)) => network(&mut headless, id, it.json),
        Some(Reference::Person(id)) => {
            let register = headless.register()?;
            match register.people.get(&id) {
                Some(row) => write(&person_object(row, &register), it.json),
                None => Err(unknown(Key::CliUnknownId, &it.id)),
            }
        }
        Some(Reference::Organisation(id)) => {
            let register = headless.register()?;
            match register.organisations.get(&id) {
                Some(row) => write(&organisation_object(row), it.json),
                None => Err(unknown(Key::CliUnknownId, &it.id)),
            }
        }
        Some(Reference::Action { network, action }) => {
            show_action(&mut headless, network, action, it)
        }
        Some(Reference::Activity { network, activity }) => {
            show_activity(&mut headless, network, activity, it)
        }
        Some(Reference::Desk(id)) => desk::show(&mut headless, id, it),
        None => decision(&mut headless, it),
    }
}

fn meeting(headless: &mut Headless, id: Id, json: bool) -> Done {
    if json {
        return out::json(&document::object(headless, id, Scope::All)?);
    }
    let ended = headless.meeting(id)?.head.started_at.is_some();
    let what = if ended { What::Minutes } else { What::Agenda };
    let rendered = document::text(headless, id, what)?;
    out::print(&rendered)
}

/// A network as scripts read it.
#[derive(Serialize)]
struct NetworkShape {
    id: Id,
    label: String,
    name: String,
    purpose: String,
    purposes: Vec<String>,
    quorum: Option<u16>,
    terms: Option<TermsObject>,
    secretariat: Vec<SecretariatTermObject>,
    groups: Vec<GroupObject>,
    needs: Vec<NeedObject>,
    knowledge: Vec<KnowledgeObject>,
    members: Vec<MemberShape>,
    meetings: Vec<String>,
    letterhead: Option<LetterheadShape>,
}

/// What stands round a network's documents.
#[derive(Serialize)]
struct LetterheadShape {
    logo: Option<String>,
    logo_hash: Option<String>,
    logo_text: String,
    colour: Option<String>,
    /// The colour its documents have: darker where the chosen one can't be read on white.
    colour_used: Option<String>,
    address: Vec<String>,
    footer: String,
}

impl LetterheadShape {
    /// None where nothing of it was set.
    fn of(head: &NetworkHead) -> Option<Self> {
        let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let all = [
            &head.logo,
            &head.logo_text,
            &head.colour,
            &head.address,
            &head.footer,
        ];
        all.iter().any(|text| !text.is_empty()).then(|| Self {
            logo: said(&head.logo_name),
            logo_hash: said(&head.logo),
            logo_text: head.logo_text.clone(),
            colour: said(&head.colour),
            colour_used: read_colour(&head.colour).map(|it| colour_name(readable(it))),
            address: head.address.lines().map(str::to_owned).collect(),
            footer: head.footer.clone(),
        })
    }
}

#[derive(Serialize)]
struct MemberShape {
    id: Id,
    person: Option<Id>,
    organisation: Option<Id>,
    name: String,
    role: &'static str,
}

fn network(headless: &mut Headless, id: Id, json: bool) -> Done {
    let network = headless.network(id)?;
    let (secretariat, register) = (headless.secretariat()?, headless.register()?);
    let label = secretariat.label(id).to_owned();
    let today = world::clock().local.date();
    let members = network.members_on(today);
    let mut meetings: Vec<_> = network
        .meetings
        .values()
        .filter(|row| !row.removed)
        .collect();
    meetings.sort_by_key(|row| (row.year, row.number));
    let source = NetworkSource {
        secretariat: &secretariat,
        register: &register,
        network: &network,
        id,
        today,
    };
    let shape = NetworkShape {
        id,
        name: network.head.name.clone(),
        letterhead: LetterheadShape::of(&network.head),
        purpose: network.purpose(),
        purposes: network
            .purposes()
            .iter()
            .map(|row| row.text.clone())
            .collect(),
        quorum: network.head.quorum,
        terms: network
            .current_terms()
            .map(|row| terms_object(row, &network, &label)),
        secretariat: network
            .secretariat_terms()
            .into_iter()
            .map(|row| secretariat_term_object(row, &register))
            .collect(),
        groups: network
            .live_groups()
            .into_iter()
            .map(|row| group_object(row, &network, &register, today))
            .collect(),
        needs: need_objects(&source),
        knowledge: knowledge_objects(&source),
        members: members
            .map(|row| MemberShape {
                id: row.id,
                person: row.person,
                organisation: row.organisation,
                name: match row.person {
                    Some(person) => register.name_of(person).to_owned(),
                    None => row
                        .organisation
                        .map_or_else(String::new, |id| register.organisation_name(id).to_owned()),
                },
                role: row.role.name(),
            })
            .collect(),
        meetings: meetings.into_iter().map(|row| row.label(&label)).collect(),
        label,
    };
    write(&shape, json)
}

fn show_action(headless: &mut Headless, network: Id, action: Id, it: &ShowIt) -> Done {
    let network = Some(network);
    let open = false;
    let Answer::Actions(mut rows) = headless.link.ask(Query::Actions { network, open })? else {
        return Err(Key::ErrorInternal.into());
    };
    rows.retain(|row| row.id == action);
    match rows.first() {
        Some(row) => write(&action_object(row), it.json),
        None => Err(unknown(Key::CliUnknownId, &it.id)),
    }
}

fn show_activity(headless: &mut Headless, network: Id, activity: Id, it: &ShowIt) -> Done {
    let row = plan::rows(headless, Some(network))?;
    match row.iter().find(|row| row.id == activity.to_string()) {
        Some(row) => write(row, it.json),
        None => Err(unknown(Key::CliUnknownId, &it.id)),
    }
}

fn decision(headless: &mut Headless, it: &ShowIt) -> Done {
    let network = None;
    let Answer::Decisions(rows) = headless.link.ask(Query::Decisions { network })? else {
        return Err(Key::ErrorInternal.into());
    };
    let wanted = it.id.trim().to_lowercase();
    match rows.iter().find(|row| row.id.to_string() == wanted) {
        Some(row) => write(&decision_object(row), it.json),
        None => Err(unknown(Key::CliUnknownId, &it.id)),
    }
}

/// A value as JSON, or as lines "name: value" of what it says.
pub fn write<T: Serialize>(value: &T, json: bool) -> Done {
    if json {
        return out::json(value);
    }
    let value = serde_json::to_value(value).map_err(|error| Failure::failed(error.to_string()))?;
    let mut text = String::new();
    lines(&value, "", &mut text);
    out::print(&text)
}

/// What a nested record is found by, and says nothing of it.
const FOUND_BY: [&str; 4] = ["id", "label", "network", "network_name"];

fn lines(value: &Value, name: &str, text: &mut String) {
    let said = match value {
        Value::Array(rows) => {
            let rows = rows.iter().map(in_a_line);
            let rows = rows.filter(|row| !row.is_empty());
            return rows.for_each(|row| text.push_str(&format!("{name}: {row}\n")));
        }
        Value::Object(fields) if name.is_empty() => {
            return fields
                .iter()
                .for_each(|(key, value)| lines(value, key, text));
        }
        Value::Object(fields) if !fields.contains_key("name") => {
            return told(fields)
                .for_each(|(key, value)| lines(value, &format!("{name}.{key}"), text));
        }
        other => in_a_line(other),
    };
    if !said.is_empty() {
        text.push_str(&format!("{name}: {said}\n"));
    }
}

fn told(fields: &Map<String, Value>) -> impl Iterator<Item = (&String, &Value)> {
    let fields = fields.iter();
    fields.filter(|(key, _)| !FOUND_BY.contains(&key.as_str()))
}

/// One value in a line: what has a name is called by it, with how far it is; of others all is said.
fn in_a_line(value: &Value) -> String {
    let joined = |rows: Vec<String>, between: &str| {
        let rows = rows.into_iter().filter(|row| !row.is_empty());
        rows.collect::<Vec<_>>().join(between)
    };
    match value {
        Value::Null => String::new(),
        Value::String(words) => words.clone(),
        Value::Array(rows) => joined(rows.iter().map(in_a_line).collect(), "; "),
        Value::Object(fields) => match (fields.get("name"), fields.get("status")) {
            (Some(Value::String(name)), Some(Value::String(status))) => {
                format!("{name} ({status})")
            }
            (Some(Value::String(name)), _) => name.clone(),
            _ => {
                let title = fields.get("title").map(in_a_line);
                let rest = told(fields).filter(|(key, _)| *key != "title");
                let rest = rest.map(|(key, value)| (key, in_a_line(value)));
                let rest = rest.filter(|(_, said)| !said.is_empty());
                let rest = rest.map(|(key, said)| format!("{key} {said}"));
                joined(title.into_iter().chain(rest).collect(), " · ")
            }
        },
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_inside_is_said_too() {
        let value = serde_json::json!({
            "label": "e-2026-4",
            "answer": "",
            "forwarded": [
                {"id": "1", "to": "Kolding", "date": "2026-10-27", "note": ""},
                {"id": "2", "to": "Vejle", "date": null, "note": "Bidrag"},
            ],
            "members": [{"id": "3", "name": "Karen Lund", "role": "chair"}],
            "terms": {"id": "4", "network": "nik", "version": 1, "purposes": ["Dele", "Søge"]},
            "knowledge": [{"title": "Ny lov", "members": [{"name": "Odense", "status": "working"}]}],
            "unset": null,
        });
        let mut text = String::new();
        lines(&value, "", &mut text);
        let wanted = [
            "forwarded: date 2026-10-27 · to Kolding",
            "forwarded: note Bidrag · to Vejle",
            "knowledge: Ny lov · members Odense (working)",
            "label: e-2026-4",
            "members: Karen Lund",
            "terms.purposes: Dele",
            "terms.purposes: Søge",
            "terms.version: 1",
        ];
        assert_eq!(text.lines().collect::<Vec<_>>(), wanted);
    }
}
