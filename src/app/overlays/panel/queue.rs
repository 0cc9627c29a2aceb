//! The speaker list as rows of a panel: who has the floor, who waits, what can be done with the
//! list, and how long each has spoken.

use super::Row;
use super::rows::call;
use crate::app::commands::participants::index;
use crate::app::context::Target;
use crate::app::{App, floor};
use crate::domain::counts::is_there;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::queue::Turn;
use crate::domain::zone;
use crate::locale::Key;

/// At most so many names are offered.
const OFFERED: usize = 6;

/// The floor, the list, the list's own rows, then the times; of what was typed those it fits, and
/// who else can be put on the list.
pub(super) fn all(app: &App, target: Target, typed: &str) -> Vec<Row> {
    let Some(meeting) = target.meeting.and_then(|id| app.docs.meeting(id)) else {
        return Vec::new();
    };
    if !typed.trim().is_empty() {
        return sought(app, target, meeting, typed);
    }
    let mut rows: Vec<Row> = Vec::new();
    rows.extend(
        meeting
            .floor()
            .map(|turn| speaking(app, target, meeting, turn)),
    );
    let waiting = (1..).zip(meeting.waiting());
    rows.extend(waiting.map(|(number, turn)| waits(app, target, meeting, number, turn)));
    rows.extend(own(app, target, meeting));
    let mut times = meeting.speaking_times(app.clock.now);
    times.retain(|(_, spoken)| *spoken >= 60_000);
    if !times.is_empty() {
        rows.push(Row {
            sign: " ",
            text: app.locale.text(Key::QueueTimes).into_owned(),
            ..Row::default()
        });
    }
    rows.extend(times.into_iter().map(|(person, spoken)| Row {
        text: app.register().name_of(person).to_owned(),
        right: minutes(app, spoken / 60_000),
        ..Row::default()
    }));
    rows
}

/// Whoever types a name means a person: one who waits, else one who comes on the list by Enter, or
/// before the others by Tab.
fn sought(app: &App, target: Target, meeting: &Meeting, typed: &str) -> Vec<Row> {
    let found = index(meeting, app.register()).find(typed, |_| false);
    let here = meeting.attendances();
    let mut people: Vec<Id> = found.matches.iter().map(|row| row.key).collect();
    people.sort_by_key(|id| !here.get(id).copied().is_some_and(is_there));
    people.truncate(OFFERED);
    let waiting: Vec<(usize, &Turn)> = (1..).zip(meeting.waiting()).collect();
    let row = |id: Id| {
        let waits_at = waiting.iter().find(|(_, turn)| turn.person == id);
        if let Some((number, turn)) = waits_at {
            return waits(app, target, meeting, *number, turn);
        }
        let there = here.get(&id).copied().is_some_and(is_there);
        let away = (!there).then(|| app.locale.text(Key::QueueNotHere).into_owned());
        Row {
            sign: "+",
            text: app.locale.participant(id, meeting, app.register()),
            right: away.unwrap_or_default(),
            call: Some(call(&["queue-add", &id.to_string()], target)),
            tab: Some(call(&["queue-add", &id.to_string(), "--reply"], target)),
            ..Row::default()
        }
    };
    people.into_iter().map(row).collect()
}

fn minutes(app: &App, minutes: i64) -> String {
    let args = [("used", minutes.into())];
    app.locale.text_with(Key::MinutesUsedOnly, &args)
}

fn said(app: &App, turn: &Turn) -> String {
    let name = floor::named(app.locale, app.register(), turn);
    match turn.note.is_empty() {
        true => name,
        false => format!("{name} · {}", turn.note),
    }
}

fn speaking(app: &App, target: Target, meeting: &Meeting, turn: &Turn) -> Row {
    let since = turn.from.unwrap_or(app.clock.now);
    let time = app.locale.language().time(zone::local(since).time());
    let lasted = floor::lasted(app.locale, meeting, app.clock.now).unwrap_or_default();
    let args = [("time", time.into()), ("lasted", lasted.into())];
    Row {
        sign: "▸",
        text: said(app, turn),
        right: app
            .locale
            .text_with(Key::QueueSince, &args)
            .trim_end()
            .to_owned(),
        call: Some(call(&["queue-done"], target)),
        ..Row::default()
    }
}

fn waits(app: &App, target: Target, meeting: &Meeting, number: usize, turn: &Turn) -> Row {
    let id = turn.person.to_string();
    let spoken = floor::minutes(meeting, turn.person, app.clock.now);
    let right = match spoken {
        0 => String::new(),
        _ => {
            let args = [("minutes", spoken.into())];
            app.locale.text_with(Key::QueueSpoken, &args)
        }
    };
    Row {
        text: format!("{number}  {}", said(app, turn)),
        right,
        call: Some(call(&["queue-floor", &id], target)),
        tab: Some(call(&["queue-add", &id, "--reply"], target)),
        remove: Some(call(&["queue-remove", &id], target)),
        ..Row::default()
    }
}

/// Closing the list or opening it, and the time each has.
fn own(app: &App, target: Target, meeting: &Meeting) -> [Row; 2] {
    let (text, words) = match meeting.head.queue_closed_at {
        Some(at) => {
            let time = app.locale.language().time(zone::local(at).time());
            let args = [("time", time.into())];
            (
                app.locale.text_with(Key::QueueIsClosed, &args),
                "queue-open",
            )
        }
        None => (
            app.locale.text(Key::CommandQueueClose).into_owned(),
            "queue-close",
        ),
    };
    let limit = match meeting.head.speaker_minutes {
        Some(minutes) => {
            let args = [("minutes", minutes.into())];
            app.locale.text_with(Key::QueueLimited, &args)
        }
        None => app.locale.text(Key::QueueUnlimited).into_owned(),
    };
    [(text, words), (limit, "queue-limit")].map(|(text, words)| Row {
        sign: "·",
        text,
        call: Some(call(&[words], target)),
        ..Row::default()
    })
}
