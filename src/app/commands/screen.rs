//! The screen itself: going, coming back, moving the selection, overlays.

use crate::app::args::Arg;
use crate::app::command::{Command, Stop};
use crate::app::context::Context;
use crate::app::input::{Code, KeyPress};
use crate::app::list::Step;
use crate::app::overlays::confirm::Confirm;
use crate::app::overlays::palette::Palette;
use crate::app::screens::{self, Screen};
use crate::app::{Call, Effect};
use crate::locale::Key;

/// Whether the meeting on the screen is running.
fn is_running(context: &Context<'_>) -> bool {
    let Screen::Meeting(screen) = &context.app.view.screen else {
        return false;
    };
    let meeting = context.app.docs.meeting(screen.meeting);
    meeting
        .is_some_and(|meeting| meeting.head.started_at.is_some() && meeting.head.ended_at.is_none())
}

/// A letter pressed beside the text doesn't take the minutes away before everybody's eyes.
fn ask_to_quit(context: &mut Context<'_>) {
    let confirm = Confirm {
        question: Key::QuitRunning.into(),
        call: Call {
            words: vec!["quit".to_owned()],
            target: context.target,
        },
    };
    context.app.view.overlays.push(confirm.into());
}

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command::screen("quit", &[Arg::flag("ask")], |context, args| {
        match args.has("ask") && is_running(context) {
            true => ask_to_quit(context),
            false => context.effect(Effect::Quit),
        }
        Ok(())
    }),
    Command::screen("home", &[], |context, _| {
        context.app.view.go(Screen::default());
        context.app.view.back.clear();
        context.app.refresh();
        Ok(())
    }),
    Command::screen("back", &[], |context, _| {
        if let Some(screen) = context.app.view.back.pop() {
            context.app.view.screen = screen;
            // Much may have happened while it was not seen.
            context.app.refresh();
        }
        Ok(())
    }),
    Command::screen("palette", &[], |context, _| {
        let palette = Palette::new(&context.app.view, context.target);
        context.app.view.open(palette);
        Ok(())
    }),
    Command::screen("strip", &[], |context, _| {
        context.app.view.strip = true;
        Ok(())
    }),
    Command::screen("list-up", &[], |context, _| step(context, Step::Up)),
    Command::screen("list-down", &[], |context, _| step(context, Step::Down)),
    Command::screen("list-page-up", &[], |context, _| {
        step(context, Step::PageUp)
    }),
    Command::screen("list-page-down", &[], |context, _| {
        step(context, Step::PageDown)
    }),
    Command::screen("list-first", &[], |context, _| step(context, Step::First)),
    Command::screen("list-last", &[], |context, _| step(context, Step::Last)),
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
