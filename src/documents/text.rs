//! An outline as plain text of 72 columns, for mail and for reading aloud.
//!
//! It owns wrapping of plain text. It must not know meetings.

use unicode_width::UnicodeWidthStr;

use super::letterhead::Letterhead;
use super::line::line;
use super::outline::{Block, Body, Fact, Outline, Point, Row, Run};

/// Columns of a line.
pub const WIDTH: usize = 72;

/// The document as plain text.
pub fn text(outline: &Outline) -> String {
    let title = line(&super::markdown::title(outline));
    let lines = wrap(&title, WIDTH);
    let widest = lines.iter().map(|line| line.width()).max().unwrap_or(0);
    let mut page = format!("{}\n{}\n\n", lines.join("\n"), "=".repeat(widest));
    if !outline.status.is_empty() {
        let status = line(&outline.status);
        page.push_str(&format!("{}\n\n", wrap(&status, WIDTH).join("\n")));
    }
    write_facts(&mut page, &outline.facts);
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
        page = format!("{}\n\n{page}", letterhead.address.join("\n"));
    }
    if !letterhead.footer.is_empty() {
        let footer = wrap(&letterhead.footer, WIDTH).join("\n");
        page.push_str(&format!("\n{}\n{footer}\n", "-".repeat(WIDTH)));
    }
    page
}

fn write_facts(page: &mut String, facts: &[Fact]) {
    let widest = facts
        .iter()
        .map(|fact| line(&fact.label).width())
        .max()
        .unwrap_or(0)
        .min(20);
    for fact in facts {
        let label = format!("{}:", line(&fact.label));
        let lead = format!("{} ", pad(&label, widest + 1));
        let rest = " ".repeat(widest + 2);
        for (index, value) in fact.values.iter().enumerate() {
            let lead = if index == 0 { &lead } else { &rest };
            hang(page, lead, &line(value), WIDTH);
        }
    }
    if !facts.is_empty() {
        page.push('\n');
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
            let mut words = line(text);
            if !note.is_empty() {
                words.push_str(&format!(" ({})", line(note)));
            }
            let lead = if number.is_empty() {
                String::new()
            } else {
                format!("{}. ", line(number))
            };
            let from = page.len();
            hang(page, &lead, &words, WIDTH);
            let widest = page
                .get(from..)
                .unwrap_or("")
                .lines()
                .map(|line| line.width())
                .max()
                .unwrap_or(0);
            let under = if *level == 2 { "-" } else { "." };
            page.push_str(&format!("{}\n", under.repeat(widest)));
        }
        Body::Paragraph { label, runs } => {
            let mut words = String::new();
            if !label.is_empty() {
                words = format!("{}: ", line(&label.to_uppercase()));
            }
            words.push_str(&inline(runs));
            hang(page, "", &words, WIDTH);
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
        let number = count(&mut numbers, depth);
        let indent = " ".repeat(depth * 3);
        let lead = if numbered {
            format!("{indent}{number}. ")
        } else {
            format!("{indent}- ")
        };
        hang(page, &lead, &inline(&point.runs), WIDTH);
    }
}

/// The next number at a depth; deeper ones begin again.
pub(super) fn count(numbers: &mut [usize; 5], depth: usize) -> usize {
    for deeper in numbers.iter_mut().skip(depth + 1) {
        *deeper = 0;
    }
    match numbers.get_mut(depth) {
        Some(number) => {
            *number += 1;
            *number
        }
        None => 1,
    }
}

fn write_table(page: &mut String, caption: &str, columns: &[String], rows: &[Row]) {
    if !caption.is_empty() {
        hang(page, "", &line(caption), WIDTH);
        page.push('\n');
    }
    let head: Vec<String> = columns.iter().map(|column| line(column)).collect();
    let body: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| line(cell)).collect())
        .collect();
    let widths = column_widths(&head, &body);
    write_row(page, &head, &widths);
    let rules: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    page.push_str(&format!("{}\n", rules.join("  ")));
    for row in &body {
        write_row(page, row, &widths);
    }
}

