//! Three to five replicas, random ops, random delays: the same state everywhere, and nothing that
//! was typed is lost. `REFERENT_HISTORIES` sets how many histories are tried.

use super::*;
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, MeetingChange, MeetingRecord};
use crate::domain::minutes::Entry;
use crate::domain::op::DocId;
use crate::domain::pos::Pos;
use crate::domain::record::Record;
use crate::domain::sample::{Rng, SampleDocument};

pub const MEETING: DocId = DocId::Meeting(Id::from_bits(1));

/// A session's copy: what the journal says, and what it has not heard back about.
struct Replica {
    confirmed: Doc,
    seen: usize,
    pending: Vec<DocOp>,
}

impl Replica {
    fn local(&self) -> Doc {
        let mut doc = self.confirmed.clone();
        self.pending.iter().for_each(|op| {
            doc.apply(&op.op);
        });
        doc
    }

    fn hear(&mut self, journal: &[Vec<DocOp>]) {
        if let Some(batch) = journal.get(self.seen) {
            for op in batch {
                self.confirmed.apply(&op.op);
            }
            self.pending = rebase(&self.pending, batch);
            self.seen += 1;
        }
    }

    /// Submits what is pending: the hub rebases it over what the replica had not seen.
    fn submit(&mut self, journal: &mut Vec<Vec<DocOp>>) {
        if self.pending.is_empty() {
            return;
        }
        let over: Vec<DocOp> = journal.iter().skip(self.seen).flatten().cloned().collect();
        journal.push(rebase(&std::mem::take(&mut self.pending), &over));
        while self.seen < journal.len() {
            self.hear(journal);
        }
    }
}

/// What somebody typed: a character of its own each time, so that it can be looked for.
fn typed(rng: &mut Rng, mark: &mut u32) -> String {
    *mark += 1;
    let unit = ["æ", "x", "a\u{30a}", "ord "][rng.below(4)];
    format!("{unit}{}", sign(*mark))
}

pub fn sign(mark: u32) -> char {
    char::from_u32(0x4e00 + mark).unwrap()
}

/// A random text op on a random live entry.
fn text_op(meeting: &Meeting, rng: &mut Rng, mark: &mut u32) -> Option<Op> {
    let live: Vec<&Entry> = meeting
        .entries
        .values()
        .filter(|entry| !entry.removed())
        .collect();
    let entry = *rng.pick(&live)?;
    let mut bounds: Vec<usize> = entry.text.char_indices().map(|(at, _)| at).collect();
    bounds.push(entry.text.len());
    let at = *rng.pick(&bounds)?;
    Some(Op::Text(match rng.below(10) {
        0 => TextOp::EntrySplit(Split {
            entry: entry.id,
            at,
            new: Entry {
                id: rng.id(),
                item: entry.item,
                pos: Pos::between(Some(&entry.pos), None, rng.next() as u32),
                ..Entry::default()
            },
            tail: entry.text[at..].to_owned(),
        }),
        1 => {
            let other = rng.pick(&live).filter(|other| other.id != entry.id)?;
            TextOp::EntriesJoined(Join {
                first: entry.id,
                second: other.id,
                at: entry.text.len(),
                text: other.text.clone(),
            })
        }
        kind => {
            let end = if kind < 5 { *rng.pick(&bounds)? } else { at };
            let (at, end) = (at.min(end), at.max(end));
            let inserted = if kind > 2 {
                typed(rng, mark)
            } else {
                String::new()
            };
            TextOp::TextSpliced(Splice {
                field: TextField::Entry(entry.id),
                at,
                deleted: entry.text[at..end].to_owned(),
                inserted,
            })
        }
    }))
}

fn random_edit<D: SampleDocument>(doc: &D, rng: &mut Rng) -> Option<Edit<D>> {
    if rng.chance(40) {
        let table = rng.below(12);
        let id = rng.id();
        return D::sample_record(table, id, rng).map(Edit::Add);
    }
    let key = *rng.pick(&doc.keys())?;
    doc.sample_set(key, rng)
        .map(|change| Edit::Set { id: key.id, change })
}

pub fn random_op(doc: &Doc, rng: &mut Rng, mark: &mut u32) -> Option<Op> {
    match doc {
        Doc::Meeting(meeting) if rng.chance(75) => text_op(meeting, rng, mark),
        Doc::Meeting(meeting) => random_edit(meeting, rng).map(Op::Meeting),
        Doc::Register(register) => random_edit(register, rng).map(Op::Register),
        Doc::Network(network) => random_edit(network, rng).map(Op::Network),
        Doc::Secretariat(secretariat) => random_edit(secretariat, rng).map(Op::Secretariat),
        Doc::Desk(desk) => random_edit(desk, rng).map(Op::Desk),
    }
}

