//! The integration tests: one binary.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod cli;
mod demo;
mod ends;
mod faults;
mod house;
mod hub;
mod kill;
mod office;
mod pty;
mod readme;
mod terminal;
mod together;
