//! What frames an item's minutes: its rule with the time, its recommendation, the next item's rule.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{App, floor};
use crate::documents::annex_number;
use crate::domain::agenda::{AgendaItem, ItemStatus};
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::network::meeting_name;
use crate::domain::queue::{Used, used};
use crate::domain::schedule::{Slot, schedule};
use crate::locale::Key;
use crate::ui::canvas::{columns, fit, put, put_right};
use crate::ui::theme;

/// Cells of the bar that shows how much of the planned time is used.
const BAR: u32 = 9;

/// Draws the frame; returns the room of the text.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, meeting: &Meeting, item: Id) -> Rect {
    let schedule = schedule(meeting, app.clock.now);
    let agenda = meeting.agenda();
    let index = agenda.iter().position(|row| row.id == item).unwrap_or(0);
    let mut room = area;
    if let (Some(row), Some(slot)) = (agenda.get(index), schedule.slots.get(index)) {
        draw_rule(buf, area, area.y, app, row, slot);
        room.y += 1;
        room.height = room.height.saturating_sub(1);
        if draw_case(buf, room, app, meeting, row, index + 1) {
            room.y += 1;
            room.height = room.height.saturating_sub(1);
        }
        draw_floor(buf, room, app, meeting);
        room.y += 1;
        room.height = room.height.saturating_sub(1);
    }
    if let (Some(row), Some(slot)) = (agenda.get(index + 1), schedule.slots.get(index + 1))
        && room.height > 3
    {
        draw_rule(buf, area, area.bottom() - 1, app, row, slot);
        room.height -= 1;
    }
    room
}

/// "── 3 Samskabelse ─ drøftelse ───── 10.20 ─ 22 af 30 min ■■■■■■■□□ ─"
fn draw_rule(buf: &mut Buffer, area: Rect, y: u16, app: &App, item: &AgendaItem, slot: &Slot) {
    let line = "─".repeat(usize::from(area.width));
    put(buf, area.x, y, area.width, &line, theme::DIM);
    let time = time_text(app, item, slot);
    let right = Rect {
        width: area.width.saturating_sub(1),
        ..area
    };
    let style = match slot
        .planned
        .map(|planned| used(slot.used.into(), planned.into()))
    {
        Some(Used::All) if slot.used > u32::from(slot.planned.unwrap_or(0)) => theme::ALARM,
        Some(Used::All | Used::Most) if item.status == ItemStatus::Current => theme::NOW,
        _ => theme::TEXT,
    };
    let mut free = area.width.saturating_sub(6);
    if !time.is_empty() {
        put_right(buf, right, y, &format!(" {time} "), style);
        free = free.saturating_sub(columns(&time) + 3);
    }
    let kind = app.locale.text(kind_key(item));
    let title_room = free.saturating_sub(columns(&kind) + 5);
    let title = fit(&format!("{} {}", slot.number, item.title), title_room);
    let style = match item.status {
        ItemStatus::Current => theme::NOW,
        _ => theme::TITLE,
    };
    let mut x = area.x + 2;
    x += put(buf, x, y, free, &format!(" {title} "), style);
    x += 1;
    x += put(buf, x, y, free, &format!(" {kind} "), theme::TEXT);
    let names = app.names_in(app.view.meeting().unwrap_or_default(), item.id);
    let room = (area.x + 6 + free).saturating_sub(x + 3);
    if !names.is_empty() && room > 3 {
        let names = fit(&names.join(", "), room);
        put(buf, x + 1, y, room + 2, &format!(" {names} "), theme::KEY);
    }
}

/// Who has the floor and who waits, on the row that is else blank.
fn draw_floor(buf: &mut Buffer, area: Rect, app: &App, meeting: &Meeting) {
    let now = app.clock.now;
    if meeting.head.ended_at.is_some() || area.height < 4 {
        return;
    }
    let Some(said) = floor::line(app.locale, meeting, app.register(), Some(now)) else {
        return;
    };
    let (sign, style) = match meeting.floor_used(now) {
        Some(Used::All) => ("!", theme::ALARM),
        Some(Used::Most) => ("!", theme::NOW),
        Some(Used::Some) | None => (" ", theme::DIM),
    };
    put(buf, area.x, area.y, 1, sign, style);
    let width = area.width.saturating_sub(3);
    put(buf, area.x + 1, area.y, width, &fit(&said, width), style);
}

