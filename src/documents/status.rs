//! The status report: per network what happened, who came, what was decided and is still to be done, enquiries
//! handled, what the evaluation found. Ready for a committee as an annex.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::desk::DeskPaper;
use super::figures::{FigureSource, Picture};
use super::outline::{Block, Body, Outline, Point, Role, Row, Run};
use super::overview;
use crate::domain::figures::{Figures, Span};
use crate::domain::id::Id;
use crate::domain::network::{ActionStatus, Network, meeting_name};
use crate::domain::plan::PlanRow;
use crate::domain::query::{ActionRow, DecisionRow};
use crate::domain::terms::Finding;
use crate::locale::Key;

/// A network as its report is made from.
#[derive(Clone, Debug, Default)]
pub struct NetworkStatus {
    /// The network.
    pub id: Id,
    /// Itself.
    pub network: Network,
    /// Its activities in the days asked about, in order.
    pub activities: Vec<PlanRow>,
    /// What is counted in those days.
    pub figures: Figures,
    /// Decisions of those days, the oldest first.
    pub decisions: Vec<DecisionRow>,
    /// Action items still to be done, by deadline.
    pub actions: Vec<ActionRow>,
    /// Agenda items closed to the public.
    pub closed: BTreeSet<Id>,
}

/// What the report is made from.
#[derive(Clone, Copy, Debug)]
pub struct StatusSource<'a> {
    /// The networks, in order.
    pub networks: &'a [NetworkStatus],
    /// The enquiries of those days, and the names in everything.
    pub paper: DeskPaper<'a>,
    /// What is counted of all networks.
    pub figures: &'a Figures,
    /// Today.
    pub today: NaiveDate,
}

impl NetworkStatus {
    /// The same, only of these days: those of the first day to the last.
    #[must_use]
    pub fn within(mut self, (from, to): Span) -> Self {
        self.activities.retain(|row| row.activity.touches(from, to));
        self.decisions.retain(|row| holds((from, to), row.date));
        self.decisions
            .sort_by_key(|row| (row.date, row.meeting, row.number));
        self.figures = self.figures.within((from, to));
        self
    }

    /// The meetings in which its decisions and action items arose.
    pub fn meetings(&self) -> BTreeSet<Id> {
        let decisions = self.decisions.iter().map(|row| row.meeting);
        let actions = self.actions.iter().filter_map(|row| row.meeting);
        decisions.chain(actions).collect()
    }

    /// The same without what arose under agenda items closed to the public.
    #[must_use]
    pub fn public(mut self) -> Self {
        let closed = &self.closed;
        self.decisions.retain(|row| !closed.contains(&row.item));
        let hidden = |row: &ActionRow| row.item.is_some_and(|item| closed.contains(&item));
        self.actions.retain(|row| !hidden(row));
        self
    }

    /// What evaluations found in these days, by day.
    pub fn findings(&self, (from, to): Span) -> Vec<&Finding> {
        let rows = self.network.findings.values().filter(|row| !row.removed);
        let within = |row: &&Finding| match row.on {
            Some(day) => from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to),
            None => from.is_none() && to.is_none(),
        };
        let mut rows: Vec<&Finding> = rows.filter(within).collect();
        rows.sort_by_key(|row| (row.on, row.id));
        rows
    }
}

