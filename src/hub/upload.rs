//! Files that annexes name, on their way from a joined session to its hub on another machine. A file lies in the
//! session's own folder first. The hub is asked by hash whether it has it; what it lacks it gets in pieces, few of them
//! under way, so that what is typed goes between them. Whoever adds a file is told that it is kept once the hub has it,
//! or at once where there is no line. Then the change that names it waits with all other changes, and is not said
//! before the hub has the file, nor is what comes after it: the hub takes a session's changes in their order. A line
//! that was lost begins with the question again.

use std::collections::{BTreeSet, VecDeque};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use super::attachment::FILES;
use super::event::Event;
use super::link::Sink;
use super::relay::{Ask, Dialer, Kept, Line, Relay};
use super::wire::{Parcel, Say};
use crate::domain::agenda::AnnexField;
use crate::domain::batch::{Hash, Submission};
use crate::domain::bytes::Bytes;
use crate::domain::meeting::{MeetingChange, MeetingRecord};
use crate::domain::network::{NetworkChange, NetworkHeadField, NetworkRecord};
use crate::domain::news::{News, NewsKind};
use crate::domain::op::{Edit, Op};
use crate::domain::publishing::MaterialField;
use crate::domain::query::Answer;

/// Bytes in one piece.
pub(super) const PIECE: u64 = 16 * 1024;
/// Bytes under way.
pub(super) const WINDOW: u64 = 4 * PIECE;

/// What goes to the hub in its turn, on this connection.
#[derive(Default)]
pub(super) struct Outbox {
    /// The hub said that it has them.
    there: BTreeSet<Hash>,
    /// On their way, one after the other.
    files: VecDeque<Going>,
    /// What is said once the files before it are there.
    held: VecDeque<Say>,
    /// Who added a file, and what is answered.
    adding: Vec<(u64, Hash, Answer)>,
}

struct Going {
    hash: Hash,
    size: u64,
    sent: u64,
    file: File,
}

impl Going {
    /// A file of this folder, if it is there and what its name says.
    fn open(folder: &Path, hash: Hash) -> io::Result<Self> {
        let path = folder.join(FILES).join(hash.to_string());
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(File::open(&path)?)?;
        if hasher.finalize().as_bytes() != &hash.0 {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let file = File::open(&path)?;
        Ok(Self {
            hash,
            size: file.metadata()?.len(),
            sent: 0,
            file,
        })
    }

    /// The next piece, as far as it may go by now.
    fn piece(&mut self, upto: u64) -> Option<Parcel> {
        let length = PIECE.min(upto.min(self.size).saturating_sub(self.sent));
        let mut bytes = Vec::new();
        let read = (&mut self.file).take(length).read_to_end(&mut bytes);
        if bytes.is_empty() || read.is_err() {
            return None;
        }
        let at = self.sent;
        self.sent += bytes.len() as u64;
        Some(Parcel::Piece {
            at,
            bytes: Bytes(bytes),
        })
    }
}

/// A sink that passes on everything but that a file is kept here: the relay says that, when it is time.
pub(super) fn through(asks: Sender<Ask>, sink: Sink) -> Sink {
    Arc::new(move |event| match event {
        Event::Answer {
            number,
            answer: Answer::Kept { hash, name },
        } => asks.send(Ask::Kept { number, hash, name }).is_ok(),
        event => sink(event),
    })
}

/// The files that something to say names.
fn named(say: &Say) -> Vec<Hash> {
    let (Say::Submit(submission) | Say::Again(submission)) = say else {
        return Vec::new();
    };
    let files = submission.ops.iter().filter_map(|op| match &op.op {
        Op::Meeting(Edit::Add(MeetingRecord::Annex(annex))) => Some(&annex.file),
        Op::Meeting(Edit::Set {
            change: MeetingChange::Annex(AnnexField::File(change)),
            ..
        }) => Some(&change.to),
        Op::Network(Edit::Add(NetworkRecord::Material(material))) => Some(&material.file),
        Op::Network(Edit::Set {
            change: NetworkChange::Material(MaterialField::File(change)),
            ..
        }) => Some(&change.to),
        Op::Network(Edit::Set {
            change: NetworkChange::Head(NetworkHeadField::Logo(change)),
            ..
        }) => Some(&change.to),
        _ => None,
    });
    files.filter_map(|file| Hash::read(file)).collect()
}

impl Relay {
    /// Writes a change to the file of pending work and says it to the hub when it is its turn.
    pub(super) fn submit(&mut self, mut submission: Submission) {
        let counter = submission.counter;
        submission.base = submission.base.max(self.floor);
        let mut told = false;
        if !matches!(self.line, Line::Own(..)) {
            match self.file.add(&submission) {
                Ok(()) => {
                    told = true;
                    (self.sink)(Event::Written { counter });
                }
                Err(error) => {
                    let news = News::new(NewsKind::Pending, error);
                    (self.sink)(Event::Trouble(Some(news)));
                }
            }
        }
        self.kept.push_back(Kept {
            submission: submission.clone(),
            seq: None,
            told,
        });
        if self.renewing
            && let Some(group) = &mut self.group
        {
            // Made on what the hub lost.
            group.add(submission);
        } else if self.copy.is_none() || self.agreed {
            self.say_in_turn(Say::Submit(submission));
        }
    }

