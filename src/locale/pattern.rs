//! Texts with variables and choices, as the build script packs them, and how they are filled in.
//!
//! It owns the four signs. It must not know what any text is about.

use std::borrow::Cow;

use super::Arg;

/// Begins the name of a variable.
const VARIABLE: char = '\u{1}';
/// Begins the name of a variable that chooses; its choices follow.
const SELECT: char = '\u{2}';
/// Ends a choice's text; alone it ends the choices.
const CLOSE: char = '\u{3}';
/// Ends the name of a variable or of a choice.
const END: char = '\u{4}';
/// Begins the name of the choice that counts when no other does.
const DEFAULT: char = '*';

/// A text with its variables filled in; those without a value show their names.
pub fn fill(pattern: &'static str, args: &[(&str, Arg)]) -> Cow<'static, str> {
    if !pattern.contains([VARIABLE, SELECT]) {
        return Cow::Borrowed(pattern);
    }
    let mut text = String::with_capacity(pattern.len());
    append(&mut { pattern }, args, Some(&mut text));
    Cow::Owned(text)
}

/// Goes to the end of the text or of the choice it is in, writing or only passing it.
fn append(rest: &mut &str, args: &[(&str, Arg)], mut text: Option<&mut String>) {
    while let Some(place) = rest.find([VARIABLE, SELECT, CLOSE]) {
        let words = take(rest, place);
        if let Some(text) = text.as_deref_mut() {
            text.push_str(words);
        }
        match sign(rest) {
            Some(VARIABLE) => {
                let name = until_end(rest);
                if let Some(text) = text.as_deref_mut() {
                    write(text, name, args);
                }
            }
            Some(SELECT) => {
                let mut chosen = choose(rest, args);
                if let Some(text) = text.as_deref_mut() {
                    append(&mut chosen, args, Some(text));
                }
            }
            _ => return,
        }
    }
    if let Some(text) = text {
        text.push_str(rest);
    }
    *rest = "";
}

fn write(text: &mut String, name: &str, args: &[(&str, Arg)]) {
    match find(name, args) {
        Some(Arg::Number(number)) => text.push_str(&number.to_string()),
        Some(Arg::Text(words)) => text.push_str(words),
        None => text.push_str(&format!("{{{name}}}")),
    }
}

/// Passes all choices; where the text of the one that applies begins.
fn choose<'a>(rest: &mut &'a str, args: &[(&str, Arg)]) -> &'a str {
    let arg = find(until_end(rest), args);
    let (mut chosen, mut default) = (None, "");
    while !rest.is_empty() && !rest.starts_with(CLOSE) {
        let case = until_end(rest);
        let name = case.trim_start_matches(DEFAULT);
        if name.len() < case.len() {
            default = rest;
        }
        if chosen.is_none() && applies(name, arg) {
            chosen = Some(*rest);
        }
        append(rest, args, None);
    }
    sign(rest);
    chosen.unwrap_or(default)
}

fn find<'a>(name: &str, args: &'a [(&str, Arg)]) -> Option<&'a Arg<'a>> {
    let arg = args.iter().find(|(known, _)| *known == name);
    arg.map(|(_, arg)| arg)
}

fn applies(case: &str, arg: Option<&Arg>) -> bool {
    match arg {
        // Danish and English both have only "one" beside "other" for whole numbers.
        Some(Arg::Number(number)) => {
            case.parse() == Ok(*number) || case == if *number == 1 { "one" } else { "other" }
        }
        Some(Arg::Text(text)) => case == text,
        None => false,
    }
}

fn take<'a>(rest: &mut &'a str, length: usize) -> &'a str {
    let (taken, left) = rest.split_at_checked(length).unwrap_or((rest, ""));
    *rest = left;
    taken
}

fn sign(rest: &mut &str) -> Option<char> {
    let mut signs = rest.chars();
    let sign = signs.next();
    *rest = signs.as_str();
    sign
}

fn until_end<'a>(rest: &mut &'a str) -> &'a str {
    let (name, left) = rest.split_once(END).unwrap_or((rest, ""));
    *rest = left;
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_and_choices_are_filled_in() {
        let nested = "\u{2}who\u{4}me\u{4}jeg har \u{2}n\u{4}0\u{4}intet\u{3}one\u{4}én\u{3}*other\u{4}\u{1}n\u{4}\u{3}\u{3}\u{3}*you\u{4}du\u{3}\u{3}!";
        type Row<'a> = (&'static str, &'a [(&'a str, Arg<'a>)], &'a str);
        let rows: [Row; 9] = [
            ("Gemt", &[], "Gemt"),
            ("Gemt \u{1}time\u{4}.", &[], "Gemt {time}."),
            (
                "Gemt \u{1}time\u{4}.",
                &[("time", "9.30".into())],
                "Gemt 9.30.",
            ),
            (nested, &[], "du!"),
            (nested, &[("who", "you".into())], "du!"),
            (
                nested,
                &[("who", "me".into()), ("n", 0.into())],
                "jeg har intet!",
            ),
            (
                nested,
                &[("who", "me".into()), ("n", 1.into())],
                "jeg har én!",
            ),
            (
                nested,
                &[("who", "me".into()), ("n", 7.into())],
                "jeg har 7!",
            ),
            (nested, &[("who", "me".into())], "jeg har {n}!"),
        ];
        for (pattern, args, expected) in rows {
            assert_eq!(fill(pattern, args), expected);
        }
    }

    #[test]
    fn a_text_cut_short_is_no_trouble() {
        let whole = "a \u{2}n\u{4}one\u{4}x\u{3}*other\u{4}\u{1}n\u{4}\u{3}\u{3} b";
        for end in 0..=whole.len() {
            let cut: &'static str = &whole[..end];
            let _ = fill(cut, &[("n", 2.into())]);
        }
    }
}
