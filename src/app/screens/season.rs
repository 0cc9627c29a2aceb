//! A season's programme: the lines in it, those that could be, and its text as it will be published.

use chrono::Datelike;

use crate::app::App;
use crate::app::context::Target;
use crate::app::list::{List, Step};
use crate::documents::{self, Announced, Outline, Programme, SeasonLine};
use crate::domain::id::Id;
use crate::domain::network::Network;
use crate::domain::plan::PlanRow;
use crate::domain::programme::{Season, year_in};

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct SeasonScreen {
    /// The network.
    pub network: Id,
    /// The season's id, or its name while nobody has made it.
    pub season: String,
    /// The lines of the plan: in the programme, then outside it.
    pub list: List,
}

/// The lines of the plan by where they stand.
#[derive(Default)]
pub struct SeasonRows<'a> {
    /// In the programme.
    pub held: Vec<&'a PlanRow>,
    /// Between the season's days, but not in the programme.
    pub others: Vec<&'a PlanRow>,
}

impl<'a> SeasonRows<'a> {
    fn sections(&self) -> [Vec<Id>; 2] {
        let ids = |rows: &[&PlanRow]| rows.iter().map(|row| row.activity.id).collect();
        [ids(&self.held), ids(&self.others)]
    }

    fn row(&self, id: Id) -> Option<&'a PlanRow> {
        let mut rows = self.held.iter().chain(&self.others);
        rows.find(|row| row.activity.id == id).copied()
    }
}

impl SeasonScreen {
    /// A season of a network.
    pub fn new(network: Id, season: &Season) -> Self {
        Self {
            network,
            season: name_of(season),
            ..Self::default()
        }
    }

    /// The network, when it is loaded.
    pub fn shown<'a>(&self, app: &'a App) -> Option<&'a Network> {
        app.docs.network(self.network)
    }

    /// The season as it is, or as it would be.
    pub fn season(&self, app: &App) -> Season {
        let known = self.shown(app).and_then(|doc| doc.season(&self.season));
        let unmade = || Season::unmade(&self.season);
        known.cloned().unwrap_or_else(unmade)
    }

    /// The lines of the plan.
    pub fn rows<'a>(&self, app: &'a App) -> SeasonRows<'a> {
        let season = self.season(app);
        let all = app.view.lists.plan.iter();
        let mine = all.filter(|row| row.network == self.network);
        let (held, others): (Vec<_>, Vec<_>) = mine.partition(|row| season.holds(row));
        let others = others.into_iter().filter(|row| season.may_hold(row));
        SeasonRows {
            held,
            others: others.collect(),
        }
    }

    /// The selected row's id.
    pub fn selected_id(&self, rows: &SeasonRows<'_>) -> Option<Id> {
        self.list.id_in(&rows.sections())
    }

    /// The selected line.
    pub fn selected<'a>(&self, app: &'a App) -> Option<&'a PlanRow> {
        let rows = self.rows(app);
        rows.row(self.selected_id(&rows)?)
    }

    /// The empty section that has the focus: in the programme, or outside it.
    pub fn empty(&self, rows: &SeasonRows<'_>) -> Option<usize> {
        self.list.empty(&rows.sections())
    }

    /// The programme as it will be published; nothing until all its meetings are there.
    pub fn programme(&self, app: &App) -> Option<Outline> {
        let network = self.shown(app)?;
        let rows = self.rows(app).held.into_iter();
        let lines = rows.map(|row| {
            let meeting = match row.activity.meeting {
                Some(id) => Some(Announced::of(app.docs.meeting(id)?)),
                None => None,
            };
            let row = row.clone();
            Some(SeasonLine { row, meeting })
        });
        let lines: Vec<SeasonLine> = lines.collect::<Option<_>>()?;
        let source = Programme {
            network,
            register: app.register(),
            season: &self.season(app),
            lines: &lines,
            language: network.language(app.docs.secretariat()?),
        };
        Some(documents::programme(&source))
    }

    /// To the season after or before; beyond those that were made, to the year after or before.
    pub fn turn_season(&mut self, app: &App, forward: bool) {
        let now = self.season(app);
        let key = |season: &Season| (season.days(), season.name.clone());
        let rows = self.shown(app).map(Network::season_list);
        let rows = rows.unwrap_or_default().into_iter();
        let mut others = rows.filter(|row| row.id != now.id);
        let beside = match forward {
            true => others.find(|row| key(row) > key(&now)),
            false => others.rfind(|row| key(row) < key(&now)),
        };
        let years = if forward { 1 } else { -1 };
        let first = now.days().0.map(|day| day.year() + years);
        self.season = match (beside, year_in(&now.name), first) {
            (Some(season), ..) => name_of(season),
            (None, Some(_), _) => moved(&now.name, years),
            (None, None, Some(year)) => year.to_string(),
            (None, None, None) => return,
        };
        self.list = List::default();
    }

    /// What a command would be about.
    pub fn target(&self, app: &App) -> Target {
        let row = self.selected(app);
        Target {
            network: Some(self.network),
            meeting: row.and_then(|row| row.activity.meeting),
            ..Target::default()
        }
    }

    /// Selects the neighbour of a selected record that is gone. A season that was made keeps its
    /// place when it is given another name.
    pub fn settle(&mut self, app: &App) {
        self.season = name_of(&self.season(app));
        self.list.settle(&self.rows(app).sections());
    }

    /// Selects a line, or goes to a season; whether another one was selected before.
    pub fn choose(&mut self, app: &App, record: Id) -> bool {
        let season = self.shown(app).and_then(|doc| doc.seasons.get(&record));
        if let Some(season) = season {
            self.season = name_of(season);
            self.list = List::default();
            return true;
        }
        let sections = self.rows(app).sections();
        self.list.choose_in(record, &sections)
    }

    /// A step through the list.
    pub fn step(&mut self, app: &App, step: Step) {
        let sections = self.rows(app).sections();
        self.list.step_in(&sections, step);
    }

    /// To the first row of the other section.
    pub fn turn(&mut self, app: &App, forward: bool) {
        self.list.turn_in(&self.rows(app).sections(), forward);
    }
}

/// A name with its years moved: "2025/2026" before "2026/2027".
fn moved(name: &str, years: i32) -> String {
    let pieces = name.split_inclusive(|sign: char| !sign.is_ascii_digit());
    let piece = |piece: &str| {
        let digits = piece.trim_end_matches(|sign: char| !sign.is_ascii_digit());
        match digits.parse::<i32>() {
            Ok(year) if digits.len() == 4 => piece.replacen(digits, &(year + years).to_string(), 1),
            _ => piece.to_owned(),
        }
    };
    pieces.map(piece).collect()
}

/// What names a season: its id, or the name nobody has made a season of.
fn name_of(season: &Season) -> String {
    match season.id == Id::default() {
        true => season.name.clone(),
        false => season.id.to_string(),
    }
}
