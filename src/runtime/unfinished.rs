//! Forms that are not finished: in a file before the screen shows what was typed in them, and open again at the next
//! start when the program ended before they were.

use std::time::Duration;

use super::{Runtime, Start};
use crate::app::Msg;
use crate::app::overlays::form::Unfinished;
use crate::hub::{self, LeftOver, Scratch};

/// So long the start waits for what was left over to be in this session's own file.
const TAKING_UP: Duration = Duration::from_secs(5);

/// What earlier sessions left, and their files.
#[derive(Default)]
pub struct Left {
    forms: Vec<Unfinished>,
    files: Vec<LeftOver>,
}

impl Left {
    /// What is found for the user; what this program can't read stays where it is.
    pub fn find(start: &Start) -> Self {
        let mut left = Self::default();
        for file in hub::left_over(&start.folder, &start.user, start.role) {
            if let Ok(forms) = serde_json::from_str::<Vec<Unfinished>>(&file.text) {
                left.forms.extend(forms);
                left.files.push(file);
            }
        }
        left
    }

    /// The meeting the last of them is about.
    pub fn meeting(&self) -> Option<String> {
        let meeting = self.forms.last()?.target.meeting?;
        Some(meeting.to_string())
    }
}

impl Runtime {
    /// Keeps unfinished forms in this session's own file from now on, and opens what others left.
    pub fn take_up(&mut self, scratch: Scratch, left: Left) {
        self.scratch = Some(scratch);
        self.app.reopen(&left.forms);
        let effects = self.app.take_effects();
        self.perform(effects);
        if self.keep_forms(TAKING_UP) {
            left.files.into_iter().for_each(LeftOver::discard);
        }
    }

    /// Has the forms in the file, at most so late; whether they are. What was accepted is given up
    /// only when it is in the journal.
    pub(super) fn keep_forms(&mut self, limit: Duration) -> bool {
        let done = self.unfinished.as_ref().is_some_and(Vec::is_empty);
        if done && self.written < self.submitted {
            return true;
        }
        let Some(forms) = self.unfinished.take() else {
            return true;
        };
        let text = (!done).then(|| serde_json::to_string(&forms).unwrap_or_default());
        self.scratch
            .as_mut()
            .is_none_or(|scratch| scratch.keep(text, limit))
    }

    /// The program ends: what was accepted is not left over.
    pub(super) fn keep_last(&mut self) {
        if self.unfinished.is_some() {
            self.await_written(TAKING_UP);
            self.keep_forms(TAKING_UP);
        }
    }

    /// Has the forms in the file before they are shown, or says that they are not.
    pub(super) fn keep_or_tell(&mut self, limit: Duration) -> bool {
        let kept = self.keep_forms(limit);
        if !kept {
            self.take(Msg::Unkept);
        }
        kept
    }
}
