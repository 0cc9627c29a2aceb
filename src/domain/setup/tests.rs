use super::*;
use crate::domain::agenda::{ItemKind, SpeakerStatus};
use crate::domain::attendance::{PresenceKind, Rsvp};
use crate::domain::fixture::{
    Builder, MEETING, NETWORK, apply, apply_to_meeting, apply_to_network, at, clock, day, id, ids,
};
use crate::domain::fold::Doc;
use crate::domain::meeting::MinutesStatus;
use crate::domain::network::Member;
use crate::domain::op::DocId;
use crate::domain::register::Organisation;

fn words() -> TemplateWords {
    TemplateWords {
        approve_agenda: "Godkendelse af dagsorden".into(),
        approve_minutes: "Godkendelse af referat".into(),
        follow_up: "Opfølgning".into(),
        any_other_business: "Eventuelt".into(),
        next_meeting: "Næste møde".into(),
        practicals: vec![("Lokale".into(), -14), ("Forplejning".into(), -3)],
        ..TemplateWords::default()
    }
}

fn network() -> Network {
    let ops = default_template(id(NETWORK), &words(), &mut ids());
    let mut network = apply_to_network(&Network::default(), &ops);
    network.head.start = Some(clock("09:30"));
    network.head.chair = Some(id(1));
    network
}

fn plan<'a>(network: &'a Network, previous: Option<&'a Meeting>) -> Plan<'a> {
    Plan {
        network_id: id(NETWORK),
        network,
        previous,
        deferred: &[],
        today: day("2026-11-21"),
    }
}

fn made(ops: &[DocOp], meeting: Id) -> Meeting {
    let mut doc = Doc::empty(DocId::Meeting(meeting));
    apply(&mut doc, DocId::Meeting(meeting), ops);
    match doc {
        Doc::Meeting(meeting) => meeting,
        _ => unreachable!(),
    }
}

fn titles(meeting: &Meeting) -> Vec<&str> {
    let agenda = meeting.agenda();
    agenda.iter().map(|item| item.title.as_str()).collect()
}

fn held(status: MinutesStatus) -> Meeting {
    Builder::planned()
        .item(1, ItemKind::Talk, 30)
        .speaker(1, SpeakerStatus::Confirmed)
        .item(2, ItemKind::Discussion, 20)
        .with(|meeting| {
            meeting.head.title = "Samskabelse".into();
            meeting.head.ended_at = Some(at("12:30"));
            meeting.head.minutes = status;
        })
        .done()
}

#[test]
fn without_a_template_the_agenda_is_empty() {
    let network = Network::default();
    let head = MeetingHead {
        date: Some(day("2027-01-14")),
        ..MeetingHead::default()
    };
    let (meeting, ops) = new_meeting(&plan(&network, None), head, &mut ids());
    assert!(made(&ops, meeting).items.is_empty());
    let network = apply_to_network(&network, &ops);
    assert_eq!(network.meetings[&meeting].label("nims"), "nims-2027-1");
}

#[test]
fn a_template_brings_items_practicals_and_usual_facts() {
    let network = network();
    let (id, ops) = new_meeting(&plan(&network, None), MeetingHead::default(), &mut ids());
    let meeting = made(&ops, id);
    assert_eq!(
        titles(&meeting),
        [
            "Godkendelse af dagsorden",
            "Opfølgning",
            "Eventuelt",
            "Næste møde"
        ]
    );
    assert_eq!(meeting.head.start, Some(clock("09:30")));
    assert_eq!(meeting.practical_list()[1].what, "Forplejning");
}

#[test]
fn minutes_are_approved_only_while_they_wait() {
    let network = network();
    for (status, there) in [
        (MinutesStatus::ForComments, true),
        (MinutesStatus::Approved, false),
    ] {
        let last = held(status);
        let plan = plan(&network, Some(&last));
        let (id, ops) = new_meeting(&plan, MeetingHead::default(), &mut ids());
        let meeting = made(&ops, id);
        assert_eq!(titles(&meeting).contains(&"Godkendelse af referat"), there);
        let (id, ops) = copy_of(&plan, &last, MeetingHead::default(), &mut ids());
        let meeting = made(&ops, id);
        assert_eq!(titles(&meeting).contains(&"Godkendelse af referat"), there);
        assert!(meeting.speakers.is_empty() && meeting.head.date.is_none());
        assert_eq!(meeting.head.title, "Samskabelse");
    }
}

#[test]
fn items_put_off_come_along_before_any_other_business() {
    let network = network();
    let last = held(MinutesStatus::Approved);
    let off = defer_item(&last, id(1), None, at("12:00"), &mut ids());
    let last = apply_to_meeting(&last, &off);
    assert_eq!(deferred_items(&last), [id(1)]);
    let deferred = [Deferred {
        meeting: &last,
        item: id(1),
    }];
    let plan = Plan {
        deferred: &deferred,
        ..plan(&network, Some(&last))
    };
    let (new, ops) = new_meeting(&plan, MeetingHead::default(), &mut ids());
    let meeting = made(&ops, new);
    assert_eq!(titles(&meeting)[2..4], ["Punkt 1", "Eventuelt"]);
    let item = meeting.agenda()[2].id;
    assert_eq!(meeting.speakers_of(item).len(), 1);
    let last = apply_to_meeting(&last, &ops);
    assert_eq!(last.items[&id(1)].deferred_to, Some(new));
    assert!(deferred_items(&last).is_empty());
}

