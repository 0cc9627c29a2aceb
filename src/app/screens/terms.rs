//! A network's terms of reference: purposes, text, secretariat, groups, evaluation and versions;
//! what is selected.

use crate::app::App;
use crate::app::context::Target;
use crate::app::list::{List, Step};
use crate::domain::id::Id;
use crate::domain::network::{Group, Network};
use crate::domain::terms::{Purpose, SecretariatTerm, Terms};

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct TermsScreen {
    /// The network.
    pub network: Id,
    /// The rows, all sections in one.
    pub list: List,
}

/// The fields of the terms that have a row, by the command's arguments.
pub const FIELDS: [&str; 4] = ["way-of-working", "expected-results", "start", "evaluation"];

/// A section of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Purposes.
    Purposes,
    /// The rest of the text.
    Text,
    /// Criteria and what was found by them.
    Criteria,
    /// Who holds the secretariat.
    Secretariat,
    /// Groups.
    Groups,
    /// Versions.
    Versions,
}

/// The sections from the top.
pub const SECTIONS: [Section; 6] = [
    Section::Purposes,
    Section::Text,
    Section::Criteria,
    Section::Secretariat,
    Section::Groups,
    Section::Versions,
];

/// What the screen shows.
#[derive(Default)]
pub struct TermsRows<'a> {
    /// The purposes in order.
    pub purposes: Vec<&'a Purpose>,
    /// The newest terms.
    pub terms: Option<&'a Terms>,
    /// The criteria in order.
    pub criteria: Vec<&'a str>,
    /// Who held the secretariat, the latest first.
    pub secretariat: Vec<&'a SecretariatTerm>,
    /// The groups.
    pub groups: Vec<&'a Group>,
    /// The versions, the newest first.
    pub versions: Vec<&'a Terms>,
}

/// A selected row.
#[derive(Clone, Copy, Debug)]
pub enum Selected<'a> {
    /// A purpose.
    Purpose(&'a Purpose),
    /// A field of the terms.
    Field(&'static str),
    /// A criterion.
    Criterion(&'a str),
    /// A time as secretariat.
    Secretariat(&'a SecretariatTerm),
    /// A group.
    Group(&'a Group),
    /// A version.
    Version(&'a Terms),
}

/// The id of the row of a field, or of a criterion after the fields: they have none of their own.
fn row_id(place: usize) -> Id {
    Id::from_bits(u128::try_from(place).unwrap_or(0) + 1)
}

/// The id of a field's row.
pub fn field_id(place: usize) -> Id {
    row_id(place)
}

/// The id of a criterion's row.
pub fn criterion_id(place: usize) -> Id {
    row_id(FIELDS.len() + place)
}

impl TermsRows<'_> {
    fn sections(&self) -> [Vec<Id>; 6] {
        [
            self.purposes.iter().map(|row| row.id).collect(),
            (0..FIELDS.len()).map(field_id).collect(),
            (0..self.criteria.len()).map(criterion_id).collect(),
            self.secretariat.iter().map(|row| row.id).collect(),
            self.groups.iter().map(|row| row.id).collect(),
            self.versions.iter().map(|row| row.id).collect(),
        ]
    }
}

impl TermsScreen {
    /// A network's terms, opened at a record or at the first purpose.
    pub fn new(network: Id, record: Option<Id>) -> Self {
        let mut screen = Self {
            network,
            ..Self::default()
        };
        screen.list.selected = record;
        screen
    }

    /// The network, when it is loaded.
    pub fn shown<'a>(&self, app: &'a App) -> Option<&'a Network> {
        app.docs.network(self.network)
    }

    /// The rows in their sections.
    pub fn rows<'a>(&self, app: &'a App) -> TermsRows<'a> {
        let Some(network) = self.shown(app) else {
            return TermsRows::default();
        };
        let terms = network.current_terms();
        TermsRows {
            purposes: network.purposes(),
            terms,
            criteria: terms.map_or_else(Vec::new, |terms| terms.criteria().collect()),
            secretariat: network.secretariat_terms(),
            groups: network.live_groups(),
            versions: network.versions(),
        }
    }

    /// The selected row's id.
    pub fn selected_id(&self, rows: &TermsRows<'_>) -> Option<Id> {
        self.list.id_in(&rows.sections())
    }

    /// The section with the focus: of the selected row, or the empty one gone to.
    pub fn section(&self, rows: &TermsRows<'_>) -> Option<Section> {
        let sections = rows.sections();
        let selected = self.list.id_in(&sections);
        let holds = |ids: &Vec<Id>| selected.is_some_and(|id| ids.contains(&id));
        let index = self.list.empty(&sections);
        let index = index.or_else(|| sections.iter().position(holds))?;
        SECTIONS.get(index).copied()
    }

    /// The empty section that has the focus.
    pub fn empty(&self, rows: &TermsRows<'_>) -> Option<Section> {
        let section = self.list.empty(&rows.sections())?;
        SECTIONS.get(section).copied()
    }

    /// The selected row.
    pub fn selected<'a>(&self, app: &'a App) -> Option<Selected<'a>> {
        let rows = self.rows(app);
        let id = self.selected_id(&rows)?;
        if let Some(row) = rows.purposes.iter().find(|row| row.id == id) {
            return Some(Selected::Purpose(row));
        }
        if let Some(place) = (0..FIELDS.len()).find(|place| field_id(*place) == id) {
            return FIELDS.get(place).map(|name| Selected::Field(name));
        }
        let mut criteria = rows.criteria.iter().enumerate();
        if let Some((_, text)) = criteria.find(|(place, _)| criterion_id(*place) == id) {
            return Some(Selected::Criterion(text));
        }
        if let Some(row) = rows.secretariat.iter().find(|row| row.id == id) {
            return Some(Selected::Secretariat(row));
        }
        if let Some(row) = rows.groups.iter().find(|row| row.id == id) {
            return Some(Selected::Group(row));
        }
        let mut versions = rows.versions.into_iter();
        versions.find(|row| row.id == id).map(Selected::Version)
    }

    /// What a command would be about.
    pub fn target(&self) -> Target {
        Target {
            network: Some(self.network),
            ..Target::default()
        }
    }

    /// Selects the neighbour of a selected record that is gone.
    pub fn settle(&mut self, app: &App) {
        self.list.settle(&self.rows(app).sections());
    }

    /// Selects a record; whether another one was selected before.
    pub fn choose(&mut self, app: &App, record: Id) -> bool {
        let sections = self.rows(app).sections();
        self.list.choose_in(record, &sections)
    }

    /// A step through the list.
    pub fn step(&mut self, app: &App, step: Step) {
        let rows = self.rows(app).sections();
        self.list.step_in(&rows, step);
    }

    /// To the first row of the next section, or of the one before; empty ones too.
    pub fn turn(&mut self, app: &App, forward: bool) {
        self.list.turn_in(&self.rows(app).sections(), forward);
    }
}
