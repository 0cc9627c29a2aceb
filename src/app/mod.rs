//! app

pub mod editor;
pub mod input;
