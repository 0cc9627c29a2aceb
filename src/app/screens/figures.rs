//! Figures: one picture at a time, of one network or of all, of one year or of all; what is selected in its table.

use chrono::NaiveDate;

use crate::app::App;
use crate::app::context::Target;
use crate::app::list::{List, Step};
use crate::documents::chart::Chart;
use crate::documents::{FigureSource, Picture};
use crate::domain::figures::{Figures, Span};
use crate::domain::id::Id;
use crate::domain::query::Query;

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct FiguresScreen {
    /// Only this network's.
    pub network: Option<Id>,
    /// The network to narrow to again, when all are shown.
    pub other: Option<Id>,
    /// Only this year's.
    pub year: Option<i32>,
    /// The picture.
    pub picture: Picture,
    /// The rows of its table.
    pub list: List,
}

impl FiguresScreen {
    /// The figures of a network, or of all, at a picture.
    pub fn new(network: Option<Id>, picture: Picture) -> Self {
        Self {
            network,
            picture,
            ..Self::default()
        }
    }

    /// The question for them.
    pub fn query(&self) -> Query {
        Query::Figures {
            network: self.network,
        }
    }

    /// The days shown.
    pub fn span(&self) -> Span {
        let day = |month, day| NaiveDate::from_ymd_opt(self.year?, month, day);
        (day(1, 1), day(12, 31))
    }

    /// What is counted in the days shown.
    pub fn figures(&self, app: &App) -> Figures {
        app.view.lists.figures.clone().within(self.span())
    }

    /// What the pictures are made from.
    pub fn source<'a>(&self, app: &'a App, figures: &'a Figures) -> FigureSource<'a> {
        FigureSource {
            figures,
            register: app.register(),
            locale: app.locale,
            span: self.span(),
        }
    }

    fn ids(&self, app: &App) -> Vec<Id> {
        let figures = self.figures(app);
        let chart = self.source(app, &figures).chart(self.picture);
        ids(&chart)
    }

    /// The selected row of a picture's table.
    pub fn selected(&self, chart: &Chart) -> Option<Id> {
        self.list.id(&ids(chart))
    }

    /// What a command would be about.
    pub fn target(&self, app: &App) -> Target {
        let selected = || self.list.id(&self.ids(app));
        let meeting = match self.picture {
            Picture::Attendance => selected(),
            _ => None,
        };
        Target {
            network: self.network,
            meeting,
            ..Target::default()
        }
    }

    /// Where Enter leads: to what was counted.
    pub fn way(&self, app: &App) -> Option<(&'static str, Target)> {
        let target = self.target(app);
        match self.picture {
            Picture::Attendance => target.meeting.map(|_| ("go-meeting", target)),
            Picture::Organisations => None,
            Picture::Actions => Some(("go-followup", target)),
            Picture::Kinds | Picture::Countries => Some(("go-desk", target)),
        }
    }

    /// Selects the neighbour of a selected record that is gone.
    pub fn settle(&mut self, app: &App) {
        self.list.settle(&[self.ids(app)]);
    }

    /// Selects a record; whether another one was selected before.
    pub fn choose(&mut self, app: &App, record: Id) -> bool {
        self.list.choose(record, &self.ids(app))
    }

    /// A step through the table.
    pub fn step(&mut self, app: &App, step: Step) {
        self.list.step(&self.ids(app), step);
    }

    /// To the next picture, or the one before.
    pub fn turn(&mut self, forward: bool) {
        let count = Picture::ALL.len();
        let here = Picture::ALL.iter().position(|it| *it == self.picture);
        let step = if forward { 1 } else { count - 1 };
        let next = (here.unwrap_or(0) + step) % count;
        self.picture = Picture::ALL.get(next).copied().unwrap_or_default();
        self.list = List::default();
    }

    /// To a year of which something is counted: the one after or before the one shown; all years lie after the last.
    pub fn turn_year(&mut self, app: &App, later: bool) {
        let mut years: Vec<Option<i32>> = vec![None];
        years.extend(app.view.lists.figures.years().into_iter().map(Some));
        let here = years.iter().position(|year| *year == self.year);
        let here = here.unwrap_or(0);
        let next = match later {
            true => here.saturating_sub(1),
            false => (here + 1).min(years.len() - 1),
        };
        self.year = years.get(next).copied().flatten();
    }

    /// All networks, or the one at hand.
    pub fn widen(&mut self) {
        match self.network.take() {
            Some(network) => self.other = Some(network),
            None => self.network = self.other,
        }
    }
}

fn ids(chart: &Chart) -> Vec<Id> {
    chart.rows.iter().map(|row| row.id).collect()
}
