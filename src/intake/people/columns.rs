//! From a table's cells to rows: which column holds what, and what each cell says.

use super::read::{Cells, address, is_email, name_of, turned};
use super::words::{Attended, Column, answer, attended, column};
use super::{BadList, Preview, Row, matching::unmatched};
use crate::domain::attendance::{ParticipantRole, Rsvp};

/// The columns of a table.
struct Head {
    /// What each column holds; `None` for one that is left out.
    columns: Vec<Option<Column>>,
    /// What each is called in errors.
    names: Vec<String>,
    /// The first line names them.
    given: bool,
}

pub(super) fn rows_of_table(lines: Vec<Cells>) -> Result<Preview, BadList> {
    let head = head(&lines)?;
    let mut preview = Preview::default();
    if head.given {
        let pairs = head.names.iter().zip(&head.columns);
        preview.ignored = pairs
            .filter(|(name, column)| column.is_none() && !name.is_empty())
            .map(|(name, _)| name.clone())
            .collect();
    }
    for cells in lines.iter().skip(usize::from(head.given)) {
        let (row, room) = row(cells, &head)?;
        if room {
            preview.rooms.push(row.name);
        } else {
            preview.rows.push(unmatched(row));
        }
    }
    Ok(preview)
}

fn head(lines: &[Cells]) -> Result<Head, BadList> {
    let Some(first) = lines.first() else {
        return Err(BadList::Empty);
    };
    let columns: Vec<Option<Column>> = first.cells.iter().map(|cell| column(cell)).collect();
    let names_somebody = columns.iter().flatten().any(|column| {
        matches!(
            column,
            Column::Name | Column::Given | Column::Family | Column::Email
        )
    });
    if !names_somebody || first.cells.iter().any(|cell| is_email(cell)) {
        return Ok(guessed(lines));
    }
    for (index, column) in columns.iter().enumerate() {
        let earlier = columns.iter().take(index).position(|other| other == column);
        if let (Some(_), Some(earlier)) = (column, earlier) {
            let name = |index: usize| first.cells.get(index).cloned().unwrap_or_default();
            return Err(BadList::Twice {
                line: first.line,
                first: name(earlier),
                second: name(index),
            });
        }
    }
    Ok(Head {
        columns,
        names: first.cells.clone(),
        given: true,
    })
}

/// Columns by what stands in them: addresses, numbers, answers; then name, organisation, title.
fn guessed(lines: &[Cells]) -> Head {
    let width = lines.iter().map(|line| line.cells.len()).max().unwrap_or(0);
    let mut columns: Vec<Option<Column>> = Vec::with_capacity(width);
    for index in 0..width {
        let cells: Vec<&str> = lines
            .iter()
            .filter_map(|line| line.cells.get(index))
            .map(String::as_str)
            .filter(|cell| !cell.is_empty())
            .collect();
        let found = by_content(&cells).filter(|column| !columns.contains(&Some(*column)));
        columns.push(found);
    }
    let mut rest = [Column::Name, Column::Organisation, Column::Title].into_iter();
    for (index, column) in columns.iter_mut().enumerate() {
        let filled = lines
            .iter()
            .any(|line| line.cells.get(index).is_some_and(|cell| !cell.is_empty()));
        if column.is_none() && filled {
            *column = rest.next();
        }
    }
    Head {
        names: (1..=width)
            .map(|number| format!("column {number}"))
            .collect(),
        columns,
        given: false,
    }
}

fn by_content(cells: &[&str]) -> Option<Column> {
    if cells.is_empty() {
        return None;
    }
    let all = |test: fn(&str) -> bool| cells.iter().all(|cell| test(cell));
    let word = |cell: &str| cell.chars().any(char::is_alphabetic);
    if all(is_email) {
        Some(Column::Email)
    } else if all(is_phone) {
        Some(Column::Phone)
    } else if cells.iter().any(|cell| word(cell)) && all(|cell| answer(cell).is_some()) {
        Some(Column::Answer)
    } else if cells.iter().any(|cell| word(cell)) && all(|cell| attended(cell).is_some()) {
        Some(Column::Attendance)
    } else {
        None
    }
}

