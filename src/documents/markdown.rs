//! An outline as Markdown (CommonMark with tables).
//!
//! It owns escaping for Markdown. It must not know meetings.

use super::letterhead::Letterhead;
use super::line::line;
use super::outline::{Block, Body, Fact, Outline, Point, Row, Run};

/// The document as Markdown.
pub fn markdown(outline: &Outline) -> String {
    let mut page = format!("# {}\n\n", escape(&title(outline)));
    if !outline.status.is_empty() {
        page.push_str(&format!("**{}**\n\n", escape(&outline.status)));
    }
    for fact in &outline.facts {
        write_fact(&mut page, fact);
    }
    if !outline.facts.is_empty() {
        page.push('\n');
    }
    for block in &outline.blocks {
        write_block(&mut page, block);
    }
    page.truncate(page.trim_end().len());
    page.push('\n');
    page
}

/// A document between the sender's lines and the footer.
pub(super) fn framed(mut page: String, letterhead: &Letterhead) -> String {
    if !letterhead.address.is_empty() {
        let lines: Vec<String> = letterhead.address.iter().map(|line| escape(line)).collect();
        page = format!("{}\n\n{page}", lines.join("\\\n"));
    }
    if !letterhead.footer.is_empty() {
        page.push_str(&format!("\n---\n\n{}\n", escape(&letterhead.footer)));
    }
    page
}

/// "Referat – NIMS 3/2026".
pub(super) fn title(outline: &Outline) -> String {
    match (outline.kind.is_empty(), outline.title.is_empty()) {
        (false, false) => format!("{} – {}", outline.kind, outline.title),
        (false, true) => outline.kind.clone(),
        _ => outline.title.clone(),
    }
}

fn write_fact(page: &mut String, fact: &Fact) {
    let label = escape(&fact.label);
    match fact.values.as_slice() {
        [one] => page.push_str(&format!("- **{label}:** {}\n", escape_within(one))),
        many => {
            page.push_str(&format!("- **{label}:**\n"));
            for value in many {
                page.push_str(&format!("  - {}\n", escape(value)));
            }
        }
    }
}

fn write_block(page: &mut String, block: &Block) {
    match &block.body {
        Body::Heading {
            level,
            number,
            text,
            note,
        } => {
            let marks = "#".repeat(usize::from((*level).clamp(2, 6)));
            let number = if number.is_empty() {
                String::new()
            } else {
                // The point after a number is no list here: it follows the heading's marks.
                format!("{}. ", escape(number))
            };
            page.push_str(&format!("{marks} {number}{}", escape(text)));
            if !note.is_empty() {
                page.push_str(&format!(" ({})", escape(note)));
            }
            page.push('\n');
        }
        Body::Paragraph { label, runs } => {
            if !label.is_empty() {
                page.push_str(&format!("**{}:** ", escape(label)));
            }
            page.push_str(&inline(runs, label.is_empty()));
            page.push('\n');
        }
        Body::List { numbered, points } => write_list(page, *numbered, points),
        Body::Table {
            caption,
            columns,
            rows,
        } => write_table(page, caption, columns, rows),
        Body::Chart(chart) => write_table(page, chart.caption(), &chart.columns(), &chart.cells()),
    }
    page.push('\n');
}

fn write_list(page: &mut String, numbered: bool, points: &[Point]) {
    let mut numbers = [0usize; 5];
    for point in points {
        let depth = usize::from(point.indent.min(4));
        let number = super::text::count(&mut numbers, depth);
        let mark = if numbered {
            format!("{number}.")
        } else {
            "-".to_owned()
        };
        let indent = " ".repeat(depth * if numbered { 4 } else { 2 });
        page.push_str(&format!("{indent}{mark} {}\n", inline(&point.runs, true)));
    }
}

fn write_table(page: &mut String, caption: &str, columns: &[String], rows: &[Row]) {
    if !caption.is_empty() {
        page.push_str(&format!("**{}**\n\n", escape(caption)));
    }
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| escape_within(cell)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    page.push_str(&line(columns));
    page.push_str(&format!("|{}\n", " --- |".repeat(columns.len())));
    for row in rows {
        page.push_str(&line(&row.cells));
    }
}

fn inline(runs: &[Run], begins_line: bool) -> String {
    let mut text = String::new();
    for run in runs {
        let words = if text.is_empty() && begins_line {
            escape(&run.text)
        } else {
            escape_within(&run.text)
        };
        match run.safe_link() {
            Some(link) => text.push_str(&format!("[{words}](<{}>)", escape_link(link))),
            None if run.strong && !words.trim().is_empty() => {
                text.push_str(&format!("**{}**", words.trim()));
            }
            None => text.push_str(&words),
        }
    }
    text
}

fn escape_link(link: &str) -> String {
    line(link)
        .replace('\\', "%5C")
        .replace('<', "%3C")
        .replace('>', "%3E")
        .replace('|', "%7C")
}

/// Text that Markdown leaves as it is, also at the beginning of a line.
fn escape(text: &str) -> String {
    let text = line(text);
    let text = text.trim_start();
    let escaped = escape_within(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text.get(digits..).and_then(|rest| rest.chars().next()) {
        Some('#' | '+' | '-' | '=') if digits == 0 => format!("\\{escaped}"),
        Some('.' | ')') if digits > 0 && is_list_number(text, digits) => {
            let (number, rest) = escaped.split_at_checked(digits).unwrap_or((&escaped, ""));
            format!("{number}\\{rest}")
        }
        _ => escaped,
    }
}

/// Whether nothing or a space follows the number's point.
fn is_list_number(text: &str, digits: usize) -> bool {
    text.get(digits + 1..)
        .is_none_or(|rest| rest.is_empty() || rest.starts_with(' '))
}

fn escape_within(text: &str) -> String {
    let text = line(text);
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$'
        ) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
