//! Forms as a person fills them in.

use crate::app::args::Args;
use crate::app::context::Target;
use crate::app::input::Input;
use crate::app::overlays::{Answered, Overlay};
use crate::app::testing::Bench;
use crate::domain::agenda::{AgendaItem, ItemKind};
use crate::domain::network::Owner;
use crate::domain::secretariat::Language;

use super::Form;

/// The form of the meeting's first item, with the caret in its title.
fn bench() -> Bench {
    let mut bench = Bench::with_meeting();
    bench.ok("--meeting nims-2026-1 agenda-add Økonomi --kind decision");
    bench.sit_down(Language::Danish, (80, 24));
    bench.ok("meeting-open nims-2026-1");
    bench.press("<down><enter>");
    assert_eq!(form(&bench).command, "agenda-set");
    bench
}

fn form(bench: &Bench) -> &Form {
    match bench.app.view.overlays.last() {
        Some(Overlay::Form(form)) => form,
        other => panic!("{other:?}"),
    }
}

fn is_open(bench: &Bench) -> bool {
    matches!(bench.app.view.overlays.last(), Some(Overlay::Form(_)))
}

fn item(bench: &Bench) -> AgendaItem {
    bench.meeting("nims-2026-1").agenda()[0].clone()
}

/// Goes to a field by its argument.
fn go(bench: &mut Bench, name: &str) {
    for _ in 0..20 {
        let form = form(bench);
        let slot = form.slots.get(form.focus);
        if slot.is_some_and(|slot| slot.arg.name == name) {
            return;
        }
        bench.press("<tab>");
    }
    panic!("no field {name}");
}

#[test]
fn a_name_is_offered_while_it_is_typed_and_taken_with_enter() {
    let mut bench = bench();
    go(&mut bench, "responsible");
    bench.press("aase");
    let offers = form(&bench).offers(&bench.app);
    assert_eq!(offers[0].name, "Åse Østergaard");
    assert_eq!(offers[0].beside, "Odense");
    bench.press("<enter>");
    assert!(is_open(&bench), "the first Enter takes the name");
    bench.press("<enter>");
    let aase = bench.person("aase-oestergaard").id;
    assert_eq!(item(&bench).responsible, Owner::Person(aase));
}

#[test]
fn tab_takes_a_name_and_goes_on_and_esc_leaves_the_words() {
    let mut bench = bench();
    go(&mut bench, "responsible");
    bench.press("vejl<down><tab>");
    let slot = &form(&bench).slots[form(&bench).focus];
    assert_ne!(slot.arg.name, "responsible");
    go(&mut bench, "responsible");
    bench.press("<ctrl-backspace><ctrl-backspace>");
    bench.press("Bo<esc><enter>");
    assert!(!is_open(&bench));
}

