//! The screen of the terminal program: what the panes draw, and how it reaches the terminal.

pub mod backend;
pub mod glyph;
pub mod keyboard;
pub mod pen;
pub mod screen;
pub mod source;
pub mod terminal;
