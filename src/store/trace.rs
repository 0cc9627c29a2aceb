//! Where each byte of flowing text came from: the op that typed it. Finds words that only the fold spells.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::erase::{finds, masked};
use crate::domain::batch::{Batch, Seq};
use crate::domain::fold::{Doc, Outcome};
use crate::domain::meeting::MeetingRecord;
use crate::domain::op::{DocId, DocOp, Edit, Op};
use crate::domain::text::{Splice, TextField, TextOp, boundary};

/// Position of the batch, number of the op, byte in the text it brought.
type Origin = (Seq, usize, usize);

/// Meetings followed op by op.
pub struct Trace<'a> {
    words: &'a [String],
    longest: usize,
    meetings: BTreeMap<DocId, Doc>,
    origins: HashMap<(DocId, Field), Vec<Origin>>,
    marks: BTreeSet<Origin>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Field(u8, u128);

impl From<TextField> for Field {
    fn from(field: TextField) -> Self {
        match field {
            TextField::Entry(id) => Self(0, id.bits()),
            TextField::Background(id) => Self(1, id.bits()),
            TextField::Recommendation(id) => Self(2, id.bits()),
        }
    }
}

/// The texts an op brings, with what they are called.
fn brought(op: &Op) -> Vec<(TextField, &str)> {
    match op {
        Op::Meeting(Edit::Add(MeetingRecord::Entry(row))) => {
            vec![(TextField::Entry(row.id), row.text.as_str())]
        }
        Op::Meeting(Edit::Add(MeetingRecord::Item(row))) => vec![
            (TextField::Background(row.id), row.background.as_str()),
            (
                TextField::Recommendation(row.id),
                row.recommendation.as_str(),
            ),
        ],
        _ => Vec::new(),
    }
}

impl<'a> Trace<'a> {
    pub fn new(words: &'a [String]) -> Self {
        Self {
            words,
            longest: words.iter().map(|word| word.len() * 2).max().unwrap_or(0),
            meetings: BTreeMap::new(),
            origins: HashMap::new(),
            marks: BTreeSet::new(),
        }
    }

    /// The same marks, from the beginning.
    pub fn rewind(self) -> Self {
        Self {
            marks: self.marks,
            ..Self::new(self.words)
        }
    }

    /// Follows a batch, marking what spells a word.
    pub fn follow(&mut self, batch: &Batch) {
        for (number, op) in batch.effects().iter().enumerate() {
            self.step(batch.header.seq, number, op);
        }
    }

    fn meeting(&mut self, doc: DocId) -> &mut Doc {
        self.meetings.entry(doc).or_insert_with(|| Doc::empty(doc))
    }

    fn step(&mut self, seq: Seq, number: usize, op: &DocOp) {
        if !matches!(op.doc, DocId::Meeting(_)) {
            return;
        }
        if let Op::Text(TextOp::TextSpliced(splice)) = &op.op {
            self.splice(op.doc, seq, number, splice);
            return;
        }
        let before = match &op.op {
            Op::Text(TextOp::EntrySplit(split)) => self.text(op.doc, TextField::Entry(split.entry)),
            _ => String::new(),
        };
        if self.meeting(op.doc).apply(&op.op) != Outcome::Applied {
            return;
        }
        match &op.op {
            Op::Text(TextOp::EntrySplit(split)) => {
                let at = boundary(&before, split.at);
                let first = self.origins(op.doc, TextField::Entry(split.entry));
                let tail = first.split_off(at.min(first.len()));
                *self.origins(op.doc, TextField::Entry(split.new.id)) = tail;
            }
            Op::Text(TextOp::EntriesJoined(join)) => {
                let second = std::mem::take(self.origins(op.doc, TextField::Entry(join.second)));
                let first = self.origins(op.doc, TextField::Entry(join.first));
                let at = first.len();
                first.extend(second);
                self.mark(op.doc, TextField::Entry(join.first), at, at);
            }
            other => {
                for (place, (field, text)) in brought(other).into_iter().enumerate() {
                    let from = (0..text.len()).map(|byte| (seq, number + place * 1_000_000, byte));
                    *self.origins(op.doc, field) = from.collect();
                    self.mark(op.doc, field, 0, text.len());
                }
            }
        }
    }

