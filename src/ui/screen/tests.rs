//! The far terminal shows what was painted, byte by byte and cell by cell.

use proptest::prelude::*;
use ratatui::style::{Color, Modifier, Style};

use super::*;

const WIDTH: u16 = 24;
const HEIGHT: u16 = 6;

/// A screen, and a terminal that reads what it writes.
struct Pair {
    screen: Screen<Vec<u8>>,
    far: vt100::Parser,
}

impl Pair {
    fn new(width: u16, height: u16) -> Self {
        let backend = Thrifty::new(Vec::new(), Size::new(width, height));
        Self {
            screen: Screen::new(backend),
            far: far(width, height),
        }
    }

    /// Lets the terminal read; returns what it read.
    fn carry(&mut self) -> String {
        let bytes = std::mem::take(self.screen.backend().writer());
        self.far.process(&bytes);
        String::from_utf8(bytes).unwrap()
    }

    fn paint(&mut self, next: &Buffer, cursor: Option<Position>) -> String {
        self.screen.paint(next, cursor);
        self.screen.flush().unwrap();
        self.carry()
    }

    fn check(&self, next: &Buffer, cursor: Option<Position>) {
        let screen = self.far.screen();
        for y in 0..next.area.height {
            for (x, tile) in lay(row(next, y), true).iter().enumerate() {
                let cell = screen.cell(y, column(x)).unwrap();
                let at = format!("column {x} of row {y}: {tile:?} against {cell:?}");
                let Some(glyph) = &tile.glyph else {
                    continue;
                };
                let contents = if cell.has_contents() {
                    cell.contents()
                } else {
                    " "
                };
                if glyph.is_sure() {
                    assert_eq!(contents, glyph.text, "{at}");
                } else {
                    assert_eq!(contents.chars().next(), glyph.text.chars().next(), "{at}");
                }
                check_pen(cell, tile, &at);
            }
        }
        assert_eq!(screen.hide_cursor(), cursor.is_none());
        if let Some(cursor) = cursor {
            assert_eq!(screen.cursor_position(), (cursor.y, cursor.x));
        }
    }
}

fn far(width: u16, height: u16) -> vt100::Parser {
    let (rows, columns) = (height.try_into().unwrap(), width.try_into().unwrap());
    vt100::Parser::new(rows, columns, 0)
}

fn row(buffer: &Buffer, y: u16) -> &[Cell] {
    let width = usize::from(buffer.area.width);
    &buffer.content[usize::from(y) * width..][..width]
}

fn check_pen(cell: &vt100::Cell, tile: &Tile<'_>, at: &str) {
    let colour = |colour: Color| match colour {
        Color::Red => vt100::Color::Idx(1),
        Color::LightBlue => vt100::Color::Idx(12),
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        _ => vt100::Color::Default,
    };
    let blank = tile.glyph.as_ref().is_some_and(Glyph::is_blank);
    let pen = tile.pen;
    assert_eq!(cell.bgcolor(), colour(pen.bg), "{at}");
    assert_eq!(
        cell.inverse(),
        pen.modifier.contains(Modifier::REVERSED),
        "{at}"
    );
    assert_eq!(
        cell.underline(),
        pen.modifier.contains(Modifier::UNDERLINED),
        "{at}"
    );
    if !blank {
        assert_eq!(cell.fgcolor(), colour(pen.fg), "{at}");
        assert_eq!(cell.bold(), pen.modifier.contains(Modifier::BOLD), "{at}");
        assert_eq!(
            cell.italic(),
            pen.modifier.contains(Modifier::ITALIC),
            "{at}"
        );
    }
}

/// One thing that happens to what is drawn.
#[derive(Debug, Clone)]
enum Edit {
    Write(u16, u16, String, Style),
    Insert(u16, u16, String),
    Delete(u16, u16, u16),
    Blank(u16, u16),
    Raw(u16, u16, String),
    Everything(String, Style),
}

impl Edit {
    /// Applies the edit; returns the rows that it changed.
    fn apply(&self, buffer: &mut Buffer) -> Range<u16> {
        match self {
            Edit::Write(x, y, text, style) => {
                buffer.set_string(*x, *y, text, *style);
                *y..*y + 1
            }
            Edit::Insert(x, y, text) => {
                let rest: Vec<Cell> = row(buffer, *y)[usize::from(*x)..].to_vec();
                let (end, _) = buffer.set_stringn(*x, *y, text, 4, Style::reset());
                for (offset, cell) in rest.into_iter().enumerate() {
                    if let Some(place) = buffer.cell_mut((end + column(offset), *y)) {
                        *place = cell;
                    }
                }
                *y..*y + 1
            }
            Edit::Delete(x, y, count) => {
                let mut rest: Vec<Cell> = row(buffer, *y)[usize::from(*x)..].to_vec();
                let turn = usize::from(*count).min(rest.len());
                rest.rotate_left(turn);
                for (offset, cell) in rest.into_iter().enumerate() {
                    buffer[(x + column(offset), *y)] = cell;
                }
                *y..*y + 1
            }
            Edit::Blank(x, y) => {
                for column in *x..WIDTH {
                    buffer[(column, *y)].reset();
                }
                *y..*y + 1
            }
            Edit::Raw(x, y, text) => {
                buffer[(*x, *y)].set_symbol(text);
                *y..*y + 1
            }
            Edit::Everything(text, style) => {
                for y in 0..HEIGHT {
                    buffer.set_string(y, y, text, *style);
                }
                0..HEIGHT
            }
        }
    }
}

