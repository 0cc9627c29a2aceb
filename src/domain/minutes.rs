//! Minutes: entries of agenda items, and the comments on them.

use super::draft::{jitter, last_place};
use super::due::Due;
use super::id::Id;
use super::meeting::Meeting;
use super::network::Owner;
use super::pos::Pos;
use crate::{choice, record};

choice! {
    /// What an entry is.
    EntryKind {
        /// A note.
        Note = "note",
        /// A decision.
        Decision = "decision",
        /// An action item.
        Action = "action",
        /// A vote.
        Vote = "vote",
        /// Attendance: somebody came or went.
        Attendance = "attendance",
        /// Mindretalsudtalelse, særstandpunkt.
        Dissent = "dissent",
        /// An idea.
        Idea = "idea",
        /// Help is wanted.
        Help = "help",
        /// A private note: in no document, seen by no other role.
        Private = "private",
    }
}

choice! {
    /// How an entry's paragraph is set.
    ParagraphStyle {
        /// An ordinary paragraph.
        Plain = "plain",
        /// A bulleted list paragraph.
        Bullet = "bullet",
        /// A numbered list paragraph.
        Numbered = "numbered",
        /// A heading within the item.
        Heading = "heading",
    }
}

record! {
    /// An entry of an item's minutes: one paragraph.
    Entry, EntryField {
        /// The item.
        item Item: Id,
        /// Its place among the item's entries.
        pos Pos: Pos,
        /// What it is.
        kind Kind: EntryKind,
        /// The text, one paragraph without line breaks.
        text Text: String,
        /// How the paragraph is set.
        style Style: ParagraphStyle,
        /// Steps of indent, 0 to 4.
        indent Indent: u8,
        /// Who began it: the user's name.
        by By: String,
        /// When it was begun, milliseconds since 1970 UTC.
        at At: i64,
        /// Of an action: who.
        owner Owner: Owner,
        /// Of a dissent: those who share it with its owner.
        also Also: Vec<Id>,
        /// Of an action: by when.
        due Due: Option<Due>,
        /// Of an action: its record in the network.
        action Action: Option<Id>,
        /// Of an attendance entry: the event it tells, rendered in the document's language while `text` is empty.
        presence Presence: Option<Id>,
        /// Of a vote entry: the vote it tells, rendered while `text` is empty.
        vote Vote: Option<Id>,
        /// Of an attendance entry: the conflict of interest it tells, rendered while `text` is empty.
        recusal Recusal: Option<Id>,
        /// Of an attendance entry: the break it tells, rendered while `text` is empty.
        recess Recess: Option<Id>,
        /// Of a vote or a dissent: the decision it belongs to; of a dissent also the entry that tells of a vote.
        decision Decision: Option<Id>,
        /// Written before the meeting and not yet kept.
        prepared Prepared: bool,
        /// The chair's screen shows it while its item is current.
        pinned Pinned: bool,
        /// Of a decision: when the chair said yes to its words, milliseconds since 1970 UTC.
        read_at ReadAt: Option<i64>,
        /// The beginning of blake3 of the words the chair said yes to.
        read_hash ReadHash: String,
    }
}

/// Whether a decision was read aloud and the chair said yes to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadBack {
    /// Not yet.
    Not,
    /// It stands as it was read.
    Stands,
    /// Its words were changed since.
    Changed,
}

/// Hexadecimal digits kept of the hash of words that were read.
const READ_DIGITS: usize = 16;

/// What is kept of the words that were read.
pub fn read_hash(text: &str) -> String {
    let hash = blake3::hash(text.trim().as_bytes()).to_hex();
    hash.as_str().chars().take(READ_DIGITS).collect()
}

impl Entry {
    /// Whether the chair said yes to it, as it stands now.
    pub fn read_back(&self) -> ReadBack {
        match self.read_at {
            None => ReadBack::Not,
            Some(_) if self.read_hash == read_hash(&self.text) => ReadBack::Stands,
            Some(_) => ReadBack::Changed,
        }
    }

    /// What marks it as read at a moment, or takes the mark away.
    pub fn mark_read(&self, at: Option<i64>) -> Vec<EntryField> {
        let hash = at.map_or_else(String::new, |_| read_hash(&self.text));
        vec![
            EntryField::read_at(self, at),
            EntryField::read_hash(self, hash),
        ]
    }
}

