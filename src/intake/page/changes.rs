//! An edited page as ops: what was changed word by word, what is new, gone or elsewhere.

use std::collections::BTreeSet;

use crate::domain::common::{Step, steps};
use crate::domain::draft::{Ids, jitter, set_in_meeting};
use crate::domain::due::Due;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::line::{Named, action, names};
use crate::domain::minutes::{Entry, EntryField, EntryKind};
use crate::domain::minutes_ops::{put_entry, remove_entry, set_kind};
use crate::domain::network::Owner;
use crate::domain::op::{DocId, DocOp, Op};
use crate::domain::pos::Pos;
use crate::domain::text::{Splice, TextField, TextOp};

use super::grammar::Mark;
use super::pairs::{pairs, staying};
use super::{Edited, Page, Row, Writer};

/// What a paragraph says.
struct Said {
    text: String,
    owner: Owner,
    also: Vec<Id>,
    due: Option<Due>,
}

/// The changes that make the page's entries these paragraphs.
pub fn of(page: &Page<'_>, new: &[Mark], writer: &Writer, ids: Ids<'_>) -> Edited {
    let old: Vec<&Mark> = page.rows.iter().map(|row| &row.mark).collect();
    let news: Vec<&Mark> = new.iter().collect();
    let found = pairs(&old, &news);
    let stays = staying(&found);
    let mut edited = Edited::default();
    let kept: BTreeSet<usize> = found.iter().flatten().copied().collect();
    let gone = page.rows.iter().enumerate();
    let gone: Vec<&Row<'_>> = gone
        .filter(|(i, _)| !kept.contains(i))
        .map(|(_, row)| row)
        .collect();
    for row in &gone {
        edited.ops.extend(remove_entry(page.meeting, row.entry));
    }
    edited.removed = gone.len();
    let places = places(page, &found, &stays, ids);
    for ((mark, i), place) in new.iter().zip(&found).zip(places) {
        match i.and_then(|i| page.rows.get(i)) {
            Some(row) => page.keep(row, mark, place, (writer, &mut *ids), &mut edited),
            None => {
                let entry = page.fresh(mark, place.unwrap_or_default(), writer, ids);
                edited.ops.extend(put_entry(page.meeting, entry, ids));
                edited.added += 1;
            }
        }
    }
    edited
}

/// For every new paragraph its place, when it is a new one.
fn places(
    page: &Page<'_>,
    found: &[Option<usize>],
    stays: &[bool],
    ids: Ids<'_>,
) -> Vec<Option<Pos>> {
    let entry = |j: usize| {
        let i = found.get(j).copied().flatten()?;
        page.rows.get(i).map(|row| row.entry)
    };
    let here = |j: usize| stays.get(j).copied().unwrap_or(false);
    let staying: BTreeSet<Id> = (0..found.len())
        .filter(|j| here(*j))
        .filter_map(|j| Some(entry(j)?.id))
        .collect();
    let shown: BTreeSet<Id> = page.rows.iter().map(|row| row.entry.id).collect();
    // What is not on the page stays where it is.
    let fixed: Vec<&Entry> = page
        .meeting
        .entries_of(page.item)
        .into_iter()
        .filter(|entry| staying.contains(&entry.id) || !shown.contains(&entry.id))
        .collect();
    let mut places: Vec<Option<Pos>> = Vec::with_capacity(found.len());
    let mut before: Option<&Entry> = None;
    let mut at = 0;
    while at < found.len() {
        if here(at) {
            before = entry(at);
            places.push(None);
            at += 1;
            continue;
        }
        let count = (at..found.len()).take_while(|j| !here(*j)).count();
        let index = before.and_then(|before| fixed.iter().position(|it| it.id == before.id));
        let after = fixed.get(index.map_or(0, |index| index + 1));
        let bounds = (before.map(|it| &it.pos), after.map(|it| &it.pos));
        let row = Pos::spread(bounds.0, bounds.1, count, jitter(ids()));
        places.extend(row.into_iter().map(Some));
        at += count;
    }
    places
}

