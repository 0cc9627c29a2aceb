//! `import`: a meeting from JSON or the log of a chat, people from a CSV file (to the register, a network
//! or a meeting), or minutes that a member returned from Word.

use std::io::Read;
use std::path::Path;

use super::arguments::ImportIt;
use super::document::Papers;
use super::failure::{Done, Failure};
use super::fresh::Fresh;
use super::headless::Headless;
use super::out;
use super::perform::unknown;
use super::world::{self, World};
use crate::app::message::Message;
use crate::domain::clean::clean_line;
use crate::domain::draft::add_to_meeting;
use crate::domain::exchange::MeetingObject;
use crate::domain::id::Id;
use crate::domain::minutes::Comment;
use crate::domain::network::{MemberRole, Network};
use crate::domain::query::Reference;
use crate::domain::zone;
use crate::intake::docx;
use crate::intake::irc::{self, Place};
use crate::intake::json::{self, Ground};
use crate::intake::people::{self, Target, Who};
use crate::locale::Key;

/// The largest file that is taken in.
const LARGEST: u64 = 256 * 1024 * 1024;

/// What a file holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    People,
    Meeting,
    Log,
    Returned,
}

/// Runs `import`: file by file, each taken in whole or not at all.
pub fn run(world: &World, it: &ImportIt) -> Done {
    let mut files = Vec::new();
    for file in &it.files {
        files.push((file.as_path(), format(it, file)?, read(file)?));
    }
    let folder = world::possible(world)?;
    let fresh = Fresh::of(&folder);
    let mut headless = Headless::open(world, &folder)?;
    if fresh.is_some() {
        headless.found(world)?;
    }
    let done = files
        .iter()
        .try_for_each(|(file, format, bytes)| match format {
            Format::People => list(&mut headless, file, bytes, it),
            Format::Meeting => meeting(&mut headless, file, bytes),
            Format::Log => log(&mut headless, file, bytes, it),
            Format::Returned => returned(&mut headless, file, bytes, it),
        });
    drop(headless);
    if let (Err(_), Some(fresh)) = (&done, fresh) {
        fresh.discard();
    }
    done
}

/// What a file is: as said, else by its name.
fn format(it: &ImportIt, file: &Path) -> Result<Format, Failure> {
    let ending = file.extension().map(|ending| ending.to_string_lossy());
    let format = it.format.as_deref().or(ending.as_deref());
    match format.map(str::to_lowercase).as_deref() {
        Some("csv" | "tsv" | "txt") => Ok(Format::People),
        Some("json") => Ok(Format::Meeting),
        Some("irc") => Ok(Format::Log),
        // Of an .odt it says what to do.
        Some("docx" | "odt") => Ok(Format::Returned),
        _ => Err(Failure::usage(
            Message::new(Key::CliImportFormat).with("file", world::shown(file)),
        )),
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        std::io::stdin()
            .lock()
            .take(LARGEST)
            .read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(LARGEST).read_to_end(&mut bytes))
    };
    match read {
        Ok(_) => Ok(bytes),
        Err(error) => Err(Message::new(Key::CliCannotRead)
            .with("file", world::shown(path))
            .with("why", error.to_string())
            .into()),
    }
}

/// An error of the file, with its name before the place.
fn bad(file: &Path, error: &impl std::fmt::Display) -> Failure {
    Failure::failed(format!("{}: {error}", world::shown(file)))
}

fn meeting(headless: &mut Headless, file: &Path, bytes: &[u8]) -> Done {
    let object = json::read(bytes).map_err(|error| bad(file, &error))?;
    take_in(headless, file, &object)
}

/// A meeting of the named network out of what was said on a channel.
fn log(headless: &mut Headless, file: &Path, bytes: &[u8], it: &ImportIt) -> Done {
    let log = irc::read(bytes).map_err(|error| bad(file, &error))?;
    let Some(typed) = &it.network else {
        return Err(Failure::usage(Key::CliImportNetwork));
    };
    let Some((id, network)) = network(headless, typed)? else {
        return Err(unknown(Key::ErrorNetworkUnknown, typed));
    };
    let (secretariat, register) = (headless.secretariat()?, headless.register()?);
    let place = Place {
        network: secretariat.label(id),
        language: network.language(&secretariat),
        register: &register,
        today: zone::local(world::now()).date(),
    };
    let object = irc::object(&log, &place, &mut || headless.new_id());
    take_in(headless, file, &object)?;
    if log.left_out > 0 {
        let left = Message::new(Key::CliImportLeftOut).with("count", log.left_out);
        out::complain(&left.render(headless.locale()));
    }
    Ok(())
}

