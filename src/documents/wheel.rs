//! The year wheel as a picture (SVG), and on a page with its list.
//!
//! It owns how the wheel looks on paper. It must not know screens.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::html::{Dress, dressed, escape};
use super::letterhead::Letterhead;
use super::outline::{Block, Outline, Row};
use super::pdf::pictured;
use super::render::RenderError;
use crate::domain::plan::{Mark, PlanRow, Wheel, point};
use crate::domain::secretariat::Language;
use crate::locale::{Key, Locale};

/// The radius of the whole wheel in the picture.
const RADIUS: f64 = 300.0;
/// The picture's side.
const SIDE: f64 = 640.0;
/// Colours of rings that are told apart in grey too.
const COLOURS: [&str; 6] = [
    "#1b5e8c", "#b3541e", "#2f7d4f", "#7a3e8f", "#8a6d00", "#5c5c5c",
];

/// The columns of the list under the wheel.
const COLUMNS: [Key; 4] = [
    Key::ArgNumber,
    Key::ArgWhen,
    Key::ArgActivity,
    Key::ArgNetwork,
];

/// What a wheel is drawn from.
#[derive(Clone, Copy, Debug)]
pub struct WheelSource<'a> {
    /// The wheel.
    pub wheel: &'a Wheel,
    /// The rows it was made from.
    pub rows: &'a [&'a PlanRow],
    /// Whose year it is.
    pub title: &'a str,
    /// The language it is written in.
    pub language: Language,
}

/// The picture.
pub fn wheel_svg(source: &WheelSource<'_>) -> String {
    let wheel = source.wheel;
    let title = escape(&title(source));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SIDE} {SIDE}\" role=\"img\" \
         font-family=\"sans-serif\">\n<title>{title}</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
    );
    rings(&mut svg, wheel);
    months(&mut svg, source.language);
    for (index, mark) in wheel.marks.iter().enumerate() {
        draw_mark(&mut svg, source, index, mark);
    }
    if let Some(today) = wheel.today {
        let (x, y) = place(today, 0.9);
        let _ = writeln!(
            svg,
            "<line x1=\"{c:.1}\" y1=\"{c:.1}\" x2=\"{x:.1}\" y2=\"{y:.1}\" stroke=\"#b00020\" \
             stroke-width=\"2\"/>",
            c = SIDE / 2.0
        );
    }
    let _ = writeln!(
        svg,
        "<circle cx=\"{c:.1}\" cy=\"{c:.1}\" r=\"44\" fill=\"#fff\" stroke=\"#888\"/>\n\
         <text x=\"{c:.1}\" y=\"{c:.1}\" dy=\"8\" text-anchor=\"middle\" font-size=\"24\">{}</text>",
        wheel.year,
        c = SIDE / 2.0
    );
    svg.push_str("</svg>\n");
    svg
}

/// The picture on a page, with what the numbers stand for.
pub fn wheel_html(source: &WheelSource<'_>, letterhead: &Letterhead) -> String {
    let dress = Dress {
        letterhead,
        style: "svg{display:block;max-width:40rem;margin:0 auto;background:#fff}\n",
        picture: &wheel_svg(source),
    };
    dressed(&wheel_outline(source), dress)
}

/// What the numbers stand for.
pub fn wheel_outline(source: &WheelSource<'_>) -> Outline {
    let locale = Locale::new(source.language);
    let marks = source.wheel.marks.iter();
    let networks = marks.filter_map(|mark| Some(source.rows.get(mark.row)?.network));
    // Of one network it is said in the title.
    let shown = match networks.collect::<BTreeSet<_>>().len() {
        0 | 1 => COLUMNS.len() - 1,
        _ => COLUMNS.len(),
    };
    let row = |(index, mark): (usize, &Mark)| {
        let row = source.rows.get(mark.row)?;
        let cells = [
            (index + 1).to_string(),
            when(locale, row),
            row.activity.title.clone(),
            row.network_name.clone(),
        ];
        Some(Row {
            cells: cells.into_iter().take(shown).collect(),
            closed: false,
        })
    };
    let rows = source.wheel.marks.iter().enumerate().filter_map(row);
    let columns = COLUMNS.iter().take(shown);
    let columns = columns.map(|key| locale.text(*key).into_owned());
    Outline {
        language: source.language,
        title: title(source),
        blocks: vec![Block::table("", columns.collect(), rows.collect())],
        ..Outline::default()
    }
}

