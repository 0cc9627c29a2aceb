//! The most useful keys of lists over the screen.

use super::By::{Letter, Line, Plain};
use super::Row;
use crate::app::App;
use crate::app::overlays::panel::{Kind, Panel};
use crate::domain::id::Id;
use crate::domain::vote::Method;
use crate::locale::Key;

/// A list to choose from.
pub(super) const PANEL: &[Row] = &[
    (Plain("Enter"), Key::HintChoose),
    (Plain("↑ ↓"), Key::HintSelect),
    (Letter("a–å", "a–z"), Key::HintFilter),
    (Plain("Esc"), Key::HintBack),
];
const GROUP: &[Row] = &[
    (Plain("Enter"), Key::HintEdit),
    (Line("group-member-add"), Key::HintNew),
    (Plain("Tab"), Key::HintGroup),
    (Plain("Del"), Key::HintRemove),
    (Plain("Esc"), Key::HintBack),
];
const MATERIALS: &[Row] = &[
    (Plain("Enter"), Key::HintEdit),
    (Line("attach"), Key::HintNew),
    (Plain("Tab"), Key::HintGo),
    (Plain("Del"), Key::HintRemove),
    (Plain("Esc"), Key::HintBack),
];
/// Find from inside the minutes, at something that can be referred to.
const REFER: &[Row] = &[
    (Plain("Enter"), Key::HintRefer),
    (Plain("Tab"), Key::HintGo),
    (Plain("↑ ↓"), Key::HintSelect),
    (Plain("Esc"), Key::HintBack),
];
const GO: &[Row] = &[
    (Plain("Enter"), Key::HintGo),
    (Plain("Tab"), Key::HintRefer),
    (Plain("↑ ↓"), Key::HintSelect),
    (Plain("Esc"), Key::HintBack),
];
const PRACTICALS: &[Row] = &[
    (Plain("Enter"), Key::HintDone),
    (Line("practical-add"), Key::HintNew),
    (Plain("Tab"), Key::HintEdit),
    (Plain("Del"), Key::HintRemove),
    (Plain("Esc"), Key::HintBack),
];
const PROGRAMME: &[Row] = &[
    (Plain("Enter"), Key::HintEdit),
    (Line("programme-add"), Key::HintNew),
    (Plain("Del"), Key::HintRemove),
    (Line("undo"), Key::HintUndo),
    (Plain("Esc"), Key::HintBack),
];
const STAYS: &[Row] = &[
    (Plain("Enter"), Key::HintJourney),
    (Plain("Tab"), Key::HintSpeaker),
    (Plain("Del"), Key::HintRemove),
    (Line("undo"), Key::HintUndo),
    (Plain("Esc"), Key::HintBack),
];
const SPELLING: &[Row] = &[
    (Plain("1–7"), Key::HintChoose),
    (Plain("+"), Key::HintWordAdd),
    (Plain("↑ ↓"), Key::HintSelect),
    (Plain("Esc"), Key::HintBack),
];
const QUEUE: &[Row] = &[
    (Plain("Enter"), Key::HintFloor),
    (Line("queue-add"), Key::HintNew),
    (Plain("Tab"), Key::HintReplyNow),
    (Plain("Del"), Key::HintRemove),
    (Line("queue-up"), Key::HintMove),
    (Plain("Esc"), Key::HintBack),
];
/// A name was typed that can be put on the list.
const QUEUE_NAME: &[Row] = &[
    (Plain("Enter"), Key::HintQueueAdd),
    (Plain("Tab"), Key::HintReplyFirst),
    (Plain("↑ ↓"), Key::HintSelect),
    (Plain("Esc"), Key::HintBack),
];
const SPEAKERS: &[Row] = &[
    (Plain("Enter"), Key::HintEdit),
    (Line("speaker-add"), Key::HintNew),
    (Plain("Del"), Key::HintRemove),
    (Line("undo"), Key::HintUndo),
    (Plain("Esc"), Key::HintBack),
];
const ANNEXES: &[Row] = &[
    (Plain("Enter"), Key::HintEdit),
    (Line("annex-add"), Key::HintNew),
    (Plain("Tab"), Key::HintSaveFile),
    (Plain("Del"), Key::HintRemove),
    (Plain("Esc"), Key::HintBack),
];
const PHRASES: &[Row] = &[
    (Plain("Enter"), Key::HintInsert),
    (Line("standard-add"), Key::HintNew),
    (Plain("Tab"), Key::HintEdit),
    (Plain("Del"), Key::HintRemove),
    (Plain("Esc"), Key::HintBack),
];
const ABBREVIATIONS: &[Row] = &[
    (Plain("Enter"), Key::HintEdit),
    (Line("abbreviation-add"), Key::HintNew),
    (Plain("Del"), Key::HintRemove),
    (Line("undo"), Key::HintUndo),
    (Plain("Esc"), Key::HintBack),
];
const WORDS: &[Row] = &[
    (Line("word-add"), Key::HintNew),
    (Plain("Del"), Key::HintRemove),
    (Letter("a–å", "a–z"), Key::HintFilter),
    (Line("undo"), Key::HintUndo),
    (Plain("Esc"), Key::HintBack),
];
const VOTE: &[Row] = &[
    (Plain("1 2 3"), Key::HintVote),
    (Plain("0"), Key::HintUncast),
    (Plain("a–å"), Key::HintFilter),
    (Plain("End Enter"), Key::HintCloseVote),
    (Plain("Esc"), Key::HintBack),
];
const SECRET: &[Row] = &[
    (Plain("Enter"), Key::HintVoted),
    (Plain("0"), Key::HintUncast),
    (Plain("a–å"), Key::HintFilter),
    (Plain("End Enter"), Key::HintCountVote),
    (Plain("Esc"), Key::HintBack),
];
const COMMENTS: &[Row] = &[
    (Plain("Enter"), Key::HintOpen),
    (Line("comment-add"), Key::HintNew),
    (Letter("a–å", "a–z"), Key::HintFilter),
    (Plain("Esc"), Key::HintBack),
];
const LETTERS: &[Row] = &[
    (Plain("Enter"), Key::HintSettleOrRetry),
    (Plain("Del"), Key::HintTakeOut),
    (Line("mail-intake"), Key::HintTakeMailIn),
    (Line("undo"), Key::HintUndo),
    (Plain("Esc"), Key::HintBack),
];
/// A letter whose mails lie as files.
const LETTER_FILES: &[Row] = &[
    (Plain("Enter"), Key::HintNoteSent),
    (Plain("Tab"), Key::HintCopyAddresses),
    (Plain("Del"), Key::HintTakeOut),
    (Line("mail-intake"), Key::HintTakeMailIn),
    (Plain("Esc"), Key::HintBack),
];
/// One of those mails.
const MAIL_FILE: &[Row] = &[
    (Plain("Enter"), Key::HintNoteSent),
    (Plain("Tab"), Key::HintWriteAgain),
    (Plain("Del"), Key::HintTakeOut),
    (Line("mail-intake"), Key::HintTakeMailIn),
    (Plain("Esc"), Key::HintBack),
];
const PROPOSALS: &[Row] = &[
    (Plain("Enter"), Key::HintTakeIn),
    (Plain("Del"), Key::HintDecline),
    (Line("agenda-propose"), Key::HintNew),
    (Line("undo"), Key::HintUndo),
    (Plain("Esc"), Key::HintBack),
];
const NEEDS: &[Row] = &[
    (Plain("Enter"), Key::HintEdit),
    (Line("need-add"), Key::HintNew),
    (Plain("Del"), Key::HintRemove),
    (Line("undo"), Key::HintUndo),
    (Plain("Esc"), Key::HintBack),
];
const IDEAS: &[Row] = &[
    (Plain("Enter"), Key::HintEdit),
    (Plain("Tab"), Key::HintRaise),
    (Line("idea-new"), Key::HintNew),
    (Plain("Del"), Key::HintRemove),
    (Plain("Esc"), Key::HintBack),
];
const SIGN_UPS: &[Row] = &[
    (Line("sign-up-add"), Key::HintNew),
    (Plain("Del"), Key::HintRemove),
    (Line("undo"), Key::HintUndo),
    (Plain("Esc"), Key::HintBack),
];
const KNOWLEDGE: &[Row] = &[
    (Plain("Enter"), Key::HintMembers),
    (Plain("Tab"), Key::HintEdit),
    (Line("knowledge-add"), Key::HintNew),
    (Line("knowledge-show"), Key::HintRead),
    (Plain("Esc"), Key::HintBack),
];
const RESOURCES: &[Row] = &[
    (Plain("Enter"), Key::HintEdit),
    (Plain("Tab"), Key::HintReviewed),
    (Line("resource-add"), Key::HintNew),
    (Plain("Del"), Key::HintRemove),
    (Plain("Esc"), Key::HintBack),
];

