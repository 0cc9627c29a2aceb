//! A participant's code for scanners at one meeting: the same whoever makes it, and telling by its
//! beginning which meeting it is of.
//!
//! Capital consonants alone: no scanner's keyboard layout changes them, none of them picks from a
//! list as a digit would, and no name begins like one.

use super::id::Id;

const LETTERS: &[u8; 20] = b"BCDFGHJKLMNPQRSTVWXZ";
/// Letters that tell the meeting.
const OF_MEETING: usize = 3;
/// Letters that tell the person: among 5,000 no two are the same but once in a hundred meetings.
const OF_PERSON: usize = 7;

/// The code of a person at a meeting.
pub fn code(meeting: Id, person: Id) -> String {
    let whose = letters(&format!("{meeting}{person}"), OF_PERSON);
    meeting_part(meeting) + &whose
}

/// How all codes of a meeting begin.
pub fn meeting_part(meeting: Id) -> String {
    letters(&meeting.to_string(), OF_MEETING)
}

/// The code that was scanned, if it can be one: as it is printed, whatever Caps Lock made of it.
pub fn read(typed: &str) -> Option<String> {
    let code = typed.trim().to_ascii_uppercase();
    let known = code.bytes().all(|letter| LETTERS.contains(&letter));
    (known && code.len() == OF_MEETING + OF_PERSON).then_some(code)
}

fn letters(seed: &str, count: usize) -> String {
    let hash = blake3::hash(seed.as_bytes());
    let letters = hash.as_bytes().iter().take(count);
    letters
        .filter_map(|byte| LETTERS.get(usize::from(*byte) % LETTERS.len()))
        .map(|letter| char::from(*letter))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture::id;
    use std::collections::BTreeSet;

    #[test]
    fn a_code_is_a_persons_own_and_tells_its_meeting() {
        let codes: BTreeSet<String> = (0..5_000).map(|person| code(id(7), id(person))).collect();
        assert_eq!(codes.len(), 5_000);
        assert!(
            codes
                .iter()
                .all(|code| code.starts_with(&meeting_part(id(7))))
        );
        assert_ne!(meeting_part(id(7)), meeting_part(id(8)));
        let code = code(id(7), id(1));
        assert_eq!(read(&format!(" {}\n", code.to_lowercase())), Some(code));
        assert_eq!(read("bcd"), None);
        assert_eq!(read("Åse Olsen1"), None);
    }
}
