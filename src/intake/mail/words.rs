//! What somebody wrote in an answer: their own words, each under the place of our mail they stand at.
//! What they quote, signatures and the lines mail programs put between are left out.

use std::collections::BTreeSet;

/// Letters of one remark at most.
const LONGEST: usize = 8000;
/// Remarks of one mail at most.
const MOST: usize = 300;
/// Letters from which words that stand anywhere in our mail are taken as quoted.
const QUOTED: usize = 24;

/// Words, and the place they are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark<P> {
    /// The place; none for the mail as a whole.
    pub place: Option<P>,
    /// The words.
    pub text: String,
}

/// What a line of our mail that is quoted means for the words under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark<P> {
    /// From here on words are about this.
    Place(P),
    /// From here on they are about the whole.
    Whole,
    /// It goes on.
    Same,
}

/// Letters and digits alone: what survives wrapping, quoting and other quotation marks.
fn squashed(text: &str) -> String {
    let plain = text.chars().filter(|c| c.is_alphanumeric());
    plain.flat_map(char::to_lowercase).collect()
}

/// A line without the marks of quoting, and whether it had any.
fn bare(line: &str) -> (&str, bool) {
    let mut rest = line.trim();
    let mut quoted = false;
    while let Some(inner) = rest.strip_prefix(['>', '|']) {
        rest = inner.trim_start();
        quoted = true;
    }
    (rest, quoted)
}

/// Our own mail, as it can be found in an answer.
struct Original {
    lines: BTreeSet<String>,
    whole: String,
}

impl Original {
    fn new(text: &str) -> Self {
        Self {
            lines: text.lines().map(squashed).collect(),
            whole: squashed(text),
        }
    }

    fn has(&self, line: &str) -> bool {
        let line = squashed(line);
        let long = line.chars().count() >= QUOTED;
        !line.is_empty() && (self.lines.contains(&line) || long && self.whole.contains(&line))
    }
}

/// Beginnings of what people and their programs end a mail with.
const CLOSINGS: &[&str] = &[
    "med venlig hilsen",
    "venlig hilsen",
    "de bedste hilsner",
    "bedste hilsner",
    "mange hilsner",
    "med hilsen",
    "hilsen",
    "mvh",
    "vh",
    "kh",
    "kind regards",
    "best regards",
    "warm regards",
    "regards",
    "best wishes",
    "yours sincerely",
    "sincerely",
    "sendt fra min",
    "sent from my",
    "hent outlook",
    "get outlook",
];

/// Whether a line begins a signature.
pub(super) fn closes(line: &str) -> bool {
    let line = line.trim();
    if line == "--" || line == "—" {
        return true;
    }
    let lower = line.to_lowercase();
    let short = line.chars().count() <= 48;
    short
        && CLOSINGS.iter().any(|known| {
            let rest = lower.strip_prefix(known);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
}

/// Whether a line, with the next one, is what a program puts before a quoted mail.
fn introduces(line: &str, next: &str) -> bool {
    let lower = line.to_lowercase();
    let ruled = lower.starts_with("-----") || lower.starts_with("__________");
    let both = format!("{lower} {}", next.trim().to_lowercase());
    let said = |text: &str| {
        let text = text.trim();
        text.ends_with(':') && (text.contains("skrev") || text.contains("wrote"))
    };
    let dated = lower.starts_with("den ") || lower.starts_with("on ") || lower.contains('@');
    ruled || said(&lower) && dated || dated && said(&both) || is_field(line) && is_field(next)
}

/// "Fra: …".
fn is_field(line: &str) -> bool {
    const NAMES: &[&str] = &[
        "fra", "from", "sendt", "sent", "til", "to", "cc", "emne", "subject", "dato", "date",
    ];
    let Some((name, _)) = line.split_once(':') else {
        return false;
    };
    let name = name.trim().trim_matches('*').to_lowercase();
    NAMES.contains(&name.as_str())
}

/// What is being read.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    /// Somebody's words.
    Own,
    /// Their signature.
    Signature,
    /// The head of a quoted mail, before its first line.
    Head,
}

/// The words of an answer to `original`, in order; `mark` says what a line names.
pub fn remarks<P: Clone + PartialEq>(
    text: &str,
    original: &str,
    mark: &dyn Fn(&str) -> Mark<P>,
) -> Vec<Remark<P>> {
    let mut reading = Reading {
        original: Original::new(original),
        mark,
        all: Vec::new(),
        place: None,
        part: Part::Own,
        said: String::new(),
    };
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let next = lines.peek().copied().unwrap_or_default();
        reading.take(line, next);
    }
    reading.turn_to(None);
    joined(reading.all)
}

