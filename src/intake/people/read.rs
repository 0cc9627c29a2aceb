//! From text to rows: address lists, tables with and without a head, names line by line.

use super::columns::rows_of_table;
use super::matching::match_rows;
use super::{BadList, Preview, Row};
use crate::domain::clean::clean_line;
use crate::domain::register::Register;
use crate::intake::decode::decode;

/// Lines read at most.
pub(super) const LINES: usize = 10_000;

/// A line of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cells {
    pub line: usize,
    pub cells: Vec<String>,
}

/// A pasted list: addresses, rows of a spreadsheet, a tracking list, or names.
///
/// # Errors
/// When it cannot be read; the error names line and column, and nothing has changed.
pub fn read_paste(text: &str, register: &Register) -> Result<Preview, BadList> {
    let text = text.trim_start_matches('\u{feff}');
    let mut preview = if text.contains('\t') {
        // A spreadsheet quotes only cells with line breaks; a quote alone is a letter.
        let quoting = open_quote(text).is_none();
        rows_of_table(table(text, b'\t', quoting, 1)?)?
    } else if is_addresses(text) {
        named(addresses(text))
    } else if let Some(delimiter) = delimiter(text).filter(|mark| has_head(text, *mark)) {
        rows_of_table(table(text, delimiter, open_quote(text).is_none(), 1)?)?
    } else {
        named(names(text))
    };
    finish(&mut preview, register)?;
    Ok(preview)
}

/// A CSV file: `;`, `,` or tab between cells, with a head or without.
///
/// # Errors
/// As [`read_paste`]; also when the file is not text.
pub fn read_csv(bytes: &[u8], register: &Register) -> Result<Preview, BadList> {
    let text = decode(bytes)?;
    let text = text.trim_start_matches('\u{feff}');
    // Spreadsheets may say which mark they use ("sep=;").
    let (said, text) = match text.split_once('\n') {
        Some((first, rest)) if first.trim().to_ascii_lowercase().starts_with("sep=") => {
            (first.trim().as_bytes().get(4).copied(), rest)
        }
        _ => (None, text),
    };
    let first = if said.is_some() { 2 } else { 1 };
    if let Some(line) = open_quote(text) {
        return Err(BadList::Quote {
            line: line + first - 1,
        });
    }
    let delimiter = said.or_else(|| delimiter(text)).unwrap_or(b';');
    let mut preview = rows_of_table(table(text, delimiter, true, first)?)?;
    finish(&mut preview, register)?;
    Ok(preview)
}

fn finish(preview: &mut Preview, register: &Register) -> Result<(), BadList> {
    if preview.rows.is_empty() {
        return Err(BadList::Empty);
    }
    if preview.rows.len() > LINES {
        return Err(BadList::TooLong { most: LINES });
    }
    match_rows(&mut preview.rows, register);
    Ok(())
}

fn named(rows: Vec<Row>) -> Preview {
    Preview {
        rows: rows.into_iter().map(super::matching::unmatched).collect(),
        ..Preview::default()
    }
}

/// The line a quote begins on that does not end.
fn open_quote(text: &str) -> Option<usize> {
    let mut began = None;
    let mut line = 1;
    for sign in text.chars() {
        match sign {
            '"' if began.is_some() => began = None,
            '"' => began = Some(line),
            '\n' => line += 1,
            _ => {}
        }
    }
    began
}

/// The mark between cells that the first line has most of.
fn delimiter(text: &str) -> Option<u8> {
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    let mut inside = false;
    let mut counts = [(b';', 0usize), (b'\t', 0), (b',', 0)];
    for byte in first.bytes() {
        inside ^= byte == b'"';
        for (mark, count) in &mut counts {
            *count += usize::from(!inside && byte == *mark);
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max()?;
    counts
        .iter()
        .find(|(_, count)| *count == most && most > 0)
        .map(|(mark, _)| *mark)
}

fn has_head(text: &str, delimiter: u8) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty());
    let cells = first.unwrap_or("").split(char::from(delimiter));
    cells
        .filter(|cell| super::words::column(cell).is_some())
        .count()
        > 1
}

/// The lines of a table; `first` is the number of the text's first line.
fn table(text: &str, delimiter: u8, quoting: bool, first: usize) -> Result<Vec<Cells>, BadList> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .quoting(quoting)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = Vec::new();
    let (mut line, mut at) = (first, 0);
    for record in reader.records() {
        let record = record.map_err(|error| BadList::Quote {
            line: error
                .position()
                .map_or(1, |place| usize::try_from(place.line()).unwrap_or(1)),
        })?;
        let begins = record
            .position()
            .map_or(0, |place| usize::try_from(place.byte()).unwrap_or(0));
        let passed = text.get(at..begins).unwrap_or("");
        let blank = text.get(at.max(begins)..).unwrap_or("");
        let blank = blank.len() - blank.trim_start_matches(['\r', '\n']).len();
        let skipped = text.get(begins..begins + blank).unwrap_or("");
        line += passed.matches('\n').count() + skipped.matches('\n').count();
        at = begins + blank;
        let cells: Vec<String> = record
            .iter()
            .map(|cell| clean_line(cell).trim().to_owned())
            .collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            lines.push(Cells { line, cells });
        }
        if lines.len() > LINES + 1 {
            return Err(BadList::TooLong { most: LINES });
        }
    }
    Ok(lines)
}

