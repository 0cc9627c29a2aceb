//! The participants: by organisation with answers and attendance as signs and words, and as a
//! short list of who is missing.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::App;
use crate::app::list::List;
use crate::app::overview::{Overview, roll};
use crate::app::screens::meeting::{MeetingScreen, Pane};
use crate::app::spots::Spot;
use crate::domain::attendance::{Attendance, Participant, Rsvp};
use crate::domain::counts::{Quorum, is_expected, is_there, is_unanswered};
use crate::domain::id::Id;
use crate::locale::{Key, Locale};

use super::canvas::put;
use super::pane::{cells, row, title, wrap};
use super::{stages, theme};

/// How somebody stands: a sign and a word, the same for each state everywhere.
pub fn standing(
    locale: Locale,
    participant: &Participant,
    attendance: Attendance,
) -> (&'static str, Cow<'static, str>) {
    let (sign, key) = match attendance {
        Attendance::Present => ("✓", Key::AttendancePresent),
        Attendance::Online => ("@", Key::AttendanceOnline),
        Attendance::Left => ("←", Key::AttendanceLeft),
        Attendance::Apologies => ("–", Key::AttendanceApologies),
        Attendance::Absent => ("×", Key::AttendanceAbsent),
        Attendance::Expected => match participant.rsvp {
            Rsvp::Yes => ("·", Key::ReplyYes),
            Rsvp::Tentative => ("?", Key::ReplyTentative),
            Rsvp::No => ("–", Key::ReplyNo),
            Rsvp::NoAnswer => (" ", Key::ReplyNone),
        },
    };
    (sign, locale.text(key))
}

/// The style of a state; its sign and word say the same.
fn style_of(attendance: Attendance) -> Style {
    match attendance {
        Attendance::Present | Attendance::Online => theme::DONE,
        Attendance::Apologies | Attendance::Absent | Attendance::Left => theme::DIM,
        Attendance::Expected => theme::TEXT,
    }
}

/// Whether the quorum is met, in words.
pub fn quorum_text(locale: Locale, quorum: Quorum) -> String {
    if quorum.met() {
        return locale.text(Key::QuorumMet).into_owned();
    }
    let missing = quorum.needed.saturating_sub(quorum.there);
    locale.text_with(Key::QuorumMissing, &[("count", missing.into())])
}

enum Line<'a> {
    Heading(Option<Id>, usize, usize),
    Person(&'a Participant),
}

fn lines<'a>(overview: &Overview<'a>) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for (organisation, people) in roll(overview.meeting, overview.register) {
        let here = people
            .iter()
            .filter(|row| is_there(attendance(overview, row.id)))
            .count();
        lines.push(Line::Heading(organisation, here, people.len()));
        lines.extend(people.into_iter().map(Line::Person));
    }
    lines
}

fn attendance(overview: &Overview<'_>, person: Id) -> Attendance {
    overview
        .attendances
        .get(&person)
        .copied()
        .unwrap_or_default()
}

/// Draws all participants.
pub fn draw(
    buf: &mut Buffer,
    area: Rect,
    app: &App,
    screen: &MeetingScreen,
    overview: &Overview<'_>,
) {
    let focused = screen.focus == Pane::Participants;
    let name = app.locale.text(Key::Participants);
    let mut parts = stages::attendance(app.locale, overview);
    if let Some(quorum) = overview.counts.quorum {
        parts.push(quorum_text(app.locale, quorum));
    }
    let right = stages::fitting(&parts, area.width.saturating_sub(24));
    let body = title(buf, area, &name, &right, focused);
    let lines = lines(overview);
    if lines.is_empty() {
        let text = app.locale.text(Key::ParticipantsNone);
        put(
            buf,
            body.x + 3,
            body.y + 1,
            body.width.saturating_sub(4),
            &text,
            theme::TEXT,
        );
        return;
    }
    let selected = screen.participants.selected.filter(|_| focused);
    let at = lines
        .iter()
        .position(|line| matches!(line, Line::Person(row) if Some(row.id) == selected));
    let height = usize::from(body.height);
    let offset = List::scroll(0, at.map_or(0, |at| at + 1), height);
    for (y, line) in (body.y..).zip(lines.iter().skip(offset).take(height)) {
        let room = row(body, y);
        match line {
            Line::Heading(organisation, here, all) => {
                let name = organisation_name(app.locale, overview, *organisation);
                let text = format!("{name}  {here}/{all}");
                put(
                    buf,
                    room.x + 2,
                    y,
                    room.width.saturating_sub(2),
                    &text,
                    theme::TITLE,
                );
            }
            Line::Person(participant) => {
                let base = match selected == Some(participant.id) {
                    true => theme::SELECTED,
                    false => theme::TEXT,
                };
                draw_person(buf, room, app.locale, overview, participant, base);
                let spot = Spot::Row(participant.id);
                app.view.spots.put((room.x, y), room.width, spot);
            }
        }
    }
}

fn organisation_name(locale: Locale, overview: &Overview<'_>, id: Option<Id>) -> String {
    match id.map(|id| overview.register.organisation_name(id)) {
        Some(name) if !name.is_empty() => name.to_owned(),
        _ => locale.text(Key::NoOrganisation).into_owned(),
    }
}