fn is_phone(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    digits >= 6
        && cell
            .chars()
            .all(|sign| sign.is_ascii_digit() || " +()-./".contains(sign))
}

/// One line's row, and whether it is a room instead of a person.
fn row(cells: &Cells, head: &Head) -> Result<(Row, bool), BadList> {
    let line = cells.line;
    let mut row = Row {
        line,
        ..Row::default()
    };
    let (mut given, mut family, mut room) = (String::new(), String::new(), false);
    for (index, cell) in cells.cells.iter().enumerate() {
        if index >= head.columns.len() && !cell.is_empty() {
            return Err(BadList::TooMany {
                line,
                column: index + 1,
            });
        }
        let wrong = |expected: &'static str| BadList::Cell {
            line,
            column: head.names.get(index).cloned().unwrap_or_default(),
            cell: cell.chars().take(40).collect(),
            expected,
        };
        match head.columns.get(index).copied().flatten() {
            Some(_) if cell.is_empty() => {}
            None => {}
            Some(Column::Given) => given.clone_from(cell),
            Some(Column::Family) => family.clone_from(cell),
            Some(Column::Name) => name(&mut row, cell).ok_or_else(|| wrong("a name"))?,
            Some(Column::Email) => {
                let found = address(cell, line).filter(|found| is_email(&found.email));
                row.email = found.ok_or_else(|| wrong("an e-mail address"))?.email;
            }
            Some(Column::Phone) => row.phone.clone_from(cell),
            Some(Column::Organisation) => row.organisation.clone_from(cell),
            Some(Column::Title) => row.title.clone_from(cell),
            Some(Column::Answer) => {
                let found = answer(cell).ok_or_else(|| {
                    wrong("an answer (ja, nej, måske, ingen; yes, no, maybe, none)")
                })?;
                // Somebody who calls the meeting comes, without answering.
                if row.rsvp.is_none() || found != Rsvp::NoAnswer {
                    row.rsvp = Some(found);
                }
            }
            Some(Column::Attendance) => {
                let found = attended(cell).ok_or_else(|| {
                    wrong("attendance (til stede, online, afbud, udeblevet; present, online, apologies, absent)")
                })?;
                room |= attend(&mut row, found);
            }
        }
    }
    complete(&mut row, &given, &family)?;
    Ok((row, room))
}

/// The name from its parts or from the address; an error when there is nothing.
fn complete(row: &mut Row, given: &str, family: &str) -> Result<(), BadList> {
    if row.name.is_empty() {
        row.name = format!("{given} {family}").trim().to_owned();
    }
    if row.name.is_empty() {
        row.name = name_of(&row.email);
    }
    if row.name.is_empty() {
        return Err(BadList::Nobody { line: row.line });
    }
    Ok(())
}

/// A name, or a name with its address; `None` when there is no letter in it.
fn name(row: &mut Row, cell: &str) -> Option<()> {
    let found = address(cell, row.line).filter(|_| cell.chars().any(char::is_alphabetic))?;
    row.name = turned(&found.name);
    if row.email.is_empty() && is_email(&found.email) {
        row.email = found.email;
    }
    if row.organisation.is_empty() {
        row.organisation = found.organisation;
    }
    Some(())
}

/// Notes what the attendance cell says; whether it is a room.
fn attend(row: &mut Row, found: Attended) -> bool {
    match found {
        Attended::Nothing => {}
        Attended::Room => return true,
        Attended::Role(role) => row.role = Some(role),
        Attended::Organizer => {
            row.role = Some(ParticipantRole::Secretary);
            if matches!(row.rsvp, None | Some(Rsvp::NoAnswer)) {
                row.rsvp = Some(Rsvp::Yes);
            }
        }
        Attended::Event(kind) => row.presence = Some(kind),
    }
    false
}
