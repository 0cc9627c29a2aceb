//! `list`: networks, meetings, people, organisations, action items, decisions.

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::arguments::{ListIt, Listed};
use super::failure::{Done, Failure};
use super::headless::Headless;
use super::out;
use super::perform::unknown;
use super::shape::{self, Names};
use super::world::{self, World};
use crate::domain::due::Due;
use crate::domain::id::Id;
use crate::domain::query::{Answer, Query, Reference};
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
    match it.what {
        Listed::Networks => networks(&mut headless, network, it),
        Listed::Meetings => meetings(&mut headless, network, it),
        Listed::People => people(&mut headless, network, it),
        Listed::Organisations => organisations(&mut headless, network, it),
        Listed::Actions => actions(&mut headless, network, it),
        Listed::Decisions => decisions(&mut headless, network, it),
    }
}

/// What rows of people, organisations and networks are named by.
pub fn names(headless: &mut Headless) -> Result<Names, Failure> {
    Ok(Names {
        secretariat: headless.secretariat()?,
        register: headless.register()?,
    })
}

fn networks(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let today = world::clock().local.date();
    let Answer::Home(home) = headless.link.ask(Query::Home { today })? else {
        return Err(Key::ErrorInternal.into());
    };
    let mut rows = shape::networks(home.networks);
    rows.retain(|row| network.is_none_or(|wanted| row.id == wanted));
    write(&rows, it.json, |row| {
        vec![row.label.clone(), row.name.clone(), date(row.next)]
    })
}

fn meetings(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let open = it.open;
    let Answer::Meetings(rows) = headless.link.ask(Query::Meetings { network, open })? else {
        return Err(Key::ErrorInternal.into());
    };
    let rows = shape::meetings(rows, &names(headless)?);
    write(&rows, it.json, |row| {
        vec![
            row.label.clone(),
            date(row.date),
            row.start.clone().unwrap_or_default(),
            row.stage.to_owned(),
            row.title.clone(),
        ]
    })
}

fn people(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let register = headless.register()?;
    let today = world::clock().local.date();
    let members: Option<Vec<Id>> = match network {
        None => None,
        Some(id) => {
            let network = headless.network(id)?;
            let people = network.members_on(today).filter_map(|row| row.person);
            Some(people.collect())
        }
    };
    let rows = shape::people(&register, it.open, |row| {
        members.as_ref().is_none_or(|ids| ids.contains(&row.id))
    });
    write(&rows, it.json, |row| {
        vec![
            row.label.clone(),
            row.name.clone(),
            row.organisation.clone().unwrap_or_default(),
            row.email.clone(),
        ]
    })
}

fn organisations(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let register = headless.register()?;
    let today = world::clock().local.date();
    let network = network.map(|id| headless.network(id)).transpose()?;
    let members: Option<Vec<_>> = network.as_ref().map(|it| it.members_on(today).collect());
    let rows = shape::organisations(&register, members.as_deref());
    write(&rows, it.json, |row| {
        vec![
            row.label.clone(),
            row.name.clone(),
            row.people.to_string(),
        ]
    })
}

fn actions(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let open = it.open;
    let Answer::Actions(rows) = headless.link.ask(Query::Actions { network, open })? else {
        return Err(Key::ErrorInternal.into());
    };
    let rows = shape::actions(rows, &names(headless)?);
    write(&rows, it.json, |row| {
        vec![
            row.meeting.clone().unwrap_or_default(),
            row.due.as_ref().map(Due::to_string).unwrap_or_default(),
            row.status.to_owned(),
            row.owner.clone(),
            row.text.clone(),
        ]
    })
}

fn decisions(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let Answer::Decisions(rows) = headless.link.ask(Query::Decisions { network })? else {
        return Err(Key::ErrorInternal.into());
    };
    write(&shape::decisions(rows), it.json, |row| {
        vec![row.label.clone(), date(row.date), row.text.clone()]
    })
}

fn date(day: Option<chrono::NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// Rows as JSON, or as columns.
fn write<T: Serialize>(rows: &[T], json: bool, cells: impl Fn(&T) -> Vec<String>) -> Done {
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
