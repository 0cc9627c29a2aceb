mod hostile;

use super::*;
use crate::documents::dispatch::{Dispatch, mail as mail_of};
use crate::documents::letters::{Order, code, draft};
use crate::domain::attendance::{Participant, Rsvp};
use crate::domain::fold::Doc;
use crate::domain::letter::{LetterKind, MailStatus, queue};
use crate::domain::minutes::EntryKind;
use crate::domain::op::{DocId, DocOp};
use crate::domain::secretariat::Language;
use crate::domain::world::{AASE, ANNA, KAREN, MEETING, NETWORK, World, at, world};

/// A house that has sent a letter of a kind to Anna, and the mail's Message-ID.
struct House {
    world: World,
    name: String,
    next: u128,
}

impl House {
    fn sent(kind: LetterKind) -> Self {
        let mut world = world(Language::Danish);
        world.secretariat.head.mail_sender = "netvaerk@odense.dk".into();
        world.meeting.head.ended_at = None;
        let row = Participant {
            id: ANNA,
            ..Participant::default()
        };
        world.meeting.participants.insert(ANNA, row);
        let order = Order {
            kind,
            id: Id::from_bits(5000),
            by: "Karen Lund".into(),
            now: at("08:00"),
            today: "2026-11-26".parse().unwrap(),
            to: vec![ANNA],
            ..Order::default()
        };
        let made = draft(&world.source(), &order).unwrap();
        assert_eq!(made.people.len(), 1, "{kind:?}");
        let mut house = Self {
            world,
            name: String::new(),
            next: 6000,
        };
        let ops = queue(
            MEETING,
            made.letter,
            &made.people,
            MailStatus::Sent,
            &mut || Id::from_bits(6000),
        );
        house.apply(&ops);
        let row = &house.world.meeting.deliveries[&Id::from_bits(6000)];
        house.name = mail_of(&house.dispatch(), row).unwrap().message_id;
        house
    }

    fn dispatch(&self) -> Dispatch<'_> {
        Dispatch {
            secretariat: &self.world.secretariat,
            register: &self.world.register,
            network: &self.world.network,
            meeting: &self.world.meeting,
            letterhead: Box::leak(Box::default()),
            now: at("12:00"),
        }
    }

    fn apply(&mut self, ops: &[DocOp]) {
        for op in ops {
            let (id, mut doc) = match op.doc {
                DocId::Meeting(_) => (
                    DocId::Meeting(MEETING),
                    Doc::Meeting(self.world.meeting.clone()),
                ),
                DocId::Network(_) => (
                    DocId::Network(NETWORK),
                    Doc::Network(self.world.network.clone()),
                ),
                _ => (DocId::Register, Doc::Register(self.world.register.clone())),
            };
            crate::domain::fixture::apply(&mut doc, id, std::slice::from_ref(op));
            match doc {
                Doc::Meeting(doc) => self.world.meeting = doc,
                Doc::Network(doc) => self.world.network = doc,
                Doc::Register(doc) => self.world.register = doc,
                _ => unreachable!(),
            }
        }
    }

    /// Takes a message in.
    fn take(&mut self, bytes: &[u8]) -> Outcome {
        let mail = read(bytes).unwrap();
        let mut next = self.next;
        let ground = Ground {
            dispatch: self.dispatch(),
            today: "2026-11-26".parse().unwrap(),
        };
        let outcome = offer(&mail, &ground, &mut || {
            next += 1;
            Id::from_bits(next)
        });
        self.next = next;
        self.apply(&outcome.ops);
        outcome
    }

    /// An answer by somebody to the mail sent.
    fn answer(&self, from: &str, text: &str) -> Vec<u8> {
        format!(
            "From: {from}\r\nTo: netvaerk@odense.dk\r\nSubject: SV: Referat\r\nMessage-ID: <{}@vejle.dk>\r\n\
             Date: Thu, 26 Nov 2026 14:00:00 +0100\r\nIn-Reply-To: <{}>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}",
            blake3::hash(text.as_bytes()).to_hex(),
            self.name
        )
        .into_bytes()
    }

    fn calendar(&self, answer: &str, attendee: &str, sequence: u32, stamp: &str) -> Vec<u8> {
        format!(
            "BEGIN:VCALENDAR\r\nPRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN\r\nVERSION:2.0\r\nMETHOD:REPLY\r\n\
             BEGIN:VEVENT\r\nATTENDEE;CN=\"Dam, Anna: Odense\";PARTSTAT={answer};X-SENT-BY=\"mai\r\n lto:x@y.dk\":MAILTO:{attendee}\r\n\
             COMMENT;LANGUAGE=da:Kommer kl. 10\\, tog\\n\r\nUID:{}\r\nSEQUENCE:{sequence}\r\nDTSTAMP:{stamp}\r\n\
             DTSTART;TZID=Romance Standard Time:20261126T093000\r\nSUMMARY;LANGUAGE=da:Accepteret\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            crate::documents::calendar::uid(MEETING)
        )
        .into_bytes()
    }
}

