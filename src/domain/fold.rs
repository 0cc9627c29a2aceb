//! The fold: the only code that changes state. Total over stored ops: one that does not fit
//! is a named no-op.

use serde::{Deserialize, Serialize};

use super::desk::{Desk, DeskRecord, Enquiry};
use super::meeting::Meeting;
use super::network::{Network, NetworkRecord};
use super::op::{DocId, Edit, Op};
use super::record::{Document, RecordKey};
use super::register::{Organisation, Person, Register, RegisterRecord};
use super::secretariat::{Secretariat, SecretariatRecord};
use super::terms::{Terms, alters_adopted};

/// The state of any document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::large_enum_variant)]
pub enum Doc {
    /// See [`Secretariat`].
    Secretariat(Secretariat),
    /// See [`Register`].
    Register(Register),
    /// See [`Network`].
    Network(Network),
    /// See [`Meeting`].
    Meeting(Meeting),
    /// See [`Desk`].
    Desk(Desk),
}

/// What came of applying an op.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It did what it says.
    Applied,
    /// It did not fit what was there (nothing is lost by it): history names it.
    DidNotFit,
    /// Of a newer program: from here the document can only be read.
    Unknown,
}

impl Doc {
    /// The empty state of a document.
    pub fn empty(id: DocId) -> Self {
        match id {
            DocId::Secretariat => Self::Secretariat(Secretariat::default()),
            DocId::Register => Self::Register(Register::default()),
            DocId::Network(_) => Self::Network(Network::default()),
            DocId::Meeting(_) => Self::Meeting(Meeting::default()),
            DocId::Desk => Self::Desk(Desk::default()),
        }
    }

    /// Applies an op.
    pub fn apply(&mut self, op: &Op) -> Outcome {
        let fits = match (self, op) {
            (_, Op::Unknown(_)) => return Outcome::Unknown,
            (Self::Secretariat(secretariat), Op::Secretariat(edit)) => {
                apply_to_secretariat(secretariat, edit)
            }
            (Self::Register(register), Op::Register(edit)) => apply_to_register(register, edit),
            (Self::Register(register), Op::Erased { person }) => erase(register, *person),
            (Self::Desk(desk), Op::Desk(edit)) => apply_to_desk(desk, edit),
            (Self::Network(network), Op::Network(edit)) => apply_to_network(network, edit),
            (Self::Network(network), Op::StaysErased { stays }) => {
                stays.iter().for_each(|id| drop(network.stays.remove(id)));
                true
            }
            (Self::Meeting(meeting), Op::Meeting(edit)) => {
                !sets_flowing_text(edit) && edit.apply(meeting)
            }
            (Self::Meeting(meeting), Op::Text(op)) => meeting.apply_text(op),
            _ => false,
        };
        if fits {
            Outcome::Applied
        } else {
            Outcome::DidNotFit
        }
    }

    /// As [`Doc::apply`], for an op that the journal has not taken yet: the number that only its order can give is
    /// left open.
    pub fn foresee(&mut self, op: &Op) -> Outcome {
        let outcome = self.apply(op);
        if outcome != Outcome::Applied {
            return outcome;
        }
        match (self, op) {
            (Self::Network(network), Op::Network(Edit::Add(NetworkRecord::Meeting(row)))) => {
                network.leave_open(row.id);
            }
            (Self::Desk(desk), Op::Desk(Edit::Add(DeskRecord::Enquiry(row)))) => {
                desk.leave_open(row.id);
            }
            _ => {}
        }
        outcome
    }

    /// All records' keys, head first.
    pub fn keys(&self) -> Vec<RecordKey> {
        match self {
            Self::Secretariat(doc) => doc.keys(),
            Self::Register(doc) => doc.keys(),
            Self::Network(doc) => doc.keys(),
            Self::Meeting(doc) => doc.keys(),
            Self::Desk(doc) => doc.keys(),
        }
    }

    /// One record as JSON, for the store.
    pub fn encode(&self, key: RecordKey) -> Option<Vec<u8>> {
        fn json<D: Document>(doc: &D, key: RecordKey) -> Option<Vec<u8>> {
            doc.record(key)
                .and_then(|record| serde_json::to_vec(&record).ok())
        }
        match self {
            Self::Secretariat(doc) => json(doc, key),
            Self::Register(doc) => json(doc, key),
            Self::Network(doc) => json(doc, key),
            Self::Meeting(doc) => json(doc, key),
            Self::Desk(doc) => json(doc, key),
        }
    }

