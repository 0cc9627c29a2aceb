//! The door: who is here of whom, the field and its matches, the last three in large type, and
//! who is missing.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

use crate::app::App;
use crate::app::command::Stop;
use crate::app::commands::visitor::{self, Whence};
use crate::app::overlays::door::{Door, MENU, PICKS, STATUSES, Stage, entry};
use crate::app::overview::{Overview, roll};
use crate::app::view::Tone;
use crate::domain::attendance::Attendance;
use crate::domain::counts::{is_expected, is_there};
use crate::domain::id::Id;
use crate::domain::matching::Found;
use crate::locale::{Key, Locale};

use super::canvas::{columns, fit, put, put_right};
use super::pane::{cells, row, title, wrap};
use super::{participants, stages, theme};

/// Columns of the list of those missing, where there is room beside the field.
const MISSING: u16 = 60;

/// Draws the overlay over the whole of `area`.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, door: &Door) -> Option<Position> {
    Clear.render(area, buf);
    let overview = app.overview(door.target.meeting?)?;
    draw_head(buf, area, app, &overview);
    let body = Rect {
        x: area.x + 1,
        y: area.y + 3,
        width: area.width - 2,
        height: area.height.saturating_sub(3),
    };
    let wide = app.view.is_wide();
    let left = Rect {
        width: if wide {
            body.width - MISSING - 2
        } else {
            body.width
        },
        ..body
    };
    let cursor = draw_field(buf, left, app, &overview, door);
    let found = door.found(app);
    let used = match door.stage {
        Stage::Find => draw_matches(buf, below(left, 2), app, &overview, door, &found),
        Stage::Menu(_) | Stage::Correct(_) => draw_menu(buf, below(left, 2), app.locale, door),
        Stage::Substitute(_) => 0,
    };
    let last_at = left.y + 3 + used;
    let rest = Rect {
        y: last_at,
        height: left.bottom().saturating_sub(last_at),
        ..left
    };
    let used = draw_last(buf, rest, app.locale, door);
    let missing = match wide {
        true => Rect {
            x: body.right() - MISSING,
            width: MISSING,
            ..body
        },
        false => below(rest, used),
    };
    draw_missing(buf, missing, app.locale, &overview);
    Some(cursor)
}

fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

/// Present of expected, organisations, answers, quorum: always visible.
fn draw_head(buf: &mut Buffer, area: Rect, app: &App, overview: &Overview<'_>) {
    let room = Rect {
        x: area.x + 1,
        width: area.width - 2,
        ..area
    };
    let locale = app.locale;
    let time = locale.language().time(app.clock.local.time());
    let name = format!("{} · {} · {time}", locale.text(Key::Door), overview.name());
    let used = put(buf, room.x, room.y, room.width, &name, theme::TITLE);
    let counts = &overview.counts;
    let number = |key, count: usize| locale.text_with(key, &[("count", count.into())]);
    let mut parts = vec![locale.text_with(
        Key::Met,
        &[
            ("present", counts.present.into()),
            ("expected", counts.expected.into()),
        ],
    )];
    let all = stages::attendance(locale, overview);
    if overview.meeting.head.started_at.is_some() || counts.present > 0 {
        parts = all;
    }
    let count = stages::fitting(&parts, room.width.saturating_sub(used + 2));
    put_right(buf, room, room.y, &count, theme::TITLE);
    let mut line = vec![
        number(Key::AnswersNo, counts.apologies),
        number(Key::AnswersNone, counts.unanswered),
    ];
    if counts.left > 0 {
        line.push(number(Key::DoorGone, counts.left));
    }
    let answers = line.join(" · ");
    put(buf, room.x, room.y + 1, room.width, &answers, theme::TEXT);
    if let Some(quorum) = counts.quorum {
        let style = if quorum.met() {
            theme::DONE
        } else {
            theme::ALARM
        };
        let text = participants::quorum_text(locale, quorum);
        put_right(buf, room, room.y + 1, &text, style);
    }
}

