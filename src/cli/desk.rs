//! The desk on the command line: its lists, and one record of it.

use serde::Serialize;

use super::arguments::{ExportIt, ListIt, Listed, ShowIt};
use super::failure::{Done, Failure};
use super::headless::Headless;
use super::list::{said, write};
use super::perform::unknown;
use super::{out, plan, report, show as shown};
use crate::documents::json::DeskSource;
use crate::documents::{self, DeskPaper, Format, Outline, Rendered, Report, Sheet};
use crate::domain::desk::{Desk, RepresentationStatus};
use crate::domain::id::Id;
use crate::domain::network::Owner;
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

/// Which rows are wanted.
pub struct Wanted {
    /// Of one network.
    pub network: Option<Id>,
    /// With one person.
    pub person: Option<Id>,
    /// Only those with something to be done.
    pub open: bool,
    /// From the first day to the last.
    pub span: plan::Span,
}

impl Wanted {
    /// As `list` was asked.
    fn of(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Result<Self, Failure> {
        let person = match &it.person {
            None => None,
            Some(typed) => match headless.resolve(typed)? {
                Some(Reference::Person(id)) => Some(id),
                _ => return Err(unknown(Key::ErrorPersonUnknown, typed)),
            },
        };
        Ok(Self {
            network,
            person,
            open: it.open,
            span: plan::span(headless.locale(), it.from.as_deref(), it.to.as_deref())?,
        })
    }

    /// All of one network's, or of all.
    pub fn of_network(network: Option<Id>, span: plan::Span) -> Self {
        Self {
            network,
            person: None,
            open: false,
            span,
        }
    }

    fn network(&self, network: Option<Id>) -> bool {
        self.network.is_none() || self.network == network
    }

    fn owner(&self, owner: &Owner) -> bool {
        self.person.is_none_or(|id| *owner == Owner::Person(id))
    }

    /// Takes out of a copy of the desk what is not wanted: the lists and documents are made of the rest.
    pub fn narrow(&self, papers: &mut Papers) {
        let desk = &mut papers.desk;
        desk.enquiries.retain(|_, row| {
            self.network(row.network)
                && self.owner(&row.handler)
                && (!self.open || row.is_open())
                && row.came(self.span)
        });
        let ours = |desk: &Desk, id: Id| {
            let rows = desk.contributors(id, false);
            self.person.is_none() || rows.iter().any(|row| self.owner(&row.who))
        };
        let kept: Vec<Id> = desk
            .representations
            .values()
            .filter(|row| self.network(row.network) && ours(desk, row.id))
            .filter(|row| row.touches(self.span))
            .filter(|row| {
                let over = [RepresentationStatus::Held, RepresentationStatus::Declined];
                !self.open || !over.contains(&row.status)
            })
            .map(|row| row.id)
            .collect();
        desk.representations.retain(|id, _| kept.contains(id));
        if let Some(person) = self.person {
            desk.seats.retain(|_, row| row.person == person);
            desk.contacts.retain(|_, row| row.person == person);
        }
        let seated: Vec<Id> = desk.seats.values().map(|row| row.place).collect();
        let theirs = |id: &Id| self.person.is_none() || seated.contains(id);
        desk.memberships
            .retain(|id, row| self.network(row.network) && theirs(id));
        desk.fora.retain(|id, _| theirs(id));
    }
}

/// Runs `list` for one of the desk's lists.
///
/// # Errors
/// When a date cannot be read or a person is not known.
pub fn list(headless: &mut Headless, network: Option<Id>, it: &ListIt) -> Done {
    let wanted = Wanted::of(headless, network, it)?;
    let mut papers = Papers::fetch(headless)?;
    wanted.narrow(&mut papers);
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
        let seats = row.seats.iter().map(|seat| seat.person_name.as_str());
        let seats: Vec<&str> = seats.collect();
        vec![said(&row.since), row.name.clone(), seats.join("; ")]
    })
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
            said(&row.when),
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
    Wanted::of_network(network, span).narrow(&mut papers);
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