impl StatusSource<'_> {
    fn text(&self, key: Key) -> String {
        self.paper.text(key)
    }

    /// The report.
    pub fn outline(&self) -> Outline {
        let mut outline = self.paper.outline(Key::StatusTitle);
        let level = match self.networks {
            [_] => 2,
            _ => 3,
        };
        for status in self.networks {
            let blocks = self.network(status, level);
            if level == 3 && !blocks.is_empty() {
                let name = status.network.head.name.as_str();
                outline
                    .blocks
                    .push(Block::heading(Role::Part, "", name, ""));
            }
            outline.blocks.extend(blocks);
        }
        outline.blocks.extend(self.enquiries());
        if outline.blocks.is_empty() {
            outline.blocks.push(Block::text(self.text(Key::StatusNone)));
        }
        outline
    }

    fn network(&self, status: &NetworkStatus, level: u8) -> Vec<Block> {
        let parts = [
            (Key::StatusActivities, self.activities(status)),
            (Key::FiguresTabAttendance, self.attendance(status)),
            (Key::StatusDecisions, self.decisions(status)),
            (Key::StatusActions, self.actions(status)),
            (Key::ArgEvaluation, self.evaluation(status)),
        ];
        let mut blocks = Vec::new();
        for (heading, part) in parts {
            if part.is_empty() {
                continue;
            }
            blocks.push(heading_at(level, self.text(heading)));
            blocks.extend(part);
        }
        blocks
    }

    /// What happened and what is planned: all but ideas and what was cancelled.
    fn activities(&self, status: &NetworkStatus) -> Vec<Block> {
        let rows = status
            .activities
            .iter()
            .filter(|row| row.activity.is_announced());
        let rows: Vec<Row> = rows.map(|row| self.activity(row)).collect();
        let columns = self.paper.texts(&[
            Key::OverviewTime,
            Key::OverviewPlace,
            Key::ArgActivity,
            Key::StatusProduct,
        ]);
        match rows.is_empty() {
            true => Vec::new(),
            false => vec![Block::table("", columns, rows)],
        }
    }

    fn activity(&self, row: &PlanRow) -> Row {
        let locale = self.paper.locale;
        let activity = &row.activity;
        let when = activity.when.as_ref();
        let mut time = when.map_or_else(String::new, |when| locale.language().when(when));
        let past = when.and_then(|when| when.last_day());
        if past.is_none_or(|day| day > self.today) {
            time = format!("{time} ({})", self.text(Key::StatusPlanned));
        }
        let delivered = match activity.delivered.as_str() {
            "" => activity.product.clone(),
            delivered => delivered.to_owned(),
        };
        Row {
            cells: vec![
                time,
                overview::place(locale, activity),
                activity.title.clone(),
                delivered,
            ],
            closed: false,
        }
    }

    fn source<'a>(&'a self, figures: &'a Figures) -> FigureSource<'a> {
        FigureSource {
            figures,
            register: self.paper.source.register,
            locale: self.paper.locale,
            span: self.paper.span,
        }
    }

    fn attendance(&self, status: &NetworkStatus) -> Vec<Block> {
        let pictures = [Picture::Attendance, Picture::Organisations];
        self.source(&status.figures).charts(&pictures)
    }

    fn decisions(&self, status: &NetworkStatus) -> Vec<Block> {
        let points = status.decisions.iter().map(|row| {
            let args = [
                ("date", self.paper.day(row.date).into()),
                ("meeting", meeting_name(&row.meeting_label).into()),
                ("number", row.number.into()),
            ];
            let place = self.paper.locale.text_with(Key::StatusDecision, &args);
            point(&place, &row.text)
        });
        list(points.collect())
    }

    /// How many were opened and closed, drawn; then those still to be done.
    fn actions(&self, status: &NetworkStatus) -> Vec<Block> {
        let mut blocks = self.source(&status.figures).charts(&[Picture::Actions]);
        let open = status
            .actions
            .iter()
            .filter(|row| row.status == ActionStatus::Open);
        let points: Vec<Point> = open
            .map(|row| {
                let due = row.due.as_ref().map(|due| self.paper.locale.due(due));
                let due = due.map(|due| {
                    let args = [("due", due.into())];
                    self.paper.locale.text_with(Key::StatusDue, &args)
                });
                let owner = (!row.owner_name.is_empty()).then(|| row.owner_name.clone());
                let who: Vec<String> = [owner, due].into_iter().flatten().collect();
                let text = match who.is_empty() {
                    true => row.text.clone(),
                    false => format!("{} – {}", row.text, who.join(", ")),
                };
                point("", &text)
            })
            .collect();
        if !points.is_empty() {
            let args = [("count", points.len().into())];
            let said = self.paper.locale.text_with(Key::StatusOpen, &args);
            blocks.push(Block::text(said));
        }
        blocks.extend(list(points));
        blocks
    }

    fn evaluation(&self, status: &NetworkStatus) -> Vec<Block> {
        let rows = status.findings(self.paper.span).into_iter();
        let points = rows.map(|row| {
            let mut text = row.finding.clone();
            if !row.change.is_empty() {
                let args = [("change", row.change.as_str().into())];
                let change = self.paper.locale.text_with(Key::StatusChange, &args);
                text = format!("{text} {change}");
            }
            point(&row.criterion, text.trim())
        });
        list(points.collect())
    }

    /// Enquiries of the days, and how many of each kind and country.
    fn enquiries(&self) -> Vec<Block> {
        let rows = self.paper.source.desk.enquiry_list();
        if rows.is_empty() {
            return Vec::new();
        }
        let heading = self.text(Key::DeskEnquiries);
        let mut blocks = vec![Block::heading(Role::Part, "", heading, "")];
        blocks.push(self.paper.enquiry_points(&rows));
        let pictures = [Picture::Kinds, Picture::Countries];
        blocks.extend(self.source(self.figures).charts(&pictures));
        blocks
    }

    /// The report as a spreadsheet has it, a line a fact.
    pub fn sheet(&self) -> super::Sheet {
        let columns = self.paper.texts(&[
            Key::ArgNetwork,
            Key::StatusPart,
            Key::ArgDate,
            Key::DeskPaperWhat,
            Key::ArgWho,
            Key::ArgStatus,
        ]);
        let mut lines = Vec::new();
        for status in self.networks {
            lines.extend(self.lines(status));
        }
        let (_, enquiries) = self.paper.enquiry_sheet();
        let part = self.text(Key::DeskEnquiries);
        lines.extend(
            self.paper
                .source
                .desk
                .enquiry_list()
                .iter()
                .zip(enquiries)
                .map(|(row, cells)| {
                    let network = row
                        .network
                        .map(|id| self.paper.source.secretariat.label(id));
                    let cell = |index: usize| cells.get(index).cloned().unwrap_or_default();
                    let network = network.unwrap_or_default().to_owned();
                    let (came, from, what, state) = (cell(1), cell(2), cell(5), cell(9));
                    vec![network, part.clone(), came, what, from, state]
                }),
        );
        (columns, lines)
    }

    fn lines(&self, status: &NetworkStatus) -> Vec<Vec<String>> {
        let label = self.paper.source.secretariat.label(status.id);
        let line = |part: Key, date: String, what: &str, who: &str, state: String| {
            let (what, who) = (what.to_owned(), who.to_owned());
            vec![label.to_owned(), self.text(part), date, what, who, state]
        };
        let iso = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
        let mut lines = Vec::new();
        for row in status
            .activities
            .iter()
            .filter(|row| row.activity.is_announced())
        {
            let when = row.activity.when.as_ref().map(ToString::to_string);
            let state = row.activity.status.name();
            let state = overview::choice(self.paper.locale, "status", state);
            let (title, host) = (&row.activity.title, &row.host_name);
            let part = Key::StatusActivities;
            lines.push(line(part, when.unwrap_or_default(), title, host, state));
        }
        for row in &status.figures.meetings {
            let args = [("came", row.came.into()), ("invited", row.invited.into())];
            let came = self.paper.locale.text_with(Key::StatusCame, &args);
            let (part, name) = (Key::FiguresTabAttendance, meeting_name(&row.label));
            lines.push(line(part, row.date.to_string(), &name, "", came));
        }
        for row in &status.decisions {
            let name = meeting_name(&row.meeting_label);
            let (part, date) = (Key::StatusDecisions, iso(row.date));
            lines.push(line(part, date, &row.text, "", name));
        }
        for row in &status.actions {
            let due = row
                .due
                .as_ref()
                .map_or_else(String::new, ToString::to_string);
            let state = self.text(Key::StatusOpenOne);
            lines.push(line(
                Key::StatusActions,
                due,
                &row.text,
                &row.owner_name,
                state,
            ));
        }
        for row in status.findings(self.paper.span) {
            let (day, what) = (iso(row.on), format!("{}: {}", row.criterion, row.finding));
            lines.push(line(Key::ArgEvaluation, day, &what, "", row.change.clone()));
        }
        lines
    }
}

/// Whether a day is one of those; one that is not known may be.
fn holds((from, to): Span, day: Option<NaiveDate>) -> bool {
    day.is_none_or(|day| from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to))
}

fn heading_at(level: u8, text: String) -> Block {
    let (number, note) = (String::new(), String::new());
    let body = Body::Heading {
        level,
        number,
        text,
        note,
    };
    Block::new(Role::Part, body)
}

fn point(lead: &str, text: &str) -> Point {
    let lead = (!lead.is_empty()).then(|| Run {
        text: format!("{lead}:"),
        strong: true,
        ..Run::default()
    });
    let text = match lead {
        Some(_) => format!(" {text}"),
        None => text.to_owned(),
    };
    Point {
        runs: lead.into_iter().chain([Run::plain(text)]).collect(),
        ..Point::default()
    }
}

fn list(points: Vec<Point>) -> Vec<Block> {
    match points.is_empty() {
        true => Vec::new(),
        false => {
            let numbered = false;
            vec![Block::new(Role::Text, Body::List { numbered, points })]
        }
    }
}

#[cfg(test)]
mod tests;
