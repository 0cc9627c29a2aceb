//! Lists as people paste them.

use proptest::prelude::*;

use super::*;
use crate::domain::attendance::Attendance;
use crate::domain::clean::is_clean_line;
use crate::domain::fold::{Doc, Outcome};
use crate::domain::meeting::Meeting;
use crate::domain::network::{MemberRole, Network};
use crate::domain::op::{DocId, DocOp};
use crate::domain::register::Register;
use crate::domain::secretariat::Language;
use crate::domain::world::{self as fixture, MEETING, NETWORK, id, world};

fn told(preview: &Preview) -> String {
    let mut text = String::new();
    for PreviewRow { row, who, whence } in &preview.rows {
        let who = match who {
            Who::New => "new".to_owned(),
            Who::Known(id) => format!("known {:x}", id.bits()),
            Who::Unclear(ids) => format!("unclear {}", ids.len()),
            Who::Again(index) => format!("again {index}"),
        };
        let whence = match whence {
            Whence::NotSaid => String::new(),
            Whence::Known(id) => format!(" at {:x}", id.bits()),
            Whence::New(name) => format!(" at new {name}"),
        };
        let mut parts = vec![
            row.name.clone(),
            row.email.clone(),
            row.phone.clone(),
            row.title.clone(),
        ];
        parts.extend(row.rsvp.map(|rsvp| rsvp.name().to_owned()));
        parts.extend(row.role.map(|role| role.name().to_owned()));
        parts.extend(row.presence.map(|kind| kind.name().to_owned()));
        parts.retain(|part| !part.is_empty());
        text.push_str(&format!(
            "{}: {} | {who}{whence}\n",
            row.line,
            parts.join(", ")
        ));
    }
    for name in &preview.ignored {
        text.push_str(&format!("ignored {name}\n"));
    }
    for name in &preview.rooms {
        text.push_str(&format!("room {name}\n"));
    }
    text
}

fn register() -> Register {
    world(Language::Danish).register
}

fn pasted(text: &str) -> String {
    told(&read_paste(text, &register()).unwrap())
}

const ADDRESSES: &str = "Karen Lund <karen-lund@example.dk>; \"Friis, Bo\" <bo-friis@example.dk>; nye.folk@example.dk\nÅse Bang <ny@example.dk>; Karen Lund <karen-lund@example.dk>";
const SPREADSHEET: &str = "Fornavn\tEfternavn\tE-mail\tKommune\tTelefon\tStilling\tSvar\tBord\nKaren\tLund\tkaren-lund@example.dk\tOdense Kommune\t\t\tja\t4\nMette\tHolm\tmette@example.dk\tVejle\t12 34 56 78\tKonsulent\tNej\t\nPer\tØ\tper@example.dk\tFaaborg-Midtfyn Kommune\t\t\t\t2";
const BARE: &str =
    "Karen Lund\tOdense\tkaren-lund@example.dk\nMette Holm\tVejle Kommune\tmette@example.dk\n";
const TRACKING: &str = "Navn\tDeltagelse\tSvar\r\nAnna Dam\tMødearrangør\tIngen\r\nLund, Karen\tObligatorisk deltager\tAccepteret\r\nBo Friis (Vejle)\tValgfri deltager\tForeløbig\r\nÅse Bang\tObligatorisk deltager\tAfslået\r\nMødelokale 4\tRessource (lokale eller udstyr)\tAccepteret\r\n";
const TRACKING_EN: &str = "Name\tAttendance\tResponse\nKaren Lund\tMeeting Organizer\tNone\nBo Friis\tRequired Attendee\tAccepted\nUlla Berg\tOptional Attendee\tTentative\nÅse Bang\tRequired Attendee\tDeclined\n";
const NAMES: &str = "- Karen Lund, Odense\n- Mette Holm, Vejle Kommune\n\nPer Ø (Assens)\n";

#[test]
fn lists_are_understood() {
    insta::assert_snapshot!(
        [ADDRESSES, SPREADSHEET, BARE, TRACKING, TRACKING_EN, NAMES]
            .map(pasted)
            .join("\n")
    );
}

