//! Which paragraph of the edited page is which paragraph of the one before.
//!
//! It must not know what becomes of them.

use std::collections::{BTreeMap, HashMap};

use crate::domain::common::{Step, steps};

use super::grammar::Mark;

/// Pairs that are worth comparing word by word.
const COMPARED: usize = 250_000;
/// Percent of the words that two paragraphs share to be the same one.
const ALIKE: usize = 40;

/// For every new paragraph the old one it is, if any.
pub fn pairs(old: &[&Mark], new: &[&Mark]) -> Vec<Option<usize>> {
    let mut found = Found {
        of: vec![None; new.len()],
        taken: vec![false; old.len()],
    };
    let walked = steps(old, new);
    for step in &walked {
        if let Step::Same(i, j) = step {
            found.pair(*i, *j);
        }
    }
    found.moved(old, new);
    found.alone(&walked);
    found.alike(old, new);
    found.of
}

struct Found {
    of: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl Found {
    fn is_free(&self, i: usize, j: usize) -> bool {
        self.taken.get(i) == Some(&false) && self.of.get(j) == Some(&None)
    }

    fn pair(&mut self, i: usize, j: usize) {
        if let (Some(taken), Some(of)) = (self.taken.get_mut(i), self.of.get_mut(j)) {
            *taken = true;
            *of = Some(i);
        }
    }

    fn free(&self) -> (Vec<usize>, Vec<usize>) {
        let old = self.taken.iter().enumerate();
        let old = old.filter(|(_, taken)| !**taken).map(|(i, _)| i);
        let new = self.of.iter().enumerate();
        let new = new.filter(|(_, of)| of.is_none()).map(|(j, _)| j);
        (old.collect(), new.collect())
    }

    /// The same paragraph elsewhere.
    fn moved(&mut self, old: &[&Mark], new: &[&Mark]) {
        let (olds, news) = self.free();
        let mut places: HashMap<&Mark, Vec<usize>> = HashMap::new();
        for i in olds.into_iter().rev() {
            if let Some(mark) = old.get(i) {
                places.entry(mark).or_default().push(i);
            }
        }
        for j in news {
            let place = new.get(j).and_then(|mark| places.get_mut(*mark)?.pop());
            if let Some(i) = place {
                self.pair(i, j);
            }
        }
    }

    /// Where one paragraph stands between the same two neighbours as one did before, it is that one.
    fn alone(&mut self, walked: &[Step]) {
        for gap in walked.split(|step| matches!(step, Step::Same(..))) {
            let (mut olds, mut news) = (Vec::new(), Vec::new());
            for step in gap {
                match step {
                    Step::Removed(i) if self.taken.get(*i) == Some(&false) => olds.push(*i),
                    Step::Added(j) if self.of.get(*j) == Some(&None) => news.push(*j),
                    _ => {}
                }
            }
            if let ([i], [j]) = (olds.as_slice(), news.as_slice()) {
                self.pair(*i, *j);
            }
        }
    }

    /// Those that share most of their words, the most alike first.
    fn alike(&mut self, old: &[&Mark], new: &[&Mark]) {
        let (olds, news) = self.free();
        if olds.len().saturating_mul(news.len()) > COMPARED {
            return;
        }
        let read = |marks: &[&Mark], at: &usize| marks.get(*at).map(|mark| words(&mark.body));
        let olds: Vec<_> = olds
            .iter()
            .filter_map(|i| Some((*i, read(old, i)?)))
            .collect();
        let news: Vec<_> = news
            .iter()
            .filter_map(|j| Some((*j, read(new, j)?)))
            .collect();
        let mut scores = Vec::new();
        for (i, left) in &olds {
            for (j, right) in &news {
                let score = likeness(left, right);
                if score >= ALIKE {
                    scores.push((usize::MAX - score, i.abs_diff(*j), *i, *j));
                }
            }
        }
        scores.sort_unstable();
        for (_, _, i, j) in scores {
            if self.is_free(i, j) {
                self.pair(i, j);
            }
        }
    }
}

type Words = BTreeMap<String, usize>;

fn words(text: &str) -> Words {
    let mut counts = Words::new();
    let words = text.split(|c: char| !c.is_alphanumeric());
    for word in words.filter(|word| !word.is_empty()) {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    counts
}

/// Percent of the words that both have.
fn likeness(left: &Words, right: &Words) -> usize {
    let count = |words: &Words| words.values().sum::<usize>();
    let shared = left.iter().map(|(word, count)| {
        let other = right.get(word).copied().unwrap_or(0);
        other.min(*count)
    });
    200 * shared.sum::<usize>() / (count(left) + count(right)).max(1)
}

/// Of the pairs those that keep their place: the longest row in which the old order stands.
pub fn staying(of: &[Option<usize>]) -> Vec<bool> {
    // The last place of the best row of each length, and where each place came from.
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; of.len()];
    for (j, i) in of.iter().enumerate() {
        let Some(i) = *i else { continue };
        let length = ends.partition_point(|(end, _)| *end < i);
        let previous = length.checked_sub(1).and_then(|at| ends.get(at));
        if let Some(place) = before.get_mut(j) {
            *place = previous.map(|(_, j)| *j);
        }
        match ends.get_mut(length) {
            Some(end) => *end = (i, j),
            None => ends.push((i, j)),
        }
    }
    let mut stays = vec![false; of.len()];
    let mut here = ends.last().map(|(_, j)| *j);
    while let Some(j) = here {
        if let Some(stay) = stays.get_mut(j) {
            *stay = true;
        }
        here = before.get(j).copied().flatten();
    }
    stays
}
