//! Frames on a line to another machine, packed: one of a known shape travels as what differs from the last of that
//! shape, a long one compressed (see `long`), any other as it is. Both ends learn the same from the same frames. What comes
//! out at the other end is what went in, byte by byte; a limit on frames holds for what comes out.

use std::io::{self, Read, Write};

use self::long::Long;
use super::shape::{Leaf, join, split};

mod long;

/// The longest frame that is learned, and that may travel as a difference, bytes.
const SHORT: usize = 4 * 1024;
/// Frames from this size are compressed, bytes.
const LONG: usize = 1024;
/// Shapes kept; the oldest is forgotten first.
const SHAPES: usize = 64;
/// Most leaves of a shape that is kept.
const LEAVES: usize = 64;

/// How a packed frame begins; from [`KNOWN`] on it is the number of a shape.
const PLAIN: u64 = 0;
const COMPRESSED: u64 = 1;
const KNOWN: u64 = 2;

/// The last frame of a shape.
struct Known {
    shape: Vec<u8>,
    leaves: Vec<Leaf>,
}

/// The shapes both ends know.
#[derive(Default)]
struct Shapes {
    known: Vec<Known>,
    /// Where the next one is put once all places are taken.
    next: usize,
    long: Long,
}

impl Shapes {
    /// Keeps a shape that was not known.
    fn learn(&mut self, shape: Vec<u8>, leaves: Vec<Leaf>) {
        if leaves.len() > LEAVES {
            return;
        }
        let new = Known { shape, leaves };
        match self.known.get_mut(self.next) {
            Some(old) => *old = new,
            None => self.known.push(new),
        }
        self.next = (self.next + 1) % SHAPES;
    }

    fn pack(&mut self, text: &[u8]) -> io::Result<Vec<u8>> {
        let mut packed = Vec::new();
        if text.len() <= SHORT
            && let Some((shape, leaves)) = split(text)
        {
            let place = self.known.iter().position(|known| known.shape == shape);
            if let Some((place, known)) = place.and_then(|at| Some((at, self.known.get_mut(at)?))) {
                put(&mut packed, KNOWN + place as u64);
                differ(&mut packed, &known.leaves, &leaves);
                known.leaves = leaves;
                return Ok(packed);
            }
            self.learn(shape, leaves);
        }
        if text.len() < LONG {
            put(&mut packed, PLAIN);
            packed.extend(text);
        } else {
            put(&mut packed, COMPRESSED);
            self.long.pack(text, &mut packed)?;
        }
        Ok(packed)
    }

    fn unpack(&mut self, packed: &[u8], largest: usize) -> io::Result<Vec<u8>> {
        let mut rest = packed;
        let text = match take(&mut rest)? {
            PLAIN => rest.to_vec(),
            COMPRESSED => self.long.unpack(rest, largest)?,
            place => {
                let place = usize::try_from(place - KNOWN).map_err(|_| wrong())?;
                let known = self.known.get_mut(place).ok_or_else(wrong)?;
                patch(&mut rest, &mut known.leaves)?;
                let text = join(&known.shape, &known.leaves);
                return if text.len() <= SHORT {
                    Ok(text)
                } else {
                    Err(wrong())
                };
            }
        };
        if text.len() > largest {
            return Err(super::wire::too_large());
        }
        if text.len() <= SHORT
            && let Some((shape, leaves)) = split(&text)
            && !self.known.iter().any(|known| known.shape == shape)
        {
            self.learn(shape, leaves);
        }
        Ok(text)
    }
}

/// Which leaves are other ones, and what they are.
fn differ(packed: &mut Vec<u8>, old: &[Leaf], new: &[Leaf]) {
    let pairs = || {
        old.iter()
            .zip(new)
            .enumerate()
            .filter(|(_, (old, new))| old != new)
    };
    put(packed, pairs().fold(0, |marks, (at, _)| marks | 1 << at));
    for (_, (old, new)) in pairs() {
        match (old, new) {
            (Leaf::Number(old), Leaf::Number(new)) => {
                let step = new.wrapping_sub(*old);
                put(packed, (step << 1 ^ step >> 63).cast_unsigned());
            }
            (_, Leaf::Number(_)) => {}
            (_, Leaf::Hex(bytes)) => packed.extend(bytes),
            (_, Leaf::Text(inside)) => {
                put(packed, inside.len() as u64);
                packed.extend(inside);
            }
        }
    }
}

