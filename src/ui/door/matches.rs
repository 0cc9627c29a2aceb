//! Who matches what is typed, numbered; and what can be done about one of them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Hall;
use crate::app::overlays::door::{Door, MENU, PICKS, STATUSES, Stage, entry};
use crate::domain::attendance::ParticipantRole;
use crate::domain::id::Id;
use crate::locale::{Key, Locale};
use crate::ui::canvas::put;
use crate::ui::pane::{cells, row};
use crate::ui::{participants, theme};

/// The matches, numbered; returns the rows used.
pub fn draw(buf: &mut Buffer, area: Rect, hall: &Hall<'_>) -> u16 {
    let room = usize::from(area.height.saturating_sub(9)).clamp(3, PICKS);
    let listed = hall.hits.listed.matches.len();
    let mut y = area.y;
    for index in 0..hall.hits.len().min(room) {
        let Some((person, _)) = hall.hits.get(index) else {
            break;
        };
        if index == listed {
            let text = hall.app.locale.text(Key::DoorOthers);
            put(buf, area.x, y, area.width, &text, theme::DIM);
            y += 1;
        }
        draw_match(buf, row(area, y), hall, index, person);
        y += 1;
    }
    y - area.y
}

fn draw_match(buf: &mut Buffer, area: Rect, hall: &Hall<'_>, index: usize, person: Id) {
    let locale = hall.app.locale;
    let (register, selected) = (hall.register, index == hall.door.selected);
    let participant = hall.meeting.participants.get(&person);
    let participant = participant.filter(|row| !row.removed);
    let (sign, word) = match participant {
        Some(row) => participants::standing(locale, row, hall.roster.standing(person)),
        None => ("+", "".into()),
    };
    let own = || register.people.get(&person)?.organisation;
    let organisation = participant.map_or_else(own, |row| row.organisation);
    let organisation = organisation.map_or("", |id| register.organisation_name(id));
    let sunk = hall.hits.listed.matches.get(index);
    let base = if selected {
        theme::TITLE
    } else if sunk.is_some_and(|row| row.sunk) {
        theme::DIM
    } else {
        theme::TEXT
    };
    let mark = if hall.door.marked.contains(&person) {
        "☒"
    } else if selected {
        "▸"
    } else {
        " "
    };
    let role = participant.map(|row| row.role).unwrap_or_default();
    let role = match role {
        ParticipantRole::Member => String::new(),
        role => Key::named(&format!("document-role-{}", role.name()))
            .map(|key| locale.text(key).into_owned())
            .unwrap_or_default(),
    };
    let list: [(&str, u16, Style); 7] = [
        (mark, 2, theme::NOW),
        (&(index + 1).to_string(), 3, theme::KEY),
        (register.name_of(person), 28, base),
        (organisation, 19, base),
        (sign, 2, base),
        (&word, 12, base),
        (&role, 14, base),
    ];
    cells(buf, area, theme::TEXT, &list);
}

/// What can be done about the person, each by its letter; returns the rows used.
pub fn draw_menu(buf: &mut Buffer, area: Rect, locale: Locale, door: &Door) -> u16 {
    let keys: Vec<Key> = match door.stage {
        Stage::Correct(_) => STATUSES.iter().map(|(key, _)| *key).collect(),
        _ => {
            let more = [Key::DoorMenuSubstitute, Key::DoorMenuCorrect];
            MENU.iter().map(|(key, _)| *key).chain(more).collect()
        }
    };
    let mut used = 0;
    for (y, key) in (area.y..area.bottom()).zip(keys) {
        let (letter, name) = entry(locale, key);
        let list: [(&str, u16, Style); 2] = [
            (&format!("  {letter}"), 5, theme::KEY),
            (&name, 30, theme::TEXT),
        ];
        cells(buf, row(area, y), theme::TEXT, &list);
        used += 1;
    }
    used
}