#[test]
fn a_name_that_two_have_is_the_one_that_was_taken() {
    let mut bench = Bench::with_meeting();
    bench.ok(r#"person-new "Karen Lund" --organisation vejle"#);
    bench.sit_down(Language::Danish, (80, 24));
    bench.ok("meeting-open nims-2026-1");
    bench.press("r");
    go(&mut bench, "chair");
    bench.press("karen vejle");
    assert_eq!(form(&bench).offers(&bench.app)[0].beside, "Vejle");
    bench.press("<enter><enter>");
    let chair = bench.meeting("nims-2026-1").head.chair.unwrap();
    assert_eq!(chair, bench.person("karen-lund-2").id);
}

#[test]
fn what_only_a_script_says_is_no_field() {
    let mut bench = bench();
    let names = |bench: &mut Bench, command: &str| {
        let command = crate::app::commands::find(command).unwrap();
        let form = Form::new(command, Target::default(), &Args::default());
        let names = form.slots.iter().map(|slot| slot.arg.name);
        let names: Vec<&str> = names.collect();
        bench.press("<esc>");
        names.join(" ")
    };
    for (command, wanted) in [
        ("recusal-add", "who"),
        ("check-out", "who at"),
        ("minutes-approve", "by"),
    ] {
        assert_eq!(names(&mut bench, command), wanted, "{command}");
    }
    let queue = names(&mut bench, "queue-add");
    assert!(queue.contains("anyway"), "{queue}");
}

#[test]
fn a_choice_is_turned_with_arrows_and_found_by_its_letter() {
    let mut bench = bench();
    go(&mut bench, "kind");
    bench.press("<right>");
    assert_eq!(form(&bench).slots[form(&bench).focus].text(), "talk");
    bench.press("<left><left>");
    assert_eq!(form(&bench).slots[form(&bench).focus].text(), "discussion");
    bench.press("p<enter>");
    assert_eq!(item(&bench).kind, ItemKind::Break);
}

#[test]
fn a_choice_is_found_by_the_beginning_of_its_name() {
    let mut bench = bench();
    go(&mut bench, "kind");
    let kind = |bench: &Bench| form(bench).slots[form(bench).focus].text();
    bench.press("opl");
    assert_eq!(kind(&bench), "talk", "not orientering, pause or leder");
    bench.press("o");
    assert_eq!(kind(&bench), "information", "a new word");
    bench.press("næste m");
    assert_eq!(kind(&bench), "next-meeting", "a name of two words");
    bench.press("<tab><shift-tab>");
    bench.press("dr");
    assert_eq!(kind(&bench), "discussion");
}

#[test]
fn a_long_text_has_lines_of_its_own() {
    let mut bench = bench();
    go(&mut bench, "background");
    bench.press("Første afsnit.<enter>Andet afsnit.<up><home>Se: ");
    assert!(is_open(&bench));
    bench.press("<ctrl-s>");
    assert!(!is_open(&bench));
    assert_eq!(item(&bench).background, "Se: Første afsnit.\nAndet afsnit.");
}

#[test]
fn what_was_typed_is_not_dropped_without_asking() {
    let mut bench = bench();
    bench.press("<esc>");
    assert!(!is_open(&bench), "nothing was typed");
    bench.press("<enter> 2027<esc>");
    assert!(form(&bench).asks);
    bench.press("<esc>");
    assert!(!form(&bench).asks, "Esc goes on typing");
    bench.press("<esc><enter>");
    assert_eq!(item(&bench).title, "Økonomi 2027");
    bench.press("<enter>!<esc><del>");
    assert!(!is_open(&bench));
    assert_eq!(item(&bench).title, "Økonomi 2027");
}

#[test]
fn an_error_stands_by_its_field_with_the_caret_there() {
    let mut bench = bench();
    go(&mut bench, "minutes");
    bench.press("mange");
    go(&mut bench, "title");
    bench.press("<enter>");
    let shown = form(&bench);
    assert_eq!(shown.slots[shown.focus].arg.name, "minutes");
    let error = shown.error.as_ref().unwrap();
    assert_eq!(error.argument(), Some("minutes"));
    bench.press("<backspace>");
    assert!(form(&bench).error.is_none());
}

#[test]
fn a_form_in_use_stays_when_one_goes_elsewhere() {
    let mut bench = bench();
    bench.press(" 2027");
    bench.ok("go-people");
    assert!(is_open(&bench));
    bench.press("<enter>");
    assert_eq!(item(&bench).title, "Økonomi 2027");
}

#[test]
fn an_unfinished_form_is_kept_key_by_key_and_opened_again_as_it_was() {
    let mut bench = bench();
    go(&mut bench, "background");
    bench.press("Halvt skre");
    bench.input(Input::Hangup);
    assert!(bench.has_quit());
    assert_eq!(
        item(&bench).background,
        "",
        "nothing is decided for anybody"
    );
    let kept = bench.kept().to_vec();
    assert_eq!(kept.len(), 1);

    let mut again = self::bench();
    again.press("<esc>");
    again.app.reopen(&kept);
    let focus = form(&again).slots[form(&again).focus].arg.name;
    assert_eq!(focus, "background");
    go(&mut again, "purpose");
    again.press("Beslutte<ctrl-s>");
    let now = item(&again);
    assert_eq!(
        (now.background.as_str(), now.purpose.as_str()),
        ("Halvt skre", "Beslutte")
    );
    assert!(again.kept().is_empty(), "it was accepted");
}

#[test]
fn a_form_that_nobody_typed_in_or_that_was_given_up_is_not_kept() {
    let mut bench = bench();
    assert!(bench.kept().is_empty());
    bench.press(" 2027");
    assert_eq!(bench.kept().len(), 1);
    bench.press("<esc>");
    assert_eq!(bench.kept().len(), 1, "it only asks");
    bench.press("<del>");
    assert!(bench.kept().is_empty());
}

#[test]
fn an_items_speakers_are_added_changed_and_removed_in_their_list() {
    let mut bench = bench();
    bench.press("<esc>o");
    assert_eq!(form(&bench).command, "speaker-add");
    bench.press("ulla<enter><enter>");
    let speakers = |bench: &Bench| -> Vec<String> {
        let meeting = bench.meeting("nims-2026-1");
        let rows = meeting.speakers_of(meeting.agenda()[0].id);
        rows.iter()
            .map(|row| format!("{} {} {}", row.name, row.organisation, row.status.name()))
            .collect()
    };
    assert_eq!(
        speakers(&bench),
        ["Ulla Berg UCL Erhvervsakademi suggested"]
    );
    bench.press("<enter>b<enter>");
    assert_eq!(
        speakers(&bench),
        ["Ulla Berg UCL Erhvervsakademi confirmed"]
    );
    bench.press("<del>");
    assert!(speakers(&bench).is_empty());
    bench.press("<ctrl-z>");
    assert_eq!(speakers(&bench).len(), 1);
}

#[test]
fn practical_things_are_changed_where_they_are_listed() {
    let mut bench = bench();
    bench.press("<esc>l");
    bench.press("+Lokale<enter>");
    bench.press("<tab><tab>Anna<enter>");
    let row = |bench: &Bench| bench.meeting("nims-2026-1").practical_list()[0].clone();
    assert_eq!(row(&bench).who, "Anna");
    bench.press("<enter>");
    assert!(row(&bench).done);
}

#[test]
fn a_member_who_is_not_in_the_register_is_made_with_the_membership() {
    let mut bench = Bench::with_meeting();
    bench.sit_down(Language::Danish, (80, 24));
    bench.ok("member-add nims");
    bench.press("Ida Holm, Ærø Kommune<enter><enter>");
    assert!(!is_open(&bench), "{}", bench.why());
    let ida = bench.person("ida-holm").clone();
    let network = bench.network("nims");
    assert!(
        network
            .members
            .values()
            .any(|row| row.person == Some(ida.id))
    );
    let place = ida.organisation.unwrap();
    assert_eq!(bench.register().organisation_name(place), "Ærø Kommune");
    let last = bench.journal.last().unwrap().ops.len();
    assert_eq!(last, 3, "one step of undo");
    // Who is known is offered first.
    bench.ok("member-add nims");
    bench.press("ulla<enter>");
    assert_eq!(form(&bench).slots[1].text(), "Ulla Berg");
}

#[test]
fn who_writes_on_is_not_silenced_by_the_question() {
    let mut bench = bench();
    bench.press("<end> 2027<esc>");
    assert!(form(&bench).asks);
    bench.press(" og 2028<enter>");
    assert_eq!(item(&bench).title, "Økonomi 2027 og 2028");
}

#[test]
fn what_was_typed_in_a_list_begins_what_is_added_to_it() {
    let mut bench = bench();
    bench.press("<esc>l");
    bench.press("Lokale+");
    assert_eq!(form(&bench).slots[0].text(), "Lokale");
    bench.press("<enter>");
    let meeting = bench.meeting("nims-2026-1");
    assert_eq!(meeting.practical_list()[0].what, "Lokale");
    let Some(Overlay::Panel(panel)) = bench.app.view.overlays.last() else {
        panic!("the list is gone");
    };
    assert_eq!(panel.field.text(), "", "the new one is seen");
}

#[test]
fn the_first_start_begins_with_ones_name_and_each_thing_lands_in_its_place() {
    let bench = Bench::new();
    let command = crate::app::commands::find("secretariat-new").unwrap();
    let mut known = Args::default();
    known.set("language", "en".to_owned());
    let mut form = Form::new(command, Target::default(), &known);
    let names: Vec<_> = form.slots.iter().map(|slot| slot.arg.name).collect();
    assert_eq!(names, ["your-name", "network-name", "language"]);
    assert_eq!(form.focus, 0);
    let mut press = |keys: &str| {
        let keys = keys.split(' ').map(|key| key.parse().unwrap());
        keys.map(|key| form.key(&bench.app, key)).last()
    };
    let Some(Answered::Run(call)) = press("K a r e n tab N K enter") else {
        panic!("{:?}", form.error);
    };
    let line = ["secretariat-new", "--language=en", "--", "Karen", "NK"];
    assert_eq!(call.words, line);
    assert!(Args::parse(command.args, &call.words[1..]).is_ok());
}
