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
        let words = ["entry-set".to_owned(), entry.to_string()];
        let text = format!("--text={}", version.text);
        shown.push(Row {
            sign: if index == 0 { "·" } else { " " },
            text: version.text.replace('\n', " "),
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
