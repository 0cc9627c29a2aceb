//! Files of pending work: what an attached session submitted and the hub has not yet said is durable. Written before
//! the echo, locked by the owner; one found unlocked is taken in by whoever finds it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::lock::Lock;
use crate::domain::batch::{SessionId, Submission};
use crate::domain::role::Role;

const FOLDER: &str = "pending";

#[derive(Serialize, Deserialize)]
struct Line<S> {
    user: String,
    #[serde(default)]
    role: Role,
    submission: S,
}

/// This session's own file; made at the first submission.
pub struct Pending {
    path: PathBuf,
    user: String,
    role: Role,
    file: Option<Lock>,
}

impl Pending {
    pub fn new(folder: &Path, session: SessionId, user: &str, role: Role) -> Self {
        Self {
            path: pending_folder(folder).join(format!("{session}.jsonl")),
            user: user.to_owned(),
            role,
            file: None,
        }
    }

    /// Goes on with what an earlier process of the session left.
    pub fn taken(left: Left) -> Self {
        Self {
            path: left.path,
            user: left.user,
            role: left.role,
            file: Some(left.file),
        }
    }

    /// Writes a submission; after this a kill loses it no more.
    pub fn add(&mut self, submission: &Submission) -> io::Result<()> {
        let line = Line {
            user: self.user.clone(),
            role: self.role,
            submission,
        };
        let mut bytes = serde_json::to_vec(&line)?;
        bytes.push(b'\n');
        let mut file: &File = match &self.file {
            Some(file) => file,
            None => {
                let file = create(&self.path)?;
                self.file.insert(file)
            }
        };
        file.write_all(&bytes)
    }

    /// Everything in it is durable in the journal.
    pub fn empty(&mut self) {
        if let Some(file) = &self.file {
            let _ = file.set_len(0);
        }
    }

    /// The session ends with nothing pending.
    pub fn remove(&mut self) {
        if self.file.take().is_some() {
            let _ = fs::remove_file(&self.path);
        }
    }

    /// Lets go of the file: the next hub takes in what is in it.
    pub fn release(&mut self) {
        self.file = None;
    }
}

/// Where a data folder's files of this kind lie.
pub(super) fn pending_folder(folder: &Path) -> PathBuf {
    folder.join(FOLDER)
}

/// Makes that folder, where it is not there yet.
pub(super) fn make(folder: &Path) -> io::Result<()> {
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

/// Whether an open file is the one that is at this place now.
pub(super) fn is_at(file: &File, path: &Path) -> bool {
    let inode = |meta: io::Result<fs::Metadata>| meta.map(|meta| meta.ino()).ok();
    inode(fs::metadata(path)).is_some_and(|there| inode(file.metadata()) == Some(there))
}

fn create(path: &Path) -> io::Result<Lock> {
    if let Some(folder) = path.parent() {
        make(folder)?;
    }
    loop {
        let file = OpenOptions::new()
            .append(true)
            .create(true)
            .mode(0o600)
            .open(path)?;
        let file = Lock::in_turn(file)?;
        // The hub may have taken it for one left behind, before it was locked.
        if is_at(&file, path) {
            return Ok(file);
        }
    }
}

/// Work left behind by a session that is gone.
pub struct Left {
    /// Whose it was.
    pub user: String,
    /// What the user was allowed.
    pub role: Role,
    /// In the order they were made.
    pub submissions: Vec<Submission>,
    path: PathBuf,
    /// Lock until it is discarded.
    file: Lock,
}

impl Left {
    /// Removes the file: the journal has everything.
    pub fn discard(self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// The files nobody holds. A torn last line was never echoed and is left out.
pub fn orphans(folder: &Path) -> Vec<Left> {
    let Ok(entries) = fs::read_dir(pending_folder(folder)) else {
        return Vec::new();
    };
    let paths = entries.flatten().map(|entry| entry.path());
    paths
        .filter(|path| path.extension().is_some_and(|end| end == "jsonl"))
        .filter_map(left)
        .collect()
}

fn left(path: PathBuf) -> Option<Left> {
    let file = OpenOptions::new().read(true).append(true).open(&path);
    let mut file = Lock::of(file.ok()?).ok()??;
    let mut text = String::new();
    file.read_to_string(&mut text).ok()?;
    let (mut user, mut role) = (String::new(), Role::default());
    let mut submissions = Vec::new();
    for line in text
        .split_inclusive('\n')
        .filter_map(|line| line.strip_suffix('\n'))
    {
        if let Ok(line) = serde_json::from_str::<Line<Submission>>(line) {
            (user, role) = (line.user, line.role);
            submissions.push(line.submission);
        }
    }
    Some(Left {
        user,
        role,
        submissions,
        path,
        file,
    })
}
