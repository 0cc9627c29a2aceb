//! Keys pressed while a command waits for its documents: they were meant for what it opens, so
//! they are kept and pressed once it is there. It must not know what the keys do.

use std::collections::VecDeque;

use super::App;
use super::input::Input;
use crate::domain::query::Query;

/// Longest that keys are kept, from when the command began to wait: a hub that takes longer must
/// not keep anyone from writing.
const PATIENCE_MS: i64 = 1_000;

/// What was pressed ahead.
#[derive(Default)]
pub struct Ahead {
    inputs: VecDeque<Input>,
    /// When the command began to wait, in milliseconds since 1970 UTC.
    since: i64,
}

impl App {
    /// A command begins to wait now; nothing waited before.
    pub(super) fn begin_waiting(&mut self) {
        if !self.is_opening() {
            self.ahead.since = self.clock.now;
        }
    }

    /// Takes in what a person did: at once, or after the command that waits.
    pub(super) fn take_in_turn(&mut self, input: Input) {
        let out_of_turn = matches!(input, Input::Resize(..) | Input::Hangup | Input::Terminate);
        if out_of_turn {
            return self.take_input(input);
        }
        self.catch_up();
        if self.is_keeping() {
            self.ahead.inputs.push_back(input);
            self.view.repaint.nothing();
        } else {
            self.take_input(input);
        }
    }

    /// Presses what was kept, up to the next command that waits.
    pub(super) fn catch_up(&mut self) {
        while !self.is_keeping() {
            let Some(input) = self.ahead.inputs.pop_front() else {
                return;
            };
            self.view.repaint.everything();
            self.take_input(input);
        }
    }

    /// How long until what was kept is pressed whatever has come, in milliseconds.
    pub(super) fn patience(&self) -> Option<i64> {
        let waits = !self.ahead.inputs.is_empty();
        waits.then(|| self.ahead.since + PATIENCE_MS - self.clock.now)
    }

    /// Whether what a command opens is still to come. A file on its way opens nothing: who adds one
    /// goes on typing where they are.
    fn is_opening(&self) -> bool {
        let opens = |query: &Query| {
            !matches!(
                query,
                Query::Keep(_)
                    | Query::Read(_)
                    | Query::Gather(_)
                    | Query::Logo(_)
                    | Query::Save(_)
                    | Query::SaveAll(_)
                    | Query::Piece { .. }
            )
        };
        let mut waiting = self.waiting.iter();
        waiting.any(|(_, query, _)| opens(query)) || self.opening.is_some()
    }

    /// Whether keys are kept now. Without a hub nothing comes that could be waited for.
    fn is_keeping(&self) -> bool {
        let waited = self.clock.now - self.ahead.since;
        self.is_opening() && self.view.saving.away.is_none() && (0..PATIENCE_MS).contains(&waited)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::input::keys;
    use crate::app::writing::tests::Table;
    use crate::app::{Clock, Msg};
    use crate::domain::op::DocId;

    /// A meeting whose network has to be asked for.
    fn table() -> Table {
        let mut table = Table::new();
        let network = table.minutes().head.network;
        table.bench.app.docs.unload(DocId::Network(network));
        table
    }

    fn wait(table: &mut Table, milliseconds: i64) {
        let clock = table.bench.app.clock;
        table.bench.app.clock = Clock {
            now: clock.now + milliseconds,
            ..clock
        };
    }

    #[test]
    fn keys_wait_for_what_the_command_opens() {
        let mut table = table();
        table.press("Ord.");
        let wanted = table.bench.rush(keys("<esc>qbo<enter>").unwrap());
        assert_eq!(table.shown(), "Ord.|");
        assert!(table.bench.app.next_wake().is_some());
        table.bench.serve(wanted);
        assert_eq!(table.shown(), "Ord.|");
        assert_eq!(table.minutes().waiting().len(), 1);
        assert!(table.bench.app.patience().is_none());
    }

    #[test]
    fn who_has_waited_a_second_writes_on() {
        let mut table = table();
        let wanted = table.bench.rush(keys("<esc>qbo").unwrap());
        wait(&mut table, PATIENCE_MS);
        table.bench.rush(keys("rd").unwrap());
        assert_eq!(table.shown(), "bord|");
        table.bench.serve(wanted);
        assert_eq!(table.shown(), "bord|");
    }

    #[test]
    fn without_a_hub_nothing_is_kept() {
        let mut table = table();
        table.bench.rush(keys("<esc>qbo").unwrap());
        table.bench.app.update(Msg::HubLost);
        assert_eq!(table.shown(), "bo|");
    }
}
