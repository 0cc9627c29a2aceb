//! The form of a sealed segment: zstd frames, an index by document and time, one spare block.
//!
//! `frames… | skippable frame { index JSON, parity block, blake3 of both, JSON length, mark }`. `zstd -d` unpacks it
//! to the plain lines. The parity block is the XOR of all 4 KiB blocks of the frames, so one damaged block (a flipped
//! bit, a bad sector) is put right while reading. Knows bytes only, no files.

use std::io::Read;

use serde::{Deserialize, Serialize};

use super::error::What;
use super::line::Record;
use crate::domain::batch::{Hash, Seq};
use crate::domain::op::DocId;

const BLOCK: usize = 4096;
const FRAME: usize = 64 * 1024;
const LEVEL: i32 = 6;
const MARK: &[u8; 8] = b"REFSEAL1";
const SKIPPABLE: u32 = 0x184d_2a50;
const TAIL: usize = 32 + 4 + 8;

/// One zstd frame and what is in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Frame {
    /// Where it begins in the file.
    pub at: usize,
    /// Packed length.
    pub len: usize,
    /// Unpacked length.
    pub plain: usize,
    pub first: Seq,
    pub last: Seq,
    /// `received` of its first and last batch.
    pub from: i64,
    pub to: i64,
    /// The documents its batches touch.
    pub docs: Vec<DocId>,
}

/// The index at the end of a sealed file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Index {
    pub v: u8,
    /// `prev` of the first header and hash of the last: the chain across files, checkable without unpacking.
    pub prev: Hash,
    pub hash: Hash,
    pub first: Seq,
    pub last: Seq,
    /// Epoch of the last batch.
    pub epoch: u32,
    /// Length of the frames altogether.
    pub packed: usize,
    pub frames: Vec<Frame>,
    /// The first eight bytes of each block's blake3.
    pub blocks: Vec<u64>,
}

/// The documents a record touches; unknown ops count too.
pub(super) fn documents(record: &Record<'_>) -> Vec<DocId> {
    #[derive(Deserialize)]
    struct Named {
        doc: DocId,
    }
    #[derive(Deserialize)]
    struct Ops {
        ops: Vec<Named>,
    }
    let (super::line::Content::Whole(bytes) | super::line::Content::Redacted(bytes)) =
        record.content
    else {
        return Vec::new();
    };
    let ops = serde_json::from_slice::<Ops>(bytes).map_or_else(|_| Vec::new(), |ops| ops.ops);
    let mut docs: Vec<DocId> = ops.into_iter().map(|named| named.doc).collect();
    docs.sort_unstable();
    docs.dedup();
    docs
}

