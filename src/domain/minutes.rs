//! Minutes: entries of agenda items, and the comments on them.

use super::due::Due;
use super::id::Id;
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
        /// Of an action: by when.
        due Due: Option<Due>,
        /// Of an action: its record in the network.
        action Action: Option<Id>,
        /// Of an attendance entry: the event it tells, rendered in the document's language while `text` is empty.
        presence Presence: Option<Id>,
        /// Written before the meeting and not yet kept.
        prepared Prepared: bool,
        /// The chair's screen shows it while its item is current.
        pinned Pinned: bool,
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
