//! Danish folding for matching and the Danish order of names.
//!
//! It owns which spellings count as the same letter. It must not know what is being matched.
//! What is typed folds one way ([`fold`]: å is aa, ø is oe); what is stored folds to every
//! spelling that may be typed for it ([`forms`]), so that "aase", "åse" and "ase" find "Åse".

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How long a label made of a name may be.
const LABEL: usize = 40;

/// Spellings of one word are kept apart until there are this many.
const FORMS: usize = 16;

/// What is typed, folded: lower case, å as aa, ø as oe, æ as ae, other accents gone.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 4);
    for c in lower(text) {
        match spellings(c) {
            Some([first, ..]) => folded.push_str(first),
            _ => folded.extend(plain(c)),
        }
    }
    folded
}

/// Every folded spelling of a stored word; the first is what [`fold`] gives.
pub fn forms(word: &str) -> Vec<String> {
    let mut forms = vec![String::with_capacity(word.len() + 4)];
    let mut letters = lower(word).peekable();
    while let Some(c) = letters.next() {
        let double = match (c, letters.peek()) {
            ('a', Some('a')) => spellings('å'),
            ('a', Some('e')) => Some(&["ae"][..]),
            ('o', Some('e')) => spellings('ø'),
            _ => None,
        };
        if double.is_some() {
            letters.next();
        }
        match double.or_else(|| spellings(c)) {
            Some(spellings) => forms = extended(forms, spellings),
            None => {
                let plain: String = plain(c).collect();
                forms.iter_mut().for_each(|form| form.push_str(&plain));
            }
        }
    }
    forms
}

/// The words of a text: what stands between spaces and punctuation.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || is_combining_mark(c)))
        .filter(|word| !word.is_empty())
}

/// The first letter of a word as it is typed in initials: Åse is a, Ørsted is o.
pub fn initial(word: &str) -> Option<char> {
    let c = lower(word).next()?;
    match spellings(c) {
        Some([first, ..]) => first.chars().next(),
        _ => plain(c).next(),
    }
}

/// A key that sorts as in Danish: æ, ø, å last, aa as å, ü as y, case and accents last of all.
pub fn sort_key(text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(text.len() * 2 + 2);
    let mut letters = lower(text).peekable();
    while let Some(c) = letters.next() {
        if c == 'a' && letters.next_if_eq(&'a').is_some() {
            key.push(AA);
            continue;
        }
        match c {
            'æ' | 'ä' | 'ǽ' => key.push(AE),
            'ø' | 'ö' | 'ő' | 'œ' | 'ǿ' => key.push(OE),
            'å' | 'ǻ' => key.push(AA),
            'ü' | 'ű' => key.push(b'y'),
            'þ' => key.extend(b"th"),
            _ => plain(c).for_each(|c| rank(c, &mut key)),
        }
    }
    key.push(0);
    key.extend(text.as_bytes());
    key
}

const AE: u8 = b'z' + 1;
const OE: u8 = b'z' + 2;
const AA: u8 = b'z' + 3;
/// Letters of other scripts come after the Danish ones.
const OTHER: u8 = b'z' + 4;

fn rank(c: char, key: &mut Vec<u8>) {
    match c {
        c if c.is_whitespace() => key.push(1),
        'a'..='z' | '0'..='9' => key.push(c as u8),
        '!'..='/' => key.push(c as u8 - b'!' + 2),
        c if c.is_alphanumeric() => {
            key.push(OTHER);
            key.extend(c.encode_utf8(&mut [0; 4]).as_bytes());
        }
        _ => key.push(b'/' - b'!' + 3),
    }
}

/// The letters of a text, composed and in lower case.
fn lower(text: &str) -> impl Iterator<Item = char> {
    text.nfc().flat_map(char::to_lowercase)
}

/// A letter without its accents.
fn plain(c: char) -> impl Iterator<Item = char> {
    c.nfkd().filter(|&c| !is_combining_mark(c))
}

/// The ways a letter is typed, the longest first.
fn spellings(c: char) -> Option<&'static [&'static str]> {
    Some(match c {
        'æ' | 'ä' | 'ǽ' => &["ae"],
        'ø' | 'ö' | 'ő' | 'œ' | 'ǿ' => &["oe", "o"],
        'å' | 'ǻ' => &["aa", "a"],
        'ü' | 'ű' => &["y", "u", "ue"],
        'ß' => &["ss"],
        'ð' | 'đ' => &["d"],
        'þ' => &["th"],
        'ł' => &["l"],
        'ı' => &["i"],
        '’' | '‘' | '´' | '`' => &["'"],
        _ => return None,
    })
}

