//! One paragraph: its label, its lines, what stands at the right.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::App;
use crate::app::editor::wrap::Line;
use crate::app::keyname;
use crate::domain::minutes::{Entry, EntryKind, ParagraphStyle, ReadBack};
use crate::domain::network::Owner;
use crate::locale::Key;
use crate::ui::canvas::{fit, put, put_right};
use crate::ui::theme;

use super::LABEL;
use super::flow::Block;

/// Columns kept free at the right edge.
const MARGIN: u16 = 2;

/// Stands beside a paragraph another's caret is in.
const VISITED: &str = "›";
/// What the chair's screen shows.
const PINNED: &str = "•";

/// Stands before a comment.
const COMMENT: &str = "?";

/// Stands before what attendance says otherwise.
const OTHERWISE: &str = "!";

/// A row below a paragraph.
pub struct Remark {
    sign: &'static str,
    text: String,
}

/// Draws a paragraph, its first line on row `first` of the area, what is marked marked.
pub fn draw(
    buf: &mut Buffer,
    area: Rect,
    first: i32,
    app: &App,
    block: &Block<'_>,
    marked: Option<Range<usize>>,
) {
    let row = |line: usize| {
        let y = first + i32::try_from(line).ok()?;
        let y = u16::try_from(y).ok()?;
        (y < area.height).then_some(area.y + y)
    };
    if let (Some(y), Some(entry)) = (row(0), block.entry) {
        draw_label(buf, area, y, app, entry);
        draw_mark(buf, area, y, entry, block);
        if entry.pinned {
            put(buf, area.x, y, 1, PINNED, theme::KEY);
        }
        if app.is_visited(entry.id) {
            put(buf, area.x, y, 1, VISITED, theme::KEY);
        }
    }
    let style = style(block.entry);
    let wrong = wrong(app, block);
    let apart = Apart {
        marked: marked.as_ref(),
        wrong: &wrong,
    };
    for (number, line) in block.lines.iter().enumerate() {
        if let Some(y) = row(number) {
            draw_line(buf, area, y, block, line, style, &apart);
        }
    }
    let last = block.lines.len() + usize::from(block.has_tail_row());
    if let Some(y) = row(last.saturating_sub(1)).filter(|_| !block.tail.is_empty()) {
        let room = Rect {
            width: area.width.saturating_sub(MARGIN - 1),
            ..area
        };
        put_right(buf, room, y, &block.tail, theme::DIM);
    }
    for (number, remark) in block.remarks.iter().enumerate() {
        if let Some(y) = row(last + number) {
            let room = area.width.saturating_sub(LABEL + MARGIN);
            put(buf, area.x + 1, y, 1, remark.sign, theme::NOW);
            let text = fit(&remark.text, room);
            put(buf, area.x + LABEL, y, room, &text, theme::DIM);
        }
    }
}

/// The words of a paragraph that may be wrong; not the one being written.
fn wrong(app: &App, block: &Block<'_>) -> Vec<Range<usize>> {
    let caret = app.desk().and_then(|desk| desk.pencil.caret);
    let caret = caret.map(|caret| caret.place());
    let caret = caret.filter(|place| place.entry == block.id);
    let spelling = &app.view.spelling;
    spelling.wrong(&block.text, caret.map(|place| place.at))
}

/// What is not or not yet in the minutes looks less important.
fn style(entry: Option<&Entry>) -> Style {
    match entry {
        Some(entry) if entry.prepared || entry.kind == EntryKind::Private => theme::DIM,
        Some(entry) if entry.kind == EntryKind::Decision => theme::TITLE,
        Some(entry) if entry.style == ParagraphStyle::Heading => theme::TITLE,
        _ => theme::TEXT,
    }
}

fn draw_label(buf: &mut Buffer, area: Rect, y: u16, app: &App, entry: &Entry) {
    let key = match entry.kind {
        EntryKind::Decision => Key::LabelDecision,
        EntryKind::Action => Key::LabelAction,
        EntryKind::Vote => Key::LabelVote,
        EntryKind::Dissent => Key::LabelDissent,
        EntryKind::Private => Key::LabelPrivate,
        EntryKind::Idea => Key::LabelIdea,
        EntryKind::Help => Key::LabelHelp,
        EntryKind::Note | EntryKind::Attendance => return,
    };
    put(buf, area.x + 1, y, 1, &app.locale.text(key), theme::NOW);
    match entry.read_back() {
        ReadBack::Not => 0,
        ReadBack::Stands => put(buf, area.x + 2, y, 1, "✓", theme::DONE),
        ReadBack::Changed => put(buf, area.x + 2, y, 1, "!", theme::NOW),
    };
}

fn draw_mark(buf: &mut Buffer, area: Rect, y: u16, entry: &Entry, block: &Block<'_>) {
    let mark = match entry.style {
        ParagraphStyle::Plain | ParagraphStyle::Heading => return,
        ParagraphStyle::Bullet => "- ".to_owned(),
        ParagraphStyle::Numbered => format!("{}.", block.number),
    };
    let width = match entry.style {
        ParagraphStyle::Bullet => 2,
        _ => 3,
    };
    let indent = u16::try_from(block.shape.first).unwrap_or(0);
    let x = area.x + LABEL + indent.saturating_sub(width);
    put(buf, x, y, width, &mark, theme::TEXT);
}