    /// A file was added here.
    pub(super) fn keep(&mut self, number: u64, hash: String, name: String) {
        let file = Hash::read(&hash);
        let answer = Answer::Kept { hash, name };
        match file.filter(|hash| self.send_file(*hash)) {
            Some(hash) => self.outbox.adding.push((number, hash, answer)),
            None => {
                (self.sink)(Event::Answer { number, answer });
            }
        }
    }

    /// Says something once the hub has the files it names and all before it was said.
    pub(super) fn say_in_turn(&mut self, say: Say) {
        for hash in named(&say) {
            self.send_file(hash);
        }
        self.outbox.held.push_back(say);
        self.say_held();
    }

    /// What is held is offered anew, or was made on what is no more.
    pub(super) fn drop_held(&mut self) {
        self.outbox.held.clear();
    }

    /// The connection is another one, or none: what has not arrived is at home, and the change that names it waits.
    pub(super) fn empty_outbox(&mut self) {
        for (number, _, answer) in std::mem::take(&mut self.outbox).adding {
            (self.sink)(Event::Answer { number, answer });
        }
    }

    /// Whether a file is on its way now; one that is not in the folder came from the hub.
    fn send_file(&mut self, hash: Hash) -> bool {
        let far = matches!((&self.dialer, &self.line), (Dialer::Far(_), Line::Far(..)));
        if !far || self.outbox.there.contains(&hash) {
            return false;
        }
        if self.outbox.files.iter().any(|going| going.hash == hash) {
            return true;
        }
        let Ok(going) = Going::open(&self.options.folder, hash) else {
            return false;
        };
        self.outbox.files.push_back(going);
        if self.outbox.files.len() == 1 {
            self.offer_file();
        }
        true
    }

    fn offer_file(&mut self) {
        if let Some(Going { hash, size, .. }) = self.outbox.files.front() {
            let (hash, size) = (*hash, *size);
            self.say(Say::Parcel(Parcel::Offer { hash, size }));
        }
    }

    /// The hub has so much of a file: more may go, or the next one.
    pub(super) fn arrived(&mut self, hash: Hash, bytes: u64) {
        let Some(going) = self.outbox.files.front_mut() else {
            return;
        };
        if going.hash != hash {
            return;
        }
        if bytes < going.size {
            let pieces: Vec<_> =
                std::iter::from_fn(|| going.piece(bytes.saturating_add(WINDOW))).collect();
            if going.sent <= bytes {
                // It cannot be read any more: on the next connection that is seen before it is offered.
                return self.lost();
            }
            return pieces.into_iter().for_each(|it| self.say(Say::Parcel(it)));
        }
        self.outbox.files.pop_front();
        self.outbox.there.insert(hash);
        let adding = std::mem::take(&mut self.outbox.adding);
        let (done, open) = adding.into_iter().partition(|(_, file, _)| *file == hash);
        self.outbox.adding = open;
        let done: Vec<(u64, Hash, Answer)> = done;
        for (number, _, answer) in done {
            (self.sink)(Event::Answer { number, answer });
        }
        self.offer_file();
        self.say_held();
    }

    fn say_held(&mut self) {
        let waits = |say: &Say, files: &VecDeque<Going>| {
            let named = named(say);
            files.iter().any(|going| named.contains(&going.hash))
        };
        while let Some(say) = self.outbox.held.pop_front() {
            if waits(&say, &self.outbox.files) {
                return self.outbox.held.push_front(say);
            }
            self.say(say);
        }
    }
}
