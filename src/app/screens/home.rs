//! The screen `home`: what is selected on it.

use crate::app::App;
use crate::app::context::Target;
use crate::app::list::{List, Step};
use crate::domain::id::Id;

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct HomeScreen {
    /// The list.
    pub list: List,
}

impl HomeScreen {
    /// What a command would be about.
    pub fn target(&self) -> Target {
        Target::default()
    }

    /// The rows in order.
    pub fn rows(&self, _app: &App) -> Vec<Id> {
        Vec::new()
    }

    /// A step through the list.
    pub fn step(&mut self, app: &App, step: Step) {
        let rows = self.rows(app);
        self.list.step(&rows, step);
    }
}
