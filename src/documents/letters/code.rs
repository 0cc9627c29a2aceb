//! Line codes: short names of entries and action items that survive a mail and its answer.

use crate::domain::id::Id;

/// Letters that are hard to take for others.
const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
/// Letters of a code.
const LENGTH: usize = 5;

/// "#k3f9q".
pub fn code(id: Id) -> String {
    let mut bits = id.bits();
    let mut text = String::from("#");
    for _ in 0..LENGTH {
        let place = usize::try_from(bits % 32).unwrap_or(0);
        text.push(LETTERS.get(place).map_or('a', |byte| char::from(*byte)));
        bits /= 32;
    }
    text
}

/// The one id among many that a line's code names; none where two could be meant.
pub fn finds(line: &str, ids: impl Iterator<Item = Id>) -> Option<Id> {
    let typed: Vec<String> = typed(line).collect();
    if typed.is_empty() {
        return None;
    }
    let mut named = ids.filter(|id| typed.contains(&code(*id)));
    let found = named.next()?;
    named.next().is_none().then_some(found)
}

/// What is written as a code in a line.
fn typed(line: &str) -> impl Iterator<Item = String> {
    let places = line.match_indices('#');
    let words = places.filter_map(|(at, _)| line.get(at..));
    let words = words.map(|rest| rest.chars().take(LENGTH + 1).collect::<String>());
    let words = words.map(|word| word.to_lowercase());
    words.filter(|word| {
        word.chars().count() > LENGTH && word.chars().skip(1).all(|c| c.is_ascii_alphanumeric())
    })
}

/// Whether a line bears a code, known or not.
pub fn bears(line: &str) -> bool {
    typed(line).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_names_one_or_nobody() {
        let ids = [
            Id::from_bits(7),
            Id::from_bits(8),
            Id::from_bits(8 + (1 << 100)),
        ];
        let line = |id| format!("> [{}] Netværket vælger", code(id).to_uppercase());
        assert_eq!(finds(&line(ids[0]), ids.into_iter()), Some(ids[0]));
        assert_eq!(finds(&line(ids[1]), ids.into_iter()), None);
        assert_eq!(finds("# intet", ids.into_iter()), None);
        let second = format!("#1 {}", line(ids[0]));
        assert_eq!(finds(&second, ids.into_iter()), Some(ids[0]));
        assert!(bears("[#zzzzz] borte") && !bears("#1 og # intet"));
    }
}
