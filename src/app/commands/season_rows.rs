//! What is done on the screen of a season's programme.

use chrono::Datelike;

use super::{edit, paper, year};
use crate::app::args::Args;
use crate::app::command::{Command, Stop};
use crate::app::context::{Context, Target};
use crate::app::overlays::reader::Paper;
use crate::app::screens::Screen;
use crate::app::screens::season::SeasonScreen;
use crate::app::{App, Call};
use crate::domain::id::Id;
use crate::domain::plan::PlanRow;
use crate::domain::programme::Season;
use crate::domain::query::{Answer, Query};
use crate::locale::Key;
/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command::screen("go-season", &[], |context, _| go(context)),
    Command::screen("season-row-toggle", &[], |context, _| toggle(context)),
    Command::screen("season-row-edit", &[], |context, _| edit_row(context)),
    Command::screen("season-edit", &[], |context, _| edit_season(context)),
    Command::screen("season-new", &[], |context, _| {
        context.network_id()?;
        Err(Stop::Ask("season-set", Args::default()))
    }),
    Command::screen("season-next", &[], |context, _| turn(context, true)),
    Command::screen("season-back", &[], |context, _| turn(context, false)),
    Command::screen("season-show", &[], |context, _| show(context)),
];

fn on_screen<T>(
    context: &mut Context<'_>,
    change: impl FnOnce(&App, &mut SeasonScreen) -> T,
) -> Result<T, Stop> {
    let mut screen = std::mem::take(&mut context.app.view.screen);
    let done = match &mut screen {
        Screen::Season(screen) => Some(change(context.app, screen)),
        _ => None,
    };
    context.app.view.screen = screen;
    done.ok_or_else(|| Key::ErrorNoSeasonShown.into())
}

/// The season that runs, else the next one, else the last; this year where there is none.
fn go(context: &mut Context<'_>) -> Result<(), Stop> {
    let network = context.network_id()?;
    context.secretariat()?;
    context.register()?;
    let today = context.today();
    let seasons = context.network_of(network)?.season_list();
    let over = |season: &&&Season| season.days().1.is_none_or(|last| last >= today);
    let season = seasons.iter().find(over).or(seasons.last());
    let screen = match season {
        Some(season) => SeasonScreen::new(network, season),
        None => SeasonScreen::new(network, &Season::unmade(&today.year().to_string())),
    };
    load(context, &screen)?;
    context.app.view.go(Screen::Season(screen));
    context.app.refresh();
    Ok(())
}

/// Asks for the meetings whose programme is shown, so that it can be.
fn load(context: &mut Context<'_>, screen: &SeasonScreen) -> Result<(), Stop> {
    let query = Query::Activities { network: None };
    let Answer::Activities(rows) = context.answer(query)? else {
        return Err(Key::ErrorInternal.into());
    };
    let season = screen.season(context.app);
    let rows: Vec<PlanRow> = rows.clone();
    let mine = |row: &&PlanRow| row.network == screen.network && season.holds(row);
    let meetings = rows.iter().filter(mine);
    let meetings: Vec<Id> = meetings.filter_map(|row| row.activity.meeting).collect();
    for meeting in meetings {
        context.meeting_of(meeting)?;
    }
    context.app.view.lists.plan = rows;
    Ok(())
}

/// To the season after or before.
fn turn(context: &mut Context<'_>, forward: bool) -> Result<(), Stop> {
    let next = on_screen(context, |app, screen| {
        let mut next = screen.clone();
        next.turn_season(app, forward);
        next
    })?;
    load(context, &next)?;
    on_screen(context, |_, screen| *screen = next)
}

/// Takes the selected line into the programme, or out of it.
fn toggle(context: &mut Context<'_>) -> Result<(), Stop> {
    let words = on_screen(context, |app, screen| {
        let selected = screen.selected(app)?.activity.id;
        let held = screen.rows(app).held.into_iter();
        let mut ids: Vec<Id> = held.map(|row| row.activity.id).collect();
        match ids.contains(&selected) {
            true => ids.retain(|id| *id != selected),
            false => ids.push(selected),
        }
        let mut words = vec!["season-choose".to_owned(), screen.season.clone()];
        words.extend(ids.iter().map(ToString::to_string));
        Some(words)
    })?;
    let target = Target {
        meeting: None,
        ..context.target
    };
    match words {
        None => Ok(()),
        Some(words) if words.len() < 3 => Err(Key::ErrorSeasonLastLine.into()),
        Some(words) => Err(Stop::Instead(Box::new(Call { words, target }))),
    }
}

/// The form of the selected activity, or its meeting where nobody planned it as one.
fn edit_row(context: &mut Context<'_>) -> Result<(), Stop> {
    let row = on_screen(context, |app, screen| screen.selected(app).cloned())?;
    match row {
        Some(row) => year::edit(context, &row),
        None => Ok(()),
    }
}

fn edit_season(context: &mut Context<'_>) -> Result<(), Stop> {
    let (season, typed) = on_screen(context, |app, screen| {
        (screen.season(app), screen.season.clone())
    })?;
    let now = [
        ("name", season.name.clone()),
        ("from", edit::day(season.from)),
        ("until", edit::day(season.until)),
        ("introduction", season.introduction.clone()),
        ("portrait", season.portrait.clone()),
        ("closing", season.closing.clone()),
        ("portal", season.portal.name().to_owned()),
    ];
    edit::open(context, "season-set", &now, vec![typed])
}

/// The programme, when all of it is there.
fn show(context: &mut Context<'_>) -> Result<(), Stop> {
    let screen = on_screen(context, |_, screen| screen.clone())?;
    load(context, &screen)?;
    let outline = screen.programme(context.app);
    let paper = Paper {
        outline: outline.ok_or(Key::ErrorInternal)?,
        network: Some(screen.network),
    };
    paper::show(context, Key::SeasonProgramme, paper);
    Ok(())
}
