use super::*;
use crate::domain::agenda::{AgendaItem, ItemKind, ItemStatus, SpeakerStatus};
use crate::domain::attendance::{PresenceKind, Rsvp};
use crate::domain::due::Due;
use crate::domain::fixture::{Builder, MEETING, at, clock, day, id, moment};
use crate::domain::id::Id;
use crate::domain::meeting::Practical;
use crate::domain::minutes::{Comment, EntryKind};
use crate::domain::network::{ActionItem, Owner};
use crate::domain::vote::Vote;

fn checks(meeting: &Meeting) -> Vec<&'static str> {
    let names = gaps(meeting, &Network::default());
    names.iter().map(|gap| gap.check.name()).collect()
}

fn on(meeting: &Meeting, today: &str, time: &str) -> Walk {
    let now = Moment::of(day(today), clock(time));
    walk(meeting, &Network::default(), None, now)
}

/// Invited, agenda sent, one item of each sort that asks nothing.
fn ready() -> Builder {
    Builder::planned()
        .item(1, ItemKind::Discussion, 30)
        .item(2, ItemKind::Decision, 30)
        .person(1, 10, Rsvp::Yes)
        .with(|meeting| {
            meeting.head.invited_at = Some(at("06:00"));
            meeting.head.agenda_sent_at = Some(at("06:00"));
        })
}

fn running() -> Builder {
    ready()
        .event(1, PresenceKind::Arrived, "09:20")
        .status(1, ItemStatus::Current)
        .with(|meeting| {
            meeting.head.started_at = Some(at("09:30"));
            meeting.head.current = Some(id(1));
        })
}

fn closed() -> Builder {
    running()
        .status(1, ItemStatus::Done)
        .status(2, ItemStatus::Done)
        .entry(50, 2, EntryKind::Decision, "Indstillingen tiltrådt.")
        .with(|meeting| {
            meeting.head.ended_at = Some(at("12:30"));
            meeting.head.current = None;
        })
}

#[test]
fn an_empty_meeting_lacks_everything() {
    assert_eq!(
        checks(&Builder::new().done()),
        [
            "date",
            "times",
            "place",
            "host",
            "purpose",
            "agenda-empty",
            "nobody-invited",
            "agenda-unsent"
        ]
    );
}

#[test]
fn a_prepared_meeting_lacks_nothing() {
    assert_eq!(checks(&ready().done()), Vec::<&str>::new());
}

fn first(builder: Builder, change: fn(&mut AgendaItem)) -> Builder {
    builder.with(|meeting| change(meeting.items.get_mut(&id(1)).unwrap()))
}

#[test]
fn each_planning_check_finds_its_gap() {
    type Change = fn(Builder) -> Builder;
    let cases: [(&str, Change); 12] = [
        ("tentative", |b| b.with(|m| m.head.tentative = true)),
        ("times", |b| b.with(|m| m.head.end = None)),
        ("place", |b| b.with(|m| m.head.venue.clear())),
        ("item-purpose", |b| first(b, |item| item.purpose.clear())),
        ("item-outcome", |b| first(b, |item| item.outcome.clear())),
        ("item-minutes", |b| first(b, |item| item.minutes = None)),
        ("item-responsible", |b| {
            first(b, |item| item.responsible = Owner::Nobody)
        }),
        ("too-long", |b| b.item(3, ItemKind::Information, 150)),
        ("talk-speaker", |b| b.item(3, ItemKind::Talk, 30)),
        ("talk-speaker", |b| {
            b.item(3, ItemKind::Talk, 30)
                .speaker(3, SpeakerStatus::Declined)
        }),
        ("speaker-invited", |b| {
            b.item(3, ItemKind::Talk, 30)
                .speaker(3, SpeakerStatus::Suggested)
        }),
        ("speaker-confirmed", |b| {
            b.item(3, ItemKind::Talk, 30)
                .speaker(3, SpeakerStatus::Invited)
        }),
    ];
    for (check, change) in cases {
        assert_eq!(checks(&change(ready()).done()), [check]);
    }
}

