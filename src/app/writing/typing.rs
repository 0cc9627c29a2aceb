//! Letters: the shortest way from a key to an op, and the keys in a row that are one step of undo.

use crate::app::App;
use crate::app::editor::caret::Place;
use crate::app::editor::edit::Intent;
use crate::app::editor::grapheme;
use crate::app::editor::motion::{Caret, Motion};
use crate::app::input::KeyPress;
use crate::app::session::Step;
use crate::domain::clean::{clean_line, clean_text};
use crate::domain::id::Id;
use crate::domain::minutes::EntryKind;
use crate::domain::text::{Splice, TextField, TextOp};

use super::pencil::Stroke;

/// Joins two emoji to one.
const JOINER: char = '\u{200d}';
/// From here on a letter may belong to the one before it.
const MARKS: char = '\u{300}';

impl App {
    /// A key the keymap binds nothing to, where letters are text; `false` when it means nothing.
    pub(crate) fn type_key(&mut self, key: KeyPress) -> bool {
        let Some(letter) = key.text() else {
            return false;
        };
        if self.may_write() {
            self.type_letter(letter);
        }
        true
    }

    /// Pasted text, where letters are text: one step, its lines paragraphs.
    pub(crate) fn type_text(&mut self, text: &str) {
        let text = clean_text(text);
        if self.may_write() && !text.is_empty() {
            self.note_typing();
            self.act(Intent::Insert(&text), "text-paste");
        }
    }

    fn type_letter(&mut self, letter: char) {
        if letter == JOINER {
            if let Some(pencil) = self.pencil_mut() {
                pencil.joiner = true;
            }
            return;
        }
        match self.plain_caret() {
            Some(place) => self.letter_at(place, letter),
            None => {
                let text = clean_line(letter.encode_utf8(&mut [0; 4]));
                if !text.is_empty() {
                    let from = self.caret_place();
                    self.act_in_burst(Intent::Insert(&text), Stroke::Letters, from);
                }
            }
        }
        if !self.write_out(letter) {
            self.turn_prefix(letter);
        }
    }

    fn caret_place(&self) -> Option<Place> {
        let manuscript = self.manuscript()?;
        Some(self.caret_in(&manuscript).place())
    }

    /// The caret when nothing is marked and it stands in an entry's own text.
    pub(super) fn plain_caret(&self) -> Option<Place> {
        let desk = self.desk()?;
        let caret = desk
            .pencil
            .caret
            .filter(|caret| caret.selection.is_empty())?;
        let place = caret.place();
        let entry = self.entry(place.entry)?;
        let own = !entry.follows();
        let fits = grapheme::ceil(&entry.text, place.at) == place.at;
        (own && fits && Some(entry.item) == desk.item).then_some(place)
    }

    /// Puts a letter into an entry: only its text is looked at.
    fn letter_at(&mut self, place: Place, letter: char) {
        let first = self.is_saved();
        self.note_typing();
        let joined = self
            .pencil_mut()
            .is_some_and(|pencil| std::mem::take(&mut pencil.joiner));
        let Some(entry) = self.entry(place.entry) else {
            return;
        };
        let Some(splice) = letter_splice(&entry.text, place, letter, joined) else {
            return;
        };
        let quiet = !first && self.is_quiet(place.entry);
        let at = splice.at + splice.inserted.len();
        self.stage_moment(place.entry);
        self.splice(TextOp::TextSpliced(splice));
        self.submit_burst(place, Stroke::Letters, Place::new(place.entry, at));
        if quiet {
            self.view.repaint.only(place.entry);
        }
    }

    /// Whether a letter in this entry changes nothing else on the screen: text that begins or
    /// ends may fill a gap of the walk, and actions are listed beside the minutes.
    fn is_quiet(&self, id: Id) -> bool {
        self.entry(id).is_some_and(|entry| {
            !entry.text.is_empty() && (entry.kind != EntryKind::Action || !self.view.is_wide())
        })
    }

