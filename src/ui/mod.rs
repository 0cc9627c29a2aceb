//! The screen of the terminal program: what the panes draw, and how it reaches the terminal.

pub mod actions;
pub mod agenda;
pub mod backend;
pub mod canvas;
mod desk;
pub mod digits;
pub mod door;
pub mod draw;
mod echo;
#[cfg(test)]
mod errands;
mod figures;
mod followup;
mod form;
mod frame;
pub mod glyph;
mod history;
mod home;
pub mod keyboard;
mod letters;
pub mod listing;
pub mod live;
pub mod meeting;
pub mod minutes;
mod network;
mod pace;
pub mod painter;
mod palette;
mod pane;
mod panel;
pub mod participants;
pub mod pen;
mod people;
#[cfg(test)]
mod picture;
mod reader;
pub mod screen;
mod season;
pub mod source;
#[cfg(test)]
pub mod stage;
pub mod stages;
mod strip;
pub mod terminal;
pub mod terms;
pub mod theme;
pub mod wheel;
mod words;
mod year;