fn styles() -> impl Strategy<Value = Style> {
    let colours = || {
        prop::sample::select(vec![
            Color::Reset,
            Color::Reset,
            Color::Red,
            Color::LightBlue,
            Color::Rgb(1, 2, 3),
        ])
    };
    let modifiers = prop::sample::select(vec![
        Modifier::empty(),
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::REVERSED,
        Modifier::UNDERLINED | Modifier::ITALIC,
    ]);
    (colours(), colours(), modifiers).prop_map(|(fg, bg, modifier)| {
        let style = Style::reset().fg(fg).bg(bg);
        style
            .remove_modifier(Modifier::all())
            .add_modifier(modifier)
    })
}

fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "æ",
        "Ø",
        "a\u{30a}",
        " ",
        "  ",
        "界",
        "👍",
        "ord",
        "møde",
        "👨‍👩‍👧",
        "❤️",
        "1",
        "e\u{301}\u{323}",
    ]);
    prop::collection::vec(pieces, 0..14).prop_map(|pieces| pieces.concat())
}

fn hostile() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "\x1b[2J",
        "\x1b]0;x\x07",
        "\u{9b}31m",
        "\u{202e}",
        "\r\n",
        "\0",
        "\u{301}",
        "",
        "\u{ad}",
    ])
    .prop_map(str::to_owned)
}

fn edits() -> impl Strategy<Value = Edit> {
    let place = || (0..WIDTH, 0..HEIGHT);
    prop_oneof![
        4 => (place(), texts(), styles()).prop_map(|((x, y), t, s)| Edit::Write(x, y, t, s)),
        3 => (place(), "[a-z ]{1,2}").prop_map(|((x, y), t)| Edit::Insert(x, y, t)),
        3 => (place(), 1..3u16).prop_map(|((x, y), n)| Edit::Delete(x, y, n)),
        2 => place().prop_map(|(x, y)| Edit::Blank(x, y)),
        1 => (place(), hostile()).prop_map(|((x, y), t)| Edit::Raw(x, y, t)),
        1 => (texts(), styles()).prop_map(|(t, s)| Edit::Everything(t, s)),
    ]
}