fn draw_person(
    buf: &mut Buffer,
    area: Rect,
    locale: Locale,
    overview: &Overview<'_>,
    participant: &Participant,
    base: Style,
) {
    let attendance = attendance(overview, participant.id);
    let (sign, word) = standing(locale, participant, attendance);
    let style = style_of(attendance);
    let at = overview
        .meeting
        .checked_in_at(participant.id)
        .map(|at| {
            let time = crate::domain::zone::local(at).time();
            locale.language().time(time)
        })
        .unwrap_or_default();
    let mut note = Vec::new();
    if let Some(absent) = participant.substitute_for {
        let name = overview.register.name_of(absent);
        note.push(locale.text_with(Key::SubstituteFor, &[("name", name.into())]));
    }
    if participant.walk_in {
        note.push(locale.text(Key::RsvpWalkIn).into_owned());
    }
    let spans = overview.meeting.spans(participant.id);
    let closed = spans.last().is_some_and(|span| span.to.is_some());
    if spans.len() > 1 || (closed && overview.meeting.head.ended_at.is_none()) {
        note.push(locale.spans(&spans));
    }
    let out = overview.meeting.head.current.filter(|item| {
        let out = overview.meeting.recusal(*item, participant.id);
        out.is_some()
    });
    if let Some(number) = out.and_then(|item| overview.meeting.number_of(item)) {
        note.push(locale.text_with(Key::ParticipantRecused, &[("number", number.into())]));
    }
    if !participant.rsvp_note.is_empty() {
        note.push(participant.rsvp_note.clone());
    }
    let name_width = (area.width / 3).clamp(20, 40);
    let list: [(&str, u16, Style); 6] = [
        ("", 4, base),
        (sign, 2, style),
        (
            overview.register.name_of(participant.id),
            name_width,
            theme::TEXT,
        ),
        (&word, 14, style),
        (&at, 7, theme::TEXT),
        (&note.join(" · "), area.width, theme::DIM),
    ];
    cells(buf, area, base, &list);
}

/// Draws organisations with how many came, and who is missing; returns the rows used.
pub fn draw_brief(
    buf: &mut Buffer,
    area: Rect,
    app: &App,
    screen: &MeetingScreen,
    overview: &Overview<'_>,
) -> u16 {
    let focused = screen.focus == Pane::Participants;
    let name = app.locale.text(Key::Door).to_uppercase();
    let counts = &overview.counts;
    let right = format!("{}/{}", counts.present, counts.expected);
    let body = title(buf, area, &name, &right, focused);
    let mut text = brief_lines(app.locale, overview, body.width.saturating_sub(3));
    let room = usize::from(body.height);
    if text.len() > room {
        text.truncate(room.saturating_sub(1));
        text.push(("…".to_owned(), theme::DIM));
    }
    for (y, (line, style)) in (body.y..).zip(text.iter().take(room)) {
        put(
            buf,
            body.x + 2,
            y,
            body.width.saturating_sub(3),
            line,
            *style,
        );
    }
    1 + u16::try_from(text.len().min(room)).unwrap_or(0)
}

fn brief_lines(locale: Locale, overview: &Overview<'_>, width: u16) -> Vec<(String, Style)> {
    let mut organisations = Vec::new();
    let mut missing = Vec::new();
    for (organisation, people) in roll(overview.meeting, overview.register) {
        let expected: Vec<_> = people
            .iter()
            .filter(|row| is_expected(row, attendance(overview, row.id)))
            .collect();
        let here = |row: &&&&Participant| is_there(attendance(overview, row.id));
        let count = expected.iter().filter(here).count();
        let name = organisation_name(locale, overview, organisation);
        if !expected.is_empty() {
            organisations.push(format!("{name} {count}/{}", expected.len()));
        }
        for row in expected.iter().filter(|row| !here(row)) {
            if attendance(overview, row.id) != Attendance::Left {
                missing.push(format!("{} ({name})", overview.register.name_of(row.id)));
            }
        }
    }
    let mut lines: Vec<(String, Style)> = wrap_list(&organisations, width)
        .into_iter()
        .map(|line| (line, theme::TEXT))
        .collect();
    let begun = overview.meeting.head.started_at.is_some() || overview.counts.present > 0;
    if !begun {
        let silent = unanswered(locale, overview);
        lines.extend(
            wrap(&silent, width)
                .into_iter()
                .map(|line| (line, theme::TEXT)),
        );
        return lines;
    }
    if let Some(quorum) = overview.counts.quorum {
        let style = if quorum.met() {
            theme::DONE
        } else {
            theme::ALARM
        };
        lines.push((quorum_text(locale, quorum), style));
    }
    if !missing.is_empty() {
        let text = format!("{}: {}", locale.text(Key::Missing), missing.join(", "));
        lines.extend(
            wrap(&text, width)
                .into_iter()
                .map(|line| (line, theme::TEXT)),
        );
    } else if overview.counts.present > 0 {
        lines.push((locale.text(Key::MissingNobody).into_owned(), theme::DONE));
    }
    lines
}

/// Who has not answered yet.
fn unanswered(locale: Locale, overview: &Overview<'_>) -> String {
    let silent = roll(overview.meeting, overview.register);
    let silent = silent.iter().flat_map(|(_, people)| people);
    let names: Vec<&str> = silent
        .filter(|row| is_unanswered(row, attendance(overview, row.id)))
        .map(|row| overview.register.name_of(row.id))
        .collect();
    match names.is_empty() {
        true => String::new(),
        false => format!("{}: {}", locale.text(Key::RsvpNoneTitle), names.join(", ")),
    }
}

/// Pieces in lines, none broken.
fn wrap_list(pieces: &[String], width: u16) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line)
                if super::canvas::columns(line) + super::canvas::columns(piece) + 3 <= width =>
            {
                line.push_str(" · ");
                line.push_str(piece);
            }
            _ => lines.push(piece.clone()),
        }
    }
    lines
}
