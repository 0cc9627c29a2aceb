//! The speaker list in words: who has the floor and for how long, who is next, whether it is closed.
//! One wording for messages, the minutes' head and the large screen.

use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::queue::Turn;
use crate::domain::register::Register;
use crate::locale::{Key, Locale};

/// "Bo Friis (replik)".
pub fn named(locale: Locale, register: &Register, turn: &Turn) -> String {
    let name = register.name_of(turn.person);
    match turn.reply {
        true => locale.text_with(Key::QueueReply, &[("name", name.into())]),
        false => name.to_owned(),
    }
}

/// The names of those who wait, in order.
pub fn waiting(locale: Locale, meeting: &Meeting, register: &Register) -> Vec<String> {
    let rows = meeting.waiting().into_iter();
    rows.map(|row| named(locale, register, row)).collect()
}

/// Whole minutes a person has had the floor.
pub fn minutes(meeting: &Meeting, person: Id, now: i64) -> i64 {
    meeting.spoken_ms(person, now) / 60_000
}

/// How long who has the floor has had it: "3 min", "3 af 5 min", nothing in the first minute.
pub fn lasted(locale: Locale, meeting: &Meeting, now: i64) -> Option<String> {
    let minutes = meeting.floor()?.lasted_ms(now) / 60_000;
    match meeting.head.speaker_minutes {
        Some(limit) => {
            let args = [("used", minutes.into()), ("minutes", limit.into())];
            Some(locale.text_with(Key::MinutesUsed, &args))
        }
        None if minutes > 0 => {
            Some(locale.text_with(Key::MinutesUsedOnly, &[("used", minutes.into())]))
        }
        None => None,
    }
}

/// "Ordet: Anna Lund 3 min · derefter Bo Friis (replik), Åse Olsen · talerlisten er lukket"; `None`
/// when nobody speaks or waits and the list is open. Without a moment no minutes are told.
pub fn line(
    locale: Locale,
    meeting: &Meeting,
    register: &Register,
    now: Option<i64>,
) -> Option<String> {
    let waiting = waiting(locale, meeting, register);
    let floor = meeting.floor().map(|turn| {
        let name = named(locale, register, turn);
        let lasted = now.and_then(|now| lasted(locale, meeting, now));
        [Some(name), lasted]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    });
    let key = match (&floor, waiting.is_empty()) {
        (None, true) => None,
        (None, false) => Some(Key::QueueWaiting),
        (Some(_), true) => Some(Key::QueueFloor),
        (Some(_), false) => Some(Key::QueueBoth),
    };
    let said = key.map(|key| {
        let names = waiting.join(", ");
        let words = [
            ("name", floor.unwrap_or_default().into()),
            ("names", names.into()),
        ];
        locale.text_with(key, &words)
    });
    let shut = meeting
        .head
        .queue_closed_at
        .map(|_| locale.text(Key::QueueShut));
    let parts: Vec<String> = said
        .into_iter()
        .chain(shut.map(|text| text.into_owned()))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}
