//! The agenda: as a table with the selected item's particulars below, and as a short list.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::App;
use crate::app::list::List;
use crate::app::overview::Overview;
use crate::app::screens::meeting::{MeetingScreen, Pane};
use crate::app::spots::Spot;
use crate::documents::annex_number;
use crate::domain::agenda::{AgendaItem, ItemKind, ItemStatus, SpeakerStatus};
use crate::domain::id::Id;
use crate::domain::schedule::Slot;
use crate::domain::walk::item_gaps;
use crate::locale::{Key, Locale};

use super::canvas::{columns, put};
use super::pane::{cells, row, title, wrap};
use super::theme;

/// At most so many proposals stand under the agenda.
const PROPOSALS: u16 = 3;

/// The name of a kind of item.
pub fn kind_name(locale: Locale, kind: ItemKind) -> std::borrow::Cow<'static, str> {
    locale.text(match kind {
        ItemKind::Information => Key::KindInformation,
        ItemKind::Discussion => Key::KindDiscussion,
        ItemKind::Decision => Key::KindDecision,
        ItemKind::Talk => Key::KindTalk,
        ItemKind::Welcome => Key::KindWelcome,
        ItemKind::Break => Key::KindBreak,
        ItemKind::AnyOtherBusiness => Key::KindAob,
        ItemKind::NextMeeting => Key::KindNextMeeting,
    })
}

/// How a speaker stands, in words.
pub fn speaker_status(locale: Locale, status: SpeakerStatus) -> std::borrow::Cow<'static, str> {
    locale.text(match status {
        SpeakerStatus::Suggested => Key::SpeakerSuggested,
        SpeakerStatus::Invited => Key::SpeakerInvited,
        SpeakerStatus::Confirmed => Key::SpeakerConfirmed,
        SpeakerStatus::Declined => Key::SpeakerDeclined,
    })
}

/// "7 punkter · 2 t 40 min", and how much is too much.
fn sum(locale: Locale, overview: &Overview<'_>) -> String {
    let schedule = &overview.schedule;
    let duration = locale.language().duration(schedule.planned);
    let text = locale.text_with(
        Key::AgendaSum,
        &[
            ("count", schedule.slots.len().into()),
            ("duration", duration.into()),
        ],
    );
    let open = overview.meeting.proposal_list();
    let open = open.iter().filter(|row| row.is_open()).count();
    let text = match open {
        0 => text,
        count => {
            let open = locale.text_with(Key::ProposalsWaiting, &[("count", count.into())]);
            format!("{text} · {open}")
        }
    };
    match schedule.late.filter(|late| *late > 0) {
        Some(late) => {
            let late = locale.text_with(Key::AgendaLate, &[("minutes", late.into())]);
            format!("{text} · ! {late}")
        }
        None => text,
    }
}

/// Draws the whole agenda.
pub fn draw(
    buf: &mut Buffer,
    area: Rect,
    app: &App,
    screen: &MeetingScreen,
    overview: &Overview<'_>,
) {
    let focused = screen.focus == Pane::Agenda;
    let name = app.locale.text(Key::Agenda);
    let body = title(buf, area, &name, &sum(app.locale, overview), focused);
    let rows = screen.agenda_rows(overview.meeting);
    if rows.is_empty() {
        let text = app.locale.text(Key::AgendaNone);
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
    let owners = owners_width(body.width, overview);
    let selected = selection(screen, &rows).filter(|_| focused);
    let count = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    let table = count.min(
        body.height
            .saturating_sub(if selected.is_some() { 6 } else { 0 }),
    );
    let height = usize::from(table);
    let offset = List::scroll(0, selected.unwrap_or(0), height);
    for (y, (index, id)) in (body.y..).zip(rows.iter().enumerate().skip(offset).take(height)) {
        let (Some(item), Some(slot)) =
            (overview.meeting.items.get(id), overview.schedule.slot(*id))
        else {
            continue;
        };
        let style = match selected == Some(index) {
            true => theme::SELECTED,
            false => theme::TEXT,
        };
        app.view.spots.put((body.x, y), body.width, Spot::Row(*id));
        draw_row(
            buf,
            row(body, y),
            app.locale,
            overview,
            (item, slot, index + 1),
            (style, owners),
        );
    }
    let below = Rect {
        y: body.y + table,
        height: body.height - table,
        ..body
    };
    let below = draw_proposals(buf, below, app.locale, overview);
    let chosen = selected.and_then(|index| rows.get(index));
    if let Some(item) = chosen.and_then(|id| overview.meeting.items.get(id)) {
        draw_particulars(buf, below, app.locale, overview, item);
    }
}

/// What members want on the agenda, under it; returns what is left of the room.
fn draw_proposals(buf: &mut Buffer, area: Rect, locale: Locale, overview: &Overview<'_>) -> Rect {
    let open = overview.meeting.proposal_list().into_iter();
    let room = usize::from(area.height.min(PROPOSALS));
    let mut y = area.y;
    for proposal in open.filter(|row| row.is_open()).take(room) {
        let named = [
            ("title", proposal.title.as_str().into()),
            ("by", proposal.by.as_str().into()),
        ];
        let text = locale.text_with(Key::ProposalRow, &named);
        let list = [
            ("?", 4, theme::NOW),
            (text.as_str(), area.width, theme::DIM),
        ];
        let list = list.map(|(text, width, style)| (text, width.min(area.width), style));
        cells(buf, row(area, y), theme::TEXT, &list);
        y += 1;
    }
    Rect {
        y,
        height: area.bottom() - y,
        ..area
    }
}

/// The selected row; none while the next step has the focus.
fn selection(screen: &MeetingScreen, rows: &[Id]) -> Option<usize> {
    match screen.grabbed {
        Some(grabbed) => rows.iter().position(|row| *row == grabbed.item),
        None => screen.agenda.index(rows).filter(|_| !screen.at_next),
    }
}

/// Where an item stands, as a sign.
fn sign(item: &AgendaItem) -> &'static str {
    match item.status {
        ItemStatus::Planned => " ",
        ItemStatus::Current => "▸",
        ItemStatus::Done => "✓",
        ItemStatus::Deferred => "→",
    }
}

