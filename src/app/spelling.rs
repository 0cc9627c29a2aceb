//! Spelling as the screen knows it: which words were asked about and what was said of them, which
//! names are right by themselves. It owns what a word is; dictionaries are the world's.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::{App, Effect};
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::minutes::{Entry, EntryKind};
use crate::domain::secretariat::Language;

/// Words asked about at a time: an answer comes soon enough to be of use.
const AT_ONCE: usize = 500;

/// A question to the dictionaries.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Whether words are right.
    Words(Language, Vec<String>),
    /// What is near a word that is not.
    Near(Language, String),
}

impl Ask {
    /// The language it is about.
    pub const fn language(&self) -> Language {
        match self {
            Self::Words(language, _) | Self::Near(language, _) => *language,
        }
    }
}

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Spelling {
    /// What was said of words, as written; `None` while no answer has come.
    verdicts: HashMap<String, Option<bool>>,
    /// Their language.
    language: Option<Language>,
    /// Languages without a dictionary.
    missing: Vec<Language>,
    /// The item all of whose words were asked about.
    item: Option<Id>,
    /// What is near the word asked about last.
    near: Option<(String, Vec<String>)>,
}

/// The words of a text that a dictionary can know: no addresses, no numbers, no abbreviations in
/// capitals.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    let tokens = text.split(char::is_whitespace).map(move |token| {
        let from = at;
        // What divides tokens is one sign, of its own length.
        at += token.len();
        at += text
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        (from, token)
    });
    tokens
        .filter(|(_, token)| !is_address(token))
        .flat_map(|(from, token)| {
            letters(token).map(move |range| from + range.start..from + range.end)
        })
        .filter(move |range| {
            let word = text.get(range.clone()).unwrap_or_default();
            let mut capitals = word.chars().filter(|sign| sign.is_uppercase());
            word.chars().count() > 1 && (capitals.next().is_none() || capitals.next().is_none())
        })
}

/// Whether a token is an address, a file or has figures in it.
fn is_address(token: &str) -> bool {
    let inner = token.trim_end_matches(|sign: char| !sign.is_alphanumeric());
    inner.contains(['@', '_', '\\', '/', '.', ':'])
        || inner.contains(|sign: char| sign.is_numeric())
}

/// The runs of letters of a token.
fn letters(token: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = token.get(at..)?;
        let start = at + rest.find(char::is_alphabetic)?;
        let tail = token.get(start..)?;
        let inside = |sign: char| sign.is_alphabetic() || matches!(sign, '\'' | '’');
        let end = start + tail.find(|sign| !inside(sign)).unwrap_or(tail.len());
        at = end;
        let word = token.get(start..end)?.trim_end_matches(['\'', '’']);
        Some(start..start + word.len())
    })
}

impl Spelling {
    /// The wrong words of a text; not the one being written, which ends at the caret.
    pub fn wrong(&self, text: &str, caret: Option<usize>) -> Vec<Range<usize>> {
        if self.verdicts.is_empty() {
            return Vec::new();
        }
        let is_wrong = |range: &Range<usize>| {
            let word = text.get(range.clone()).unwrap_or_default();
            self.verdicts.get(word) == Some(&Some(false)) && caret != Some(range.end)
        };
        words(text).filter(is_wrong).collect()
    }

    /// What is near a word; `None` while that is looked for.
    pub fn near(&self, word: &str) -> Option<&[String]> {
        let near = self.near.as_ref().filter(|(of, _)| of == word);
        near.map(|(_, near)| near.as_slice())
    }

    /// Words were looked up; whether any of them is wrong.
    pub fn take(&mut self, language: Language, said: Vec<(String, bool)>) -> bool {
        if self.language != Some(language) {
            return false;
        }
        let wrong = said.iter().any(|(_, right)| !right);
        let said = said.into_iter().map(|(word, right)| (word, Some(right)));
        self.verdicts.extend(said);
        wrong
    }

    /// What is near a word was found.
    pub fn take_near(&mut self, word: String, near: Vec<String>) {
        self.near = Some((word, near));
    }

    /// There is no dictionary of a language.
    pub fn miss(&mut self, language: Language) {
        self.missing.push(language);
        self.verdicts = HashMap::new();
    }

    /// Whether words of a language can be looked up.
    pub fn can(&self, language: Language) -> bool {
        !self.missing.contains(&language)
    }

    /// Forgets what was said: it is off, or other words are right now.
    pub fn forget(&mut self) {
        self.verdicts = HashMap::new();
        self.item = None;
    }
}

impl App {
    /// Whether the person at the screen wants spelling looked after.
    pub fn spells(&self) -> bool {
        let secretariat = self.docs.secretariat();
        let user = secretariat.and_then(|it| it.user(&self.session.user));
        user.is_none_or(|user| !user.spelling_off)
    }

    /// The language the minutes at the screen are written in.
    pub fn written_in(&self) -> Option<Language> {
        let meeting = self.docs.meeting(self.desk()?.meeting)?;
        let network = self.docs.network(meeting.head.network);
        let network = network.and_then(|network| network.head.language);
        let own = self.docs.secretariat().map(|it| it.head.language);
        meeting.head.language.or(network).or(own)
    }

