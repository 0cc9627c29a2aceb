use super::Table;

#[test]
fn who_opens_minutes_goes_on_in_the_last_note() {
    let mut table = Table::new();
    table.press("<ctrl-down> En note <ctrl-up>");
    let before = table.bench.journal.len();
    table.press("<ctrl-down>");
    assert_eq!(table.shown(), "En note|");
    assert_eq!(table.bench.journal.len(), before);
    table.press(" til");
    assert_eq!(table.shown(), "En note til|");
}

#[test]
fn after_a_decision_a_new_note_begins_with_its_first_letter() {
    let mut table = Table::new();
    table.press("<ctrl-down> b:<space>Vi mødes <ctrl-up>");
    let before = table.bench.journal.len();
    table.press("<ctrl-down>");
    assert_eq!(table.shown(), "decision: Vi mødes");
    assert_eq!(table.bench.journal.len(), before, "opening changed nothing");
    table.press("Og");
    assert_eq!(table.shown(), "decision: Vi mødes\nOg|");
    table.press("<ctrl-up><ctrl-down><enter><esc> o Send <ctrl-up><esc> n");
    assert_eq!(table.item(), 2, "the meeting's next item is the second");
    assert_eq!(
        table.shown(),
        "decision: Vi mødes\nOg\naction: Send",
        "the caret stands in a paragraph that is not there yet"
    );
    table.press("<enter><del> Ny");
    assert!(table.shown().ends_with("\naction: Send\nNy|"));
}

#[test]
fn a_paragraph_that_is_not_there_yet_goes_as_it_came() {
    let mut table = Table::new();
    table.press("<ctrl-down> b:<space>Vi mødes <ctrl-up><ctrl-down>");
    let before = table.bench.journal.len();
    table.press("<backspace>");
    assert_eq!(table.shown(), "decision: Vi mødes|");
    table.press("<ctrl-up><ctrl-down><up>");
    assert_eq!(table.shown(), "decision: |Vi mødes");
    table.press("<down>");
    assert_eq!(table.item(), 3, "it is gone, so the next item comes");
    assert_eq!(table.bench.journal.len(), before);
    table.press("<up>");
    assert_eq!(
        (table.item(), table.shown().as_str()),
        (2, "decision: Vi mødes|")
    );
    table.press("<ctrl-up><ctrl-down><ctrl-a> x");
    assert_eq!(table.shown(), "decision: x|");
}

#[test]
fn a_kind_chosen_in_it_makes_it_that() {
    let mut table = Table::new();
    table.press("<ctrl-down> b:<space>Vi mødes <ctrl-up><ctrl-down><esc> o Send");
    assert_eq!(table.shown(), "decision: Vi mødes\naction: Send|");
}

#[test]
fn undo_takes_the_caret_to_what_it_changed() {
    let mut table = Table::new();
    table.press("et <enter> to <enter> tre <ctrl-home><ctrl-z>");
    assert_eq!(table.shown(), "et\nto\ntr|");
    table.press("<ctrl-home><ctrl-z>");
    assert_eq!(table.shown(), "et\nto\ntre|");
}

#[test]
fn undo_goes_into_another_items_minutes() {
    let mut table = Table::new();
    table.press("et <ctrl-down> to <ctrl-down><ctrl-z>");
    assert_eq!((table.item(), table.shown().as_str()), (2, "t|"));
    table.press("<ctrl-up><esc> b <ctrl-down><ctrl-z>");
    assert_eq!((table.item(), table.shown().as_str()), (1, "et|"));
}
