//! The data folder: made whole or not at all, held by one process, with a socket whose path is never too long.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use super::link::Error;
use super::lock::Lock;
use crate::domain::batch::Hash;

const LOCK: &str = "hub.lock";
/// What writing a portal keeps of the documents; derived, and nothing of it outlives an erasure.
pub const PORTAL: &str = "portal.json";
/// Longest path of a Unix socket.
const LONGEST: usize = 106;

/// A file of the folder's own to write anew, for this account only.
pub fn private(path: &Path) -> io::Result<File> {
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)
}

/// Makes a data folder with what is inside it, atomically: killed at any moment, the next start works. One that is
/// there already stays as it is.
pub fn create_folder(folder: &Path) -> Result<(), Error> {
    if folder.exists() {
        return Ok(());
    }
    let wrong = |error: io::Error| Error::folder(folder, &error);
    let parent = match folder.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(parent)
        .map_err(wrong)?;
    let name = folder
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let fresh = parent.join(format!(".{name}.new-{}", std::process::id()));
    if fresh.exists() {
        fs::remove_dir_all(&fresh).map_err(wrong)?;
    }
    DirBuilder::new()
        .mode(0o700)
        .create(&fresh)
        .map_err(wrong)?;
    for part in ["journal", "pending", "files"] {
        DirBuilder::new()
            .mode(0o700)
            .create(fresh.join(part))
            .map_err(wrong)?;
    }
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(fresh.join(LOCK))
        .map_err(wrong)?;
    File::open(&fresh)
        .and_then(|file| file.sync_all())
        .map_err(wrong)?;
    match fs::rename(&fresh, folder) {
        Ok(()) => {}
        // Another process was faster: its folder counts.
        Err(_) if folder.exists() => fs::remove_dir_all(&fresh).map_err(wrong)?,
        Err(error) => return Err(wrong(error)),
    }
    File::open(parent)
        .and_then(|file| file.sync_all())
        .map_err(wrong)
}

/// Takes the folder; `None` when another process holds it.
pub fn hold(folder: &Path) -> Result<Option<Lock>, Error> {
    let path = folder.join(LOCK);
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(&path)
        .and_then(Lock::of)
        .map_err(|error| Error::folder(&path, &error))
}

/// Waits, as long as it takes, until nobody holds the folder.
pub fn await_free(folder: &Path) -> io::Result<()> {
    let file = OpenOptions::new().write(true).open(folder.join(LOCK))?;
    Lock::in_turn(file).map(drop)
}

/// Where the socket is: in the folder, or elsewhere under a short name when that path would be too long.
pub fn socket_path(folder: &Path) -> PathBuf {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let path = folder.join("hub.sock");
    if path.as_os_str().len() <= LONGEST {
        return path;
    }
    let hash = Hash::of(folder.as_os_str().as_encoded_bytes()).to_string();
    let name: String = hash.chars().take(24).collect();
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    let base = runtime.filter(|path| path.is_absolute() && path.as_os_str().len() < 60);
    base.unwrap_or_else(|| PathBuf::from("/tmp"))
        .join(format!("referent-{name}.sock"))
}
