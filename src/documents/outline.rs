//! The outline of a document: what it says, in order, without saying how it looks.
//!
//! It owns the shape every renderer works from, and that approval freezes. It must not know
//! meetings, nor any format.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::annexes::is_beside;
use super::chart::Chart;
use super::mark::{Mark, Marked, Remark};
use crate::choice;
use crate::domain::common::{self, Step};
use crate::domain::minutes::Approval;
use crate::domain::record::is_default;
use crate::domain::secretariat::Language;

/// A whole document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Outline {
    /// The language its own words are in.
    pub language: Language,
    /// What kind of document it is ("Referat").
    pub kind: String,
    /// The title: network and meeting.
    pub title: String,
    /// Where it stands ("Udkast"); empty when there is nothing to say.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub status: String,
    /// The head: place, time, who was there.
    pub facts: Vec<Fact>,
    /// The rest, in order.
    pub blocks: Vec<Block>,
    /// Who it is from, in the file's properties.
    #[serde(skip)]
    pub author: String,
    /// It is out for comments: changes to it are wanted, and remarks go along in the margin.
    #[serde(skip)]
    pub asks: bool,
    /// What was said of it.
    #[serde(skip)]
    pub remarks: Vec<Remark>,
}

/// A line of the head.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Fact {
    /// What it is ("Sted").
    pub label: String,
    /// What it says, one or more lines.
    pub values: Vec<String>,
}

choice! {
    /// What a block is to the document.
    Role {
        /// Ordinary text.
        Text = "text",
        /// The heading of an agenda item.
        Item = "item",
        /// The heading of a part that is no agenda item.
        Part = "part",
        /// A field of an item: purpose, background, recommendation.
        Field = "field",
        /// A decision.
        Decision = "decision",
        /// An action.
        Action = "action",
        /// A vote.
        Vote = "vote",
        /// Somebody came or went.
        Attendance = "attendance",
        /// A dissent.
        Dissent = "dissent",
    }
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// What it is to the document.
    #[serde(default, skip_serializing_if = "is_default")]
    pub role: Role,
    /// Closed to the public.
    #[serde(default, skip_serializing_if = "is_default")]
    pub closed: bool,
    /// What it tells.
    #[serde(skip)]
    pub mark: Mark,
    /// What it says.
    #[serde(flatten)]
    pub body: Body,
}

/// What a block says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// A heading under the document's title.
    Heading {
        /// 2 for a part or an item, 3 under it.
        level: u8,
        /// The item's number, empty when it has none.
        number: String,
        /// The words.
        text: String,
        /// What stands beside it in small ("drøftelse, 30 min").
        note: String,
    },
    /// A paragraph.
    Paragraph {
        /// What it is ("Beslutning"), empty for plain text.
        label: String,
        /// The words.
        runs: Vec<Run>,
    },
    /// A list.
    List {
        /// Numbered.
        numbered: bool,
        /// Its points.
        points: Vec<Point>,
    },
    /// A table.
    Table {
        /// What it shows.
        caption: String,
        /// The columns' names.
        columns: Vec<String>,
        /// The rows; the first cell names the row.
        rows: Vec<Row>,
    },
    /// A picture of numbers; its table is beside it in every format.
    Chart(Chart),
}

/// Words set in one way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Set strongly.
    #[serde(skip_serializing_if = "is_default")]
    pub strong: bool,
    /// Where it leads, empty for no link.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// The kept file it names, as [`super::annexes::file_name`] calls it; empty for none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub file: String,
}

/// A point of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Point {
    /// Steps of indent, 0 to 4.
    #[serde(skip_serializing_if = "is_default")]
    pub indent: u8,
    /// The words.
    pub runs: Vec<Run>,
    /// Closed to the public.
    #[serde(skip_serializing_if = "is_default")]
    pub closed: bool,
    /// What it tells.
    #[serde(skip)]
    pub mark: Mark,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<String>,
    /// Closed to the public.
    #[serde(skip_serializing_if = "is_default")]
    pub closed: bool,
}

impl Run {
    /// Plain words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// Words that lead somewhere.
    pub fn link(text: impl Into<String>, link: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            link: link.into(),
            ..Self::default()
        }
    }

    /// The address, when it is one that a reader may be sent to.
    pub fn safe_link(&self) -> Option<&str> {
        let link = self.link.as_str();
        let known = ["https://", "http://", "mailto:"];
        let lower = link.to_ascii_lowercase();
        let known = known.iter().any(|start| lower.starts_with(start));
        ((known || is_beside(link))
            && !link.contains(|c: char| c.is_whitespace() || c.is_control()))
        .then_some(link)
    }
}

/// Columns and rows without the columns in which no row has anything: they take room from what is there.
pub fn filled(mut columns: Vec<String>, mut rows: Vec<Row>) -> (Vec<String>, Vec<Row>) {
    let has = |at: usize| {
        let mut cells = rows.iter().filter_map(|row| row.cells.get(at));
        cells.any(|cell| !cell.is_empty())
    };
    let kept: Vec<bool> = (0..columns.len()).map(has).collect();
    let left = |cells: &mut Vec<String>| {
        let mut kept = kept.iter().copied();
        cells.retain(|_| kept.next().unwrap_or(true));
    };
    rows.iter_mut().for_each(|row| left(&mut row.cells));
    left(&mut columns);
    (columns, rows)
}

