//! How long items took last time, beside what is planned, as rows of a panel.

use super::Row;
use super::rows::call;
use crate::app::App;
use crate::app::context::Target;
use crate::app::overview::previous;
use crate::domain::durations::durations;
use crate::domain::network::meeting_name;
use crate::locale::Key;

/// One row an item whose length differs; the last takes all.
pub(super) fn all(app: &App, target: Target) -> Vec<Row> {
    let found = || {
        let id = target.meeting?;
        let meeting = app.docs.meeting(id)?;
        let network = app.docs.network(meeting.head.network)?;
        let before = previous(network, id)?;
        let label = app.docs.label_of(meeting.head.network)?;
        let name = meeting_name(&network.meetings.get(&before)?.label(label));
        Some((meeting, durations(meeting, app.docs.meeting(before)?), name))
    };
    let Some((meeting, found, name)) = found() else {
        return Vec::new();
    };
    let minutes =
        |minutes: Option<u16>| minutes.map_or_else(|| "–".to_owned(), |it| it.to_string());
    let mut rows: Vec<Row> = Vec::new();
    for row in &found {
        let number = meeting.number_of(row.item).unwrap_or_default().to_string();
        let title = meeting.items.get(&row.item).map_or("", |item| &item.title);
        let args = [
            ("planned", minutes(row.planned).into()),
            ("proposed", row.proposed.into()),
            ("took", row.took.into()),
            ("meeting", name.as_str().into()),
        ];
        rows.push(Row {
            text: format!("{number}  {title}"),
            right: app.locale.text_with(Key::DurationRow, &args),
            call: Some(call(&["durations-use", &number], target)),
            ..Row::default()
        });
    }
    if found.len() > 1 {
        rows.push(Row {
            sign: "·",
            text: app.locale.text(Key::CommandDurationsUse).into_owned(),
            call: Some(call(&["durations-use"], target)),
            ..Row::default()
        });
    }
    rows
}
