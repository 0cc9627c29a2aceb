//! Comments on minutes that came as an answer to them: each at the paragraph it stands under.

use super::offer::{Case, Outcome, Told};
use super::words::{Mark, closes, remarks};
use crate::documents::letters::{bears, finds};
use crate::domain::draft::{Ids, add_to_meeting};
use crate::domain::id::Id;
use crate::domain::letter::{Delivery, Letter};
use crate::domain::minutes::{Comment, EntryKind};
use crate::domain::reply::{ReplyKind, ReplyStatus};

impl Case<'_> {
    /// Takes the comments down.
    pub(super) fn comments(&self, letter: &Letter, row: &Delivery, ids: Ids<'_>) -> Outcome {
        let agenda = self.meeting.agenda();
        let open = || agenda.iter().filter(|item| !item.closed);
        let shown: Vec<Id> = open()
            .flat_map(|item| self.meeting.entries_of(item.id))
            .filter(|entry| entry.kind != EntryKind::Private && !entry.prepared)
            .map(|entry| entry.id)
            .collect();
        let letters =
            |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
        let headings: Vec<(String, Id)> = agenda
            .iter()
            .enumerate()
            .map(|(index, item)| (letters(&format!("{}{}", index + 1, item.title)), item.id))
            .collect();
        let mark = |line: &str| {
            // A paragraph begins with its code; elsewhere a code is only mentioned.
            let begins = line.starts_with(['[', '#']);
            let entry = finds(line, shown.iter().copied()).filter(|_| begins);
            if let Some(entry) = entry {
                return Mark::Place(Spot::Entry(entry));
            }
            let plain = letters(line);
            match headings.iter().find(|(text, _)| *text == plain) {
                Some((_, item)) => Mark::Place(Spot::Item(*item)),
                None if begins && bears(line) || closes(line) => Mark::Whole,
                None => Mark::Same,
            }
        };
        let original = self.original(letter, row);
        let rows = remarks(&self.mail.text, &original, &mark);
        if rows.is_empty() {
            let reply = self.reply(ReplyKind::Comments, ReplyStatus::Taken);
            return self.remembered(Told::Nothing, reply, Vec::new(), ids);
        }
        let count = rows.len();
        let mut ops = Vec::new();
        for row in rows {
            let comment = self.comment(row.place, row.text, ids());
            ops.push(add_to_meeting(self.meeting.head.id, comment));
        }
        let reply = self.reply(ReplyKind::Comments, ReplyStatus::Taken);
        self.remembered(Told::Comments(count), reply, ops, ids)
    }

    fn comment(&self, spot: Option<Spot>, text: String, id: Id) -> Comment {
        let by = match (self.sender, self.mail.name.is_empty()) {
            (Some(person), _) => person.name.clone(),
            (None, false) => self.mail.name.clone(),
            (None, true) => self.mail.address.clone(),
        };
        let (entry, item) = match spot {
            Some(Spot::Entry(id)) => (Some(id), None),
            Some(Spot::Item(id)) => (None, Some(id)),
            None => (None, None),
        };
        Comment {
            id,
            entry,
            item,
            by,
            at: self.mail.at.unwrap_or(self.now()),
            text,
            person: self.sender.map(|row| row.id),
            source: self.mail.source.clone(),
            ..Comment::default()
        }
    }
}

/// A place in the minutes that was sent out.
#[derive(Clone, Debug, PartialEq)]
enum Spot {
    Entry(Id),
    Item(Id),
}
