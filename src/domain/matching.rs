//! Matching a person by a few letters, for the door and for completing names.
//!
//! It owns what counts as a match, which is best, and whether the best one leads clearly. It must
//! not know where people are stored: callers map their records to [`Candidate`].

mod register;

use crate::domain::folding::{fold, forms, initial, sort_key, words};
use std::cmp::Reverse;

/// How far ahead a match must be to lead clearly.
const LEAD: u32 = 5;

/// Words that say nothing about which organisation is meant, folded.
const COMMON: [&str; 4] = ["kommune", "kommuner", "municipality", "region"];

/// What one person can be found by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate<K> {
    /// The caller's name for the person.
    pub key: K,
    /// Given names.
    pub given: String,
    /// Family name.
    pub family: String,
    /// What the person is called in daily life, if something else.
    pub call_name: String,
    /// Organisation's name, and its short name after a space.
    pub organisation: String,
    /// Mail address.
    pub email: String,
    /// What a scanner reads from the badge; only the whole code matches.
    pub code: String,
}

/// One person who matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match<K> {
    /// The caller's name for the person.
    pub key: K,
    /// How well; only comparable within one answer.
    pub score: u32,
    /// Whether the person sank because the caller said so (already present).
    pub sunk: bool,
}

/// The answer to what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<K> {
    /// Best first; those who sank come last.
    pub matches: Vec<Match<K>>,
    /// Whether the first has not sunk and leads clearly, so that Enter may act on it.
    pub leads: bool,
}

impl<K> Found<K> {
    /// The match that Enter acts on.
    pub fn leader(&self) -> Option<&K> {
        self.matches
            .first()
            .filter(|_| self.leads)
            .map(|best| &best.key)
    }
}

/// Where a word of a candidate comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Given,
    Family,
    Organisation,
    /// A word nearly every organisation has.
    Common,
    Mail,
}

impl Field {
    /// What a prefix is worth. One or two letters say little about which field was meant.
    fn worth(self, length: usize) -> u32 {
        match (self, length) {
            (Field::Given, 0..=2) => 12,
            (Field::Family, 0..=2) => 11,
            (Field::Organisation, 0..=2) => 10,
            (Field::Mail, 0..=2) => 6,
            (Field::Common, _) => 1,
            (Field::Given, _) => 30,
            (Field::Family, _) => 28,
            (Field::Organisation, _) => 18,
            (Field::Mail, _) => 10,
        }
    }
}

#[derive(Debug)]
struct Word {
    field: Field,
    forms: Vec<String>,
}

#[derive(Debug)]
struct Row<K> {
    key: K,
    words: Vec<Word>,
    /// First letters of all names, and of the first and last only.
    initials: Vec<String>,
    email: String,
    code: String,
    order: Vec<u8>,
}

/// People prepared for matching. Built once, asked at each key.
#[derive(Debug)]
pub struct Index<K> {
    rows: Vec<Row<K>>,
}

impl<K: Clone> Index<K> {
    /// Prepares people.
    pub fn new(candidates: impl IntoIterator<Item = Candidate<K>>) -> Index<K> {
        let mut rows: Vec<Row<K>> = candidates.into_iter().map(Row::new).collect();
        rows.sort_by(|a, b| a.order.cmp(&b.order));
        Index { rows }
    }

    /// How many people there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Everybody who matches what was typed, best first; `sinks` says who comes last.
    pub fn find(&self, typed: &str, sinks: impl Fn(&K) -> bool) -> Found<K> {
        let query = Query::new(typed);
        let mut matches: Vec<Match<K>> = Vec::new();
        if !query.tokens.is_empty() {
            for row in &self.rows {
                if let Some(score) = row.score(&query) {
                    matches.push(Match {
                        key: row.key.clone(),
                        score,
                        sunk: sinks(&row.key),
                    });
                }
            }
        }
        // Rows are in the order of names, and the sort is stable.
        matches.sort_by_key(|found| (found.sunk, Reverse(found.score)));
        let leads = leads(&matches);
        Found { matches, leads }
    }
}

/// Whether the first match is alone at the top: clearly ahead of the others who have not sunk, and
/// not behind somebody who has, who would then be the one meant.
fn leads<K>(matches: &[Match<K>]) -> bool {
    let Some((best, others)) = matches.split_first() else {
        return false;
    };
    let behind = |other: &Match<K>| {
        if other.sunk {
            other.score < best.score + LEAD
        } else {
            other.score + LEAD <= best.score
        }
    };
    !best.sunk && others.iter().all(behind)
}

