//! Bytes of a text file as text: UTF-8, UTF-16 with its mark, else Windows' Western letters.

/// The file is not text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "line {line} holds bytes that are no text; save the file as text in UTF-8 (in a spreadsheet: CSV UTF-8) and try again"
)]
pub struct NotText {
    /// The line, from 1.
    pub line: usize,
}

/// What Windows-1252 has at 0x80 to 0x9F; `\0` where there is nothing.
const WESTERN: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘',
    '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// The text of a file.
///
/// # Errors
/// When it is not text in any encoding that spreadsheets write.
pub fn decode(bytes: &[u8]) -> Result<String, NotText> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return utf8_or_western(rest);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return utf16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(rest, u16::from_be_bytes);
    }
    utf8_or_western(bytes)
}

fn utf8_or_western(bytes: &[u8]) -> Result<String, NotText> {
    let line_of = |at: usize| 1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count();
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        return Err(NotText { line: line_of(at) });
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let mut text = String::with_capacity(bytes.len() + 16);
    for (at, byte) in bytes.iter().enumerate() {
        let letter = match byte {
            0x80..=0x9f => WESTERN.get(usize::from(byte - 0x80)).copied(),
            _ => Some(char::from(*byte)),
        };
        match letter {
            Some(letter) if letter != '\0' => text.push(letter),
            _ => return Err(NotText { line: line_of(at) }),
        }
    }
    Ok(text)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, NotText> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let text: Result<String, _> =
        char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect();
    match text {
        Ok(text) if rest.is_empty() => Ok(text),
        _ => Err(NotText { line: 1 }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spreadsheets_files_are_read() {
        let sixteen = |unit: fn(u16) -> [u8; 2], mark: [u8; 2]| {
            let text = "Åse;Ærø".encode_utf16().flat_map(unit);
            mark.into_iter().chain(text).collect::<Vec<u8>>()
        };
        for bytes in [
            "Åse;Ærø".as_bytes().to_vec(),
            "\u{feff}Åse;Ærø".as_bytes().to_vec(),
            b"\xc5se;\xc6r\xf8".to_vec(),
            sixteen(u16::to_le_bytes, [0xff, 0xfe]),
            sixteen(u16::to_be_bytes, [0xfe, 0xff]),
        ] {
            assert_eq!(decode(&bytes).unwrap(), "Åse;Ærø");
        }
        assert_eq!(decode(b"\x80 5").unwrap(), "€ 5");
        assert_eq!(decode(b"a\nb\0c"), Err(NotText { line: 2 }));
        assert_eq!(decode(b"\xff\x81\n"), Err(NotText { line: 1 }));
    }
}