/// Widths that fit the line: narrow columns keep theirs, wide ones share what is left; no word is
/// cut while another column has room to spare.
pub(super) fn column_widths(head: &[String], body: &[Vec<String>]) -> Vec<usize> {
    let mut widths: Vec<usize> = head.iter().map(|cell| cell.width().max(1)).collect();
    for row in body {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let room = WIDTH.saturating_sub(2 * widths.len().saturating_sub(1));
    let mut left = room;
    let mut order: Vec<usize> = (0..widths.len()).collect();
    order.sort_by_key(|index| widths.get(*index).copied());
    for (place, index) in order.iter().enumerate() {
        let share = (left / (order.len() - place)).max(4);
        if let Some(width) = widths.get_mut(*index) {
            *width = (*width).min(share);
            left = left.saturating_sub(*width);
        }
    }
    spare_words(&mut widths, &longest_words(head, body));
    widths
}

/// Gives columns that would cut a word what others have beyond their longest.
fn spare_words(widths: &mut [usize], words: &[usize]) {
    let pairs = |widths: &[usize]| -> Vec<(usize, usize)> {
        widths.iter().copied().zip(words.iter().copied()).collect()
    };
    loop {
        let now = pairs(widths);
        let cut = now.iter().position(|(width, word)| width < word);
        let spare = |(_, (width, word)): &(usize, &(usize, usize))| width.saturating_sub(*word);
        let giver = now.iter().enumerate().max_by_key(spare);
        let giver = giver.filter(|row| spare(row) > 0).map(|(index, _)| index);
        let (Some(cut), Some(giver)) = (cut, giver) else {
            return;
        };
        if let Some(width) = widths.get_mut(giver) {
            *width -= 1;
        }
        if let Some(width) = widths.get_mut(cut) {
            *width += 1;
        }
    }
}

/// The columns of the longest word in each column.
fn longest_words(head: &[String], body: &[Vec<String>]) -> Vec<usize> {
    let longest = |cell: &String| cell.split_whitespace().map(|word| word.width()).max();
    let mut longest_of: Vec<usize> = head.iter().map(|cell| longest(cell).unwrap_or(1)).collect();
    for row in body {
        for (width, cell) in longest_of.iter_mut().zip(row) {
            *width = (*width).max(longest(cell).unwrap_or(1));
        }
    }
    longest_of
}

fn write_row(page: &mut String, cells: &[String], widths: &[usize]) {
    let columns: Vec<Vec<String>> = cells
        .iter()
        .zip(widths)
        .map(|(cell, width)| wrap(cell, *width))
        .collect();
    let height = columns.iter().map(Vec::len).max().unwrap_or(0);
    for index in 0..height {
        let line: Vec<String> = columns
            .iter()
            .zip(widths)
            .map(|(lines, width)| pad(lines.get(index).map_or("", String::as_str), *width))
            .collect();
        page.push_str(&format!("{}\n", line.join("  ").trim_end()));
    }
}

fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

fn inline(runs: &[Run]) -> String {
    runs.iter()
        .map(|run| {
            let words = line(&run.text);
            match run.safe_link() {
                Some(link) if link != words => format!("{words} <{}>", line(link)),
                _ => words,
            }
        })
        .collect()
}

/// Writes wrapped text after `lead`, further lines under its first letter.
fn hang(page: &mut String, lead: &str, text: &str, width: usize) {
    if lead.width() > width / 2 {
        return hang(page, "", &format!("{lead}{text}"), width);
    }
    let rest = " ".repeat(lead.width());
    let room = width.saturating_sub(lead.width()).max(16);
    for (index, line) in wrap(text, room).iter().enumerate() {
        let lead = if index == 0 { lead } else { &rest };
        page.push_str(&format!("{}\n", format!("{lead}{line}").trim_end()));
    }
}

/// Breaks text at spaces; a word too long for a line is cut. Never empty.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        for piece in pieces(word, width) {
            let joined = match lines.last() {
                Some(last) if !last.is_empty() => format!("{last} {piece}"),
                _ => piece.clone(),
            };
            match lines.last_mut() {
                Some(last) if last.is_empty() || joined.width() <= width => *last = joined,
                _ => lines.push(piece),
            }
        }
    }
    lines
}

/// A word cut to the width between letters as they are seen; an address stays whole.
fn pieces(word: &str, width: usize) -> Vec<String> {
    use unicode_segmentation::UnicodeSegmentation;
    if word.width() <= width || word.contains("://") {
        return vec![word.to_owned()];
    }
    let mut pieces = vec![String::new()];
    for letter in word.graphemes(true) {
        let full = pieces
            .last()
            .is_some_and(|piece| !piece.is_empty() && piece.width() + letter.width() > width);
        if full {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push_str(letter);
        }
    }
    pieces
}
