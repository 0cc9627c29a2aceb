//! `export` of what is not one meeting: the activity overview, a season's programme, reports of the desk.

use chrono::{Datelike, NaiveDate};

use super::arguments::ExportIt;
use super::failure::Failure;
use super::headless::Headless;
use super::list::found_people;
use super::perform::unknown;
use super::sheets::people_text;
use super::{checklist, desk, letterhead, out, plan, status};
use crate::app::commands::lookup;
use crate::app::message::Message;
use crate::documents::{
    self, Announced, FigureSource, Format, NetworkSource, Outline, Programme, Rendered, Report,
    SeasonLine, WheelSource, json, overview, overview_sheet, overview_years, programme, wheel_html,
    wheel_outline, wheel_pdf, wheel_svg,
};
use crate::domain::figures::Figures;
use crate::domain::id::Id;
use crate::domain::plan::{PlanRow, wheel};
use crate::domain::programme::{Season, year_in};
use crate::domain::query::{Answer, Query, Reference};
use crate::domain::secretariat::Language;
use crate::locale::{Key, Locale};

/// A report in a format.
pub fn rendered(
    headless: &mut Headless,
    report: Report,
    it: &ExportIt,
) -> Result<Rendered, Failure> {
    let network = match &it.id {
        None => None,
        Some(_) if report == Report::Visit => None,
        Some(typed) => match headless.resolve(typed)? {
            Some(Reference::Network(id)) => Some(id),
            _ => return Err(unknown(Key::ErrorNetworkUnknown, typed)),
        },
    };
    match report {
        Report::Activities => activities(headless, network, it),
        Report::Programme => season(headless, network, it),
        Report::Enquiries | Report::Representation => {
            let language = language(headless, network)?;
            desk::report(headless, report, network, language, it)
        }
        Report::YearWheel => year_wheel(headless, network, it),
        Report::Terms => terms(headless, network, it),
        Report::Knowledge => knowledge(headless, network, it),
        Report::Status => {
            let language = language(headless, network)?;
            status::text(headless, network, language, it)
        }
        Report::Visit => visit(headless, it),
        Report::Figures => figures(headless, network, it),
        Report::People => people(headless, network, it),
        // Not of one sheet: files of their own.
        Report::Texts => Err(no_format(it, &["txt", "json"])),
    }
}

/// The people of a network or of the register.
fn people(
    headless: &mut Headless,
    network: Option<Id>,
    it: &ExportIt,
) -> Result<Rendered, Failure> {
    let rows = found_people(headless, network, None)?;
    if it.format == "json" {
        return Ok(out::rendered(&rows)?.into());
    }
    let register = headless.register()?;
    let format = it.format.as_str();
    let text = people_text(headless.locale(), it.semicolon, format, &rows, &register);
    let text = text.ok_or_else(|| no_format(it, &["vcf", "csv", "json"]))?;
    Ok(Rendered::Bytes(text.into_bytes()))
}

/// The language of a network's documents, or of the secretariat's.
pub(super) fn language(headless: &mut Headless, network: Option<Id>) -> Result<Language, Failure> {
    let secretariat = headless.secretariat()?;
    Ok(match network {
        Some(id) => headless.network(id)?.language(&secretariat),
        None => secretariat.head.language,
    })
}

/// A format that a document is not made in: those of every document are, and more of its own.
pub(super) fn wrong_format(it: &ExportIt, more: &[&str]) -> Failure {
    no_format(it, &[Format::NAMES, more].concat())
}

pub(super) fn no_format(it: &ExportIt, known: &[&str]) -> Failure {
    Failure::usage(lookup::no_choice(&it.format, known.join(", ")))
}

/// A document of a network, or of all, in a format and on its letterhead.
pub(super) fn document(
    headless: &mut Headless,
    network: Option<Id>,
    format: Format,
    outline: &Outline,
) -> Result<Rendered, Failure> {
    let letterhead = letterhead::of(headless, network)?;
    letterhead::warn(headless.locale(), format, outline);
    let rendered = documents::render(format, outline, &letterhead);
    rendered.map_err(|error| Failure::failed(error.to_string()))
}

