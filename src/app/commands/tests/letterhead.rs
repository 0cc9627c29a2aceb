use crate::app::testing::Bench;
use crate::documents::letterhead::square;
use crate::domain::secretariat::Language;
use crate::locale::{Key, Locale};

#[test]
fn a_letterhead_is_set_piece_by_piece_and_taken_away() {
    let mut bench = Bench::with_meeting();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("logo.png");
    std::fs::write(&path, square(40)).unwrap();
    let logo = path.to_string_lossy();
    bench.ok(&format!(
        "--network nims letterhead-set --logo '{logo}' --colour 1f3a5f"
    ));
    bench.ok("--network nims letterhead-set --address 'Rådhuset\n5000 Odense C' --footer 'CVR 12'");
    let head = bench.network("nims").head.clone();
    assert_eq!(head.logo_name, "logo.png");
    assert_eq!(head.logo.len(), 64);
    assert_eq!(head.colour, "#1f3a5f");
    assert_eq!(head.address, "Rådhuset\n5000 Odense C");
    bench.ok("--network nims letterhead-set --address 'Rådhuset; 5000 Odense C'");
    assert_eq!(bench.network("nims").head.address, head.address);
    bench.ok("--network nims letterhead-set --logo '' --colour '' --address ''");
    let head = &bench.network("nims").head;
    assert_eq!((&*head.logo, &*head.logo_name, &*head.colour), ("", "", ""));
    assert_eq!((&*head.address, &*head.footer), ("", "CVR 12"));
}

#[test]
fn what_cannot_be_used_is_said_and_nothing_is_changed() {
    let mut bench = Bench::with_meeting();
    let folder = tempfile::tempdir().unwrap();
    let whole = square(40);
    let files: [(&str, &[u8], Key); 4] = [
        ("cut.png", &whole[..whole.len() - 20], Key::ErrorLogoDamaged),
        ("tegning.svg", b"<svg onload='x'/>", Key::ErrorLogoKind),
        ("stor.png", &square(4001), Key::ErrorLogoWide),
        ("tung.png", &vec![7; 600_000], Key::ErrorLogoLarge),
    ];
    for (name, bytes, why) in files {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let line = format!(
            "--network nims letterhead-set --footer Ny --logo '{}'",
            path.display()
        );
        assert_eq!(bench.fails(&line), why, "{name}");
    }
    let long = "x".repeat(200);
    for (words, why) in [
        ("--colour grøn", Key::ErrorColour),
        (
            "--address '1\n2\n3\n4\n5\n6\n7\n8\n9'",
            Key::ErrorLetterheadAddress,
        ),
        (&*format!("--footer {long}"), Key::ErrorLetterheadFooter),
    ] {
        assert_eq!(
            bench.fails(&format!("--network nims letterhead-set {words}")),
            why
        );
    }
    assert_eq!(bench.network("nims").head.footer, "");
}

#[test]
fn of_a_drawing_it_is_said_what_to_do() {
    for (language, wanted) in [
        (
            Language::Danish,
            "eksportér tegningen som PNG, mindst 800 punkter bred",
        ),
        (
            Language::English,
            "export the drawing as PNG, at least 800 pixels wide",
        ),
    ] {
        let args = [("kind", "svg".into())];
        let said = Locale::new(language).text_with(Key::ErrorLogoKind, &args);
        assert!(said.contains(wanted), "{said}");
    }
}

#[test]
fn a_faint_colour_is_said() {
    let mut bench = Bench::with_meeting();
    bench.ok("--network nims letterhead-set --colour '#ffcc00'");
    let said = bench.app.said.last().unwrap();
    assert_eq!(said.key(), Key::LetterheadFaint);
    bench.app.said.clear();
    bench.ok("--network nims letterhead-set --colour '#102030'");
    assert!(bench.app.said.is_empty());
}