    fn splice(&mut self, doc: DocId, seq: Seq, number: usize, splice: &Splice) {
        let text = self.text(doc, splice.field);
        let end = splice.at + splice.deleted.len();
        let fits = text.get(splice.at..end) == Some(splice.deleted.as_str());
        let (at, end) = if fits {
            (splice.at, end)
        } else {
            let at = boundary(&text, splice.at);
            (at, at)
        };
        let fresh = (0..splice.inserted.len()).map(|byte| (seq, number, byte));
        let origins = self.origins(doc, splice.field);
        if end <= origins.len() {
            origins.splice(at..end, fresh);
        }
        self.meeting(doc)
            .apply(&Op::Text(TextOp::TextSpliced(splice.clone())));
        self.mark(doc, splice.field, at, at + splice.inserted.len());
    }

    fn origins(&mut self, doc: DocId, field: TextField) -> &mut Vec<Origin> {
        self.origins.entry((doc, field.into())).or_default()
    }

    fn text(&mut self, doc: DocId, field: TextField) -> String {
        let text = match self.meeting(doc) {
            Doc::Meeting(meeting) => meeting.text(field),
            _ => None,
        };
        text.unwrap_or_default().to_owned()
    }

    /// Marks the bytes of words around a changed stretch.
    fn mark(&mut self, doc: DocId, field: TextField, from: usize, to: usize) {
        let text = self.text(doc, field);
        let from = boundary(&text, from.saturating_sub(self.longest));
        let to = boundary(&text, (to + self.longest).min(text.len()));
        let Some(near) = text.get(from..to) else {
            return;
        };
        let words = self.words;
        let found: Vec<usize> = words
            .iter()
            .flat_map(|word| finds(near, word).flatten())
            .map(|at| at + from)
            .collect();
        let origins = self.origins(doc, field);
        let marked: Vec<Origin> = found
            .iter()
            .filter_map(|at| origins.get(*at))
            .copied()
            .collect();
        self.marks.extend(marked);
    }

    /// An op with the marked bytes replaced, in what it brings, what it takes and what it moves.
    pub fn redacted(&mut self, batch: &Batch, number: usize, op: &DocOp) -> DocOp {
        let seq = batch.header.seq;
        let mut changed = op.clone();
        if batch.refused() || !matches!(op.doc, DocId::Meeting(_)) {
            return changed;
        }
        match &mut changed.op {
            Op::Text(TextOp::TextSpliced(splice)) => {
                splice.inserted = self.own(seq, number, &splice.inserted);
                splice.deleted = self.moved(op.doc, splice.field, splice.at, &splice.deleted);
            }
            Op::Text(TextOp::EntrySplit(split)) => {
                let field = TextField::Entry(split.entry);
                split.tail = self.moved(op.doc, field, split.at, &split.tail);
                split.new.text.clear();
            }
            Op::Text(TextOp::EntriesJoined(join)) => {
                let field = TextField::Entry(join.second);
                join.text = self.moved(op.doc, field, 0, &join.text);
            }
            Op::Meeting(Edit::Add(MeetingRecord::Entry(row))) => {
                row.text = self.own(seq, number, &row.text);
            }
            Op::Meeting(Edit::Add(MeetingRecord::Item(row))) => {
                row.background = self.own(seq, number, &row.background);
                row.recommendation = self.own(seq, number + 1_000_000, &row.recommendation);
            }
            _ => {}
        }
        self.step(seq, number, op);
        changed
    }

    fn own(&self, seq: Seq, number: usize, text: &str) -> String {
        let marks: Vec<bool> = (0..text.len())
            .map(|byte| self.marks.contains(&(seq, number, byte)))
            .collect();
        masked(text, &marks)
    }

    /// A stretch of a text as it now stands, masked by where its bytes came from.
    fn moved(&mut self, doc: DocId, field: TextField, at: usize, text: &str) -> String {
        let origins: Vec<Origin> = self
            .origins(doc, field)
            .iter()
            .skip(at)
            .take(text.len())
            .copied()
            .collect();
        let marks: Vec<bool> = origins
            .iter()
            .map(|origin| self.marks.contains(origin))
            .collect();
        masked(text, &marks)
    }
}