    /// Puts a record read from the store in place.
    ///
    /// # Errors
    /// When the bytes are not a record of this document.
    pub fn decode(&mut self, bytes: &[u8]) -> Result<(), serde_json::Error> {
        match self {
            Self::Secretariat(doc) => doc.put(serde_json::from_slice(bytes)?),
            Self::Register(doc) => doc.put(serde_json::from_slice(bytes)?),
            Self::Network(doc) => doc.put(serde_json::from_slice(bytes)?),
            Self::Meeting(doc) => doc.put(serde_json::from_slice(bytes)?),
            Self::Desk(doc) => doc.put(serde_json::from_slice(bytes)?),
        }
        Ok(())
    }
}

/// `wanted`, or `wanted-2`, `wanted-3` …: the first that is not taken.
pub fn free_label(wanted: &str, taken: impl Fn(&str) -> bool) -> String {
    let wanted = if wanted.is_empty() { "x" } else { wanted };
    if !taken(wanted) {
        return wanted.to_owned();
    }
    (2u32..)
        .map(|number| format!("{wanted}-{number}"))
        .find(|label| !taken(label))
        .unwrap_or_default()
}

fn apply_to_secretariat(secretariat: &mut Secretariat, edit: &Edit<Secretariat>) -> bool {
    if let Edit::Add(SecretariatRecord::Network(entry)) = edit {
        let label = free_label(&entry.label, |label| {
            secretariat.networks.values().any(|row| row.label == label)
        });
        return secretariat.add(&SecretariatRecord::Network(
            super::secretariat::NetworkRef {
                label,
                ..entry.clone()
            },
        ));
    }
    edit.apply(secretariat)
}

fn apply_to_register(register: &mut Register, edit: &Edit<Register>) -> bool {
    match edit {
        Edit::Add(RegisterRecord::Person(person)) => {
            let label = free_label(&person.label, |label| {
                register.people.values().any(|row| row.label == label)
            });
            register.add(&RegisterRecord::Person(Person {
                label,
                ..person.clone()
            }))
        }
        Edit::Add(RegisterRecord::Organisation(organisation)) => {
            let label = free_label(&organisation.label, |label| {
                register
                    .organisations
                    .values()
                    .any(|row| row.label == label)
            });
            register.add(&RegisterRecord::Organisation(Organisation {
                label,
                ..organisation.clone()
            }))
        }
        _ => edit.apply(register),
    }
}

fn apply_to_network(network: &mut Network, edit: &Edit<Network>) -> bool {
    if let Edit::Add(NetworkRecord::Meeting(meeting)) = edit {
        let number = network.next_number(meeting.year);
        return network.add(&NetworkRecord::Meeting(super::network::MeetingRef {
            number,
            ..meeting.clone()
        }));
    }
    if let Edit::Add(NetworkRecord::Terms(terms)) = edit {
        let last = network.terms.values().map(|row| row.version).max();
        return network.add(&NetworkRecord::Terms(Terms {
            version: last.unwrap_or(0).saturating_add(1),
            ..terms.clone()
        }));
    }
    if let Edit::Set { id, change } = edit
        && alters_adopted(network, *id, change)
    {
        return false;
    }
    edit.apply(network)
}

fn apply_to_desk(desk: &mut Desk, edit: &Edit<Desk>) -> bool {
    if let Edit::Add(DeskRecord::Enquiry(enquiry)) = edit {
        let number = desk.next_number(enquiry.year);
        return desk.add(&DeskRecord::Enquiry(Enquiry {
            number,
            ..enquiry.clone()
        }));
    }
    edit.apply(desk)
}

/// Flowing text is spliced, never set: setting it would take away what others typed.
fn sets_flowing_text(edit: &Edit<Meeting>) -> bool {
    use super::agenda::AgendaItemField::{Background, Recommendation};
    use super::meeting::MeetingChange::{Entry, Item};
    use super::minutes::EntryField::Text;
    matches!(
        edit,
        Edit::Set {
            change: Entry(Text(_)) | Item(Background(_) | Recommendation(_)),
            ..
        }
    )
}

/// Empties a person's record; the id stays, so that what refers to it still does.
fn erase(register: &mut Register, person: super::id::Id) -> bool {
    let Some(row) = register.people.get_mut(&person) else {
        return false;
    };
    let label = format!(
        "slettet-{}",
        person.to_string().chars().take(8).collect::<String>()
    );
    *row = Person {
        id: person,
        label,
        erased: true,
        removed: true,
        ..Person::default()
    };
    true
}
