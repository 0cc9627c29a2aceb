//! The letterhead: what stands round every document of a network.
//!
//! It owns the sender's logo, colour, address and footer as renderers use them, and which files
//! and colours can be used. It must not know where they are kept, nor any format.

use std::io::Cursor;
use std::sync::Arc;

use crate::domain::network::Network;
use crate::domain::secretariat::Secretariat;
use crate::locale::{Key, Locale};

/// What stands round a network's documents; every part may be empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Letterhead {
    /// The picture at the top.
    pub logo: Option<Logo>,
    /// The sender's lines at the top: name, street, town.
    pub address: Vec<String>,
    /// What stands at the bottom of every page.
    pub footer: String,
    /// The colour of headings and rules; dark enough to be read on white.
    pub colour: Option<Rgb>,
    /// When the document is made, in milliseconds since 1970 UTC: what its file says of itself.
    pub made: i64,
}

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Logo {
    /// The PNG file.
    pub png: Arc<[u8]>,
    /// What it shows, for those who do not see it.
    pub alt: String,
}

/// A colour as red, green and blue.
pub type Rgb = [u8; 3];

/// The largest file of a logo, in bytes: it goes with every mail.
pub const LARGEST: usize = 512 * 1024;
/// The longest side of a logo, in pixels.
const LONGEST: u32 = 4000;
/// The contrast that words must have to what they stand on (WCAG AA).
pub const CONTRAST: f64 = 4.5;
/// Memory that one logo's pixels may take while it is looked at.
const ROOM: usize = 96 * 1024 * 1024;

/// Why a file can't be a logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoError {
    /// It has more bytes than [`LARGEST`].
    Large,
    /// It is no PNG; what it looks like.
    Kind(&'static str),
    /// It ends too soon, or what it holds is no picture.
    Damaged,
    /// It has too many pixels: width and height.
    Wide(u32, u32),
}

impl Letterhead {
    /// A network's, with its logo's file where that was found.
    pub fn of(
        network: &Network,
        secretariat: &Secretariat,
        png: Option<Vec<u8>>,
        made: i64,
    ) -> Self {
        let head = &network.head;
        // A file may have been changed since it was chosen.
        let png = png.filter(|png| logo_size(png).is_ok());
        let alt = || match head.logo_text.is_empty() {
            true => {
                let name = [("name", head.name.as_str().into())];
                let locale = Locale::new(network.language(secretariat));
                locale.text_with(Key::LetterheadLogoOf, &name)
            }
            false => head.logo_text.clone(),
        };
        let lines = head.address.lines().map(str::trim);
        Self {
            logo: png.map(|png| Logo {
                png: png.into(),
                alt: alt(),
            }),
            address: lines
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect(),
            footer: head.footer.clone(),
            colour: read_colour(&head.colour).map(readable),
            made,
        }
    }
}

/// The width and height of a logo's file in pixels.
///
/// # Errors
/// When it can't be one.
pub fn logo_size(png: &[u8]) -> Result<(u32, u32), LogoError> {
    if !png.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Err(match looks_like(png) {
            "other" if png.len() > LARGEST => LogoError::Large,
            kind => LogoError::Kind(kind),
        });
    }
    if png.len() > LARGEST {
        return Err(LogoError::Large);
    }
    let damaged = |_| LogoError::Damaged;
    let limits = png::Limits { bytes: ROOM };
    let decoder = png::Decoder::new_with_limits(Cursor::new(png), limits);
    let mut reader = decoder.read_info().map_err(damaged)?;
    let (width, height) = reader.info().size();
    if width > LONGEST || height > LONGEST {
        return Err(LogoError::Wide(width, height));
    }
    // A cut file shows only when its last row is read.
    let room = reader.output_buffer_size().ok_or(LogoError::Damaged)?;
    reader.next_frame(&mut vec![0; room]).map_err(damaged)?;
    reader.finish().map_err(damaged)?;
    Ok((width, height))
}

/// What a file that is no PNG looks like.
fn looks_like(bytes: &[u8]) -> &'static str {
    // Programs that draw put a comment about themselves first.
    let start = bytes.get(..1024).unwrap_or(bytes);
    let start = String::from_utf8_lossy(start).to_lowercase();
    match bytes {
        [0xff, 0xd8, 0xff, ..] => "jpeg",
        [b'G', b'I', b'F', b'8', ..] => "gif",
        [b'%', b'P', b'D', b'F', ..] => "pdf",
        _ if start.contains("<svg") || start.contains("<?xml") => "svg",
        _ => "other",
    }
}