/// The paper of one activity.
fn visit(headless: &mut Headless, it: &ExportIt) -> Result<Rendered, Failure> {
    let typed = it.id.as_deref().unwrap_or_default();
    let found = headless.resolve(typed)?;
    let Some(Reference::Activity { network, activity }) = found else {
        return Err(unknown(Key::CliUnknownId, typed));
    };
    let mut rows = plan::found(headless, Some(network))?;
    rows.retain(|row| row.activity.id == activity);
    let Some(row) = rows.first() else {
        return Err(unknown(Key::CliUnknownId, typed));
    };
    if it.format == "json" {
        return out::data(&plan::objects(headless, &rows)?);
    }
    let language = language(headless, Some(network))?;
    match it.format.parse::<Format>() {
        Ok(format) => document(
            headless,
            Some(network),
            format,
            &documents::visit(row, language),
        ),
        Err(_) => Err(wrong_format(it, &["json"])),
    }
}

fn terms(headless: &mut Headless, network: Option<Id>, it: &ExportIt) -> Result<Rendered, Failure> {
    let id = network.ok_or_else(|| Failure::usage(Key::ErrorNoNetwork))?;
    let network = headless.network(id)?;
    let (secretariat, register) = (headless.secretariat()?, headless.register()?);
    if it.format == "json" {
        return out::data(&checklist::versions(&network, secretariat.label(id)));
    }
    let Ok(format) = it.format.parse::<Format>() else {
        return Err(wrong_format(it, &["json"]));
    };
    let source = NetworkSource {
        secretariat: &secretariat,
        register: &register,
        network: &network,
        id,
        today: super::world::clock().local.date(),
    };
    document(headless, Some(id), format, &documents::terms(&source, None))
}

/// New law and knowledge, and how far each member is with it.
fn knowledge(
    headless: &mut Headless,
    network: Option<Id>,
    it: &ExportIt,
) -> Result<Rendered, Failure> {
    let id = network.ok_or_else(|| Failure::usage(Key::ErrorNoNetwork))?;
    let network = headless.network(id)?;
    let (secretariat, register) = (headless.secretariat()?, headless.register()?);
    let source = NetworkSource {
        secretariat: &secretariat,
        register: &register,
        network: &network,
        id,
        today: super::world::clock().local.date(),
    };
    if it.format == "json" {
        return out::data(&documents::json::knowledge_objects(&source));
    }
    match it.format.parse::<Format>() {
        Ok(format) => document(headless, Some(id), format, &documents::knowledge(&source)),
        Err(_) => Err(wrong_format(it, &["json"])),
    }
}

fn activities(
    headless: &mut Headless,
    network: Option<Id>,
    it: &ExportIt,
) -> Result<Rendered, Failure> {
    let (from, to) = plan::span(headless.locale(), it.from.as_deref(), it.to.as_deref())?;
    let mut rows = plan::found(headless, network)?;
    rows.retain(|row| row.activity.touches(from, to));
    let language = language(headless, network)?;
    if it.format == "json" {
        return out::data(&plan::objects(headless, &rows)?);
    }
    if it.format == "csv" {
        let sheet = overview_sheet(&rows, &headless.secretariat()?, language);
        return Ok(it.csv(&sheet).into());
    }
    let Ok(format) = it.format.parse::<Format>() else {
        return Err(wrong_format(it, &["csv", "json"]));
    };
    let title = match network {
        Some(id) => headless.network(id)?.head.name,
        None => overview_years(&rows, language),
    };
    document(
        headless,
        network,
        format,
        &overview(&rows, &title, language),
    )
}

