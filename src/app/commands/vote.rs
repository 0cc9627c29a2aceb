//! Votes: opened on the item at hand, cast, counted, closed with the sentence that tells of it.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::Overlay;
use crate::app::overlays::panel::Kind;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::network::Network;
use crate::domain::vote::{self, Ballot, Method, Totals, Vote, Voter};
use crate::domain::vote_ops::{self, Poll};
use crate::locale::Key;

use super::network::{COUNTED, counted};
use super::recusal::ANYWAY;
use super::{ballots, field, location, lookup, panels, participants, places};

/// What the chair can decide when votes are equal.
const CASTING: &[&str] = &["for", "against"];
/// What can be noted of somebody: an answer, that they have voted, or that they have not.
const ANSWERS: &[&str] = &["for", "against", "blank", "voted", "none"];

const DECIDES: Arg = Arg::option("casting", ArgKind::Choice(CASTING));

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command::screen("vote", &[], |context, _| begin(context)),
    Command {
        name: "vote-open",
        scope: Scope::Item,
        args: &[
            Arg::option("for", ArgKind::Number),
            Arg::option("against", ArgKind::Number),
            Arg::option("blank", ArgKind::Number),
            Arg::option("method", ArgKind::Choice(Method::NAMES)),
            Arg::option("about", ArgKind::Text),
            Arg::option("votes-by", ArgKind::Choice(COUNTED)),
            DECIDES,
        ],
        run: open,
    },
    Command {
        name: "vote-cast",
        scope: Scope::Item,
        args: &[
            Arg::word("voter", ArgKind::Party),
            Arg::word("ballot", ArgKind::Choice(ANSWERS)),
        ],
        run: cast,
    },
    Command {
        name: "vote-count",
        scope: Scope::Item,
        args: &[
            Arg::maybe("for", ArgKind::Number),
            Arg::maybe("against", ArgKind::Number),
            Arg::maybe("blank", ArgKind::Number),
            DECIDES,
        ],
        run: count,
    },
    Command {
        name: "vote-close",
        scope: Scope::Item,
        args: &[DECIDES, ANYWAY],
        run: close,
    },
    Command {
        name: "vote-casting",
        scope: Scope::Item,
        args: &[Arg::word("casting", ArgKind::Choice(CASTING))],
        run: decide,
    },
    Command {
        name: "vote-remove",
        scope: Scope::Item,
        args: &[],
        run: remove,
    },
];

/// The vote going on under the item as a list; without one the form that opens it.
fn begin(context: &mut Context<'_>) -> Result<(), Stop> {
    let item = location::item(context, None)?;
    let meeting = context.meeting_id()?;
    places::load(context, meeting)?;
    match context.meeting()?.open_vote(item).map(|vote| vote.id) {
        Some(vote) => panels::open_left(context, Kind::Vote(vote)),
        None => {
            let head = &context.network_of(context.meeting()?.head.network)?.head;
            let by = COUNTED.get(usize::from(head.votes_by_organisation));
            let mut known = Args::default();
            known.set("method", Method::default().name().to_owned());
            known.set("votes-by", by.copied().unwrap_or_default().to_owned());
            Err(Stop::Ask("vote-open", known))
        }
    }
}

/// The item, its meeting and the network.
pub(super) fn ground(context: &Context<'_>) -> Result<(Id, Meeting, Network), Stop> {
    let meeting = location::standing(context)?.clone();
    let item = location::item(context, None)?;
    let network = context.network_of(meeting.head.network)?.clone();
    Ok((item, meeting, network))
}

/// The numbers given; those left out are 0. `None` when none is given.
fn totals(args: &Args) -> Result<Option<Totals>, Stop> {
    let number = |name| field::given(args, name, lookup::number::<u32>);
    let given = (number("for")?, number("against")?, number("blank")?);
    Ok(match given {
        (None, None, None) => None,
        (yes, no, blank) => Some(Totals {
            yes: yes.unwrap_or(0),
            no: no.unwrap_or(0),
            blank: blank.unwrap_or(0),
        }),
    })
}

fn casting(args: &Args) -> Result<Option<Ballot>, Stop> {
    field::given(args, "casting", lookup::choice)
}

