//! The desk on the command line: its lists, and one record of it.

use serde::Serialize;

use super::arguments::{ExportIt, ListIt, Listed, ShowIt};
use super::failure::{Done, Failure};
use super::headless::Headless;
use super::list::{brief, said, write};
use super::perform::unknown;
use super::{out, plan, report, show as shown};
use crate::documents::json::{DeskSource, SeatObject};
use crate::documents::{self, DeskPaper, Format, Outline, Rendered, Report, Sheet};
use crate::domain::desk::{Desk, Wanted};
use crate::domain::id::Id;
use crate::domain::publishing::has_theme;
use crate::domain::query::Reference;
use crate::domain::register::Register;
use crate::domain::secretariat::{Language, Secretariat};
use crate::locale::Key;

/// What the lists are made from.
pub struct Papers {
    /// The desk.
    pub desk: Desk,
    /// People and organisations.
    pub register: Register,
    /// Networks' labels.
    pub secretariat: Secretariat,
}

impl Papers {
    /// Fetches them.
    ///
    /// # Errors
    /// When the hub doesn't answer.
    pub fn fetch(headless: &mut Headless) -> Result<Self, Failure> {
        Ok(Self {
            desk: headless.desk()?,
            register: headless.register()?,
            secretariat: headless.secretariat()?,
        })
    }

    /// As objects are made from them.
    pub fn source(&self) -> DeskSource<'_> {
        DeskSource {
            desk: &self.desk,
            register: &self.register,
            secretariat: &self.secretariat,
        }
    }
}

