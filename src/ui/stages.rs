//! The head of the meeting screen: which meeting, who came, the stages, how late we are; and the
//! line with the next step.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::App;
use crate::app::keyname;
use crate::app::message::Message;
use crate::app::overview::Overview;
use crate::app::screens::Screen;
use crate::app::screens::meeting::{MeetingScreen, Pane};
use crate::app::spots::Spot;
use crate::app::steps::{self, gap_text, stage_name};
use crate::domain::attendance::ParticipantRole;
use crate::domain::counts::Counts;
use crate::domain::meeting::Meeting;
use crate::domain::register::{Organisation, Register};
use crate::domain::role::Role;
use crate::domain::walk::{NextStep, Stage, StageState, State};
use crate::locale::{Key, Locale};

use super::canvas::{columns, fit, put, put_right};
use super::{minutes, pace, theme};

/// Draws the two head lines.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, overview: &Overview<'_>) {
    let room = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    let left = name_line(app, overview);
    put(buf, room.x, room.y, room.width, &left, theme::TITLE);
    let free = room.width.saturating_sub(columns(&left) + 2);
    let right = fitting(&attendance(app.locale, overview), free);
    put_right(buf, room, room.y, &right, theme::TITLE);
    let end = end_line(app.locale, overview);
    let free = room.width.saturating_sub(columns(&end) + 2);
    draw_stages(buf, room.x, room.y + 1, free, app.locale, overview);
    let late = overview.schedule.over_by().is_some();
    let style = if late { theme::ALARM } else { theme::TEXT };
    put_right(buf, room, room.y + 1, &end, style);
}

/// "NIMS 3/2026 · tor. 26. nov. · 10.42", the clock while it runs, else its start.
fn name_line(app: &App, overview: &Overview<'_>) -> String {
    let language = app.locale.language();
    let head = &overview.meeting.head;
    let mut parts = vec![overview.name()];
    let mut day = head.date.map(|date| language.short_date(date));
    if let (Some(day), true) = (&mut day, head.tentative) {
        day.push_str(&format!(" ({})", app.locale.text(Key::DateTentative)));
    }
    parts.extend(day);
    if overview.runs() {
        parts.push(language.time(app.clock.local.time()));
    } else {
        parts.extend(head.start.map(|start| language.time(start)));
    }
    parts.join(" · ")
}

/// Parts of the count, the most important first.
pub fn attendance(locale: Locale, overview: &Overview<'_>) -> Vec<String> {
    attended(
        locale,
        overview.meeting,
        overview.register,
        &overview.counts,
    )
}

/// The same, of a meeting whose other facts are not wanted.
pub fn attended(
    locale: Locale,
    meeting: &Meeting,
    register: &Register,
    counts: &Counts,
) -> Vec<String> {
    let number = |key, count: usize| locale.text_with(key, &[("count", count.into())]);
    let head = &meeting.head;
    if let Some(why) = &head.cancelled {
        return vec![locale.text_with(Key::MeetingCancelled, &[("why", why.into())])];
    }
    if head.started_at.is_none() && counts.present == 0 {
        return [
            (Key::AnswersYes, counts.expected),
            (Key::AnswersNo, counts.apologies),
            (Key::AnswersNone, counts.unanswered),
        ]
        .map(|(key, count)| number(key, count))
        .to_vec();
    }
    let mut parts = vec![locale.text_with(
        Key::Met,
        &[
            ("present", counts.present.into()),
            ("expected", counts.expected.into()),
        ],
    )];
    if counts.organisations_expected > 0 {
        parts.push(locale.text_with(
            organisations_word(meeting, register),
            &[
                ("there", counts.organisations.into()),
                ("expected", counts.organisations_expected.into()),
            ],
        ));
    }
    if counts.online > 0 {
        parts.push(number(Key::MetOnline, counts.online));
    }
    parts
}

/// They are called municipalities when all of them are.
fn organisations_word(meeting: &Meeting, register: &Register) -> Key {
    let all = meeting.participant_list();
    let mut members = all
        .filter(|row| row.role == ParticipantRole::Member)
        .filter_map(|row| register.organisations.get(&row.organisation?))
        .peekable();
    if members.peek().is_some() && members.all(Organisation::is_municipality) {
        Key::MetMunicipalities
    } else {
        Key::MetOrganisations
    }
}

/// As many parts as there is room for.
pub fn fitting(parts: &[String], width: u16) -> String {
    let mut text = String::new();
    for part in parts {
        let longer = if text.is_empty() {
            part.clone()
        } else {
            format!("{text} · {part}")
        };
        if columns(&longer) > width {
            break;
        }
        text = longer;
    }
    text
}

