//! This process's identity, new ids, and the grouping of changes into undo steps.

use crate::domain::batch::Submission;
use crate::domain::id::Id;
use crate::domain::op::{DocId, DocOp};
use crate::domain::role::Role;

/// A session.
pub struct Session {
    /// 128 random bits drawn at process start.
    pub id: Id,
    /// The user's name.
    pub user: String,
    /// What the user may; the hub sees to it, the screen offers no more.
    pub role: Role,
    /// The person is elsewhere: no file of this machine is theirs.
    pub confined: bool,
    /// The document of the latest submission.
    pub touched: Option<DocId>,
    counter: u64,
    draw: Box<dyn FnMut() -> u128>,
}

impl Session {
    /// A session whose ids come from `draw` (random, or fixed for tests and demonstration).
    pub fn new(user: String, mut draw: Box<dyn FnMut() -> u128>) -> Self {
        Self {
            id: Id::from_bits(draw()),
            user,
            role: Role::default(),
            confined: false,
            touched: None,
            counter: 0,
            draw,
        }
    }

    /// Goes on with a session whose earlier process is gone.
    #[must_use]
    pub fn resumed(mut self, id: Id, counter: u64) -> Self {
        self.id = id;
        self.counter = counter;
        self
    }

    /// A new id.
    pub fn new_id(&mut self) -> Id {
        Id::from_bits((self.draw)())
    }

    /// The next submission.
    pub fn submission(&mut self, base: u64, at: i64, step: Step, ops: Vec<DocOp>) -> Submission {
        self.counter += 1;
        self.touched = ops.first().map(|op| op.doc).or(self.touched);
        Submission {
            session: self.id,
            counter: self.counter,
            base,
            at,
            group: step.group,
            label: step.label,
            undoes: step.undoes,
            ops,
        }
    }

    /// The counter of the latest submission.
    pub fn counter(&self) -> u64 {
        self.counter
    }
}

/// The undo step a submission belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Submissions with one group are undone together.
    pub group: Id,
    /// The command's name.
    pub label: String,
    /// The group it takes back, for undo and redo.
    pub undoes: Option<Id>,
}