struct Query {
    /// Folded words with, for each, the letters as initials.
    tokens: Vec<(String, String)>,
    whole: String,
}

impl Query {
    fn new(typed: &str) -> Query {
        let short = |word: &str| {
            word.chars()
                .filter_map(|c| initial(c.encode_utf8(&mut [0; 4])))
                .collect()
        };
        Query {
            tokens: words(typed).map(|word| (fold(word), short(word))).collect(),
            whole: fold(typed.trim()),
        }
    }
}

impl<K> Row<K> {
    fn new(candidate: Candidate<K>) -> Row<K> {
        let Candidate {
            key,
            given,
            family,
            call_name,
            organisation,
            email,
            code,
        } = candidate;
        let fields = [
            (Field::Given, &call_name),
            (Field::Given, &given),
            (Field::Family, &family),
            (Field::Organisation, &organisation),
            (Field::Mail, &email),
        ];
        let mut all: Vec<Word> = Vec::new();
        for (field, text) in fields {
            for word in words(text) {
                let forms = forms(word);
                let common = field == Field::Organisation
                    && forms.iter().any(|form| COMMON.contains(&form.as_str()));
                let field = if common { Field::Common } else { field };
                let same = |known: &Word| {
                    (known.field == field || field == Field::Mail) && known.forms == forms
                };
                if !all.iter().any(same) {
                    all.push(Word { field, forms });
                }
            }
        }
        let letters = |text: &str| words(text).filter_map(initial).collect::<Vec<_>>();
        let names = [letters(&given), letters(&family)].concat();
        let mut initials = vec![names.iter().collect::<String>()];
        if let (Some(first), Some(last), 3..) = (names.first(), names.last(), names.len()) {
            initials.push([first, last].into_iter().collect());
        }
        if let (Some(first), Some(last)) = (letters(&call_name).first(), letters(&family).last()) {
            initials.push([first, last].into_iter().collect());
        }
        initials.retain(|letters| letters.chars().count() > 1);
        let order = sort_key(&format!("{given} {family}"));
        Row {
            key,
            words: all,
            initials,
            email: fold(&email),
            code: fold(&code),
            order,
        }
    }

    fn score(&self, query: &Query) -> Option<u32> {
        if !self.code.is_empty() && self.code == query.whole {
            return Some(10_000);
        }
        if query.whole.contains('@') {
            let exact = self.email == query.whole;
            return self
                .email
                .starts_with(&query.whole)
                .then_some(if exact { 1_000 } else { 100 });
        }
        let mut used = vec![false; self.words.len()];
        let mut total = 0;
        for (token, letters) in &query.tokens {
            total += self
                .by_word(token, &mut used)
                .or_else(|| self.by_initials(token, letters))?;
        }
        Some(total)
    }

    /// The best word not yet taken that begins with the token.
    fn by_word(&self, token: &str, used: &mut [bool]) -> Option<u32> {
        let length = token.chars().count();
        let mut best: Option<(u32, usize)> = None;
        for (index, word) in self.words.iter().enumerate() {
            if used.get(index).copied().unwrap_or(true)
                || !word.forms.iter().any(|form| form.starts_with(token))
            {
                continue;
            }
            let whole = word.forms.iter().any(|form| form == token);
            let score = word.field.worth(length)
                + if whole && word.field != Field::Common {
                    10
                } else {
                    0
                };
            if best.is_none_or(|(known, _)| score > known) {
                best = Some((score, index));
            }
        }
        let (score, index) = best?;
        if let Some(taken) = used.get_mut(index) {
            *taken = true;
        }
        Some(score)
    }

    /// Initials alone ("kl"), or with the beginning of the organisation ("klo").
    fn by_initials(&self, token: &str, letters: &str) -> Option<u32> {
        let organisation = |rest: &str| {
            self.words.iter().any(|word| {
                word.field == Field::Organisation
                    && word.forms.iter().any(|form| form.starts_with(rest))
            })
        };
        let fits = |initials: &String| {
            letters == initials
                || token
                    .strip_prefix(initials.as_str())
                    .is_some_and(|rest| !rest.is_empty() && organisation(rest))
        };
        self.initials.iter().any(fits).then_some(14)
    }
}

#[cfg(test)]
mod tests;
