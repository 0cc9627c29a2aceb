//! Enquiries: received, forwarded, answered, closed.

use chrono::Datelike;

use super::facts::{
    self, Country, Day, Deadline, Facts, Kind, Needed, OfNetwork, One, Party, Prose,
};
use super::{desk, field, lookup};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::desk::{
    Became, Enquiry, EnquiryField, EnquiryKind, Forwarding, ForwardingField, Representation,
    RepresentationRole,
};
use crate::domain::draft::mark;
use crate::domain::id::Id;
use crate::domain::plan::{Activity, ActivityKind, Direction};
use crate::domain::query::Reference;
use crate::domain::when::When;
use crate::locale::Key;

const ENQUIRY: Arg = Arg::maybe("enquiry", ArgKind::Text);
const DATE: Arg = Arg::option("date", ArgKind::Date);

/// What is known of an enquiry.
pub const FACTS: Facts<Enquiry> = facts::facts! {
    EnquiryField of "enquiry";
    words { Needed, "title", title; }
    options {
        Party, "from", sender;
        Country, "country", country;
        One<EnquiryKind>, "kind", kind;
        Day, "received", received;
        Deadline, "deadline", deadline;
        Party, "handler", handler;
        OfNetwork, "network", network;
        Prose, "answer", answer;
        Prose, "result", result;
        Prose, "note", note;
    }
    more {}
};

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "enquiry-add",
        scope: Scope::Anywhere,
        args: FACTS.add,
        run: add,
    },
    Command {
        name: "enquiry-set",
        scope: Scope::Anywhere,
        args: FACTS.set,
        run: set,
    },
    Command {
        name: "enquiry-forward",
        scope: Scope::Anywhere,
        args: &[
            ENQUIRY,
            Arg::option("to", ArgKind::Party),
            DATE,
            Arg::option("note", ArgKind::Prose),
        ],
        run: forward,
    },
    Command {
        name: "enquiry-recall",
        scope: Scope::Anywhere,
        args: &[ENQUIRY, Arg::option("to", ArgKind::Party)],
        run: recall,
    },
    Command {
        name: "enquiry-answer",
        scope: Scope::Anywhere,
        args: &[ENQUIRY, Arg::option("answer", ArgKind::Prose), DATE],
        run: answer,
    },
    Command {
        name: "enquiry-close",
        scope: Scope::Anywhere,
        args: &[
            ENQUIRY,
            Arg::option("result", ArgKind::Prose),
            DATE,
            Arg::option("representation", ArgKind::Text),
        ],
        run: close,
    },
    Command {
        name: "enquiry-become",
        scope: Scope::Anywhere,
        args: &[
            ENQUIRY,
            Arg::option("as", ArgKind::Choice(Became::NAMES)),
            Arg::option("title", ArgKind::Text),
            Arg::option("when", ArgKind::Due),
            Arg::option("network", ArgKind::Network),
        ],
        run: become_something,
    },
    Command {
        name: "enquiry-reopen",
        scope: Scope::Anywhere,
        args: &[ENQUIRY],
        run: reopen,
    },
    Command {
        name: "enquiry-remove",
        scope: Scope::Anywhere,
        args: &[ENQUIRY],
        run: |context, args| {
            let row = named(context, args)?;
            context.set_in_desk(row.id, EnquiryField::Removed(mark(true)));
            context.say(Key::Removed);
            Ok(())
        },
    },
];

fn add(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    context.desk()?;
    let mut row = Enquiry {
        id: context.new_id(),
        received: Some(context.today()),
        network: context.target.network,
        ..Enquiry::default()
    };
    row = FACTS.filled(context, args, row)?;
    row.year = row.received.unwrap_or(context.today()).year();
    desk::add(context, row.id, row);
    Ok(())
}

