//! `referent`: a terminal program for the secretariat of a network.
//!
//! The map of the house, dependencies pointing left:
//! `domain ← journal ← store ← hub ← runtime`;
//! `domain ← locale ← documents ← intake ← app ← ui ← runtime`; `cli` is on top.
//! `tests/it/house.rs` fails on any other arrow.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        missing_docs
    )
)]

pub mod app;
pub mod cli;
pub mod documents;
pub mod domain;
pub mod hub;
pub mod intake;
pub mod journal;
pub mod locale;
pub mod runtime;
pub mod store;
pub mod ui;
