//! Finding anything by a few letters: fuzzy, with Danish folding. The titles are read into memory at the first use.

use std::collections::BTreeMap;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::index::{StoredMeeting, parse};
use super::labels::Names;
use super::shelf::Shelf;
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
pub struct Corpus(BTreeMap<Id, Vec<(Place, String)>>);

/// Reads all titles; may take long.
pub type Gather = Box<dyn FnOnce() -> Result<Corpus, Error> + Send>;

/// The titles in memory.
#[derive(Default)]
pub(super) enum Titles {
    /// Nobody has searched yet.
    #[default]
    Unread,
    /// They are being read; what was written since.
    Awaited(Vec<Change>),
    Read(Corpus),
}

impl Titles {
    fn read(&self) -> bool {
        matches!(self, Self::Read(_))
    }
}

/// Whose titles were written.
pub(super) enum Change {
    Meeting(Id),
    Action(Id, Id),
}

impl Store {
    /// Anything by a few letters, best first.
    pub fn find(&mut self, needle: &str, limit: usize) -> Result<Vec<Hit>, Error> {
        self.settle()?;
        if needle.trim().is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        let asked = question::read(needle);
        let mut found = if asked.asks && asked.about.is_empty() {
            self.latest_decisions(limit)?
        } else {
            self.search(asked)?
        };
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
            let context = match place {
                Place::Desk { record, .. } => self.desk_context(record)?,
                place => self.context(place, &names, register.as_ref())?,
            };
            hits.push(Hit {
                place,
                title,
                context,
            });
        }
        Ok(hits)
    }

    /// Decisions, newest first: what a question without a subject asks for.
    fn latest_decisions(&mut self, limit: usize) -> Result<Vec<(Place, String)>, Error> {
        let rows = self.decisions(None)?.into_iter().take(limit);
        Ok(rows.map(decision_title).collect())
    }

    /// What fits, best first; who asks is answered with decisions alone.
    fn search(&mut self, asked: Question<'_>) -> Result<Vec<(Place, String)>, Error> {
        let mut search = Search::new(asked.about);
        if !self.titles.read() {
            let read = self.gather()();
            self.take_titles(read)?;
        }
        let rows = match &self.titles {
            Titles::Read(corpus) => corpus.0.values().flatten(),
            _ => return Ok(Vec::new()),
        };
        // A meeting is also called by its number; a name is made only where one is typed.
        let numbered = asked.about.contains(|sign: char| sign.is_ascii_digit());
        let mut meetings = Vec::new();
        for (place, title) in rows {
            if let (Place::Meeting(id), true) = (place, numbered && !asked.asks) {
                meetings.push((*id, title.clone()));
            }
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
        for (id, title) in meetings {
            let name = meeting_name(&self.label_of(id, &names)?);
            search.offer_named(Place::Meeting(id), &name, title);
        }
        for (id, name) in names.list() {
            search.offer(Place::Network(id), name, 40);
        }
        for (place, title, other) in self.desk_titles()? {
            search.offer(place, &title, 20);
            search.offer_named(place, &other, title);
        }
        for (place, title) in self.resource_titles()? {
            search.offer(place, &title, 10);
        }
        let (register, _) = self.doc(DocId::Register)?;
        if let Doc::Register(register) = register.as_ref() {
            search.people(register);
        }
        Ok(search.best())
    }

    /// Whether titles are still to be read before anything is found.
    pub fn titles_unread(&self) -> bool {
        !self.titles.read()
    }

    /// Reading the titles, to be done on any thread; [`Store::take_titles`] takes what it gives.
    pub fn gather(&mut self) -> Gather {
        let shelf = self.shelf.clone();
        self.titles = Titles::Awaited(Vec::new());
        Box::new(move || Corpus::read(&shelf))
    }

    /// Takes the titles that were read; what was written meanwhile is read again.
    pub fn take_titles(&mut self, read: Result<Corpus, Error>) -> Result<(), Error> {
        let Titles::Awaited(changed) = std::mem::take(&mut self.titles) else {
            return Ok(());
        };
        self.titles = Titles::Read(read?);
        for change in changed {
            match change {
                Change::Meeting(meeting) => self.refresh(meeting)?,
                Change::Action(network, action) => self.refresh_action(network, action)?,
            }
        }
        Ok(())
    }

    /// The titles to change; `None` when they are not read, which is noted.
    fn titles_for(&mut self, change: Change) -> Option<Corpus> {
        match &mut self.titles {
            Titles::Unread => None,
            Titles::Awaited(changed) => {
                changed.push(change);
                None
            }
            Titles::Read(corpus) => Some(std::mem::take(corpus)),
        }
    }

    /// Reads a meeting's titles again after it was written.
    pub(super) fn refresh(&mut self, meeting: Id) -> Result<(), Error> {
        let Some(mut corpus) = self.titles_for(Change::Meeting(meeting)) else {
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
        self.titles = Titles::Read(corpus);
        Ok(())
    }

    /// Reads an action item's title again after it was written.
    pub(super) fn refresh_action(&mut self, network: Id, action: Id) -> Result<(), Error> {
        let Some(mut corpus) = self.titles_for(Change::Action(network, action)) else {
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
        self.titles = Titles::Read(corpus);
        Ok(())
    }

    fn context(&self, place: Place, names: &Names, register: &Doc) -> Result<String, Error> {
        Ok(match place {
            Place::Meeting(meeting)
            | Place::Item { meeting, .. }
            | Place::Entry { meeting, .. } => meeting_name(&self.label_of(meeting, names)?),
            Place::Action { network, .. }
            | Place::Resource { network, .. }
            | Place::Network(network) => names.label(network).to_uppercase(),
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
            Place::Organisation(_) | Place::Desk { .. } => String::new(),
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
    fn read(shelf: &Shelf) -> Result<Self, Error> {
        let mut corpus = Self::default();
        for table in [keys::MEETING_OPEN, keys::MEETING_FINISHED] {
            for (_, bytes) in shelf.scan(&[table])? {
                let row = parse::<StoredMeeting>(&bytes)?.row;
                corpus.add(row.id, Place::Meeting(row.id), row.title);
            }
        }
        for (key, title) in shelf.scan(&[keys::ITEM])? {
            corpus.add_item(&key, title);
        }
        for (_, bytes) in shelf.scan(&[keys::DECISION])? {
            corpus.add_decision(parse(&bytes)?);
        }
        for table in [keys::ACTION_OPEN, keys::ACTION_CLOSED] {
            for (_, bytes) in shelf.scan(&[table])? {
                corpus.add_action(parse(&bytes)?);
            }
        }
        Ok(corpus)
    }

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
        let meeting = row.meeting;
        let (place, title) = decision_title(row);
        self.add(meeting, place, title);
    }

    fn add_action(&mut self, row: ActionRow) {
        let place = Place::Action {
            network: row.network,
            action: row.id,
        };
        self.add(row.meeting.unwrap_or(row.network), place, row.text);
    }
}

/// What a decision is found by.
fn decision_title(row: DecisionRow) -> (Place, String) {
    let place = Place::Entry {
        meeting: row.meeting,
        item: row.item,
        entry: row.id,
    };
    // Decided under "Økonomi", found by "økonomi" though its words don't say so.
    (place, format!("{} · {}", row.text, row.item_title))
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

    /// A place by another name than the title it is shown with.
    fn offer_named(&mut self, place: Place, name: &str, title: String) {
        if self.found.iter().any(|found| found.place == place) {
            return;
        }
        let before = self.found.len();
        self.offer(place, &format!("{name} {title}"), 60);
        if let Some(found) = self.found.get_mut(before) {
            found.title = title;
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
