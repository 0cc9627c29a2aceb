//! People and organisations of the register, narrowed by what is typed; what is selected.

use crate::app::App;
use crate::app::context::Target;
use crate::app::field::Field;
use crate::app::input::KeyPress;
use crate::app::list::{List, Step};
use crate::domain::folding::{fold, forms, sort_key, words};
use crate::domain::id::Id;
use crate::domain::register::{Organisation, Person};

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct PeopleScreen {
    /// What was typed to narrow the list.
    pub filter: Field,
    /// The rows, people first.
    pub list: List,
}

/// What the screen shows.
#[derive(Default)]
pub struct PeopleRows<'a> {
    /// People by name.
    pub people: Vec<&'a Person>,
    /// Organisations by name.
    pub organisations: Vec<&'a Organisation>,
}

impl PeopleRows<'_> {
    fn sections(&self) -> [Vec<Id>; 2] {
        [
            self.people.iter().map(|row| row.id).collect(),
            self.organisations.iter().map(|row| row.id).collect(),
        ]
    }

    fn ids(&self) -> Vec<Id> {
        self.sections().concat()
    }
}

impl PeopleScreen {
    /// People and organisations that fit what was typed, in Danish order.
    pub fn rows<'a>(&self, app: &'a App) -> PeopleRows<'a> {
        let Some(register) = app.docs.register() else {
            return PeopleRows::default();
        };
        let wanted: Vec<String> = words(self.filter.text()).map(fold).collect();
        let place = |person: &Person| {
            let organisation = person.organisation;
            organisation.map_or("", |id| register.organisation_name(id))
        };
        let mut people: Vec<&Person> = register
            .people
            .values()
            .filter(|row| !row.removed && !row.erased && row.merged_into.is_none())
            .filter(|row| {
                let texts = [&row.name, &row.call_name, &row.email, &row.title];
                fits(
                    &wanted,
                    texts.map(String::as_str).iter().chain([&place(row)]),
                )
            })
            .collect();
        people.sort_by_cached_key(|row| (sort_key(&row.name), row.id));
        let mut organisations: Vec<&Organisation> = register
            .organisations
            .values()
            .filter(|row| !row.removed)
            .filter(|row| fits(&wanted, [row.name.as_str(), row.short.as_str()].iter()))
            .collect();
        organisations.sort_by_cached_key(|row| (sort_key(&row.name), row.id));
        PeopleRows {
            people,
            organisations,
        }
    }

    /// The selected row's id.
    pub fn selected(&self, rows: &PeopleRows<'_>) -> Option<Id> {
        match self.filter.text().is_empty() {
            true => self.list.id_in(&rows.sections()),
            false => self.list.id(&rows.ids()),
        }
    }

    /// Whether the list of organisations is worked in: one is selected, or there is none yet.
    pub fn at_organisations(&self, app: &App) -> bool {
        let rows = self.rows(app);
        match self.selected(&rows) {
            Some(id) => rows.organisations.iter().any(|row| row.id == id),
            None => self.empty(&rows) == Some(1),
        }
    }

    /// The empty section that has the focus: 0 the people, 1 the organisations.
    pub fn empty(&self, rows: &PeopleRows<'_>) -> Option<usize> {
        let all = self.filter.text().is_empty();
        self.list.empty(&rows.sections()).filter(|_| all)
    }

    /// The selected organisation.
    pub fn organisation<'a>(&self, app: &'a App) -> Option<&'a Organisation> {
        let id = self.selected(&self.rows(app))?;
        app.docs.register()?.organisations.get(&id)
    }

    /// The selected person.
    pub fn person<'a>(&self, app: &'a App) -> Option<&'a Person> {
        let id = self.selected(&self.rows(app))?;
        app.docs.register()?.people.get(&id)
    }

    /// What a command would be about.
    pub fn target(&self, app: &App) -> Target {
        Target {
            person: self.person(app).map(|row| row.id),
            ..Target::default()
        }
    }

    /// Selects a person or an organisation.
    pub fn select(&mut self, app: &App, record: Id) {
        let rows = self.rows(app).ids();
        self.list.select(record, &rows);
    }

    /// Selects the neighbour of a selected record that is gone.
    pub fn settle(&mut self, app: &App) {
        self.list.settle(&self.rows(app).sections());
    }

    /// Selects a record; whether another one was selected before.
    pub fn choose(&mut self, app: &App, record: Id) -> bool {
        let before = self.selected(&self.rows(app));
        self.select(app, record);
        before != Some(record)
    }

    /// A step through the list.
    pub fn step(&mut self, app: &App, step: Step) {
        let rows = self.rows(app);
        match self.filter.text().is_empty() {
            true => self.list.step_in(&rows.sections(), step),
            false => self.list.step(&rows.ids(), step),
        }
    }

    /// To the organisations, or back to the people.
    pub fn turn(&mut self, app: &App, forward: bool) {
        let rows = self.rows(app);
        match self.filter.text().is_empty() {
            true => self.list.turn_in(&rows.sections(), forward),
            false => self.list.turn(&rows.sections(), forward),
        }
    }

    /// A key the keymap binds nothing to: it narrows the list.
    pub fn key(&mut self, app: &App, key: KeyPress) -> bool {
        let used = self.filter.key(key);
        if used {
            let rows = self.rows(app).ids();
            self.list.step(&rows, Step::First);
        }
        used
    }
}

/// Whether each typed word begins a word of one of the texts, as it may be spelt.
fn fits<'a>(wanted: &[String], texts: impl Iterator<Item = &'a &'a str> + Clone) -> bool {
    wanted.iter().all(|typed| {
        let mut all = texts.clone().flat_map(|text| words(text));
        all.any(|word| forms(word).iter().any(|form| form.starts_with(typed)))
    })
}
