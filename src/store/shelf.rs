//! sled behind checks: every value carries a checksum, values are cut to 8 KB, each table and document has a count
//! and a digest, and a panic of sled becomes an error. Knows keys only as bytes.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use super::{Error, keys};

/// Bytes of a value in one piece; larger ones go to files of their own in sled, which a power cut can break.
const PIECE: usize = 8 * 1024 - 64;
/// How long the disk may take; what it has not taken by then is asked for again at the next quiet time.
const FLUSH_LIMIT: Duration = Duration::from_secs(5);
const CACHE: u64 = 16 * 1024 * 1024;

thread_local! {
    static SHIELDED: Cell<bool> = const { Cell::new(false) };
}

/// Whether a panic on this thread is one of the database's and is caught: a panic hook should say nothing.
pub fn shielded() -> bool {
    SHIELDED.get()
        || std::thread::current()
            .name()
            .is_some_and(|name| name.starts_with("sled"))
}

/// From now on the panic hook there is says nothing of panics that are caught here.
pub fn hush() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !shielded() {
            before(panic);
        }
    }));
}

/// Runs something that may panic inside sled.
pub fn shield<T>(run: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    let before = SHIELDED.replace(true);
    let done = catch_unwind(AssertUnwindSafe(run));
    SHIELDED.set(before);
    done.unwrap_or_else(|cause| {
        let text = cause
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| cause.downcast_ref::<&str>().copied());
        let line = text
            .and_then(|text| text.lines().next())
            .unwrap_or("it broke off");
        Err(Error::Damaged(line.chars().take(160).collect()))
    })
}

fn fault(error: sled::Error) -> Error {
    match error {
        sled::Error::Io(error) if error.kind() == std::io::ErrorKind::StorageFull => {
            Error::Disk(error.to_string())
        }
        other => Error::Damaged(other.to_string()),
    }
}

fn damaged(what: &str) -> Error {
    Error::Damaged(what.to_owned())
}

/// A key with its value.
pub type Pair = (Vec<u8>, Vec<u8>);

/// How many values a group has, and all their sums combined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    count: u64,
    digest: u128,
}

impl Tally {
    fn of(pairs: &[Pair]) -> Self {
        Self {
            count: pairs.len() as u64,
            digest: digest(pairs.iter().map(|(key, value)| (key, value))),
        }
    }

    fn bytes(self) -> Vec<u8> {
        [&self.count.to_be_bytes()[..], &self.digest.to_be_bytes()].concat()
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let (count, digest) = bytes.split_first_chunk::<8>()?;
        let count = u64::from_be_bytes(*count);
        Some(Self {
            count,
            digest: u128::from_be_bytes(digest.try_into().ok()?),
        })
    }
}

/// The sums of some values combined, in whatever order they come.
pub fn digest<B: AsRef<[u8]>>(pairs: impl Iterator<Item = (B, B)>) -> u128 {
    pairs.fold(0, |digest, (key, value)| {
        digest ^ sum(key.as_ref(), value.as_ref())
    })
}

fn sum(key: &[u8], value: &[u8]) -> u128 {
    let mut hasher = blake3::Hasher::new();
    hasher
        .update(&(key.len() as u64).to_be_bytes())
        .update(key)
        .update(value);
    let hash = *hasher.finalize().as_bytes();
    hash.first_chunk::<16>()
        .map_or(0, |bytes| u128::from_be_bytes(*bytes))
}

/// Values to be written together: `None` removes.
#[derive(Default)]
pub struct Writes(BTreeMap<Vec<u8>, Option<Vec<u8>>>);

impl Writes {
    pub fn put(&mut self, key: Vec<u8>, value: Vec<u8>) {
        self.0.insert(key, Some(value));
    }

    pub fn remove(&mut self, key: Vec<u8>) {
        self.0.insert(key, None);
    }

    pub fn set(&mut self, key: Vec<u8>, value: Option<Vec<u8>>) {
        self.0.insert(key, value);
    }

    /// What will stand at a key, if these writes say.
    pub fn pending(&self, key: &[u8]) -> Option<Option<&Vec<u8>>> {
        self.0.get(key).map(Option::as_ref)
    }
}

/// The one tree.
#[derive(Clone)]
pub struct Shelf {
    db: sled::Db,
}

