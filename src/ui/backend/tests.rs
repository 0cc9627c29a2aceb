//! The bytes that leave are the fewest.

use super::*;

fn written(backend: &mut Thrifty<Vec<u8>>) -> String {
    backend.flush().unwrap();
    String::from_utf8(std::mem::take(backend.writer())).unwrap()
}

fn backend() -> Thrifty<Vec<u8>> {
    let mut backend = Thrifty::new(Vec::new(), Size::new(80, 24));
    backend.wipe();
    written(&mut backend);
    backend
}

#[test]
fn the_shortest_way_is_taken() {
    let mut backend = backend();
    for (x, y, bytes) in [
        (0, 0, ""),
        (5, 0, "\x1b[5C"),
        (3, 0, "\x08\x08"),
        (0, 0, "\r"),
        (0, 1, "\n"),
        (10, 5, "\x1b[6;11H"),
        (10, 8, "\n\n\n"),
        (10, 7, "\x1b[A"),
        (0, 0, "\x1b[H"),
    ] {
        backend.place(Some(Position::new(x, y)));
        assert_eq!(written(&mut backend), bytes);
    }
}

#[test]
fn after_the_last_column_the_place_is_not_trusted() {
    let mut backend = backend();
    backend.put(79, 0, &Glyph::of("x"), Pen::default());
    assert_eq!(backend.position(), None);
    backend.put(0, 1, &Glyph::of("y"), Pen::default());
    assert_eq!(written(&mut backend), "\x1b[79Cx\x1b[2Hy");
}

#[test]
fn ratatui_can_draw_through_it() {
    let backend = Thrifty::new(Vec::new(), Size::new(20, 2));
    let mut terminal = ratatui::Terminal::new(backend).unwrap();
    terminal
        .draw(|frame| frame.render_widget("Dagsorden\u{1b}[2J", frame.area()))
        .unwrap();
    let mut far = vt100::Parser::new(2.try_into().unwrap(), 20.try_into().unwrap(), 0);
    far.process(terminal.backend_mut().writer());
    assert_eq!(far.screen().contents(), "Dagsorden[2J");
    assert!(far.screen().hide_cursor());
}

#[test]
fn a_text_goes_to_the_far_clipboard() {
    let mut backend = backend();
    backend.copy("hej");
    assert_eq!(written(&mut backend), "\x1b]52;c;aGVq\x1b\\");
}
