//! `demo`: a secretariat of invented people, in a folder of its own that goes when the program ends.
//!
//! Owns the history it tells: scripts of `do` lines on days counted from today, run in order of
//! time with the clock set to each. It must not write ops itself.

mod calendar;
mod telling;

use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use super::arguments::{DemoIt, Place};
use super::document::cannot_write;
use super::failure::{Done, Failure};
use super::headless::Headless;
use super::import::take_returned;
use super::intake::Sorting;
use super::perform::{Line, perform, unknown};
use super::world::{self, World};
use super::{open, out};
use crate::app::args::split_line;
use crate::app::message::Message;
use crate::documents::calendar::uid;
use crate::domain::query::Reference;
use crate::domain::zone::local;
use crate::locale::Key;
use calendar::Calendar;
use telling::{Step, Telling};

/// Who uses the demonstration.
const USER: &str = "Karen Lund";

/// The scripts, by the name an error gives them.
const SCRIPTS: [(&str, &str); 9] = [
    ("people.txt", include_str!("demo/people.txt")),
    ("networks.txt", include_str!("demo/networks.txt")),
    ("terms.txt", include_str!("demo/terms.txt")),
    ("last-year.txt", include_str!("demo/last-year.txt")),
    ("spring.txt", include_str!("demo/spring.txt")),
    ("autumn.txt", include_str!("demo/autumn.txt")),
    ("today.txt", include_str!("demo/today.txt")),
    ("plan.txt", include_str!("demo/plan.txt")),
    ("desk.txt", include_str!("demo/desk.txt")),
];

/// Mails that come in, by the name a script gives them.
const MAILS: [(&str, &str); 2] = [
    ("svar.ics", include_str!("demo/svar.ics")),
    ("forslag.ics", include_str!("demo/forslag.ics")),
];

/// Minutes that a member returned, by the name a script gives them.
const RETURNED: (&str, &[u8]) = ("rettelser.docx", include_bytes!("demo/rettelser.docx"));

/// Files of the secretary's own, by name; a script finds them in the folder `$papers`.
const PAPERS: [(&str, &str); 2] = [
    (
        "Forslag til budget.csv",
        include_str!("demo/papers/budget.csv"),
    ),
    ("artikel.md", include_str!("demo/papers/artikel.md")),
];

/// Builds a secretariat and opens it; or, with `--keep`, only builds it, in a folder that stays.
pub fn run(world: &World, it: &DemoIt) -> Done {
    if let Some(folder) = &it.keep {
        let world = world.placed(folder.clone(), USER);
        let folder = world::possible(&world)?;
        if world::is_secretariat(&folder) {
            let taken = Message::new(Key::CliOtherFolder);
            return Err(taken.with("folder", world::shown(&folder)).into());
        }
        build(&world, &folder)?;
        return out::print(&world::shown(&folder));
    }
    let copy = Copy::make()?;
    let world = world.placed(copy.folder(), USER);
    build(&world, &copy.folder())?;
    open::run(&world, Place::default())
}

/// Tells the whole history into a folder.
fn build(world: &World, folder: &Path) -> Done {
    let now = world::now();
    let mut telling = Telling::new(Calendar::at(local(now)));
    for (name, text) in SCRIPTS {
        telling.read(name, text)?;
    }
    let steps = telling.steps();
    let first = steps.first().map_or(now, |step| step.at);
    let papers = Copy::with_papers()?;
    world::set_clock(Some(first));
    let told = tell(world, folder, steps, now, &papers);
    world::set_clock(None);
    told
}

fn tell(world: &World, folder: &Path, steps: Vec<Step>, now: i64, papers: &Copy) -> Done {
    let mut headless = Headless::open(world, folder)?;
    headless.hurry();
    let language = world.locale().language().name().to_owned();
    headless.run(vec!["language".to_owned(), language], Default::default())?;
    let mut names = vec![("$papers".to_owned(), world::shown(&papers.0))];
    for step in steps {
        world::set_clock(Some(step.at.min(now)));
        let made = tell_step(&mut headless, &step, &names);
        let locale = headless.locale();
        let made = made.map_err(|failure| failure.at(step.file, step.line, locale))?;
        if let (Some(name), Some(label)) = (step.name, made) {
            names.push((format!("${name}"), label));
        }
    }
    headless.catch_up()
}

fn tell_step(
    headless: &mut Headless,
    step: &Step,
    names: &[(String, String)],
) -> Result<Option<String>, Failure> {
    let named = names
        .iter()
        .fold(step.words.clone(), |line, (name, label)| {
            line.replace(name, label)
        });
    let words = split_line(&named).map_err(Failure::usage)?;
    if let [_, meeting, command, mail] = words.as_slice()
        && command == "intake"
    {
        return arrive(headless, mail, meeting, step.at).map(|()| None);
    }
    let line = Line::read(&Default::default(), &words)?;
    Ok(perform(headless, &line)?.made)
}

/// A mail comes in, an answer to the meeting's invitation; or minutes that a member returned.
fn arrive(headless: &mut Headless, mail: &str, meeting: &str, at: i64) -> Done {
    let Some(Reference::Meeting(id)) = headless.resolve(meeting)? else {
        return Err(unknown(Key::ErrorMeetingUnknown, meeting));
    };
    if let (name, bytes) = RETURNED
        && name == mail
    {
        return take_returned(headless, id, Path::new(name), bytes).map(drop);
    }
    let text = MAILS.iter().find(|(name, _)| *name == mail);
    let text = text.map_or("", |(_, text)| *text);
    let at = chrono::DateTime::from_timestamp_millis(at).unwrap_or_default();
    let day = headless
        .meeting(id)?
        .head
        .date
        .and_then(|day| day.succ_opt());
    let text = text
        .replace(
            "{day}",
            &day.unwrap_or_default().format("%Y%m%d").to_string(),
        )
        .replace("{uid}", &uid(id))
        .replace("{at}", &at.format("%Y%m%dT%H%M%SZ").to_string());
    Sorting::new(false).take_bytes(headless, text.as_bytes())
}

/// The throw-away copy: a folder nobody else can read, gone when this is dropped.
struct Copy(PathBuf);

impl Copy {
    fn make() -> Result<Self, Failure> {
        let mut id = world::random().to_string();
        id.truncate(12);
        let path = std::env::temp_dir().join(format!("referent-demo-{id}"));
        let made = DirBuilder::new().mode(0o700).create(&path);
        made.map_err(|error| cannot_write(&path, &error))?;
        Ok(Self(path))
    }

    /// One with the files that the scripts attach.
    fn with_papers() -> Result<Self, Failure> {
        let copy = Self::make()?;
        for (name, text) in PAPERS {
            let path = copy.0.join(name);
            std::fs::write(&path, text).map_err(|error| cannot_write(&path, &error))?;
        }
        Ok(copy)
    }

    /// The data folder inside.
    fn folder(&self) -> PathBuf {
        self.0.join("data")
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // What can't be removed is in the system's temporary folder, which is emptied.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
