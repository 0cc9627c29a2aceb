//! Digits five rows high, readable from the other end of a room.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::put;

/// Rows of a digit.
pub const ROWS: u16 = 5;
/// Columns of one dot: about as wide as a row is high.
const DOT: u16 = 2;

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

/// Columns a text of such signs takes.
pub fn width(text: &str) -> u16 {
    let signs = text.chars().map(|sign| {
        let dots = dots(sign).first().map_or(0, |row| row.len());
        (u16::try_from(dots).unwrap_or(0) + 1) * DOT
    });
    signs.sum::<u16>().saturating_sub(DOT)
}

/// Draws digits; what does not fit is left out.
pub fn draw(buf: &mut Buffer, area: Rect, text: &str, style: Style) {
    let mut left = area.x;
    for sign in text.chars() {
        for (y, row) in (area.y..area.bottom()).zip(dots(sign)) {
            for (x, dot) in (left..).step_by(usize::from(DOT)).zip(row.chars()) {
                if dot == '#' && x + DOT <= area.right() {
                    put(buf, x, y, DOT, "██", style);
                }
            }
        }
        left += width(&sign.to_string()) + DOT;
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
        draw(&mut buf, area, "+888:88", Style::new());
    }
}
