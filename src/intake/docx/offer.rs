//! A returned file as comments on the meeting's minutes.

use super::sides::{Block, New, View, blocks};
use super::who::{is_nobody, person};
use super::{BadDocument, Hand, Returned};
use crate::documents::mark::Marked;
use crate::documents::{Source, told_comments, written_entries};
use crate::domain::clean::{clean_line, clean_text};
use crate::domain::id::Id;
use crate::domain::minutes::{Comment, CommentKind};
use crate::locale::Key;

/// What a file is returned to.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The meeting and what its documents are made from.
    pub source: &'a Source<'a>,
    /// The file's name, for those who gave no other.
    pub file: &'a str,
    /// Now, milliseconds since 1970 UTC.
    pub now: i64,
}

/// What the file says that the meeting does not have yet.
///
/// # Errors
/// When nothing in it is of the meeting's minutes.
pub fn comments(
    returned: &Returned,
    ground: &Ground,
    new_id: &mut dyn FnMut() -> Id,
) -> Result<Vec<Comment>, BadDocument> {
    let mut desk = Desk {
        ground,
        blocks: bound(returned, ground),
        found: Vec::new(),
    };
    if desk.blocks.iter().all(|(_, of)| of.is_none()) {
        return Err(BadDocument::Elsewhere);
    }
    desk.changes(&returned.saved_by);
    desk.settle_moves();
    desk.remarks(returned);
    let mut taken: Vec<String> = ground
        .source
        .meeting
        .live_comments()
        .into_iter()
        .map(|it| it.source.clone())
        .collect();
    let mut fresh = Vec::new();
    for found in desk.found {
        if !taken.contains(&found.source) {
            taken.push(found.source.clone());
            fresh.push(Comment {
                id: new_id(),
                ..found
            });
        }
    }
    Ok(fresh)
}

/// What a block tells, and its words now.
type Bound = Option<(Marked, String)>;

/// The blocks, each with what it tells: by its bookmark, or by its words where that was lost.
fn bound(returned: &Returned, ground: &Ground) -> Vec<(Block, Bound)> {
    let source = ground.source;
    let known = written_entries(source);
    let mut taken: Vec<Marked> = Vec::new();
    let blocks = blocks(&returned.paragraphs);
    let mut rows: Vec<(Block, Bound)> = Vec::with_capacity(blocks.len());
    for block in blocks {
        let marks = block.marks.iter().filter_map(|name| Marked::read(name));
        let marks = marks.filter(|(of, _)| !block.is_new() && !taken.contains(of));
        let mut found =
            marks.filter_map(|(of, _)| Some((of, known.iter().find(|it| it.of == of)?)));
        let of = found.next().map(|(of, row)| (of, row.words.clone()));
        taken.extend(of.as_ref().map(|(of, _)| *of));
        rows.push((block, of));
    }
    for (block, of) in rows
        .iter_mut()
        .filter(|(block, of)| of.is_none() && !block.is_new())
    {
        let same = |row: &&crate::documents::Written| {
            !taken.contains(&row.of) && row.whole.trim() == block.whole.trim()
        };
        if let Some(row) = known.iter().find(same) {
            taken.push(row.of);
            *of = Some((row.of, row.words.clone()));
        }
    }
    rows
}

/// The work on one file.
struct Desk<'a> {
    ground: &'a Ground<'a>,
    blocks: Vec<(Block, Bound)>,
    found: Vec<Comment>,
}

/// Where the text is: the item, and the entry last seen in it.
#[derive(Clone, Copy, Default)]
struct Spot {
    item: Option<Id>,
    entry: Option<Id>,
}

