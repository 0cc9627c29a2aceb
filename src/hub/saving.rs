//! Annexes' files on their way to where a person wants them: from this machine's folder, beside whoever asked; and what
//! the hub hands out of its own, a piece at a time, to a session on another machine (see `download`).

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::arrival::Arrival;
use super::attachment::{FILES, SMALL, path, why};
use super::core::{Hub, Request};
use super::event::Event;
use super::link::Sink;
use super::projection::shows_annex;
use super::upload::PIECE;
use crate::domain::batch::{Hash, SessionId};
use crate::domain::bytes::Bytes;
use crate::domain::clean::clean_line;
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::op::DocId;
use crate::domain::query::{Answer, Save};
use crate::domain::reason;

/// Where a file is to go: the path, or in the folder that the path names.
pub(super) fn place(save: &Save) -> Result<PathBuf, String> {
    let mut place = path(&save.to);
    if place.is_dir() {
        // A name from elsewhere leads nowhere else.
        let name = clean_line(&save.name);
        let name = Path::new(&name).file_name().unwrap_or("bilag".as_ref());
        place.push(name);
    }
    match place.exists() {
        true => Err(reason::TAKEN.to_owned()),
        false => Ok(place),
    }
}

/// The folder that a file is written in.
pub(super) fn beside(place: &Path) -> &Path {
    match place.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Work on files beside a session; `sink` hears the answer to question `number`.
pub(super) fn aside(number: u64, sink: &Sink, work: impl FnOnce() -> Answer + Send + 'static) {
    let hearer = Sink::clone(sink);
    let thread = std::thread::Builder::new().name("save-file".into());
    let work = move || {
        let answer = work();
        hearer(Event::Answer { number, answer });
    };
    if let Err(error) = thread.spawn(work) {
        let answer = Answer::Failed(error.to_string());
        sink(Event::Answer { number, answer });
    }
}

/// The same for one with files of their own here; who has no folder on this machine is told where files are taken.
pub(super) fn at_home(
    folder: Option<PathBuf>,
    number: u64,
    sink: &Sink,
    work: impl FnOnce(&Path) -> Answer + Send + 'static,
) {
    aside(number, sink, move || match folder {
        Some(folder) => work(&folder),
        None => Answer::Failed(reason::ELSEWHERE.to_owned()),
    });
}

/// Writes a file of the folder to where it is to go.
pub(super) fn save(folder: &Path, save: &Save) -> Answer {
    let saved = place(save).and_then(|place| {
        match &save.content {
            None => copy(folder, &save.file, &place)?,
            Some(content) => write(&place, &content.0)?,
        }
        Ok(place)
    });
    answer(saved)
}

/// Writes a document to a new file that only its owner may read.
pub(super) fn write(place: &Path, bytes: &[u8]) -> Result<(), String> {
    let mut arrival = Arrival::begin(beside(place), Hash::of(bytes), bytes.len() as u64)
        .map_err(|error| why(&error))?;
    arrival.take(0, bytes)?;
    arrival.keep_new(place)
}

/// What is answered once a file lies there, or why not.
pub(super) fn answer(saved: Result<PathBuf, String>) -> Answer {
    match saved {
        Ok(place) => Answer::Saved(clean_line(&place.to_string_lossy())),
        Err(why) => Answer::Failed(why),
    }
}

fn copy(folder: &Path, file: &str, place: &Path) -> Result<(), String> {
    let hash = Hash::read(file).ok_or(reason::NO_FILE)?;
    let said = |error: std::io::Error| why(&error);
    let mut from = File::open(folder.join(FILES).join(hash.to_string())).map_err(said)?;
    let size = from.metadata().map_err(said)?.len();
    let mut copy = Arrival::begin(beside(place), hash, size).map_err(said)?;
    while !copy.is_whole() {
        let mut bytes = Vec::new();
        let piece = (&mut from).take(64 * PIECE);
        { piece }.read_to_end(&mut bytes).map_err(said)?;
        copy.take(copy.taken(), &bytes)?;
    }
    copy.keep_new(place)
}

fn piece(folder: &Path, hash: Hash, at: u64) -> std::io::Result<Answer> {
    let mut file = File::open(folder.join(FILES).join(hash.to_string()))?;
    let size = file.metadata()?.len();
    file.seek(SeekFrom::Start(at))?;
    let mut bytes = Vec::new();
    file.take(PIECE).read_to_end(&mut bytes)?;
    Ok(Answer::Piece {
        size,
        bytes: Bytes(bytes),
    })
}

/// A small file whole.
fn whole(folder: &Path, hash: Hash) -> std::io::Result<Answer> {
    let file = File::open(folder.join(FILES).join(hash.to_string()))?;
    let mut bytes = Vec::new();
    file.take(SMALL).read_to_end(&mut bytes)?;
    Ok(Answer::Content(Bytes(bytes)))
}

impl Hub {
    /// Answers with the file of a network's logo, read beside this thread.
    pub(super) fn hand_out_logo(&mut self, id: SessionId, number: u64, network: Id) {
        let doc = self.with_store(|store, _| store.doc(DocId::Network(network)));
        let hash = match doc.as_ref().map(|(doc, _)| doc.as_ref()) {
            Ok(Doc::Network(network)) => Hash::read(&network.head.logo),
            _ => None,
        };
        self.read_aside(id, number, move |folder| {
            whole(folder, hash.ok_or(std::io::ErrorKind::NotFound)?)
        });
    }

    /// Answers with what is read of a file beside this thread.
    fn read_aside(
        &mut self,
        session: SessionId,
        number: u64,
        read: impl FnOnce(&Path) -> std::io::Result<Answer> + Send + 'static,
    ) {
        let (folder, weight) = (self.folder.clone(), self.weight.take());
        self.errands.run(move || Request::Recalled {
            session,
            number,
            answer: Box::new(read(&folder).unwrap_or_else(|error| Answer::Failed(why(&error)))),
            weight,
        });
    }

    /// Answers with the next bytes of an annex's file, if the session may have it; read beside this thread.
    pub(super) fn hand_out(&mut self, id: SessionId, number: u64, of: (Id, Id), at: u64) {
        let Some(hash) = self.file_for(id, of) else {
            return self.turn_down(id, number);
        };
        self.read_aside(id, number, move |folder| piece(folder, hash, at));
    }

    fn file_for(&mut self, id: SessionId, (meeting, annex): (Id, Id)) -> Option<Hash> {
        let doc = self.with_store(|store, _| store.doc(DocId::Meeting(meeting)));
        let (doc, _) = doc.ok()?;
        let Doc::Meeting(meeting) = doc.as_ref() else {
            return None;
        };
        let annex = meeting.annexes.get(&annex)?;
        let scope = &self.sessions.get(&id)?.scope;
        shows_annex(scope, meeting, annex).then(|| Hash::read(&annex.file))?
    }
}
