//! Lists for other programs: CSV for spreadsheets, vCard for address books, recipients for mail, tasks for
//! Taskwarrior.

use super::arguments::ListIt;
use super::failure::{Done, Failure};
use super::headless::Headless;
use super::out;
use crate::app::commands::lookup;
use crate::documents::contacts::{mailto, recipients, vcards};
use crate::documents::tasks::task;
use crate::documents::{Apart, csv};
use crate::domain::exchange::{PersonObject, TimelineObject};
use crate::domain::id::Id;
use crate::domain::query::ActionRow;
use crate::domain::register::{Person, Register};
use crate::locale::{Key, Language, Locale};

/// Formats of a list of people.
const OF_PEOPLE: &str = "csv, vcf, recipients, mailto";

/// A table as CSV: kept apart as spreadsheets of the language expect, with a mark of UTF-8 when asked for.
fn sheet(locale: Locale, bom: bool, columns: &[Key], rows: &[Vec<String>]) -> String {
    let columns: Vec<String> = columns
        .iter()
        .map(|key| locale.text(*key).into_owned())
        .collect();
    let apart = match locale.language() {
        Language::Danish => Apart::Semicolon,
        Language::English => Apart::Comma,
    };
    let text = csv(&columns, rows, apart);
    let plain = text.trim_start_matches('\u{feff}');
    match bom {
        true => format!("\u{feff}{plain}"),
        false => plain.to_owned(),
    }
}

/// A format that this list does not have.
pub fn wrong(it: &ListIt, known: &str) -> Failure {
    let typed = it.format.clone().unwrap_or_default();
    Failure::usage(lookup::no_choice(&typed, known))
}

/// Writes people in the format asked for.
pub fn people(
    locale: Locale,
    it: &ListIt,
    format: &str,
    rows: &[PersonObject],
    register: &Register,
) -> Done {
    let text = people_text(locale, it.bom, format, rows, register);
    let text = text.ok_or_else(|| wrong(it, OF_PEOPLE))?;
    out::print_bytes(text.as_bytes())
}

/// People in a format; `None` when there is no such.
pub fn people_text(
    locale: Locale,
    bom: bool,
    format: &str,
    rows: &[PersonObject],
    register: &Register,
) -> Option<String> {
    let ids = rows.iter().filter_map(|row| row.id.parse::<Id>().ok());
    let found: Vec<&Person> = ids
        .filter_map(|id| register.people.get(&id))
        .filter(|row| !row.erased)
        .collect();
    Some(match format {
        "vcf" => vcards(&found, register),
        "recipients" => recipients(&found) + "\n",
        "mailto" => mailto(&found) + "\n",
        "csv" => {
            let columns = [
                Key::ArgName,
                Key::ArgTitle,
                Key::ArgOrganisation,
                Key::ArgEmail,
                Key::ArgPhone,
            ];
            let cells = |row: &PersonObject| {
                let organisation = row.organisation_name.clone().unwrap_or_default();
                vec![
                    row.name.clone(),
                    row.title.clone(),
                    organisation,
                    row.email.clone(),
                    row.phone.clone(),
                ]
            };
            let rows: Vec<Vec<String>> = rows.iter().map(cells).collect();
            sheet(locale, bom, &columns, &rows)
        }
        _ => return None,
    })
}

/// Writes who was at meetings, with the times as `told` has them.
pub fn attendance(
    locale: Locale,
    it: &ListIt,
    rows: &[TimelineObject],
    told: impl Fn(&TimelineObject) -> String,
) -> Done {
    if it.format.as_deref() != Some("csv") {
        return Err(wrong(it, "csv"));
    }
    let columns = [
        Key::ArgMeeting,
        Key::ArgName,
        Key::ArgOrganisation,
        Key::DocumentAttended,
        Key::DocumentCame,
    ];
    let cells = |row: &TimelineObject| {
        let stands = Key::named(&format!("document-attendance-{}", row.attendance.name()));
        let stands = stands.map_or_else(|| row.attendance.name().into(), |key| locale.text(key));
        vec![
            row.meeting.clone(),
            row.name.clone(),
            row.organisation.clone().unwrap_or_default(),
            stands.into_owned(),
            told(row),
        ]
    };
    let rows: Vec<Vec<String>> = rows.iter().map(cells).collect();
    out::print_bytes(sheet(locale, it.bom, &columns, &rows).as_bytes())
}

/// Writes action items.
pub fn actions(headless: &mut Headless, it: &ListIt, format: &str, rows: &[ActionRow]) -> Done {
    let locale = headless.locale();
    match format {
        "csv" => {
            let columns = [
                Key::DocumentTask,
                Key::DocumentOwner,
                Key::DocumentDue,
                Key::ArgStatus,
                Key::ArgMeeting,
            ];
            let cells = |row: &ActionRow| {
                let due = row
                    .due
                    .as_ref()
                    .map(|due| locale.due(due))
                    .unwrap_or_default();
                let stands = Key::named(&format!("choice-{}", row.status.name()));
                let stands =
                    stands.map_or_else(|| row.status.name().into(), |key| locale.text(key));
                vec![
                    row.text.clone(),
                    row.owner_name.clone(),
                    due,
                    stands.into_owned(),
                    row.meeting_label.clone(),
                ]
            };
            let rows: Vec<Vec<String>> = rows.iter().map(cells).collect();
            out::print_bytes(sheet(locale, it.bom, &columns, &rows).as_bytes())
        }
        "taskwarrior" => {
            let secretariat = headless.secretariat()?;
            let tasks = rows
                .iter()
                .map(|row| task(row, secretariat.label(row.network)));
            out::json(&tasks.collect::<Vec<_>>())
        }
        _ => Err(wrong(it, "csv, taskwarrior")),
    }
}
