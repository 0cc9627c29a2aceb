//! Invitations and the door as lines of commands: what is said, what comes of it, what is refused.

use super::scene::{bench, meeting, on, play};
use crate::app::overlays::Overlay;
use crate::app::testing::Bench;
use crate::domain::attendance::{Attendance, Rsvp};
use crate::domain::batch::Submission;
use crate::domain::minutes::EntryKind;
use crate::domain::op::{Edit, Op};
use crate::domain::register::RegisterRecord;
use crate::locale::Key;

fn stands(bench: &Bench, label: &str) -> Attendance {
    meeting(bench).attendance_of(bench.person(label).id)
}

#[test]
fn a_person_at_the_screen_is_asked_who_it_is() {
    let mut bench = bench();
    bench.app.interactive = true;
    for command in [
        "check-in",
        "check-out",
        "check-back",
        "absent",
        "walk-in",
        "uninvite",
        "apologies",
        "recusal-add",
        "recusal-remove",
    ] {
        bench.run(&on(&format!("--item 1 {command}")));
        let open = bench.app.view.overlays.pop();
        let asks = matches!(&open, Some(Overlay::Form(form)) if form.command == command);
        assert!(asks, "{command}: {open:?}");
    }
}

#[test]
fn members_or_those_named_are_invited_once() {
    let mut bench = bench();
    assert_eq!(bench.ok(&on("invite")), "4 er sat på listen");
    assert_eq!(bench.ok(&on("invite")), "Alle står allerede på listen");
    assert_eq!(
        bench.ok(&on("invite vejle \"Karen Lund\"")),
        "1 er sat på listen"
    );
    assert_eq!(
        bench.ok(&on("uninvite \"Ulla Berg\"")),
        "1 er taget af listen"
    );
    assert_eq!(
        bench.ok(&on("rsvp \"Karen Lund\" yes --note \"kommer kl. 10\"")),
        "Karen Lund (Odense) er tilmeldt"
    );
    assert_eq!(
        bench.ok(&on("rsvp ane nej")),
        "Afbud fra Ane Friis (Vejle) er noteret"
    );
    let karen = &meeting(&bench).participants[&bench.person("karen-lund").id];
    assert_eq!(
        (karen.rsvp, karen.rsvp_note.as_str()),
        (Rsvp::Yes, "kommer kl. 10")
    );
    assert_eq!(
        bench.ok(&on("invitations-send")),
        "Indkaldelsen er noteret som sendt til 4 personer"
    );
    assert_eq!(
        bench.ok(&on("agenda-send")),
        "Dagsordenen med 3 punkter er noteret som udsendt"
    );
    for (line, key) in [
        ("rsvp karen sikkert", Key::ErrorChoice),
        ("rsvp ulla yes", Key::ErrorDoorNotListed),
        ("invite Ukendt", Key::ErrorPersonUnknown),
    ] {
        assert_eq!(bench.fails(&on(line)), key, "{line}");
    }
}

#[test]
fn a_member_organisation_without_a_contact_person_is_named() {
    let mut bench = bench();
    bench.ok("organisation-new koege \"Køge Kommune\"");
    bench.ok("organisation-new aarhus \"Aarhus Kommune\"");
    bench.ok("person-new \"Ida Dam\" --organisation koege");
    bench.ok("network-new tom \"Tomt netværk\"");
    bench.ok("member-add tom koege");
    bench.ok("meeting-new --network tom --title Start --date 2026-12-01");
    assert_eq!(
        bench.fails("--meeting tom-2026-1 invite"),
        Key::ErrorNoContacts
    );
    bench.ok("member-add nims koege");
    bench.ok("member-add nims vejle");
    assert_eq!(
        bench.ok(&on("invite")),
        "4 er sat på listen. Køge Kommune har ingen kontaktperson"
    );
    bench.ok("group-new Kontaktgruppen --network nims --kind contact");
    bench.ok("group-member-add Kontaktgruppen \"Ida Dam\" --network nims");
    assert_eq!(bench.ok(&on("invite")), "1 er sat på listen");
    bench.ok("member-add nims aarhus");
    assert_eq!(
        bench.ok(&on("invite")),
        "Alle står allerede på listen. Aarhus Kommune har ingen kontaktperson"
    );
}