    /// Asks about the words of the item being written that nothing was said of yet; in a pause of
    /// the typing, and when another item is gone to.
    pub(super) fn ask_spelling(&mut self, paused: bool) {
        let item = self
            .desk()
            .filter(|desk| desk.takes_text())
            .and_then(|desk| desk.item);
        if item.is_none() || !(paused || self.view.spelling.item != item) || !self.spells() {
            return;
        }
        let Some(language) = self.written_in().filter(|it| self.view.spelling.can(*it)) else {
            return;
        };
        if self.view.spelling.language != Some(language) {
            self.view.spelling.forget();
            self.view.spelling.language = Some(language);
        }
        self.view.spelling.item = item;
        let fresh = self.unknown_words(item.unwrap_or_default());
        if !fresh.is_empty() {
            let own = self.own_words();
            let (right, ask): (Vec<String>, Vec<String>) =
                fresh.into_iter().partition(|word| is_own(&own, word));
            let verdicts = &mut self.view.spelling.verdicts;
            verdicts.extend(right.into_iter().map(|word| (word, Some(true))));
            verdicts.extend(ask.iter().map(|word| (word.clone(), None)));
            if !ask.is_empty() {
                self.effects.push(Effect::Spell(Ask::Words(language, ask)));
            }
        }
    }

    /// Words of an item's paragraphs that were not asked about, each once.
    fn unknown_words(&self, item: Id) -> BTreeSet<String> {
        let Some(meeting) = self.desk().and_then(|desk| self.docs.meeting(desk.meeting)) else {
            return BTreeSet::new();
        };
        let known = &self.view.spelling.verdicts;
        let entries = meeting.entries_of(item).into_iter();
        let texts = entries
            .filter(|entry| is_written(entry))
            .map(|entry| entry.text.as_str());
        let all = texts.flat_map(|text| words(text).filter_map(|range| text.get(range)));
        let fresh = all.filter(|word| !known.contains_key(*word));
        fresh.take(AT_ONCE).map(str::to_owned).collect()
    }

    /// The folded words of names of the register, and of the network's own list.
    fn own_words(&self) -> BTreeSet<String> {
        let register = self.register();
        let people = register.people.values().map(|row| row.name.as_str());
        let organisations = register.organisations.values();
        let names = organisations.flat_map(|row| [row.name.as_str(), row.short.as_str()]);
        let network = self
            .desk()
            .and_then(|desk| self.docs.meeting(desk.meeting))
            .and_then(|meeting| self.docs.network(meeting.head.network));
        let own = network
            .into_iter()
            .flat_map(|network| network.own_word_list());
        let own = own.into_iter().map(|row| row.text.as_str());
        let all = people.chain(names).chain(own);
        let mut words: BTreeSet<String> = BTreeSet::new();
        for text in all {
            words.extend(letters_of(text).map(fold));
        }
        words
    }
}

/// All runs of letters of a name.
fn letters_of(name: &str) -> impl Iterator<Item = &str> {
    name.split(|sign: char| !sign.is_alphabetic())
        .filter(|word| !word.is_empty())
}

/// Whether a word is one of these, or the genitive of one.
fn is_own(own: &BTreeSet<String>, word: &str) -> bool {
    let word = fold(word);
    let genitive = word
        .strip_suffix('s')
        .map(|it| it.trim_end_matches(['\'', '’']));
    own.contains(&word) || genitive.is_some_and(|it| own.contains(it))
}

/// Whether somebody wrote its text.
fn is_written(entry: &Entry) -> bool {
    entry.kind != EntryKind::Attendance && !entry.text.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        words(text).filter_map(|range| text.get(range)).collect()
    }

    #[test]
    fn words_are_runs_of_letters_and_no_addresses_or_abbreviations() {
        assert_eq!(
            found("Børne- og familiekontoret (BFK) skrev: »Åses møde«."),
            ["Børne", "og", "familiekontoret", "skrev", "Åses", "møde"]
        );
        assert_eq!(
            found("Se https://a.dk/x, bo@vejle.dk og bilag3 b"),
            ["Se", "og"]
        );
        assert_eq!(found("don’t  tal’ om\tdet"), ["don’t", "tal", "om", "det"]);
    }

    #[test]
    fn the_word_being_written_is_left_alone() {
        let mut spelling = Spelling {
            language: Some(Language::Danish),
            ..Spelling::default()
        };
        assert!(spelling.wrong("referrat", None).is_empty());
        let said = vec![("referrat".to_owned(), false), ("et".to_owned(), true)];
        assert!(spelling.take(Language::Danish, said));
        let word = 3..11;
        let word = std::slice::from_ref(&word);
        assert_eq!(spelling.wrong("et referrat", None), word);
        assert_eq!(spelling.wrong("et referrat", Some(5)), word);
        assert!(spelling.wrong("et referrat", Some(11)).is_empty());
        assert!(!spelling.take(Language::English, vec![("x".into(), false)]));
        spelling.miss(Language::Danish);
        assert!(spelling.wrong("et referrat", None).is_empty());
    }

    #[test]
    fn names_are_right_in_the_genitive_too() {
        let own: BTreeSet<String> = ["odense", "friis"].map(str::to_owned).into();
        assert!(is_own(&own, "Odenses") && is_own(&own, "Friis’s") && is_own(&own, "friis"));
        assert!(!is_own(&own, "Odder"));
    }
}
