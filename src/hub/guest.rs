//! One session behind the socket: its greeting, two threads, one each way, and how much of it may be under way.
//! Whatever it sends that does not fit ends it, and nobody else hears of it.

use std::io::BufReader;
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use super::core::{Guest, Request};
use super::event::Event;
use super::room::Place;
use super::wire::{
    Hello, LARGEST_HELLO, LARGEST_SAY, Reply, Say, VERSION, Welcome, receive_bytes, send,
    version_of,
};
use crate::domain::batch::SessionId;
use crate::domain::clean::is_clean;

/// Events kept for a session that is slow to read; one that is further behind is let go.
const QUEUE: usize = 8 * 1024;
/// How long a session may take to greet.
const GREETING: Duration = Duration::from_secs(5);
/// How long a session may read nothing at all.
const STUCK: Duration = Duration::from_secs(10);
/// Bytes of a session's frames that wait for the hub's thread; it is read no further beyond.
const WAITING: usize = LARGEST_SAY;
/// Bytes of a session's threads' stacks.
const STACK: usize = 512 * 1024;
/// Answers that are on their way to a session; it is read no further beyond.
const ANSWERS: usize = 32;

/// Whether the far end is this user's, or root's.
fn same_user(stream: &UnixStream) -> bool {
    let ours = rustix::process::getuid();
    rustix::net::sockopt::socket_peercred(stream)
        .is_ok_and(|peer| peer.uid == ours || peer.uid.is_root())
}

/// A thread of a session: its stack is small, so that many fit where addresses are few.
pub fn thread(name: &str) -> std::thread::Builder {
    std::thread::Builder::new()
        .name(name.into())
        .stack_size(STACK)
}

/// Serves one connection to its end; it keeps its place as long.
pub fn serve(mut stream: UnixStream, requests: &Sender<Request>, place: &Place) {
    let _ = stream.set_write_timeout(Some(STUCK));
    let hello = match greet(&mut stream) {
        Ok(hello) => hello,
        Err(why) => return dismiss(stream, why),
    };
    let Ok(mut reading) = stream.try_clone().map(BufReader::new) else {
        return;
    };
    static CONNECTIONS: AtomicU64 = AtomicU64::new(1);
    let (session, connection) = (hello.session, CONNECTIONS.fetch_add(1, Ordering::Relaxed));
    let (queue, replies) = queue();
    let flow = Arc::new(Flow::default());
    let (writing, kept) = (Arc::clone(&flow), place.clone());
    let writer = thread("session-out").spawn(move || {
        write(stream, &replies, &writing);
        drop(kept);
    });
    if writer.is_err() {
        return;
    }
    let _ = requests.send(Request::Join(Guest {
        session,
        connection,
        user: hello.user,
        role: hello.role,
        meeting: hello.meeting,
        seen: hello.seen,
        copies: hello.copies,
        sink: sink(queue),
    }));
    let why = listen(&mut reading, session, requests, &flow);
    let why = why.map(|why| format!("{why}; nothing of it was taken in"));
    let _ = requests.send(Request::Leave {
        session,
        connection,
        why,
    });
}

/// Who it is, and whether it may come in.
fn greet(stream: &mut UnixStream) -> Result<Hello, String> {
    if !same_user(stream) {
        return Err("this folder is another user's".into());
    }
    let _ = stream.set_read_timeout(Some(GREETING));
    let bytes = receive_bytes(stream, LARGEST_HELLO).map_err(|error| error.to_string())?;
    let version = version_of(&bytes).ok_or("it did not greet")?;
    let hello = match serde_json::from_slice(&bytes) {
        Ok(Say::Hello(hello)) if version == VERSION => Some(hello),
        _ => None,
    };
    let (user, role) = hello
        .as_ref()
        .map_or_else(Default::default, |hello: &Hello| {
            (hello.user.clone(), hello.role)
        });
    // The far side sees for itself that the versions differ.
    let welcome = Welcome {
        version: VERSION,
        user,
        role,
    };
    send(stream, &Reply::Welcome(welcome)).map_err(|error| error.to_string())?;
    if version != VERSION {
        return Err(format!("its version is {version}, this is {VERSION}"));
    }
    let hello = hello.ok_or("it did not greet")?;
    if hello.user.is_empty() || !is_clean(&hello.user) {
        return Err("its user's name cannot be shown".into());
    }
    let _ = stream.set_read_timeout(None);
    Ok(hello)
}

/// Ends a connection with a reason.
pub fn dismiss(mut stream: UnixStream, why: String) {
    let _ = send(&mut stream, &Reply::Goodbye(why));
    let _ = stream.shutdown(Shutdown::Both);
}

/// Replies on their way to a session. Bounded by counting, because a channel that is bounded from the start takes the
/// memory of a full one (128 KiB).
struct Queue {
    replies: Sender<Box<Reply>>,
    waiting: Arc<AtomicUsize>,
}

/// The far end of a [`Queue`].
struct Replies {
    replies: Receiver<Box<Reply>>,
    waiting: Arc<AtomicUsize>,
}

