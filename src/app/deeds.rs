//! What a step of the history did, as a sentence about who did it: "tilføjede et punkt: Økonomi".

use crate::domain::meeting::{MeetingChange, MeetingRecord};
use crate::domain::minutes::EntryKind;
use crate::domain::op::{Edit, Op};
use crate::domain::query::HistoryRow;
use crate::domain::record::FieldChange;
use crate::domain::text::TextOp;
use crate::locale::{Key, Locale};

/// The deed in words that follow a name, with what it was done to.
pub fn deed(locale: Locale, row: &HistoryRow) -> String {
    if row.refused {
        return locale.text(Key::HistoryRefused).into_owned();
    }
    let key = Key::named(&format!("did-{}", row.label))
        .or_else(|| Key::named(&format!("command-{}", row.label)));
    let did = key.map_or_else(|| row.label.clone(), |key| locale.text(key).into_owned());
    format!("{did}{}", detail(locale, row))
}

/// What was changed: names of what was added, words of text, else the fields' names.
fn detail(locale: Locale, row: &HistoryRow) -> String {
    let mut said: Vec<String> = Vec::new();
    for op in &row.ops {
        let words = match &op.op {
            Op::Meeting(Edit::Add(record)) => name(record).map(str::to_owned),
            Op::Meeting(Edit::Set { change, .. }) => field(locale, change),
            Op::Text(TextOp::TextSpliced(splice)) => {
                Some(match (splice.deleted.trim(), splice.inserted.trim()) {
                    (deleted, "") => format!("−{deleted}"),
                    (_, inserted) => format!("+{inserted}"),
                })
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

fn field(locale: Locale, change: &MeetingChange) -> Option<String> {
    let name = match (change, change.name()) {
        // The planned minutes of an item have the same name.
        (MeetingChange::Head(_), "minutes") => "minutes-status".to_owned(),
        (_, name) => name.replace('_', "-"),
    };
    let key = Key::named(&format!("arg-{name}"))?;
    Some(locale.text(key).to_lowercase())
}

/// What a stored field is called; its own name where the screen has none.
pub fn field_name(locale: Locale, field: &str) -> String {
    let name = field.replace('_', "-");
    match Key::named(&format!("arg-{name}")) {
        Some(key) => locale.text(key).to_lowercase(),
        None => name,
    }
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
        let said = |language| deed(Locale::new(language), &row);
        assert_eq!(said(Language::Danish), "tilføjede et punkt: Økonomi");
        assert_eq!(said(Language::English), "added an item: Økonomi");
    }

    #[test]
    fn every_command_of_a_meeting_that_changes_something_has_its_deed() {
        use crate::app::command::Scope;
        let still = ["document-show", "document-copy", "next-step", "annex-save"];
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
