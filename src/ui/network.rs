//! A network: its facts, meetings, members and template.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::app::checklist::sentence;
use crate::app::screens::network::{NetworkRows, NetworkScreen, Section, lack_id, member_names};
use crate::domain::network::{Member, Network, TemplateItem, TemplatePractical, meeting_name};
use crate::domain::query::MeetingRow;
use crate::locale::Key;

use super::listing::{self, Cell, Line};
use super::theme;
use super::words::{day_and_time, named, stage_name};

/// Draws the screen.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, screen: &NetworkScreen) -> Option<Position> {
    let network = screen.shown(app)?;
    let rows = screen.rows(app);
    let secretariat = app.docs.secretariat();
    let label = secretariat.map_or("", |doc| doc.label(screen.network));
    let title = format!("{} · {}", label.to_uppercase(), network.head.name);
    let count = rows.members.len();
    let members = app
        .locale
        .text_with(Key::HomeMembers, &[("count", count.into())]);
    let body = listing::draw_head(buf, area, &title, &members);
    let selected = screen.selected_id(&rows);
    let empty = screen.empty(&rows);
    let mut lines = fact_lines(app, network, &rows);
    lines.extend(checklist_lines(app, screen, &rows, empty));
    lines.push(Line::Blank);
    lines.extend(meeting_lines(app, &rows, empty));
    let mut others = member_lines(app, &rows, empty);
    others.push(Line::Blank);
    others.extend(template_lines(app, &rows, empty));
    others.push(Line::Blank);
    others.extend(practical_lines(app, &rows, empty));
    if app.view.is_wide() {
        let (left, right) = listing::halves(body);
        listing::draw(buf, left, &lines, selected, &app.view.spots);
        listing::draw(buf, right, &others, selected, &app.view.spots);
    } else {
        lines.push(Line::Blank);
        lines.extend(others);
        listing::draw(buf, body, &lines, selected, &app.view.spots);
    }
    None
}

fn fact_lines(app: &App, network: &Network, rows: &NetworkRows<'_>) -> Vec<Line> {
    let (locale, today) = (app.locale, app.clock.local.date());
    let mut lines = Vec::new();
    let purpose = network.purpose().replace('\n', " · ");
    if !purpose.is_empty() {
        lines.push(Line::Plain(purpose, theme::TEXT));
    }
    let next = rows
        .meetings
        .iter()
        .filter(|row| !row.cancelled && row.date.is_some_and(|date| date >= today))
        .min_by_key(|row| row.date);
    let next = match next {
        Some(row) => day_and_time(app, row),
        None => locale.text(Key::HomeNoNext).into_owned(),
    };
    let mut facts = locale.text_with(Key::NetworkNext, &[("date", next.into())]);
    if let Some(quorum) = network.head.quorum {
        let key = match network.head.quorum_by_organisation {
            true => Key::NetworkQuorumOrganisations,
            false => Key::NetworkQuorumPeople,
        };
        facts.push_str(" · ");
        facts.push_str(&locale.text_with(key, &[("count", quorum.into())]));
    }
    lines.push(Line::Plain(facts, theme::DIM));
    lines.push(Line::Blank);
    lines
}

/// How much of the checklist is met, and what is missing first; Enter mends it.
fn checklist_lines(
    app: &App,
    screen: &NetworkScreen,
    rows: &NetworkRows<'_>,
    empty: Option<Section>,
) -> Vec<Line> {
    let locale = app.locale;
    let args = [("met", rows.met.0.into()), ("all", rows.met.1.into())];
    let met = locale.text_with(Key::ChecklistMet, &args);
    let mut lines = vec![Line::Heading(locale.text(Key::Checklist).into_owned(), met)];
    if rows.lacks.is_empty() {
        let text = locale.text(Key::ChecklistWhole).into_owned();
        lines.push(Line::Empty(text, empty == Some(Section::Checklist)));
    }
    let plan = app.plan_of(screen.network);
    let Some(sight) = app.sight(screen.network, &plan) else {
        return lines;
    };
    for (place, lack) in rows.lacks.iter().enumerate() {
        let said = sentence(locale, &sight, lack);
        lines.push(Line::Row(
            lack_id(place),
            vec![Cell::new("!", 1).styled(theme::ALARM), Cell::rest(said)],
        ));
    }
    lines
}

