//! What a command may use: the documents, the clock, new ids, and ways to change and to say.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::domain::desk::{Desk, DeskChange, DeskRecord};
use crate::domain::draft;
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, MeetingChange, MeetingRecord};
use crate::domain::network::{Network, NetworkChange, NetworkRecord};
use crate::domain::op::{DocId, DocOp, Edit, Op};
use crate::domain::query::{Answer, Query, Reference};
use crate::domain::register::{Register, RegisterChange, RegisterRecord};
use crate::domain::secretariat::{Secretariat, SecretariatChange, SecretariatRecord};
use crate::domain::text::TextOp;
use crate::locale::{Key, Locale};

use super::command::Stop;
use super::message::Message;
use super::{App, Call, Effect, screens};

/// What a command is about: the selection on the screen, or the options of the command line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// The network.
    pub network: Option<Id>,
    /// The meeting.
    pub meeting: Option<Id>,
    /// The agenda item.
    pub item: Option<Id>,
    /// The entry.
    pub entry: Option<Id>,
    /// The person selected in a list.
    pub person: Option<Id>,
    /// The action item selected in a list.
    pub action: Option<Id>,
    /// What is selected on the desk.
    #[serde(default)]
    pub desk: Option<Id>,
}

/// A running command's view of the program.
pub struct Context<'a> {
    /// The program.
    pub app: &'a mut App,
    /// What the command is about.
    pub target: Target,
}

