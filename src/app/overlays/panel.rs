//! A list over the screen that is filtered as one types: stages and gaps, the practical
//! checklist, help, find, a person for apologies. Its rows are computed when shown.

mod comments;
mod conflicts;
mod durations;
mod kind;
mod letters;
mod materials;
mod needs;
mod network;
mod programme;
mod proposals;
mod queue;
mod replies;
mod rows;
mod spelling;
mod vote;

use crate::app::context::Target;
use crate::app::field::Field;
use crate::app::input::{Code, KeyPress};
use crate::app::{App, Call};
use crate::domain::folding::fold;
use crate::domain::query::{Hit, Query};
use crate::locale::Key;

use super::Answered;
pub use kind::Kind;

/// Rows of the screen round a full list.
const FRAME: usize = 13;

/// Most hits shown by find.
const HITS: usize = 40;

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// A sign before it.
    pub sign: &'static str,
    /// What it says.
    pub text: String,
    /// What stands at its right.
    pub right: String,
    /// What Enter does; a row without is a heading.
    pub call: Option<Call>,
    /// What Tab does.
    pub tab: Option<Call>,
    /// What Del does.
    pub remove: Option<Call>,
}

/// See the module.
#[derive(Clone, Debug)]
pub struct Panel {
    /// What is listed.
    pub kind: Kind,
    /// What its commands are about.
    pub target: Target,
    /// What was typed.
    pub field: Field,
    /// The selected row among those with something to do.
    pub selected: usize,
}

impl Panel {
    /// A panel about something.
    pub fn new(kind: Kind, target: Target) -> Self {
        Self {
            kind,
            target,
            field: Field::default(),
            selected: 0,
        }
    }

    /// What was typed to find a row, when this command adds one: it begins the new one.
    pub fn give_up_typed(&mut self, words: &[String]) -> Option<String> {
        let adds = words.first().is_some_and(|name| name.ends_with("-add"));
        let typed = self.field.text().trim().to_owned();
        (adds && !typed.is_empty()).then(|| {
            self.field.clear();
            typed
        })
    }

