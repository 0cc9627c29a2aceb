//! Corrections that people typed into the log, done before it is read: `s/old/new/`,
//! `i/where/line/`, and bots' long lines put together again.

use super::said::Said;
use super::words::is_bot;
use crate::domain::line::{Correction, correction, replaced};

/// How far back a correction reaches, in lines.
const BACK: usize = 5_000;
/// So many corrections of the whole log are done.
const EVERYWHERE: usize = 100;
/// The longest a line becomes by corrections, in bytes.
const LONGEST: usize = 20_000;

/// The lines as they were meant.
pub(super) fn repair(log: Vec<Said>) -> Vec<Said> {
    let mut lines: Vec<Said> = Vec::with_capacity(log.len());
    let mut everywhere: Vec<(String, String)> = Vec::new();
    for mut said in log {
        for (old, new) in &everywhere {
            said.text = said.text.replace(old, new);
        }
        if is_bot(&said.who) {
            match said.text.trim_start_matches('.').trim() {
                more if said.text.starts_with("...") => go_on(&mut lines, &said.who, more),
                _ => lines.push(said),
            }
            continue;
        }
        if !mend(&mut lines, &mut everywhere, &said) {
            lines.push(said);
        }
    }
    lines.retain(|said| !said.text.trim().is_empty());
    lines
}

fn go_on(lines: &mut [Said], who: &str, more: &str) {
    let mut back = lines.iter_mut().rev().take(BACK);
    if let Some(last) = back.find(|said| said.who == who) {
        last.text = format!("{} {more}", last.text.trim_end());
    }
}

/// Does a correction; `false` when the line is none or finds nothing.
fn mend(lines: &mut Vec<Said>, everywhere: &mut Vec<(String, String)>, said: &Said) -> bool {
    let text = flagged(&said.text);
    match correction(text) {
        Some(Correction::Replace { old, new, all }) => {
            let done = replace(lines, old, new, all);
            let whole = all && said.text.trim_end().ends_with('G');
            if whole && everywhere.len() < EVERYWHERE {
                everywhere.push((old.to_owned(), new.to_owned()));
            }
            done || whole
        }
        Some(Correction::Insert { before, line }) => {
            let mut back = (0..lines.len()).rev().take(BACK);
            let at = back.find(|at| lines.get(*at).is_some_and(|said| has(said, before)));
            if let Some(at) = at {
                let new = Said {
                    text: line.to_owned(),
                    ..said.clone()
                };
                // What is put in may itself correct something before it.
                let above = lines.get_mut(..at);
                if !above.is_some_and(|above| mend_once(above, &new)) {
                    lines.insert(at, new);
                }
            }
            at.is_some()
        }
        None => false,
    }
}

fn mend_once(lines: &mut [Said], said: &Said) -> bool {
    match correction(flagged(&said.text)) {
        Some(Correction::Replace { old, new, all }) => replace(lines, old, new, all),
        _ => false,
    }
}

/// A correction without the remark that people write behind it.
fn flagged(text: &str) -> &str {
    let mut signs = text.char_indices();
    let stroke = signs.nth(1).map(|(_, sign)| sign);
    let Some(stroke) = stroke.filter(|stroke| matches!(stroke, '/' | '|')) else {
        return text;
    };
    let third = text.match_indices(stroke).nth(2).map(|(at, _)| at);
    let Some((end, rest)) = third.and_then(|at| Some((at + 1, text.get(at + 1..)?))) else {
        return text;
    };
    let all = rest.starts_with(['g', 'G']) && !rest[1..].starts_with(char::is_alphanumeric);
    text.get(..end + usize::from(all)).unwrap_or(text)
}

fn has(said: &Said, words: &str) -> bool {
    match words.starts_with('<') {
        true => format!("<{}> {}", said.who, said.text).contains(words),
        false => said.text.contains(words),
    }
}

/// In the last line that has the words, or in all.
fn replace(lines: &mut [Said], old: &str, new: &str, all: bool) -> bool {
    let count = if all { usize::MAX } else { 1 };
    let back = lines.iter_mut().rev().take(BACK);
    let mut done = false;
    for said in back.filter(|said| has(said, old)).take(count) {
        done = true;
        let whole = format!("<{}> ", said.who);
        let old = old.strip_prefix(whole.as_str()).unwrap_or(old);
        if let Some(text) = replaced(&said.text, old, new, all)
            && text.len() <= LONGEST
        {
            said.text = text;
        }
    }
    done
}