/// Packs proven lines, in order, into the bytes of a sealed file. `None` when there are none.
pub(super) fn pack(records: &[Record<'_>]) -> std::io::Result<Option<Vec<u8>>> {
    let (Some(first), Some(last)) = (records.first(), records.last()) else {
        return Ok(None);
    };
    let (mut out, mut frames) = (Vec::new(), Vec::new());
    let mut rest = records;
    while !rest.is_empty() {
        let mut size = 0;
        let fits = rest.iter().take_while(|record| {
            size += record.bytes.len() + 1;
            size <= FRAME
        });
        let count = fits.count().max(1);
        let (part, after) = rest.split_at_checked(count).unwrap_or((rest, &[]));
        frames.extend(frame(part, &mut out)?);
        rest = after;
    }
    let (blocks, parity) = guard(&out);
    let index = Index {
        v: 1,
        prev: first.link.prev,
        hash: last.hash,
        first: first.link.seq,
        last: last.link.seq,
        epoch: last.link.epoch,
        packed: out.len(),
        frames,
        blocks,
    };
    close(&mut out, &index, &parity)?;
    Ok(Some(out))
}

fn frame(part: &[Record<'_>], out: &mut Vec<u8>) -> std::io::Result<Option<Frame>> {
    let (Some(first), Some(last)) = (part.first(), part.last()) else {
        return Ok(None);
    };
    let plain: Vec<u8> = part
        .iter()
        .flat_map(|record| record.bytes.iter().chain(b"\n"))
        .copied()
        .collect();
    let packed = zstd::bulk::compress(&plain, LEVEL)?;
    let mut docs: Vec<DocId> = part.iter().flat_map(documents).collect();
    docs.sort_unstable();
    docs.dedup();
    let at = out.len();
    out.extend_from_slice(&packed);
    Ok(Some(Frame {
        at,
        len: packed.len(),
        plain: plain.len(),
        first: first.link.seq,
        last: last.link.seq,
        from: first.link.received,
        to: last.link.received,
        docs,
    }))
}

fn close(out: &mut Vec<u8>, index: &Index, parity: &[u8]) -> std::io::Result<()> {
    let json = serde_json::to_vec(index)?;
    let payload = json.len() + parity.len() + TAIL;
    let proof = Hash::of(&[&json[..], parity].concat());
    out.extend_from_slice(&SKIPPABLE.to_le_bytes());
    out.extend_from_slice(&u32::try_from(payload).unwrap_or(u32::MAX).to_le_bytes());
    out.extend_from_slice(&json);
    out.extend_from_slice(parity);
    out.extend_from_slice(&proof.0);
    out.extend_from_slice(&u32::try_from(json.len()).unwrap_or(u32::MAX).to_le_bytes());
    out.extend_from_slice(MARK);
    Ok(())
}

fn guard(bytes: &[u8]) -> (Vec<u64>, Vec<u8>) {
    let mut parity = vec![0; BLOCK];
    let mut sums = Vec::new();
    for block in bytes.chunks(BLOCK) {
        sums.push(sum(block));
        mix(&mut parity, block);
    }
    (sums, parity)
}

fn sum(block: &[u8]) -> u64 {
    let hash = Hash::of(block).0;
    hash.iter()
        .take(8)
        .fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}

fn mix(into: &mut [u8], block: &[u8]) {
    into.iter_mut().zip(block).for_each(|(a, b)| *a ^= b);
}

/// The index and parity block at the end of a sealed file, if every byte of that part is as it was written.
/// `before` is how much of the file is not in `bytes`.
pub(super) fn index(bytes: &[u8], before: usize) -> Option<(Index, &[u8])> {
    let rest = bytes.strip_suffix(MARK)?;
    let (rest, len) = rest.split_last_chunk::<4>()?;
    let (rest, proof) = rest.split_last_chunk::<32>()?;
    let len = u32::from_le_bytes(*len) as usize;
    let (front, inner) = rest.split_at_checked(rest.len().checked_sub(len + BLOCK)?)?;
    if Hash::of(inner).0 != *proof {
        return None;
    }
    let (json, parity) = inner.split_at_checked(len)?;
    let index: Index = serde_json::from_slice(json).ok()?;
    let (front, size) = front.split_last_chunk::<4>()?;
    let (front, magic) = front.split_last_chunk::<4>()?;
    let whole = u32::from_le_bytes(*size) as usize == len + BLOCK + TAIL
        && u32::from_le_bytes(*magic) == SKIPPABLE;
    (whole && before + front.len() == index.packed).then_some((index, parity))
}

/// What came out of a sealed file.
#[derive(Debug, Default)]
pub(super) struct Unpacked {
    /// The plain lines that could be had.
    pub bytes: Vec<u8>,
    /// What was wrong: byte in the file, first batch concerned, kind.
    pub wrong: Vec<(u64, Option<Seq>, What)>,
}

/// Unpacks all frames (or those `wanted`), putting one damaged block right.
pub(super) fn unpack(bytes: &[u8], wanted: impl Fn(&Frame) -> bool) -> Unpacked {
    let Some((index, parity)) = index(bytes, 0) else {
        return Unpacked {
            bytes: salvage(bytes),
            wrong: vec![(0, None, What::Index)],
        };
    };
    let mut out = Unpacked::default();
    let packed = bytes.get(..index.packed).unwrap_or(bytes);
    let damaged = damaged_blocks(packed, &index);
    let mended = match damaged.as_slice() {
        [] => None,
        [one] => mend(packed, &index, parity, *one),
        _ => None,
    };
    for at in &damaged {
        let what = if mended.is_some() {
            What::Mended
        } else {
            What::Packed
        };
        let at = at * BLOCK;
        let seq = index
            .frames
            .iter()
            .find(|frame| frame.at + frame.len > at)
            .map(|frame| frame.first);
        out.wrong.push((at as u64, seq, what));
    }
    let packed = mended.as_deref().unwrap_or(packed);
    for frame in index.frames.iter().filter(|frame| wanted(frame)) {
        let part = packed
            .get(frame.at..frame.at + frame.len)
            .unwrap_or_default();
        match zstd::bulk::decompress(part, frame.plain) {
            Ok(plain) => out.bytes.extend(plain),
            Err(_) => {
                out.bytes.extend(salvage(part));
                if out.bytes.last().is_some_and(|byte| *byte != b'\n') {
                    out.bytes.push(b'\n');
                }
            }
        }
    }
    out
}

fn damaged_blocks(packed: &[u8], index: &Index) -> Vec<usize> {
    let blocks = packed.chunks(BLOCK).zip(&index.blocks).enumerate();
    blocks
        .filter(|(_, (block, want))| sum(block) != **want)
        .map(|(at, _)| at)
        .collect()
}

fn mend(packed: &[u8], index: &Index, parity: &[u8], damaged: usize) -> Option<Vec<u8>> {
    let mut block = parity.to_vec();
    for (at, other) in packed.chunks(BLOCK).enumerate() {
        if at != damaged {
            mix(&mut block, other);
        }
    }
    let mut whole = packed.to_vec();
    let place = whole.chunks_mut(BLOCK).nth(damaged)?;
    place
        .iter_mut()
        .zip(&block)
        .for_each(|(into, byte)| *into = *byte);
    (Some(&sum(place)) == index.blocks.get(damaged)).then_some(whole)
}

/// What can be unpacked from the start without an index.
fn salvage(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let Ok(mut reader) = zstd::stream::read::Decoder::new(bytes) else {
        return out;
    };
    let mut buffer = [0u8; 1024];
    while let Ok(count @ 1..) = reader.read(&mut buffer) {
        out.extend_from_slice(buffer.get(..count).unwrap_or_default());
    }
    out
}
