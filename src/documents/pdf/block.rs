//! An outline's blocks as slices and parts of the tree. It must not know pages.

use krilla::tagging::ArtifactType;

use super::font::Fonts;
use super::line::{Look, Words};
use super::slice::{Align, Colour, Ground, Paint, Piece, Set, Setter, Slice};
use super::svg;
use super::tree::{Kind, Part, Tree};
use crate::documents::chart::Chart;
use crate::documents::line::line;
use crate::documents::outline::{Block, Body, Fact, Point, Role, Run};
use crate::documents::text::count;

/// Sizes of words, in points.
pub(super) const BODY: f32 = 10.5;
/// The distance of lines.
pub(super) const LEADING: f32 = 15.0;
/// The colour of words.
pub(super) const INK: Colour = [0x1a, 0x1a, 0x1a];
/// The colour of what stands back.
pub(super) const SOFT: Colour = [0x55, 0x55, 0x55];
/// The colour of thin lines.
pub(super) const RULE: Colour = [0xb8, 0xb8, 0xb8];
/// The background of decisions, actions and tables' heads.
pub(super) const MARK: Colour = [0xf0, 0xf4, 0xf8];
/// Room for a point's sign.
const HANG: f32 = 18.0;

/// What an outline has become so far.
pub(super) struct Builder<'a> {
    pub fonts: &'a Fonts,
    pub tree: Tree,
    pub slices: Vec<Slice>,
    /// The tables' heads as later pages repeat them.
    pub heads: Vec<Slice>,
    /// All there is.
    pub blocks: &'a [Block],
    pub width: f32,
    pub accent: Colour,
}

/// Plain words.
pub(super) fn body(bold: bool) -> Look {
    Look {
        bold,
        size: BODY,
        colour: INK,
    }
}

