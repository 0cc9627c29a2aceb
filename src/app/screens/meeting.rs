//! The meeting screen: which pane has the focus, what is selected in each, where the caret stands.

use crate::app::App;
use crate::app::context::Target;
use crate::app::list::{List, Step};
use crate::domain::id::Id;

/// A pane of the meeting screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The agenda.
    #[default]
    Agenda,
    /// The participants.
    Participants,
    /// The action items.
    Actions,
    /// The minutes: letters are text.
    Minutes,
}

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct MeetingScreen {
    /// The meeting.
    pub meeting: Id,
    /// The pane with the focus.
    pub focus: Pane,
    /// The agenda's selection.
    pub agenda: List,
    /// The participants' selection.
    pub participants: List,
    /// The actions' selection.
    pub actions: List,
    /// The item whose minutes the caret is in.
    pub item: Option<Id>,
    /// The entry the caret is in.
    pub entry: Option<Id>,
}

impl MeetingScreen {
    /// A meeting, opened at its agenda.
    pub fn new(meeting: Id) -> Self {
        Self {
            meeting,
            ..Self::default()
        }
    }

    /// The places whose keys hold here, the nearest first.
    pub fn scopes(&self) -> &'static [&'static str] {
        match self.focus {
            Pane::Agenda => &["agenda", "meeting", "list", "global"],
            Pane::Participants => &["participants", "meeting", "list", "global"],
            Pane::Actions => &["actions", "meeting", "list", "global"],
            Pane::Minutes => &["text", "global"],
        }
    }

    /// What a command would be about.
    pub fn target(&self) -> Target {
        let item = match self.focus {
            Pane::Minutes => self.item,
            _ => self.agenda.selected,
        };
        Target {
            meeting: Some(self.meeting),
            item,
            entry: self.entry.filter(|_| self.focus == Pane::Minutes),
            person: self
                .participants
                .selected
                .filter(|_| self.focus == Pane::Participants),
            action: self
                .actions
                .selected
                .filter(|_| self.focus == Pane::Actions),
            ..Target::default()
        }
    }

    /// Whether letters typed here are text.
    pub fn takes_text(&self) -> bool {
        self.focus == Pane::Minutes
    }

    /// A step through the list of the pane with the focus.
    pub fn step(&mut self, app: &App, step: Step) {
        let Some(meeting) = app.docs.meeting(self.meeting) else {
            return;
        };
        match self.focus {
            Pane::Agenda => {
                let rows: Vec<Id> = meeting.agenda().iter().map(|item| item.id).collect();
                self.agenda.step(&rows, step);
            }
            Pane::Participants | Pane::Actions | Pane::Minutes => {}
        }
    }
}
