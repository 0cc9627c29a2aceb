//! A vote going on as rows: who may vote and what they answered, and the row that closes it. One
//! digit is one answer, and the next voter is selected.

use crate::app::context::Target;
use crate::app::{App, Call};
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::vote::{self, Ballot, Cast, Method, Vote, Voter, voters};
use crate::locale::Key;

use super::Row;
use super::comments::told;
use super::rows::call;

/// What each digit answers in an open ballot.
const ANSWERS: [(char, &str); 4] = [
    ('1', "for"),
    ('2', "against"),
    ('3', "blank"),
    ('0', "none"),
];

/// The voters by name, and the row that closes it; of a closed vote what came of it.
pub fn rows(app: &App, target: Target, id: Id) -> Vec<Row> {
    let meeting = target.meeting.and_then(|id| app.docs.meeting(id));
    let Some((meeting, vote)) = meeting.and_then(|it| Some((it, it.vote(id)?))) else {
        return Vec::new();
    };
    if !vote.is_open() {
        return told(&app.locale.vote(vote, meeting, app.register()));
    }
    let casts = meeting.casts_of(id);
    let all = named(app, meeting, vote);
    let done = all.iter().filter(|(_, row)| casts.contains_key(&row.id));
    let count = [("done", done.count().into()), ("count", all.len().into())];
    let mut rows = vec![Row {
        sign: "▸",
        text: format!(
            "{} · {}",
            app.locale.voted_on(vote, meeting),
            method(app, vote)
        ),
        right: app.locale.text_with(Key::VoteProgress, &count),
        ..Row::default()
    }];
    let row = |(name, voter): &(String, Voter)| {
        let cast = casts.get(&voter.id).copied();
        row(app, target, vote, name, voter, cast)
    };
    rows.extend(all.iter().map(row));
    rows.extend(guests(app, meeting, vote));
    let close = match vote.method {
        Method::Names => Key::VoteCloseRow,
        Method::Hands | Method::Secret => Key::VoteCountRow,
    };
    rows.push(Row {
        sign: "▸",
        text: app.locale.text(close).into_owned(),
        call: Some(call(&["vote-close"], here(target, vote))),
        ..Row::default()
    });
    rows
}

/// Those there who have no vote, where there are any.
fn guests(app: &App, meeting: &Meeting, vote: &Vote) -> Option<Row> {
    let network = app.docs.network(meeting.head.network)?;
    let names = vote::guests(meeting, network, vote.item).into_iter();
    let names: Vec<String> = names
        .map(|id| app.locale.person(id, app.register()).into_owned())
        .collect();
    let names = (!names.is_empty()).then(|| app.locale.listed(&names))?;
    Some(Row {
        sign: "·",
        text: app
            .locale
            .text_with(Key::VoteGuests, &[("names", names.into())]),
        ..Row::default()
    })
}

fn method(app: &App, vote: &Vote) -> String {
    crate::app::overlays::form::choice_label(app.locale, "method", vote.method.name())
}

/// The vote's commands are about its item, wherever the caret goes.
fn here(target: Target, vote: &Vote) -> Target {
    Target {
        item: Some(vote.item),
        ..target
    }
}

/// Who may vote, by name.
fn named(app: &App, meeting: &Meeting, vote: &Vote) -> Vec<(String, Voter)> {
    let network = app.docs.network(meeting.head.network);
    let all = network.map(|network| voters(meeting, network, vote));
    let name = |row: Voter| (app.locale.voter(vote, row.id, app.register()), row);
    let mut all: Vec<(String, Voter)> = all.unwrap_or_default().into_iter().map(name).collect();
    all.sort_by_cached_key(|(name, _)| sort_key(name));
    all
}

fn row(
    app: &App,
    target: Target,
    vote: &Vote,
    name: &str,
    voter: &Voter,
    cast: Option<&Cast>,
) -> Row {
    let id = voter.id.to_string();
    let ballot = match (cast, cast.and_then(|cast| cast.ballot)) {
        (_, Some(ballot)) => ballot.name(),
        (Some(_), None) => "voted",
        (None, None) => "none",
    };
    let said = Key::named(&format!("ballot-{ballot}")).filter(|_| cast.is_some());
    let enter = match (vote.method, cast.is_some()) {
        (Method::Secret, true) => "none",
        (Method::Secret, false) => "voted",
        _ => Ballot::For.name(),
    };
    let target = here(target, vote);
    Row {
        sign: if cast.is_some() { "✓" } else { " " },
        text: format!("{name}{}", beside(app, vote, voter)),
        right: said.map_or_else(String::new, |key| app.locale.text(key).into_owned()),
        call: Some(call(&["vote-cast", &id, enter], target)),
        remove: Some(call(&["vote-cast", &id, "none"], target)),
        ..Row::default()
    }
}

/// Of an organisation its number of votes and who is there for it, of a person where they are from.
fn beside(app: &App, vote: &Vote, voter: &Voter) -> String {
    let register = app.register();
    if vote.by_organisation {
        let names: Vec<&str> = voter
            .people
            .iter()
            .map(|id| register.name_of(*id))
            .collect();
        return format!(" ({}) · {}", voter.weight, names.join(", "));
    }
    let home = register
        .people
        .get(&voter.id)
        .and_then(|row| row.organisation);
    match home.map_or("", |id| register.organisation_name(id)) {
        "" => String::new(),
        home => format!(" ({home})"),
    }
}

/// What a digit answers for the voter whose row it is; `None` where it answers nothing.
pub fn answer(app: &App, target: Target, vote: Id, row: &Row, digit: char) -> Option<Call> {
    let meeting = target.meeting.and_then(|id| app.docs.meeting(id))?;
    let method = meeting.vote(vote)?.method;
    let call = row.call.as_ref().filter(|call| is_cast(call))?;
    let (_, answer) = ANSWERS.into_iter().find(|(sign, _)| *sign == digit)?;
    let answer = match (method, answer) {
        (Method::Secret, "for") => "voted",
        (Method::Secret, "against" | "blank") => return None,
        (_, answer) => answer,
    };
    let mut call = call.clone();
    if let Some(last) = call.words.last_mut() {
        answer.clone_into(last);
    }
    Some(call)
}

/// Whether a row is a voter's.
pub fn is_cast(call: &Call) -> bool {
    call.words.first().is_some_and(|name| name == "vote-cast")
}
