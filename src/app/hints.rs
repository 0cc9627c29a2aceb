//! The most useful keys of each place, for the bottom line. It owns which commands; the keys are
//! the keymap's.

mod panels;
mod screens;

use screens::{
    DESK, ENQUIRIES, FIGURES, FOLLOW_UP, HISTORY, HOME, HOME_NEW, NETWORK, PEOPLE, SEASON, SEATS,
    STEPS, TERMS, YEAR,
};

use super::App;
use super::chord::Chord;
use super::overlays::Overlay;
use super::overlays::door::Stage;
use super::overlays::form::Form;
use super::screens::Screen;
use super::screens::live::spoken;
use super::screens::meeting::Pane;
use super::steps;
use crate::domain::desk::Part;
use crate::domain::id::Id;
use crate::domain::lock;
use crate::domain::minutes::{EntryKind, ReadBack};
use crate::domain::role::Role;
use crate::domain::secretariat::Language;
use crate::locale::Key;

/// A hint: the key, and what it does.
pub struct Hint {
    /// How the key is written.
    pub key: String,
    /// What it does, short.
    pub text: Key,
}

/// A key that is the same in every keymap, or a command line whose key the keymap knows.
enum By {
    Plain(&'static str),
    Line(&'static str),
    /// What is typed in Danish, and in English.
    Letter(&'static str, &'static str),
}

use By::{Letter, Line, Plain};

type Row = (By, Key);

const MEMBER: &[Row] = &[
    (Line("agenda-add"), Key::HintPropose),
    (Line("show-participants"), Key::HintAnswer),
    (Line("proposals"), Key::CommandProposals),
    (Line("pane-next"), Key::HintPanes),
];
const NEXT: &[Row] = &[
    (Line("next-step"), Key::HintDo),
    (Plain("↓"), Key::HintAgenda),
    (Line("agenda-add"), Key::HintNew),
    (Line("pane-next"), Key::HintPanes),
    (Line("walk"), Key::HintStages),
];
/// The next step is to wait.
const WAIT: &[Row] = &[
    (Plain("↓"), Key::HintAgenda),
    (Line("agenda-add"), Key::HintNew),
    (Line("pane-next"), Key::HintPanes),
    (Line("walk"), Key::HintStages),
    (Line("find"), Key::HintFind),
];
const AGENDA: &[Row] = &[
    (Line("agenda-edit"), Key::HintEdit),
    (Line("agenda-add"), Key::HintNew),
    (Line("item-grab"), Key::HintMove),
    (Line("agenda-remove"), Key::HintRemove),
    (Line("walk"), Key::HintStages),
    (Line("pane-next"), Key::HintPanes),
];
const MOVING: &[Row] = &[
    (Plain("↑ ↓"), Key::HintMove),
    (Line("item-drop"), Key::HintDrop),
    (Line("item-let-go"), Key::HintLetGo),
];
const PARTICIPANTS: &[Row] = &[
    (Line("answer yes"), Key::HintYes),
    (Line("apologies"), Key::HintApologies),
    (Line("participant-enter"), Key::HintCheckIn),
    (Line("invite-who"), Key::HintInvite),
    (Line("door"), Key::HintDoor),
    (Line("pane-next"), Key::HintPanes),
];
/// Nobody is on the list yet.
const NOBODY: &[Row] = &[
    (Line("invite-who"), Key::HintInvite),
    (Line("show-agenda"), Key::HintAgenda),
    (Line("pane-next"), Key::HintPanes),
];
/// The meeting lies ahead: people answer.
const INVITED: &[Row] = &[
    (Line("participant-enter"), Key::HintAnswer),
    (Line("answer yes"), Key::HintYes),
    (Line("apologies"), Key::HintApologies),
    (Line("invite-who"), Key::HintInvite),
    (Line("pane-next"), Key::HintPanes),
];
const ACTIONS: &[Row] = &[
    (Line("task-edit"), Key::HintEdit),
    (Line("action-add"), Key::HintNew),
    (Line("action-done"), Key::HintDone),
    (Line("pane-leave"), Key::HintBack),
    (Line("pane-next"), Key::HintPanes),
];
const TEXT: &[Row] = &[
    (Line("strip"), Key::HintStrip),
    (Letter("b:", "d:"), Key::EntryDecision),
    (Letter("o:", "a:"), Key::EntryAction),
    (Line("find"), Key::HintFind),
    (Line("undo"), Key::HintUndo),
];
/// Approved: nothing is written before a correction is begun.
const LOCKED: &[Row] = &[
    (Line("strip"), Key::HintStrip),
    (Line("pane-back"), Key::HintPanes),
    (Line("palette"), Key::HintPalette),
    (Line("find"), Key::HintFind),
];
/// Writing, where letters can also be commands.
const WRITING: &[Row] = &[
    (Line("text-normal"), Key::HintNormal),
    (Letter("b:", "d:"), Key::EntryDecision),
    (Letter("o:", "a:"), Key::EntryAction),
    (Line("find"), Key::HintFind),
    (Line("undo"), Key::HintUndo),
];
/// Letters are commands.
const NORMAL: &[Row] = &[
    (Line("text-insert"), Key::HintInsert),
    (Line("strip"), Key::HintStrip),
    (Line("text-open-below"), Key::HintBelow),
    (Line("find"), Key::HintFind),
    (Line("undo"), Key::HintUndo),
];
const DOOR: &[Row] = &[
    (Plain("Enter"), Key::HintCheckIn),
    (Plain("1–9"), Key::HintPick),
    (Plain("Tab"), Key::HintMore),
    (Line("all-present"), Key::HintAll),
    (Line("undo"), Key::HintUndo),
];
const MENU: &[Row] = &[(Plain("a–z"), Key::HintPick), (Plain("Esc"), Key::HintBack)];
const FORM: &[Row] = &[
    (Plain("Enter"), Key::HintOk),
    (Plain("Tab"), Key::HintNextField),
    (Plain("Esc"), Key::HintCancel),
];
/// A field that is turned.
const FORM_CHOICE: &[Row] = &[
    (Plain("← →"), Key::HintTurn),
    (Plain("Tab"), Key::HintNextField),
    (Plain("Enter"), Key::HintOk),
    (Plain("Esc"), Key::HintCancel),
];
/// A field of several lines.
const FORM_LONG: &[Row] = &[
    (Plain("Enter"), Key::HintNewLine),
    (Plain("Tab"), Key::HintNextField),
    (Plain("Ctrl+S"), Key::HintOk),
    (Plain("Ctrl+Z"), Key::HintUndo),
    (Plain("Esc"), Key::HintCancel),
];
/// Names are offered.
const FORM_OFFERS: &[Row] = &[
    (Plain("Enter"), Key::HintTake),
    (Plain("↑ ↓"), Key::HintSelect),
    (Plain("Esc"), Key::HintClose),
];
/// What becomes of what was typed.
const FORM_ASKS: &[Row] = &[
    (Plain("Enter"), Key::HintSave),
    (Plain("Del"), Key::HintDiscard),
    (Plain("Esc"), Key::HintGoOn),
];
const LIVE: &[Row] = &[
    (Line("back"), Key::HintBack),
    (Line("palette"), Key::HintPalette),
];
/// For who leads the meeting or minutes it, while a decision waits for a yes.
const LIVE_READ: &[Row] = &[
    (Line("read-back"), Key::HintReadBack),
    (Line("queue-floor"), Key::HintFloor),
    (Line("queue"), Key::StripQueue),
    (Line("item-next"), Key::HintNextItem),
    (Line("back"), Key::HintBack),
];
/// The same, with nothing to say yes to.
const LIVE_LEAD: &[Row] = &[
    (Line("queue-floor"), Key::HintFloor),
    (Line("queue"), Key::StripQueue),
    (Line("item-next"), Key::HintNextItem),
    (Line("back"), Key::HintBack),
];
const READER: &[Row] = &[
    (Plain("↑ ↓"), Key::HintSelect),
    (Plain("Esc"), Key::HintBack),
];
const PREVIEW: &[Row] = &[
    (Plain("Enter"), Key::HintDo),
    (Plain("↑ ↓"), Key::HintSelect),
    (Plain("Esc"), Key::HintCancel),
];
const CONFIRM: &[Row] = &[
    (Plain("Enter"), Key::HintAccept),
    (Plain("Esc"), Key::HintCancel),
];

fn form_rows(app: &App, form: &Form) -> &'static [Row] {
    let slot = form.slots.get(form.focus);
    match slot {
        _ if form.asks => FORM_ASKS,
        Some(_) if !form.offers(app).is_empty() => FORM_OFFERS,
        Some(slot) if slot.turns() => FORM_CHOICE,
        Some(slot) if slot.is_long() => FORM_LONG,
        _ => FORM,
    }
}

/// Whether the chair's screen shows a decision that nobody has said yes to.
fn to_read(app: &App, meeting: Id) -> bool {
    let shown = app.docs.meeting(meeting).and_then(spoken);
    shown.is_some_and(|row| row.kind == EntryKind::Decision && row.read_back() != ReadBack::Stands)
}

fn rows(app: &App) -> &'static [Row] {
    match app.view.overlays.last() {
        Some(Overlay::Form(form)) => form_rows(app, form),
        Some(Overlay::Palette(_)) => panels::PANEL,
        Some(Overlay::Confirm(_)) => CONFIRM,
        Some(Overlay::Door(door)) if matches!(door.stage, Stage::Find) => DOOR,
        Some(Overlay::Door(_)) => MENU,
        Some(Overlay::Panel(panel)) => panels::rows(app, panel),
        Some(Overlay::Reader(reader)) if reader.then.is_some() => PREVIEW,
        Some(Overlay::Reader(_)) => READER,
        None => match &app.view.screen {
            Screen::Home(_) if without_network(app) => HOME_NEW,
            Screen::Home(_) => HOME,
            Screen::Meeting(screen) => match screen.focus {
                Pane::Agenda if screen.grabbed.is_some() => MOVING,
                Pane::Agenda if app.session.role == Role::Member => MEMBER,
                Pane::Agenda if screen.at_next && only_waits(app, screen.meeting) => WAIT,
                Pane::Agenda if screen.at_next => NEXT,
                Pane::Agenda => AGENDA,
                Pane::Participants if nobody(app, screen.meeting) => NOBODY,
                Pane::Participants if lies_ahead(app, screen.meeting) => INVITED,
                Pane::Participants => PARTICIPANTS,
                Pane::Actions => ACTIONS,
                Pane::Minutes if is_approved(app, screen.meeting) => LOCKED,
                Pane::Minutes if !app.view.keymap.modal => TEXT,
                Pane::Minutes if app.view.is_normal() => NORMAL,
                Pane::Minutes => WRITING,
            },
            Screen::Desk(screen) => match screen.part {
                Part::Enquiries => ENQUIRIES,
                Part::Memberships | Part::Fora => SEATS,
                _ => DESK,
            },
            Screen::FollowUp(_) => FOLLOW_UP,
            Screen::Terms(_) => TERMS,
            Screen::Season(_) => SEASON,
            Screen::Year(_) => YEAR,
            Screen::Figures(_) => FIGURES,
            Screen::People(_) => PEOPLE,
            Screen::Network(_) => NETWORK,
            Screen::History(screen) if screen.meeting().is_none() => STEPS,
            Screen::History(_) => HISTORY,
            Screen::Live(screen) if app.session.role.reads_all() => {
                match to_read(app, screen.meeting) {
                    true => LIVE_READ,
                    false => LIVE_LEAD,
                }
            }
            Screen::Live(_) => LIVE,
        },
    }
}

