//! Files that come from sessions on other machines (see `upload`): a piece at a time into a file of their own, which
//! gets its name once it is whole, is what its hash says, and is on disk. What is not goes with its session, or with
//! the next start.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::attachment::{FILES, LARGEST, Part};
use super::core::{Hub, Request};
use super::event::Event;
use super::rights::{Deed, may};
use super::wire::Parcel;
use crate::domain::batch::{Hash, SessionId};
use crate::domain::reason;
use crate::domain::role::DENIED;

/// How the names of files begin that are not whole.
const PART: &str = ".part-";

/// A file that is coming.
pub struct Arrival {
    hash: Hash,
    size: u64,
    taken: u64,
    hasher: blake3::Hasher,
    part: Part,
}

impl Arrival {
    /// Begins one in a folder.
    pub fn begin(folder: &Path, hash: Hash, size: u64) -> io::Result<Self> {
        static PARTS: AtomicU64 = AtomicU64::new(1);
        let number = PARTS.fetch_add(1, Ordering::Relaxed);
        let name = format!("{PART}{}-{number}", std::process::id());
        Ok(Self {
            hash,
            size,
            taken: 0,
            hasher: blake3::Hasher::new(),
            part: Part::create(folder.join(name))?,
        })
    }

    /// Bytes taken in.
    pub fn taken(&self) -> u64 {
        self.taken
    }

    /// It is whole and what its hash says: it gets a name that nothing has yet.
    pub fn keep_new(self, place: &Path) -> Result<(), String> {
        if !self.is_true() {
            return Err(reason::FORGED.to_owned());
        }
        self.part.keep_new(place)
    }

    /// Takes in the next bytes.
    pub fn take(&mut self, at: u64, bytes: &[u8]) -> Result<(), String> {
        let taken = self.taken + bytes.len() as u64;
        if at != self.taken || taken > self.size || bytes.is_empty() {
            return Err(reason::FORGED.to_owned());
        }
        self.part.write(bytes).map_err(|error| error.to_string())?;
        self.hasher.update(bytes);
        self.taken = taken;
        Ok(())
    }

    /// Whether all of it came.
    pub fn is_whole(&self) -> bool {
        self.taken == self.size
    }

    fn is_true(&self) -> bool {
        self.hasher.finalize().as_bytes() == &self.hash.0
    }
}

/// Removes what an earlier hub did not get all of.
pub(super) fn clear(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder.join(FILES)) else {
        return;
    };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(PART) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

impl Hub {
    /// A session sends a file, if it may.
    pub(super) fn parcel(&mut self, id: SessionId, parcel: Parcel) {
        let Some(session) = self.sessions.get_mut(&id) else {
            return;
        };
        if !may(session.role, Deed::Annex) {
            return self.send_away(id, DENIED);
        }
        match parcel {
            Parcel::Offer { hash, size } => self.offered(id, hash, size),
            Parcel::Piece { at, bytes } => {
                let forged = || reason::FORGED.to_owned();
                let taken = match &mut session.arrival {
                    Some(arrival) => arrival.take(at, &bytes.0),
                    None => Err(forged()),
                };
                self.goes_on(id, taken);
            }
        }
    }

    fn offered(&mut self, id: SessionId, hash: Hash, size: u64) {
        if size > LARGEST {
            return self.send_away(id, reason::TOO_LARGE);
        }
        if self.place_of(hash).is_file() {
            return self.tell(id, Event::Has { hash, bytes: size });
        }
        let begun = Arrival::begin(&self.folder.join(FILES), hash, size);
        let begun = begun.map_err(|error| error.to_string()).map(|arrival| {
            if let Some(session) = self.sessions.get_mut(&id) {
                session.arrival = Some(arrival);
            }
        });
        self.goes_on(id, begun);
    }

    /// The session hears how far its file is; one that is whole gets its name beside this thread, as the disk may take
    /// its time.
    fn goes_on(&mut self, id: SessionId, taken: Result<(), String>) {
        if let Err(why) = taken {
            return self.send_away(id, &why);
        }
        let arrival = self.sessions.get_mut(&id).map(|it| &mut it.arrival);
        let Some(arrival) = arrival else { return };
        match arrival.take_if(|it| it.is_whole()) {
            Some(whole) if !whole.is_true() => self.send_away(id, reason::FORGED),
            Some(whole) => {
                let (hash, size) = (whole.hash, whole.size);
                let place = self.place_of(hash);
                self.errands.run(move || Request::Filed {
                    session: id,
                    hash,
                    size,
                    result: whole.part.keep(&place).map_err(|error| error.to_string()),
                });
            }
            None => {
                let so_far = arrival.as_ref().map(|it| (it.hash, it.taken));
                if let Some((hash, bytes)) = so_far {
                    self.tell(id, Event::Has { hash, bytes });
                }
            }
        }
    }

    /// A file that came is safe, or why not.
    pub(super) fn filed(
        &mut self,
        id: SessionId,
        hash: Hash,
        size: u64,
        result: Result<(), String>,
    ) {
        self.errands.done();
        match result {
            Ok(()) => self.tell(id, Event::Has { hash, bytes: size }),
            Err(why) => self.send_away(id, &why),
        }
    }

    fn place_of(&self, hash: Hash) -> PathBuf {
        self.folder.join(FILES).join(hash.to_string())
    }
}
