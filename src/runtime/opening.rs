//! Where the program opens: a meeting, an item, the door, the chair's screen, or Home.

use super::start::{Error, Opening, Start};
use super::{FIRST_LIMIT, Runtime};
use crate::app::commands::lookup;
use crate::app::context::Target;
use crate::app::message::Message;
use crate::app::screens::Screen;
use crate::app::screens::meeting::{MeetingScreen, Pane};
use crate::app::{App, Call, Msg};
use crate::domain::id::Id;
use crate::domain::op::DocId;
use crate::domain::query::{Answer, Query, Reference};
use crate::locale::Key;

impl Runtime {
    /// Waits for what the first picture shows, and opens what was asked for; else the meeting of
    /// a form that was left, when it can be.
    pub(super) fn prepare(&mut self, start: &Start, left: Option<String>) -> Result<(), Error> {
        if let Some(label) = &start.opening.meeting {
            self.open_meeting(label)?;
        } else if let Some(label) = left {
            let _ = self.open_meeting(&label);
        }
        self.take(Msg::Started);
        if !self.wait_until(FIRST_LIMIT, App::is_ready) {
            return Err(Error::NoAnswer);
        }
        self.app.settle_in(&start.user, start.language, start.guess);
        self.app.view.follows = start.opening.live && start.opening.meeting.is_none();
        if start.opening.live
            && let Some(id) = self.app.view.meeting().or_else(|| self.app.running())
        {
            self.open_live(id)?;
        } else if let Some(id) = self.app.view.meeting() {
            self.open_place(id, &start.opening)?;
        }
        Ok(())
    }

    /// Goes to the item, the minutes or the door that was asked for.
    fn open_place(&mut self, id: Id, opening: &Opening) -> Result<(), Error> {
        let mut item = None;
        if let (Some(typed), Some(meeting)) = (&opening.item, self.app.docs.meeting(id)) {
            let unknown = Message::new(Key::ErrorItemUnknown).with("typed", typed.clone());
            item = Some(lookup::item(meeting, typed).map_err(|_| Error::Opening(unknown))?);
        }
        if let Screen::Meeting(screen) = &mut self.app.view.screen {
            screen.agenda.selected = item;
            if opening.minutes {
                screen.item = item;
                screen.focus = Pane::Minutes;
            }
        }
        if opening.door {
            let call = Call {
                words: vec!["door".to_owned()],
                target: self.app.target(),
            };
            let effects = self.app.call(call);
            self.perform(effects);
        }
        Ok(())
    }

    /// Shows a meeting as it runs.
    fn open_live(&mut self, id: Id) -> Result<(), Error> {
        let call = Call {
            words: vec!["show-live".to_owned()],
            target: Target {
                meeting: Some(id),
                ..Target::default()
            },
        };
        let effects = self.app.call(call);
        self.perform(effects);
        let shown =
            |app: &App| matches!(app.view.screen, Screen::Live(_)) && app.overview(id).is_some();
        match self.wait_until(FIRST_LIMIT, shown) {
            true => Ok(()),
            false => Err(Error::NoAnswer),
        }
    }

    fn open_meeting(&mut self, label: &str) -> Result<(), Error> {
        let number = self.app.ask(Query::Resolve(label.to_owned()));
        let effects = self.app.take_effects();
        self.perform(effects);
        let answer = self.wait_answer(number).ok_or(Error::NoAnswer)?;
        let id = match answer {
            Answer::Resolved(Some(Reference::Meeting(id))) => Some(id),
            _ => self.unborn_meeting(label),
        };
        let Some(id) = id else {
            let message = Message::new(Key::ErrorMeetingUnknown).with("typed", label.to_owned());
            return Err(Error::Opening(message));
        };
        self.app.view.screen = Screen::Meeting(MeetingScreen::new(id));
        Ok(())
    }

    /// A meeting that an earlier process made without a line, by the number it has until then. The
    /// network's label is part of it.
    fn unborn_meeting(&mut self, label: &str) -> Option<Id> {
        if self.app.docs.unborn().is_empty() {
            return None;
        }
        self.app.ask(Query::Doc(DocId::Secretariat));
        let effects = self.app.take_effects();
        self.perform(effects);
        self.wait_until(FIRST_LIMIT, |app| app.docs.secretariat().is_some());
        self.app.unborn_meeting(label)
    }
}
