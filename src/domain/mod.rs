//! Plain types, ops, the fold and rebase: what a secretariat is. No I/O, no clock, no terminal.

pub mod agenda;
pub mod attendance;
pub mod attendance_ops;
pub mod batch;
pub mod bytes;
pub mod choice;
pub mod clean;
pub mod conflict;
pub mod counts;
pub mod desk;
pub mod draft;
pub mod due;
pub mod exchange;
#[cfg(test)]
pub(crate) mod fixture;
pub mod fold;
pub mod folding;
pub mod holidays;
pub mod id;
pub mod invitation;
pub mod line;
pub mod listing;
pub mod lock;
pub mod matching;
pub mod meeting;
pub mod minutes;
pub mod minutes_ops;
pub mod network;
pub mod news;
pub mod op;
pub mod peer;
pub mod plan;
pub mod pos;
pub mod programme;
pub mod proposal;
pub mod query;
pub mod question;
pub mod reason;
pub mod rebase;
pub mod record;
pub mod register;
pub mod role;
#[cfg(test)]
pub(crate) mod sample;
pub mod schedule;
pub mod secretariat;
pub mod serial;
pub mod setup;
pub mod succession;
pub mod terms;
pub mod text;
pub mod walk;
pub mod when;
#[cfg(test)]
pub(crate) mod world;
pub mod zone;
