//! The most useful keys of the screens that are lists. It owns which commands; the keys are the keymap's.

use super::By::Line;
use super::Row;
use crate::locale::Key;

pub(super) const HOME: &[Row] = &[
    (Line("open"), Key::HintOpen),
    (Line("meeting-begin"), Key::HintNewMeeting),
    (Line("apology"), Key::HintApologies),
    (Line("find"), Key::HintFind),
    (Line("palette"), Key::HintPalette),
];
/// Home without a network.
pub(super) const HOME_NEW: &[Row] = &[
    (Line("open"), Key::HintDo),
    (Line("network-begin"), Key::HintNewNetwork),
    (Line("go-people"), Key::People),
    (Line("palette"), Key::HintPalette),
    (Line("help"), Key::HintHelp),
];
pub(super) const FOLLOW_UP: &[Row] = &[
    (Line("action-done"), Key::HintDone),
    (Line("open"), Key::HintOpen),
    (Line("action-edit"), Key::HintEdit),
    (Line("action-add"), Key::HintNew),
    (Line("followup-by"), Key::HintBy),
];
pub(super) const ENQUIRIES: &[Row] = &[
    (Line("desk-add"), Key::HintNew),
    (Line("enquiry-forward"), Key::HintForward),
    (Line("enquiry-answer"), Key::HintReply),
    (Line("enquiry-close"), Key::HintFinish),
    (Line("enquiry-become"), Key::HintBecome),
    (Line("section-next"), Key::HintParts),
    (Line("open"), Key::HintEdit),
];
/// Where one of ours can have a seat.
pub(super) const SEATS: &[Row] = &[
    (Line("desk-add"), Key::HintNew),
    (Line("desk-seat"), Key::HintSeat),
    (Line("open"), Key::HintEdit),
    (Line("desk-remove"), Key::HintRemove),
    (Line("section-next"), Key::HintParts),
];
/// The other parts of the desk.
pub(super) const DESK: &[Row] = &[
    (Line("desk-add"), Key::HintNew),
    (Line("open"), Key::HintEdit),
    (Line("desk-remove"), Key::HintRemove),
    (Line("section-next"), Key::HintParts),
    (Line("find"), Key::HintFind),
];
pub(super) const PEOPLE: &[Row] = &[
    (Line("open"), Key::HintEdit),
    (Line("register-add"), Key::HintNew),
    (Line("register-remove"), Key::HintRemove),
    (Line("register-succeed"), Key::HintSucceed),
    (Line("filter-leave"), Key::HintBack),
];
pub(super) const NETWORK: &[Row] = &[
    (Line("open"), Key::HintOpen),
    (Line("network-row-add"), Key::HintNew),
    (Line("network-edit"), Key::HintEdit),
    (Line("go-year"), Key::HintYearPlan),
    (Line("go-terms"), Key::Terms),
    (Line("checklist"), Key::Checklist),
];
pub(super) const TERMS: &[Row] = &[
    (Line("open"), Key::HintOpen),
    (Line("terms-row-add"), Key::HintNew),
    (Line("terms-edit"), Key::HintEdit),
    (Line("terms-adopt"), Key::HintAdopt),
    (Line("terms-show"), Key::HintRead),
];
pub(super) const SEASON: &[Row] = &[
    (Line("season-row-toggle"), Key::HintInOut),
    (Line("season-show"), Key::HintRead),
    (Line("season-edit"), Key::HintEdit),
    (Line("season-back"), Key::HintSeasons),
    (Line("season-new"), Key::HintNew),
];
pub(super) const YEAR: &[Row] = &[
    (Line("open"), Key::HintOpen),
    (Line("year-row-add"), Key::HintNew),
    (Line("year-row-meeting"), Key::HintMakeMeeting),
    (Line("year-rule"), Key::HintYearRule),
    (Line("year-wheel"), Key::HintWheel),
    (Line("year-next"), Key::HintYears),
];
pub(super) const FIGURES: &[Row] = &[
    (Line("section-next"), Key::HintParts),
    (Line("figures-back"), Key::HintYears),
    (Line("figures-all"), Key::HintNetworks),
    (Line("open"), Key::HintOpen),
    (Line("back"), Key::HintBack),
];
pub(super) const HISTORY: &[Row] = &[
    (Line("open"), Key::HintOpen),
    (Line("history-down"), Key::HintScroll),
    (Line("history-restore"), Key::HintRestore),
    (Line("back"), Key::HintBack),
    (Line("find"), Key::HintFind),
    (Line("help"), Key::HintHelp),
];
/// The history of a network or of the desk.
pub(super) const STEPS: &[Row] = &[
    (Line("back"), Key::HintBack),
    (Line("find"), Key::HintFind),
    (Line("help"), Key::HintHelp),
];
