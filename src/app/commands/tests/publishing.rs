use crate::app::overlays::Overlay;
use crate::app::testing::Bench;
use crate::domain::network::Network;
use crate::domain::publishing::Article;
use crate::locale::Key;

fn article(bench: &Bench) -> &Article {
    let network: &Network = bench.network("nims");
    network.articles.values().next().unwrap()
}

#[test]
fn an_article_is_written_published_and_updated() {
    let mut bench = Bench::with_meeting();
    let fails = bench.fails("--meeting nims-2026-1 article-publish");
    assert_eq!(fails, Key::ErrorNoArticle);
    bench.ok("--meeting nims-2026-1 article-set --title 'Samskabelse i praksis' --summary Kort --theme 'samskabelse, frivillighed'");
    assert_eq!(
        bench.fails("--meeting nims-2026-1 article-publish"),
        Key::ErrorArticleEmpty
    );
    bench.ok(
        "--meeting nims-2026-1 article-set --body 'Netværket mødtes.\n- Ulla Berg holdt oplæg'",
    );
    bench.ok("--meeting nims-2026-1 article-publish");
    let day = |text: &str| text.parse().ok();
    assert_eq!(article(&bench).published_on, day("2026-11-02"));
    assert_eq!(article(&bench).updated_on, None);
    bench.set_clock("2026-12-04T10:00");
    bench.ok("--meeting nims-2026-1 article-set --summary 'Kort sagt'");
    assert_eq!(article(&bench).updated_on, day("2026-12-04"));
    assert_eq!(article(&bench).themes, ["samskabelse", "frivillighed"]);
    assert_eq!(bench.network("nims").articles.len(), 1);
}

/// A network with an article, materials and a project.
fn full() -> Bench {
    let mut bench = Bench::with_meeting();
    for line in [
        "--meeting nims-2026-1 agenda-add Oplæg --kind talk",
        "--meeting nims-2026-1 article-set --title 'Samskabelse i praksis' --body 'Vi mødtes.' --theme samskabelse",
        "--network nims project-add 'Sammen om byen' --partners 'Odense, Vejle' --programme Erasmus+ --period 2027-01..2028-12 --theme samskabelse",
        "--meeting nims-2026-1 attach --link https://example.dk/oplaeg --title 'Oplæg af Ulla Berg' --item 1 --theme samskabelse",
        "--network nims attach --link https://example.dk/rapport --title Årsrapport --project Sammen --theme økonomi",
    ] {
        bench.ok(line);
    }
    bench
}

#[test]
fn materials_are_of_an_item_a_meeting_a_project_or_the_network() {
    let mut bench = full();
    let network = bench.network("nims");
    let rows = network.material_list();
    assert_eq!(rows.len(), 2);
    assert!(rows[0].item.is_some() != rows[1].item.is_some());
    assert!(rows.iter().any(|row| row.project.is_some()));
    assert_eq!(bench.fails("--network nims attach"), Key::ErrorEmpty);
    assert_eq!(
        bench.fails("--network nims attach --link javascript:x --title T"),
        Key::ErrorLink
    );
    bench.ok("--network nims material-set årsrap --title 'Årsrapport 2026'");
    bench.ok("--network nims material-remove 'Årsrapport 2026'");
    assert_eq!(bench.network("nims").material_list().len(), 1);
    bench.ok("--network nims project-set Sammen --results 'Ti gader'");
    bench.ok("--network nims project-remove Sammen");
    assert!(bench.network("nims").project_list().is_empty());
}

#[test]
fn the_list_of_resources_opens_at_the_one_that_was_found() {
    let mut bench = Bench::with_meeting();
    for title in ["Skabelon A", "Skabelon B", "Skabelon C"] {
        bench.ok(&format!(
            "--network nims resource-add '{title}' --kind template"
        ));
    }
    let rows = bench.network("nims").resource_list();
    let second = rows[1].id.to_string();
    bench.ok(&format!("--network nims resources {second}"));
    let Some(Overlay::Panel(panel)) = bench.app.view.overlays.last() else {
        panic!("no list");
    };
    let call = panel.chosen(&bench.app).unwrap().call.unwrap();
    assert_eq!(call.words, ["resource-edit", &second]);
}
