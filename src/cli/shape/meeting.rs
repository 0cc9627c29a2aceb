//! A meeting as `show MEETING --json` prints it.

use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat};
use chrono_tz::Europe::Copenhagen;
use serde::Serialize;

use super::{organisation_name, owner_name};
use crate::documents::annex_number;
use crate::domain::agenda::AgendaItem;
use crate::domain::attendance::{Attendance, Participant};
use crate::domain::counts::counts;
use crate::domain::due::Due;
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Entry, EntryKind};
use crate::domain::network::{ActionItem, Network};
use crate::domain::register::Register;
use crate::domain::schedule::{Slot, schedule};
use crate::domain::secretariat::Secretariat;
use crate::domain::walk::Walk;
use crate::locale::Locale;

/// A meeting.
#[derive(Clone, Debug, Serialize)]
pub struct MeetingShape {
    id: Id,
    pub label: String,
    network: String,
    pub title: String,
    stage: &'static str,
    when: When,
    place: Place,
    purpose: String,
    pub agenda: Vec<Item>,
    pub participants: Vec<Person>,
    pub actions: Vec<ActionShape>,
    counts: Counts,
    case_number: String,
    cancelled: Option<String>,
    minutes: &'static str,
    objection_deadline: Option<NaiveDate>,
    practicals: Vec<Practical>,
    comments: Vec<Comment>,
}

#[derive(Clone, Debug, Serialize)]
struct When {
    date: Option<NaiveDate>,
    start: Option<String>,
    end: Option<String>,
    tentative: bool,
}

#[derive(Clone, Debug, Serialize)]
struct Place {
    venue: String,
    host: Option<String>,
    link: String,
}

/// An agenda item.
#[derive(Clone, Debug, Serialize)]
pub struct Item {
    id: Id,
    pub number: usize,
    pub title: String,
    kind: &'static str,
    purpose: String,
    outcome: String,
    background: String,
    recommendation: String,
    minutes: Option<u16>,
    starts_at: Option<String>,
    status: &'static str,
    closed: bool,
    responsible: String,
    speakers: Vec<Speaker>,
    annexes: Vec<Annex>,
    entries: Vec<EntryShape>,
}

#[derive(Clone, Debug, Serialize)]
struct Speaker {
    id: Id,
    name: String,
    organisation: String,
    status: &'static str,
}

#[derive(Clone, Debug, Serialize)]
struct Annex {
    id: Id,
    number: String,
    title: String,
    link: String,
    file: String,
}

#[derive(Clone, Debug, Serialize)]
struct EntryShape {
    id: Id,
    kind: &'static str,
    text: String,
    at: Option<String>,
    by: String,
}

/// A participant.
#[derive(Clone, Debug, Serialize)]
pub struct Person {
    person: Id,
    pub name: String,
    organisation: String,
    rsvp: &'static str,
    attendance: &'static str,
    checked_in_at: Option<String>,
    substitute_for: Option<Id>,
    role: &'static str,
    walk_in: bool,
}

/// An action item of a meeting.
#[derive(Clone, Debug, Serialize)]
pub struct ActionShape {
    id: Id,
    pub text: String,
    pub owner: String,
    due: Option<Due>,
    status: &'static str,
    item: Option<Id>,
}

#[derive(Clone, Debug, Serialize)]
struct Counts {
    present: usize,
    expected: usize,
    organisations: usize,
    quorum: Option<Quorum>,
    online: usize,
    apologies: usize,
    unanswered: usize,
}

#[derive(Clone, Debug, Serialize)]
struct Quorum {
    needed: usize,
    there: usize,
    met: bool,
    by_organisation: bool,
}

#[derive(Clone, Debug, Serialize)]
struct Practical {
    id: Id,
    what: String,
    who: String,
    days: i16,
    done: bool,
}

#[derive(Clone, Debug, Serialize)]
struct Comment {
    id: Id,
    entry: Option<Id>,
    by: String,
    text: String,
    answer: String,
    status: &'static str,
}

