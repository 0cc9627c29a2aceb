//! The zip round a document, opened safely: nothing is written anywhere, and only so much of each
//! part is unpacked.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use super::BadDocument;

/// Megabytes of a part that are unpacked.
const MOST: u64 = 48;
/// What files of the old format, and those with a password, begin with.
const SEALED: &[u8] = b"\xd0\xcf\x11\xe0";

/// The part in which a document of LibreOffice says so, and how it does.
const KIND: &str = "mimetype";
const OPEN: &str = "application/vnd.oasis.opendocument.";

/// The parts of a document, by name.
pub(super) struct Package<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Package<'a> {
    /// Opens a file.
    pub fn open(bytes: &'a [u8]) -> Result<Self, BadDocument> {
        if bytes.starts_with(SEALED) {
            return Err(BadDocument::Sealed);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| BadDocument::NotWord)?;
        let mut package = Self(archive);
        match package.part(KIND) {
            Ok(Some(kind)) if kind.starts_with(OPEN) => Err(BadDocument::OpenDocument),
            _ => Ok(package),
        }
    }

    /// The text of a part; `None` when it is not there.
    pub fn part(&mut self, part: &'static str) -> Result<Option<String>, BadDocument> {
        let damaged = |why: String| BadDocument::Damaged { part, why };
        let file = match self.0.by_name(part) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(BadDocument::Sealed);
            }
            Err(why) => return Err(damaged(why.to_string())),
        };
        let most = MOST * 1024 * 1024;
        let mut bytes = Vec::new();
        let read = file.take(most + 1).read_to_end(&mut bytes);
        read.map_err(|why| damaged(why.to_string()))?;
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > most {
            return Err(BadDocument::TooLarge { part, most: MOST });
        }
        let text = String::from_utf8(bytes);
        let text = text.map_err(|_| damaged("it is not UTF-8".to_owned()))?;
        Ok(Some(text))
    }

    /// The text of a part that must be there.
    pub fn needed(&mut self, part: &'static str) -> Result<String, BadDocument> {
        self.part(part)?.ok_or(BadDocument::Missing { part })
    }
}
