//! A network's terms of reference: purposes, the rest of the text, adopting a version, what an
//! evaluation found; and which member holds the secretariat.

use super::{edit, field, lookup, place};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::draft::{jitter, mark};
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::network::{Network, NetworkHeadField};
use crate::domain::pos::Pos;
use crate::domain::record::FieldChange as _;
use crate::domain::terms::{Finding, Purpose, PurposeField, Terms, TermsField, lines, points};
use crate::locale::Key;

const NETWORK: Arg = Arg::option("network", ArgKind::Network);
const NUMBER: Arg = Arg::word("number", ArgKind::Number);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "terms-set",
        scope: Scope::Network,
        args: &[
            NETWORK,
            Arg::option("purpose", ArgKind::LongText),
            Arg::option("way-of-working", ArgKind::LongText),
            Arg::option("expected-results", ArgKind::LongText),
            Arg::option("start", ArgKind::Date),
            Arg::option("evaluation", ArgKind::Text),
            Arg::option("criteria", ArgKind::LongText),
        ],
        run: set,
    },
    Command {
        name: "terms-adopt",
        scope: Scope::Network,
        args: &[
            NETWORK,
            Arg::option("by", ArgKind::Text),
            Arg::option("date", ArgKind::Date),
        ],
        run: adopt,
    },
    Command {
        name: "purpose-add",
        scope: Scope::Network,
        args: &[Arg::word("text", ArgKind::Prose), NETWORK],
        run: add_purpose,
    },
    Command {
        name: "purpose-set",
        scope: Scope::Network,
        args: &[NUMBER, NETWORK, Arg::option("text", ArgKind::Prose)],
        run: set_purpose,
    },
    Command {
        name: "purpose-move",
        scope: Scope::Network,
        args: &[NUMBER, Arg::word("place", ArgKind::Text), NETWORK],
        run: move_purpose,
    },
    Command {
        name: "purpose-remove",
        scope: Scope::Network,
        args: &[NUMBER, NETWORK],
        run: remove_purpose,
    },
    Command {
        name: "evaluation-add",
        scope: Scope::Network,
        args: &[
            Arg::word("criterion", ArgKind::Text),
            Arg::option("finding", ArgKind::LongText),
            Arg::option("change", ArgKind::LongText),
            Arg::option("date", ArgKind::Date),
            NETWORK,
        ],
        run: evaluate,
    },
    Command {
        name: "terms-edit",
        scope: Scope::Screen,
        args: &[Arg::option("field", ArgKind::Text)],
        run: open_form,
    },
];

fn fields(context: &Context<'_>, args: &Args, row: &Terms) -> Result<Vec<TermsField>, Stop> {
    let text = |name: &str| field::text(args, name);
    let mut changes = Vec::new();
    changes.extend(text("way-of-working").map(|to| TermsField::way_of_working(row, to)));
    changes.extend(text("expected-results").map(|to| TermsField::expected_results(row, to)));
    let start = field::clearable(args, "start", |typed| lookup::day(context, typed))?;
    changes.extend(start.map(|to| TermsField::start(row, to)));
    let when = field::clearable(args, "evaluation", |typed| lookup::when(context, typed))?;
    changes.extend(when.map(|to| TermsField::evaluation(row, to)));
    changes.extend(text("criteria").map(|to| TermsField::criteria(row, points(&to))));
    Ok(field::real(changes).collect())
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let row = context.network_of(network)?.current_terms().cloned();
    let changes = fields(context, args, &row.clone().unwrap_or_default())?;
    if let Some(text) = field::text(args, "purpose") {
        set_purposes(context, network, &text)?;
    }
    match row {
        Some(_) if changes.is_empty() => {}
        _ => {
            let draft = revise(context, network)?;
            context.change_in_network(network, draft, changes);
        }
    }
    Ok(())
}

/// The draft; where there is none, a new version that begins as the one in force.
fn revise(context: &mut Context<'_>, network: Id) -> Result<Id, Stop> {
    let doc = context.network_of(network)?;
    if let Some(draft) = doc.draft_terms() {
        return Ok(draft.id);
    }
    let base = doc.terms_in_force().cloned().unwrap_or_default();
    let draft = Terms {
        id: context.new_id(),
        adopted_on: None,
        adopted_by: String::new(),
        purposes: Vec::new(),
        ..base
    };
    let id = draft.id;
    context.add_to_network(network, draft);
    Ok(id)
}

