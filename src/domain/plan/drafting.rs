//! A year drafted: from a rule, or from the year before. It owns which activities come of it and
//! what is noted about each; nothing is in the plan until somebody says so.

use chrono::{Datelike, NaiveDate};

use super::rule::{Proposed, Rule, Why, same_place, shifted};
use super::{Activity, ActivityKind, ActivityStatus, PlanRow};
use crate::domain::holidays::holiday;
use crate::domain::when::{Month, When};

/// What is noted about a drafted activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// It stands where it was said.
    AsSaid,
    /// It was moved from this day.
    Moved(NaiveDate, Why),
    /// There is no day for it in the month; it is left out.
    NoDay(Month, Why),
    /// The plan has it already; it is left out.
    There,
}

/// An activity drafted.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The activity, without an id.
    pub activity: Activity,
    /// What is noted about it.
    pub note: Note,
}

impl Draft {
    /// Whether it is to be in the plan.
    pub fn counts(&self) -> bool {
        matches!(self.note, Note::AsSaid | Note::Moved(..))
    }
}

/// The days a rule gives in a year, as activities like `model`. `rows` is the network's plan.
pub fn by_rule(rule: &Rule, year: i32, model: &Activity, rows: &[PlanRow]) -> Vec<Draft> {
    let draft = |proposed: Proposed| {
        let activity = Activity {
            when: proposed.day.map(When::Day),
            start: rule.start,
            end: rule.end,
            ..model.clone()
        };
        let there = rows.iter().any(|row| {
            let taken = row.activity.when == activity.when;
            taken && row.activity.status != ActivityStatus::Cancelled
        });
        let note = match (proposed.day, proposed.moved) {
            (None, Some((_, why))) => Note::NoDay(proposed.month, why),
            (None, None) => Note::NoDay(proposed.month, Why::NoSuchDay),
            _ if there => Note::There,
            (_, Some((Some(from), why))) => Note::Moved(from, why),
            _ => Note::AsSaid,
        };
        Draft { activity, note }
    };
    rule.days(year).into_iter().map(draft).collect()
}

/// The year before once more: what was not cancelled, on the same weekday of the month, with
/// who hosts, where and what came of it left open. `rows` is the network's plan.
pub fn from_year_before(year: i32, rows: &[PlanRow]) -> Vec<Draft> {
    let before = |row: &&PlanRow| {
        let first = row.activity.when.as_ref().and_then(When::first_day);
        let alive = row.activity.status != ActivityStatus::Cancelled;
        // Who came on a visit asked to: nobody plans that they ask again.
        let ours = row.activity.kind != ActivityKind::Visit;
        alive && ours && first.is_some_and(|day| day.year() == year - 1)
    };
    let drafts = rows.iter().filter(before);
    let mut drafts: Vec<Draft> = drafts.map(|row| again(&row.activity, year, rows)).collect();
    drafts.sort_by(|left, right| left.activity.order(&right.activity));
    drafts
}

fn again(old: &Activity, year: i32, rows: &[PlanRow]) -> Draft {
    let (when, note) = next_when(old.when.as_ref(), year);
    let title = old
        .title
        .replace(&(year - 1).to_string(), &year.to_string());
    let activity = Activity {
        title,
        when,
        kind: old.kind,
        start: old.start,
        end: old.end,
        purpose: old.purpose.clone(),
        product: old.product.clone(),
        audience: old.audience.clone(),
        direction: old.direction,
        serves: old.serves.clone(),
        ..Activity::default()
    };
    let there = rows
        .iter()
        .any(|row| row.activity.title == activity.title && row.activity.when == activity.when);
    Draft {
        activity,
        note: if there { Note::There } else { note },
    }
}

