//! A participant's pass: the code of their invitation, in letters and as a picture that is held up at the
//! door. It owns which letters bring it; the code is the meeting's.

use qrcode::{Color, QrCode};

use crate::domain::id::Id;
use crate::domain::letter::LetterKind;
use crate::domain::meeting::Meeting;

use super::mail::Enclosure;

/// Modules left white round a code, as scanners want them.
const QUIET: usize = 4;
/// Points of a module in a picture on its own: readable from a telephone's screen.
const POINTS: usize = 10;

/// The code a letter brings somebody: of the meetings that are held somewhere, for those who are
/// expected there.
pub(super) fn code(meeting: &Meeting, kind: LetterKind, person: Id) -> Option<String> {
    let brings = matches!(
        kind,
        LetterKind::Invitation | LetterKind::Agenda | LetterKind::Reminder | LetterKind::Moved
    );
    let head = &meeting.head;
    let somewhere = !head.venue.is_empty() || head.host.is_some();
    let row = meeting.participants.get(&person)?;
    let expected = !row.removed && !row.walk_in;
    (brings && somewhere && expected).then(|| meeting.code_of(row))
}

/// A code as squares, a row after another, true where it is dark, the white edge included; and how
/// many stand in a row. `None` for one that can't be drawn.
pub(super) fn squares(code: &str) -> Option<(usize, Vec<bool>)> {
    let drawn = QrCode::new(code).ok()?;
    let (width, colours) = (drawn.width(), drawn.to_colors());
    let side = width + 2 * QUIET;
    let dark = |at: usize| {
        let (x, y) = (at % side, at / side);
        let inside = |place: usize| place.checked_sub(QUIET).filter(|at| *at < width);
        let (x, y) = (inside(x)?, inside(y)?);
        colours.get(y * width + x).copied()
    };
    let all = (0..side * side).map(|at| dark(at) == Some(Color::Dark));
    Some((side, all.collect()))
}

/// The code as a picture to go with a mail; `None` for one that can't be drawn.
pub(super) fn enclosed(code: &str) -> Option<Enclosure> {
    let (side, squares) = squares(code)?;
    let mut bytes = Vec::new();
    let points = u32::try_from(side * POINTS).ok()?;
    let mut encoder = png::Encoder::new(&mut bytes, points, points);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().ok()?;
    let rows = squares.chunks(side).flat_map(|row| {
        let shade = |dark: &bool| if *dark { 0 } else { u8::MAX };
        let row: Vec<u8> = row.iter().flat_map(|it| [shade(it); POINTS]).collect();
        row.repeat(POINTS)
    });
    writer.write_image_data(&rows.collect::<Vec<u8>>()).ok()?;
    writer.finish().ok()?;
    Some(Enclosure {
        name: format!("{code}.png"),
        kind: "image/png",
        bytes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_drawn_in_a_white_edge_and_the_picture_is_whole() {
        let (side, squares) = squares("BCDFGHJKLM").unwrap();
        assert_eq!(squares.len(), side * side);
        let edge = |at: &usize| at % side < QUIET || at / side < QUIET;
        assert!((0..squares.len()).filter(edge).all(|at| !squares[at]));
        assert!(squares[QUIET * side + QUIET], "the corner's mark");
        let file = enclosed("BCDFGHJKLM").unwrap();
        let wide = u32::try_from(side * POINTS).unwrap();
        let read = super::super::letterhead::logo_size(&file.bytes).unwrap();
        assert_eq!(read, (wide, wide));
        assert!(file.bytes.len() < 4_000, "{}", file.bytes.len());
    }
}