/// Which rows `list` was asked for.
fn wanted(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Result<Wanted, Failure> {
    let person = match &it.person {
        None => None,
        Some(typed) => match headless.resolve(typed)? {
            Some(Reference::Person(id)) => Some(id),
            _ => return Err(unknown(Key::ErrorPersonUnknown, typed)),
        },
    };
    Ok(Wanted {
        network,
        person,
        open: it.open,
        span: plan::span(headless.locale(), it.from.as_deref(), it.to.as_deref())?,
    })
}

/// Runs `list` for one of the desk's lists.
///
/// # Errors
/// When a date cannot be read or a person is not known.
pub fn list(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let wanted = wanted(headless, network, it)?;
    let mut papers = Papers::fetch(headless)?;
    wanted.narrow(&mut papers.desk);
    if let Some(theme) = &it.theme {
        let all = &mut papers.desk.representations;
        all.retain(|_, row| has_theme(&row.themes, theme));
    }
    let (desk, source) = (&papers.desk, papers.source());
    match it.what {
        Listed::Enquiries => enquiries(desk, source, it),
        Listed::Memberships => memberships(desk, source, it),
        Listed::Contacts => contacts(desk, source, it),
        Listed::Fora => fora(desk, source, it),
        _ => representations(desk, source, it),
    }
}

fn enquiries(desk: &Desk, source: DeskSource<'_>, it: &ListIt) -> Done {
    let rows = desk.enquiry_list().into_iter();
    let rows: Vec<_> = rows.map(|row| source.enquiry(row)).collect();
    write(&rows, it.json, |row| {
        vec![
            row.label.clone(),
            row.status.name().to_owned(),
            said(&row.received),
            said(&row.deadline),
            row.kind.name().to_owned(),
            row.country.clone(),
            row.from.clone(),
            row.title.clone(),
        ]
    })
}

fn memberships(desk: &Desk, source: DeskSource<'_>, it: &ListIt) -> Done {
    let rows = desk.membership_list().into_iter();
    let rows: Vec<_> = rows.map(|row| source.membership(row)).collect();
    write(&rows, it.json, |row| {
        let seats: Vec<String> = row.seats.iter().map(seated).collect();
        vec![
            brief(&row.since),
            brief(&row.until),
            row.fee.clone(),
            row.name.clone(),
            seats.join("; "),
        ]
    })
}

/// "Karen Lund (board, 2025-01..2027-12)".
fn seated(seat: &SeatObject) -> String {
    let (name, role) = (&seat.person_name, seat.role.name());
    match (&seat.from, &seat.until) {
        (None, None) => format!("{name} ({role})"),
        (from, until) => format!("{name} ({role}, {}..{})", brief(from), brief(until)),
    }
}

fn contacts(desk: &Desk, source: DeskSource<'_>, it: &ListIt) -> Done {
    let rows = desk.contact_list(source.register).into_iter();
    let rows: Vec<_> = rows.map(|row| source.contact(row)).collect();
    write(&rows, it.json, |row| {
        let (office, name) = (row.office.clone(), row.person_name.clone());
        vec![office, name, row.covers.clone()]
    })
}

fn fora(desk: &Desk, source: DeskSource<'_>, it: &ListIt) -> Done {
    let rows = desk.forum_list().into_iter();
    let rows: Vec<_> = rows.map(|(row, depth)| source.forum(row, depth)).collect();
    write(&rows, it.json, |row| {
        let name = format!("{}{}", "  ".repeat(row.depth), row.name);
        vec![row.kind.name().to_owned(), name]
    })
}

fn representations(desk: &Desk, source: DeskSource<'_>, it: &ListIt) -> Done {
    let rows = desk.representation_list().into_iter();
    let rows: Vec<_> = rows.map(|row| source.representation(row)).collect();
    write(&rows, it.json, |row| {
        vec![
            brief(&row.when),
            row.status.name().to_owned(),
            row.role.name().to_owned(),
            row.place.clone(),
            row.people.join("; "),
            row.title.clone(),
        ]
    })
}

/// A report of the desk in a format; of one network, or of all.
///
/// # Errors
/// When a date cannot be read.
pub fn report(
    headless: &mut Headless,
    report: Report,
    network: Option<Id>,
    language: Language,
    it: &ExportIt,
) -> Result<Rendered, Failure> {
    let span = plan::span(headless.locale(), it.from.as_deref(), it.to.as_deref())?;
    let mut papers = Papers::fetch(headless)?;
    Wanted::of_network(network, span).narrow(&mut papers.desk);
    let title = match network {
        Some(id) => headless.network(id)?.head.name,
        None => papers.secretariat.head.name.clone(),
    };
    let paper = DeskPaper {
        source: papers.source(),
        locale: documents::locale(language),
        title: &title,
        span,
    };
    match report {
        Report::Enquiries => {
            let rows = paper.source.desk.enquiry_list().into_iter();
            let rows: Vec<_> = rows.map(|row| paper.source.enquiry(row)).collect();
            let (sheet, outline) = (paper.enquiry_sheet(), paper.enquiries());
            written(headless, network, it, &rows, &sheet, &outline)
        }
        _ => {
            let rows = paper.source.desk.representation_list().into_iter();
            let rows: Vec<_> = rows.map(|row| paper.source.representation(row)).collect();
            let sheet = paper.representation_sheet();
            let outline = paper.representations();
            written(headless, network, it, &rows, &sheet, &outline)
        }
    }
}

fn written<T: Serialize>(
    headless: &mut Headless,
    network: Option<Id>,
    it: &ExportIt,
    rows: &[T],
    sheet: &Sheet,
    outline: &Outline,
) -> Result<Rendered, Failure> {
    match it.format.as_str() {
        "json" => out::data(&rows),
        "csv" => Ok(it.csv(sheet).into()),
        format => match format.parse::<Format>() {
            Ok(format) => report::document(headless, network, format, outline),
            Err(_) => Err(report::wrong_format(it, &["csv", "json"])),
        },
    }
}

/// Runs `show` for a record of the desk.
///
/// # Errors
/// When it is gone.
pub fn show(headless: &mut Headless, id: Id, it: &ShowIt) -> Done {
    let papers = Papers::fetch(headless)?;
    let (desk, source) = (&papers.desk, papers.source());
    if let Some(row) = desk.enquiries.get(&id) {
        return shown::write(&source.enquiry(row), it.json);
    }
    if let Some(row) = desk.representations.get(&id) {
        return shown::write(&source.representation(row), it.json);
    }
    if let Some(row) = desk.contacts.get(&id) {
        return shown::write(&source.contact(row), it.json);
    }
    let place = desk.seats.get(&id).map_or(id, |row| row.place);
    if let Some(row) = desk.memberships.get(&place) {
        return shown::write(&source.membership(row), it.json);
    }
    let fora = desk.forum_list().into_iter();
    let mut fora = fora.filter(|(row, _)| row.id == place);
    match fora.next() {
        Some((row, depth)) => shown::write(&source.forum(row, depth), it.json),
        None => Err(unknown(Key::CliUnknownId, &it.id)),
    }
}
