//! The text-editing core of the minutes: wrapping, caret, moves, edits, clipboard.
//!
//! Owns how text is walked, marked and changed, always by whole graphemes. The minutes of an item are
//! paragraphs, each with an id and a text without line breaks; whoever holds them shows them through
//! [`caret::Paragraphs`] and turns the [`edit::Edit`]s into ops. It must not know ops, meetings, commands,
//! the screen or the clock, and does no I/O. Every function is total: a stale place is brought back, never a panic.

pub mod caret;
pub mod clipboard;
pub mod edit;
pub mod grapheme;
pub mod motion;
pub mod wrap;

#[cfg(test)]
mod model;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tables;
