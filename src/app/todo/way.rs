//! What an errand leads to: the gap it is about, the command and what it is for, and the id of its row.

use super::{Errand, Todo};
use crate::app::context::Target;
use crate::domain::checklist::Missing;
use crate::domain::id::Id;
use crate::domain::walk::Check;

impl Todo<'_> {
    /// The gap it is about and the first record that has it, when mending it is what Enter begins.
    pub fn gap(&self) -> Option<(Check, Option<Id>)> {
        let plain = |check| Some((check, None));
        match &self.errand {
            Errand::Gap(gap, _) | Errand::CloseOut(gap) => Some((gap.check, gap.first)),
            Errand::Approve => plain(Check::ApproveNow),
            Errand::SendMinutes => plain(Check::MinutesUnsent),
            Errand::Convene => plain(Check::InvitationsUnsent),
            Errand::SendAgenda(_) => plain(Check::AgendaUnsent),
            Errand::Practical(..) => plain(Check::Practicals),
            Errand::Objections(_) => plain(Check::ObjectionsRunning),
            _ => None,
        }
    }

    /// The command that goes where it is done, and what that is about.
    pub fn way(&self) -> (&'static str, Target) {
        let mut target = Target {
            meeting: self.meeting.map(|row| row.id),
            ..Target::default()
        };
        let command = match &self.errand {
            Errand::Running => "go-minutes",
            Errand::Door => "go-door",
            Errand::Unanswered(_) => "go-participants",
            Errand::FirstNetwork => "network-begin",
            Errand::FirstMembers | Errand::FirstMeeting | Errand::NextMeeting => {
                target.network = Some(self.network);
                match self.errand {
                    Errand::FirstMembers => "network-fill",
                    _ => "meeting-begin",
                }
            }
            Errand::Proposals(_) => "go-proposals",
            Errand::Settle(_) => "conflicts",
            Errand::Remind(reminder) => {
                target.desk = Some(reminder.id);
                "go-desk"
            }
            Errand::Term(missing, _) => {
                target.network = Some(self.network);
                match missing {
                    Missing::ReviewDue => "resources",
                    _ => "go-terms",
                }
            }
            Errand::Mails(row) | Errand::Replies(row) => {
                target.meeting = Some(row.meeting);
                "letters"
            }
            Errand::Reported(rows) => {
                target.network = Some(self.network);
                target.action = rows.first().map(|row| row.id);
                "go-followup"
            }
            Errand::Overdue(rows) => {
                target.network = Some(self.network);
                match rows.as_slice() {
                    [one] => {
                        target.action = Some(one.id);
                        target.meeting = one.meeting;
                        target.item = one.item;
                        target.entry = one.entry;
                        if one.entry.is_some() {
                            "go-minutes"
                        } else {
                            "go-followup"
                        }
                    }
                    _ => "go-followup",
                }
            }
            _ => "go-meeting",
        };
        (command, target)
    }

    /// An id of its own that stays while it is the same errand.
    pub fn id(&self) -> Id {
        let kind = match &self.errand {
            Errand::Running => 1,
            Errand::Door => 2,
            Errand::Approve => 3,
            Errand::CloseOut(_) => 4,
            Errand::SendMinutes => 5,
            Errand::SendAgenda(_) => 6,
            Errand::Overdue(_) => 7,
            Errand::Practical(what, _) => {
                let sum = what.bytes().fold(5381u128, |sum, byte| {
                    sum.wrapping_mul(33).wrapping_add(byte.into())
                });
                sum << 8 | 8
            }
            Errand::Missed => 9,
            Errand::Gap(..) => 10,
            Errand::Unanswered(_) => 11,
            Errand::Objections(_) => 12,
            Errand::FirstNetwork => 13,
            Errand::FirstMembers => 14,
            Errand::FirstMeeting => 15,
            Errand::NextMeeting => 16,
            Errand::Ready => 17,
            Errand::Proposals(_) => 18,
            Errand::Settle(_) => 19,
            Errand::Convene => 20,
            Errand::Remind(reminder) => return Id::from_bits(reminder.id.bits() ^ 21),
            Errand::Mails(row) => return Id::from_bits(row.meeting.bits() ^ 26),
            Errand::Replies(row) => return Id::from_bits(row.meeting.bits() ^ 27),
            Errand::Reported(_) => 28,
            Errand::CallForItems(_) => 40,
            Errand::Slides(_) => 41,
            Errand::Term(Missing::EvaluationDue, _) => 22,
            Errand::Term(Missing::SecretariatEnds, _) => 23,
            Errand::Term(Missing::ReviewDue, _) => 25,
            Errand::Term(..) => 24,
        };
        let record = self.meeting.map_or(self.network, |row| row.id);
        Id::from_bits(record.bits() ^ kind)
    }
}
