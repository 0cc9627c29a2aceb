use crate::app::testing::Bench;
use crate::domain::secretariat::Language;
use crate::ui::picture::picture;

/// Three meetings held, actions and enquiries of three kinds.
pub fn filled() -> Bench {
    let mut bench = Bench::with_meeting();
    for line in [
        "meeting-new --network nims --title Opstart --date 2026-01-20 --start 09:30 --end 12:30",
        "meeting-new --network nims --title Temaer --date 2026-05-12 --start 09:30 --end 12:30",
        "enquiry-add 'Besøg om boliger' --from Oslo --country NO --kind visit --received 2026-10-02 --deadline 2026-12-20",
        "enquiry-add 'Besøg om fjernvarme' --from Krakow --country PL --kind visit --received 2026-03-02",
        "enquiry-add 'Oplægsholder' --from Wien --country AT --kind speaker --received 2025-11-20 --network nims",
        "enquiry-close e-2025-1 --result 'Vi holdt oplægget.' --date 2025-12-01",
    ] {
        bench.ok(line);
    }
    for (meeting, day, people) in [
        (
            "nims-2026-2",
            "2026-01-20",
            ["Karen Lund", "Bo Friis"].as_slice(),
        ),
        (
            "nims-2026-3",
            "2026-05-12",
            &["Karen Lund", "Åse Østergaard", "Bo Friis"],
        ),
    ] {
        bench.set_clock(&format!("{day}T09:20"));
        bench.ok(&format!("--meeting {meeting} invite"));
        for person in people {
            bench.ok(&format!("--meeting {meeting} check-in '{person}'"));
        }
        if people.len() == 2 {
            bench.ok(&format!(
                "--meeting {meeting} attendance-set 'Åse Østergaard' apologies"
            ));
        }
        bench.ok(&format!("--meeting {meeting} meeting-start"));
        bench.ok(&format!("--meeting {meeting} meeting-close"));
    }
    bench.set_clock("2026-11-02T10:00");
    for line in [
        "--network nims action-add 'Send oplæg' --owner 'Karen Lund'",
        "--meeting nims-2026-2 agenda-add Økonomi",
        "--meeting nims-2026-3 agenda-add Økonomi",
        "--meeting nims-2026-2 --item 1 action-add 'Find en vært' --owner 'Bo Friis'",
        "--meeting nims-2026-3 --item 1 action-add 'Skriv til ministeriet' --owner 'Bo Friis'",
    ] {
        bench.ok(line);
    }
    bench
}

fn every_picture(bench: &mut Bench) -> String {
    let mut pictures = vec![picture(&bench.app)];
    for _ in 0..4 {
        bench.press("<tab>");
        pictures.push(picture(&bench.app));
    }
    pictures.join("\n")
}

#[test]
fn each_picture_has_its_numbers_below_it_on_a_narrow_screen() {
    let mut bench = filled();
    bench.sit_down(Language::Danish, (80, 24));
    bench.press("g<tab><shift-tab>");
    insta::assert_snapshot!(every_picture(&mut bench));
}

#[test]
fn each_picture_has_its_numbers_beside_it_on_a_wide_screen() {
    let mut bench = filled();
    bench.sit_down(Language::English, (200, 50));
    bench.press("g<tab><shift-tab>");
    insta::assert_snapshot!(every_picture(&mut bench));
}

#[test]
fn one_year_at_a_time_and_one_network_or_all() {
    let mut bench = filled();
    bench.sit_down(Language::Danish, (80, 24));
    bench.press("hg");
    assert!(picture(&bench.app).contains("▸Henvendelser"));
    assert!(picture(&bench.app).contains("besøg "));
    bench.press("<left><left>");
    let shown = picture(&bench.app);
    assert!(
        shown.contains(" 2025\n") && !shown.contains("besøg "),
        "{shown}"
    );
    bench.press("<left><right><right>");
    assert!(picture(&bench.app).contains("alle år\n"));
    let target = crate::app::context::Target {
        network: bench.secretariat().network("nims"),
        ..Default::default()
    };
    bench.call(vec!["go-network".to_owned()], target);
    bench.press("g");
    assert!(picture(&bench.app).contains("Statistik · Netværk for Internationale Kommuner"));
    bench.press("a");
    assert!(picture(&bench.app).contains("alle netværk"));
    bench.press("a");
    assert!(picture(&bench.app).contains("Kommuner"));
    bench.press("<enter>");
    assert!(picture(&bench.app).contains("NIMS 2/2026"));
}

#[test]
fn where_nothing_was_counted_it_says_so() {
    let mut bench = Bench::new();
    bench.ok("network-new nims Kommuner");
    bench.sit_down(Language::Danish, (80, 24));
    bench.press("g");
    assert!(picture(&bench.app).contains("Der er intet at tælle her."));
    bench.press("<tab><down><enter><left>");
}
