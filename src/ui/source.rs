//! The source: what is typed and signalled, from one wait on everything at once.
//!
//! Owns the reading end of the terminal, the signals and their clock. Knows
//! nothing of what the keys mean, nor of what is painted.

use std::fs::File;
use std::io::{self, Write as _};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGWINCH};
use signal_hook::low_level::pipe;

use crate::app::input::Input;
use crate::ui::keyboard::{Keyboard, Wait};
use crate::ui::terminal::{come_back, size};

/// An Esc with nothing after it for this long is the Esc key.
const BRIEF: Duration = Duration::from_millis(25);
/// A key torn apart by the network is waited for this long.
const LONG: Duration = Duration::from_millis(500);

/// Keys, pastes and signals of one terminal.
pub struct Source {
    tty: File,
    signals: Signals,
    keyboard: Keyboard,
    buffer: Vec<u8>,
    closed: bool,
}

/// Ends the wait of a [`Source`] from any thread.
#[derive(Debug, Clone)]
pub struct Waker {
    stream: Arc<UnixStream>,
    /// A byte is on its way that was not heeded yet: one wakes as well as many.
    woken: Arc<AtomicBool>,
}

impl Waker {
    /// Makes the source's `read` return.
    pub fn wake(&self) {
        if !self.woken.swap(true, Ordering::SeqCst) {
            // A full socket wakes as well as one more byte would.
            let _ = (&*self.stream).write(&[0]);
        }
    }
}

impl Source {
    pub(crate) fn new(tty: File) -> io::Result<Self> {
        Ok(Self {
            tty,
            signals: Signals::catch()?,
            keyboard: Keyboard::default(),
            buffer: vec![0; 16 * 1024],
            closed: false,
        })
    }

    /// Something other threads can end the wait with.
    #[must_use]
    pub fn waker(&self) -> Waker {
        self.signals.wakes.waker.clone()
    }

    /// Whether the terminal is gone: nothing more will come.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// Waits for something, at most so long; empty when woken or when the time is over.
    pub fn read(&mut self, limit: Option<Duration>) -> Vec<Input> {
        let torn = match self.keyboard.wait() {
            Wait::Idle => None,
            Wait::Brief => Some(BRIEF),
            Wait::Long => Some(LONG),
        };
        let timeout = torn.into_iter().chain(limit).min();
        match self.wait(timeout) {
            Ok((false, false)) if torn.is_some() && timeout == torn => self.keyboard.settle(),
            Ok((typed, signalled)) => {
                let mut inputs = Vec::new();
                if signalled {
                    inputs.extend(self.signals.take(&self.tty));
                }
                if typed {
                    inputs.extend(self.typed());
                }
                inputs
            }
            Err(Errno::INTR) => Vec::new(),
            Err(_) => self.close(),
        }
    }

    /// Reads in a thread of its own: sends each input until `send` returns false.
    ///
    /// # Errors
    /// When the thread can't be started.
    pub fn listen(
        mut self,
        mut send: impl FnMut(Input) -> bool + Send + 'static,
    ) -> io::Result<()> {
        let listen = move || while !self.closed && self.read(None).into_iter().all(&mut send) {};
        thread::Builder::new()
            .name("input".to_owned())
            .spawn(listen)?;
        Ok(())
    }

    fn typed(&mut self) -> Vec<Input> {
        match rustix::io::read(&self.tty, &mut self.buffer) {
            Ok(count @ 1..) => {
                let bytes = self.buffer.get(..count).unwrap_or_default();
                self.keyboard.feed(bytes)
            }
            Err(Errno::INTR | Errno::AGAIN) => Vec::new(),
            Ok(0) | Err(_) => self.close(),
        }
    }

    /// The terminal is gone: what had arrived of a paste is still given.
    fn close(&mut self) -> Vec<Input> {
        self.closed = true;
        let mut inputs = self.keyboard.finish();
        inputs.push(Input::Hangup);
        inputs
    }

