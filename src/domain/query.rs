//! What can be asked across documents, and the answers. The app asks; the store answers.

mod changed;
mod files;
mod place;

pub use changed::{Changed, Position};
pub use files::{Bundle, Gathered, Save};
pub use place::{Hit, Place};

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::batch::Seq;
use super::bytes::Bytes;
use super::checklist::Missing;
use super::desk::Reminder;
use super::due::Due;
use super::figures::Figures;
use super::fold::Doc;
use super::id::Id;
use super::letter::OutboxRow;
use super::meeting::MinutesStatus;
use super::network::{ActionStatus, Owner};
use super::op::{DocId, DocOp};
use super::plan::PlanRow;
use super::walk::{Gap, Stage};

/// A question to the store.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Query {
    /// A document's state.
    Doc(DocId),
    /// What a label or an id names.
    Resolve(String),
    /// Which meeting a scanner's code is of.
    Code(String),
    /// What Home shows.
    Home {
        /// Today, local.
        today: NaiveDate,
    },
    /// Meetings, newest first.
    Meetings {
        /// Of one network.
        network: Option<Id>,
        /// Only those not finished.
        open: bool,
    },
    /// Action items by deadline.
    Actions {
        /// Of one network.
        network: Option<Id>,
        /// Only open ones.
        open: bool,
    },
    /// Activities and meetings in the order of a plan.
    Activities {
        /// Of one network.
        network: Option<Id>,
    },
    /// What is counted over time: who came, action items, enquiries.
    Figures {
        /// Of one network.
        network: Option<Id>,
    },
    /// Decisions, newest first.
    Decisions {
        /// Of one network.
        network: Option<Id>,
    },
    /// What tells the present state of every document from any other of its states.
    Stamps,
    /// Which documents changed after a position of the journal.
    Changed(Position),
    /// Meetings with mails that have not come to an end.
    Outbox,
    /// Anything by a few letters, best first.
    Find {
        /// What was typed.
        needle: String,
        /// At most so many.
        limit: usize,
    },
    /// Who changed what and when, newest first.
    History {
        /// The document.
        doc: DocId,
        /// Only one record of it (an entry, an item).
        record: Option<Id>,
    },
    /// A document as it stood at a moment.
    At {
        /// The document.
        doc: DocId,
        /// Milliseconds since 1970 UTC, by the hub's clock.
        at: i64,
    },
    /// The user's last step in a document, as ops that take it back now.
    Undo {
        /// The document.
        doc: DocId,
        /// Whose step.
        user: String,
        /// Take back an undo instead.
        redo: bool,
    },
    /// A file of the person's own, by its path, to be kept in the folder: answered where the
    /// person is, never by the hub.
    Keep(String),
    /// The content of a small file of the person's own, by its path: answered where the person is,
    /// as [`Query::Keep`] is.
    Read(String),
    /// Mails of the person's own, from a file, a folder or a Maildir: answered where the person is,
    /// as [`Query::Keep`] is.
    Gather(String),
    /// The file of a network's logo.
    Logo(Id),
    /// An annex's file, to be written where the person says: answered where the person is, as
    /// [`Query::Keep`] is.
    Save(Save),
    /// Files made here, to be written into a folder of the person's own: answered where the person
    /// is, as [`Query::Keep`] is.
    SaveAll(Bundle),
    /// The next bytes of an annex's file, from a place on.
    Piece {
        /// The meeting.
        meeting: Id,
        /// The annex.
        annex: Id,
        /// The place.
        at: u64,
    },
}

/// An answer to a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::large_enum_variant)]
pub enum Answer {
    /// To [`Query::Doc`] and [`Query::At`]: the state after the batch at `seq`.
    Doc {
        /// The document.
        id: DocId,
        /// Its state.
        doc: Doc,
        /// The journal position it includes.
        seq: Seq,
        /// It holds ops of a newer program: it can only be read here.
        read_only: bool,
    },
    /// To [`Query::Keep`]: the file is safe in the folder.
    Kept {
        /// Its content's blake3 hash, which names it there.
        hash: String,
        /// Its own name.
        name: String,
    },
    /// To [`Query::Read`] and [`Query::Logo`]: what the file holds.
    Content(Bytes),
    /// To [`Query::Gather`].
    Gathered(Vec<Gathered>),
    /// To [`Query::Save`] and [`Query::SaveAll`]: where the file, or the folder of the files, lies now.
    Saved(String),
    /// To [`Query::Piece`].
    Piece {
        /// Bytes of the whole file.
        size: u64,
        /// The next ones; none at its end.
        bytes: Bytes,
    },
    /// To [`Query::Resolve`].
    Resolved(Option<Reference>),
    /// To [`Query::Code`]: the meeting's label and day.
    Code(Option<(String, Option<NaiveDate>)>),
    /// To [`Query::Home`].
    Home(Home),
    /// To [`Query::Meetings`].
    Meetings(Vec<MeetingRow>),
    /// To [`Query::Actions`].
    Actions(Vec<ActionRow>),
    /// To [`Query::Activities`].
    Activities(Vec<PlanRow>),
    /// To [`Query::Figures`].
    Figures(Figures),
    /// To [`Query::Decisions`].
    Decisions(Vec<DecisionRow>),
    /// To [`Query::Stamps`].
    Stamps(Vec<(DocId, String)>),
    /// To [`Query::Changed`].
    Changed(Changed),
    /// To [`Query::Outbox`].
    Outbox(Vec<OutboxRow>),
    /// To [`Query::Find`].
    Hits(Vec<Hit>),
    /// To [`Query::History`].
    History(Vec<HistoryRow>),
    /// To [`Query::Undo`]; `None` when there is nothing to take back.
    Undo(Option<UndoStep>),
    /// The question could not be answered; the text says why.
    Failed(String),
}

