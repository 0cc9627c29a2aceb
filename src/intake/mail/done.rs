//! "Færdig" in an answer to a mail about action items: which of them are done.

use crate::domain::id::Id;

use super::words::Remark;

/// What an answer says about action items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Those that are done.
    pub done: Vec<Id>,
    /// What else it says; words that may mean one nobody can tell.
    pub rest: String,
}

/// Words that say it is done.
const DONE: &[&str] = &[
    "færdig",
    "faerdig",
    "færdige",
    "færdigt",
    "løst",
    "udført",
    "klaret",
    "gennemført",
    "afsluttet",
    "ordnet",
    "done",
    "finished",
    "completed",
    "solved",
];
/// Words that say it is not, or not yet.
const OPEN: &[&str] = &[
    "ikke",
    "nej",
    "næsten",
    "snart",
    "mangler",
    "delvist",
    "delvis",
    "når",
    "hvornår",
    "senest",
    "inden",
    "bliver",
    "regner",
    "forventer",
    "not",
    "no",
    "isn't",
    "almost",
    "soon",
    "when",
    "until",
    "by",
    "will",
    "expect",
    "partly",
    "halvt",
    "vil",
];
/// Words that mean all of them.
const ALL: &[&str] = &[
    "alle",
    "alt",
    "begge",
    "all",
    "both",
    "everything",
    "samtlige",
];

fn words(line: &str) -> Vec<String> {
    let parts = line.split(|c: char| !(c.is_alphanumeric() || c == '\''));
    let parts = parts.filter(|word| !word.is_empty());
    parts.map(str::to_lowercase).collect()
}

fn has(words: &[String], known: &[&str]) -> bool {
    words.iter().any(|word| known.contains(&word.as_str()))
}

/// What the remarks say about the action items, numbered as the mail numbered them.
pub fn read(remarks: &[Remark<Id>], numbered: &[Id]) -> Verdict {
    let mut verdict = Verdict::default();
    for row in remarks {
        for line in row.text.lines().filter(|line| !line.trim().is_empty()) {
            let found = match row.place {
                Some(id) => is_done(line).then(|| vec![id]),
                None => told(line, numbered),
            };
            match found {
                Some(ids) => {
                    for id in ids {
                        if !verdict.done.contains(&id) {
                            verdict.done.push(id);
                        }
                    }
                }
                None => {
                    if !verdict.rest.is_empty() {
                        verdict.rest.push('\n');
                    }
                    verdict.rest.push_str(line);
                }
            }
        }
    }
    verdict
}

fn is_done(line: &str) -> bool {
    let words = words(line);
    has(&words, DONE) && !has(&words, OPEN) && !line.contains('?')
}

/// The ones a line without a code means; `None` where nobody can tell.
fn told(line: &str, numbered: &[Id]) -> Option<Vec<Id>> {
    if !is_done(line) {
        return None;
    }
    let words = words(line);
    let numbers: Vec<usize> = words.iter().filter_map(|word| word.parse().ok()).collect();
    let named = |number: &usize| {
        number
            .checked_sub(1)
            .and_then(|at| numbered.get(at))
            .copied()
    };
    match (numbers.is_empty(), numbered) {
        (false, _) => numbers.iter().map(named).collect(),
        (true, [one]) => Some(vec![*one]),
        (true, []) => None,
        (true, several) => has(&words, ALL).then(|| several.to_vec()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, count: u128) -> (Vec<u128>, String) {
        let numbered: Vec<Id> = (1..=count).map(Id::from_bits).collect();
        let remark = Remark {
            place: None,
            text: text.to_owned(),
        };
        let verdict = read(&[remark], &numbered);
        let done = verdict.done.iter().map(|id| id.bits()).collect();
        (done, verdict.rest)
    }

    #[test]
    fn numbers_all_and_the_only_one_are_understood() {
        for (text, count, done) in [
            ("Færdig", 1, vec![1]),
            ("Done!", 1, vec![1]),
            ("2 færdig", 3, vec![2]),
            ("1 og 3 er færdige.", 3, vec![1, 3]),
            ("Færdig: 1, 2", 3, vec![1, 2]),
            ("Alle er udført", 3, vec![1, 2, 3]),
            ("nr. 2 løst", 2, vec![2]),
        ] {
            assert_eq!(said(text, count), (done, String::new()), "{text}");
        }
    }

    #[test]
    fn what_is_not_sure_is_left_to_be_read() {
        for (text, count) in [
            ("Færdig", 2),
            ("Den er ikke færdig", 1),
            ("4 færdig", 3),
            ("Færdig senest fredag", 1),
            ("Er den færdig?", 1),
            ("Tak for mailen", 1),
            ("almost done", 1),
        ] {
            assert_eq!(said(text, count), (vec![], text.to_owned()), "{text}");
        }
        assert_eq!(
            said("1 færdig\nRing til mig", 2),
            (vec![1], "Ring til mig".to_owned())
        );
    }

    #[test]
    fn under_a_quoted_item_the_word_is_enough() {
        let remark = Remark {
            place: Some(Id::from_bits(9)),
            text: "færdig".to_owned(),
        };
        assert_eq!(read(&[remark], &[]).done, [Id::from_bits(9)]);
    }
}
