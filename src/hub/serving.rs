//! A hub at work in this process, for its own session or for others only.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender};
use std::thread::JoinHandle;

use super::core::{Hub, Request};
use super::durability::Syncing;
use super::folder;
use super::link::{Error, Options};

/// A hub in this process. Dropping it ends it, and others take over: what its own session sent is written; what others
/// sent and did not hear of they offer again.
pub struct Serving {
    requests: Sender<Request>,
    ends: Arc<AtomicBool>,
    still: Option<Box<Still>>,
    thread: Option<JoinHandle<()>>,
}

/// A hub that has no thread yet: starting one, and being answered by it, takes longer than the answers a first
/// picture is made of.
pub(super) struct Still {
    hub: Hub,
    requests: Receiver<Request>,
    syncing: Syncing,
}

impl Still {
    pub fn new(hub: Hub, requests: Receiver<Request>, syncing: Syncing) -> Self {
        Self {
            hub,
            requests,
            syncing,
        }
    }

    fn turn(&mut self) -> bool {
        let mut any = false;
        while let Ok(request) = self.requests.try_recv() {
            self.hub.take(request);
            any = true;
        }
        any
    }

    fn run(self: Box<Self>) {
        let Self {
            hub,
            requests,
            syncing,
        } = *self;
        if !hub.is_ending() {
            syncing.start();
        }
        hub.run(&requests);
    }
}

impl Serving {
    pub(super) fn new(requests: Sender<Request>, ends: Arc<AtomicBool>, still: Still) -> Self {
        Self {
            requests,
            ends,
            still: Some(Box::new(still)),
            thread: None,
        }
    }

    /// Does what was asked of a hub that has not begun; whether there was anything.
    pub(super) fn turn(&mut self) -> bool {
        self.still.as_mut().is_some_and(|still| still.turn())
    }

    /// Lets it work on a thread of its own, and lets others in.
    pub(super) fn begin(&mut self) -> io::Result<()> {
        let Some(mut still) = self.still.take() else {
            return Ok(());
        };
        // Here and not on its thread: who is told that it works can come in.
        still.hub.listen();
        let thread = std::thread::Builder::new().name("hub".into());
        self.thread = Some(thread.spawn(move || still.run())?);
        Ok(())
    }

    /// Wakes its thread for what is about to be sent.
    pub(super) fn expect(&self) {
        if self.still.is_none() {
            self.send(Request::Expect);
        }
    }

