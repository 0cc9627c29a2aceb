//! The meeting screen: which pane has the focus, what is selected in each, where the caret stands.

use crate::app::App;
use crate::app::context::Target;
use crate::app::editor::caret::Place;
use crate::app::editor::motion::Caret;
use crate::app::list::{List, Step};
use crate::app::overview::{roll, tasks};
use crate::app::writing::pencil::Pencil;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Entry;

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

/// The panes in the order of Tab.
const PANES: [Pane; 4] = [
    Pane::Agenda,
    Pane::Participants,
    Pane::Actions,
    Pane::Minutes,
];

/// An agenda item taken up, to be put down elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grabbed {
    /// The item.
    pub item: Id,
    /// Where it would stand, from 0.
    pub to: usize,
}

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct MeetingScreen {
    /// The meeting.
    pub meeting: Id,
    /// The pane with the focus.
    pub focus: Pane,
    /// The line with the next step has the focus, within the agenda.
    pub at_next: bool,
    /// The agenda's selection.
    pub agenda: List,
    /// The participants' selection.
    pub participants: List,
    /// The actions' selection.
    pub actions: List,
    /// An item being moved.
    pub grabbed: Option<Grabbed>,
    /// The item whose minutes the caret is in.
    pub item: Option<Id>,
    /// The entry the caret is in.
    pub entry: Option<Id>,
    /// The caret, and what is scrolled to.
    pub pencil: Pencil,
}

impl MeetingScreen {
    /// A meeting, opened at its agenda, with the next step ready for Enter.
    pub fn new(meeting: Id) -> Self {
        Self {
            meeting,
            at_next: true,
            ..Self::default()
        }
    }

    /// The places whose keys hold here, the nearest first.
    pub fn scopes(&self) -> &'static [&'static str] {
        match self.focus {
            Pane::Agenda if self.grabbed.is_some() => &["moving"],
            Pane::Agenda if self.at_next => &["next", "agenda", "meeting", "list", "global"],
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
            Pane::Agenda => self.agenda.selected.filter(|_| !self.at_next),
            Pane::Participants | Pane::Actions => None,
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

    /// Gives a pane the focus; its list has a selection from then on.
    pub fn focus(&mut self, app: &App, pane: Pane) {
        self.grabbed = None;
        self.focus = pane;
        let rows = self.rows(app);
        if let Some(list) = self.list() {
            list.selected = list.id(&rows);
        }
    }

    /// Puts the caret into an item's minutes: to the end of an entry, or where writing goes on.
    pub fn write_at(&mut self, item: Id, entry: Option<&Entry>) {
        self.item = Some(item);
        self.entry = entry.map(|entry| entry.id);
        self.pencil.caret = entry.map(|entry| Caret::new(Place::new(entry.id, entry.text.len())));
    }

    /// Selects a record in the pane with the focus.
    pub fn select(&mut self, app: &App, record: Id) {
        let rows = self.rows(app);
        self.at_next = false;
        if let Some(list) = self.list().filter(|_| rows.contains(&record)) {
            list.select(record, &rows);
        }
    }

    /// The next pane, or the one before.
    pub fn turn(&mut self, app: &App, back: bool) {
        let index = PANES.iter().position(|pane| *pane == self.focus);
        let step = if back { PANES.len() - 1 } else { 1 };
        let next = (index.unwrap_or(0) + step) % PANES.len();
        if let Some(pane) = PANES.get(next) {
            self.focus(app, *pane);
        }
    }

    /// A step through the list of the pane with the focus.
    pub fn step(&mut self, app: &App, step: Step) {
        let rows = self.rows(app);
        let forward = matches!(step, Step::Down | Step::PageDown | Step::First | Step::Last);
        if self.focus == Pane::Agenda {
            if self.at_next && forward && !rows.is_empty() {
                self.at_next = false;
                if step == Step::Down {
                    self.agenda.step(&rows, Step::First);
                    return;
                }
            } else if step == Step::Up && self.agenda.index(&rows).unwrap_or(0) == 0 {
                self.at_next = true;
                return;
            }
        }
        if let Some(list) = self.list() {
            list.step(&rows, step);
        }
    }

    /// Selects a record in the pane that lists it, and gives that the focus; whether another one was
    /// selected before. While one writes, an item's row leads to its minutes.
    pub fn choose(&mut self, app: &App, record: Id) -> bool {
        let Some(meeting) = app.docs.meeting(self.meeting) else {
            return true;
        };
        let pane = match () {
            () if meeting.items.contains_key(&record) => Pane::Agenda,
            () if meeting.participants.contains_key(&record) => Pane::Participants,
            () => Pane::Actions,
        };
        if self.takes_text() && pane == Pane::Agenda {
            self.write_at(record, None);
            return true;
        }
        let before = self.list().and_then(|list| list.selected);
        let there = self.focus == pane && !(pane == Pane::Agenda && self.at_next);
        self.focus(app, pane);
        self.select(app, record);
        !there || before != Some(record)
    }

    /// Selects the neighbour of a selected record that is gone.
    pub fn settle(&mut self, app: &App) {
        let rows = self.rows(app);
        if let Some(list) = self.list() {
            list.settle(&[rows]);
        }
    }

    fn list(&mut self) -> Option<&mut List> {
        match self.focus {
            Pane::Agenda => Some(&mut self.agenda),
            Pane::Participants => Some(&mut self.participants),
            Pane::Actions => Some(&mut self.actions),
            Pane::Minutes => None,
        }
    }

    /// The records of the list with the focus, as shown.
    pub fn rows(&self, app: &App) -> Vec<Id> {
        let Some(meeting) = app.docs.meeting(self.meeting) else {
            return Vec::new();
        };
        match self.focus {
            Pane::Agenda => self.agenda_rows(meeting),
            Pane::Participants => roll(meeting, app.register())
                .iter()
                .flat_map(|(_, people)| people.iter().map(|row| row.id))
                .collect(),
            Pane::Actions => app
                .docs
                .network(meeting.head.network)
                .map(|network| tasks(meeting, network).iter().map(|row| row.id).collect())
                .unwrap_or_default(),
            Pane::Minutes => Vec::new(),
        }
    }

    /// The agenda's items in order, one being moved at the place it would have.
    pub fn agenda_rows(&self, meeting: &Meeting) -> Vec<Id> {
        let mut rows: Vec<Id> = meeting.agenda().iter().map(|item| item.id).collect();
        if let Some(grabbed) = self.grabbed {
            rows.retain(|row| *row != grabbed.item);
            rows.insert(grabbed.to.min(rows.len()), grabbed.item);
        }
        rows
    }
}
