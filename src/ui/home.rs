//! Home: the thing to do now, what needs doing, upcoming meetings, networks.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::app::screens::home::{HomeRows, HomeScreen, rows};
use crate::app::todo::{Errand, Todo};
use crate::domain::checklist::Missing;
use crate::domain::desk::{Reminder, Subject};
use crate::domain::id::Id;
use crate::domain::letter::Outgoing;
use crate::domain::network::meeting_name;
use crate::domain::query::{MeetingRow, NetworkRow};
use crate::locale::Key;

use super::listing::{self, Cell, Line};
use super::theme;
use super::words::{day_and_time, distance, gap_text, stage_name};

/// Draws the screen.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, screen: &HomeScreen) -> Option<Position> {
    let (language, today) = (app.locale.language(), app.clock.local.date());
    let day = format!("{} · {}", language.long_date(today), language.week(today));
    let body = listing::draw_head(buf, area, &app.locale.text(Key::HomeTitle), &day);
    app.view.home.as_ref()?;
    let rows = rows(app);
    let selected = screen.selected(&rows);
    let mut lines = now(app, &rows);
    if app.view.is_wide() {
        let (left, right) = listing::halves(body);
        lines.extend(todo_lines(app, &rows));
        listing::draw(buf, left, &lines, selected, &app.view.spots);
        let mut beside = meeting_lines(app, &rows, false);
        beside.push(Line::Blank);
        beside.extend(network_lines(app, &rows, false));
        listing::draw(buf, right, &beside, selected, &app.view.spots);
    } else {
        lines.extend(todo_lines(app, &rows));
        lines.push(Line::Blank);
        lines.extend(meeting_lines(app, &rows, true));
        lines.push(Line::Blank);
        lines.extend(network_lines(app, &rows, true));
        listing::draw(buf, body, &lines, selected, &app.view.spots);
    }
    None
}

fn now(app: &App, rows: &HomeRows<'_>) -> Vec<Line> {
    let text = |key| app.locale.text(key).into_owned();
    match rows.todo.first() {
        Some(first) => vec![todo_line(app, rows, first, true)],
        None => vec![Line::Plain(text(Key::HomeNothing), theme::TITLE)],
    }
}

fn todo_lines(app: &App, rows: &HomeRows<'_>) -> Vec<Line> {
    if rows.todo.len() < 2 {
        return Vec::new();
    }
    let heading = app.locale.text(Key::HomeNeeds).into_owned();
    let mut lines = vec![Line::Blank, Line::heading(heading)];
    let rest = rows.todo.iter().skip(1);
    lines.extend(rest.map(|todo| todo_line(app, rows, todo, false)));
    lines
}

fn todo_line(app: &App, rows: &HomeRows<'_>, todo: &Todo<'_>, now: bool) -> Line {
    let (language, today) = (app.locale.language(), app.clock.local.date());
    let late = todo.day.is_some_and(|day| day < today);
    let when = todo
        .day
        .map_or_else(String::new, |day| distance(language, day, today));
    let place = match (todo.meeting, &todo.errand) {
        (Some(row), _) => meeting_name(&row.label),
        (None, Errand::Mails(row) | Errand::Replies(row)) => meeting_name(&row.label),
        (None, Errand::Remind(reminder)) if reminder.subject == Subject::Enquiry => {
            reminder.detail.clone()
        }
        (None, _) => network_label(rows, todo).to_uppercase(),
    };
    let (sign, style) = match &todo.errand {
        Errand::Objections(_) | Errand::Unanswered(_) => ("…", theme::DIM),
        Errand::Mails(row) if row.mails.trouble == 0 => ("…", theme::DIM),
        Errand::Mails(_) => ("!", theme::ALARM),
        _ if late => ("!", theme::ALARM),
        _ => ("·", theme::TEXT),
    };
    let what = match now {
        true => format!(
            "{}: {}",
            app.locale.text(Key::HomeNow),
            errand_text(app, todo)
        ),
        false => errand_text(app, todo),
    };
    let mut cells = vec![
        Cell::new(sign, 1).styled(style),
        Cell::rest(what).styled(if now { theme::NOW } else { theme::TEXT }),
    ];
    if !place.is_empty() || !when.is_empty() {
        cells.push(Cell::new(place, 14));
        cells.push(Cell::new(when, 18).right());
    }
    Line::Row(todo.id(), cells)
}

