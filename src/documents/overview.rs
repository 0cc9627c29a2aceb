//! The activity overview: time, place, which way, activity, grouped by year.

use chrono::Datelike;

use super::desk::Sheet;
use super::outline::{Block, Outline, Role, Row, filled};
use crate::domain::plan::{Activity, ActivityStatus, Direction, PlanRow};
use crate::domain::secretariat::{Language, Secretariat};
use crate::domain::when::When;
use crate::locale::{Key, Locale};

/// "2026–2027": the years of the rows, the title of an overview of all networks.
pub fn overview_years(rows: &[PlanRow], language: Language) -> String {
    let years = rows.iter().filter_map(|row| {
        let first = row.activity.when.as_ref()?.first_day()?;
        Some(first.year())
    });
    let years: Vec<i32> = years.collect();
    match (years.iter().min(), years.iter().max()) {
        (Some(first), Some(last)) if first == last => first.to_string(),
        (Some(first), Some(last)) => format!("{first}–{last}"),
        _ => Locale::new(language).text(Key::FollowupAll).into_owned(),
    }
}

/// The overview as a document, the rows in their order.
pub fn overview(rows: &[PlanRow], title: &str, language: Language) -> Outline {
    let locale = Locale::new(language);
    let text = |key| locale.text(key).into_owned();
    let mut outline = Outline {
        language,
        kind: text(Key::OverviewTitle),
        title: title.to_owned(),
        ..Outline::default()
    };
    let columns = [
        Key::OverviewTime,
        Key::OverviewPlace,
        Key::OverviewWay,
        Key::ArgActivity,
    ];
    let told = rows.iter().map(|row| Row {
        cells: vec![
            time(locale, &row.activity),
            place(locale, &row.activity),
            way(locale, &row.activity),
            name(locale, row),
        ],
        closed: false,
    });
    // The same ones in every year.
    let (columns, told) = filled(columns.map(text).to_vec(), told.collect());
    let mut years: Vec<(Option<i32>, Vec<Row>)> = Vec::new();
    for (row, activity) in told.into_iter().zip(rows.iter().map(|row| &row.activity)) {
        let year = year(activity);
        match years.last_mut() {
            Some((last, rows)) if *last == year => rows.push(row),
            _ => years.push((year, vec![row])),
        }
    }
    for (year, rows) in years {
        let name = year.map_or_else(|| text(Key::YearUndated), |year| year.to_string());
        outline
            .blocks
            .push(Block::heading(Role::Part, "", name, ""));
        outline.blocks.push(Block::table("", columns.clone(), rows));
    }
    if outline.blocks.is_empty() {
        outline.blocks.push(Block::text(text(Key::OverviewEmpty)));
    }
    outline
}

/// The overview as a spreadsheet has it: a line an activity, dates also as spreadsheets read them.
pub fn overview_sheet(rows: &[PlanRow], secretariat: &Secretariat, language: Language) -> Sheet {
    let locale = Locale::new(language);
    let columns = [
        Key::OverviewTime,
        Key::OverviewPlace,
        Key::OverviewWay,
        Key::ArgActivity,
        Key::ArgNetwork,
        Key::ArgKind,
        Key::ArgStatus,
        Key::ArgTentative,
        Key::ArgFrom,
        Key::ArgUntil,
    ];
    let columns = columns.map(|key| locale.text(key).into_owned());
    let rows = rows.iter().map(|row| {
        let activity = &row.activity;
        let day =
            |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, |it| it.to_string());
        let when = activity.when.as_ref();
        let tentative = if activity.tentative {
            Key::ChoiceYes
        } else {
            Key::ChoiceNo
        };
        vec![
            when.map_or_else(String::new, |when| language.when(when)),
            place(locale, activity),
            way(locale, activity),
            activity.title.clone(),
            secretariat.label(row.network).to_owned(),
            choice(locale, "kind", activity.kind.name()),
            choice(locale, "status", activity.status.name()),
            locale.text(tentative).into_owned(),
            day(when.and_then(When::first_day)),
            day(when.and_then(When::last_day)),
        ]
    });
    (columns.to_vec(), rows.collect())
}

/// What a choice is called.
pub(super) fn choice(locale: Locale, group: &str, name: &str) -> String {
    let key = Key::named(&format!("choice-{group}-{name}"));
    let key = key.or_else(|| Key::named(&format!("choice-{name}")));
    key.map_or_else(|| name.to_owned(), |key| locale.text(key).into_owned())
}

fn year(activity: &Activity) -> Option<i32> {
    let first = activity.when.as_ref()?.first_day()?;
    Some(first.year())
}

/// The date without the year it stands under, and what is not certain about it.
fn time(locale: Locale, activity: &Activity) -> String {
    let Some(when) = &activity.when else {
        return locale.text(Key::DateUnset).into_owned();
    };
    let whole = locale.language().when(when);
    let year = when
        .last_day()
        .map_or_else(String::new, |day| format!(" {}", day.year()));
    let short = match year_alone(when) {
        true => whole.as_str(),
        false => whole.strip_suffix(&year).unwrap_or(&whole),
    };
    match activity.tentative {
        true => format!("{short} ({})", locale.text(Key::DateTentative)),
        false => short.to_owned(),
    }
}

/// Whether it ends in another year than it stands under.
fn year_alone(when: &When) -> bool {
    when.first_day().map(|day| day.year()) != when.last_day().map(|day| day.year())
}

pub(super) fn place(locale: Locale, activity: &Activity) -> String {
    match activity.direction {
        Some(Direction::Inbound) if activity.place.is_empty() => {
            locale.text(Key::OverviewHere).into_owned()
        }
        _ => activity.place.clone(),
    }
}

fn way(locale: Locale, activity: &Activity) -> String {
    let key = match activity.direction {
        Some(Direction::Inbound) => Key::OverviewInbound,
        Some(Direction::Outbound) => Key::OverviewOutbound,
        None => return String::new(),
    };
    locale.text(key).into_owned()
}

fn name(locale: Locale, row: &PlanRow) -> String {
    let activity = &row.activity;
    match activity.status {
        ActivityStatus::Idea | ActivityStatus::Cancelled => {
            let status = choice(locale, "status", activity.status.name());
            format!("{} ({status})", activity.title)
        }
        _ => activity.title.clone(),
    }
}
