//! The app without a screen: its effects served through the link, its calls run to the end.

use std::path::Path;
use std::time::{Duration, Instant};

use super::failure::Failure;
use super::link::Link;
use super::world::{self, World};
use crate::app::context::Target;
use crate::app::message::Message;
use crate::app::session::{Session, Step};
use crate::app::{App, Call, Effect, Ended, Msg};
use crate::domain::batch::{Seq, SessionId};
use crate::domain::desk::Desk;
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::network::Network;
use crate::domain::news::News;
use crate::domain::op::{DocId, DocOp};
use crate::domain::query::{Answer, Query, Reference};
use crate::domain::register::Register;
use crate::domain::role::Role;
use crate::domain::secretariat::Secretariat;
use crate::hub::event::Event;
use crate::locale::{Key, Locale};

/// So long a command waits for the confirmation after trouble with saving was told: the hub tries
/// again after half a second.
const GRACE: Duration = Duration::from_millis(800);

/// An app and its link.
pub struct Headless {
    /// The link, for questions.
    pub link: Link,
    app: App,
    /// Position everything of ours must be saved up to.
    wanted: Seq,
    saved: Seq,
    ops: Vec<DocOp>,
    /// Why saving failed, and since when.
    trouble: Option<(News, Instant)>,
    refused: Option<String>,
    /// An erasure is under way.
    erasing: bool,
    /// The journal's position when it was opened.
    opened_at: Seq,
    /// Calls end without waiting until they are safe on the disk.
    hurried: bool,
}

/// What a call did.
#[derive(Debug, Default, PartialEq)]
pub struct Outcome {
    /// The label of what was made.
    pub made: Option<String>,
    /// What was said.
    pub said: Vec<String>,
    /// The ops as they were committed.
    pub ops: Vec<DocOp>,
}

impl Headless {
    /// Opens a data folder; one that holds nothing yet gets the screen's language.
    pub fn open(world: &World, folder: &Path) -> Result<Self, Failure> {
        let (user, session) = (world.user(), world::random());
        let link = Link::open(folder, &user, session)?;
        Self::over(world, link, &user, session, Role::Secretary)
    }

    /// The same for who asks a few questions and is gone.
    pub fn brief(world: &World, folder: &Path) -> Result<Self, Failure> {
        let (user, session) = (world.user(), world::random());
        let link = Link::brief(folder, &user, session)?;
        Self::over(world, link, &user, session, Role::Secretary)
    }

    /// Over a link that somebody in a role has, of this session.
    pub fn over(
        world: &World,
        mut link: Link,
        user: &str,
        session: SessionId,
        role: Role,
    ) -> Result<Self, Failure> {
        let (secretariat, seq) = match link.ask(Query::Doc(DocId::Secretariat))? {
            Answer::Doc {
                doc: Doc::Secretariat(doc),
                seq,
                ..
            } => (doc, seq),
            _ => (Secretariat::default(), 0),
        };
        if seq > 0 {
            world.settle(secretariat.head.language);
        }
        let mut first = Some(session);
        let draw = move || {
            let id = first.take().unwrap_or_else(|| world::record_id(seq));
            id.bits()
        };
        // Who has told the secretariat a name writes under it.
        let user = secretariat
            .user_name(user)
            .map_or(user.to_owned(), str::to_owned);
        let mut session = Session::new(user, Box::new(draw));
        session.role = role;
        let app = App::new(world.locale(), session, world::clock());
        Ok(Self {
            link,
            app,
            wanted: 0,
            saved: 0,
            ops: Vec::new(),
            trouble: None,
            refused: None,
            erasing: false,
            opened_at: seq,
            hurried: false,
        })
    }

    /// Who is written as the author.
    pub fn user(&self) -> &str {
        &self.app.session.user
    }

    /// The language messages are said in.
    pub fn locale(&self) -> Locale {
        self.app.locale
    }

    /// From here on calls end without waiting until they are safe on the disk.
    pub fn hurry(&mut self) {
        self.hurried = true;
    }

    /// Waits until everything is safe on the disk.
    pub fn catch_up(&mut self) -> Result<(), Failure> {
        self.hurried = false;
        self.settle()
    }

    /// Runs a command to its end: done and saved, or nothing changed.
    pub fn run(&mut self, words: Vec<String>, target: Target) -> Result<Outcome, Failure> {
        self.app.clock = world::clock();
        self.app.said.clear();
        self.app.made = None;
        self.ops.clear();
        let effects = self.app.call(Call { words, target });
        self.serve(effects);
        self.settle()?;
        let made = self.app.made.take();
        let locale = self.app.locale;
        let said = self.app.said.drain(..);
        let said = said.map(|message| message.render(locale)).collect();
        let made = made.map(|made| self.label(&made)).transpose()?;
        Ok(Outcome {
            made,
            said,
            ops: std::mem::take(&mut self.ops),
        })
    }

