//! A session's end of a connection to a hub in another process: greeting, then a thread each way. What is said waits
//! in memory where the hub is slow to read, so that nobody who says something ever waits.

use std::io::{self, BufReader, BufWriter, Read, Write};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use super::event::Event;
use super::folder;
use super::link::{Error, Options};
use super::relay::Ask;
use super::wire::{Hello, LARGEST, Reply, Say, VERSION, Welcome, receive, send};
use crate::domain::batch::Seq;

/// How long a hub in another process may take to greet.
const GREETING: Duration = Duration::from_secs(2);

/// Both ways of a connection after the greeting, and how it is ended.
pub struct Ends {
    /// From the hub.
    pub reading: Box<dyn Read + Send>,
    /// To the hub.
    pub writing: Box<dyn Write + Send>,
    /// Ends both.
    pub close: Box<dyn Fn() + Send + Sync>,
}

/// An open connection. Dropping it ends it.
pub struct Connection {
    say: Sender<Say>,
    close: std::sync::Arc<Box<dyn Fn() + Send + Sync>>,
}

impl Connection {
    /// Starts the threads of a connection, the n-th of its session.
    pub fn start(ends: Ends, asks: &Sender<Ask>, number: u64) -> io::Result<Self> {
        let (say, said) = channel();
        let close = std::sync::Arc::new(ends.close);
        let (asks, closing) = (asks.clone(), std::sync::Arc::clone(&close));
        let (reading, writing) = (ends.reading, ends.writing);
        let spawn = |name: &str, run: Box<dyn FnOnce() + Send>| {
            std::thread::Builder::new().name(name.into()).spawn(run)
        };
        spawn("relay-in", Box::new(move || listen(reading, &asks, number)))?;
        spawn(
            "relay-out",
            Box::new(move || {
                write(writing, &said);
                closing();
            }),
        )?;
        Ok(Self { say, close })
    }

    /// Says something to the hub; what does not arrive is said again on the next connection.
    pub fn say(&self, say: Say) {
        let _ = self.say.send(say);
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        (self.close)();
    }
}

/// What a session greets with.
pub fn hello(options: &Options, seen: Option<Seq>) -> Hello {
    Hello {
        version: VERSION,
        session: options.session,
        user: options.user.clone(),
        role: options.role,
        meeting: options.meeting.clone(),
        seen,
        copies: options.copies,
    }
}

/// Connects to the hub behind a folder's socket.
pub fn dial(options: &Options, seen: Option<Seq>) -> Result<Ends, Error> {
    let folder = &options.folder;
    let busy = |cause: String| Error::Busy {
        path: folder.clone(),
        cause,
    };
    let wrong = |error: io::Error| busy(error.to_string());
    let mut stream = UnixStream::connect(folder::socket_path(folder)).map_err(wrong)?;
    stream.set_read_timeout(Some(GREETING)).map_err(wrong)?;
    stream.set_write_timeout(Some(GREETING)).map_err(wrong)?;
    send(&mut stream, &Say::Hello(hello(options, seen))).map_err(wrong)?;
    welcomed(&mut stream, busy)?;
    stream.set_read_timeout(None).map_err(wrong)?;
    stream.set_write_timeout(None).map_err(wrong)?;
    let reading = stream.try_clone().map_err(wrong)?;
    let writing = stream.try_clone().map_err(wrong)?;
    Ok(Ends {
        reading: Box::new(reading),
        writing: Box::new(writing),
        close: Box::new(move || {
            let _ = stream.shutdown(Shutdown::Both);
        }),
    })
}

/// Reads the hub's greeting.
pub fn welcomed(from: &mut impl Read, busy: impl Fn(String) -> Error) -> Result<Welcome, Error> {
    match receive::<Reply>(from, LARGEST) {
        Ok(Reply::Welcome(welcome)) if welcome.version != VERSION => Err(Error::Version {
            theirs: welcome.version,
            ours: VERSION,
        }),
        Ok(Reply::Welcome(welcome)) => Ok(welcome),
        Ok(Reply::Goodbye(why)) => Err(busy(why)),
        Ok(Reply::Event(_)) => Err(busy("it did not greet".into())),
        Err(error) => Err(busy(error.to_string())),
    }
}

fn write(writing: Box<dyn Write + Send>, said: &Receiver<Say>) {
    let mut writing = BufWriter::new(writing);
    while let Ok(say) = said.recv() {
        if send(&mut writing, &say).is_err() {
            return;
        }
    }
}

fn listen(reading: Box<dyn Read + Send>, asks: &Sender<Ask>, number: u64) {
    let mut reading = BufReader::new(reading);
    while let Ok(reply) = receive::<Reply>(&mut reading, LARGEST) {
        let event = match reply {
            Reply::Event(event) => event,
            Reply::Goodbye(why) => Event::Ended(why),
            Reply::Welcome(_) => continue,
        };
        if asks.send(Ask::Heard(number, Box::new(event))).is_err() {
            return;
        }
    }
    let _ = asks.send(Ask::Gone(number));
}
