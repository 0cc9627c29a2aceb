//! Members' proposals for an agenda: made, taken in, declined.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::panel::Kind;
use crate::app::screens::Screen;
use crate::domain::clean::clean_line;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::proposal::{
    LONGEST_PURPOSE, LONGEST_TITLE, Proposal, ProposalField, ProposalStatus,
};
use crate::locale::Key;

use super::{agenda, edit, field, lookup, panels};

const PROPOSAL: Arg = Arg::word("proposal", ArgKind::Text);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "agenda-propose",
        scope: Scope::Meeting,
        args: &[
            Arg::word("title", ArgKind::Text),
            agenda::PURPOSE,
            agenda::MINUTES,
            Arg::option("by", ArgKind::Text),
        ],
        run: propose,
    },
    Command {
        name: "proposal-accept",
        scope: Scope::Meeting,
        args: &[PROPOSAL],
        run: accept,
    },
    Command {
        name: "proposal-decline",
        scope: Scope::Meeting,
        args: &[PROPOSAL, Arg::maybe("why", ArgKind::Prose)],
        run: decline,
    },
    Command {
        name: "proposal-answer",
        scope: Scope::Screen,
        args: &[PROPOSAL],
        run: answer,
    },
    Command::screen("proposals", &[], |context, _| {
        panels::of_meeting(context, Kind::Proposals)
    }),
];

fn propose(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let meeting = context.meeting()?;
    if !meeting.takes_proposals() {
        return Err(Key::ErrorProposalsClosed.into());
    }
    let meeting = meeting.head.id;
    let proposal = Proposal {
        id: context.new_id(),
        by: field::filled(args, "by")?.unwrap_or_else(|| context.user()),
        at: context.now(),
        title: field::needed(args, "title")?,
        purpose: field::text(args, "purpose").unwrap_or_default(),
        minutes: field::given(args, "minutes", lookup::number)?,
        ..Proposal::default()
    };
    if proposal.title.len() > LONGEST_TITLE || proposal.purpose.len() > LONGEST_PURPOSE {
        return Err(Key::ErrorProposalLong.into());
    }
    let said = Message::new(Key::ProposalMade).with("title", proposal.title.clone());
    context.add_to_meeting(meeting, proposal);
    context.say(said);
    Ok(())
}

/// Puts the proposed item on the agenda, where a new one would come.
fn accept(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let meeting = agenda::unlocked(context)?.clone();
    let proposal = find(&meeting, args.get("proposal").unwrap_or_default())?.clone();
    let stands = proposal.item.and_then(|id| meeting.items.get(&id));
    if stands.is_some_and(|item| !item.removed) {
        let message = Message::new(Key::ErrorProposalTaken);
        return Err(message.with("title", proposal.title).into());
    }
    let id = context.new_id();
    let item = proposal.as_item(id, agenda::place_of_new(context, &meeting, id)?);
    let head = meeting.head.id;
    context.add_to_meeting(head, item);
    let taken = ProposalStatus::Accepted;
    let changes = vec![
        ProposalField::status(&proposal, taken),
        ProposalField::item(&proposal, Some(id)),
    ];
    context.change_in_meeting(head, proposal.id, field::real(changes));
    if let Screen::Meeting(screen) = &mut context.app.view.screen
        && screen.meeting == head
    {
        screen.at_next = false;
        screen.agenda.selected = Some(id);
    }
    let number = context.meeting()?.number_of(id).unwrap_or_default();
    let said = Message::new(Key::ProposalAccepted).with("number", number);
    context.say(said.with("title", proposal.title));
    Ok(())
}

fn decline(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let meeting = context.meeting()?;
    let proposal = find(meeting, args.get("proposal").unwrap_or_default())?.clone();
    if proposal.status == ProposalStatus::Accepted {
        let message = Message::new(Key::ErrorProposalTaken);
        return Err(message.with("title", proposal.title).into());
    }
    let meeting = meeting.head.id;
    let why = field::text(args, "why").unwrap_or_default();
    let changes = vec![
        ProposalField::status(&proposal, ProposalStatus::Declined),
        ProposalField::answer(&proposal, why),
    ];
    context.change_in_meeting(meeting, proposal.id, field::real(changes));
    let said = Message::new(Key::ProposalDeclined).with("title", proposal.title);
    context.say(said);
    Ok(())
}

/// Opens the form of declining one.
fn answer(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let proposal = find(context.meeting()?, args.get("proposal").unwrap_or_default())?;
    let now = [("why", proposal.answer.clone())];
    let fixed = vec![proposal.id.to_string()];
    edit::open(context, "proposal-decline", &now, fixed)
}

/// A proposal by id, or by its number in the list.
fn find<'a>(meeting: &'a Meeting, typed: &str) -> Result<&'a Proposal, Stop> {
    let rows = meeting.proposal_list();
    let by_id = typed.trim().parse::<Id>().ok();
    let by_number = typed.trim().parse::<usize>().ok();
    let found = match (by_id, by_number) {
        (Some(id), _) => rows.iter().find(|row| row.id == id).copied(),
        (None, Some(number)) => number
            .checked_sub(1)
            .and_then(|index| rows.get(index))
            .copied(),
        (None, None) => None,
    };
    found.ok_or_else(|| {
        Message::new(Key::ErrorProposalUnknown)
            .with("typed", clean_line(typed))
            .with("count", rows.len())
            .into()
    })
}
