//! What terminals send is read, whole or torn.

use super::*;

fn read(bytes: &[u8]) -> String {
    let mut keyboard = Keyboard::default();
    let mut inputs = keyboard.feed(bytes);
    inputs.extend(keyboard.settle());
    show(&inputs)
}

fn show(inputs: &[Input]) -> String {
    let names = inputs.iter().map(|input| match input {
        Input::Key(key) => key.to_string(),
        Input::Paste(text) => format!("{text:?}"),
        other => format!("{other:?}"),
    });
    names.collect::<Vec<_>>().join(" ")
}

#[test]
fn keys_are_read() {
    assert_eq!(read("aÆ 界".as_bytes()), "a Æ space 界");
    assert_eq!(read(b"\r\t\x7f\x1b[Z"), "enter tab backspace shift-tab");
    assert_eq!(read(b"\x1b[A\x1bOB\x1b[1;5B"), "up down ctrl-down");
    assert_eq!(read(b"\x1b[1;4A\x1b[3~\x1b[5~"), "alt-shift-up del pageup");
    assert_eq!(read(b"\x1bOP\x1b[15~\x1b[24~\x1b[[A"), "f1 f5 f12 f1");
    assert_eq!(read(b"\x1a\x07\x00\x1d"), "ctrl-z ctrl-g ctrl-space ctrl-5");
    assert_eq!(read(b"\x1b[13;5u\x1b[27;6;122~"), "ctrl-enter ctrl-shift-z");
}

#[test]
fn esc_and_alt_are_told_apart_only_by_time() {
    assert_eq!(read(b"\x1b"), "esc");
    assert_eq!(read(b"\x1bo"), "alt-o");
    assert_eq!(read("\x1bø".as_bytes()), "alt-ø");
    assert_eq!(read(b"\x1b\x1b"), "esc esc");
    assert_eq!(read(b"\x1b\x1b[B"), "esc down");
    assert_eq!(read(b"\x1bO"), "alt-O");
    assert_eq!(read(b"\x1b\r"), "alt-enter");
}

#[test]
fn what_is_torn_apart_is_put_together() {
    for whole in [
        "\x1b[1;5B",
        "æ",
        "👍",
        "\x1b[200~hej\x1b[201~",
        "\x1bOP",
        "\x1bø",
    ] {
        let mut keyboard = Keyboard::default();
        let mut inputs = Vec::new();
        for byte in whole.bytes() {
            inputs.extend(keyboard.feed(&[byte]));
        }
        assert_eq!(show(&inputs), read(whole.as_bytes()));
        assert_eq!(inputs.len(), 1, "{whole:?}");
        assert_eq!(keyboard.wait(), Wait::Idle);
    }
}

#[test]
fn nonsense_is_dropped() {
    assert_eq!(read(b"\xff\xfea"), "a");
    assert_eq!(read(b"\x1b[9999xb"), "b");
    assert_eq!(read(b"\x1b[1;\x1b[A"), "up");
    assert_eq!(read(b"\xc3a"), "a");
    assert_eq!(read("\u{9b}a".as_bytes()), "a");
}

#[test]
fn a_paste_is_one_input_whatever_its_size() {
    let text = "Referat æøå\r\n".repeat(8_000);
    let bytes = format!("a\x1b[200~{text}\x1b[201~b");
    let mut keyboard = Keyboard::default();
    let mut inputs = Vec::new();
    for chunk in bytes.as_bytes().chunks(1_021) {
        inputs.extend(keyboard.feed(chunk));
    }
    let expected = text.replace('\r', "");
    assert!(matches!(inputs.as_slice(),
        [Input::Key(_), Input::Paste(paste), Input::Key(_)] if *paste == expected));
}

#[test]
fn a_paste_cut_off_is_kept() {
    let mut keyboard = Keyboard::default();
    keyboard.feed(b"\x1b[200~halvt");
    assert!(keyboard.settle().is_empty());
    assert_eq!(show(&keyboard.finish()), "\"halvt\"");
}

#[test]
fn the_mouse_is_read() {
    let at = |bytes: &[u8]| Keyboard::default().feed(bytes);
    let mouse = |kind, x, y| vec![Input::Mouse(Mouse { kind, x, y })];
    assert_eq!(at(b"\x1b[<0;1;1M"), mouse(MouseKind::Press, 0, 0));
    assert_eq!(at(b"\x1b[<0;80;24m"), mouse(MouseKind::Release, 79, 23));
    assert_eq!(at(b"\x1b[<32;5;6M"), mouse(MouseKind::Drag, 4, 5));
    assert_eq!(at(b"\x1b[<65;5;6M"), mouse(MouseKind::ScrollDown, 4, 5));
    assert_eq!(at(b"\x1b[<2;5;6M"), []);
    assert_eq!(at(b"\x1b[<0;0;1M"), []);
}
