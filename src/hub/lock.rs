//! A file that one process holds. Letting go is said, not left to the last close: a process that is just being started
//! has a copy of every open file, and would hold it on for as long as it takes to begin.

use std::fs::{File, TryLockError};
use std::io;
use std::ops::{Deref, DerefMut};

/// A locked file, open to nobody else until this is dropped.
pub struct Lock(File);

impl Lock {
    /// Locks a file; `None` when it is held by another.
    pub fn of(file: File) -> io::Result<Option<Self>> {
        match file.try_lock() {
            Ok(()) => Ok(Some(Self(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// Locks a file, however long that takes.
    pub fn in_turn(file: File) -> io::Result<Self> {
        file.lock()?;
        Ok(Self(file))
    }
}

impl Deref for Lock {
    type Target = File;

    fn deref(&self) -> &File {
        &self.0
    }
}

impl DerefMut for Lock {
    fn deref_mut(&mut self) -> &mut File {
        &mut self.0
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_free_at_once_though_a_copy_of_it_is_still_open() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("lock");
        let open = || File::create(&path).unwrap();
        let held = Lock::of(open()).unwrap().unwrap();
        let copy = held.try_clone().unwrap();
        assert!(Lock::of(open()).unwrap().is_none(), "it is held");
        drop(held);
        assert!(Lock::of(open()).unwrap().is_some());
        drop(copy);
    }
}
