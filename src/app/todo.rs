//! What needs doing today, the most pressing first: worked out from the lists' facts and the day.
//! It must not know words, documents or the screen.

mod way;

use chrono::{Days, NaiveDate};

use crate::domain::checklist::Missing;
use crate::domain::desk::Reminder;
use crate::domain::id::Id;
use crate::domain::letter::OutboxRow;
use crate::domain::network::ActionStatus;
use crate::domain::query::{ActionRow, Home, MeetingRow};
use crate::domain::walk::{Check, Gap, Stage};

/// Days ahead that an agenda's or a practical thing's deadline is named.
const AHEAD: u64 = 7;
/// Days before a meeting that missing answers are named.
const ANSWERS: u64 = 21;

/// Days ahead that a network's own deadlines are named.
const TERMS: [(Missing, u64); 4] = [
    (Missing::EvaluationDue, 14),
    (Missing::ReviewDue, 0),
    (Missing::SecretariatEnds, 60),
    (Missing::SeatEnds, 30),
];

/// Something to do, in the order of how it presses.
#[derive(Clone, Debug, PartialEq)]
pub enum Errand<'a> {
    /// The meeting runs, or was never closed.
    Running,
    /// The meeting is today.
    Door,
    /// Nobody has objected in time: the minutes can be approved.
    Approve,
    /// The meeting is over and this is missing in its minutes.
    CloseOut(&'a Gap),
    /// The minutes have not gone out.
    SendMinutes,
    /// The agenda should be out, and nobody has been asked to the meeting yet.
    Convene,
    /// The agenda is to go out on this day.
    SendAgenda(NaiveDate),
    /// Members are to be asked for items on this day.
    CallForItems(NaiveDate),
    /// Speakers' slides are to be in on this day.
    Slides(NaiveDate),
    /// Actions past their deadline, the oldest first.
    Overdue(Vec<&'a ActionRow>),
    /// Something on the desk has a day.
    Remind(&'a Reminder),
    /// A practical thing, to be done on this day.
    Practical(&'a str, NaiveDate),
    /// The meeting's day is past and it was never opened.
    Missed,
    /// What the current stage lacks first, and how much more it lacks.
    Gap(&'a Gap, usize),
    /// So many changes met, or were refused, and wait for a choice.
    Settle(usize),
    /// Mails of a meeting that did not arrive, or have not left.
    Mails(&'a OutboxRow),
    /// Replies to a meeting's mails that a person has to settle.
    Replies(&'a OutboxRow),
    /// Action items that were reported done.
    Reported(Vec<&'a ActionRow>),
    /// Members' proposals for the agenda wait for an answer.
    Proposals(&'a Gap),
    /// People who have not answered.
    Unanswered(usize),
    /// The minutes are out and can be objected to until this day.
    Objections(NaiveDate),
    /// So many terms end, or the evaluation is due.
    Term(Missing, usize),
    /// There is no network yet.
    FirstNetwork,
    /// A network has no members yet.
    FirstMembers,
    /// A network has had no meeting yet, and none is planned.
    FirstMeeting,
    /// A network has no meeting to come.
    NextMeeting,
    /// Nothing is missing before the nearest meeting.
    Ready,
}

/// An errand and where it belongs.
#[derive(Clone, Debug, PartialEq)]
pub struct Todo<'a> {
    /// What.
    pub errand: Errand<'a>,
    /// Its meeting; none where it is about a network's actions.
    pub meeting: Option<&'a MeetingRow>,
    /// Its network.
    pub network: Id,
    /// The day it hangs on.
    pub day: Option<NaiveDate>,
}

/// Everything to do across networks, the first being the thing to do now.
pub fn todo(home: &Home, today: NaiveDate) -> Vec<Todo<'_>> {
    let mut all: Vec<Todo<'_>> = Vec::new();
    for meeting in &home.meetings {
        of_meeting(meeting, today, &mut all);
    }
    overdue(&home.actions, today, &mut all);
    reported(&home.actions, &mut all);
    mails(home, &mut all);
    all.extend(home.reminders.iter().map(remind));
    terms(home, today, &mut all);
    of_networks(home, today, &mut all);
    all.sort_by_key(|todo| todo.rank(today));
    all
}

fn remind(reminder: &Reminder) -> Todo<'_> {
    Todo {
        errand: Errand::Remind(reminder),
        meeting: None,
        network: reminder.network.unwrap_or_default(),
        day: reminder.due.day(),
    }
}

fn of_meeting<'a>(row: &'a MeetingRow, today: NaiveDate, all: &mut Vec<Todo<'a>>) {
    if row.cancelled && row.stage == Stage::Finished {
        return;
    }
    let mut add = |errand, day| {
        all.push(Todo {
            errand,
            meeting: Some(row),
            network: row.network,
            day,
        });
    };
    if let Some(gap) = row
        .gaps
        .iter()
        .find(|gap| gap.check == Check::CancellationUnsent)
    {
        return add(Errand::Gap(gap, 0), row.date);
    }
    match row.stage {
        stage if stage <= Stage::CheckIn => before(row, today, &mut add),
        Stage::Minutes => add(Errand::Running, row.date),
        stage => after(row, stage, today, &mut add),
    }
    // What was to be ready for a meeting that has begun is no longer to do.
    let begun = row.stage > Stage::CheckIn;
    let practicals = row.practicals.iter();
    for (what, days) in practicals.filter(|(_, days)| !begun || *days >= 0) {
        let due = row.date.and_then(|date| days_from(date, *days));
        if let Some(due) = due.filter(|due| *due <= days_after(today, AHEAD)) {
            add(Errand::Practical(what, due), Some(due));
        }
    }
}

fn before<'a>(
    row: &'a MeetingRow,
    today: NaiveDate,
    add: &mut impl FnMut(Errand<'a>, Option<NaiveDate>),
) {
    match row.date {
        Some(date) if date == today => return add(Errand::Door, row.date),
        Some(date) if date < today => return add(Errand::Missed, row.date),
        _ => {}
    }
    let due = row
        .agenda_due
        .filter(|due| *due <= days_after(today, AHEAD));
    let convene = due.is_some_and(|due| due <= today) && lacks(row, Check::InvitationsUnsent);
    match due {
        Some(_) if convene => add(Errand::Convene, due),
        Some(day) => add(Errand::SendAgenda(day), due),
        None => {}
    }
    let near = |due: Option<NaiveDate>| due.filter(|due| *due <= days_after(today, AHEAD));
    if let Some(day) = near(row.call_due) {
        add(Errand::CallForItems(day), Some(day));
    }
    if let Some(day) = near(row.slides_due) {
        add(Errand::Slides(day), Some(day));
    }
    let mut gaps = row.gaps.iter();
    if let Some(gap) = gaps.find(|gap| gap.check == Check::Proposals) {
        add(Errand::Proposals(gap), row.date);
    }
    let mut lacking = row.gaps.iter().filter(|gap| {
        let said = due.is_some() && gap.check == Check::AgendaUnsent;
        let said = said || convene && gap.check == Check::InvitationsUnsent;
        let said = said || gap.check == Check::Proposals;
        gap.stage == row.stage && !gap.check.waits() && !said
    });
    if let Some(first) = lacking.next() {
        add(Errand::Gap(first, lacking.count()), row.date);
    }
    let near = row
        .date
        .is_some_and(|date| date <= days_after(today, ANSWERS));
    if row.unanswered > 0 && near && !lacks(row, Check::InvitationsUnsent) {
        add(Errand::Unanswered(row.unanswered), row.date);
    }
}

fn after<'a>(
    row: &'a MeetingRow,
    stage: Stage,
    today: NaiveDate,
    add: &mut impl FnMut(Errand<'a>, Option<NaiveDate>),
) {
    let gap = |wanted: Stage| {
        let mut gaps = row.gaps.iter();
        gaps.find(|gap| gap.stage == wanted && !gap.check.waits())
    };
    match stage {
        Stage::CloseOut => match gap(Stage::CloseOut).or_else(|| gap(Stage::Minutes)) {
            Some(gap) => add(Errand::CloseOut(gap), row.date),
            None => add(Errand::SendMinutes, row.minutes_due.or(row.date)),
        },
        Stage::Approve if lacks(row, Check::MinutesUnsent) => {
            add(Errand::SendMinutes, row.minutes_due.or(row.date));
        }
        Stage::Approve => {
            if let Some(gap) = row.gaps.iter().find(|gap| gap.check == Check::OpenComments) {
                return add(Errand::Gap(gap, 0), row.objection_deadline);
            }
            match row.objection_deadline.filter(|day| *day >= today) {
                Some(day) => add(Errand::Objections(day), Some(day)),
                None => add(Errand::Approve, row.objection_deadline),
            }
        }
        Stage::Publish | Stage::FollowUp => {
            if let Some(gap) = gap(stage) {
                add(Errand::Gap(gap, 0), row.date);
            }
        }
        _ => {}
    }
}

/// What a new secretariat, or a network without a meeting to come, needs next; where nothing is
/// missing anywhere, the nearest meeting.
fn of_networks<'a>(home: &'a Home, today: NaiveDate, all: &mut Vec<Todo<'a>>) {
    let add = |errand, network, meeting: Option<&'a MeetingRow>| Todo {
        errand,
        meeting,
        network,
        day: meeting.and_then(|row| row.date),
    };
    for row in &home.networks {
        let open = |meeting: &MeetingRow| {
            let comes = meeting.date.is_none_or(|date| date >= today);
            meeting.network == row.id
                && !meeting.cancelled
                && (comes || meeting.stage <= Stage::Approve || lacks(meeting, Check::NextMeeting))
        };
        match (row.members, row.held) {
            _ if home.meetings.iter().any(open) => {}
            (0, 0) => all.push(add(Errand::FirstMembers, row.id, None)),
            (_, 0) => all.push(add(Errand::FirstMeeting, row.id, None)),
            _ => all.push(add(Errand::NextMeeting, row.id, None)),
        }
    }
    let meetings = home.meetings.iter();
    let ahead = |row: &&MeetingRow| row.date >= Some(today) && row.stage <= Stage::Minutes;
    let mut coming = meetings.filter(|row| !row.cancelled).filter(ahead);
    match coming.next() {
        Some(row) if all.is_empty() => all.push(add(Errand::Ready, row.network, Some(row))),
        None if home.networks.is_empty() && home.meetings.is_empty() && all.is_empty() => {
            all.push(add(Errand::FirstNetwork, Id::default(), None));
        }
        _ => {}
    }
}

/// What ends or is due in each network within so many days; what ended is no longer said, but an
/// evaluation and a review wait.
fn terms<'a>(home: &'a Home, today: NaiveDate, all: &mut Vec<Todo<'a>>) {
    for row in &home.networks {
        for (missing, ahead) in TERMS {
            let near = |(kind, day): &&(Missing, NaiveDate)| {
                let waits = matches!(kind, Missing::EvaluationDue | Missing::ReviewDue);
                let past = waits || *day >= today;
                *kind == missing && past && *day <= days_after(today, ahead)
            };
            let days = || row.days.iter().filter(near).map(|(_, day)| *day);
            if let Some(first) = days().min() {
                all.push(Todo {
                    errand: Errand::Term(missing, days().count()),
                    meeting: None,
                    network: row.id,
                    day: Some(first),
                });
            }
        }
    }
}

fn lacks(row: &MeetingRow, check: Check) -> bool {
    row.gaps.iter().any(|gap| gap.check == check)
}

/// Whether an action's deadline is past.
pub fn is_overdue(action: &ActionRow, today: NaiveDate) -> bool {
    let day = action.due.as_ref().and_then(|due| due.day());
    action.status == ActionStatus::Open && day.is_some_and(|day| day < today)
}

/// What became of mails, and what came back, meeting by meeting.
fn mails<'a>(home: &'a Home, all: &mut Vec<Todo<'a>>) {
    for row in &home.outbox {
        let meeting = home.meetings.iter().find(|it| it.id == row.meeting);
        let mut add = |errand| {
            all.push(Todo {
                errand,
                meeting,
                network: meeting.map_or(Id::default(), |it| it.network),
                day: None,
            });
        };
        if row.mails.replies > 0 {
            add(Errand::Replies(row));
        }
        if row.mails.trouble + row.mails.waiting + row.mails.files > 0 {
            add(Errand::Mails(row));
        }
    }
}

