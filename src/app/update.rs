//! Messages in, effects out; and running commands.

use crate::domain::query::{Answer, Query};
use crate::locale::Key;

use super::args::Args;
use super::command::Stop;
use super::context::Context;
use super::message::Message;
use super::session::Step;
use super::{App, Call, Effect, Ended, Msg, commands};

impl App {
    /// Takes in what happened; returns what is wanted of the world.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Answer(number, answer) => self.take_answer(number, answer),
            Msg::Committed { counter, seq, ops } => drop(self.docs.committed(counter, seq, &ops)),
            Msg::Refused { counter, why } => {
                self.docs.refused(counter);
                self.said
                    .push(Message::new(Key::ErrorRefused).with("why", why));
            }
            Msg::Batch(batch) => drop(self.docs.hear(&batch)),
            Msg::Input(_) | Msg::Saved { .. } | Msg::Trouble(_) | Msg::Told(_) | Msg::Tick => {}
        }
        std::mem::take(&mut self.effects)
    }

    /// Runs a command; [`App::ended`] says how it went, at once or when its answers have come.
    pub fn call(&mut self, call: Call) -> Vec<Effect> {
        self.run(call);
        std::mem::take(&mut self.effects)
    }

    /// Asks a question; the answer comes as a message of the returned number.
    pub fn ask(&mut self, query: Query) -> u64 {
        self.asked += 1;
        self.effects.push(Effect::Query(self.asked, query));
        self.asked
    }

    fn run(&mut self, call: Call) {
        let ended = match self.try_run(&call) {
            Ok(counter) => Ended::Done(counter),
            Err(Stop::Need(query)) => {
                let number = self.ask(query.clone());
                self.waiting.push((number, query, call));
                self.ended = Some(Ended::Waiting);
                return;
            }
            Err(Stop::Fail(message)) => Ended::Failed(message),
            Err(Stop::Usage(message)) => Ended::Usage(message),
            Err(Stop::Ask(name, _)) => {
                Ended::Usage(Message::new(Key::ErrorMissingArgument).with("command", name))
            }
        };
        self.answers.clear();
        self.ended = Some(ended);
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
            return Err(Stop::Usage(
                Message::new(Key::ErrorMissingArgument)
                    .with("command", command.name)
                    .with("name", missing.name),
            ));
        }
        let mut context = Context {
            app: self,
            target: call.target,
        };
        match (command.run)(&mut context, &args) {
            Ok(()) => Ok(self.submit(command.name)),
            Err(stop) => {
                self.docs.roll_back();
                Err(stop)
            }
        }
    }

    /// Sends what the command staged to the journal.
    fn submit(&mut self, label: &str) -> Option<u64> {
        if !self.docs.has_staged() {
            return None;
        }
        let step = Step {
            group: self.session.new_id(),
            label: label.to_owned(),
            undoes: None,
        };
        Some(self.submit_as(step))
    }

    /// Sends what is staged as part of an undo step.
    pub(crate) fn submit_as(&mut self, step: Step) -> u64 {
        let ops = self.docs.take_staged();
        let submission = self
            .session
            .submission(self.docs.head(), self.clock.now, step, ops);
        let counter = submission.counter;
        self.docs.sent(submission.clone());
        self.effects.push(Effect::Commit(submission));
        counter
    }

    fn take_answer(&mut self, number: u64, answer: Answer) {
        if let Answer::Doc {
            id,
            doc,
            seq,
            read_only,
        } = &answer
        {
            self.docs.load(*id, doc.clone(), *seq, *read_only);
        }
        if let Some(index) = self.waiting.iter().position(|(asked, ..)| *asked == number) {
            let (_, query, call) = self.waiting.remove(index);
            self.answers.push((query, answer));
            self.run(call);
        }
    }
}