/// An answer that is being read, line by line.
struct Reading<'a, P> {
    original: Original,
    mark: &'a dyn Fn(&str) -> Mark<P>,
    all: Vec<Remark<P>>,
    /// What the words are about now.
    place: Option<P>,
    part: Part,
    /// The words about it so far.
    said: String,
}

impl<P: Clone + PartialEq> Reading<'_, P> {
    /// What was said is a remark; from here on words are about another place.
    fn turn_to(&mut self, place: Option<P>) {
        let text = paragraphs(&self.said);
        self.said.clear();
        let place = std::mem::replace(&mut self.place, place);
        if !text.is_empty() && self.all.len() < MOST {
            self.all.push(Remark { place, text });
        }
    }

    fn take(&mut self, line: &str, next: &str) {
        let (line, quoted) = bare(line);
        if line.is_empty() {
            self.said.push('\n');
        } else if !quoted && closes(line) {
            // Both sides end a mail with the same words: what follows them is nobody's remark.
            if self.original.has(line) && (self.mark)(line) == Mark::Whole {
                self.turn_to(None);
            }
            self.part = Part::Signature;
        } else if quoted || self.original.has(line) {
            self.part = Part::Own;
            match (self.mark)(line) {
                Mark::Place(new) => self.turn_to(Some(new)),
                Mark::Whole => self.turn_to(None),
                Mark::Same => {}
            }
        } else if introduces(line, bare(next).0) || self.part == Part::Head {
            self.part = Part::Head;
        } else if self.part == Part::Own {
            self.say(line);
        }
    }

    /// A line of somebody's own words, perhaps with the code of the place it is about.
    fn say(&mut self, line: &str) {
        let line = match (self.mark)(line) {
            Mark::Place(new) => {
                if self.place.as_ref() != Some(&new) {
                    self.turn_to(Some(new));
                }
                without_code(line)
            }
            _ => line,
        };
        self.said.push_str(line);
        self.said.push('\n');
    }
}

/// A line without the code it begins with.
fn without_code(line: &str) -> &str {
    let rest = line.trim_start_matches('[');
    match rest.strip_prefix('#') {
        Some(rest) => rest
            .trim_start_matches(char::is_alphanumeric)
            .trim_start_matches([']', ':', '-', '–', '.', ' ']),
        None => line,
    }
}

/// Remarks about the same place as one.
fn joined<P: PartialEq>(all: Vec<Remark<P>>) -> Vec<Remark<P>> {
    let mut kept: Vec<Remark<P>> = Vec::new();
    for row in all {
        match kept.iter_mut().find(|known| known.place == row.place) {
            Some(known) => {
                known.text.push_str("\n\n");
                known.text.push_str(&row.text);
            }
            None => kept.push(row),
        }
    }
    for row in &mut kept {
        if row.text.chars().count() > LONGEST {
            row.text = row.text.chars().take(LONGEST).collect();
        }
    }
    kept
}

