//! An entry's versions, and who wrote which of its words when: its own steps told again, letter by letter. It must not
//! know where history is read.

use super::id::Id;
use super::meeting::MeetingRecord;
use super::op::{Edit, Op};
use super::query::HistoryRow;
use super::text::{Splice, TextField, TextOp};

/// The text as it stood after a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Who.
    pub user: String,
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
    /// The text.
    pub text: String,
}

/// Words one person wrote in one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Who.
    pub user: String,
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
    /// The words.
    pub text: String,
}

/// The letters of a text, each with the step it came from.
#[derive(Default)]
struct Letters(Vec<(char, usize)>);

impl Letters {
    fn text(&self) -> String {
        self.0.iter().map(|(letter, _)| letter).collect()
    }

    /// The letter at a byte offset.
    fn place(&self, at: usize) -> usize {
        let mut bytes = 0;
        let before = self.0.iter().take_while(|(letter, _)| {
            bytes += letter.len_utf8();
            bytes <= at
        });
        before.count()
    }

    fn splice(&mut self, splice: &Splice, step: usize) {
        let from = self.place(splice.at);
        let to = self.place(splice.at + splice.deleted.len());
        let new = splice.inserted.chars().map(|letter| (letter, step));
        self.0.splice(from..to.max(from), new);
    }

    fn append(&mut self, text: &str, step: usize) {
        self.0.extend(text.chars().map(|letter| (letter, step)));
    }

    fn apply(&mut self, entry: Id, op: &Op, step: usize) {
        match op {
            Op::Meeting(Edit::Add(MeetingRecord::Entry(row))) if row.id == entry => {
                self.0.clear();
                self.append(&row.text, step);
            }
            Op::Text(TextOp::TextSpliced(splice)) if splice.field == TextField::Entry(entry) => {
                self.splice(splice, step);
            }
            Op::Text(TextOp::EntrySplit(split)) if split.entry == entry => {
                self.0.truncate(self.place(split.at));
            }
            Op::Text(TextOp::EntrySplit(split)) if split.new.id == entry => {
                self.0.clear();
                self.append(&split.tail, step);
            }
            Op::Text(TextOp::EntriesJoined(join)) if join.first == entry => {
                self.append(&join.text, step);
            }
            Op::Text(TextOp::EntriesJoined(join)) if join.second == entry => self.0.clear(),
            _ => {}
        }
    }
}

/// The versions of an entry, newest first, and the words of the last one in order with who wrote them.
/// `rows` are the steps that touched it, newest first.
pub fn versions(entry: Id, rows: &[HistoryRow]) -> (Vec<Version>, Vec<Piece>) {
    let mut letters = Letters::default();
    let mut versions: Vec<Version> = Vec::new();
    let steps: Vec<&HistoryRow> = rows.iter().rev().filter(|row| !row.refused).collect();
    for (step, row) in steps.iter().enumerate() {
        for op in &row.ops {
            letters.apply(entry, &op.op, step);
        }
        let text = letters.text();
        if versions.last().is_none_or(|last| last.text != text) {
            versions.push(Version {
                user: row.user.clone(),
                at: row.at,
                text,
            });
        }
    }
    versions.reverse();
    (versions, pieces(&letters, &steps))
}

fn pieces(letters: &Letters, steps: &[&HistoryRow]) -> Vec<Piece> {
    let mut pieces: Vec<(usize, Piece)> = Vec::new();
    for (letter, step) in &letters.0 {
        match pieces.last_mut() {
            Some((last, piece)) if last == step => piece.text.push(*letter),
            _ => {
                let Some(row) = steps.get(*step) else {
                    continue;
                };
                let piece = Piece {
                    user: row.user.clone(),
                    at: row.at,
                    text: letter.to_string(),
                };
                pieces.push((*step, piece));
            }
        }
    }
    pieces.into_iter().map(|(_, piece)| piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture::id;
    use crate::domain::minutes::Entry;
    use crate::domain::op::{DocId, DocOp};
    use crate::domain::text::difference;

    fn row(user: &str, at: i64, op: Op) -> HistoryRow {
        HistoryRow {
            seq: u64::try_from(at).unwrap(),
            at,
            user: user.to_owned(),
            label: "text-type".to_owned(),
            group: id(u128::try_from(at).unwrap()),
            ops: vec![DocOp {
                doc: DocId::Meeting(id(1)),
                op,
            }],
            refused: false,
        }
    }

    #[test]
    fn each_step_is_a_version_and_each_word_its_writers() {
        let field = TextField::Entry(id(7));
        let change = |from, to| Op::Text(TextOp::TextSpliced(difference(field, from, to).unwrap()));
        let first = Entry {
            id: id(7),
            text: "Åse går".into(),
            ..Entry::default()
        };
        let mut rows = vec![
            row("karen", 1, Op::Meeting(Edit::Add(first.into()))),
            row("bo", 2, change("Åse går", "Åse Olsen går")),
            row("karen", 3, change("Åse Olsen går", "Åse Olsen går hjem")),
        ];
        rows.reverse();
        let (versions, pieces) = versions(id(7), &rows);
        let texts: Vec<&str> = versions.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(texts, ["Åse Olsen går hjem", "Åse Olsen går", "Åse går"]);
        let said: Vec<(&str, i64)> = pieces.iter().map(|it| (it.user.as_str(), it.at)).collect();
        assert_eq!(said, [("karen", 1), ("bo", 2), ("karen", 1), ("karen", 3)]);
        let text: String = pieces.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(text, "Åse Olsen går hjem");
    }

    #[test]
    fn what_is_cut_off_goes_and_what_is_joined_comes() {
        let entry = Entry {
            id: id(7),
            text: "ét to".into(),
            ..Entry::default()
        };
        let split = crate::domain::text::Split {
            entry: id(7),
            at: 3,
            new: Entry {
                id: id(8),
                ..Entry::default()
            },
            tail: " to".into(),
        };
        let add = row("karen", 1, Op::Meeting(Edit::Add(entry.into())));
        let cut = row("bo", 2, Op::Text(TextOp::EntrySplit(split.clone())));
        let join = Op::Text(TextOp::EntrySplit(split).inverse());
        let joined = row("bo", 3, join);
        let (rest, _) = versions(id(7), &[cut.clone(), add.clone()]);
        assert_eq!(rest[0].text, "ét");
        let (whole, _) = versions(id(7), &[joined, cut.clone(), add]);
        assert_eq!(whole[0].text, "ét to");
        let (tail, _) = versions(id(8), &[cut]);
        assert_eq!(tail[0].text, " to");
    }
}