/// The enquiry named by label, id or words of its title.
fn named(context: &Context<'_>, args: &Args) -> Result<Enquiry, Stop> {
    let doc = context.desk()?;
    let typed = match (args.get("enquiry"), context.target.desk) {
        (Some(typed), _) => typed,
        (None, Some(id)) => {
            let row = doc.enquiries.get(&id).filter(|row| !row.removed);
            return row.cloned().ok_or_else(|| Key::ErrorNoEnquiry.into());
        }
        (None, None) => return Err(Stop::Usage(Key::ErrorNoEnquiry.into())),
    };
    if let Some(row) = doc.enquiry(typed) {
        return Ok(row.clone());
    }
    desk::named(&doc.enquiries, typed, |row| &row.title).cloned()
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = named(context, args)?;
    context.change_in_desk(row.id, FACTS.changes(context, args, &row)?);
    Ok(())
}

/// By a key alone a person is asked for the rest, in the form.
fn ask(
    context: &Context<'_>,
    args: &Args,
    command: &'static str,
    row: &Enquiry,
) -> Result<(), Stop> {
    if args.has("enquiry") || !context.app.interactive {
        return Ok(());
    }
    let mut known = args.clone();
    known.set("enquiry", row.label());
    Err(Stop::Ask(command, known))
}

fn forward(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let enquiry = named(context, args)?;
    ask(context, args, "enquiry-forward", &enquiry)?;
    let to = field::needed(args, "to")?;
    let date = field::given(args, "date", |typed| lookup::day(context, typed))?;
    let row = Forwarding {
        id: context.new_id(),
        enquiry: enquiry.id,
        recipient: lookup::owner(context, &to)?,
        date: Some(date.unwrap_or(context.today())),
        note: field::text(args, "note").unwrap_or_default(),
        ..Forwarding::default()
    };
    context.add_to_desk(row);
    say(context, Key::EnquiryForwarded, &enquiry);
    Ok(())
}