/// Whether it is a list of mail addresses, with names or without.
fn is_addresses(text: &str) -> bool {
    let angled = text.contains('<') && text.contains('@') && text.contains('>');
    let bare = || {
        let mut parts = text
            .split([';', ',', '\n'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .peekable();
        parts.peek().is_some() && parts.all(is_email)
    };
    angled || bare()
}

/// Whether it looks like an e-mail address.
pub(super) fn is_email(text: &str) -> bool {
    let text = text.trim_start_matches("mailto:");
    text.split_once('@').is_some_and(|(before, after)| {
        !before.is_empty()
            && after.len() > 1
            && !after.contains('@')
            && !text.contains(|sign: char| sign.is_whitespace() || "<>;,\"".contains(sign))
    })
}

/// `Karen Lund <k@x.dk>; "Friis, Bo" <b@x.dk>`: split at semicolons and lines; at commas where
/// there are no semicolons.
fn addresses(text: &str) -> Vec<Row> {
    let by_comma = !text.contains(';');
    let mut rows = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for part in divided(line, by_comma) {
            if let Some(row) = address(&part, index + 1) {
                rows.push(row);
            }
        }
    }
    rows
}

/// A line's parts; a comma divides only after an address.
fn divided(line: &str, by_comma: bool) -> Vec<String> {
    let mut parts = vec![String::new()];
    let (mut quoted, mut angled) = (false, false);
    for sign in line.chars() {
        match sign {
            '"' => quoted = !quoted,
            '<' => angled = true,
            '>' => angled = false,
            _ => {}
        }
        let part = parts.last_mut();
        let ended = part
            .as_ref()
            .is_some_and(|part| part.trim_end().ends_with('>') || is_email(part.trim()));
        let divides = sign == ';' || (by_comma && sign == ',' && ended);
        if divides && !quoted && !angled {
            parts.push(String::new());
        } else if let Some(part) = part {
            part.push(sign);
        }
    }
    parts
}

/// One address, its name turned round where it is "Friis, Bo"; `None` when nothing is there.
pub(super) fn address(part: &str, line: usize) -> Option<Row> {
    let part = clean_line(part);
    let (name, email) = match part.split_once('<') {
        Some((name, rest)) => (name, rest.split('>').next().unwrap_or("")),
        None if is_email(part.trim()) => ("", part.trim()),
        None => (part.as_str(), ""),
    };
    let email = email.trim().trim_start_matches("mailto:").to_owned();
    let (name, organisation) = in_parenthesis(name.trim().trim_matches(['"', '\'']));
    let name = turned(if is_email(name) { "" } else { name });
    let name = if name.is_empty() {
        name_of(&email)
    } else {
        name
    };
    (!name.is_empty()).then(|| Row {
        line,
        name,
        email,
        organisation: organisation.to_owned(),
        ..Row::default()
    })
}

/// "Bo Friis (Vejle)" as name and organisation.
fn in_parenthesis(name: &str) -> (&str, &str) {
    match name
        .trim_end()
        .strip_suffix(')')
        .and_then(|name| name.rsplit_once('('))
    {
        Some((name, organisation)) if !name.trim().is_empty() => (name.trim(), organisation.trim()),
        _ => (name, ""),
    }
}

/// "Friis, Bo" as "Bo Friis".
pub(super) fn turned(name: &str) -> String {
    let name = match name.split_once(',') {
        Some((family, given)) if !given.contains(',') && !given.trim().is_empty() => {
            format!("{} {}", given.trim(), family.trim())
        }
        _ => name.to_owned(),
    };
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name from an address: "karen.lund@example.dk" is Karen Lund.
pub(super) fn name_of(email: &str) -> String {
    let before = email.split('@').next().unwrap_or("");
    let words = before
        .split(['.', '_', '-', '+'])
        .filter(|word| !word.is_empty());
    let words: Vec<String> = words
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| {
                first.to_uppercase().collect::<String>() + letters.as_str()
            })
        })
        .collect();
    // A capital can be several characters, not yet composed.
    clean_line(&words.join(" "))
}

/// "Karen Lund, Odense Kommune" on each line.
fn names(text: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = clean_line(line);
        let line = line.trim().trim_start_matches(['-', '•', '*']).trim();
        for part in line.split(';') {
            let (name, organisation) = match part.split_once(',') {
                Some((name, organisation)) => (name.trim(), organisation.trim()),
                None => in_parenthesis(part.trim()),
            };
            if name.chars().any(char::is_alphabetic) {
                rows.push(Row {
                    line: index + 1,
                    name: name.split_whitespace().collect::<Vec<_>>().join(" "),
                    organisation: organisation.to_owned(),
                    ..Row::default()
                });
            }
        }
    }
    rows
}
