use super::*;
use crate::app::args::Args;
use crate::app::commands;
use crate::app::testing::Bench;
use crate::domain::secretariat::Language;

/// A network of three municipalities with most of what it needs.
fn bench() -> Bench {
    let mut bench = Bench::with_meeting();
    for line in [
        "member-add nims ucl",
        "terms-set --network nims --purpose 'Dele viden\nSøge midler' --evaluation 2026-10 --criteria 'Fremmøde\nNytte'",
        "terms-adopt --network nims --by Styregruppen --date 2026-01-15",
        "group-new Styregruppe --network nims --kind steering",
        "group-member-add Styregruppe 'Bo Friis' --network nims",
        "group-new 'Arbejdsgruppe om hjemløshed' --network nims --kind working",
        "group-member-add Arbejds 'Karen Lund' --network nims --until 2026-12-15",
        "secretariat-set odense --network nims --since 2026-01 --until 2026-12",
        "activity-add Kursus --network nims --kind course --when 2027-03 --purpose 'Fælles metode'",
    ] {
        bench.ok(line);
    }
    bench
}

fn said(bench: &mut Bench, language: Language) -> Vec<String> {
    let id = bench.secretariat().network("nims").unwrap();
    bench.sit_down(language, (80, 24));
    let target = Target {
        network: Some(id),
        ..Target::default()
    };
    bench.call(vec!["go-network".to_owned()], target);
    let plan = bench.app.plan_of(id);
    let sight = bench.app.sight(id, &plan).unwrap();
    let mut lines = Vec::new();
    for row in bench.app.checklist(id) {
        let mark = if row.is_met() { "✓" } else { "!" };
        lines.push(format!(
            "{mark} {}",
            point_name(bench.app.locale, row.point)
        ));
        for lack in &row.lacks {
            let call = mend(&sight, lack);
            let text = sentence(bench.app.locale, &sight, lack);
            lines.push(format!("    {text}  → {}", call.words.join(" ")));
        }
    }
    lines
}

#[test]
fn what_a_network_lacks_is_said_in_words() {
    insta::assert_snapshot!(said(&mut bench(), Language::Danish).join("\n"));
    insta::assert_snapshot!(said(&mut bench(), Language::English).join("\n"));
}

#[test]
fn whatever_is_missing_is_one_call_away_and_the_call_is_understood() {
    let mut bench = bench();
    let id = bench.secretariat().network("nims").unwrap();
    bench.sit_down(Language::Danish, (80, 24));
    bench.call(
        vec!["go-network".to_owned()],
        Target {
            network: Some(id),
            ..Target::default()
        },
    );
    let sight = bench.app.sight(id, &[]).unwrap();
    for missing in Missing::ALL {
        let lack = Lack {
            missing: *missing,
            count: 2,
            about: vec![Id::from_bits(7)],
            named: vec![bench.organisation("vejle").id],
            day: None,
        };
        let call = mend(&sight, &lack);
        let (name, words) = call.words.split_first().unwrap();
        let known = commands::find(name).unwrap_or_else(|| panic!("{name}"));
        assert!(Args::parse(known.args, words).is_ok(), "{missing:?}");
        let name = command(*missing).split(' ').next().unwrap();
        assert!(commands::find(name).is_some(), "{name}");
        assert!(
            !sentence(bench.app.locale, &sight, &lack).is_empty(),
            "{missing:?}"
        );
    }
}
