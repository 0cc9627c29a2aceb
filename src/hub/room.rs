//! How many sessions a hub serves at once: whoever connects without end must not take its memory.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// Sessions served at once; a session's two threads take a mebibyte of addresses.
const MOST: usize = 128;

/// Places for sessions.
#[derive(Clone, Debug, Default)]
pub struct Room(Arc<Taken>);

#[derive(Debug, Default)]
struct Taken {
    count: Mutex<usize>,
    left: Condvar,
}

/// A session's place, free again when its last copy is dropped.
#[derive(Clone, Debug)]
pub struct Place {
    _leaving: Arc<Leaving>,
}

#[derive(Debug)]
struct Leaving(Room);

impl Room {
    /// A place as soon as one is free; `None` when that takes too long.
    pub fn enter(&self, patience: Duration) -> Option<Place> {
        let count = self.0.count.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut count, _) = self
            .0
            .left
            .wait_timeout_while(count, patience, |count| *count >= MOST)
            .unwrap_or_else(PoisonError::into_inner);
        if *count >= MOST {
            return None;
        }
        *count += 1;
        let leaving = Leaving(self.clone());
        Some(Place {
            _leaving: Arc::new(leaving),
        })
    }
}

impl Drop for Leaving {
    fn drop(&mut self) {
        let taken = &self.0.0;
        let mut count = taken.count.lock().unwrap_or_else(PoisonError::into_inner);
        *count = count.saturating_sub(1);
        taken.left.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_comes_too_many_waits_for_one_to_leave() {
        let room = Room::default();
        let mut places: Vec<Place> = (0..MOST)
            .map(|_| room.enter(Duration::ZERO).unwrap())
            .collect();
        let second = places[0].clone();
        assert!(room.enter(Duration::ZERO).is_none());
        std::thread::scope(|scope| {
            let next = scope.spawn(|| room.enter(Duration::from_secs(60)).is_some());
            places.remove(0);
            drop(second);
            assert!(next.join().unwrap());
        });
    }
}