fn patch(rest: &mut &[u8], leaves: &mut [Leaf]) -> io::Result<()> {
    let marks = take(rest)?;
    for (_, leaf) in leaves
        .iter_mut()
        .enumerate()
        .filter(|(at, _)| marks >> at & 1 == 1)
    {
        match leaf {
            Leaf::Number(number) => {
                let step = take(rest)?;
                let step = (step >> 1).cast_signed() ^ -(step & 1).cast_signed();
                *number = number.wrapping_add(step);
            }
            Leaf::Hex(bytes) => *bytes = bite(rest, bytes.len())?.to_vec(),
            Leaf::Text(inside) => {
                let length = usize::try_from(take(rest)?).map_err(|_| wrong())?;
                *inside = bite(rest, length)?.to_vec();
            }
        }
    }
    if rest.is_empty() {
        Ok(())
    } else {
        Err(wrong())
    }
}

fn bite<'a>(rest: &mut &'a [u8], length: usize) -> io::Result<&'a [u8]> {
    let (bitten, after) = rest.split_at_checked(length).ok_or_else(wrong)?;
    *rest = after;
    Ok(bitten)
}

/// A number, seven bits a byte, the lowest first.
fn put(to: &mut Vec<u8>, mut number: u64) {
    while number > 0x7f {
        to.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

fn take(from: &mut impl Read) -> io::Result<u64> {
    let mut number = 0;
    for place in 0..10 {
        let mut byte = [0];
        from.read_exact(&mut byte)?;
        let [byte] = byte;
        number |= u64::from(byte & 0x7f).checked_shl(place * 7).unwrap_or(0);
        if byte & 0x80 == 0 {
            return Ok(number);
        }
    }
    Err(wrong())
}

fn wrong() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "a frame cannot be unpacked")
}

/// Packs the frames written to it.
pub struct Packing<W> {
    to: W,
    shapes: Shapes,
    /// The beginning of a frame.
    begun: Vec<u8>,
}

impl<W> Packing<W> {
    /// Where it goes.
    pub fn get_mut(&mut self) -> &mut W {
        &mut self.to
    }
}

impl<W: Write> Packing<W> {
    /// Packs what is written and passes it to `to`.
    pub fn new(to: W) -> Self {
        let (shapes, begun) = (Shapes::default(), Vec::new());
        Self { to, shapes, begun }
    }
}

impl<W: Write> Write for Packing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.begun.extend(bytes);
        let mut rest = self.begun.as_slice();
        while let Some((length, after)) = rest.split_first_chunk::<4>()
            && let Some((text, after)) =
                after.split_at_checked(u32::from_le_bytes(*length) as usize)
        {
            let packed = self.shapes.pack(text)?;
            let mut length = Vec::new();
            put(&mut length, packed.len() as u64);
            self.to.write_all(&[length, packed].concat())?;
            rest = after;
        }
        let left = rest.len();
        self.begun.drain(..self.begun.len() - left);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Reads packed frames as they were before.
pub struct Unpacking<R> {
    from: R,
    shapes: Shapes,
    largest: usize,
    ready: io::Cursor<Vec<u8>>,
}

impl<R: Read> Unpacking<R> {
    /// Frames of at most so many bytes each.
    pub fn new(from: R, largest: usize) -> Self {
        let (shapes, ready) = (Shapes::default(), io::Cursor::default());
        Self {
            from,
            shapes,
            largest,
            ready,
        }
    }

    fn next(&mut self) -> io::Result<Vec<u8>> {
        let length = take(&mut self.from)?;
        // Nothing grows by more than a few bytes when it is packed.
        if length > self.largest as u64 + 64 {
            return Err(super::wire::too_large());
        }
        // Memory grows with what comes, not with what was announced.
        let mut packed = Vec::new();
        let taken = (&mut self.from).take(length).read_to_end(&mut packed)?;
        if taken as u64 != length {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let broken = |error: io::Error| match error.kind() {
            io::ErrorKind::UnexpectedEof => wrong(),
            _ => error,
        };
        self.shapes.unpack(&packed, self.largest).map_err(broken)
    }
}

impl<R: Read> Read for Unpacking<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.ready.position() as usize >= self.ready.get_ref().len() {
            let text = match self.next() {
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(0),
                text => text?,
            };
            let length = u32::try_from(text.len()).unwrap_or(u32::MAX).to_le_bytes();
            self.ready = io::Cursor::new([&length[..], &text].concat());
        }
        self.ready.read(into)
    }
}

#[cfg(test)]
mod tests;