/// "slut 12.38 (+8)"; "sluttede 12.38".
pub fn end_line(locale: Locale, overview: &Overview<'_>) -> String {
    let Some(end) = overview.schedule.end else {
        return String::new();
    };
    let time = locale.language().time(end);
    let head = &overview.meeting.head;
    let (key, minutes) = match overview.schedule.late {
        // How late it became is no news once it is over.
        _ if head.ended_at.is_some() => (Key::EndedAt, 0),
        Some(late) if late > 0 => (Key::EndsLate, late),
        Some(late) if late < 0 && head.started_at.is_some() => (Key::EndsEarly, -late),
        _ => (Key::EndsAt, 0),
    };
    locale.text_with(key, &[("time", time.into()), ("minutes", minutes.into())])
}

/// A stage with its sign: "Plan✓ ", "REFERAT 3/7▸".
fn label(locale: Locale, overview: &Overview<'_>, row: &StageState) -> (String, Style) {
    let name = stage_name(locale, row.stage);
    match row.state {
        State::Done => (format!("{name}✓ "), theme::DONE),
        State::Todo => (format!("{name}▸"), theme::DIM),
        State::Skipped => (format!("{name}– "), theme::DIM),
        State::Doing => {
            let name = name.to_uppercase();
            let place = overview.meeting.head.current;
            let number = place.and_then(|item| overview.meeting.number_of(item));
            let text = match number.filter(|_| row.stage == Stage::Minutes) {
                Some(number) => format!("{name} {number}/{}▸", overview.schedule.slots.len()),
                None => format!("{name}▸"),
            };
            (text, theme::NOW)
        }
    }
}

/// The stages round the current one, as many as fit.
fn draw_stages(
    buf: &mut Buffer,
    x: u16,
    y: u16,
    width: u16,
    locale: Locale,
    overview: &Overview<'_>,
) {
    let labels: Vec<(String, Style)> = overview
        .walk
        .stages
        .iter()
        .map(|row| label(locale, overview, row))
        .collect();
    let current = overview
        .walk
        .stages
        .iter()
        .position(|row| row.state == State::Doing)
        .unwrap_or(labels.len().saturating_sub(1));
    let (from, to) = window(&labels, current, width);
    let mut at = x;
    for (index, (text, style)) in labels.iter().enumerate().take(to).skip(from) {
        let last = index + 1 == to;
        let text = if last {
            text.trim_end_matches('▸')
        } else {
            text
        };
        at += put(buf, at, y, width.saturating_sub(at - x), text, *style);
    }
}

/// The range of labels to show: as much before the current one as after it, as far as there is room.
fn window(labels: &[(String, Style)], current: usize, width: u16) -> (usize, usize) {
    let size = |index: usize| labels.get(index).map_or(0, |(text, _)| columns(text));
    let (mut from, mut to) = (current, current + 1);
    let mut used = size(current);
    loop {
        let before = from
            .checked_sub(1)
            .filter(|index| used + size(*index) <= width);
        if let Some(index) = before {
            used += size(index);
            from = index;
        }
        let after = Some(to).filter(|index| *index < labels.len() && used + size(*index) <= width);
        if let Some(index) = after {
            used += size(index);
            to = index + 1;
        }
        if before.is_none() && after.is_none() {
            return (from, to.min(labels.len()));
        }
    }
}

/// The next step in words.
pub fn next_text(locale: Locale, step: &NextStep) -> String {
    let with = |key, name, value: usize| locale.text_with(key, &[(name, value.into())]);
    let day = |key, plain, day: Option<chrono::NaiveDate>| match day {
        Some(day) => {
            let day = locale.language().short_date(day);
            locale.text_with(key, &[("date", day.into())])
        }
        None => locale.text(plain).into_owned(),
    };
    let plain = |key| locale.text(key).into_owned();
    match step {
        NextStep::Nothing => plain(Key::NextNothing),
        NextStep::Mend(gap) => gap_text(locale, gap),
        NextStep::Invite { people } => with(Key::NextInvite, "count", *people),
        NextStep::TellCancelled { people } => with(Key::NextTellCancelled, "count", *people),
        NextStep::SendAgenda => plain(Key::NextSendAgenda),
        NextStep::Wait { until } => day(Key::NextWait, Key::NextWaitUndated, *until),
        NextStep::CheckIn => plain(Key::NextCheckIn),
        NextStep::StartMeeting => plain(Key::NextStartMeeting),
        NextStep::StartItem { number, .. } => with(Key::NextStartItem, "number", *number),
        NextStep::CloseMeeting => plain(Key::NextCloseMeeting),
        NextStep::SendMinutes => plain(Key::NextSendMinutes),
        NextStep::Comments { count, .. } => with(Key::NextComments, "count", *count),
        NextStep::WaitForObjections { deadline } => {
            day(Key::NextWaitForObjections, Key::NextApprove, *deadline)
        }
        NextStep::Approve => plain(Key::NextApprove),
        NextStep::Publish => plain(Key::NextPublish),
        NextStep::PlanNext { .. } => plain(Key::NextPlanNext),
        NextStep::FollowUp { count, .. } => with(Key::NextFollowUp, "count", *count),
    }
}

