//! What opens over a screen, one file each; Esc closes the top one and the screen is as it was.

pub mod confirm;
pub mod door;
pub mod form;
pub mod palette;
pub mod panel;
pub mod reader;

use super::input::KeyPress;
use super::{App, Call};
use crate::domain::query::Query;

/// An overlay.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// A command's arguments.
    Form(form::Form),
    /// All commands, by a few letters.
    Palette(palette::Palette),
    /// A question before something that can't be undone.
    Confirm(confirm::Confirm),
    /// Checking people in.
    Door(door::Door),
    /// A list that is filtered as one types.
    Panel(panel::Panel),
    /// A document to read.
    Reader(reader::Reader),
}

impl From<panel::Panel> for Overlay {
    fn from(panel: panel::Panel) -> Self {
        Self::Panel(panel)
    }
}

impl From<reader::Reader> for Overlay {
    fn from(reader: reader::Reader) -> Self {
        Self::Reader(reader)
    }
}

impl From<door::Door> for Overlay {
    fn from(door: door::Door) -> Self {
        Self::Door(door)
    }
}

impl From<form::Form> for Overlay {
    fn from(form: form::Form) -> Self {
        Self::Form(form)
    }
}

impl From<palette::Palette> for Overlay {
    fn from(palette: palette::Palette) -> Self {
        Self::Palette(palette)
    }
}

impl From<confirm::Confirm> for Overlay {
    fn from(confirm: confirm::Confirm) -> Self {
        Self::Confirm(confirm)
    }
}

/// What became of a key in an overlay.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant)]
pub enum Answered {
    /// It was used.
    Used,
    /// It means nothing here: the keymap is asked.
    Unused,
    /// The overlay is done and closes.
    Close,
    /// It stays open and wants an answer.
    Ask(Query),
    /// These are run, and the overlay stays open and hears what they say.
    Stay(Vec<Call>),
    /// The overlay closes and this is run; if it fails the overlay comes back with the reason.
    Run(Call),
    /// The same, and the key then goes where it would have gone without the overlay.
    Before(Call),
}

impl Overlay {
    /// The places whose keys hold here.
    pub fn scopes(&self) -> &'static [&'static str] {
        match self {
            Self::Form(_) => &["form", "field"],
            Self::Palette(_) => &["palette", "field"],
            Self::Confirm(_) => &["confirm"],
            Self::Door(_) => &["door", "field"],
            Self::Panel(panel) => panel.scopes(),
            Self::Reader(_) => &["reader"],
        }
    }

    /// A key that the keymap binds nothing to here.
    pub fn key(&mut self, app: &App, key: KeyPress) -> Answered {
        match self {
            Self::Form(form) => form.key(app, key),
            Self::Palette(palette) => palette.key(app, key),
            Self::Confirm(confirm) => confirm.key(key),
            Self::Door(door) => door.key(app, key),
            Self::Panel(panel) => panel.key(app, key),
            Self::Reader(reader) => reader.key(key),
        }
    }

    /// Pasted text.
    pub fn paste(&mut self, text: &str) {
        match self {
            Self::Form(form) => form.paste(text),
            Self::Palette(palette) => palette.paste(text),
            Self::Confirm(_) | Self::Reader(_) => {}
            Self::Door(door) => door.paste(text),
            Self::Panel(panel) => panel.paste(text),
        }
    }
}
