//! Corrections as one line: `s/old/new/` and `i/where/line/`, with another sign in the place of the
//! stroke where the text has strokes of its own.

use super::language::Sense;

/// A correction of what was written before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Correction<'a> {
    /// Words become others.
    Replace {
        /// What stands there.
        old: &'a str,
        /// What is to stand there; nothing takes the words away.
        new: &'a str,
        /// In every line, not only in the last that has it.
        all: bool,
    },
    /// A line of its own comes before another.
    Insert {
        /// What the other has.
        before: &'a str,
        /// The line.
        line: &'a str,
    },
}

/// Reads a whole line as a correction; `None` for any other text.
pub fn correction(line: &str) -> Option<Correction<'_>> {
    let line = line.trim();
    let mut signs = line.chars();
    let (verb, stroke) = (signs.next()?, signs.next()?);
    if !matches!(stroke, '/' | '|' | '!' | ',') {
        return None;
    }
    let body = line.get(2..)?;
    let (first, rest) = body.split_once(stroke)?;
    match verb {
        's' | 'S' => {
            let (new, after) = match rest.rsplit_once(stroke) {
                Some((new, flag)) if is_flag(flag) => (new, flag),
                // The last stroke may be left out.
                _ => (rest, ""),
            };
            let said = !first.is_empty() && first != new;
            said.then_some(Correction::Replace {
                old: first,
                new,
                all: !after.trim().is_empty(),
            })
        }
        'i' | 'I' => {
            let line = rest.trim().strip_suffix(stroke).unwrap_or(rest).trim();
            let said = !first.trim().is_empty() && !line.is_empty();
            said.then_some(Correction::Insert {
                before: first.trim(),
                line,
            })
        }
        _ => None,
    }
}

fn is_flag(text: &str) -> bool {
    matches!(text.trim(), "" | "g" | "G")
}

/// What sort of correction a line is, if any.
pub(super) fn sense(line: &str) -> Option<Sense> {
    // Two strokes of the common signs only: "s!" begins a word.
    let common = line.get(1..2).is_some_and(|sign| matches!(sign, "/" | "|"));
    match correction(line).filter(|_| common)? {
        Correction::Replace { .. } => Some(Sense::Replace),
        Correction::Insert { .. } => Some(Sense::Insert),
    }
}

/// A text with the words replaced; `None` when it does not have them.
pub fn replaced(text: &str, old: &str, new: &str, all: bool) -> Option<String> {
    if !text.contains(old) {
        return None;
    }
    Some(match all {
        true => text.replace(old, new),
        false => text.replacen(old, new, 1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replace<'a>(old: &'a str, new: &'a str, all: bool) -> Option<Correction<'a>> {
        Some(Correction::Replace { old, new, all })
    }

    #[test]
    fn corrections_are_read() {
        let insert = |before, line| Some(Correction::Insert { before, line });
        let rows = [
            ("s/Bo/Bodil/", replace("Bo", "Bodil", false)),
            (" s/Bo/Bodil ", replace("Bo", "Bodil", false)),
            ("s/Bo/Bodil/g", replace("Bo", "Bodil", true)),
            ("s/Bo/Bodil/G", replace("Bo", "Bodil", true)),
            ("s|1/12|2/12|", replace("1/12", "2/12", false)),
            ("s/ordet//", replace("ordet", "", false)),
            ("s/a/b/c/", replace("a", "b/c", false)),
            ("s/a/a/", None),
            ("s//b/", None),
            ("s/alene", None),
            ("se/hør/", None),
            (
                "i/Økonomi/Punkt: Budget/",
                insert("Økonomi", "Punkt: Budget"),
            ),
            ("i/Økonomi/Budget", insert("Økonomi", "Budget")),
            ("i/Økonomi/", None),
            ("i//Budget/", None),
            ("", None),
            ("æ/b/c/", None),
        ];
        for (line, expected) in rows {
            assert_eq!(correction(line), expected, "{line}");
        }
    }
}