impl Desk<'_> {
    /// What was changed, block by block.
    fn changes(&mut self, saved_by: &str) {
        let mut spot = Spot::default();
        for (block, of) in std::mem::take(&mut self.blocks) {
            for view in &block.views {
                self.additions(&view.hand, spot, &view.before);
            }
            match &of {
                Some((Marked::Item(item), _)) => {
                    spot = Spot {
                        item: Some(*item),
                        entry: None,
                    };
                    self.beside(&block, spot);
                }
                Some((Marked::Entry(entry), now)) => {
                    spot.entry = Some(*entry);
                    self.entry(&block, *entry, now, saved_by);
                }
                None if !block.is_new() => self.beside(&block, spot),
                None => {}
            }
            for view in &block.views {
                self.additions(&view.hand, spot, &view.after);
            }
            self.blocks.push((block, of));
        }
    }

    /// What was changed in an entry.
    fn entry(&mut self, block: &Block, entry: Id, now: &str, saved_by: &str) {
        let was = clean_line(block.words.trim());
        for view in &block.views {
            let words = clean_line(view.words.trim());
            let comment = Comment {
                entry: Some(entry),
                was: was.clone(),
                ..Comment::default()
            };
            if words.is_empty() {
                let moved = view.moved;
                self.add(
                    &view.hand,
                    Comment {
                        kind: if moved {
                            CommentKind::Move
                        } else {
                            CommentKind::Removal
                        },
                        ..comment
                    },
                );
                continue;
            }
            if words != was {
                self.add(
                    &view.hand,
                    Comment {
                        kind: CommentKind::Change,
                        proposed: words,
                        ..comment
                    },
                );
            }
            self.rest(view, block, Some(entry), None);
        }
        let marks = block.marks.iter().filter_map(|name| Marked::read(name));
        let hash = marks
            .into_iter()
            .find(|(of, _)| *of == Marked::Entry(entry));
        let untouched = block.views.is_empty();
        // Somebody wrote without tracking it.
        if untouched
            && hash.is_some_and(|(_, hash)| !Marked::is_as_left(hash, &was))
            && was != now.trim()
        {
            let left = hash.is_some_and(|(_, hash)| Marked::is_as_left(hash, now));
            let hand = Hand {
                by: saved_by.to_owned(),
                at: None,
            };
            let comment = Comment {
                entry: Some(entry),
                kind: CommentKind::Change,
                was: if left {
                    now.trim().to_owned()
                } else {
                    String::new()
                },
                proposed: was,
                ..Comment::default()
            };
            self.add(&hand, comment);
        }
    }

    /// Changes in what is no entry, as remarks.
    fn beside(&mut self, block: &Block, spot: Spot) {
        for view in &block.views {
            let (was, would) = (block.whole.trim(), view.whole.trim());
            if was != would {
                self.would_be(&view.hand, was, would, None, spot.item);
            }
        }
    }

    /// Changes of the program's words beside an entry's, and joins.
    fn rest(&mut self, view: &View, block: &Block, entry: Option<Id>, item: Option<Id>) {
        if view.beside {
            self.would_be(
                &view.hand,
                block.whole.trim(),
                view.whole.trim(),
                entry,
                item,
            );
        }
        if view.joined {
            let text = self.text(Key::CommentJoin);
            self.add(
                &view.hand,
                Comment {
                    entry,
                    item,
                    text,
                    ..Comment::default()
                },
            );
        }
    }

    fn would_be(
        &mut self,
        hand: &Hand,
        was: &str,
        would: &str,
        entry: Option<Id>,
        item: Option<Id>,
    ) {
        let args = [("was", was.into()), ("text", would.into())];
        let key = if would.is_empty() {
            Key::CommentWouldGo
        } else {
            Key::CommentWouldBe
        };
        let text = self.ground.source.locale().text_with(key, &args);
        let text = clean_line(&text);
        self.add(
            hand,
            Comment {
                entry,
                item,
                text,
                ..Comment::default()
            },
        );
    }

    fn additions(&mut self, hand: &Hand, spot: Spot, rows: &[New]) {
        for row in rows {
            let comment = Comment {
                kind: if row.moved {
                    CommentKind::Move
                } else {
                    CommentKind::Addition
                },
                item: spot.item,
                after: spot.entry,
                proposed: clean_line(row.words.trim()),
                ..Comment::default()
            };
            self.add(hand, comment);
        }
    }

    /// Puts together what was taken from one place with what was put in at another.
    fn settle_moves(&mut self) {
        let found = std::mem::take(&mut self.found);
        let (mut moves, rest): (Vec<_>, Vec<_>) = found
            .into_iter()
            .partition(|it| it.kind == CommentKind::Move);
        self.found = rest;
        while let Some(at) = moves.iter().position(|it| it.entry.is_some()) {
            let from = moves.remove(at);
            let to = moves
                .iter()
                .position(|it| it.entry.is_none() && it.by == from.by && it.proposed == from.was);
            let settled = match to.map(|at| moves.remove(at)) {
                Some(to) => Comment {
                    item: to.item,
                    after: to.after,
                    was: String::new(),
                    ..from
                },
                None => Comment {
                    kind: CommentKind::Removal,
                    ..from
                },
            };
            self.found.push(marked(settled));
        }
        for rest in moves {
            self.found.push(marked(Comment {
                kind: CommentKind::Addition,
                ..rest
            }));
        }
    }

    /// The comments in the margin, but those that went out with the file.
    fn remarks(&mut self, returned: &Returned) {
        let own = told_comments(self.ground.source);
        let answer = self.ground.source.locale();
        let answer = answer.text_with(Key::CommentToldAnswer, &[("text", "".into())]);
        let answer = format!("\n{}", answer.trim());
        for said in &returned.said {
            let spot = said.at.map(|at| self.spot(at)).unwrap_or_default();
            let of = spot.entry.map(Marked::Entry);
            let went_out = own.iter().any(|remark| {
                let text = clean_text(&remark.lines.join("\n"));
                let rest = said.text.strip_prefix(text.trim());
                let same = rest.is_some_and(|it| it.is_empty() || it.starts_with(&answer));
                let here = remark.of == of || remark.of.is_none() || of.is_none();
                remark.by == said.hand.by && same && here
            });
            if said.text.is_empty() || went_out {
                continue;
            }
            let whole = spot
                .words
                .is_none_or(|words| words.trim() == said.quoted.trim());
            let text = match whole || said.quoted.trim().is_empty() {
                true => said.text.clone(),
                false => {
                    let args = [
                        ("quote", said.quoted.trim().into()),
                        ("text", said.text.as_str().into()),
                    ];
                    self.ground
                        .source
                        .locale()
                        .text_with(Key::CommentQuoted, &args)
                }
            };
            let comment = Comment {
                entry: spot.entry,
                item: spot.item.filter(|_| spot.entry.is_none()),
                text: clean_text(&text),
                ..Comment::default()
            };
            self.add(&said.hand, comment);
        }
    }

    /// What a paragraph of the file belongs to.
    fn spot(&self, at: usize) -> Found<'_> {
        let mut item = None;
        for (block, of) in &self.blocks {
            if let Some((Marked::Item(id), _)) = of {
                item = Some(*id);
            }
            if block.places.contains(&at) {
                let entry = match of {
                    Some((Marked::Entry(id), _)) => Some(*id),
                    _ => None,
                };
                return Found {
                    item,
                    entry,
                    words: entry.map(|_| block.words.as_str()),
                };
            }
        }
        Found {
            item,
            ..Found::default()
        }
    }

    fn text(&self, key: Key) -> String {
        self.ground.source.locale().text(key).into_owned()
    }

    /// Adds what a hand did, in the name of whom the register knows.
    fn add(&mut self, hand: &Hand, comment: Comment) {
        let by = match is_nobody(&hand.by) {
            true => self.ground.file.to_owned(),
            false => hand.by.clone(),
        };
        let at = hand.at.filter(|at| *at > 0 && *at <= self.ground.now);
        let comment = marked(Comment {
            person: person(&by, self.ground.source.register),
            at: at.unwrap_or(self.ground.now),
            by,
            ..comment
        });
        self.found.push(comment);
    }
}

/// What a paragraph belongs to.
#[derive(Clone, Copy, Default)]
struct Found<'a> {
    item: Option<Id>,
    entry: Option<Id>,
    words: Option<&'a str>,
}

/// The comment with what it is known again by.
fn marked(comment: Comment) -> Comment {
    let parts = [
        comment.by.clone(),
        comment.kind.name().to_owned(),
        comment.entry.map(|id| id.to_string()).unwrap_or_default(),
        comment.item.map(|id| id.to_string()).unwrap_or_default(),
        comment.after.map(|id| id.to_string()).unwrap_or_default(),
        comment.text.clone(),
        comment.proposed.clone(),
    ];
    let hash = blake3::hash(parts.join("\u{1f}").as_bytes()).to_hex();
    let source = hash.as_str().chars().take(16).collect();
    Comment { source, ..comment }
}
