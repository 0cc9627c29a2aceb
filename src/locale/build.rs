//! The build script: compares the texts of both languages and writes them as tables.
//!
//! It owns how `.ftl` files become `Key` and static texts, so that nothing is parsed when the
//! program starts. It must not know any text by name.

#[path = "../linking.rs"]
#[cfg_attr(test, allow(dead_code))]
mod linking;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

/// The signs of `pattern.rs`; no text has control characters of its own.
const VARIABLE: char = '\u{1}';
const SELECT: char = '\u{2}';
const CLOSE: char = '\u{3}';
const END: char = '\u{4}';

/// File name and contents.
type File = (String, String);

/// A piece of a text, as it will stand in the generated table.
#[derive(Clone)]
enum Piece {
    Text(String),
    Variable(String),
    Select(String, Vec<(String, Vec<Piece>)>, usize),
}

/// One text of one language.
struct Message {
    file: String,
    pieces: Vec<Piece>,
}

/// A language read in: texts by key, and the patterns that others may quote.
type Messages = BTreeMap<String, Message>;
type Quotable<'a> = BTreeMap<String, &'a Pattern<&'a str>>;

#[cfg_attr(test, allow(dead_code))]
fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => {
            for fault in faults {
                eprintln!("error: {fault}");
            }
            ExitCode::FAILURE
        }
    }
}

#[cfg_attr(test, allow(dead_code))]
fn build() -> Result<(), Vec<String>> {
    for path in [
        "src/locale/da",
        "src/locale/en",
        "src/locale/build.rs",
        "src/linking.rs",
    ] {
        println!("cargo::rerun-if-changed={path}");
    }
    linking::settle();
    let code = tables(&read("src/locale/da")?, &read("src/locale/en")?)?;
    let out = std::env::var("OUT_DIR").map_err(|error| vec![error.to_string()])?;
    let path = Path::new(&out).join("texts.rs");
    std::fs::write(&path, code).map_err(|error| vec![format!("{}: {error}", path.display())])
}

#[cfg_attr(test, allow(dead_code))]
fn read(folder: &str) -> Result<Vec<File>, Vec<String>> {
    let fail = |error: std::io::Error| vec![format!("{folder}: {error}")];
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            let text = std::fs::read_to_string(&path).map_err(fail)?;
            files.push((path.display().to_string(), text));
        }
    }
    files.sort();
    Ok(files)
}

/// The generated code for two languages, or every fault found, each with file and key.
fn tables(danish: &[File], english: &[File]) -> Result<String, Vec<String>> {
    let mut faults = Vec::new();
    let da = messages(danish, &mut faults);
    let en = messages(english, &mut faults);
    compare(&da, &en, "English", &mut faults);
    compare(&en, &da, "Danish", &mut faults);
    if faults.is_empty() {
        Ok(generate(&da, &en))
    } else {
        Err(faults)
    }
}

fn messages(files: &[File], faults: &mut Vec<String>) -> Messages {
    let mut quotable = Quotable::new();
    let mut found: Vec<(&str, &str)> = Vec::new();
    let parsed: Vec<_> = files
        .iter()
        .map(
            |(file, text)| match fluent_syntax::parser::parse(text.as_str()) {
                Ok(resource) => (file, resource),
                Err((resource, errors)) => {
                    for error in errors {
                        let line = text
                            .get(..error.pos.start)
                            .unwrap_or("")
                            .lines()
                            .count()
                            .max(1);
                        faults.push(format!("{file}:{line}: {error}"));
                    }
                    (file, resource)
                }
            },
        )
        .collect();
    for (file, resource) in &parsed {
        for entry in &resource.body {
            let (key, pattern) = match entry {
                Entry::Message(message) => {
                    if !message.attributes.is_empty() {
                        faults.push(format!(
                            "{file}: {}: attributes are not used here",
                            message.id.name
                        ));
                    }
                    found.push((file, message.id.name));
                    (message.id.name.to_owned(), message.value.as_ref())
                }
                Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value)),
                _ => continue,
            };
            let Some(pattern) = pattern else {
                faults.push(format!("{file}: {key}: has no text"));
                continue;
            };
            if quotable.insert(key.clone(), pattern).is_some() {
                faults.push(format!("{file}: {key}: is there twice in this language"));
            }
        }
    }
    compile(&found, &quotable, faults)
}