/// A moment with Copenhagen's offset ("2026-11-26T10:42:07+01:00"); nothing for no moment.
pub fn stamp(at: i64) -> Option<String> {
    let at = DateTime::from_timestamp_millis(at).filter(|_| at != 0)?;
    let there = at.with_timezone(&Copenhagen);
    Some(there.to_rfc3339_opts(SecondsFormat::Secs, true))
}

fn clock(time: Option<NaiveTime>) -> Option<String> {
    time.map(|time| time.format("%H:%M").to_string())
}

/// What a shape is made from.
pub struct Facts<'a> {
    pub secretariat: &'a Secretariat,
    pub register: &'a Register,
    pub network: &'a Network,
    pub meeting: &'a Meeting,
    pub id: Id,
    pub locale: Locale,
    pub now: i64,
}

impl MeetingShape {
    /// The shape of a meeting whose walk is known.
    pub fn new(from: &Facts<'_>, walk: &Walk) -> Self {
        let head = &from.meeting.head;
        let network = from.secretariat.label(head.network);
        let row = from.network.meetings.get(&from.id);
        Self {
            id: from.id,
            label: row.map_or_else(String::new, |row| row.label(network)),
            network: network.to_owned(),
            title: head.title.clone(),
            stage: walk.current.name(),
            when: When {
                date: head.date,
                start: clock(head.start),
                end: clock(head.end),
                tentative: head.tentative,
            },
            place: Place {
                venue: head.venue.clone(),
                host: head
                    .host
                    .map(|host| organisation_name(Some(host), from.register)),
                link: head.link.clone(),
            },
            purpose: head.purpose.clone(),
            agenda: from.agenda(),
            participants: from.participants(),
            actions: from.actions(),
            counts: from.counts(),
            case_number: head.case_number.clone(),
            cancelled: head.cancelled.clone(),
            minutes: head.minutes.name(),
            objection_deadline: head.objection_deadline,
            practicals: from.practicals(),
            comments: from.comments(),
        }
    }
}

