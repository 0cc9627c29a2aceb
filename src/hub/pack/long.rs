//! Long frames, compressed against the one before that begins alike: a document shown anew travels as what changed.
//! Both ends keep the same ones, in the same places.

use std::io::{self, Read, Write};

use super::{put, take, wrong};

/// The longest frame that is kept, bytes.
const KEPT: usize = 1024 * 1024;
/// How many are kept; the oldest makes room.
const PLACES: usize = 4;
/// Two frames that begin alike for so long show the same document, bytes.
const ALIKE: usize = 96;
/// The largest window a compressed frame may want, as a power of two.
const WINDOW: u32 = 23;
/// zstd's own standard: on a line that is slow enough to notice, more would cost more than it saves.
const LEVEL: i32 = 3;

/// The frames both ends have.
#[derive(Default)]
pub(super) struct Long {
    kept: Vec<Vec<u8>>,
    /// Where the next one is put once all places are taken.
    next: usize,
}

impl Long {
    /// Compresses a frame: the place of the one it is like, counted from 1, or 0, and what is left.
    pub(super) fn pack(&mut self, text: &[u8], packed: &mut Vec<u8>) -> io::Result<()> {
        let begins = |kept: &Vec<u8>| kept.get(..ALIKE).is_some_and(|it| text.starts_with(it));
        let place = self.kept.iter().position(begins);
        put(packed, place.map_or(0, |place| place as u64 + 1));
        let like = place.and_then(|at| self.kept.get(at));
        let like = like.map_or(&[][..], Vec::as_slice);
        let reach = (like.len() + text.len()).next_power_of_two().ilog2();
        let mut encoder = zstd::stream::Encoder::with_ref_prefix(packed, LEVEL, like)?;
        encoder.window_log(reach.clamp(10, WINDOW))?;
        encoder.include_contentsize(false)?;
        encoder.write_all(text)?;
        encoder.finish()?;
        self.keep(place, text);
        Ok(())
    }

    /// The frame again; memory grows with what comes out, and no further than `largest`.
    pub(super) fn unpack(&mut self, mut rest: &[u8], largest: usize) -> io::Result<Vec<u8>> {
        let place = match take(&mut rest)? {
            0 => None,
            place => Some(usize::try_from(place - 1).map_err(|_| wrong())?),
        };
        let like = match place {
            Some(at) => self.kept.get(at).ok_or_else(wrong)?,
            None => &Vec::new(),
        };
        let mut decoder = zstd::stream::Decoder::with_ref_prefix(rest, like)?;
        decoder.window_log_max(WINDOW)?;
        let mut text = Vec::new();
        let read = decoder.take(largest as u64 + 1).read_to_end(&mut text);
        read.map_err(|_| wrong())?;
        self.keep(place, &text);
        Ok(text)
    }

    /// Keeps a frame in the place of the one it is like, or in the next.
    fn keep(&mut self, place: Option<usize>, text: &[u8]) {
        if !(ALIKE..=KEPT).contains(&text.len()) {
            return;
        }
        let at = place.unwrap_or(self.next);
        match self.kept.get_mut(at) {
            Some(old) => *old = text.to_vec(),
            None => self.kept.push(text.to_vec()),
        }
        if place.is_none() {
            self.next = (self.next + 1) % PLACES;
        }
    }
}
