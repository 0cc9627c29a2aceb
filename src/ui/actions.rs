//! The meeting's actions: who, what, by when, and whether done.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::App;
use crate::app::list::List;
use crate::app::overview::{Overview, Task, tasks};
use crate::app::screens::meeting::{MeetingScreen, Pane};
use crate::app::spots::Spot;
use crate::domain::network::ActionStatus;
use crate::locale::{Key, Locale};

use super::canvas::{fit, put};
use super::pane::{cells, row, title};
use super::theme;

fn sign(status: ActionStatus) -> &'static str {
    match status {
        ActionStatus::Open => "☐",
        ActionStatus::Done => "✓",
        ActionStatus::Dropped => "×",
    }
}

fn status_name(locale: Locale, status: ActionStatus) -> String {
    let key = match status {
        ActionStatus::Open => Key::TaskOpen,
        ActionStatus::Done => Key::TaskDone,
        ActionStatus::Dropped => Key::TaskDropped,
    };
    locale.text(key).into_owned()
}

fn owner(locale: Locale, overview: &Overview<'_>, task: &Task<'_>) -> (String, Style) {
    match task.owner.name(overview.register) {
        "" => (format!("! {}", locale.text(Key::NoOwner)), theme::ALARM),
        name => (name.to_owned(), theme::TEXT),
    }
}

fn due(app: &App, task: &Task<'_>) -> (String, Style) {
    let today = app.clock.local.date();
    match task.due {
        None => (format!("! {}", app.locale.text(Key::NoDue)), theme::ALARM),
        Some(due) => {
            let late =
                task.status == ActionStatus::Open && due.day().is_some_and(|day| day < today);
            let text = app.locale.language().due(due, today);
            match late {
                true => (format!("! {text}"), theme::ALARM),
                false => (text, theme::TEXT),
            }
        }
    }
}

/// Draws all actions of the meeting.
pub fn draw(
    buf: &mut Buffer,
    area: Rect,
    app: &App,
    screen: &MeetingScreen,
    overview: &Overview<'_>,
) {
    let focused = screen.focus == Pane::Actions;
    let tasks = tasks(overview.meeting, overview.network);
    let count = app
        .locale
        .text_with(Key::CountActions, &[("count", tasks.len().into())]);
    let body = title(
        buf,
        area,
        &app.locale.text(Key::PaneActions),
        &count,
        focused,
    );
    if tasks.is_empty() {
        let text = app.locale.text(Key::ActionsNone);
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
    let selected = screen.actions.selected.filter(|_| focused);
    let at = tasks.iter().position(|task| Some(task.id) == selected);
    let height = usize::from(body.height);
    let offset = List::scroll(0, at.unwrap_or(0), height);
    for (y, task) in (body.y..).zip(tasks.iter().skip(offset).take(height)) {
        let base = match selected == Some(task.id) {
            true => theme::SELECTED,
            false => theme::TEXT,
        };
        let number = task
            .item
            .and_then(|item| overview.meeting.number_of(item))
            .map(|number| number.to_string())
            .unwrap_or_default();
        let (owner, owner_style) = owner(app.locale, overview, task);
        let (due, due_style) = due(app, task);
        let text_width = body.width.saturating_sub(2 + 2 + 4 + 20 + 15 + 9);
        let list: [(&str, u16, Style); 7] = [
            ("", 2, base),
            (sign(task.status), 2, theme::TEXT),
            (&number, 4, theme::DIM),
            (task.text, text_width, theme::TEXT),
            (&owner, 20, owner_style),
            (&due, 15, due_style),
            (&status_name(app.locale, task.status), 9, theme::TEXT),
        ];
        cells(buf, row(body, y), base, &list);
        app.view
            .spots
            .put((body.x, y), body.width, Spot::Row(task.id));
    }
}

/// Draws the actions as a short list, two lines each.
pub fn draw_brief(
    buf: &mut Buffer,
    area: Rect,
    app: &App,
    screen: &MeetingScreen,
    overview: &Overview<'_>,
) {
    let focused = screen.focus == Pane::Actions;
    let name = app.locale.text(Key::PaneActions).to_uppercase();
    let body = title(buf, area, &name, "", focused);
    let tasks = tasks(overview.meeting, overview.network);
    let width = body.width.saturating_sub(3);
    let height = usize::from(body.height / 2);
    let selected = tasks
        .iter()
        .position(|task| focused && Some(task.id) == screen.actions.selected);
    // The latest are the ones being written.
    let last = tasks.len().saturating_sub(1);
    let offset = List::scroll(0, selected.unwrap_or(last), height);
    for (index, task) in tasks.iter().enumerate().skip(offset).take(height) {
        let y = body.y + 2 * u16::try_from(index - offset).unwrap_or(0);
        let base = match selected == Some(index) {
            true => theme::SELECTED,
            false => theme::TEXT,
        };
        for y in [y, y + 1] {
            app.view
                .spots
                .put((body.x, y), body.width, Spot::Row(task.id));
        }
        let text = fit(&format!("{} {}", sign(task.status), task.text), width);
        put(buf, body.x + 2, y, width, &text, base);
        let (owner, owner_style) = owner(app.locale, overview, task);
        let (due, due_style) = due(app, task);
        let used = put(
            buf,
            body.x + 4,
            y + 1,
            width.saturating_sub(2),
            &owner,
            owner_style,
        );
        let rest = width.saturating_sub(2 + used);
        put(
            buf,
            body.x + 4 + used,
            y + 1,
            rest,
            &format!(" · {due}"),
            due_style,
        );
    }
}
