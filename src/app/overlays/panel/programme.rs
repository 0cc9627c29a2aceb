//! A meeting's programme and the journeys to it as rows of a panel.

use super::Row;
use super::rows::call;
use crate::app::App;
use crate::app::context::Target;
use crate::app::overlays::form::choice_label;
use crate::documents::{programme_day, programme_line};
use crate::domain::agenda::{Speaker, SpeakerStatus};
use crate::domain::programme::{Slot, in_order};
use crate::domain::stay::{Stay, Traveller, travellers};
use crate::locale::Key;

/// Columns of a name.
const NAME: usize = 26;

/// The parts, day by day; what happens at once says so.
pub(super) fn parts(app: &App, target: Target) -> Vec<Row> {
    let Some(meeting) = target.meeting.and_then(|id| app.docs.meeting(id)) else {
        return Vec::new();
    };
    let slots = in_order(meeting.slots.values());
    let several = slots.iter().any(|slot| slot.day_number() > 1);
    let mut rows = Vec::new();
    let mut day = 0;
    for slot in &slots {
        if several && slot.day_number() != day {
            day = slot.day_number();
            rows.push(Row {
                text: programme_day(app.locale, meeting.head.date, day),
                ..Row::default()
            });
        }
        rows.push(part(app, target, slot, &slots));
    }
    rows
}

fn part(app: &App, target: Target, slot: &Slot, all: &[&Slot]) -> Row {
    let id = slot.id.to_string();
    Row {
        text: programme_line(app.locale, slot, all),
        call: Some(call(&["programme-edit", &id], target)),
        remove: Some(call(&["programme-remove", &id], target)),
        ..Row::default()
    }
}

/// Who comes: speakers, then participants; what is noted; and when it is erased.
pub(super) fn stays(app: &App, target: Target) -> Vec<Row> {
    let Some((id, meeting)) = target
        .meeting
        .and_then(|id| Some((id, app.docs.meeting(id)?)))
    else {
        return Vec::new();
    };
    let Some(network) = app.docs.network(meeting.head.network) else {
        return Vec::new();
    };
    let all = travellers(meeting, app.register());
    let mut rows = Vec::new();
    for (key, speaks) in [(Key::StaySpeakers, true), (Key::StayParticipants, false)] {
        let some = all.iter().filter(|row| row.speaker.is_some() == speaks);
        let some: Vec<Row> = some
            .map(|row| {
                let stay = network.stay(id, row.id);
                let speaker = row.speaker.and_then(|id| meeting.speakers.get(&id));
                journey(app, target, row, stay, speaker)
            })
            .collect();
        if !some.is_empty() {
            rows.push(Row {
                text: app.locale.text(key).into_owned(),
                ..Row::default()
            });
            rows.extend(some);
        }
    }
    if let Some(day) = meeting.stays_end().filter(|_| network.has_stays(id)) {
        let day = app.locale.language().long_date(day);
        let said = app
            .locale
            .text_with(Key::StayErased, &[("date", day.into())]);
        rows.push(Row {
            text: said,
            ..Row::default()
        });
    }
    rows
}

fn journey(
    app: &App,
    target: Target,
    row: &Traveller,
    stay: Option<&Stay>,
    speaker: Option<&Speaker>,
) -> Row {
    let noted = stay.map(|stay| [&stay.travel, &stay.lodging, &stay.diet]);
    let mut said: Vec<String> = noted.into_iter().flatten().cloned().collect();
    said.extend(speaker.map(|row| row.equipment.clone()));
    said.retain(|text| !text.is_empty());
    let name = match row.organisation.is_empty() {
        true => row.name.clone(),
        false => format!("{}, {}", row.name, row.organisation),
    };
    let said = said.join(" · ").replace('\n', " ");
    let id = row.id.to_string();
    Row {
        text: match said.is_empty() {
            true => name,
            false => format!("{name:<NAME$} {said}"),
        },
        right: speaker.map_or_else(String::new, |row| standing(app, row)),
        call: Some(call(&["stay-edit", &id], target)),
        tab: row
            .speaker
            .map(|it| call(&["speaker-edit", &it.to_string()], target)),
        remove: Some(call(&["stay-clear", &id], target)),
        ..Row::default()
    }
}

/// "inviteret", "slides modtaget · takket".
fn standing(app: &App, row: &Speaker) -> String {
    let mut said = Vec::new();
    if row.status != SpeakerStatus::Confirmed || !(row.slides || row.thanked) {
        said.push(choice_label(app.locale, "status", row.status.name()));
    }
    let facts = [
        (row.slides, Key::StaySlides),
        (row.thanked, Key::StayThanked),
    ];
    let facts = facts.into_iter().filter(|(is, _)| *is);
    said.extend(facts.map(|(_, key)| app.locale.text(key).into_owned()));
    said.join(" · ")
}
