//! A picture of numbers, with the numbers themselves: what every format and the screen draw from.
//!
//! It owns the picture as SVG. It must not know what is counted.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::html::escape;
use super::outline::Row;
use crate::choice;
use crate::domain::id::Id;

choice! {
    /// How the numbers are drawn.
    Shape {
        /// Columns beside each other over time.
        Columns = "columns",
        /// Bars below each other.
        Bars = "bars",
        /// A field for each row and column, the darker the more.
        Grid = "grid",
    }
}

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// How it is drawn.
    pub shape: Shape,
    /// What its rows are.
    pub head: String,
    /// The columns' names: the series.
    pub series: Vec<String>,
    /// How many of the series are drawn, the first ones; the others stand in the table alone.
    pub drawn: usize,
    /// The rows.
    pub rows: Vec<ChartRow>,
    /// What it shows stands above its numbers: no heading says it.
    #[serde(default)]
    pub captioned: bool,
}

/// A row of numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartRow {
    /// The record it is of, or a number that tells it from the others.
    #[serde(skip)]
    pub id: Id,
    /// What it is.
    pub name: String,
    /// The same where there is little room.
    pub short: String,
    /// A number for each of the series; none where there is nothing to count.
    pub values: Vec<Option<u32>>,
}

/// The picture's width.
const WIDTH: f64 = 640.0;
/// The height of the columns.
const HEIGHT: f64 = 180.0;
/// A row's height among bars and in a grid.
const ROW: f64 = 22.0;
/// Room for a picture's title where several stand under each other.
const HEADING: f64 = 32.0;
/// Room for the rows' names.
const NAMES: f64 = 190.0;
/// What is above the numbers: the series' names.
const TOP: f64 = 34.0;
/// Colours that are told apart in grey too.
const COLOURS: [&str; 3] = ["#1b5e8c", "#d08a3c", "#6fae86"];

/// Several pictures under each other, each below its title, under one title.
pub fn sheet(title: &str, charts: &[Chart]) -> String {
    let mut body = String::new();
    let mut top = HEADING;
    text(&mut body, (4.0, HEADING - 12.0), "start", title);
    for chart in charts {
        let (shapes, height) = chart.shapes();
        text(
            &mut body,
            (4.0, top + HEADING - 12.0),
            "start",
            &chart.title,
        );
        let below = top + HEADING;
        body.push_str(&format!(
            "<g transform=\"translate(0 {below:.0})\">\n{shapes}</g>\n"
        ));
        top = below + height;
    }
    whole(title, &body, top)
}

fn whole(title: &str, body: &str, height: f64) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height:.0}\" role=\"img\" \
         font-family=\"sans-serif\" font-size=\"12\">\n<title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n{body}</svg>\n",
        escape(title)
    )
}

impl Chart {
    /// The columns' names as a table has them.
    pub fn columns(&self) -> Vec<String> {
        let mut columns = vec![self.head.clone()];
        columns.extend(self.series.iter().cloned());
        columns
    }

    /// The rows as a table has them.
    pub fn cells(&self) -> Vec<Row> {
        let rows = self.rows.iter().map(|row| {
            let mut cells = vec![row.name.clone()];
            cells.extend(row.values.iter().map(|value| said(*value)));
            Row {
                cells,
                closed: false,
            }
        });
        rows.collect()
    }

    /// What stands above its numbers; nothing where a heading says it.
    pub fn caption(&self) -> &str {
        match self.captioned {
            true => &self.title,
            false => "",
        }
    }

    /// The series that are drawn.
    pub fn drawn(&self) -> impl Iterator<Item = &String> {
        self.series.iter().take(self.drawn)
    }

    /// The greatest number that is drawn; at least 1.
    pub fn most(&self) -> u32 {
        let values = self
            .rows
            .iter()
            .flat_map(|row| row.values.iter().take(self.drawn));
        values.flatten().copied().max().unwrap_or(0).max(1)
    }

