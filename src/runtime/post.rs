//! The post: sends what is queued, on a thread of its own beside the hub, begun when there is
//! something to send and ended when nothing is left.
//!
//! It owns the order of things: *sending* is on the disk before the first byte of a mail goes out,
//! and what became of it after. It must not know screens. Only the process that holds the folder sends.

mod client;
pub mod login;
mod round;
pub mod smtp;

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::domain::id::Id;
use crate::domain::letter::{DeliveryField, MailStatus};
use crate::domain::meeting::{MeetingChange, MeetingRecord};
use crate::domain::op::{DocOp, Edit, Op};
use crate::hub::event::Event;

use client::Client;
use round::Round;

/// How long the end waits for the mail that is just being sent.
const LAST_MAIL: Duration = Duration::from_secs(20);

/// Where the post works, and as whom.
#[derive(Clone)]
pub struct Place {
    /// The data folder.
    pub folder: PathBuf,
    /// The account's name.
    pub user: String,
    /// Milliseconds since 1970 UTC.
    pub clock: fn() -> i64,
    /// 128 random bits.
    pub draw: fn() -> Id,
}

/// Whether ops put something into the queue.
pub fn is_queued(ops: &[DocOp]) -> bool {
    ops.iter().any(|op| match &op.op {
        Op::Meeting(Edit::Add(MeetingRecord::Delivery(row))) => row.status == MailStatus::Queued,
        Op::Meeting(Edit::Set {
            change: MeetingChange::Delivery(DeliveryField::Status(change)),
            ..
        }) => change.from != MailStatus::Sending && change.to == MailStatus::Queued,
        _ => false,
    })
}

/// The thread that sends, when there is one.
#[derive(Default)]
pub struct Post {
    running: Option<Running>,
}

struct Running {
    /// Says that there is more; dropping it ends the wait.
    more: Sender<()>,
    ends: Arc<AtomicBool>,
    done: Receiver<()>,
}

impl Post {
    /// Sends what is queued; the thread begins when it does not run.
    pub fn wake(&mut self, place: &Place) {
        if let Some(running) = &self.running
            && running.more.send(()).is_ok()
        {
            return;
        }
        let (more, wakes) = channel();
        let (doing, done) = channel();
        let ends = Arc::new(AtomicBool::new(false));
        let (place, ending) = (place.clone(), Arc::clone(&ends));
        let thread = std::thread::Builder::new().name("post".into());
        let begun = thread.spawn(move || {
            work(&place, &ending, &wakes);
            let _ = doing.send(());
        });
        if begun.is_ok() {
            self.running = Some(Running { more, ends, done });
        }
    }

    /// Ends it after the mail that is just being sent.
    pub fn finish(&mut self) {
        let Some(running) = self.running.take() else {
            return;
        };
        running.ends.store(true, Ordering::Release);
        drop(running.more);
        let _ = running.done.recv_timeout(LAST_MAIL);
    }
}

/// A hub without a screen hears here that something was queued, and has it sent.
pub struct Sorting {
    /// Dropping it ends the session that listens.
    _link: Option<crate::hub::Link>,
    post: Arc<Mutex<Post>>,
}

impl Sorting {
    /// Listens, and sends what is queued already.
    pub fn begin(place: &Place) -> Self {
        let post = Arc::new(Mutex::new(Post::default()));
        let (listening, own) = (Arc::clone(&post), place.clone());
        let wake = move || {
            if let Ok(mut post) = listening.lock() {
                post.wake(&own);
            }
        };
        wake();
        let sink = move |event| {
            if let Event::Batch(batch) = &event
                && is_queued(batch.effects())
            {
                wake();
            }
            true
        };
        let link = crate::hub::connect(&client::options(place, (place.draw)()), Arc::new(sink));
        Self {
            _link: link.ok(),
            post,
        }
    }
}

impl Drop for Sorting {
    fn drop(&mut self) {
        if let Ok(mut post) = self.post.lock() {
            post.finish();
        }
    }
}

/// Rounds until nothing waits; between them until the next mail may be tried again.
fn work(place: &Place, ends: &AtomicBool, wakes: &Receiver<()>) {
    let Ok(mut round) = Client::open(place).map(|client| Round::new(client, place)) else {
        return;
    };
    loop {
        let next = match round.go(ends) {
            Ok(next) => next,
            Err(error) => {
                tracing::warn!(%error, "the post stopped");
                return;
            }
        };
        let Some(at) = next.filter(|_| !ends.load(Ordering::Acquire)) else {
            return;
        };
        let wait = at.saturating_sub((place.clock)()).max(1);
        let wait = Duration::from_millis(u64::try_from(wait).unwrap_or(1));
        match wakes.recv_timeout(wait) {
            Ok(()) | Err(RecvTimeoutError::Timeout) => while wakes.try_recv().is_ok() {},
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// Sends what may be sent now, and returns.
///
/// # Errors
/// When the folder gives no answer.
pub fn send_now(place: &Place) -> Result<(), Error> {
    let mut round = Round::new(Client::open(place)?, place);
    round.go(&AtomicBool::new(false)).map(drop)
}

/// Why the post could not go on; what is queued stays queued.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The folder could not be opened.
    #[error(transparent)]
    Hub(#[from] crate::hub::Error),
    /// The hub gives no answer.
    #[error("the folder gives no answer; what is queued stays queued; try again")]
    Silent,
    /// The hub would not take in what became of a mail.
    #[error("what became of a mail could not be noted ({0}); run \"referent check\"")]
    Refused(String),
}
