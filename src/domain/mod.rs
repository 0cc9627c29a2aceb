//! Plain types, ops, the fold and rebase. No I/O, no clock, no terminal.

pub mod batch;
pub mod id;
pub mod op;