/// The wheel as a PDF, with what the numbers stand for.
///
/// # Errors
/// As [`super::render()`].
pub fn wheel_pdf(
    source: &WheelSource<'_>,
    letterhead: &Letterhead,
) -> Result<Vec<u8>, RenderError> {
    let svg = wheel_svg(source);
    pictured(&wheel_outline(source), Some(&svg), letterhead)
}

fn title(source: &WheelSource<'_>) -> String {
    let year = source.wheel.year.to_string();
    let locale = Locale::new(source.language);
    let name = locale.text_with(Key::WheelTitle, &[("year", year.into())]);
    format!("{name} – {}", source.title)
}

fn when(locale: Locale, row: &PlanRow) -> String {
    let when = row.activity.when.as_ref();
    let said = when.map_or_else(String::new, |when| locale.language().when(when));
    match row.activity.tentative {
        true => format!("{said} ({})", locale.text(Key::DateTentative)),
        false => said,
    }
}

/// Where a part of the turn and of the radius is in the picture.
fn place(turn: f64, radius: f64) -> (f64, f64) {
    let (right, up) = point(turn, radius * RADIUS);
    (SIDE / 2.0 + right, SIDE / 2.0 - up)
}

fn colour(ring: usize) -> &'static str {
    COLOURS.get(ring % COLOURS.len()).copied().unwrap_or("#000")
}

fn rings(svg: &mut String, wheel: &Wheel) {
    let centre = SIDE / 2.0;
    for (index, ring) in wheel.rings.iter().enumerate() {
        let (inner, outer) = wheel.edges(index);
        let radius = (inner + outer) / 2.0 * RADIUS;
        let width = (outer - inner) * RADIUS - 2.0;
        let colour = colour(index);
        let _ = writeln!(
            svg,
            "<circle cx=\"{centre:.1}\" cy=\"{centre:.1}\" r=\"{radius:.1}\" fill=\"none\" \
             stroke=\"{colour}\" stroke-opacity=\"0.15\" stroke-width=\"{width:.1}\"><title>{}\
             </title></circle>",
            escape(&ring.name)
        );
    }
}

/// The months' names round the wheel, and the lines between them.
fn months(svg: &mut String, language: Language) {
    for month in 0..12u32 {
        let turn = f64::from(month) / 12.0;
        let ((x1, y1), (x2, y2)) = (place(turn, 0.3), place(turn, 0.95));
        let _ = writeln!(
            svg,
            "<line x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\" stroke=\"#bbb\"/>"
        );
        let (x, y) = place(turn + 1.0 / 24.0, 0.93);
        let name = language.short_month(month + 1);
        let _ = writeln!(
            svg,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" dy=\"5\" text-anchor=\"middle\" font-size=\"15\">\
             {}</text>",
            escape(name)
        );
    }
}

