//! What a step of the history did, as a sentence about who did it: "tilføjede et punkt: Økonomi".

use chrono::{NaiveDate, NaiveTime};
use serde_json::Value;

use crate::app::overlays::form::choice_label;
use crate::domain::conflict::changed;
use crate::domain::id::Id;
use crate::domain::meeting::{MeetingChange, MeetingRecord};
use crate::domain::minutes::EntryKind;
use crate::domain::network::Owner;
use crate::domain::op::{DocOp, Edit, Op};
use crate::domain::query::HistoryRow;
use crate::domain::record::FieldChange;
use crate::domain::register::Register;
use crate::domain::text::{Splice, TextOp};
use crate::locale::{Key, Locale};

/// Numbers from here on are instants, milliseconds since 1970.
const INSTANTS: i64 = 1_000_000_000;
/// Letters of a value that are shown.
const VALUE: usize = 40;

/// The deed in words that follow a name, with what it was done to.
pub fn deed(locale: Locale, register: &Register, row: &HistoryRow) -> String {
    if row.refused {
        return locale.text(Key::HistoryRefused).into_owned();
    }
    let key = Key::named(&format!("did-{}", row.label))
        .or_else(|| Key::named(&format!("command-{}", row.label)));
    let did = key.map_or_else(|| row.label.clone(), |key| locale.text(key).into_owned());
    format!("{did}{}", detail(locale, register, row))
}

/// What was changed: names of what was added, words of text, else the fields' names.
fn detail(locale: Locale, register: &Register, row: &HistoryRow) -> String {
    let mut said: Vec<String> = typed(row);
    for op in &row.ops {
        let words = match &op.op {
            Op::Meeting(Edit::Add(record)) => name(record).map(str::to_owned),
            Op::Meeting(Edit::Set { change, .. }) => {
                field(locale, change).map(|name| turned(locale, name, op))
            }
            Op::Network(Edit::Add(_)) | Op::Desk(Edit::Add(_)) => added(op, register),
            Op::Network(Edit::Set { .. }) => {
                let name = changed(op).and_then(|it| known_field(locale, &it.field));
                name.map(|name| turned(locale, name, op))
            }
            _ => None,
        };
        said.extend(words.filter(|words| !words.is_empty() && !said.contains(words)));
    }
    match said.is_empty() {
        true => String::new(),
        false => format!(": {}", said.join(", ")),
    }
}

/// Words that were typed or deleted; letters that follow each other are one text.
fn typed(row: &HistoryRow) -> Vec<String> {
    let splices = row.ops.iter().filter_map(|op| match &op.op {
        Op::Text(TextOp::TextSpliced(splice)) => Some(splice),
        _ => None,
    });
    let mut runs: Vec<Splice> = Vec::new();
    for splice in splices {
        match runs.last_mut() {
            Some(run) if goes_on(run, splice) => {
                let kept = run.inserted.len() - splice.deleted.len();
                run.inserted.truncate(kept);
                run.inserted.push_str(&splice.inserted);
            }
            _ => runs.push(splice.clone()),
        }
    }
    let words = |run: &Splice| match (run.deleted.trim(), run.inserted.trim()) {
        ("", "") => None,
        (deleted, "") => Some(format!("−{deleted}")),
        (_, inserted) => Some(format!("+{inserted}")),
    };
    runs.iter().filter_map(words).collect()
}

/// Whether a step writes on where the one before ended, or takes some of it back.
fn goes_on(run: &Splice, next: &Splice) -> bool {
    let end = run.at + run.inserted.len();
    next.field == run.field
        && run.inserted.ends_with(&next.deleted)
        && next.at + next.deleted.len() == end
}

/// What a record that was added is called.
fn name(record: &MeetingRecord) -> Option<&str> {
    match record {
        MeetingRecord::Item(row) => Some(&row.title),
        MeetingRecord::Speaker(row) => Some(&row.name),
        MeetingRecord::Annex(row) => Some(&row.title),
        MeetingRecord::Practical(row) => Some(&row.what),
        MeetingRecord::Slot(row) => Some(&row.title),
        MeetingRecord::Entry(row) if row.kind != EntryKind::Private => Some(&row.text),
        _ => None,
    }
}