const ANNAS: &str = "Anna Dam <ANNA-DAM@example.dk>";

#[test]
fn an_answer_sets_the_rsvp_and_an_older_one_does_not() {
    let mut house = House::sent(LetterKind::Invitation);
    let yes = house.calendar("ACCEPTED", "anna-dam@example.dk", 0, "20261120T100000Z");
    let outcome = house.take(&yes);
    assert_eq!(
        (outcome.told, outcome.person),
        (Told::Answered(Rsvp::Yes), Some(ANNA))
    );
    let row = house.world.meeting.participants[&ANNA].clone();
    assert_eq!(
        (row.rsvp, row.rsvp_note.as_str()),
        (Rsvp::Yes, "Kommer kl. 10, tog")
    );
    assert_eq!(house.take(&yes), Outcome::plain(Told::Known));
    let older = house.calendar("DECLINED", "anna-dam@example.dk", 0, "20261119T100000Z");
    assert_eq!(house.take(&older).told, Told::Overtaken);
    // The meeting was moved since.
    let row = house
        .world
        .meeting
        .letters
        .get_mut(&Id::from_bits(5000))
        .unwrap();
    row.sequence = 3;
    let old = house.calendar("DECLINED", "anna-dam@example.dk", 2, "20261121T100000Z");
    assert_eq!(house.take(&old).told, Told::Older(2, 3));
    assert_eq!(house.world.meeting.participants[&ANNA].rsvp, Rsvp::Yes);
    let new = house.calendar("DECLINED", "anna-dam@example.dk", 3, "20261121T100000Z");
    assert_eq!(house.take(&new).told, Told::Answered(Rsvp::No));
    assert_eq!(house.world.meeting.participants[&ANNA].rsvp, Rsvp::No);
}

#[test]
fn who_is_not_known_is_left_to_be_settled() {
    let mut house = House::sent(LetterKind::Invitation);
    let mail = house.calendar("ACCEPTED", "anna@privat.dk", 0, "20261120T100000Z");
    let outcome = house.take(&mail);
    assert_eq!((outcome.told, outcome.person), (Told::Stranger, None));
    let open = house.world.meeting.open_replies();
    assert_eq!(open.len(), 1);
    assert_eq!(
        (open[0].address.as_str(), open[0].name.as_str()),
        ("anna@privat.dk", "Dam, Anna: Odense")
    );
    assert_eq!(house.world.meeting.participants[&ANNA].rsvp, Rsvp::NoAnswer);
}

#[test]
fn another_time_is_a_proposal() {
    let mut house = House::sent(LetterKind::Invitation);
    let counter = house.calendar("TENTATIVE", "anna-dam@example.dk", 0, "20261120T100000Z");
    let counter = String::from_utf8(counter).unwrap();
    let counter = counter
        .replace("METHOD:REPLY", "METHOD:COUNTER")
        .replace("20261126T093000", "20261127T100000");
    assert_eq!(house.take(counter.as_bytes()).told, Told::Proposed);
    let open = house.world.meeting.open_replies();
    assert_eq!(open[0].date, "2026-11-27".parse().ok());
    assert_eq!(open[0].start, "10:00:00".parse().ok());
    assert_eq!(open[0].person, Some(ANNA));
}