/// Lines that a program broke are put together again; an empty line ends a paragraph.
fn paragraphs(said: &str) -> String {
    const LONG: usize = 55;
    let mut all = String::new();
    let mut long = false;
    for line in said.lines().map(str::trim) {
        let listed = line.starts_with("- ") || line.starts_with("* ");
        match (line.is_empty(), all.is_empty()) {
            (true, true) => continue,
            (true, false) => {
                if !all.ends_with("\n\n") {
                    all.push_str("\n\n");
                }
            }
            (false, _) => {
                if !all.is_empty() && !all.ends_with('\n') {
                    all.push(if long && !listed { ' ' } else { '\n' });
                }
                all.push_str(line);
            }
        }
        long = line.chars().count() >= LONG;
    }
    all.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str = "Kære Anna\n\nHermed udkast til referat af mødet i Netværk for Fælles Velfærd \
        torsdag.\n\n1. Velkomst\n\n[#aaaaa] Karen bød velkommen til de mange fremmødte fra nær og\n\
        fjern.\n\n2. Økonomi\n\n[#bbbbb] Netværket vælger to indsatser.\n\nMed venlig hilsen\nKaren\n";

    fn read(text: &str) -> Vec<(String, String)> {
        let mark = |line: &str| match line {
            line if line.contains("#aaaaa") => Mark::Place("a".to_owned()),
            line if line.contains("#bbbbb") => Mark::Place("b".to_owned()),
            "2. Økonomi" | "Med venlig hilsen" => Mark::Whole,
            _ => Mark::Same,
        };
        let rows = remarks(text, OURS, &mark).into_iter();
        let rows = rows.map(|row| (row.place.unwrap_or_default(), row.text));
        rows.collect()
    }

    fn pairs(rows: &[(&str, &str)]) -> Vec<(String, String)> {
        let rows = rows.iter();
        rows.map(|(place, text)| ((*place).to_owned(), (*text).to_owned()))
            .collect()
    }

    #[test]
    fn words_above_a_quoted_mail_are_about_the_whole() {
        let quoted: String = OURS.lines().map(|row| format!("> {row}\n")).collect();
        let text = format!(
            "Hej Karen\n\nFint referat.\n\nMed venlig hilsen\nAnna Dam\nFagchef\n\nDen 26. nov. 2026 kl. 14.02 \
             skrev Sekretariatet\n<netvaerk@odense.dk>:\n\n{quoted}"
        );
        assert_eq!(read(&text), pairs(&[("", "Hej Karen\n\nFint referat.")]));
    }

    #[test]
    fn words_between_quoted_lines_belong_to_the_line_above() {
        let text = "> [#aaaaa] Karen bød velkommen til de mange\n> fremmødte fra nær og fjern.\n\n\
            Det var Bo, der bød velkommen, for Karen var forsinket på grund af\ntoget.\n\n\
            > 2. Økonomi\n>\n> [#bbbbb] Netværket vælger to indsatser.\nTre!\n> Med venlig hilsen\n> Karen\n\nHilsen Anna\nVejle";
        assert_eq!(
            read(text),
            pairs(&[
                (
                    "a",
                    "Det var Bo, der bød velkommen, for Karen var forsinket på grund af toget."
                ),
                ("b", "Tre!"),
            ])
        );
    }

    #[test]
    fn outlook_quotes_without_marks_and_wraps_anew() {
        let text = "Se nedenfor.\n\nVenlig hilsen\nAnna\n\n________________________________\n\
            Fra: Sekretariatet <netvaerk@odense.dk>\nSendt: 26. november 2026 14:02\nTil: Anna\nEmne: Referat\n\n\
            ADVARSEL: Denne mail kommer udefra.\n\nKære Anna\n\n\
            Hermed udkast til referat af mødet i Netværk for Fælles Velfærd torsdag.\n\n1. Velkomst\n\n\
            [#aaaaa] Karen bød velkommen til de mange fremmødte fra nær og fjern.\n\n\
            Nej, det var Bo.\n\n2. Økonomi\n\n[#bbbbb] Netværket vælger to indsatser.\n\nMed venlig hilsen\nKaren\n";
        assert_eq!(
            read(text),
            pairs(&[("", "Se nedenfor."), ("a", "Nej, det var Bo.")])
        );
    }

    #[test]
    fn a_code_of_ones_own_names_the_place() {
        let text = "#bbbbb: Tre indsatser.\nIkke to.\n\n[#AAAAA] var Bo".replace("AAAAA", "aaaaa");
        assert_eq!(
            read(&text),
            pairs(&[("b", "Tre indsatser.\nIkke to."), ("a", "var Bo")])
        );
    }

    #[test]
    fn nothing_of_ones_own_is_nothing() {
        assert_eq!(read(OURS), pairs(&[]));
        assert_eq!(read("\n\n-- \nAnna\n"), pairs(&[]));
    }
}
