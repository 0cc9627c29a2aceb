//! A network: its facts, meetings, members and template; what is selected.

use crate::app::App;
use crate::app::context::Target;
use crate::app::list::{List, Step};
use crate::domain::id::Id;

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct NetworkScreen {
    /// The network.
    pub network: Id,
    /// The list.
    pub list: List,
}

impl NetworkScreen {
    /// A network, opened at its meetings.
    pub fn new(network: Id) -> Self {
        Self {
            network,
            ..Self::default()
        }
    }

    /// What a command would be about.
    pub fn target(&self) -> Target {
        Target {
            network: Some(self.network),
            ..Target::default()
        }
    }

    /// A step through the list.
    pub fn step(&mut self, _app: &App, _step: Step) {}
}
