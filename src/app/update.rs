//! Messages in, effects out; and running commands.

use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::lock;
use crate::domain::op::DocId;
use crate::domain::query::{Answer, Query};
use crate::domain::role::DENIED;
use crate::domain::secretariat::Language;
use crate::locale::{Key, Locale};

use super::args::Args;
use super::command::Stop;
use super::commands::newcomer;
use super::context::Context;
use super::editor::caret::Side;
use super::message::Message;
use super::screens::Screen;
use super::session::Step;
use super::view::{Away, Notice};
use super::{App, Call, Effect, Ended, Msg, commands};

/// Milliseconds that a sentence stands on the chair's screen.
const NOTICE: i64 = 8_000;

impl App {
    /// Takes in what happened; returns what is wanted of the world.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        self.view.repaint.begin();
        let paused = matches!(msg, Msg::Tick);
        match msg {
            Msg::Answer(number, answer) => self.take_answer(number, answer),
            Msg::Committed { counter, seq, ops } => self.committed(counter, seq, &ops),
            Msg::Refused { counter, why } => {
                self.opening = None;
                let watched = self.watch_caret();
                self.docs.refused(counter);
                self.follow(watched, Side::Before);
                let message = match why.as_str() {
                    DENIED => Key::ErrorRole.into(),
                    _ => Message::new(Key::ErrorRefused).with("why", why),
                };
                if self.interactive {
                    self.fail(message);
                } else {
                    self.said.push(message);
                }
            }
            Msg::Batch(batch) => self.hear(&batch),
            Msg::Input(input) => self.take_in_turn(input),
            Msg::Saved { seq } => self.saved(seq),
            Msg::Trouble(what) => self.view.saving.trouble = what,
            Msg::Told(what) => self.tell(Message::of(&what)),
            Msg::Ended(why) => self.fail(Message::new(Key::NoticeEnded).with("why", why)),
            Msg::Tick => self.drop_notice(),
            Msg::Started => self.start(),
            Msg::Unkept => self.fail(Key::NoticeFormUnkept),
            Msg::Slow => self.view.saving.slow = true,
            Msg::HubLost => {
                self.part(false);
                self.forget_peers();
            }
            Msg::HubSilent => self.part(true),
            Msg::HubParted { theirs, ours } => {
                let message = Message::new(Key::ErrorHubParted)
                    .with("theirs", u64::from(theirs))
                    .with("ours", u64::from(ours));
                self.fail(message);
            }
            Msg::Renewed => {
                self.docs.rewind();
                self.reload();
                self.refresh();
            }
            Msg::HubBack => {
                self.view.saving.away = None;
                // Another hub does not know what a role without batches was shown.
                if !self.session.role.reads_all() {
                    self.reload();
                }
            }
            Msg::Peer(session, peer) => self.take_peer(session, peer),
            Msg::Spelled(language, said) => {
                if !self.view.spelling.take(language, said) {
                    self.view.repaint.nothing();
                }
            }
            Msg::Near(word, near) => self.view.spelling.take_near(word, near),
            Msg::Unspelled(language) => {
                self.view.spelling.miss(language);
                self.view.repaint.nothing();
            }
            Msg::Erased(done) => self.erased(done),
        }
        self.catch_up();
        if self.interactive {
            super::screens::settle(self);
            self.settle_arrivals();
            self.ask_spelling(paused);
        }
        self.keep_forms();
        self.take_effects()
    }

    /// Runs a command; [`App::ended`] says how it went, at once or when its answers have come.
    pub fn call(&mut self, call: Call) -> Vec<Effect> {
        self.view.repaint.begin();
        self.run(call);
        self.keep_forms();
        self.take_effects()
    }

    /// Asks a question; the answer comes as a message of the returned number.
    pub fn ask(&mut self, query: Query) -> u64 {
        self.asked += 1;
        self.effects.push(Effect::Query(self.asked, query));
        self.asked
    }

    /// Asks for what the first picture shows.
    fn start(&mut self) {
        for doc in [DocId::Secretariat, DocId::Register] {
            self.ask(Query::Doc(doc));
        }
        match self.view.meeting() {
            Some(meeting) => _ = self.ask(Query::Doc(DocId::Meeting(meeting))),
            None => self.refresh(),
        }
    }

    /// Asks for what lies behind the first picture: a meeting's screen shows nothing of Home, which is the longest
    /// answer of all.
    pub fn ask_behind(&mut self) -> Vec<Effect> {
        if self.view.home.is_none() {
            self.refresh();
        }
        self.take_effects()
    }

    /// Takes on the stored name and language once the secretariat is known; a new secretariat
    /// begins with its three questions.
    pub fn settle_in(&mut self, login: &str, language: Option<Language>, guess: Language) {
        let Some(secretariat) = self.docs.secretariat() else {
            return;
        };
        if let Some(name) = secretariat.user_name(login) {
            self.session.user = name.to_owned();
        }
        if secretariat.head.id == Id::default() {
            let words = ["secretariat-new", guess.name()];
            self.interactive(words.map(str::to_owned).to_vec());
        } else if language.is_none() {
            self.locale = Locale::new(secretariat.head.language);
        }
    }

    /// What a command would be about.
    pub fn target(&self) -> super::context::Target {
        self.view.screen.target(self)
    }

    /// What is wanted of the world since the last time.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Whether what the first picture shows is there.
    pub fn is_ready(&self) -> bool {
        let network = |id| {
            let meeting = self.docs.meeting(id);
            meeting.is_some_and(|meeting| self.docs.network(meeting.head.network).is_some())
        };
        self.docs.secretariat().is_some()
            && self.docs.register().is_some()
            && self
                .view
                .meeting()
                .map_or(self.view.home.is_some(), network)
    }

    /// Reads all documents anew: an erasure has rewritten them behind the ops.
    pub(super) fn reload(&mut self) {
        for doc in self.docs.loaded() {
            self.ask(Query::Doc(doc));
        }
    }

    /// Where nobody presses keys a sentence goes by itself.
    fn drop_notice(&mut self) {
        let now = self.clock.now;
        let old = |notice: &mut Notice| now.saturating_sub(notice.at) >= NOTICE;
        if matches!(self.view.screen, Screen::Live(_)) {
            let _ = self.view.notice.take_if(old);
        }
    }

    /// The hub hears us no more.
    fn part(&mut self, silent: bool) {
        let now = self.clock.local.time();
        let since = self.view.saving.away.map_or(now, |away| away.since);
        self.view.saving.away = Some(Away { since, silent });
    }

    fn erased(&mut self, done: Result<(), String>) {
        self.reload();
        match done {
            Ok(()) => self.tell(Key::NoticeErased.into()),
            Err(why) => self.fail(Message::new(Key::ErrorNotErased).with("why", why)),
        }
    }

    pub(super) fn run(&mut self, call: Call) {
        let ended = match self.try_run(&call) {
            Ok(counter) => Ended::Done(counter),
            Err(Stop::Need(query)) => {
                let number = self.ask((*query).clone());
                self.begin_waiting();
                self.waiting.push((number, *query, call));
                self.ended = Some(Ended::Waiting);
                return;
            }
            Err(Stop::Instead(call)) => return self.run(*call),
            Err(Stop::Fail(message)) => Ended::Failed(message),
            Err(Stop::Usage(message)) => Ended::Usage(message),
            Err(stop @ Stop::Ask(..)) if self.interactive && self.open_form(&stop, &call) => {
                Ended::Done(None)
            }
            Err(Stop::Ask(name, _)) => {
                Ended::Usage(Message::new(Key::ErrorNeedsPerson).with("command", name))
            }
        };
        self.answers.clear();
        self.ended = Some(ended);
        if let Some(next) = self.next.take() {
            self.run(next);
        }
    }

    fn try_run(&mut self, call: &Call) -> Result<Option<u64>, Stop> {
        let Some((name, words)) = call.words.split_first() else {
            return Err(Stop::Usage(Key::ErrorNoCommand.into()));
        };
        let command = commands::find(name).ok_or_else(|| {
            Stop::Usage(Message::new(Key::ErrorUnknownCommand).with("name", name.clone()))
        })?;
        let args = Args::parse(command.args, words).map_err(Stop::Usage)?;
        if let Some(missing) = args.missing(command.args).first() {
            if self.interactive {
                return Err(Stop::Ask(command.name, args));
            }
            return Err(Stop::Usage(
                Message::new(Key::ErrorMissingArgument)
                    .with("command", command.name)
                    .with("name", missing.name)
                    .about(missing.name),
            ));
        }
        let watched = self.watch_caret();
        let mut context = Context {
            app: self,
            target: call.target,
        };
        let run = newcomer::take_in(&mut context, command, args).and_then(|(args, made)| {
            (command.run)(&mut context, &args)?;
            Ok(made)
        });
        match run.and_then(|made| self.refuse_locked().map(|()| made)) {
            Ok(made) => {
                self.tell_made(made);
                if self.undoing.is_some() {
                    let ops = self.docs.staged().to_vec();
                    self.show_undone(&ops);
                } else {
                    self.follow_command(watched);
                }
                let ops = self.docs.staged().to_vec();
                let counter = self.submit(command.name);
                self.show_pending(&ops);
                Ok(counter)
            }
            Err(stop) => {
                (self.undoing, self.opening, self.next) = (None, None, None);
                self.docs.roll_back();
                Err(stop)
            }
        }
    }

    /// Says besides that an organisation is new.
    fn tell_made(&mut self, organisation: Option<String>) {
        let Some(name) = organisation else {
            return;
        };
        let message = match self.said.pop() {
            Some(said) => {
                let said = said.render(self.locale);
                Message::new(Key::DoorNewOrganisation).with("said", said)
            }
            None => Message::new(Key::OrganisationMade),
        };
        self.said.push(message.with("organisation", name));
    }

    /// Approved minutes stay as they were approved, whichever command would change them.
    fn refuse_locked(&self) -> Result<(), Stop> {
        let locked = lock::broken_by(self.docs.staged(), |id| self.docs.meeting(id));
        if locked.is_some() {
            return Err(Key::ErrorMinutesApproved.into());
        }
        Ok(())
    }

    /// Sends what the command staged to the journal.
    fn submit(&mut self, label: &str) -> Option<u64> {
        if !self.docs.has_staged() {
            return None;
        }
        let step = Step {
            group: self.new_group(),
            label: label.to_owned(),
            undoes: self.undoing.take(),
        };
        Some(self.submit_as(step))
    }

    /// A step of undo of its own, unless one press of a key does it several times.
    pub(crate) fn new_group(&mut self) -> Id {
        let repeating = self.view.repeating;
        repeating.unwrap_or_else(|| self.session.new_id())
    }

    /// Sends what is staged as part of an undo step.
    pub(crate) fn submit_as(&mut self, step: Step) -> u64 {
        let ops = self.docs.take_staged();
        self.note_arrivals(&ops, &step);
        let submission = self
            .session
            .submission(self.docs.head(), self.clock.now, step, ops);
        let counter = submission.counter;
        self.docs.sent(submission.clone());
        self.effects.push(Effect::Commit(submission));
        counter
    }

    /// A meeting on the screen shows its network's members and rules.
    fn ask_network_of(&mut self, id: DocId) {
        if let Some(Doc::Meeting(meeting)) = self.docs.get(id)
            && self.interactive
            && self.docs.network(meeting.head.network).is_none()
        {
            self.ask(Query::Doc(DocId::Network(meeting.head.network)));
        }
    }

    fn take_answer(&mut self, number: u64, answer: Answer) {
        let listed = match &answer {
            // It is shown anew without being asked for.
            Answer::Home(_) if number == 0 => Some(Query::Home {
                today: self.clock.local.date(),
            }),
            _ => self.listed(number),
        };
        if let Some(query) = listed {
            self.take_list(&query, answer);
        } else {
            self.take_doc(number, answer);
        }
        self.follow_running();
    }

    fn take_doc(&mut self, number: u64, answer: Answer) {
        if let Answer::Doc {
            id,
            doc,
            seq,
            read_only,
        } = &answer
        {
            self.tell_labels(|docs| docs.load(*id, doc.clone(), *seq, *read_only));
            self.ask_network_of(*id);
        }
        if let Some(index) = self.waiting.iter().position(|(asked, ..)| *asked == number) {
            let (_, query, call) = self.waiting.remove(index);
            self.answers.push((query, answer));
            self.run(call);
            if self.interactive {
                self.show_ended();
                self.tell_door();
                self.settle_form();
            }
        }
    }
}