/// The year of `--season`, else of `--from`, else this one.
fn year_wheel(
    headless: &mut Headless,
    network: Option<Id>,
    it: &ExportIt,
) -> Result<Rendered, Failure> {
    let today = super::world::clock().local.date();
    let (from, _) = plan::span(headless.locale(), it.from.as_deref(), None)?;
    let named = it.season.as_deref().and_then(year_in);
    let year = named.unwrap_or_else(|| from.unwrap_or(today).year());
    let rows = plan::found(headless, network)?;
    let (first, last) = (
        NaiveDate::from_ymd_opt(year, 1, 1),
        NaiveDate::from_ymd_opt(year, 12, 31),
    );
    let rows: Vec<&PlanRow> = rows
        .iter()
        .filter(|row| row.activity.is_announced() && row.activity.touches(first, last))
        .collect();
    let language = language(headless, network)?;
    let title = match network {
        Some(id) => headless.network(id)?.head.name,
        None => Locale::new(language).text(Key::FollowupAll).into_owned(),
    };
    let source = WheelSource {
        wheel: &wheel(year, today, &rows),
        rows: &rows,
        title: &title,
        language,
    };
    match it.format.as_str() {
        "svg" => Ok(wheel_svg(&source).into()),
        "json" => {
            let rows: Vec<PlanRow> = rows.into_iter().cloned().collect();
            out::data(&plan::objects(headless, &rows)?)
        }
        format => match format.parse::<Format>() {
            Ok(Format::Html) => {
                let letterhead = letterhead::of(headless, network)?;
                Ok(wheel_html(&source, &letterhead).into())
            }
            Ok(Format::Pdf) => wheel_pdf(&source, &letterhead::of(headless, network)?)
                .map(Rendered::Bytes)
                .map_err(|error| Failure::failed(error.to_string())),
            Ok(format) => document(headless, network, format, &wheel_outline(&source)),
            Err(_) => Err(wrong_format(it, &["svg", "json"])),
        },
    }
}

/// What is counted of one network or of all.
pub fn counted(headless: &mut Headless, network: Option<Id>) -> Result<Figures, Failure> {
    match headless.link.ask(Query::Figures { network })? {
        Answer::Figures(figures) => Ok(figures),
        _ => Err(Key::ErrorInternal.into()),
    }
}

fn figures(
    headless: &mut Headless,
    network: Option<Id>,
    it: &ExportIt,
) -> Result<Rendered, Failure> {
    let span = plan::span(headless.locale(), it.from.as_deref(), it.to.as_deref())?;
    let figures = counted(headless, network)?.within(span);
    let register = headless.register()?;
    let source = FigureSource {
        figures: &figures,
        register: &register,
        locale: documents::locale(language(headless, network)?),
        span,
    };
    let title = match network {
        Some(id) => headless.network(id)?.head.name,
        None => headless.secretariat()?.head.name,
    };
    match it.format.as_str() {
        "json" => out::data(&json::figures_object(&figures, span, &register)),
        "csv" => Ok(it.csv(&source.sheet()).into()),
        "svg" => Ok(source.svg(&title).into()),
        format => match format.parse::<Format>() {
            Ok(format) => document(headless, network, format, &source.outline(&title)),
            Err(_) => Err(wrong_format(it, &["csv", "json", "svg"])),
        },
    }
}

fn season(
    headless: &mut Headless,
    network: Option<Id>,
    it: &ExportIt,
) -> Result<Rendered, Failure> {
    let Some(id) = network else {
        return Err(Failure::usage(Key::ErrorNoNetwork));
    };
    let doc = headless.network(id)?;
    let name = match &it.season {
        Some(name) => name.trim().to_owned(),
        None => super::world::clock().local.date().year().to_string(),
    };
    let known = doc.season(&name).cloned();
    let season = known.unwrap_or_else(|| Season::unmade(&name));
    let lines = lines(headless, id, &season)?;
    let register = headless.register()?;
    if it.format == "json" {
        let secretariat = headless.secretariat()?;
        let object = json::season_object(&season, &lines, &secretariat, &register);
        return out::data(&object);
    }
    let Ok(format) = it.format.parse::<Format>() else {
        return Err(wrong_format(it, &["json"]));
    };
    let source = Programme {
        network: &doc,
        register: &register,
        season: &season,
        lines: &lines,
        language: language(headless, network)?,
    };
    document(headless, network, format, &programme(&source))
}

/// The season's meetings and activities: those chosen, else all between its days but ideas.
fn lines(
    headless: &mut Headless,
    network: Id,
    season: &Season,
) -> Result<Vec<SeasonLine>, Failure> {
    let (from, until) = season.days();
    if from.is_none() && until.is_none() && season.chosen.is_empty() {
        let message = Message::new(Key::ErrorNoSeason).with("typed", season.name.clone());
        return Err(Failure::said(message));
    }
    let rows = plan::found(headless, Some(network))?;
    let mut lines = Vec::new();
    for row in rows.into_iter().filter(|row| season.holds(row)) {
        let meeting = match row.activity.meeting {
            Some(id) => Some(Announced::of(&headless.meeting(id)?)),
            None => None,
        };
        lines.push(SeasonLine { row, meeting });
    }
    Ok(lines)
}
