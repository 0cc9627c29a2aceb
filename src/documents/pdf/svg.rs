//! The pictures that documents draw as SVG, read back to be drawn in a PDF.
//!
//! It owns the few shapes those pictures are made of; it reads no others, and no file from outside.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::slice::{Align, Colour};

/// A picture: its own width and height, and its shapes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Drawing {
    pub width: f32,
    pub height: f32,
    pub shapes: Vec<Shape>,
}

/// How a shape is painted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Ink {
    pub fill: Option<(Colour, f32)>,
    /// Colour, opacity and width.
    pub stroke: Option<(Colour, f32, f32)>,
}

/// A shape.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    Path {
        steps: Vec<Step>,
        ink: Ink,
    },
    Text {
        at: (f32, f32),
        align: Align,
        size: f32,
        colour: Colour,
        text: String,
    },
}

/// A step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Step {
    Move(f32, f32),
    Line(f32, f32),
    Curve([(f32, f32); 3]),
    Close,
}

/// Reads a picture; `None` for what holds anything else than the shapes known here.
pub(super) fn read(svg: &str) -> Option<Drawing> {
    let mut reader = Reader::from_str(svg);
    let mut drawing = Drawing::default();
    let mut size = 16.0;
    let mut text: Option<Shape> = None;
    let mut title = false;
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "svg" => {
                    let view = attribute(&tag, "viewBox")?;
                    let mut numbers = view.split(' ').map(str::parse::<f32>);
                    drawing.width = numbers.nth(2)?.ok()?;
                    drawing.height = numbers.next()?.ok()?;
                    size = number(&tag, "font-size").unwrap_or(size);
                }
                "text" => text = Some(words(&tag, size)?),
                "title" => title = true,
                "g" => {}
                _ => drawing.shapes.push(shape(&tag, &drawing)?),
            },
            Event::Text(written) if !title => {
                if let Some(Shape::Text { text, .. }) = &mut text {
                    text.push_str(&written);
                }
            }
            Event::GeneralRef(sign) if !title => {
                if let Some(Shape::Text { text, .. }) = &mut text {
                    text.push(entity(&sign)?);
                }
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                "text" => drawing.shapes.extend(text.take()),
                "title" => title = false,
                _ => {}
            },
            Event::Eof => return Some(drawing),
            _ => {}
        }
    }
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        other => {
            let code = other.strip_prefix('#')?;
            char::from_u32(code.parse().ok()?)?
        }
    })
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let value = tag.try_get_attribute(name).ok()??;
    Some(value.value.into_owned())
}

fn number(tag: &BytesStart<'_>, name: &str) -> Option<f32> {
    attribute(tag, name)?.parse().ok()
}

/// "#bbb" or "#1b5e8c".
fn colour(typed: &str) -> Option<Colour> {
    let digits = typed.strip_prefix('#')?;
    let value = u32::from_str_radix(digits, 16).ok()?;
    let [_, red, green, blue] = match digits.len() {
        3 => {
            let (red, green, blue) = (value >> 8, (value >> 4) & 15, value & 15);
            ((red * 0x11_0000) | (green * 0x1100) | (blue * 0x11)).to_be_bytes()
        }
        _ => value.to_be_bytes(),
    };
    Some([red, green, blue])
}

fn ink(tag: &BytesStart<'_>) -> Ink {
    let named = |name: &str| attribute(tag, name).and_then(|typed| colour(&typed));
    let opacity = |name: &str| number(tag, name).unwrap_or(1.0);
    let fill = match attribute(tag, "fill") {
        Some(typed) => colour(&typed),
        None => Some([0; 3]),
    };
    Ink {
        fill: fill.map(|colour| (colour, opacity("fill-opacity"))),
        stroke: named("stroke").map(|colour| {
            let width = number(tag, "stroke-width").unwrap_or(1.0);
            (colour, opacity("stroke-opacity"), width)
        }),
    }
}

fn words(tag: &BytesStart<'_>, size: f32) -> Option<Shape> {
    let align = match attribute(tag, "text-anchor").as_deref() {
        Some("middle") => Align::Middle,
        Some("end") => Align::Right,
        _ => Align::Left,
    };
    let down = number(tag, "dy").unwrap_or(0.0);
    Some(Shape::Text {
        at: (number(tag, "x")?, number(tag, "y")? + down),
        align,
        size: number(tag, "font-size").unwrap_or(size),
        colour: ink(tag).fill.map_or([0; 3], |(colour, _)| colour),
        text: String::new(),
    })
}