impl Builder<'_> {
    /// A paragraph's place: the whole width.
    pub fn set(&self, before: f32) -> Set {
        Set {
            x: 0.0,
            width: self.width,
            leading: LEADING,
            before,
            keep: false,
            ground: None,
            align: Align::Left,
        }
    }

    /// A paragraph of its own kind.
    pub fn put(&mut self, kind: Kind, words: &[Words], set: Set) -> Part {
        let root = self.tree.root();
        let part = self.tree.part(root, kind);
        let slices = Setter::new(self.fonts, &mut self.tree, part, words).slices(set);
        self.slices.extend(slices);
        part
    }

    /// The title, and where the document stands.
    pub fn title(&mut self, title: &str, status: &str) {
        let look = Look {
            bold: true,
            size: 19.0,
            colour: self.accent,
        };
        let set = Set {
            leading: 25.0,
            keep: true,
            ..self.set(0.0)
        };
        let first = self.slices.len();
        self.put(
            Kind::Heading(1, line(title)),
            &[Words::new(title, look)],
            set,
        );
        self.name(first, 1, title);
        if !status.is_empty() {
            let set = Set {
                ground: Some(self.ground()),
                ..self.set(6.0)
            };
            self.put(Kind::Paragraph, &[Words::new(status, body(true))], set);
        }
    }

    fn name(&mut self, slice: usize, level: u16, text: &str) {
        if let Some(slice) = self.slices.get_mut(slice) {
            slice.bookmark = Some((level, line(text)));
        }
    }

    fn ground(&self) -> Ground {
        Ground {
            colour: MARK,
            bar: self.accent,
        }
    }

    /// The head's facts: a list whose labels stand in a column.
    pub fn facts(&mut self, facts: &[Fact]) {
        if facts.is_empty() {
            return;
        }
        let face = self.fonts.face(true);
        let labels = facts
            .iter()
            .map(|fact| face.width(&line(&fact.label), BODY));
        let column = labels.fold(0.0, f32::max).min(self.width / 3.0) + 14.0;
        let root = self.tree.root();
        let list = self.tree.part(root, Kind::List { numbered: false });
        for (at, fact) in facts.iter().enumerate() {
            let point = self.tree.part(list, Kind::Point);
            let label = self.tree.part(point, Kind::Label);
            let text = [Words::new(&fact.label, body(true))];
            let set = Set {
                width: column - 8.0,
                ..self.set(if at == 0 { 12.0 } else { 2.0 })
            };
            let mut slices = Setter::new(self.fonts, &mut self.tree, label, &text).slices(set);
            let values = self.tree.part(point, Kind::Body);
            let mut lines = Vec::new();
            for value in &fact.values {
                let text = [Words::new(value, body(false))];
                let set = Set {
                    x: column,
                    width: self.width - column,
                    ..self.set(0.0)
                };
                lines.extend(Setter::new(self.fonts, &mut self.tree, values, &text).slices(set));
            }
            beside(&mut slices, lines);
            self.slices.append(&mut slices);
        }
    }

    /// A block.
    pub fn block(&mut self, block: &Block) {
        match &block.body {
            Body::Heading {
                level,
                number,
                text,
                note,
            } => self.heading(u16::from(*level), number, text, note),
            Body::Paragraph { label, runs } => self.paragraph(block.role, label, runs),
            Body::List { numbered, points } => self.list(*numbered, points),
            Body::Table {
                caption,
                columns,
                rows,
            } => self.table(caption, columns, rows),
            Body::Chart(chart) => self.chart(chart),
        }
    }

    /// What follows need not stand on the page of what was put last.
    pub fn let_go(&mut self) {
        if let Some(last) = self.slices.last_mut() {
            last.keep = false;
        }
    }

    fn heading(&mut self, level: u16, number: &str, text: &str, note: &str) {
        let level = level.clamp(2, 6);
        let (size, leading, before) = match level {
            2 => (13.0, 18.0, 18.0),
            _ => (11.0, 15.0, 12.0),
        };
        let colour = if level == 2 { self.accent } else { INK };
        let look = Look {
            bold: true,
            size,
            colour,
        };
        let whole = match number.is_empty() {
            true => text.to_owned(),
            false => format!("{number}. {text}"),
        };
        let mut words = vec![Words::new(&whole, look)];
        if !note.is_empty() {
            let look = Look {
                bold: false,
                size: 9.5,
                colour: SOFT,
            };
            let mut note = Words::new(&format!("({note})"), look);
            note.text.insert(0, ' ');
            words.push(note);
        }
        let set = Set {
            leading,
            keep: true,
            ..self.set(before)
        };
        let first = self.slices.len();
        self.put(Kind::Heading(level, line(&whole)), &words, set);
        self.name(first, level, &whole);
        if level == 2 {
            let rule = Paint::Fill {
                at: (0.0, 1.0),
                size: (self.width, 0.6),
                colour: RULE,
            };
            self.slices.push(Slice {
                height: 3.0,
                keep: true,
                pieces: vec![Piece::artifact(ArtifactType::Layout, vec![rule])],
                ..Slice::default()
            });
        }
    }

    fn paragraph(&mut self, role: Role, label: &str, runs: &[Run]) {
        let ground = match role {
            Role::Decision | Role::Action | Role::Vote | Role::Dissent => Some(self.ground()),
            _ => None,
        };
        let colour = if role == Role::Attendance { SOFT } else { INK };
        let mut words = Vec::new();
        if !label.is_empty() {
            let mut label = Words::new(&format!("{label}:"), body(true));
            if !runs.is_empty() {
                label.text.push(' ');
            }
            words.push(label);
        }
        words.extend(runs.iter().map(|run| written(run, colour)));
        let set = Set {
            ground,
            keep: runs.is_empty(),
            ..self.set(6.0)
        };
        self.put(Kind::Paragraph, &words, set);
    }

    fn list(&mut self, numbered: bool, points: &[Point]) {
        let root = self.tree.root();
        let mut lists = vec![self.tree.part(root, Kind::List { numbered })];
        let mut bodies: Vec<Part> = Vec::new();
        let mut numbers = [0usize; 5];
        for (at, point) in points.iter().enumerate() {
            let depth = usize::from(point.indent.min(4));
            let number = count(&mut numbers, depth);
            // A point deeper by several steps is in the list of the last one above it.
            let level = depth.min(bodies.len());
            lists.truncate(level + 1);
            bodies.truncate(level);
            if lists.len() <= level {
                let of = bodies.last().copied().unwrap_or(root);
                lists.push(self.tree.part(of, Kind::List { numbered }));
            }
            let list = lists.last().copied().unwrap_or(root);
            let part = self.tree.part(list, Kind::Point);
            let sign = match (numbered, depth % 2) {
                (true, _) => format!("{number}."),
                (false, 0) => "•".to_owned(),
                (false, _) => "–".to_owned(),
            };
            let before = if at == 0 { 6.0 } else { 2.0 };
            self.point(part, &sign, point, before, &mut bodies);
            // No point stands alone on a page.
            if let Some(last) = self.slices.last_mut() {
                last.keep = at + 1 < points.len() && (at == 0 || at + 2 == points.len());
            }
        }
    }

    fn point(
        &mut self,
        part: Part,
        sign: &str,
        point: &Point,
        before: f32,
        bodies: &mut Vec<Part>,
    ) {
        let x = f32::from(point.indent.min(4)) * HANG;
        let label = self.tree.part(part, Kind::Label);
        let text = [Words::new(sign, body(false))];
        let set = Set {
            x,
            width: HANG,
            ..self.set(before)
        };
        let mut slices = Setter::new(self.fonts, &mut self.tree, label, &text).slices(set);
        let inner = self.tree.part(part, Kind::Body);
        let words: Vec<Words> = point.runs.iter().map(|run| written(run, INK)).collect();
        let set = Set {
            x: x + HANG,
            width: self.width - x - HANG,
            ..self.set(0.0)
        };
        let lines = Setter::new(self.fonts, &mut self.tree, inner, &words).slices(set);
        beside(&mut slices, lines);
        self.slices.append(&mut slices);
        bodies.push(inner);
    }

    fn chart(&mut self, chart: &Chart) {
        let Some(drawing) = svg::read(&chart.svg()) else {
            return self.table(chart.caption(), &chart.columns(), &chart.cells());
        };
        let alt = match chart.title.is_empty() {
            true => chart.series.join(", "),
            false => line(&chart.title),
        };
        // Over both of them: between the two it would be taken for the next picture's.
        if !chart.caption().is_empty() {
            let set = Set {
                keep: true,
                ..self.set(12.0)
            };
            let caption = Words::new(chart.caption(), body(true));
            self.put(Kind::Paragraph, &[caption], set);
        }
        self.figure(&alt, drawing, 1.0);
        self.table("", &chart.columns(), &chart.cells());
    }

    /// A picture of a part of the width, in the middle; what follows is on its page.
    pub fn figure(&mut self, alt: &str, drawing: svg::Drawing, part: f32) {
        let width = self.width * part;
        let height = width * drawing.height / drawing.width.max(1.0);
        let root = self.tree.root();
        let figure = self.tree.part(root, Kind::Figure(alt.to_owned()));
        let leaf = self.tree.leaf(figure);
        let paint = Paint::Drawing {
            at: ((self.width - width) / 2.0, 0.0),
            width,
            drawing,
        };
        self.slices.push(Slice {
            before: 10.0,
            height,
            keep: true,
            pieces: vec![Piece::leaf(leaf, vec![paint])],
            ..Slice::default()
        });
    }
}

/// A run's words.
fn written(run: &Run, colour: Colour) -> Words {
    let look = Look {
        colour,
        ..body(run.strong)
    };
    let link = run.safe_link().map(str::to_owned);
    Words {
        link,
        ..Words::new(&run.text, look)
    }
}

/// Lays lines beside others, from the first one on.
fn beside(slices: &mut Vec<Slice>, lines: Vec<Slice>) {
    let mut lines = lines.into_iter();
    for slice in slices.iter_mut() {
        if let Some(line) = lines.next() {
            slice.pieces.extend(line.pieces);
            slice.height = slice.height.max(line.height);
            slice.keep |= line.keep;
        }
    }
    slices.extend(lines);
}
