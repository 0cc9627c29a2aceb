//! Spelling, on a thread of its own: loads the system's Hunspell dictionaries when the first words
//! come, and says of words whether they are right and what is near them. It must not know screens;
//! which files it reads is not for anybody to say.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};

use spellbook::Dictionary;

use crate::app::Msg;
use crate::app::spelling::Ask;
use crate::domain::secretariat::Language;
use crate::ui::source::Waker;

/// Where Debian and most others put them.
const FOLDER: &str = "/usr/share/hunspell";
/// Suggestions for a word at most.
const NEAR: usize = 7;
/// A longer word is no word: looking for what is near it would take too long.
const LONGEST: usize = 40;

/// The dictionaries of a language, the first that is there.
const fn names(language: Language) -> &'static [&'static str] {
    match language {
        Language::Danish => &["da_DK"],
        Language::English => &["en_GB", "en_US"],
    }
}

/// The thread, and what it said.
#[derive(Default)]
pub struct Speller {
    asking: Option<Sender<Ask>>,
    told: Option<Receiver<Msg>>,
    waker: Option<Waker>,
}

impl Speller {
    /// A speller that wakes the terminal's wait when it has something to say.
    pub fn new(waker: Option<Waker>) -> Self {
        Self {
            waker,
            ..Self::default()
        }
    }

    /// Asks; the answer comes later. The thread begins with the first question.
    pub fn ask(&mut self, ask: Ask) {
        if self.asking.is_none() {
            self.begin();
        }
        if let Some(asking) = &self.asking {
            let _ = asking.send(ask);
        }
    }

    fn begin(&mut self) {
        let (asking, asked) = channel();
        let (telling, told) = channel();
        let waker = self.waker.clone();
        let run = move || serve(Path::new(FOLDER), &asked, &telling, waker.as_ref());
        let thread = std::thread::Builder::new().name("spelling".into());
        if thread.spawn(run).is_ok() {
            (self.asking, self.told) = (Some(asking), Some(told));
        }
    }

    /// What it has said since.
    pub fn hear(&self) -> Option<Msg> {
        self.told.as_ref()?.try_recv().ok()
    }
}

fn serve(folder: &Path, asked: &Receiver<Ask>, telling: &Sender<Msg>, waker: Option<&Waker>) {
    let mut known: [Option<Option<Dictionary>>; 2] = [None, None];
    while let Ok(ask) = asked.recv() {
        let language = ask.language();
        let place = match language {
            Language::Danish => 0,
            Language::English => 1,
        };
        let Some(slot) = known.get_mut(place) else {
            return;
        };
        let dictionary = slot.get_or_insert_with(|| load(folder, language));
        let said = match dictionary {
            Some(dictionary) => answer(dictionary, ask),
            None => Msg::Unspelled(language),
        };
        if telling.send(said).is_err() {
            return;
        }
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

fn answer(dictionary: &Dictionary, ask: Ask) -> Msg {
    match ask {
        Ask::Words(language, words) => {
            let rows = words.into_iter();
            let rows = rows.map(|word| {
                let right = is_right(dictionary, &word);
                (word, right)
            });
            Msg::Spelled(language, rows.collect())
        }
        Ask::Near(_, word) => {
            let mut near = Vec::new();
            if word.chars().count() <= LONGEST {
                dictionary.suggest(&word, &mut near);
            }
            near.truncate(NEAR);
            Msg::Near(word, near)
        }
    }
}

/// Whether a word is in the dictionary, also as an abbreviation: "jf." is there, and "jf" is what is asked about.
fn is_right(dictionary: &Dictionary, word: &str) -> bool {
    word.chars().count() > LONGEST
        || dictionary.check(word)
        || dictionary.check(&format!("{word}."))
}

fn load(folder: &Path, language: Language) -> Option<Dictionary> {
    let read = |path: PathBuf| {
        let bytes = std::fs::read(path).ok()?;
        String::from_utf8(bytes).ok()
    };
    names(language).iter().find_map(|name| {
        let rules = read(folder.join(format!("{name}.aff")))?;
        let words = read(folder.join(format!("{name}.dic")))?;
        Dictionary::new(&rules, &escaped(&rules, &words)).ok()
    })
}

/// The words with a slash of their own escaped: where flags are numbers, "A/S" has none.
fn escaped(rules: &str, words: &str) -> String {
    if !rules.lines().any(|line| line.trim() == "FLAG num") {
        return words.to_owned();
    }
    let is_flags = |text: &str| {
        let text = text.split_whitespace().next().unwrap_or_default();
        text.bytes()
            .all(|sign| sign.is_ascii_digit() || sign == b',')
    };
    let mut all = String::with_capacity(words.len() + 16);
    for line in words.lines() {
        match line.split_once('/') {
            Some((word, rest)) if !is_flags(rest) && !word.ends_with('\\') => {
                all.push_str(word);
                all.push_str("\\/");
                all.push_str(rest);
            }
            _ => all.push_str(line),
        }
        all.push('\n');
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: &str =
        "SET UTF-8\nFLAG num\nTRY esianrtolcdugmphbyfvkwæøå\nSFX 1 Y 1\nSFX 1 0 et .\n";
    const WORDS: &str = "5\nreferat/1\nA/S\nmøde/1\nblå\njf.\n";

    #[test]
    fn words_with_a_slash_and_numbered_flags_are_read() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("da_DK.aff"), RULES).unwrap();
        std::fs::write(folder.path().join("da_DK.dic"), WORDS).unwrap();
        let dictionary = load(folder.path(), Language::Danish).unwrap();
        let words = ["referatet", "blå", "A/S", "jf", "refferat", "blåt"];
        let words = words.map(str::to_owned).to_vec();
        let Msg::Spelled(_, said) = answer(&dictionary, Ask::Words(Language::Danish, words)) else {
            panic!();
        };
        let right: Vec<bool> = said.iter().map(|(_, right)| *right).collect();
        assert_eq!(right, [true, true, true, true, false, false]);
        let near = answer(&dictionary, Ask::Near(Language::Danish, "refferat".into()));
        assert_eq!(near, Msg::Near("refferat".into(), vec!["referat".into()]));
        assert!(load(folder.path(), Language::English).is_none());
    }

    #[test]
    fn without_dictionaries_it_says_so_once_asked() {
        let folder = tempfile::tempdir().unwrap();
        let (asking, asked) = channel();
        let (telling, told) = channel();
        asking
            .send(Ask::Words(Language::Danish, vec!["referat".into()]))
            .unwrap();
        drop(asking);
        serve(folder.path(), &asked, &telling, None);
        assert_eq!(told.recv().unwrap(), Msg::Unspelled(Language::Danish));
    }
}
