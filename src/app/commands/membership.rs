//! Memberships, the seats we hold, and fora: the places where we meet others.

use super::facts::{
    self, Around, Day, Facts, Kind, Line, Needed, OfNetwork, One, Party, Prose, Someone,
};
use super::{desk, field};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::domain::desk::{
    Forum, ForumField, ForumKind, Membership, MembershipField, Seat, SeatField, SeatRole,
};
use crate::domain::draft::mark;
use crate::domain::id::Id;
use crate::domain::when::When;
use crate::locale::Key;

const UNDER: Arg = Arg::option("under", ArgKind::Text);

/// What is known of a membership.
pub const MEMBERSHIP: Facts<Membership> = facts::facts! {
    MembershipField of "membership";
    words { Needed, "name", name; }
    options {
        Around, "since", since;
        Around, "until", until;
        Line, "fee", fee;
        Party, "contact", contact;
        Prose, "contributes", contributes;
        Prose, "gains", gains;
        OfNetwork, "network", network;
        Prose, "note", note;
    }
    more {}
};

/// What is known of a seat.
pub const SEAT: Facts<Seat> = facts::facts! {
    SeatField of "seat";
    words {}
    options {
        One<SeatRole>, "role", role;
        Line, "title", title;
        Around, "from", from;
        Around, "to", until;
    }
    more {}
};

/// What is known of a forum.
pub const FORUM: Facts<Forum> = facts::facts! {
    ForumField of "forum";
    words { Needed, "name", name; }
    options {
        One<ForumKind>, "kind", kind;
        Prose, "gains", gains;
        Prose, "costs", costs;
        Day, "assessed", assessed_on;
        Line, "link", link;
        Prose, "note", note;
    }
    more { UNDER; }
};

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "membership-add",
        scope: Scope::Anywhere,
        args: MEMBERSHIP.add,
        run: add_membership,
    },
    Command {
        name: "membership-set",
        scope: Scope::Anywhere,
        args: MEMBERSHIP.set,
        run: set_membership,
    },
    Command {
        name: "membership-remove",
        scope: Scope::Anywhere,
        args: &[Arg::word("membership", ArgKind::Text)],
        run: |context, args| {
            let id = membership(context, args)?.id;
            context.set_in_desk(id, MembershipField::Removed(mark(true)));
            context.say(Key::Removed);
            Ok(())
        },
    },
    Command {
        name: "seat-add",
        scope: Scope::Anywhere,
        args: &[
            Arg::word("in", ArgKind::Text),
            Arg::word("person", ArgKind::Person),
            Arg::option("role", ArgKind::Choice(SeatRole::NAMES)),
            Arg::option("title", ArgKind::Text),
            Arg::option("from", ArgKind::Due),
            Arg::option("to", ArgKind::Due),
        ],
        run: add_seat,
    },
    Command {
        name: "seat-set",
        scope: Scope::Anywhere,
        args: SEAT.set,
        run: set_seat,
    },
    Command {
        name: "seat-remove",
        scope: Scope::Anywhere,
        args: &[Arg::word("seat", ArgKind::Text)],
        run: |context, args| {
            let id = seat(context, args)?.id;
            context.set_in_desk(id, SeatField::Removed(mark(true)));
            context.say(Key::Removed);
            Ok(())
        },
    },
    Command {
        name: "forum-add",
        scope: Scope::Anywhere,
        args: FORUM.add,
        run: add_forum,
    },
    Command {
        name: "forum-set",
        scope: Scope::Anywhere,
        args: FORUM.set,
        run: set_forum,
    },
    Command {
        name: "forum-remove",
        scope: Scope::Anywhere,
        args: &[Arg::word("forum", ArgKind::Text)],
        run: |context, args| {
            let id = forum(context, args)?.id;
            context.set_in_desk(id, ForumField::Removed(mark(true)));
            context.say(Key::Removed);
            Ok(())
        },
    },
];

/// The last cannot be before the first.
fn in_order(from: Option<&When>, until: Option<&When>) -> Result<(), Stop> {
    let first = from.and_then(When::first_day);
    let last = until.and_then(When::last_day);
    match first.zip(last) {
        Some((first, last)) if last < first => Err(Key::ErrorDeskDays.into()),
        _ => Ok(()),
    }
}