/// One errand for each network's actions that were reported done.
fn reported<'a>(actions: &'a [ActionRow], all: &mut Vec<Todo<'a>>) {
    let rows = actions.iter().filter(|row| is_reported(row));
    for (network, rows) in by_network(rows) {
        all.push(Todo {
            errand: Errand::Reported(rows),
            meeting: None,
            network,
            day: None,
        });
    }
}

/// Whether an action was reported done and nobody has confirmed it.
pub fn is_reported(action: &ActionRow) -> bool {
    action.status == ActionStatus::Open && action.reported.is_some()
}

/// Actions by network, in the order they come.
fn by_network<'a>(rows: impl Iterator<Item = &'a ActionRow>) -> Vec<(Id, Vec<&'a ActionRow>)> {
    let mut networks: Vec<(Id, Vec<&ActionRow>)> = Vec::new();
    for action in rows {
        match networks.iter_mut().find(|(id, _)| *id == action.network) {
            Some((_, rows)) => rows.push(action),
            None => networks.push((action.network, vec![action])),
        }
    }
    networks
}

/// One errand for each network's overdue actions.
fn overdue<'a>(actions: &'a [ActionRow], today: NaiveDate, all: &mut Vec<Todo<'a>>) {
    let late = |row: &&ActionRow| is_overdue(row, today) && !is_reported(row);
    for (network, mut rows) in by_network(actions.iter().filter(late)) {
        rows.sort_by(|left, right| left.due.cmp(&right.due));
        let oldest = rows.first().and_then(|row| row.due.as_ref());
        all.push(Todo {
            day: oldest.and_then(|due| due.day()),
            errand: Errand::Overdue(rows),
            meeting: None,
            network,
        });
    }
}

