//! A key typed into a terminal and its answer; and how many figures become one.

use std::time::{Duration, Instant};

use crate::pty::Pty;

/// Silence that ends the answer to one key.
const QUIET: Duration = Duration::from_millis(15);
/// How long an answer may take.
const LIMIT: Duration = Duration::from_secs(60);

/// Types one key; the time to the first byte of its answer, and the answer's length.
pub fn answer(pty: &mut Pty, key: char) -> (Option<Duration>, usize) {
    let mut letter = [0; 4];
    let typed = Instant::now();
    pty.write(key.encode_utf8(&mut letter).as_bytes());
    let Ok(chunk) = pty.next(LIMIT) else {
        return (None, 0);
    };
    (
        Some(chunk.at - typed),
        chunk.bytes.len() + drain(pty, QUIET),
    )
}

/// Reads until nothing came for a while; how many bytes came.
pub fn drain(pty: &mut Pty, quiet: Duration) -> usize {
    let mut bytes = 0;
    while let Ok(chunk) = pty.next(quiet) {
        bytes += chunk.bytes.len();
    }
    bytes
}

/// A time as a number.
pub fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// The value that this share of them is below.
pub fn percentile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = (share * sorted.len() as f64) as usize;
    let last = sorted.len().saturating_sub(1);
    sorted.get(at.min(last)).copied().unwrap_or(f64::NAN)
}
