//! Home: the thing to do now, what needs doing, meetings to come, networks; what is selected.

use crate::app::App;
use crate::app::context::Target;
use crate::app::list::{List, Step};
use crate::app::todo::{Errand, Todo, todo};
use crate::domain::id::Id;
use crate::domain::query::{MeetingRow, NetworkRow};

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct HomeScreen {
    /// The rows, all sections in one.
    pub list: List,
}

/// What Home shows today.
#[derive(Default)]
pub struct HomeRows<'a> {
    /// What needs doing; the first is the thing to do now.
    pub todo: Vec<Todo<'a>>,
    /// Meetings to come, the nearest first.
    pub meetings: Vec<&'a MeetingRow>,
    /// Networks by name.
    pub networks: Vec<&'a NetworkRow>,
}

/// What Home shows today; nothing until it was fetched.
pub fn rows(app: &App) -> HomeRows<'_> {
    let Some(home) = &app.view.home else {
        return HomeRows::default();
    };
    let today = app.clock.local.date();
    let comes = |row: &&MeetingRow| !row.cancelled && row.date.is_none_or(|date| date >= today);
    let mut todo = todo(home, today);
    let open = app.docs.secretariat().map(|doc| doc.open_conflicts().len());
    if let Some(open) = open.filter(|open| *open > 0) {
        todo.insert(
            0,
            Todo {
                errand: Errand::Settle(open),
                meeting: None,
                network: Id::default(),
                day: None,
            },
        );
    }
    HomeRows {
        todo,
        meetings: home.meetings.iter().filter(comes).collect(),
        networks: home.networks.iter().collect(),
    }
}

impl HomeRows<'_> {
    /// The rows' ids in their sections.
    fn sections(&self) -> [Vec<Id>; 3] {
        [
            self.todo.iter().map(Todo::id).collect(),
            self.meetings.iter().map(|row| row.id).collect(),
            self.networks.iter().map(|row| row.id).collect(),
        ]
    }
}

impl HomeScreen {
    /// The selected row's id.
    pub fn selected(&self, rows: &HomeRows<'_>) -> Option<Id> {
        self.list.id(&rows.sections().concat())
    }

    /// What a command would be about.
    pub fn target(&self, app: &App) -> Target {
        self.way(app).map(|(_, target)| target).unwrap_or_default()
    }

    /// What mends the selected row's gap, where it is one.
    pub fn gap(&self, app: &App) -> Option<(Vec<String>, Target)> {
        let rows = rows(app);
        let id = self.selected(&rows)?;
        let todo = rows.todo.iter().find(|todo| todo.id() == id)?;
        let (check, record) = todo.gap()?;
        let mut words = vec!["go-gap".to_owned(), check.name().to_owned()];
        words.extend(record.map(|id| id.to_string()));
        Some((words, todo.way().1))
    }

    /// Where Enter leads.
    pub fn way(&self, app: &App) -> Option<(&'static str, Target)> {
        let rows = rows(app);
        let id = self.selected(&rows)?;
        if let Some(todo) = rows.todo.iter().find(|todo| todo.id() == id) {
            return Some(todo.way());
        }
        if let Some(row) = rows.meetings.iter().find(|row| row.id == id) {
            let target = Target {
                meeting: Some(row.id),
                ..Target::default()
            };
            return Some(("go-meeting", target));
        }
        let target = Target {
            network: Some(id),
            ..Target::default()
        };
        Some(("go-network", target))
    }

    /// Selects the neighbour of a selected record that is gone.
    pub fn settle(&mut self, app: &App) {
        self.list.settle(&rows(app).sections());
    }

    /// Selects a record; whether another one was selected before.
    pub fn choose(&mut self, app: &App, record: Id) -> bool {
        self.list.choose(record, &rows(app).sections().concat())
    }

    /// A step through the list.
    pub fn step(&mut self, app: &App, step: Step) {
        self.list.step(&rows(app).sections().concat(), step);
    }

    /// To the first row of the next section, or of the one before.
    pub fn turn(&mut self, app: &App, forward: bool) {
        self.list.turn(&rows(app).sections(), forward);
    }
}
