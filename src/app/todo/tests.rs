mod mails;

use super::*;
use crate::domain::desk::{Reminder, Subject};
use crate::domain::due::Due;
use crate::domain::query::NetworkRow;

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

const TODAY: &str = "2026-11-26";

fn meeting(number: u128, date: &str, stage: Stage) -> MeetingRow {
    MeetingRow {
        id: Id::from_bits(number << 64),
        network: Id::from_bits(1),
        date: (!date.is_empty()).then(|| day(date)),
        stage,
        ..MeetingRow::default()
    }
}

fn gap(stage: Stage, check: Check) -> Gap {
    Gap {
        stage,
        check,
        count: 1,
        first: None,
    }
}

fn action(number: u128, network: u128, due: &str) -> ActionRow {
    ActionRow {
        id: Id::from_bits(number),
        network: Id::from_bits(network),
        due: Some(Due::from(due.to_owned())),
        ..ActionRow::default()
    }
}

/// One letter for each errand, in order.
fn order(home: &Home) -> String {
    let letter = |todo: &Todo<'_>| match todo.errand {
        Errand::Running => 'R',
        Errand::Door => 'D',
        Errand::Approve => 'A',
        Errand::CloseOut(_) => 'C',
        Errand::SendMinutes => 'S',
        Errand::Convene => 'I',
        Errand::SendAgenda(_) => 'G',
        Errand::Overdue(_) => 'O',
        Errand::Practical(..) => 'P',
        Errand::Missed => 'M',
        Errand::Gap(..) => '-',
        Errand::Unanswered(_) => 'U',
        Errand::Objections(_) => 'W',
        Errand::FirstNetwork => '1',
        Errand::FirstMembers => '2',
        Errand::FirstMeeting => '3',
        Errand::NextMeeting => 'N',
        Errand::Ready => '+',
        Errand::Proposals(_) => 'F',
        Errand::Settle(_) => 'K',
        Errand::Remind(_) => 'E',
        Errand::CallForItems(_) => 'B',
        Errand::Slides(_) => 'L',
        Errand::Term(..) => 'T',
        Errand::Mails(_) => '4',
        Errand::Replies(_) => '5',
        Errand::Reported(_) => '6',
    };
    todo(home, day(TODAY)).iter().map(letter).collect()
}

#[test]
fn a_networks_own_deadlines_are_named_in_time() {
    let day = |text: &str| text.parse().unwrap();
    let row = NetworkRow {
        id: Id::from_bits(1),
        days: vec![
            (Missing::EvaluationDue, day("2026-10-01")),
            (Missing::SecretariatEnds, day("2026-12-31")),
            (Missing::SeatEnds, day("2026-12-01")),
            (Missing::SeatEnds, day("2026-11-30")),
            (Missing::SeatEnds, day("2027-12-01")),
            (Missing::SeatEnds, day("2026-11-01")),
        ],
        ..NetworkRow::default()
    };
    let home = Home {
        networks: vec![row],
        ..Home::default()
    };
    let all = todo(&home, day("2026-11-26"));
    let said = all.iter().filter_map(|todo| match todo.errand {
        Errand::Term(missing, count) => Some((missing, count, todo.day.unwrap())),
        _ => None,
    });
    let wanted = [
        (Missing::EvaluationDue, 1, day("2026-10-01")),
        (Missing::SeatEnds, 2, day("2026-11-30")),
        (Missing::SecretariatEnds, 1, day("2026-12-31")),
    ];
    assert_eq!(said.collect::<Vec<_>>(), wanted);
}

