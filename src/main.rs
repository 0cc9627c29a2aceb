//! `referent`.
fn main() {}
