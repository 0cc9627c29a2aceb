//! Planned edits as ops: new paragraphs get their place and kind, joined ones lose what they were.

use std::collections::BTreeMap;

use crate::app::App;
use crate::app::editor::caret::{Place, Selection};
use crate::app::editor::edit::{Edit, Intent, Plan, plan};
use crate::app::editor::motion::{Caret, Motion};
use crate::domain::draft::{add_to_meeting, jitter, set_in_meeting};
use crate::domain::id::Id;
use crate::domain::minutes::{Entry, EntryField, EntryKind, ParagraphStyle};
use crate::domain::pos::Pos;
use crate::domain::text::{Join, Splice, Split, TextField, TextOp};

use super::manuscript::Paragraph;

impl App {
    /// Does what is wanted at the caret, as a step of undo of its own.
    pub(crate) fn act(&mut self, intent: Intent<'_>, label: &str) {
        let Some(to) = self.carry_out(intent) else {
            return;
        };
        if let Some(pencil) = self.pencil_mut() {
            pencil.lift();
            pencil.marking = false;
        }
        self.finish(label);
        self.put_caret(Caret::new(to));
    }

    /// The same for a command, when the minutes may be written in.
    pub(crate) fn change(&mut self, intent: Intent<'_>, label: &str) {
        if self.may_write() {
            self.note_typing();
            self.act(intent, label);
        }
    }

    /// Stages what is wanted at the caret; returns where the caret comes to.
    pub(super) fn carry_out(&mut self, intent: Intent<'_>) -> Option<Place> {
        self.begin_entry(intent)?;
        let (plan, places) = self.plan(intent)?;
        for edit in &plan.edits {
            self.stage_edit(edit, &places, matches!(intent, Intent::Insert(_)));
        }
        Some(plan.caret)
    }

    /// Where the caret is in a paragraph that is no entry yet, the first text makes it one; all
    /// else leaves it for the end of the paragraph before.
    fn begin_entry(&mut self, intent: Intent<'_>) -> Option<()> {
        let manuscript = self.manuscript()?;
        let Some(item) = manuscript.fresh() else {
            return Some(());
        };
        let caret = self.caret_in(&manuscript);
        let last = manuscript
            .rows()
            .last()
            .map(|row| Place::new(row.entry.id, row.text.len()));
        let there = match intent {
            Intent::Insert(_) => Some(Place::new(self.start_entry(item, EntryKind::Note), 0)),
            Intent::Enter => None,
            Intent::Delete(Motion::Right | Motion::WordRight) if caret.selection.is_empty() => None,
            Intent::Delete(_) | Intent::DeleteMarked => last,
        }?;
        let settled = |place: Place| if place.entry == item { there } else { place };
        let selection = Selection {
            anchor: settled(caret.selection.anchor),
            head: settled(caret.selection.head),
        };
        if let Some(pencil) = self.pencil_mut() {
            pencil.caret = Some(Caret::marking(selection));
        }
        let moved = selection.is_empty() && !matches!(intent, Intent::Insert(_));
        (!moved).then_some(())
    }

    /// Stages a new, empty entry at the end of an item.
    pub(super) fn start_entry(&mut self, item: Id, kind: EntryKind) -> Id {
        let id = self.session.new_id();
        let entry = self.new_entry(id, item, kind);
        let session = &mut self.session;
        let desk_meeting = match &self.view.screen {
            crate::app::screens::Screen::Meeting(desk) => self.docs.meeting(desk.meeting),
            _ => None,
        };
        let ops = desk_meeting.map(|meeting| {
            crate::domain::minutes_ops::add_entry(meeting, entry, &mut || session.new_id())
        });
        self.stage_all(ops.unwrap_or_default());
        id
    }

    pub(super) fn new_entry(&self, id: Id, item: Id, kind: EntryKind) -> Entry {
        let started = self
            .written()
            .is_some_and(|meeting| meeting.head.started_at.is_some());
        Entry {
            id,
            item,
            kind,
            by: self.session.user.clone(),
            at: self.clock.now,
            prepared: !started,
            ..Entry::default()
        }
    }