#[test]
fn each_meeting_has_the_errand_of_its_stage_and_day() {
    let cases: Vec<(&str, MeetingRow, &str)> = vec![
        ("it runs", meeting(1, TODAY, Stage::Minutes), "R"),
        ("today", meeting(1, TODAY, Stage::CheckIn), "D"),
        (
            "members are to be asked for items, and slides to come in",
            MeetingRow {
                call_due: Some(day(TODAY)),
                slides_due: Some(day(TODAY)),
                ..meeting(1, "2026-12-20", Stage::Invite)
            },
            "BL",
        ),
        (
            "today, half planned",
            MeetingRow {
                gaps: vec![gap(Stage::Plan, Check::Host)],
                ..meeting(1, TODAY, Stage::Plan)
            },
            "D",
        ),
        (
            "never opened",
            meeting(1, "2026-11-20", Stage::CheckIn),
            "M",
        ),
        (
            "objections over",
            MeetingRow {
                objection_deadline: Some(day("2026-11-25")),
                ..meeting(1, "2026-11-01", Stage::Approve)
            },
            "A",
        ),
        (
            "last day of objections",
            MeetingRow {
                objection_deadline: Some(day(TODAY)),
                ..meeting(1, "2026-11-01", Stage::Approve)
            },
            "W",
        ),
        (
            "a comment to answer",
            MeetingRow {
                gaps: vec![gap(Stage::Approve, Check::OpenComments)],
                objection_deadline: Some(day("2026-11-25")),
                ..meeting(1, "2026-11-01", Stage::Approve)
            },
            "-",
        ),
        (
            "not sent",
            MeetingRow {
                gaps: vec![gap(Stage::Approve, Check::MinutesUnsent)],
                ..meeting(1, "2026-11-01", Stage::Approve)
            },
            "S",
        ),
        (
            "something missing",
            MeetingRow {
                gaps: vec![gap(Stage::CloseOut, Check::ActionOwner)],
                ..meeting(1, "2026-11-01", Stage::CloseOut)
            },
            "C",
        ),
        (
            "the agenda is due",
            MeetingRow {
                agenda_due: Some(day(TODAY)),
                gaps: vec![gap(Stage::SendAgenda, Check::AgendaUnsent)],
                ..meeting(1, "2026-12-03", Stage::SendAgenda)
            },
            "G",
        ),
        (
            "the agenda is due, and nobody is asked yet",
            MeetingRow {
                agenda_due: Some(day(TODAY)),
                gaps: vec![
                    gap(Stage::Invite, Check::InvitationsUnsent),
                    gap(Stage::SendAgenda, Check::AgendaUnsent),
                ],
                ..meeting(1, "2026-12-03", Stage::Invite)
            },
            "I",
        ),
        (
            "the agenda is not due",
            MeetingRow {
                agenda_due: Some(day("2026-12-20")),
                gaps: vec![gap(Stage::SendAgenda, Check::AgendaUnsent)],
                ..meeting(1, "2026-12-27", Stage::SendAgenda)
            },
            "-",
        ),
        (
            "others decide",
            MeetingRow {
                gaps: vec![gap(Stage::Plan, Check::Tentative)],
                ..meeting(1, "2027-02-01", Stage::CheckIn)
            },
            "+",
        ),
        (
            "cancelled",
            MeetingRow {
                cancelled: true,
                practicals: vec![("Lokale".to_owned(), -30)],
                ..meeting(1, TODAY, Stage::Finished)
            },
            "",
        ),
        (
            "answers missing",
            MeetingRow {
                unanswered: 3,
                ..meeting(1, "2026-12-10", Stage::CheckIn)
            },
            "U",
        ),
        (
            "answers missing, long before",
            MeetingRow {
                unanswered: 3,
                ..meeting(1, "2027-03-10", Stage::CheckIn)
            },
            "+",
        ),
        (
            "nobody was asked yet",
            MeetingRow {
                unanswered: 3,
                gaps: vec![gap(Stage::Invite, Check::InvitationsUnsent)],
                ..meeting(1, "2026-12-10", Stage::Invite)
            },
            "-",
        ),
        (
            "what was to be ready for a meeting that was held",
            MeetingRow {
                practicals: vec![("Lokale".to_owned(), -30), ("Tak".to_owned(), 1)],
                ..meeting(1, "2026-11-01", Stage::Finished)
            },
            "P",
        ),
        (
            "one practical thing due, one not",
            MeetingRow {
                practicals: vec![("Lokale".to_owned(), -30), ("Projektor".to_owned(), -1)],
                ..meeting(1, "2026-12-20", Stage::CheckIn)
            },
            "P",
        ),
        (
            "practical after the meeting",
            MeetingRow {
                practicals: vec![("Evaluering".to_owned(), 3)],
                ..meeting(1, "2026-11-20", Stage::Finished)
            },
            "P",
        ),
        ("finished", meeting(1, "2026-11-20", Stage::Finished), ""),
    ];
    for (what, row, wanted) in cases {
        let home = Home {
            meetings: vec![row],
            ..Home::default()
        };
        assert_eq!(order(&home), wanted, "{what}");
    }
}