/// The line with the next step, and whether all is saved.
pub fn draw_next(
    buf: &mut Buffer,
    row: Rect,
    app: &App,
    screen: &MeetingScreen,
    overview: &Overview<'_>,
) {
    let focused = screen.focus == Pane::Agenda && screen.at_next && screen.grabbed.is_none();
    let style = if focused {
        theme::SELECTED
    } else {
        theme::TEXT
    };
    super::canvas::fill(buf, row, style);
    app.view
        .spots
        .put((row.x, row.y), row.width, Spot::NextStep);
    let key = next_key(app, screen, &overview.walk.next, focused);
    let what = match app.session.role {
        Role::Member => app.locale.text(Key::NextMember).into_owned(),
        _ => next_text(app.locale, &overview.walk.next),
    };
    let key = match key.is_empty() {
        true => String::new(),
        false => format!("{key}  "),
    };
    let next = format!("{}: {key}{what}", app.locale.text(Key::NextStep));
    let text = match pace::warning(app, overview.meeting) {
        Some(warning) => format!("{warning} · {next}"),
        None => next,
    };
    let saved = saved_text(app, row.width.saturating_sub(columns(&text) + 4));
    let free = row.width.saturating_sub(columns(&saved) + 4);
    put(
        buf,
        row.x + 1,
        row.y,
        free,
        &fit(&text, free),
        style.patch(theme::KEY),
    );
    let right = Rect {
        width: row.width.saturating_sub(1),
        ..row
    };
    put_right(buf, right, row.y, &saved, style);
}

/// The key that does the next step from here; none where one can only wait.
fn next_key(app: &App, screen: &MeetingScreen, next: &NextStep, focused: bool) -> String {
    if !steps::is_offered(next) {
        return String::new();
    }
    let key = |scope| app.view.keymap.key_of(&[scope], "next-step");
    let key = match (screen.focus, next) {
        (Pane::Minutes, NextStep::StartItem { .. }) => {
            return keyname::in_strip(app, "minutes-next-item").unwrap_or_default();
        }
        (Pane::Minutes, _) => return keyname::in_strip(app, "next-step").unwrap_or_default(),
        _ if focused => key("next"),
        _ => key("meeting"),
    };
    key.map(|key| keyname::name(app.locale, key))
        .unwrap_or_default()
}

/// Others named beside the user; more are counted.
const NAMED: usize = 2;

/// "Karen", with those who are elsewhere: "Karen · Bo · Åse".
fn beside(app: &App) -> String {
    let mut text = app.session.user.clone();
    let (meeting, item) = match &app.view.screen {
        Screen::Meeting(screen) => (screen.meeting, minutes::shown_item(app, screen)),
        _ => return text,
    };
    let others = app.names_outside(meeting, item);
    for name in others.iter().take(NAMED) {
        text.push_str(" · ");
        text.push_str(&fit(name, 20));
    }
    if others.len() > NAMED {
        text.push_str(&format!(" +{}", others.len() - NAMED));
    }
    text
}

/// "Gemt 10.42.07  Karen", or what is wrong. In too few columns the name gives way to the next
/// step, then the time; that it is saved and what is wrong never do.
fn saved_text(app: &App, room: u16) -> String {
    let saving = &app.view.saving;
    let user = &beside(app);
    if let Some(trouble) = &saving.trouble {
        let why = Message::of(trouble).render(app.locale).into();
        return app.locale.text_with(Key::NotSaved, &[("why", why)]);
    }
    if saving.slow {
        return app.locale.text(Key::NotSavedYet).into_owned();
    }
    let time = saving
        .saved_at
        .filter(|_| app.is_saved())
        .and_then(|seconds| chrono::NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0));
    let saved = time.map(|time| {
        let time = app.locale.language().time_to_second(time);
        app.locale.text_with(Key::SavedAt, &[("time", time.into())])
    });
    let all = match &saved {
        Some(saved) => format!("{saved}  {user}"),
        None => user.clone(),
    };
    let short = saved.as_ref().map(|_| app.locale.text(Key::SavedShort));
    let texts = [all, saved.unwrap_or_default()].into_iter();
    texts
        .filter(|text| !text.is_empty() && columns(text) <= room)
        .max_by_key(|text| columns(text))
        .unwrap_or_else(|| short.unwrap_or_default().into_owned())
}
