//! What somebody looks for: "hvad besluttede vi om boliger" asks for decisions about "boliger".

use super::folding::fold;

/// Words a question begins with.
const ASKS: &[&str] = &[
    "hvad", "hvornår", "hvilke", "hvilken", "what", "when", "which",
];

/// What was done, in a question about decisions.
const DECIDED: &[&str] = &[
    "besluttede",
    "besluttedes",
    "besluttet",
    "beslutninger",
    "aftalte",
    "aftalt",
    "vedtog",
    "vedtaget",
    "decisions",
    "decide",
    "decided",
    "agree",
    "agreed",
    "resolve",
    "resolved",
];

/// Other words of a question that say nothing about what is looked for.
const EMPTY: &[&str] = &[
    "blev",
    "bliver",
    "er",
    "har",
    "havde",
    "vi",
    "man",
    "der",
    "det",
    "at",
    "om",
    "med",
    "ved",
    "vedr",
    "vedr.",
    "vedrørende",
    "did",
    "do",
    "was",
    "were",
    "is",
    "been",
    "have",
    "has",
    "we",
    "it",
    "on",
    "about",
    "the",
];

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question<'a> {
    /// The words that matter.
    pub about: &'a str,
    /// A question was asked: decisions answer it.
    pub asks: bool,
}

/// Reads what was typed; half of a question's next word counts as that word.
pub fn read(typed: &str) -> Question<'_> {
    let typed = typed.trim();
    let is = |word: &str, list: &[&str]| list.iter().any(|known| fold(known) == fold(word));
    let (first, rest) = split(typed);
    let begun = |word: &str, list: &[&str]| {
        let word = fold(word);
        word.len() > 2 && list.iter().any(|known| fold(known).starts_with(&word))
    };
    let last = rest.split_whitespace().next_back().unwrap_or("");
    let decided = rest.split_whitespace().any(|word| is(word, DECIDED)) || begun(last, DECIDED);
    if !is(first, ASKS) || !decided {
        let about = typed;
        return Question { about, asks: false };
    }
    let mut about = rest;
    loop {
        let (word, rest) = split(about);
        let half = rest.is_empty() && begun(word, DECIDED);
        if word.is_empty() || !(half || is(word, EMPTY) || is(word, DECIDED)) {
            return Question { about, asks: true };
        }
        about = rest;
    }
}

fn split(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    (word, rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_asks_for_decisions_about_its_subject() {
        for (typed, about, asks) in [
            (
                "hvad besluttede vi om boliger i Vejle",
                "boliger i Vejle",
                true,
            ),
            ("Hvad blev der besluttet vedr. økonomi", "økonomi", true),
            ("hvornaar aftalte vi topmøde", "topmøde", true),
            ("what did we decide about the budget", "budget", true),
            ("hvad beslut", "", true),
            ("hvad", "hvad", false),
            ("hvad så vi", "hvad så vi", false),
            ("om boliger", "om boliger", false),
            ("  samskabelse ", "samskabelse", false),
            ("", "", false),
        ] {
            assert_eq!(read(typed), Question { about, asks }, "{typed}");
        }
    }
}
