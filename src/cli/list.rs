//! `list`: networks, meetings, people, organisations, action items, decisions.

mod people;
mod themed;

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

pub use people::found_people;

use super::arguments::{ListIt, Listed};
use super::failure::Done;
use super::headless::Headless;
use super::out;
use super::perform::unknown;
use super::plan;
use super::world::{self, World};
use super::{checklist, desk, held, need, sheets};
use crate::documents::json;
use crate::domain::id::Id;
use crate::domain::query::{Answer, Query, Reference};
use crate::domain::when::When;
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
        Listed::People => people::people(&mut headless, network, it),
        Listed::Organisations => people::organisations(&mut headless, network, it),
        Listed::Actions => actions(&mut headless, network, it),
        Listed::Decisions => decisions(&mut headless, network, it),
        Listed::Attendance => held::attendance(&mut headless, network, it),
        Listed::Votes => held::votes(&mut headless, network, it),
        Listed::Materials => themed::materials(&mut headless, network, it),
        Listed::Themes => themed::themes(&mut headless, network, it),
        Listed::Projects => themed::projects(&mut headless, network, it),
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
            brief(&row.when),
            row.status.name().to_owned(),
            row.kind.name().to_owned(),
            row.network.clone(),
            said(&row.meeting),
            row.title.clone(),
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

/// A date as a person types it.
pub fn brief(when: &Option<String>) -> String {
    When::from(said(when)).typed()
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