fn extended(forms: Vec<String>, spellings: &[&str]) -> Vec<String> {
    if forms.len() * spellings.len() > FORMS {
        let first = spellings.first().copied().unwrap_or_default();
        return forms.into_iter().map(|form| form + first).collect();
    }
    let with = |spelling: &&str| {
        forms
            .iter()
            .map(|form| format!("{form}{spelling}"))
            .collect::<Vec<_>>()
    };
    spellings.iter().flat_map(with).collect()
}

/// A label of a name: folded lower-case letters, digits and hyphens ("karen-lund").
pub fn label(name: &str) -> String {
    let mut label = String::new();
    for sign in fold(name).chars() {
        if sign.is_ascii_alphanumeric() {
            label.push(sign);
        } else if !label.is_empty() && !label.ends_with('-') {
            label.push('-');
        }
    }
    label.truncate(LABEL);
    label.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_made_of_names() {
        for (name, wanted) in [
            ("Karen Lund", "karen-lund"),
            ("Åse  Ørsted-Bæk", "aase-oersted-baek"),
            ("NIMS (2027)", "nims-2027"),
            ("—", ""),
        ] {
            assert_eq!(label(name), wanted);
        }
    }

    #[test]
    fn typed_text_folds_one_way() {
        let rows = [
            ("Åse", "aase"),
            ("AASE", "aase"),
            ("A\u{30a}se", "aase"),
            ("Ørsted", "oersted"),
            ("Ærø", "aeroe"),
            ("Andrée", "andree"),
            ("Müller", "myller"),
            ("Łukasz", "lukasz"),
            ("Þórður", "thordur"),
            ("Nuñez-Ça", "nunez-ca"),
            ("Jørgen Å.", "joergen aa."),
        ];
        for (typed, folded) in rows {
            assert_eq!(fold(typed), folded);
        }
    }

    #[test]
    fn a_name_is_found_by_every_spelling() {
        let rows = [
            ("Åse", "aase åse ase Åse AASE"),
            ("Aase", "aase åse ase"),
            ("Søren", "søren soren soeren sören"),
            ("Soeren", "søren soren soeren"),
            ("Ærø", "ærø aero aeroe Ærö"),
            ("Rødå", "rødå roda roedaa rodaa roeda rodå røda"),
            ("Müller", "muller mueller myller müller"),
            ("Aabenraa", "aabenraa åbenrå abenra aabenrå abenraa"),
            ("Joe", "joe jo"),
            ("Renée", "renee rene"),
        ];
        for (name, typed) in rows {
            let forms = forms(name);
            assert_eq!(forms.first(), Some(&fold(name)), "{name}");
            for typed in typed.split(' ') {
                let folded = fold(typed);
                assert!(
                    forms.iter().any(|form| form.starts_with(&folded)),
                    "{typed} finds {name}: {forms:?}"
                );
            }
        }
        let misses = [
            ("Ole", "øle"),
            ("Johan", "joe"),
            ("Anna", "aana"),
            ("Hans", "håns"),
        ];
        for (name, typed) in misses {
            assert!(
                !forms(name)
                    .iter()
                    .any(|form| form.starts_with(&fold(typed))),
                "{typed} {name}"
            );
        }
    }

    #[test]
    fn spellings_of_a_long_word_stay_few() {
        assert!(forms(&"åøü".repeat(40)).len() <= FORMS);
    }

    #[test]
    fn names_sort_as_in_danish() {
        let sorted = [
            "",
            "3. kvartal",
            "Ab",
            "Anders And",
            "Anders Zak",
            "Andersen",
            "Anne Lund",
            "Anne-Marie",
            "Annelise",
            "Bo",
            "Myller",
            "Müller",
            "Mynte",
            "Odense",
            "Rene",
            "René",
            "Zenia",
            "Ærø",
            "Ølgod",
            "Ørsted",
            "Aabenraa",
            "Århus",
            "Aarup",
            "Åse",
            "Ελένη",
        ];
        let mut names = sorted.to_vec();
        names.reverse();
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, sorted);
        assert!(sort_key("Århus") < sort_key("Aarup") && sort_key("Aarhus") != sort_key("Århus"));
    }

    #[test]
    fn initials_are_single_letters() {
        let rows = [
            ("Åse", Some('a')),
            ("Ørsted", Some('o')),
            ("Ærø", Some('a')),
            ("Émile", Some('e')),
            ("", None),
        ];
        for (word, expected) in rows {
            assert_eq!(initial(word), expected, "{word}");
        }
    }
}
