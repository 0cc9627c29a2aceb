//! The detailed programme of a meeting, and the season it belongs to.
//!
//! It owns what is to happen when, at once or one after the other. It must not know documents.

use chrono::{NaiveDate, NaiveTime};

use super::folding::{fold, sort_key};
use super::id::Id;
use super::network::{Network, Reach};
use super::plan::PlanRow;
use crate::{choice, record};

choice! {
    /// What a part of a programme is.
    SlotKind {
        /// A session: talk, workshop, discussion.
        Session = "session",
        /// Welcome.
        Welcome = "welcome",
        /// Travel.
        Travel = "travel",
        /// A meal.
        Meal = "meal",
        /// A break.
        Break = "break",
        /// Walk and talk.
        Walk = "walk",
        /// Overnight stay.
        Stay = "stay",
        /// Something sociable.
        Social = "social",
        /// The end.
        Closing = "closing",
        /// Anything else.
        Other = "other",
    }
}

record! {
    /// A part of a meeting's detailed programme.
    Slot, SlotField {
        /// Which of the meeting's days; the first is 1, and 0 too.
        day Day: u16,
        /// Start, local time.
        start Start: Option<NaiveTime>,
        /// End, local time.
        end End: Option<NaiveTime>,
        /// What.
        title Title: String,
        /// What kind of thing it is.
        kind Kind: SlotKind,
        /// Where.
        place Place: String,
        /// Who, in words.
        who Who: String,
        /// More about it.
        note Note: String,
    }
}

impl Slot {
    /// Its day among the meeting's, from 1.
    pub fn day_number(&self) -> u16 {
        self.day.max(1)
    }

    /// Whether it goes on at the same time as another.
    pub fn is_beside(&self, other: &Slot) -> bool {
        let (Some(start), Some(begun)) = (self.start, other.start) else {
            return false;
        };
        let ends = |slot: &Slot, start: NaiveTime| slot.end.unwrap_or(start);
        let same_day = self.day_number() == other.day_number();
        let starts_together = start == begun;
        let overlaps = start < ends(other, begun) && begun < ends(self, start);
        same_day && self.id != other.id && (starts_together || overlaps)
    }
}

/// Parts in the order of the days and times; those without a time last on their day.
pub fn in_order<'a>(slots: impl Iterator<Item = &'a Slot>) -> Vec<&'a Slot> {
    let mut rows: Vec<&Slot> = slots.filter(|slot| !slot.removed).collect();
    rows.sort_by_cached_key(|slot| {
        let untimed = slot.start.is_none();
        let title = sort_key(&slot.title);
        (
            slot.day_number(),
            untimed,
            slot.start,
            slot.end,
            title,
            slot.id,
        )
    });
    rows
}

record! {
    /// A season: a name under which meetings are announced together, also across New Year.
    Season, SeasonField {
        /// What it is called ("2027", "Efterår 2027").
        name Name: String,
        /// The first day.
        from From: Option<NaiveDate>,
        /// The last day.
        until Until: Option<NaiveDate>,
        /// What it is about.
        introduction Introduction: String,
        /// About the chair.
        portrait Portrait: String,
        /// The last words.
        closing Closing: String,
        /// The meetings and activities chosen; all between the days while there are none.
        chosen Chosen: Vec<Id>,
        /// Who reads its programme on the portal, where the network is.
        portal Portal: Reach,
    }
}

impl Season {
    /// Its days: as said, else those of the year it is named after.
    pub fn days(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let year = year_in(&self.name);
        let day = |month, day| year.and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
        match (self.from, self.until) {
            (None, None) => (day(1, 1), day(12, 31)),
            said => said,
        }
    }

    /// Whether a line of the plan belongs to the programme: it was chosen, or none was and it lies
    /// between the season's days and is more than an idea.
    pub fn holds(&self, row: &PlanRow) -> bool {
        let is = |id: Id| self.chosen.contains(&id);
        match self.chosen.is_empty() {
            true => row.activity.is_announced() && self.may_hold(row),
            false => is(row.activity.id) || row.activity.meeting.is_some_and(is),
        }
    }

    /// Whether a line of the plan lies between the season's days, or may.
    pub fn may_hold(&self, row: &PlanRow) -> bool {
        let (from, until) = self.days();
        (from.is_some() || until.is_some()) && row.activity.touches(from, until)
    }

    /// A season nobody has made: that of its name, which may be a year.
    pub fn unmade(name: &str) -> Self {
        Self {
            name: name.trim().to_owned(),
            ..Self::default()
        }
    }
}

impl Network {
    /// The seasons in the order of their days.
    pub fn season_list(&self) -> Vec<&Season> {
        let mut rows: Vec<&Season> = self.seasons.values().filter(|row| !row.removed).collect();
        rows.sort_by_cached_key(|row| (row.days(), sort_key(&row.name), row.id));
        rows
    }

    /// A season by its name or id.
    pub fn season(&self, typed: &str) -> Option<&Season> {
        let wanted = fold(typed.trim());
        let mut live = self.seasons.values().filter(|row| !row.removed);
        live.find(|row| fold(&row.name) == wanted || row.id.to_string() == wanted)
    }
}

/// The year in a name: four figures.
pub fn year_in(name: &str) -> Option<i32> {
    let words = name.split(|sign: char| !sign.is_ascii_digit());
    let mut years = words.filter(|word| word.len() == 4);
    years.next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(id: u128, day: u16, start: &str, end: &str) -> Slot {
        let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").ok();
        Slot {
            id: Id::from_bits(id),
            day,
            start: time(start),
            end: time(end),
            ..Slot::default()
        }
    }

    #[test]
    fn parts_stand_by_day_and_time_and_know_what_is_beside_them() {
        let slots = [
            slot(1, 2, "09:00", "10:00"),
            slot(2, 1, "13:00", "14:00"),
            slot(3, 0, "13:30", "15:00"),
            slot(4, 1, "", ""),
            slot(5, 1, "14:00", "14:30"),
        ];
        let order: Vec<u128> = in_order(slots.iter())
            .iter()
            .map(|row| row.id.bits())
            .collect();
        assert_eq!(order, [2, 3, 5, 4, 1]);
        assert!(slots[1].is_beside(&slots[2]) && slots[2].is_beside(&slots[4]));
        assert!(!slots[1].is_beside(&slots[4]) && !slots[0].is_beside(&slots[1]));
        assert!(!slots[3].is_beside(&slots[1]));
    }

    #[test]
    fn a_season_has_its_own_days_or_those_of_its_year() {
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        let season = |name: &str, from, until| Season {
            name: name.into(),
            from: day(from),
            until: day(until),
            ..Season::default()
        };
        let days = season("Sæson 2027", "", "").days();
        assert_eq!(days, (day("2027-01-01"), day("2027-12-31")));
        let days = season("2026/2027", "2026-08-01", "2027-06-30").days();
        assert_eq!(days, (day("2026-08-01"), day("2027-06-30")));
        assert_eq!(season("Velfærd", "", "").days(), (None, None));
    }
}