/// The purposes of a network that is only being made, one a line.
pub fn first_purposes(context: &mut Context<'_>, text: &str) -> Vec<Purpose> {
    let mut rows: Vec<Purpose> = Vec::new();
    for line in lines(&points(text)) {
        let id = context.new_id();
        rows.push(Purpose {
            id,
            pos: Pos::between(rows.last().map(|row| &row.pos), None, jitter(id)),
            text: line.to_owned(),
            ..Purpose::default()
        });
    }
    rows
}

/// Gives the network these purposes, one a line. One that is there already keeps its place and
/// what names it; a line in the place of another is that one, put otherwise.
///
/// # Errors
/// [`Stop::Need`] until the network is loaded.
pub fn set_purposes(context: &mut Context<'_>, network: Id, text: &str) -> Result<(), Stop> {
    let doc = context.network_of(network)?;
    let head = doc.head.clone();
    let old: Vec<Purpose> = doc.purposes().into_iter().cloned().collect();
    let text = points(text);
    let wanted: Vec<&str> = lines(&text).collect();
    let kept = |line: &str| old.iter().find(|row| fold(&row.text) == fold(line));
    let mut free = old
        .iter()
        .filter(|row| !wanted.iter().any(|line| fold(line) == fold(&row.text)));
    let mut last: Option<Pos> = None;
    let (mut added, mut changed) = (Vec::new(), Vec::new());
    for line in &wanted {
        let row = kept(line).or_else(|| free.next());
        let id = row.map_or_else(|| context.new_id(), |row| row.id);
        let pos = match row {
            Some(row) if last.as_ref().is_none_or(|last| *last < row.pos) => row.pos.clone(),
            _ => Pos::between(last.as_ref(), None, jitter(id)),
        };
        last = Some(pos.clone());
        match row {
            Some(row) => changed.extend([
                (id, PurposeField::pos(row, pos)),
                (id, PurposeField::text(row, (*line).to_owned())),
            ]),
            None => added.push(Purpose {
                id,
                pos,
                text: (*line).to_owned(),
                ..Purpose::default()
            }),
        }
    }
    changed.extend(free.map(|row| (row.id, PurposeField::Removed(mark(true)))));
    changed.retain(|(_, change)| change.is_real());
    if added.is_empty() && changed.is_empty() && (head.purpose.is_empty() || !wanted.is_empty()) {
        return Ok(());
    }
    renew(context, network)?;
    added
        .into_iter()
        .for_each(|row| context.add_to_network(network, row));
    for (id, change) in changed {
        context.set_in_network(network, id, change);
    }
    Ok(())
}

/// Purposes are about to change: what an older program wrote in their place goes, and terms that
/// were adopted with other ones get a new version.
fn renew(context: &mut Context<'_>, network: Id) -> Result<(), Stop> {
    let doc = context.network_of(network)?;
    let head = doc.head.clone();
    if !head.purpose.is_empty() {
        let none = NetworkHeadField::purpose(&head, String::new());
        context.set_in_network(network, Id::default(), none);
    }
    if context.network_of(network)?.current_terms().is_some() {
        revise(context, network)?;
    }
    Ok(())
}

fn adopt(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let doc = context.network_of(network)?;
    let Some(draft) = doc.draft_terms().cloned() else {
        return Err(Key::ErrorNoDraftTerms.into());
    };
    let purposes = doc.purposes_of(&draft);
    if context.app.interactive && !args.has("by") {
        return Err(Stop::Ask("terms-adopt", args.clone()));
    }
    let by = field::needed(args, "by")?;
    let day = field::given(args, "date", |typed| lookup::day(context, typed))?;
    let day = day.unwrap_or(context.today());
    let said = Message::new(Key::TermsAdopted)
        .with("version", usize::try_from(draft.version).unwrap_or(0));
    let said = said.with("by", by.clone());
    let changes = vec![
        TermsField::purposes(&draft, purposes),
        TermsField::adopted_by(&draft, by),
        TermsField::adopted_on(&draft, Some(day)),
    ];
    context.change_in_network(network, draft.id, field::real(changes));
    context.say(said);
    Ok(())
}

fn rows(network: &Network) -> place::Rows {
    let rows = network.purposes().into_iter();
    rows.map(|row| (row.id, row.pos.clone())).collect()
}

/// A purpose by its number, its id or how it begins.
///
/// # Errors
/// When there is none such.
pub fn purpose(network: &Network, typed: &str) -> Result<Id, Stop> {
    let wanted = fold(typed.trim());
    let begins = |row: &&&Purpose| wanted.len() > 2 && fold(&row.text).starts_with(&wanted);
    let rows_of = network.purposes();
    match rows_of.iter().find(begins) {
        Some(row) => Ok(row.id),
        None => place::numbered(&rows(network), typed),
    }
}