fn membership(context: &Context<'_>, args: &Args) -> Result<Membership, Stop> {
    let typed = args.get("membership").unwrap_or_default();
    let rows = &context.desk()?.memberships;
    desk::named(rows, typed, |row| &row.name).cloned()
}

fn add_membership(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    context.desk()?;
    let row = Membership {
        id: context.new_id(),
        network: context.target.network,
        ..Membership::default()
    };
    let row = MEMBERSHIP.filled(context, args, row)?;
    in_order(row.since.as_ref(), row.until.as_ref())?;
    desk::add(context, row.id, row);
    Ok(())
}

fn set_membership(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = membership(context, args)?;
    let now = MEMBERSHIP.filled(context, args, row.clone())?;
    in_order(now.since.as_ref(), now.until.as_ref())?;
    context.change_in_desk(row.id, MEMBERSHIP.changes(context, args, &row)?);
    Ok(())
}

/// A membership or a forum, by id or name.
fn place(context: &Context<'_>, typed: &str) -> Result<Id, Stop> {
    let doc = context.desk()?;
    let membership = desk::named(&doc.memberships, typed, |row| &row.name);
    let forum = desk::named(&doc.fora, typed, |row| &row.name);
    match (membership, forum) {
        (Ok(row), _) => Ok(row.id),
        (Err(_), Ok(row)) => Ok(row.id),
        (Err(stop), Err(_)) => Err(stop),
    }
}

fn add_seat(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let typed = args.get("in").unwrap_or_default();
    let place = place(context, typed).map_err(|stop| stop.about("in"))?;
    let person = Someone::read(context, args, "person")?.unwrap_or_default();
    let row = Seat {
        id: context.new_id(),
        place,
        person,
        ..Seat::default()
    };
    let row = SEAT.filled(context, args, row)?;
    in_order(row.from.as_ref(), row.until.as_ref())?;
    desk::add(context, row.id, row);
    Ok(())
}

/// A seat by its id.
fn seat(context: &Context<'_>, args: &Args) -> Result<Seat, Stop> {
    let typed = args.get("seat").unwrap_or_default();
    desk::named(&context.desk()?.seats, typed, |_| "").cloned()
}

fn set_seat(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = seat(context, args)?;
    let now = SEAT.filled(context, args, row.clone())?;
    in_order(now.from.as_ref(), now.until.as_ref())?;
    context.change_in_desk(row.id, SEAT.changes(context, args, &row)?);
    Ok(())
}

fn forum(context: &Context<'_>, args: &Args) -> Result<Forum, Stop> {
    let typed = args.get("forum").unwrap_or_default();
    desk::named(&context.desk()?.fora, typed, |row| &row.name).cloned()
}

/// The place a forum belongs under, when it is said.
fn parent(context: &Context<'_>, args: &Args) -> Result<Option<Option<Id>>, Stop> {
    field::clearable(args, "under", |typed| place(context, typed))
}

fn add_forum(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    context.desk()?;
    let row = Forum {
        id: context.new_id(),
        parent: parent(context, args)?.flatten(),
        ..Forum::default()
    };
    let row = FORUM.filled(context, args, row)?;
    desk::add(context, row.id, row);
    Ok(())
}

fn set_forum(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = forum(context, args)?;
    let mut changes = FORUM.changes(context, args, &row)?;
    if let Some(to) = parent(context, args)? {
        if to.is_some_and(|to| context.desk().is_ok_and(|desk| desk.is_below(to, row.id))) {
            return Err(Key::ErrorForumBelowItself.into());
        }
        changes.extend(field::real(vec![ForumField::parent(&row, to)]));
    }
    context.change_in_desk(row.id, changes);
    Ok(())
}

/// What the forms of these records begin with besides their facts.
pub fn under(context: &Context<'_>, row: &Forum) -> String {
    let desk = context.app.docs.desk();
    let parent = row.parent.zip(desk);
    parent.map_or_else(String::new, |(id, desk)| desk.place_name(id).to_owned())
}