fn cursors() -> impl Strategy<Value = Option<Position>> {
    prop::option::weighted(
        0.9,
        (0..WIDTH, 0..HEIGHT).prop_map(|(x, y)| Position::new(x, y)),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn far_terminal_shows_the_buffer(
        steps in prop::collection::vec((edits(), cursors(), any::<bool>()), 1..25)
    ) {
        let mut pair = Pair::new(WIDTH, HEIGHT);
        let mut buffer = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
        pair.paint(&buffer, None);
        for (edit, cursor, echo) in steps {
            let rows = edit.apply(&mut buffer);
            if echo {
                pair.screen.paint_rows(&buffer, rows, cursor);
                pair.screen.flush().unwrap();
                pair.carry();
            } else {
                pair.paint(&buffer, cursor);
            }
            pair.check(&buffer, cursor);
        }
        let cursor = Some(Position::new(0, 0));
        pair.paint(&buffer, cursor);
        let mut fresh = Pair::new(WIDTH, HEIGHT);
        fresh.paint(&buffer, cursor);
        fresh.check(&buffer, cursor);
    }
}

fn draw(buffer: &mut Buffer, x: u16, y: u16, text: &str) -> Option<Position> {
    let (x, y) = buffer.set_stringn(x, y, text, usize::MAX, Style::default());
    Some(Position::new(x, y))
}

#[test]
fn a_typed_letter_costs_one_byte() {
    let mut pair = Pair::new(80, 24);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    buffer.set_style(Rect::new(0, 0, 80, 1), Modifier::REVERSED);
    let cursor = draw(&mut buffer, 3, 5, "Aabenraa vil gerne være vært fo");
    pair.paint(&buffer, cursor);
    let cursor = draw(&mut buffer, cursor.unwrap().x, 5, "r");
    pair.screen.paint_rows(&buffer, 5..6, cursor);
    pair.screen.flush().unwrap();
    pair.carry();
    let cursor = draw(&mut buffer, cursor.unwrap().x, 5, "t");
    pair.screen.paint_rows(&buffer, 5..6, cursor);
    pair.screen.flush().unwrap();
    assert_eq!(pair.carry(), "t");
    let cursor = draw(&mut buffer, cursor.unwrap().x, 5, "æ");
    pair.screen.paint_rows(&buffer, 5..6, cursor);
    pair.screen.flush().unwrap();
    assert_eq!(pair.carry(), "æ");
    pair.check(&buffer, cursor);
}

#[test]
fn a_backspace_costs_three_bytes() {
    let mut pair = Pair::new(80, 24);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    let cursor = draw(&mut buffer, 3, 5, "fort");
    pair.paint(&buffer, cursor);
    draw(&mut buffer, 6, 5, " ");
    let cursor = Some(Position::new(6, 5));
    pair.screen.paint_rows(&buffer, 5..6, cursor);
    pair.screen.flush().unwrap();
    assert_eq!(pair.carry(), "\x08 \x08");
}

#[test]
fn a_letter_inside_a_line_is_inserted() {
    let mut pair = Pair::new(80, 24);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    draw(&mut buffer, 0, 0, "Netværket vælger to indsatser for 2027.");
    pair.paint(&buffer, Some(Position::new(9, 0)));
    draw(
        &mut buffer,
        0,
        0,
        "Netværkets vælger to indsatser for 2027.",
    );
    let cursor = Some(Position::new(10, 0));
    pair.screen.paint_rows(&buffer, 0..1, cursor);
    pair.screen.flush().unwrap();
    assert_eq!(pair.carry(), "\x1b[@s");
    pair.check(&buffer, cursor);
    draw(
        &mut buffer,
        0,
        0,
        "Netværket vælger to indsatser for 2027. ",
    );
    let cursor = Some(Position::new(9, 0));
    pair.screen.paint_rows(&buffer, 0..1, cursor);
    pair.screen.flush().unwrap();
    assert_eq!(pair.carry(), "\x08\x1b[P");
    pair.check(&buffer, cursor);
}

#[test]
fn the_rest_of_a_row_is_erased_at_once() {
    let mut pair = Pair::new(80, 24);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    draw(&mut buffer, 0, 0, &"langt ".repeat(13));
    pair.paint(&buffer, Some(Position::new(0, 0)));
    let next = Buffer::empty(Rect::new(0, 0, 80, 24));
    assert_eq!(pair.paint(&next, Some(Position::new(0, 0))), "\x1b[K");
    pair.check(&next, Some(Position::new(0, 0)));
}

#[test]
fn nothing_changed_is_nothing_written() {
    let mut pair = Pair::new(80, 24);
    let buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    pair.paint(&buffer, Some(Position::new(0, 0)));
    assert_eq!(pair.paint(&buffer, Some(Position::new(0, 0))), "");
}

#[test]
fn a_large_paint_is_one_synchronized_update() {
    let mut pair = Pair::new(200, 50);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 200, 50));
    for y in 0..50 {
        draw(&mut buffer, 0, y, &"drøftelse ".repeat(20));
    }
    let cursor = Some(Position::new(0, 0));
    let bytes = pair.paint(&buffer, cursor);
    assert!(bytes.starts_with("\x1b[?2026h\x1b[?25l"));
    assert!(bytes.ends_with("\x1b[?25h\x1b[?2026l"));
    pair.check(&buffer, cursor);
}

#[test]
fn no_color_writes_no_colour() {
    let backend = Thrifty::new(Vec::new(), Size::new(20, 2)).with_colours(false);
    let mut screen = Screen::new(backend);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 2));
    let style = Style::default().fg(Color::Red).bg(Color::Blue);
    buffer.set_string(0, 0, "rød", style.add_modifier(Modifier::BOLD));
    screen.paint(&buffer, None);
    screen.flush().unwrap();
    let bytes = String::from_utf8(std::mem::take(screen.backend().writer())).unwrap();
    assert_eq!(bytes, "\x1b[m\x1b[H\x1b[J\x1b[1mrød\x1b[?25l");
}

#[test]
fn a_resize_paints_everything_anew() {
    let mut pair = Pair::new(10, 2);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 2));
    let cursor = draw(&mut buffer, 0, 0, "hej");
    pair.paint(&buffer, cursor);
    pair.screen.resize(12, 3);
    pair.far
        .screen_mut()
        .set_size(3.try_into().unwrap(), 12.try_into().unwrap());
    let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 3));
    let cursor = draw(&mut buffer, 0, 1, "hej igen");
    pair.paint(&buffer, cursor);
    pair.check(&buffer, cursor);
}
