//! A network's terms of reference: what it is for, how it works, what is to come of it, when
//! and by what it is evaluated; their versions; and which member holds the secretariat.
//!
//! Purposes are records of their own, so that items and activities can name those they serve.
//! It must not know words, documents or the day.

use chrono::NaiveDate;

use super::id::Id;
use super::network::{Network, NetworkChange};
use super::pos::Pos;
use super::when::When;
use crate::record;

record! {
    /// A purpose of the network.
    Purpose, PurposeField {
        /// Its place.
        pos Pos: Pos,
        /// What it says.
        text Text: String,
    }
}

record! {
    /// A version of the terms of reference: a draft until somebody adopts it; from then on it
    /// stands as it was adopted.
    Terms, TermsField {
        /// Its number, allotted by the fold.
        version Version: u32,
        /// How the network works.
        way_of_working WayOfWorking: String,
        /// What is to come of it.
        expected_results ExpectedResults: String,
        /// When it begins.
        start Start: Option<NaiveDate>,
        /// When it is evaluated.
        evaluation Evaluation: Option<When>,
        /// What it is evaluated by, one a line.
        criteria Criteria: String,
        /// The purposes as they were adopted.
        purposes Purposes: Vec<String>,
        /// Who adopted it.
        adopted_by AdoptedBy: String,
        /// The day it was adopted.
        adopted_on AdoptedOn: Option<NaiveDate>,
    }
}

record! {
    /// What an evaluation found by one criterion.
    Finding, FindingField {
        /// The terms that were evaluated.
        terms Terms: Id,
        /// The criterion, as the terms have it.
        criterion Criterion: String,
        /// What was found.
        finding Finding: String,
        /// What changes.
        change Change: String,
        /// The day.
        on On: Option<NaiveDate>,
    }
}

record! {
    /// A member's time as the one that holds the secretariat.
    SecretariatTerm, SecretariatTermField {
        /// The member.
        organisation Organisation: Id,
        /// Since when.
        since Since: Option<When>,
        /// Until when, when it is said.
        until Until: Option<When>,
    }
}

impl Terms {
    /// Whether it has been adopted.
    pub fn is_adopted(&self) -> bool {
        self.adopted_on.is_some()
    }

    /// What it is evaluated by.
    pub fn criteria(&self) -> impl Iterator<Item = &str> {
        lines(&self.criteria)
    }
}

/// The lines of a text that say something.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// Points as they are typed, one a line; what has no second line has a semicolon between them.
pub fn points(text: &str) -> String {
    let typed: Vec<&str> = match text.contains('\n') {
        true => text.lines().collect(),
        false => text.split(';').collect(),
    };
    let typed = typed.into_iter().map(str::trim);
    typed
        .filter(|point| !point.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Whether a change would alter terms that were adopted: it does not fit. Taking the adoption
/// back does.
pub(super) fn alters_adopted(network: &Network, id: Id, change: &NetworkChange) -> bool {
    let NetworkChange::Terms(field) = change else {
        return false;
    };
    let adopted = network.terms.get(&id).is_some_and(Terms::is_adopted);
    adopted && !matches!(field, TermsField::AdoptedOn(_) | TermsField::Removed(_))
}

impl SecretariatTerm {
    /// Whether it holds on a day.
    pub fn holds(&self, day: NaiveDate) -> bool {
        let first = self.since.as_ref().and_then(When::first_day);
        let last = self.until.as_ref().and_then(When::last_day);
        !self.removed
            && first.is_none_or(|first| first <= day)
            && last.is_none_or(|last| day <= last)
    }
}

impl Network {
    /// The purposes, in order.
    pub fn purposes(&self) -> Vec<&Purpose> {
        let mut rows: Vec<&Purpose> = self.purposes.values().filter(|row| !row.removed).collect();
        rows.sort_by(|left, right| (&left.pos, left.id).cmp(&(&right.pos, right.id)));
        rows
    }

    /// What the purposes that something serves say, in order.
    pub fn served(&self, serves: &[Id]) -> Vec<String> {
        let rows = self.purposes().into_iter();
        rows.filter(|row| serves.contains(&row.id))
            .map(|row| row.text.clone())
            .collect()
    }

    /// What the network is for, one purpose a line.
    pub fn purpose(&self) -> String {
        let rows = self.purposes();
        if rows.is_empty() {
            return self.head.purpose.clone();
        }
        let texts: Vec<&str> = rows.iter().map(|row| row.text.as_str()).collect();
        texts.join("\n")
    }

    /// All versions of the terms, the newest first.
    pub fn versions(&self) -> Vec<&Terms> {
        let mut rows: Vec<&Terms> = self.terms.values().filter(|row| !row.removed).collect();
        rows.sort_by_key(|row| std::cmp::Reverse((row.version, row.id)));
        rows
    }

    /// The terms in force: the latest adopted.
    pub fn terms_in_force(&self) -> Option<&Terms> {
        let rows = self.versions().into_iter();
        rows.filter(|row| row.is_adopted()).max_by_key(|row| {
            // Two of one day: the later version.
            (row.adopted_on, row.version)
        })
    }

    /// The version being worked on, when there is one.
    pub fn draft_terms(&self) -> Option<&Terms> {
        let newest = self.versions().into_iter().next();
        newest.filter(|row| !row.is_adopted())
    }

    /// The newest terms: the draft, else those in force.
    pub fn current_terms(&self) -> Option<&Terms> {
        self.draft_terms().or_else(|| self.terms_in_force())
    }

    /// The purposes of a version: as they were adopted, else as they are now.
    pub fn purposes_of(&self, terms: &Terms) -> Vec<String> {
        match terms.is_adopted() {
            true => terms.purposes.clone(),
            false => lines(&self.purpose()).map(str::to_owned).collect(),
        }
    }

    /// What was found by the terms' criteria, the earliest first.
    pub fn findings_of(&self, terms: Id) -> Vec<&Finding> {
        let rows = self.findings.values();
        let mut rows: Vec<&Finding> = rows
            .filter(|row| !row.removed && row.terms == terms)
            .collect();
        rows.sort_by_key(|row| (row.on, row.id));
        rows
    }

    /// The criteria of terms that nothing was found by yet.
    pub fn open_criteria<'a>(&'a self, terms: &'a Terms) -> Vec<&'a str> {
        let found = self.findings_of(terms.id);
        let open = |line: &&str| !found.iter().any(|row| row.criterion == *line);
        terms.criteria().filter(open).collect()
    }

    /// Who holds the secretariat on a day.
    pub fn secretariat_on(&self, day: NaiveDate) -> Option<&SecretariatTerm> {
        let rows = self.secretariats.values().filter(|row| row.holds(day));
        rows.max_by_key(|row| (row.since.as_ref().and_then(When::first_day), row.id))
    }

    /// All who held the secretariat, the latest first.
    pub fn secretariat_terms(&self) -> Vec<&SecretariatTerm> {
        let rows = self.secretariats.values().filter(|row| !row.removed);
        let mut rows: Vec<&SecretariatTerm> = rows.collect();
        rows.sort_by_key(|row| {
            std::cmp::Reverse((row.since.as_ref().and_then(When::first_day), row.id))
        });
        rows
    }
}

#[cfg(test)]
mod tests;
