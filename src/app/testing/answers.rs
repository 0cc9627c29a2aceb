//! What the bench answers, as the store would.

use chrono::NaiveDate;

use super::Bench;
use crate::domain::batch::Submission;
use crate::domain::bytes::Bytes;
use crate::domain::figures::{Figures, Turnout};
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::network::Network;
use crate::domain::op::{DocId, DocOp, inverses};
use crate::domain::plan::{PlanRow, plan_rows};
use crate::domain::query::{Answer, HistoryRow, MeetingRow, Query, Reference, UndoStep};

impl Bench {
    pub(super) fn answer(&self, query: &Query) -> Answer {
        match query {
            Query::Doc(id) => Answer::Doc {
                id: *id,
                doc: self
                    .docs
                    .get(id)
                    .cloned()
                    .unwrap_or_else(|| Doc::empty(*id)),
                seq: self.journal.len() as u64,
                read_only: false,
            },
            Query::Resolve(text) => Answer::Resolved(self.resolve(text)),
            Query::Code(code) => Answer::Code(self.meeting_of_code(code)),
            Query::Meetings { network, .. } => Answer::Meetings(self.meeting_rows(*network)),
            // Where a document is made: none is open.
            Query::Actions { .. } => Answer::Actions(Vec::new()),
            Query::Activities { network } => Answer::Activities(self.plan_rows(*network)),
            Query::Figures { network } => Answer::Figures(self.figures(*network)),
            Query::Undo { .. } => Answer::Undo(self.undo()),
            // A document's whole history is laid out by its tests.
            Query::History {
                doc,
                record: Some(record),
            } => Answer::History(self.history(*doc, *record)),
            Query::Save(save) => Answer::Saved(format!("{}/{}", save.to, save.name)),
            Query::SaveAll(bundle) => Answer::Saved(bundle.to.clone()),
            Query::Read(path) => match std::fs::read(path) {
                Ok(bytes) => Answer::Content(Bytes(bytes)),
                Err(error) => Answer::Failed(error.to_string()),
            },
            Query::Keep(path) => Answer::Kept {
                hash: "0".repeat(64),
                name: path.rsplit('/').next().unwrap_or_default().to_owned(),
            },
            other => Answer::Failed(format!("the bench does not answer {other:?}")),
        }
    }

    pub(super) fn resolve(&self, text: &str) -> Option<Reference> {
        let id = text.parse::<Id>().ok();
        let meetings = self.docs.keys().filter_map(|doc| match doc {
            DocId::Meeting(meeting) => Some(*meeting),
            _ => None,
        });
        for meeting in meetings {
            if id == Some(meeting) || self.label(meeting) == text {
                return Some(Reference::Meeting(meeting));
            }
        }
        if let Some(network) = self.secretariat().network(text) {
            return Some(Reference::Network(network));
        }
        let person = self.register().person(text).map(|row| row.id);
        let organisation = self.register().organisation(text).map(|row| row.id);
        person
            .map(Reference::Person)
            .or(organisation.map(Reference::Organisation))
    }

    /// The steps of one of a document's records, newest first, all by the bench's own user.
    fn history(&self, doc: DocId, record: Id) -> Vec<HistoryRow> {
        let touches = |op: &DocOp| {
            let keys = op.op.touched();
            op.doc == doc && keys.iter().any(|key| key.id == record)
        };
        let row = |(seq, step): (u64, &Submission)| {
            let ops: Vec<DocOp> = step.ops.iter().filter(|op| touches(op)).cloned().collect();
            (!ops.is_empty()).then(|| HistoryRow {
                seq,
                at: step.at,
                user: "Karen".to_owned(),
                label: step.label.clone(),
                group: step.group,
                ops,
                refused: false,
            })
        };
        let mut rows: Vec<HistoryRow> = (1..).zip(&self.journal).filter_map(row).collect();
        rows.reverse();
        rows
    }

    fn meeting_of_code(&self, code: &str) -> Option<(String, Option<NaiveDate>)> {
        let mut meetings = self.docs.values().filter_map(|doc| match doc {
            Doc::Meeting(meeting) => Some(meeting),
            _ => None,
        });
        let has = |meeting: &Meeting| {
            let mut rows = meeting.participant_list();
            rows.any(|row| meeting.code_of(row) == code)
        };
        let found = meetings.find(|row| has(row))?;
        Some((self.label(found.head.id), found.head.date))
    }

    fn meeting_rows(&self, network: Option<Id>) -> Vec<MeetingRow> {
        let meetings = self.docs.values().filter_map(|doc| match doc {
            Doc::Meeting(meeting) => Some(meeting),
            _ => None,
        });
        let mut rows: Vec<MeetingRow> = meetings
            .filter(|meeting| network.is_none_or(|wanted| wanted == meeting.head.network))
            .map(|meeting| MeetingRow {
                id: meeting.head.id,
                label: self.label(meeting.head.id),
                network: meeting.head.network,
                title: meeting.head.title.clone(),
                date: meeting.head.date,
                host: meeting.head.host,
                cancelled: meeting.head.cancelled.is_some(),
                minutes: meeting.head.minutes,
                ..MeetingRow::default()
            })
            .collect();
        rows.sort_by_key(|row| std::cmp::Reverse((row.date, row.label.clone())));
        rows
    }

    fn figures(&self, network: Option<Id>) -> Figures {
        let mut figures = Figures::default();
        for row in self.meeting_rows(network).into_iter().rev() {
            let meeting = self.meeting_by_id(row.id);
            figures
                .meetings
                .extend(Turnout::of(row.id, &row.label, meeting));
        }
        let wanted = |id| network.is_none_or(|network| network == id);
        for (_, row) in self.networks().filter(|(id, _)| wanted(*id)) {
            figures.add_actions(row, |id| self.meeting_by_id(id).head.date);
        }
        figures.add_enquiries(self.desk(), network);
        figures
    }

    fn plan_rows(&self, network: Option<Id>) -> Vec<PlanRow> {
        let meetings = self.meeting_rows(network);
        let wanted = |(id, _): &(Id, &Network)| network.is_none_or(|network| network == *id);
        let rows = self.networks().filter(wanted);
        let rows = rows.flat_map(|(id, network)| plan_rows(id, network, &meetings));
        let mut rows: Vec<PlanRow> = rows.collect();
        rows.sort_by(|left, right| left.activity.order(&right.activity));
        rows
    }

    /// Takes back the latest submission.
    fn undo(&self) -> Option<UndoStep> {
        let last = self.journal.last()?;
        Some(UndoStep {
            group: last.group,
            label: last.label.clone(),
            ops: inverses(&last.ops).collect(),
            base: self.journal.len() as u64,
            contested_by: None,
        })
    }
}
