//! A meeting as lists show it, derived from its document and its network's.

use super::counts::counts;
use super::deadlines::{agenda_deadline, call_deadline, minutes_deadline, slides_deadline};
use super::id::Id;
use super::meeting::Meeting;
use super::network::Network;
use super::query::MeetingRow;
use super::walk::kept;

impl MeetingRow {
    /// What a list shows of a meeting; its label and its network's name are put in by the list.
    pub fn of(id: Id, meeting: &Meeting, network: Option<&Network>) -> Self {
        let head = &meeting.head;
        let nothing = Network::default();
        let network = network.unwrap_or(&nothing);
        let (stage, gaps) = kept(meeting, network);
        let counts = counts(meeting, &network.head);
        Self {
            id,
            label: String::new(),
            network: head.network,
            network_name: String::new(),
            title: head.title.clone(),
            date: head.date,
            tentative: head.tentative,
            start: head.start,
            end: head.end,
            venue: head.venue.clone(),
            host: head.host,
            cancelled: head.cancelled.is_some(),
            stage,
            gaps,
            minutes: head.minutes,
            objection_deadline: head.objection_deadline,
            agenda_due: match head.agenda_sent_at {
                Some(_) => None,
                None => agenda_deadline(meeting, network),
            },
            call_due: call_deadline(meeting, network),
            slides_due: slides_deadline(meeting, network),
            minutes_due: minutes_deadline(meeting, network),
            practicals: meeting
                .practical_list()
                .into_iter()
                .filter(|practical| !practical.done)
                .map(|practical| (practical.what.clone(), practical.days))
                .collect(),
            expected: counts.expected,
            present: counts.present,
            apologies: counts.apologies,
            unanswered: counts.unanswered,
        }
    }
}
