//! The screen of figures: to it, its years, one network or all.

use crate::app::App;
use crate::app::command::{Command, Stop};
use crate::app::context::Context;
use crate::app::screens::Screen;
use crate::app::screens::figures::FiguresScreen;
use crate::documents::Picture;

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command::screen("go-figures", &[], |context, _| go(context)),
    Command::screen("figures-next", &[], |context, _| {
        turn(context, |app, screen| screen.turn_year(app, true))
    }),
    Command::screen("figures-back", &[], |context, _| {
        turn(context, |app, screen| screen.turn_year(app, false))
    }),
    Command::screen("figures-all", &[], |context, _| {
        turn(context, |_, screen| screen.widen())?;
        context.app.refresh();
        Ok(())
    }),
];

/// The figures of the network at hand, else of all; from the desk those of its enquiries.
fn go(context: &mut Context<'_>) -> Result<(), Stop> {
    context.register()?;
    context.secretariat()?;
    let desk = matches!(context.app.view.screen, Screen::Desk(_));
    let network = context.target.network;
    if let Some(id) = network {
        context.network_of(id)?;
    }
    let picture = match desk {
        true => Picture::Kinds,
        false => Picture::Attendance,
    };
    context.app.view.lists.figures = Default::default();
    context
        .app
        .view
        .go(Screen::Figures(FiguresScreen::new(network, picture)));
    context.app.refresh();
    Ok(())
}

fn turn(
    context: &mut Context<'_>,
    change: impl FnOnce(&App, &mut FiguresScreen),
) -> Result<(), Stop> {
    let mut screen = std::mem::take(&mut context.app.view.screen);
    if let Screen::Figures(screen) = &mut screen {
        change(context.app, screen);
    }
    context.app.view.screen = screen;
    Ok(())
}
