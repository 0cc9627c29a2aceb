//! What a paragraph is: prefixes that turn it into something, and the ways back.

use crate::app::App;
use crate::app::editor::caret::Place;
use crate::app::editor::motion::Caret;
use crate::app::screens::Screen;
use crate::domain::draft::set_in_meeting;
use crate::domain::id::Id;
use crate::domain::line::{LONGEST, Sense, list_mark, read};
use crate::domain::minutes::{Entry, EntryField, EntryKind, ParagraphStyle};
use crate::domain::minutes_ops::set_kind;
use crate::domain::text::{Splice, TextField, TextOp};
use crate::locale::{Key, Language};

use super::pencil::Turned;

/// Steps of indent there are.
const DEEPEST: u8 = 4;

/// What a prefix makes of a paragraph, and its length.
enum Made {
    Kind(EntryKind, usize),
    List(ParagraphStyle, usize),
}

impl App {
    /// After a letter: a prefix at the paragraph's start is complete, and makes it something.
    pub(super) fn turn_prefix(&mut self, letter: char) {
        let Some(place) = self.plain_caret().filter(|place| place.at <= LONGEST) else {
            return;
        };
        let Some(entry) = self.entry(place.entry) else {
            return;
        };
        let typed = entry.text.get(..place.at).unwrap_or("");
        let Some(made) = complete(self.locale.language(), entry, typed, letter) else {
            return self.turn_line(letter);
        };
        if matches!(made, Made::Kind(EntryKind::Dissent, _)) && !self.can_dissent(entry.item) {
            return self.fail(Key::ErrorDissentNoDecision);
        }
        let entry = entry.clone();
        let length = match made {
            Made::Kind(_, length) | Made::List(_, length) => length,
        };
        let typed = typed.get(..length).unwrap_or("").to_owned();
        let turned = Turned {
            entry: entry.id,
            typed: typed.clone(),
            kind: entry.kind,
            style: entry.style,
        };
        self.splice(TextOp::TextSpliced(Splice {
            field: TextField::Entry(entry.id),
            at: 0,
            deleted: typed,
            inserted: String::new(),
        }));
        match made {
            Made::Kind(kind, _) => self.stage_kind(&entry, kind),
            Made::List(style, _) => self.stage_style(&entry, style, entry.indent),
        }
        self.finish("entry-kind");
        self.view.repaint.everything();
        self.put_caret(Caret::new(Place::new(entry.id, place.at - length)));
        if let Some(pencil) = self.pencil_mut() {
            pencil.lift();
            pencil.turned = Some(turned);
        }
    }

    /// Backspace at the start of an entry: what was typed comes back, else the list mark goes,
    /// else it becomes a note; `false` when it is all that already.
    pub(super) fn unmake(&mut self, id: Id) -> bool {
        let Some(entry) = self.entry(id).cloned() else {
            return false;
        };
        let turned = self.pencil_mut().and_then(|pencil| pencil.turned.take());
        if let Some(turned) = turned.filter(|turned| turned.entry == id) {
            self.turn_back(&entry, turned);
            return true;
        }
        if entry.kind == EntryKind::Note && entry.style == ParagraphStyle::Plain {
            return false;
        }
        self.make_plain(&entry);
        true
    }

    /// Plain text again, as it was typed.
    fn turn_back(&mut self, entry: &Entry, turned: Turned) {
        self.stage_kind(entry, turned.kind);
        self.stage_style(entry, turned.style, entry.indent);
        let at = turned.typed.len();
        self.splice(TextOp::TextSpliced(Splice {
            field: TextField::Entry(entry.id),
            at: 0,
            deleted: String::new(),
            inserted: turned.typed,
        }));
        self.finish("entry-kind");
        self.put_caret(Caret::new(Place::new(entry.id, at)));
    }

    /// First the list mark goes, then the label.
    pub(super) fn make_plain(&mut self, entry: &Entry) {
        if entry.style == ParagraphStyle::Plain {
            self.stage_kind(entry, EntryKind::Note);
        } else {
            self.stage_style(entry, ParagraphStyle::Plain, 0);
        }
        self.finish("entry-kind");
    }

