//! The terms of reference of a network as a document: one version, and who is in its groups.

use chrono::NaiveDate;

use super::outline::{Block, Body, Fact, Outline, Point, Role, Row, Run};
use super::prose::prose;
use super::source::locale;
use crate::domain::id::Id;
use crate::domain::network::{Group, Network};
use crate::domain::register::Register;
use crate::domain::secretariat::{Language, Secretariat};
use crate::domain::terms::Terms;
use crate::domain::when::When;
use crate::locale::{Key, Locale};

/// The state a document of a network is made from.
#[derive(Clone, Copy, Debug)]
pub struct NetworkSource<'a> {
    /// The secretariat.
    pub secretariat: &'a Secretariat,
    /// People and organisations.
    pub register: &'a Register,
    /// The network.
    pub network: &'a Network,
    /// Its id.
    pub id: Id,
    /// The day it is made on.
    pub today: NaiveDate,
}

impl NetworkSource<'_> {
    /// The language of the network's documents.
    pub fn language(&self) -> Language {
        self.network.language(self.secretariat)
    }

    /// The texts in that language.
    pub fn locale(&self) -> Locale {
        locale(self.language())
    }

    pub(super) fn text(&self, key: Key) -> String {
        self.locale().text(key).into_owned()
    }

    /// An empty document of a kind, titled after the network.
    pub fn outline(&self, kind: Key) -> Outline {
        Outline {
            language: self.language(),
            kind: self.text(kind),
            title: self.network.head.name.clone(),
            ..Outline::default()
        }
    }

    pub(super) fn part(&self, key: Key) -> Block {
        Block::heading(Role::Part, "", self.text(key), "")
    }

    fn fact(&self, label: Key, value: String) -> Option<Fact> {
        (!value.is_empty()).then(|| Fact {
            label: self.text(label),
            values: vec![value],
        })
    }

    fn when(&self, when: &Option<When>) -> String {
        let language = self.locale().language();
        when.as_ref()
            .map_or_else(String::new, |when| language.when(when))
    }
}

/// A version of the terms of reference: the newest unless another is named. The groups and the
/// secretariat are those of today.
pub fn terms(source: &NetworkSource, version: Option<u32>) -> Outline {
    let mut outline = source.outline(Key::Terms);
    let rows = source.network.versions();
    let wanted = rows.into_iter().find(|row| Some(row.version) == version);
    let empty = Terms::default();
    let terms = wanted.or(source.network.current_terms()).unwrap_or(&empty);
    outline.status = status(source, terms);
    outline.facts = facts(source, terms);
    let purposes = source.network.purposes_of(terms);
    if !purposes.is_empty() {
        outline.blocks.push(source.part(Key::DocumentPurpose));
        outline.blocks.push(points(&purposes, true));
    }
    for (key, text) in [
        (Key::ArgWayOfWorking, &terms.way_of_working),
        (Key::ArgExpectedResults, &terms.expected_results),
    ] {
        if !text.is_empty() {
            outline.blocks.push(source.part(key));
            outline.blocks.extend(prose("", text));
        }
    }
    outline.blocks.extend(groups(source));
    outline.blocks.extend(evaluation(source, terms));
    outline
}

/// "Udkast til version 2" or "Vedtaget af Styregruppen den 3. december 2026 (version 1)".
pub fn status(source: &NetworkSource, terms: &Terms) -> String {
    let locale = source.locale();
    let version = usize::try_from(terms.version).unwrap_or(0);
    match terms.adopted_on {
        None if terms.version == 0 => String::new(),
        None => locale.text_with(Key::TermsDraft, &[("version", version.into())]),
        Some(day) => {
            let day = locale.language().plain_date(day);
            let args = [
                ("version", version.into()),
                ("by", (&terms.adopted_by).into()),
                ("date", day.into()),
            ];
            locale.text_with(Key::TermsAdoptedStatus, &args)
        }
    }
}