    /// Gives a new secretariat the language of the screen.
    pub fn found(&mut self, world: &World) -> Result<(), Failure> {
        let language = world.locale().language().name().to_owned();
        self.run(vec!["language".to_owned(), language], Target::default())?;
        Ok(())
    }

    /// A new record's id.
    pub fn new_id(&mut self) -> Id {
        self.app.session.new_id()
    }

    /// Submits ops that no command makes, as one step, and waits until they are saved.
    pub fn submit(&mut self, label: &str, ops: Vec<DocOp>) -> Result<(), Failure> {
        if ops.is_empty() {
            return Ok(());
        }
        // Everything was read at this position or later.
        self.submit_over(self.opened_at, label, ops)
    }

    /// The same for ops made against what stood at a position: what others did since is merged.
    pub fn submit_over(&mut self, base: Seq, label: &str, ops: Vec<DocOp>) -> Result<(), Failure> {
        self.app.clock = world::clock();
        let step = Step {
            group: self.new_id(),
            label: label.to_owned(),
            undoes: None,
        };
        let now = self.app.clock.now;
        let submission = self.app.session.submission(base, now, step, ops);
        self.app.ended = Some(Ended::Done(Some(submission.counter)));
        self.app.docs.sent(submission.clone());
        self.serve(vec![Effect::Commit(submission)]);
        self.settle()
    }

    /// Waits until the call has ended and all of ours is saved.
    fn settle(&mut self) -> Result<(), Failure> {
        loop {
            if let Some(why) = self.refused.take() {
                return Err(Message::new(Key::ErrorRefused).with("why", why).into());
            }
            let pending = self.app.docs.waiting() > 0 || self.erasing;
            match self.app.ended.clone() {
                Some(Ended::Failed(message)) => return Err(Failure::said(message)),
                Some(Ended::Usage(message)) => return Err(Failure::usage(message)),
                Some(Ended::Done(_)) if !pending && (self.hurried || self.saved >= self.wanted) => {
                    return Ok(());
                }
                _ => {}
            }
            let waiting = self.app.ended == Some(Ended::Waiting);
            let event = match (&self.trouble, waiting) {
                // The hub may get it onto the disk all the same a moment later.
                (Some((why, since)), false) => match self
                    .link
                    .next_within(GRACE.saturating_sub(since.elapsed()))?
                {
                    Some(event) => event,
                    None => {
                        let what = Message::new(Key::CliNotSaved)
                            .with("why", Message::of(why).render(self.app.locale));
                        return Err(Failure::unsaved(what));
                    }
                },
                _ => self.link.next()?,
            };
            self.hear(event)?;
        }
    }

