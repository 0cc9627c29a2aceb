//! The screens: what is selected and open on each. One file each; drawing is in `ui` under the same name.

pub mod desk;
pub mod figures;
pub mod followup;
pub mod history;
pub mod home;
pub mod live;
pub mod meeting;
pub mod network;
pub mod people;
pub mod season;
pub mod terms;
pub mod year;

use super::App;
use super::context::Target;
use super::input::KeyPress;
use super::list::Step;
use crate::domain::id::Id;

/// The screen shown.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant)]
pub enum Screen {
    /// What needs doing.
    Home(home::HomeScreen),
    /// A network.
    Network(network::NetworkScreen),
    /// People and organisations.
    People(people::PeopleScreen),
    /// Open actions across meetings and networks.
    FollowUp(followup::FollowUpScreen),
    /// A network's terms of reference.
    Terms(terms::TermsScreen),
    /// A season's programme.
    Season(season::SeasonScreen),
    /// A year's plan.
    Year(year::YearScreen),
    /// What is counted over time.
    Figures(figures::FiguresScreen),
    /// The desk.
    Desk(desk::DeskScreen),
    /// A meeting.
    Meeting(meeting::MeetingScreen),
    /// A meeting as it runs, to look at.
    Live(live::LiveScreen),
    /// Who changed what and when.
    History(history::HistoryScreen),
}

impl Default for Screen {
    fn default() -> Self {
        Self::Home(home::HomeScreen::default())
    }
}

impl Screen {
    /// The places whose keys hold here, the nearest first.
    pub fn scopes(&self) -> &'static [&'static str] {
        match self {
            Self::Home(_) => &["home", "list", "global"],
            Self::Network(_) => &["network", "list", "global"],
            Self::People(_) => &["people"],
            Self::Desk(_) => &["desk", "list", "global"],
            Self::FollowUp(_) => &["followup", "list", "global"],
            Self::Terms(_) => &["terms", "list", "global"],
            Self::Season(_) => &["season", "list", "global"],
            Self::Year(_) => &["year", "list", "global"],
            Self::Figures(_) => &["figures", "list", "global"],
            Self::History(_) => &["history", "list", "global"],
            Self::Live(_) => &["live", "global"],
            Self::Meeting(screen) => screen.scopes(),
        }
    }

    /// What a command would be about.
    pub fn target(&self, app: &App) -> Target {
        match self {
            Self::Home(screen) => screen.target(app),
            Self::Network(screen) => screen.target(app),
            Self::People(screen) => screen.target(app),
            Self::FollowUp(screen) => screen.target(app),
            Self::Terms(screen) => screen.target(),
            Self::Season(screen) => screen.target(app),
            Self::Year(screen) => screen.target(app),
            Self::Figures(screen) => screen.target(app),
            Self::Desk(screen) => screen.target(app),
            Self::Live(screen) => screen.target(),
            Self::Meeting(screen) => screen.target(),
            Self::History(screen) => screen.target(app),
        }
    }

    /// Whether letters typed here are text.
    pub fn takes_text(&self) -> bool {
        matches!(self, Self::Meeting(screen) if screen.takes_text())
    }

    /// Whether letters typed here go somewhere: into the text, or into a field of the screen.
    pub fn takes_letters(&self) -> bool {
        self.takes_text() || matches!(self, Self::People(_))
    }
}

/// The command Enter on the selected row stands for, and what it is about.
pub fn way(app: &App) -> Option<(&'static str, Target)> {
    match &app.view.screen {
        Screen::Home(screen) => screen.way(app),
        Screen::Network(screen) => screen.way(app),
        Screen::FollowUp(screen) => screen.way(app),
        Screen::Year(screen) => screen.way(app),
        Screen::Figures(screen) => screen.way(app),
        Screen::History(screen) => screen.way(app),
        Screen::People(_) => Some(("register-edit", app.target())),
        Screen::Desk(_) => Some(("desk-edit", app.target())),
        Screen::Terms(_) => Some(("terms-row-edit", app.target())),
        Screen::Season(_) => Some(("season-row-edit", app.target())),
        _ => None,
    }
}