fn next_when(when: Option<&When>, year: i32) -> (Option<When>, Note) {
    let later = |month: Month| Month {
        year: month.year + 1,
        ..month
    };
    let plain = |when| (Some(when), Note::AsSaid);
    match when {
        Some(When::Day(day)) => match working(*day, year) {
            Some((day, note)) => (Some(When::Day(day)), note),
            None => plain(When::Day(*day)),
        },
        Some(When::Days(first, last)) => match working(*first, year) {
            Some((day, note)) => {
                let length = last.signed_duration_since(*first).num_days();
                let end = shifted(day, length).unwrap_or(day);
                (Some(When::Days(day, end)), note)
            }
            None => plain(When::Days(*first, *last)),
        },
        Some(When::Month(month)) => plain(When::Month(later(*month))),
        Some(When::Months(first, last)) => plain(When::Months(later(*first), later(*last))),
        Some(words) => plain(words.clone()),
        None => (None, Note::AsSaid),
    }
}

/// The same place in the month, off the days on which offices are closed.
fn working(day: NaiveDate, year: i32) -> Option<(NaiveDate, Note)> {
    let wanted = same_place(day, year)?;
    let Some(closed) = holiday(wanted) else {
        return Some((wanted, Note::AsSaid));
    };
    let near = [7, -7, 14, -14].into_iter();
    let free = near
        .filter_map(|days| shifted(wanted, days))
        .find(|day| day.month() == wanted.month() && holiday(*day).is_none());
    free.map(|day| (day, Note::Moved(wanted, Why::Holiday(closed))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::holidays::Holiday;
    use crate::domain::id::Id;
    use crate::domain::plan::rule::read_rule;

    fn row(id: u128, title: &str, when: &str, status: ActivityStatus) -> PlanRow {
        PlanRow {
            activity: Activity {
                id: Id::from_bits(id),
                title: title.into(),
                when: Some(When::from(when.to_owned())),
                place: "Odense".into(),
                status,
                ..Activity::default()
            },
            ..PlanRow::default()
        }
    }

    fn said(drafts: &[Draft]) -> Vec<(String, String, bool)> {
        let said = drafts.iter().map(|draft| {
            let when = draft.activity.when.as_ref();
            let when = when.map_or_else(String::new, ToString::to_string);
            (draft.activity.title.clone(), when, draft.counts())
        });
        said.collect()
    }

    #[test]
    fn last_year_comes_again_at_its_places() {
        let held = ActivityStatus::Held;
        let mut visit = row(8, "Besøg fra Oslo", "2026-09-10", held);
        visit.activity.kind = ActivityKind::Visit;
        let rows = [
            visit,
            row(1, "Møde i januar", "2026-01-08", held),
            row(2, "Topmøde 2026", "2026-05-20..2026-05-21", held),
            row(3, "Kursus", "2026-03", held),
            row(4, "Aflyst", "2026-04-09", ActivityStatus::Cancelled),
            row(5, "Møde i maj", "2026-05-07", held),
            row(6, "Møde i januar", "2027-01-14", ActivityStatus::Planned),
            row(7, "Audit", "2025-12..2026-02", held),
        ];
        let drafts = from_year_before(2027, &rows);
        let expected = [
            ("Møde i januar", "2027-01-14", false),
            ("Kursus", "2027-03", true),
            // The first Thursday of May 2027 is Ascension Day.
            ("Møde i maj", "2027-05-13", true),
            ("Topmøde 2027", "2027-05-19..2027-05-20", true),
        ];
        let expected =
            expected.map(|(title, when, counts)| (title.to_owned(), when.to_owned(), counts));
        assert_eq!(said(&drafts), expected);
        let from = NaiveDate::from_ymd_opt(2027, 5, 6).unwrap();
        let why = Why::Holiday(Holiday::AscensionDay);
        assert_eq!(drafts[2].note, Note::Moved(from, why));
        assert_eq!(drafts[2].activity.place, "", "who hosts is open again");
    }

    #[test]
    fn a_day_that_is_there_is_left_out() {
        let rule = read_rule("anden torsdag i januar og juni, ikke i uge 23").unwrap();
        let rows = [row(1, "Møde", "2027-01-14", ActivityStatus::Planned)];
        let drafts = by_rule(&rule, 2027, &Activity::default(), &rows);
        assert_eq!(drafts[0].note, Note::There);
        let from = NaiveDate::from_ymd_opt(2027, 6, 10).unwrap();
        assert_eq!(drafts[1].note, Note::Moved(from, Why::Week(23)));
    }
}
