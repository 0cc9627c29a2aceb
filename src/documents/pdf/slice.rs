//! What is drawn, in slices that no page break cuts. It must not know what they say.

use krilla::tagging::ArtifactType;

use super::font::Fonts;
use super::line::{Line, Look, Words, broken};
use super::svg::Drawing;
use super::tree::{Kind, Leaf, Part, Tree};

/// A colour as red, green and blue.
pub(super) type Colour = [u8; 3];

/// Something drawn; places are in points from the slice's left and top.
#[derive(Clone, Debug)]
pub(super) enum Paint {
    /// Words on a baseline.
    Text {
        at: (f32, f32),
        look: Look,
        text: String,
    },
    /// A filled rectangle.
    Fill {
        at: (f32, f32),
        size: (f32, f32),
        colour: Colour,
    },
    /// A picture made of lines and shapes.
    Drawing {
        at: (f32, f32),
        width: f32,
        drawing: Drawing,
    },
    /// A picture made of points.
    Image {
        at: (f32, f32),
        size: (f32, f32),
        image: krilla::image::Image,
    },
}

/// What a piece is to those who do not see it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mark {
    /// Nothing: a rule, a background, a page's number.
    Artifact(ArtifactType),
    /// A leaf of the tree.
    Leaf(Leaf),
}

/// Where a piece leads when it is pressed.
#[derive(Clone, Debug)]
pub(super) struct Press {
    pub leaf: Leaf,
    pub link: String,
    pub alt: String,
    pub at: (f32, f32),
    pub size: (f32, f32),
}

/// Paints that belong together.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub mark: Mark,
    pub paints: Vec<Paint>,
    pub press: Option<Press>,
}

impl Piece {
    /// What only eyes meet.
    pub fn artifact(kind: ArtifactType, paints: Vec<Paint>) -> Self {
        Self {
            mark: Mark::Artifact(kind),
            paints,
            press: None,
        }
    }

    /// What is a leaf of the tree.
    pub fn leaf(leaf: Leaf, paints: Vec<Paint>) -> Self {
        Self {
            mark: Mark::Leaf(leaf),
            paints,
            press: None,
        }
    }
}

/// A band of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Slice {
    /// Room above it, unless it begins a page.
    pub before: f32,
    pub height: f32,
    /// It stands on the same page as the next one.
    pub keep: bool,
    pub pieces: Vec<Piece>,
    /// The table it is a row of: its head is repeated where a page begins with it.
    pub table: Option<usize>,
    /// A row to write in that is not worth a new page.
    pub spare: bool,
    /// It begins a part that the bookmarks name, at a level.
    pub bookmark: Option<(u16, String)>,
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Set {
    pub x: f32,
    pub width: f32,
    pub leading: f32,
    pub before: f32,
    /// It stands on the same page as what follows.
    pub keep: bool,
    /// Its background.
    pub ground: Option<Ground>,
    pub align: Align,
}

/// A background with a bar at its left.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ground {
    pub colour: Colour,
    pub bar: Colour,
}

/// To which side a line is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Align {
    #[default]
    Left,
    Right,
    Middle,
}

/// Room between a ground's edge and its words.
pub(super) const INSET: f32 = 8.0;

/// Room above and below the words in a ground.
const PAD: f32 = 4.0;

/// The leaves of one paragraph: links are parts of their own, and stay one over several lines.
pub(super) struct Setter<'a> {
    pub fonts: &'a Fonts,
    pub tree: &'a mut Tree,
    pub part: Part,
    pub words: &'a [Words],
    links: Vec<Option<Part>>,
}

impl<'a> Setter<'a> {
    pub fn new(fonts: &'a Fonts, tree: &'a mut Tree, part: Part, words: &'a [Words]) -> Self {
        let links = vec![None; words.len()];
        Self {
            fonts,
            tree,
            part,
            words,
            links,
        }
    }

