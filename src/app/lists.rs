//! Lists across documents that screens show: asked for when a screen opens and whenever
//! something was committed; answers are told apart by the question they answer.

use crate::domain::figures::Figures;
use crate::domain::fold::Doc;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::network::meeting_name;
use crate::domain::plan::PlanRow;
use crate::domain::query::{Answer, HistoryRow, Hit, MeetingRow, Place, Query};
use crate::domain::walk::Stage;

use super::context::Target;
use super::overlays::Overlay;
use super::screens::Screen;
use super::{App, Call};

/// The lists, as last fetched.
#[derive(Default)]
pub struct Lists {
    /// Meetings of the network shown, newest first.
    pub meetings: Vec<MeetingRow>,
    /// The plan of all networks, in order.
    pub plan: Vec<PlanRow>,
    /// What is counted of the network shown, or of all.
    pub figures: Figures,
    /// History of the meeting or entry shown, newest first.
    pub history: Vec<HistoryRow>,
    /// The meeting as it stood at a moment.
    pub past: Option<(i64, Meeting)>,
    /// Questions on their way.
    asked: Vec<(u64, Query)>,
}

impl App {
    /// Asks anew for the lists the screen shows.
    pub(crate) fn refresh(&mut self) {
        if !self.interactive {
            return;
        }
        let today = self.clock.local.date();
        self.ask_list(Query::Home { today });
        let query = match &self.view.screen {
            Screen::Network(screen) => Query::Meetings {
                network: Some(screen.network),
                open: false,
            },
            Screen::History(screen) => screen.query(),
            Screen::Year(_) | Screen::Season(_) => Query::Activities { network: None },
            Screen::Figures(screen) => screen.query(),
            _ => return,
        };
        self.ask_list(query);
    }

    /// Asks for a list.
    pub(crate) fn ask_list(&mut self, query: Query) {
        let number = self.ask(query.clone());
        self.view.lists.asked.push((number, query));
    }

    /// The question for a list that this answers; it is no longer on its way.
    pub(super) fn listed(&mut self, number: u64) -> Option<Query> {
        let asked = &mut self.view.lists.asked;
        let index = asked.iter().position(|(sent, _)| *sent == number)?;
        Some(asked.remove(index).1)
    }

    /// Takes in a list, unless the screen has moved on to another.
    pub(super) fn take_list(&mut self, query: &Query, answer: Answer) {
        match (query, answer) {
            (_, Answer::Home(mut home)) => {
                self.list_unborn(&mut home.meetings, None);
                self.view.home = Some(home);
            }
            (Query::Find { needle, .. }, Answer::Hits(mut hits)) => {
                self.find_unborn(needle, &mut hits);
                if let Some(Overlay::Panel(panel)) = self.view.overlays.last_mut() {
                    panel.take_hits(query, hits);
                }
            }
            (Query::Meetings { network, .. }, Answer::Meetings(mut rows))
                if self.network_shown() == *network =>
            {
                self.list_unborn(&mut rows, *network);
                self.view.lists.meetings = rows;
            }
            (Query::Activities { .. }, Answer::Activities(rows)) => self.view.lists.plan = rows,
            (Query::Figures { .. }, Answer::Figures(figures)) if matches!(&self.view.screen, Screen::Figures(screen) if screen.query() == *query) =>
            {
                self.view.lists.figures = figures;
            }
            (Query::History { .. }, Answer::History(rows)) if matches!(&self.view.screen, Screen::History(screen) if screen.query() == *query) =>
            {
                self.view.lists.history = rows;
                self.ask_past();
            }
            (
                Query::At { at, .. },
                Answer::Doc {
                    doc: Doc::Meeting(meeting),
                    ..
                },
            ) => self.view.lists.past = Some((*at, meeting)),
            _ => {}
        }
    }

    /// Of the meetings at Home the one that runs, else the first.
    pub fn running(&self) -> Option<Id> {
        let first = || Some(self.view.home.as_ref()?.meetings.first()?.id);
        self.runs().or_else(first)
    }

    fn runs(&self) -> Option<Id> {
        let mut meetings = self.view.home.as_ref()?.meetings.iter();
        let runs = meetings.find(|row| row.stage == Stage::Minutes);
        runs.map(|row| row.id)
    }

