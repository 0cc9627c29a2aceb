//! The year wheel on the screen: months round the circle, networks as rings, today's hand.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::symbols::Marker;
use ratatui::text::Line as Text;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Circle, Context, Line};

use crate::app::App;
use crate::domain::plan::{Mark, Wheel, point};

/// How far the canvas reaches from the centre; the wheel's radius is 1.
const REACH: f64 = 1.12;
/// Points of an arc in a whole turn.
const STEPS: f64 = 240.0;

/// Draws the wheel, as round as the room allows; `chosen` is the selected row.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, wheel: &Wheel, chosen: Option<usize>) {
    // A sign is about twice as high as it is wide.
    let height = area.height.min(area.width / 2);
    let area = Rect {
        width: (height * 2).min(area.width),
        height,
        ..area
    };
    let language = app.locale.language();
    let canvas = Canvas::default()
        .marker(Marker::Braille)
        .x_bounds([-REACH, REACH])
        .y_bounds([-REACH, REACH])
        .paint(|context| {
            rings(context, wheel);
            for mark in &wheel.marks {
                arc(context, wheel, mark);
            }
            if let Some(today) = wheel.today {
                let (x, y) = point(today, 0.85);
                context.draw(&Line::new(0.0, 0.0, x, y, Color::Reset));
            }
            context.layer();
            for month in 1..=12u32 {
                let (x, y) = point((f64::from(month) - 0.5) / 12.0, 1.0);
                let name: String = language.short_month(month).chars().take(3).collect();
                context.print(x - 0.05, y, Text::raw(name));
            }
            for (index, mark) in wheel.marks.iter().enumerate() {
                number(context, wheel, index, mark, chosen);
            }
            context.print(-0.09, 0.0, Text::raw(wheel.year.to_string()));
        });
    canvas.render(area, buf);
}

fn rings(context: &mut Context<'_>, wheel: &Wheel) {
    for ring in 0..wheel.rings.len() {
        let (inner, outer) = wheel.edges(ring);
        for radius in [outer, inner] {
            context.draw(&Circle {
                x: 0.0,
                y: 0.0,
                radius,
                color: Color::Reset,
            });
        }
    }
}

/// A time of several days along its ring.
fn arc(context: &mut Context<'_>, wheel: &Wheel, mark: &Mark) {
    let radius = wheel.radius(mark);
    let mut turn = mark.from;
    while turn < mark.to {
        let next = (turn + 1.0 / STEPS).min(mark.to);
        let ((x1, y1), (x2, y2)) = (point(turn, radius), point(next, radius));
        context.draw(&Line::new(x1, y1, x2, y2, Color::Reset));
        turn = next;
    }
}

/// The mark's number in the list; the chosen one stands out by more than colour.
fn number(
    context: &mut Context<'_>,
    wheel: &Wheel,
    index: usize,
    mark: &Mark,
    chosen: Option<usize>,
) {
    let (x, y) = point((mark.from + mark.to) / 2.0, wheel.radius(mark));
    let text = match chosen == Some(mark.row) {
        true => format!("▸{}", index + 1),
        false => (index + 1).to_string(),
    };
    let style = match chosen == Some(mark.row) {
        true => super::theme::SELECTED,
        false => super::theme::TITLE,
    };
    context.print(x - 0.03, y, Text::styled(text, style));
}