/// "22/30", "30", or "–" when no time is planned.
fn minutes(slot: &Slot) -> String {
    let planned = slot
        .planned
        .map_or_else(|| "–".to_owned(), |minutes| minutes.to_string());
    match slot.used {
        0 => planned,
        used => format!("{used}/{planned}"),
    }
}

fn shown_title(locale: Locale, item: &AgendaItem) -> String {
    let mut text = item.title.clone();
    for (is, key) in [
        (item.closed, Key::AgendaItemClosed),
        (item.status == ItemStatus::Deferred, Key::AgendaItemDeferred),
    ] {
        if is {
            text.push_str(&format!(" ({})", locale.text(key)));
        }
    }
    text
}

fn draw_row(
    buf: &mut Buffer,
    area: Rect,
    locale: Locale,
    overview: &Overview<'_>,
    (item, slot, number): (&AgendaItem, &Slot, usize),
    (style, owner_width): (Style, u16),
) {
    let before = overview.meeting.head.started_at.is_none();
    let lacks = before && item_gaps(item).next().is_some();
    let time = slot
        .starts_at
        .map(|time| locale.language().time(time))
        .unwrap_or_default();
    let owner = owner(overview, item);
    let kind_width = if area.width >= 90 { 20 } else { 13 };
    let fixed = 2 + 2 + 4 + 7 + kind_width + 7;
    let title_width = area.width.saturating_sub(fixed + owner_width);
    let status = if item.status == ItemStatus::Current {
        theme::NOW
    } else {
        theme::TEXT
    };
    let list: [(&str, u16, Style); 8] = [
        (sign(item), 2, status),
        (if lacks { "!" } else { " " }, 2, theme::ALARM),
        (&number.to_string(), 4, theme::TITLE),
        (&time, 7, theme::TEXT),
        (&shown_title(locale, item), title_width, status),
        (&kind_name(locale, item.kind), kind_width, theme::TEXT),
        (&minutes(slot), 7, theme::TEXT),
        (&owner, owner_width, theme::TEXT),
    ];
    cells(buf, area, style, &list);
}

/// Who has an item: the speakers of a talk, else who is responsible.
fn owner(overview: &Overview<'_>, item: &AgendaItem) -> String {
    match item.kind {
        ItemKind::Talk => speakers(overview, item),
        _ => item.responsible.name(overview.register).to_owned(),
    }
}

/// The columns of who has the items: no more than the names need, the titles have the rest.
fn owners_width(width: u16, overview: &Overview<'_>) -> u16 {
    let items = overview.meeting.items.values();
    let longest = items.map(|item| columns(&owner(overview, item)) + 1).max();
    longest.unwrap_or(0).min((width / 4).clamp(16, 30))
}

/// The speakers of a talk, the uncertain with "?".
fn speakers(overview: &Overview<'_>, item: &AgendaItem) -> String {
    let rows = overview.meeting.speakers_of(item.id);
    let names = rows
        .iter()
        .filter(|row| row.status != SpeakerStatus::Declined)
        .map(|row| match row.status {
            SpeakerStatus::Confirmed => row.name.clone(),
            _ => format!("{}?", row.name.trim_end_matches('?')),
        });
    names.collect::<Vec<_>>().join(", ")
}