    /// Submits what is staged in the step of the keys before it, and moves the caret.
    fn submit_burst(&mut self, from: Place, stroke: Stroke, to: Place) {
        let at = match self.entry(to.entry) {
            Some(entry) => grapheme::ceil(&entry.text, to.at),
            None => to.at,
        };
        let to = Place::new(to.entry, at);
        let (now, fresh) = (self.clock.now, self.session.new_id());
        let Some(pencil) = self.pencil_mut() else {
            return;
        };
        let group = pencil.group(stroke, from, now, fresh);
        pencil.went(group, stroke, to, now);
        let label = match stroke {
            Stroke::Letters => "minutes-type",
            Stroke::Deleting => "minutes-delete",
        };
        self.submit_as(Step {
            group,
            label: label.to_owned(),
            undoes: None,
        });
        self.put_caret(Caret::new(to));
    }

    fn act_in_burst(&mut self, intent: Intent<'_>, stroke: Stroke, from: Option<Place>) {
        let Some(to) = self.carry_out(intent) else {
            return;
        };
        if self.docs.has_staged() {
            self.submit_burst(from.unwrap_or(to), stroke, to);
        }
    }

    /// Deletes what is marked, or to where a move leads.
    pub(crate) fn delete(&mut self, motion: Motion) {
        if !self.may_write() {
            return;
        }
        let first = self.is_saved();
        self.note_typing();
        if let Some(place) = self.plain_caret() {
            if motion == Motion::Left && place.at == 0 && self.unmake(place.entry) {
                return;
            }
            if let Some(splice) = self.grapheme_splice(place, motion) {
                let quiet = !first && self.is_quiet(place.entry);
                let to = Place::new(place.entry, splice.at);
                self.splice(TextOp::TextSpliced(splice));
                self.submit_burst(place, Stroke::Deleting, to);
                if quiet && self.is_quiet(place.entry) {
                    self.view.repaint.only(place.entry);
                }
                return;
            }
        }
        let from = self.caret_place();
        self.act_in_burst(Intent::Delete(motion), Stroke::Deleting, from);
    }

    /// Backspace and Delete inside an entry.
    fn grapheme_splice(&self, place: Place, motion: Motion) -> Option<Splice> {
        let text = &self.entry(place.entry)?.text;
        let (from, to) = match motion {
            Motion::Left if place.at > 0 => (grapheme::prev(text, place.at), place.at),
            Motion::Right if place.at < text.len() => (place.at, grapheme::next(text, place.at)),
            _ => return None,
        };
        Some(Splice {
            field: TextField::Entry(place.entry),
            at: from,
            deleted: text.get(from..to)?.to_owned(),
            inserted: String::new(),
        })
    }
}

/// The splice of one typed letter. One that joins the grapheme before it replaces that whole, so
/// that what is inserted is clean by itself; `None` when nothing of it is left.
fn letter_splice(text: &str, place: Place, letter: char, joined: bool) -> Option<Splice> {
    let field = TextField::Entry(place.entry);
    let plain = |inserted: String| Splice {
        field,
        at: place.at,
        deleted: String::new(),
        inserted,
    };
    if letter < MARKS && !letter.is_control() && letter != '\u{ad}' && !joined {
        return Some(plain(letter.to_string()));
    }
    let start = grapheme::prev(text, place.at);
    let before = text.get(start..place.at).unwrap_or("");
    let mut whole = before.to_owned();
    if joined {
        whole.push(JOINER);
    }
    whole.push(letter);
    let whole = clean_line(&whole);
    if !before.is_empty() && grapheme::next(&whole, 0) == whole.len() {
        return (whole != before).then(|| Splice {
            field,
            at: start,
            deleted: before.to_owned(),
            inserted: whole,
        });
    }
    let alone = clean_line(letter.encode_utf8(&mut [0; 4]));
    (!alone.is_empty()).then(|| plain(alone))
}
