//! The person's own editor, in the terminal while the screen is put away: `referent edit` as a
//! process of its own, whose changes come as everybody else's do.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use super::start::Start;
use crate::app::message::Message;
use crate::domain::id::Id;
use crate::locale::{Key, Locale};
use crate::ui::terminal;

/// What `referent edit` is started with; only where the folder is this machine's and the person
/// may start programs here.
pub struct Editor {
    folder: PathBuf,
    user: String,
}

impl Editor {
    /// None for whoever was let in from elsewhere, and where the folder is another machine's.
    pub fn of(start: &Start, joined: bool) -> Option<Self> {
        let own = !start.confined && !joined;
        own.then(|| Self {
            folder: start.folder.clone(),
            user: start.user.clone(),
        })
    }

    /// Lends the terminal until the editor is left; whether its changes were taken in.
    ///
    /// # Errors
    /// What to say when it could not be started or the text was not taken in.
    pub fn edit(&self, locale: Locale, meeting: Id, item: Id) -> Result<(), Message> {
        let program = std::env::current_exe().map_err(|why| failed(&why))?;
        let words: [OsString; 9] = [
            "--data".into(),
            self.folder.clone().into(),
            "--user".into(),
            self.user.clone().into(),
            "--lang".into(),
            locale.language().name().into(),
            "edit".into(),
            meeting.to_string().into(),
            item.to_string().into(),
        ];
        let said = locale.text(Key::EditorLeft);
        let done = terminal::lend(&said, || Command::new(program).args(words).status());
        match done {
            Ok(status) if status.success() => Ok(()),
            Ok(_) => Err(Key::ErrorItemEdit.into()),
            Err(why) => Err(failed(&why)),
        }
    }
}

fn failed(why: &std::io::Error) -> Message {
    Message::new(Key::ErrorEditorStart).with("why", why.to_string())
}
