//! A visit or a study trip on one paper: guests, hosts, programme, report.

use super::outline::{Block, Fact, Outline, Role};
use super::overview::{choice, place};
use super::prose::prose;
use crate::domain::plan::PlanRow;
use crate::domain::secretariat::Language;
use crate::locale::{Key, Locale};

/// The paper; of any other activity too.
pub fn visit(row: &PlanRow, language: Language) -> Outline {
    let locale = Locale::new(language);
    let activity = &row.activity;
    let when = activity.when.as_ref();
    let mut time = when.map_or_else(String::new, |when| language.when(when));
    if let Some(start) = activity.start {
        time = format!("{time} {}", language.time_span(start, activity.end));
    }
    if activity.tentative {
        time = format!("{time} ({})", locale.text(Key::DateTentative));
    }
    let facts = [
        (Key::ArgKind, choice(locale, "kind", activity.kind.name())),
        (Key::OverviewTime, time),
        (Key::OverviewPlace, place(locale, activity)),
        (Key::ArgHost, row.host_name.clone()),
        (Key::ArgNetwork, row.network_name.clone()),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
    let serves = row.serves.join("\n");
    let mut blocks = Vec::new();
    for (key, text) in [
        (Key::ArgPurpose, &activity.purpose),
        (Key::YearServes, &serves),
        (Key::ArgGuests, &activity.guests),
        (Key::ArgHosts, &activity.hosts),
        (Key::ArgSchedule, &activity.schedule),
        (Key::ArgReport, &activity.report),
        (Key::ArgProduct, &activity.product),
        (Key::ArgDelivered, &activity.delivered),
    ] {
        if !text.is_empty() {
            let heading = locale.text(key).into_owned();
            blocks.push(Block::heading(Role::Part, "", heading, ""));
            blocks.extend(prose("", text));
        }
    }
    Outline {
        language,
        title: activity.title.clone(),
        facts: facts
            .map(|(key, value)| Fact {
                label: locale.text(key).into_owned(),
                values: vec![value],
            })
            .collect(),
        blocks,
        ..Outline::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::text;
    use crate::domain::plan::{Activity, ActivityKind, Direction};
    use crate::domain::when::When;

    #[test]
    fn a_visit_on_one_paper() {
        let row = PlanRow {
            network_name: "Netværk for Internationale Kommuner".into(),
            host_name: "Odense Kommune".into(),
            serves: vec!["At dele erfaringer.".into()],
            activity: Activity {
                title: "Besøg fra Oslo".into(),
                kind: ActivityKind::Visit,
                when: Some(When::from("2027-02-10".to_owned())),
                tentative: true,
                direction: Some(Direction::Inbound),
                guests: "Byrådets boligudvalg, 12 personer".into(),
                hosts: "Karen Lund\nBo Friis".into(),
                schedule: "- 9.30 Velkomst\n- 10.00 Rundtur\n- 12.00 Frokost".into(),
                report: "Gæsterne vil høre mere om almene boliger.".into(),
                ..Activity::default()
            },
            ..PlanRow::default()
        };
        insta::assert_snapshot!(text(&visit(&row, Language::Danish)));
    }
}