/// What a label or an id names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reference {
    /// A network.
    Network(Id),
    /// A meeting.
    Meeting(Id),
    /// A person.
    Person(Id),
    /// An organisation.
    Organisation(Id),
    /// An action item of a network.
    Action {
        /// The network.
        network: Id,
        /// The action item.
        action: Id,
    },
    /// An activity of a network.
    Activity {
        /// The network.
        network: Id,
        /// The activity.
        activity: Id,
    },
    /// Anything on the desk.
    Desk(Id),
}

/// What Home shows: facts and dates; the screen turns them into words for today.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Home {
    /// Meetings not finished or to come, by date; then the latest finished one of each network.
    pub meetings: Vec<MeetingRow>,
    /// Open action items by deadline.
    pub actions: Vec<ActionRow>,
    /// Networks by name.
    pub networks: Vec<NetworkRow>,
    /// What the desk reminds of.
    #[serde(default)]
    pub reminders: Vec<Reminder>,
    /// Meetings with mails that have not come to an end.
    #[serde(default)]
    pub outbox: Vec<OutboxRow>,
}

/// A network in a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NetworkRow {
    /// The network.
    pub id: Id,
    /// Its label.
    pub label: String,
    /// Its name.
    pub name: String,
    /// Members today, people and organisations.
    pub members: usize,
    /// Open action items.
    pub open_actions: usize,
    /// Meetings held.
    pub held: usize,
    /// The next meeting's day.
    pub next: Option<NaiveDate>,
    /// What ends or is due by itself, and its day.
    #[serde(default)]
    pub days: Vec<(Missing, NaiveDate)>,
}

/// A meeting in a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MeetingRow {
    /// The meeting.
    pub id: Id,
    /// Its label.
    pub label: String,
    /// Its network.
    pub network: Id,
    /// The network's name.
    pub network_name: String,
    /// Its title.
    pub title: String,
    /// The day.
    pub date: Option<NaiveDate>,
    /// Not finally confirmed.
    pub tentative: bool,
    /// Start, local.
    pub start: Option<NaiveTime>,
    /// End, local.
    pub end: Option<NaiveTime>,
    /// The place.
    pub venue: String,
    /// The organisation that hosts.
    pub host: Option<Id>,
    /// Cancelled.
    pub cancelled: bool,
    /// The first stage with something to do.
    pub stage: Stage,
    /// What is missing, in the stages' order.
    pub gaps: Vec<Gap>,
    /// Where the minutes stand.
    pub minutes: MinutesStatus,
    /// When objections end.
    pub objection_deadline: Option<NaiveDate>,
    /// When the agenda is to go out; none once it has.
    pub agenda_due: Option<NaiveDate>,
    /// When members are to be asked for items; none once they were.
    pub call_due: Option<NaiveDate>,
    /// When slides are to be in.
    pub slides_due: Option<NaiveDate>,
    /// When the minutes are to go out; none once they have.
    pub minutes_due: Option<NaiveDate>,
    /// Practical things not done: what, and days from the meeting.
    pub practicals: Vec<(String, i16)>,
    /// People expected.
    pub expected: usize,
    /// People present, in the room and online.
    pub present: usize,
    /// People who sent apologies.
    pub apologies: usize,
    /// People invited who have not answered.
    pub unanswered: usize,
}

/// An action item in a list, its text from the entry until approval.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ActionRow {
    /// The action item.
    pub id: Id,
    /// Its network.
    pub network: Id,
    /// The meeting it arose in.
    pub meeting: Option<Id>,
    /// That meeting's label.
    pub meeting_label: String,
    /// The agenda item it arose under.
    pub item: Option<Id>,
    /// The entry it arose in.
    pub entry: Option<Id>,
    /// What is to be done.
    pub text: String,
    /// Who.
    pub owner: Owner,
    /// The owner's name.
    pub owner_name: String,
    /// By when.
    pub due: Option<Due>,
    /// Where it stands.
    pub status: ActionStatus,
    /// The day it was reported done, while nobody has confirmed it.
    #[serde(default)]
    pub reported: Option<NaiveDate>,
}

/// A decision in a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DecisionRow {
    /// The entry.
    pub id: Id,
    /// The meeting.
    pub meeting: Id,
    /// Its label.
    pub meeting_label: String,
    /// Its day.
    pub date: Option<NaiveDate>,
    /// The agenda item.
    pub item: Id,
    /// Its number on the agenda.
    pub number: usize,
    /// Its title.
    pub item_title: String,
    /// The decision.
    pub text: String,
}

/// One step of a document's history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HistoryRow {
    /// The journal position of its last batch.
    pub seq: Seq,
    /// When, milliseconds since 1970 UTC, by the hub's clock.
    pub at: i64,
    /// Who.
    pub user: String,
    /// The command.
    pub label: String,
    /// The undo step it belongs to.
    pub group: Id,
    /// Its ops; none where they were erased.
    pub ops: Vec<DocOp>,
    /// Its ops did not fit, or were refused.
    pub refused: bool,
}

/// Ops that take a step back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UndoStep {
    /// The step taken back.
    pub group: Id,
    /// The command that made it.
    pub label: String,
    /// The ops, rebased to `base`.
    pub ops: Vec<DocOp>,
    /// The journal position they are made on.
    pub base: Seq,
    /// Who has changed the same thing since, when somebody has.
    pub contested_by: Option<String>,
}
