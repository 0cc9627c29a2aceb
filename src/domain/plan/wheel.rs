//! The year wheel (årshjul): a year as a circle with January at the top, a ring for each network,
//! and on it what happens when.
//!
//! It owns where things are on the circle, as parts of a whole turn. It must not draw.

use chrono::{Datelike, NaiveDate};

use super::{ActivityStatus, PlanRow};
use crate::domain::id::Id;
use crate::domain::when::When;

/// A year as a circle.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wheel {
    /// The year.
    pub year: i32,
    /// Networks, the outermost first.
    pub rings: Vec<Ring>,
    /// What happens, numbered from 1 in the order of the plan.
    pub marks: Vec<Mark>,
    /// Where today is, in its year.
    pub today: Option<f64>,
}

/// A network's ring.
#[derive(Clone, Debug, PartialEq)]
pub struct Ring {
    /// The network.
    pub network: Id,
    /// Its name.
    pub name: String,
}

/// Something on a ring.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    /// The row of the plan.
    pub row: usize,
    /// Its ring.
    pub ring: usize,
    /// Where it begins, as a part of the year.
    pub from: f64,
    /// Where it ends; the same as where it begins for one day.
    pub to: f64,
    /// The day is certain and known.
    pub certain: bool,
    /// Its place among the marks of its ring that it would hide, the outermost 0.
    pub lane: usize,
    /// How many such places the ring has.
    pub lanes: usize,
}

/// Where a day is in its year: 0 at the first of January, under 1 on New Year's Eve.
pub fn part_of_year(day: NaiveDate) -> f64 {
    let days = if day.leap_year() { 366.0 } else { 365.0 };
    f64::from(day.ordinal0()) / days
}

/// The wheel of a year; what is cancelled or has no date is left out.
pub fn wheel(year: i32, today: NaiveDate, rows: &[&PlanRow]) -> Wheel {
    let mut wheel = Wheel {
        year,
        today: (today.year() == year).then(|| part_of_year(today)),
        ..Wheel::default()
    };
    for (index, row) in rows.iter().enumerate() {
        let alive = row.activity.status != ActivityStatus::Cancelled;
        let Some((from, to)) = within(row.activity.when.as_ref(), year).filter(|_| alive) else {
            continue;
        };
        let known = wheel
            .rings
            .iter()
            .position(|ring| ring.network == row.network);
        let ring = known.unwrap_or_else(|| {
            wheel.rings.push(Ring {
                network: row.network,
                name: row.network_name.clone(),
            });
            wheel.rings.len() - 1
        });
        let exact = matches!(row.activity.when, Some(When::Day(_) | When::Days(..)));
        wheel.marks.push(Mark {
            row: index,
            ring,
            from,
            to,
            certain: exact && !row.activity.tentative,
            ..Mark::default()
        });
    }
    wheel.spread();
    wheel
}

/// Marks closer than this part of the year would hide each other.
const NEAR: f64 = 0.03;

/// The part of a year that a date may fall in.
fn within(when: Option<&When>, year: i32) -> Option<(f64, f64)> {
    let when = when?;
    let (first, last) = (when.first_day()?, when.last_day()?);
    if last.year() < year || year < first.year() {
        return None;
    }
    let from = match first.year() == year {
        true => part_of_year(first),
        false => 0.0,
    };
    let to = match last.year() == year {
        true => part_of_year(last),
        false => 1.0,
    };
    Some((from, to))
}

impl Wheel {
    /// A mark's number in the list.
    pub fn number_of(&self, row: usize) -> Option<usize> {
        self.marks
            .iter()
            .position(|mark| mark.row == row)
            .map(|at| at + 1)
    }

