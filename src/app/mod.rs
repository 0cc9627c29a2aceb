//! The program without terminal, files or network: an Elm loop. The world comes in as [`Msg`],
//! what is wanted of it goes out as [`Effect`]; commands in a table say what a user can do.
//! It must not know store, hub or ui.

mod ahead;
pub mod area;
pub mod args;
mod arrivals;
pub mod checklist;
pub mod chord;
pub mod command;
pub mod commands;
mod confirmation;
pub mod context;
pub mod deeds;
pub mod docs;
pub mod editor;
pub mod field;
pub mod floor;
pub mod hints;
pub mod incoming;
pub mod input;
pub mod keymap;
pub mod keyname;
pub mod keys;
pub mod list;
pub mod lists;
pub mod message;
pub mod overlays;
pub mod overview;
pub mod peers;
pub mod replies;
pub mod screens;
pub mod session;
pub mod spelling;
pub mod spots;
pub mod standard;
pub mod steps;
pub mod strip;
#[cfg(test)]
pub mod testing;
pub mod todo;
mod update;
pub mod view;
pub mod wake;
pub mod writing;

use std::collections::VecDeque;

use chrono::NaiveDateTime;

use crate::domain::batch::{Batch, Seq, SessionId, Submission};
use crate::domain::id::Id;
use crate::domain::news::News;
use crate::domain::op::DocOp;
use crate::domain::peer::Peer;
use crate::domain::query::{Answer, Query, Reference};
use crate::domain::secretariat::Language;
use crate::locale::Locale;

use context::Target;
use docs::Docs;
use input::Input;
use message::Message;
use overlays::form::Unfinished;
use session::Session;
use view::View;

/// What happened in the world.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant)]
pub enum Msg {
    /// The person did something.
    Input(Input),
    /// An answer to the query of this number.
    Answer(u64, Answer),
    /// The journal took a submission, as these ops.
    Committed {
        /// Which of ours.
        counter: u64,
        /// Its position.
        seq: Seq,
        /// As it became after rebasing.
        ops: Vec<DocOp>,
    },
    /// A submission was refused; it lies among what is to settle.
    Refused {
        /// Which of ours.
        counter: u64,
        /// Why.
        why: String,
    },
    /// Everything up to this position is safely on disk.
    Saved {
        /// The position.
        seq: Seq,
    },
    /// Another session's batch.
    Batch(Batch),
    /// Something is wrong with saving, or is right again (`None`).
    Trouble(Option<News>),
    /// Something to tell, such as a store that was rebuilt.
    Told(News),
    /// The session was ended, and why.
    Ended(String),
    /// The clock was read again; nothing else.
    Tick,
    /// The program begins on a screen: ask for what it shows.
    Started,
    /// Writing to the journal takes long: what is shown may not be saved.
    Slow,
    /// What stands in a form could not be kept.
    Unkept,
    /// The hub went away; work goes on.
    HubLost,
    /// The hub does not answer; work goes on.
    HubSilent,
    /// The hub is another version now; what is done here waits.
    HubParted {
        /// The hub's version.
        theirs: u32,
        /// Ours.
        ours: u32,
    },
    /// The copy everything is read from was fetched anew.
    Renewed,
    /// The hub is back.
    HubBack,
    /// Words were looked up: each, and whether it is right.
    Spelled(Language, Vec<(String, bool)>),
    /// What is near a word.
    Near(String, Vec<String>),
    /// There is no dictionary of a language.
    Unspelled(Language),
    /// Another session's screen is elsewhere now, or gone.
    Peer(SessionId, Option<Peer>),
    /// The erasure asked for is done, or why not.
    Erased(Result<(), String>),
}

/// What is wanted of the world.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write this to the journal; before the screen shows it.
    Commit(Submission),
    /// Ask the store.
    Query(u64, Query),
    /// Keep the forms that are not finished in a file, in place of what was kept before.
    Keep(Vec<Unfinished>),
    /// Copy to the person's own clipboard (OSC 52).
    Copy(String),
    /// Lend the terminal to the person's own editor, with an item's minutes (meeting, item).
    Edit(Id, Id),
    /// Ask the dictionaries.
    Spell(spelling::Ask),
    /// Erase a person's data for good.
    Erase(Id),
    /// End the program.
    Quit,
}

/// The clock as the app sees it: read by the runtime before each message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// Milliseconds since 1970 UTC.
    pub now: i64,
    /// The same moment in Europe/Copenhagen.
    pub local: NaiveDateTime,
}

/// A command call: its name and words as written in a keymap, the palette or the shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The command and its words.
    pub words: Vec<String>,
    /// What it is about.
    pub target: Target,
}

/// How a call ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Ended {
    /// Done; its submission's counter when it changed something.
    Done(Option<u64>),
    /// Waiting for an answer; it goes on by itself.
    Waiting,
    /// Not done, and why; nothing changed.
    Failed(Message),
    /// Called in a wrong way; nothing changed.
    Usage(Message),
}

/// The program's state.
pub struct App {
    /// The language of the screen.
    pub locale: Locale,
    /// The clock.
    pub clock: Clock,
    /// A person is at the screen: what is missing is asked for, not refused.
    pub interactive: bool,
    /// What is on the screen.
    pub view: View,
    /// The documents.
    pub docs: Docs,
    /// This process.
    pub session: Session,
    /// What was said by commands since it was last shown.
    pub said: Vec<Message>,
    /// What the last command made.
    pub made: Option<Reference>,
    /// How the last call ended, for the command line.
    pub ended: Option<Ended>,
    pub(crate) answers: Vec<(Query, Answer)>,
    pub(crate) effects: Vec<Effect>,
    /// The forms as they were last kept.
    unfinished: Vec<Unfinished>,
    /// The step the running command takes back, for undo and redo.
    undoing: Option<Id>,
    /// The meeting that was made at the screen: shown once it is in the journal.
    opening: Option<Id>,
    /// What the running command wants done after it, as a step of its own.
    next: Option<Call>,
    waiting: Vec<(u64, Query, Call)>,
    /// What was pressed while a command waits.
    ahead: ahead::Ahead,
    asked: u64,
    /// The last check-ins made here.
    arrivals: VecDeque<arrivals::Arrival>,
}

impl App {
    /// A program with nothing loaded.
    pub fn new(locale: Locale, session: Session, clock: Clock) -> Self {
        Self {
            locale,
            clock,
            interactive: false,
            view: View::default(),
            docs: Docs::default(),
            session,
            said: Vec::new(),
            made: None,
            ended: None,
            answers: Vec::new(),
            effects: Vec::new(),
            unfinished: Vec::new(),
            undoing: None,
            opening: None,
            next: None,
            waiting: Vec::new(),
            ahead: ahead::Ahead::default(),
            asked: 0,
            arrivals: VecDeque::new(),
        }
    }
}
