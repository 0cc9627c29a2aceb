//! Follow-up: open actions across meetings and networks; what is selected.

use crate::app::App;
use crate::app::context::Target;
use crate::app::list::{List, Step};
use crate::domain::id::Id;

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct FollowUpScreen {
    /// Only this network's actions.
    pub network: Option<Id>,
    /// The actions.
    pub list: List,
}

impl FollowUpScreen {
    /// A network's actions, or all; at one of them.
    pub fn new(network: Option<Id>, action: Option<Id>) -> Self {
        let mut screen = Self {
            network,
            ..Self::default()
        };
        screen.list.selected = action;
        screen
    }

    /// What a command would be about.
    pub fn target(&self) -> Target {
        Target::default()
    }

    /// A step through the list.
    pub fn step(&mut self, _app: &App, _step: Step) {}
}
