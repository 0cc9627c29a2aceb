//! The agenda (dagsorden) as an outline.

use super::comments;
use super::letters::round;
use super::outline::{Block, Outline, Role};
use super::prose::{item_fields, open_action_table, prose};
use super::source::{Source, item_note, starts};
use crate::domain::agenda::{AgendaItem, Standing};
use crate::locale::Key;

/// The agenda, closed items marked.
pub(super) fn agenda(source: &Source) -> Outline {
    let mut outline = source.outline(Key::DocumentAgenda);
    outline.status = status(source);
    outline.facts = source.head_facts();
    let head = &source.meeting.head;
    outline.facts.extend(source.chair());
    outline.facts.extend(source.minute_taker());
    outline
        .facts
        .extend(source.fact(Key::DocumentLink, &head.link));
    outline.blocks = prose(&source.text(Key::DocumentPurpose), &head.purpose);
    outline.blocks.extend(round(source, "agenda-opening"));
    let (starts, _) = starts(source.meeting);
    for (index, item) in source.meeting.agenda().into_iter().enumerate() {
        let number = index + 1;
        let note = item_note(source, item, &starts);
        let heading = Block::heading(Role::Item, &number.to_string(), &item.title, &note);
        let mut blocks = vec![heading];
        blocks.extend(item_fields(source, item, number));
        blocks.extend(standing(source, item));
        for block in &mut blocks {
            block.closed |= item.closed;
        }
        outline.blocks.extend(blocks);
    }
    outline.blocks.extend(round(source, "agenda-closing"));
    outline
}

/// Draft until sent; cancelled says why.
pub(super) fn status(source: &Source) -> String {
    let head = &source.meeting.head;
    match &head.cancelled {
        Some(reason) if reason.is_empty() => source.text(Key::DocumentStatusCancelled),
        Some(reason) => source.text_with(
            Key::DocumentStatusCancelledWhy,
            &[("reason", reason.into())],
        ),
        None if head.agenda_sent_at.is_none() => source.text(Key::DocumentStatusDraft),
        None => String::new(),
    }
}

/// What a standing item shows by itself.
fn standing(source: &Source, item: &AgendaItem) -> Option<Block> {
    match item.standing {
        Standing::FollowUp => {
            let rows: Vec<_> = source.open_actions.iter().collect();
            open_action_table(source, &rows)
        }
        Standing::ApproveMinutes => comments::came(source),
        _ => None,
    }
}