/// What a record of a network or of the desk that was added is called, or to whom something went.
fn added(op: &DocOp, register: &Register) -> Option<String> {
    let value = serde_json::to_value(&op.op).ok()?;
    let (_, edit) = value.as_object()?.iter().next()?;
    let (_, row) = edit.get("add")?.as_object()?.iter().next()?;
    let text = |name: &&str| row.get(*name)?.as_str().filter(|text| !text.is_empty());
    let named = ["title", "name", "text", "criterion"];
    if let Some(text) = named.iter().find_map(text) {
        return Some(text.chars().take(VALUE).collect());
    }
    let owner = ["recipient", "who", "office"]
        .iter()
        .find_map(|name| row.get(*name));
    let owner = owner.and_then(|it| serde_json::from_value::<Owner>(it.clone()).ok());
    let person = || row.get("person")?.as_str()?.parse().ok();
    let owner = owner.or_else(|| person().map(Owner::Person))?;
    Some(owner.name(register).to_owned())
}

/// What a field of a network or of the desk is called, where the screen has a name for it.
fn known_field(locale: Locale, field: &str) -> Option<String> {
    let key = Key::named(&format!("arg-{}", field.replace('_', "-")))?;
    Some(locale.text(key).to_lowercase())
}

fn field(locale: Locale, change: &MeetingChange) -> Option<String> {
    // What was done says it already; their fields are moments.
    if let MeetingChange::Recess(_)
    | MeetingChange::Timing(_)
    | MeetingChange::Turn(_)
    | MeetingChange::Presence(_)
    | MeetingChange::Recusal(_) = change
    {
        return None;
    }
    let name = match (change, change.name()) {
        // The planned minutes of an item have the same name.
        (MeetingChange::Head(_), "minutes") => "minutes-status".to_owned(),
        // The answer to a question has the same name as those in favour.
        (MeetingChange::Vote(_), "yes") => "vote-for".to_owned(),
        (MeetingChange::Vote(_), "no") => "against".to_owned(),
        (_, name) => name.replace('_', "-"),
    };
    let key = Key::named(&format!("arg-{name}"))?;
    Some(locale.text(key).to_lowercase())
}

/// A field with what it was and what it became, where that can be said.
fn turned(locale: Locale, name: String, op: &DocOp) -> String {
    let Some(changed) = changed(op) else {
        return name;
    };
    let said = |value: &Value| words(locale, &changed.field, value);
    match (said(&changed.from), said(&changed.to)) {
        (Some(from), Some(to)) if from.is_empty() => format!("{name} {to}"),
        (Some(from), Some(to)) if to.is_empty() => format!("{name} −{from}"),
        (Some(from), Some(to)) => format!("{name} {from} → {to}"),
        _ => name,
    }
}

/// A stored value as people write it; `None` where only an id or an instant is stored.
fn words(locale: Locale, field: &str, value: &Value) -> Option<String> {
    let text = match value {
        Value::Null => return Some(String::new()),
        Value::String(text) => text,
        Value::Number(number) => {
            let number = number.as_i64().filter(|number| *number < INSTANTS)?;
            return Some(number.to_string());
        }
        _ => return None,
    };
    if text.parse::<Id>().is_ok() {
        return None;
    }
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Some(locale.language().short_date(day));
    }
    if let Ok(time) = text.parse::<NaiveTime>() {
        return Some(locale.language().plain_time(time));
    }
    // Answers have their own words.
    let arg = if field == "rsvp" {
        "answer".to_owned()
    } else {
        field.replace('_', "-")
    };
    let label = choice_label(locale, &arg, text);
    let shown: String = label.chars().take(VALUE).collect();
    let more = if label.chars().count() > VALUE {
        "…"
    } else {
        ""
    };
    Some(format!("{shown}{more}"))
}

