//! What comes in: people pasted or from a file, meetings as JSON or from the log of a chat, and minutes that
//! members return with their changes, and mail that answers letters about meetings.
//!
//! It reads text into a preview, and a preview into ops; it must not know screens, the store
//! or files.

pub mod decode;
pub mod docx;
pub mod irc;
pub mod json;
pub mod mail;
pub mod page;
pub mod people;

/// A label of a name, never empty.
fn label(name: &str) -> String {
    match crate::domain::folding::label(name) {
        label if label.is_empty() => "x".to_owned(),
        label => label,
    }
}