#[test]
fn the_door_says_who_came_when_and_how() {
    let mut bench = bench();
    bench.ok(&on("invite"));
    bench.ok(&on("rsvp \"Bo Friis\" no"));
    play(
        &mut bench,
        &[
            (
                "09:02",
                "check-in aase o",
                "Åse Olsen (Odense) er mødt kl. 09.02",
            ),
            (
                "09:05",
                "check-in Åse",
                "Åse Olsen (Odense) er allerede mødt kl. 09.02",
            ),
            (
                "09:06",
                "check-in bo",
                "Bo Friis (Vejle) er mødt kl. 09.06 (havde sendt afbud)",
            ),
            (
                "09:07",
                "check-in klo --online --at 9.10",
                "Karen Lund (Odense) er med online fra kl. 09.10",
            ),
            ("09:30", "meeting-start", "Mødet er åbnet kl. 09.30"),
            (
                "10:38",
                "check-in ane",
                "Ane Friis (Vejle) er mødt kl. 10.38",
            ),
            (
                "11:00",
                "check-out bo",
                "Bo Friis (Vejle) er gået kl. 11.00",
            ),
            (
                "11:20",
                "check-back bo",
                "Bo Friis (Vejle) er tilbage kl. 11.20",
            ),
            (
                "11:21",
                "walk-in \"Per Holm, Vejle Kommune\"",
                "Per Holm (Vejle) er mødt kl. 11.21 (var ikke indkaldt)",
            ),
            (
                "11:22",
                "walk-in \"Ulla Berg\"",
                "Ulla Berg (Vejle) er mødt kl. 11.22 (var ikke indkaldt)",
            ),
            (
                "11:23",
                "walk-in \"Ib Bæk, Ribe Kommune\"",
                "Ib Bæk (Ribe Kommune) er mødt kl. 11.23 (var ikke indkaldt). Ny organisation: Ribe Kommune",
            ),
            (
                "11:24",
                "walk-in \"Else Due, ribe\"",
                "Else Due (Ribe Kommune) er mødt kl. 11.24 (var ikke indkaldt)",
            ),
        ],
    );
    let doc = meeting(&bench);
    let told = doc
        .entries
        .values()
        .filter(|entry| entry.kind == EntryKind::Attendance);
    assert_eq!(told.count(), 7);
    assert_eq!(bench.person("per-holm").name, "Per Holm");
    assert_eq!(bench.register().organisations.len(), 3);
    let ib = bench.person("ib-baek").organisation;
    assert_eq!(ib, bench.register().organisation_named("Ribe"));
    let with = |batch: &&Submission| {
        let has = |op: &Op| matches!(op, Op::Register(Edit::Add(RegisterRecord::Organisation(_))));
        batch.label == "walk-in" && batch.ops.iter().any(|row| has(&row.op))
    };
    let batch = bench.journal.iter().find(with).unwrap();
    assert_eq!(batch.ops.len(), 5, "one batch of register and meeting");
}

#[test]
fn nobody_is_checked_in_by_guessing() {
    let mut bench = bench();
    bench.ok(&on("invite"));
    assert_eq!(bench.fails(&on("check-in friis")), Key::ErrorDoorSeveral);
    assert_eq!(
        bench.why(),
        "Flere deltagere passer til friis: Ane Friis (Vejle); Bo Friis (Vejle). Skriv mere af navnet eller organisationen."
    );
    for (line, key) in [
        ("check-in ulla", Key::ErrorDoorNotListed),
        ("check-in xyz", Key::ErrorDoorNobody),
        ("check-in", Key::ErrorNoPerson),
        ("check-in bo --at kaffe", Key::ErrorPlain),
        ("check-out bo", Key::ErrorNotHere),
        ("substitute \"Bo Friis\" bo", Key::ErrorSubstituteSelf),
        (
            "walk-in \"Per Holm, Kommune\"",
            Key::ErrorOrganisationSeveral,
        ),
        ("walk-in \", Vejle\"", Key::ErrorNoPerson),
        ("attendance-set bo expected", Key::ErrorStandsAlready),
        ("attendance-set bo sovende", Key::ErrorChoice),
    ] {
        assert_eq!(bench.fails(&on(line)), key, "{line}");
    }
}