fn compile(found: &[(&str, &str)], quotable: &Quotable, faults: &mut Vec<String>) -> Messages {
    let mut messages = Messages::new();
    let mut variants: BTreeMap<String, &str> = BTreeMap::new();
    for (file, key) in found {
        let plain = key
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !plain || *key == "self" {
            faults.push(format!(
                "{file}: {key}: keys are lower-case words joined by hyphens"
            ));
        }
        if let Some(other) = variants.insert(variant(key), key)
            && other != *key
        {
            faults.push(format!("{file}: {key}: is too like {other}"));
        }
        let Some(pattern) = quotable.get(*key) else {
            continue;
        };
        match pieces(pattern, quotable, 0) {
            Ok(pieces) => {
                let file = (*file).to_owned();
                messages.insert((*key).to_owned(), Message { file, pieces });
            }
            Err(fault) => faults.push(format!("{file}: {key}: {fault}")),
        }
    }
    messages
}

fn pieces(pattern: &Pattern<&str>, quotable: &Quotable, depth: u8) -> Result<Vec<Piece>, String> {
    if depth > 8 {
        return Err("quotes itself".to_owned());
    }
    let mut all: Vec<Piece> = Vec::new();
    for element in &pattern.elements {
        let next = match element {
            PatternElement::TextElement { value } => vec![Piece::Text((*value).to_owned())],
            PatternElement::Placeable { expression } => placed(expression, quotable, depth)?,
        };
        for piece in next {
            match (all.last_mut(), piece) {
                (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
                (_, piece) => all.push(piece),
            }
        }
    }
    Ok(all)
}

fn placed(
    expression: &Expression<&str>,
    quotable: &Quotable,
    depth: u8,
) -> Result<Vec<Piece>, String> {
    match expression {
        Expression::Inline(inline) => inlined(inline, quotable, depth),
        Expression::Select { selector, variants } => {
            let InlineExpression::VariableReference { id } = selector else {
                return Err("choose by a variable only".to_owned());
            };
            let mut choices = Vec::new();
            let mut default = 0;
            for (index, variant) in variants.iter().enumerate() {
                let key = match &variant.key {
                    VariantKey::Identifier { name } => (*name).to_owned(),
                    VariantKey::NumberLiteral { value } => {
                        let number: i64 = value
                            .parse()
                            .map_err(|_| format!("[{value}] is no whole number"))?;
                        number.to_string()
                    }
                };
                if variant.default {
                    default = index;
                }
                choices.push((key, pieces(&variant.value, quotable, depth + 1)?));
            }
            Ok(vec![Piece::Select(id.name.to_owned(), choices, default)])
        }
    }
}

fn inlined(
    inline: &InlineExpression<&str>,
    quotable: &Quotable,
    depth: u8,
) -> Result<Vec<Piece>, String> {
    let quoted = |key: String| match quotable.get(&key) {
        Some(pattern) => pieces(pattern, quotable, depth + 1),
        None => Err(format!("quotes {key}, which is not there")),
    };
    match inline {
        InlineExpression::StringLiteral { value } => {
            let text = fluent_syntax::unicode::unescape_unicode_to_string(value);
            Ok(vec![Piece::Text(text.into_owned())])
        }
        InlineExpression::NumberLiteral { value } => Ok(vec![Piece::Text((*value).to_owned())]),
        InlineExpression::VariableReference { id } => Ok(vec![Piece::Variable(id.name.to_owned())]),
        InlineExpression::MessageReference {
            id,
            attribute: None,
        } => quoted(id.name.to_owned()),
        InlineExpression::TermReference {
            id,
            attribute: None,
            arguments: None,
        } => quoted(format!("-{}", id.name)),
        InlineExpression::Placeable { expression } => placed(expression, quotable, depth),
        _ => Err("functions and attributes are not used here".to_owned()),
    }
}

fn compare(these: &Messages, those: &Messages, language: &str, faults: &mut Vec<String>) {
    for (key, message) in these {
        let Some(other) = those.get(key) else {
            faults.push(format!("{}: {key}: has no {language} text", message.file));
            continue;
        };
        let (mut ours, mut others) = (BTreeSet::new(), BTreeSet::new());
        variables(&message.pieces, &mut ours);
        variables(&other.pieces, &mut others);
        for name in ours.difference(&others) {
            faults.push(format!(
                "{}: {key}: ${name} is missing in {}",
                message.file, other.file
            ));
        }
    }
}

fn variables<'a>(pieces: &'a [Piece], found: &mut BTreeSet<&'a str>) {
    for piece in pieces {
        match piece {
            Piece::Text(_) => {}
            Piece::Variable(name) => {
                found.insert(name);
            }
            Piece::Select(name, choices, _) => {
                found.insert(name);
                choices
                    .iter()
                    .for_each(|(_, pieces)| variables(pieces, found));
            }
        }
    }
}