fn network_label<'a>(rows: &HomeRows<'a>, todo: &Todo<'_>) -> &'a str {
    let mut networks = rows.networks.iter();
    let found = networks.find(|row| row.id == todo.network);
    found.map_or("", |row| row.label.as_str())
}

fn errand_text(app: &App, todo: &Todo<'_>) -> String {
    let locale = app.locale;
    let text = |key| locale.text(key).into_owned();
    let counted = |key, count: usize| locale.text_with(key, &[("count", count.into())]);
    match &todo.errand {
        Errand::Running if todo.day == Some(app.clock.local.date()) => text(Key::TodoRunning),
        Errand::Running => text(Key::TodoUnclosed),
        Errand::Door => match todo.meeting.and_then(|row| row.start) {
            Some(start) => {
                let time = locale.language().time(start);
                locale.text_with(Key::TodoDoorAt, &[("time", time.into())])
            }
            None => text(Key::TodoDoor),
        },
        Errand::Approve => text(Key::TodoApprove),
        Errand::CloseOut(gap) => {
            let what = gap_text(locale, gap);
            locale.text_with(Key::TodoCloseOut, &[("what", what.into())])
        }
        Errand::SendMinutes => text(Key::TodoSendMinutes),
        Errand::Convene => text(Key::TodoConvene),
        Errand::SendAgenda(_) => text(Key::TodoSendAgenda),
        Errand::CallForItems(_) => text(Key::TodoCallForItems),
        Errand::Slides(_) => text(Key::TodoSlides),
        Errand::Overdue(rows) => match rows.as_slice() {
            [one] => locale.text_with(
                Key::TodoOverdueOne,
                &[
                    ("text", one.text.as_str().into()),
                    ("owner", one.owner_name.as_str().into()),
                ],
            ),
            many => counted(Key::TodoOverdue, many.len()),
        },
        Errand::Mails(row) => match row.mails {
            Outgoing { trouble: 1.., .. } => counted(Key::TodoMails, row.mails.trouble),
            Outgoing { waiting: 1.., .. } => counted(Key::TodoMailsWait, row.mails.waiting),
            _ => counted(Key::TodoMailsFiles, row.mails.files),
        },
        Errand::Replies(row) => counted(Key::TodoReplies, row.mails.replies),
        Errand::Reported(rows) => match rows.as_slice() {
            [one] => locale.text_with(
                Key::TodoReportedOne,
                &[
                    ("text", one.text.as_str().into()),
                    ("owner", one.owner_name.as_str().into()),
                ],
            ),
            many => counted(Key::TodoReported, many.len()),
        },
        Errand::Practical(what, _) => {
            locale.text_with(Key::TodoPractical, &[("what", (*what).into())])
        }
        Errand::Remind(reminder) => remind_text(app, reminder),
        Errand::Settle(count) => counted(Key::TodoSettle, *count),
        Errand::Missed => text(Key::TodoMissed),
        Errand::Gap(gap, 0) | Errand::Proposals(gap) => gap_text(locale, gap),
        Errand::Gap(gap, more) => {
            let what = gap_text(locale, gap);
            let args = [("what", what.into()), ("count", (*more).into())];
            locale.text_with(Key::TodoMore, &args)
        }
        Errand::Unanswered(count) => counted(Key::TodoUnanswered, *count),
        Errand::Objections(_) => text(Key::TodoObjections),
        Errand::Term(missing, count) => counted(
            match missing {
                Missing::EvaluationDue => Key::TodoEvaluation,
                Missing::ReviewDue => Key::TodoReview,
                Missing::SecretariatEnds => Key::TodoSecretariatEnds,
                _ => Key::TodoSeatsEnd,
            },
            *count,
        ),
        Errand::FirstNetwork => match app.docs.secretariat() {
            Some(known) if known.head.id != Id::default() => text(Key::TodoFirstNetwork),
            _ => text(Key::TodoWelcome),
        },
        Errand::FirstMembers => text(Key::TodoFirstMembers),
        Errand::FirstMeeting => text(Key::TodoFirstMeeting),
        Errand::NextMeeting => text(Key::TodoNextMeeting),
        Errand::Ready => text(Key::TodoReady),
    }
}

