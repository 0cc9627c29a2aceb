//! `import`: a meeting from JSON, or people from a CSV file: to the register, a network or a meeting.

use std::io::Read;
use std::path::Path;

use super::arguments::ImportIt;
use super::failure::{Done, Failure};
use super::fresh::Fresh;
use super::headless::Headless;
use super::out;
use super::perform::unknown;
use super::world::{self, World};
use crate::app::message::Message;
use crate::domain::network::MemberRole;
use crate::domain::query::Reference;
use crate::intake::json::{self, Ground};
use crate::intake::people::{self, Target, Who};
use crate::locale::Key;

/// The largest file that is taken in.
const LARGEST: u64 = 256 * 1024 * 1024;

/// Runs `import`.
pub fn run(world: &World, it: &ImportIt) -> Done {
    let csv = is_csv(it)?;
    let bytes = read(&it.file)?;
    let folder = world::possible(world)?;
    let fresh = Fresh::of(&folder);
    let mut headless = Headless::open(world, &folder)?;
    if fresh.is_some() {
        headless.found(world)?;
    }
    let done = if csv {
        list(&mut headless, &bytes, it)
    } else {
        meeting(&mut headless, &bytes, it)
    };
    drop(headless);
    if let (Err(_), Some(fresh)) = (&done, fresh) {
        fresh.discard();
    }
    done
}

/// What a file is: as said, else by its name.
fn is_csv(it: &ImportIt) -> Result<bool, Failure> {
    let ending = it.file.extension().map(|ending| ending.to_string_lossy());
    let format = it.format.as_deref().or(ending.as_deref());
    match format.map(str::to_lowercase).as_deref() {
        Some("csv" | "tsv" | "txt") => Ok(true),
        Some("json") => Ok(false),
        _ => Err(Failure::usage(
            Message::new(Key::CliImportFormat).with("file", world::shown(&it.file)),
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
fn bad(it: &ImportIt, error: &impl std::fmt::Display) -> Failure {
    Failure::failed(format!("{}: {error}", world::shown(&it.file)))
}

fn meeting(headless: &mut Headless, bytes: &[u8], it: &ImportIt) -> Done {
    let object = json::read(bytes).map_err(|error| bad(it, &error))?;
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
        json::ops(&object, &ground, &mut || headless.new_id()).map_err(|error| bad(it, &error))?;
    let meeting = import.meeting;
    headless.submit("import", import.ops)?;
    out::print(&headless.label(&Reference::Meeting(meeting))?)
}

fn list(headless: &mut Headless, bytes: &[u8], it: &ImportIt) -> Done {
    let register = headless.register()?;
    let preview = people::read_csv(bytes, &register).map_err(|error| bad(it, &error))?;
    let network = match &it.network {
        None => None,
        Some(typed) => match headless.resolve(typed)? {
            Some(Reference::Network(id)) => Some((id, headless.network(id)?)),
            _ => return Err(unknown(Key::ErrorNetworkUnknown, typed)),
        },
    };
    let meeting = match &it.meeting {
        None => None,
        Some(typed) => match headless.resolve(typed)? {
            Some(Reference::Meeting(id)) => Some((id, headless.meeting(id)?)),
            _ => return Err(unknown(Key::ErrorMeetingUnknown, typed)),
        },
    };
    let target = match (&meeting, &network) {
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
