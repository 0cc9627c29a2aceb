//! The desk: enquiries, memberships and seats, representations, the contact group, fora; one part at a time, and what is
//! selected in it.

use crate::app::App;
use crate::app::context::Target;
use crate::app::list::{List, Step};
use crate::domain::desk::{Contact, Desk, Enquiry, Forum, Membership, Part, Representation, Seat};
use crate::domain::id::Id;

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct DeskScreen {
    /// The part shown.
    pub part: Part,
    /// Its rows.
    pub list: List,
}

/// A row of the screen.
#[derive(Clone, Copy, Debug)]
pub enum DeskRow<'a> {
    /// An enquiry.
    Enquiry(&'a Enquiry),
    /// A membership.
    Membership(&'a Membership),
    /// A seat, below its membership or forum.
    Seat(&'a Seat),
    /// A representation.
    Representation(&'a Representation),
    /// A contact person.
    Contact(&'a Contact),
    /// A forum, and how many stand above it.
    Forum(&'a Forum, usize),
}

impl DeskRow<'_> {
    /// Its record.
    pub fn id(&self) -> Id {
        match self {
            Self::Enquiry(row) => row.id,
            Self::Membership(row) => row.id,
            Self::Seat(row) => row.id,
            Self::Representation(row) => row.id,
            Self::Contact(row) => row.id,
            Self::Forum(row, _) => row.id,
        }
    }

    /// The noun of the commands about it.
    pub fn noun(&self) -> &'static str {
        match self {
            Self::Enquiry(_) => "enquiry",
            Self::Membership(_) => "membership",
            Self::Seat(_) => "seat",
            Self::Representation(_) => "representation",
            Self::Contact(_) => "contact",
            Self::Forum(..) => "forum",
        }
    }
}

/// The rows of a part of the desk, in order.
pub fn rows_of<'a>(app: &'a App, desk: &'a Desk, part: Part) -> Vec<DeskRow<'a>> {
    let register = app.register();
    match part {
        Part::Enquiries => desk
            .enquiry_list()
            .into_iter()
            .map(DeskRow::Enquiry)
            .collect(),
        Part::Memberships => {
            let rows = desk.membership_list().into_iter();
            rows.flat_map(|row| {
                let seats = desk.seats_in(row.id, register).into_iter();
                std::iter::once(DeskRow::Membership(row)).chain(seats.map(DeskRow::Seat))
            })
            .collect()
        }
        Part::Representations => {
            let rows = desk.representation_list().into_iter();
            rows.map(DeskRow::Representation).collect()
        }
        Part::Contacts => {
            let rows = desk.contact_list(register).into_iter();
            rows.map(DeskRow::Contact).collect()
        }
        Part::Fora => {
            let rows = desk.forum_list().into_iter();
            rows.flat_map(|(row, depth)| {
                let seats = desk.seats_in(row.id, register).into_iter();
                std::iter::once(DeskRow::Forum(row, depth)).chain(seats.map(DeskRow::Seat))
            })
            .collect()
        }
    }
}

impl DeskScreen {
    /// The desk at a record, or at its enquiries.
    pub fn new(desk: &Desk, record: Option<Id>) -> Self {
        let mut screen = Self {
            part: record.and_then(|id| desk.part_of(id)).unwrap_or_default(),
            ..Self::default()
        };
        screen.list.selected = record;
        screen
    }

    /// The rows of the part shown.
    pub fn rows<'a>(&self, app: &'a App) -> Vec<DeskRow<'a>> {
        let desk = app.docs.desk();
        desk.map_or_else(Vec::new, |desk| rows_of(app, desk, self.part))
    }

    fn ids(&self, app: &App) -> Vec<Id> {
        self.rows(app).iter().map(DeskRow::id).collect()
    }

    /// The selected row.
    pub fn selected<'a>(&self, app: &'a App) -> Option<DeskRow<'a>> {
        let rows = self.rows(app);
        let ids: Vec<Id> = rows.iter().map(DeskRow::id).collect();
        rows.get(self.list.index(&ids)?).copied()
    }

    /// What a command would be about.
    pub fn target(&self, app: &App) -> Target {
        Target {
            desk: self.selected(app).map(|row| row.id()),
            ..Target::default()
        }
    }

    /// Selects the neighbour of a selected record that is gone.
    pub fn settle(&mut self, app: &App) {
        self.list.settle(&[self.ids(app)]);
    }

    /// Selects a record, in its part; whether another one was selected before.
    pub fn choose(&mut self, app: &App, record: Id) -> bool {
        let before = self.list.id(&self.ids(app));
        if let Some(part) = app.docs.desk().and_then(|desk| desk.part_of(record)) {
            self.part = part;
        }
        self.list.select(record, &self.ids(app));
        before != Some(record)
    }

    /// A step through the list.
    pub fn step(&mut self, app: &App, step: Step) {
        self.list.step(&self.ids(app), step);
    }

    /// To the next part, or the one before.
    pub fn turn(&mut self, forward: bool) {
        let count = Part::ALL.len();
        let here = Part::ALL.iter().position(|part| *part == self.part);
        let step = if forward { 1 } else { count - 1 };
        let next = (here.unwrap_or(0) + step) % count;
        self.part = Part::ALL.get(next).copied().unwrap_or_default();
        self.list = List::default();
    }
}