impl Context<'_> {
    /// The language of the screen.
    pub fn locale(&self) -> Locale {
        self.app.locale
    }

    /// Now, milliseconds since 1970 UTC.
    pub fn now(&self) -> i64 {
        self.app.clock.now
    }

    /// Now, local.
    pub fn local(&self) -> NaiveDateTime {
        self.app.clock.local
    }

    /// Today, local.
    pub fn today(&self) -> NaiveDate {
        self.app.clock.local.date()
    }

    /// The user's name.
    pub fn user(&self) -> String {
        self.app.session.user.clone()
    }

    /// A new random id.
    pub fn new_id(&mut self) -> Id {
        self.app.session.new_id()
    }

    /// An answer to a question; the command is run again when it is there.
    ///
    /// # Errors
    /// [`Stop::Need`] while it is not, [`Stop::Fail`] when it could not be answered.
    pub fn answer(&self, query: Query) -> Result<&Answer, Stop> {
        match self.app.answers.iter().find(|(asked, _)| *asked == query) {
            Some((_, Answer::Failed(why))) => Err(Stop::Fail(
                Message::new(Key::ErrorNoAnswer).with("why", why.clone()),
            )),
            Some((_, answer)) => Ok(answer),
            None => Err(Stop::Need(Box::new(query))),
        }
    }

    fn doc(&self, id: DocId) -> Result<&Doc, Stop> {
        match self.app.docs.get(id) {
            Some(doc) => Ok(doc),
            // One that was refused is not asked for again.
            None => Err(match self.answer(Query::Doc(id)) {
                Err(stop) => stop,
                Ok(_) => Key::ErrorInternal.into(),
            }),
        }
    }

    /// The secretariat.
    ///
    /// # Errors
    /// [`Stop::Need`] until it is loaded.
    pub fn secretariat(&self) -> Result<&Secretariat, Stop> {
        match self.doc(DocId::Secretariat)? {
            Doc::Secretariat(doc) => Ok(doc),
            _ => Err(Key::ErrorInternal.into()),
        }
    }

    /// The register.
    ///
    /// # Errors
    /// [`Stop::Need`] until it is loaded.
    pub fn register(&self) -> Result<&Register, Stop> {
        match self.doc(DocId::Register)? {
            Doc::Register(doc) => Ok(doc),
            _ => Err(Key::ErrorInternal.into()),
        }
    }

    /// The desk.
    ///
    /// # Errors
    /// [`Stop::Need`] until it is loaded.
    pub fn desk(&self) -> Result<&Desk, Stop> {
        match self.doc(DocId::Desk)? {
            Doc::Desk(doc) => Ok(doc),
            _ => Err(Key::ErrorInternal.into()),
        }
    }

    /// A network by id.
    ///
    /// # Errors
    /// [`Stop::Need`] until it is loaded.
    pub fn network_of(&self, id: Id) -> Result<&Network, Stop> {
        match self.doc(DocId::Network(id))? {
            Doc::Network(doc) => Ok(doc),
            _ => Err(Key::ErrorInternal.into()),
        }
    }

    /// A meeting by id.
    ///
    /// # Errors
    /// [`Stop::Need`] until it is loaded.
    pub fn meeting_of(&self, id: Id) -> Result<&Meeting, Stop> {
        match self.doc(DocId::Meeting(id))? {
            Doc::Meeting(doc) => Ok(doc),
            _ => Err(Key::ErrorInternal.into()),
        }
    }

    /// The meeting the command is about.
    ///
    /// # Errors
    /// When no meeting is selected or named; [`Stop::Need`] until it is loaded.
    pub fn meeting(&self) -> Result<&Meeting, Stop> {
        self.meeting_of(self.meeting_id()?)
    }

    /// The id of the meeting the command is about.
    ///
    /// # Errors
    /// When no meeting is selected or named.
    pub fn meeting_id(&self) -> Result<Id, Stop> {
        self.target
            .meeting
            .ok_or_else(|| Stop::Usage(Key::ErrorNoMeeting.into()))
    }

    /// The id of the network the command is about: named, or the meeting's.
    ///
    /// # Errors
    /// When no network is selected or named; [`Stop::Need`] until the meeting is loaded.
    pub fn network_id(&self) -> Result<Id, Stop> {
        match (self.target.network, self.target.meeting) {
            (Some(network), _) => Ok(network),
            (None, Some(meeting)) => Ok(self.meeting_of(meeting)?.head.network),
            (None, None) => Err(Stop::Usage(Key::ErrorNoNetwork.into())),
        }
    }

    /// The network the command is about.
    ///
    /// # Errors
    /// When no network is selected or named; [`Stop::Need`] until it is loaded.
    pub fn network(&self) -> Result<&Network, Stop> {
        self.network_of(self.network_id()?)
    }

    /// The agenda item the command is about.
    ///
    /// # Errors
    /// When no item is selected or named.
    pub fn item_id(&self) -> Result<Id, Stop> {
        self.target
            .item
            .ok_or_else(|| Stop::Usage(Key::ErrorNoItem.into()))
    }

    /// Changes a document; seen at once, submitted when the command ends well.
    pub fn emit(&mut self, op: DocOp) {
        self.app.docs.stage(op);
    }

    /// Changes documents.
    pub fn emit_all(&mut self, ops: impl IntoIterator<Item = DocOp>) {
        ops.into_iter().for_each(|op| self.emit(op));
    }

    /// Takes a step of undo's back with these ops, as a step of its own.
    pub fn take_back(&mut self, group: Id, ops: Vec<DocOp>) {
        self.app.undoing = Some(group);
        self.emit_all(ops);
    }

    /// Adds a record to a meeting.
    pub fn add_to_meeting(&mut self, meeting: Id, record: impl Into<MeetingRecord>) {
        self.emit(DocOp {
            doc: DocId::Meeting(meeting),
            op: Op::Meeting(Edit::Add(record.into())),
        });
    }

    /// Changes fields of a meeting's record (`id` is not used for the head).
    pub fn change_in_meeting<C: Into<MeetingChange>>(
        &mut self,
        meeting: Id,
        id: Id,
        changes: impl IntoIterator<Item = C>,
    ) {
        for change in changes {
            self.set_in_meeting(meeting, id, change);
        }
    }

    /// Changes a field of a meeting's record (`id` is not used for the head).
    pub fn set_in_meeting(&mut self, meeting: Id, id: Id, change: impl Into<MeetingChange>) {
        self.emit(DocOp {
            doc: DocId::Meeting(meeting),
            op: Op::Meeting(Edit::Set {
                id,
                change: change.into(),
            }),
        });
    }

    /// Changes flowing text of a meeting.
    pub fn edit_text(&mut self, meeting: Id, op: TextOp) {
        self.emit(DocOp {
            doc: DocId::Meeting(meeting),
            op: Op::Text(op),
        });
    }

    /// Adds a record to a network.
    pub fn add_to_network(&mut self, network: Id, record: impl Into<NetworkRecord>) {
        self.emit(DocOp {
            doc: DocId::Network(network),
            op: Op::Network(Edit::Add(record.into())),
        });
    }

    /// Changes fields of a network's record.
    pub fn change_in_network<C: Into<NetworkChange>>(
        &mut self,
        network: Id,
        id: Id,
        changes: impl IntoIterator<Item = C>,
    ) {
        for change in changes {
            self.set_in_network(network, id, change);
        }
    }

    /// Changes a field of a network's record.
    pub fn set_in_network(&mut self, network: Id, id: Id, change: impl Into<NetworkChange>) {
        self.emit(DocOp {
            doc: DocId::Network(network),
            op: Op::Network(Edit::Set {
                id,
                change: change.into(),
            }),
        });
    }

    /// Adds a record to the register.
    pub fn add_to_register(&mut self, record: impl Into<RegisterRecord>) {
        self.emit(DocOp {
            doc: DocId::Register,
            op: Op::Register(Edit::Add(record.into())),
        });
    }

    /// Changes a field of a register's record.
    pub fn set_in_register(&mut self, id: Id, change: impl Into<RegisterChange>) {
        self.emit(DocOp {
            doc: DocId::Register,
            op: Op::Register(Edit::Set {
                id,
                change: change.into(),
            }),
        });
    }

    /// Adds a record to the desk.
    pub fn add_to_desk(&mut self, record: impl Into<DeskRecord>) {
        self.emit(DocOp {
            doc: DocId::Desk,
            op: Op::Desk(Edit::Add(record.into())),
        });
    }

    /// Changes fields of a record of the desk.
    pub fn change_in_desk<C: Into<DeskChange>>(
        &mut self,
        id: Id,
        changes: impl IntoIterator<Item = C>,
    ) {
        for change in changes {
            self.set_in_desk(id, change);
        }
    }

    /// Changes a field of a desk's record.
    pub fn set_in_desk(&mut self, id: Id, change: impl Into<DeskChange>) {
        self.emit(draft::set_on_desk(id, change));
    }

    /// Adds a record to the secretariat.
    pub fn add_to_secretariat(&mut self, record: impl Into<SecretariatRecord>) {
        self.emit(DocOp {
            doc: DocId::Secretariat,
            op: Op::Secretariat(Edit::Add(record.into())),
        });
    }

    /// Changes a field of a secretariat's record.
    pub fn set_in_secretariat(&mut self, id: Id, change: impl Into<SecretariatChange>) {
        self.emit(DocOp {
            doc: DocId::Secretariat,
            op: Op::Secretariat(Edit::Set {
                id,
                change: change.into(),
            }),
        });
    }

    /// Says something: the notice line of the screen, standard output's companion on the command line.
    pub fn say(&mut self, message: impl Into<Message>) {
        self.app.said.push(message.into());
    }

    /// Names what was made: the command line prints its label.
    pub fn made(&mut self, reference: Reference) {
        self.app.made = Some(reference);
    }

    /// Shows a meeting that was made, once it is in the journal; when a person is at the screen
    /// and not writing.
    pub fn open_when_made(&mut self, meeting: Id) {
        let free = self.app.interactive && !self.app.view.screen.takes_text();
        self.app.begin_waiting();
        self.app.opening = Some(meeting).filter(|_| free);
    }

    /// Selects the row of a record that was made, where a list shows it.
    pub fn select_made(&mut self, record: Id) {
        if self.app.interactive {
            screens::select(self.app, record);
        }
    }

    /// Has a command run after this one has ended well, as a step of its own; what was asked for first.
    pub fn then(&mut self, words: Vec<String>) {
        let target = self.target;
        self.app.next.get_or_insert(Call { words, target });
    }

    /// Asks for something outside the program.
    pub fn effect(&mut self, effect: Effect) {
        self.app.effects.push(effect);
    }
}