/// What was noted as forwarded was not: the last one, or the one to whom is named.
fn recall(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let enquiry = named(context, args)?;
    let to = field::given(args, "to", |typed| lookup::owner(context, typed))?;
    let rows = context.desk()?.forwarded(enquiry.id);
    let mut rows = rows.iter().rev();
    let row = rows.find(|row| to.as_ref().is_none_or(|to| *to == row.recipient));
    let Some(id) = row.map(|row| row.id) else {
        return Err(Key::ErrorNotForwarded.into());
    };
    context.set_in_desk(id, ForwardingField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}

fn answer(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = named(context, args)?;
    ask(context, args, "enquiry-answer", &row)?;
    let date = field::given(args, "date", |typed| lookup::day(context, typed))?;
    let day = date.unwrap_or(context.today());
    let mut changes = vec![EnquiryField::answered_on(&row, Some(day))];
    changes.extend(field::text(args, "answer").map(|to| EnquiryField::answer(&row, to)));
    change(context, &row, changes);
    say(context, Key::EnquiryAnswered, &row);
    Ok(())
}

fn close(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = named(context, args)?;
    ask(context, args, "enquiry-close", &row)?;
    let date = field::given(args, "date", |typed| lookup::day(context, typed))?;
    let day = date.unwrap_or(context.today());
    let became = field::clearable(args, "representation", |typed| {
        desk::representation(context, typed).map(|row| row.id)
    })?;
    let mut changes = vec![EnquiryField::closed_on(&row, Some(day))];
    changes.extend(field::text(args, "result").map(|to| EnquiryField::result(&row, to)));
    changes.extend(became.map(|to| EnquiryField::representation(&row, to)));
    change(context, &row, changes);
    say(context, Key::EnquiryClosed, &row);
    Ok(())
}

/// What it leads to is made and stays linked: an activity of a network, or a representation.
fn become_something(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = named(context, args)?;
    let mut known = args.clone();
    for (name, value) in [("as", row.leads_to().name()), ("title", row.title.as_str())] {
        if !known.has(name) {
            known.set(name, value.to_owned());
        }
    }
    let network = match args.get("network") {
        Some(typed) => Some(lookup::network(context, typed)?),
        None => row.network.or(context.target.network),
    };
    if let Some(id) = network.filter(|_| !known.has("network")) {
        known.set("network", context.secretariat()?.label(id).to_owned());
    }
    ask(context, args, "enquiry-become", &row).map_err(|stop| match stop {
        Stop::Ask(command, _) => {
            known.set("enquiry", row.label());
            Stop::Ask(command, known.clone())
        }
        other => other,
    })?;
    let title = field::filled(&known, "title")?.unwrap_or_default();
    let when = field::given(args, "when", |typed| lookup::when(context, typed))?;
    let what: Became = lookup::choice(known.get("as").unwrap_or_default())?;
    match what {
        Became::Representation => become_representation(context, &row, network, title, when),
        Became::Visit | Became::Activity => {
            let network = network.ok_or(Key::ErrorNoNetwork)?;
            become_activity(context, &row, network, what, (title, when))
        }
    }
}

fn become_representation(
    context: &mut Context<'_>,
    row: &Enquiry,
    network: Option<Id>,
    title: String,
    when: Option<When>,
) -> Result<(), Stop> {
    if let Some(id) = row.representation {
        let there = context.desk()?.representations.get(&id);
        already(row, there.filter(|row| !row.removed).map(|row| &row.title))?;
    }
    let register = context.register()?;
    let made = Representation {
        id: Id::default(),
        title,
        when,
        network,
        event: row.sender.name(register).to_owned(),
        role: match row.kind {
            EnquiryKind::Speaker => RepresentationRole::Talk,
            _ => RepresentationRole::Delegate,
        },
        ..Representation::default()
    };
    let id = context.new_id();
    desk::add(context, id, Representation { id, ..made });
    context.set_in_desk(row.id, EnquiryField::representation(row, Some(id)));
    say(context, Key::EnquiryBecame, row);
    Ok(())
}

fn become_activity(
    context: &mut Context<'_>,
    row: &Enquiry,
    network: Id,
    what: Became,
    (title, when): (String, Option<When>),
) -> Result<(), Stop> {
    let rows = &context.network_of(network)?.activities;
    let there = row.activity.and_then(|id| rows.get(&id));
    already(row, there.filter(|row| !row.removed).map(|row| &row.title))?;
    let visit = what == Became::Visit;
    let made = Activity {
        title,
        when,
        kind: if visit {
            ActivityKind::Visit
        } else {
            ActivityKind::Other
        },
        direction: visit.then_some(Direction::Inbound),
        guests: match visit {
            true => row.sender.name(context.register()?).to_owned(),
            false => String::new(),
        },
        ..Activity::default()
    };
    let activity = context.new_id();
    context.add_to_network(
        network,
        Activity {
            id: activity,
            ..made
        },
    );
    let changes = vec![
        EnquiryField::activity(row, Some(activity)),
        EnquiryField::network(row, row.network.or(Some(network))),
    ];
    change(context, row, changes);
    context.made(Reference::Activity { network, activity });
    say(context, Key::EnquiryBecame, row);
    Ok(())
}

/// What it has led to already is not made twice.
fn already(row: &Enquiry, there: Option<&String>) -> Result<(), Stop> {
    match there {
        Some(title) => Err(Message::new(Key::ErrorEnquiryBecame)
            .with("label", row.label())
            .with("title", title.clone())
            .into()),
        None => Ok(()),
    }
}

fn reopen(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = named(context, args)?;
    if row.is_open() {
        return Err(Message::new(Key::ErrorEnquiryOpen)
            .with("label", row.label())
            .into());
    }
    let changes = vec![
        EnquiryField::closed_on(&row, None),
        EnquiryField::answered_on(&row, None),
    ];
    change(context, &row, changes);
    say(context, Key::EnquiryReopened, &row);
    Ok(())
}

fn change(context: &mut Context<'_>, row: &Enquiry, changes: Vec<EnquiryField>) {
    let id: Id = row.id;
    context.change_in_desk(id, field::real(changes));
}

fn say(context: &mut Context<'_>, key: Key, row: &Enquiry) {
    context.say(Message::new(key).with("label", row.label()));
}
