//! Members' proposals for the agenda as rows, those that wait first.

use crate::app::App;
use crate::app::context::Target;
use crate::domain::proposal::{Proposal, ProposalStatus};
use crate::domain::zone::Moment;
use crate::locale::Key;

use super::Row;
use super::comments::told;
use super::rows::call;

/// Every proposal: Enter takes it in, Del declines it.
pub fn all(app: &App, target: Target) -> Vec<Row> {
    let Some(meeting) = target.meeting.and_then(|id| app.docs.meeting(id)) else {
        return Vec::new();
    };
    let rows = meeting.proposal_list().into_iter();
    rows.flat_map(|proposal| of(app, target, proposal))
        .collect()
}

fn of(app: &App, target: Target, proposal: &Proposal) -> Vec<Row> {
    let id = proposal.id.to_string();
    let (sign, waits) = match proposal.status {
        ProposalStatus::Open => ("!", true),
        ProposalStatus::Accepted => ("✓", false),
        ProposalStatus::Declined => ("–", true),
    };
    let day = Moment::new(proposal.at).today;
    let day = app.locale.language().short_date(day);
    let minutes = proposal.minutes.map(|minutes| format!("{minutes} min · "));
    let mut rows = vec![Row {
        sign,
        text: proposal.title.clone(),
        right: format!("{}{} · {day}", minutes.unwrap_or_default(), proposal.by),
        call: waits.then(|| call(&["proposal-accept", &id], target)),
        remove: waits.then(|| call(&["proposal-answer", &id], target)),
        ..Row::default()
    }];
    rows.extend(told(&proposal.purpose));
    if proposal.status == ProposalStatus::Declined {
        let why = app.locale.text_with(
            Key::ProposalWhy,
            &[("why", proposal.answer.as_str().into())],
        );
        rows.extend(told(why.trim_end_matches([':', ' '])));
    }
    rows
}