fn remind_text(app: &App, reminder: &Reminder) -> String {
    let key = match reminder.subject {
        Subject::Enquiry => Key::TodoEnquiry,
        Subject::Call => Key::TodoCall,
        Subject::Term => Key::TodoTerm,
        Subject::Membership => Key::TodoMembership,
    };
    let args = [
        ("title", reminder.title.as_str().into()),
        ("detail", reminder.detail.as_str().into()),
    ];
    app.locale.text_with(key, &args)
}

fn meeting_lines(app: &App, rows: &HomeRows<'_>, roomy: bool) -> Vec<Line> {
    let heading = app.locale.text(Key::HomeUpcoming).into_owned();
    let mut lines = vec![Line::heading(heading)];
    if rows.meetings.is_empty() {
        lines.push(Line::dim(app.locale.text(Key::HomeNoMeetings)));
    }
    let meetings = rows.meetings.iter();
    lines.extend(meetings.map(|row| meeting_line(app, row, roomy)));
    lines
}

fn meeting_line(app: &App, row: &MeetingRow, roomy: bool) -> Line {
    let (language, today) = (app.locale.language(), app.clock.local.date());
    let how_far = row
        .date
        .map_or_else(String::new, |day| distance(language, day, today));
    let near = row.date.is_some_and(|day| (day - today).num_days() < 2);
    let mut cells = vec![
        Cell::new(day_and_time(app, row), 21),
        Cell::new(meeting_name(&row.label), 13),
        Cell::rest(row.title.as_str()),
    ];
    if roomy {
        let how_far = if near { String::new() } else { how_far };
        cells.insert(1, Cell::new(how_far, 10).styled(theme::DIM));
        let stage = stage_name(app.locale, row.stage);
        cells.push(Cell::new(stage, 10).right().styled(theme::DIM));
    } else {
        let stage = stage_name(app.locale, row.stage);
        cells.push(Cell::new(stage, 10).right().styled(theme::DIM));
    }
    Line::Row(row.id, cells)
}

fn network_lines(app: &App, rows: &HomeRows<'_>, roomy: bool) -> Vec<Line> {
    let heading = app.locale.text(Key::HomeNetworks).into_owned();
    let mut lines = vec![Line::heading(heading)];
    if rows.networks.is_empty() {
        lines.push(Line::dim(app.locale.text(Key::HomeNoNetworks)));
    }
    let networks = rows.networks.iter();
    lines.extend(networks.map(|row| network_line(app, row, roomy)));
    lines
}

fn network_line(app: &App, row: &NetworkRow, roomy: bool) -> Line {
    let locale = app.locale;
    let counted = |key, count: usize| locale.text_with(key, &[("count", count.into())]);
    let next = match row.next {
        Some(day) => locale
            .language()
            .date_seen_from(day, app.clock.local.date()),
        None => locale.text(Key::HomeNoNext).into_owned(),
    };
    let mut cells = vec![Cell::rest(row.name.as_str())];
    if roomy {
        cells.push(Cell::new(counted(Key::HomeMembers, row.members), 13).right());
    }
    cells.push(Cell::new(counted(Key::CountActions, row.open_actions), 14).right());
    cells.push(Cell::new(next, 19).right());
    Line::Row(row.id, cells)
}

#[cfg(test)]
mod tests;
