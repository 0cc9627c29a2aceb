//! The terminal's life: taken over, listened to, and given back whatever happens.
//!
//! Owns the raw mode and the two ends of the terminal. Asks the terminal
//! nothing, so no answer is ever waited for. Knows nothing of what is painted.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, IsTerminal as _, Write as _};
use std::os::fd::AsFd as _;
use std::process::ExitStatus;
use std::sync::{Mutex, PoisonError};

use ratatui::layout::Size;
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcgetwinsize, tcsetattr};

use crate::ui::backend::Thrifty;
use crate::ui::source::Source;

/// Alternate screen, bracketed paste.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h";
/// The way back: no mouse, and the pen and cursor as a shell wants them.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[?1006l\x1b[?1002l\x1b[?2004l\x1b[m\x1b[?25h\x1b[?1049l";
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
    /// Something was painted: there is a shell's screen to go back to.
    shown: bool,
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
    pub fn enter() -> io::Result<(Self, Source, Thrifty<File>)> {
        let tty = open()?;
        // From here on no signal ends the program with the terminal still taken.
        let source = Source::new(tty.try_clone()?)?;
        let before = tcgetattr(&tty)?;
        let out = output(&tty)?;
        *taken() = Some(Taken {
            before,
            tty: out.try_clone()?,
            shown: false,
        });
        restore_on_panic();
        let terminal = Self { tty };
        raw(&terminal.tty)?;
        let mut backend = Thrifty::new(out, terminal.size())
            .with_colours(std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()));
        backend.queue(ENTER);
        Ok((terminal, source, backend))
    }

    /// The first picture is about to be painted.
    pub fn show(&self) {
        if let Some(taken) = taken().as_mut() {
            taken.shown = true;
        }
    }

    /// Columns and rows.
    #[must_use]
    pub fn size(&self) -> Size {
        size(&self.tty)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back, once; harmless when it was never taken.
pub fn restore() {
    if let Some(Taken {
        before,
        mut tty,
        shown,
    }) = taken().take()
    {
        if shown {
            let _ = tty.write_all(LEAVE);
        }
        let _ = tcsetattr(&tty, OptionalActions::Now, &before);
    }
}

fn taken() -> std::sync::MutexGuard<'static, Option<Taken>> {
    TAKEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Gives the terminal to another program and takes it back. When that ends badly, what it said
/// stays until Enter is pressed: `said` asks for it.
///
/// # Errors
/// When the program can't be started.
pub fn lend(said: &str, run: impl FnOnce() -> io::Result<ExitStatus>) -> io::Result<ExitStatus> {
    // The guard is not kept: a panic meanwhile must find the terminal to give back.
    let lent = {
        let mut guard = taken();
        guard.as_mut().and_then(|taken| {
            let _ = taken.tty.write_all(LEAVE);
            let _ = tcsetattr(&taken.tty, OptionalActions::Now, &taken.before);
            taken.tty.try_clone().ok()
        })
    };
    let done = run();
    if let Some(mut tty) = lent {
        if !done.as_ref().is_ok_and(ExitStatus::success) {
            let _ = writeln!(tty, "\n{said}");
            let _ = BufReader::new(open()?).read_line(&mut String::new());
        }
        come_back(&tty);
    }
    done
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

pub(crate) fn size(tty: &File) -> Size {
    match tcgetwinsize(tty) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => Size::new(size.ws_col, size.ws_row),
        _ => DEFAULT_SIZE,
    }
}

/// After a stop, the shell may have changed the modes.
pub(crate) fn come_back(tty: &File) {
    if let Some(taken) = taken().as_mut() {
        let _ = raw(tty);
        let _ = taken.tty.write_all(ENTER);
    }
}