fn open(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (item, meeting, network) = ground(context)?;
    context.register()?;
    if meeting.open_vote(item).is_some() {
        return Err(Key::ErrorVoteGoesOn.into());
    }
    let method = field::given(args, "method", lookup::choice)?.unwrap_or_default();
    let (given, casting) = (totals(args)?, casting(args)?);
    let by = field::given(args, "votes-by", counted)?;
    let vote = Vote {
        id: context.new_id(),
        item,
        about: field::line(args, "about").unwrap_or_default(),
        method,
        by_organisation: by.unwrap_or(network.head.votes_by_organisation),
        opened_at: context.now(),
        ..Vote::default()
    };
    match method {
        Method::Names if given.is_some() => return Err(about(Key::ErrorVoteByName, "for")),
        Method::Hands if given.is_none() && context.app.interactive => {
            return Err(about(Key::ErrorVoteNumbers, "for"));
        }
        // A weight that only one organisation has would tell what it answered.
        Method::Secret if vote.by_organisation && network.weighs() => {
            return Err(about(Key::ErrorVoteSecretWeights, "method"));
        }
        _ => {}
    }
    if let Some(given) = given {
        ballots::refuse_too_many(context, &vote, given)?;
    }
    context.emit_all(vote_ops::open(&meeting, vote.clone()));
    if let Some(given) = given {
        return finish(context, &vote, Some(given), casting);
    }
    let count = vote::voters(&meeting, &network, &vote).len();
    if context.app.interactive {
        return panels::open(context, Kind::Vote(vote.id));
    }
    context.say(Message::new(Key::VoteOpened).with("count", count));
    Ok(())
}

fn about(key: Key, argument: &'static str) -> Stop {
    Message::new(key).about(argument).into()
}

/// The vote going on under the item.
fn going_on(meeting: &Meeting, item: Id) -> Result<Vote, Stop> {
    let open = meeting.open_vote(item).cloned();
    open.ok_or_else(|| Key::ErrorVoteNone.into())
}

/// The vote going on under the item, else its last one, to be corrected.
fn last(meeting: &Meeting, item: Id) -> Result<Vote, Stop> {
    let rows = meeting.votes_of(item);
    let last = meeting.open_vote(item).or(rows.last().copied()).cloned();
    last.ok_or_else(|| Key::ErrorVoteNone.into())
}

fn cast(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (item, meeting, network) = ground(context)?;
    let vote = going_on(&meeting, item)?;
    let answer = args.get("ballot").unwrap_or_default().trim().to_lowercase();
    let voters = vote::voters(&meeting, &network, &vote);
    let voter = voter(
        context,
        &vote,
        &voters,
        args.get("voter").unwrap_or_default(),
    )?;
    let ballot = match (vote.method, answer.as_str()) {
        (Method::Hands, _) => return Err(Key::ErrorVoteHands.into()),
        (_, "none") => {
            context.emit_all(vote_ops::uncast(&meeting, &vote, voter));
            return tell_cast(context, &vote, voter, "none");
        }
        (Method::Secret, "voted") => None,
        (Method::Secret, "for" | "against" | "blank") => {
            return Err(Key::ErrorVoteSecret.into());
        }
        _ => Some(lookup::choice::<Ballot>(&answer)?),
    };
    context.emit_all(vote_ops::cast(&meeting, &vote, voter, ballot));
    tell_cast(context, &vote, voter, &answer)
}

/// Who is meant of those who may vote.
fn voter(context: &Context<'_>, vote: &Vote, voters: &[Voter], typed: &str) -> Result<Id, Stop> {
    let by_id = typed.trim().parse::<Id>().ok();
    if let Some(voter) = voters.iter().find(|row| Some(row.id) == by_id) {
        return Ok(voter.id);
    }
    let by_name = || lookup::organisation(context, typed);
    if let Some(id) = vote.by_organisation.then(by_name).and_then(Result::ok) {
        let voter = voters.iter().find(|row| row.id == id);
        let name = context.register()?.organisation_name(id);
        return voter.map(|row| row.id).ok_or_else(|| not_entitled(name));
    }
    let person = participants::find(context, typed, |_, id| {
        !voters.iter().any(|row| row.people.contains(&id))
    })?;
    let voter = voters.iter().find(|row| row.people.contains(&person));
    match voter {
        Some(row) => Ok(row.id),
        None => Err(not_entitled(&participants::name(context, person)?)),
    }
}

fn not_entitled(name: &str) -> Stop {
    let message = Message::new(Key::ErrorVoteNotEntitled);
    message.with("name", name.to_owned()).into()
}