    /// Stages that an entry is of another kind, with its action record.
    pub(super) fn stage_kind(&mut self, entry: &Entry, kind: EntryKind) {
        let Screen::Meeting(desk) = &self.view.screen else {
            return;
        };
        let session = &mut self.session;
        let ops = self
            .docs
            .meeting(desk.meeting)
            .map(|meeting| set_kind(meeting, entry, kind, &mut || session.new_id()));
        self.stage_all(ops.unwrap_or_default());
    }

    fn stage_style(&mut self, entry: &Entry, style: ParagraphStyle, indent: u8) {
        let Some(meeting) = self.desk().map(|desk| desk.meeting) else {
            return;
        };
        if entry.style != style {
            let change = EntryField::style(entry, style);
            self.docs.stage(set_in_meeting(meeting, entry.id, change));
        }
        if entry.indent != indent {
            let change = EntryField::indent(entry, indent);
            self.docs.stage(set_in_meeting(meeting, entry.id, change));
        }
    }

    /// Makes the caret's paragraph another kind; in an empty item it begins one.
    pub(crate) fn set_kind_here(&mut self, kind: EntryKind) {
        if !self.may_write() {
            return;
        }
        self.settle();
        let entry = self.desk().and_then(|desk| desk.entry);
        let item = self.desk().and_then(|desk| desk.item);
        match (entry.and_then(|id| self.entry(id)).cloned(), item) {
            (Some(entry), _) => self.stage_kind(&entry, kind),
            (None, Some(item)) => {
                let id = self.start_entry(item, kind);
                self.put_caret(Caret::new(Place::new(id, 0)));
            }
            _ => {}
        }
        self.finish("entry-kind");
        if let Some(pencil) = self.pencil_mut() {
            pencil.lift();
        }
    }

    /// Whether an entry is a sentence about attendance in words of somebody's own, and could follow
    /// its event again.
    pub fn can_follow(&self, id: Id) -> bool {
        let event = |entry: &Entry| Some(!entry.text.is_empty() && self.written()?.stands(entry));
        self.entry(id).and_then(event).unwrap_or(false)
    }

    /// Indents a list paragraph, or the other way; `false` where there is none.
    pub(crate) fn indent(&mut self, deeper: bool) -> bool {
        let caret = self.plain_caret();
        let entry = caret.and_then(|place| self.entry(place.entry)).cloned();
        let Some(entry) = entry.filter(|entry| entry.style.is_list()) else {
            return false;
        };
        let indent = match deeper {
            true => (entry.indent + 1).min(DEEPEST),
            false => entry.indent.saturating_sub(1),
        };
        if self.may_write() {
            self.stage_style(&entry, entry.style, indent);
            self.finish("text-indent");
        }
        true
    }
}

/// Who reads the screen in English begins a decision and an action with their own letters; in
/// Danish these two are ordinary text.
fn lettered(language: Language, prefix: &str) -> Option<EntryKind> {
    match (language, prefix.trim_end()) {
        (Language::English, "d:" | "D:") => Some(EntryKind::Decision),
        (Language::English, "a:" | "A:") => Some(EntryKind::Action),
        _ => None,
    }
}

/// Whether the letter just typed completes a prefix.
fn complete(language: Language, entry: &Entry, typed: &str, letter: char) -> Option<Made> {
    let length = match letter {
        ' ' => typed.len(),
        // "Beslutning:Ja" needs no blank.
        _ => {
            let before = typed.len().checked_sub(letter.len_utf8())?;
            typed.get(..before)?.ends_with(':').then_some(before)?
        }
    };
    // Whoever types the mark again in each paragraph of a list means that mark.
    if letter == ' '
        && (entry.style == ParagraphStyle::Plain || entry.style.is_list())
        && let Some((style, mark)) = list_mark(typed)
        && mark == length
    {
        return Some(Made::List(style, mark));
    }
    let prefix = typed.get(..length)?;
    if let Some(kind) = lettered(language, prefix).filter(|_| letter == ' ') {
        return Some(Made::Kind(kind, length));
    }
    let said = read(prefix)?;
    // Nothing but the prefix stands before the caret.
    if said.at != length || typed.starts_with(' ') {
        return None;
    }
    match said.sense {
        Sense::Subtopic => Some(Made::List(ParagraphStyle::Heading, length)),
        sense => Some(Made::Kind(sense.kind()?, length)),
    }
}