fn shape(tag: &BytesStart<'_>, drawing: &Drawing) -> Option<Shape> {
    let given = |name: &str| number(tag, name);
    let steps = match tag.local_name().as_ref() {
        "rect" => {
            let whole = attribute(tag, "width")?.ends_with('%');
            let (x, y) = (given("x").unwrap_or(0.0), given("y").unwrap_or(0.0));
            let (width, height) = match whole {
                true => (drawing.width, drawing.height),
                false => (given("width")?, given("height")?),
            };
            let corners = [(x + width, y), (x + width, y + height), (x, y + height)];
            let mut steps = vec![Step::Move(x, y)];
            steps.extend(corners.map(|(x, y)| Step::Line(x, y)));
            steps.push(Step::Close);
            steps
        }
        "line" => vec![
            Step::Move(given("x1")?, given("y1")?),
            Step::Line(given("x2")?, given("y2")?),
        ],
        "circle" => {
            let (x, y, r) = (given("cx")?, given("cy")?, given("r")?);
            let mut steps = vec![Step::Move(x + r, y)];
            steps.extend(arc((x, y), r, 0.0, std::f32::consts::TAU));
            steps.push(Step::Close);
            steps
        }
        "path" => path(&attribute(tag, "d")?)?,
        _ => return None,
    };
    let ink = match tag.local_name().as_ref() {
        "line" => Ink {
            fill: None,
            ..ink(tag)
        },
        _ => ink(tag),
    };
    Some(Shape::Path { steps, ink })
}

/// A path of moves, arcs of a circle, and steps along the axes.
fn path(data: &str) -> Option<Vec<Step>> {
    let spaced: String = data
        .chars()
        .flat_map(|sign| match sign.is_ascii_alphabetic() {
            true => [' ', sign, ' '],
            false => [sign, '\0', '\0'],
        })
        .filter(|sign| *sign != '\0')
        .collect();
    let mut steps = Vec::new();
    let (mut x, mut y) = (0.0, 0.0);
    let mut tokens = spaced.split_whitespace();
    while let Some(token) = tokens.next() {
        let mut next = || tokens.next()?.parse::<f32>().ok();
        match token {
            "M" => {
                (x, y) = (next()?, next()?);
                steps.push(Step::Move(x, y));
            }
            "h" | "v" => {
                let by = next()?;
                if token == "h" {
                    x += by
                } else {
                    y += by
                }
                steps.push(Step::Line(x, y));
            }
            "A" => {
                let radius = next()?;
                let (_, _, large, _) = (next()?, next()?, next()?, next()?);
                let to = (next()?, next()?);
                steps.extend(circle_arc((x, y), to, radius, large > 0.5));
                (x, y) = to;
            }
            "z" => steps.push(Step::Close),
            _ => return None,
        }
    }
    Some(steps)
}

/// The arc of a circle from one point to another, clockwise as it is seen.
fn circle_arc(from: (f32, f32), to: (f32, f32), radius: f32, large: bool) -> Vec<Step> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let chord = dx.hypot(dy);
    if chord <= f32::EPSILON {
        return Vec::new();
    }
    let away = (radius * radius - chord * chord / 4.0).max(0.0).sqrt();
    let side = if large { -1.0 } else { 1.0 };
    let centre = (
        (from.0 + to.0) / 2.0 - side * away * dy / chord,
        (from.1 + to.1) / 2.0 + side * away * dx / chord,
    );
    let begin = (from.1 - centre.1).atan2(from.0 - centre.0);
    let end = (to.1 - centre.1).atan2(to.0 - centre.0);
    let turn = (end - begin).rem_euclid(std::f32::consts::TAU);
    arc(centre, radius, begin, turn)
}

/// An arc round a point as curves of at most a quarter each.
fn arc(centre: (f32, f32), radius: f32, begin: f32, turn: f32) -> Vec<Step> {
    let count = (turn / std::f32::consts::FRAC_PI_2).ceil().max(1.0);
    let each = turn / count;
    let reach = radius * 4.0 / 3.0 * (each / 4.0).tan();
    let mut steps = Vec::new();
    let mut angle = begin;
    while steps.len() < 4 && f32::from(u8::try_from(steps.len()).unwrap_or(4)) < count {
        let to = angle + each;
        let on = |angle: f32| {
            (
                centre.0 + radius * angle.cos(),
                centre.1 + radius * angle.sin(),
            )
        };
        let (a, b) = (on(angle), on(to));
        steps.push(Step::Curve([
            (a.0 - reach * angle.sin(), a.1 + reach * angle.cos()),
            (b.0 + reach * to.sin(), b.1 - reach * to.cos()),
            b,
        ]));
        angle = to;
    }
    steps
}
