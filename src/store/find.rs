//! Finding anything by a few letters: fuzzy, with Danish folding. The titles are read into memory at the first use.

use std::collections::BTreeMap;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::index::{StoredMeeting, parse};
use super::lists::Names;
use super::{Error, Store, keys};
use crate::domain::fold::Doc;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::network::meeting_name;
use crate::domain::op::DocId;
use crate::domain::query::{ActionRow, DecisionRow, Hit, Place};
use crate::domain::question::{self, Question};
use crate::domain::register::Register;

/// Hundredths of the best match's score below which scattered letters are no match.
const WORTH: u32 = 67;

/// Titles by the meeting or network they belong to.
#[derive(Default)]
pub(super) struct Corpus(BTreeMap<Id, Vec<(Place, String)>>);

impl Store {
    /// Anything by a few letters, best first.
    pub fn find(&mut self, needle: &str, limit: usize) -> Result<Vec<Hit>, Error> {
        self.settle()?;
        if needle.trim().is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        let asked = question::read(needle);
        let mut found = self.search(asked)?;
        if asked.asks && found.is_empty() {
            found = self.search(Question {
                asks: false,
                ..asked
            })?;
        }
        found.truncate(limit);
        let names = self.names()?;
        let (register, _) = self.doc(DocId::Register)?;
        let mut hits = Vec::with_capacity(found.len());
        for (place, title) in found {
            let context = self.context(place, &names, register.as_ref())?;
            hits.push(Hit {
                place,
                title,
                context,
            });
        }
        Ok(hits)
    }

    /// What fits, best first; who asks is answered with decisions alone.
    fn search(&mut self, asked: Question<'_>) -> Result<Vec<(Place, String)>, Error> {
        let mut search = Search::new(asked.about);
        if self.corpus.is_none() {
            self.corpus = Some(self.read_corpus()?);
        }
        let rows = self.corpus.iter();
        let rows = rows.flat_map(|corpus| corpus.0.values().flatten());
        for (place, title) in rows {
            let bonus = match place {
                Place::Entry { .. } => 0,
                _ if asked.asks => continue,
                Place::Meeting(_) => 25,
                _ => 0,
            };
            search.offer(*place, title, bonus);
        }
        if asked.asks {
            return Ok(search.best());
        }
        let names = self.names()?;
        for (id, name) in names.list() {
            search.offer(Place::Network(id), name, 40);
        }
        let (register, _) = self.doc(DocId::Register)?;
        if let Doc::Register(register) = register.as_ref() {
            search.people(register);
        }
        Ok(search.best())
    }

    fn read_corpus(&self) -> Result<Corpus, Error> {
        let mut corpus = Corpus::default();
        for table in [keys::MEETING_OPEN, keys::MEETING_FINISHED] {
            for (_, bytes) in self.shelf.scan(&[table])? {
                let stored: StoredMeeting = parse(&bytes)?;
                corpus.add(
                    stored.row.id,
                    Place::Meeting(stored.row.id),
                    stored.row.title,
                );
            }
        }
        for (key, title) in self.shelf.scan(&[keys::ITEM])? {
            corpus.add_item(&key, title);
        }
        for (_, bytes) in self.shelf.scan(&[keys::DECISION])? {
            corpus.add_decision(parse(&bytes)?);
        }
        for table in [keys::ACTION_OPEN, keys::ACTION_CLOSED] {
            for (_, bytes) in self.shelf.scan(&[table])? {
                corpus.add_action(parse(&bytes)?);
            }
        }
        Ok(corpus)
    }

    /// Reads a meeting's titles again after it was written.
    pub(super) fn refresh(&mut self, meeting: Id) -> Result<(), Error> {
        let Some(mut corpus) = self.corpus.take() else {
            return Ok(());
        };
        let kept = corpus.0.remove(&meeting).unwrap_or_default();
        let actions = kept
            .into_iter()
            .filter(|(place, _)| action_of(*place).is_some());
        corpus.0.insert(meeting, actions.collect());
        for table in [keys::MEETING_OPEN, keys::MEETING_FINISHED] {
            if let Some(bytes) = self.shelf.get(&keys::key(table, &[meeting]))? {
                let stored: StoredMeeting = parse(&bytes)?;
                corpus.add(meeting, Place::Meeting(meeting), stored.row.title);
            }
        }
        for (key, title) in self.shelf.scan(&keys::key(keys::ITEM, &[meeting]))? {
            corpus.add_item(&key, title);
        }
        for (_, bytes) in self.shelf.scan(&keys::key(keys::DECISION, &[meeting]))? {
            corpus.add_decision(parse(&bytes)?);
        }
        self.corpus = Some(corpus);
        Ok(())
    }

    /// Reads an action item's title again after it was written.
    pub(super) fn refresh_action(&mut self, network: Id, action: Id) -> Result<(), Error> {
        let Some(mut corpus) = self.corpus.take() else {
            return Ok(());
        };
        for rows in corpus.0.values_mut() {
            rows.retain(|(place, _)| action_of(*place) != Some(action));
        }
        for table in [keys::ACTION_OPEN, keys::ACTION_CLOSED] {
            if let Some(bytes) = self.shelf.get(&keys::key(table, &[network, action]))? {
                corpus.add_action(parse(&bytes)?);
            }
        }
        self.corpus = Some(corpus);
        Ok(())
    }

