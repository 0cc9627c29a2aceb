//! The notice that a meeting is cancelled (aflysning) as an outline.

use super::agenda::status;
use super::outline::{Block, Outline, Role, Run};
use super::source::Source;
use crate::locale::Key;

/// What those invited are told.
pub(super) fn cancellation(source: &Source) -> Outline {
    let mut outline = source.outline(Key::DocumentCancellation);
    outline.status = status(source);
    outline.facts = source.head_facts();
    let said = source.text(Key::DocumentCancellationSaid);
    outline.blocks = vec![Block::paragraph(Role::Field, "", vec![Run::plain(&said)])];
    outline
}