/// What an item holds and what it lacks, under the table.
fn draw_particulars(
    buf: &mut Buffer,
    area: Rect,
    locale: Locale,
    overview: &Overview<'_>,
    item: &AgendaItem,
) {
    let body = title(buf, area, &item.title, "", false);
    let mut lines: Vec<(Key, String, Style)> = Vec::new();
    let lacks: Vec<String> = item_gaps(item)
        .filter_map(|check| Key::named(&format!("lacks-{}", check.name())))
        .map(|key| locale.text(key).into_owned())
        .collect();
    if overview.meeting.head.started_at.is_none() {
        lines.push((Key::AgendaItemLacks, lacks.join(", "), theme::ALARM));
    }
    lines.push((Key::AgendaPurpose, item.purpose.clone(), theme::TEXT));
    let serves = overview.network.served(&item.serves).join(" · ");
    lines.push((Key::YearServes, serves, theme::TEXT));
    lines.push((Key::AgendaOutcome, item.outcome.clone(), theme::TEXT));
    lines.push((
        Key::AgendaRecommendation,
        item.recommendation.clone(),
        theme::TEXT,
    ));
    let speakers = overview.meeting.speakers_of(item.id);
    let speakers = speakers.iter().map(|row| {
        let status = speaker_status(locale, row.status);
        let from = [row.name.as_str(), row.organisation.as_str()];
        let from: Vec<&str> = from.into_iter().filter(|text| !text.is_empty()).collect();
        format!("{} – {status}", from.join(", "))
    });
    let speakers = speakers.collect::<Vec<_>>().join("; ");
    lines.push((Key::AgendaSpeaker, speakers, theme::TEXT));
    lines.push((Key::AgendaAnnexes, annexes(overview, item), theme::TEXT));
    lines.push((Key::AgendaBackground, item.background.clone(), theme::TEXT));
    draw_lines(buf, body, locale, &lines);
}

/// "3a Notat; 3b Budget".
fn annexes(overview: &Overview<'_>, item: &AgendaItem) -> String {
    let number = overview.meeting.number_of(item.id).unwrap_or(0);
    let rows = overview.meeting.annexes_of(item.id);
    let names = rows
        .iter()
        .enumerate()
        .map(|(place, row)| format!("{} {}", annex_number(number, place), row.title));
    names.collect::<Vec<_>>().join("; ")
}

fn draw_lines(buf: &mut Buffer, area: Rect, locale: Locale, lines: &[(Key, String, Style)]) {
    let label_width = 21;
    let mut y = area.y;
    for (key, text, style) in lines.iter().filter(|(_, text, _)| !text.is_empty()) {
        let room = area.width.saturating_sub(label_width + 5);
        for (index, line) in wrap(text, room).iter().enumerate() {
            if y >= area.bottom() {
                return;
            }
            if index == 0 {
                put(
                    buf,
                    area.x + 4,
                    y,
                    label_width,
                    &locale.text(*key),
                    theme::DIM,
                );
            }
            put(buf, area.x + 4 + label_width, y, room, line, *style);
            y += 1;
        }
    }
}

/// Draws the agenda as a short list, for the column beside the minutes; returns the rows used.
pub fn draw_brief(
    buf: &mut Buffer,
    area: Rect,
    app: &App,
    screen: &MeetingScreen,
    overview: &Overview<'_>,
) -> u16 {
    let focused = screen.focus == Pane::Agenda;
    let body = title(
        buf,
        area,
        &app.locale.text(Key::Agenda).to_uppercase(),
        "",
        focused,
    );
    let rows = screen.agenda_rows(overview.meeting);
    let selected = selection(screen, &rows).filter(|_| focused);
    let current = rows
        .iter()
        .position(|row| Some(*row) == overview.meeting.head.current);
    let height = usize::from(body.height);
    let offset = List::scroll(0, selected.or(current).unwrap_or(0), height);
    let mut used = 1;
    for (y, (index, id)) in (body.y..).zip(rows.iter().enumerate().skip(offset).take(height)) {
        let (Some(item), Some(slot)) =
            (overview.meeting.items.get(id), overview.schedule.slot(*id))
        else {
            continue;
        };
        let base = match selected == Some(index) {
            true => theme::SELECTED,
            false => theme::TEXT,
        };
        let status = if item.status == ItemStatus::Current {
            theme::NOW
        } else {
            theme::TEXT
        };
        let list: [(&str, u16, Style); 4] = [
            (sign(item), 2, status),
            (&(index + 1).to_string(), 3, theme::TITLE),
            (
                &shown_title(app.locale, item),
                body.width.saturating_sub(12),
                status,
            ),
            (&minutes(slot), 7, theme::TEXT),
        ];
        cells(buf, row(body, y), base, &list);
        app.view.spots.put((body.x, y), body.width, Spot::Row(*id));
        used += 1;
    }
    used
}
