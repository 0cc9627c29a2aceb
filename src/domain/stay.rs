//! Travel, lodging and diets of those who come to a meeting: speakers and participants.
//!
//! It owns what is noted and on which day it is erased for good. It must not know the journal.

use chrono::{Days, NaiveDate};

use super::agenda::{Speaker, SpeakerStatus};
use super::attendance::{Participant, Rsvp};
use super::folding::sort_key;
use super::id::Id;
use super::meeting::Meeting;
use super::network::Network;
use super::register::Register;
use crate::record;

/// Days after a meeting's last day until what was noted is erased.
pub const KEPT_DAYS: u64 = 14;

record! {
    /// What is noted about somebody's journey to a meeting. Erased from the journal too, not only
    /// marked as removed, when the meeting is over.
    Stay, StayField {
        /// The meeting.
        meeting Meeting: Id,
        /// The person of the register, or the speaker who is not in it.
        of Of: Id,
        /// How and when they come and go.
        travel Travel: String,
        /// Where they stay the night.
        lodging Lodging: String,
        /// What they do not eat, and what else must be seen to.
        diet Diet: String,
    }
}

impl Stay {
    /// Whether nothing is noted.
    pub fn is_empty(&self) -> bool {
        self.travel.is_empty() && self.lodging.is_empty() && self.diet.is_empty()
    }
}

impl Network {
    /// What is noted about somebody's journey to a meeting.
    pub fn stay(&self, meeting: Id, of: Id) -> Option<&Stay> {
        let mut rows = self.stays.values().filter(|row| !row.removed);
        rows.find(|row| row.meeting == meeting && row.of == of)
    }

    /// Whether anything is noted about journeys to a meeting.
    pub fn has_stays(&self, meeting: Id) -> bool {
        let mut rows = self.stays.values();
        rows.any(|row| row.meeting == meeting)
    }
}

/// Somebody who comes to a meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct Traveller {
    /// The person of the register, or the speaker who is not in it.
    pub id: Id,
    /// The name.
    pub name: String,
    /// The organisation's name.
    pub organisation: String,
    /// The speaker's record, when they speak.
    pub speaker: Option<Id>,
}

/// Speakers in the agenda's order, then participants by name; nobody twice, and nobody who has
/// said no.
pub fn travellers(meeting: &Meeting, register: &Register) -> Vec<Traveller> {
    let agenda = meeting.agenda();
    let speakers = agenda.iter().flat_map(|item| meeting.speakers_of(item.id));
    let named = |row: &&Speaker| {
        row.status != SpeakerStatus::Declined && !matches!(row.name.trim(), "" | "?")
    };
    let mut all: Vec<Traveller> = Vec::new();
    for row in speakers.filter(named) {
        let id = row.person.unwrap_or(row.id);
        if all.iter().all(|known| known.id != id) {
            all.push(Traveller {
                id,
                name: row.name.clone(),
                organisation: row.organisation.clone(),
                speaker: Some(row.id),
            });
        }
    }
    let comes = |row: &&Participant| !matches!(row.rsvp, Rsvp::No);
    let mut people: Vec<Traveller> = meeting
        .participant_list()
        .filter(comes)
        .filter(|row| all.iter().all(|known| known.id != row.id))
        .map(|row| {
            let person = register.people.get(&row.id);
            let organisation = person.and_then(|person| person.organisation);
            Traveller {
                id: row.id,
                name: register.name_of(row.id).to_owned(),
                organisation: organisation
                    .map_or("", |id| register.organisation_name(id))
                    .to_owned(),
                speaker: None,
            }
        })
        .collect();
    people.sort_by_cached_key(|row| (sort_key(&row.name), row.id));
    all.extend(people);
    all
}

impl Meeting {
    /// Its last day: the programme may go on after the first.
    pub fn last_day(&self) -> Option<NaiveDate> {
        let slots = self.slots.values().filter(|row| !row.removed);
        let days = slots.map(|row| row.day_number()).max().unwrap_or(1);
        let after = Days::new(u64::from(days) - 1);
        self.head.date?.checked_add_days(after)
    }

    /// The day on which what is noted about journeys to it is erased.
    pub fn stays_end(&self) -> Option<NaiveDate> {
        self.last_day()?.checked_add_days(Days::new(KEPT_DAYS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::programme::Slot;

    #[test]
    fn a_meeting_of_two_days_is_over_after_the_second() {
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        let mut meeting = Meeting::default();
        assert_eq!(meeting.stays_end(), None);
        meeting.head.date = day("2027-05-20");
        assert_eq!(meeting.stays_end(), day("2027-06-03"));
        let slot = Slot {
            id: Id::from_bits(1),
            day: 2,
            ..Slot::default()
        };
        meeting.slots.insert(slot.id, slot);
        assert_eq!(meeting.last_day(), day("2027-05-21"));
        assert_eq!(meeting.stays_end(), day("2027-06-04"));
    }
}
