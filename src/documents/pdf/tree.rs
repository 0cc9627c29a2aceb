//! The structure of a PDF as those who hear it meet it: a tree of parts, and the leaves that are drawn.
//! It must not know where anything stands.

use std::num::NonZeroU16;

use krilla::geom::Rect;
use krilla::tagging::{
    BBox, Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

/// What a part is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Root,
    Heading(u16, String),
    Paragraph,
    List { numbered: bool },
    Point,
    Label,
    Body,
    Table,
    Head,
    Rows,
    Row,
    ColumnName,
    RowName,
    Cell,
    Caption,
    Figure(String),
    Link,
    Section,
}

/// A part's place in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part(usize);

/// A leaf's number: it is drawn exactly once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Leaf(usize);

enum Child {
    Part(Part),
    Leaf(Leaf),
}

/// The tree.
pub(super) struct Tree {
    parts: Vec<(Kind, Vec<Child>)>,
    leaves: usize,
}

/// The page and the box of a picture; nothing for words.
pub(super) type Place = Option<(usize, Rect)>;

/// The leaves as they were drawn.
pub(super) struct Drawn {
    leaves: Vec<Option<(Identifier, Place)>>,
}

impl Tree {
    pub fn new() -> Self {
        Self {
            parts: vec![(Kind::Root, Vec::new())],
            leaves: 0,
        }
    }

    /// What holds all.
    pub fn root(&self) -> Part {
        Part(0)
    }

    /// A new part, the last of another.
    pub fn part(&mut self, of: Part, kind: Kind) -> Part {
        let part = Part(self.parts.len());
        self.parts.push((kind, Vec::new()));
        if let Some((_, children)) = self.parts.get_mut(of.0) {
            children.push(Child::Part(part));
        }
        part
    }

    /// A new leaf, the last of a part.
    pub fn leaf(&mut self, of: Part) -> Leaf {
        let leaf = Leaf(self.leaves);
        self.leaves += 1;
        if let Some((_, children)) = self.parts.get_mut(of.0) {
            children.push(Child::Leaf(leaf));
        }
        leaf
    }

    /// Room for what is drawn.
    pub fn undrawn(&self) -> Drawn {
        Drawn {
            leaves: vec![None; self.leaves],
        }
    }

    /// The tree as the file has it.
    pub fn tagged(&self, drawn: &Drawn) -> TagTree {
        let mut tree = TagTree::new();
        for child in self.children(Part(0)) {
            if let Some(node) = self.node(child, drawn) {
                tree.push(node);
            }
        }
        tree
    }

    fn children(&self, part: Part) -> &[Child] {
        self.parts.get(part.0).map_or(&[], |(_, children)| children)
    }

    fn is_drawn(&self, child: &Child, drawn: &Drawn) -> bool {
        match child {
            Child::Leaf(leaf) => drawn.leaves.get(leaf.0).is_some_and(Option::is_some),
            Child::Part(part) => (self.children(*part).iter()).any(|it| self.is_drawn(it, drawn)),
        }
    }

    fn node(&self, child: &Child, drawn: &Drawn) -> Option<Node> {
        let part = match child {
            Child::Leaf(leaf) => {
                let (identifier, _) = drawn.leaves.get(leaf.0)?.as_ref()?;
                return Some(Node::Leaf(*identifier));
            }
            Child::Part(part) => *part,
        };
        let (kind, children) = self.parts.get(part.0)?;
        // A row that found no room is not read either.
        if *kind == Kind::Row && !self.is_drawn(child, drawn) {
            return None;
        }
        let mut group = TagGroup::new(tag(kind, drawn.place(children)));
        for child in children {
            if let Some(node) = self.node(child, drawn) {
                group.push(node);
            }
        }
        Some(Node::Group(group))
    }
}

impl Drawn {
    /// Notes a leaf as drawn, and where, when that matters.
    pub fn note(&mut self, leaf: Leaf, identifier: Identifier, place: Place) {
        if let Some(room) = self.leaves.get_mut(leaf.0) {
            *room = Some((identifier, place));
        }
    }

    fn place(&self, children: &[Child]) -> Option<BBox> {
        let [Child::Leaf(leaf)] = children else {
            return None;
        };
        let (_, place) = self.leaves.get(leaf.0)?.as_ref()?;
        place.map(|(page, rect)| BBox::new(page, rect))
    }
}

fn tag(kind: &Kind, place: Option<BBox>) -> TagKind {
    match kind {
        Kind::Root | Kind::Section => Tag::Section.into(),
        Kind::Heading(level, title) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(title.clone())).into()
        }
        Kind::Paragraph => Tag::P.into(),
        Kind::List { numbered: true } => Tag::L(ListNumbering::Decimal).into(),
        Kind::List { numbered: false } => Tag::L(ListNumbering::Disc).into(),
        Kind::Point => Tag::LI.into(),
        Kind::Label => Tag::Lbl.into(),
        Kind::Body => Tag::LBody.into(),
        Kind::Table => Tag::Table.into(),
        Kind::Head => Tag::THead.into(),
        Kind::Rows => Tag::TBody.into(),
        Kind::Row => Tag::TR.into(),
        Kind::ColumnName => Tag::TH(TableHeaderScope::Column).into(),
        Kind::RowName => Tag::TH(TableHeaderScope::Row).into(),
        Kind::Cell => Tag::TD.into(),
        Kind::Caption => Tag::Caption.into(),
        Kind::Figure(alt) => Tag::Figure(Some(alt.clone())).with_bbox(place).into(),
        Kind::Link => Tag::Link.into(),
    }
}
