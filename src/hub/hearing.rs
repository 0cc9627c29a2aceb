//! What an attached session hears from its hub: what is the link's own is dealt with here, the rest is passed on.

use std::time::Instant;

use super::event::Event;
use super::group::Group;
use super::reach::LATER;
use super::relay::{Line, Relay};
use crate::domain::query::Answer;

impl Relay {
    /// Takes in an event; the session hears it when it is for the session.
    pub(super) fn hear(&mut self, event: Event) {
        if let Line::Far(_, pulse) = &mut self.line
            && pulse.hear(Instant::now())
        {
            (self.sink)(Event::Back);
        }
        let event = match event {
            Event::Answer { number, answer } => match self.taken_piece(number, answer) {
                Some(answer) => Event::Answer { number, answer },
                None => return,
            },
            event => event,
        };
        match &event {
            Event::Pong => return,
            Event::Lines { lines, hash, whole } => return self.take_lines(lines, *hash, *whole),
            Event::Astray => return self.show_ladder(),
            Event::Common { seq } => return self.go_back(*seq),
            Event::Has { hash, bytes } => return self.arrived(*hash, *bytes),
            Event::Ended(why) => {
                (self.sink)(Event::Ended(why.clone()));
                self.lost();
                self.line = Line::None(Instant::now() + LATER);
                return;
            }
            Event::Written { counter } => {
                let kept = self
                    .kept
                    .iter_mut()
                    .find(|kept| kept.submission.counter == *counter);
                if kept.is_none_or(|kept| std::mem::replace(&mut kept.told, true)) {
                    return;
                }
            }
            Event::Committed { counter, seq, .. } => {
                self.seen = self.seen.max(*seq);
                let kept = self
                    .kept
                    .iter_mut()
                    .find(|kept| kept.submission.counter == *counter);
                if kept.is_none_or(|kept| kept.seq.replace(*seq).is_some()) {
                    return;
                }
            }
            Event::Refused { counter, .. } => {
                self.kept.retain(|kept| kept.submission.counter != *counter);
            }
            Event::Batch(batch) => self.seen = self.seen.max(batch.header.seq),
            Event::Answer { number, answer } => {
                // What a role is shown anew was asked for before, and has the number 0.
                if self.asked.remove(number).is_none() && *number != 0 {
                    return;
                }
                if let Answer::Doc { seq, .. } = answer {
                    self.seen = self.seen.max(*seq);
                }
            }
            Event::Saved { seq } => {
                self.durable = *seq;
                self.let_go(*seq);
                if self.regained.take_if(|place| *place <= *seq).is_some() {
                    Group::remove(&self.options.folder);
                }
                if self.kept.is_empty() {
                    self.file.empty();
                }
            }
            Event::Erased(_) => self.erasing = None,
            Event::Trouble(_)
            | Event::Told(_)
            | Event::Peer { .. }
            | Event::Renewed
            | Event::Silent
            | Event::Parted { .. }
            | Event::Lost
            | Event::Back => {}
        }
        let landed = match &event {
            Event::Committed { seq, .. } => Some(*seq),
            _ => None,
        };
        (self.sink)(event);
        // Heard again after the line was lost, it may have been on disk for long.
        let seq = self.durable;
        if landed.is_some_and(|landed| landed <= seq) {
            self.hear(Event::Saved { seq });
        }
    }
}