#[test]
fn a_link_is_a_place_and_a_speaker_outside_talks_is_not_asked_after() {
    let meeting = ready()
        .speaker(1, SpeakerStatus::Suggested)
        .with(|meeting| {
            meeting.head.venue.clear();
            meeting.head.link = "https://x.dk".into();
        });
    assert_eq!(checks(&meeting.done()), Vec::<&str>::new());
}

#[test]
fn too_long_says_by_how_many_minutes() {
    let meeting = ready().item(3, ItemKind::Information, 150).done();
    assert_eq!(gaps(&meeting, &Network::default())[0].count, 30);
}

#[test]
fn before_the_day_the_first_stage_that_lacks_is_current() {
    let empty = on(&Builder::new().done(), "2026-11-01", "09:00");
    assert_eq!(empty.current, Stage::Plan);
    assert!(matches!(&empty.next, NextStep::Mend(gap) if gap.check == Check::Date));
    let uninvited = ready().with(|m| m.head.invited_at = None).done();
    let walk = on(&uninvited, "2026-11-01", "09:00");
    assert_eq!(walk.current, Stage::Invite);
    assert_eq!(walk.next, NextStep::Invite { people: 1 });
    assert_eq!(walk.stage(Stage::Speakers).unwrap().state, State::Skipped);
    assert_eq!(walk.stage(Stage::Plan).unwrap().state, State::Done);
    let waiting = ready().with(|m| m.head.tentative = true).done();
    let walk = on(&waiting, "2026-11-01", "09:00");
    assert_eq!(walk.stage(Stage::Plan).unwrap().state, State::Todo);
    assert_eq!(
        walk.next,
        NextStep::Wait {
            until: Some(day("2026-11-26"))
        }
    );
}

#[test]
fn a_late_agenda_goes_first() {
    let meeting = ready().with(|meeting| {
        meeting.head.agenda_sent_at = None;
        meeting.head.host = None;
    });
    let meeting = meeting.done();
    let walk = on(&meeting, "2026-11-19", "09:00");
    assert!(matches!(&walk.next, NextStep::Mend(gap) if gap.check == Check::Host));
    let walk = on(&meeting, "2026-11-21", "09:00");
    assert_eq!(walk.next, NextStep::SendAgenda);
    let late = walk.gaps().find(|gap| gap.stage == Stage::SendAgenda);
    assert_eq!(
        late.map(|gap| (gap.check, gap.count)),
        Some((Check::AgendaLate, 2))
    );
    let mut unasked = meeting.clone();
    unasked.head.invited_at = None;
    let walk = on(&unasked, "2026-11-21", "09:00");
    assert!(
        matches!(walk.next, NextStep::Invite { .. }),
        "{:?}",
        walk.next
    );
}

#[test]
fn silence_counts_after_a_week_and_practicals_when_due() {
    let meeting = ready().person(2, 10, Rsvp::NoAnswer).with(|meeting| {
        meeting.head.invited_at = Some(at("06:00") - 20 * 86_400_000);
        let room = Practical {
            id: id(80),
            days: -3,
            ..Practical::default()
        };
        meeting.practicals.insert(room.id, room);
    });
    let meeting = meeting.done();
    let found = |today: &str| -> Vec<(Check, Option<Id>)> {
        let walk = on(&meeting, today, "09:00");
        walk.gaps().map(|gap| (gap.check, gap.first)).collect()
    };
    assert_eq!(found("2026-11-12"), []);
    assert_eq!(found("2026-11-13"), [(Check::Unanswered, Some(id(2)))]);
    assert_eq!(
        found("2026-11-23"),
        [
            (Check::Practicals, Some(id(80))),
            (Check::Unanswered, Some(id(2)))
        ]
    );
}

#[test]
fn minutes_waiting_for_approval_need_an_item() {
    let last = closed().done();
    let now = Moment::of(day("2026-11-01"), clock("09:00"));
    let walk = walk(&ready().done(), &Network::default(), Some(&last), now);
    let found: Vec<Check> = walk.gaps().map(|gap| gap.check).collect();
    assert_eq!(found, [Check::LastMinutes]);
}

