//! Sessions, the Unix socket, rebase on arrival.

pub mod event;
