//! A secretariat in memory for tests of commands: an app, and beside it the documents as a
//! journal would have them. After every line both must agree.

mod answers;
mod hands;

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::args::split_line;
use super::commands::lookup;
use super::context::{Context, Target};
use super::session::Session;
use super::{App, Call, Clock, Effect, Ended, Msg};
use crate::domain::batch::Submission;
use crate::domain::desk::Desk;
use crate::domain::fold::{Doc, Outcome};
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::network::Network;
use crate::domain::op::{DocId, DocOp};
use crate::domain::query::{Answer, Reference};
use crate::domain::register::{Organisation, Person, Register};
use crate::domain::secretariat::{Language, Secretariat};
use crate::locale::{Key, Locale};

/// An app and its world.
pub struct Bench {
    /// The app.
    pub app: App,
    /// Everything committed, newest last.
    pub journal: Vec<Submission>,
    /// Effects that are neither commits nor queries.
    pub effects: Vec<Effect>,
    docs: BTreeMap<DocId, Doc>,
}

#[allow(clippy::new_without_default)]
impl Bench {
    /// An empty secretariat on Monday 2 November 2026 at 10.00, in Danish.
    pub fn new() -> Self {
        let mut drawn = 0u128;
        let draw = move || {
            drawn += 1;
            drawn << 64 | drawn
        };
        let session = Session::new("Karen".to_owned(), Box::new(draw));
        let app = App::new(Locale::new(Language::Danish), session, Clock::default());
        let mut bench = Self {
            app,
            journal: Vec::new(),
            effects: Vec::new(),
            docs: BTreeMap::new(),
        };
        bench.set_clock("2026-11-02T10:00");
        bench
    }

    /// The clock, as "2026-11-26T10:42" in Copenhagen's winter time.
    pub fn set_clock(&mut self, local: &str) {
        let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%dT%H:%M").unwrap();
        let now = local.and_utc().timestamp_millis() - 3_600_000;
        self.app.clock = Clock { now, local };
    }

    /// A network `nims` with three organisations, four people and one meeting, `nims-2026-1`
    /// on 26 November at 9.30–12.30.
    pub fn with_meeting() -> Self {
        let mut bench = Self::new();
        for line in [
            r#"network-new nims "Netværk for Internationale Kommuner""#,
            r#"organisation-new odense "Odense Kommune" --short Odense"#,
            r#"organisation-new vejle "Vejle Kommune" --short Vejle"#,
            r#"organisation-new ucl "UCL Erhvervsakademi" --short UCL"#,
            r#"person-new "Karen Lund" --organisation odense --email karen@example.dk"#,
            r#"person-new "Åse Østergaard" --organisation odense"#,
            r#"person-new "Bo Friis" --organisation vejle"#,
            r#"person-new "Ulla Berg" --organisation ucl"#,
            r#"member-add nims "Karen Lund" --role contact"#,
            r#"member-add nims "Åse Østergaard""#,
            r#"member-add nims "Bo Friis""#,
            r#"meeting-new --network nims --title Samskabelse --date 2026-11-26 --start 09:30 --end 12:30 --venue "Odense Rådhus" --host odense --purpose "Dele erfaringer""#,
        ] {
            bench.ok(line);
        }
        bench
    }

    /// Runs a line as `referent do` would: `--network`, `--meeting` and `--item` may stand
    /// before the command.
    pub fn run(&mut self, line: &str) -> Ended {
        let mut words = split_line(line).unwrap();
        let mut target = Target::default();
        while words[0].starts_with("--") {
            let rest = words.split_off(2);
            self.aim(&mut target, &words[0], &words[1]);
            words = rest;
        }
        self.call(words, target)
    }

    fn aim(&mut self, target: &mut Target, option: &str, value: &str) {
        match option {
            "--network" => target.network = Some(self.secretariat().network(value).unwrap()),
            "--meeting" => match self.resolve(value) {
                Some(Reference::Meeting(id)) => target.meeting = Some(id),
                _ => panic!("no meeting {value}"),
            },
            "--item" => {
                let meeting = self.meeting_by_id(target.meeting.unwrap());
                target.item = Some(lookup::item(meeting, value).unwrap());
            }
            "--entry" => target.entry = Some(value.parse().unwrap()),
            "--person" => target.person = Some(value.parse().unwrap()),
            "--action" => target.action = Some(value.parse().unwrap()),
            _ => panic!("{option}"),
        }
    }