    /// Whether there are bytes, and whether there are signals.
    fn wait(&self, timeout: Option<Duration>) -> rustix::io::Result<(bool, bool)> {
        let timeout = timeout.and_then(|limit| Timespec::try_from(limit).ok());
        let mut ends = [
            PollFd::new(&self.tty, PollFlags::IN),
            PollFd::new(&self.signals.wakes.end, PollFlags::IN),
        ];
        poll(&mut ends, timeout.as_ref())?;
        let [typed, signalled] = ends.map(|end| !end.revents().is_empty());
        Ok((typed, signalled))
    }
}

/// A socket through which a wait is ended.
struct Wakes {
    end: OwnedFd,
    waker: Waker,
}

impl Wakes {
    fn new() -> io::Result<Self> {
        let (end, writer) = UnixStream::pair()?;
        end.set_nonblocking(true)?;
        writer.set_nonblocking(true)?;
        Ok(Self {
            end: end.into(),
            waker: Waker {
                stream: Arc::new(writer),
                woken: Arc::default(),
            },
        })
    }

    /// Takes what was written; what it was written for is looked at after this.
    fn take(&self) {
        let mut rest = [0; 64];
        while rustix::io::read(&self.end, &mut rest).is_ok_and(|count| count > 0) {}
        // Only now: a byte taken after this would leave a waker believing that it is still on its way.
        self.waker.woken.store(false, Ordering::SeqCst);
    }
}

/// Signals, told through a socket so that one `poll` waits for everything.
struct Signals {
    wakes: Wakes,
    resized: Arc<AtomicBool>,
    continued: Arc<AtomicBool>,
    hung_up: Arc<AtomicBool>,
    ended: Arc<AtomicBool>,
}

impl Signals {
    fn catch() -> io::Result<Self> {
        let wakes = Wakes::new()?;
        let writer = wakes.waker.stream.try_clone()?;
        let signals = Self {
            wakes,
            resized: Arc::default(),
            continued: Arc::default(),
            hung_up: Arc::default(),
            ended: Arc::default(),
        };
        for (signal, flag) in [
            (SIGWINCH, &signals.resized),
            (SIGCONT, &signals.continued),
            (SIGHUP, &signals.hung_up),
            (SIGTERM, &signals.ended),
            (SIGINT, &signals.ended),
        ] {
            signal_hook::flag::register(signal, Arc::clone(flag))?;
            pipe::register(signal, writer.try_clone()?)?;
        }
        Ok(signals)
    }

    /// What was signalled since the last time.
    fn take(&self, tty: &File) -> Vec<Input> {
        self.wakes.take();
        let seen = |flag: &AtomicBool| flag.swap(false, Ordering::Relaxed);
        let mut inputs = Vec::new();
        let continued = seen(&self.continued);
        if continued {
            come_back(tty);
        }
        if seen(&self.resized) || continued {
            let size = size(tty);
            inputs.push(Input::Resize(size.width, size.height));
        }
        if seen(&self.ended) {
            inputs.push(Input::Terminate);
        }
        if seen(&self.hung_up) {
            inputs.push(Input::Hangup);
        }
        inputs
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use super::*;

    #[test]
    fn no_wake_is_lost_however_they_meet_the_reading() {
        const WAKES: usize = 100_000;
        let wakes = Wakes::new().unwrap();
        let (waker, told) = (wakes.waker.clone(), Arc::new(AtomicUsize::new(0)));
        let tells = Arc::clone(&told);
        let teller = thread::spawn(move || {
            for _ in 0..WAKES {
                tells.fetch_add(1, Ordering::SeqCst);
                waker.wake();
            }
        });
        let limit = Timespec::try_from(Duration::from_secs(30)).unwrap();
        while told.load(Ordering::SeqCst) < WAKES {
            let heard = poll(&mut [PollFd::new(&wakes.end, PollFlags::IN)], Some(&limit));
            assert_eq!(heard, Ok(1), "{told:?}");
            wakes.take();
        }
        teller.join().unwrap();
    }
}
