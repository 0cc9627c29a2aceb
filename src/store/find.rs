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
use crate::domain::op::DocId;
use crate::domain::query::{ActionRow, DecisionRow, Hit, Place};
use crate::domain::register::Register;

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
        let mut search = Search::new(needle);
        if self.corpus.is_none() {
            self.corpus = Some(self.read_corpus()?);
        }
        let names = self.names()?;
        for (id, name) in names.list() {
            search.offer(Place::Network(id), name, 40);
        }
        let (register, _) = self.doc(DocId::Register)?;
        if let Doc::Register(register) = register.as_ref() {
            search.people(register);
        }
        for (place, title) in self
            .corpus
            .iter()
            .flat_map(|corpus| corpus.0.values().flatten())
        {
            let bonus = if matches!(place, Place::Meeting(_)) {
                25
            } else {
                0
            };
            search.offer(*place, title, bonus);
        }
        let found = search.best(limit);
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
            | Place::Entry { meeting, .. } => self.label_of(meeting, names)?,
            Place::Action { network, .. } | Place::Network(network) => names.label(network),
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
        self.add(row.meeting, place, row.text);
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
    found: Vec<(u32, usize, Place, String)>,
}

impl Search {
    fn new(needle: &str) -> Self {
        let pattern = |text: &str| Pattern::parse(text, CaseMatching::Ignore, Normalization::Smart);
        Self {
            matcher: Matcher::new(Config::DEFAULT),
            typed: pattern(needle),
            folded: pattern(&fold(needle)),
            buffer: Vec::new(),
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
            self.found
                .push((score + bonus, title.len(), place, title.to_owned()));
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

    fn best(mut self, limit: usize) -> Vec<(Place, String)> {
        self.found.sort_by(|left, right| {
            (right.0.cmp(&left.0))
                .then(left.1.cmp(&right.1))
                .then_with(|| left.3.cmp(&right.3))
        });
        self.found.truncate(limit);
        self.found
            .into_iter()
            .map(|(_, _, place, title)| (place, title))
            .collect()
    }
}

fn plain_again<'a>(title: &'a str, buffer: &'a mut Vec<char>) -> Utf32Str<'a> {
    Utf32Str::new(title, buffer)
}