impl Todo<'_> {
    /// How it presses: least first.
    fn rank(&self, today: NaiveDate) -> (u8, i64) {
        let ahead = |day: NaiveDate| (day - today).num_days();
        let day = self.day.map_or(i64::MAX, ahead);
        let now = |rank: u8| (rank, day);
        match &self.errand {
            // The one of today before one nobody closed in May.
            Errand::Running => (0, day.checked_abs().unwrap_or(i64::MAX)),
            Errand::Door | Errand::Settle(_) => now(1),
            Errand::Approve => now(2),
            Errand::CloseOut(_) | Errand::SendMinutes => now(3),
            Errand::Convene => now(4),
            Errand::SendAgenda(due) if *due <= today => now(4),
            Errand::Mails(row) if row.mails.trouble > 0 => now(4),
            Errand::Overdue(_) | Errand::Replies(_) | Errand::Reported(_) => now(5),
            Errand::Remind(_) if day < 0 => now(5),
            Errand::Missed => now(6),
            Errand::SendAgenda(_)
            | Errand::CallForItems(_)
            | Errand::Slides(_)
            | Errand::Practical(..)
            | Errand::Remind(_)
            | Errand::Gap(..)
            | Errand::Proposals(_)
            | Errand::Term(..)
            | Errand::Unanswered(_) => now(7),
            Errand::Objections(_) | Errand::Mails(_) => now(8),
            Errand::FirstNetwork
            | Errand::FirstMembers
            | Errand::FirstMeeting
            | Errand::NextMeeting
            | Errand::Ready => now(9),
        }
    }
}

fn days_after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

fn days_from(day: NaiveDate, days: i16) -> Option<NaiveDate> {
    day.checked_add_signed(chrono::TimeDelta::days(days.into()))
}

#[cfg(test)]
mod tests;
