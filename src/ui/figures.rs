//! Figures: the pictures' names in a row, the picture shown, and its numbers as a table beside it.

mod bars;
#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::App;
use crate::app::screens::figures::FiguresScreen;
use crate::documents::chart::{Chart, ChartRow, Shape, said};
use crate::documents::{FigureSource, Picture};
use crate::locale::Key;

use super::canvas::{columns, put};
use super::listing::{self, Cell, Line};
use super::theme;
use super::words::{folded, named};

/// Columns a row's name has at least.
const NAME: u16 = 14;

/// Draws the screen.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, screen: &FiguresScreen) -> Option<Position> {
    let body = listing::draw_head(buf, area, &title(app, screen), &year(app, screen));
    let names = Picture::ALL.iter().map(|picture| {
        let name = named(app.locale, "figures-tab", picture.name());
        (name, *picture == screen.picture)
    });
    listing::draw_parts(buf, body, names);
    let body = Rect {
        y: body.y + 1,
        height: body.height.saturating_sub(1),
        ..body
    };
    let figures = screen.figures(app);
    let source = screen.source(app, &figures);
    let chart = source.chart(screen.picture);
    if chart.rows.is_empty() {
        let text = app.locale.text(Key::FiguresNoneHere);
        put(
            buf,
            body.x + 2,
            body.y + 1,
            body.width - 2,
            &text,
            theme::DIM,
        );
        return None;
    }
    let (above, below) = match app.view.is_wide() {
        true => listing::halves(body),
        false => halved(body, &chart),
    };
    draw_chart(buf, above, &source, &chart, screen);
    draw_table(buf, below, app, screen, &source, &chart);
    None
}

/// A narrow screen's rows: the picture above, as high as it needs, its table below.
fn halved(area: Rect, chart: &Chart) -> (Rect, Rect) {
    let rows = u16::try_from(chart.rows.len()).unwrap_or(u16::MAX);
    let half = area.height / 2;
    let height = match chart.shape {
        Shape::Bars => rows.saturating_mul(2).saturating_add(2).min(half),
        _ => half,
    };
    let above = Rect { height, ..area };
    let below = Rect {
        y: area.y + height,
        height: area.height - height,
        ..area
    };
    (above, below)
}

fn title(app: &App, screen: &FiguresScreen) -> String {
    let network = screen.network.and_then(|id| app.docs.network(id));
    let place = match network {
        Some(network) => network.head.name.clone(),
        None => app.locale.text(Key::FollowupAll).into_owned(),
    };
    format!("{} · {place}", app.locale.text(Key::FiguresTitle))
}

fn year(app: &App, screen: &FiguresScreen) -> String {
    match screen.year {
        Some(year) => year.to_string(),
        None => app.locale.text(Key::FiguresAllYears).into_owned(),
    }
}

/// The picture under its name. Of organisations it is the selected one's.
fn draw_chart(
    buf: &mut Buffer,
    area: Rect,
    source: &FigureSource<'_>,
    chart: &Chart,
    screen: &FiguresScreen,
) {
    let own = screen.selected(chart).map(|id| source.organisation(id));
    let chart = match screen.picture {
        Picture::Organisations => own.as_ref().unwrap_or(chart),
        _ => chart,
    };
    let inside = Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(1),
    };
    let drawn = match chart.shape {
        Shape::Bars => bars::across(buf, inside, chart),
        _ => bars::upright(buf, inside, chart),
    };
    let legend = bars::legend(chart, &drawn);
    let count = chart.rows.len();
    let right = match drawn.rows < count {
        true => {
            let args = [("shown", drawn.rows.into()), ("count", count.into())];
            let shown = source.locale.text_with(Key::FiguresShown, &args);
            format!("{legend}  {shown}").trim().to_owned()
        }
        false => legend,
    };
    listing::heading(buf, Rect { height: 1, ..area }, &chart.title, &right);
}

/// The numbers, a column for each of the series that there is room for.
fn draw_table(
    buf: &mut Buffer,
    area: Rect,
    app: &App,
    screen: &FiguresScreen,
    source: &FigureSource<'_>,
    chart: &Chart,
) {
    let series = fitting(chart, area.width);
    let width = |index: &usize| chart.series.get(*index).map_or(0, |name| wide(name));
    let cells = |name: &str, text: &dyn Fn(usize) -> String| -> Vec<Cell> {
        let mut cells = vec![Cell::rest(name)];
        cells.extend(
            series
                .iter()
                .map(|index| Cell::new(text(*index), width(index)).right()),
        );
        cells
    };
    let names = |index| chart.series.get(index).cloned().unwrap_or_default();
    listing::draw_columns(buf, Rect { height: 1, ..area }, &cells(&chart.head, &names));
    let row = |row: &ChartRow| {
        let value = |index: usize| said(row.values.get(index).copied().flatten());
        Line::Row(row.id, cells(&row.name, &value))
    };
    let mut lines: Vec<Line> = chart.rows.iter().map(row).collect();
    if let Some(note) = source.note(screen.picture) {
        lines.push(Line::Blank);
        let room = usize::from(area.width.saturating_sub(3));
        lines.extend(folded(&note, room).into_iter().map(Line::dim));
    }
    let rest = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    listing::draw(buf, rest, &lines, screen.selected(chart), &app.view.spots);
}

/// The columns a series takes in the table.
fn wide(name: &str) -> u16 {
    columns(name).max(4)
}

/// The series there is room for: of a grid the latest, and what is counted over all.
fn fitting(chart: &Chart, room: u16) -> Vec<usize> {
    let mut series: Vec<usize> = (0..chart.series.len()).collect();
    let taken = |series: &[usize]| -> u16 {
        let names = series.iter().filter_map(|index| chart.series.get(*index));
        names.map(|name| wide(name) + 1).sum()
    };
    while taken(&series) + NAME + 3 > room && series.len() > 1 {
        match chart.shape {
            Shape::Grid => series.remove(0),
            _ => series.remove(series.len() - 1),
        };
    }
    series
}
