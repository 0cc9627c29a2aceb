//! The meeting screen's places: opening it, going from pane to pane, doing the next step.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::overlays::door::Door;
use crate::app::overlays::panel::{Kind, Row};
use crate::app::overview::previous;
use crate::app::screens::Screen;
use crate::app::screens::meeting::{Grabbed, MeetingScreen, Pane};
use crate::app::steps;
use crate::app::{App, Call};
use crate::domain::attendance::Rsvp;
use crate::domain::id::Id;
use crate::domain::op::DocId;
use crate::domain::query::Query;
use crate::locale::Key;

use super::{lookup, panels};

/// A pane is shown at a record when one is named.
const RECORD: &[Arg] = &[Arg::maybe("record", ArgKind::Text)];

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "meeting-open",
        scope: Scope::Screen,
        args: &[Arg::maybe("meeting", ArgKind::Meeting)],
        run: open,
    },
    Command::screen("show-agenda", RECORD, |context, args| {
        show(context, args, Pane::Agenda)
    }),
    Command::screen("show-participants", RECORD, |context, args| {
        show(context, args, Pane::Participants)
    }),
    Command::screen("show-actions", RECORD, |context, args| {
        show(context, args, Pane::Actions)
    }),
    Command::screen("show-minutes", RECORD, |context, args| {
        show(context, args, Pane::Minutes)
    }),
    Command::screen("pane-next", &[], |context, _| {
        on_screen(context, |app, screen| screen.turn(app, false))
    }),
    Command::screen("pane-back", &[], |context, _| {
        on_screen(context, |app, screen| screen.turn(app, true))
    }),
    Command::screen("pane-leave", &[], |context, _| leave(context)),
    Command::screen("item-grab", &[], |context, _| grab(context)),
    Command::screen("item-drop", &[], |context, _| drop_item(context)),
    Command::screen("item-let-go", &[], |context, _| {
        on_screen(context, |_, screen| screen.grabbed = None)
    }),
    Command::screen("item-up", &[], |context, _| carry(context, false)),
    Command::screen("item-down", &[], |context, _| carry(context, true)),
    Command::screen("door", &[], |context, _| door(context)),
    Command {
        name: "answer",
        scope: Scope::Screen,
        args: &[Arg::word("answer", ArgKind::Choice(Rsvp::NAMES))],
        run: answer,
    },
    Command::screen("participant-enter", &[], |context, _| {
        participant_enter(context)
    }),
    Command::screen("participant-online", &[], |context, _| {
        participant_online(context)
    }),
    Command::screen("invite-who", &[], |context, _| invite_who(context)),
    Command {
        name: "next-step",
        scope: Scope::Meeting,
        args: &[],
        run: next_step,
    },
];

/// Lets something happen to the meeting screen, when it is shown.
fn on_screen(
    context: &mut Context<'_>,
    change: impl FnOnce(&App, &mut MeetingScreen),
) -> Result<(), Stop> {
    let mut screen = std::mem::take(&mut context.app.view.screen);
    let shown = match &mut screen {
        Screen::Meeting(screen) => {
            change(context.app, screen);
            true
        }
        _ => false,
    };
    context.app.view.screen = screen;
    if shown {
        Ok(())
    } else {
        Err(Key::ErrorNoMeeting.into())
    }
}

/// Loads what the screen of a meeting shows.
pub fn load(context: &Context<'_>, meeting: Id) -> Result<(), Stop> {
    context.secretariat()?;
    context.register()?;
    let network = context.meeting_of(meeting)?.head.network;
    let before = previous(context.network_of(network)?, meeting);
    if let Some(before) = before.filter(|id| context.app.docs.meeting(*id).is_none()) {
        return Err(Stop::Need(Box::new(Query::Doc(DocId::Meeting(before)))));
    }
    Ok(())
}

fn open(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let meeting = match args.get("meeting") {
        Some(typed) => lookup::meeting(context, typed)?,
        None => context.meeting_id()?,
    };
    load(context, meeting)?;
    let doc = context.meeting_of(meeting)?;
    let runs = doc.head.started_at.is_some() && doc.head.ended_at.is_none();
    let current = doc.head.current;
    let mut screen = MeetingScreen::new(meeting);
    if runs {
        screen.focus = Pane::Minutes;
        screen.item = current.or(doc.agenda().first().map(|item| item.id));
    }
    context.app.view.go(Screen::Meeting(screen));
    Ok(())
}

fn show(context: &mut Context<'_>, args: &Args, pane: Pane) -> Result<(), Stop> {
    context.app.view.strip = false;
    let record: Option<Id> = args.get("record").and_then(|typed| typed.parse().ok());
    let entry = record.and_then(|id| context.meeting().ok()?.entries.get(&id).cloned());
    on_screen(context, |app, screen| {
        screen.focus(app, pane);
        match (record, entry) {
            (Some(_), Some(entry)) if pane == Pane::Minutes => {
                screen.write_at(entry.item, Some(&entry));
            }
            (Some(item), None) if pane == Pane::Minutes => screen.write_at(item, None),
            (Some(record), _) => screen.select(app, record),
            (None, _) => {}
        }
    })
}

