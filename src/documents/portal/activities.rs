//! What is done: the overview of all years, and each year with its wheel.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::Site;
use super::feeds::CALENDAR;
use super::frame::{Page, Sheet};
use super::place::Place;
use crate::documents::overview::choice;
use crate::documents::wheel::{WheelSource, wheel_svg};
use crate::domain::plan::{ActivityStatus, Mark, PlanRow, Wheel, wheel};
use crate::domain::when::When;
use crate::locale::{Key, Locale};

/// The overview and the years.
pub(super) fn pages(site: &Site<'_>) -> Vec<Page> {
    let years = years(site);
    let title = |locale: Locale| locale.text(Key::PortalActivities).into_owned();
    let mut pages = site.frame.pages(&Place::Activities, title, |sheet| {
        links(sheet, &years, None);
        if !years.is_empty() {
            let file = site.frame.shelf.file(CALENDAR, sheet.locale.language());
            let (to, text) = (sheet.to_file(&file), sheet.say(Key::PortalCalendar));
            sheet.out.open("p", &[]);
            sheet.out.link(&to, &text);
            sheet.out.close("p");
        }
        for year in &years {
            sheet.out.element("h2", &[], &year.to_string());
            table(sheet, site, *year, &[]);
        }
        if years.is_empty() {
            let text = sheet.say(Key::PortalNothing);
            sheet.paragraph("", &text);
        }
    });
    for year in &years {
        let title = |locale: Locale| {
            locale.text_with(Key::WheelTitle, &[("year", year.to_string().into())])
        };
        pages.extend(site.frame.pages(&Place::Year(*year), title, |sheet| {
            links(sheet, &years, Some(*year));
            let rows = of_year(site, *year);
            let wheel = wheel(*year, site.today, &rows);
            picture(sheet, site, &wheel, &rows);
            table(sheet, site, *year, &wheel.marks);
        }));
    }
    pages
}

/// The years something is planned or was held in, the latest first.
fn years(site: &Site<'_>) -> Vec<i32> {
    let days = site.plan.iter().filter_map(|row| {
        let when = row.activity.when.as_ref()?;
        when.first_day()
    });
    let years: BTreeSet<i32> = days.map(|day| day.year()).collect();
    years.into_iter().rev().collect()
}

fn links(sheet: &mut Sheet, years: &[i32], here: Option<i32>) {
    if years.is_empty() {
        return;
    }
    let name = sheet.say(Key::PortalYears);
    sheet
        .out
        .open("nav", &[("aria-label", &name), ("class", "years")]);
    sheet.out.open("ul", &[]);
    for year in years {
        sheet.out.open("li", &[]);
        let text = year.to_string();
        if here == Some(*year) {
            sheet.out.element("strong", &[], &text);
        } else {
            sheet.link(&Place::Year(*year), &text);
        }
        sheet.out.close("li");
    }
    sheet.out.close("ul");
    sheet.out.close("nav");
}

fn of_year<'a>(site: &'a Site<'_>, year: i32) -> Vec<&'a PlanRow> {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let (first, last) = (day(1, 1), day(12, 31));
    let rows = site.plan.iter();
    rows.filter(|row| row.activity.touches(first, last))
        .collect()
}

fn picture(sheet: &mut Sheet, site: &Site<'_>, wheel: &Wheel, rows: &[&PlanRow]) {
    let source = WheelSource {
        wheel,
        rows,
        title: &site.frame.name,
        language: sheet.locale.language(),
    };
    sheet.out.open("figure", &[("class", "wheel")]);
    sheet.out.picture(&wheel_svg(&source));
    sheet.out.close("figure");
}

/// What happens in a year, numbered as on its wheel where that is shown, each meeting with the way to it.
fn table(sheet: &mut Sheet, site: &Site<'_>, year: i32, marks: &[Mark]) {
    let rows = of_year(site, year);
    let caption = sheet.say(Key::PortalActivities);
    let label = format!("{caption} {year}");
    let wide = [
        ("class", "wide"),
        ("role", "group"),
        ("tabindex", "0"),
        ("aria-label", label.as_str()),
    ];
    sheet.out.open("div", &wide);
    sheet.out.open("table", &[]);
    sheet.out.open("thead", &[]);
    sheet.out.open("tr", &[]);
    if !marks.is_empty() {
        let text = sheet.say(Key::ArgNumber);
        sheet.out.element("th", &[("scope", "col")], &text);
    }
    let columns = [
        Key::OverviewTime,
        Key::ArgActivity,
        Key::ArgKind,
        Key::ArgNetwork,
    ];
    for key in columns {
        let text = sheet.say(key);
        sheet.out.element("th", &[("scope", "col")], &text);
    }
    sheet.out.close("tr");
    sheet.out.close("thead");
    sheet.out.open("tbody", &[]);
    for (index, row) in rows.into_iter().enumerate() {
        sheet.out.open("tr", &[]);
        if !marks.is_empty() {
            let number = marks.iter().position(|mark| mark.row == index);
            let number = number.map_or_else(String::new, |it| (it + 1).to_string());
            sheet.out.element("td", &[], &number);
        }
        line(sheet, site, row);
        sheet.out.close("tr");
    }
    sheet.out.close("tbody");
    sheet.out.close("table");
    sheet.out.close("div");
}

fn line(sheet: &mut Sheet, site: &Site<'_>, row: &PlanRow) {
    let (locale, activity) = (sheet.locale, &row.activity);
    sheet.out.element("td", &[], &when(locale, row));
    sheet.out.open("th", &[("scope", "row")]);
    match activity.meeting.and_then(|id| site.card(id)) {
        Some(card) => sheet.link(&Place::Meeting(card.label.clone()), &card.headline()),
        None => sheet.out.text(&activity.title),
    }
    if activity.status == ActivityStatus::Cancelled {
        let text = choice(locale, "status", activity.status.name());
        sheet.out.text(&format!(" ({text})"));
    }
    sheet.out.close("th");
    let kind = choice(locale, "kind", activity.kind.name());
    sheet.out.element("td", &[], &kind);
    sheet.out.open("td", &[]);
    let label = site.secretariat.label(row.network).to_owned();
    sheet.link(&Place::Network(label), &row.network_name);
    sheet.out.close("td");
}

fn when(locale: Locale, row: &PlanRow) -> String {
    let when: Option<&When> = row.activity.when.as_ref();
    let said = when.map_or_else(
        || locale.text(Key::DateUnset).into_owned(),
        |when| locale.language().when(when),
    );
    match row.activity.tentative {
        true => format!("{said} ({})", locale.text(Key::DateTentative)),
        false => said,
    }
}