    /// Who looks on is shown the meeting that runs, once the one on the screen does not.
    pub(super) fn follow_running(&mut self) {
        let shown = match &self.view.screen {
            Screen::Live(screen) => Some(screen.meeting),
            Screen::Home(_) => None,
            _ => return,
        };
        let runs = shown
            .and_then(|id| self.docs.meeting(id))
            .is_some_and(|it| it.head.started_at.is_some() && it.head.ended_at.is_none());
        if self.view.follows
            && self.waiting.is_empty()
            && !runs
            && let Some(meeting) = self.runs().filter(|id| Some(*id) != shown)
        {
            self.run(Call {
                words: vec!["show-live".to_owned()],
                target: Target {
                    meeting: Some(meeting),
                    ..Target::default()
                },
            });
        }
    }

    /// The one of [`App::unborn`] with this label or id.
    pub fn unborn_meeting(&self, typed: &str) -> Option<Id> {
        let wanted = typed.trim().to_lowercase();
        let mut rows = self.unborn().into_iter();
        let named = |row: &MeetingRow| row.label == wanted || row.id.to_string() == wanted;
        rows.find(named).map(|row| row.id)
    }

    /// The meetings made here that the journal has not taken yet.
    pub fn unborn(&self) -> Vec<MeetingRow> {
        let mut rows = Vec::new();
        for (meeting, network) in self.docs.unborn() {
            let (Doc::Meeting(meeting), Doc::Network(network)) = (&*meeting, &*network) else {
                continue;
            };
            let (id, of) = (meeting.head.id, meeting.head.network);
            let label = self.docs.label_of(of).unwrap_or_default();
            if let Some(row) = network.meetings.get(&id).filter(|row| !row.removed) {
                rows.push(MeetingRow {
                    label: row.label(label),
                    network_name: network.head.name.clone(),
                    ..MeetingRow::of(id, meeting, Some(network))
                });
            }
        }
        rows
    }

    /// Puts them among the others: before the first that is earlier in a network's list, before the first that is
    /// later at Home.
    fn list_unborn(&self, rows: &mut Vec<MeetingRow>, within: Option<Id>) {
        for row in self.unborn() {
            let there = rows.iter().any(|other| other.id == row.id);
            if there || within.is_some_and(|within| within != row.network) {
                continue;
            }
            let after = |other: &MeetingRow| match within {
                Some(_) => other.date < row.date,
                None => other.date > row.date || other.stage == Stage::Finished,
            };
            let at = rows.iter().position(after).unwrap_or(rows.len());
            rows.insert(at, row);
        }
    }

    /// Puts those that fit what is searched for before all that was found.
    fn find_unborn(&self, needle: &str, hits: &mut Vec<Hit>) {
        let needle = fold(needle);
        let words: Vec<&str> = needle.split_whitespace().collect();
        for row in self.unborn() {
            let context = meeting_name(&row.label);
            let text = fold(&format!("{} {} {context}", row.title, row.label));
            if !words.is_empty() && words.iter().all(|word| text.contains(word)) {
                let (place, title) = (Place::Meeting(row.id), row.title);
                let hit = Hit {
                    place,
                    title,
                    context,
                };
                hits.insert(0, hit);
            }
        }
    }

    fn network_shown(&self) -> Option<Id> {
        match &self.view.screen {
            Screen::Network(screen) => Some(screen.network),
            _ => None,
        }
    }

    /// Asks for the meeting as it stood at the step selected in the history.
    pub(crate) fn ask_past(&mut self) {
        let Screen::History(screen) = &self.view.screen else {
            return;
        };
        let query = screen.past(&self.view.lists.history);
        let there = self.view.lists.past.as_ref().map(|(at, _)| *at);
        match query {
            Some(Query::At { at, .. }) if there == Some(at) => {}
            Some(query) => self.ask_list(query),
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::app::commands::lookup;
    use crate::app::testing::Bench;
    use crate::domain::query::Place;

    #[test]
    fn a_meeting_that_waits_here_is_found_and_can_be_named() {
        let mut bench = Bench::with_meeting();
        bench.pend("meeting-new --network nims --title Fjordtur --date 2026-12-01");
        let rows = bench.app.unborn();
        let [row] = rows.as_slice() else {
            panic!("{rows:?}");
        };
        assert_eq!(row.label, "nims-2026-~1");
        for typed in ["nims-2026-~1", "NIMS-2026-~1 ", &row.id.to_string()] {
            let found = bench.look(|context| lookup::meeting(context, typed));
            assert!(matches!(found, Ok(id) if id == row.id), "{typed}");
        }
        for (needle, found) in [("fjord", 1), ("nims ~1", 1), ("bjerg", 0), (" ", 0)] {
            let mut hits = Vec::new();
            bench.app.find_unborn(needle, &mut hits);
            assert_eq!(hits.len(), found, "{needle:?}");
            let mut places = hits.iter().map(|hit| hit.place);
            assert!(places.all(|place| place == Place::Meeting(row.id)));
        }
    }
}