    /// Runs a command about something.
    pub fn call(&mut self, words: Vec<String>, target: Target) -> Ended {
        self.app.said.clear();
        self.app.made = None;
        let effects = self.app.call(Call { words, target });
        self.serve(effects);
        self.compare();
        self.app.ended.clone().unwrap()
    }

    /// Runs a line that must end well; returns what was said.
    pub fn ok(&mut self, line: &str) -> String {
        match self.run(line) {
            Ended::Done(_) => self.said(),
            Ended::Failed(message) | Ended::Usage(message) => {
                panic!("{line}\n{}", message.render(self.app.locale))
            }
            Ended::Waiting => panic!("{line}\nstill waiting"),
        }
    }

    /// Runs a line that must fail and change nothing; returns why.
    pub fn fails(&mut self, line: &str) -> Key {
        let before = self.journal.len();
        let ended = self.run(line);
        assert_eq!(self.journal.len(), before, "{line} changed something");
        match ended {
            Ended::Failed(message) | Ended::Usage(message) => message.key(),
            other => panic!("{line}\n{other:?}"),
        }
    }

    /// Puts ops into the journal as if another command had made them.
    pub fn seed(&mut self, ops: Vec<DocOp>) {
        for op in &ops {
            let doc = self.docs.entry(op.doc);
            doc.or_insert_with(|| Doc::empty(op.doc)).apply(&op.op);
            self.app.docs.unload(op.doc);
        }
    }

    /// Why the last line failed, in words.
    pub fn why(&self) -> String {
        match &self.app.ended {
            Some(Ended::Failed(message) | Ended::Usage(message)) => message.render(self.app.locale),
            other => panic!("{other:?}"),
        }
    }