    /// The edits, and the places of the paragraphs they make.
    fn plan(&mut self, intent: Intent<'_>) -> Option<(Plan, BTreeMap<Id, Pos>)> {
        let manuscript = self.manuscript()?;
        let selection = self.caret_in(&manuscript).selection;
        // Ids are drawn ahead: the plan borrows the documents, the session draws.
        let lines = match intent {
            Intent::Insert(text) => crate::app::editor::edit::split_lines(text).len(),
            Intent::Enter => 2,
            Intent::Delete(_) | Intent::DeleteMarked => 0,
        };
        let mut ids: Vec<Id> = Vec::with_capacity(lines + 1);
        (0..=lines).for_each(|_| ids.push(self.session.new_id()));
        let manuscript = self.manuscript()?;
        let mut drawn = ids.iter().copied();
        let plan = plan(&manuscript, selection, intent, &mut || {
            drawn.next().unwrap_or_default()
        });
        let places = places(&plan.edits, |here, last| {
            let before = manuscript.row(here).map(|row| row.entry.pos.clone());
            let after = manuscript.following(last).map(|entry| entry.pos.clone());
            (before, after)
        });
        Some((plan, places))
    }

    fn stage_edit(&mut self, edit: &Edit, places: &BTreeMap<Id, Pos>, pasted: bool) {
        match edit {
            Edit::Splice {
                entry,
                at,
                deleted,
                inserted,
            } => {
                self.detach(*entry);
                self.stage_moment(*entry);
                self.splice(TextOp::TextSpliced(Splice {
                    field: TextField::Entry(*entry),
                    at: *at,
                    deleted: deleted.clone(),
                    inserted: inserted.clone(),
                }));
            }
            Edit::Split { entry, at, new } => {
                self.detach(*entry);
                self.stage_split(*entry, *at, *new, places.get(new), pasted);
            }
            Edit::Join { first, second, .. } => {
                self.detach(*first);
                self.detach(*second);
                self.stage_join(*first, *second);
            }
        }
    }

    /// An empty paragraph is of the moment when something comes to stand in it, not of the Enter that made it: a
    /// break may lie between them, or the meeting's start.
    pub(super) fn stage_moment(&mut self, id: Id) {
        let empty = self.entry(id).filter(|entry| entry.text.is_empty());
        let (Some(entry), Some(meeting)) = (empty, self.written()) else {
            return;
        };
        let now = self.new_entry(id, entry.item, entry.kind);
        let changes = [
            (entry.at != now.at).then(|| EntryField::at(entry, now.at)),
            (entry.prepared != now.prepared).then(|| EntryField::prepared(entry, now.prepared)),
        ];
        let changes = changes.into_iter().flatten();
        let ops = changes.map(|change| set_in_meeting(meeting.head.id, id, change));
        self.stage_all(ops.collect());
    }

    /// A sentence that the program writes becomes the writer's own before it is edited.
    fn detach(&mut self, id: Id) {
        let sentence = self.written().and_then(|meeting| {
            let entry = meeting.entries.get(&id)?;
            let entry = Some(entry).filter(|entry| entry.follows())?;
            let register = self.docs.register();
            let text = super::manuscript::text_of(entry, meeting, register, self.locale);
            Some(text.into_owned())
        });
        if let Some(inserted) = sentence.filter(|text| !text.is_empty()) {
            self.splice(TextOp::TextSpliced(Splice {
                field: TextField::Entry(id),
                at: 0,
                deleted: String::new(),
                inserted,
            }));
        }
    }

    fn stage_split(&mut self, id: Id, at: usize, new: Id, pos: Option<&Pos>, pasted: bool) {
        let Some(entry) = self.entry(id).cloned() else {
            return;
        };
        let tail = entry.text.get(at..).unwrap_or("").to_owned();
        let kind = match entry.kind {
            // Lines pasted into a private note are as private.
            EntryKind::Private if pasted => EntryKind::Private,
            kind => follows(kind, tail.is_empty()),
        };
        let fresh = Entry {
            pos: pos.cloned().unwrap_or_default(),
            style: style_after(entry.style, tail.is_empty()),
            indent: entry.indent,
            ..self.new_entry(new, entry.item, kind)
        };
        self.splice(TextOp::EntrySplit(Split {
            entry: id,
            at,
            new: fresh,
            tail,
        }));
    }
}

impl App {
    /// Enter: a new paragraph. On an empty list paragraph or label it ends that instead.
    pub(crate) fn enter(&mut self) {
        if !self.may_write() {
            return;
        }
        self.note_typing();
        let caret = self.plain_caret();
        if let Some(entry) = caret.and_then(|place| self.entry(place.entry)).cloned() {
            let plain = entry.kind == EntryKind::Note && entry.style == ParagraphStyle::Plain;
            if entry.text.is_empty() && !plain {
                self.make_plain(&entry);
                return;
            }
            if caret.is_some_and(|place| place.at == 0) && !entry.text.is_empty() {
                self.begin_before(&entry);
                return;
            }
        }
        if caret.is_some_and(|place| self.begin_below_told(place)) {
            return;
        }
        self.act(Intent::Enter, "text-enter");
    }

