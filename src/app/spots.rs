//! Where the rows of lists stand on the screen, as last drawn: for clicks. Drawing tells it; it must
//! not know what a row is.

use std::cell::RefCell;

use crate::domain::id::Id;

/// What stands in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A record's row.
    Row(Id),
    /// A row of the list over the screen, counted among those with something to do.
    Choice(usize),
    /// A field of the form over the screen; one more than they are is the button.
    Field(usize),
    /// The minutes, while another pane has the focus.
    Text,
    /// The line with the next step.
    NextStep,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    x: u16,
    y: u16,
    width: u16,
    spot: Spot,
}

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Spots(RefCell<Vec<Place>>);

impl Spots {
    /// Something new is drawn over all.
    pub fn clear(&self) {
        self.0.borrow_mut().clear();
    }

    /// A row was drawn, so many columns wide.
    pub fn put(&self, (x, y): (u16, u16), width: u16, spot: Spot) {
        self.0.borrow_mut().push(Place { x, y, width, spot });
    }

    /// What stands here.
    pub fn at(&self, x: u16, y: u16) -> Option<Spot> {
        let places = self.0.borrow();
        let here = |place: &&Place| {
            place.y == y && (place.x..place.x.saturating_add(place.width)).contains(&x)
        };
        places.iter().rev().find(here).map(|place| place.spot)
    }
}