/// What a stored field is called; its own name where the screen has none.
pub fn field_name(locale: Locale, field: &str) -> String {
    let name = field.replace('_', "-");
    known_field(locale, field).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::commands;
    use crate::app::testing::Bench;
    use crate::domain::secretariat::Language;

    #[test]
    fn a_step_reads_as_what_somebody_did() {
        let mut bench = Bench::with_meeting();
        bench.ok("--meeting nims-2026-1 agenda-add Økonomi --kind decision");
        let row = HistoryRow {
            seq: 1,
            at: 0,
            user: "Karen Lund".to_owned(),
            label: "agenda-add".to_owned(),
            group: crate::domain::id::Id::default(),
            ops: bench.journal.last().unwrap().ops.clone(),
            refused: false,
        };
        let said = |language| deed(Locale::new(language), bench.register(), &row);
        assert_eq!(said(Language::Danish), "tilføjede et punkt: Økonomi");
        assert_eq!(said(Language::English), "added an item: Økonomi");
    }

    #[test]
    fn what_it_was_and_what_it_became_are_said() {
        let mut bench = Bench::with_meeting();
        bench.ok("--meeting nims-2026-1 invite");
        let mut said = |line: &str| {
            bench.ok(&format!("--meeting nims-2026-1 {line}"));
            let row = HistoryRow {
                seq: 1,
                at: 0,
                user: String::new(),
                label: "meeting-set".to_owned(),
                group: Id::default(),
                ops: bench.journal.last().unwrap().ops.clone(),
                refused: false,
            };
            deed(Locale::new(Language::Danish), bench.register(), &row)
        };
        let moved = said("meeting-set --date 2026-12-03");
        assert!(moved.contains("tor. 26. nov. → tor. 3. dec."), "{moved}");
        let answered = said("rsvp \"Bo Friis\" yes");
        assert!(answered.contains("ikke svaret → tilmeldt"), "{answered}");
    }

    #[test]
    fn letters_are_one_text_and_moments_are_not_named() {
        let mut bench = Bench::with_meeting();
        for line in ["agenda-add Økonomi --kind decision", "meeting-start"] {
            bench.ok(&format!("--meeting nims-2026-1 {line}"));
        }
        let said = |bench: &Bench, ops| {
            let row = HistoryRow {
                seq: 1,
                at: 0,
                user: String::new(),
                label: "break-start".to_owned(),
                group: Id::default(),
                ops,
                refused: false,
            };
            deed(Locale::new(Language::Danish), bench.register(), &row)
        };
        let letter = |at, deleted: &str, inserted: &str| DocOp {
            doc: crate::domain::op::DocId::Meeting(Id::default()),
            op: Op::Text(TextOp::TextSpliced(Splice {
                field: crate::domain::text::TextField::Entry(Id::default()),
                at,
                deleted: deleted.to_owned(),
                inserted: inserted.to_owned(),
            })),
        };
        let typed = vec![
            letter(0, "", "H"),
            letter(1, "", "æ"),
            letter(1, "æ", ""),
            letter(1, "", "ej"),
            letter(0, "", "Og "),
        ];
        assert_eq!(said(&bench, typed), "begyndte en pause: +Hej, +Og");
        let item = bench.meeting("nims-2026-1").agenda()[0].clone();
        let done = crate::domain::agenda::AgendaItemField::status(
            &item,
            crate::domain::agenda::ItemStatus::Deferred,
        );
        let done = crate::domain::draft::set_in_meeting(Id::default(), item.id, done);
        assert_eq!(
            said(&bench, vec![done]),
            "begyndte en pause: status i gang → udsat"
        );
        bench.ok("--meeting nims-2026-1 break-start 10");
        let paused = bench.journal.last().unwrap().ops.clone();
        assert_eq!(said(&bench, paused), "begyndte en pause");
    }

    #[test]
    fn what_happened_on_the_desk_and_in_a_network_is_told_too() {
        let mut bench = Bench::with_meeting();
        let mut said = |line: &str| {
            bench.ok(line);
            let last = bench.journal.last().unwrap();
            let row = HistoryRow {
                seq: 1,
                at: 0,
                user: String::new(),
                label: last.label.clone(),
                group: Id::default(),
                ops: last.ops.clone(),
                refused: false,
            };
            deed(Locale::new(Language::Danish), bench.register(), &row)
        };
        for (line, wanted) in [
            (
                "enquiry-add 'Besøg om boliger'",
                "oprettede en henvendelse: Besøg om boliger",
            ),
            (
                "enquiry-forward e-2026-1 --to vejle",
                "noterede en henvendelse som sendt videre: Vejle",
            ),
            (
                "enquiry-forward e-2026-1 --to Økonomiforvaltningen",
                "noterede en henvendelse som sendt videre: Økonomiforvaltningen",
            ),
            (
                "network-set nims --quorum 3",
                "rettede netværkets oplysninger: beslutningsdygtig fra 3",
            ),
            (
                "--network nims activity-add Kursus",
                "tilføjede en aktivitet: Kursus",
            ),
        ] {
            assert_eq!(said(line), wanted);
        }
    }

    #[test]
    fn every_command_of_a_meeting_that_changes_something_has_its_deed() {
        use crate::app::command::Scope;
        let still = [
            "document-show",
            "document-copy",
            "document-save",
            "next-step",
            "annex-save",
            "queue-tell",
            "mail-addresses",
        ];
        let mut missing = Vec::new();
        for command in commands::all() {
            let of_meeting = matches!(
                command.scope,
                Scope::Network | Scope::Meeting | Scope::Item | Scope::Entry
            );
            if of_meeting && !still.contains(&command.name) {
                let key = Key::named(&format!("did-{}", command.name));
                if key.is_none() {
                    missing.push(command.name);
                }
            }
        }
        assert!(missing.is_empty(), "{missing:?}");
    }
}
