//! `edit`: an item's minutes as Markdown in the user's own editor, and back as one step.
//!
//! Owns the file and the editor's process. Whatever goes wrong, the file stays where it is.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use signal_hook::consts::{SIGINT, SIGQUIT};

use super::arguments::EditIt;
use super::failure::{Done, Failure};
use super::headless::Headless;
use super::out;
use super::perform::{stopped, unknown};
use super::world::{self, World};
use crate::app::commands::lookup;
use crate::app::message::Message;
use crate::domain::id::Id;
use crate::domain::lock::is_locked;
use crate::domain::meeting::Meeting;
use crate::domain::query::Reference;
use crate::intake::page::{BadPage, Edited, LONGEST, Page, Writer, read_bytes};
use crate::locale::Key;

/// The folder of what is being edited, in the data folder.
const FOLDER: &str = "editing";

/// Runs `edit`.
pub fn run(world: &World, it: &EditIt) -> Done {
    let folder = world::existing(world)?;
    let mut headless = Headless::open(world, &folder)?;
    let Some(Reference::Meeting(id)) = headless.resolve(&it.meeting)? else {
        return Err(unknown(Key::ErrorMeetingUnknown, &it.meeting));
    };
    let (meeting, seq) = headless.meeting_at(id)?;
    let item = lookup::item(&meeting, &it.item).map_err(stopped)?;
    let label = headless.label(&Reference::Meeting(id))?;
    if is_locked(&meeting) {
        return Err(Message::new(Key::CliEditApproved)
            .with("meeting", label)
            .into());
    }
    let register = headless.register()?;
    let page = Page::of(&meeting, &register, headless.locale(), item);
    let head = head(&headless, &meeting, &label, item);
    let file = Draft::write(&folder, &label, &page.markdown(&head))?;
    let edited = file
        .edit()
        .map_err(|why| file.kept(why, &headless))
        .map(|text| changes(&mut headless, &page, (&head, &text)))?;
    let said = told(&edited);
    if !edited.ops.is_empty() {
        let done = headless.submit_over(seq, "item-edit", edited.ops);
        done.map_err(|failure| {
            let why = failure.what(headless.locale());
            file.kept(Message::new(Key::ErrorPlain).with("text", why), &headless)
        })?;
    }
    file.remove();
    out::print(&said.render(headless.locale()))
}

fn head(headless: &Headless, meeting: &Meeting, label: &str, item: Id) -> String {
    let agenda = meeting.agenda();
    let number = agenda.iter().position(|row| row.id == item);
    let title = meeting.items.get(&item).map_or("", |row| &row.title);
    let head = Message::new(Key::CliEditHead).with("meeting", label.to_owned());
    let head = head.with("number", number.map_or(0, |number| number + 1));
    head.with("title", title.to_owned())
        .render(headless.locale())
}

fn changes(headless: &mut Headless, page: &Page<'_>, (head, text): (&str, &str)) -> Edited {
    let clock = world::clock();
    let writer = Writer {
        by: headless.user().to_owned(),
        at: clock.now,
        today: clock.local.date(),
    };
    page.changes(head, text, &writer, &mut || headless.new_id())
}

fn told(edited: &Edited) -> Message {
    if edited.ops.is_empty() {
        return Message::new(Key::CliEditSame);
    }
    Message::new(Key::CliEditDone)
        .with("changed", edited.changed)
        .with("added", edited.added)
        .with("removed", edited.removed)
        .with("moved", edited.moved)
}

/// The file that is edited, in a folder of its own.
struct Draft {
    folder: PathBuf,
    path: PathBuf,
}

impl Draft {
    /// Writes the page where only this account can read it.
    fn write(data: &Path, label: &str, page: &str) -> Result<Self, Failure> {
        let folder = data.join(FOLDER).join(world::random().to_string());
        let path = folder.join(format!("{label}.md"));
        let made = DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&folder)
            .and_then(|()| {
                let options = OpenOptions::new()
                    .write(true)
                    .create_new(true)
                    .mode(0o600)
                    .open(&path);
                options?.write_all(page.as_bytes())
            });
        made.map_err(|error| {
            let message = Message::new(Key::CliCannotWrite).with("file", world::shown(&path));
            Failure::from(message.with("why", error.to_string()))
        })?;
        let path = std::path::absolute(&path).unwrap_or(path);
        Ok(Self { folder, path })
    }

    /// Waits for the editor; the text as it was left, cleaned.
    fn edit(&self) -> Result<String, Message> {
        let why = |key: Key, why: String| Message::new(key).with("why", why);
        // An interrupt is the editor's while it has the terminal.
        let heard = Arc::new(AtomicBool::new(false));
        let signals: Vec<_> = [SIGINT, SIGQUIT]
            .into_iter()
            .filter_map(|signal| signal_hook::flag::register(signal, Arc::clone(&heard)).ok())
            .collect();
        let ended = start(&self.path);
        for signal in signals {
            signal_hook::low_level::unregister(signal);
        }
        match ended {
            Err(error) => return Err(why(Key::CliEditNoEditor, error.to_string())),
            Ok(status) if !status.success() => {
                let killed = || 128 + status.signal().unwrap_or_default();
                let code = status.code().unwrap_or_else(killed);
                return Err(Message::new(Key::CliEditEnded).with("code", code.to_string()));
            }
            Ok(_) => {}
        }
        let mut bytes = Vec::new();
        let read = fs::File::open(&self.path)
            .and_then(|file| file.take(LONGEST as u64 + 1).read_to_end(&mut bytes));
        read.map_err(|error| why(Key::CliEditGone, error.to_string()))?;
        read_bytes(&bytes).map_err(|bad| match bad {
            BadPage::NotText(line) => Message::new(Key::CliEditNotText).with("line", line),
            BadPage::Control(line) => Message::new(Key::CliEditControl).with("line", line),
            BadPage::TooLong => Message::new(Key::CliEditTooLong),
        })
    }

    /// What went wrong, and where the text is.
    fn kept(&self, why: Message, headless: &Headless) -> Failure {
        if !self.path.exists() {
            self.remove();
            return why.into();
        }
        let why = why.render(headless.locale());
        let message = Message::new(Key::CliEditKept).with("file", world::shown(&self.path));
        let why = why.trim_end_matches('.').to_owned();
        message.with("why", why).into()
    }

    /// There is nothing more to keep: the file goes.
    fn remove(&self) {
        // The editor's own copies in the folder go too; the folder of all stays while others edit.
        let _ = fs::remove_dir_all(&self.folder);
        let _ = self.folder.parent().map(fs::remove_dir);
    }
}

/// Runs the user's editor on the file.
fn start(path: &Path) -> io::Result<ExitStatus> {
    let named = ["VISUAL", "EDITOR"].into_iter().find_map(|name| {
        let value = std::env::var_os(name)?;
        (!value.is_empty()).then_some(value)
    });
    match named {
        // As every program does: the editor's own arguments stand in the variable.
        Some(editor) => {
            let mut line: OsString = editor;
            line.push(" \"$@\"");
            Command::new("sh")
                .arg("-c")
                .arg(&line)
                .arg("editor")
                .arg(path)
                .status()
        }
        None => match Command::new("nano").arg(path).status() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Command::new("vi").arg(path).status()
            }
            ended => ended,
        },
    }
}
