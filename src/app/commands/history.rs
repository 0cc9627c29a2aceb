//! Undo and redo: the user's last step in the document at hand, taken back as a step of its own.

use crate::app::Call;
use crate::app::args::{Arg, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::confirm::Confirm;
use crate::app::screens::Screen;
use crate::domain::network::{MeetingRefField, NetworkChange, meeting_name};
use crate::domain::op::{DocId, Edit, Op};
use crate::domain::query::{Answer, Query, UndoStep};
use crate::locale::Key;

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "undo",
        scope: Scope::Anywhere,
        args: &[Arg::flag("yes")],
        run: |context, args| take_back(context, args, false),
    },
    Command {
        name: "redo",
        scope: Scope::Anywhere,
        args: &[Arg::flag("yes")],
        run: |context, args| take_back(context, args, true),
    },
];

fn take_back(context: &mut Context<'_>, args: &Args, redo: bool) -> Result<(), Stop> {
    let Some(step) = last_step(context, redo)? else {
        let nothing = if redo {
            Key::ErrorNothingToRedo
        } else {
            Key::ErrorNothingToUndo
        };
        return Err(nothing.into());
    };
    let label = label_of(context, &step);
    if let Some(other) = step.contested_by.clone().filter(|_| !args.has("yes")) {
        return ask(context, other, label, redo);
    }
    if let Some(made) = made_besides(context, &step).filter(|_| !args.has("yes")) {
        let (made, key) = (meeting_name(&made), [Key::UndoMade, Key::ErrorUndoMade]);
        return ask_first(context, key, ("meeting", made), label, redo);
    }
    for op in &step.ops {
        // Known here, so that approval's lock is checked.
        if let DocId::Meeting(meeting) = op.doc {
            context.meeting_of(meeting)?;
        }
    }
    context.take_back(step.group, step.ops);
    // What is done again is an undo taken back: it has no better name.
    context.say(match redo {
        true => Message::new(Key::RedoneStep),
        false => Message::new(Key::UndoneStep).with("what", label),
    });
    Ok(())
}

/// Somebody has since changed the same: a person at the screen is asked, a script is refused.
fn ask(context: &mut Context<'_>, other: String, what: String, redo: bool) -> Result<(), Stop> {
    let keys = [Key::UndoContested, Key::ErrorUndoContested];
    ask_first(context, keys, ("who", other), what, redo)
}

/// The question for a person, and the refusal for a script.
fn ask_first(
    context: &mut Context<'_>,
    [question, refusal]: [Key; 2],
    (name, value): (&'static str, String),
    what: String,
    redo: bool,
) -> Result<(), Stop> {
    let sentence = |key| Message::new(key).with(name, value).with("what", what);
    if !context.app.interactive {
        return Err(sentence(refusal).into());
    }
    let name = if redo { "redo" } else { "undo" };
    let confirm = Confirm {
        question: sentence(question),
        call: Call {
            words: vec![name.to_owned(), "--yes".to_owned()],
            target: context.target,
        },
    };
    context.app.view.overlays.push(confirm.into());
    Ok(())
}

/// The label of another meeting that the last step in the meeting at hand made: taking it back is
/// about that one too.
fn made_besides(context: &Context<'_>, step: &UndoStep) -> Option<String> {
    let at_hand = match places(context).as_slice() {
        [DocId::Meeting(meeting)] => *meeting,
        _ => return None,
    };
    step.ops.iter().find_map(|op| {
        let Op::Network(Edit::Set {
            id,
            change: NetworkChange::Meeting(MeetingRefField::Removed(change)),
        }) = &op.op
        else {
            return None;
        };
        let DocId::Network(network) = op.doc else {
            return None;
        };
        let other = change.to && *id != at_hand;
        let label = || {
            let row = context.network_of(network).ok()?.meetings.get(id)?;
            Some(row.label(context.secretariat().ok()?.label(network)))
        };
        other.then(|| label().unwrap_or_default())
    })
}

/// Where the user's last step is looked for: on a meeting's screen in the meeting; elsewhere on the
/// screen in what was changed last, wherever the selection went since; else in the meeting at hand,
/// the network, or the register and the secretariat.
fn places(context: &Context<'_>) -> Vec<DocId> {
    let app = &*context.app;
    let elsewhere = app.interactive && !matches!(app.view.screen, Screen::Meeting(_));
    match (context.target.meeting, context.target.network) {
        _ if elsewhere && app.session.touched.is_some() => {
            app.session.touched.into_iter().collect()
        }
        (Some(meeting), _) => vec![DocId::Meeting(meeting)],
        (None, Some(network)) => vec![DocId::Network(network)],
        (None, None) => vec![DocId::Register, DocId::Secretariat],
    }
}

fn last_step(context: &Context<'_>, redo: bool) -> Result<Option<UndoStep>, Stop> {
    for doc in places(context) {
        let query = Query::Undo {
            doc,
            user: context.user(),
            redo,
        };
        match context.answer(query)? {
            Answer::Undo(Some(step)) => return Ok(Some(step.clone())),
            Answer::Undo(None) => {}
            _ => return Err(Key::ErrorInternal.into()),
        }
    }
    Ok(None)
}

/// What the step did, as its command is described; the bare name for one this program lacks.
fn label_of(context: &Context<'_>, step: &UndoStep) -> String {
    Key::named(&format!("command-{}", step.label)).map_or_else(
        || step.label.clone(),
        |key| context.locale().text(key).into_owned(),
    )
}

#[cfg(test)]
mod tests {
    use crate::app::commands::scene::bench;
    use crate::locale::Key;

    #[test]
    fn a_meetings_last_step_that_made_another_is_taken_back_only_when_that_is_said() {
        let mut bench = bench();
        bench.ok("--meeting nims-2026-1 meeting-set --title Velkommen");
        bench.ok("--network nims meeting-new --title Forår --date 2027-02-04");
        let undo = "--meeting nims-2026-1 undo";
        assert_eq!(bench.fails(undo), Key::ErrorUndoMade);
        assert!(bench.why().contains("NIMS 1/2027"), "{}", bench.why());
        bench.ok(&format!("{undo} --yes"));
        let network = bench.network("nims");
        assert!(network.meetings.values().any(|row| row.removed));
    }
}