#[test]
fn on_the_day_the_door_then_the_meeting() {
    let meeting = ready().with(|m| m.head.host = None).done();
    let before = on(&meeting, "2026-11-26", "09:00");
    assert_eq!(
        (before.current, before.next),
        (Stage::CheckIn, NextStep::CheckIn)
    );
    let here = ready().event(1, PresenceKind::Arrived, "09:20").done();
    assert_eq!(on(&here, "2026-11-26", "09:29").next, NextStep::CheckIn);
    assert_eq!(
        on(&here, "2026-11-26", "09:30").next,
        NextStep::StartMeeting
    );
    assert_eq!(
        on(&meeting, "2026-11-27", "08:00").next,
        NextStep::StartMeeting
    );
}

#[test]
fn on_the_day_there_is_an_agenda_and_somebody_to_receive_before_the_door() {
    let next = |meeting: &Meeting| on(meeting, "2026-11-26", "09:00").next;
    let lacks = |meeting: &Meeting| match next(meeting) {
        NextStep::Mend(gap) => Some(gap.check),
        _ => None,
    };
    let nobody = ready().with(|m| m.participants.clear()).done();
    assert_eq!(lacks(&nobody), Some(Check::NobodyInvited));
    let empty = ready().with(|m| m.items.clear());
    assert_eq!(lacks(&empty.done()), Some(Check::AgendaEmpty));
    // Who comes all the same is received.
    let come = ready().with(|m| m.items.clear());
    let come = come.event(1, PresenceKind::Arrived, "08:50").done();
    assert_eq!(next(&come), NextStep::CheckIn);
}

#[test]
fn while_it_runs_the_next_item_then_closing() {
    let walk = on(&running().done(), "2026-11-26", "10:00");
    assert_eq!(walk.current, Stage::Minutes);
    assert_eq!(
        walk.next,
        NextStep::StartItem {
            item: id(2),
            number: 2
        }
    );
    let last = running()
        .status(1, ItemStatus::Done)
        .status(2, ItemStatus::Current)
        .with(|meeting| meeting.head.current = Some(id(2)));
    assert_eq!(
        on(&last.done(), "2026-11-26", "12:00").next,
        NextStep::CloseMeeting
    );
}

#[test]
fn a_meeting_nobody_planned_runs_without_nagging() {
    let meeting = Builder::new()
        .with(|meeting| meeting.head.started_at = Some(at("09:30")))
        .done();
    let walk = on(&meeting, "2026-11-26", "10:00");
    assert_eq!(walk.stage(Stage::Plan).unwrap().state, State::Skipped);
    let found: Vec<&str> = walk.gaps().map(|gap| gap.check.name()).collect();
    assert_eq!(found, ["nobody-here", "not-closed"]);
}

#[test]
fn the_quorum_is_asked_for_while_it_runs() {
    let mut network = Network::default();
    network.head.quorum = Some(3);
    let found = gaps(&running().done(), &network);
    assert_eq!((found[0].check, found[0].count), (Check::Quorum, 2));
    assert!(
        !gaps(&closed().done(), &network)
            .iter()
            .any(|gap| gap.check == Check::Quorum)
    );
}

#[test]
fn closing_lists_what_is_missing() {
    let meeting = closed()
        .item(3, ItemKind::Decision, 10)
        .entry(51, 1, EntryKind::Action, "Send oplæg")
        .entry(52, 1, EntryKind::Note, "Forberedt")
        .with(|meeting| meeting.entries.get_mut(&id(52)).unwrap().prepared = true)
        .done();
    assert_eq!(
        checks(&meeting),
        [
            "items-open",
            "decision-outcome",
            "action-owner",
            "action-due",
            "prepared",
            "minutes-unsent"
        ]
    );
    let walk = on(&meeting, "2026-11-26", "12:40");
    assert_eq!(walk.current, Stage::CloseOut);
    assert!(matches!(&walk.next, NextStep::Mend(gap) if gap.first == Some(id(3))));
    let deferred = closed()
        .item(3, ItemKind::Decision, 10)
        .status(3, ItemStatus::Deferred);
    assert_eq!(checks(&deferred.done()), ["minutes-unsent"]);
    let voted = |closed_at| {
        let vote = Vote {
            id: id(53),
            item: id(3),
            closed_at,
            ..Vote::default()
        };
        let voted = closed().item(3, ItemKind::Decision, 10);
        let voted = voted.status(3, ItemStatus::Done);
        voted.with(|meeting| drop(meeting.votes.insert(vote.id, vote)))
    };
    assert_eq!(checks(&voted(Some(at("12:00"))).done()), ["minutes-unsent"]);
    assert!(checks(&voted(None).done()).contains(&"decision-outcome"));
}

