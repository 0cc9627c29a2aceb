//! The screen itself: going, coming back, moving the selection, overlays.

use crate::app::Effect;
use crate::app::args::Args;
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::input::{Code, KeyPress};
use crate::app::list::Step;
use crate::app::overlays::palette::Palette;
use crate::app::screens::{self, Screen};

const fn screen(
    name: &'static str,
    run: fn(&mut Context<'_>, &Args) -> Result<(), Stop>,
) -> Command {
    Command {
        name,
        scope: Scope::Screen,
        args: &[],
        run,
    }
}

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    screen("quit", |context, _| {
        context.effect(Effect::Quit);
        Ok(())
    }),
    screen("home", |context, _| {
        context.app.view.go(Screen::default());
        context.app.view.back.clear();
        context.app.refresh();
        Ok(())
    }),
    screen("back", |context, _| {
        if let Some(screen) = context.app.view.back.pop() {
            context.app.view.screen = screen;
        }
        Ok(())
    }),
    screen("palette", |context, _| {
        let palette = Palette::new(context.target);
        context.app.view.open(palette);
        Ok(())
    }),
    screen("strip", |context, _| {
        context.app.view.strip = true;
        Ok(())
    }),
    screen("list-up", |context, _| step(context, Step::Up)),
    screen("list-down", |context, _| step(context, Step::Down)),
    screen("list-page-up", |context, _| step(context, Step::PageUp)),
    screen("list-page-down", |context, _| step(context, Step::PageDown)),
    screen("list-first", |context, _| step(context, Step::First)),
    screen("list-last", |context, _| step(context, Step::Last)),
];

/// A step through the list in front: an overlay's, else the screen's.
fn step(context: &mut Context<'_>, step: Step) -> Result<(), Stop> {
    if let Some(mut overlay) = context.app.view.overlays.pop() {
        let code = match step {
            Step::Up => Code::Up,
            Step::Down => Code::Down,
            Step::PageUp => Code::PageUp,
            Step::PageDown => Code::PageDown,
            Step::First => Code::Home,
            Step::Last => Code::End,
        };
        overlay.key(context.app, KeyPress::new(code));
        context.app.view.overlays.push(overlay);
        return Ok(());
    }
    screens::step(context.app, step);
    Ok(())
}
