//! A data folder made for a command: it goes again when the command failed and nothing else came
//! into it. It must not know the commands.

use std::path::{Path, PathBuf};

use super::world;
use crate::{hub, journal};

/// The batches of a secretariat that was only founded: its language.
const FOUNDED: u64 = 1;

/// A folder that was no secretariat before.
pub struct Fresh {
    folder: PathBuf,
    /// An empty folder was there.
    there: bool,
}

impl Fresh {
    /// The folder, when it is no secretariat yet.
    pub fn of(folder: &Path) -> Option<Self> {
        (!world::is_secretariat(folder)).then(|| Self {
            folder: folder.to_owned(),
            there: folder.exists(),
        })
    }

    /// Removes it, unless something was written into it or another process holds it.
    pub fn discard(self) {
        let Ok(Some(lock)) = hub::hold(&self.folder) else {
            return;
        };
        let report = journal::verify(&self.folder.join("journal"));
        if !report.is_ok_and(|report| report.batches <= FOUNDED && report.torn.is_empty()) {
            return;
        }
        // Out of the way in one step: killed here, no half secretariat is left in its place.
        let name = format!(".discarded-{}", std::process::id());
        let aside = self.folder.with_file_name(name);
        if std::fs::rename(&self.folder, &aside).is_ok() {
            let _ = std::fs::remove_dir_all(&aside);
            if self.there {
                let _ = std::fs::create_dir(&self.folder);
            }
        }
        drop(lock);
    }
}
