use super::*;
use crate::domain::secretariat::Language;
use crate::domain::world::{ANNA, KAREN, World, world};

fn text(world: &World, kind: LetterKind, language: Language) -> String {
    let source = world.source();
    let brief = Brief {
        kind,
        source: &source,
        deadline: "2026-12-10".parse().ok(),
        version: 1,
        earlier: None,
    };
    let (wording, broken) = wording(&brief, language).unwrap();
    assert_eq!(broken, None);
    let today = "2026-11-26".parse().unwrap();
    let own = own_lines(&source, kind, ANNA, today);
    let ends = Ends::of(&Network::default(), language, "Anna", "Karen Lund");
    let body = mail_text(&wording, &ends, &own, false);
    format!("{}\n\n{body}", wording.subject)
}

#[test]
fn every_letter_reads_well_in_both_languages() {
    for language in [Language::Danish, Language::English] {
        let mut world = world(language);
        world.meeting.head.tentative = true;
        let all: Vec<String> = LetterKind::ALL
            .iter()
            .map(|kind| format!("== {}\n{}", kind.name(), text(&world, *kind, language)))
            .collect();
        let all = all.join("\n");
        assert!(!all.contains("{{") && !all.contains("{%"), "{all}");
        insta::assert_snapshot!(format!("letters_{}", language.name()), all);
    }
}

#[test]
fn those_that_tell_changes_are_those_whose_text_has_them() {
    for kind in LetterKind::ALL {
        let own = crate::documents::texts::built_in(kind.name(), Language::Danish);
        assert_eq!(
            own.contains(r#"include "changes""#),
            kind.tells_changes(),
            "{}",
            kind.name()
        );
    }
}

#[test]
fn nobody_is_told_to_do_what_is_done() {
    let mut world = world(Language::Danish);
    let today = "2026-11-26".parse().unwrap();
    let told = |world: &World| own_lines(&world.source(), LetterKind::Actions, ANNA, today);
    assert!(told(&world).contains("Send oplæg til alle"));
    for action in world.network.actions.values_mut() {
        action.status = crate::domain::network::ActionStatus::Done;
    }
    assert_eq!(told(&world), "");
}

#[test]
fn a_new_version_says_what_changed() {
    let mut world = world(Language::Danish);
    let before = document(&world.source(), What::Agenda, 1, None).unwrap();
    let earlier = Letter {
        at: 1_795_681_800_000,
        outline: serde_json::to_string(&before).unwrap(),
        ..Letter::default()
    };
    let first = world.meeting.agenda()[0].id;
    world.meeting.items.get_mut(&first).unwrap().title = "Velkommen".into();
    world.meeting.head.venue = "Vejle Rådhus".into();
    let source = world.source();
    let made = document(&source, What::Agenda, 2, Some(&earlier)).unwrap();
    let page = crate::documents::text(&made);
    assert!(
        page.contains("Udgave 2") && page.contains("- Sted\n") && page.contains("- 1. Velkommen\n"),
        "{page}"
    );
    let brief = Brief {
        kind: LetterKind::Agenda,
        source: &source,
        deadline: None,
        version: 2,
        earlier: Some(&earlier),
    };
    let (wording, _) = wording(&brief, Language::Danish).unwrap();
    assert!(
        wording.before.starts_with("Dette er udgave 2"),
        "{}",
        wording.before
    );
}

#[test]
fn what_people_write_is_no_template_and_ends_no_subject() {
    let mut world = world(Language::Danish);
    world.meeting.head.title = "Løn {{ network }}\r\nBcc: x@y {% raw %}".into();
    let said = text(&world, LetterKind::Invitation, Language::Danish);
    let subject = said.lines().next().unwrap();
    assert!(
        subject.contains("Løn {{ network }}") && subject.contains("{% raw %}"),
        "{said}"
    );
    let _ = KAREN;
}

#[test]
fn who_is_invited_gets_the_code_of_the_door_and_who_gets_a_copy_does_not() {
    use crate::documents::{Letterhead, calendar, dispatch};
    use crate::domain::letter::Delivery;
    let mut world = world(Language::Danish);
    let sending = calendar::Sending {
        address: "netvaerk@odense.dk".into(),
        ..Default::default()
    };
    let event = calendar::invitation(&world.source(), &sending, false).unwrap();
    let letter = Letter {
        kind: LetterKind::Invitation,
        wordings: vec![Wording::default()],
        calendar: event.replace("\r\n", "\n"),
        ..Letter::default()
    };
    world.meeting.letters.insert(letter.id, letter);
    let code = world.meeting.code_of(&world.meeting.participants[&ANNA]);
    let from = dispatch::Dispatch {
        secretariat: &world.secretariat,
        register: &world.register,
        network: &world.network,
        meeting: &world.meeting,
        letterhead: &Letterhead::default(),
        now: 0,
    };
    let mail = |copy| {
        let row = Delivery {
            person: ANNA,
            copy,
            ..Delivery::default()
        };
        dispatch::mail(&from, &row).unwrap()
    };
    let mine = mail(false);
    assert_eq!(mine.files[0].name, format!("{code}.png"));
    let (event, _) = mine.calendar.unwrap();
    let said = calendar::value_of(&event, "DESCRIPTION").unwrap();
    assert!(
        said.ends_with(&format!("Din kode ved døren: {code}")),
        "{said}"
    );
    let copy = mail(true);
    assert!(copy.files.is_empty() && !copy.calendar.unwrap().0.contains(&code));
}
