//! Puts facts into a text, within limits: nobody's text keeps the program busy or fills its memory.
//!
//! It owns the limits and what a text may do: name facts, ask whether they are there, go through lists. It must not
//! know which texts there are.

use std::io::{self, Write};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, filters};
use serde::Serialize;

/// Steps a text may take, how deep it may go, and how many bytes may come of it.
const FUEL: u64 = 100_000;
const DEPTH: usize = 32;
const LONGEST: usize = 512 * 1024;
/// The longest text between two points of a list.
const BETWEEN: usize = 16;
/// What a text may do.
const WORDS: [&str; 6] = ["if", "elif", "else", "endif", "for", "endfor"];

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The line, from 1; 0 where no one line is to blame.
    pub line: usize,
    /// What kind of flaw: a name its words on screen are found by.
    pub kind: &'static str,
    /// The word or sign that it is about, or what the reader of templates said.
    pub about: String,
}

impl Flaw {
    fn new(line: usize, kind: &'static str, about: impl Into<String>) -> Self {
        let about = about.into();
        Self { line, kind, about }
    }

    /// It is longer than a text may be.
    pub(super) fn long() -> Self {
        Self::new(0, "long", "")
    }

    /// A letter's first line, which is its subject, is empty.
    pub(super) fn no_subject() -> Self {
        Self::new(1, "subject", "")
    }

    fn of(error: &Error, lines: &[usize]) -> Self {
        let kind = match error.kind() {
            ErrorKind::OutOfFuel => "slow",
            ErrorKind::WriteFailure => "much",
            ErrorKind::UnknownFilter => "filter",
            ErrorKind::UndefinedError => "name",
            ErrorKind::SyntaxError => "syntax",
            _ => "other",
        };
        let at = error.line().and_then(|line| line.checked_sub(1));
        let line = at.and_then(|at| lines.get(at).or(lines.last()));
        Self::new(
            line.copied().unwrap_or_default(),
            kind,
            error.detail().unwrap_or_default(),
        )
    }
}

/// Names nobody knows are empty.
pub(super) fn render<F: Serialize>(text: &(String, Vec<usize>), facts: &F) -> Result<String, Flaw> {
    run(text, facts, UndefinedBehavior::Lenient)
}

/// Names nobody knows are flaws.
pub(super) fn render_strictly<F: Serialize>(
    text: &(String, Vec<usize>),
    facts: &F,
) -> Result<String, Flaw> {
    run(text, facts, UndefinedBehavior::Strict)
}

fn run<F: Serialize>(
    (text, lines): &(String, Vec<usize>),
    facts: &F,
    undefined: UndefinedBehavior,
) -> Result<String, Flaw> {
    let own = |at: usize| lines.get(at).or(lines.last()).copied().unwrap_or(1);
    allow(text).map_err(|(at, kind, about)| Flaw::new(own(at), kind, about))?;
    let said = |error: Error| Flaw::of(&error, lines);
    let environment = environment(undefined).map_err(said)?;
    let template = environment.template_from_str(text).map_err(said)?;
    let mut page = Page::default();
    template
        .render_captured_to(Serde(facts), &mut page)
        .map_err(said)?;
    Ok(String::from_utf8_lossy(&page.0).into_owned())
}

/// Nothing is there that was not put in here.
fn environment(undefined: UndefinedBehavior) -> Result<Environment<'static>, Error> {
    let mut environment = Environment::empty();
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true);
    environment.set_syntax(syntax.build()?);
    environment.set_undefined_behavior(undefined);
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_fuel(Some(FUEL));
    environment.set_recursion_limit(DEPTH);
    environment.add_filter("upper", filters::upper);
    environment.add_filter("lower", filters::lower);
    environment.add_filter("capitalize", filters::capitalize);
    environment.add_filter("trim", filters::trim);
    environment.add_filter("length", filters::length);
    environment.add_filter("join", join);
    Ok(environment)
}

/// The points of a list with something short between them.
fn join(points: Vec<Value>, between: Option<String>) -> Result<String, Error> {
    let between = between.unwrap_or_default();
    if between.len() > BETWEEN {
        let why = "what stands between the points is too long";
        return Err(Error::new(ErrorKind::InvalidOperation, why));
    }
    let points: Vec<String> = points.iter().map(ToString::to_string).collect();
    Ok(points.join(&between))
}

/// What comes of a text, up to a limit.
#[derive(Default)]
struct Page(Vec<u8>);

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > LONGEST {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Looks for what no text needs and a hostile one grows by: other statements, and signs that make text of text.
fn allow(text: &str) -> Result<(), (usize, &'static str, String)> {
    let mut rest = text;
    let line = |rest: &str| {
        let before = text.len() - rest.len();
        let before = text.get(..before).unwrap_or_default();
        before.bytes().filter(|byte| *byte == b'\n').count()
    };
    while let Some(at) = rest.find('{') {
        rest = rest.get(at..).unwrap_or_default();
        let begin = line(rest);
        let inside = rest.get(2..).unwrap_or_default();
        let close = match rest.get(..2) {
            Some("{#") => {
                rest = inside.split_once("#}").map_or("", |(_, after)| after);
                continue;
            }
            Some("{{") => "}}",
            Some("{%") => {
                let words = inside.trim_start_matches(['-', '+']).trim_start();
                let word: String = words.chars().take_while(char::is_ascii_lowercase).collect();
                if !WORDS.contains(&word.as_str()) {
                    return Err((begin, "statement", word));
                }
                "%}"
            }
            _ => {
                rest = rest.get(1..).unwrap_or_default();
                continue;
            }
        };
        rest = passed(inside, close).map_err(|sign| (begin, "sign", sign.to_string()))?;
    }
    Ok(())
}

/// What follows the end of a name or statement, which quotes do not hide.
fn passed<'a>(inside: &'a str, close: &str) -> Result<&'a str, char> {
    let mut quote: Option<char> = None;
    let mut escaped = false;
    for (at, sign) in inside.char_indices() {
        match quote {
            Some(_) if escaped => escaped = false,
            Some(_) if sign == '\\' => escaped = true,
            Some(open) if sign == open => quote = None,
            Some(_) => {}
            None if inside.get(at..).is_some_and(|it| it.starts_with(close)) => {
                return Ok(inside.get(at + close.len()..).unwrap_or_default());
            }
            None if matches!(sign, '"' | '\'') => quote = Some(sign),
            None if matches!(sign, '~' | '*' | '+' | '/' | '%') => return Err(sign),
            None => {}
        }
    }
    Ok("")
}
