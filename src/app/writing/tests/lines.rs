//! Lines that say something to the program.

use super::Table;
use crate::domain::attendance::Attendance;

#[test]
fn who_speaks_is_named_whole_and_goes_on() {
    let mut table = Table::new();
    table.press("åse:<space>vi bør mødes <enter> ...<space>og snart");
    assert_eq!(table.shown(), "Åse Østergaard: vi bør mødes og snart|");
    table.press("<enter> …Bo<space>er enig");
    let said = "Åse Østergaard: vi bør mødes og snart Bo er enig|";
    assert_eq!(table.shown(), said);
    table.press("<enter> Tid:<space>ukendt");
    assert!(table.shown().ends_with("\nTid: ukendt|"));
}

#[test]
fn other_programs_spellings_make_kinds() {
    let mut table = Table::new();
    table.press(
        "#agreed<space>Ja <enter> ACTION:<space>åse to send it <enter> Idé:<space>Et kursus",
    );
    assert_eq!(
        table.shown(),
        "decision: Ja\naction: send it\nidea: Et kursus|"
    );
    let åse = table.bench.person("aase-oestergaard").id;
    let owned = table
        .minutes()
        .entries
        .values()
        .any(|row| row.owner == crate::domain::network::Owner::Person(åse));
    assert!(owned);
}

#[test]
fn a_heading_is_followed_by_text() {
    let mut table = Table::new();
    table.press("Underpunkt:<space>Løn <enter> Vi talte");
    let kinds: Vec<_> = table
        .minutes()
        .entries
        .values()
        .map(|row| (row.text.clone(), row.style.name()))
        .collect();
    assert!(kinds.contains(&("Løn".into(), "heading")));
    assert!(kinds.contains(&("Vi talte".into(), "plain")));
}

#[test]
fn a_line_checks_people_in_and_is_gone() {
    let mut table = Table::new();
    table.press("Velkomst <enter> present+<space>åse, bo <enter>");
    let statuses = table.minutes().attendances();
    assert!(
        statuses
            .values()
            .all(|status| *status == Attendance::Present)
    );
    let shown = table.shown();
    assert!(!shown.contains("present"), "{shown}");
    assert!(
        shown.starts_with("Velkomst\n") && shown.ends_with("\n|"),
        "{shown}"
    );
    table.press("<ctrl-z>");
    assert!(
        table.shown().contains("present+ åse, bo"),
        "{}",
        table.shown()
    );
}

#[test]
fn what_is_not_understood_stays() {
    let mut table = Table::new();
    table.press("present+<space>Ukendt Person <enter> Videre");
    assert_eq!(table.shown(), "present+ Ukendt Person\nVidere|");
}

#[test]
fn a_topic_leads_to_its_item() {
    let mut table = Table::new();
    table.press("Punkt:<space>økonomi <enter>");
    assert_eq!(table.item(), 3);
    table.press("Topic:<space>Ny strategi <enter>");
    assert_eq!(table.item(), 4);
    let meeting = table.minutes();
    let titles: Vec<_> = meeting
        .agenda()
        .iter()
        .map(|item| item.title.clone())
        .collect();
    assert_eq!(titles[3], "Ny strategi");
    assert_eq!(meeting.head.current, Some(meeting.agenda()[3].id));
}

#[test]
fn lines_before_are_corrected_inserted_and_taken_back() {
    let mut table = Table::new();
    table.press("Vi mødes i Velje <enter> s/Velje/Vejle/ <enter>");
    assert_eq!(table.shown(), "Vi mødes i Vejle\n|");
    table.press("i/Vejle/b: Det er aftalt <enter>");
    assert_eq!(
        table.shown(),
        "decision: Det er aftalt\nVi mødes i Vejle\n|"
    );
    table.press("#undo <enter>");
    assert_eq!(table.shown(), "decision: Det er aftalt\n|");
    table.press("s/findes/ikke/ <enter>");
    assert_eq!(table.shown(), "decision: Det er aftalt\ns/findes/ikke/\n|");
}

