//! Stretches of time that something is counted by: months, quarters or years, as many as can be told apart.

use chrono::{Datelike, Months, NaiveDate};

/// So many stretches stand beside each other at most, before longer ones are taken.
const MOST: usize = 12;

/// How long a stretch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A year.
    Year,
}

impl Step {
    fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }
}

/// A stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// How long it is.
    pub step: Step,
    /// Its first day.
    pub first: NaiveDate,
}

impl Bucket {
    fn with(step: Step, day: NaiveDate) -> Self {
        let month = day.month0() / step.months() * step.months() + 1;
        let first = NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day);
        Self { step, first }
    }

    fn next(self) -> Option<Self> {
        let first = self
            .first
            .checked_add_months(Months::new(self.step.months()))?;
        Some(Self { first, ..self })
    }

    /// Its last day.
    pub fn last(self) -> NaiveDate {
        let next = self.next().and_then(|next| next.first.pred_opt());
        next.unwrap_or(self.first)
    }

    /// Whether a day is in it.
    pub fn holds(self, day: NaiveDate) -> bool {
        (self.first..=self.last()).contains(&day)
    }

    /// Which quarter of its year it begins in, from 1.
    pub fn quarter(self) -> u32 {
        self.first.month0() / 3 + 1
    }

    /// As scripts read it: "2026-03", "2026-Q1", "2026".
    pub fn name(self) -> String {
        let year = self.first.year();
        match self.step {
            Step::Month => self.first.format("%Y-%m").to_string(),
            Step::Quarter => format!("{year}-Q{}", self.quarter()),
            Step::Year => year.to_string(),
        }
    }
}

/// The stretches from one day to another, the shortest of which there are not too many.
pub fn buckets(first: NaiveDate, last: NaiveDate) -> Vec<Bucket> {
    let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    let count = usize::try_from(months(last) - months(first) + 1).unwrap_or(0);
    let step = match () {
        () if count <= MOST => Step::Month,
        () if count <= MOST * 3 => Step::Quarter,
        () => Step::Year,
    };
    let start = Bucket::with(step, first);
    let all = std::iter::successors(Some(start), |bucket| bucket.next());
    all.take_while(|bucket| bucket.first <= last).collect()
}
