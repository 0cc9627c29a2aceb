//! A meeting at a moment, as its screen shows it: walk, clock times, counts, participants by
//! organisation, its actions. Computed from the documents; it must not change or draw anything.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::domain::attendance::{Attendance, Participant};
use crate::domain::counts::{Counts, counts};
use crate::domain::due::Due;
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::minutes_ops::{action_facts, is_orphan};
use crate::domain::network::{ActionStatus, Network, Owner, meeting_name};
use crate::domain::register::Register;
use crate::domain::schedule::{Schedule, schedule};
use crate::domain::walk::{Walk, walk};
use crate::domain::zone::Moment;

use super::App;

static NO_REGISTER: LazyLock<Register> = LazyLock::new(Register::default);

/// See the module.
pub struct Overview<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// Its network.
    pub network: &'a Network,
    /// The network's label.
    pub label: &'a str,
    /// People and organisations; empty until loaded.
    pub register: &'a Register,
    /// Stages, gaps and the next step.
    pub walk: Walk,
    /// Clock times.
    pub schedule: Schedule,
    /// Who came, of whom.
    pub counts: Counts,
    /// How everybody stands.
    pub attendances: BTreeMap<Id, Attendance>,
}

/// An action item as it reads now: the entry's words until approval, the record's after.
pub struct Task<'a> {
    /// Its record in the network.
    pub id: Id,
    /// What.
    pub text: &'a str,
    /// Who.
    pub owner: &'a Owner,
    /// By when.
    pub due: Option<&'a Due>,
    /// Where it stands.
    pub status: ActionStatus,
    /// The entry it arose in.
    pub entry: Option<Id>,
    /// The agenda item it arose under.
    pub item: Option<Id>,
}

impl App {
    /// A meeting at this moment; `None` until it and its network are loaded.
    pub fn overview(&self, id: Id) -> Option<Overview<'_>> {
        let meeting = self.docs.meeting(id)?;
        let network = self.docs.network(meeting.head.network)?;
        let previous = previous(network, id).and_then(|id| self.docs.meeting(id));
        let moment = Moment::new(self.clock.now);
        Some(Overview {
            meeting,
            network,
            label: self
                .docs
                .secretariat()
                .map_or("", |secretariat| secretariat.label(meeting.head.network)),
            register: self.register(),
            walk: walk(meeting, network, previous, moment),
            schedule: schedule(meeting, self.clock.now),
            counts: counts(meeting, &network.head),
            attendances: meeting.attendances(),
        })
    }

    /// The register; empty until loaded.
    pub fn register(&self) -> &Register {
        self.docs.register().unwrap_or(&NO_REGISTER)
    }
}

/// "NIMS 3/2026"; "~" marks a number not yet allotted.
pub fn name(network: &Network, label: &str, meeting: Id) -> String {
    match network.meetings.get(&meeting) {
        Some(row) => meeting_name(&row.label(label)),
        None => label.to_uppercase(),
    }
}

/// The network's meeting before this one, by number.
pub fn previous(network: &Network, meeting: Id) -> Option<Id> {
    let this = network.meetings.get(&meeting)?;
    network
        .meetings
        .values()
        .filter(|row| !row.removed && (row.year, row.number) < (this.year, this.number))
        .max_by_key(|row| (row.year, row.number))
        .map(|row| row.id)
}

/// Participants by organisation and name, organisations in the order of their names; those of
/// none come last.
pub fn roll<'a>(
    meeting: &'a Meeting,
    register: &Register,
) -> Vec<(Option<Id>, Vec<&'a Participant>)> {
    // None last, then by name.
    type Order = (bool, Vec<u8>, Option<Id>);
    let mut rows: BTreeMap<Order, Vec<&Participant>> = BTreeMap::new();
    for participant in meeting.participant_list() {
        let organisation = participant.organisation;
        let name = organisation.map_or("", |id| register.organisation_name(id));
        let key = (organisation.is_none(), sort_key(name), organisation);
        rows.entry(key).or_default().push(participant);
    }
    rows.into_iter()
        .map(|((_, _, organisation), mut people)| {
            people.sort_by_cached_key(|row| (sort_key(register.name_of(row.id)), row.id));
            (organisation, people)
        })
        .collect()
}

/// A meeting's actions, in the order of its agenda.
pub fn tasks<'a>(meeting: &'a Meeting, network: &'a Network) -> Vec<Task<'a>> {
    let mut tasks: Vec<Task<'a>> = network
        .actions
        .values()
        .filter(|action| {
            let here = action.meeting == Some(meeting.head.id);
            here && !action.removed && !is_orphan(meeting, action)
        })
        .map(|action| {
            let entry = action.entry.and_then(|id| meeting.entries.get(&id));
            let (text, owner, due) = action_facts(Some(meeting), action);
            Task {
                id: action.id,
                text,
                owner,
                due,
                status: action.status,
                entry: action.entry,
                item: entry.map(|entry| entry.item),
            }
        })
        .collect();
    let place = |task: &Task<'_>| {
        let entry = task.entry.and_then(|id| meeting.entries.get(&id));
        let number = task.item.and_then(|item| meeting.number_of(item));
        (
            number.unwrap_or(usize::MAX),
            entry.map(|entry| &entry.pos),
            task.id,
        )
    };
    tasks.sort_by(|left, right| place(left).cmp(&place(right)));
    tasks
}

impl Overview<'_> {
    /// "NIMS 3/2026"; "~" marks a number not yet allotted.
    pub fn name(&self) -> String {
        name(self.network, self.label, self.meeting.head.id)
    }

    /// The meeting was opened and not closed.
    pub fn runs(&self) -> bool {
        self.meeting.head.started_at.is_some() && self.meeting.head.ended_at.is_none()
    }
}
