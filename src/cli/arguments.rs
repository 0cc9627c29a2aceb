//! The arguments as clap reads them. Their help texts are in the locale, by name.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use super::failure::{Done, Failure};
use crate::app::message::Message;
use crate::documents::{Apart, Format, Report, Sheet, What, csv};
use crate::domain::letter::LetterKind;
use crate::domain::network::MemberRole;
use crate::domain::role::Role;
use crate::locale::{Key, Locale};

/// Everything.
#[derive(Debug, Parser)]
#[command(name = "referent", version)]
pub struct Arguments {
    #[command(flatten)]
    pub common: Common,
    #[command(flatten)]
    pub place: Place,
    #[command(subcommand)]
    pub sub: Option<Sub>,
}

/// What a start of the terminal program takes: all of [`Arguments`] but the subcommands.
#[derive(Debug, Parser)]
#[command(name = "referent")]
pub struct Plain {
    #[command(flatten)]
    pub common: Common,
    #[command(flatten)]
    pub place: Place,
}

/// What every subcommand takes.
#[derive(Clone, Debug, Default, Args)]
pub struct Common {
    #[arg(long, value_name = "DIR", global = true)]
    pub data: Option<PathBuf>,
    #[arg(long, value_name = "da|en", global = true, value_parser = ["da", "en"], hide_possible_values = true)]
    pub lang: Option<String>,
    #[arg(long, value_name = "NAME", global = true)]
    pub user: Option<String>,
    #[arg(long, value_name = "NAME|FILE", global = true)]
    pub keymap: Option<String>,
}

/// Where the terminal program opens.
#[derive(Clone, Debug, Default, Args)]
pub struct Place {
    #[arg(long, value_name = "ID")]
    pub meeting: Option<String>,
    #[arg(long, value_name = "N", requires = "meeting")]
    pub item: Option<String>,
    #[arg(long, requires = "meeting")]
    pub minutes: bool,
    #[arg(long, requires = "meeting", conflicts_with_all = ["minutes", "item"])]
    pub door: bool,
    /// Only `show` and `as` set it.
    #[arg(skip)]
    pub live: bool,
}

impl Place {
    /// Only the terminal program and `do` have a place.
    pub fn must_be_empty(&self, _locale: Locale) -> Done {
        match (&self.meeting, self.minutes || self.door) {
            (None, false) => Ok(()),
            _ => Err(Failure::usage(
                Message::new(Key::CliNotHere).with("option", "--meeting"),
            )),
        }
    }
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Sub {
    Do(DoIt),
    List(ListIt),
    Show(ShowIt),
    Walk(WalkIt),
    Export(ExportIt),
    Handover(HandoverIt),
    Portal(PortalIt),
    Send(SendIt),
    Outbox(OutboxIt),
    Intake(IntakeIt),
    Import(ImportIt),
    Edit(EditIt),
    History(HistoryIt),
    Check(CheckIt),
    Rebuild,
    Backup(FileIt),
    Restore(FileIt),
    Serve(ServeIt),
    Join(JoinIt),
    Pipe,
    As(AsIt),
    KeyLine(KeyLineIt),
    Demo(DemoIt),
    Keys,
    Schema,
    Completions(CompletionsIt),
    Man,
}

/// `do`.
#[derive(Clone, Debug, Default, Args)]
pub struct DoIt {
    #[command(flatten)]
    pub about: About,
    #[arg(long)]
    pub json: bool,
    #[arg(long, value_name = "FILE|-", conflicts_with = "words")]
    pub script: Option<PathBuf>,
    #[arg(
        value_name = "COMMAND",
        trailing_var_arg = true,
        allow_hyphen_values = true
    )]
    pub words: Vec<String>,
}

/// What a command is about, as labels, numbers or ids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct About {
    #[arg(long, value_name = "ID")]
    pub network: Option<String>,
    #[arg(long, value_name = "ID")]
    pub meeting: Option<String>,
    #[arg(long, value_name = "N|ID")]
    pub item: Option<String>,
    #[arg(long, value_name = "ID", hide = true)]
    pub entry: Option<String>,
    #[arg(long, value_name = "ID", hide = true)]
    pub person: Option<String>,
    #[arg(long, value_name = "ID", hide = true)]
    pub action: Option<String>,
}

