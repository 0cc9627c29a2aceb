//! `list`: networks, meetings, people, organisations, action items, decisions.

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::arguments::{ListIt, Listed};
use super::failure::{Done, Failure};
use super::headless::Headless;
use super::out;
use super::perform::unknown;
use super::plan;
use super::world::{self, World};
use super::{checklist, desk, held, need, sheets};
use crate::documents::json;
use crate::domain::exchange::PersonObject;
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::network::Member;
use crate::domain::publishing::has_theme;
use crate::domain::query::{Answer, Query, Reference};
use crate::domain::register::{Organisation, Person};
use crate::domain::themed;
use crate::locale::Key;

/// Runs `list`.
pub fn run(world: &World, it: &ListIt) -> Done {
    let folder = world::existing(world)?;
    let mut headless = Headless::open(world, &folder)?;
    let network = match &it.network {
        None => None,
        Some(typed) => match headless.resolve(typed)? {
            Some(Reference::Network(id)) => Some(id),
            _ => return Err(unknown(Key::ErrorNetworkUnknown, typed)),
        },
    };
    let others = matches!(
        it.what,
        Listed::People | Listed::Actions | Listed::Attendance
    );
    if it.format.is_some() && !others {
        return Err(sheets::wrong(it, "--json"));
    }
    match it.what {
        Listed::Networks => networks(&mut headless, network, it),
        Listed::Meetings => meetings(&mut headless, network, it),
        Listed::People => people(&mut headless, network, it),
        Listed::Organisations => organisations(&mut headless, network, it),
        Listed::Actions => actions(&mut headless, network, it),
        Listed::Decisions => decisions(&mut headless, network, it),
        Listed::Attendance => held::attendance(&mut headless, network, it),
        Listed::Votes => held::votes(&mut headless, network, it),
        Listed::Materials => materials(&mut headless, network, it),
        Listed::Themes => themes(&mut headless, network, it),
        Listed::Projects => projects(&mut headless, network, it),
        Listed::Needs => need::needs(&mut headless, network, it),
        Listed::Knowledge => need::knowledge(&mut headless, network, it),
        Listed::Resources => need::resources(&mut headless, network, it),
        Listed::SignUps => need::sign_ups(&mut headless, network, it),
        Listed::Speakers => speakers(&mut headless, it),
        Listed::Words => words(&mut headless, network, it),
        Listed::Terms => terms(&mut headless, network, it),
        Listed::Activities => activities(&mut headless, network, it),
        Listed::Enquiries
        | Listed::Memberships
        | Listed::Representations
        | Listed::Contacts
        | Listed::Fora => desk::list(&mut headless, network, it),
    }
}

fn networks(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let today = world::clock().local.date();
    let Answer::Home(home) = headless.link.ask(Query::Home { today })? else {
        return Err(Key::ErrorInternal.into());
    };
    let wanted = home.networks.iter();
    let wanted = wanted.filter(|row| network.is_none_or(|wanted| row.id == wanted));
    let rows: Vec<_> = wanted.map(json::network_object).collect();
    write(&rows, it.json, |row| {
        vec![row.label.clone(), row.name.clone(), said(&row.next)]
    })
}

fn meetings(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let open = it.open;
    let Answer::Meetings(rows) = headless.link.ask(Query::Meetings { network, open })? else {
        return Err(Key::ErrorInternal.into());
    };
    let rows: Vec<_> = rows.iter().map(json::meeting_row_object).collect();
    write(&rows, it.json, |row| {
        vec![
            row.label.clone(),
            said(&row.when.date),
            said(&row.when.start),
            row.stage.name().to_owned(),
            row.title.clone(),
        ]
    })
}

fn people(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let register = headless.register()?;
    let mut rows = found_people(headless, network, it.role.as_deref())?;
    if let Some(typed) = &it.meeting {
        let Some(Reference::Meeting(id)) = headless.resolve(typed)? else {
            return Err(unknown(Key::ErrorMeetingUnknown, typed));
        };
        let meeting = headless.meeting(id)?;
        let coming: Vec<String> = meeting
            .participant_list()
            .map(|row| row.id.to_string())
            .collect();
        rows.retain(|row| coming.contains(&row.id));
    }
    rows.retain(|row| !it.open || row.left_on.is_none());
    if let Some(format) = &it.format {
        return sheets::people(headless.locale(), it, format, &rows, &register);
    }
    write(&rows, it.json, |row| {
        vec![
            row.label.clone(),
            row.name.clone(),
            said(&row.organisation_name),
            row.email.clone(),
        ]
    })
}

