//! app

pub mod editor;
