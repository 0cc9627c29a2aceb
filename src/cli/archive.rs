//! One file that holds a secretariat: a tar archive in zstd, of journal and files.
//!
//! Owns what goes in, in what order, and what is accepted coming out.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use crate::domain::batch::Hash;

/// How hard zstd tries.
const LEVEL: i32 = 6;

/// Files of the journal folder that are made anew by whoever opens it.
const DERIVED: &[&str] = &["mark", "reserve"];

/// A name in the archive and the hash of what it holds.
pub type Listed = (String, Hash);

/// Writes a data folder into an archive file.
pub fn pack(folder: &Path, archive: &Path) -> io::Result<Vec<Listed>> {
    let file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(archive)?;
    let mut packer = zstd::Encoder::new(BufWriter::new(file), LEVEL)?;
    packer.include_checksum(true)?;
    let mut builder = tar::Builder::new(packer);
    let mut listed = Vec::new();
    for part in ["files", "journal"] {
        for name in names(&folder.join(part))? {
            let mut bytes = fs::read(folder.join(part).join(&name))?;
            if part == "journal" && name.ends_with(".jsonl") {
                whole_lines(&mut bytes);
            }
            let name = format!("{part}/{name}");
            listed.push((name.clone(), Hash::of(&bytes)));
            let mut header = tar::Header::new_gnu();
            header.set_size(bytes.len() as u64);
            header.set_mode(0o600);
            header.set_cksum();
            builder.append_data(&mut header, &name, bytes.as_slice())?;
        }
    }
    let mut out = builder.into_inner()?.finish()?;
    out.flush()?;
    let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.sync_all()?;
    Ok(listed)
}

/// The files of a folder that belong in an archive, the one being written to first: what is
/// sealed meanwhile is then there once more, and never missing.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let derived = DERIVED.contains(&name.as_str()) || name.ends_with(".new");
        // What begins with a dot is being written, and has its name once it is whole.
        if !derived && !name.starts_with('.') && entry.file_type()?.is_file() {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// Cuts a line that is being written just now.
fn whole_lines(bytes: &mut Vec<u8>) {
    let end = bytes.iter().rposition(|byte| *byte == b'\n');
    bytes.truncate(end.map_or(0, |at| at + 1));
}

/// What an archive holds, read from the first byte to the last.
pub fn list(archive: &Path) -> io::Result<Vec<Listed>> {
    let mut listed = Vec::new();
    each(archive, |name, bytes| {
        listed.push((name.to_owned(), Hash::of(bytes)));
        Ok(())
    })?;
    Ok(listed)
}

/// Takes an archive out into a folder that is there and empty.
pub fn unpack(archive: &Path, folder: &Path) -> io::Result<usize> {
    for part in ["journal", "files", "pending"] {
        fs::DirBuilder::new()
            .mode(0o700)
            .create(folder.join(part))?;
    }
    let mut count = 0;
    each(archive, |name, bytes| {
        count += 1;
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(folder.join(name))?;
        file.write_all(bytes)?;
        file.sync_all()
    })?;
    for part in ["journal", "files"] {
        File::open(folder.join(part))?.sync_all()?;
    }
    Ok(count)
}

fn each(archive: &Path, mut take: impl FnMut(&str, &[u8]) -> io::Result<()>) -> io::Result<()> {
    let file = File::open(archive)?;
    let mut tar = tar::Archive::new(zstd::Decoder::new(BufReader::new(file))?);
    for entry in tar.entries()? {
        let mut entry = entry?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if entry.header().entry_type() != tar::EntryType::Regular || !is_ours(&name) {
            let what = format!("{name}: not part of a backup");
            return Err(io::Error::new(io::ErrorKind::InvalidData, what));
        }
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes)?;
        take(&name, &bytes)?;
    }
    // The checksum stands at the very end.
    io::copy(&mut tar.into_inner(), &mut io::sink()).map(|_| ())
}

/// Whether a name is one that [`pack`] writes: nothing in an archive may lead elsewhere.
fn is_ours(name: &str) -> bool {
    let Some((part, name)) = name.split_once('/') else {
        return false;
    };
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    matches!(part, "journal" | "files")
        && !name.is_empty()
        && !name.starts_with('.')
        && name.bytes().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_names_are_taken_out() {
        for name in ["journal/000001.1.jsonl", "files/00ff", "journal/torn-3-1"] {
            assert!(is_ours(name), "{name}");
        }
        for name in [
            "journal/..",
            "../x",
            "/etc/passwd",
            "journal/a/b",
            "sled/db",
            "files/",
        ] {
            assert!(!is_ours(name), "{name}");
        }
    }

    #[test]
    fn a_folder_comes_out_as_it_went_in() {
        let dir = tempfile::tempdir().unwrap();
        let (from, to) = (dir.path().join("from"), dir.path().join("to"));
        fs::create_dir_all(from.join("journal")).unwrap();
        fs::create_dir_all(from.join("files")).unwrap();
        fs::create_dir(&to).unwrap();
        fs::write(from.join("journal/000001.1.jsonl"), "{}\n{\"half").unwrap();
        fs::write(from.join("journal/mark"), "x").unwrap();
        fs::write(from.join("files/00ff"), "annex").unwrap();
        let archive = dir.path().join("b");
        let packed = pack(&from, &archive).unwrap();
        assert_eq!(list(&archive).unwrap(), packed);
        assert_eq!(unpack(&archive, &to).unwrap(), 2);
        let line = fs::read_to_string(to.join("journal/000001.1.jsonl")).unwrap();
        assert_eq!(line, "{}\n");
        assert!(!to.join("journal/mark").exists());
        let mut bytes = fs::read(&archive).unwrap();
        bytes.truncate(bytes.len() / 2);
        fs::write(&archive, bytes).unwrap();
        assert!(list(&archive).is_err());
    }
}
