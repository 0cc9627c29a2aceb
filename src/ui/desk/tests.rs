use crate::app::docs::Docs;
use crate::app::testing::Bench;
use crate::domain::op::{DocId, DocOp, Op};
use crate::domain::secretariat::Language;
use crate::ui::picture::picture;

/// The bench's today is 4 November 2026 or so: deadlines stand on both sides of it.
pub fn filled() -> Bench {
    let mut bench = Bench::with_meeting();
    for line in [
        "enquiry-add 'Besøg om boligbygning' --from Oslo --country NO --kind visit --received 2026-10-02 --deadline 2026-12-20 --handler 'Karen Lund' --network nims",
        "enquiry-add 'Høring om den sociale søjle' --from 'Europa-Kommissionen' --country EU --kind consultation --received 2026-10-12 --deadline 2026-10-20 --note 'Samlet svar fra tre forvaltninger.'",
        "enquiry-add 'Partner til ansøgning om unge uden job' --from Gent --country BE --kind partnership --received 2026-10-20",
        "enquiry-forward e-2026-2 --to Økonomiforvaltningen --date 2026-10-13 --note 'Bidrag til et samlet svar.'",
        "enquiry-forward e-2026-2 --to vejle --date 2026-10-14",
        "enquiry-close e-2026-3 --result 'Vi deltager ikke; Aarhus er spurgt.' --date 2026-10-25",
        "membership-add 'European Social Network' --since 2010 --fee '3.200 euro' --contributes 'Oplæg og besøg' --gains 'Viden og partnere'",
        "membership-add Eurocities --since 1995",
        "seat-add 'European Social Network' 'Karen Lund' --role board --from 2025-01 --to 2027-12",
        "seat-add Eurocities 'Åse Østergaard' --role committee --title næstformand --to 2026-06",
        "representation-add 'In their shoes' --role workshop --status accepted --event 'Social Services Conference' --place Valletta --when 2027-06 --person 'Karen Lund' --partner VIVE --audience 'ledere i socialtjenester'",
        "representation-add 'Bolig først i praksis' --role talk --status held --event 'Housing Forum' --place Gent --when 2026-03-12 --person 'Bo Friis; Karen Lund'",
        "representation-add 'Fra indsats til effekt' --role poster --call 2027-01-15",
        "contact-add 'Bo Friis' --for vejle --covers 'klima, energi og trafik'",
        "contact-add 'Åse Østergaard' --for Socialforvaltningen --covers 'hjemløshed, unge'",
        "forum-add 'Social Affairs Forum' --under Eurocities --gains 'Direkte adgang til Kommissionens folk.' --costs 'To rejser om året.' --assessed 2026-05-01",
        "forum-add 'Arbejdsgruppe om hjemløshed' --kind group --under 'Social Affairs'",
        "seat-add hjemløshed 'Åse Østergaard' --role representative",
    ] {
        bench.ok(line);
    }
    bench
}

fn seated(language: Language, size: (u16, u16)) -> Bench {
    let mut bench = filled();
    bench.sit_down(language, size);
    bench.press("h");
    bench
}

#[test]
fn open_enquiries_stand_first_with_what_is_known_of_the_selected_one() {
    let bench = seated(Language::Danish, (80, 24));
    insta::assert_snapshot!(picture(&bench.app));
}

#[test]
fn each_part_in_danish_on_a_narrow_screen() {
    let mut bench = seated(Language::Danish, (80, 24));
    let mut pictures = Vec::new();
    for _ in 0..4 {
        bench.press("<tab>");
        pictures.push(picture(&bench.app));
    }
    insta::assert_snapshot!(pictures.join("\n"));
    bench.press("<tab>");
    assert!(picture(&bench.app).contains("▸Henvendelser"));
}

#[test]
fn each_part_in_english_on_a_wide_screen() {
    let mut bench = seated(Language::English, (200, 50));
    let mut pictures = vec![picture(&bench.app)];
    for _ in 0..4 {
        bench.press("<tab>");
        pictures.push(picture(&bench.app));
    }
    let short = pictures
        .iter()
        .map(|it| it.lines().take(22).collect::<Vec<_>>().join("\n"));
    insta::assert_snapshot!(short.collect::<Vec<_>>().join("\n"));
}

#[test]
fn an_enquiry_is_added_forwarded_and_closed_by_keys() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("+Studietur fra Malmø<tab>Malmø<enter>");
    let row = bench.desk().enquiry("e-2026-4").unwrap();
    assert_eq!(row.title, "Studietur fra Malmø");
    bench.press("<down><down>v");
    assert!(
        picture(&bench.app).contains("e-2026-4"),
        "{}",
        picture(&bench.app)
    );
    bench.press("Kulturforvaltningen<enter>");
    let row = bench.desk().enquiry("e-2026-4").unwrap().id;
    assert_eq!(bench.desk().forwarded(row).len(), 1);
    bench.press("aBesøget er aftalt.<enter>");
    let row = bench.desk().enquiry("e-2026-4").unwrap();
    assert_eq!(row.result, "Besøget er aftalt.");
    assert!(!row.is_open());
}

#[test]
fn what_is_removed_comes_back_with_ctrl_z() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<del>");
    assert!(bench.desk().enquiry("e-2026-2").is_none());
    assert!(picture(&bench.app).contains("Ctrl+Z"));
    bench.press("<ctrl-z>");
    assert!(bench.desk().enquiry("e-2026-2").is_some());
}

#[test]
fn enter_changes_what_is_selected_in_every_part() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<enter><end> (EU)<enter>");
    let row = bench.desk().enquiry("e-2026-2").unwrap();
    assert_eq!(row.title, "Høring om den sociale søjle (EU)");
    bench.press("<tab><down><down><enter>");
    let form = picture(&bench.app);
    assert!(form.contains("Medlem siden"), "{form}");
    bench.press("<esc><down>p");
    assert!(picture(&bench.app).contains("European Social Network"));
    bench.press("bo f<enter><enter>");
    assert_eq!(bench.desk().seats.len(), 4, "{}", picture(&bench.app));
    bench.press("<tab><enter><end>!<enter>");
    let titles: Vec<&str> = bench
        .desk()
        .titles()
        .iter()
        .map(|(_, _, title)| *title)
        .collect();
    assert!(titles.contains(&"Fra indsats til effekt!"), "{titles:?}");
}

#[test]
fn by_one_key_an_enquiry_becomes_what_it_asks_for() {
    let mut bench = seated(Language::Danish, (80, 24));
    bench.press("<down>m");
    let form = picture(&bench.app);
    assert!(form.contains("Besøg om boligbygning"), "{form}");
    bench.press("<enter>");
    let after = picture(&bench.app);
    insta::assert_snapshot!(format!("{form}\n{after}"));
}

#[test]
fn whoever_was_erased_leaves_a_row_that_says_so() {
    let mut bench = filled();
    let person = bench.person("bo-friis").id;
    let op = DocOp {
        doc: DocId::Register,
        op: Op::Erased { person },
    };
    bench.plant(vec![op]);
    bench.app.docs = Docs::default();
    bench.sit_down(Language::Danish, (80, 24));
    bench.press("h<tab><tab><tab>");
    let shown = picture(&bench.app);
    assert!(shown.contains("(navn slettet)"), "{shown}");
    assert!(shown.contains("klima, energi og trafik"), "{shown}");
}