/// To the next section of the screen shown, or to the one before.
pub fn turn(app: &mut App, forward: bool) {
    let mut screen = std::mem::take(&mut app.view.screen);
    match &mut screen {
        Screen::Home(screen) => screen.turn(app, forward),
        Screen::Network(screen) => screen.turn(app, forward),
        Screen::People(screen) => screen.turn(app, forward),
        Screen::Desk(screen) => screen.turn(forward),
        Screen::Figures(screen) => screen.turn(forward),
        Screen::Terms(screen) => screen.turn(app, forward),
        Screen::Season(screen) => screen.turn(app, forward),
        _ => {}
    }
    app.view.screen = screen;
}

/// A step through the list of the screen shown.
pub fn step(app: &mut App, step: Step) {
    let mut screen = std::mem::take(&mut app.view.screen);
    match &mut screen {
        Screen::Home(screen) => screen.step(app, step),
        Screen::Network(screen) => screen.step(app, step),
        Screen::People(screen) => screen.step(app, step),
        Screen::FollowUp(screen) => screen.step(app, step),
        Screen::Terms(screen) => screen.step(app, step),
        Screen::Season(screen) => screen.step(app, step),
        Screen::Year(screen) => screen.step(app, step),
        Screen::Figures(screen) => screen.step(app, step),
        Screen::Desk(screen) => screen.step(app, step),
        Screen::Meeting(screen) => screen.step(app, step),
        Screen::History(screen) => screen.step(app, step),
        Screen::Live(_) => {}
    }
    app.view.screen = screen;
    app.ask_past();
}

/// Selects the neighbour of a selected record that is gone.
pub(super) fn settle(app: &mut App) {
    if app.view.screen.takes_text() {
        return;
    }
    let mut screen = std::mem::take(&mut app.view.screen);
    match &mut screen {
        Screen::Home(screen) => screen.settle(app),
        Screen::Network(screen) => screen.settle(app),
        Screen::People(screen) => screen.settle(app),
        Screen::FollowUp(screen) => screen.settle(app),
        Screen::Terms(screen) => screen.settle(app),
        Screen::Season(screen) => screen.settle(app),
        Screen::Year(screen) => screen.settle(app),
        Screen::Figures(screen) => screen.settle(app),
        Screen::Desk(screen) => screen.settle(app),
        Screen::Meeting(screen) => screen.settle(app),
        // What has happened stays.
        Screen::History(_) | Screen::Live(_) => {}
    }
    app.view.screen = screen;
}

/// Selects the row of a record on the screen shown; whether another one was selected before.
pub(super) fn select(app: &mut App, record: Id) -> bool {
    let mut screen = std::mem::take(&mut app.view.screen);
    let other = match &mut screen {
        Screen::Home(screen) => screen.choose(app, record),
        Screen::Network(screen) => screen.choose(app, record),
        Screen::People(screen) => screen.choose(app, record),
        Screen::FollowUp(screen) => screen.choose(app, record),
        Screen::Terms(screen) => screen.choose(app, record),
        Screen::Season(screen) => screen.choose(app, record),
        Screen::Year(screen) => screen.choose(app, record),
        Screen::Figures(screen) => screen.choose(app, record),
        Screen::Desk(screen) => screen.choose(app, record),
        Screen::Meeting(screen) => screen.choose(app, record),
        Screen::History(screen) => screen.choose(app, record),
        Screen::Live(_) => true,
    };
    app.view.screen = screen;
    app.ask_past();
    other
}

/// A key bound to nothing, for a screen with a field of its own; whether it was used.
pub fn type_key(app: &mut App, key: KeyPress) -> bool {
    let mut screen = std::mem::take(&mut app.view.screen);
    let used = match &mut screen {
        Screen::People(screen) => screen.key(app, key),
        _ => false,
    };
    app.view.screen = screen;
    used
}