impl Facts<'_> {
    fn agenda(&self) -> Vec<Item> {
        let schedule = schedule(self.meeting, self.now);
        let agenda = self.meeting.agenda();
        let items = agenda.iter().zip(&schedule.slots);
        items.map(|(item, slot)| self.item(item, slot)).collect()
    }

    fn item(&self, item: &AgendaItem, slot: &Slot) -> Item {
        let entries = self.meeting.entries_of(item.id);
        Item {
            id: item.id,
            number: slot.number,
            title: item.title.clone(),
            kind: item.kind.name(),
            purpose: item.purpose.clone(),
            outcome: item.outcome.clone(),
            background: item.background.clone(),
            recommendation: item.recommendation.clone(),
            minutes: item.minutes,
            starts_at: clock(slot.starts_at),
            status: item.status.name(),
            closed: item.closed,
            responsible: owner_name(&item.responsible, self.register),
            speakers: self.speakers(item.id),
            annexes: self.annexes(item.id, slot.number),
            entries: entries.into_iter().map(|row| self.entry(row)).collect(),
        }
    }

    fn speakers(&self, item: Id) -> Vec<Speaker> {
        let rows = self.meeting.speakers_of(item).into_iter();
        rows.map(|row| Speaker {
            id: row.id,
            name: match row.person {
                Some(person) if row.name.is_empty() => self.register.name_of(person).to_owned(),
                _ => row.name.clone(),
            },
            organisation: row.organisation.clone(),
            status: row.status.name(),
        })
        .collect()
    }

    fn annexes(&self, item: Id, number: usize) -> Vec<Annex> {
        let rows = self.meeting.annexes_of(item).into_iter().enumerate();
        rows.map(|(place, row)| Annex {
            id: row.id,
            number: annex_number(number, place),
            title: row.title.clone(),
            link: row.link.clone(),
            file: row.file_name.clone(),
        })
        .collect()
    }

    fn entry(&self, entry: &Entry) -> EntryShape {
        let text = match entry.kind {
            EntryKind::Attendance => self
                .locale
                .entry(entry, self.meeting, self.register)
                .into_owned(),
            _ => entry.text.clone(),
        };
        EntryShape {
            id: entry.id,
            kind: entry.kind.name(),
            text,
            at: stamp(entry.at),
            by: entry.by.clone(),
        }
    }

    fn participants(&self) -> Vec<Person> {
        let standing = self.meeting.attendances();
        let mut rows: Vec<Person> = self
            .meeting
            .participant_list()
            .map(|row| self.participant(row, standing.get(&row.id).copied().unwrap_or_default()))
            .collect();
        rows.sort_by_cached_key(|row| (sort_key(&row.organisation), sort_key(&row.name)));
        rows
    }

    fn participant(&self, row: &Participant, attendance: Attendance) -> Person {
        Person {
            person: row.id,
            name: self.register.name_of(row.id).to_owned(),
            organisation: organisation_name(row.organisation, self.register),
            rsvp: row.rsvp.name(),
            attendance: attendance.name(),
            checked_in_at: self.meeting.checked_in_at(row.id).and_then(stamp),
            substitute_for: row.substitute_for,
            role: row.role.name(),
            walk_in: row.walk_in,
        }
    }

    /// The network's action items that arose in this meeting, in the minutes' order.
    fn actions(&self) -> Vec<ActionShape> {
        let all = self.network.actions.values();
        let mut rows: Vec<((usize, Option<&Entry>), ActionShape)> = all
            .filter(|row| !row.removed && row.meeting == Some(self.id))
            .map(|row| {
                let entry = row.entry.and_then(|id| self.meeting.entries.get(&id));
                let number = entry.and_then(|entry| self.meeting.number_of(entry.item));
                let place = (number.unwrap_or(usize::MAX), entry);
                (place, self.action(row, entry))
            })
            .collect();
        rows.sort_by(|((left, first), _), ((right, second), _)| {
            let place = |entry: &Option<&Entry>| entry.map(|it| (it.pos.clone(), it.id));
            left.cmp(right).then_with(|| place(first).cmp(&place(second)))
        });
        rows.into_iter().map(|(_, shape)| shape).collect()
    }

    /// Until approval the entry's text, owner and deadline count.
    fn action(&self, row: &ActionItem, entry: Option<&Entry>) -> ActionShape {
        let live = entry.filter(|entry| !row.frozen && !entry.removed);
        let (text, owner, due) = match live {
            Some(entry) => (&entry.text, &entry.owner, &entry.due),
            None => (&row.text, &row.owner, &row.due),
        };
        ActionShape {
            id: row.id,
            text: text.clone(),
            owner: owner_name(owner, self.register),
            due: due.clone(),
            status: row.status.name(),
            item: entry.map(|entry| entry.item),
        }
    }

    fn counts(&self) -> Counts {
        let counts = counts(self.meeting, &self.network.head);
        Counts {
            present: counts.present,
            expected: counts.expected,
            organisations: counts.organisations,
            quorum: counts.quorum.map(|quorum| Quorum {
                needed: quorum.needed,
                there: quorum.there,
                met: quorum.met(),
                by_organisation: quorum.by_organisation,
            }),
            online: counts.online,
            apologies: counts.apologies,
            unanswered: counts.unanswered,
        }
    }

    fn practicals(&self) -> Vec<Practical> {
        let rows = self.meeting.practical_list().into_iter();
        rows.map(|row| Practical {
            id: row.id,
            what: row.what.clone(),
            who: row.who.clone(),
            days: row.days,
            done: row.done,
        })
        .collect()
    }

    fn comments(&self) -> Vec<Comment> {
        let live = self.meeting.comments.values().filter(|row| !row.removed);
        let mut rows: Vec<_> = live.collect();
        rows.sort_by_key(|row| (row.at, row.id));
        let shapes = rows.into_iter().map(|row| Comment {
            id: row.id,
            entry: row.entry,
            by: row.by.clone(),
            text: row.text.clone(),
            answer: row.answer.clone(),
            status: row.status.name(),
        });
        shapes.collect()
    }
}
