//! How the running meeting keeps its time, in a few words: four fifths of an item's time are used, it
//! has passed, there is a break or a vote. It moves nothing and is seen only where one looks for the next step.

use crate::app::App;
use crate::domain::meeting::Meeting;
use crate::domain::queue::{Used, used};
use crate::domain::recess::Recess;
use crate::domain::vote::{Vote, voters};
use crate::domain::zone;
use crate::locale::Key;

/// What there is to say of the time now; `None` while all is well.
pub fn warning(app: &App, meeting: &Meeting) -> Option<String> {
    let now = app.clock.now;
    if meeting.head.ended_at.is_some() {
        return None;
    }
    if let Some(recess) = meeting.recess() {
        let key = match recess.back_at() > now {
            true => Key::PaceBreak,
            false => Key::PaceBreakOver,
        };
        return Some(
            app.locale
                .text_with(key, &[("time", back(app, recess).into())]),
        );
    }
    let item = meeting.items.get(&meeting.head.current?)?;
    if let Some(vote) = meeting.open_vote(item.id) {
        return Some(voting(app, meeting, vote));
    }
    let planned = i64::from(item.minutes?) * 60_000;
    let spent = meeting.used_ms(item.id, now);
    let minutes = (planned - spent).abs() / 60_000;
    let key = match used(spent, planned) {
        Used::Some => return None,
        Used::Most => Key::PaceLeft,
        Used::All if minutes == 0 => Key::PaceOut,
        Used::All => Key::PaceOver,
    };
    // What is left is rounded up: nobody has "0 min left".
    let minutes = minutes + i64::from(key == Key::PaceLeft);
    Some(app.locale.text_with(key, &[("minutes", minutes.into())]))
}

/// A vote going on, and how many have answered.
fn voting(app: &App, meeting: &Meeting, vote: &Vote) -> String {
    let network = app.docs.network(meeting.head.network);
    let all = network.map(|network| voters(meeting, network, vote));
    let all = all.unwrap_or_default();
    let casts = meeting.casts_of(vote.id);
    let done = all.iter().filter(|row| casts.contains_key(&row.id)).count();
    let count = [("done", done.into()), ("count", all.len().into())];
    app.locale.text_with(Key::PaceVote, &count)
}

/// When a break is to end, on the clock.
pub fn back(app: &App, recess: &Recess) -> String {
    let time = zone::local(recess.back_at()).time();
    app.locale.language().time(time)
}
