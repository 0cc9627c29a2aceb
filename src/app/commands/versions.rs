//! History in place: a paragraph's versions without leaving the minutes, who wrote which words, and one set back.

use crate::app::Call;
use crate::app::command::{Command, Stop};
use crate::app::context::Context;
use crate::app::overlays::panel::{Kind, Panel, Row};
use crate::domain::op::DocId;
use crate::domain::query::{Answer, Query};
use crate::domain::versions::{Piece, versions};
use crate::domain::zone::local;
use crate::locale::Key;

use super::location;

/// The commands of this area.
pub const COMMANDS: &[Command] = &[Command::screen("entry-versions", &[], |context, _| {
    entry_versions(context)
})];

fn entry_versions(context: &mut Context<'_>) -> Result<(), Stop> {
    let entry = location::entry_or_target(context, None)?.id;
    let meeting = context.meeting_id()?;
    let query = Query::History {
        doc: DocId::Meeting(meeting),
        record: Some(entry),
    };
    let Answer::History(rows) = context.answer(query)? else {
        return Err(Key::ErrorInternal.into());
    };
    let (versions, pieces) = versions(entry, rows);
    let mut target = context.target;
    target.entry = Some(entry);
    let mut shown = Vec::new();
    for (index, version) in versions.iter().enumerate() {
        // The newest beside the one before it, every other beside the one that followed.
        let neighbour = versions.get(index.checked_sub(1).unwrap_or(1));
        let words = ["entry-set".to_owned(), entry.to_string()];
        let text = format!("--text={}", version.text);
        shown.push(Row {
            sign: if index == 0 { "·" } else { " " },
            text: differing(&version.text, neighbour.map_or("", |it| it.text.as_str())),
            right: signed(context, &version.user, version.at),
            call: (index > 0).then(|| Call {
                words: words.into_iter().chain([text]).collect(),
                target,
            }),
            ..Row::default()
        });
    }
    if pieces.len() > 1 {
        let text = context.locale().text(Key::VersionsWords).into_owned();
        shown.push(Row {
            text,
            ..Row::default()
        });
        shown.extend(pieces.iter().map(|piece| blame(context, piece)));
    }
    let panel = Panel::new(Kind::Versions(shown), target);
    context.app.view.open(panel);
    Ok(())
}

/// Words, and whose they are.
fn blame(context: &Context<'_>, piece: &Piece) -> Row {
    Row {
        text: format!("»{}«", piece.text.replace('\n', " ").trim()),
        right: signed(context, &piece.user, piece.at),
        ..Row::default()
    }
}

/// "Karen Lund 10.42", with the day where it is not today: there is little room for the words.
fn signed(context: &Context<'_>, user: &str, at: i64) -> String {
    let language = context.locale().language();
    let (at, today) = (local(at), context.today());
    let mut when = language.time(at.time());
    if at.date() != today {
        let day = language.date_seen_from(at.date(), today);
        when = format!("{day} {when}");
    }
    format!("{} {when}", context.app.name_of(user))
}

/// Letters of what two versions share that stand before where they part.
const SHARED: usize = 16;

/// A version from a little before where it parts from the other: there is one line for it.
fn differing(text: &str, other: &str) -> String {
    let text = text.replace('\n', " ");
    let pairs = text.char_indices().zip(other.chars());
    let mut same = pairs.take_while(|((_, here), there)| here == there);
    let parts = same.by_ref().map(|((at, _), _)| at).last().unwrap_or(0);
    let before: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .take_while(|at| *at <= parts)
        .collect();
    let from = before.len().saturating_sub(SHARED);
    let from = before.get(from).copied().unwrap_or(0);
    // From a whole word on.
    let tail = text.get(from..).unwrap_or(&text);
    match tail
        .find(' ')
        .filter(|at| from > 0 && from + at < parts.max(1))
    {
        Some(at) => format!("…{}", tail.get(at..).unwrap_or(tail)),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::differing;

    #[test]
    fn versions_are_shown_from_where_they_part() {
        let now = "Netværket vælger to fælles indsatser for 2027 og vender tilbage i marts.";
        let then = "Netværket vælger to fælles indsatser for 2028 og vender tilbage i maj.";
        assert_eq!(
            differing(now, then),
            "… for 2027 og vender tilbage i marts."
        );
        assert_eq!(differing("Ja.", "Nej."), "Ja.");
        assert_eq!(differing("Åh æblerne", ""), "Åh æblerne");
        let grown = format!("{now} Og mere.");
        assert_eq!(differing(&grown, now), "… i marts. Og mere.");
        assert_eq!(differing(now, &grown), "… i marts.");
    }
}