/// The field, and under it what Enter does.
fn draw_field(
    buf: &mut Buffer,
    area: Rect,
    app: &App,
    overview: &Overview<'_>,
    door: &Door,
) -> Position {
    let name = |id: Id| overview.register.name_of(id).to_owned();
    let with = |key, id: Id| app.locale.text_with(key, &[("name", name(id).into())]);
    let (label, hint) = match door.stage {
        Stage::Find => (
            app.locale.text(Key::DoorWho).into_owned(),
            hint(app, overview, door),
        ),
        Stage::Menu(id) => (format!("{}:", name(id)), String::new()),
        Stage::Substitute(id) => (
            with(Key::DoorSubstituteWho, id),
            app.locale.text(Key::DoorSubstituteHint).into_owned(),
        ),
        Stage::Correct(id) => (
            with(Key::DoorCorrectWho, id),
            app.locale.text(Key::DoorCorrectHint).into_owned(),
        ),
    };
    let used = put(
        buf,
        area.x,
        area.y,
        area.width,
        &format!("{label} "),
        theme::TITLE,
    );
    let room = area.width.saturating_sub(used);
    let typed = match door.stage {
        Stage::Menu(_) => "",
        _ => door.field.text(),
    };
    let text = fit(typed, room);
    put(buf, area.x + used, area.y, room, &text, theme::NOW);
    put(
        buf,
        area.x,
        area.y + 1,
        area.width,
        &fit(&hint, area.width),
        theme::DIM,
    );
    let column = match door.stage {
        Stage::Menu(_) => 0,
        _ => u16::try_from(door.field.column()).unwrap_or(room),
    };
    Position::new(area.x + used + column.min(room.saturating_sub(1)), area.y)
}

/// Who Enter would take in uninvited: whether the organisation is known is seen before.
fn visitor_hint(app: &App, typed: &str) -> String {
    let locale = app.locale;
    let (name, organisation) = typed.rsplit_once(',').unwrap_or((typed, ""));
    let (key, organisation) = match visitor::whence(app.register(), organisation) {
        Ok(Whence::Known(id)) => {
            let name = app.register().organisation_name(id);
            (Key::DoorHintVisitor, name.to_owned())
        }
        Ok(Whence::New(name)) => (Key::DoorHintVisitorNew, name),
        Err(Stop::Fail(several)) => return several.render(locale),
        _ => return locale.text(Key::DoorHintWalkIn).into_owned(),
    };
    let words = [
        ("name", name.trim().into()),
        ("organisation", organisation.into()),
    ];
    locale.text_with(key, &words)
}

/// What Enter would do with what is typed.
fn hint(app: &App, overview: &Overview<'_>, door: &Door) -> String {
    let locale = app.locale;
    let found = door.found(app);
    let needle = door.needle();
    if let Some(visitor) = needle.strip_prefix('+') {
        return visitor_hint(app, visitor);
    }
    if !door.marked.is_empty() {
        return locale.text_with(Key::DoorHintMarked, &[("count", door.marked.len().into())]);
    }
    let chosen = found
        .matches
        .get(door.selected)
        .filter(|_| door.selected > 0);
    let leader = chosen.map(|row| row.key).or(found.leader().copied());
    if let Some(leader) = leader {
        let name = overview.register.name_of(leader);
        return locale.text_with(Key::DoorHintLeads, &[("name", name.into())]);
    }
    let key = if needle.trim().is_empty() {
        Key::DoorHintEmpty
    } else if found.matches.is_empty() {
        Key::DoorHintNobody
    } else if door.organisation(app, &found).is_some() {
        Key::DoorHintOrganisation
    } else {
        Key::DoorHintSeveral
    };
    locale.text(key).into_owned()
}

/// The matches, numbered; returns the rows used.
fn draw_matches(
    buf: &mut Buffer,
    area: Rect,
    app: &App,
    overview: &Overview<'_>,
    door: &Door,
    found: &Found<Id>,
) -> u16 {
    let room = usize::from(area.height.saturating_sub(9)).clamp(3, PICKS);
    let rows = found.matches.iter().take(room).enumerate();
    let mut used = 0;
    for (y, (index, found)) in (area.y..).zip(rows) {
        let Some(participant) = overview.meeting.participants.get(&found.key) else {
            continue;
        };
        let attendance = standing(overview, found.key);
        let (sign, word) = participants::standing(app.locale, participant, attendance);
        let organisation = participant
            .organisation
            .map_or("", |id| overview.register.organisation_name(id));
        let base = if index == door.selected {
            theme::TITLE
        } else if found.sunk {
            theme::DIM
        } else {
            theme::TEXT
        };
        let mark = if door.marked.contains(&found.key) {
            "☒"
        } else if index == door.selected {
            "▸"
        } else {
            " "
        };
        let list: [(&str, u16, Style); 6] = [
            (mark, 2, theme::NOW),
            (&(index + 1).to_string(), 3, theme::KEY),
            (overview.register.name_of(found.key), 30, base),
            (organisation, 22, base),
            (sign, 2, base),
            (&word, 14, base),
        ];
        cells(buf, row(area, y), theme::TEXT, &list);
        used += 1;
    }
    used
}

