//! The event loop: terminal and hub on one side, the app in the middle, the screen on the
//! other. Nothing is shown before it is in the file, and nothing waits longer than for that.

mod editor;
mod opening;
pub mod post;
mod speller;
mod start;
mod unfinished;

use std::collections::VecDeque;
use std::fs::File;
use std::sync::mpsc::{Receiver, TryRecvError};
use std::time::{Duration, Instant};

use crate::app::input::Input;
use crate::app::overlays::form::Unfinished;
use crate::app::{App, Clock, Effect, Msg};
use crate::domain::id::Id;
use crate::domain::peer::Spot;
use crate::domain::query::{Answer, Home};
use crate::domain::zone;
use crate::hub::event::Event;
use crate::hub::{Link, Scratch};
use crate::locale::Key;
use crate::ui::minutes;
use crate::ui::painter::Painter;
use crate::ui::source::Source;

use editor::Editor;
use post::Post;
use speller::Speller;
pub use start::{Error, Joined, Keys, Opening, Start, events, start};

/// So long a write usually takes at most: falling asleep and being woken would take longer.
const WRITE_USUAL: Duration = Duration::from_micros(200);
/// A write that takes longer is waited for no more: the screen shows NOT SAVED.
const WRITE_LIMIT: Duration = Duration::from_millis(50);
/// How long the first picture may wait for what it shows.
const FIRST_LIMIT: Duration = Duration::from_secs(30);

/// The app, its link to the hub, and what came from there.
pub struct Runtime {
    /// The program.
    pub app: App,
    link: Link,
    events: Receiver<Event>,
    /// Events that came while something else was waited for.
    held: VecDeque<Event>,
    now: fn() -> i64,
    /// The highest counter submitted, and the highest known written.
    submitted: u64,
    written: u64,
    copies: Vec<String>,
    /// What the others were last told of this screen.
    spot: Option<Option<Spot>>,
    /// The forms that are not yet in their file.
    unfinished: Option<Vec<Unfinished>>,
    scratch: Option<Scratch>,
    speller: Speller,
    editor: Option<Editor>,
    /// The item wanted in the person's editor.
    edits: Option<(Id, Id)>,
    post: Post,
    /// Where the post works; none where this process may not send.
    place: Option<post::Place>,
    /// Whether what an earlier process left in the queue is still to be looked for.
    looks_for_mail: bool,
    /// Whether the mouse was taken from the terminal.
    mouse: bool,
    quit: bool,
}

/// The clock's reading as the app sees it.
pub fn clock(now: i64) -> Clock {
    Clock {
        now,
        local: zone::local(now),
    }
}

impl Runtime {
    /// A runtime over a link whose events arrive at `events`.
    pub fn new(app: App, link: Link, events: Receiver<Event>, now: fn() -> i64) -> Self {
        Self {
            app,
            link,
            events,
            held: VecDeque::new(),
            now,
            submitted: 0,
            written: 0,
            copies: Vec::new(),
            spot: None,
            unfinished: None,
            scratch: None,
            speller: Speller::default(),
            editor: None,
            edits: None,
            post: Post::default(),
            place: None,
            looks_for_mail: false,
            mouse: false,
            quit: false,
        }
    }

    /// Takes in a message and does what the app wants of the world.
    pub fn take(&mut self, msg: Msg) {
        self.app.clock = clock((self.now)());
        let effects = self.app.update(msg);
        self.perform(effects);
    }

