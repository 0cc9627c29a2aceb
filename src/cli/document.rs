//! `export`: a document of a meeting, in a format, to a file or standard output.

use std::io::{IsTerminal as _, Write};
use std::path::Path;

use super::arguments::ExportIt;
use super::calendar;
use super::failure::{Done, Failure};
use super::headless::Headless;
use super::letterhead;
use super::out;
use super::own_texts;
use super::perform::unknown;
use super::report;
use super::world::{self, World};
use crate::app::message::Message;
use crate::documents::json::{self, MeetingObject, Scope};
use crate::documents::{self, Audience, Format, Outline, Rendered, Report, Source, What, annexes};
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::network::Network;
use crate::domain::query::{ActionRow, Answer, Query, Reference};
use crate::domain::register::Register;
use crate::domain::secretariat::Secretariat;
use crate::domain::zone::Moment;
use crate::locale::Key;

/// Runs `export`.
pub fn run(world: &World, it: &ExportIt) -> Done {
    let folder = world::existing(world)?;
    let mut headless = Headless::open(world, &folder)?;
    if calendar::NAMES.contains(&it.what.as_str()) {
        let text = calendar::text(&mut headless, it)?;
        return match it.output.as_deref().filter(|path| path.as_os_str() != "-") {
            None => out::print_bytes(text.as_bytes()),
            Some(path) => save(path, text.as_bytes()),
        };
    }
    if it.what == Report::Texts.name() {
        return own_texts::run(&mut headless, it);
    }
    let rendered = match it.what.parse::<Report>() {
        Ok(report) => report::rendered(&mut headless, report, it)?,
        Err(_) => of_meeting(&mut headless, &folder, it)?,
    };
    match it.output.as_deref().filter(|path| path.as_os_str() != "-") {
        Some(path) => save(path, &rendered.into_bytes()),
        None => print(rendered),
    }
}

/// Writes a document to standard output; bytes are for a file or another program, never a terminal.
fn print(rendered: Rendered) -> Done {
    match rendered {
        Rendered::Text(text) => out::print(&text),
        Rendered::Bytes(_) if std::io::stdout().is_terminal() => {
            Err(Failure::usage(Key::CliBytesToTerminal))
        }
        Rendered::Bytes(bytes) => out::print_bytes(&bytes),
    }
}

/// A document of a meeting.
fn of_meeting(headless: &mut Headless, folder: &Path, it: &ExportIt) -> Result<Rendered, Failure> {
    let typed = it
        .id
        .as_deref()
        .ok_or_else(|| Failure::usage(Key::ErrorNoMeeting))?;
    let Some(Reference::Meeting(id)) = headless.resolve(typed)? else {
        return Err(unknown(Key::ErrorMeetingUnknown, typed));
    };
    let audience = if it.public {
        Audience::Public
    } else {
        Audience::Internal
    };
    let what = it.what.parse().unwrap_or(What::Minutes);
    match it.format.parse::<Format>() {
        Ok(format) => {
            let papers = Papers::fetch(headless, id)?;
            let mut outline = papers.outline(what, audience)?;
            if let Some(path) = it.output.as_deref().filter(|path| is_file(path)) {
                let files = files(&papers.meeting, &papers.network);
                lay_beside(path, folder, &files, &mut outline)?;
            }
            let letterhead = letterhead::of(headless, Some(papers.meeting.head.network))?;
            letterhead::warn(headless.locale(), format, &outline);
            let source = papers.source();
            let rendered = documents::render_paper(format, what, &source, &outline, &letterhead);
            rendered.map_err(|error| Failure::failed(error.to_string()))
        }
        Err(_) if it.format != "json" => Err(report::wrong_format(it, &["json"])),
        Err(_) if it.what == What::Article.name() => {
            let of = headless.meeting(id)?.head.network;
            let network = headless.network(of)?;
            let label = headless.secretariat()?.label(of).to_owned();
            let row = network.article_of(id);
            out::data(&row.map(|row| json::article_object(row, &network, &label)))
        }
        Err(_) => {
            let scope = match audience {
                Audience::Internal => Scope::Export,
                Audience::Public => Scope::Public,
            };
            out::data(&object(headless, id, scope)?)
        }
    }
}

/// Whether a document goes into a file that others can lie beside.
fn is_file(path: &Path) -> bool {
    path.as_os_str() != "-" && (path.is_file() || !path.exists())
}