/// What stands out in a line: what is marked, and words that may be wrong.
struct Apart<'a> {
    marked: Option<&'a Range<usize>>,
    wrong: &'a [Range<usize>],
}

impl Apart<'_> {
    fn style(&self, at: usize, style: Style) -> Style {
        let marked = self.marked.is_some_and(|range| range.contains(&at));
        let wrong = self.wrong.iter().any(|range| range.contains(&at));
        let style = match wrong {
            true => style.patch(theme::WRONG),
            false => style,
        };
        match marked {
            true => style.patch(theme::MARKED),
            false => style,
        }
    }
}

fn draw_line(
    buf: &mut Buffer,
    area: Rect,
    y: u16,
    block: &Block<'_>,
    line: &Line,
    style: Style,
    apart: &Apart<'_>,
) {
    let mut x = area.x + LABEL + u16::try_from(line.indent).unwrap_or(0);
    let ranges = apart.marked.into_iter().chain(apart.wrong);
    let inside = |at: &usize| *at > line.start && *at < line.end;
    let mut cuts: Vec<usize> = ranges
        .flat_map(|range| [range.start, range.end])
        .filter(inside)
        .collect();
    cuts.sort_unstable();
    cuts.push(line.end);
    let mut from = line.start;
    for to in cuts {
        let text = block.text.get(from..to).unwrap_or("");
        let room = area.right().saturating_sub(x);
        x += put(buf, x, y, room, text, apart.style(from, style));
        from = to;
    }
}

/// What stands at the right of an entry: owner and deadline, or that it is prepared.
pub fn tail(entry: &Entry, app: &App) -> String {
    let mut parts = Vec::new();
    if entry.kind == EntryKind::Action {
        if let (Some(register), false) = (app.docs.register(), entry.owner == Owner::Nobody) {
            parts.push(app.locale.owner(&entry.owner, register).into_owned());
        }
        if let Some(due) = &entry.due {
            let today = app.clock.local.date();
            let due = app.locale.language().due(due, today);
            let due = [("due", due.into())];
            parts.push(app.locale.text_with(Key::MinutesDeadline, &due));
        }
    }
    if let (Some(register), EntryKind::Dissent) = (app.docs.register(), entry.kind) {
        parts.push(app.locale.owners(entry, register));
        parts.retain(|part| !part.is_empty());
    }
    if entry.prepared {
        parts.push(app.locale.text(Key::EntryPrepared).into_owned());
    }
    parts.join(" · ")
}

/// Comments on an entry that nobody has answered, and what attendance says otherwise than its
/// words, a line each.
pub fn remarks(entry: &Entry, app: &App) -> Vec<Remark> {
    let meeting = app.desk().and_then(|desk| app.docs.meeting(desk.meeting));
    let Some(meeting) = meeting else {
        return Vec::new();
    };
    // With every letter: what hangs on other entries is not put in order.
    let open = meeting.comments_where(|it| it.entry == Some(entry.id) && it.is_open());
    let comments = open.into_iter().map(|comment| {
        let words = [
            ("by", comment.by.clone().into()),
            ("text", app.locale.comment_said(comment, meeting).into()),
        ];
        Remark {
            sign: COMMENT,
            text: app.locale.text_with(Key::CommentRemark, &words),
        }
    });
    let otherwise = app.locale.corrected(entry, meeting, app.register());
    let otherwise = otherwise.map(|said| Remark {
        sign: OTHERWISE,
        text: match way_back(entry, app) {
            Some(key) => {
                let words = [("said", said.into()), ("key", key.into())];
                app.locale.text_with(Key::AttendanceRemarkHere, &words)
            }
            None => (app.locale).text_with(Key::AttendanceRemark, &[("said", said.into())]),
        },
    });
    comments
        .chain(otherwise)
        .chain(unseen(entry, app))
        .collect()
}

/// Somebody speaks who is not noted as there, and the key of the door.
fn unseen(entry: &Entry, app: &App) -> Option<Remark> {
    let (person, stands) = app.unseen_speaker(entry)?;
    let said = Key::named(&format!("unseen-{}", stands.name()))?;
    let name = app.locale.person(person, app.register()).into_owned();
    let words = [
        ("name", name.into()),
        (
            "key",
            keyname::in_strip(app, "door").unwrap_or_default().into(),
        ),
    ];
    Some(Remark {
        sign: OTHERWISE,
        text: app.locale.text_with(said, &words),
    })
}

/// The key that lets the sentence the caret is in follow attendance again.
fn way_back(entry: &Entry, app: &App) -> Option<String> {
    let here = app.desk().is_some_and(|desk| desk.entry == Some(entry.id));
    keyname::in_strip(app, "entry-follow").filter(|_| here && app.can_follow(entry.id))
}
