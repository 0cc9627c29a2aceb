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
        blocks.extend(prose(&label, &row.proposal));
    }
    let points = standings(source, row);
    if !points.is_empty() {
        let body = Body::List {
            numbered: false,
            points,
        };
        blocks.push(Block::new(Role::Text, body));
    }
    blocks
}

/// How far each member is; those who have told nothing stand together.
fn standings(source: &NetworkSource, row: &Knowledge) -> Vec<Point> {
    let said = |status: KnowledgeStatus| choice(source.locale(), "status", status.name());
    let mut silent = Vec::new();
    let mut lines = Vec::new();
    for member in member_organisations(source.network, source.register, source.today) {
        let standing = source.network.standing(row.id, member);
        let status = standing.map_or(KnowledgeStatus::Unknown, |row| row.status);
        let name = source.register.organisation_name(member);
        let note = standing.map_or("", |row| row.note.as_str());
        match note.is_empty() {
            true if status == KnowledgeStatus::Unknown => silent.push(name),
            true => lines.push(format!("{name}: {}", said(status))),
            false => lines.push(format!(
                "{name}: {}. {}",
                said(status),
                note.replace('\n', " ")
            )),
        }
    }
    if !silent.is_empty() {
        let names = [("names", silent.join(", ").into())];
        lines.push(source.locale().text_with(Key::KnowledgeSilent, &names));
    }
    let point = |text: String| Point {
        runs: vec![Run::plain(text)],
        ..Point::default()
    };
    lines.into_iter().map(point).collect()
}