    /// Gives marks of a ring that would hide each other places beside one another.
    fn spread(&mut self) {
        for ring in 0..self.rings.len() {
            let mut order: Vec<usize> = (0..self.marks.len()).collect();
            order.retain(|at| self.marks.get(*at).is_some_and(|mark| mark.ring == ring));
            let from = |at: &usize| self.marks.get(*at).map_or(0.0, |mark| mark.from);
            order.sort_by(|left, right| from(left).total_cmp(&from(right)));
            let mut ends: Vec<f64> = Vec::new();
            for at in &order {
                let Some(mark) = self.marks.get_mut(*at) else {
                    continue;
                };
                let free = ends.iter().position(|end| *end + NEAR <= mark.from);
                mark.lane = free.unwrap_or(ends.len());
                match ends.get_mut(mark.lane) {
                    Some(end) => *end = mark.to,
                    None => ends.push(mark.to),
                }
            }
            for at in order {
                if let Some(mark) = self.marks.get_mut(at) {
                    mark.lanes = ends.len();
                }
            }
        }
    }

    /// How far from the centre a mark stands, as a part of the radius.
    pub fn radius(&self, mark: &Mark) -> f64 {
        let (inner, outer) = self.edges(mark.ring);
        let part = (mark.lane as f64 + 0.5) / mark.lanes.max(1) as f64;
        outer - (outer - inner) * part
    }

    /// The inner and outer edge of a ring, as parts of the radius; the months are outside.
    pub fn edges(&self, ring: usize) -> (f64, f64) {
        let count = self.rings.len().max(1) as f64;
        let width = 0.55 / count;
        let outer = 0.85 - width * ring as f64;
        (outer - width, outer)
    }
}

/// A point at a part of the turn and of the radius, to the right and up of the centre.
pub fn point(turn: f64, radius: f64) -> (f64, f64) {
    let angle = std::f64::consts::TAU * turn;
    (radius * angle.sin(), radius * angle.cos())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::Activity;

    #[test]
    fn a_year_goes_round_with_the_sun() {
        let row = |network, when: &str, tentative, status| PlanRow {
            network: Id::from_bits(network),
            activity: Activity {
                when: (!when.is_empty()).then(|| When::from(when.to_owned())),
                tentative,
                status,
                ..Activity::default()
            },
            ..PlanRow::default()
        };
        let planned = ActivityStatus::Planned;
        let rows = [
            row(1, "2028-01-01", false, planned),
            row(2, "2028-07-02", true, planned),
            row(1, "2028-12-31", false, planned),
            row(1, "2027-12..2028-01", false, planned),
            row(1, "2028-05-05", false, ActivityStatus::Cancelled),
            row(1, "", false, planned),
            row(1, "2027-05-05", false, planned),
        ];
        let rows: Vec<&PlanRow> = rows.iter().collect();
        let today = NaiveDate::from_ymd_opt(2028, 2, 29).unwrap();
        let wheel = wheel(2028, today, &rows);
        assert_eq!(wheel.rings.len(), 2);
        assert_eq!(wheel.marks.len(), 4);
        assert_eq!(wheel.today, Some(59.0 / 366.0));
        let spans: Vec<(f64, f64)> = wheel
            .marks
            .iter()
            .map(|mark| (mark.from, mark.to))
            .collect();
        assert_eq!(spans[0], (0.0, 0.0));
        assert!((spans[1].0 - 0.5).abs() < 0.01 && !wheel.marks[1].certain);
        assert_eq!(spans[2], (365.0 / 366.0, 365.0 / 366.0));
        assert_eq!(spans[3], (0.0, 30.0 / 366.0));
        // New Year's Day and the month round it: beside each other, each alone on its radius.
        let radius = |at: usize| wheel.radius(&wheel.marks[at]);
        assert!(radius(0) > radius(3) && wheel.marks[3].lanes == 2);
        assert_eq!(wheel.marks[1].lanes, 1);
        assert_eq!(wheel.number_of(3), Some(4));
        assert_eq!(wheel.number_of(4), None);
        let (inner, outer) = wheel.edges(1);
        assert!(inner < outer && outer <= wheel.edges(0).0 + 1e-9);
        let (right, up) = point(0.25, 1.0);
        assert!(
            (right - 1.0).abs() < 1e-9 && up.abs() < 1e-9,
            "spring is to the right"
        );
    }
}