impl DoIt {
    /// Takes over `referent --meeting X do …`.
    pub fn placed(mut self, place: Place) -> Self {
        self.about.meeting = self.about.meeting.or(place.meeting);
        self.about.item = self.about.item.or(place.item);
        self
    }
}

/// What can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Listed {
    Networks,
    Meetings,
    People,
    Organisations,
    Actions,
    Decisions,
    Attendance,
    Votes,
    Terms,
    Materials,
    Themes,
    Projects,
    Needs,
    Knowledge,
    Resources,
    SignUps,
    Activities,
    Enquiries,
    Memberships,
    Representations,
    Contacts,
    Fora,
    Speakers,
    Words,
}

/// `list`.
#[derive(Debug, Args)]
pub struct ListIt {
    #[arg(value_name = "WHAT")]
    pub what: Listed,
    #[arg(long, value_name = "ID")]
    pub network: Option<String>,
    #[arg(long, value_name = "ID")]
    pub meeting: Option<String>,
    #[arg(long)]
    pub open: bool,
    #[arg(long, value_name = "ID")]
    pub person: Option<String>,
    #[arg(long, value_name = "THEME")]
    pub theme: Option<String>,
    #[arg(long, value_name = "WHEN")]
    pub from: Option<String>,
    #[arg(long, value_name = "WHEN")]
    pub to: Option<String>,
    #[arg(long, value_name = "ROLE", value_parser = clap::builder::PossibleValuesParser::new(MemberRole::NAMES))]
    pub role: Option<String>,
    #[arg(long)]
    pub json: bool,
    #[arg(long, value_name = "FORMAT", conflicts_with = "json", value_parser = ["csv", "vcf", "recipients", "mailto", "taskwarrior"])]
    pub format: Option<String>,
    #[arg(long)]
    pub bom: bool,
}

/// `show`.
#[derive(Debug, Args)]
pub struct ShowIt {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(long, conflicts_with = "json")]
    pub live: bool,
    #[arg(long)]
    pub json: bool,
}

/// `walk`.
#[derive(Debug, Args)]
pub struct WalkIt {
    #[arg(value_name = "MEETING|NETWORK")]
    pub meeting: String,
    #[arg(long)]
    pub json: bool,
}

/// What can be exported: a meeting's documents, and those of more than one meeting.
fn exported() -> Vec<&'static str> {
    [What::NAMES, Report::NAMES, super::calendar::NAMES].concat()
}

/// The formats of documents, of records, of lists and of pictures.
fn formats() -> Vec<&'static str> {
    [&["json"], Format::NAMES, &["csv", "svg", "vcf", "ics"]].concat()
}