/// From a pane back to the minutes while they are being written, else to the screen before.
fn leave(context: &mut Context<'_>) -> Result<(), Stop> {
    let runs = context
        .app
        .overview(context.meeting_id()?)
        .is_some_and(|overview| overview.runs());
    if runs {
        return on_screen(context, |app, screen| screen.focus(app, Pane::Minutes));
    }
    Err(Stop::Instead(Box::new(call(context, "back"))))
}

fn call(context: &Context<'_>, name: &str) -> Call {
    Call {
        words: vec![name.to_owned()],
        target: context.target,
    }
}

fn grab(context: &mut Context<'_>) -> Result<(), Stop> {
    let item = context.item_id()?;
    on_screen(context, |app, screen| {
        let rows = screen.rows(app);
        if let Some(to) = rows.iter().position(|row| *row == item) {
            screen.grabbed = Some(Grabbed { item, to });
        }
    })
}

/// Moves the item that was taken up; where it lands is only said when it is put down.
fn carry(context: &mut Context<'_>, down: bool) -> Result<(), Stop> {
    on_screen(context, |app, screen| {
        let last = screen.rows(app).len().saturating_sub(1);
        if let Some(grabbed) = &mut screen.grabbed {
            grabbed.to = if down {
                (grabbed.to + 1).min(last)
            } else {
                grabbed.to.saturating_sub(1)
            };
        }
    })
}

fn drop_item(context: &mut Context<'_>) -> Result<(), Stop> {
    let mut put = None;
    on_screen(context, |_, screen| put = screen.grabbed.take())?;
    let Some(grabbed) = put else {
        return Ok(());
    };
    let mut target = context.target;
    target.item = Some(grabbed.item);
    Err(Stop::Instead(Box::new(Call {
        words: vec!["agenda-move".to_owned(), (grabbed.to + 1).to_string()],
        target,
    })))
}

fn door(context: &mut Context<'_>) -> Result<(), Stop> {
    let meeting = context.meeting_id()?;
    load(context, meeting)?;
    context.app.view.open(Door::new(meeting));
    Ok(())
}

/// Enter on a participant: the answers to choose from before the meeting's day, attendance from then on.
fn participant_enter(context: &mut Context<'_>) -> Result<(), Stop> {
    let person = context
        .target
        .person
        .ok_or_else(|| Stop::Usage(Key::ErrorNoPerson.into()))?;
    let meeting = context.meeting()?;
    if !meeting.lies_ahead(context.today()) {
        return Err(Stop::Instead(Box::new(call(context, "check-in"))));
    }
    let now = meeting.participants.get(&person).map(|row| row.rsvp);
    let answers = [
        (Rsvp::Yes, Key::ReplyYes, "answer"),
        (Rsvp::No, Key::ReplyNo, "apologies"),
        (Rsvp::Tentative, Key::ReplyTentative, "answer"),
        (Rsvp::NoAnswer, Key::ReplyNone, "answer"),
    ];
    let row = |(answer, key, name): &(Rsvp, Key, &str)| {
        let mut call = call(context, name);
        if *name == "answer" {
            call.words.push(answer.name().to_owned());
        }
        Row {
            sign: if now == Some(*answer) { "✓" } else { " " },
            text: context.locale().text(*key).into_owned(),
            call: Some(call),
            ..Row::default()
        }
    };
    let rows = answers.iter().map(row).collect();
    panels::open(context, Kind::Answers(rows))
}

/// Online: before the meeting's day that is what they say they will do, from then on how they are there.
fn participant_online(context: &mut Context<'_>) -> Result<(), Stop> {
    let person = context.target.person.ok_or(Key::ErrorNoPerson)?;
    let online = context.locale().text(Key::AttendanceOnline).into_owned();
    let meeting = context.meeting()?;
    let words = match meeting.lies_ahead(context.today()) {
        false => vec!["check-in".to_owned(), "--online".to_owned()],
        true => {
            let row = meeting.participants.get(&person);
            let said = row.is_some_and(|row| row.rsvp == Rsvp::Yes && row.rsvp_note == online);
            // Pressed again, they come after all.
            let note = if said { String::new() } else { online };
            let person = person.to_string();
            let words = ["rsvp", &person, Rsvp::Yes.name(), &format!("--note={note}")];
            words.map(str::to_owned).to_vec()
        }
    };
    Err(Stop::Instead(Box::new(Call {
        words,
        target: context.target,
    })))
}

/// The selected participant's answer.
fn answer(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let person = context.target.person.ok_or(Key::ErrorNoPerson)?;
    let answer = args.get("answer").unwrap_or_default();
    let words = ["rsvp", &person.to_string(), answer].map(str::to_owned);
    Err(Stop::Instead(Box::new(Call {
        words: words.to_vec(),
        target: context.target,
    })))
}

/// Asks whom to invite; nobody named is all members.
fn invite_who(context: &mut Context<'_>) -> Result<(), Stop> {
    context.meeting_id()?;
    Err(Stop::Ask("invite", Args::default()))
}

fn next_step(context: &mut Context<'_>, _: &Args) -> Result<(), Stop> {
    let meeting = context.meeting_id()?;
    load(context, meeting)?;
    let step = context
        .app
        .overview(meeting)
        .map(|overview| overview.walk.next)
        .unwrap_or_default();
    steps::take(context, &step)
}