#[test]
fn files_are_understood() {
    let semicolon = "\u{feff}Navn;Mail;Organisation\r\n\"Lund, Karen\";karen-lund@example.dk;\"Odense\r\nKommune\"\r\n";
    let comma = "name,email,company\nMette \"M\" Holm,mette@example.dk,Vejle\n";
    let western = b"sep=;\nNavn;Kommune\n\xc5se Bang;Vejle\n";
    let plain = "Karen Lund;Odense\n";
    insta::assert_snapshot!(
        [
            semicolon.as_bytes(),
            comma.as_bytes(),
            western,
            plain.as_bytes()
        ]
        .map(|bytes| told(&read_csv(bytes, &register()).unwrap()))
        .join("\n")
    );
}

#[test]
fn errors_name_line_and_column() {
    let rows: &[(&str, &str)] = &[
        ("", "nobody is in the list"),
        ("Navn;Mail\n", "nobody is in the list"),
        (
            "Navn;Mail\nKaren;k@x.dk\nBo;hej\n",
            "line 3, Mail: \"hej\" is not an e-mail address",
        ),
        (
            "Navn;Svar\nKaren;ja\nBo;jaeh\n",
            "line 3, Svar: \"jaeh\" is not an answer",
        ),
        (
            "Navn;Fremmøde\nBo;sov\n",
            "line 2, Fremmøde: \"sov\" is not attendance",
        ),
        ("Navn;Mail;Tlf\n\n;;12345678\n", "line 3: there is no name"),
        (
            "Navn;Mail\nKaren;\"k@x.dk\n",
            "line 2: a quote begins and does not end",
        ),
        (
            "Navn;Name\nKaren;Bo\n",
            "line 1: the columns \"Navn\" and \"Name\"",
        ),
        (
            "Navn;Mail\nKaren;k@x.dk;x\n",
            "line 2, column 3: there are more cells",
        ),
        ("a,b,c\n1,2,3\n", "line 2, column 1: \"1\" is not a name"),
        ("Karen\0Lund", "line 1 holds bytes that are no text"),
    ];
    for (text, error) in rows {
        let refused = read_csv(text.as_bytes(), &register());
        let said = refused
            .map(|preview| told(&preview))
            .unwrap_err()
            .to_string();
        assert!(said.contains(error), "{text:?}: {said}");
    }
    assert_eq!(read_paste(" \n\t\n", &register()), Err(BadList::Empty));
}

#[test]
fn the_same_name_elsewhere_is_unclear() {
    let who = |text: &str| read_paste(text, &register()).unwrap().rows[0].who.clone();
    assert_eq!(who("Karen Lund, Odense"), Who::Known(fixture::KAREN));
    assert_eq!(who("Karen Lund"), Who::Known(fixture::KAREN));
    assert_eq!(who("karen lund, Vejle"), Who::Unclear(vec![fixture::KAREN]));
    assert_eq!(
        who("Karen Lund <anden@example.dk>"),
        Who::Unclear(vec![fixture::KAREN])
    );
    assert_eq!(who("Aase Bang, Vejle Kommune"), Who::Known(fixture::AASE));
    assert_eq!(who("X <KAREN-LUND@example.dk>"), Who::Known(fixture::KAREN));
}

fn applied(ops: &[DocOp], meeting: &Meeting, network: &Network) -> (Register, Meeting, Network) {
    let mut register = Doc::Register(register());
    let mut meeting = Doc::Meeting(meeting.clone());
    let mut network = Doc::Network(network.clone());
    for op in ops {
        let doc = match op.doc {
            DocId::Register => &mut register,
            DocId::Meeting(_) => &mut meeting,
            _ => &mut network,
        };
        assert_eq!(doc.apply(&op.op), Outcome::Applied, "{op:?}");
    }
    match (register, meeting, network) {
        (Doc::Register(register), Doc::Meeting(meeting), Doc::Network(network)) => {
            (register, meeting, network)
        }
        _ => unreachable!(),
    }
}

fn ids() -> impl FnMut() -> crate::domain::id::Id {
    let mut next = 5000;
    move || {
        next += 1;
        id(next)
    }
}