fn meeting_lines(app: &App, rows: &NetworkRows<'_>, empty: Option<Section>) -> Vec<Line> {
    let mut lines = vec![Line::heading(app.locale.text(Key::NetworkMeetings))];
    if rows.meetings.is_empty() {
        let text = app.locale.text(Key::HomeNoMeetings).into_owned();
        lines.push(Line::Empty(text, empty == Some(Section::Meetings)));
    }
    lines.extend(rows.meetings.iter().map(|row| meeting_line(app, row)));
    lines
}

fn meeting_line(app: &App, row: &MeetingRow) -> Line {
    let stage = match row.cancelled {
        true => app.locale.text(Key::NetworkCancelled).into_owned(),
        false => stage_name(app.locale, row.stage),
    };
    Line::Row(
        row.id,
        vec![
            Cell::new(meeting_name(&row.label), 13),
            Cell::new(day_and_time(app, row), 21),
            Cell::rest(row.title.as_str()),
            Cell::new(stage, 10).right().styled(theme::DIM),
        ],
    )
}

fn member_lines(app: &App, rows: &NetworkRows<'_>, empty: Option<Section>) -> Vec<Line> {
    let mut lines = vec![Line::heading(app.locale.text(Key::NetworkMembers))];
    if rows.members.is_empty() {
        let text = app.locale.text(Key::NetworkNoMembers).into_owned();
        lines.push(Line::Empty(text, empty == Some(Section::Members)));
    }
    let mut last = None;
    for member in &rows.members {
        let (organisation, _) = member_names(app, member);
        let again = last == Some(organisation);
        last = Some(organisation);
        lines.push(member_line(app, member, again));
    }
    lines
}

/// An organisation is named once, before its first member.
fn member_line(app: &App, member: &Member, again: bool) -> Line {
    let (organisation, name) = member_names(app, member);
    let organisation = if again { "" } else { organisation };
    let role = named(app.locale, "member-role", member.role.name());
    Line::Row(
        member.id,
        vec![
            Cell::new(organisation, 22),
            Cell::rest(name),
            Cell::new(role, 16).styled(theme::DIM),
        ],
    )
}

fn template_lines(app: &App, rows: &NetworkRows<'_>, empty: Option<Section>) -> Vec<Line> {
    let mut lines = vec![Line::heading(app.locale.text(Key::NetworkTemplate))];
    if rows.template.is_empty() {
        let text = app.locale.text(Key::NetworkNoTemplate).into_owned();
        lines.push(Line::Empty(text, empty == Some(Section::Template)));
    }
    let items = rows.template.iter().enumerate();
    lines.extend(items.map(|(index, item)| template_line(app, index, item)));
    lines
}

fn template_line(app: &App, index: usize, item: &TemplateItem) -> Line {
    let language = app.locale.language();
    let minutes = item
        .minutes
        .map_or_else(String::new, |count| language.duration(count.into()));
    Line::Row(
        item.id,
        vec![
            Cell::new((index + 1).to_string(), 2).right(),
            Cell::rest(item.title.as_str()),
            Cell::new(named(app.locale, "kind", item.kind.name()), 18).styled(theme::DIM),
            Cell::new(minutes, 10).right(),
        ],
    )
}

fn practical_lines(app: &App, rows: &NetworkRows<'_>, empty: Option<Section>) -> Vec<Line> {
    let mut lines = vec![Line::heading(app.locale.text(Key::NetworkPracticals))];
    if rows.practicals.is_empty() {
        let text = app.locale.text(Key::NetworkNoPracticals).into_owned();
        lines.push(Line::Empty(text, empty == Some(Section::Practicals)));
    }
    lines.extend(rows.practicals.iter().map(|row| practical_line(app, row)));
    lines
}

/// "Lokale · Anna · 30 dage før".
fn practical_line(app: &App, row: &TemplatePractical) -> Line {
    let (key, days) = match row.days {
        0 => (Key::PracticalOnTheDay, 0),
        days if days < 0 => (Key::PracticalBefore, days.unsigned_abs()),
        days => (Key::PracticalAfter, days.unsigned_abs()),
    };
    let when = app
        .locale
        .text_with(key, &[("days", usize::from(days).into())]);
    Line::Row(
        row.id,
        vec![
            Cell::rest(row.what.as_str()),
            Cell::new(row.who.as_str(), 18).styled(theme::DIM),
            Cell::new(when, 18).right(),
        ],
    )
}

#[cfg(test)]
mod tests;
