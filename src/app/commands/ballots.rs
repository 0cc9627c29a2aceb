//! Whether the votes given fit those who may vote: what is refused, asked or remarked before and
//! after a vote is closed.

use crate::app::Call;
use crate::app::args::Args;
use crate::app::command::Stop;
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::confirm::Confirm;
use crate::app::overlays::panel::Kind;
use crate::domain::folding::sort_key;
use crate::domain::meeting::Meeting;
use crate::domain::vote::{self, Method, Totals, Vote};
use crate::locale::Key;

use super::panels;
use super::recusal::ANYWAY;
use super::vote::ground;

/// So many of those who have not answered are named.
const NAMED: usize = 5;

/// What a form of the numbers begins with: those of a closed vote.
pub fn known(vote: &Vote) -> Args {
    let mut known = Args::default();
    let totals = vote.totals();
    let rows = [
        ("for", totals.yes),
        ("against", totals.no),
        ("blank", totals.blank),
    ];
    for (name, count) in rows.into_iter().filter(|_| !vote.is_open()) {
        known.set(name, count.to_string());
    }
    known
}

/// In a secret ballot nobody puts in two papers: more votes than can be given are refused before
/// anything is written.
pub fn refuse_too_many(context: &Context<'_>, vote: &Vote, given: Totals) -> Result<(), Stop> {
    let (_, meeting, network) = ground(context)?;
    let now = vote::weight_of(&vote::voters(&meeting, &network, vote));
    let entitled = match vote.is_open() {
        true => now,
        false => vote.entitled.max(now),
    };
    match vote.method == Method::Secret && given.sum() > entitled {
        true => Err(Message::new(Key::ErrorVoteTooMany)
            .with("votes", given.sum())
            .with("count", entitled)
            .about("for")
            .into()),
        false => Ok(()),
    }
}

/// A vote by name that some have not answered is closed once a person has said yes; whether that
/// is asked.
pub fn ask_silent(context: &mut Context<'_>, vote: &Vote) -> Result<bool, Stop> {
    let (_, meeting, network) = ground(context)?;
    let casts = meeting.casts_of(vote.id);
    let voters = vote::voters(&meeting, &network, vote).into_iter();
    let silent = voters.filter(|row| !casts.contains_key(&row.id));
    let (locale, register) = (context.locale(), context.register()?);
    let mut names: Vec<String> = silent
        .map(|row| locale.voter(vote, row.id, register))
        .collect();
    if names.is_empty() {
        return Ok(false);
    }
    names.sort_by_cached_key(|name| sort_key(name));
    let count = names.len();
    if count > NAMED {
        names.truncate(NAMED - 1);
        names.push("…".to_owned());
    }
    let question = Message::new(Key::VoteSilent)
        .with("count", count)
        .with("names", names.join(", "));
    let words = vec!["vote-close".to_owned(), format!("--{}", ANYWAY.name)];
    let target = context.target;
    let call = Call { words, target };
    // Whoever says no goes on with those who are left.
    panels::open_left(context, Kind::Vote(vote.id))?;
    context
        .app
        .view
        .overlays
        .push(Confirm { question, call }.into());
    Ok(true)
}

/// What does not fit: more votes than can be given, or others than were noted as given.
pub fn doubt(context: &Context<'_>, meeting: &Meeting, vote: &Vote) -> Option<String> {
    let sum = vote.totals().sum();
    let say = |key, count: u32| {
        let words = [("votes", sum.into()), ("count", count.into())];
        Some(context.locale().text_with(key, &words))
    };
    if vote.entitled > 0 && sum > vote.entitled {
        return say(Key::VoteTooMany, vote.entitled);
    }
    let noted = u32::try_from(meeting.casts_of(vote.id).len()).unwrap_or(u32::MAX);
    let differs = vote.method == Method::Secret && noted > 0 && noted != sum;
    match differs {
        true => say(Key::VoteOthersNoted, noted),
        false => None,
    }
}