/// The kept files of a meeting's annexes and materials: the content's hash, and the file's own name.
fn files<'a>(meeting: &'a Meeting, network: &'a Network) -> Vec<(&'a str, &'a str)> {
    let annexes = meeting.annexes.values();
    let annexes = annexes.map(|row| (row.file.as_str(), row.file_name.as_str()));
    let materials = network.material_list().into_iter();
    let materials = materials.map(|row| (row.file.as_str(), row.file_name.as_str()));
    annexes.chain(materials).collect()
}

/// Puts the kept files that a document names into a folder beside it, and links them.
fn lay_beside(path: &Path, folder: &Path, files: &[(&str, &str)], outline: &mut Outline) -> Done {
    let beside = path.with_file_name(annexes::folder(outline.language));
    for (file, own) in files {
        let name = annexes::name_of(file, own);
        let kept = folder.join("files").join(file);
        if name.is_empty() || !kept.is_file() || !outline.link_file(&name) {
            continue;
        }
        let wrong = |error: std::io::Error| cannot_write(&beside, &error);
        std::fs::create_dir_all(&beside).map_err(wrong)?;
        let bytes = std::fs::read(&kept).map_err(wrong)?;
        save(&beside.join(name), &bytes)?;
    }
    Ok(())
}

/// A meeting as JSON tells it.
pub fn object(headless: &mut Headless, id: Id, scope: Scope) -> Result<MeetingObject, Failure> {
    let papers = Papers::fetch(headless, id)?;
    let now = Moment::new(world::now());
    Ok(json::meeting(&papers.source(), now, scope))
}

/// A document of a meeting as text, for the secretariat's own eyes.
pub fn text(headless: &mut Headless, id: Id, what: What) -> Result<String, Failure> {
    let outline = Papers::fetch(headless, id)?.outline(what, Audience::Internal)?;
    Ok(documents::text(&outline))
}

/// What a meeting's documents are made from.
pub struct Papers {
    id: Id,
    secretariat: Secretariat,
    register: Register,
    network: Network,
    meeting: Meeting,
    previous: Option<(Id, Meeting)>,
    open_actions: Vec<ActionRow>,
}

impl Papers {
    /// Asks for all of it.
    pub fn fetch(headless: &mut Headless, id: Id) -> Result<Self, Failure> {
        let meeting = headless.meeting(id)?;
        let of = meeting.head.network;
        let network = headless.network(of)?;
        let asked = Query::Actions {
            network: Some(of),
            open: true,
        };
        let Answer::Actions(open_actions) = headless.link.ask(asked)? else {
            return Err(Key::ErrorInternal.into());
        };
        Ok(Self {
            id,
            secretariat: headless.secretariat()?,
            register: headless.register()?,
            previous: headless.previous(&network, id)?,
            network,
            meeting,
            open_actions,
        })
    }

    fn outline(&self, what: What, audience: Audience) -> Result<Outline, Failure> {
        documents::outline(what, &self.source(), audience)
            .map_err(|error| Failure::failed(error.to_string()))
    }

    /// The same as documents take it.
    pub fn source(&self) -> Source<'_> {
        let previous = self.previous.as_ref();
        Source {
            secretariat: &self.secretariat,
            register: &self.register,
            network: &self.network,
            id: self.id,
            meeting: &self.meeting,
            previous: previous.map(|(id, meeting)| (*id, meeting)),
            open_actions: &self.open_actions,
        }
    }
}

/// A file cannot be written, and why.
pub fn cannot_write(path: &Path, error: &std::io::Error) -> Failure {
    Message::new(Key::CliCannotWrite)
        .with("file", world::shown(path))
        .with("why", error.to_string())
        .into()
}

/// Writes a file whole or not at all: beside it first, then in its place.
pub fn save(path: &Path, bytes: &[u8]) -> Done {
    let wrong = |error: std::io::Error| cannot_write(path, &error);
    if path.is_dir() {
        return Err(wrong(std::io::ErrorKind::IsADirectory.into()));
    }
    // A pipe or a device is written as it is.
    if path.exists() && !path.is_file() {
        return std::fs::write(path, bytes).map_err(wrong);
    }
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.new", std::process::id()));
    let fresh = path.with_file_name(name);
    let done = std::fs::File::create(&fresh)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&fresh, path));
    done.map_err(|error| {
        let _ = std::fs::remove_file(&fresh);
        wrong(error)
    })
}
