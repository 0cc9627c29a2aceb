//! When the app wants to be woken though nothing happened: a clock on the screen, or the word
//! *saved* that waits for a pause in the typing.

use std::time::Duration;

use chrono::Timelike;

use super::App;
use super::screens::Screen;

/// Typing pauses when no key came for this long; *saved* shows again then.
pub const PAUSE_MS: i64 = 700;

impl App {
    /// Notes that the person typed text: *saved* is withdrawn until typing pauses.
    pub(super) fn note_typing(&mut self) {
        self.view.saving.typed_at = Some(self.clock.now);
    }

    /// Whether all is on disk and typing has paused: *saved* may be said.
    pub fn is_saved(&self) -> bool {
        let saving = &self.view.saving;
        self.is_synced()
            && saving
                .typed_at
                .is_none_or(|typed| self.clock.now - typed >= PAUSE_MS)
    }

    /// Whether all is on disk.
    pub fn is_synced(&self) -> bool {
        self.docs.waiting() == 0
            && self.view.saving.unsynced.is_none()
            && self.view.saving.trouble.is_none()
    }

    /// Whether work waits here until the hub is back.
    fn is_away(&self) -> bool {
        self.view.saving.away.is_some()
    }

    /// How long until the screen changes by itself; `None`: not before something happens.
    pub fn next_wake(&self) -> Option<Duration> {
        let typed = self
            .view
            .saving
            .typed_at
            .map(|typed| typed + PAUSE_MS - self.clock.now);
        let pause = typed.filter(|left| *left > 0 && (self.is_synced() || self.is_away()));
        let minute = self.has_clock().then(|| {
            let time = self.clock.local.time();
            i64::from(60 - time.second().min(59)) * 1_000
                - i64::from(time.nanosecond() / 1_000_000).min(999)
        });
        let second = (self.has_clock() && matches!(self.view.screen, Screen::Live(_)))
            .then(|| 1_000 - i64::from(self.clock.local.time().nanosecond() / 1_000_000).min(999));
        let minute = second.or(minute);
        let times = [pause, minute, self.patience()];
        let left = times.into_iter().flatten().min()?;
        Some(Duration::from_millis(
            u64::try_from(left).unwrap_or(0).max(1),
        ))
    }

    /// Whether a clock runs on the screen: a meeting that has begun and not ended.
    fn has_clock(&self) -> bool {
        let meeting = self.view.meeting().and_then(|id| self.docs.meeting(id));
        meeting.is_some_and(|meeting| {
            meeting.head.started_at.is_some() && meeting.head.ended_at.is_none()
        })
    }
}