    /// The place whose keys hold here.
    pub fn scopes(&self) -> &'static [&'static str] {
        self.kind.scopes()
    }

    /// Its heading.
    pub fn title(&self) -> Key {
        self.kind.title()
    }

    /// What is said while there are no rows at all.
    pub fn nothing(&self) -> Option<Key> {
        self.kind.nothing()
    }

    /// The rows that match what was typed.
    pub fn rows(&self, app: &App) -> Vec<Row> {
        let typed = fold(self.field.text());
        let words: Vec<&str> = typed.split_whitespace().collect();
        let fits = |row: &Row| {
            let text = fold(&format!("{} {}", row.text, row.right));
            words.iter().all(|word| text.contains(word))
        };
        let rows = rows::of(self, app);
        match self.kind {
            // These are searched by what was typed already.
            Kind::Find(_)
            | Kind::Apology
            | Kind::Queue
            | Kind::Comment(_)
            | Kind::Reply(_)
            | Kind::Conflict(_) => rows,
            _ if words.is_empty() => rows,
            _ => rows.into_iter().filter(|row| fits(row)).collect(),
        }
    }

    /// The selected row.
    pub fn chosen(&self, app: &App) -> Option<Row> {
        let mut rows = self.rows(app);
        let place = self.place(&rows)?;
        Some(rows.swap_remove(place))
    }

    /// Where the selected row stands among all of them. In a list, where the last ones went away, it is the last that is
    /// left; in a queue and a vote none may be, and a number beyond the last chooses nothing.
    pub fn place(&self, rows: &[Row]) -> Option<usize> {
        let places = rows.iter().enumerate();
        let mut places = places.filter(|(_, row)| row.call.is_some());
        places.nth(self.at(rows)).map(|(place, _)| place)
    }

    /// The selected one of the rows with something to do.
    fn at(&self, rows: &[Row]) -> usize {
        match self.kind {
            Kind::Queue | Kind::Vote(_) => self.selected,
            _ if self.is_list() => self.selected.min(last(rows)),
            _ => self.selected,
        }
    }

    /// A key.
    pub fn key(&mut self, app: &App, key: KeyPress) -> Answered {
        match key.code {
            Code::Esc => return Answered::Close,
            Code::Up => self.up(app, 1),
            Code::Down => self.down(app, 1),
            Code::PageUp => self.up(app, self.page(app)),
            Code::PageDown => self.down(app, self.page(app)),
            Code::Enter => return self.enter(app),
            Code::Tab if !key.shift => {
                let tab = self.chosen(app).and_then(|row| row.tab);
                if self.kind == Kind::Queue {
                    self.field.clear();
                }
                return match tab {
                    Some(call) if self.is_list() => Answered::Stay(vec![call]),
                    Some(call) => Answered::Run(call),
                    None => Answered::Used,
                };
            }
            Code::Delete if matches!(self.kind, Kind::Phrases(_)) => {
                let remove = self.chosen(app).and_then(|row| row.remove);
                return remove.map_or(Answered::Used, Answered::Run);
            }
            Code::Delete if self.is_list() => {
                let remove = self.chosen(app).and_then(|row| row.remove);
                return remove.map_or(Answered::Used, |call| Answered::Stay(vec![call]));
            }
            Code::End if matches!(self.kind, Kind::Vote(_)) => {
                self.selected = last(&self.rows(app));
            }
            Code::Char(digit @ '0'..='9') if matches!(self.kind, Kind::Vote(_)) => {
                return self.vote(app, digit);
            }
            Code::Char('+') if matches!(self.kind, Kind::Spelling(_)) => {
                let add = |row: &Row| row.sign == "+";
                let rows = rows::of(self, app);
                let call = rows
                    .into_iter()
                    .find(add)
                    .and_then(|row| row.call.or(row.tab));
                return call.map_or(Answered::Used, Answered::Run);
            }
            Code::Char(digit @ '1'..='9')
                if matches!(
                    self.kind,
                    Kind::Conflict(_) | Kind::Waiting(_) | Kind::Spelling(_)
                ) =>
            {
                let before = self.selected;
                self.selected = usize::from(digit as u8 - b'1');
                let numbered = matches!(self.kind, Kind::Spelling(_));
                let fits = |row: Row| !numbered || row.text.starts_with(digit);
                if !self.chosen(app).is_some_and(fits) {
                    self.selected = before;
                    return Answered::Used;
                }
                return self.enter(app);
            }
            // Who writes on meant the text: they wait on, and no letter is lost.
            Code::Char(_) if matches!(self.kind, Kind::Waiting(_)) && key.text().is_some() => {
                let first = rows::of(self, app).into_iter().find_map(|row| row.call);
                return first.map_or(Answered::Used, Answered::Before);
            }
            _ if self.field.key(key) => return self.typed(),
            _ => return Answered::Unused,
        }
        Answered::Used
    }

    fn up(&mut self, app: &App, by: usize) {
        self.selected = self.at(&self.rows(app)).saturating_sub(by);
    }

    fn down(&mut self, app: &App, by: usize) {
        let rows = self.rows(app);
        self.selected = (self.at(&rows) + by).min(last(&rows));
    }

    /// Rows of a page.
    fn page(&self, app: &App) -> usize {
        usize::from(app.view.size.1).saturating_sub(FRAME).max(1)
    }

    /// Whether it lists records that are worked on while it stays open.
    fn is_list(&self) -> bool {
        matches!(
            self.kind,
            Kind::Practicals
                | Kind::Programme
                | Kind::Needs
                | Kind::Ideas
                | Kind::SignUps(_)
                | Kind::Knowledge
                | Kind::KnowledgeOf(_)
                | Kind::Resources
                | Kind::Stays
                | Kind::Queue
                | Kind::Durations
                | Kind::Speakers
                | Kind::ItemAnnexes
                | Kind::Abbreviations
                | Kind::Words(_)
                | Kind::Proposals
                | Kind::Letters
                | Kind::Group(_)
                | Kind::Materials(_)
                | Kind::Vote(_)
        )
    }

    fn enter(&mut self, app: &App) -> Answered {
        match (self.chosen(app).and_then(|row| row.call), &self.kind) {
            (Some(call), Kind::Vote(_)) if vote::is_cast(&call) => {
                self.go_on(app, &call);
                Answered::Stay(vec![call])
            }
            (Some(call), Kind::Vote(_)) => Answered::Run(call),
            (Some(call), kind) if self.is_list() => {
                if *kind == Kind::Queue {
                    self.field.clear();
                }
                Answered::Stay(vec![call])
            }
            (Some(call), _) => Answered::Run(call),
            (None, Kind::Queue) => self.ask_for_floor(),
            (None, _) => Answered::Used,
        }
    }

    /// Who was typed and does not wait is put on the speaker list.
    fn ask_for_floor(&mut self) -> Answered {
        let typed = self.field.text().trim().to_owned();
        if typed.is_empty() {
            return Answered::Used;
        }
        Answered::Stay(vec![rows::call(&["queue-add", "--", &typed], self.target)])
    }

    /// Selects the first that is still to be done, if any: nothing done is changed by going on.
    pub fn select_left(&mut self, app: &App) {
        let mut rows = self.rows(app).into_iter().filter(|row| row.call.is_some());
        self.selected = rows.position(|row| row.sign != "✓").unwrap_or(0);
    }

    /// Selects the row of a record, if it is there.
    pub fn select_record(&mut self, app: &App, record: &str) {
        let mut rows = self.rows(app).into_iter().filter_map(|row| row.call);
        let is = |call: Call| call.words.get(1).is_some_and(|word| word == record);
        self.selected = rows.position(is).unwrap_or(0);
    }

    /// A digit is the selected voter's answer.
    fn vote(&mut self, app: &App, digit: char) -> Answered {
        let Kind::Vote(id) = self.kind else {
            return Answered::Used;
        };
        let row = self.chosen(app);
        let call = row.and_then(|row| vote::answer(app, self.target, id, &row, digit));
        call.map_or(Answered::Used, |call| {
            self.go_on(app, &call);
            Answered::Stay(vec![call])
        })
    }

    /// All voters are listed again, the next without an answer selected.
    fn go_on(&mut self, app: &App, call: &Call) {
        self.field.clear();
        let voter = call.words.get(1);
        let rows = self.rows(app).into_iter().filter(|row| row.call.is_some());
        let rows: Vec<Row> = rows.collect();
        let is = |call: &Call| vote::is_cast(call) && call.words.get(1) == voter;
        let of = |row: &Row| row.call.as_ref().is_some_and(is);
        let after = rows.iter().position(of).map_or(self.selected, |at| at + 1);
        let left = |at: &usize| rows.get(*at).is_none_or(|row| row.sign != "✓");
        self.selected = (after..=rows.len()).find(left).unwrap_or(after);
    }

    fn typed(&mut self) -> Answered {
        self.selected = 0;
        match self.kind {
            Kind::Find(_) => Answered::Ask(Query::Find {
                needle: self.field.text().to_owned(),
                limit: HITS,
            }),
            _ => Answered::Used,
        }
    }

    /// Pasted text.
    pub fn paste(&mut self, text: &str) {
        self.field.paste(text);
        self.selected = 0;
    }

    /// What was found; kept when it answers what is typed now.
    pub fn take_hits(&mut self, query: &Query, hits: Vec<Hit>) {
        let now = matches!(query, Query::Find { needle, .. } if needle == self.field.text());
        if let (Kind::Find(old), true) = (&mut self.kind, now) {
            *old = hits;
        }
    }
}

/// The last of the rows with something to do, counted from 0.
fn last(rows: &[Row]) -> usize {
    let count = rows.iter().filter(|row| row.call.is_some()).count();
    count.saturating_sub(1)
}