    /// What was said by the last line.
    pub fn said(&self) -> String {
        let lines = self
            .app
            .said
            .iter()
            .map(|said| said.render(self.app.locale));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The label of what the last line made.
    pub fn made(&self) -> String {
        match self.app.made.as_ref().unwrap() {
            Reference::Network(id) => self.secretariat().label(*id).to_owned(),
            Reference::Person(id) => self.register().people[id].label.clone(),
            Reference::Organisation(id) => self.register().organisations[id].label.clone(),
            Reference::Meeting(id) => self.label(*id),
            Reference::Action { action, .. } => action.to_string(),
            Reference::Activity { activity, .. } => activity.to_string(),
            Reference::Desk(id) => self.desk().label_of(*id),
        }
    }

    /// Lets a command's helper look at the documents as they are.
    pub fn look<T>(
        &mut self,
        read: impl Fn(&Context<'_>) -> Result<T, super::command::Stop>,
    ) -> Result<T, super::command::Stop> {
        loop {
            let context = Context {
                app: &mut self.app,
                target: Target::default(),
            };
            match read(&context) {
                Err(super::command::Stop::Need(query)) => {
                    let answer = self.answer(&query);
                    match answer {
                        Answer::Doc { id, doc, seq, .. } => self.app.docs.load(id, doc, seq, false),
                        other => self.app.answers.push((*query, other)),
                    }
                }
                other => return other,
            }
        }
    }

    /// The secretariat as committed.
    pub fn secretariat(&self) -> &Secretariat {
        static EMPTY: std::sync::LazyLock<Secretariat> =
            std::sync::LazyLock::new(Secretariat::default);
        match self.docs.get(&DocId::Secretariat) {
            Some(Doc::Secretariat(doc)) => doc,
            _ => &EMPTY,
        }
    }

    /// The desk as committed.
    pub fn desk(&self) -> &Desk {
        static EMPTY: std::sync::LazyLock<Desk> = std::sync::LazyLock::new(Desk::default);
        match self.docs.get(&DocId::Desk) {
            Some(Doc::Desk(doc)) => doc,
            _ => &EMPTY,
        }
    }

    /// The register as committed.
    pub fn register(&self) -> &Register {
        static EMPTY: std::sync::LazyLock<Register> = std::sync::LazyLock::new(Register::default);
        match self.docs.get(&DocId::Register) {
            Some(Doc::Register(doc)) => doc,
            _ => &EMPTY,
        }
    }

    /// A person as committed.
    pub fn person(&self, label: &str) -> &Person {
        self.register().person(label).unwrap()
    }

    /// An organisation as committed.
    pub fn organisation(&self, label: &str) -> &Organisation {
        self.register().organisation(label).unwrap()
    }

    /// A network as committed.
    pub fn network(&self, label: &str) -> &Network {
        let id = self.secretariat().network(label).unwrap();
        match &self.docs[&DocId::Network(id)] {
            Doc::Network(doc) => doc,
            _ => unreachable!(),
        }
    }

    /// A meeting as committed.
    pub fn meeting(&self, label: &str) -> &Meeting {
        match self.resolve(label) {
            Some(Reference::Meeting(id)) => self.meeting_by_id(id),
            other => panic!("{label}: {other:?}"),
        }
    }

    fn meeting_by_id(&self, id: Id) -> &Meeting {
        match &self.docs[&DocId::Meeting(id)] {
            Doc::Meeting(doc) => doc,
            _ => unreachable!(),
        }
    }

    fn networks(&self) -> impl Iterator<Item = (Id, &Network)> {
        self.docs.iter().filter_map(|(id, doc)| match (id, doc) {
            (DocId::Network(id), Doc::Network(doc)) => Some((*id, doc)),
            _ => None,
        })
    }

    fn label(&self, meeting: Id) -> String {
        let mut all = self.networks().filter_map(|(id, network)| {
            let row = network.meetings.get(&meeting)?;
            Some(row.label(self.secretariat().label(id)))
        });
        all.next().unwrap_or_default()
    }

    /// Answers and commits until nothing is wanted.
    pub fn serve(&mut self, mut effects: Vec<Effect>) {
        while !effects.is_empty() {
            let mut next = Vec::new();
            for effect in effects {
                match effect {
                    Effect::Query(number, query) => {
                        let answer = self.answer(&query);
                        next.extend(self.app.update(Msg::Answer(number, answer)));
                    }
                    Effect::Commit(submission) => next.extend(self.commit(submission)),
                    other => self.effects.push(other),
                }
            }
            effects = next;
        }
    }

    fn commit(&mut self, submission: Submission) -> Vec<Effect> {
        for op in &submission.ops {
            let doc = self
                .docs
                .entry(op.doc)
                .or_insert_with(|| Doc::empty(op.doc));
            assert_eq!(doc.apply(&op.op), Outcome::Applied, "{op:?}");
        }
        let message = Msg::Committed {
            counter: submission.counter,
            seq: self.journal.len() as u64 + 1,
            ops: submission.ops.clone(),
        };
        self.journal.push(submission);
        self.app.update(message)
    }

    /// What the app shows must be what was committed.
    fn compare(&self) {
        for (id, doc) in &self.docs {
            if let Some(shown) = self.app.docs.get(*id) {
                assert_eq!(shown, doc, "{id} differs");
            }
        }
        assert_eq!(self.app.docs.waiting(), 0);
    }
}

/// A day, days from the bench's 2 November 2026.
pub fn day_after(days: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 2).unwrap() + Days::new(days)
}

impl Bench {
    /// Takes in a key or pasted text and serves what it wants.
    pub fn input(&mut self, input: super::input::Input) {
        let effects = self.app.update(Msg::Input(input));
        self.serve(effects);
        self.compare();
    }

    /// Takes in keys faster than anything is served; returns what they want.
    pub fn rush(&mut self, inputs: Vec<super::input::Input>) -> Vec<Effect> {
        let inputs = inputs.into_iter();
        inputs
            .flat_map(|input| self.app.update(Msg::Input(input)))
            .collect()
    }

    /// Takes in a message and serves what it wants.
    pub fn hear(&mut self, msg: Msg) {
        let effects = self.app.update(msg);
        self.serve(effects);
        self.compare();
    }

    /// Makes documents with these ops, as if somebody had long ago.
    pub fn plant(&mut self, ops: Vec<DocOp>) {
        for op in ops {
            self.docs
                .entry(op.doc)
                .or_insert_with(|| Doc::empty(op.doc))
                .apply(&op.op);
        }
    }

    /// Serves what is still wanted.
    pub fn settle(&mut self) {
        let effects = self.app.update(Msg::Tick);
        self.serve(effects);
    }
}
