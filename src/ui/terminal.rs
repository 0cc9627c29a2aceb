//! The terminal's life: taken over, listened to, and given back whatever happens.
//!
//! Owns the raw mode and the two ends of the terminal. Asks the terminal
//! nothing, so no answer is ever waited for. Knows nothing of what is painted.

use std::fs::File;
use std::io::{self, IsTerminal as _, Write as _};
use std::os::fd::{AsFd as _, OwnedFd};
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcgetwinsize, tcsetattr};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGWINCH};
use signal_hook::low_level::pipe;

use crate::app::input::Input;
use crate::ui::backend::Thrifty;
use crate::ui::keyboard::{Keyboard, Wait};

/// Alternate screen, bracketed paste.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h";
/// The way back, with the pen and cursor as a shell wants them.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[?2004l\x1b[m\x1b[?25h\x1b[?1049l";
/// An Esc with nothing after it for this long is the Esc key.
const BRIEF: Duration = Duration::from_millis(25);
/// A key torn apart by the network is waited for this long.
const LONG: Duration = Duration::from_millis(500);
/// Smallest size that is told: a terminal without a size gives zeros.
const DEFAULT_SIZE: Size = Size {
    width: 80,
    height: 24,
};

/// What must be given back, while the terminal is ours.
static TAKEN: Mutex<Option<Taken>> = Mutex::new(None);

struct Taken {
    before: Termios,
    tty: File,
}

/// The terminal, taken over until dropped.
#[derive(Debug)]
pub struct Terminal {
    tty: File,
}

impl Terminal {
    /// Takes the terminal over: raw mode, alternate screen, bracketed paste.
    ///
    /// Bytes are not written yet: they go with the first paint, in one piece.
    ///
    /// # Errors
    /// When there is no terminal.
    pub fn enter() -> io::Result<(Self, Thrifty<File>)> {
        let tty = open()?;
        let before = tcgetattr(&tty)?;
        let out = output(&tty)?;
        *taken() = Some(Taken {
            before,
            tty: out.try_clone()?,
        });
        restore_on_panic();
        let terminal = Self { tty };
        raw(&terminal.tty)?;
        let mut backend = Thrifty::new(out, terminal.size())
            .with_colours(std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()));
        backend.queue(ENTER);
        Ok((terminal, backend))
    }

    /// Columns and rows.
    #[must_use]
    pub fn size(&self) -> Size {
        size(&self.tty)
    }

    /// Sends what is typed, resizes, and the end, to `send` from a thread of its own,
    /// until `send` returns false.
    ///
    /// # Errors
    /// When signals can't be caught or the thread not started.
    pub fn listen(&self, send: impl FnMut(Input) -> bool + Send + 'static) -> io::Result<()> {
        let tty = self.tty.try_clone()?;
        let signals = Signals::catch()?;
        thread::Builder::new()
            .name("input".to_owned())
            .spawn(move || Listener::new(tty, signals, send).run())?;
        Ok(())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back, once; harmless when it was never taken.
pub fn restore() {
    if let Some(Taken { before, mut tty }) = taken().take() {
        let _ = tty.write_all(LEAVE);
        let _ = tcsetattr(&tty, OptionalActions::Now, &before);
    }
}

fn taken() -> std::sync::MutexGuard<'static, Option<Taken>> {
    TAKEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A panic anywhere gives the terminal back before its message is written.
fn restore_on_panic() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            restore();
            before(panic);
        }));
    });
}

fn open() -> io::Result<File> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return Ok(File::from(stdin.as_fd().try_clone_to_owned()?));
    }
    File::options().read(true).write(true).open("/dev/tty")
}

fn output(tty: &File) -> io::Result<File> {
    let stdout = io::stdout();
    if stdout.is_terminal() {
        return Ok(File::from(stdout.as_fd().try_clone_to_owned()?));
    }
    tty.try_clone()
}

fn raw(tty: &File) -> io::Result<()> {
    let mut mode = tcgetattr(tty)?;
    mode.make_raw();
    tcsetattr(tty, OptionalActions::Now, &mode)?;
    Ok(())
}

fn size(tty: &File) -> Size {
    match tcgetwinsize(tty) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => Size::new(size.ws_col, size.ws_row),
        _ => DEFAULT_SIZE,
    }
}

/// Signals, told through a socket so that one `poll` waits for everything.
struct Signals {
    wake: OwnedFd,
    resized: Arc<AtomicBool>,
    continued: Arc<AtomicBool>,
    hung_up: Arc<AtomicBool>,
    ended: Arc<AtomicBool>,
}

impl Signals {
    fn catch() -> io::Result<Self> {
        let (wake, writer) = UnixStream::pair()?;
        wake.set_nonblocking(true)?;
        let signals = Self {
            wake: wake.into(),
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
        let mut rest = [0; 64];
        while rustix::io::read(&self.wake, &mut rest).is_ok_and(|count| count > 0) {}
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

/// After a stop, the shell may have changed the modes.
fn come_back(tty: &File) {
    if let Some(taken) = taken().as_mut() {
        let _ = raw(tty);
        let _ = taken.tty.write_all(ENTER);
    }
}

/// The thread that waits for keys and signals.
struct Listener<F> {
    tty: File,
    signals: Signals,
    keyboard: Keyboard,
    send: F,
}

impl<F: FnMut(Input) -> bool> Listener<F> {
    fn new(tty: File, signals: Signals, send: F) -> Self {
        Self {
            tty,
            signals,
            keyboard: Keyboard::default(),
            send,
        }
    }

    fn run(mut self) {
        let mut buffer = vec![0; 64 * 1024];
        loop {
            let inputs = match self.wait() {
                Ok((false, false)) => self.keyboard.settle(),
                Ok((typed, signalled)) => {
                    let mut inputs = Vec::new();
                    if signalled {
                        inputs.extend(self.signals.take(&self.tty));
                    }
                    if typed {
                        match rustix::io::read(&self.tty, &mut buffer) {
                            Ok(count @ 1..) => inputs.extend(
                                self.keyboard.feed(buffer.get(..count).unwrap_or_default()),
                            ),
                            Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => {}
                            Ok(0) | Err(_) => return self.end(inputs),
                        }
                    }
                    inputs
                }
                Err(rustix::io::Errno::INTR) => continue,
                Err(_) => return self.end(Vec::new()),
            };
            if !inputs.into_iter().all(&mut self.send) {
                return;
            }
        }
    }

    /// The terminal is gone: what had arrived of a paste is still sent.
    fn end(mut self, mut inputs: Vec<Input>) {
        inputs.extend(self.keyboard.finish());
        inputs.push(Input::Hangup);
        let _ = inputs.into_iter().all(&mut self.send);
    }

    /// Waits; whether there are bytes, and whether there are signals.
    fn wait(&self) -> rustix::io::Result<(bool, bool)> {
        let timeout = match self.keyboard.wait() {
            Wait::Idle => None,
            Wait::Brief => Some(BRIEF),
            Wait::Long => Some(LONG),
        };
        let timeout = timeout.and_then(|limit| Timespec::try_from(limit).ok());
        let mut ends = [
            PollFd::new(&self.tty, PollFlags::IN),
            PollFd::new(&self.signals.wake, PollFlags::IN),
        ];
        poll(&mut ends, timeout.as_ref())?;
        let [typed, signalled] = ends.map(|end| !end.revents().is_empty());
        Ok((typed, signalled))
    }
}
