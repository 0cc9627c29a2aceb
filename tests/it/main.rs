//! The integration tests: one binary.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod annex;
mod bad_input;
mod bad_line;
mod calendar;
mod chat;
mod cli;
mod crowd;
mod damage;
mod demo;
mod desk;
mod dice;
mod documents;
mod doors;
mod editor;
mod ends;
mod faults;
mod frames;
mod handover;
mod hostile;
mod house;
mod hub;
mod intake;
mod join;
mod kill;
mod letterhead;
mod letters;
mod line;
mod logistics;
mod mail;
mod mail_line;
mod members;
mod namespaces;
mod office;
mod own_texts;
mod pdf;
mod plan;
mod portal;
mod pty;
mod readme;
mod returned;
mod roles;
mod serve;
mod several;
mod silence;
mod ssh;
mod sync;
mod terminal;
mod together;
mod wire;
mod wishes;
mod word;
mod year;
