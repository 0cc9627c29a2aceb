//! Whether the hub on the other end answers: asked once in a while, noticed within two seconds when it doesn't.

use std::time::{Duration, Instant};

/// What is to be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beat {
    /// Nothing yet.
    Rest,
    /// Ask the hub.
    Ask,
    /// It has not answered in time; this is said once.
    Silent,
}

/// A hub that says nothing for this long is asked whether it is there; it has this long to answer.
pub const ASK: Duration = Duration::from_millis(750);
/// See [`ASK`].
pub const PATIENCE: Duration = Duration::from_millis(1150);

/// The hub's pulse.
pub struct Pulse {
    /// How long after hearing something the hub is asked, and how long it may take to answer.
    every: Duration,
    patience: Duration,
    heard: Instant,
    asked: Option<Instant>,
    silent: bool,
}

impl Pulse {
    /// A connection that begins now.
    pub fn new(every: Duration, patience: Duration, now: Instant) -> Self {
        Self {
            every,
            patience,
            heard: now,
            asked: None,
            silent: false,
        }
    }

    /// Something came from the hub; whether it had been silent.
    pub fn hear(&mut self, now: Instant) -> bool {
        self.heard = now;
        self.asked = None;
        std::mem::take(&mut self.silent)
    }

    /// How long until something is to be done; `None`: not before something is heard.
    pub fn wait(&self, now: Instant) -> Option<Duration> {
        let due = match self.asked {
            _ if self.silent => return None,
            Some(asked) => asked + self.patience,
            None => self.heard + self.every,
        };
        Some(due.saturating_duration_since(now))
    }

    /// What is to be done.
    pub fn beat(&mut self, now: Instant) -> Beat {
        if self.wait(now).is_none_or(|wait| !wait.is_zero()) {
            return Beat::Rest;
        }
        if self.asked.is_some() {
            self.silent = true;
            return Beat::Silent;
        }
        self.asked = Some(now);
        Beat::Ask
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hub_that_does_not_answer_is_noticed_once_and_its_return_too() {
        let (every, patience) = (ASK, PATIENCE);
        assert!(ASK + PATIENCE < Duration::from_secs(2));
        let start = Instant::now();
        let at = |ms: u64| start + Duration::from_millis(ms);
        let mut pulse = Pulse::new(every, patience, start);
        assert_eq!(pulse.beat(at(700)), Beat::Rest);
        assert_eq!(pulse.beat(at(750)), Beat::Ask);
        assert_eq!(pulse.beat(at(1000)), Beat::Rest);
        assert!(!pulse.hear(at(1000)));
        assert_eq!(pulse.wait(at(1000)), Some(every));
        assert_eq!(pulse.beat(at(1750)), Beat::Ask);
        assert_eq!(pulse.beat(at(2900)), Beat::Silent);
        assert_eq!(pulse.wait(at(9000)), None);
        assert_eq!(pulse.beat(at(9000)), Beat::Rest);
        assert!(pulse.hear(at(9000)));
        assert_eq!(pulse.wait(at(9000)), Some(every));
    }
}
