//! A season's programme: its lines, those outside it, and the text as it will be published.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::app::overlays::form::choice_label;
use crate::app::screens::season::SeasonScreen;
use crate::documents;
use crate::domain::agenda::SpeakerStatus;
use crate::domain::meeting::Meeting;
use crate::domain::plan::{ActivityStatus, PlanRow};
use crate::domain::programme::Season;
use crate::locale::Key;

use super::listing::{self, Cell, Line};
use super::theme;
use super::year;

/// Columns a programme's text takes.
const TEXT: u16 = 74;

/// Draws the screen.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, screen: &SeasonScreen) -> Option<Position> {
    let network = screen.shown(app)?;
    let season = screen.season(app);
    let rows = screen.rows(app);
    let args = [("season", season.name.as_str().into())];
    let title = app.locale.text_with(Key::ProgrammeTitle, &args);
    let title = format!("{title} · {}", network.head.name);
    let body = listing::draw_head(buf, area, &title, &days(app, &season));
    let selected = screen.selected_id(&rows);
    let empty = screen.empty(&rows);
    let mut lines = Vec::new();
    let sections = [
        (Key::SeasonHeld, Key::SeasonNothing, &rows.held),
        (Key::SeasonOthers, Key::SeasonNoOthers, &rows.others),
    ];
    for (section, (heading, nothing, rows)) in sections.into_iter().enumerate() {
        if section > 0 {
            lines.push(Line::Blank);
        }
        lines.push(Line::heading(app.locale.text(heading)));
        if rows.is_empty() {
            let text = app.locale.text(nothing).into_owned();
            lines.push(Line::Empty(text, empty == Some(section)));
        }
        lines.extend(rows.iter().map(|row| row_line(app, row)));
    }
    let (left, right) = listing::halves(body);
    let programme = (right.width >= TEXT).then(|| screen.programme(app));
    match programme.flatten() {
        Some(outline) => {
            let text = documents::text(&outline);
            listing::draw(buf, left, &lines, selected, &app.view.spots);
            let preview: Vec<Line> =
                std::iter::once(Line::heading(app.locale.text(Key::SeasonText)))
                    .chain(
                        text.lines()
                            .map(|line| Line::Plain(line.to_owned(), theme::TEXT)),
                    )
                    .collect();
            listing::draw(buf, right, &preview, None, &app.view.spots);
        }
        None => listing::draw(buf, body, &lines, selected, &app.view.spots),
    }
    None
}

/// "1. august 2026 – 30. juni 2027"; that nobody has made it.
fn days(app: &App, season: &Season) -> String {
    let language = app.locale.language();
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| language.plain_date(day));
    let (from, until) = season.days();
    let span = match (day(from), day(until)) {
        (None, None) => app.locale.text(Key::SeasonNoDays).into_owned(),
        (from, until) => {
            let [from, until] = [from, until].map(Option::unwrap_or_default);
            format!("{from} – {until}").trim().to_owned()
        }
    };
    match season.id == Default::default() {
        true => format!("{} · {span}", app.locale.text(Key::SeasonUnmade)),
        false => span,
    }
}

fn row_line(app: &App, row: &PlanRow) -> Line {
    let activity = &row.activity;
    let meeting = activity.meeting.and_then(|id| app.docs.meeting(id));
    let (state, style) = match uncertain(app, row, meeting) {
        said if said.is_empty() => {
            let kind = choice_label(app.locale, "kind", activity.kind.name());
            (kind, theme::DIM)
        }
        said => (said, theme::ALARM),
    };
    Line::Row(
        activity.id,
        vec![
            Cell::new(year::when(app, activity), 18),
            Cell::rest(activity.title.as_str()),
            Cell::new(state, 26).styled(style),
        ],
    )
}

/// What the programme would say is not certain: cancelled, the date, speakers.
fn uncertain(app: &App, row: &PlanRow, meeting: Option<&Meeting>) -> String {
    let status = row.activity.status;
    if matches!(status, ActivityStatus::Cancelled | ActivityStatus::Idea) {
        return choice_label(app.locale, "status", status.name());
    }
    let mut said = Vec::new();
    if row.activity.when.is_none() {
        said.push(app.locale.text(Key::ProgrammeDateFollows).into_owned());
    } else if row.activity.tentative {
        said.push(app.locale.text(Key::SeasonDateOpen).into_owned());
    }
    let speakers = meeting.map_or(0, open_speakers);
    if speakers > 0 {
        let args = [("count", speakers.into())];
        said.push(app.locale.text_with(Key::SeasonSpeakersOpen, &args));
    }
    said.join(" · ")
}

/// Speakers who have not said yes, and have not said no.
fn open_speakers(meeting: &Meeting) -> usize {
    let agenda = meeting.agenda();
    let speakers = agenda.iter().flat_map(|item| meeting.speakers_of(item.id));
    let open =
        |status: SpeakerStatus| matches!(status, SpeakerStatus::Suggested | SpeakerStatus::Invited);
    speakers.filter(|row| open(row.status)).count()
}

#[cfg(test)]
mod tests;
