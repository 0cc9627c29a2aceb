//! Mails of the person's own on their way in: a file, all of a folder, or what a Maildir has got. It must not know
//! what they say.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::attachment::{LARGEST, name, path, read, why};
use super::link::Sink;
use super::saving::at_home;
use crate::domain::bytes::Bytes;
use crate::domain::query::{Answer, Gathered};
use crate::domain::reason;

/// Files read at once, and the bytes of all of them.
const MOST: usize = 1_000;
const TOGETHER: u64 = 200 * 1024 * 1024;

/// Reads mails while the session goes on; `sink` hears the answer to question `number`. Who has no
/// folder here has no files here either.
pub(super) fn gather_aside(folder: Option<PathBuf>, typed: String, number: u64, sink: &Sink) {
    at_home(folder, number, sink, move |_| match gather(&path(&typed)) {
        Ok(files) => Answer::Gathered(files),
        Err(why) => Answer::Failed(why),
    });
}

/// The files that a path names: of a folder all in it, of a Maildir those in `new` and `cur`; hidden
/// ones and folders in it are left out.
///
/// # Errors
/// When a folder can't be read.
pub fn mail_files(path: &Path) -> io::Result<Vec<PathBuf>> {
    let maildir = ["new", "cur"].map(|name| path.join(name));
    let mut all = Vec::new();
    if maildir.iter().all(|it| it.is_dir()) {
        maildir
            .iter()
            .try_for_each(|folder| list(folder, &mut all))?;
    } else if path.is_dir() {
        list(path, &mut all)?;
    } else {
        all.push(path.to_owned());
    }
    Ok(all)
}

fn list(folder: &Path, all: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !name.starts_with('.') && path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    all.append(&mut found);
    Ok(())
}

fn gather(path: &Path) -> Result<Vec<Gathered>, String> {
    let single = !path.is_dir();
    let files = mail_files(path).map_err(|error| why(&error))?;
    if files.len() > MOST {
        return Err(reason::TOO_MUCH.to_owned());
    }
    let mut left = TOGETHER;
    let mut all = Vec::with_capacity(files.len());
    for file in files {
        let (content, wrong) = match read(&file, LARGEST) {
            Ok(bytes) => (bytes, String::new()),
            // One file that is named is all that was meant.
            Err(error) if single => return Err(why(&error)),
            Err(error) => (Vec::new(), why(&error)),
        };
        let size = content.len() as u64;
        left = left.checked_sub(size).ok_or(reason::TOO_MUCH)?;
        all.push(Gathered {
            name: name(&file),
            content: Bytes(content),
            wrong,
        });
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(path: &Path) -> Vec<String> {
        let files = gather(path).unwrap().into_iter();
        files.map(|file| file.name).collect()
    }

    #[test]
    fn a_folder_gives_its_files_a_maildir_what_it_has_got_and_a_file_itself() {
        let home = tempfile::tempdir().unwrap();
        let put = |place: &str| {
            let place = home.path().join(place);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(place, "x").unwrap();
        };
        for place in [
            "post/b.eml",
            "post/a.ics",
            "post/.skjult",
            "post/under/c.eml",
        ] {
            put(place);
        }
        for place in ["Maildir/new/1", "Maildir/cur/2", "Maildir/tmp/3"] {
            put(place);
        }
        assert_eq!(names(&home.path().join("post")), ["a.ics", "b.eml"]);
        assert_eq!(names(&home.path().join("Maildir")), ["1", "2"]);
        assert_eq!(names(&home.path().join("post/b.eml")), ["b.eml"]);
        let nothing = gather(&home.path().join("nowhere"));
        assert_eq!(nothing.unwrap_err(), reason::NO_FILE);
    }

    #[test]
    fn more_than_can_be_held_is_said() {
        let home = tempfile::tempdir().unwrap();
        for number in 0..=MOST {
            fs::write(home.path().join(format!("{number}.eml")), "x").unwrap();
        }
        assert_eq!(gather(home.path()).unwrap_err(), reason::TOO_MUCH);
    }
}