#[test]
fn a_calendar_in_a_mail_is_read_and_the_mail_is_no_words() {
    let mut house = House::sent(LetterKind::Invitation);
    let calendar = String::from_utf8(house.calendar(
        "TENTATIVE",
        "anna-dam@example.dk",
        0,
        "20261120T100000Z",
    ))
    .unwrap();
    let mail = format!(
        "From: {ANNAS}\r\nSubject: Foreløbig: møde\r\nMessage-ID: <q@vejle.dk>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n\r\n\
         --b\r\nContent-Type: text/calendar; charset=\"utf-8\"; method=REPLY\r\n\r\n{calendar}\r\n--b--\r\n"
    );
    assert_eq!(
        house.take(mail.as_bytes()).told,
        Told::Answered(Rsvp::Tentative)
    );
}

fn bounce(house: &House, action: &str) -> Vec<u8> {
    format!(
        "From: MAILER-DAEMON@mx.odense.dk\r\nTo: netvaerk@odense.dk\r\nSubject: Undelivered Mail Returned to Sender\r\n\
         Message-ID: <dsn{action}@mx>\r\nDate: Thu, 26 Nov 2026 14:00:00 +0100\r\nAuto-Submitted: auto-replied\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"B\"\r\n\r\n\
         --B\r\nContent-Type: text/plain\r\n\r\nI'm sorry.\r\n--B\r\nContent-Type: message/delivery-status\r\n\r\n\
         Reporting-MTA: dns; mx.odense.dk\r\n\r\nFinal-Recipient: rfc822; anna-dam@example.dk\r\nAction: {action}\r\n\
         Status: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 <anna-dam@example.dk>:\r\n    User unknown\r\n\r\n\
         --B\r\nContent-Type: message/rfc822\r\n\r\nFrom: netvaerk@odense.dk\r\nMessage-ID: <{}>\r\nSubject: x\r\n\r\nHej\r\n--B--\r\n",
        house.name
    )
    .into_bytes()
}

#[test]
fn a_mail_that_came_back_is_shown_at_the_mail_and_at_the_person() {
    let mut house = House::sent(LetterKind::Agenda);
    assert_eq!(house.take(&bounce(&house, "delayed")).told, Told::Late);
    let outcome = house.take(&bounce(&house, "failed"));
    assert_eq!((outcome.told, outcome.person), (Told::Bounced, Some(ANNA)));
    let row = &house.world.meeting.deliveries[&Id::from_bits(6000)];
    let said = "550 5.1.1 <anna-dam@example.dk>: User unknown";
    assert_eq!((row.status, row.said.as_str()), (MailStatus::Bounced, said));
    let person = house.world.register.people.get_mut(&ANNA).unwrap();
    assert_eq!(person.trouble(), Some(said));
    person.email = "anna@odense.dk".into();
    assert_eq!(person.trouble(), None, "a new address has not come back");
    assert_eq!(house.take(&bounce(&house, "failed")).told, Told::Known);
}

#[test]
fn a_plain_report_is_understood_as_far_as_it_quotes_the_mail() {
    let mut house = House::sent(LetterKind::Agenda);
    let mail = format!(
        "From: postmaster@vejle.dk\r\nMessage-ID: <p@vejle.dk>\r\nSubject: Kan ikke leveres: Dagsorden\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\nHej\r\n\r\nanna-dam@example.dk\r\n550 5.2.2 Mailbox full\r\n\r\n\
         Message-Id: <{}>\r\n",
        house.name
    );
    let outcome = house.take(mail.as_bytes());
    assert_eq!(
        (outcome.told, outcome.said.as_str()),
        (Told::Bounced, "550 5.2.2 Mailbox full")
    );
}

#[test]
fn an_absence_note_is_neither_comment_nor_bounce() {
    let mut house = House::sent(LetterKind::MinutesForComments);
    let mail = String::from_utf8(house.answer(ANNAS, "Jeg er på ferie.")).unwrap();
    for (from, to) in [
        ("Subject: SV: Referat", "Subject: Automatisk svar: Referat"),
        (
            "Subject: SV: Referat",
            "Auto-Submitted: auto-generated\r\nSubject: SV: Referat",
        ),
    ] {
        let mail = mail.replace(from, to);
        assert_eq!(house.take(mail.as_bytes()), Outcome::plain(Told::Automatic));
    }
}

