//! Owners and deadlines of actions: read when the caret leaves the paragraph, names completed by Tab.

use crate::app::App;
use crate::app::editor::caret::Place;
use crate::app::editor::motion::Caret;
use crate::app::message::Message;
use crate::domain::draft::set_in_meeting;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::line::{ActionLine, Named, action, name_at};
use crate::domain::matching::Index;
use crate::domain::minutes::{EntryField, EntryKind};
use crate::domain::network::Owner;
use crate::domain::text::{Splice, TextField, TextOp, difference};
use crate::locale::Key;

impl App {
    /// The caret leaves an entry: an action's owner and deadline are taken out of its text.
    pub(super) fn leave(&mut self, id: Id) {
        let Some(entry) = self.entry(id).cloned() else {
            return;
        };
        let open = self
            .written()
            .is_some_and(|meeting| !crate::domain::lock::is_locked(meeting));
        if entry.kind == EntryKind::Dissent && open {
            return self.leave_dissent(&entry);
        }
        if entry.kind != EntryKind::Action || !open {
            return;
        }
        let line = self.read_action(&entry.text);
        let owner = line
            .owner
            .as_deref()
            .and_then(|name| self.whole_name(name).or_else(|| self.participant(name)));
        let Some(meeting) = self.desk().map(|desk| desk.meeting) else {
            return;
        };
        if let Some(owner) = owner {
            let change = EntryField::owner(&entry, Owner::Person(owner));
            self.docs.stage(set_in_meeting(meeting, id, change));
        }
        match line.due {
            Some(Ok(due)) => {
                let change = EntryField::due(&entry, Some(due));
                self.docs.stage(set_in_meeting(meeting, id, change));
            }
            Some(Err(fault)) => {
                let what = self.locale.language().bad_date(&fault);
                self.fail(Message::new(Key::NoticeTold).with("what", what));
            }
            None => {}
        }
        let splice = difference(TextField::Entry(id), &entry.text, &line.task);
        if let Some(splice) = splice.filter(|_| self.docs.has_staged()) {
            self.splice(TextOp::TextSpliced(splice));
        }
        self.finish("action-read");
    }

    fn read_action(&self, text: &str) -> ActionLine {
        let index = self.participants();
        let is_owner = |name: &str, named: Named| match named {
            Named::Letters => index
                .as_ref()
                .is_some_and(|index| self.named(index, name).is_some()),
            Named::Words => self.whole_name(name).is_some(),
        };
        action(text, self.clock.local.date(), is_owner)
    }

    fn participants(&self) -> Option<Index<Id>> {
        let people = self.written()?.participant_list().map(|row| row.id);
        Some(Index::of_people(self.docs.register()?, people))
    }

    pub(super) fn participant(&self, name: &str) -> Option<Id> {
        self.named(&self.participants()?, name)
    }

    /// The participant somebody means: by the whole name, else the one who leads clearly.
    fn named(&self, index: &Index<Id>, name: &str) -> Option<Id> {
        let register = self.docs.register()?;
        let found = index.find(name, |_| false);
        let whole = found
            .matches
            .iter()
            .find(|row| fold(register.name_of(row.key)) == fold(name));
        whole.map(|row| row.key).or(found.leader().copied())
    }

    /// The only participant whose name has all these words whole, or whose initials they are.
    pub(super) fn whole_name(&self, typed: &str) -> Option<Id> {
        let people = self.written()?.participant_list().map(|row| row.id);
        self.docs.register()?.whole_name(people, typed)
    }

    /// Tab: completes the name before the caret; `false` when there is none.
    pub(crate) fn complete_name(&mut self) -> bool {
        let Some(place) = self.plain_caret() else {
            return false;
        };
        let Some(splice) = self.completion(place) else {
            return false;
        };
        if self.may_write() {
            let to = splice.at + splice.inserted.len();
            self.splice(TextOp::TextSpliced(splice));
            self.finish("text-complete");
            self.put_caret(Caret::new(Place::new(place.entry, to)));
        }
        true
    }

    /// The name of the best match in place of what was typed.
    fn completion(&self, place: Place) -> Option<Splice> {
        let entry = self.entry(place.entry)?;
        let range = name_at(&entry.text, place.at)?;
        let typed = entry.text.get(range.clone())?;
        let mention = typed.starts_with('@');
        // In an action the owner stands first, in a note whoever speaks.
        let first = matches!(
            entry.kind,
            EntryKind::Action | EntryKind::Note | EntryKind::Dissent
        );
        if !mention && !first {
            return None;
        }
        let found = self
            .participants()?
            .find(typed.trim_start_matches('@'), |_| false);
        let person = found.matches.first()?.key;
        let name = self.docs.register()?.name_of(person);
        let rest = entry.text.get(range.end..)?;
        let inserted = match (mention, rest.starts_with(':')) {
            (true, _) => format!("@{name} "),
            (false, true) => name.to_owned(),
            (false, false) => format!("{name}: "),
        };
        Some(Splice {
            field: TextField::Entry(place.entry),
            at: range.start,
            deleted: typed.to_owned(),
            inserted,
        })
    }
}