fn facts(source: &NetworkSource, terms: &Terms) -> Vec<Fact> {
    let language = source.locale().language();
    let start = terms.start.map(|day| language.plain_date(day));
    let held = source.network.secretariat_on(source.today).map(|row| {
        let name = source.register.organisation_name(row.organisation);
        match (&row.since, &row.until) {
            (None, None) => name.to_owned(),
            _ => {
                let span = [source.when(&row.since), source.when(&row.until)].join("–");
                format!("{name} ({span})")
            }
        }
    });
    [
        source.fact(Key::ArgTermsSetStart, start.unwrap_or_default()),
        source.fact(Key::ArgEvaluation, source.when(&terms.evaluation)),
        source.fact(Key::TermsSecretariat, held.unwrap_or_default()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn points(texts: &[String], numbered: bool) -> Block {
    let point = |text: &String| Point {
        runs: vec![Run::plain(text)],
        ..Point::default()
    };
    let points = texts.iter().map(point).collect();
    Block::new(Role::Text, Body::List { numbered, points })
}

fn groups(source: &NetworkSource) -> Vec<Block> {
    let all = source.network.live_groups();
    if all.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![source.part(Key::TermsGroups)];
    for row in all {
        blocks.push(Block::new(
            Role::Text,
            Body::Heading {
                level: 3,
                number: String::new(),
                text: row.name.clone(),
                note: String::new(),
            },
        ));
        blocks.extend(prose(&source.text(Key::ArgMandate), &mandate(source, row)));
        blocks.extend(seats(source, row));
    }
    blocks
}

/// "Op til 50.000 kr. (vedtaget af Styregruppen den 1. oktober 2026)".
fn mandate(source: &NetworkSource, group: &Group) -> String {
    if group.mandate.is_empty() || group.adopted_by.is_empty() {
        return group.mandate.clone();
    }
    let language = source.locale().language();
    let day = group.adopted_on.map(|day| language.plain_date(day));
    let day = day.unwrap_or_default();
    let args = [
        ("mandate", (&group.mandate).into()),
        ("by", (&group.adopted_by).into()),
        ("date", (&day).into()),
        ("dated", if day.is_empty() { "no" } else { "yes" }.into()),
    ];
    source.locale().text_with(Key::TermsMandate, &args)
}

/// Who sits in a group, by organisation, and who has named nobody.
fn seats(source: &NetworkSource, group: &Group) -> Option<Block> {
    let register = source.register;
    let language = source.locale().language();
    let mut rows: Vec<(String, Row)> = Vec::new();
    for seat in source.network.seats_on(group.id, source.today) {
        let name = source.locale().person(seat.person, register).into_owned();
        let organisation = seat.organisation.map(|id| register.organisation_name(id));
        let organisation = organisation.unwrap_or_default().to_owned();
        let until = seat.until.map(|day| language.plain_date(day));
        let cells = vec![organisation.clone(), name, until.unwrap_or_default()];
        rows.push((
            organisation,
            Row {
                cells,
                closed: false,
            },
        ));
    }
    for id in source.network.unnamed(group, register, source.today) {
        let organisation = register.organisation_name(id).to_owned();
        let cells = vec![
            organisation.clone(),
            source.text(Key::TermsUnnamed),
            String::new(),
        ];
        rows.push((
            organisation,
            Row {
                cells,
                closed: false,
            },
        ));
    }
    if rows.is_empty() {
        return None;
    }
    rows.sort_by_cached_key(|(name, row)| {
        let first = row.cells.get(1).cloned().unwrap_or_default();
        (crate::domain::folding::sort_key(name), first)
    });
    let mut rows: Vec<Row> = rows.into_iter().map(|(_, row)| row).collect();
    let mut columns = vec![Key::ArgOrganisation, Key::ArgPerson, Key::ArgUntil];
    let says = |row: &Row| row.cells.last().is_some_and(|cell| !cell.is_empty());
    if !rows.iter().any(says) {
        // Nobody's seat ends on a day: a column of nothing is left out.
        columns.pop();
        rows.iter_mut()
            .for_each(|row| row.cells.truncate(columns.len()));
    }
    let columns = columns.iter().map(|key| source.text(*key)).collect();
    Some(Block::table("", columns, rows))
}

fn evaluation(source: &NetworkSource, terms: &Terms) -> Vec<Block> {
    let criteria: Vec<String> = terms.criteria().map(str::to_owned).collect();
    if criteria.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![source.part(Key::TermsCriteria), points(&criteria, true)];
    let found = source.network.findings_of(terms.id);
    if !found.is_empty() {
        let columns = [Key::ArgCriterion, Key::ArgFinding, Key::ArgChange];
        let columns = columns.iter().map(|key| source.text(*key)).collect();
        let rows = found.iter().map(|row| Row {
            cells: vec![
                row.criterion.clone(),
                row.finding.clone(),
                row.change.clone(),
            ],
            closed: false,
        });
        blocks.push(source.part(Key::ArgEvaluation));
        blocks.push(Block::table("", columns, rows.collect()));
    }
    blocks
}

#[cfg(test)]
mod tests;
