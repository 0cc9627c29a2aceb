//! The letterhead at the top of the first page: the logo at the left, the sender at the right.

use krilla::image::Image;

use super::block::{Builder, SOFT};
use super::line::{Look, Words};
use super::slice::{Align, Paint, Piece, Set, Setter, Slice};
use super::tree::Kind;
use crate::documents::letterhead::{Letterhead, Logo};

/// The most room a logo takes.
const WIDEST: (f32, f32) = (190.0, 52.0);
const LEADING: f32 = 11.5;

impl Builder<'_> {
    /// The letterhead, if it has anything.
    pub fn letterhead(&mut self, letterhead: &Letterhead) {
        let mut head = Slice::default();
        if let Some(logo) = &letterhead.logo {
            self.logo(logo, &mut head);
        }
        let root = self.tree.root();
        let look = Look {
            bold: false,
            size: 9.0,
            colour: SOFT,
        };
        if !letterhead.address.is_empty() {
            let part = self.tree.part(root, Kind::Paragraph);
            let mut y = 0.0;
            for line in &letterhead.address {
                let words = [Words::new(&format!("{line} "), look)];
                let set = Set {
                    x: WIDEST.0 + 20.0,
                    width: self.width - WIDEST.0 - 20.0,
                    leading: LEADING,
                    align: Align::Right,
                    ..self.set(0.0)
                };
                let slices = Setter::new(self.fonts, &mut self.tree, part, &words).slices(set);
                for slice in slices {
                    let pieces = slice.pieces.into_iter();
                    head.pieces.extend(pieces.map(|piece| piece.down(y)));
                    y += slice.height;
                }
            }
            head.height = head.height.max(y);
        }
        if !head.pieces.is_empty() {
            head.height += 22.0;
            self.slices.push(head);
        }
    }

    /// A logo that cannot be read is left out.
    fn logo(&mut self, logo: &Logo, head: &mut Slice) {
        let Ok(image) = Image::from_png(logo.png.to_vec().into(), false) else {
            return;
        };
        let size = |points: u32| f32::from(u16::try_from(points).unwrap_or(u16::MAX)).max(1.0);
        let (width, height) = image.size();
        let (width, height) = (size(width), size(height));
        // Points of the screen are smaller than those of paper: a small logo is not blown up.
        let scale = (WIDEST.0 / width).min(WIDEST.1 / height).min(0.75);
        let size = (width * scale, height * scale);
        let root = self.tree.root();
        let figure = self.tree.part(root, Kind::Figure(logo.alt.clone()));
        let leaf = self.tree.leaf(figure);
        let at = (0.0, 0.0);
        let paint = Paint::Image { at, size, image };
        head.pieces.push(Piece::leaf(leaf, vec![paint]));
        head.height = size.1;
    }
}
