//! Lines that say something by how they begin: who speaks, and what goes on from the line before.

use crate::app::App;
use crate::app::editor::caret::Place;
use crate::app::editor::motion::Caret;
use crate::domain::attendance::Attendance;
use crate::domain::id::Id;
use crate::domain::line::{Sense, read, speaker};
use crate::domain::minutes::{Entry, EntryKind, ParagraphStyle};
use crate::domain::text::{Splice, TextField, TextOp};

/// The longest name of a speaker that is completed, in bytes.
const NAME: usize = 64;

impl App {
    /// The paragraph the caret ends, when it is an ordinary one: Enter may make something of it.
    pub(crate) fn line_here(&self) -> Option<(Id, String)> {
        if !self.can_write() {
            return None;
        }
        let place = self.plain_caret()?;
        let lines = |entry: &&Entry| is_ordinary(entry) || entry.kind == EntryKind::Vote;
        let entry = self.entry(place.entry).filter(lines)?;
        let ends = place.at == entry.text.len() && !entry.tells();
        // What the prefix made of it is said again.
        let prefix = match entry.kind {
            EntryKind::Vote => "vote: ",
            _ => "",
        };
        ends.then(|| (entry.id, format!("{prefix}{}", entry.text)))
    }

    /// After a blank: the name of whoever speaks is whole, or the line before goes on; it also does when a letter
    /// follows at once ("…og").
    pub(super) fn turn_line(&mut self, letter: char) {
        if letter != ' ' && !letter.is_alphabetic() {
            return;
        }
        let Some(place) = self.plain_caret().filter(|place| place.at <= NAME) else {
            return;
        };
        let entry = self.entry(place.entry).filter(|entry| is_ordinary(entry));
        let Some(typed) = entry.and_then(|entry| entry.text.get(..place.at)) else {
            return;
        };
        if typed.ends_with(": ") {
            let typed = typed.to_owned();
            self.name_speaker(place, &typed);
        } else if typed.starts_with(['…', '.']) {
            let rest = if letter == ' ' { 0 } else { letter.len_utf8() };
            let said = read(typed).filter(|said| said.sense == Sense::Continued);
            if let Some(said) = said.filter(|said| said.at + rest == place.at) {
                self.go_on(place, said.at);
            }
        }
    }

    /// "anna: " becomes "Anna Lund: " when she is the only participant it can be.
    fn name_speaker(&mut self, place: Place, typed: &str) {
        let name = speaker(typed).filter(|(_, at)| *at == typed.len());
        let person = name.and_then(|(name, _)| self.whole_name(name));
        let whole = person.and_then(|id| Some(self.docs.register()?.name_of(id).to_owned()));
        let Some(inserted) = whole.map(|name| format!("{name}: ")) else {
            return;
        };
        if inserted == typed {
            return;
        }
        let at = inserted.len();
        self.splice(TextOp::TextSpliced(Splice {
            field: TextField::Entry(place.entry),
            at: 0,
            deleted: typed.to_owned(),
            inserted,
        }));
        self.finish("text-complete");
        self.after_turning(Place::new(place.entry, at));
    }

    /// Who a paragraph says is speaking while the meeting runs, though attendance knows nothing of
    /// them: never noted as there, or as gone before it was written.
    pub(crate) fn unseen_speaker(&self, entry: &Entry) -> Option<(Id, Attendance)> {
        let meeting = self.written()?;
        let runs = meeting.head.started_at.is_some() && meeting.head.ended_at.is_none();
        if !runs || entry.prepared || !is_ordinary(entry) {
            return None;
        }
        let (name, _) = speaker(&entry.text)?;
        let register = self.docs.register()?;
        let mut people = meeting.participant_list().map(|row| row.id);
        let person = people.find(|id| register.name_of(*id) == name)?;
        let stands = meeting.attendance_of(person);
        let here = matches!(stands, Attendance::Present | Attendance::Online);
        let last = meeting.spans(person).pop();
        let gone = last.is_none_or(|span| span.to.is_some_and(|to| to <= entry.at));
        (!here && gone).then_some((person, stands))
    }

    /// "... ", so many bytes, goes, and what follows is written behind the paragraph before.
    fn go_on(&mut self, place: Place, dots: usize) {
        let before = self.manuscript().and_then(|manuscript| {
            let rows = manuscript.rows();
            let index = rows.iter().position(|row| row.entry.id == place.entry)?;
            let before = rows.get(index.checked_sub(1)?)?.entry;
            (!before.tells()).then(|| (before.id, before.text.clone()))
        });
        let Some((before, text)) = before else { return };
        let deleted = self.entry(place.entry).map(|entry| entry.text.clone());
        let deleted = deleted.and_then(|text| text.get(..dots).map(str::to_owned));
        self.splice(TextOp::TextSpliced(Splice {
            field: TextField::Entry(place.entry),
            at: 0,
            deleted: deleted.unwrap_or_default(),
            inserted: String::new(),
        }));
        let gap = if text.is_empty() || text.ends_with(' ') {
            ""
        } else {
            " "
        };
        if !gap.is_empty() {
            self.splice(TextOp::TextSpliced(Splice {
                field: TextField::Entry(before),
                at: text.len(),
                deleted: String::new(),
                inserted: gap.to_owned(),
            }));
        }
        self.stage_join(before, place.entry);
        self.finish("text-complete");
        let at = text.len() + gap.len() + place.at - dots;
        self.after_turning(Place::new(before, at));
    }

    pub(super) fn after_turning(&mut self, place: Place) {
        self.view.repaint.everything();
        self.put_caret(Caret::new(place));
        if let Some(pencil) = self.pencil_mut() {
            pencil.lift();
        }
    }
}

fn is_ordinary(entry: &Entry) -> bool {
    entry.kind == EntryKind::Note && entry.style == ParagraphStyle::Plain
}