impl Shelf {
    pub fn open(path: &Path) -> Result<Self, Error> {
        shield(|| {
            let db = sled::Config::new()
                .path(path)
                .flush_every_ms(None)
                .cache_capacity(CACHE)
                .mode(sled::Mode::LowSpace)
                .open()
                .map_err(fault)?;
            Ok(Self { db })
        })
    }

    /// A value, if it is there and whole.
    pub fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Error> {
        shield(|| self.assemble(key))
    }

    fn assemble(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Error> {
        let Some(raw) = self.db.get(piece(key, 0)).map_err(fault)? else {
            return Ok(None);
        };
        let (mut value, pieces) = open_piece(&piece(key, 0), &raw)?;
        for n in 1..pieces {
            let key = piece(key, n);
            let raw = self.db.get(&key).map_err(fault)?;
            let raw = raw.ok_or_else(|| damaged("part of a value is missing"))?;
            value.extend(open_piece(&key, &raw)?.0);
        }
        Ok(Some(value))
    }

    /// All values under a prefix, in order.
    pub fn scan(&self, prefix: &[u8]) -> Result<Vec<Pair>, Error> {
        self.collect(self.db.scan_prefix(prefix), usize::MAX)
    }

    /// Values from `from` to before `to`, backwards when asked, at most `limit`.
    pub fn range(
        &self,
        from: &[u8],
        to: &[u8],
        back: bool,
        limit: usize,
    ) -> Result<Vec<Pair>, Error> {
        let range = from.to_vec()..to.to_vec();
        if back {
            let mut pairs = Vec::new();
            shield(|| {
                for row in self.db.range(range).rev().take(limit) {
                    let (key, raw) = row.map_err(fault)?;
                    let (value, _) = open_piece(&key, &raw)?;
                    pairs.push((bare(&key), value));
                }
                Ok(())
            })?;
            return Ok(pairs);
        }
        self.collect(self.db.range(range), limit)
    }

    fn collect(&self, rows: sled::Iter, limit: usize) -> Result<Vec<Pair>, Error> {
        shield(|| {
            let mut pairs: Vec<Pair> = Vec::new();
            let mut left = 0;
            for row in rows {
                let (key, raw) = row.map_err(fault)?;
                let (value, pieces) = open_piece(&key, &raw)?;
                if left == 0 {
                    if pairs.len() == limit {
                        break;
                    }
                    pairs.push((bare(&key), value));
                    left = pieces.saturating_sub(1);
                } else if let Some((first, whole)) = pairs.last_mut()
                    && *first == bare(&key)
                {
                    whole.extend(value);
                    left -= 1;
                }
            }
            Ok(pairs)
        })
    }

    /// All values of a table or of a document, with nothing missing and nothing changed.
    pub fn whole(&self, group: &[u8]) -> Result<Vec<Pair>, Error> {
        let pairs = self.scan(group)?;
        if Tally::of(&pairs) != self.tally(group)? {
            return Err(damaged("records are missing"));
        }
        Ok(pairs)
    }

    fn tally(&self, group: &[u8]) -> Result<Tally, Error> {
        match self.get(&tally_key(group))? {
            None => Ok(Tally::default()),
            Some(bytes) => Tally::read(&bytes).ok_or_else(|| damaged("a count is damaged")),
        }
    }

    /// The keys of the groups below one, each with the digest of its values.
    pub fn digests(&self, below: &[u8]) -> Result<Vec<(Vec<u8>, u128)>, Error> {
        let mut digests = Vec::new();
        for (key, value) in self.scan(&tally_key(below))? {
            let tally = Tally::read(&value).ok_or_else(|| damaged("a count is damaged"))?;
            let group = key.get(1..).unwrap_or_default().to_vec();
            digests.push((group, tally.digest));
        }
        Ok(digests)
    }

    /// Writes everything or nothing.
    pub fn commit(&self, writes: Writes) -> Result<(), Error> {
        shield(|| {
            let mut batch = sled::Batch::default();
            let mut tallies: BTreeMap<Vec<u8>, Tally> = BTreeMap::new();
            for (key, value) in writes.0 {
                let old = self.assemble(&key)?;
                if old == value {
                    continue;
                }
                let group = keys::group(&key).to_vec();
                if key.first() != Some(&keys::STATE) {
                    let tally = match tallies.entry(group) {
                        std::collections::btree_map::Entry::Occupied(there) => there.into_mut(),
                        std::collections::btree_map::Entry::Vacant(place) => {
                            let tally = self.tally(place.key())?;
                            place.insert(tally)
                        }
                    };
                    if let Some(old) = &old {
                        tally.count = tally.count.wrapping_sub(1);
                        tally.digest ^= sum(&key, old);
                    }
                    if let Some(new) = &value {
                        tally.count = tally.count.wrapping_add(1);
                        tally.digest ^= sum(&key, new);
                    }
                }
                cut(&mut batch, &key, old.as_deref(), value.as_deref());
            }
            for (group, tally) in tallies {
                cut(&mut batch, &tally_key(&group), None, Some(&tally.bytes()));
            }
            self.db.apply_batch(batch).map_err(fault)
        })
    }

    /// Gives everything written to the operating system. On a thread of its own: when a write of its fails, sled may
    /// wait for it for ever.
    pub fn flush(&self) -> Result<(), Error> {
        let (sender, done) = mpsc::channel();
        let db = self.db.clone();
        let work = move || {
            let flushed = shield(|| db.flush().map(|_| ()).map_err(fault));
            drop(db);
            let _ = sender.send(flushed);
        };
        let thread = std::thread::Builder::new().name("sled-flush".into());
        thread
            .spawn(work)
            .map_err(|error| Error::Disk(error.to_string()))?;
        done.recv_timeout(FLUSH_LIMIT)
            .unwrap_or_else(|_| Err(Error::Disk("the disk does not answer".into())))
    }

    /// Reads every value and every count; how many values there are.
    pub fn verify(&self) -> Result<u64, Error> {
        let mut seen: BTreeMap<Vec<u8>, Tally> = BTreeMap::new();
        let mut kept: BTreeMap<Vec<u8>, Tally> = BTreeMap::new();
        for (key, value) in self.scan(&[])? {
            match key.split_first() {
                Some((&keys::TALLY, group)) => {
                    let tally = Tally::read(&value).ok_or_else(|| damaged("a count is damaged"))?;
                    kept.insert(group.to_vec(), tally);
                }
                Some((&keys::STATE, _)) | None => {}
                Some(_) => {
                    let tally = seen.entry(keys::group(&key).to_vec()).or_default();
                    tally.count += 1;
                    tally.digest ^= sum(&key, &value);
                }
            }
        }
        kept.retain(|_, tally| tally.count > 0);
        if seen != kept {
            return Err(damaged("records are missing"));
        }
        Ok(seen.values().map(|tally| tally.count).sum())
    }
}

fn tally_key(group: &[u8]) -> Vec<u8> {
    [&[keys::TALLY], group].concat()
}

fn piece(key: &[u8], n: u16) -> Vec<u8> {
    [key, &n.to_be_bytes()].concat()
}

fn bare(key: &[u8]) -> Vec<u8> {
    key.get(..key.len().saturating_sub(2))
        .unwrap_or_default()
        .to_vec()
}

fn pieces(length: usize) -> u16 {
    u16::try_from(length.div_ceil(PIECE).max(1)).unwrap_or(u16::MAX)
}

/// Adds the writes that put `value` where `old` stood.
fn cut(batch: &mut sled::Batch, key: &[u8], old: Option<&[u8]>, value: Option<&[u8]>) {
    let count = value.map_or(0, |value| pieces(value.len()));
    if let Some(value) = value {
        for n in 0..count {
            let from = usize::from(n) * PIECE;
            let part = value
                .get(from..value.len().min(from + PIECE))
                .unwrap_or_default();
            let key = piece(key, n);
            let inner = [&count.to_be_bytes()[..], part].concat();
            let check = sum(&key, &inner).to_be_bytes();
            let raw = [check.get(..8).unwrap_or_default(), &inner].concat();
            batch.insert(key, raw);
        }
    }
    for n in count..old.map_or(0, |old| pieces(old.len())) {
        batch.remove(piece(key, n));
    }
}

/// The content of a stored piece, and how many pieces its value has.
fn open_piece(key: &[u8], raw: &[u8]) -> Result<(Vec<u8>, u16), Error> {
    let wrong = || damaged("a checksum differs");
    let (check, inner) = raw.split_at_checked(8).ok_or_else(wrong)?;
    if sum(key, inner).to_be_bytes().get(..8) != Some(check) {
        return Err(wrong());
    }
    let (count, value) = inner.split_first_chunk::<2>().ok_or_else(wrong)?;
    Ok((value.to_vec(), u16::from_be_bytes(*count)))
}
