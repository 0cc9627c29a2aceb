//! A small secretariat through journal and store.

mod changed;
mod damage;
mod lists;
mod past;
mod world;
