//! The door: who is here of whom, the field and its matches, the last three in large type, and
//! who is missing.

mod matches;
mod told;

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

use crate::app::command::Stop;
use crate::app::commands::visitor::{self, Whence};
use crate::app::overlays::door::{Door, Hits, Roster, Stage};
use crate::app::{App, overview};
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::register::Register;
use crate::locale::Key;

use super::canvas::{fit, put, put_right};
use super::{participants, stages, theme};

/// Columns of the list of those missing, where there is room beside the field.
const MISSING: u16 = 60;

/// The door as it is drawn: the documents, and who matches.
struct Hall<'a> {
    app: &'a App,
    door: &'a Door,
    meeting: &'a Meeting,
    register: &'a Register,
    roster: Arc<Roster>,
    hits: Hits,
}

/// Draws the overlay over the whole of `area`.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, door: &Door) -> Option<Position> {
    Clear.render(area, buf);
    let hall = Hall {
        app,
        door,
        meeting: door.meeting(app)?,
        register: app.register(),
        roster: door.roster(app)?,
        hits: door.hits(app),
    };
    draw_head(buf, area, &hall);
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
    let cursor = draw_field(buf, left, &hall);
    let used = match door.stage {
        Stage::Find => matches::draw(buf, below(left, 2), &hall),
        Stage::Menu(_) | Stage::Correct(_) => {
            matches::draw_menu(buf, below(left, 2), app.locale, door)
        }
        Stage::Substitute(_) => 0,
    };
    let rest = below(left, 3 + used);
    let used = told::draw_last(buf, rest, app.locale, door);
    let missing = match wide {
        true => Rect {
            x: body.right() - MISSING,
            width: MISSING,
            ..body
        },
        false => below(rest, used),
    };
    told::draw_missing(buf, missing, &hall);
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

/// "NIMS 3/2026", as far as network and secretariat are known.
fn name_of(hall: &Hall<'_>) -> String {
    let docs = &hall.app.docs;
    let of = hall.meeting.head.network;
    let label = docs.secretariat().map_or("", |it| it.label(of));
    docs.network(of).map_or_else(String::new, |network| {
        overview::name(network, label, hall.meeting.head.id)
    })
}

/// Present of expected, organisations, answers, quorum: always visible.
fn draw_head(buf: &mut Buffer, area: Rect, hall: &Hall<'_>) {
    let room = Rect {
        x: area.x + 1,
        width: area.width - 2,
        ..area
    };
    let locale = hall.app.locale;
    let time = locale.language().time(hall.app.clock.local.time());
    let name = format!("{} · {} · {time}", locale.text(Key::Door), name_of(hall));
    let used = put(buf, room.x, room.y, room.width, &name, theme::TITLE);
    let counts = &hall.roster.counts;
    let number = |key, count: usize| locale.text_with(key, &[("count", count.into())]);
    let met = [
        ("present", counts.present.into()),
        ("expected", counts.expected.into()),
    ];
    let mut parts = vec![locale.text_with(Key::Met, &met)];
    if hall.meeting.head.started_at.is_some() || counts.present > 0 {
        parts = stages::attended(locale, hall.meeting, hall.register, counts);
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
fn draw_field(buf: &mut Buffer, area: Rect, hall: &Hall<'_>) -> Position {
    let (app, door) = (hall.app, hall.door);
    let name = |id: Id| hall.register.name_of(id).to_owned();
    let with = |key, id: Id| app.locale.text_with(key, &[("name", name(id).into())]);
    let (label, hint) = match door.stage {
        Stage::Find => (app.locale.text(Key::DoorWho).into_owned(), hint(hall)),
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
fn hint(hall: &Hall<'_>) -> String {
    let (app, door, hits) = (hall.app, hall.door, &hall.hits);
    let locale = app.locale;
    let needle = door.needle();
    if let Some(visitor) = needle.strip_prefix('+') {
        return visitor_hint(app, visitor);
    }
    if !door.marked.is_empty() {
        return locale.text_with(Key::DoorHintMarked, &[("count", door.marked.len().into())]);
    }
    if let Some((person, listed)) = hits.chosen(door.selected) {
        let name = hall.register.name_of(person);
        let key = match listed {
            true => Key::DoorHintLeads,
            false => Key::DoorHintOther,
        };
        return locale.text_with(key, &[("name", name.into())]);
    }
    let key = if needle.trim().is_empty() {
        Key::DoorHintEmpty
    } else if hits.is_empty() && needle.contains(',') {
        return visitor_hint(app, needle);
    } else if hits.is_empty() {
        Key::DoorHintNobody
    } else if door.organisation(app, hits).is_some() {
        Key::DoorHintOrganisation
    } else if hits.listed.matches.is_empty() {
        Key::DoorHintOthers
    } else {
        Key::DoorHintSeveral
    };
    locale.text(key).into_owned()
}

#[cfg(test)]
mod tests;
