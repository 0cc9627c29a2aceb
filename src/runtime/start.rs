//! How the program starts on a terminal: its link to the hub, here or on another machine, and where it opens.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use super::editor::Editor;
use super::post::Place;
use super::speller::Speller;
use super::unfinished::Left;
use super::{Runtime, clock};
use crate::app::App;
use crate::app::keymap::Keymap;
use crate::app::message::Message;
use crate::app::session::Session;
use crate::domain::batch::Submission;
use crate::domain::id::Id;
use crate::domain::role::Role;
use crate::domain::secretariat::Language;
use crate::hub::event::Event;
use crate::hub::{self, Link, Scratch, Sink};
use crate::locale::Locale;
use crate::ui::painter::Painter;
use crate::ui::source::Waker;
use crate::ui::terminal::Terminal;

/// Where the program opens.
#[derive(Clone, Debug, Default)]
pub struct Opening {
    /// A meeting's label or id; Home when not said.
    pub meeting: Option<String>,
    /// An agenda item of it, by number or id.
    pub item: Option<String>,
    /// With the caret in the item's minutes.
    pub minutes: bool,
    /// At the door.
    pub door: bool,
    /// At the meeting as it runs; the one that does when none is said.
    pub live: bool,
}

/// What the program is started with.
pub struct Start {
    /// The data folder.
    pub folder: PathBuf,
    /// The account's or given name.
    pub user: String,
    /// What the user may.
    pub role: Role,
    /// The only meeting that is about, by label or id.
    pub only: Option<String>,
    /// Somebody let in from elsewhere: no file of this machine is theirs.
    pub confined: bool,
    /// The language, when it was said; else the secretariat's.
    pub language: Option<Language>,
    /// The language of the environment, for the first start.
    pub guess: Language,
    /// Where it opens.
    pub opening: Opening,
    /// Reads the clock, milliseconds since 1970 UTC; fixed in tests and demonstration.
    pub now: fn() -> i64,
    /// Draws 128 random bits.
    pub draw: fn() -> Id,
    /// The hub on another machine, when it is not the data folder's.
    pub joined: Option<Joined>,
}

/// The keys the program is started with.
pub struct Keys {
    /// Which they are.
    pub keymap: Keymap,
    /// Something to say at once, such as a keymap file that can't be read.
    pub notice: Option<Message>,
}

/// A hub on another machine, and the session that goes on with it.
pub struct Joined {
    /// Who, and where the copy lies.
    pub options: hub::Options,
    /// The connection and the copy.
    pub joining: hub::Joining,
}

/// Why the program could not start or go on.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no terminal to draw on.
    #[error(
        "there is no terminal here ({0}); use \"referent do\", \"list\" or \"show\" in scripts"
    )]
    NoTerminal(std::io::Error),
    /// The folder could not be opened.
    #[error(transparent)]
    Hub(#[from] hub::Error),
    /// What was asked to be opened is not there.
    #[error("what was asked for is not there")]
    Opening(Message),
    /// The terminal went away; everything typed is kept.
    #[error("the terminal can't be written to any more ({0}); everything typed is kept")]
    Terminal(std::io::Error),
    /// No thread could be started.
    #[error("no thread could be started ({0}); nothing was changed; end some other program")]
    Crowded(std::io::Error),
    /// The folder gave no answer.
    #[error("the folder could not be read in time; nothing was changed; run \"referent check\"")]
    NoAnswer,
}

/// Runs the program on a terminal until the person quits. No thread is started before the first picture: starting
/// them, and waiting for their answers, took longer than what they did.
///
/// # Errors
/// See [`Error`]; what reading the keys failed with.
pub fn start<E: From<Error>>(
    mut start: Start,
    keys: impl FnOnce() -> Result<Keys, E>,
) -> Result<(), E> {
    let (terminal, source, backend) = Terminal::enter().map_err(Error::NoTerminal)?;
    // Over the terminal's own hook: a panic of the database is mended and no end.
    hub::hush();
    let (sink, receiver) = events(Some(source.waker()));
    let joined = start.joined.take();
    let editor = Editor::of(&start, joined.is_some());
    let at_home = joined.is_none();
    let (session, left, link) = open_link(&start, joined, sink).map_err(Error::Hub)?;
    let Keys { keymap, notice } = keys()?;
    let mut painter = Painter::new(backend);
    let mut app = App::new(
        Locale::new(start.language.unwrap_or(start.guess)),
        session,
        clock((start.now)()),
    );
    app.interactive = true;
    let own = app.session.id;
    app.view.keymap = keymap;
    left.into_iter().for_each(|it| app.docs.sent(it));
    let size = terminal.size();
    app.view.size = (size.width, size.height);
    let mut runtime = Runtime::new(app, link, receiver, start.now);
    runtime.editor = editor;
    runtime.speller = Speller::new(Some(source.waker()));
    // On the hub's own machine alone.
    runtime.place = home_place(&start, at_home);
    let left = Left::find(&start);
    let scratch = Scratch::new(&start.folder, own, &start.user, start.role);
    runtime.prepare(&start, left.meeting())?;
    if let Some(message) = notice {
        runtime.app.fail(message);
    }
    runtime.take_up(scratch, left);
    terminal.show();
    let shown = runtime.show_first(&mut painter);
    shown.map_err(Error::Terminal)?;
    runtime.begin().map_err(Error::Crowded)?;
    runtime.run(source, painter).map_err(Error::Terminal)?;
    Ok(())
}

/// Where the post works, for a person of the hub's own machine.
fn home_place(start: &Start, at_home: bool) -> Option<Place> {
    (at_home && !start.confined).then(|| Place {
        folder: start.folder.clone(),
        user: start.user.clone(),
        clock: start.now,
        draw: start.draw,
    })
}

/// The session, what an earlier process of it left pending, and its link.
fn open_link(
    start: &Start,
    joined: Option<Joined>,
    sink: Sink,
) -> Result<(Session, Vec<Submission>, Link), hub::Error> {
    let draw = start.draw;
    let mut session = Session::new(start.user.clone(), Box::new(move || draw().bits()));
    session.role = start.role;
    session.confined = start.confined;
    let own = hub::Options {
        folder: start.folder.clone(),
        user: start.user.clone(),
        role: start.role,
        meeting: start.only.clone(),
        copies: false,
        confined: start.confined,
        session: session.id,
        clock: start.now,
        draw,
    };
    let Some(Joined { options, joining }) = joined else {
        return Ok((session, Vec::new(), hub::open(&own, sink)?));
    };
    let session = session.resumed(options.session, joining.counter());
    let left = joining.pending();
    Ok((session, left, hub::join(&options, sink, joining)?))
}

/// Events of the hub as a channel that also wakes the terminal's wait. What only confirms what is
/// shown already wakes nobody: it is heard with the next one, at the latest when all is saved.
pub fn events(waker: Option<Waker>) -> (Sink, Receiver<Event>) {
    let (send, receive) = channel();
    let sink = move |event| {
        let shows = !matches!(event, Event::Written { .. } | Event::Committed { .. });
        let sent = send.send(event).is_ok();
        if let (Some(waker), true) = (&waker, shows) {
            waker.wake();
        }
        sent
    };
    (Arc::new(sink), receive)
}
