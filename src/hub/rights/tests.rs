use super::*;
use crate::domain::desk::{DeskRecord, Enquiry};
use crate::domain::need::{Need, SignUp};
use crate::domain::plan::Activity;
use crate::domain::stay::Stay;

const OTHERS: [Role; 3] = [Role::Member, Role::Door, Role::Viewer];

#[test]
fn the_desk_figures_and_plans_are_for_secretary_and_chair() {
    let questions = [
        Query::Doc(DocId::Desk),
        Query::Figures { network: None },
        Query::Activities { network: None },
        Query::Find {
            needle: "besøg".into(),
            limit: 9,
        },
        Query::History {
            doc: DocId::Desk,
            record: None,
        },
        Query::At {
            doc: DocId::Desk,
            at: 1,
        },
    ];
    for question in &questions {
        for role in [Role::Secretary, Role::Chair] {
            assert!(may_ask(role, question), "{role:?} {question:?}");
        }
        for role in OTHERS {
            assert!(!may_ask(role, question), "{role:?} {question:?}");
        }
    }
}

#[test]
fn nobody_else_changes_the_desk_a_networks_year_its_needs_or_anybodys_journey() {
    let ops = [
        Op::Desk(Edit::Add(DeskRecord::Enquiry(Enquiry::default()))),
        Op::Network(Edit::Add(NetworkRecord::Activity(Activity::default()))),
        Op::Network(Edit::Add(NetworkRecord::Need(Need::default()))),
        Op::Network(Edit::Add(NetworkRecord::SignUp(SignUp::default()))),
        Op::Network(Edit::Add(NetworkRecord::Stay(Stay::default()))),
    ];
    for op in &ops {
        assert!(may(Role::Secretary, deed(op)), "{op:?}");
        for role in OTHERS {
            assert!(!may(role, deed(op)), "{role:?} {op:?}");
        }
    }
}

#[test]
fn the_chair_holds_votes_and_breaks_and_writes_no_minutes() {
    let vote = Entry {
        kind: EntryKind::Vote,
        vote: Some(Id::default()),
        ..Entry::default()
    };
    let recess = Entry {
        kind: EntryKind::Attendance,
        recess: Some(Id::default()),
        ..Entry::default()
    };
    let written = Entry {
        text: "Forslaget blev vedtaget.".into(),
        ..vote.clone()
    };
    let chair = Scope {
        role: Role::Chair,
        ..Scope::default()
    };
    let add = |record: MeetingRecord| DocOp {
        doc: DocId::Meeting(Id::default()),
        op: Op::Meeting(Edit::Add(record)),
    };
    for told in [vote.clone(), recess] {
        let mut meeting = Meeting::default();
        assert!(chair.allows(&add(told.clone().into()), Some(&meeting)));
        meeting.entries.insert(told.id, told.clone());
        let gone = crate::domain::draft::set_in_meeting(
            Id::default(),
            told.id,
            EntryField::Removed(crate::domain::draft::mark(true)),
        );
        assert!(chair.allows(&gone, Some(&meeting)), "and takes it back");
        let door = Scope {
            role: Role::Door,
            ..Scope::default()
        };
        assert!(!door.allows(&gone, Some(&meeting)));
    }
    assert!(chair.allows(&add(crate::domain::vote::Vote::default().into()), None));
    assert!(!chair.allows(&add(written.into()), None));
}
