//! What comes in: people pasted or from a file, and meetings as JSON.
//!
//! It reads text into a preview, and a preview into ops; it must not know screens, the store
//! or files.

pub mod decode;
pub mod json;
pub mod people;

/// A label of a name: folded letters, digits and hyphens ("karen-lund"), never empty.
fn label(name: &str) -> String {
    let mut label = String::new();
    for sign in crate::domain::folding::fold(name).chars() {
        if sign.is_ascii_alphanumeric() {
            label.push(sign);
        } else if !label.is_empty() && !label.ends_with('-') {
            label.push('-');
        }
    }
    label.truncate(40);
    let label = label.trim_end_matches('-');
    if label.is_empty() {
        return "x".to_owned();
    }
    label.to_owned()
}
