//! This process: its data folder, user, language, clock and random numbers.
//!
//! Owns what is read from arguments and environment. `REFERENT_NOW` fixes clock and ids.

use std::cell::OnceCell;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, NaiveDateTime};
use etcetera::BaseStrategy;

use super::arguments::Common;
use super::failure::Failure;
use crate::app::Clock;
use crate::app::message::Message;
use crate::domain::batch::Hash;
use crate::domain::clean::clean_line;
use crate::domain::id::Id;
use crate::domain::secretariat::Language;
use crate::domain::zone::{instant, local};
use crate::journal::Opening;
use crate::locale::{Key, Locale};

/// What a process knows before it has opened anything.
#[derive(Clone, Debug)]
pub struct World {
    data: Option<PathBuf>,
    said: Option<Language>,
    guess: Language,
    /// The secretariat's own language, once it is known.
    own: OnceCell<Language>,
    user: Option<String>,
    /// The user named on the command line.
    named: Option<String>,
    /// The keymap asked for.
    pub keymap: Option<String>,
}

impl World {
    /// Reads the environment, the arguments over it.
    pub fn new(common: &Common) -> Self {
        let data = common.data.clone();
        let told = common.lang.as_deref().and_then(Language::parse);
        Self {
            data: data.or_else(|| variable_os("REFERENT_DATA").map(PathBuf::from)),
            said: told.or_else(from_variable),
            guess: from_system().unwrap_or(Language::English),
            own: OnceCell::new(),
            user: common.user.clone().or_else(|| variable("REFERENT_USER")),
            named: common.user.clone(),
            keymap: common.keymap.clone(),
        }
    }

    /// What a process knows that somebody else starts from afar: nothing of what they put into its environment but the
    /// language, and no keymap of the account's.
    pub fn restricted(common: &Common) -> Self {
        RESTRICTED.store(true, Ordering::Relaxed);
        Self {
            data: common.data.clone(),
            user: None,
            keymap: Some("default".to_owned()),
            ..Self::new(common)
        }
    }

    /// The same, with a folder and a user of its own.
    pub fn placed(&self, folder: PathBuf, user: &str) -> Self {
        Self {
            data: Some(folder),
            user: Some(user.to_owned()),
            ..self.clone()
        }
    }

    /// The data folder.
    ///
    /// # Errors
    /// When neither arguments nor environment say where.
    pub fn data(&self) -> Result<PathBuf, Failure> {
        let home = || etcetera::choose_base_strategy().ok();
        let own = || home().map(|base| base.data_dir().join("referent"));
        self.data
            .clone()
            .filter(|path| !path.as_os_str().is_empty())
            .or_else(own)
            .ok_or_else(|| Failure::said(Key::CliNoHome))
    }

    /// The user named on the command line.
    pub fn named_user(&self) -> Option<&str> {
        self.named.as_deref()
    }

    /// What the log is asked to hold.
    pub fn log_level(&self) -> Option<String> {
        let own = !RESTRICTED.load(Ordering::Relaxed);
        own.then(|| variable("REFERENT_LOG")).flatten()
    }

    /// The data folder, when it was said.
    pub fn said_data(&self) -> Option<&PathBuf> {
        self.data
            .as_ref()
            .filter(|path| !path.as_os_str().is_empty())
    }

    /// The language that was asked for; else the secretariat's own counts, and the system's
    /// only where there is none yet.
    pub fn language(&self) -> Option<Language> {
        self.said
    }

    /// Notes the secretariat's own language.
    pub fn settle(&self, language: Language) {
        let _ = self.own.set(language);
    }

    /// The texts: as asked for, else the secretariat's, else the system's.
    pub fn locale(&self) -> Locale {
        let own = self.own.get().copied();
        Locale::new(self.said.or(own).unwrap_or(self.guess))
    }

    /// The user's name.
    pub fn user(&self) -> String {
        let names = [
            self.user.clone(),
            variable("USER"),
            variable("LOGNAME"),
            variable("USERNAME"),
        ];
        let names = names.into_iter().flatten();
        names
            .map(|name| clean_line(&name).trim().to_owned())
            .find(|name| !name.is_empty())
            .unwrap_or_else(|| "referent".to_owned())
    }
}

/// What opening a journal needs of this process.
pub fn opening(world: &World) -> Opening {
    Opening {
        now: now(),
        session: random(),
        salt: random(),
        user: world.user(),
    }
}

/// The folder named so that people recognise it.
pub fn shown(path: &Path) -> String {
    clean_line(&path.to_string_lossy())
}

/// Whether a folder holds a secretariat.
pub fn is_secretariat(folder: &Path) -> bool {
    folder.join("journal").is_dir()
}

/// The folder, which must hold a secretariat.
///
/// # Errors
/// When there is none.
pub fn existing(world: &World) -> Result<PathBuf, Failure> {
    let folder = world.data()?;
    if is_secretariat(&folder) {
        return Ok(folder);
    }
    Err(Message::new(Key::CliNoSecretariat)
        .with("folder", shown(&folder))
        .into())
}

