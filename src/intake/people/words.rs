//! The words of lists: column names, answers, attendance, in Danish and English.

use crate::domain::attendance::{ParticipantRole, PresenceKind, Rsvp};
use crate::domain::folding::fold;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Name,
    Given,
    Family,
    Email,
    Phone,
    Organisation,
    Title,
    Answer,
    Attendance,
}

const COLUMNS: &[(Column, &str)] = &[
    (
        Column::Name,
        "navn|fulde navn|deltager|deltagernavn|person|kontaktperson|name|full name|display name|attendee|participant",
    ),
    (
        Column::Given,
        "fornavn|fornavne|given name|first name|first|forename",
    ),
    (
        Column::Family,
        "efternavn|family name|last name|last|surname",
    ),
    (
        Column::Email,
        "e-mail|email|mail|e-post|mailadresse|e-mailadresse|email address|e-mail address|mail address",
    ),
    (
        Column::Phone,
        "telefon|tlf|tlf.|telefonnummer|mobil|mobilnummer|phone|telephone|mobile|phone number",
    ),
    (
        Column::Organisation,
        "organisation|organization|kommune|firma|virksomhed|arbejdssted|arbejdsplads|company|employer|municipality",
    ),
    (
        Column::Title,
        "titel|stilling|stillingsbetegnelse|title|job title|position",
    ),
    (
        Column::Answer,
        "svar|tilmeldt|tilmelding|status|response|rsvp|answer|reply",
    ),
    (
        Column::Attendance,
        "fremmode|fremmoede|deltagelse|deltager i|modt|moedt|attendance|attended",
    ),
];

/// The column a head cell names.
pub(super) fn column(cell: &str) -> Option<Column> {
    let cell = fold(cell.trim().trim_end_matches(':'));
    COLUMNS
        .iter()
        .find(|(_, names)| names.split('|').any(|name| name == cell))
        .map(|(column, _)| *column)
}

/// What an answer cell says; `None` when it is no answer.
pub(super) fn answer(cell: &str) -> Option<Rsvp> {
    let cell = fold(cell.trim().trim_end_matches('.'));
    let is = |words: &str| words.split('|').any(|word| word == cell);
    if is(
        "ja|yes|y|j|x|1|tilmeldt|kommer|deltager|accepteret|accepterede|accepted|accept|attending",
    ) {
        Some(Rsvp::Yes)
    } else if is(
        "nej|no|n|0|afbud|afslaaet|afviste|afvist|declined|decline|deltager ikke|kommer ikke|not attending",
    ) {
        Some(Rsvp::No)
    } else if is(
        "maaske|foreloebig|foreloebigt|foreloebigt accepteret|tentative|tentatively accepted|maybe|perhaps",
    ) {
        Some(Rsvp::Tentative)
    } else if is(
        "|-|ingen|intet|intet svar|ikke svaret|ikke besvaret|none|no response|not responded|unknown|ukendt",
    ) {
        Some(Rsvp::NoAnswer)
    } else {
        None
    }
}

/// What a cell under "attendance" says: who somebody is in a tracking list, or what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attended {
    Nothing,
    Role(ParticipantRole),
    Organizer,
    Room,
    Event(PresenceKind),
}

pub(super) fn attended(cell: &str) -> Option<Attended> {
    let cell = fold(cell.trim().trim_end_matches('.'));
    let is = |words: &str| words.split('|').any(|word| word == cell);
    if is("|-|forventet|expected|ikke registreret") {
        Some(Attended::Nothing)
    } else if is(
        "obligatorisk deltager|obligatorisk|kraevet deltager|paakraevet deltager|noedvendig deltager|required attendee|required|valgfri deltager|valgfri|optional attendee|optional",
    ) {
        Some(Attended::Role(ParticipantRole::Member))
    } else if is(
        "modearrangoer|moedearrangoer|arrangoer|modeindkalder|moedeindkalder|meeting organizer|meeting organiser|organizer|organiser",
    ) {
        Some(Attended::Organizer)
    } else if is(
        "ressource|resource|lokale|room|ressource (lokale eller udstyr)|resource (room or equipment)",
    ) {
        Some(Attended::Room)
    } else if is(
        "til stede|tilstede|moedt|modt|fremmoedt|ankommet|deltog|ja|x|present|attended|yes|arrived",
    ) {
        Some(Attended::Event(PresenceKind::Arrived))
    } else if is("online|paa skaerm|teams|remote") {
        Some(Attended::Event(PresenceKind::Online))
    } else if is("afbud|meldt afbud|apologies|sent apologies|excused") {
        Some(Attended::Event(PresenceKind::Apologies))
    } else if is("udeblevet|udeblev|nej|fravaerende|absent|no|no show") {
        Some(Attended::Event(PresenceKind::Absent))
    } else {
        None
    }
}
