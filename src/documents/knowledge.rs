//! The knowledge overview of a network as a document: new law and knowledge, and how far each
//! member is with it.

use super::outline::{Block, Body, Outline, Point, Role, Run};
use super::overview::choice;
use super::prose::prose;
use super::terms::NetworkSource;
use crate::domain::need::{Knowledge, KnowledgeStatus};
use crate::domain::setup::member_organisations;
use crate::locale::Key;

/// The overview.
pub fn knowledge(source: &NetworkSource) -> Outline {
    let mut outline = source.outline(Key::Knowledge);
    for row in source.network.knowledge_list() {
        outline.blocks.extend(blocks(source, row));
    }
    if outline.blocks.is_empty() {
        let said = source.text(Key::KnowledgeNone);
        outline.blocks.push(Block::text(said));
    }
    outline
}

fn blocks(source: &NetworkSource, row: &Knowledge) -> Vec<Block> {
    let language = source.language();
    let in_force = row.in_force.as_ref().map(|when| language.when(when));
    let heading = in_force.unwrap_or_default();
    let mut blocks = vec![Block::heading(Role::Part, "", &row.title, &heading)];
    if !row.source.is_empty() {
        let runs = vec![Run::plain(row.source.clone())];
        let label = source.text(Key::ArgSource);
        blocks.push(Block::paragraph(Role::Field, &label, runs));
    }
    if !row.proposal.is_empty() {
        let label = source.text(Key::KnowledgeProposal);
        blocks.push(Block::paragraph(Role::Field, &label, Vec::new()));
        blocks.extend(prose("", &row.proposal));
    }
    let members = member_organisations(source.network, source.register, source.today);
    let points: Vec<Point> = members
        .into_iter()
        .map(|member| {
            let standing = source.network.standing(row.id, member);
            let status = standing.map_or(KnowledgeStatus::Unknown, |row| row.status);
            let status = choice(source.locale(), "status", status.name());
            let name = source.register.organisation_name(member);
            let note = standing.map_or("", |row| row.note.as_str());
            let text = match note.is_empty() {
                true => format!("{name}: {status}"),
                false => format!("{name}: {status}. {}", note.replace('\n', " ")),
            };
            Point {
                runs: vec![Run::plain(text)],
                ..Point::default()
            }
        })
        .collect();
    if !points.is_empty() {
        let body = Body::List {
            numbered: false,
            points,
        };
        blocks.push(Block::new(Role::Text, body));
    }
    blocks
}