/// At the screen the list itself shows it.
fn tell_cast(context: &mut Context<'_>, vote: &Vote, voter: Id, answer: &str) -> Result<(), Stop> {
    if context.app.interactive {
        return Ok(());
    }
    let (_, meeting, network) = ground(context)?;
    let all = vote::voters(&meeting, &network, vote);
    let casts = meeting.casts_of(vote.id);
    let done = all.iter().filter(|row| casts.contains_key(&row.id)).count();
    let locale = context.locale();
    let name = locale.voter(vote, voter, context.register()?);
    let answer = Key::named(&format!("ballot-{answer}"));
    let answer = answer.map(|key| locale.text(key).into_owned());
    let message = Message::new(Key::VoteNoted)
        .with("name", name)
        .with("answer", answer.unwrap_or_default())
        .with("done", done)
        .with("count", all.len());
    context.say(message);
    Ok(())
}

/// The three numbers of a show of hands or a secret ballot; of a closed one they correct it.
fn count(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (item, meeting, _) = ground(context)?;
    let vote = last(&meeting, item)?;
    if vote.method == Method::Names {
        return Err(Key::ErrorVoteByName.into());
    }
    let Some(given) = totals(args)? else {
        return Err(match context.app.interactive {
            true => Stop::Ask("vote-count", ballots::known(&vote)),
            false => about(Key::ErrorVoteNumbers, "for"),
        });
    };
    ballots::refuse_too_many(context, &vote, given)?;
    finish(context, &vote, Some(given), casting(args)?)
}

fn close(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (item, meeting, network) = ground(context)?;
    let vote = going_on(&meeting, item)?;
    if vote.method != Method::Names {
        return Err(match context.app.interactive {
            true => Stop::Ask("vote-count", ballots::known(&vote)),
            false => Key::ErrorVoteNumbers.into(),
        });
    }
    let casting = casting(args)?;
    if args.has(ANYWAY.name) {
        let overlays = &mut context.app.view.overlays;
        overlays
            .retain(|it| !matches!(it, Overlay::Panel(list) if list.kind == Kind::Vote(vote.id)));
    }
    if context.app.interactive && !args.has(ANYWAY.name) && ballots::ask_silent(context, &vote)? {
        return Ok(());
    }
    let poll = poll(context, &meeting, &network);
    let open = poll.totals(&vote, None).is_tie()
        && casting.or(poll.own_casting(&vote)).is_none()
        && network.head.casting_vote;
    match open && context.app.interactive {
        true => Err(Stop::Ask("vote-casting", Args::default())),
        false => finish(context, &vote, None, casting),
    }
}

/// Of equal votes the chair's decides.
fn decide(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (item, meeting, network) = ground(context)?;
    let vote = last(&meeting, item)?;
    let totals = poll(context, &meeting, &network).totals(&vote, None);
    if !totals.is_tie() {
        return Err(Key::ErrorVoteNoTie.into());
    }
    finish(context, &vote, Some(totals), casting(args)?)
}

fn remove(context: &mut Context<'_>, _: &Args) -> Result<(), Stop> {
    let (item, meeting, _) = ground(context)?;
    let vote = last(&meeting, item)?;
    context.emit_all(vote_ops::remove(&meeting, &vote));
    context.say(Key::Removed);
    Ok(())
}

fn poll<'a>(context: &Context<'_>, meeting: &'a Meeting, network: &'a Network) -> Poll<'a> {
    Poll {
        meeting,
        network,
        at: context.now(),
    }
}

/// Closes the vote and says what came of it, and what does not fit.
fn finish(
    context: &mut Context<'_>,
    vote: &Vote,
    given: Option<Totals>,
    casting: Option<Ballot>,
) -> Result<(), Stop> {
    let (_, meeting, network) = ground(context)?;
    let poll = poll(context, &meeting, &network);
    let totals = poll.totals(vote, given);
    let casting = casting.or_else(|| poll.own_casting(vote));
    if totals.is_tie() && casting.is_none() && network.head.casting_vote {
        return Err(about(Key::ErrorVoteTied, "casting"));
    }
    let by = context.user();
    let ops = poll.close(vote, totals, casting, &by, &mut || context.new_id());
    context.emit_all(ops);
    let sentence = context.meeting()?.entry_of_vote(vote.id).map(|row| row.id);
    if let Some(sentence) = sentence {
        context.app.go_on_below(sentence);
    }
    let meeting = context.meeting()?;
    let closed = meeting.vote(vote.id).ok_or(Key::ErrorVoteNone)?;
    let mut said = context.locale().verdict(closed, meeting);
    if let Some(doubt) = ballots::doubt(context, meeting, closed) {
        // The sentence stands in the minutes; the notice has one line.
        said = match context.app.interactive {
            true => doubt,
            false => format!("{said} {doubt}"),
        };
    }
    context.say(Message::new(Key::ErrorPlain).with("text", said));
    Ok(())
}
