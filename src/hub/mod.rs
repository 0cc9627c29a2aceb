//! Sessions and the one process that holds the folder: order, rebase on arrival, the Unix socket, taking over.
//!
//! Owns the data folder's lock, the socket, the files of pending work, and the thread that journal and store live on.
//! Knows no screen and no keys: sessions get [`event::Event`]s. [`link::connect`] and [`link::serve`] are the only ways in.

mod asking;
mod connection;
mod core;
mod erasure;
pub mod event;
mod folder;
mod guest;
pub mod link;
mod opening;
mod pending;
mod presence;
mod pulse;
mod quiet;
mod relay;
mod server;
mod session;
mod submit;
mod wire;

pub use crate::store::hush;
pub use folder::{await_free, create_folder, hold};
pub use link::{Error, Link, Options, Serving, Sink, channel, connect, serve};