    /// Does what the app wants of the world.
    pub fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Commit(submission) => {
                    self.submitted = submission.counter;
                    self.link.submit(submission);
                }
                Effect::Query(number, query) => self.link.query(number, query),
                Effect::Edit(meeting, item) => self.edits = Some((meeting, item)),
                Effect::Spell(ask) => self.speller.ask(ask),
                Effect::Erase(person) => self.link.erase(person),
                Effect::Keep(forms) => self.unfinished = Some(forms),
                Effect::Copy(text) => self.copies.push(text),
                Effect::Quit => self.quit = true,
            }
        }
    }

    fn hear(&mut self, event: Event) {
        match event {
            Event::Written { counter } => self.written = self.written.max(counter),
            Event::Committed { counter, seq, ops } => {
                self.written = self.written.max(counter);
                self.mail(post::is_queued(&ops));
                self.take(Msg::Committed { counter, seq, ops });
            }
            Event::Refused { counter, why } => {
                self.written = self.written.max(counter);
                self.take(Msg::Refused { counter, why });
            }
            Event::Saved { seq } => self.take(Msg::Saved { seq }),
            Event::Batch(batch) => {
                self.mail(post::is_queued(batch.effects()));
                self.take(Msg::Batch(batch));
            }
            Event::Answer { number, answer } => {
                self.take(Msg::Answer(number, answer));
                self.mail_left();
            }
            Event::Trouble(what) => self.take(Msg::Trouble(what)),
            Event::Told(what) => self.take(Msg::Told(what)),
            Event::Ended(why) => self.take(Msg::Ended(why)),
            Event::Peer { session, peer } => self.take(Msg::Peer(session, peer)),
            Event::Pong
            | Event::Lines { .. }
            | Event::Astray
            | Event::Common { .. }
            | Event::Has { .. } => {}
            Event::Renewed => self.take(Msg::Renewed),
            Event::Silent => self.take(Msg::HubSilent),
            Event::Parted { theirs, ours } => self.take(Msg::HubParted { theirs, ours }),
            Event::Lost => self.take(Msg::HubLost),
            Event::Back => {
                // This process may hold the folder from now on, with what another had queued.
                self.mail(true);
                self.take(Msg::HubBack);
            }
            Event::Erased(done) => self.take(Msg::Erased(done)),
        }
    }

    /// Sends what is queued, where this process holds the folder.
    fn mail(&mut self, queued: bool) {
        if let Some(place) = self.place.as_ref().filter(|_| queued && self.link.holds()) {
            self.post.wake(place);
        }
    }

    /// Begins all that the first picture did not wait for.
    ///
    /// # Errors
    /// When no thread could be started.
    fn begin(&mut self) -> std::io::Result<()> {
        let effects = self.app.ask_behind();
        self.perform(effects);
        self.link.begin()?;
        self.looks_for_mail = true;
        self.mail_left();
        Ok(())
    }

    /// Sends what an earlier process left in the queue, once Home says that there is something.
    fn mail_left(&mut self) {
        let home = self.app.view.home.as_ref().filter(|_| self.looks_for_mail);
        let waits = |home: &Home| home.outbox.iter().any(|row| row.mails.waiting > 0);
        if let Some(waits) = home.map(waits) {
            self.looks_for_mail = false;
            self.mail(waits);
        }
    }

    /// Takes in everything that has come from the hub; whether there was anything.
    fn hear_all(&mut self) -> bool {
        let mut any = false;
        while let Some(event) = self
            .held
            .pop_front()
            .or_else(|| self.events.try_recv().ok())
        {
            any |= !matches!(event, Event::Written { .. });
            self.hear(event);
        }
        while let Some(said) = self.speller.hear() {
            self.take(said);
            any = true;
        }
        any
    }

    /// Waits until what was submitted is in the file, at most so long; whether it is.
    fn await_written(&mut self, limit: Duration) -> bool {
        let asked = Instant::now();
        while self.written < self.submitted {
            let waited = asked.elapsed();
            let event = if waited < WRITE_USUAL {
                std::thread::yield_now();
                self.events.try_recv()
            } else {
                let left = limit.saturating_sub(waited);
                let event = self.events.recv_timeout(left);
                event.map_err(|_| TryRecvError::Disconnected)
            };
            match event {
                Ok(Event::Written { counter }) => self.written = self.written.max(counter),
                Ok(event) => self.held.push_back(event),
                Err(TryRecvError::Empty) => {}
                Err(TryRecvError::Disconnected) => return false,
            }
        }
        true
    }

    /// Goes on until `done`, or the limit; whether it was done.
    pub fn wait_until(&mut self, limit: Duration, done: impl Fn(&App) -> bool) -> bool {
        let until = Instant::now() + limit;
        loop {
            self.hear_all();
            if done(&self.app) {
                return true;
            }
            match self.next_event(until.saturating_duration_since(Instant::now())) {
                Some(event) => self.hear(event),
                None => return done(&self.app),
            }
        }
    }

    /// What the hub says next. Until the hub begins its work is done here; when it has nothing to do it begins.
    fn next_event(&mut self, limit: Duration) -> Option<Event> {
        loop {
            if let Ok(event) = self.events.try_recv() {
                return Some(event);
            }
            if !self.link.turn() {
                self.link.begin().ok()?;
                return self.events.recv_timeout(limit).ok();
            }
        }
    }

    /// The answer to a question asked before the app runs.
    fn wait_answer(&mut self, number: u64) -> Option<Answer> {
        loop {
            match self.next_event(FIRST_LIMIT)? {
                Event::Answer {
                    number: answered,
                    answer,
                } if answered == number => return Some(answer),
                event => self.held.push_back(event),
            }
        }
    }

    /// Takes the mouse from the terminal, or gives it back, when that is wanted now.
    fn heed_mouse(&mut self, painter: &mut Painter<File>) {
        let wanted = self.app.wants_mouse();
        if wanted != self.mouse {
            self.mouse = wanted;
            painter.screen().backend().capture_mouse(wanted);
        }
    }

    /// Shows the first picture.
    ///
    /// # Errors
    /// When the terminal can't be written to.
    fn show_first(&mut self, painter: &mut Painter<File>) -> std::io::Result<()> {
        self.heed_mouse(painter);
        painter.draw(&self.app);
        painter.show()
    }

    /// Runs until the person quits or the terminal is gone; everything is kept either way.
    ///
    /// # Errors
    /// When the terminal can't be written to.
    pub fn run(&mut self, mut source: Source, mut painter: Painter<File>) -> std::io::Result<()> {
        self.tell_spot();
        while !self.quit {
            let wake = self.app.next_wake();
            let asleep = Instant::now();
            let inputs = source.read(wake);
            let mut changed = !inputs.is_empty();
            if changed {
                self.link.expect();
            }
            for input in inputs {
                let mouse = match &input {
                    Input::Mouse(mouse) => Some(*mouse),
                    _ => None,
                };
                // Also said when the program goes on after it was stopped.
                if matches!(input, Input::Resize(..)) {
                    painter.forget();
                }
                self.take(Msg::Input(input));
                // After a click that gave the minutes the focus.
                if let Some(mouse) = mouse {
                    minutes::heed(&mut self.app, mouse);
                }
            }
            changed |= self.hear_all();
            // Woken by the hub alone (a write that was already waited for) nothing is to be drawn.
            if !changed && wake.is_some_and(|wake| asleep.elapsed() >= wake) {
                self.take(Msg::Tick);
            }
            self.heed_mouse(&mut painter);
            for text in std::mem::take(&mut self.copies) {
                painter.screen().backend().copy(&text);
            }
            // While the file takes it, the picture is made; it is shown when the file has it.
            painter.draw(&self.app);
            if !self.await_written(WRITE_LIMIT) {
                self.take(Msg::Slow);
                painter.draw(&self.app);
            }
            if !self.keep_or_tell(WRITE_LIMIT) {
                painter.draw(&self.app);
            }
            painter.show()?;
            self.tell_spot();
            self.lend(&mut painter);
        }
        self.keep_last();
        self.post.finish();
        Ok(())
    }

    /// Lends the terminal to the person's editor, when that is wanted; all that was typed is in the
    /// file by then.
    fn lend(&mut self, painter: &mut Painter<File>) {
        let Some((meeting, item)) = self.edits.take() else {
            return;
        };
        let said = match &self.editor {
            Some(editor) => editor.edit(self.app.locale, meeting, item),
            None => Err(Key::ErrorEditorElsewhere.into()),
        };
        match said {
            Ok(()) => self.app.tell(Key::ItemEdited.into()),
            Err(why) => self.app.fail(why),
        }
        self.mouse = false;
        painter.forget();
        self.hear_all();
        painter.draw(&self.app);
        // A terminal that is gone is noticed at the next picture.
        let _ = painter.show();
    }

    /// Tells the others where this screen is, when that has changed.
    fn tell_spot(&mut self) {
        let spot = self.app.spot();
        if self.spot.replace(spot) != Some(spot) {
            self.link.here(spot);
        }
    }
}