    /// The picture.
    pub fn svg(&self) -> String {
        let (body, height) = self.shapes();
        whole(&self.title, &body, height)
    }

    /// What is drawn, and how high it is.
    fn shapes(&self) -> (String, f64) {
        match self.shape {
            Shape::Columns => self.columns_svg(),
            Shape::Bars => self.bars_svg(),
            Shape::Grid => self.grid_svg(),
        }
    }

    /// The names of the series with their colours.
    fn legend(&self, svg: &mut String) {
        let mut x = 4.0;
        for (index, name) in self.drawn().enumerate() {
            rect(svg, (x, 8.0), (12.0, 12.0), colour(index), name);
            text(svg, (x + 17.0, 18.0), "start", name);
            let letters = f64::from(u32::try_from(name.chars().count()).unwrap_or(0));
            x += 40.0 + letters * 7.0;
        }
    }

    fn columns_svg(&self) -> (String, f64) {
        let mut svg = String::new();
        self.legend(&mut svg);
        let count = number(self.rows.len()).max(1.0);
        let group = (WIDTH - 8.0) / count;
        let bar = (group * 0.8 / number(self.drawn).max(1.0)).min(40.0);
        let scale = (HEIGHT - 16.0) / f64::from(self.most());
        let floor = TOP + HEIGHT;
        // Names that would run into each other are left out: the table has them all.
        let every = (44.0 / group).ceil().max(1.0);
        for (index, row) in self.rows.iter().enumerate() {
            let left = 4.0 + group * number(index);
            let mut x = left + (group - bar * number(self.drawn)) / 2.0;
            for (series, value) in row.values.iter().take(self.drawn).enumerate() {
                let value = value.unwrap_or(0);
                let height = f64::from(value) * scale;
                let size = (bar - 1.0, height);
                rect(
                    &mut svg,
                    (x, floor - height),
                    size,
                    colour(series),
                    &row.name,
                );
                if bar >= 9.0 {
                    let place = (x + bar / 2.0, floor - height - 3.0);
                    text(&mut svg, place, "middle", &value.to_string());
                }
                x += bar;
            }
            if number(index) % every == 0.0 {
                let place = (left + group / 2.0, floor + 15.0);
                text(&mut svg, place, "middle", &row.short);
            }
        }
        let _ = writeln!(
            svg,
            "<line x1=\"0\" y1=\"{floor:.1}\" x2=\"{WIDTH:.1}\" y2=\"{floor:.1}\" stroke=\"#888\"/>"
        );
        (svg, floor + 24.0)
    }

    fn bars_svg(&self) -> (String, f64) {
        let mut svg = String::new();
        self.legend(&mut svg);
        let scale = (WIDTH - NAMES - 44.0) / f64::from(self.most());
        let thick = (ROW - 4.0) / number(self.drawn).max(1.0);
        for (index, row) in self.rows.iter().enumerate() {
            let top = TOP + ROW * number(index);
            text(&mut svg, (NAMES - 8.0, top + 14.0), "end", &cut(&row.name));
            for (series, value) in row.values.iter().take(self.drawn).enumerate() {
                let value = value.unwrap_or(0);
                let width = f64::from(value) * scale;
                let y = top + thick * number(series);
                rect(
                    &mut svg,
                    (NAMES, y),
                    (width, thick - 1.0),
                    colour(series),
                    &row.name,
                );
                if series == 0 {
                    let place = (NAMES + width + 5.0, top + 13.0);
                    text(&mut svg, place, "start", &value.to_string());
                }
            }
        }
        (svg, TOP + ROW * number(self.rows.len()) + 6.0)
    }

