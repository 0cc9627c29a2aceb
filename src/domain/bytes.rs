//! Bytes of a file on their way, in hexadecimal digits. It must not know where they go.

/// Bytes of a file.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub struct Bytes(
    /// As they are in the file.
    pub Vec<u8>,
);

impl serde::Serialize for Bytes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let digit = |four: u8| char::from(*DIGITS.get(usize::from(four)).unwrap_or(&b'0'));
        let digits = self
            .0
            .iter()
            .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]);
        serializer.serialize_str(&digits.collect::<String>())
    }
}

impl<'de> serde::Deserialize<'de> for Bytes {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        let digit = |byte: u8| char::from(byte).to_digit(16);
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        let byte = |[high, low]: &[u8; 2]| u8::try_from(digit(*high)? << 4 | digit(*low)?).ok();
        let bytes = pairs.iter().map(byte).collect::<Option<Vec<u8>>>();
        let bytes = bytes.filter(|_| rest.is_empty());
        let wrong = || serde::de::Error::custom("not hexadecimal digits");
        Ok(Self(bytes.ok_or_else(wrong)?))
    }
}