/// `export`.
#[derive(Debug, Args)]
pub struct ExportIt {
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    #[arg(long, value_name = "FORMAT", value_parser = clap::builder::PossibleValuesParser::new(formats()))]
    pub format: String,
    #[arg(long, value_name = "WHAT", value_parser = clap::builder::PossibleValuesParser::new(exported()), default_value = "minutes")]
    pub what: String,
    #[arg(long, value_name = "NAME")]
    pub season: Option<String>,
    #[arg(long, value_name = "WHEN")]
    pub from: Option<String>,
    #[arg(long, value_name = "WHEN")]
    pub to: Option<String>,
    #[arg(long)]
    pub public: bool,
    #[arg(long)]
    pub semicolon: bool,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

impl ExportIt {
    /// A table as CSV, kept apart as it was asked for.
    pub fn csv(&self, sheet: &Sheet) -> String {
        let apart = match self.semicolon {
            true => Apart::Semicolon,
            false => Apart::Comma,
        };
        csv(&sheet.0, &sheet.1, apart)
    }
}

/// `portal`.
#[derive(Debug, Args)]
pub struct PortalIt {
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    #[arg(id = "base-url", long, value_name = "URL")]
    pub base_url: Option<String>,
    #[arg(long, value_name = "WHO", value_parser = ["public", "members"], default_value = "public")]
    pub audience: String,
    #[arg(long)]
    pub check: bool,
    #[arg(long, requires = "check")]
    pub json: bool,
}

/// `handover`.
#[derive(Debug, Args)]
pub struct HandoverIt {
    #[arg(value_name = "MEETING")]
    pub meeting: String,
    #[arg(short, long, value_name = "FILE.zip|DIR", required = true)]
    pub output: PathBuf,
}

/// `send`.
#[derive(Debug, Args)]
pub struct SendIt {
    #[arg(value_name = "MEETING")]
    pub meeting: String,
    #[arg(long, value_name = "WHAT", value_parser = clap::builder::PossibleValuesParser::new(LetterKind::NAMES))]
    pub what: String,
    #[arg(long, value_name = "WHO")]
    pub to: Option<String>,
    #[arg(long, value_name = "WHO")]
    pub copy: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub deadline: Option<String>,
    #[arg(id = "dry-run", long)]
    pub dry_run: bool,
    #[arg(long, value_name = "DIR", conflicts_with = "dry-run")]
    pub eml: Option<PathBuf>,
}

/// `outbox`.
#[derive(Debug, Args)]
pub struct OutboxIt {
    #[arg(long)]
    pub retry: bool,
    #[arg(long)]
    pub json: bool,
}

/// `intake`.
#[derive(Debug, Args)]
pub struct IntakeIt {
    #[arg(value_name = "DIR|FILE")]
    pub files: Vec<PathBuf>,
    #[arg(id = "dry-run", long)]
    pub dry_run: bool,
    #[arg(long)]
    pub json: bool,
}

/// `edit`.
#[derive(Debug, Args)]
pub struct EditIt {
    #[arg(value_name = "MEETING")]
    pub meeting: String,
    #[arg(value_name = "ITEM")]
    pub item: String,
}

/// `history`.
#[derive(Debug, Args)]
pub struct HistoryIt {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(long, value_name = "TIME")]
    pub at: Option<String>,
    #[arg(long)]
    pub json: bool,
}

/// `demo`.
#[derive(Debug, Args)]
pub struct DemoIt {
    #[arg(long, value_name = "DIR")]
    pub keep: Option<PathBuf>,
}

/// `serve`.
#[derive(Debug, Args)]
pub struct ServeIt {
    #[arg(long)]
    pub unit: bool,
}

/// `join`.
#[derive(Debug, Args)]
pub struct JoinIt {
    #[arg(value_name = "[USER@]HOST")]
    pub host: String,
    #[arg(long)]
    pub offline: bool,
    #[arg(long, value_name = "PROGRAM", default_value = "referent")]
    pub program: String,
    #[arg(last = true, value_name = "SSH ARGUMENTS")]
    pub ssh: Vec<OsString>,
}

/// `as`.
#[derive(Debug, Args)]
pub struct AsIt {
    #[arg(value_name = "USER")]
    pub person: String,
    #[arg(long, value_name = "ROLE")]
    pub role: Role,
    #[arg(long, value_name = "ID")]
    pub meeting: Option<String>,
}

/// `key-line`.
#[derive(Debug, Args)]
pub struct KeyLineIt {
    #[arg(long, value_name = "ROLE")]
    pub role: Role,
    #[arg(long, value_name = "ID")]
    pub meeting: Option<String>,
}

/// `completions`.
#[derive(Debug, Args)]
pub struct CompletionsIt {
    #[arg(value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

/// `check`.
#[derive(Debug, Args)]
pub struct CheckIt {
    #[arg(long)]
    pub json: bool,
}

/// `backup` and `restore`.
#[derive(Debug, Args)]
pub struct FileIt {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// `import`.
#[derive(Debug, Args)]
pub struct ImportIt {
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "FORMAT", value_parser = ["csv", "docx", "irc", "json"])]
    pub format: Option<String>,
    #[arg(long, value_name = "ID")]
    pub network: Option<String>,
    #[arg(long, value_name = "ID")]
    pub meeting: Option<String>,
}
