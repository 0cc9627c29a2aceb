//! What a network of municipalities can use of each other: offers (tilbud), methods and templates, each with an owner and
//! the day it was last gone through.
//!
//! It must not know words or the screen.

use chrono::{Months, NaiveDate};

use super::folding::sort_key;
use super::network::{Network, Owner};
use crate::{choice, record};

/// Months between two reviews, when nobody says otherwise.
const USUAL: u16 = 12;

choice! {
    /// What can be used.
    ResourceKind {
        /// Tilbud: something citizens or colleagues are offered.
        Offer = "offer",
        /// A way of working.
        Method = "method",
        /// A template to fill in.
        Template = "template",
    }
}

record! {
    /// An offer, a method or a template.
    Resource, ResourceField {
        /// What it is called.
        title Title: String,
        /// What it is.
        kind Kind: ResourceKind,
        /// What it is about.
        text Text: String,
        /// For whom.
        audience Audience: String,
        /// Where.
        place Place: String,
        /// Where to turn.
        contact Contact: String,
        /// Where more is found.
        link Link: String,
        /// Its themes.
        themes Themes: Vec<String>,
        /// Who keeps it right.
        owner Owner: Owner,
        /// The day it was last gone through.
        reviewed_on ReviewedOn: Option<NaiveDate>,
        /// Months until it is to be gone through again; 12 when not said.
        review_months ReviewMonths: Option<u16>,
    }
}

impl Resource {
    /// The day it is to be gone through again; none where it never was.
    pub fn review_due(&self) -> Option<NaiveDate> {
        let months = Months::new(u32::from(self.review_months.unwrap_or(USUAL)));
        self.reviewed_on?.checked_add_months(months)
    }

    /// Whether it should have been gone through by a day.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.review_due().is_none_or(|due| due < today)
    }
}

impl Network {
    /// Offers, methods and templates, kind by kind, by title.
    pub fn resource_list(&self) -> Vec<&Resource> {
        let mut rows: Vec<&Resource> = self.resources.values().filter(|row| !row.removed).collect();
        rows.sort_by_cached_key(|row| (row.kind, sort_key(&row.title), row.id));
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_gone_through_in_time_is_overdue() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let mut row = Resource {
            reviewed_on: Some(day("2026-01-31")),
            review_months: Some(1),
            ..Resource::default()
        };
        assert_eq!(row.review_due(), Some(day("2026-02-28")));
        assert!(!row.is_overdue(day("2026-02-28")));
        assert!(row.is_overdue(day("2026-03-01")));
        row.review_months = None;
        assert_eq!(row.review_due(), Some(day("2027-01-31")));
        row.reviewed_on = None;
        assert!(row.is_overdue(day("2026-01-01")));
    }
}