    /// The paragraph as slices, a line each; a single line stands alone on no page.
    pub fn slices(&mut self, set: Set) -> Vec<Slice> {
        let inset = if set.ground.is_some() { INSET } else { 0.0 };
        let lines = broken(self.fonts, self.words, set.width - 2.0 * inset);
        let count = lines.len();
        let mut slices = Vec::with_capacity(count);
        for (at, line) in lines.iter().enumerate() {
            let (first, last) = (at == 0, at + 1 == count);
            let (top, bottom) = match set.ground {
                Some(_) => (if first { PAD } else { 0.0 }, if last { PAD } else { 0.0 }),
                None => (0.0, 0.0),
            };
            let height = top + set.leading + bottom;
            let mut pieces = Vec::new();
            pieces.extend(
                set.ground
                    .map(|ground| ground.piece(set.x, set.width, height)),
            );
            let left = match set.align {
                Align::Left => set.x + inset,
                Align::Right => set.x + set.width - line.width,
                Align::Middle => set.x + (set.width - line.width) / 2.0,
            };
            pieces.extend(self.line(line, left, top, set.leading));
            slices.push(Slice {
                before: if first { set.before } else { 0.0 },
                height,
                keep: if last {
                    set.keep
                } else {
                    first || at + 2 == count
                },
                pieces,
                ..Slice::default()
            });
        }
        slices
    }

    /// A line's pieces.
    pub fn line(&mut self, line: &Line, left: f32, top: f32, leading: f32) -> Vec<Piece> {
        let sizes = line.spans.iter().filter_map(|span| self.words.get(span.of));
        let size = sizes.map(|words| words.look.size).fold(0.0, f32::max);
        let baseline = top + (leading + size * 0.7) / 2.0;
        let mut pieces = Vec::new();
        for span in &line.spans {
            let Some(words) = self.words.get(span.of) else {
                continue;
            };
            let at = (left + span.x, baseline);
            let paint = Paint::Text {
                at,
                look: words.look,
                text: span.text.clone(),
            };
            let Some(link) = &words.link else {
                let leaf = self.tree.leaf(self.part);
                pieces.push(Piece::leaf(leaf, vec![paint]));
                continue;
            };
            let part = self.link(span.of);
            let leaf = self.tree.leaf(part);
            let under = Paint::Fill {
                at: (at.0, baseline + 1.2),
                size: (span.width, 0.5),
                colour: words.look.colour,
            };
            let press = Press {
                leaf: self.tree.leaf(part),
                link: link.clone(),
                alt: words.text.clone(),
                at: (at.0, top),
                size: (span.width.max(0.1), leading),
            };
            pieces.push(Piece {
                press: Some(press),
                ..Piece::leaf(leaf, vec![paint])
            });
            pieces.push(Piece::artifact(ArtifactType::Layout, vec![under]));
        }
        pieces
    }

    fn link(&mut self, of: usize) -> Part {
        if let Some(Some(part)) = self.links.get(of) {
            return *part;
        }
        let part = self.tree.part(self.part, Kind::Link);
        if let Some(room) = self.links.get_mut(of) {
            *room = Some(part);
        }
        part
    }
}

impl Ground {
    fn piece(self, x: f32, width: f32, height: f32) -> Piece {
        let fill = |at, size, colour| Paint::Fill { at, size, colour };
        let paints = vec![
            fill((x, 0.0), (width, height), self.colour),
            fill((x, 0.0), (2.5, height), self.bar),
        ];
        Piece::artifact(ArtifactType::Layout, paints)
    }
}

impl Piece {
    /// The same further down.
    pub fn down(mut self, by: f32) -> Self {
        for paint in &mut self.paints {
            paint.at_mut().1 += by;
        }
        if let Some(press) = &mut self.press {
            press.at.1 += by;
        }
        self
    }

    /// Where it begins, from the slice's top.
    pub fn top(&self) -> f32 {
        let tops = self.paints.iter().map(|paint| match paint {
            Paint::Text { at, look, .. } => at.1 - look.size,
            Paint::Fill { at, .. } | Paint::Drawing { at, .. } | Paint::Image { at, .. } => at.1,
        });
        tops.fold(f32::INFINITY, f32::min)
    }
}

impl Paint {
    fn at_mut(&mut self) -> &mut (f32, f32) {
        match self {
            Self::Text { at, .. }
            | Self::Fill { at, .. }
            | Self::Drawing { at, .. }
            | Self::Image { at, .. } => at,
        }
    }
}