    /// At the end of the text, with only sentences of who came and went after it, one goes on
    /// writing below those: they tell of what was before.
    fn begin_below_told(&mut self, place: Place) -> bool {
        let Some(manuscript) = self.manuscript() else {
            return false;
        };
        let rows = manuscript.rows();
        let told = |row: &Paragraph<'_>| row.entry.kind == EntryKind::Attendance;
        let index = rows.iter().position(|row| row.entry.id == place.entry);
        let Some((row, after)) = index.and_then(|index| rows.get(index..)?.split_first()) else {
            return false;
        };
        let plain = row.entry.style == ParagraphStyle::Plain && place.at == row.text.len();
        let begins = plain && (!after.is_empty() || told(row)) && after.iter().all(told);
        let item = manuscript.item();
        if begins {
            self.put_caret(Caret::new(Place { entry: item, at: 0 }));
        }
        begins
    }

    /// An empty paragraph before an entry; the caret stays with the entry's text.
    fn begin_before(&mut self, entry: &Entry) {
        let before = self.manuscript().and_then(|manuscript| {
            let rows = manuscript.rows();
            let index = rows.iter().position(|row| row.entry.id == entry.id)?;
            let before = rows.get(index.checked_sub(1)?)?;
            Some(before.entry.pos.clone())
        });
        let id = self.session.new_id();
        let kind = follows(entry.kind, true);
        let fresh = Entry {
            pos: Pos::between(before.as_ref(), Some(&entry.pos), jitter(id)),
            style: entry.style,
            indent: entry.indent,
            ..self.new_entry(id, entry.item, kind)
        };
        if let Some(meeting) = self.desk().map(|desk| desk.meeting) {
            self.docs.stage(add_to_meeting(meeting, fresh));
            self.finish("text-enter");
        }
    }

    pub(super) fn stage_join(&mut self, first: Id, second: Id) {
        if let Some(entry) = self.entry(second).cloned() {
            self.stage_kind(&entry, EntryKind::Note);
        }
        let (Some(head), Some(tail)) = (self.entry(first), self.entry(second)) else {
            return;
        };
        let join = Join {
            first,
            second,
            at: head.text.len(),
            text: tail.text.clone(),
        };
        self.splice(TextOp::EntriesJoined(join));
    }
}

/// What the paragraph after one of this kind is; `at_end`: nothing of its text moved along.
fn follows(kind: EntryKind, at_end: bool) -> EntryKind {
    match kind {
        EntryKind::Private | EntryKind::Decision | EntryKind::Vote | EntryKind::Dissent
            if !at_end =>
        {
            kind
        }
        _ => EntryKind::Note,
    }
}

/// How the paragraph after one of this style is set.
fn style_after(style: ParagraphStyle, at_end: bool) -> ParagraphStyle {
    match style {
        ParagraphStyle::Heading if at_end => ParagraphStyle::Plain,
        style => style,
    }
}

/// Places for all paragraphs the edits make, evenly between the neighbours of what they change.
fn places(
    edits: &[Edit],
    neighbours: impl Fn(Id, Id) -> (Option<Pos>, Option<Pos>),
) -> BTreeMap<Id, Pos> {
    let mut order: Vec<Id> = Vec::new();
    let mut last = None;
    for edit in edits {
        match edit {
            Edit::Split { entry, new, .. } => {
                if order.is_empty() {
                    order.push(*entry);
                }
                let at = order.iter().rposition(|id| id == entry);
                order.insert(at.map_or(order.len(), |at| at + 1), *new);
            }
            Edit::Join { second, .. } => last = Some(*second),
            Edit::Splice { .. } => {}
        }
    }
    let Some((here, fresh)) = order.split_first() else {
        return BTreeMap::new();
    };
    let (before, after) = neighbours(*here, last.unwrap_or(*here));
    let random = fresh.first().map_or(0, |id| jitter(*id));
    let places = Pos::spread(before.as_ref(), after.as_ref(), fresh.len(), random);
    fresh.iter().copied().zip(places).collect()
}