#[test]
fn a_meeting_made_on_the_agreed_date_is_the_next_one() {
    let network = network();
    let mut last = held(MinutesStatus::Approved);
    last.head.next_date = Some(day("2027-02-04"));
    let head = MeetingHead {
        date: Some(day("2027-02-04")),
        ..MeetingHead::default()
    };
    let (new, ops) = new_meeting(&plan(&network, Some(&last)), head, &mut ids());
    let last = apply_to_meeting(&last, &ops);
    assert_eq!(last.head.next_meeting, Some(new));
}

#[test]
fn moving_asks_for_answers_again() {
    let meeting = Builder::planned()
        .item(1, ItemKind::Discussion, 20)
        .person(1, 10, Rsvp::Yes)
        .person(2, 10, Rsvp::NoAnswer)
        .person(3, 11, Rsvp::Yes)
        .person(4, 11, Rsvp::Yes)
        .event(2, PresenceKind::Apologies, "08:00")
        .event(3, PresenceKind::Apologies, "08:00")
        .with(|meeting| {
            meeting.participants.get_mut(&id(4)).unwrap().substitute_for = Some(id(3));
            meeting.head.agenda_sent_at = Some(at("07:00"));
        })
        .done();
    let moved = apply_to_meeting(&meeting, &to_another_day(&meeting));
    let head = &moved.head;
    assert_eq!(
        (head.date, head.moved_from),
        (Some(day("2026-12-03")), Some(day("2026-11-26")))
    );
    assert_eq!((head.id, head.agenda_sent_at), (id(MEETING), None));
    let answers: Vec<Rsvp> = moved.participants.values().map(|row| row.rsvp).collect();
    assert_eq!(
        answers,
        [Rsvp::NoAnswer, Rsvp::NoAnswer, Rsvp::Yes, Rsvp::Yes]
    );
    let attendance = |person| moved.attendance_of(id(person)).name();
    assert_eq!((attendance(2), attendance(3)), ("expected", "apologies"));
    assert!(to_another_day(&moved).is_empty());
}

fn to_another_day(meeting: &Meeting) -> Vec<DocOp> {
    let head = &meeting.head;
    move_meeting(meeting, day("2026-12-03"), head.start, head.end)
}

#[test]
fn deferring_to_a_meeting_puts_the_item_on_its_agenda_once() {
    let target = Builder::planned()
        .item(7, ItemKind::Discussion, 20)
        .item(8, ItemKind::AnyOtherBusiness, 5)
        .with(|meeting| {
            meeting.head.id = id(501);
            meeting.items.get_mut(&id(8)).unwrap().standing = Standing::AnyOtherBusiness;
        })
        .done();
    let meeting = held(MinutesStatus::Draft);
    let ops = defer_item(&meeting, id(1), Some(&target), at("12:00"), &mut ids());
    let mut doc = Doc::Meeting(target);
    apply(&mut doc, DocId::Meeting(id(501)), &ops);
    let Doc::Meeting(target) = doc else {
        unreachable!()
    };
    assert_eq!(titles(&target), ["Punkt 7", "Punkt 1", "Punkt 8"]);
    let meeting = apply_to_meeting(&meeting, &ops);
    assert!(defer_item(&meeting, id(1), Some(&target), at("12:00"), &mut ids()).is_empty());
}

#[test]
fn a_duplicate_stands_right_after_its_item() {
    let meeting = held(MinutesStatus::Draft);
    let meeting = apply_to_meeting(&meeting, &duplicate_item(&meeting, id(1), &mut ids()));
    assert_eq!(titles(&meeting), ["Punkt 1", "Punkt 1", "Punkt 2"]);
}

#[test]
fn who_hosted_least_recently_is_asked_first() {
    let past = [
        (day("2026-03-01"), id(10)),
        (day("2026-06-01"), id(11)),
        (day("2025-01-01"), id(11)),
    ];
    for (candidates, host) in [
        (vec![10, 11, 12, 13], Some(12)),
        (vec![11, 10], Some(10)),
        (vec![], None),
    ] {
        let candidates: Vec<Id> = candidates.into_iter().map(id).collect();
        assert_eq!(next_host(&candidates, &past), host.map(id));
    }
}

#[test]
fn member_organisations_stand_in_danish_order() {
    let (mut network, mut register) = (Network::default(), Register::default());
    for (number, name) in [(10, "Aalborg"), (11, "Ærø"), (12, "Odense")] {
        let organisation = Organisation {
            id: id(number),
            name: name.into(),
            ..Organisation::default()
        };
        register.organisations.insert(id(number), organisation);
        let member = Member {
            id: id(number + 50),
            organisation: Some(id(number)),
            ..Member::default()
        };
        network.members.insert(member.id, member);
    }
    let order = member_organisations(&network, &register, day("2026-11-21"));
    assert_eq!(order, [id(12), id(11), id(10)]);
}
