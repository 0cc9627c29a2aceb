//! Hostile text, and text that must stay as it is.

use super::*;
use proptest::prelude::*;

#[test]
fn hostile_text_is_cleaned() {
    let rows = [
        ("rød\x1b[31mgrød", "rødgrød"),
        ("\x1b]0;titel\x07efter", "efter"),
        ("\x1b]52;c;cm0gLXJm\x1b\\efter", "efter"),
        ("\x1b]8;;http://x.dk\x07klik\x1b]8;;\x07her", "klikher"),
        ("\x1bPq#0;2;0~\x1b\\billede", "billede"),
        ("\x1b_skjult\x1b\\synlig", "synlig"),
        ("\x1b^skjult\u{9c}synlig", "synlig"),
        ("\u{9b}2Jtekst", "tekst"),
        ("\u{9d}0;titel\u{9c}tekst", "tekst"),
        ("\u{90}1$r\u{9c}tekst", "tekst"),
        ("\x1b]0;aldrig lukket", "0;aldrig lukket"),
        ("\x1b]0;aldrig\nnæste\x07", "0;aldrig\nnæste"),
        ("\x1b]0;a\x1b[1mb", "b"),
        ("\x1b(0lqk", "lqk"),
        ("\x1b#8abc", "abc"),
        ("\x1bcabc", "abc"),
        ("abc\x1b", "abc"),
        ("abc\x1b[", "abc"),
        ("abc\x1b[1;2", "abc"),
        ("\x1b[<0;1;1Mtekst", "tekst"),
        ("a\x00b\x07c\x08d\x7fe\u{80}f", "abcdef"),
        (
            "a\r\nb\rc\x0bd\x0ce\u{85}f\u{2028}g\u{2029}h",
            "a\nb\nc\nd\ne\nf\ng\nh",
        ),
        ("a\tb", "a b"),
        ("\u{feff}start", "start"),
        ("\u{202e}gpj.exe\u{202c}", "gpj.exe"),
        ("\u{2066}a\u{2067}b\u{2068}c\u{2069}", "abc"),
        ("a\u{200e}b\u{200f}c\u{61c}d", "abcd"),
        ("pass\u{200b}ord\u{2060}et\u{ad}s", "passordets"),
        ("a\u{200c}b\u{200d}c", "abc"),
        ("\u{fffe}\u{ffff}\u{fdd0}x\u{10ffff}", "x"),
        ("\u{fff9}a\u{fffa}b\u{fffb}\u{fffc}", "ab"),
        ("skjult\u{e0041}\u{e0042}", "skjult"),
        ("a\u{fe0f}b", "ab"),
        ("\u{3164}\u{115f}x", "x"),
        ("A\u{30a}rhus", "Århus"),
        ("\u{212b}", "Å"),
    ];
    for (typed, expected) in rows {
        assert_eq!(clean_text(typed), expected, "{typed:?}");
        assert!(!is_clean(typed), "{typed:?}");
    }
}

#[test]
fn ordinary_text_stays() {
    let rows = [
        "",
        "Rødgrød med fløde på Århus Å – 100 % økologisk; 25 €.",
        "Netværket vælger \"Frivillige\" og “Unge” som fælles\nindsatser i 2027.",
        "- punkt\n1. punkt\n\n",
        " mellemrum  foran og bagved ",
        "é è ü ß ñ ç Þórður Łódź",
        "日本語 Ελλάδα Київ עברית",
        "👩‍👩‍👧‍👦 👍🏽 ❤️ 1️⃣ 🇩🇰 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👩‍⚕️ 🙂‍↔️ ☀️ ©️",
        "q\u{323}\u{307}",
    ];
    for text in rows {
        assert_eq!(clean_text(text), text);
        assert!(is_clean(text), "{text:?}");
    }
}

#[test]
fn marks_are_capped() {
    let text = format!("z{}y", "\u{489}\u{336}".repeat(250));
    let clean = clean_text(&text);
    assert_eq!(clean.chars().count(), 2 + MARKS);
    assert!(is_clean(&clean));
    assert_eq!(clean_text(&"\u{336}".repeat(500)).chars().count(), MARKS);
}

#[test]
fn a_line_has_no_breaks() {
    assert_eq!(clean_line("en\r\nto\ttre"), "en to tre");
    assert!(!is_clean_line("en\nto"));
    assert!(is_clean("en\nto"));
}

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        "[a-zæøå \n]{1,4}",
        prop::sample::select(vec![
            "\x1b",
            "\x1b[",
            "\x1b]",
            "\x1bP",
            "\x07",
            "\x1b\\",
            "\u{9b}",
            "\u{9d}",
            "\u{9c}",
            "\u{200d}",
            "\u{fe0f}",
            "👩",
            "❤",
            "🏽",
            "\u{1f3f4}",
            "\u{e0067}",
            "\u{e007f}",
            "\u{301}",
            "\u{30a}",
            "a",
            "A",
            "\u{338}",
            "\u{34f}",
            "\u{2194}",
            "\u{2329}",
            "\u{1100}",
            "\u{1161}",
            "\u{ad}",
            "\r",
            "\n",
            "1",
            "\u{20e3}",
            "\u{202e}",
            "\u{feff}",
            "\u{2adc}",
        ])
        .prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn cleaning_twice_is_cleaning_once(text in hostile()) {
        let once = clean_text(&text);
        prop_assert_eq!(&clean_text(&once), &once);
        prop_assert!(is_clean(&once));
        prop_assert!(is_clean_line(&clean_line(&text)));
        prop_assert!(!once.chars().any(|c| c.is_control() && c != '\n'));
    }

    #[test]
    fn danish_text_is_unchanged(text in "[A-Za-zÆØÅæøåéÉ0-9 .,;:!?()\"'/–…\n-]{0,200}") {
        prop_assert_eq!(clean_text(&text), text);
    }
}