pub fn with_entries(rng: &mut Rng) -> Doc {
    let mut doc = Doc::empty(MEETING);
    for _ in 0..3 {
        let entry = Entry {
            id: rng.id(),
            text: "Grundtekst ".into(),
            ..Entry::default()
        };
        doc.apply(&Op::Meeting(Edit::Add(MeetingRecord::Entry(entry))));
    }
    doc
}

/// What was deleted on purpose need not survive.
pub fn deleted_marks(ops: &[DocOp], gone: &mut Vec<String>) {
    for op in ops {
        if let Op::Text(TextOp::TextSpliced(splice)) = &op.op {
            gone.push(splice.deleted.clone());
        }
    }
}

/// All text of a meeting's entries.
pub fn text_of(doc: &Doc) -> String {
    let Doc::Meeting(meeting) = doc else {
        unreachable!()
    };
    let texts = meeting.entries.values().map(|entry| entry.text.as_str());
    texts.collect::<Vec<_>>().join("\n")
}

/// How many histories are tried.
pub fn histories() -> u64 {
    let said = std::env::var("REFERENT_HISTORIES").ok();
    said.and_then(|n| n.parse().ok()).unwrap_or(2_000)
}

fn history(seed: u64) {
    let mut rng = Rng(seed);
    let (mut mark, mut journal, mut gone) = (0, Vec::new(), Vec::new());
    let base = with_entries(&mut rng);
    let count = 3 + rng.below(3);
    let mut replicas: Vec<Replica> = (0..count)
        .map(|_| Replica {
            confirmed: base.clone(),
            seen: 0,
            pending: Vec::new(),
        })
        .collect();
    for _ in 0..60 {
        let who = rng.below(count);
        let replica = &mut replicas[who];
        match rng.below(10) {
            0..=5 => {
                if let Some(op) = random_op(&replica.local(), &mut rng, &mut mark) {
                    let op = DocOp { doc: MEETING, op };
                    deleted_marks(std::slice::from_ref(&op), &mut gone);
                    replica.pending.push(op);
                }
            }
            6 | 7 => replica.hear(&journal),
            // Rarely: offline spells grow between submissions.
            _ => replica.submit(&mut journal),
        }
    }
    for replica in &mut replicas {
        replica.submit(&mut journal);
    }
    for replica in &mut replicas {
        while replica.seen < journal.len() {
            replica.hear(&journal);
        }
        assert!(replica.pending.is_empty());
    }
    let states: Vec<&Doc> = replicas.iter().map(|replica| &replica.confirmed).collect();
    assert!(
        states.windows(2).all(|pair| pair[0] == pair[1]),
        "seed {seed}: replicas differ"
    );
    let all = text_of(states[0]);
    let gone = gone.concat();
    for typed in (1..=mark).map(sign) {
        assert!(
            all.contains(typed) || gone.contains(typed),
            "seed {seed}: {typed} is lost\n{all}"
        );
    }
}

#[test]
fn replicas_agree_and_nothing_typed_is_lost() {
    (0..histories()).for_each(history);
}

/// Two ops on one text, made at once: both ways round give the same text.
#[test]
fn two_at_once_meet_in_the_same_text() {
    for seed in 0..20_000 {
        let mut rng = Rng(seed ^ 0x00c0_ffee);
        let mut mark = 0;
        let doc = with_entries(&mut rng);
        let Doc::Meeting(meeting) = &doc else {
            unreachable!()
        };
        let (Some(first), Some(second)) = (
            text_op(meeting, &mut rng, &mut mark),
            text_op(meeting, &mut rng, &mut mark),
        ) else {
            continue;
        };
        if matches!(
            (&first, &second),
            (
                Op::Text(TextOp::EntriesJoined(_)),
                Op::Text(TextOp::EntriesJoined(_))
            )
        ) {
            continue; // Two joins at once into one entry keep all text, in either order.
        }
        let (first, second) = (
            DocOp {
                doc: MEETING,
                op: first,
            },
            DocOp {
                doc: MEETING,
                op: second,
            },
        );
        let texts = |ops: Vec<DocOp>| {
            let mut doc = doc.clone();
            ops.iter().for_each(|op| {
                doc.apply(&op.op);
            });
            let Doc::Meeting(meeting) = doc else {
                unreachable!()
            };
            meeting
                .entries
                .values()
                .filter(|entry| !entry.removed)
                .map(|entry| (entry.id, entry.text.clone()))
                .collect::<Vec<_>>()
        };
        let mut one = vec![first.clone()];
        one.extend(transform(&second, &first, Side::Later));
        let mut other = vec![second.clone()];
        other.extend(transform(&first, &second, Side::Earlier));
        assert_eq!(
            texts(one),
            texts(other),
            "seed {seed}\n{first:?}\n{second:?}"
        );
    }
}