/// A colour as people write it: "#1f3a5f", "1F3A5F", "#13f".
pub fn read_colour(text: &str) -> Option<Rgb> {
    let text = text.trim();
    let digits: Option<Vec<u8>> = text
        .strip_prefix('#')
        .unwrap_or(text)
        .chars()
        .map(|sign| u8::try_from(sign.to_digit(16)?).ok())
        .collect();
    match digits?.as_slice() {
        [r, g, b] => Some([r * 17, g * 17, b * 17]),
        [a, b, c, d, e, f] => Some([a * 16 + b, c * 16 + d, e * 16 + f]),
        _ => None,
    }
}

/// "#1f3a5f".
pub fn colour_name([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// A colour's contrast to white, 1 to 21, as WCAG 2.1 counts it.
pub fn contrast(colour: Rgb) -> f64 {
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        match value <= 0.04045 {
            true => value / 12.92,
            false => ((value + 0.055) / 1.055).powf(2.4),
        }
    };
    let [red, green, blue] = colour.map(part);
    1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

/// The colour itself where words in it can be read on white, else the nearest darker one that can.
pub fn readable(colour: Rgb) -> Rgb {
    let darker = |part: u8, kept: u16| u8::try_from(u16::from(part) * kept / 100).unwrap_or(part);
    let mut shades = (0..=100)
        .rev()
        .map(|kept| colour.map(|part| darker(part, kept)));
    shades
        .find(|shade| contrast(*shade) >= CONTRAST)
        .unwrap_or_default()
}

/// A grey square as a PNG, so many pixels on a side.
#[cfg(test)]
pub fn square(side: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, side, side);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    let rows = vec![0x80; usize::try_from(side * side * 3).unwrap()];
    writer.write_image_data(&rows).unwrap();
    writer.finish().unwrap();
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_is_a_whole_png_of_a_sensible_size() {
        let whole = square(64);
        assert_eq!(logo_size(&whole), Ok((64, 64)));
        for length in 8..whole.len() {
            assert_eq!(
                logo_size(&whole[..length]),
                Err(LogoError::Damaged),
                "{length}"
            );
        }
        let mut broad = whole.clone();
        // Its header says that it is four billion pixels wide, and its checksum that this is so.
        broad[16..20].copy_from_slice(&u32::MAX.to_be_bytes());
        assert_eq!(logo_size(&broad), Err(LogoError::Damaged));
        assert_eq!(
            logo_size(&square(LONGEST + 1)),
            Err(LogoError::Wide(4001, 4001))
        );
        assert_eq!(logo_size(&vec![0; LARGEST + 1]), Err(LogoError::Large));
    }

    #[test]
    fn other_files_are_named_by_what_they_look_like() {
        let large = [&b"<svg>"[..], &vec![b' '; LARGEST]].concat();
        let kinds: [(&[u8], &str); 8] = [
            (b"<?xml version='1.0'?><svg/>", "svg"),
            (b"<!-- Generator: a program that draws -->\n<SVG/>", "svg"),
            (
                b"\xef\xbb\xbf<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\"><svg>",
                "svg",
            ),
            (&large, "svg"),
            (b"\xff\xd8\xff\xe0", "jpeg"),
            (b"GIF89a", "gif"),
            (b"%PDF-1.7", "pdf"),
            (b"", "other"),
        ];
        for (bytes, kind) in kinds {
            assert_eq!(logo_size(bytes), Err(LogoError::Kind(kind)));
        }
    }

    #[test]
    fn a_colour_is_darkened_until_it_can_be_read() {
        assert_eq!(read_colour(" #1F3a5f"), Some([0x1f, 0x3a, 0x5f]));
        assert_eq!(read_colour("fc0"), Some([0xff, 0xcc, 0]));
        for wrong in ["", "#12", "rød", "#1234567", "#ææææææ"] {
            assert_eq!(read_colour(wrong), None, "{wrong}");
        }
        assert!((contrast([0; 3]) - 21.0).abs() < 0.01 && contrast([255; 3]) < 1.01);
        assert_eq!(readable([0x1f, 0x3a, 0x5f]), [0x1f, 0x3a, 0x5f]);
        let dark = readable([0xff, 0xcc, 0]);
        assert!(contrast(dark) >= CONTRAST, "{}", colour_name(dark));
        assert!(dark[0] > dark[1] && dark[2] == 0);
    }
}