/// The comments that a returned document brought; those it brought before are not among them.
pub(super) fn take_returned(
    headless: &mut Headless,
    id: Id,
    file: &Path,
    bytes: &[u8],
) -> Result<Vec<Comment>, Failure> {
    let read = docx::read(bytes).map_err(|error| bad(file, &error))?;
    let papers = Papers::fetch(headless, id)?;
    let source = papers.source();
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let ground = docx::Ground {
        source: &source,
        file: &clean_line(&name),
        now: world::now(),
    };
    let comments = docx::comments(&read, &ground, &mut || headless.new_id())
        .map_err(|error| bad(file, &error))?;
    let ops = comments.iter().map(|it| add_to_meeting(id, it.clone()));
    headless.submit("import", ops.collect())?;
    Ok(comments)
}

/// Minutes that a member returned with tracked changes and comments.
fn returned(headless: &mut Headless, file: &Path, bytes: &[u8], it: &ImportIt) -> Done {
    let Some(typed) = &it.meeting else {
        return Err(Failure::usage(Key::CliImportMeeting));
    };
    let Some(Reference::Meeting(id)) = headless.resolve(typed)? else {
        return Err(unknown(Key::ErrorMeetingUnknown, typed));
    };
    let comments = take_returned(headless, id, file, bytes)?;
    let mut strangers: Vec<String> = Vec::new();
    for comment in comments.iter().filter(|it| it.is_by_stranger()) {
        if !strangers.contains(&comment.by) {
            strangers.push(comment.by.clone());
        }
    }
    let done = Message::new(Key::CliReturned)
        .with("file", world::shown(file))
        .with("count", comments.len());
    for name in strangers {
        let stranger = Message::new(Key::CliReturnedStranger).with("name", name);
        out::complain(&stranger.render(headless.locale()));
    }
    out::print(&done.render(headless.locale()))
}

fn network(headless: &mut Headless, typed: &str) -> Result<Option<(Id, Network)>, Failure> {
    match headless.resolve(typed)? {
        Some(Reference::Network(id)) => Ok(Some((id, headless.network(id)?))),
        _ => Ok(None),
    }
}

fn take_in(headless: &mut Headless, file: &Path, object: &MeetingObject) -> Done {
    let (secretariat, register) = (headless.secretariat()?, headless.register()?);
    let network = match secretariat.network(&object.network) {
        Some(id) => Some((id, headless.network(id)?)),
        None => None,
    };
    let taken = match object.id.parse() {
        Ok(id) => matches!(headless.resolve(&object.id)?, Some(Reference::Meeting(it)) if it == id),
        Err(_) => false,
    };
    let ground = Ground {
        secretariat: &secretariat,
        register: &register,
        network: network.as_ref().map(|(id, network)| (*id, network)),
        taken,
    };
    let import =
        json::ops(object, &ground, &mut || headless.new_id()).map_err(|error| bad(file, &error))?;
    let meeting = import.meeting;
    headless.submit("import", import.ops)?;
    out::print(&headless.label(&Reference::Meeting(meeting))?)
}

fn list(headless: &mut Headless, file: &Path, bytes: &[u8], it: &ImportIt) -> Done {
    let register = headless.register()?;
    let preview = people::read_csv(bytes, &register).map_err(|error| bad(file, &error))?;
    let in_network = match &it.network {
        None => None,
        Some(typed) => match network(headless, typed)? {
            None => return Err(unknown(Key::ErrorNetworkUnknown, typed)),
            found => found,
        },
    };
    let meeting = match &it.meeting {
        None => None,
        Some(typed) => match headless.resolve(typed)? {
            Some(Reference::Meeting(id)) => Some((id, headless.meeting(id)?)),
            _ => return Err(unknown(Key::ErrorMeetingUnknown, typed)),
        },
    };
    let target = match (&meeting, &in_network) {
        (Some((id, meeting)), _) => Target::Meeting {
            id: *id,
            meeting,
            at: world::now(),
        },
        (None, Some((id, network))) => Target::Network {
            id: *id,
            network,
            role: MemberRole::Member,
        },
        (None, None) => Target::Register,
    };
    let ops = people::ops(&preview, &register, target, &mut || headless.new_id());
    headless.submit("import", ops)?;
    tell(headless, &preview)
}

/// How many were new and known; what was left out is named on standard error.
fn tell(headless: &Headless, preview: &people::Preview) -> Done {
    let locale = headless.locale();
    let (new, known, _) = preview.counts();
    for row in &preview.rows {
        if matches!(row.who, Who::Unclear(_)) {
            let unclear = Message::new(Key::CliImportUnclear)
                .with("line", row.row.line)
                .with("name", row.row.name.clone());
            out::complain(&unclear.render(locale));
        }
    }
    if !preview.ignored.is_empty() {
        let ignored = Message::new(Key::CliImportIgnored).with("names", preview.ignored.join(", "));
        out::complain(&ignored.render(locale));
    }
    let done = Message::new(Key::CliImported)
        .with("new", new)
        .with("known", known);
    out::print(&done.render(locale))
}