#[test]
fn an_abbreviation_is_written_out_and_undone() {
    let mut table = Table::new();
    table
        .bench
        .ok(r#"abbreviation-add bfk "Børne- og familiekontoret""#);
    table
        .bench
        .ok(r#"abbreviation-add ori "Orientering ved <navn> om <emne>""#);
    table.press("Vi spørger bfk<space>og bfk,");
    assert_eq!(
        table.shown(),
        "Vi spørger Børne- og familiekontoret og Børne- og familiekontoret,|"
    );
    table.press("<ctrl-z>");
    assert_eq!(
        table.shown(),
        "Vi spørger Børne- og familiekontoret og bfk,|"
    );
    table.press("<enter> ori.Bo <tab> tal <end> Slut");
    assert!(
        table.shown().ends_with("\nOrientering ved Bo om tal.Slut|"),
        "{}",
        table.shown()
    );
    table.press("<enter> xbfk<space>");
    assert!(table.shown().ends_with("\nxbfk |"));
}

#[test]
fn the_networks_own_texts_come_first() {
    let mut table = Table::new();
    table.bench.ok(
        r#"--network nims standard-add "Taget ad notam af <navn>." --item-kind discussion --kind note"#,
    );
    table
        .bench
        .ok(r#"--network nims standard-add "Kun beslutninger" --item-kind decision"#);
    table.press("<esc> s");
    let panel = match table.bench.app.view.overlays.last() {
        Some(crate::app::overlays::Overlay::Panel(panel)) => panel.clone(),
        _ => panic!("no panel"),
    };
    let rows = panel.rows(&table.bench.app);
    assert_eq!(rows[0].text, "Taget ad notam af <navn>.");
    assert!(rows.iter().all(|row| row.text != "Kun beslutninger"));
    table.press("<enter> Bo");
    assert_eq!(table.shown(), "Taget ad notam af Bo|.");
}

#[test]
fn paragraphs_are_split_joined_sent_and_pinned() {
    let mut table = Table::new();
    table.press("Vi mødes. Vi ses <esc> e");
    assert!(table.minutes().entries.values().all(|row| row.pinned));
    let target = table.bench.app.target();
    let call = |table: &mut Table, words: &[&str]| {
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        table.bench.call(words, target);
    };
    call(&mut table, &["entry-split", "Vi ses"]);
    assert!(
        table
            .shown()
            .replace('|', "")
            .ends_with("Vi mødes. \nVi ses")
    );
    table.press("<ctrl-end>");
    let target = table.bench.app.target();
    table.bench.call(vec!["entry-join".to_owned()], target);
    assert!(!table.shown().contains('\n'), "{}", table.shown());
    table.press("<esc> y <down><enter>");
    table.press("<ctrl-down>");
    let shown = table.shown().replace('|', "");
    assert!(!shown.contains("Vi ses"), "{shown}");
    table.press("<ctrl-down>");
    assert!(table.shown().contains("Vi ses"), "{}", table.shown());
}

#[test]
fn the_speaker_list_is_kept_by_lines() {
    let mut table = Table::new();
    table.press("q+<space>åse om økonomien <enter> q+<space>bo <enter>");
    let waiting = |table: &Table| -> Vec<String> {
        let rows = table.minutes().waiting().into_iter();
        rows.map(|row| row.note.clone()).collect()
    };
    assert_eq!(waiting(&table), ["økonomien", ""]);
    table.press("ack<space>bo <enter> ordet:<space>åse <enter>");
    assert!(waiting(&table).is_empty());
    let åse = table.bench.person("aase-oestergaard").id;
    assert_eq!(table.minutes().floor().map(|row| row.person), Some(åse));
    assert_eq!(table.shown(), "|");
    table.press("q+<space>bo <enter> q-<space>bo <enter>");
    assert!(waiting(&table).is_empty());
}

#[test]
fn a_date_that_was_cleared_is_not_noted_again_by_what_is_written_after_it() {
    let mut table = Table::new();
    let meeting = table.meeting.to_string();
    let noted = |table: &Table| table.minutes().head.next_date.map(|day| day.to_string());
    let run = |table: &mut Table, line: &str| {
        let said = table.bench.ok(&format!("--meeting {meeting} {line}"));
        table.bench.settle();
        said
    };
    run(&mut table, "meeting-set --date 2026-11-26");
    run(&mut table, "agenda-set --item 1 --kind next-meeting");
    table.press("Vi mødes 14.<space>januar<space>2027 <enter>");
    assert_eq!(noted(&table).as_deref(), Some("2027-01-14"));
    run(&mut table, "meeting-set --next-date \"\"");
    table.press("Tak<space>for<space>i<space>dag. <enter>");
    assert_eq!(noted(&table), None);
}

/// From the menu one is told to paste; what is pasted is not written into the minutes then.
#[test]
fn a_list_of_people_is_taken_in_from_the_menu_also_out_of_the_minutes() {
    use crate::app::overlays::Overlay;
    let mut table = Table::new();
    table.press("<ctrl-k> Excel <enter>");
    assert!(!table.bench.app.view.screen.takes_text());
    table.paste("Navn\tOrganisation\nEva Holm\tVejle Kommune\nBo Friis\tVejle Kommune\n");
    let Some(Overlay::Panel(panel)) = table.bench.app.view.overlays.last() else {
        panic!("no list is shown");
    };
    let rows = panel.rows(&table.bench.app);
    assert_eq!(
        rows[0].text,
        "Enter: tag med på deltagerlisten: 1 ny, 1 kendt, 0 uklare"
    );
    table.press("<enter>");
    let eva = table.bench.person("eva-holm").id;
    assert!(table.minutes().participants.contains_key(&eva));
}