/// The purposes an option `--serves` names ("1, 3"), each by number or how it begins; `None` when it was
/// not given.
///
/// # Errors
/// When one of them is none of the network's.
pub fn served(context: &Context<'_>, args: &Args) -> Result<Option<Vec<Id>>, Stop> {
    if !args.has("serves") {
        return Ok(None);
    }
    let network = lookup::network_or_target(context, args.get("network"))?;
    let doc = context.network_of(network)?;
    field::listed(args, "serves", |typed| purpose(doc, typed))
}

/// The numbers of the purposes that something serves ("1, 3"), for its form.
pub fn served_by(network: &Network, serves: &[Id]) -> String {
    let rows = network.purposes().into_iter().enumerate();
    let rows = rows.filter(|(_, row)| serves.contains(&row.id));
    let numbers: Vec<String> = rows.map(|(index, _)| (index + 1).to_string()).collect();
    numbers.join(", ")
}

fn named(context: &Context<'_>, args: &Args) -> Result<(Id, Purpose), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let doc = context.network_of(network)?;
    let id = purpose(doc, args.get("number").unwrap_or_default())?;
    let row = doc.purposes.get(&id).cloned();
    Ok((network, row.unwrap_or_default()))
}

fn add_purpose(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let text = field::needed(args, "text")?;
    let now = context.network_of(network)?.purpose();
    set_purposes(context, network, &format!("{now}\n{text}"))
}

fn set_purpose(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = named(context, args)?;
    let text = field::filled(args, "text")?;
    let changes = text.map(|to| PurposeField::text(&row, to));
    let changes: Vec<PurposeField> = field::real(changes.into_iter().collect()).collect();
    if !changes.is_empty() {
        renew(context, network)?;
    }
    context.change_in_network(network, row.id, changes);
    Ok(())
}

fn move_purpose(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = named(context, args)?;
    let rows = rows(context.network_of(network)?);
    let to = args.get("place").unwrap_or_default();
    if let Some(pos) = place::moved(context, rows, row.id, to)? {
        renew(context, network)?;
        context.set_in_network(network, row.id, PurposeField::pos(&row, pos));
    }
    Ok(())
}

fn remove_purpose(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = named(context, args)?;
    renew(context, network)?;
    context.set_in_network(network, row.id, PurposeField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}

/// What an evaluation found by a criterion of the terms in force: its number, or how it begins.
fn evaluate(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let Some(terms) = context.network_of(network)?.terms_in_force().cloned() else {
        return Err(Key::ErrorNoTerms.into());
    };
    let typed = args.get("criterion").unwrap_or_default().trim();
    let all: Vec<&str> = terms.criteria().collect();
    let by_number = typed
        .parse()
        .ok()
        .and_then(|number: usize| all.get(number.checked_sub(1)?));
    let wanted = fold(typed);
    let mut begins = all
        .iter()
        .filter(|line| !wanted.is_empty() && fold(line).starts_with(&wanted));
    let Some(criterion) = by_number.or_else(|| begins.next()) else {
        let message = Message::new(Key::ErrorNoCriterion).with("typed", typed.to_owned());
        return Err(message
            .with("known", all.join("; "))
            .about("criterion")
            .into());
    };
    let finding = Finding {
        id: context.new_id(),
        terms: terms.id,
        criterion: (*criterion).to_owned(),
        finding: field::needed_text(args, "finding")?,
        change: field::text(args, "change").unwrap_or_default(),
        on: Some(
            field::given(args, "date", |typed| lookup::day(context, typed))?
                .unwrap_or(context.today()),
        ),
        ..Finding::default()
    };
    context.add_to_network(network, finding);
    Ok(())
}

/// The form of the terms as they are now.
fn open_form(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = context.network_id()?;
    let doc = context.network_of(network)?;
    let row = doc.current_terms().cloned().unwrap_or_default();
    let now = [
        ("purpose", doc.purpose()),
        ("way-of-working", row.way_of_working.clone()),
        ("expected-results", row.expected_results.clone()),
        (
            "start",
            row.start.map_or_else(String::new, |day| day.to_string()),
        ),
        (
            "evaluation",
            row.evaluation
                .map_or_else(String::new, |when| when.to_string()),
        ),
        ("criteria", row.criteria),
    ];
    edit::open_at(context, "terms-set", &now, Vec::new(), args.get("field"))
}
