//! A year's plan: activities of one network or of all, by month; what is selected.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use crate::app::App;
use crate::app::context::Target;
use crate::app::list::{List, Step};
use crate::domain::id::Id;
use crate::domain::network::Network;
use crate::domain::plan::{ActivityStatus, Clash, HostTurn, PlanRow, clashes, host_turns};
use crate::domain::setup::member_organisations;
use crate::domain::when::{Month, When};

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct YearScreen {
    /// Only this network's plan.
    pub network: Option<Id>,
    /// The network to narrow to again, when all are shown.
    pub other: Option<Id>,
    /// The year.
    pub year: i32,
    /// The year as a wheel beside its list.
    pub round: bool,
    /// The activities.
    pub list: List,
}

impl YearScreen {
    /// A year of a network, or of all.
    pub fn new(network: Option<Id>, year: i32) -> Self {
        Self {
            network,
            year,
            ..Self::default()
        }
    }

    /// Its first and last day.
    pub fn days(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        (
            NaiveDate::from_ymd_opt(self.year, 1, 1),
            NaiveDate::from_ymd_opt(self.year, 12, 31),
        )
    }

    /// The activities that may fall in the year, in order; then those without a date.
    pub fn rows<'a>(&self, app: &'a App) -> Vec<&'a PlanRow> {
        let (from, to) = self.days();
        let all = app.view.lists.plan.iter();
        let undated = |row: &PlanRow| {
            let when = row.activity.when.as_ref();
            when.is_none_or(|when| when.first_day().is_none())
        };
        all.filter(|row| self.network.is_none_or(|network| row.network == network))
            .filter(|row| row.activity.touches(from, to) || undated(row))
            .collect()
    }

    /// The month of the year a row stands under; none while it has no date.
    pub fn month(&self, row: &PlanRow) -> Option<Month> {
        let first = row.activity.when.as_ref()?.first_day()?;
        match first.year() < self.year {
            true => Month::new(self.year, 1),
            false => Month::new(first.year(), first.month()),
        }
    }

    /// The selected activity.
    pub fn selected<'a>(&self, app: &'a App) -> Option<&'a PlanRow> {
        let rows = self.rows(app);
        let index = self.list.index(&ids(&rows))?;
        rows.get(index).copied()
    }

    /// Whose turn it is to host, the first in turn first.
    pub fn hosts(&self, app: &App) -> Vec<HostTurn> {
        let Some(id) = self.network else {
            return Vec::new();
        };
        let Some(network) = app.docs.network(id) else {
            return Vec::new();
        };
        let today = app.clock.local.date();
        let candidates = member_organisations(network, app.register(), today);
        let rows = app.view.lists.plan.iter().filter(|row| row.network == id);
        host_turns(&candidates, rows)
    }

    /// What other networks that share members have on an activity's days, while it lies ahead.
    pub fn clashes<'a>(&self, app: &'a App, row: &PlanRow) -> Vec<Clash<'a>> {
        let Some(When::Day(first) | When::Days(first, _)) = row.activity.when else {
            return Vec::new();
        };
        if first < app.clock.local.date() || row.activity.status == ActivityStatus::Cancelled {
            return Vec::new();
        }
        let plan = &app.view.lists.plan;
        let all = plan.iter().map(|row| row.network);
        let all: BTreeSet<Id> = all.collect();
        let networks = all.into_iter();
        let networks: Vec<(Id, &Network)> = networks
            .filter_map(|id| Some((id, app.docs.network(id)?)))
            .collect();
        clashes(row.network, first, plan, &networks, app.register())
    }

    /// What a command would be about.
    pub fn target(&self, app: &App) -> Target {
        let row = self.selected(app);
        Target {
            network: row.map(|row| row.network).or(self.network),
            ..Target::default()
        }
    }

    /// Where Enter leads: to the activity's form, or to a meeting nobody planned as one.
    pub fn way(&self, app: &App) -> Option<(&'static str, Target)> {
        let row = self.selected(app)?;
        let target = self.target(app);
        match row.activity.meeting.filter(|_| row.is_bare_meeting()) {
            Some(meeting) => Some((
                "go-meeting",
                Target {
                    meeting: Some(meeting),
                    ..target
                },
            )),
            None => Some(("year-row-edit", target)),
        }
    }

    /// Selects the neighbour of a selected record that is gone.
    pub fn settle(&mut self, app: &App) {
        let rows = ids(&self.rows(app));
        self.list.settle(&[rows]);
    }

    /// Selects a record; whether another one was selected before.
    pub fn choose(&mut self, app: &App, record: Id) -> bool {
        let rows = ids(&self.rows(app));
        self.list.choose(record, &rows)
    }

    /// A step through the list.
    pub fn step(&mut self, app: &App, step: Step) {
        let rows = ids(&self.rows(app));
        self.list.step(&rows, step);
    }

    /// All networks, or the one at hand.
    pub fn widen(&mut self, app: &App) {
        match self.network.take() {
            Some(network) => self.other = Some(network),
            None => self.network = self.selected(app).map(|row| row.network).or(self.other),
        }
    }
}

fn ids(rows: &[&PlanRow]) -> Vec<Id> {
    rows.iter().map(|row| row.activity.id).collect()
}
