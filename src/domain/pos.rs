//! Places in an ordered list: keys between which another always fits, so that moving a
//! record is setting one field and two people can insert at the same place.

use serde::{Deserialize, Serialize};

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// Digits that count up when appending; 62³ records fit before keys grow.
const WHOLE: usize = 3;

/// A place in a list, compared as text. The empty one comes first.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Pos(String);

impl Pos {
    /// A place between two neighbours (`None`: the list's end). `jitter` is random, so that two
    /// sessions inserting at the same place never make the same key.
    pub fn between(before: Option<&Self>, after: Option<&Self>, jitter: u32) -> Self {
        let low = before.map_or(&[][..], |pos| pos.0.as_bytes());
        let mut digits = match after {
            None => following(low),
            Some(after) => middle(low, after.0.as_bytes()),
        };
        digits.push(1 + (jitter % 61) as u8);
        digits.push(1 + (jitter / 61 % 61) as u8);
        Self(
            digits
                .iter()
                .map(|digit| char::from(DIGITS.get(usize::from(*digit)).copied().unwrap_or(b'0')))
                .collect(),
        )
    }

    /// Places for `count` records in a row after `before`.
    pub fn row(before: Option<&Self>, count: usize, jitter: u32) -> Vec<Self> {
        let mut places: Vec<Self> = Vec::with_capacity(count);
        for _ in 0..count {
            let next = Self::between(places.last().or(before), None, jitter);
            places.push(next);
        }
        places
    }

    /// Places for `count` records evenly between two neighbours.
    pub fn spread(
        before: Option<&Self>,
        after: Option<&Self>,
        count: usize,
        jitter: u32,
    ) -> Vec<Self> {
        if count == 0 {
            return Vec::new();
        }
        let Some(end) = after else {
            return Self::row(before, count, jitter);
        };
        let middle = Self::between(before, Some(end), jitter);
        let left = (count - 1) / 2;
        let mut places = Self::spread(before, Some(&middle), left, jitter);
        let right = Self::spread(Some(&middle), Some(end), count - 1 - left, jitter);
        places.push(middle);
        places.extend(right);
        places
    }
}

fn digit(text: &[u8], index: usize) -> Option<u8> {
    text.get(index)
        .map(|byte| DIGITS.iter().position(|known| known == byte).unwrap_or(0) as u8)
}

/// The key after `low` with nothing above it: counts up the whole part.
fn following(low: &[u8]) -> Vec<u8> {
    let mut whole: Vec<u8> = (0..WHOLE)
        .map(|index| digit(low, index).unwrap_or(0))
        .collect();
    for place in whole.iter_mut().rev() {
        if *place < 61 {
            *place += 1;
            return whole;
        }
        *place = 0;
    }
    middle(low, &[])
}

/// Digits strictly between `low` and `high` (empty: no bound).
fn middle(low: &[u8], high: &[u8]) -> Vec<u8> {
    let mut digits = Vec::new();
    let mut bounded = !high.is_empty();
    for index in 0.. {
        let from = digit(low, index).unwrap_or(0);
        let to = if bounded {
            digit(high, index).unwrap_or(62)
        } else {
            62
        };
        if to > from + 1 {
            digits.push((from + to) / 2);
            break;
        }
        digits.push(from);
        bounded = bounded && to == from;
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::Pos;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn another_always_fits(inserts in proptest::collection::vec((0usize..60, any::<u32>()), 1..300)) {
            let mut list: Vec<Pos> = Vec::new();
            for (index, jitter) in inserts {
                let index = index.min(list.len());
                let before = index.checked_sub(1).and_then(|i| list.get(i)).cloned();
                let after = list.get(index).cloned();
                let pos = Pos::between(before.as_ref(), after.as_ref(), jitter);
                prop_assert!(before.is_none_or(|before| before < pos));
                prop_assert!(after.is_none_or(|after| pos < after));
                list.insert(index, pos);
            }
        }
    }

    #[test]
    fn spread_places_are_in_order_and_short() {
        let ends = Pos::row(None, 2, 3);
        let places = Pos::spread(ends.first(), ends.last(), 2_000, 7);
        let all: Vec<&Pos> = ends[..1].iter().chain(&places).chain(&ends[1..]).collect();
        assert_eq!(places.len(), 2_000);
        assert!(all.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(places.iter().all(|pos| pos.0.len() < 40));
    }

    #[test]
    fn appending_keeps_keys_short() {
        let row = Pos::row(None, 2_000, 7);
        assert!(row.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(row.last().map(|pos| pos.0.len()), Some(5));
    }
}