    fn context(&self, place: Place, names: &Names, register: &Doc) -> Result<String, Error> {
        Ok(match place {
            Place::Meeting(meeting)
            | Place::Item { meeting, .. }
            | Place::Entry { meeting, .. } => meeting_name(&self.label_of(meeting, names)?),
            Place::Action { network, .. } | Place::Network(network) => {
                names.label(network).to_uppercase()
            }
            Place::Person(id) => match register {
                Doc::Register(register) => {
                    let of = register
                        .people
                        .get(&id)
                        .and_then(|person| person.organisation);
                    of.map(|of| register.organisation_name(of).to_owned())
                        .unwrap_or_default()
                }
                _ => String::new(),
            },
            Place::Organisation(_) => String::new(),
        })
    }
}

/// The action item a place stands for in the corpus.
fn action_of(place: Place) -> Option<Id> {
    match place {
        Place::Action { action, .. } => Some(action),
        _ => None,
    }
}

impl Corpus {
    fn add(&mut self, group: Id, place: Place, title: String) {
        if !title.is_empty() {
            self.0.entry(group).or_default().push((place, title));
        }
    }

    fn add_item(&mut self, key: &[u8], title: Vec<u8>) {
        let (meeting, item) = (keys::id(key, 0), keys::id(key, 1));
        let title = String::from_utf8(title).unwrap_or_default();
        self.add(meeting, Place::Item { meeting, item }, title);
    }

    fn add_decision(&mut self, row: DecisionRow) {
        let place = Place::Entry {
            meeting: row.meeting,
            item: row.item,
            entry: row.id,
        };
        // Decided under "Økonomi", found by "økonomi" though its words don't say so.
        let title = format!("{} · {}", row.text, row.item_title);
        self.add(row.meeting, place, title);
    }

    fn add_action(&mut self, row: ActionRow) {
        let place = Place::Action {
            network: row.network,
            action: row.id,
        };
        self.add(row.meeting.unwrap_or(row.network), place, row.text);
    }
}

/// One search: the best so far.
struct Search {
    matcher: Matcher,
    typed: Pattern,
    folded: Pattern,
    buffer: Vec<char>,
    /// The folded words.
    words: Vec<String>,
    found: Vec<Found>,
}

struct Found {
    /// How well it fits.
    score: u32,
    /// The same, and how likely what it is is meant.
    rank: u32,
    /// The words stand in it as they were typed.
    whole: bool,
    place: Place,
    title: String,
}

impl Search {
    fn new(needle: &str) -> Self {
        let pattern = |text: &str| Pattern::parse(text, CaseMatching::Ignore, Normalization::Smart);
        Self {
            matcher: Matcher::new(Config::DEFAULT),
            typed: pattern(needle),
            folded: pattern(&fold(needle)),
            buffer: Vec::new(),
            words: needle.split_whitespace().map(fold).collect(),
            found: Vec::new(),
        }
    }

    fn offer(&mut self, place: Place, title: &str, bonus: u32) {
        let plain = Utf32Str::new(title, &mut self.buffer);
        let mut score = self.typed.score(plain, &mut self.matcher);
        if !title.is_ascii() || title.contains("aa") || title.contains("Aa") {
            let folded = fold(title);
            let folded = Utf32Str::new(&folded, &mut self.buffer);
            score = score.max(self.folded.score(folded, &mut self.matcher));
        } else if score.is_none() {
            score = self
                .folded
                .score(plain_again(title, &mut self.buffer), &mut self.matcher);
        }
        if let Some(score) = score {
            let folded = fold(title);
            self.found.push(Found {
                score,
                rank: score + bonus,
                whole: self.words.iter().all(|word| folded.contains(word)),
                place,
                title: title.to_owned(),
            });
        }
    }

    fn people(&mut self, register: &Register) {
        for person in register.people.values().filter(|person| !person.removed) {
            self.offer(Place::Person(person.id), &person.name, 30);
        }
        for row in register.organisations.values().filter(|row| !row.removed) {
            self.offer(Place::Organisation(row.id), &row.name, 30);
        }
    }

    /// Best first. Letters scattered over a text count only where nothing has the words as typed,
    /// and then only the best of them.
    fn best(mut self) -> Vec<(Place, String)> {
        let whole = self.found.iter().any(|found| found.whole);
        let best = self.found.iter().map(|found| found.score).max();
        let least = best.unwrap_or_default() * WORTH / 100;
        self.found.retain(|found| match whole {
            true => found.whole,
            false => found.score >= least,
        });
        self.found.sort_by(|left, right| {
            (right.rank.cmp(&left.rank))
                .then(left.title.len().cmp(&right.title.len()))
                .then_with(|| left.title.cmp(&right.title))
        });
        let found = self.found.into_iter();
        found.map(|found| (found.place, found.title)).collect()
    }
}

fn plain_again<'a>(title: &'a str, buffer: &'a mut Vec<char>) -> Utf32Str<'a> {
    Utf32Str::new(title, buffer)
}