impl Block {
    /// The heading of an item or a part.
    pub fn heading(role: Role, number: &str, text: impl Into<String>, note: &str) -> Self {
        Self::new(
            role,
            Body::Heading {
                level: 2,
                number: number.to_owned(),
                text: text.into(),
                note: note.to_owned(),
            },
        )
    }

    /// A paragraph with a label ("Formål"), or without one.
    pub fn paragraph(role: Role, label: &str, runs: Vec<Run>) -> Self {
        Self::new(
            role,
            Body::Paragraph {
                label: label.to_owned(),
                runs,
            },
        )
    }

    /// A plain paragraph.
    pub fn text(text: impl Into<String>) -> Self {
        Self::paragraph(Role::Text, "", vec![Run::plain(text)])
    }

    /// A table.
    pub fn table(caption: &str, columns: Vec<String>, rows: Vec<Row>) -> Self {
        Self::new(
            Role::Text,
            Body::Table {
                caption: caption.to_owned(),
                columns,
                rows,
            },
        )
    }

    /// A block of any kind, open to the public.
    pub fn new(role: Role, body: Body) -> Self {
        Self {
            role,
            closed: false,
            mark: Mark::default(),
            body,
        }
    }

    /// The same, telling of something that can be remarked on; `words` are what was written.
    pub fn telling(mut self, of: Marked, words: Range<usize>) -> Self {
        self.mark = Mark {
            of: Some(of),
            words,
        };
        self
    }

    /// The block without what is closed; `None` when nothing is left.
    fn opened(mut self) -> Option<Self> {
        if self.closed {
            return None;
        }
        let left = match &mut self.body {
            Body::List { points, .. } => {
                points.retain(|point| !point.closed);
                !points.is_empty()
            }
            Body::Table { rows, .. } => {
                rows.retain(|row| !row.closed);
                !rows.is_empty()
            }
            _ => true,
        };
        left.then_some(self)
    }
}

impl Outline {
    /// The version for everybody: without closed items.
    pub fn public(mut self) -> Self {
        self.remarks.clear();
        self.asks = false;
        let blocks = std::mem::take(&mut self.blocks);
        let blocks: Vec<Block> = blocks.into_iter().filter_map(Block::opened).collect();
        let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
        let mut blocks = blocks.into_iter().peekable();
        while let Some(block) = blocks.next() {
            let is_part = |block: &Block| matches!(block.body, Body::Heading { level: 2, .. });
            let empty = block.role == Role::Part && blocks.peek().is_none_or(is_part);
            if !empty {
                kept.push(block);
            }
        }
        self.blocks = kept;
        self
    }

    /// The outline as approval freezes it: JSON, and its blake3 hash.
    pub fn freeze(&self) -> (String, String) {
        let json = serde_json::to_string(self).unwrap_or_default();
        let hash = blake3::hash(json.as_bytes()).to_hex().to_string();
        (json, hash)
    }

    /// The outline an approval froze.
    ///
    /// # Errors
    /// When the frozen text does not have the hash it was approved with, or cannot be read.
    pub fn thaw(approval: &Approval) -> Result<Self, FrozenError> {
        let version = approval.version;
        let hash = blake3::hash(approval.outline.as_bytes()).to_hex();
        if hash.as_str() != approval.hash {
            return Err(FrozenError::Changed { version });
        }
        serde_json::from_str(&approval.outline)
            .map_err(|source| FrozenError::Unreadable { version, source })
    }
}

/// Approved minutes that cannot be shown as they were approved.
#[derive(Debug, thiserror::Error)]
pub enum FrozenError {
    /// The text is not the one that was approved.
    #[error(
        "version {version} of the approved minutes is not as it was approved; run \"referent check\""
    )]
    Changed {
        /// Which version.
        version: u32,
    },
    /// The text is of another program.
    #[error("version {version} of the approved minutes cannot be read: {source}")]
    Unreadable {
        /// Which version.
        version: u32,
        /// Why.
        source: serde_json::Error,
    },
}

/// A block of one of two outlines.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// In both.
    Same(Block),
    /// Only in the old one.
    Removed(Block),
    /// Only in the new one.
    Added(Block),
}

/// What a correction changes, block by block: the longest common run of blocks stays.
pub fn diff(old: &Outline, new: &Outline) -> Vec<Difference> {
    let (old, new) = (all_blocks(old), all_blocks(new));
    let steps = common::steps(&old, &new).into_iter();
    let block = |list: &[Block], at: usize| list.get(at).cloned();
    let told = steps.filter_map(|step| match step {
        Step::Same(_, at) => block(&new, at).map(Difference::Same),
        Step::Removed(at) => block(&old, at).map(Difference::Removed),
        Step::Added(at) => block(&new, at).map(Difference::Added),
    });
    told.collect()
}

/// The head's facts as paragraphs, then the blocks.
fn all_blocks(outline: &Outline) -> Vec<Block> {
    let fact = |fact: &Fact| {
        Block::paragraph(
            Role::Field,
            &fact.label,
            vec![Run::plain(fact.values.join("; "))],
        )
    };
    outline
        .facts
        .iter()
        .map(fact)
        .chain(outline.blocks.iter().cloned())
        .collect()
}