/// `home-title` as `HomeTitle`.
fn variant(key: &str) -> String {
    let word = |word: &str| {
        let mut chars = word.chars();
        chars
            .next()
            .map(|first| first.to_ascii_uppercase().to_string() + chars.as_str())
    };
    key.split('-').filter_map(word).collect()
}

fn generate(da: &Messages, en: &Messages) -> String {
    let mut code = String::from(
        "/// Every text of the program, by name.\n\
         #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]\n\
         #[repr(u16)]\npub enum Key {\n",
    );
    for (key, message) in da {
        let shown = match message.pieces.as_slice() {
            [Piece::Text(text)] => text.replace('\n', " "),
            _ => "a text with variables".to_owned(),
        };
        let _ = write!(
            code,
            "/// `{key}`: `{}`\n{},\n",
            shown.replace('`', "'"),
            variant(key)
        );
    }
    code.push_str("}\n\nimpl Key {\n/// Every key, by name.\npub const ALL: &[Key] = &[");
    for key in da.keys() {
        let _ = write!(code, "Key::{}, ", variant(key));
    }
    code.push_str("];\n}\n");
    table(&mut code, "NAMES", da.keys().cloned());
    for (name, messages) in [("DANISH", da), ("ENGLISH", en)] {
        let texts = messages.values().map(|message| packed(&message.pieces));
        table(&mut code, name, texts);
    }
    code
}

/// Texts as one, and where each ends: ten thousand addresses less for the loader to go through.
fn table(code: &mut String, name: &str, texts: impl Iterator<Item = String>) {
    let (mut all, mut ends) = (String::new(), Vec::new());
    for text in texts {
        all.push_str(&text);
        ends.push(all.len());
    }
    let _ = writeln!(
        code,
        "static {name}: Texts = Texts {{ all: {all:?}, ends: &{ends:?} }};"
    );
}

/// A text with its variables and choices marked, as `pattern.rs` reads it.
fn packed(pieces: &[Piece]) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(words) => text.push_str(words),
            Piece::Variable(name) => {
                let _ = write!(text, "{VARIABLE}{name}{END}");
            }
            Piece::Select(name, choices, default) => {
                let _ = write!(text, "{SELECT}{name}{END}");
                for (index, (case, pieces)) in choices.iter().enumerate() {
                    let mark = if index == *default { "*" } else { "" };
                    let _ = write!(text, "{mark}{case}{END}{}{CLOSE}", packed(pieces));
                }
                text.push(CLOSE);
            }
        }
    }
    text
}

#[cfg(test)]
#[path = "build_tests.rs"]
mod tests;
