//! Sessions and the one process that holds the folder: order, rebase on arrival, the Unix socket, taking over.
//!
//! Owns the data folder's lock, the socket, the files of pending work, and the thread that journal and store live on.
//! Knows no screen and no keys: sessions get [`event::Event`]s. [`link::connect`] and [`serving::serve`] are the only ways in.

mod again;
mod arrival;
mod asking;
mod attachment;
mod bundle;
mod conflicts;
mod connection;
mod copy;
mod copying;
mod core;
mod download;
mod durability;
mod erasure;
pub mod event;
pub mod far;
mod folder;
mod gather;
mod group;
mod guest;
mod hearing;
pub mod link;
mod lock;
mod opening;
mod pack;
mod pending;
mod pipe;
mod presence;
mod projection;
mod pulse;
mod quiet;
mod reach;
mod relay;
mod request;
mod rights;
mod room;
mod saving;
mod scope;
mod scratch;
mod server;
mod serving;
mod session;
mod shape;
mod submit;
mod upload;
mod wire;

pub use crate::store::hush;
pub use connection::Ends;
pub use erasure::forget_portal;
pub use far::Far;
pub use folder::{PORTAL, await_free, create_folder, hold, private};
pub use gather::mail_files;
pub use link::{Error, Joining, Link, Options, Sink, channel, connect, join, left_behind, open};
pub use lock::Lock;
pub use pack::{Packing, Unpacking};
pub use pending::Left;
pub use pipe::pipe;
pub use scratch::{LeftOver, Scratch, left_over};
pub use serving::{Serving, serve};
pub use wire::{VERSION, Welcome};
