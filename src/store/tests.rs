//! A small secretariat through journal and store.

mod damage;
mod lists;
mod past;
mod world;
