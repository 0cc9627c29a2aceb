//! Votes counted in a line: "7 for, 2 imod og 1 blank".

use crate::domain::vote::Totals;

/// What the words around a number say it counts, by how they begin.
const FOR: [&str; 2] = ["for", "ja"];
const AGAINST: [&str; 4] = ["imod", "against", "mod", "nej"];
const BLANK: [&str; 4] = ["blank", "undlod", "hverken", "abst"];

/// The votes a line counts; `None` when it says anything else.
pub fn tally(line: &str) -> Option<Totals> {
    let line = line.trim().trim_end_matches('.').to_lowercase();
    let parts = line.split([',', ';', '/']);
    let parts = parts.flat_map(|part| part.split(" og ").flat_map(|part| part.split(" and ")));
    let mut counted: [Option<u32>; 3] = [None; 3];
    for part in parts {
        let mut words = part.split_whitespace();
        let number: u32 = words.next()?.parse().ok()?;
        let rest: Vec<&str> = words
            .filter(|word| !matches!(*word, "stemme" | "stemmer" | "vote" | "votes" | "stemte"))
            .collect();
        let [word] = rest.as_slice() else { return None };
        let is = |all: &[&str]| all.contains(word);
        let place = match word {
            _ if is(&FOR) => 0,
            _ if is(&AGAINST) => 1,
            _ if BLANK.iter().any(|begin| word.starts_with(begin)) => 2,
            _ => return None,
        };
        let slot = counted.get_mut(place)?;
        if slot.replace(number).is_some() {
            return None;
        }
    }
    let [yes, no, blank] = counted;
    (yes.is_some() || no.is_some()).then(|| Totals {
        yes: yes.unwrap_or(0),
        no: no.unwrap_or(0),
        blank: blank.unwrap_or(0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_read_and_anything_else_is_text() {
        for (line, read) in [
            ("7 for, 2 imod og 1 blank.", Some((7, 2, 1))),
            ("7 stemmer for, 2 imod", Some((7, 2, 0))),
            ("12 for", Some((12, 0, 0))),
            ("3 imod, 2 for, 4 blanke", Some((2, 3, 4))),
            ("7 votes for, 2 against and 3 abstentions", Some((7, 2, 3))),
            ("12 for, 2 undlod at stemme", None),
            ("7 for, 2 for", None),
            ("4 blanke", None),
            ("for forslaget stemte 7", None),
            ("", None),
        ] {
            let totals = tally(line).map(|it| (it.yes, it.no, it.blank));
            assert_eq!(totals, read, "{line}");
        }
    }
}
