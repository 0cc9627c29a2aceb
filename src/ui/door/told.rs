//! What was done last, the latest in large letters; and who is missing, by organisation.

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Hall, below};
use crate::app::overlays::door::{Door, Group};
use crate::app::view::Tone;
use crate::domain::id::Id;
use crate::locale::{Key, Locale};
use crate::ui::canvas::{columns, fit, put};
use crate::ui::letters::{self, Poster};
use crate::ui::pane::{title, wrap};
use crate::ui::theme;

/// The last three, the latest first and its name in large letters; returns the rows used.
pub fn draw_last(buf: &mut Buffer, area: Rect, locale: Locale, door: &Door) -> u16 {
    let mut used = 0;
    for (index, (message, tone)) in door.last.iter().enumerate() {
        if used + 2 > area.height {
            break;
        }
        let (sign, style) = match tone {
            Tone::Said => ("✓", theme::TITLE),
            Tone::Failed => ("!", theme::ALARM),
        };
        let name = message.text_of("name").filter(|_| index == 0);
        if let Some(name) = name.map(|name| name.split(" (").next().unwrap_or(name)) {
            let free = below(area, used);
            let rows = free.height.saturating_sub(3).min(letters::ROWS);
            if let Some(poster) = Poster::fitting(name, free.width, rows) {
                poster.draw(buf, free, style);
                used += poster.rows();
            }
        }
        let text = format!("{sign} {}", message.show(locale));
        for line in wrap(&text, area.width) {
            if used >= area.height {
                break;
            }
            put(buf, area.x, area.y + used, area.width, &line, style);
            used += 1;
        }
        used += 1;
    }
    used.min(area.height)
}

/// Who is expected and not here, by organisation, with how to reach them; then the organisations
/// that are all here.
pub fn draw_missing(buf: &mut Buffer, area: Rect, hall: &Hall<'_>) {
    if area.height < 2 {
        return;
    }
    let locale = hall.app.locale;
    let groups = &hall.roster.groups;
    let count: usize = groups.iter().map(|group| group.missing.len()).sum();
    let name = format!("{} {count}", locale.text(Key::Missing));
    let body = title(buf, area, &name, "", false);
    let width = body.width.saturating_sub(2);
    let mut lines = Vec::new();
    let mut put_line = |y, text: &str, style| put(buf, body.x + 1, y, width, text, style);
    if count == 0 {
        let (key, style) = match hall.roster.counts.expected {
            0 => (Key::MissingNoneExpected, theme::TEXT),
            _ => (Key::MissingNobody, theme::DONE),
        };
        put_line(body.y, &locale.text(key), style);
    } else {
        lines = missing(hall, width, usize::from(body.height));
    }
    let hidden = lines.len() > usize::from(body.height);
    for (y, line) in (body.y..body.bottom()).zip(&lines) {
        let last = hidden && y + 1 == body.bottom();
        let more = if last { " …" } else { "" };
        put_line(y, &fit(&format!("{line}{more}"), width), theme::TEXT);
    }
    let used = lines.len().max(1) + 1;
    let free = usize::from(body.height).saturating_sub(used);
    let whole = groups
        .iter()
        .filter(|it| it.missing.is_empty() && it.present > 0);
    let whole: Vec<String> = whole.map(|group| counted(hall, group)).collect();
    if count > 0 && !whole.is_empty() {
        let all = format!("{} {}", locale.text(Key::DoorWhole), whole.join(", "));
        let from = body.y + u16::try_from(used).unwrap_or(body.height);
        for (y, line) in (from..).zip(wrap(&all, width).iter().take(free)) {
            put_line(y, line, theme::DONE);
        }
    }
}

/// A line for each organisation where there is room, else one after the other; no more than is seen.
fn missing(hall: &Hall<'_>, width: u16, rows: usize) -> Vec<String> {
    let room = usize::from(width) * (rows + 1);
    let mut texts: Vec<String> = Vec::new();
    let mut long = 0;
    for group in hall
        .roster
        .groups
        .iter()
        .filter(|it| !it.missing.is_empty())
    {
        if long > room {
            break;
        }
        let text = absentees(hall, group, room);
        long += text.len();
        texts.push(text);
    }
    let lines: Vec<String> = texts.iter().flat_map(|text| wrap(text, width)).collect();
    match lines.len() > rows {
        true => wrap(&texts.join(" · "), width),
        false => lines,
    }
}

/// "Odense 2/4: Karen Lund (65 51 11 11), Bo Friis", about as long as `room` at most.
fn absentees(hall: &Hall<'_>, group: &Group, room: usize) -> String {
    let mut text = counted(hall, group);
    let mut before = ": ";
    for id in &group.missing {
        if text.len() > room {
            break;
        }
        let name = hall.register.name_of(*id);
        let phone = phone(hall, *id);
        let _ = write!(text, "{before}{name}{phone}");
        before = ", ";
    }
    text
}

fn phone(hall: &Hall<'_>, person: Id) -> String {
    match hall
        .register
        .people
        .get(&person)
        .map(|row| row.phone.trim())
    {
        Some(phone) if !phone.is_empty() => format!(" ({phone})"),
        _ => String::new(),
    }
}

/// "Odense 2/4"
fn counted(hall: &Hall<'_>, group: &Group) -> String {
    let name = match group.organisation {
        Some(id) => hall.register.organisation_name(id).to_owned(),
        None => hall
            .app
            .locale
            .text(Key::DocumentNoOrganisation)
            .into_owned(),
    };
    let name = if columns(&name) == 0 {
        "–".to_owned()
    } else {
        name
    };
    format!("{name} {}/{}", group.present, group.expected)
}
