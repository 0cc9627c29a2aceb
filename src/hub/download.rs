//! Annexes' files on their way from a hub on another machine to where a person wants them: asked for a piece at a time,
//! few of them under way, so that what is typed goes between them. What has come stays while the line is lost. A file
//! has its name once it is whole, is what its hash says, and is on disk.

use std::collections::VecDeque;
use std::path::PathBuf;

use super::arrival::Arrival;
use super::attachment::{FILES, LARGEST};
use super::event::Event;
use super::relay::{Dialer, Line, Relay};
use super::saving::{self, aside, beside, place, save};
use super::upload::{PIECE, WINDOW};
use super::wire::Say;
use crate::domain::batch::Hash;
use crate::domain::bytes::Bytes;
use crate::domain::id::Id;
use crate::domain::query::{Answer, Query, Save};
use crate::domain::reason;

/// Numbers of the relay's own questions begin here.
const OWN: u64 = 1 << 63;

/// Files that are coming, one after the other.
#[derive(Default)]
pub(super) struct Downloads {
    coming: VecDeque<Coming>,
    /// Pieces asked for so far.
    asked: u64,
}

struct Coming {
    /// The question it answers.
    number: u64,
    of: (Id, Id),
    hash: Hash,
    place: PathBuf,
    /// Once its size is known.
    arrival: Option<(Arrival, u64)>,
    /// The place up to which pieces are asked for.
    upto: u64,
    /// The pieces' questions, in order.
    open: VecDeque<u64>,
}

impl Coming {
    /// Takes in a piece; whether it was the last.
    fn take(&mut self, size: u64, bytes: &[u8]) -> Result<bool, String> {
        if size > LARGEST {
            return Err(reason::TOO_LARGE.to_owned());
        }
        let begun = match self.arrival.take() {
            Some((arrival, _)) => Ok(arrival),
            None => Arrival::begin(beside(&self.place), self.hash, size),
        };
        let mut arrival = begun.map_err(|error| error.to_string())?;
        if size > 0 {
            arrival.take(arrival.taken(), bytes)?;
        }
        let whole = arrival.is_whole();
        self.arrival = Some((arrival, size));
        Ok(whole)
    }

    fn taken(&self) -> u64 {
        self.arrival.as_ref().map_or(0, |(it, _)| it.taken())
    }

    /// How far pieces may be asked for by now: the first one says how much there is.
    fn limit(&self) -> u64 {
        match &self.arrival {
            Some((arrival, size)) => (arrival.taken() + WINDOW).min(*size),
            None => 1,
        }
    }
}

impl Relay {
    /// Writes an annex's file to where it is to go: from this machine, where it is there, else from the hub's.
    pub(super) fn save(&mut self, number: u64, wanted: Save) {
        let folder = self.options.folder.clone();
        let here = folder.join(FILES).join(&wanted.file);
        let kept = wanted.content.is_none();
        let far = kept && matches!(self.dialer, Dialer::Far(_)) && !here.is_file();
        let failed = match place(&wanted) {
            _ if self.options.confined => reason::ELSEWHERE.to_owned(),
            Ok(place) if far && matches!(self.line, Line::Far(..)) => {
                return self.fetch(number, &wanted, place);
            }
            Ok(_) if far => reason::OFFLINE.to_owned(),
            Ok(_) => return aside(number, &self.sink, move || save(&folder, &wanted)),
            Err(why) => why,
        };
        let answer = Answer::Failed(failed);
        (self.sink)(Event::Answer { number, answer });
    }

    fn fetch(&mut self, number: u64, wanted: &Save, place: PathBuf) {
        let Some(hash) = Hash::read(&wanted.file) else {
            let answer = Answer::Failed(reason::NO_FILE.to_owned());
            (self.sink)(Event::Answer { number, answer });
            return;
        };
        self.downloads.coming.push_back(Coming {
            number,
            of: (wanted.meeting, wanted.annex),
            hash,
            place,
            arrival: None,
            upto: 0,
            open: VecDeque::new(),
        });
        self.ask_pieces();
    }

    fn ask_pieces(&mut self) {
        let Some(coming) = self.downloads.coming.front_mut() else {
            return;
        };
        let mut asks = Vec::new();
        while coming.upto < coming.limit() {
            let number = OWN + self.downloads.asked;
            self.downloads.asked += 1;
            let ((meeting, annex), at) = (coming.of, coming.upto);
            coming.open.push_back(number);
            coming.upto += PIECE;
            let query = Query::Piece { meeting, annex, at };
            asks.push(Say::Query { number, query });
        }
        asks.into_iter().for_each(|say| self.say(say));
    }

    /// What was asked for on another connection is asked for again.
    pub(super) fn fetch_on(&mut self) {
        if let Some(coming) = self.downloads.coming.front_mut() {
            coming.open.clear();
            coming.upto = coming.taken();
        }
        self.ask_pieces();
    }

    /// An answer; `None` when it was to a question of the relay's own.
    pub(super) fn taken_piece(&mut self, number: u64, answer: Answer) -> Option<Answer> {
        if number < OWN {
            return Some(answer);
        }
        let coming = self.downloads.coming.front_mut()?;
        if coming.open.front() != Some(&number) {
            return None;
        }
        coming.open.pop_front();
        let taken = match answer {
            Answer::Piece {
                size,
                bytes: Bytes(bytes),
            } => coming.take(size, &bytes),
            Answer::Failed(why) => Err(why),
            _ => Err(reason::FORGED.to_owned()),
        };
        if taken != Ok(false)
            && let Some(done) = self.downloads.coming.pop_front()
        {
            let (number, place, arrival) = (done.number, done.place, done.arrival);
            // The disk may take its time.
            aside(number, &self.sink, move || {
                let arrival = taken.map(|_| arrival);
                let saved = arrival.and_then(|arrival| match arrival {
                    Some((arrival, _)) => arrival.keep_new(&place).map(|()| place),
                    None => Err(reason::FORGED.to_owned()),
                });
                saving::answer(saved)
            });
        }
        self.ask_pieces();
        None
    }
}