#[test]
fn the_most_pressing_comes_first() {
    let home = Home {
        meetings: vec![
            MeetingRow {
                gaps: vec![gap(Stage::Plan, Check::Host)],
                ..meeting(1, "2027-01-10", Stage::Plan)
            },
            MeetingRow {
                gaps: vec![gap(Stage::Approve, Check::MinutesUnsent)],
                ..meeting(2, "2026-11-20", Stage::Approve)
            },
            meeting(3, TODAY, Stage::CheckIn),
            MeetingRow {
                objection_deadline: Some(day("2026-12-02")),
                ..meeting(4, "2026-11-01", Stage::Approve)
            },
            MeetingRow {
                objection_deadline: Some(day("2026-11-02")),
                ..meeting(5, "2026-10-01", Stage::Approve)
            },
            MeetingRow {
                agenda_due: Some(day("2026-11-24")),
                ..meeting(6, "2026-12-01", Stage::SendAgenda)
            },
            meeting(7, "2026-05-01", Stage::Minutes),
            meeting(8, TODAY, Stage::Minutes),
        ],
        actions: vec![action(9, 1, "2026-11-01"), action(10, 1, "Snarest")],
        reminders: Vec::new(),
        outbox: Vec::new(),
        networks: Vec::new(),
    };
    assert_eq!(order(&home), "RRDASGO-W");
    let all = todo(&home, day(TODAY));
    assert_eq!(all[0].meeting.unwrap().id, Id::from_bits(8 << 64));
    assert_eq!(all[0].way().0, "go-minutes");
}

#[test]
fn overdue_actions_are_one_errand_for_each_network_and_one_alone_leads_to_its_entry() {
    let entry = Some(Id::from_bits(77));
    let home = Home {
        actions: vec![
            action(1, 1, "2026-11-20"),
            action(2, 1, "2026-11-10"),
            action(3, 1, TODAY),
            ActionRow {
                entry,
                ..action(4, 2, "2026-11-24")
            },
        ],
        ..Home::default()
    };
    let all = todo(&home, day(TODAY));
    assert_eq!(order(&home), "OO");
    assert_eq!(all[0].day, Some(day("2026-11-10")));
    assert_eq!(all[0].way().0, "go-followup");
    assert_eq!(all[1].way().0, "go-minutes");
    assert_eq!(all[1].way().1.entry, entry);
}

#[test]
fn errands_keep_their_ids_and_none_has_anothers() {
    let home = Home {
        meetings: vec![MeetingRow {
            agenda_due: Some(day(TODAY)),
            unanswered: 2,
            gaps: vec![gap(Stage::Agenda, Check::ItemPurpose)],
            practicals: vec![("Lokale".to_owned(), -30), ("Kaffe".to_owned(), -7)],
            ..meeting(1, "2026-12-02", Stage::Agenda)
        }],
        ..Home::default()
    };
    let ids: Vec<Id> = todo(&home, day(TODAY)).iter().map(Todo::id).collect();
    let mut unique = ids.clone();
    unique.sort();
    unique.dedup();
    assert_eq!((ids.len(), unique.len()), (5, 5));
}

#[test]
fn home_names_the_next_thing_from_the_first_start_on() {
    let mut home = Home::default();
    assert_eq!(order(&home), "1");
    home.networks.push(NetworkRow {
        id: Id::from_bits(1),
        ..NetworkRow::default()
    });
    assert_eq!(order(&home), "2");
    home.networks[0].members = 4;
    assert_eq!(order(&home), "3");
    home.meetings.push(meeting(1, "2026-12-10", Stage::Invite));
    assert_eq!(order(&home), "+", "the meeting is ready");
    home.meetings[0] = meeting(1, "2026-11-05", Stage::FollowUp);
    home.networks[0].held = 1;
    assert_eq!(order(&home), "N");
    home.meetings[0].gaps = vec![gap(Stage::FollowUp, Check::NextMeeting)];
    assert_eq!(order(&home), "-", "the agreed meeting is said once");
}

/// An enquiry past its deadline presses as an action past its own does; one to come waits for its day.
#[test]
fn the_desks_days_stand_among_the_others() {
    let remind = |number: u128, due: &str| Reminder {
        id: Id::from_bits(number),
        subject: Subject::Enquiry,
        title: "Besøg".to_owned(),
        detail: "e-2026-1".to_owned(),
        network: None,
        due: Due::from(due.to_owned()),
    };
    let home = Home {
        meetings: vec![
            MeetingRow {
                agenda_due: Some(day("2026-11-28")),
                ..meeting(1, "2026-12-03", Stage::SendAgenda)
            },
            meeting(2, "2026-11-20", Stage::CheckIn),
        ],
        actions: vec![action(3, 1, "2026-11-21")],
        reminders: vec![
            remind(4, "2026-11-22"),
            remind(5, "2026-11-27"),
            remind(6, "2026-12-20"),
            remind(7, "Snarest"),
        ],
        ..Home::default()
    };
    assert_eq!(order(&home), "OEMEGEE");
    let todo = todo(&home, day(TODAY));
    let (command, target) = todo[1].way();
    assert_eq!((command, target.desk), ("go-desk", Some(Id::from_bits(4))));
}
