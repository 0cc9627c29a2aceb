//! Styles by meaning. State is never colour alone: each has an attribute or a sign beside it.

use ratatui::style::{Color, Modifier, Style};

/// Ordinary text.
pub const TEXT: Style = Style::new();
/// Headings and titles.
pub const TITLE: Style = Style::new().add_modifier(Modifier::BOLD);
/// What is less important.
pub const DIM: Style = Style::new().fg(Color::DarkGray);
/// The bars at the top and the bottom.
pub const BAR: Style = Style::new().add_modifier(Modifier::REVERSED);
/// The selected row of the pane with the focus.
pub const SELECTED: Style = Style::new().add_modifier(Modifier::REVERSED);
/// A key in a hint.
pub const KEY: Style = Style::new().add_modifier(Modifier::BOLD);
/// Something is wrong or late; always with a word or sign.
pub const ALARM: Style = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
/// Something is done or in order; always with a word or sign.
pub const DONE: Style = Style::new().fg(Color::Green);
/// The thing to do now.
pub const NOW: Style = Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD);
/// Selected text.
pub const MARKED: Style = Style::new().add_modifier(Modifier::REVERSED);
/// A word that may be written wrongly.
pub const WRONG: Style = Style::new().add_modifier(Modifier::UNDERLINED);
