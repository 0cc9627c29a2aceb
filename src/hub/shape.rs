//! The text of a frame taken apart into its shape (punctuation, names) and its leaves (numbers, ids, texts), and put
//! together again byte by byte. It knows JSON's surface only, and not what frames mean.

/// What stands in a shape where a leaf stood. No JSON has these bytes.
const NUMBER: u8 = 1;
const ID: u8 = 2;
const HASH: u8 = 3;
const TEXT: u8 = 4;

/// What differs between frames of one shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Leaf {
    Number(i64),
    /// Hexadecimal digits, packed: of an id, or of a hash.
    Hex(Vec<u8>),
    /// Between the quotes, as written.
    Text(Vec<u8>),
}

/// Takes a text apart; `None` when it cannot be put together from its parts.
pub fn split(text: &[u8]) -> Option<(Vec<u8>, Vec<Leaf>)> {
    let (mut shape, mut leaves) = (Vec::new(), Vec::new());
    let mut rest = text;
    while let Some((&first, after)) = rest.split_first() {
        match first {
            b'"' => {
                let (inside, behind) = quoted(after)?;
                let name = behind.first() == Some(&b':');
                match leaf(inside, name) {
                    Some((mark, leaf)) => {
                        shape.push(mark);
                        leaves.push(leaf);
                    }
                    None => shape.extend(rest.get(..inside.len() + 2)?),
                }
                rest = behind;
            }
            b'-' | b'0'..=b'9' => {
                let more =
                    |byte: &u8| !matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
                let end = rest.iter().position(more).unwrap_or(rest.len());
                let (digits, behind) = rest.split_at_checked(end)?;
                match number(digits) {
                    Some(number) => {
                        shape.push(NUMBER);
                        leaves.push(Leaf::Number(number));
                    }
                    None => shape.extend(digits),
                }
                rest = behind;
            }
            0..b' ' => return None,
            _ => {
                shape.push(first);
                rest = after;
            }
        }
    }
    Some((shape, leaves))
}

/// Puts a text together.
pub fn join(shape: &[u8], leaves: &[Leaf]) -> Vec<u8> {
    let (mut text, mut leaves) = (Vec::with_capacity(shape.len() * 2), leaves.iter());
    for byte in shape {
        if !matches!(*byte, NUMBER..=TEXT) {
            text.push(*byte);
            continue;
        }
        match leaves.next() {
            Some(Leaf::Number(number)) => text.extend(number.to_string().as_bytes()),
            Some(Leaf::Hex(bytes)) => {
                text.push(b'"');
                text.extend(
                    bytes
                        .iter()
                        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]),
                );
                text.push(b'"');
            }
            Some(Leaf::Text(inside)) => {
                text.push(b'"');
                text.extend(inside);
                text.push(b'"');
            }
            None => {}
        }
    }
    text
}

/// What is between the quotes, and what comes after.
fn quoted(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut escaped = false;
    for (at, byte) in text.iter().enumerate() {
        match byte {
            0..b' ' => return None,
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some((text.get(..at)?, text.get(at + 1..)?)),
            _ => {}
        }
    }
    None
}

/// A name of a field belongs to the shape, unless it is an id.
fn leaf(inside: &[u8], name: bool) -> Option<(u8, Leaf)> {
    match (inside.len(), unhex(inside)) {
        (32, Some(bytes)) => Some((ID, Leaf::Hex(bytes))),
        (64, Some(bytes)) => Some((HASH, Leaf::Hex(bytes))),
        _ if name => None,
        _ => Some((TEXT, Leaf::Text(inside.to_vec()))),
    }
}

fn number(digits: &[u8]) -> Option<i64> {
    let text = std::str::from_utf8(digits).ok()?;
    let number: i64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

fn unhex(digits: &[u8]) -> Option<Vec<u8>> {
    let value = |digit: &u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let pairs = digits.chunks_exact(2);
    pairs
        .map(|pair| match pair {
            [high, low] => Some(value(high)? << 4 | value(low)?),
            _ => None,
        })
        .collect()
}

fn digit(value: u8) -> u8 {
    match value {
        0..10 => b'0' + value,
        _ => b'a' + value - 10,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_put_together_as_it_was() {
        let texts = [
            r#"{"Event":{"Saved":{"seq":2034}}}"#,
            r#"{"id":"0123456789abcdef0123456789abcdef","0123456789abcdef0123456789abcdef":[-5,0.5,1e9,-0,007]}"#,
            r#"["Å\"se\\",null,true,"",99999999999999999999]"#,
            "",
            "null",
        ];
        for text in texts {
            let (shape, leaves) = split(text.as_bytes()).unwrap();
            assert_eq!(join(&shape, &leaves), text.as_bytes(), "{text}");
        }
        for broken in ["\"open", "\"\\\"", "a\u{1}b", "\"\n\""] {
            assert_eq!(split(broken.as_bytes()), None, "{broken}");
        }
    }

    #[test]
    fn numbers_ids_and_texts_are_not_part_of_the_shape() {
        let one = r#"{"at":1,"group":"0123456789abcdef0123456789abcdef","text":"a"}"#;
        let other = r#"{"at":-27,"group":"ffffffffffffffffffffffffffffffff","text":"ø\n"}"#;
        let (one, other) = (
            split(one.as_bytes()).unwrap(),
            split(other.as_bytes()).unwrap(),
        );
        assert_eq!(one.0, other.0);
        assert_eq!(one.1.len(), 3);
    }
}
