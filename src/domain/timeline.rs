//! Attendance as a timeline: from when until when somebody was there, in the room or online, and who
//! was there for an item. It owns how events become stretches of time; it must not know a clock.

use std::collections::BTreeSet;

use super::attendance::{ParticipantRole, PresenceKind};
use super::counts::Quorum;
use super::id::Id;
use super::meeting::Meeting;
use super::network::Network;

/// A stretch of time somebody was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// From when, milliseconds since 1970 UTC.
    pub from: i64,
    /// Until when; `None` while they are there.
    pub to: Option<i64>,
    /// Online, not in the room.
    pub online: bool,
    /// The item under which they came.
    pub from_item: Option<Id>,
    /// The item under which they went.
    pub to_item: Option<Id>,
}

impl Span {
    fn covers(self, at: i64) -> bool {
        self.from <= at && self.to.is_none_or(|to| at < to)
    }
}

/// Who was there for an item: at its end, or now while it is dealt with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemAttendance {
    /// There, in the room or online.
    pub present: usize,
    /// Of them online.
    pub online: usize,
    /// Of them members who may vote: not out because of a conflict of interest.
    pub entitled: usize,
    /// Out because of a conflict of interest.
    pub recused: usize,
    /// The network's rule, when it has one.
    pub quorum: Option<Quorum>,
}

impl Meeting {
    /// When somebody was there, in order; what is open ends with the meeting.
    pub fn spans(&self, person: Id) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        for event in self.presences_of(person) {
            let online = match event.kind {
                PresenceKind::Arrived | PresenceKind::Returned => Some(false),
                PresenceKind::Online => Some(true),
                PresenceKind::Left | PresenceKind::Apologies | PresenceKind::Absent => None,
            };
            let open = spans.last_mut().filter(|span| span.to.is_none());
            match (open, online) {
                (Some(span), Some(online)) if span.online == online => continue,
                (Some(span), _) => (span.to, span.to_item) = (Some(event.at), event.item),
                (None, _) => {}
            }
            spans.extend(online.map(|online| Span {
                from: event.at,
                to: None,
                online,
                from_item: event.item,
                to_item: None,
            }));
        }
        let end = self.head.ended_at;
        if let Some(span) = spans.last_mut().filter(|span| span.to.is_none()) {
            span.to = end.filter(|at| *at >= span.from);
        }
        spans
    }

    /// How somebody was there at a moment; `None` when they were not.
    fn there_at(&self, person: Id, at: i64) -> Option<Span> {
        let mut spans = self.spans(person).into_iter();
        spans.find(|span| span.covers(at))
    }

    /// The moment an item's attendance is counted: its end, or now while it is dealt with; `None`
    /// when it was not.
    fn counted_at(&self, item: Id, now: i64) -> Option<i64> {
        let timings = self.timings.values();
        let timings = timings.filter(|row| !row.removed && row.item == item);
        let ends = timings.map(|row| row.to.map_or(now, |to| (to - 1).max(row.from)));
        ends.max()
    }

    /// Who was there for an item, seen from now; `None` when it was not dealt with yet.
    pub fn attendance_at(&self, network: &Network, item: Id, now: i64) -> Option<ItemAttendance> {
        let at = self.counted_at(item, now)?;
        let recused = self.recused(item);
        let mut counted = ItemAttendance::default();
        let mut organisations = BTreeSet::new();
        for row in self.participant_list() {
            let Some(span) = self.there_at(row.id, at) else {
                continue;
            };
            let out = recused.contains(&row.id);
            counted.present += 1;
            counted.online += usize::from(span.online);
            counted.recused += usize::from(out);
            if row.role == ParticipantRole::Member && !out {
                counted.entitled += 1;
                organisations.extend(row.organisation);
            }
        }
        let head = &network.head;
        counted.quorum = head.quorum.map(|needed| Quorum {
            needed: usize::from(needed),
            there: match head.quorum_by_organisation {
                true => organisations.len(),
                false => counted.entitled,
            },
            by_organisation: head.quorum_by_organisation,
        });
        Some(counted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::{ItemKind, Timing};
    use crate::domain::attendance::PresenceKind::{Arrived, Left, Online, Returned};
    use crate::domain::attendance::Rsvp;
    use crate::domain::fixture::{Builder, at, id};
    use crate::domain::recusal::Recusal;

    fn held() -> Meeting {
        let timing = |number, item, from, to: Option<&str>| Timing {
            id: id(number),
            item: id(item),
            from: at(from),
            to: to.map(at),
            removed: false,
        };
        Builder::planned()
            .item(41, ItemKind::Discussion, 30)
            .item(42, ItemKind::Decision, 30)
            .item(43, ItemKind::AnyOtherBusiness, 10)
            .person(1, 10, Rsvp::Yes)
            .person(2, 10, Rsvp::Yes)
            .person(3, 11, Rsvp::Yes)
            .event(1, Arrived, "09:20")
            .event(2, Online, "09:25")
            .event(2, Left, "09:50")
            .event(2, Returned, "10:10")
            .event(3, Arrived, "10:05")
            .with(|meeting| {
                for row in [
                    timing(401, 41, "09:30", Some("10:00")),
                    timing(402, 42, "10:00", None),
                ] {
                    meeting.timings.insert(row.id, row);
                }
                let out = Recusal {
                    id: id(77),
                    person: id(3),
                    item: id(42),
                    at: at("10:06"),
                    removed: false,
                };
                meeting.recusals.insert(out.id, out);
            })
            .done()
    }

    #[test]
    fn comings_and_goings_are_stretches_of_time() {
        let mut meeting = held();
        let told = |meeting: &Meeting, person| -> Vec<(i64, Option<i64>, bool)> {
            let spans = meeting.spans(id(person)).into_iter();
            spans.map(|it| (it.from, it.to, it.online)).collect()
        };
        assert_eq!(
            told(&meeting, 2),
            [
                (at("09:25"), Some(at("09:50")), true),
                (at("10:10"), None, false)
            ]
        );
        meeting.head.ended_at = Some(at("12:00"));
        assert_eq!(told(&meeting, 1), [(at("09:20"), Some(at("12:00")), false)]);
        assert_eq!(told(&meeting, 4), []);
    }

    #[test]
    fn each_item_has_its_own_counts() {
        let meeting = held();
        let mut network = Network::default();
        network.head.quorum = Some(2);
        let counted = |item, now| meeting.attendance_at(&network, id(item), at(now));
        // Åse has left, Bo has not come: one is there at the end of the first item.
        let first = counted(41, "10:30").unwrap();
        assert_eq!((first.present, first.entitled, first.recused), (1, 1, 0));
        assert!(!first.quorum.unwrap().met());
        // The second is dealt with: seen later, more are there; one of them is out for it.
        let second = |now| counted(42, now).unwrap();
        assert_eq!(second("10:07").present, 2);
        let later = second("10:30");
        assert_eq!((later.present, later.entitled, later.recused), (3, 2, 1));
        assert!(later.quorum.unwrap().met());
        assert_eq!(counted(43, "10:30"), None);
    }
}
