//! Dissents as they are typed: whose they are is read when the caret leaves the paragraph, and the
//! decision above is the one they belong to.

use crate::app::App;
use crate::domain::draft::set_in_meeting;
use crate::domain::id::Id;
use crate::domain::line::names;
use crate::domain::minutes::{Entry, EntryField};
use crate::domain::network::Owner;
use crate::domain::text::{TextField, TextOp, difference};

impl App {
    /// The caret leaves a dissent: "Bo: ..." says whose it is.
    pub(super) fn leave_dissent(&mut self, entry: &Entry) {
        let named = entry.text.split_once(':').and_then(|(all, rest)| {
            let person = |name| self.whole_name(name).or_else(|| self.participant(name));
            let people: Option<Vec<Id>> = names(all).map(person).collect();
            let people = people.filter(|people| !people.is_empty())?;
            Some((people, rest.trim().to_owned()))
        });
        let named = named.filter(|_| entry.owner == Owner::Nobody);
        let written = self.written();
        let last = || written?.last_settled(entry.item);
        let decision = entry.decision.or_else(last);
        let Some(meeting) = self.desk().map(|desk| desk.meeting) else {
            return;
        };
        if decision != entry.decision {
            let change = EntryField::decision(entry, decision);
            self.docs.stage(set_in_meeting(meeting, entry.id, change));
        }
        if let Some((people, text)) = named {
            for change in EntryField::people(entry, &people) {
                self.docs.stage(set_in_meeting(meeting, entry.id, change));
            }
            let splice = difference(TextField::Entry(entry.id), &entry.text, &text);
            if let Some(splice) = splice {
                self.splice(TextOp::TextSpliced(splice));
            }
        }
        self.finish("dissent-read");
    }

    /// Whether a decision or a vote stands in the item, that somebody can dissent from.
    pub(super) fn can_dissent(&self, item: Id) -> bool {
        let meeting = self.written();
        meeting.is_some_and(|meeting| meeting.last_settled(item).is_some())
    }
}