    pub(super) fn send(&self, request: Request) {
        let _ = self.requests.send(request);
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::Release);
        // Wakes it.
        self.send(Request::Stop);
        if let Some(still) = self.still.take() {
            still.run();
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Becomes the hub of a data folder; `None` when another process is.
pub fn serve(options: &Options) -> Result<Option<Serving>, Error> {
    folder::create_folder(&options.folder)?;
    match folder::hold(&options.folder)? {
        Some(lock) => Hub::start(options, lock).map(Some),
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::mpsc::channel;

    use super::super::core::Guest;
    use super::super::event::Event;
    use super::super::link::Sink;
    use super::super::pending::Pending;
    use super::*;
    use crate::domain::batch::Submission;
    use crate::domain::id::Id;
    use crate::domain::op::{DocId, DocOp, Edit, Op};
    use crate::domain::role::Role;
    use crate::domain::secretariat::{NetworkRef, SecretariatRecord};
    use crate::domain::text::{Splice, TextField, TextOp};
    use crate::journal;

    fn draw() -> Id {
        use std::sync::atomic::AtomicU64;
        static NEXT: AtomicU64 = AtomicU64::new(1);
        Id::from_bits(u128::from(NEXT.fetch_add(1, Ordering::Relaxed)))
    }

    fn options(folder: &Path) -> Options {
        Options {
            folder: folder.to_owned(),
            user: "karen".to_owned(),
            role: Role::Secretary,
            meeting: None,
            copies: false,
            confined: false,
            session: draw(),
            clock: || 1_800_000_000_000,
            draw,
        }
    }

    fn guest(session: Id, connection: u64, sink: Sink) -> Request {
        Request::Join(Guest {
            session,
            connection,
            user: "karen".to_owned(),
            role: Role::Secretary,
            meeting: None,
            seen: None,
            copies: false,
            sink,
        })
    }

    fn submit(session: Id, counter: u64) -> Request {
        let row = NetworkRef {
            id: draw(),
            ..NetworkRef::default()
        };
        Request::Submit(Submission {
            session,
            counter,
            base: 0,
            at: 0,
            group: draw(),
            label: "test".to_owned(),
            undoes: None,
            ops: vec![DocOp {
                doc: DocId::Secretariat,
                op: Op::Secretariat(Edit::Add(SecretariatRecord::Network(row))),
            }],
        })
    }

    /// A sink that holds the hub's thread at the first commit.
    fn holding() -> (Sink, Receiver<()>, Sender<()>) {
        let ((held, holds), (go, goes)) = (channel(), channel());
        let goes = std::sync::Mutex::new(goes);
        let sink: Sink = Arc::new(move |event| {
            if matches!(event, Event::Committed { .. }) && held.send(()).is_ok() {
                let _ = goes.lock().unwrap().recv();
            }
            true
        });
        (sink, holds, go)
    }

    #[test]
    fn what_others_still_wait_for_does_not_keep_it_and_its_own_is_written() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("data");
        let serving = serve(&options(&folder)).unwrap().unwrap();
        let (own, other) = (draw(), draw());
        let (sink, held, go) = holding();
        serving.send(guest(own, 0, Arc::new(|_| true)));
        serving.send(guest(other, 1, sink));
        serving.send(submit(other, 1));
        held.recv().unwrap();
        for counter in 1..=3 {
            serving.send(submit(other, 1 + counter));
            serving.send(submit(own, counter));
        }
        serving.ends.store(true, Ordering::Release);
        drop((held, go));
        drop(serving);
        let written = journal::verify(&folder.join("journal")).unwrap().batches;
        assert_eq!(written, 1 + 3);
    }

    /// A letter typed behind others, as one after the other is.
    fn letter(session: Id, counter: u64) -> Submission {
        let at = usize::try_from(counter).unwrap() - 1;
        let op = TextOp::TextSpliced(Splice {
            field: TextField::Entry(Id::from_bits(3)),
            at,
            deleted: String::new(),
            inserted: "abcdef"[at..=at].to_owned(),
        });
        let Request::Submit(submission) = submit(session, counter) else {
            unreachable!();
        };
        let doc = DocId::Meeting(Id::from_bits(2));
        Submission {
            ops: vec![DocOp {
                doc,
                op: Op::Text(op),
            }],
            ..submission
        }
    }

    #[test]
    fn work_left_behind_that_was_half_taken_in_is_gone_on_with() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("data");
        let (sink, events) = super::super::link::channel();
        let other = draw();
        let serving = serve(&options(&folder)).unwrap().unwrap();
        serving.send(guest(other, 1, sink));
        for counter in 1..=3 {
            serving.send(Request::Submit(letter(other, counter)));
        }
        while !matches!(events.recv().unwrap(), Event::Committed { counter: 3, .. }) {}
        drop(serving);
        let mut left = Pending::new(&folder, other, "karen", Role::Secretary);
        for counter in 1..=6 {
            left.add(&letter(other, counter)).unwrap();
        }
        left.release();
        let serving = serve(&options(&folder)).unwrap().unwrap();
        let (sink, events) = super::super::link::channel();
        // Who has seen nothing hears all of it, whenever it is taken in.
        let Request::Join(newcomer) = guest(draw(), 1, sink) else {
            unreachable!();
        };
        serving.send(Request::Join(Guest {
            seen: Some(0),
            ..newcomer
        }));
        let mut heard = String::new();
        while heard.len() < 6 {
            if let Event::Batch(batch) = events.recv().unwrap()
                && let [op] = batch.effects()
                && let Op::Text(TextOp::TextSpliced(splice)) = &op.op
            {
                heard.push_str(&format!("{}", splice.at));
            }
        }
        assert_eq!(heard, "012345");
    }
}