fn visible(doc: &Doc) -> Vec<String> {
    doc.keys()
        .into_iter()
        .filter_map(|key| doc.encode(key))
        .map(|bytes| String::from_utf8(bytes).unwrap())
        .filter(|json| !json.contains("\"removed\":true"))
        .collect()
}

fn inverse_is_identity(id: DocId, seed: u64) {
    let mut rng = Rng(seed);
    let mut mark = 0;
    let mut doc = if id == MEETING {
        with_entries(&mut rng)
    } else {
        Doc::empty(id)
    };
    for _ in 0..30 {
        let Some(op) = random_op(&doc, &mut rng, &mut mark) else {
            continue;
        };
        let before = doc.clone();
        let outcome = doc.apply(&op);
        if matches!(
            op,
            Op::Secretariat(Edit::Add(_))
                | Op::Register(Edit::Add(_))
                | Op::Desk(Edit::Add(_))
                | Op::Network(Edit::Add(_))
                | Op::Meeting(Edit::Add(_))
        ) && op.touched().iter().any(|key| key.table == 0)
        {
            continue; // A document's head is never taken away.
        }
        let mut undone = doc.clone();
        if outcome == crate::domain::fold::Outcome::Applied {
            undone.apply(&op.inverse().unwrap());
            assert_eq!(visible(&undone), visible(&before), "{op:?}");
            let mut redone = undone.clone();
            redone.apply(&op.inverse().unwrap().inverse().unwrap());
            assert_eq!(visible(&redone), visible(&doc), "{op:?}");
        }
    }
}

#[test]
fn apply_then_inverse_is_identity() {
    for seed in 0..300 {
        for id in [
            DocId::Secretariat,
            DocId::Register,
            DocId::Desk,
            DocId::Network(Id::from_bits(2)),
            MEETING,
        ] {
            inverse_is_identity(id, seed);
        }
    }
}

#[test]
fn every_op_survives_json() {
    let mut rng = Rng(5);
    let mut mark = 0;
    for id in [
        DocId::Secretariat,
        DocId::Register,
        DocId::Desk,
        DocId::Network(Id::from_bits(2)),
        MEETING,
    ] {
        let mut doc = if id == MEETING {
            with_entries(&mut rng)
        } else {
            Doc::empty(id)
        };
        for _ in 0..300 {
            let Some(op) = random_op(&doc, &mut rng, &mut mark) else {
                continue;
            };
            doc.apply(&op);
            let op = DocOp { doc: id, op };
            let json = serde_json::to_string(&op).unwrap();
            assert_eq!(serde_json::from_str::<DocOp>(&json).unwrap(), op, "{json}");
        }
    }
}

#[test]
fn an_op_of_a_newer_program_is_kept() {
    let json = r#"{"doc":"register","op":{"register":{"paint":{"colour":"blue"}}}}"#;
    let op: DocOp = serde_json::from_str(json).unwrap();
    assert!(matches!(op.op, Op::Unknown(_)));
    assert_eq!(serde_json::to_string(&op).unwrap(), json);
}

/// The later change of one field wins, and carries what it really replaces.
#[test]
fn the_later_change_of_a_field_wins() {
    let record = crate::domain::agenda::AgendaItem {
        id: Id::from_bits(9),
        ..Default::default()
    };
    let set = |from: &str, to: &str| DocOp {
        doc: MEETING,
        op: Op::Meeting(Edit::Set {
            id: record.id,
            change: MeetingChange::Item(crate::domain::agenda::AgendaItemField::title(
                &crate::domain::agenda::AgendaItem {
                    title: from.into(),
                    ..record.clone()
                },
                to.into(),
            )),
        }),
    };
    assert_eq!(
        rebase(&[set("", "Budget")], &[set("", "Økonomi")]),
        vec![set("Økonomi", "Budget")]
    );
    assert_eq!(
        transform(&set("", "Økonomi"), &set("", "Budget"), Side::Earlier),
        vec![]
    );
}