#[test]
fn done_in_an_answer_reports_the_action_item() {
    let mut house = House::sent(LetterKind::Actions);
    let own = &house.world.meeting.deliveries[&Id::from_bits(6000)].own;
    assert_eq!(own.lines().count(), 1, "{own}");
    let outcome = house.take(&house.answer(ANNAS, "Færdig\r\n\r\nMvh Anna\r\n"));
    assert_eq!(
        (outcome.told, outcome.person),
        (Told::Reported(1), Some(ANNA))
    );
    let action = &house.world.network.actions[&Id::from_bits(42)];
    assert_eq!(action.reported, "2026-11-26".parse().ok());
    assert_eq!(action.reported_by, Some(ANNA));
    assert_eq!(action.status, Default::default());
    assert!(house.world.meeting.open_replies().is_empty());
    let outcome = house.take(&house.answer(ANNAS, "Kan fristen rykkes til marts?"));
    assert_eq!(outcome.told, Told::ToRead);
    let open = house.world.meeting.open_replies();
    assert_eq!(open[0].text, "Kan fristen rykkes til marts?");
}

#[test]
fn done_by_somebody_else_is_settled_by_a_person() {
    let mut house = House::sent(LetterKind::Actions);
    let outcome = house.take(&house.answer("x@privat.dk", "Færdig"));
    assert_eq!(outcome.told, Told::Stranger);
    assert_eq!(
        house.world.network.actions[&Id::from_bits(42)].reported,
        None
    );
    let open = house.world.meeting.open_replies();
    assert_eq!(
        (open[0].actions.as_slice(), open[0].person),
        (&[Id::from_bits(42)][..], Some(ANNA))
    );
}

#[test]
fn comments_stand_at_their_paragraphs_with_who_said_them() {
    let mut house = House::sent(LetterKind::MinutesForComments);
    let row = &house.world.meeting.deliveries[&Id::from_bits(6000)];
    let sent = mail_of(&house.dispatch(), row).unwrap().text;
    let agenda = house.world.meeting.agenda();
    let entry = agenda
        .iter()
        .filter(|item| !item.closed)
        .flat_map(|item| house.world.meeting.entries_of(item.id))
        .find(|row| row.kind == EntryKind::Decision)
        .unwrap();
    let (entry, code) = (entry.id, code(entry.id));
    let quoted = sent
        .lines()
        .map(|row| match row.starts_with(&format!("[{code}]")) {
            true => format!("> {row}\r\n\r\nDet var tre indsatser.\r\n\r\n"),
            false => format!("> {row}\r\n"),
        });
    let text = format!(
        "Tak for et godt referat!\r\n\r\n{}\r\nMvh\r\nAnna\r\n",
        quoted.collect::<String>()
    );
    let mail = house.answer(ANNAS, &text);
    let outcome = house.take(&mail);
    assert_eq!(
        (outcome.told, outcome.person),
        (Told::Comments(2), Some(ANNA))
    );
    let rows = house.world.meeting.live_comments();
    let told: Vec<_> = rows
        .iter()
        .map(|row| (row.entry, row.text.as_str(), row.by.as_str(), row.person))
        .collect();
    assert_eq!(told.len(), 2);
    assert!(
        told.contains(&(None, "Tak for et godt referat!", "Anna Dam", Some(ANNA))),
        "{told:?}"
    );
    assert!(
        told.contains(&(
            Some(entry),
            "Det var tre indsatser.",
            "Anna Dam",
            Some(ANNA)
        )),
        "{told:?}"
    );
    assert_eq!(house.take(&mail).told, Told::Known);
    let strange = house.answer("Kurt <kurt@example.org>", "Også herfra.");
    assert_eq!(house.take(&strange).told, Told::Comments(1));
    let rows = house.world.meeting.live_comments();
    assert_eq!(rows.iter().filter(|row| row.is_by_stranger()).count(), 1);
    let _ = (KAREN, AASE);
}

#[test]
fn what_is_about_nothing_here_changes_nothing() {
    let mut house = House::sent(LetterKind::Agenda);
    let mail = b"From: a@b.dk\r\nMessage-ID: <z@b.dk>\r\nSubject: Frokost\r\n\r\nHej\r\n";
    assert_eq!(house.take(mail), Outcome::plain(Told::Elsewhere));
    assert_eq!(read(mail).unwrap().meeting(), None);
    for bytes in [
        &b""[..],
        b"hej",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\0\0\0\0",
    ] {
        assert!(read(bytes).is_err(), "{bytes:?}");
    }
    let bare = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
    assert!(read(bare).is_ok_and(|mail| mail.calendar.is_none()));
}
