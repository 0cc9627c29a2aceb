//! The few file operations the journal makes, behind a trait so that tests can fail each of them in turn.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use super::error::Error;

/// What the journal asks of a disk. Each method is one system call, more or less.
pub trait Disk: Send + Sync {
    /// Opens a new file for appending, mode 0600; fails if it exists.
    fn create(&self, path: &Path) -> io::Result<File> {
        OpenOptions::new()
            .append(true)
            .create_new(true)
            .mode(0o600)
            .open(path)
    }
    /// Opens an existing file for appending.
    fn reopen(&self, path: &Path) -> io::Result<File> {
        OpenOptions::new().append(true).open(path)
    }
    /// One `write`; returns how many bytes were taken.
    fn write(&self, mut file: &File, bytes: &[u8]) -> io::Result<usize> {
        file.write(bytes)
    }
    /// `fdatasync`.
    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_data()
    }
    /// Makes new and renamed names in a folder durable.
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }
    /// Gives a file a name, over what had it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        std::fs::rename(from, to)
    }
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_file(path)
    }
    /// Cuts a file.
    fn truncate(&self, file: &File, len: u64) -> io::Result<()> {
        file.set_len(len)
    }
    /// Gives a file real blocks.
    fn allocate(&self, file: &File, len: u64) -> io::Result<()> {
        match rustix::fs::fallocate(file, rustix::fs::FallocateFlags::empty(), 0, len) {
            Ok(()) => Ok(()),
            Err(rustix::io::Errno::OPNOTSUPP) => fill(self, file, len),
            Err(errno) => Err(errno.into()),
        }
    }
}

fn fill<D: Disk + ?Sized>(disk: &D, file: &File, len: u64) -> io::Result<()> {
    let zeros = [0u8; 4096];
    for _ in 0..len / 4096 {
        disk.write(file, &zeros)?;
    }
    Ok(())
}

/// The operating system's files.
#[derive(Clone, Copy, Debug, Default)]
pub struct Os;

impl Disk for Os {}

/// Writes all of it, in as many calls as it takes; for files that are renamed into place when whole.
pub(super) fn write_all(disk: &dyn Disk, file: &File, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match disk.write(file, bytes)? {
            0 => return Err(io::ErrorKind::WriteZero.into()),
            taken => bytes = bytes.get(taken..).unwrap_or_default(),
        }
    }
    Ok(())
}

/// Replaces or creates a file whole: a new file beside it, synced, renamed over it, the folder synced.
pub(super) fn put(disk: &dyn Disk, folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Error> {
    let (fresh, path) = (folder.join(format!("{name}.new")), folder.join(name));
    if fresh.exists() {
        disk.remove(&fresh)
            .map_err(|e| Error::file("remove", &fresh, e))?;
    }
    let file = disk
        .create(&fresh)
        .map_err(|e| Error::file("create", &fresh, e))?;
    let done = write_all(disk, &file, bytes)
        .and_then(|()| disk.sync(&file))
        .and_then(|()| disk.rename(&fresh, &path));
    if let Err(error) = done {
        let _ = disk.remove(&fresh);
        return Err(Error::file("write", &path, error));
    }
    disk.sync_folder(folder)
        .map_err(|e| Error::file("sync", folder, e))
}

/// Creates the folder and what leads to it, mode 0700.
pub(super) fn make_folder(path: &Path) -> Result<(), Error> {
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
        .map_err(|e| Error::file("create", path, e))
}

/// Whether an error means there is no room.
pub(super) fn is_full(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded
    )
}

/// Refuses a folder on a network file system. Of a path that does not exist yet, its nearest parent counts.
pub fn local_file_system(path: &Path) -> Result<(), Error> {
    let path = std::path::absolute(path).map_err(|e| Error::file("find", path, e))?;
    let there = path.ancestors().find(|path| path.exists()).unwrap_or(&path);
    let stat = rustix::fs::statfs(there).map_err(|e| Error::file("look at", there, e.into()))?;
    let kind = match stat.f_type as u64 & 0xffff_ffff {
        0x6969 => "NFS".to_owned(),
        0x517b => "SMB".to_owned(),
        0xff53_4d42 => "CIFS".to_owned(),
        0xfe53_4d42 => "SMB2".to_owned(),
        0x5346_414f | 0x6b41_4653 => "AFS".to_owned(),
        0x7375_7245 => "Coda".to_owned(),
        0x00c3_6400 => "Ceph".to_owned(),
        0x6573_5546 => match remote_fuse(there) {
            Some(kind) => kind,
            None => return Ok(()),
        },
        _ => return Ok(()),
    };
    Err(Error::Network { path, kind })
}

/// The name of the FUSE file system a path is on, if it is one that reaches over a network.
fn remote_fuse(path: &Path) -> Option<String> {
    let mounts = std::fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let (_, kind) = mounts
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ').skip(1);
            Some((words.next()?.replace("\\040", " "), words.next()?))
        })
        .filter(|(mount, _)| path.starts_with(mount))
        .max_by_key(|(mount, _)| mount.len())?;
    [
        "sshfs",
        "rclone",
        "s3fs",
        "davfs",
        "gvfsd",
        "gluster",
        "curlftpfs",
    ]
    .iter()
    .any(|name| kind.contains(name))
    .then(|| kind.to_owned())
}
