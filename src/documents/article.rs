//! The article about a meeting, with links to its materials.

use super::annexes::name_of;
use super::outline::{Block, Body, Outline, Point, Role, Run};
use super::prose::prose;
use super::source::Source;
use crate::domain::network::Network;
use crate::domain::publishing::Material;
use crate::locale::Key;

/// The article; where there is none yet, a document that says so.
pub(super) fn article(source: &Source) -> Outline {
    let mut outline = source.outline(Key::DocumentArticle);
    let Some(row) = source.network.article_of(source.id) else {
        outline.blocks = vec![Block::text(source.text(Key::DocumentNoArticle))];
        return outline;
    };
    outline.kind = String::new();
    outline.title = row.title.clone();
    if !row.is_published() {
        outline.status = source.text(Key::DocumentStatusDraft);
    }
    let language = source.locale().language();
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| language.plain_date(day));
    let facts = [
        source.fact(
            Key::ArticlePublishedOn,
            day(row.published_on).unwrap_or_default(),
        ),
        source.fact(
            Key::ArticleUpdatedOn,
            day(row.updated_on).unwrap_or_default(),
        ),
        source.fact(Key::ArgTheme, row.themes.join(", ")),
    ];
    outline.facts = facts.into_iter().flatten().collect();
    if !row.summary.is_empty() {
        let strong = Run {
            strong: true,
            ..Run::plain(row.summary.clone())
        };
        let summary = Block::paragraph(Role::Text, "", vec![strong]);
        outline.blocks.push(summary);
    }
    outline.blocks.extend(prose("", &row.body));
    outline.blocks.extend(materials(source, source.network));
    outline
}

/// The meeting's materials, those of closed items marked.
fn materials(source: &Source, network: &Network) -> Vec<Block> {
    let rows = network.material_list().into_iter();
    let rows = rows.filter(|row| row.meeting == Some(source.id));
    let point = |row: &Material| {
        let item = row.item.and_then(|id| source.meeting.items.get(&id));
        let run = match row.link.is_empty() {
            true => Run {
                file: name_of(&row.file, &row.file_name),
                ..Run::plain(row.title.clone())
            },
            false => Run::link(row.title.clone(), row.link.clone()),
        };
        Point {
            indent: 0,
            runs: vec![run],
            closed: item.is_some_and(|item| item.closed),
            ..Point::default()
        }
    };
    let points: Vec<Point> = rows.map(point).collect();
    if points.is_empty() {
        return Vec::new();
    }
    let heading = Block::heading(Role::Part, "", source.text(Key::Materials), "");
    let list = Body::List {
        numbered: false,
        points,
    };
    vec![heading, Block::new(Role::Text, list)]
}

#[cfg(test)]
mod tests {
    use crate::documents::{Audience, What, markdown, outline};
    use crate::domain::publishing::{Article, Material};
    use crate::domain::secretariat::Language;
    use crate::domain::world::{MEETING, id, world};

    #[test]
    fn an_article_links_to_the_slides_and_says_when_it_was_changed() {
        let mut world = world(Language::Danish);
        let article = Article {
            id: id(901),
            meeting: MEETING,
            title: "Samskabelse på tværs".into(),
            summary: "Syv kommuner delte erfaringer.".into(),
            body: "Netværket mødtes i Odense.\n- Ulla Berg fortalte om begrebet\n- to indsatser blev valgt".into(),
            themes: vec!["samskabelse".into()],
            published_on: "2026-11-30".parse().ok(),
            updated_on: "2026-12-04".parse().ok(),
            ..Article::default()
        };
        world.network.articles.insert(article.id, article);
        let material = Material {
            id: id(902),
            title: "Oplæg".into(),
            link: "https://example.dk/oplaeg".into(),
            meeting: Some(MEETING),
            ..Material::default()
        };
        world.network.materials.insert(material.id, material);
        let page = outline(What::Article, &world.source(), Audience::Public).unwrap();
        insta::assert_snapshot!(markdown(&page));
    }

    #[test]
    fn attached_slides_are_linked_once_they_lie_beside_it() {
        let mut world = world(Language::Danish);
        let article = Article {
            id: id(901),
            meeting: MEETING,
            title: "Samskabelse".into(),
            body: "Vi mødtes.".into(),
            ..Article::default()
        };
        world.network.articles.insert(article.id, article);
        let material = Material {
            id: id(902),
            title: "Oplæg".into(),
            file: "1a2b3c4d".repeat(8),
            file_name: "Oplæg.pdf".into(),
            meeting: Some(MEETING),
            ..Material::default()
        };
        world.network.materials.insert(material.id, material);
        let mut page = outline(What::Article, &world.source(), Audience::Public).unwrap();
        assert!(markdown(&page).contains("- Oplæg\n"));
        assert!(page.link_file("oplaeg-1a2b3c4d.pdf"));
        let link = "[Oplæg](<bilag/oplaeg-1a2b3c4d.pdf>)";
        assert!(markdown(&page).contains(link));
    }
}