/// Those of a panel.
pub(super) fn rows(app: &App, panel: &Panel) -> &'static [Row] {
    match &panel.kind {
        Kind::Practicals => PRACTICALS,
        Kind::Needs => NEEDS,
        Kind::Ideas => IDEAS,
        Kind::SignUps(_) => SIGN_UPS,
        Kind::Knowledge => KNOWLEDGE,
        Kind::Resources => RESOURCES,
        Kind::Programme => PROGRAMME,
        Kind::Stays => STAYS,
        Kind::Queue if panel.field.text().trim().is_empty() => QUEUE,
        Kind::Queue if panel.chosen(app).is_none() => PANEL,
        Kind::Queue => QUEUE_NAME,
        Kind::Spelling(_) => SPELLING,
        Kind::Speakers => SPEAKERS,
        Kind::Group(_) => GROUP,
        Kind::Materials(_) => MATERIALS,
        Kind::ItemAnnexes => ANNEXES,
        Kind::Phrases(_) => PHRASES,
        Kind::Abbreviations => ABBREVIATIONS,
        Kind::Words(_) => WORDS,
        Kind::Vote(id) => of_vote(app, panel, *id),
        Kind::Comments => COMMENTS,
        Kind::Letters => of_letters(app, panel),
        Kind::Proposals => PROPOSALS,
        _ => of_panel(app, panel),
    }
}

fn of_letters(app: &App, panel: &Panel) -> &'static [Row] {
    let tab = panel.chosen(app).and_then(|row| row.tab);
    match tab.as_ref().and_then(|call| call.words.first()) {
        Some(name) if name == "mail-addresses" => LETTER_FILES,
        Some(_) => MAIL_FILE,
        None => LETTERS,
    }
}

fn of_vote(app: &App, panel: &Panel, id: Id) -> &'static [Row] {
    let meeting = panel.target.meeting.and_then(|id| app.docs.meeting(id));
    match meeting.and_then(|it| it.vote(id)).map(|vote| vote.method) {
        Some(Method::Names) => VOTE,
        _ => SECRET,
    }
}

fn of_panel(app: &App, panel: &Panel) -> &'static [Row] {
    let row = panel.chosen(app).filter(|row| row.tab.is_some());
    let first = row
        .as_ref()
        .and_then(|row| row.call.as_ref()?.words.first());
    match first.map(String::as_str) {
        Some("reference-insert") => REFER,
        Some(_) => GO,
        None => PANEL,
    }
}
