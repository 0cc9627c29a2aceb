//! The middle of the large screen: who speaks and who is next, and what is being agreed. It owns
//! which of them is written in large letters where there is not room for both.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::overview::Overview;
use crate::app::screens::live::spoken;
use crate::app::{App, floor};
use crate::domain::minutes::{Entry, EntryKind, ReadBack};
use crate::domain::queue::Used;
use crate::domain::vote::{Method, Vote, voters};
use crate::domain::zone;
use crate::locale::Key;
use crate::ui::canvas::{fit, put, put_right};
use crate::ui::letters::{self, Poster};
use crate::ui::pane::wrap;
use crate::ui::theme;

use super::{draw_poster, draw_text};

/// Draws what fits into the room between the title and the foot.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, overview: &Overview<'_>) {
    let meeting = overview.meeting;
    let current = meeting.head.current;
    let voting = current.and_then(|item| meeting.open_vote(item));
    let agreed = match voting {
        Some(vote) => Some(Agreed::voting(app, overview, vote)),
        None => spoken(meeting).map(|entry| Agreed::of(app, overview, entry)),
    };
    let speaking = Speaking::of(app, overview);
    let width = area.width;
    // The words of a decision before the name of a speaker, and one row of either before none.
    let spoken_rows = speaking.as_ref().map_or(0, |it| it.rows(None));
    let free = area.height.saturating_sub(spoken_rows);
    let large = agreed
        .as_ref()
        .filter(|it| it.is_decided)
        .and_then(|it| Poster::fitting(&it.text, width, free.saturating_sub(1)));
    let used = agreed
        .as_ref()
        .map_or(0, |it| it.rows(large.as_ref(), width));
    let left = area.height.saturating_sub(used);
    let name = speaking.as_ref().and_then(|it| {
        let poster = Poster::fitting(&it.name, width, letters::ROWS)?;
        (it.rows(Some(&poster)) <= left).then_some(poster)
    });
    let mut y = area.y;
    if let Some(speaking) = &speaking {
        y = speaking.draw(buf, area, y, name.as_ref());
    }
    if let Some(agreed) = &agreed {
        agreed.draw(buf, area, y, large.as_ref());
    }
}

/// Who has the floor, for how long, and who is next.
struct Speaking {
    name: String,
    lasted: String,
    then: String,
    style: Style,
}

impl Speaking {
    fn of(app: &App, overview: &Overview<'_>) -> Option<Self> {
        let (locale, meeting, now) = (app.locale, overview.meeting, app.clock.now);
        let waiting = floor::waiting(locale, meeting, overview.register);
        let closed = meeting.head.queue_closed_at;
        let closed = closed.map(|_| locale.text(Key::QueueShut).into_owned());
        let turn = meeting.floor();
        if turn.is_none() && waiting.is_empty() && closed.is_none() {
            return None;
        }
        let key = match turn {
            Some(_) => Key::LiveThen,
            None => Key::QueueWaiting,
        };
        let names = [("names", waiting.join(", ").into())];
        let then = (!waiting.is_empty()).then(|| locale.text_with(key, &names));
        let then: Vec<String> = then.into_iter().chain(closed).collect();
        Some(Self {
            name: turn.map_or_else(String::new, |turn| {
                floor::named(locale, overview.register, turn)
            }),
            lasted: floor::lasted(locale, meeting, now).unwrap_or_default(),
            then: then.join(" · "),
            style: match meeting.floor_used(now) {
                Some(Used::All) => theme::ALARM,
                _ => theme::NOW,
            },
        })
    }

    /// Rows it takes, one blank below.
    fn rows(&self, large: Option<&Poster>) -> u16 {
        let name = match large {
            Some(poster) => poster.rows(),
            None => u16::from(!self.name.is_empty()),
        };
        name + u16::from(!self.then.is_empty()) + 1
    }

    /// Returns the row after it.
    fn draw(&self, buf: &mut Buffer, area: Rect, y: u16, large: Option<&Poster>) -> u16 {
        let mut y = y;
        match large {
            Some(poster) => {
                y = draw_poster(buf, area, y, poster, self.style);
                put_right(buf, area, y, &self.lasted, self.style);
            }
            None if !self.name.is_empty() => {
                let x = put_right(buf, area, y, &self.lasted, self.style);
                let free = x.saturating_sub(area.x + 1);
                put(buf, area.x, y, free, &fit(&self.name, free), self.style);
                y += 1;
            }
            None => {}
        }
        if !self.then.is_empty() {
            let free = area.width.saturating_sub(12);
            put(buf, area.x, y, free, &fit(&self.then, free), theme::TITLE);
            y += 1;
        }
        y + 1
    }
}