/// The people of the register, or a network's, or those of them with a role, by name.
pub fn found_people(
    headless: &mut Headless,
    network: Option<Id>,
    role: Option<&str>,
) -> Result<Vec<PersonObject>, Failure> {
    let register = headless.register()?;
    let members = members(headless, network)?;
    let fits = |member: &Member| role.is_none_or(|role| member.role.name() == role);
    let is_member = |row: &&Person| match &members {
        Some(members) => members
            .iter()
            .any(|it| it.person == Some(row.id) && fits(it)),
        None => role.is_none(),
    };
    let live = register.people.values().filter(|row| !row.removed);
    let mut rows: Vec<_> = live
        .filter(is_member)
        .map(|row| json::person_object(row, &register))
        .collect();
    rows.sort_by_cached_key(|row| sort_key(&row.name));
    Ok(rows)
}

/// A network's members today; `None` when no network is asked for.
fn members(headless: &mut Headless, network: Option<Id>) -> Result<Option<Vec<Member>>, Failure> {
    let Some(id) = network else {
        return Ok(None);
    };
    let today = world::clock().local.date();
    let network = headless.network(id)?;
    Ok(Some(network.members_on(today).cloned().collect()))
}

/// With a network: the organisations that are members or have people who are.
fn organisations(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let register = headless.register()?;
    let members = members(headless, network)?;
    let of = |member: &Member| {
        let person = member.person.and_then(|id| register.people.get(&id));
        member
            .organisation
            .or(person.and_then(|it| it.organisation))
    };
    let is_member = |row: &&Organisation| match &members {
        None => true,
        Some(members) => members.iter().any(|member| of(member) == Some(row.id)),
    };
    let live = register.organisations.values().filter(|row| !row.removed);
    let mut rows: Vec<_> = live
        .filter(is_member)
        .map(json::organisation_object)
        .collect();
    rows.sort_by_cached_key(|row| sort_key(&row.name));
    write(&rows, it.json, |row| {
        vec![row.label.clone(), row.name.clone(), row.address.clone()]
    })
}

fn actions(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let open = it.open;
    let Answer::Actions(rows) = headless.link.ask(Query::Actions { network, open })? else {
        return Err(Key::ErrorInternal.into());
    };
    if let Some(format) = &it.format {
        return sheets::actions(headless, it, format, &rows);
    }
    let rows: Vec<_> = rows.iter().map(json::action_object).collect();
    write(&rows, it.json, |row| {
        vec![
            said(&row.meeting),
            said(&row.due),
            row.status.name().to_owned(),
            said(&row.owner),
            row.text.clone(),
        ]
    })
}

fn decisions(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let Answer::Decisions(rows) = headless.link.ask(Query::Decisions { network })? else {
        return Err(Key::ErrorInternal.into());
    };
    let rows: Vec<_> = rows.iter().map(json::decision_object).collect();
    write(&rows, it.json, |row| {
        vec![row.meeting.clone(), said(&row.date), row.text.clone()]
    })
}

/// The speaker list of the meeting named.
fn speakers(headless: &mut Headless, it: &ListIt) -> Done {
    let typed = it.meeting.clone().unwrap_or_default();
    let Some(Reference::Meeting(id)) = headless.resolve(&typed)? else {
        return Err(unknown(Key::ErrorMeetingUnknown, &typed));
    };
    let (meeting, register) = (headless.meeting(id)?, headless.register()?);
    let mut rows = json::turn_objects(&meeting, &register, world::now());
    rows.retain(|row| !it.open || row.to.is_none());
    write(&rows, it.json, |row| {
        let lasted = match row.from {
            Some(_) => format!("{}:{:02}", row.seconds / 60, row.seconds % 60),
            None => String::new(),
        };
        vec![lasted, row.name.clone(), row.note.clone()]
    })
}

/// The words of networks that no dictionary knows.
fn words(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let mut rows = Vec::new();
    for (id, label) in checklist::networks(headless, network)? {
        let network = headless.network(id)?;
        let list = network.own_word_list().into_iter();
        rows.extend(list.map(|row| json::WordObject {
            id: row.id.to_string(),
            network: label.clone(),
            word: row.text.clone(),
        }));
    }
    write(&rows, it.json, |row| {
        vec![row.network.clone(), row.word.clone()]
    })
}

fn activities(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let (from, to) = plan::span(headless.locale(), it.from.as_deref(), it.to.as_deref())?;
    let mut rows = plan::found(headless, network)?;
    rows.retain(|row| row.activity.touches(from, to));
    let rows = plan::objects(headless, &rows)?;
    write(&rows, it.json, |row| {
        vec![
            said(&row.when),
            row.status.name().to_owned(),
            row.kind.name().to_owned(),
            row.network.clone(),
            said(&row.meeting),
            row.title.clone(),
        ]
    })
}