    fn grid_svg(&self) -> (String, f64) {
        let mut svg = String::new();
        let width = ((WIDTH - NAMES - 4.0) / number(self.drawn).max(1.0)).min(60.0);
        for (index, name) in self.drawn().enumerate() {
            let place = (NAMES + width * (number(index) + 0.5), TOP - 8.0);
            if width >= 34.0 || index % 2 == 0 {
                text(&mut svg, place, "middle", name);
            }
        }
        for (index, row) in self.rows.iter().enumerate() {
            let top = TOP + ROW * number(index);
            text(&mut svg, (NAMES - 8.0, top + 15.0), "end", &cut(&row.name));
            for (column, value) in row.values.iter().take(self.drawn).enumerate() {
                let Some(value) = value else {
                    continue;
                };
                let x = NAMES + width * number(column);
                self.field(&mut svg, (x, top), width, *value, &row.name);
            }
        }
        (svg, TOP + ROW * number(self.rows.len()) + 6.0)
    }

    /// A field of the grid: its number, on a colour as strong as the number is great; hollow for none.
    fn field(&self, svg: &mut String, (x, y): (f64, f64), width: f64, value: u32, name: &str) {
        let strength = f64::from(value) / f64::from(self.most());
        let _ = writeln!(
            svg,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{}\" \
             fill-opacity=\"{:.2}\" stroke=\"#888\"><title>{}</title></rect>",
            width - 2.0,
            ROW - 2.0,
            colour(0),
            strength * 0.5,
            escape(name)
        );
        let place = (x + width / 2.0 - 1.0, y + 15.0);
        text(svg, place, "middle", &value.to_string());
    }
}

/// A number in a table; a dash where there is nothing to count.
pub fn said(value: Option<u32>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| value.to_string())
}

fn colour(series: usize) -> &'static str {
    COLOURS
        .get(series % COLOURS.len())
        .copied()
        .unwrap_or("#000")
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A name that fits before its bar.
fn cut(name: &str) -> String {
    match name.chars().count() > 28 {
        true => name.chars().take(27).chain(['…']).collect(),
        false => name.to_owned(),
    }
}

fn rect(svg: &mut String, at: (f64, f64), size: (f64, f64), colour: &str, name: &str) {
    let _ = writeln!(
        svg,
        "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{colour}\">\
         <title>{}</title></rect>",
        at.0,
        at.1,
        size.0,
        size.1,
        escape(name)
    );
}

fn text(svg: &mut String, at: (f64, f64), anchor: &str, words: &str) {
    let _ = writeln!(
        svg,
        "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\" fill=\"#1a1a1a\">{}</text>",
        at.0,
        at.1,
        escape(words)
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(shape: Shape) -> Chart {
        let row = |name: &str, short: &str, values: [Option<u32>; 3]| ChartRow {
            id: Id::default(),
            name: name.into(),
            short: short.into(),
            values: values.to_vec(),
        };
        Chart {
            title: "Fremmøde <og> afbud".into(),
            shape,
            head: "Møde".into(),
            series: ["Mødt", "Afbud", "Inviteret"].map(str::to_owned).to_vec(),
            drawn: 2,
            rows: vec![
                row("NIMS 1/2026", "jan.", [Some(12), Some(3), Some(17)]),
                row("NIMS 2/2026", "mar.", [Some(0), None, Some(17)]),
            ],
            captioned: false,
        }
    }

    #[test]
    fn each_shape_is_a_picture() {
        let all = [Shape::Columns, Shape::Bars, Shape::Grid].map(|shape| chart(shape).svg());
        insta::assert_snapshot!(all.join("\n"));
    }

    #[test]
    fn an_empty_picture_divides_by_nothing() {
        let svg = Chart::default().svg();
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
    }

    #[test]
    fn the_table_has_every_number() {
        let chart = chart(Shape::Columns);
        assert_eq!(chart.columns(), ["Møde", "Mødt", "Afbud", "Inviteret"]);
        assert_eq!(chart.cells()[1].cells, ["NIMS 2/2026", "0", "–", "17"]);
        assert_eq!(chart.most(), 12);
    }
}