#[test]
fn all_are_present_and_then_the_exceptions() {
    let mut bench = bench();
    bench.ok(&on("invite"));
    bench.ok(&on("apologies bo --note \"syg\""));
    assert_eq!(
        bench.ok(&on("apologies bo")),
        "Bo Friis (Vejle) har allerede sendt afbud"
    );
    bench.ok(&on("substitute \"Ulla Berg\" \"Bo Friis\""));
    let ulla = &meeting(&bench).participants[&bench.person("ulla-berg").id];
    assert_eq!(ulla.substitute_for, Some(bench.person("bo-friis").id));
    assert_eq!(stands(&bench, "ulla-berg"), Attendance::Present);
    assert_eq!(
        bench.ok(&on("rsvp karen none")),
        "Svaret fra Karen Lund (Odense) er slettet"
    );
    bench.ok(&on("rsvp karen yes"));
    bench.ok(&on("rsvp aase yes"));
    bench.ok(&on("rsvp ane yes"));
    assert_eq!(bench.ok(&on("all-present")), "3 er noteret som mødt");
    assert_eq!(bench.fails(&on("all-present")), Key::ErrorNobodyMissing);
    assert_eq!(
        bench.ok(&on("attendance-set ane absent")),
        "Fremmødet er rettet: Ane Friis (Vejle) – udeblevet"
    );
    assert_eq!(stands(&bench, "ane-friis"), Attendance::Absent);
    bench.ok(&on("attendance-set karen apologies"));
    assert_eq!(stands(&bench, "karen-lund"), Attendance::Apologies);
    bench.ok(&on("attendance-set karen expected"));
    assert_eq!(stands(&bench, "karen-lund"), Attendance::Expected);
    bench.ok(&on("absent karen"));
    bench.ok(&on("attendance-set aase present --at 9.15"));
    let came = meeting(&bench).checked_in_at(bench.person("aase-olsen").id);
    assert_eq!(
        crate::domain::zone::local(came.unwrap()).time().to_string(),
        "09:15:00"
    );
}

#[test]
fn where_nobody_answers_all_who_are_asked_are_expected() {
    let mut bench = bench();
    bench.ok(&on("invite"));
    bench.ok(&on("apologies bo"));
    assert_eq!(bench.ok(&on("all-present")), "3 er noteret som mødt");
    assert_eq!(stands(&bench, "bo-friis"), Attendance::Apologies);
}

#[test]
fn apologies_by_phone_find_the_coming_meeting() {
    let mut bench = bench();
    assert_eq!(
        bench.fails("apologies \"Karen Lund\""),
        Key::ErrorSeveralMeetings
    );
    assert_eq!(
        bench.fails("apologies \"Ulla Berg\""),
        Key::ErrorNoComingMeeting
    );
    assert_eq!(
        bench.ok("apologies \"Karen Lund\" --meeting nims-2026-2 --note ferie"),
        "Afbud fra Karen Lund (Odense) er noteret til NIMS 2/2026, tor. 26. nov."
    );
    let karen = bench.person("karen-lund").id;
    assert_eq!(
        bench.meeting("nims-2026-2").attendance_of(karen),
        Attendance::Apologies
    );
    bench.ok("--meeting nims-2026-1 meeting-start");
    bench.ok("--meeting nims-2026-1 invite");
    bench.ok("--meeting nims-2026-1 check-in karen");
    bench.ok("--meeting nims-2026-1 minutes-approve");
    assert_eq!(
        bench.fails("--meeting nims-2026-1 check-out karen"),
        Key::ErrorMinutesApproved
    );
}

#[test]
fn an_unknown_substitute_comes_from_where_the_one_replaced_does() {
    let mut bench = bench();
    bench.ok(&on("invite"));
    assert_eq!(
        bench.fails(&on("substitute \"Hans Holt\" \"Bo Friis\"")),
        Key::ErrorPersonUnknown
    );
    bench.app.interactive = true;
    bench.ok(&on("substitute \"Hans Holt\" \"Bo Friis\""));
    assert_eq!(stands(&bench, "hans-holt"), Attendance::Present);
    let organisation = bench.person("bo-friis").organisation;
    assert_eq!(bench.person("hans-holt").organisation, organisation);
    assert_eq!(
        bench.fails(&on("substitute Hansigne \"Karen Lund\"")),
        Key::ErrorPersonUnknown
    );
}

#[test]
fn a_code_of_another_meeting_names_it() {
    let mut bench = bench();
    bench.ok(&on("invite"));
    bench.ok("--meeting nims-2026-2 invite");
    let other = bench.meeting("nims-2026-2");
    let code = other.code_of(other.participant_list().next().unwrap());
    assert_eq!(
        bench.fails(&on(&format!("check-in {code}"))),
        Key::ErrorCodeElsewhere
    );
    assert!(bench.why().contains("NIMS 2/2026, "), "{}", bench.why());
    assert_eq!(
        bench.fails(&on("check-in BCDFGHJKLM")),
        Key::ErrorCodeUnknown
    );
}
