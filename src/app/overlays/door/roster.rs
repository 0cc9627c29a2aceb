//! The people at the door, prepared for matching and counted: once, not at each key. It owns when
//! that must be done anew; it must not know what is typed.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use crate::app::App;
use crate::app::commands::participants;
use crate::app::overview::roll;
use crate::domain::attendance::Attendance;
use crate::domain::counts::{Counts, counts, is_expected, is_there};
use crate::domain::id::Id;
use crate::domain::matching::Index;
use crate::domain::meeting::Meeting;
use crate::domain::op::DocId;
use crate::domain::register::Register;

/// See the module.
#[derive(Debug)]
pub struct Roster {
    /// Revisions of meeting, network and register it was made of.
    of: [u64; 3],
    people: Arc<People>,
    /// How everybody stands.
    pub attendances: BTreeMap<Id, Attendance>,
    /// Who came, of whom.
    pub counts: Counts,
    /// The same by organisation.
    pub groups: Vec<Group>,
}

/// An organisation at the door.
#[derive(Debug)]
pub struct Group {
    /// Which; none for those of no organisation.
    pub organisation: Option<Id>,
    /// How many are there now.
    pub present: usize,
    /// How many came or are expected.
    pub expected: usize,
    /// Who is expected and has not come.
    pub missing: Vec<Id>,
}

/// What changes only when somebody is put on the list or taken off it.
#[derive(Debug)]
struct People {
    print: u64,
    listed: Index<Id>,
    others: Index<Id>,
    /// By organisation and name.
    roll: Vec<(Option<Id>, Vec<Id>)>,
}

impl Roster {
    /// The roster of a meeting; `known` is taken over as far as it still holds.
    pub fn of(app: &App, meeting: Id, known: Option<&Arc<Roster>>) -> Option<Arc<Roster>> {
        let doc = app.docs.meeting(meeting)?;
        let network = DocId::Network(doc.head.network);
        let all = [DocId::Meeting(meeting), network, DocId::Register];
        let of = all.map(|doc| app.docs.revision(doc));
        if let Some(known) = known.filter(|known| known.of == of) {
            return Some(known.clone());
        }
        let print = print(doc, of[2]);
        let people = known.filter(|known| known.people.print == print);
        let people = people.map(|known| known.people.clone());
        let people = people.unwrap_or_else(|| Arc::new(People::new(doc, app.register(), print)));
        let attendances = doc.attendances();
        let head = app.docs.network(doc.head.network).map(|it| &it.head);
        Some(Arc::new(Roster {
            of,
            counts: counts(doc, head.unwrap_or(&Default::default())),
            groups: groups(doc, &people, &attendances),
            attendances,
            people,
        }))
    }

    /// The people on the list.
    pub fn listed(&self) -> &Index<Id> {
        &self.people.listed
    }

    /// The people of the register who are not on it.
    pub fn others(&self) -> &Index<Id> {
        &self.people.others
    }

    /// How a person stands.
    pub fn standing(&self, person: Id) -> Attendance {
        self.attendances.get(&person).copied().unwrap_or_default()
    }
}

impl People {
    fn new(meeting: &Meeting, register: &Register, print: u64) -> Self {
        let listed: BTreeSet<Id> = meeting.participant_list().map(|row| row.id).collect();
        let all = register.people.keys().copied();
        let others = all.filter(|id| !listed.contains(id));
        let ids = |rows: Vec<&crate::domain::attendance::Participant>| {
            rows.into_iter().map(|row| row.id).collect()
        };
        Self {
            print,
            listed: participants::index(meeting, register),
            others: Index::of_people(register, others),
            roll: roll(meeting, register)
                .into_iter()
                .map(|(organisation, rows)| (organisation, ids(rows)))
                .collect(),
        }
    }
}

/// What the people prepared depend on.
fn print(meeting: &Meeting, register: u64) -> u64 {
    let mut hasher = DefaultHasher::new();
    register.hash(&mut hasher);
    for row in meeting.participant_list() {
        (row.id, row.organisation, &row.code).hash(&mut hasher);
    }
    hasher.finish()
}

fn groups(
    meeting: &Meeting,
    people: &People,
    attendances: &BTreeMap<Id, Attendance>,
) -> Vec<Group> {
    let group = |(organisation, rows): &(Option<Id>, Vec<Id>)| {
        let mut group = Group {
            organisation: *organisation,
            present: 0,
            expected: 0,
            missing: Vec::new(),
        };
        for id in rows {
            let attendance = attendances.get(id).copied().unwrap_or_default();
            let row = meeting.participants.get(id);
            let expected = row.is_some_and(|row| is_expected(row, attendance));
            group.present += usize::from(is_there(attendance));
            group.expected += usize::from(expected);
            if expected && !is_there(attendance) && attendance != Attendance::Left {
                group.missing.push(*id);
            }
        }
        group
    };
    people.roll.iter().map(group).collect()
}