fn standing(overview: &Overview<'_>, person: Id) -> Attendance {
    overview
        .attendances
        .get(&person)
        .copied()
        .unwrap_or_default()
}

/// What can be done about the person, each by its letter; returns the rows used.
fn draw_menu(buf: &mut Buffer, area: Rect, locale: Locale, door: &Door) -> u16 {
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

/// The last three, the latest first and in spaced letters; returns the rows used.
fn draw_last(buf: &mut Buffer, area: Rect, locale: Locale, door: &Door) -> u16 {
    let mut used = 0;
    for (index, (message, tone)) in door.last.iter().enumerate() {
        if used + 2 > area.height {
            break;
        }
        let text = message.show(locale);
        let (sign, style) = match tone {
            Tone::Said => ("✓", theme::TITLE),
            Tone::Failed => ("!", theme::ALARM),
        };
        let plain = format!("{sign} {text}");
        let spaced = spread(&plain);
        let shown = match index == 0 && columns(&spaced) <= area.width {
            true => spaced,
            false => plain,
        };
        for line in wrap_keeping(&shown, area.width) {
            if used >= area.height {
                break;
            }
            put(buf, area.x, area.y + used, area.width, &line, style);
            used += 1;
        }
        used += 1;
    }
    used
}

/// A text that fits as it is, else its words on several lines.
fn wrap_keeping(text: &str, width: u16) -> Vec<String> {
    if columns(text) <= width {
        vec![text.to_owned()]
    } else {
        wrap(text, width)
    }
}

/// Letters with a space after each: larger type in a terminal.
fn spread(text: &str) -> String {
    let clusters = crate::app::editor::grapheme::Clusters::from(text, 0);
    clusters.fold(String::new(), |mut line, cluster| {
        line.push_str(cluster.text);
        line.push(' ');
        line
    })
}

/// Who is expected and not here, by organisation.
fn draw_missing(buf: &mut Buffer, area: Rect, locale: Locale, overview: &Overview<'_>) {
    if area.height < 2 {
        return;
    }
    let mut count = 0;
    let mut groups = Vec::new();
    for (organisation, people) in roll(overview.meeting, overview.register) {
        let names: Vec<&str> = people
            .iter()
            .filter(|row| {
                let attendance = standing(overview, row.id);
                let here = is_there(attendance) || attendance == Attendance::Left;
                !here && is_expected(row, attendance)
            })
            .map(|row| overview.register.name_of(row.id))
            .collect();
        count += names.len();
        let name = organisation.map_or("", |id| overview.register.organisation_name(id));
        if !names.is_empty() {
            groups.push(format!("{name}: {}", names.join(", ")));
        }
    }
    let name = format!("{} {count}", locale.text(Key::Missing));
    let body = title(buf, area, &name, "", false);
    if count == 0 {
        let (key, style) = match overview.counts.expected {
            0 => (Key::MissingNoneExpected, theme::TEXT),
            _ => (Key::MissingNobody, theme::DONE),
        };
        put(
            buf,
            body.x + 1,
            body.y,
            body.width,
            &locale.text(key),
            style,
        );
        return;
    }
    // Where there is room each organisation has its own line.
    let width = body.width.saturating_sub(2);
    let mut lines: Vec<String> = groups.iter().flat_map(|group| wrap(group, width)).collect();
    if lines.len() > usize::from(body.height) {
        lines = wrap(&groups.join(" · "), width);
    }
    let hidden = lines.len() > usize::from(body.height);
    for (y, line) in (body.y..body.bottom()).zip(&lines) {
        let last = hidden && y + 1 == body.bottom();
        let line = if last {
            format!("{line} …")
        } else {
            line.clone()
        };
        put(buf, body.x + 1, y, width, &fit(&line, width), theme::TEXT);
    }
}

#[cfg(test)]
mod tests;
