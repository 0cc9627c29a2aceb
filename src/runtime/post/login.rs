//! User and password for the mail server, from a file in the data folder that nobody else may read;
//! and the certificate a server of one's own is trusted by.
//!
//! The file is `mail.login`: the user on its first line; on its second the password, or "!" and a
//! command that prints it. It must not reach arguments, the journal or a log. The certificate is
//! `mail.pem`: it counts beside those of the machine.

use std::io::Read as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// Its name in the data folder.
pub const NAME: &str = "mail.login";
/// Bytes of a password at most.
const LONGEST: usize = 4096;

/// The certificate's name in the data folder.
pub const CERTIFICATE: &str = "mail.pem";
/// Bytes of a certificate at most.
const LONGEST_CERTIFICATE: u64 = 256 * 1024;

/// What the line to a server is opened with.
#[derive(Clone, Default)]
pub struct Access {
    /// User and password, for a server that wants them.
    pub login: Option<Login>,
    /// A certificate that is trusted besides the machine's, as PEM.
    pub certificate: Option<Vec<u8>>,
}

impl Access {
    /// Reads both from the data folder.
    ///
    /// # Errors
    /// A sentence when one of them can't be used.
    pub fn read(folder: &Path) -> Result<Self, String> {
        Ok(Self {
            login: read(folder)?,
            certificate: certificate(folder)?,
        })
    }
}

fn certificate(folder: &Path) -> Result<Option<Vec<u8>>, String> {
    let wrong = |error: std::io::Error| format!("{CERTIFICATE} could not be read: {error}");
    let file = match std::fs::File::open(folder.join(CERTIFICATE)) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(wrong(error)),
    };
    let mut bytes = Vec::new();
    let read = file.take(LONGEST_CERTIFICATE).read_to_end(&mut bytes);
    read.map_err(wrong)?;
    Ok(Some(bytes))
}

/// User and password.
#[derive(Clone)]
pub struct Login {
    /// The user.
    pub user: String,
    /// The password.
    pub password: String,
}

/// Reads it; `None` where there is no such file.
///
/// # Errors
/// A sentence when others may read it, or it does not say what it should.
pub fn read(folder: &Path) -> Result<Option<Login>, String> {
    let path = folder.join(NAME);
    let facts = match std::fs::symlink_metadata(&path) {
        Ok(facts) => facts,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(format!("{NAME} could not be read: {error}")),
    };
    if !facts.is_file() || facts.mode() & 0o077 != 0 {
        return Err(format!(
            "{NAME} can be read by others; nothing was sent: chmod 600 {NAME}"
        ));
    }
    let text = std::fs::read_to_string(&path);
    let text = text.map_err(|error| format!("{NAME} could not be read: {error}"))?;
    let mut rows = text.lines();
    let (Some(user), Some(second)) = (rows.next(), rows.next()) else {
        return Err(format!(
            "{NAME} needs two lines: user, and password or !command"
        ));
    };
    let password = match second.strip_prefix('!') {
        Some(command) => told(command)?,
        None => second.to_owned(),
    };
    Ok(Some(Login {
        user: user.trim().to_owned(),
        password,
    }))
}

/// The first line that a command prints.
fn told(command: &str) -> Result<String, String> {
    let failed = |why: String| format!("the command in {NAME} failed: {why}");
    let child = Command::new("sh")
        .args(["-c", command])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut child = child.map_err(|error| failed(error.to_string()))?;
    let mut said = Vec::new();
    if let Some(out) = child.stdout.take() {
        let limit = u64::try_from(LONGEST).unwrap_or(u64::MAX);
        let read = out.take(limit).read_to_end(&mut said);
        read.map_err(|error| failed(error.to_string()))?;
    }
    let status = child.wait().map_err(|error| failed(error.to_string()))?;
    let said = String::from_utf8_lossy(&said);
    match (status.success(), said.lines().next()) {
        (true, Some(password)) => Ok(password.to_owned()),
        _ => Err(failed(status.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn a_login_is_read_only_where_nobody_else_can() {
        let folder = tempfile::tempdir().unwrap();
        assert!(read(folder.path()).unwrap().is_none());
        let path = folder.path().join(NAME);
        std::fs::write(&path, "netvaerk\n!printf 'hemmeligt\\nmere'\n").unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
        assert!(read(folder.path()).is_err_and(|why| why.contains("chmod 600")));
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        let login = read(folder.path()).unwrap().unwrap();
        assert_eq!(
            (login.user.as_str(), login.password.as_str()),
            ("netvaerk", "hemmeligt")
        );
        std::fs::write(&path, "netvaerk\n!false\n").unwrap();
        assert!(read(folder.path()).is_err());
    }
}
