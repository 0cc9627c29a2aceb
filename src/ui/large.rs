//! Letters as large as there is room for, readable from some way off: names at the door.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_normalization::UnicodeNormalization as _;

use super::canvas::put;
use super::digits;

/// Dots of a letter, one above the other; the first row is for what stands over it.
const DOTS: usize = 6;

/// The dots of a letter, without what stands over it.
fn letter(sign: char) -> Option<[&'static str; DOTS - 1]> {
    Some(match sign {
        'A' => [" ## ", "#  #", "####", "#  #", "#  #"],
        'B' => ["### ", "#  #", "### ", "#  #", "### "],
        'C' => [" ###", "#   ", "#   ", "#   ", " ###"],
        'D' => ["### ", "#  #", "#  #", "#  #", "### "],
        'E' => ["####", "#   ", "### ", "#   ", "####"],
        'F' => ["####", "#   ", "### ", "#   ", "#   "],
        'G' => [" ###", "#   ", "# ##", "#  #", " ###"],
        'H' => ["#  #", "#  #", "####", "#  #", "#  #"],
        'I' => ["#", "#", "#", "#", "#"],
        'J' => ["  ##", "   #", "   #", "#  #", " ## "],
        'K' => ["#  #", "# # ", "##  ", "# # ", "#  #"],
        'L' => ["#   ", "#   ", "#   ", "#   ", "####"],
        'M' => ["#   #", "## ##", "# # #", "#   #", "#   #"],
        'N' => ["#   #", "##  #", "# # #", "#  ##", "#   #"],
        'O' => [" ## ", "#  #", "#  #", "#  #", " ## "],
        'P' => ["### ", "#  #", "### ", "#   ", "#   "],
        'Q' => [" ## ", "#  #", "#  #", "# ##", " ###"],
        'R' => ["### ", "#  #", "### ", "# # ", "#  #"],
        'S' => [" ###", "#   ", " ## ", "   #", "### "],
        'T' => ["#####", "  #  ", "  #  ", "  #  ", "  #  "],
        'U' => ["#  #", "#  #", "#  #", "#  #", " ## "],
        'V' => ["#   #", "#   #", "#   #", " # # ", "  #  "],
        'W' => ["#   #", "#   #", "# # #", "## ##", "#   #"],
        'X' => ["#   #", " # # ", "  #  ", " # # ", "#   #"],
        'Y' => ["#   #", " # # ", "  #  ", "  #  ", "  #  "],
        'Z' => ["####", "   #", " ## ", "#   ", "####"],
        'Æ' => [" ####", "# #  ", "#####", "# #  ", "# ###"],
        'Ø' => [" ### ", "#  ##", "# # #", "##  #", " ### "],
        'Ð' => [" ### ", " #  #", "### #", " #  #", " ### "],
        'Þ' => ["#   ", "### ", "#  #", "### ", "#   "],
        '-' => ["   ", "   ", "###", "   ", "   "],
        '\'' => ["#", "#", " ", " ", " "],
        ',' => ["  ", "  ", "  ", " #", "# "],
        ' ' => ["  "; DOTS - 1],
        '0'..='9' | '.' | ':' => digits::dots(sign),
        _ => return None,
    })
}

/// What stands over a letter of so many dots.
fn over(mark: char, wide: usize) -> Option<&'static str> {
    Some(match (mark, wide) {
        ('\u{301}', 4) => "  # ",
        ('\u{301}', 5) => "   # ",
        ('\u{301}', _) => "#",
        ('\u{300}', 4) => " #  ",
        ('\u{302}' | '\u{30a}' | '\u{303}' | '\u{30c}', 4) => " ## ",
        ('\u{308}', 4) => "#  #",
        ('\u{302}' | '\u{30a}' | '\u{303}' | '\u{30c}', 5) => "  #  ",
        ('\u{308}', 5) => " # # ",
        _ => return None,
    })
}

/// The rows of dots of a text; `None` when a letter of it is not known.
fn rows(text: &str) -> Option<[String; DOTS]> {
    let mut rows: [String; DOTS] = Default::default();
    let upper = text.to_uppercase();
    let mut signs = upper.nfd().peekable();
    while let Some(sign) = signs.next() {
        let dots = letter(sign)?;
        let wide = dots.first().map_or(0, |row| row.len());
        let mark = signs.next_if(|sign| ('\u{300}'..='\u{36f}').contains(sign));
        let over = match mark {
            Some(mark) => over(mark, wide)?.to_owned(),
            None => " ".repeat(wide),
        };
        let all = std::iter::once(over.as_str()).chain(dots);
        for (row, dots) in rows.iter_mut().zip(all) {
            row.push_str(dots);
            row.push(' ');
        }
    }
    Some(rows)
}

/// Draws a text as large as it fits into the area. The rows taken: none where it does not fit or has a letter that is
/// not known.
pub fn draw(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let Some(rows) = rows(text) else {
        return 0;
    };
    let wide = rows.first().map_or(0, String::len).saturating_sub(1);
    let tall = u16::try_from(DOTS).unwrap_or(0);
    if wide * 2 <= usize::from(area.width) && area.height >= tall * 3 {
        for (y, row) in (area.y..).zip(&rows) {
            let doubled = |dot| if dot == '#' { "██" } else { "  " };
            let line: String = row.chars().map(doubled).collect();
            put(buf, area.x, y, area.width, &line, style);
        }
        return tall;
    }
    if wide > usize::from(area.width) || area.height < tall / 2 {
        return 0;
    }
    let pairs = rows.chunks_exact(2);
    for (y, pair) in (area.y..).zip(pairs) {
        let [upper, lower] = pair else { continue };
        let dots = upper.chars().zip(lower.chars());
        let line: String = dots.map(half).collect();
        put(buf, area.x, y, area.width, &line, style);
    }
    tall / 2
}

/// Two dots in one cell.
fn half(dots: (char, char)) -> char {
    match dots {
        ('#', '#') => '█',
        ('#', _) => '▀',
        (_, '#') => '▄',
        _ => ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_as_wide_in_all_its_rows_and_differs_from_the_others() {
        let signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅÉÜ0123456789.-',:";
        let all: Vec<_> = signs
            .chars()
            .map(|sign| rows(&sign.to_string()).unwrap())
            .collect();
        for (index, letter) in all.iter().enumerate() {
            assert!(letter.iter().all(|row| row.len() == letter[0].len()));
            let same = all.iter().filter(|other| *other == letter);
            assert!(same.count() == 1 || "O0".contains(signs.chars().nth(index).unwrap()));
        }
    }

    #[test]
    fn a_name_is_drawn_as_large_as_it_fits() {
        let draw = |columns, rows, text| {
            let mut buf = Buffer::empty(Rect::new(0, 0, columns, rows));
            let area = buf.area;
            super::draw(&mut buf, area, text, Style::new())
        };
        assert_eq!(draw(80, 10, "Åse Østergaard"), 3);
        assert_eq!(draw(200, 30, "Åse Østergaard"), 6);
        assert_eq!(draw(40, 10, "Åse Østergaard"), 0);
        assert_eq!(draw(80, 2, "Åse"), 0);
        assert_eq!(draw(80, 10, "Ольга"), 0);
    }
}
