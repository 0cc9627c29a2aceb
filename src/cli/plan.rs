//! The plan on the command line: activities found, and the days asked about.

use chrono::NaiveDate;

use super::failure::Failure;
use super::headless::Headless;
use super::world;
use crate::app::message::Message;
use crate::documents::json::{self, ActivityObject};
use crate::domain::id::Id;
use crate::domain::plan::PlanRow;
use crate::domain::query::{Answer, Query};
use crate::domain::when::{self, BadDate, When};
use crate::locale::{Key, Locale};

/// Days from and to, as far as they were given.
pub type Span = (Option<NaiveDate>, Option<NaiveDate>);

/// Activities and meetings in the order of a plan.
pub fn found(headless: &mut Headless, network: Option<Id>) -> Result<Vec<PlanRow>, Failure> {
    match headless.link.ask(Query::Activities { network })? {
        Answer::Activities(rows) => Ok(rows),
        _ => Err(Key::ErrorInternal.into()),
    }
}

/// The same as JSON has them.
pub fn rows(headless: &mut Headless, network: Option<Id>) -> Result<Vec<ActivityObject>, Failure> {
    let rows = found(headless, network)?;
    objects(headless, &rows)
}

/// Rows as JSON has them.
pub fn objects(headless: &mut Headless, rows: &[PlanRow]) -> Result<Vec<ActivityObject>, Failure> {
    let (secretariat, register) = (headless.secretariat()?, headless.register()?);
    let object = |row: &PlanRow| json::activity_object(row, &secretariat, &register);
    Ok(rows.iter().map(object).collect())
}

/// From the first day that `--from` can mean to the last that `--to` can: a day, a month, a year.
pub fn span(locale: Locale, from: Option<&str>, to: Option<&str>) -> Result<Span, Failure> {
    let today = world::clock().local.date();
    let read = |typed: &str| {
        let year = typed
            .trim()
            .parse::<i32>()
            .ok()
            .filter(|year| (1900..2200).contains(year));
        let typed = match year {
            Some(year) => format!("{year}-01..{year}-12"),
            None => typed.to_owned(),
        };
        let found = match when::read(&typed, today) {
            Ok(When::Words(words)) => Err(BadDate::NotADate(words)),
            other => other,
        };
        found.map_err(|fault| {
            let text = locale.language().bad_date(&fault);
            Failure::usage(Message::new(Key::ErrorPlain).with("text", text))
        })
    };
    let from = from.map(read).transpose()?;
    let to = to.map(read).transpose()?;
    Ok((
        from.and_then(|when| when.first_day()),
        to.and_then(|when| when.last_day()),
    ))
}