/// Whether it is of the theme asked about.
fn of_theme(themes: &[String], it: &ListIt) -> bool {
    let wanted = it.theme.as_deref();
    wanted.is_none_or(|wanted| has_theme(themes, wanted))
}

fn materials(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let mut rows = Vec::new();
    for (id, label) in checklist::networks(headless, network)? {
        let network = headless.network(id)?;
        let list = network.material_list().into_iter();
        let list = list.filter(|row| of_theme(&row.themes, it));
        rows.extend(list.map(|row| json::material_object(row, &network, &label)));
    }
    write(&rows, it.json, |row| {
        let source = if row.link.is_empty() {
            &row.file_name
        } else {
            &row.link
        };
        vec![
            row.network.clone(),
            said(&row.meeting),
            row.title.clone(),
            row.themes.join(", "),
            source.clone(),
        ]
    })
}

/// The themes and how much there is of each; with one named everything of it.
fn themes(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let mut rows = Vec::new();
    for (id, _) in checklist::networks(headless, network)? {
        rows.extend(themed::of_network(id, &headless.network(id)?));
    }
    rows.extend(themed::of_desk(&headless.desk()?, network));
    if it.theme.is_none() {
        let rows = themed::themes(&rows).into_iter();
        let rows: Vec<_> = rows
            .map(|(theme, count)| json::ThemeObject { theme, count })
            .collect();
        return write(&rows, it.json, |row| {
            vec![row.count.to_string(), row.theme.clone()]
        });
    }
    rows.retain(|row| of_theme(&row.themes, it));
    rows.sort_by_cached_key(|row| (row.kind, sort_key(&row.title)));
    let secretariat = headless.secretariat()?;
    let mut found = Vec::new();
    for row in rows {
        let meeting = match row.meeting {
            Some(id) => Some((
                headless.label(&Reference::Meeting(id))?,
                headless.meeting(id)?,
            )),
            None => None,
        };
        let label = meeting.as_ref().map(|(label, _)| label.clone());
        let title = match meeting {
            Some((_, doc)) if row.title.is_empty() => doc.head.title,
            _ => row.title,
        };
        found.push(json::ThemedObject {
            kind: row.kind.name().to_owned(),
            id: row.id.to_string(),
            network: row.network.map(|id| secretariat.label(id).to_owned()),
            meeting: label,
            title,
            source: row.source,
            themes: row.themes,
        });
    }
    write(&found, it.json, |row| {
        let place = row.meeting.clone().or_else(|| row.network.clone());
        vec![
            row.kind.clone(),
            place.unwrap_or_default(),
            row.title.clone(),
            row.source.clone(),
        ]
    })
}

fn projects(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let mut rows = Vec::new();
    for (id, label) in checklist::networks(headless, network)? {
        let network = headless.network(id)?;
        let list = network.project_list().into_iter();
        let list = list.filter(|row| of_theme(&row.themes, it));
        rows.extend(list.map(|row| json::project_object(row, &network, &label)));
    }
    write(&rows, it.json, |row| {
        vec![
            row.network.clone(),
            said(&row.period),
            row.title.clone(),
            row.partners.clone(),
            row.programme.clone(),
        ]
    })
}

fn terms(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let mut rows = Vec::new();
    for (id, label) in checklist::networks(headless, network)? {
        rows.extend(checklist::versions(&headless.network(id)?, &label));
    }
    write(&rows, it.json, |row| {
        vec![
            row.network.clone(),
            row.version.to_string(),
            row.status.clone(),
            said(&row.adopted_on),
            said(&row.adopted_by),
            row.purposes.join("; "),
        ]
    })
}

pub fn said(text: &Option<String>) -> String {
    text.clone().unwrap_or_default()
}

/// Rows as JSON, or as columns.
pub fn write<T: Serialize>(rows: &[T], json: bool, cells: impl Fn(&T) -> Vec<String>) -> Done {
    if json {
        return out::json(&rows);
    }
    let rows: Vec<Vec<String>> = rows.iter().map(cells).collect();
    out::print(&columns(&rows))
}

/// Lines with columns two spaces apart; the last column is as long as it is.
fn columns(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.width()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            let gap = width.saturating_sub(cell.width()) + 2 * usize::from(*width > 0);
            line.extend(std::iter::repeat_n(' ', gap));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn columns_line_up_by_what_the_eye_sees() {
        let rows = [["Åse", "", "x"], ["A\u{30a}se Olsen", "", "yy"]];
        let rows: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())
            .collect();
        assert_eq!(columns(&rows), "Åse        x\nA\u{30a}se Olsen  yy\n");
    }
}
