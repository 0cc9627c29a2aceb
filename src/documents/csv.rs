//! Tables as CSV that a spreadsheet opens without running anything: RFC 4180, and a cell that a
//! spreadsheet would take for a formula begins with an apostrophe.
//!
//! It owns how a cell is written. It must not know what the table shows.

/// How the cells of a line are kept apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Apart {
    /// By a comma, as RFC 4180 has it.
    #[default]
    Comma,
    /// By a semicolon, after a mark of UTF-8: as a Danish spreadsheet opens a file by itself.
    Semicolon,
}

/// A table with its columns' names.
pub fn csv(columns: &[String], rows: &[Vec<String>], apart: Apart) -> String {
    let (mark, sign) = match apart {
        Apart::Comma => ("", ","),
        Apart::Semicolon => ("\u{feff}", ";"),
    };
    let mut text = mark.to_owned() + &line(columns, sign);
    for row in rows {
        text.push_str(&line(row, sign));
    }
    text
}

fn line(cells: &[String], sign: &str) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    cells.join(sign) + "\r\n"
}

/// A spreadsheet runs what begins with one of these, after spaces too, also in the full-width
/// forms.
fn is_formula(text: &str) -> bool {
    let first = text.trim_start_matches([' ', '\u{a0}']).chars().next();
    first.is_some_and(|sign| "=+-@\t\r\n＝＋－＠".contains(sign))
}

fn cell(text: &str) -> String {
    let safe = match is_formula(text) {
        true => format!("'{text}"),
        false => text.to_owned(),
    };
    match safe.contains([',', ';', '"', '\n', '\r', '\t', '\'']) || safe.trim() != safe {
        true => format!("\"{}\"", safe.replace('"', "\"\"")),
        false => safe,
    }
}

#[cfg(test)]
mod tests {
    use super::{Apart, csv};

    #[test]
    fn cells_are_quoted_and_formulas_disarmed() {
        let cells = [
            "Kursus, Odense",
            "\"Samskabelse\"",
            "=HYPERLINK(\"http://x\")",
            "+45 12 34",
            "-1",
            " @SUM(A1)",
            "＝1+1",
            "to\nlinjer",
            "",
            "Åse",
        ]
        .map(str::to_owned);
        let text = csv(
            &["a".to_owned(), "b".to_owned()],
            &[cells.to_vec()],
            Apart::Comma,
        );
        assert_eq!(
            text,
            "a,b\r\n\"Kursus, Odense\",\"\"\"Samskabelse\"\"\",\"'=HYPERLINK(\"\"http://x\"\")\",\
             \"'+45 12 34\",\"'-1\",\"' @SUM(A1)\",\"'＝1+1\",\"to\nlinjer\",,Åse\r\n"
        );
    }

    #[test]
    fn a_danish_spreadsheet_opens_it_by_itself() {
        let row = ["Kursus, Odense", "=1+1", "a;b"].map(str::to_owned);
        let text = csv(&["a".to_owned()], &[row.to_vec()], Apart::Semicolon);
        assert_eq!(
            text,
            "\u{feff}a\r\n\"Kursus, Odense\";\"'=1+1\";\"a;b\"\r\n"
        );
    }
}