/// A day is a disc, several an arc; what is not certain is hollow. Its number stands in it.
fn draw_mark(svg: &mut String, source: &WheelSource<'_>, index: usize, mark: &Mark) {
    let radius = source.wheel.radius(mark);
    let colour = colour(mark.ring);
    let row = source.rows.get(mark.row);
    let name = row.map_or_else(String::new, |row| {
        format!(
            "{}: {}",
            when(Locale::new(source.language), row),
            row.activity.title
        )
    });
    let _ = writeln!(svg, "<g><title>{}</title>", escape(&name));
    if mark.to - mark.from > 0.005 {
        let ((x1, y1), (x2, y2)) = (place(mark.from, radius), place(mark.to, radius));
        let large = u8::from(mark.to - mark.from > 0.5);
        let r = radius * RADIUS;
        let _ = writeln!(
            svg,
            "<path d=\"M {x1:.1} {y1:.1} A {r:.1} {r:.1} 0 {large} 1 {x2:.1} {y2:.1}\" \
             fill=\"none\" stroke=\"{colour}\" stroke-width=\"5\" stroke-opacity=\"0.6\"/>"
        );
    }
    let (x, y) = place((mark.from + mark.to) / 2.0, radius);
    let (fill, ink) = match mark.certain {
        true => (colour, "#fff"),
        false => ("#fff", colour),
    };
    let _ = writeln!(
        svg,
        "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"11\" fill=\"{fill}\" stroke=\"{colour}\" \
         stroke-width=\"2\"/>\n<text x=\"{x:.1}\" y=\"{y:.1}\" dy=\"4\" text-anchor=\"middle\" \
         font-size=\"11\" fill=\"{ink}\">{}</text></g>",
        index + 1
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use crate::domain::plan::{Activity, wheel};
    use crate::domain::when::When;

    fn drawn(draw: fn(&WheelSource<'_>) -> String) -> String {
        let row = |network, name: &str, title: &str, when: &str, tentative| PlanRow {
            network: Id::from_bits(network),
            network_name: name.into(),
            activity: Activity {
                title: title.into(),
                when: Some(When::from(when.to_owned())),
                tentative,
                ..Activity::default()
            },
            ..PlanRow::default()
        };
        let rows = [
            row(1, "NIMS", "Opstart & <temaer>", "2027-01-14", false),
            row(2, "Unge", "Audit", "2027-02..2027-04", false),
            row(1, "NIMS", "Topmøde", "2027-05-20..2027-05-21", true),
        ];
        let rows: Vec<&PlanRow> = rows.iter().collect();
        let today = chrono::NaiveDate::from_ymd_opt(2027, 7, 2).unwrap();
        let wheel = wheel(2027, today, &rows);
        draw(&WheelSource {
            wheel: &wheel,
            rows: &rows,
            title: "NIMS",
            language: Language::Danish,
        })
    }

    #[test]
    fn the_wheel_is_a_picture() {
        insta::assert_snapshot!(drawn(wheel_svg));
    }

    #[test]
    fn of_one_network_no_row_repeats_its_name() {
        let heads = |networks: [u128; 2]| {
            let row = |network| PlanRow {
                network: Id::from_bits(network),
                network_name: format!("Netværk {network}"),
                activity: Activity {
                    title: "Topmøde".into(),
                    when: Some(When::from("2027-05-20".to_owned())),
                    ..Activity::default()
                },
                ..PlanRow::default()
            };
            let rows = networks.map(row);
            let rows: Vec<&PlanRow> = rows.iter().collect();
            let today = chrono::NaiveDate::from_ymd_opt(2027, 7, 2).unwrap();
            let outline = wheel_outline(&WheelSource {
                wheel: &wheel(2027, today, &rows),
                rows: &rows,
                title: "NIMS",
                language: Language::Danish,
            });
            crate::documents::markdown::markdown(&outline)
        };
        assert!(!heads([1, 1]).contains("Netværk 1"));
        assert!(heads([1, 2]).contains("Netværk 1"));
    }

    #[test]
    fn the_page_says_what_the_numbers_stand_for() {
        let page = drawn(|source| wheel_html(source, &Letterhead::default()));
        let row = "<tr><th scope=\"row\">1</th><td>14. januar 2027</td><td>Opstart &amp; &lt;temaer&gt;</td><td>NIMS</td></tr>";
        assert!(page.contains(row), "{page}");
        assert!(
            page.contains("20.–21. maj 2027 (ikke endeligt bekræftet)"),
            "{page}"
        );
        assert!(!page.contains("<temaer>"));
    }
}
