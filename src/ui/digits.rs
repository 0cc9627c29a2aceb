//! Digits as large as there is room for, readable from the other end of a room.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::put;

/// Dots of a digit, one above the other.
pub const ROWS: u16 = 5;
/// Columns of a dot one row high: about as wide as high.
const DOT: u16 = 2;
/// Columns between two texts of digits.
const GAP: u16 = 3;

/// The dots of a sign, a row a line from the left.
fn dots(sign: char) -> [&'static str; ROWS as usize] {
    match sign {
        '0' => ["###", "# #", "# #", "# #", "###"],
        '1' => [" # ", "## ", " # ", " # ", "###"],
        '2' => ["###", "  #", "###", "#  ", "###"],
        '3' => ["###", "  #", "###", "  #", "###"],
        '4' => ["# #", "# #", "###", "  #", "  #"],
        '5' => ["###", "#  ", "###", "  #", "###"],
        '6' => ["###", "#  ", "###", "# #", "###"],
        '7' => ["###", "  #", "  #", " # ", " # "],
        '8' => ["###", "# #", "###", "# #", "###"],
        '9' => ["###", "# #", "###", "  #", "###"],
        ':' => [" ", "#", " ", "#", " "],
        '.' => [" ", " ", " ", " ", "#"],
        '+' => ["   ", " # ", "###", " # ", "   "],
        _ => ["   "; ROWS as usize],
    }
}

/// Columns a text of such signs takes, dots being one row high.
fn width(text: &str) -> u16 {
    let signs = text.chars().map(|sign| {
        let dots = dots(sign).first().map_or(0, |row| row.len());
        (u16::try_from(dots).unwrap_or(0) + 1) * DOT
    });
    signs.sum::<u16>().saturating_sub(DOT)
}

/// A time of usual length: a shorter one is drawn no larger, so that it stays as it is while it runs down.
const USUAL: &str = "00:00";

/// The rows of a dot with which digits fill what there is; none where even the smallest is too large.
fn scale(columns: u16, rows: u16, wide: u16) -> u16 {
    (columns / wide.max(1)).min(rows / ROWS)
}

/// See [`scale`].
fn scale_of_time(time: &str, area: Rect) -> u16 {
    scale(area.width, area.height, width(time).max(width(USUAL)))
}

/// Draws digits at the right as large as they fit, and others at the left in what is left. The rows taken.
pub fn draw_pair(buf: &mut Buffer, area: Rect, left: (&str, Style), right: (&str, Style)) -> u16 {
    let dot = scale_of_time(right.0, area);
    let taken = width(right.0) * dot;
    let place = Rect {
        x: area.right().saturating_sub(taken),
        width: taken.min(area.width),
        ..area
    };
    draw(buf, place, right.0, right.1, dot);
    let free = Rect {
        width: area.width.saturating_sub(taken + GAP),
        ..area
    };
    let small = scale(free.width, ROWS * dot, width(left.0));
    draw(buf, free, left.0, left.1, small);
    ROWS * dot
}

/// Draws digits as large as they fit. The rows taken.
pub fn draw_one(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let dot = scale_of_time(text, area);
    draw(buf, area, text, style, dot);
    ROWS * dot
}

fn draw(buf: &mut Buffer, area: Rect, text: &str, style: Style, dot: u16) {
    let (wide, ink) = (DOT * dot, "█".repeat(usize::from(DOT * dot)));
    let mut left = area.x;
    for sign in text.chars() {
        for (row, dots) in (0..).zip(dots(sign)) {
            for y in (0..dot).map(|y| area.y + row * dot + y) {
                for (x, dot) in (left..).step_by(usize::from(wide.max(1))).zip(dots.chars()) {
                    if dot == '#' && x + wide <= area.right() && y < area.bottom() {
                        put(buf, x, y, wide, &ink, style);
                    }
                }
            }
        }
        left += (width(&sign.to_string()) + DOT) * dot;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_is_as_wide_in_all_its_rows_and_differs_from_the_others() {
        let signs = "0123456789:.+";
        for sign in signs.chars() {
            let rows = dots(sign);
            assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{sign}");
            let same = signs.chars().filter(|other| dots(*other) == rows);
            assert_eq!(same.count(), 1, "{sign}");
        }
        assert_eq!(width("8"), 6);
        assert_eq!(width("12:34"), 4 * 6 + 2 + 4 * 2);
    }

    #[test]
    fn what_does_not_fit_stays_inside() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 7, 3));
        let area = buf.area;
        for dot in 0..4 {
            draw(&mut buf, area, "+888:88", Style::new(), dot);
        }
        draw_pair(
            &mut buf,
            area,
            ("12", Style::new()),
            ("+888:88", Style::new()),
        );
    }

    #[test]
    fn digits_grow_with_the_room() {
        for (columns, rows, dot) in [(76, 9, 1), (76, 10, 2), (196, 36, 5), (20, 10, 0)] {
            let area = Rect::new(0, 0, columns, rows);
            assert_eq!(scale_of_time("2:34", area), dot, "{columns}×{rows}");
        }
    }
}