impl Page<'_> {
    fn keep(
        &self,
        row: &Row<'_>,
        mark: &Mark,
        place: Option<Pos>,
        (writer, ids): (&Writer, Ids<'_>),
        edited: &mut Edited,
    ) {
        let set = |change| set_in_meeting(self.meeting.head.id, row.entry.id, change);
        let changes = match row.mark == *mark {
            true => Vec::new(),
            false => self.change(row, mark, writer, ids),
        };
        edited.changed += usize::from(!changes.is_empty());
        edited.moved += usize::from(changes.is_empty() && place.is_some());
        edited.ops.extend(changes);
        edited
            .ops
            .extend(place.map(|pos| set(EntryField::pos(row.entry, pos))));
    }

    fn change(&self, row: &Row<'_>, mark: &Mark, writer: &Writer, ids: Ids<'_>) -> Vec<DocOp> {
        let entry = row.entry;
        let set = |change| set_in_meeting(self.meeting.head.id, entry.id, change);
        let mut ops = set_kind(self.meeting, entry, mark.kind, ids);
        if entry.style != mark.style {
            ops.push(set(EntryField::style(entry, mark.style)));
        }
        if row.mark.indent != mark.indent {
            ops.push(set(EntryField::indent(entry, mark.indent)));
        }
        let same = row.mark.body == mark.body && row.mark.kind == mark.kind;
        if same {
            return ops;
        }
        let said = self.said(mark, Some(row), writer);
        if is_owned(mark.kind) && entry.owner != said.owner {
            ops.push(set(EntryField::owner(entry, said.owner)));
        }
        if mark.kind == EntryKind::Dissent && entry.also != said.also {
            ops.push(set(EntryField::also(entry, said.also)));
        }
        if mark.kind == EntryKind::Action && entry.due != said.due {
            ops.push(set(EntryField::due(entry, said.due)));
        }
        if row.text.trim() != said.text {
            ops.extend(self.splices(row, &said.text));
        }
        ops
    }

    /// The words that differ, from the last to the first so that each stands where it says.
    fn splices(&self, row: &Row<'_>, to: &str) -> Vec<DocOp> {
        let splice = |at, deleted: &str, inserted: &str| DocOp {
            doc: DocId::Meeting(self.meeting.head.id),
            op: Op::Text(TextOp::TextSpliced(Splice {
                field: TextField::Entry(row.entry.id),
                at,
                deleted: deleted.to_owned(),
                inserted: inserted.to_owned(),
            })),
        };
        let mut ops = Vec::new();
        // A sentence that the program writes becomes the writer's own before it is edited.
        if row.entry.follows() {
            ops.push(splice(0, "", &row.text));
        }
        let (old, new) = (tokens(&row.text), tokens(to));
        let walked = steps(&old, &new);
        let mut at = 0;
        let mut hunks: Vec<(usize, String, String)> = Vec::new();
        let mut open = false;
        for step in walked {
            let (gone, come) = match step {
                Step::Same(i, _) => {
                    at += old.get(i).map_or(0, |token| token.len());
                    open = false;
                    continue;
                }
                Step::Removed(i) => (old.get(i).copied().unwrap_or_default(), ""),
                Step::Added(j) => ("", new.get(j).copied().unwrap_or_default()),
            };
            match hunks.last_mut().filter(|_| open) {
                Some((_, deleted, inserted)) => {
                    deleted.push_str(gone);
                    inserted.push_str(come);
                }
                None => hunks.push((at, gone.to_owned(), come.to_owned())),
            }
            at += gone.len();
            open = true;
        }
        let hunks = hunks.iter().rev();
        ops.extend(hunks.map(|(at, deleted, inserted)| splice(*at, deleted, inserted)));
        ops
    }

    fn fresh(&self, mark: &Mark, pos: Pos, writer: &Writer, ids: Ids<'_>) -> Entry {
        let said = self.said(mark, None, writer);
        let dissent = mark.kind == EntryKind::Dissent;
        Entry {
            id: ids(),
            item: self.item,
            pos,
            kind: mark.kind,
            text: said.text,
            style: mark.style,
            indent: mark.indent,
            by: writer.by.clone(),
            at: writer.at,
            owner: said.owner,
            also: said.also,
            due: said.due,
            decision: dissent
                .then(|| self.meeting.last_settled(self.item))
                .flatten(),
            prepared: self.meeting.head.started_at.is_none(),
            ..Entry::default()
        }
    }

    /// What a paragraph says; of one that was there before, owner and deadline stay where their
    /// words do.
    fn said(&self, mark: &Mark, row: Option<&Row<'_>>, writer: &Writer) -> Said {
        let body = mark.body.as_str();
        let mut said = Said {
            text: body.to_owned(),
            owner: Owner::Nobody,
            also: Vec::new(),
            due: None,
        };
        if !is_owned(mark.kind) {
            return said;
        }
        let row = row.filter(|row| is_owned(row.entry.kind));
        let lead = row
            .map(|row| row.lead.as_str())
            .filter(|lead| !lead.is_empty());
        let end = row
            .map(|row| row.end.as_str())
            .filter(|end| !end.is_empty());
        let mut rest = body;
        let led = lead.and_then(|lead| rest.strip_prefix(lead.trim_end()));
        if let (Some(after), Some(row)) = (led, row) {
            (rest, said.owner) = (after.trim_start(), row.entry.owner.clone());
            said.also.clone_from(&row.entry.also);
        } else if let Some((people, after)) = self
            .dissenters(rest)
            .filter(|_| mark.kind == EntryKind::Dissent)
        {
            let mut people = people.into_iter();
            said.owner = people.next().map_or(Owner::Nobody, Owner::Person);
            (rest, said.also) = (after, people.collect());
        } else if let Some((owner, after)) = self.owned(rest, mark.kind) {
            (rest, said.owner) = (after, owner);
        }
        if mark.kind == EntryKind::Action {
            if let (Some(before), Some(row)) = (end.and_then(|end| rest.strip_suffix(end)), row) {
                (rest, said.due) = (before, row.entry.due.clone());
            } else {
                let line = action(rest, writer.today, |_, _: Named| false);
                said.due = line.due.and_then(Result::ok);
                said.text = match said.due {
                    Some(_) => line.task.trim().trim_end_matches(',').trim_end().to_owned(),
                    None => rest.trim().to_owned(),
                };
                return said;
            }
        }
        said.text = rest.trim().to_owned();
        said
    }

    fn participant(&self, name: &str) -> Option<Id> {
        let people = || self.meeting.participant_list().map(|row| row.id);
        let whole = |id: &Id| fold(self.register.name_of(*id)) == fold(name);
        let person = people().find(whole);
        person.or_else(|| self.register.whole_name(people(), name))
    }

    /// "Anna Lund og Bo Friis: …": whose a dissent is, and what follows.
    fn dissenters<'t>(&self, body: &'t str) -> Option<(Vec<Id>, &'t str)> {
        let (all, rest) = body.split_once(':')?;
        let people: Option<Vec<Id>> = names(all).map(|name| self.participant(name)).collect();
        let people = people.filter(|people| !people.is_empty());
        Some((people?, rest.trim_start()))
    }

    /// "Anna Lund: …": whose it is, and what follows.
    fn owned<'t>(&self, body: &'t str, kind: EntryKind) -> Option<(Owner, &'t str)> {
        let (name, rest) = body.split_once(':')?;
        let name = name.trim().trim_start_matches('@');
        let person = self.participant(name);
        let office = || self.register.organisation_named(name);
        let owner = match (person, kind) {
            (Some(person), _) => Owner::Person(person),
            (None, EntryKind::Action) => Owner::Organisation(office()?),
            (None, _) => return None,
        };
        Some((owner, rest.trim_start()))
    }
}

fn is_owned(kind: EntryKind) -> bool {
    matches!(kind, EntryKind::Action | EntryKind::Dissent)
}

/// Words and what is between them.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut from = 0;
    let mut before: Option<bool> = None;
    for (at, c) in text.char_indices() {
        let blank = c.is_whitespace();
        if before.is_some_and(|before| before != blank) {
            tokens.extend(text.get(from..at));
            from = at;
        }
        before = Some(blank);
    }
    tokens.extend(text.get(from..).filter(|rest| !rest.is_empty()));
    tokens
}
