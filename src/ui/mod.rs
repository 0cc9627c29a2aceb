//! The screen of the terminal program: what the panes draw, and how it reaches the terminal.

pub mod backend;
pub mod canvas;
pub mod draw;
mod form;
mod frame;
pub mod glyph;
mod home;
pub mod keyboard;
pub mod painter;
mod palette;
pub mod pen;
pub mod screen;
pub mod source;
pub mod terminal;
pub mod theme;