    fn serve(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Commit(submission) => self.link.submit(submission),
                Effect::Query(number, query) => self.link.query(number, query),
                Effect::Erase(person) => self.erase(person),
                // Only a screen can do the rest.
                _ => {}
            }
        }
    }

    fn erase(&mut self, person: Id) {
        self.erasing = true;
        self.link.erase(person);
    }

    fn hear(&mut self, event: Event) -> Result<(), Failure> {
        let msg = match event {
            Event::Committed { counter, seq, ops } => {
                self.wanted = self.wanted.max(seq);
                self.ops.extend(ops.iter().cloned());
                Msg::Committed { counter, seq, ops }
            }
            Event::Refused { counter, why } => {
                self.refused = Some(why.clone());
                Msg::Refused { counter, why }
            }
            Event::Saved { seq } => {
                self.saved = self.saved.max(seq);
                Msg::Saved { seq }
            }
            Event::Batch(batch) => Msg::Batch(batch),
            Event::Answer { number, answer } => Msg::Answer(number, answer),
            Event::Trouble(what) => {
                // It is told again with every attempt: the first counts.
                let since = self
                    .trouble
                    .take()
                    .map_or_else(Instant::now, |(_, since)| since);
                self.trouble = what.clone().map(|why| (why, since));
                Msg::Trouble(what)
            }
            Event::Told(what) => Msg::Told(what),
            Event::Erased(done) => {
                self.erasing = false;
                done.map_err(Failure::failed)?;
                Msg::Tick
            }
            Event::Ended(why) => Msg::Ended(why),
            Event::Written { .. }
            | Event::Peer { .. }
            | Event::Pong
            | Event::Has { .. }
            | Event::Lines { .. }
            | Event::Astray
            | Event::Common { .. }
            | Event::Renewed
            | Event::Silent
            | Event::Parted { .. }
            | Event::Lost
            | Event::Back => Msg::Tick,
        };
        let effects = self.app.update(msg);
        self.serve(effects);
        Ok(())
    }

    /// A document as it is now.
    pub fn doc(&mut self, id: DocId) -> Result<Doc, Failure> {
        match self.link.ask(Query::Doc(id))? {
            Answer::Doc { doc, .. } => Ok(doc),
            _ => Err(Failure::said(Key::ErrorInternal)),
        }
    }

    /// The secretariat.
    pub fn secretariat(&mut self) -> Result<Secretariat, Failure> {
        match self.doc(DocId::Secretariat)? {
            Doc::Secretariat(doc) => Ok(doc),
            _ => Err(Failure::said(Key::ErrorInternal)),
        }
    }

    /// The register.
    pub fn register(&mut self) -> Result<Register, Failure> {
        match self.doc(DocId::Register)? {
            Doc::Register(doc) => Ok(doc),
            _ => Err(Failure::said(Key::ErrorInternal)),
        }
    }

    /// The desk.
    pub fn desk(&mut self) -> Result<Desk, Failure> {
        match self.doc(DocId::Desk)? {
            Doc::Desk(doc) => Ok(doc),
            _ => Err(Failure::said(Key::ErrorInternal)),
        }
    }

    /// A network.
    pub fn network(&mut self, id: Id) -> Result<Network, Failure> {
        match self.doc(DocId::Network(id))? {
            Doc::Network(doc) => Ok(doc),
            _ => Err(Failure::said(Key::ErrorInternal)),
        }
    }

    /// A meeting.
    pub fn meeting(&mut self, id: Id) -> Result<Meeting, Failure> {
        Ok(self.meeting_at(id)?.0)
    }

    /// A meeting, and the position it stood at.
    pub fn meeting_at(&mut self, id: Id) -> Result<(Meeting, Seq), Failure> {
        match self.link.ask(Query::Doc(DocId::Meeting(id)))? {
            Answer::Doc {
                doc: Doc::Meeting(doc),
                seq,
                ..
            } => Ok((doc, seq)),
            _ => Err(Failure::said(Key::ErrorInternal)),
        }
    }

    /// What a label or an id names.
    pub fn resolve(&mut self, text: &str) -> Result<Option<Reference>, Failure> {
        let text = text.trim().to_lowercase();
        match self.link.ask(Query::Resolve(text))? {
            Answer::Resolved(found) => Ok(found),
            _ => Ok(None),
        }
    }

    /// The label of something, an action item's id.
    pub fn label(&mut self, reference: &Reference) -> Result<String, Failure> {
        Ok(match reference {
            Reference::Network(id) => self.secretariat()?.label(*id).to_owned(),
            Reference::Meeting(id) => {
                let network = self.meeting(*id)?.head.network;
                let secretariat = self.secretariat()?;
                let rows = self.network(network)?.meetings;
                let row = rows
                    .get(id)
                    .map(|row| row.label(secretariat.label(network)));
                row.unwrap_or_else(|| id.to_string())
            }
            Reference::Person(id) => {
                let people = self.register()?.people;
                people
                    .get(id)
                    .map_or(String::new(), |row| row.label.clone())
            }
            Reference::Organisation(id) => {
                let rows = self.register()?.organisations;
                rows.get(id).map_or(String::new(), |row| row.label.clone())
            }
            Reference::Action { action, .. } => action.to_string(),
            Reference::Activity { activity, .. } => activity.to_string(),
            Reference::Desk(id) => self.desk()?.label_of(*id),
        })
    }
}

/// The network's meeting before another: the one with the latest number below it.
fn number_before(network: &Network, meeting: Id) -> Option<Id> {
    let own = network.meetings.get(&meeting)?;
    let place = |row: &crate::domain::network::MeetingRef| (row.year, row.number, row.id);
    let earlier = network
        .meetings
        .values()
        .filter(|row| !row.removed && place(row) < place(own));
    earlier.max_by_key(|row| place(row)).map(|row| row.id)
}

impl Headless {
    /// The network's meeting before another.
    pub fn previous(
        &mut self,
        network: &Network,
        meeting: Id,
    ) -> Result<Option<(Id, Meeting)>, Failure> {
        let Some(id) = number_before(network, meeting) else {
            return Ok(None);
        };
        Ok(Some((id, self.meeting(id)?)))
    }
}