#[test]
fn comments_deadline_approval_publishing() {
    let draft = closed();
    assert_eq!(
        on(&draft.done(), "2026-11-26", "13:00").next,
        NextStep::SendMinutes
    );
    let sent = || {
        closed().with(|meeting| {
            meeting.head.minutes = MinutesStatus::ForComments;
            meeting.head.minutes_sent_at = Some(at("14:00"));
            meeting.head.objection_deadline = Some(day("2026-12-10"));
        })
    };
    let commented = sent().with(|meeting| {
        let comment = Comment {
            id: id(90),
            ..Comment::default()
        };
        meeting.comments.insert(comment.id, comment);
    });
    assert_eq!(
        on(&commented.done(), "2026-12-01", "09:00").next,
        NextStep::Comments {
            count: 1,
            first: Some(id(90))
        }
    );
    let sent = sent().done();
    assert_eq!(
        on(&sent, "2026-12-10", "09:00").next,
        NextStep::WaitForObjections {
            deadline: Some(day("2026-12-10"))
        }
    );
    assert_eq!(on(&sent, "2026-12-11", "09:00").next, NextStep::Approve);
    let approved = closed().with(|m| m.head.minutes = MinutesStatus::Approved);
    let walk = on(&approved.done(), "2026-12-11", "09:00");
    assert_eq!(walk.next, NextStep::Publish);
    let published = closed().with(|meeting| {
        meeting.head.minutes = MinutesStatus::Approved;
        meeting.head.published_at = Some(at("15:00"));
    });
    let walk = on(&published.done(), "2026-12-11", "09:00");
    assert_eq!(
        (walk.current, walk.next),
        (Stage::Finished, NextStep::Nothing)
    );
    assert!(
        walk.stages
            .iter()
            .all(|stage| stage.stage == Stage::Speakers || stage.state == State::Done)
    );
}

#[test]
fn follow_up_knows_open_and_overdue_actions() {
    let meeting = closed().with(|meeting| {
        meeting.head.minutes = MinutesStatus::Approved;
        meeting.head.published_at = Some(at("15:00"));
    });
    let mut network = Network::default();
    let action = ActionItem {
        id: id(70),
        meeting: Some(id(MEETING)),
        due: Some(Due::Day(day("2026-12-01"))),
        frozen: true,
        ..ActionItem::default()
    };
    network.actions.insert(action.id, action);
    let meeting = meeting.done();
    let early = walk(&meeting, &network, None, moment("16:00"));
    assert_eq!(early.current, Stage::FollowUp);
    let late = walk(
        &meeting,
        &network,
        None,
        Moment::of(day("2026-12-02"), clock("09:00")),
    );
    assert!(late.gaps().any(|gap| gap.check == Check::ActionsOverdue));
    assert_eq!(
        late.next,
        NextStep::FollowUp {
            count: 1,
            first: Some(id(70))
        }
    );
}

#[test]
fn a_cancelled_meeting_is_finished() {
    let meeting = Builder::new()
        .with(|meeting| meeting.head.cancelled = Some("Sygdom".into()))
        .done();
    let walk = on(&meeting, "2026-11-01", "09:00");
    assert_eq!((walk.current, walk.gaps().count()), (Stage::Finished, 0));
    assert!(
        walk.stages
            .iter()
            .all(|stage| stage.state == State::Skipped)
    );
}
