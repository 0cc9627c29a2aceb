//! What is on the screen: a screen, overlays over it, a notice. State only; `ui` draws it.

use chrono::NaiveTime;

use crate::domain::id::Id;
use crate::domain::news::News;
use crate::domain::query::Home;

use super::editor::clipboard::Clipboard;
use super::input::KeyPress;
use super::keymap::Keymap;
use super::lists::Lists;
use super::message::Message;
use super::overlays::Overlay;
use super::overlays::form::Form;
use super::peers::Peers;
use super::screens::Screen;
use super::spelling::Spelling;
use super::spots::Spots;
use super::writing::Seek;

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Said,
    /// Something could not be done.
    Failed,
}

/// A sentence on the notice line, until the next key.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What.
    pub message: Message,
    /// How.
    pub tone: Tone,
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
}

/// Whether all is saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saving {
    /// The counter of the last submission made here.
    pub sent: u64,
    /// The highest journal position of ours not yet known to be on disk.
    pub unsynced: Option<u64>,
    /// Local time of day all was last known saved, seconds from midnight.
    pub saved_at: Option<u32>,
    /// When text was last typed here, milliseconds since 1970 UTC.
    pub typed_at: Option<i64>,
    /// The last write took long: what is shown may not be in the file.
    pub slow: bool,
    /// The hub does not hear us; what is done here waits for it in a file.
    pub away: Option<Away>,
    /// What is wrong with saving.
    pub trouble: Option<News>,
}

/// Since when, and how, the hub does not hear us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Away {
    /// Local time.
    pub since: NaiveTime,
    /// It is there, but does not answer.
    pub silent: bool,
}

/// What must be painted anew, for who paints: compared with what was painted last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repaint {
    /// Counts the times when anything may have changed.
    pub all: u64,
    /// Counts the times when only the text of one paragraph changed, and the caret in it.
    pub part: u64,
    /// That paragraph.
    pub entry: Option<Id>,
    before: u64,
    forced: bool,
}

impl Repaint {
    /// A message comes in: until something else is said, anything may change.
    pub(super) fn begin(&mut self) {
        self.before = self.all;
        self.all += 1;
        self.forced = false;
    }

    /// Only this paragraph has changed.
    pub(super) fn only(&mut self, entry: Id) {
        if !self.forced {
            self.all = self.before;
            self.part += 1;
            self.entry = Some(entry);
        }
    }

    /// Nothing that is seen has changed.
    pub(super) fn nothing(&mut self) {
        if !self.forced {
            self.all = self.before;
        }
    }

    /// More than a paragraph changes, whatever is said later.
    pub(super) fn everything(&mut self) {
        self.all = self.before + 1;
        self.forced = true;
    }
}

/// The smallest screen that shows anything useful: columns and rows.
const SMALLEST: (u16, u16) = (60, 15);

/// Whether nothing useful can be shown on a screen of so many columns and rows.
pub fn is_too_small(size: (u16, u16)) -> bool {
    size.0 < SMALLEST.0 || size.1 < SMALLEST.1
}

/// Everything on the screen.
#[derive(Default)]
pub struct View {
    /// The screen.
    pub screen: Screen,
    /// Screens to go back to.
    pub back: Vec<Screen>,
    /// Overlays, the top one last.
    pub overlays: Vec<Overlay>,
    /// The form whose call runs; it comes back when that is refused.
    pub held: Option<Form>,
    /// The notice line.
    pub notice: Option<Notice>,
    /// Esc was pressed in text: the next letter names an action.
    pub strip: bool,
    /// In a keymap with modes: letters are text, not commands.
    pub inserting: bool,
    /// The first of two keys was pressed.
    pub first: Option<KeyPress>,
    /// A number was typed before a command of the text: how often.
    pub count: usize,
    /// What the next letter is for, in a mode where letters are commands.
    pub awaited: Option<Seek>,
    /// A command of the text runs so often for one press: one step of undo.
    pub repeating: Option<Id>,
    /// The keys.
    pub keymap: Keymap,
    /// Columns and rows.
    pub size: (u16, u16),
    /// What is known of the spelling of words.
    pub spelling: Spelling,
    /// Where rows stand, for clicks.
    pub spots: Spots,
    /// Whether all is saved.
    pub saving: Saving,
    /// Others at work.
    pub peers: Peers,
    /// What must be painted anew.
    pub repaint: Repaint,
    /// What was cut or copied last.
    pub clipboard: Clipboard,
    /// The screen follows whichever meeting runs.
    pub follows: bool,
    /// What Home shows, when it was fetched.
    pub home: Option<Home>,
    /// What the other screens list.
    pub lists: Lists,
}

impl View {
    /// Whether letters are commands in the text that has the keys.
    pub fn is_normal(&self) -> bool {
        self.keymap.modal && !self.inserting && self.screen.takes_text()
    }

    /// Whether moving the caret marks.
    pub fn is_marking(&self) -> bool {
        matches!(&self.screen, Screen::Meeting(screen) if screen.pencil.marking)
    }

    /// The places whose keys hold under the overlays, the nearest first.
    pub fn scopes(&self) -> &'static [&'static str] {
        match self.is_normal() {
            true if self.is_marking() => &["visual", "normal", "text", "global"],
            true => &["normal", "text", "global"],
            false => self.screen.scopes(),
        }
    }

    /// The places whose keys hold for this key: where letters are typed, one that holds
    /// everywhere else must not take them.
    pub fn scopes_for(&self, key: KeyPress) -> &'static [&'static str] {
        let scopes = self.scopes();
        match scopes.split_last() {
            Some((&"global", own)) if key.text().is_some() && self.screen.takes_letters() => own,
            _ => scopes,
        }
    }

    /// Goes to a screen; Esc comes back here. A form in which something was typed stays open.
    pub fn go(&mut self, screen: Screen) {
        let left = std::mem::replace(&mut self.screen, screen);
        self.back.push(left);
        self.overlays
            .retain(|overlay| matches!(overlay, Overlay::Form(form) if form.is_changed()));
    }

    /// Opens an overlay.
    pub fn open(&mut self, overlay: impl Into<Overlay>) {
        self.strip = false;
        self.overlays.push(overlay.into());
    }

    /// Whether the room allows the wide layout with a column beside the text.
    pub fn is_wide(&self) -> bool {
        self.size.0 >= 110
    }

    /// The meeting on the screen.
    pub fn meeting(&self) -> Option<Id> {
        match &self.screen {
            Screen::Meeting(screen) => Some(screen.meeting),
            Screen::History(screen) => screen.meeting(),
            Screen::Live(screen) => Some(screen.meeting),
            _ => None,
        }
    }
}