fn time_text(app: &App, item: &AgendaItem, slot: &Slot) -> String {
    let mut parts = Vec::new();
    if item.status == ItemStatus::Deferred {
        return deferred(app, item);
    }
    let clock = |time| app.locale.language().plain_time(time);
    match (slot.starts_at, slot.ends_at) {
        // What is done tells when it ended.
        (Some(from), Some(to)) if item.status == ItemStatus::Done => {
            parts.push(format!("{}–{}", clock(from), clock(to)));
        }
        (Some(from), _) => parts.push(clock(from)),
        (None, _) => {}
    }
    let begun = item.status != ItemStatus::Planned || slot.used > 0;
    let number = |key, used: u32, minutes: u16| {
        let args = [("used", used.into()), ("minutes", minutes.into())];
        app.locale.text_with(key, &args)
    };
    match (slot.planned, begun) {
        (Some(planned), true) => {
            let text = number(Key::MinutesUsed, slot.used, planned);
            parts.push(format!("{text} {}", bar(slot.used, planned)));
        }
        (Some(planned), false) => parts.push(number(Key::MinutesPlanned, 0, planned)),
        (None, true) => parts.push(number(Key::MinutesUsedOnly, slot.used, 0)),
        (None, false) => {}
    }
    parts.join(" ─ ")
}

/// "udsat til NIMS 4/2026", as far as the meeting is known.
fn deferred(app: &App, item: &AgendaItem) -> String {
    let name = item.deferred_to.and_then(|id| {
        let network = app.docs.meeting(app.view.meeting()?)?.head.network;
        let row = app.docs.network(network)?.meetings.get(&id)?;
        Some(meeting_name(
            &row.label(app.docs.secretariat()?.label(network)),
        ))
    });
    match name {
        Some(name) => app
            .locale
            .text_with(Key::AgendaItemDeferredTo, &[("meeting", name.into())]),
        None => app.locale.text(Key::AgendaItemDeferred).into_owned(),
    }
}

fn bar(used: u32, planned: u16) -> String {
    let planned = u32::from(planned).max(1);
    let full = ((used * BAR + planned / 2) / planned).min(BAR);
    (0..BAR)
        .map(|cell| if cell < full { '■' } else { '□' })
        .collect()
}

fn kind_key(item: &AgendaItem) -> Key {
    Key::named(&format!("kind-{}", item.kind.name())).unwrap_or(Key::KindInformation)
}

/// The recommendation and the annexes; whether there is any of them.
fn draw_case(
    buf: &mut Buffer,
    area: Rect,
    app: &App,
    meeting: &Meeting,
    item: &AgendaItem,
    number: usize,
) -> bool {
    let count = meeting.annexes_of(item.id).len();
    let text = item.recommendation.lines().next().unwrap_or("");
    if (text.is_empty() && count == 0) || area.height < 4 {
        return false;
    }
    let annexes = (0..count).map(|place| annex_number(number, place));
    let annexes: Vec<String> = annexes.collect();
    let mut free = area.width.saturating_sub(3);
    if count > 0 {
        let args = [("annexes", annexes.join(", ").into())];
        let annexes = app.locale.text_with(Key::MinutesAnnexes, &args);
        let right = Rect {
            width: area.width.saturating_sub(2),
            ..area
        };
        put_right(buf, right, area.y, &annexes, theme::TEXT);
        free = free.saturating_sub(columns(&annexes) + 2);
    }
    if !text.is_empty() {
        let text = app
            .locale
            .text_with(Key::MinutesRecommendation, &[("text", text.into())]);
        put(
            buf,
            area.x + 1,
            area.y,
            free,
            &fit(&text, free),
            theme::TEXT,
        );
    }
    true
}