#[test]
fn a_list_becomes_ops() {
    let world = world(Language::Danish);
    let preview = read_paste(SPREADSHEET, &world.register).unwrap();
    assert_eq!(preview.counts(), (2, 1, 0));
    let mut next = ids();
    let target = Target::Network {
        id: NETWORK,
        network: &world.network,
        role: MemberRole::Contact,
    };
    let ops = ops(&preview, &world.register, target, &mut next);
    let (register, _, network) = applied(&ops, &world.meeting, &world.network);
    let mette = register.person("mette-holm").unwrap();
    assert_eq!(mette.organisation, Some(fixture::VEJLE));
    assert_eq!(mette.phone, "12 34 56 78");
    assert!(register.organisation("faaborg-midtfyn").is_some());
    assert_eq!(network.members.len(), world.network.members.len() + 2);
}

#[test]
fn who_is_known_without_an_organisation_gets_the_lists() {
    let world = world(Language::Danish);
    let mut register = world.register.clone();
    register
        .people
        .get_mut(&fixture::KAREN)
        .unwrap()
        .organisation = None;
    let list = "Karen Lund\tFyns Havneråd\nHans Holm\tFyns Havneråd\n";
    let preview = read_paste(list, &register).unwrap();
    assert_eq!(preview.counts(), (1, 1, 0));
    let ops = ops(&preview, &register, Target::Register, &mut ids());
    let mut doc = Doc::Register(register);
    for op in &ops {
        assert_eq!(doc.apply(&op.op), Outcome::Applied, "{op:?}");
    }
    let Doc::Register(register) = doc else {
        unreachable!()
    };
    let home = register.people[&fixture::KAREN].organisation.unwrap();
    assert_eq!(register.organisations[&home].name, "Fyns Havneråd");
    assert_eq!(
        register.person("hans-holm").unwrap().organisation,
        Some(home)
    );
}

#[test]
fn a_tracking_list_sets_answers() {
    let world = world(Language::Danish);
    let preview = read_paste(TRACKING, &world.register).unwrap();
    let mut next = ids();
    let target = Target::Meeting {
        id: MEETING,
        meeting: &Meeting::default(),
        at: fixture::at("09:00"),
    };
    let ops = ops(&preview, &world.register, target, &mut next);
    let (_, meeting, _) = applied(&ops, &Meeting::default(), &world.network);
    assert_eq!(meeting.attendance_of(fixture::AASE), Attendance::Apologies);
    assert_eq!(meeting.participants[&fixture::ANNA].rsvp, Rsvp::Yes);
    assert_eq!(
        meeting.participants[&fixture::KAREN].organisation,
        Some(fixture::ODENSE)
    );
    let again = super::ops(
        &preview,
        &world.register,
        Target::Meeting {
            id: MEETING,
            meeting: &meeting,
            at: 0,
        },
        &mut next,
    );
    assert!(again.is_empty(), "{again:?}");
}

#[test]
fn a_name_from_an_address_is_clean_with_its_capitals() {
    for (email, name) in [("karen.lund@x.dk", "Karen Lund"), ("åse@x.dk", "Åse")] {
        assert_eq!(super::read::name_of(email), name);
    }
    assert!(is_clean_line(&super::read::name_of("\u{1fd7}@x.dk")));
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), bytes in any::<Vec<u8>>(), pick in 0usize..6) {
        let lists = [ADDRESSES, SPREADSHEET, BARE, TRACKING, TRACKING_EN, NAMES];
        let register = register();
        for preview in [
            read_paste(&text, &register),
            read_paste(&format!("{}{text}\t{text}", lists[pick]), &register),
            read_csv(&bytes, &register),
            read_csv(format!("Navn;Mail\n{text};{text}@x.dk\n").as_bytes(), &register),
        ].into_iter().flatten() {
            for PreviewRow { row, .. } in &preview.rows {
                for cell in [&row.name, &row.email, &row.organisation, &row.title, &row.phone] {
                    prop_assert!(is_clean_line(cell), "{cell:?}");
                }
                prop_assert!(!row.name.is_empty());
            }
        }
    }
}