/// What is being agreed, and whether it was read aloud.
struct Agreed {
    caption: String,
    text: String,
    state: String,
    settled: bool,
    is_decided: bool,
}

impl Agreed {
    fn of(app: &App, overview: &Overview<'_>, entry: &Entry) -> Self {
        let locale = app.locale;
        let key = match entry.kind {
            EntryKind::Decision => Key::LiveDecision,
            EntryKind::Vote => Key::LiveVote,
            _ => Key::LiveNote,
        };
        let meeting = overview.meeting;
        let vote = entry.vote.filter(|_| entry.follows());
        // Of a vote what came of it is enough.
        let text = match vote.and_then(|id| meeting.vote(id)) {
            Some(vote) => locale.verdict(vote, meeting).into(),
            None => locale.entry(entry, meeting, overview.register),
        };
        Self {
            caption: locale.text(key).into_owned(),
            text: text.into_owned(),
            state: state(app, entry).unwrap_or_default(),
            settled: entry.read_back() == ReadBack::Stands,
            is_decided: matches!(entry.kind, EntryKind::Decision | EntryKind::Vote),
        }
    }

    /// A vote going on: about what, and how many have voted, never what.
    fn voting(app: &App, overview: &Overview<'_>, vote: &Vote) -> Self {
        let (locale, meeting) = (app.locale, overview.meeting);
        let all = voters(meeting, overview.network, vote);
        let casts = meeting.casts_of(vote.id);
        let done = all.iter().filter(|row| casts.contains_key(&row.id));
        let count = [("done", done.count().into()), ("count", all.len().into())];
        let progress = || locale.text_with(Key::VoteProgress, &count);
        Self {
            caption: locale.text(Key::VoteLive).into_owned(),
            text: locale.voted_on(vote, meeting),
            state: match vote.method {
                Method::Hands => String::new(),
                Method::Names | Method::Secret => progress(),
            },
            settled: false,
            is_decided: true,
        }
    }

    fn rows(&self, large: Option<&Poster>, width: u16) -> u16 {
        let text = match large {
            Some(poster) => poster.rows(),
            None => u16::try_from(wrap(&self.text, width).len()).unwrap_or(u16::MAX),
        };
        text.saturating_add(1)
    }

    fn draw(&self, buf: &mut Buffer, area: Rect, y: u16, large: Option<&Poster>) {
        if y >= area.bottom() {
            return;
        }
        let style = match self.settled {
            true => theme::DONE,
            false => theme::NOW,
        };
        let x = put_right(buf, area, y, &self.state, style);
        let free = x.saturating_sub(area.x + 1);
        put(buf, area.x, y, free, &self.caption, theme::NOW);
        let style = match self.is_decided {
            true => theme::TITLE,
            false => theme::TEXT,
        };
        match large {
            Some(poster) => draw_poster(buf, area, y + 1, poster, style),
            None => {
                let room = area.bottom().saturating_sub(y + 1);
                draw_text(buf, area, y + 1, room, &self.text, style)
            }
        };
    }
}

/// Whether a decision was read aloud, and for who can say yes how.
fn state(app: &App, entry: &Entry) -> Option<String> {
    if entry.kind != EntryKind::Decision {
        return None;
    }
    let leads = app.session.role.reads_all();
    let key = match (entry.read_back(), leads) {
        (ReadBack::Stands, _) => {
            let time = zone::local(entry.read_at?).time();
            let time = app.locale.language().time(time);
            return Some(
                app.locale
                    .text_with(Key::LiveStands, &[("time", time.into())]),
            );
        }
        (ReadBack::Not, true) => Key::LiveRead,
        (ReadBack::Not, false) => Key::LiveUnread,
        (ReadBack::Changed, true) => Key::LiveChanged,
        (ReadBack::Changed, false) => Key::LiveWasChanged,
    };
    Some(app.locale.text(key).into_owned())
}
