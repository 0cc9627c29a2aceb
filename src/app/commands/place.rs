//! Places in ordered lists: after which row, one up, one down, as number N.

use super::lookup;
use crate::app::command::Stop;
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::draft::jitter;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::pos::Pos;
use crate::locale::Key;

/// Rows of a list in order: id and place.
pub type Rows = Vec<(Id, Pos)>;

/// The place after number `after`, or the last; 0 is before all.
///
/// # Errors
/// When the list has no such number.
pub fn after(rows: &Rows, after: Option<&str>, id: Id) -> Result<Pos, Stop> {
    let index = match after {
        Some(typed) => within(lookup::number(typed)?, 0, rows.len())?,
        None => rows.len(),
    };
    Ok(between(rows, index, jitter(id)))
}

/// Where a row goes when it is moved `up`, `down` or to a number; `None` when it stays.
///
/// # Errors
/// When the list has no such number.
pub fn moved(context: &mut Context<'_>, rows: Rows, id: Id, to: &str) -> Result<Option<Pos>, Stop> {
    let Some(index) = rows.iter().position(|(row, _)| *row == id) else {
        return Err(Key::ErrorInternal.into());
    };
    let last = rows.len() - 1;
    let wanted = match to.trim().to_lowercase().as_str() {
        "up" | "op" => index.saturating_sub(1),
        "down" | "ned" => (index + 1).min(last),
        typed => within(lookup::number(typed)?, 1, rows.len())? - 1,
    };
    if wanted == index {
        return Ok(None);
    }
    let others: Rows = rows.into_iter().filter(|(row, _)| *row != id).collect();
    let jitter = jitter(context.new_id());
    Ok(Some(between(&others, wanted, jitter)))
}

/// The id of a row by its number or its id.
///
/// # Errors
/// When the list has none such.
pub fn numbered(rows: &Rows, typed: &str) -> Result<Id, Stop> {
    let known = typed.trim().parse().ok();
    if let Some((id, _)) = rows.iter().find(|(row, _)| Some(*row) == known) {
        return Ok(*id);
    }
    let number = within(lookup::number(typed)?, 1, rows.len())?;
    rows.get(number - 1)
        .map(|(id, _)| *id)
        .ok_or_else(|| Key::ErrorInternal.into())
}

/// The id of a row by its number, its id, or how its title begins.
///
/// # Errors
/// Says `none` when there is none such, or several.
pub fn titled(rows: &[(Id, &str)], typed: &str, none: Key) -> Result<Id, Stop> {
    let wanted = fold(typed.trim());
    let number = wanted
        .parse::<usize>()
        .ok()
        .and_then(|it| it.checked_sub(1));
    let numbered = number.and_then(|index| rows.get(index));
    let found = named(rows, typed, numbered.map(|row| row.0));
    found.ok_or_else(|| Message::new(none).with("typed", typed.to_owned()).into())
}

/// The row that has this id or title; else the one `meant` otherwise, else the only one whose title begins so.
pub fn named(rows: &[(Id, &str)], typed: &str, meant: Option<Id>) -> Option<Id> {
    let wanted = fold(typed.trim());
    let is = |row: &&(Id, &str)| row.0.to_string() == wanted || fold(row.1) == wanted;
    let begins = |row: &&(Id, &str)| !wanted.is_empty() && fold(row.1).starts_with(&wanted);
    let same = rows.iter().find(is).map(|row| row.0);
    let mut near = rows.iter().filter(begins);
    let only = match (near.next(), near.next()) {
        (Some(row), None) => Some(row.0),
        _ => None,
    };
    same.or(meant).or(only)
}

fn within(number: usize, first: usize, last: usize) -> Result<usize, Stop> {
    if (first..=last).contains(&number) {
        return Ok(number);
    }
    let message = Message::new(Key::ErrorNoSuchNumber).with("number", number);
    Err(message.with("count", last).into())
}

fn between(rows: &Rows, index: usize, jitter: u32) -> Pos {
    let place = |index: usize| rows.get(index).map(|(_, pos)| pos);
    Pos::between(index.checked_sub(1).and_then(place), place(index), jitter)
}