fn queue() -> (Queue, Replies) {
    let (sending, replies) = channel();
    let waiting = Arc::new(AtomicUsize::new(0));
    let queue = Queue {
        replies: sending,
        waiting: Arc::clone(&waiting),
    };
    (queue, Replies { replies, waiting })
}

impl Queue {
    /// `false` when it is full, or nobody reads it any more.
    fn push(&self, reply: Reply) -> bool {
        self.waiting.fetch_add(1, Ordering::Relaxed) < QUEUE
            && self.replies.send(Box::new(reply)).is_ok()
    }
}

impl Replies {
    fn next(&self) -> Option<Box<Reply>> {
        let reply = self.replies.recv().ok()?;
        self.waiting.fetch_sub(1, Ordering::Relaxed);
        Some(reply)
    }
}

/// Events into the queue; a full queue ends the session.
fn sink(queue: Queue) -> super::link::Sink {
    Arc::new(move |event| {
        queue.push(match event {
            Event::Ended(why) => Reply::Goodbye(why),
            event => Reply::Event(event),
        })
    })
}

fn write(mut stream: UnixStream, replies: &Replies, flow: &Flow) {
    while let Some(reply) = replies.next() {
        let last = matches!(*reply, Reply::Goodbye(_));
        let sent = send(&mut stream, &reply);
        if matches!(*reply, Reply::Event(Event::Answer { .. })) {
            flow.answered();
        }
        if sent.is_err() || last {
            break;
        }
    }
    flow.close();
    let _ = stream.shutdown(Shutdown::Both);
}

/// Takes frames until the session ends; says why it was ended.
fn listen(
    reading: &mut BufReader<UnixStream>,
    session: SessionId,
    requests: &Sender<Request>,
    flow: &Arc<Flow>,
) -> Option<String> {
    loop {
        let bytes = match receive_bytes(reading, LARGEST_SAY) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
                return Some(error.to_string());
            }
            Err(_) => return None,
        };
        let say = match serde_json::from_slice::<Say>(&bytes) {
            Ok(say) => say,
            Err(error) => return Some(format!("a frame cannot be read ({error})")),
        };
        let asks = matches!(say, Say::Query { .. });
        let request = match Request::of(say, session) {
            Ok(request) => request,
            Err(why) => return Some(why.into()),
        };
        let weighed = Request::Weighed(Box::new(request), flow.weigh(bytes.len(), asks)?);
        if requests.send(weighed).is_err() {
            return None;
        }
    }
}

/// How much of a session is under way.
#[derive(Default)]
struct Flow {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    bytes: usize,
    answers: usize,
    closed: bool,
}

impl Flow {
    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner));
        self.changed.notify_all();
    }

    /// Waits until there is room for a frame; `None` when the session has ended.
    fn weigh(self: &Arc<Self>, bytes: usize, asks: bool) -> Option<Weight> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        while !state.closed
            && (state.bytes > 0 && state.bytes + bytes > WAITING
                || asks && state.answers >= ANSWERS)
        {
            state = self
                .changed
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
        if state.closed {
            return None;
        }
        state.bytes += bytes;
        state.answers += usize::from(asks);
        Some(Weight {
            bytes,
            flow: Arc::clone(self),
        })
    }

    fn answered(&self) {
        self.change(|state| state.answers = state.answers.saturating_sub(1));
    }

    fn close(&self) {
        self.change(|state| state.closed = true);
    }
}

/// A frame that waits for the hub's thread; dropped when it was dealt with.
pub struct Weight {
    bytes: usize,
    flow: Arc<Flow>,
}

impl Drop for Weight {
    fn drop(&mut self) {
        let bytes = self.bytes;
        self.flow
            .change(|state| state.bytes = state.bytes.saturating_sub(bytes));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn under_way(flow: &Flow) -> (usize, usize) {
        let state = flow.state.lock().unwrap();
        (state.bytes, state.answers)
    }

    #[test]
    fn a_request_weighs_until_it_was_dealt_with_wherever_it_waits() {
        let flow = Arc::new(Flow::default());
        let weight = flow.weigh(100, true);
        let waiting = Request::Ping(SessionId::default()).weighing(weight);
        let other = Request::Ping(SessionId::default()).weighing(flow.weigh(20, false));
        assert_eq!(under_way(&flow), (120, 1));
        drop(waiting);
        assert_eq!(under_way(&flow), (20, 1), "its answer is not read yet");
        flow.answered();
        assert_eq!(under_way(&flow), (20, 0));
        other.bare();
        assert_eq!(under_way(&flow), (0, 0));
    }

    #[test]
    fn a_frame_waits_while_others_weigh_too_much() {
        let flow = Arc::new(Flow::default());
        let first = flow.weigh(WAITING, false);
        let weighed = std::thread::scope(|scope| {
            let next = scope.spawn(|| {
                let weight = flow.weigh(30, false);
                (weight.is_some(), under_way(&flow).0)
            });
            drop(first);
            next.join().unwrap()
        });
        assert_eq!(weighed, (true, 30));
        flow.close();
        assert!(flow.weigh(1, false).is_none());
    }
}
