//! Several files made here, on their way into a folder of the person's own: all of them, or none. It must not
//! know what they are for.

use std::fs::{self, DirBuilder};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use super::attachment::{path, why};
use super::link::Sink;
use super::saving::{answer, at_home, write};
use crate::domain::clean::clean_line;
use crate::domain::query::Bundle;
use crate::domain::reason;

/// Names that are tried for a folder.
const TRIES: usize = 99;

/// Writes files while the session goes on; `sink` hears the answer to question `number`. Who has no
/// folder here has no files here either.
pub(super) fn save_aside(own: Option<PathBuf>, bundle: Bundle, number: u64, sink: &Sink) {
    at_home(own, number, sink, move |_| answer(save(&bundle)));
}

/// A file's own name, which leads nowhere else.
fn name(typed: &str) -> PathBuf {
    let name = clean_line(typed);
    Path::new(&name)
        .file_name()
        .unwrap_or("mail".as_ref())
        .into()
}

/// The folder, or the first beside it ("-2") in which none of the files would meet another.
fn free(bundle: &Bundle) -> Result<PathBuf, String> {
    let wanted = path(&bundle.to);
    let last = wanted.file_name().ok_or(reason::NO_FILE)?;
    let last = last.to_string_lossy().into_owned();
    let holds = |folder: &Path| {
        let mut names = bundle.files.iter().map(|(typed, _)| name(typed));
        fs::symlink_metadata(folder).is_ok() && !folder.is_dir()
            || names.any(|name| fs::symlink_metadata(folder.join(name)).is_ok())
    };
    let mut all = (1..=TRIES).map(|number| match number {
        1 => wanted.clone(),
        _ => wanted.with_file_name(format!("{last}-{number}")),
    });
    all.find(|folder| !holds(folder))
        .ok_or_else(|| reason::TAKEN.to_owned())
}

/// The files in their folder. What was written is taken back when one of them can't be.
fn save(bundle: &Bundle) -> Result<PathBuf, String> {
    let folder = free(bundle)?;
    let new = !folder.exists();
    let mut making = DirBuilder::new();
    making.recursive(true).mode(0o700);
    making.create(&folder).map_err(|error| why(&error))?;
    let mut written: Vec<PathBuf> = Vec::new();
    for (typed, bytes) in &bundle.files {
        let place = folder.join(name(typed));
        if let Err(error) = write(&place, &bytes.0) {
            for place in &written {
                let _ = fs::remove_file(place);
            }
            if new {
                let _ = fs::remove_dir(&folder);
            }
            return Err(error);
        }
        written.push(place);
    }
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::domain::bytes::Bytes;

    fn bundle(to: &Path, names: &[&str]) -> Bundle {
        let files = names.iter().map(|name| {
            let bytes = Bytes(name.as_bytes().to_vec());
            ((*name).to_owned(), bytes)
        });
        Bundle {
            to: to.to_string_lossy().into_owned(),
            files: files.collect(),
        }
    }

    fn listed(folder: &Path) -> Vec<String> {
        let rows = fs::read_dir(folder).unwrap();
        let mut all: Vec<String> = rows
            .map(|row| row.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        all.sort();
        all
    }

    #[test]
    fn nothing_is_overwritten_and_only_the_owner_reads_it() {
        let home = tempfile::tempdir().unwrap();
        let to = home.path().join("mails/nims");
        let first = save(&bundle(&to, &["a.eml", "b.eml"])).unwrap();
        assert_eq!(first, to);
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&to), mode(&to.join("a.eml"))), (0o700, 0o600));
        let other = save(&bundle(&to, &["c.eml"])).unwrap();
        assert_eq!(other, to, "no name meets another");
        let again = save(&bundle(&to, &["b.eml"])).unwrap();
        assert_eq!(again, home.path().join("mails/nims-2"));
        assert_eq!(listed(&to), ["a.eml", "b.eml", "c.eml"]);
    }

    #[test]
    fn a_name_leads_nowhere_else_and_a_file_is_no_folder() {
        let home = tempfile::tempdir().unwrap();
        let to = home.path().join("nims");
        save(&bundle(&to, &["../../ud.eml"])).unwrap();
        assert_eq!(listed(&to), ["ud.eml"]);
        let file = home.path().join("fil");
        fs::write(&file, "min").unwrap();
        let beside = save(&bundle(&file, &["a.eml"])).unwrap();
        assert_eq!(beside, home.path().join("fil-2"));
        assert_eq!(fs::read_to_string(&file).unwrap(), "min");
    }

    #[test]
    fn all_of_them_are_written_or_none() {
        let home = tempfile::tempdir().unwrap();
        let to = home.path().join("nims");
        let why = save(&bundle(&to, &["a.eml", "b.eml", "a.eml"])).unwrap_err();
        assert_eq!(why, reason::TAKEN);
        assert!(!to.exists());
    }
}
