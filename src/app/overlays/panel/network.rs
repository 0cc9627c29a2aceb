//! A network's checklist and a group's members as rows of a panel.

use super::Row;
use super::rows::call;
use crate::app::App;
use crate::app::checklist::{mend, point_name, sentence};
use crate::app::context::Target;
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::locale::Key;

/// Each point, and under it what is missing, which Enter mends.
pub(super) fn checklist(app: &App, target: Target) -> Vec<Row> {
    let network = target.network.unwrap_or_default();
    let plan = app.plan_of(network);
    let Some(sight) = app.sight(network, &plan) else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    for standing in crate::domain::checklist::checklist(&sight) {
        rows.push(Row {
            sign: if standing.is_met() { "✓" } else { " " },
            text: point_name(app.locale, standing.point),
            ..Row::default()
        });
        rows.extend(standing.lacks.iter().map(|lack| Row {
            sign: "!",
            text: format!("  {}", sentence(app.locale, &sight, lack)),
            call: Some(mend(&sight, lack)),
            ..Row::default()
        }));
    }
    rows
}

/// The seats by organisation, and the members that have named nobody.
pub(super) fn group(app: &App, target: Target, id: Id) -> Vec<Row> {
    let network = target.network.and_then(|id| app.docs.network(id));
    let Some((network, group)) = network.and_then(|it| Some((it, it.groups.get(&id)?))) else {
        return Vec::new();
    };
    let (register, today) = (app.register(), app.clock.local.date());
    let group_id = id.to_string();
    let mut rows: Vec<(String, Row)> = Vec::new();
    for seat in network.seats_on(id, today) {
        let organisation = seat.organisation.map(|id| register.organisation_name(id));
        let organisation = organisation.unwrap_or_default().to_owned();
        let person = seat.person.to_string();
        let until = seat.until.map(|day| {
            let day = app.locale.language().plain_date(day);
            app.locale
                .text_with(Key::GroupUntil, &[("date", day.into())])
        });
        let row = Row {
            text: format!("{organisation:<24}{}", register.name_of(seat.person)),
            right: until.unwrap_or_default(),
            call: Some(call(&["group-member-edit", &group_id, &person], target)),
            remove: Some(call(&["group-member-remove", &group_id, &person], target)),
            tab: Some(call(&["group-edit", &group_id], target)),
            ..Row::default()
        };
        rows.push((organisation, row));
    }
    for organisation in network.unnamed(group, register, today) {
        let name = register.organisation_name(organisation).to_owned();
        let said = app.locale.text(Key::TermsUnnamed);
        let row = Row {
            sign: "!",
            text: format!("{name:<24}{said}"),
            call: Some(call(
                &["group-member-add", &group.name, "--for", &name],
                target,
            )),
            tab: Some(call(&["group-edit", &group_id], target)),
            ..Row::default()
        };
        rows.push((name, row));
    }
    rows.sort_by_cached_key(|(name, row)| (sort_key(name), sort_key(&row.text)));
    rows.into_iter().map(|(_, row)| row).collect()
}
