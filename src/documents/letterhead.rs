//! The letterhead: what stands round every document of a network.
//!
//! It owns the sender's logo, colour, address and footer as renderers use them. It must not know
//! where they are kept, nor any format.

use std::sync::Arc;

/// What stands round a network's documents; every part may be empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Letterhead {
    /// The picture at the top.
    pub logo: Option<Logo>,
    /// The sender's lines at the top: name, street, town.
    pub address: Vec<String>,
    /// What stands at the bottom of every page.
    pub footer: String,
    /// The colour of headings and rules as red, green and blue; dark enough to be read on white.
    pub colour: Option<[u8; 3]>,
    /// When the document is made, in milliseconds since 1970 UTC: what its file says of itself.
    pub made: i64,
}

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Logo {
    /// The PNG file.
    pub png: Arc<[u8]>,
    /// What it shows, for those who do not see it.
    pub alt: String,
}