fn without_network(app: &App) -> bool {
    let home = app.view.home.as_ref();
    home.is_some_and(|home| home.networks.is_empty() && home.meetings.is_empty())
}

fn only_waits(app: &App, meeting: Id) -> bool {
    let overview = app.overview(meeting);
    overview.is_some_and(|overview| !steps::is_offered(&overview.walk.next))
}

fn nobody(app: &App, meeting: Id) -> bool {
    let meeting = app.docs.meeting(meeting);
    meeting.is_some_and(|meeting| meeting.participants.values().all(|row| row.removed))
}

fn is_approved(app: &App, meeting: Id) -> bool {
    app.docs.meeting(meeting).is_some_and(lock::is_locked)
}

fn lies_ahead(app: &App, meeting: Id) -> bool {
    let meeting = app.docs.meeting(meeting);
    meeting.is_some_and(|meeting| meeting.lies_ahead(app.clock.local.date()))
}

/// The mode's name, in a keymap where letters of the text can be commands.
pub fn mode(app: &App) -> Option<Key> {
    let view = &app.view;
    let modal = view.keymap.modal && view.screen.takes_text() && view.overlays.is_empty();
    modal.then(|| match view.is_normal() {
        true if view.is_marking() => Key::ModeMarking,
        true => Key::ModeNormal,
        false => Key::ModeInsert,
    })
}

/// The hints of the place shown, those whose command has a key here.
pub fn hints(app: &App) -> Vec<Hint> {
    let scopes = match app.view.overlays.last() {
        Some(overlay) => overlay.scopes(),
        None => app.view.scopes(),
    };
    let name = |key: Chord| super::keyname::name(app.locale, key);
    rows(app)
        .iter()
        .filter_map(|(by, text)| {
            let key = match by {
                Plain(key) => (*key).to_owned(),
                Letter(danish, english) => match app.locale.language() {
                    Language::Danish => (*danish).to_owned(),
                    Language::English => (*english).to_owned(),
                },
                Line(line) => name(app.view.keymap.key_of(scopes, line)?),
            };
            Some(Hint { key, text: *text })
        })
        .collect()
}