choice! {
    /// Where a comment stands.
    CommentStatus {
        /// Not yet answered.
        Open = "open",
        /// Taken in.
        Accepted = "accepted",
        /// Not taken in.
        Rejected = "rejected",
    }
}

choice! {
    /// What a comment asks for.
    CommentKind {
        /// It says something.
        Remark = "remark",
        /// Other words in the entry.
        Change = "change",
        /// A new entry.
        Addition = "addition",
        /// That the entry goes.
        Removal = "removal",
        /// That the entry stands elsewhere.
        Move = "move",
    }
}

record! {
    /// A comment on an entry, or on the minutes as a whole.
    Comment, CommentField {
        /// The entry; `None` for the minutes as a whole.
        entry Entry: Option<Id>,
        /// Who said it, in words.
        by By: String,
        /// When, milliseconds since 1970 UTC.
        at At: i64,
        /// The comment.
        text Text: String,
        /// The secretariat's answer.
        answer Answer: String,
        /// Where it stands.
        status Status: CommentStatus,
        /// What it asks for.
        kind Kind: CommentKind,
        /// The item it is on or would stand in, where no entry says it.
        item Item: Option<Id>,
        /// Of an addition or a move: the entry it would follow; `None` for the first place.
        after After: Option<Id>,
        /// Of a change: the entry's words that it was proposed for.
        was Was: String,
        /// Of a change or an addition: the words proposed.
        proposed Proposed: String,
        /// Who said it, when the register knows them.
        person Person: Option<Id>,
        /// What it came in, so that the same is not taken in twice; empty for one noted here.
        source Source: String,
    }
}

impl EntryField {
    /// What makes a dissent theirs.
    pub fn people(entry: &Entry, people: &[Id]) -> Vec<Self> {
        let Some((first, others)) = people.split_first() else {
            return Vec::new();
        };
        let owner = Self::owner(entry, Owner::Person(*first));
        let also = (entry.also != others).then(|| Self::also(entry, others.to_vec()));
        std::iter::once(owner).chain(also).collect()
    }
}

impl Entry {
    /// Whether it tells of something that is a record of its own.
    pub const fn tells(&self) -> bool {
        self.presence.is_some()
            || self.vote.is_some()
            || self.recusal.is_some()
            || self.recess.is_some()
    }

    /// Whether its words are the program's, and follow the record.
    pub const fn follows(&self) -> bool {
        self.tells() && self.text.is_empty()
    }
}

impl Meeting {
    /// Where an entry that tells of a record comes in an item: after all that is written, before an empty paragraph at
    /// the end, where one is about to write.
    pub fn telling_place(&self, item: Id, id: Id) -> Pos {
        let rows = self.entries_of(item);
        let unwritten = |entry: &&&Entry| !entry.tells() && entry.text.trim().is_empty();
        let empty = rows.iter().rev().take_while(unwritten).count();
        let (written, empty) = rows.split_at(rows.len() - empty);
        match (written.last(), empty.first()) {
            (last, Some(next)) => Pos::between(last.map(|it| &it.pos), Some(&next.pos), jitter(id)),
            (_, None) => last_place(rows.iter().map(|entry| &entry.pos), id),
        }
    }
}

impl ParagraphStyle {
    /// Whether it is a paragraph of a list.
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Bullet | Self::Numbered)
    }
}

impl Comment {
    /// Whether nothing has been said to it yet.
    pub fn is_open(&self) -> bool {
        self.status == CommentStatus::Open && self.answer.is_empty()
    }

    /// Whether it only says something, and was noted here: what anybody may add.
    pub fn is_plain(&self) -> bool {
        let plain = Self {
            id: self.id,
            entry: self.entry,
            by: self.by.clone(),
            at: self.at,
            text: self.text.clone(),
            answer: self.answer.clone(),
            status: self.status,
            removed: self.removed,
            ..Self::default()
        };
        *self == plain
    }

    /// Whether it came in by somebody that the register does not know.
    pub fn is_by_stranger(&self) -> bool {
        !self.source.is_empty() && self.person.is_none()
    }
}

record! {
    /// An approval: a version of the minutes, frozen whole.
    Approval, ApprovalField {
        /// 1 for the first; a correction makes the next.
        version Version: u32,
        /// When, milliseconds since 1970 UTC.
        at At: i64,
        /// Who approved, in words.
        by By: String,
        /// blake3 of `outline`.
        hash Hash: String,
        /// The complete outline of the minutes as JSON, names as they were.
        outline Outline: String,
    }
}