/// The folder, which may be made: it must be new, empty or a secretariat.
///
/// # Errors
/// When something else is there.
pub fn possible(world: &World) -> Result<PathBuf, Failure> {
    let folder = world.data()?;
    if is_secretariat(&folder) {
        return Ok(folder);
    }
    let other = match std::fs::read_dir(&folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) => error.kind() != std::io::ErrorKind::NotFound,
    };
    if other {
        return Err(Message::new(Key::CliOtherFolder)
            .with("folder", shown(&folder))
            .into());
    }
    Ok(folder)
}

/// The language of help and errors, before arguments are read.
pub fn spoken(words: &[OsString]) -> Locale {
    let words: Vec<&str> = words.iter().filter_map(|word| word.to_str()).collect();
    let after = words.windows(2).find_map(|pair| match pair {
        ["--lang", language] => Some(*language),
        _ => None,
    });
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    let told = after.or(joined).and_then(Language::parse);
    let told = told.or_else(from_variable).or_else(from_system);
    Locale::new(told.unwrap_or(Language::English))
}

fn from_variable() -> Option<Language> {
    variable("REFERENT_LANG").and_then(|value| Language::parse(&value))
}

fn from_system() -> Option<Language> {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let value = names.into_iter().find_map(variable)?;
    Language::parse(&value)
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn variable_os(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// `REFERENT_NOW`: local ("2026-11-26T09:30"), with an offset, or milliseconds since 1970 UTC.
static FIXED: LazyLock<Option<i64>> =
    LazyLock::new(|| variable("REFERENT_NOW").and_then(|text| moment(&text)));

/// Somebody from afar has started this process: its clock is the machine's.
static RESTRICTED: AtomicBool = AtomicBool::new(false);

fn fixed() -> Option<i64> {
    (*FIXED).filter(|_| !RESTRICTED.load(Ordering::Relaxed))
}

/// A moment as written by people and scripts, in milliseconds since 1970 UTC.
pub fn moment(text: &str) -> Option<i64> {
    let text = text.trim();
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at.timestamp_millis());
    }
    let local = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    local.map(instant).or_else(|| {
        let plain = text.len() > 9 && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse().ok()).flatten()
    })
}

/// The clock of a history that is being told; [`REAL`] when none is.
static TOLD: AtomicI64 = AtomicI64::new(REAL);
const REAL: i64 = i64::MIN;

/// Sets the clock for a history that is told, or back to the real one.
pub fn set_clock(told: Option<i64>) {
    TOLD.store(told.unwrap_or(REAL), Ordering::Relaxed);
}

/// Milliseconds since 1970 UTC.
pub fn now() -> i64 {
    let told = TOLD.load(Ordering::Relaxed);
    if told != REAL {
        return told;
    }
    if let Some(fixed) = fixed() {
        return fixed;
    }
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(0))
}

/// The clock as the app sees it.
pub fn clock() -> Clock {
    let now = now();
    Clock {
        now,
        local: local(now),
    }
}

/// 128 random bits, whatever the clock says: sessions and salts are never the same twice.
pub fn random() -> Id {
    let mut bytes = [0; 16];
    if getrandom::fill(&mut bytes).is_err() {
        let time = SystemTime::now().duration_since(UNIX_EPOCH);
        let time = time.map_or(0, |time| time.as_nanos());
        let seed = format!("{time} {} {}", std::process::id(), next());
        return hashed(&seed);
    }
    Id::from_bits(u128::from_be_bytes(bytes))
}

/// A new record's id: random, or under `REFERENT_NOW` the same in every run from the same
/// journal position.
pub fn record_id(position: u64) -> Id {
    match fixed() {
        Some(fixed) => hashed(&format!("{fixed} {position} {}", next())),
        None => random(),
    }
}

fn next() -> u64 {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    COUNT.fetch_add(1, Ordering::Relaxed)
}

fn hashed(seed: &str) -> Id {
    let Hash(bytes) = Hash::of(seed.as_bytes());
    let half = bytes.first_chunk::<16>().copied().unwrap_or_default();
    Id::from_bits(u128::from_be_bytes(half))
}

#[cfg(test)]
mod tests {
    use super::moment;

    #[test]
    fn moments_are_read_local_with_an_offset_or_as_a_number() {
        let at = 1_795_681_800_000;
        for text in [
            "2026-11-26T09:30",
            "2026-11-26 09:30",
            "2026-11-26T09:30:00+01:00",
            "2026-11-26T08:30:00Z",
            "1795681800000",
        ] {
            assert_eq!(moment(text), Some(at), "{text}");
        }
        for text in ["", "26", "i morgen", "2026-13-01T00:00"] {
            assert_eq!(moment(text), None, "{text}");
        }
    }
}
