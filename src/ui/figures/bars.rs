//! Numbers as columns or bars. The second series is told from the first by its pattern, not by colour alone.

use ratatui::buffer::Buffer;
use ratatui::layout::{Direction, Rect};
use ratatui::style::{Color, Style};
use ratatui::text::Line;
use ratatui::widgets::{Bar, BarChart, BarGroup, Widget};

use crate::documents::chart::{Chart, ChartRow};

use crate::ui::canvas::{columns, fit};

/// What the first series is filled with, and the second.
const FILLS: [&str; 2] = ["█", "▒"];
/// Their colours, by which the second is found.
const COLOURS: [Color; 2] = [Color::Blue, Color::Yellow];
/// A column is at most so wide.
const WIDEST: u16 = 5;
/// The columns are at most so high, their names counted.
const HIGHEST: u16 = 20;
/// A name before a bar takes at most so much.
const NAME: u16 = 24;

/// What of a picture there was room for.
pub struct Drawn {
    /// The rows drawn.
    pub rows: usize,
    /// Of each, the series drawn.
    pub series: usize,
}

/// "█ Mødt  ▒ Afbud": what each fill stands for; nothing where there is one alone.
pub fn legend(chart: &Chart, drawn: &Drawn) -> String {
    let names = chart.drawn().zip(FILLS).take(drawn.series);
    let names: Vec<String> = names.map(|(name, fill)| format!("{fill} {name}")).collect();
    match chart.drawn {
        0 | 1 => String::new(),
        _ => names.join("  "),
    }
}

fn style(series: usize) -> Style {
    let colour = COLOURS.get(series % COLOURS.len()).copied();
    Style::new().fg(colour.unwrap_or_default())
}

fn bar<'a>(series: usize, value: Option<u32>) -> Bar<'a> {
    let value = value.unwrap_or(0);
    let style = style(series);
    Bar::default()
        .value(value.into())
        .text_value(value.to_string())
        .style(style)
        .value_style(style.add_modifier(ratatui::style::Modifier::REVERSED))
}

/// Columns beside each other, the latest that there is room for.
pub fn upright(buf: &mut Buffer, area: Rect, chart: &Chart) -> Drawn {
    let area = Rect {
        height: area.height.min(HIGHEST),
        ..area
    };
    let (count, series) = (
        chart.rows.len(),
        u16::try_from(chart.drawn).unwrap_or(1).max(1),
    );
    let all = u16::try_from(count).unwrap_or(u16::MAX).max(1);
    // A name of "mar 26" is to stand under its columns.
    let least = chart
        .rows
        .iter()
        .map(|row| columns(&row.short))
        .max()
        .unwrap_or(1);
    let group = (area.width / all).saturating_sub(1).max(least);
    let bar_width = (group / series)
        .clamp(1, WIDEST)
        .max(least.div_ceil(series));
    let group = bar_width * series;
    let fitting = usize::from((area.width + 1) / (group + 1)).max(1);
    let shown = count.min(fitting);
    let rows: Vec<BarGroup<'_>> = chart
        .rows
        .iter()
        .skip(count - shown)
        .map(|row| upright_group(row, chart.drawn, group))
        .collect();
    BarChart::grouped(rows)
        .max(chart.most().into())
        .bar_width(bar_width)
        .bar_gap(0)
        .group_gap(1)
        .render(area, buf);
    pattern(buf, area);
    Drawn {
        rows: shown,
        series: chart.drawn,
    }
}

fn upright_group(row: &ChartRow, drawn: usize, width: u16) -> BarGroup<'_> {
    let values = row.values.iter().take(drawn).enumerate();
    let bars: Vec<Bar<'_>> = values.map(|(series, value)| bar(series, *value)).collect();
    BarGroup::default()
        .label(Line::from(fit(&row.short, width)).centered())
        .bars(&bars)
}

/// Bars below each other, each after its name.
pub fn across(buf: &mut Buffer, area: Rect, chart: &Chart) -> Drawn {
    let count = chart.rows.len();
    let height = usize::from(area.height);
    let drawn = match count * chart.drawn <= height {
        true => chart.drawn,
        false => 1,
    };
    let shown = count.min(height / drawn.max(1));
    let mut bars = Vec::new();
    for row in chart.rows.iter().take(shown) {
        let values = row.values.iter().take(drawn).enumerate();
        bars.extend(values.map(|(series, value)| {
            let name = if series == 0 { row.name.as_str() } else { "" };
            bar(series, *value).label(Line::from(fit(name, NAME)))
        }));
    }
    BarChart::default()
        .direction(Direction::Horizontal)
        .data(BarGroup::default().bars(&bars))
        .max(chart.most().into())
        .bar_width(1)
        .bar_gap(0)
        .group_gap(0)
        .render(area, buf);
    pattern(buf, area);
    Drawn {
        rows: shown,
        series: drawn,
    }
}

/// Gives the second series its pattern.
fn pattern(buf: &mut Buffer, area: Rect) {
    let [full, second] = FILLS;
    for place in area.intersection(buf.area).positions() {
        if let Some(cell) = buf.cell_mut(place)
            && Some(&cell.fg) == COLOURS.last()
            && cell.symbol() == full
        {
            cell.set_symbol(second);
        }
    }
}
