//! Going from place to place: to a meeting's door, minutes or participants, a network, people,
//! follow-up, history; and Enter, which goes where the selected row leads.

use super::places;
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::screens::desk::DeskScreen;
use crate::app::screens::followup::FollowUpScreen;
use crate::app::screens::history::HistoryScreen;
use crate::app::screens::live::LiveScreen;
use crate::app::screens::meeting::{MeetingScreen, Pane};
use crate::app::screens::network::NetworkScreen;
use crate::app::screens::people::PeopleScreen;
use crate::app::screens::year::YearScreen;
use crate::app::screens::{self, Screen};
use crate::app::{App, Call, commands, steps};
use crate::domain::id::Id;
use crate::domain::op::DocId;
use crate::domain::role::Role;
use crate::domain::walk::{Check, Gap, Stage};
use crate::locale::Key;

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command::screen("open", &[], |context, _| open(context)),
    Command::screen("section-next", &[], |context, _| {
        screens::turn(context.app, true);
        Ok(())
    }),
    Command::screen("section-back", &[], |context, _| {
        screens::turn(context.app, false);
        Ok(())
    }),
    Command::screen("go-meeting", &[], |context, _| {
        let pane = pane_of(context)?;
        meeting(context, pane)
    }),
    Command::screen("go-agenda", &[], |context, _| {
        meeting(context, Pane::Agenda)
    }),
    Command::screen("history-down", &[], |context, _| scroll_past(context, true)),
    Command::screen("history-up", &[], |context, _| scroll_past(context, false)),
    Command {
        name: "go-gap",
        scope: Scope::Screen,
        args: &[
            Arg::word("check", ArgKind::Text),
            Arg::maybe("record", ArgKind::Text),
        ],
        run: gap,
    },
    Command::screen("go-participants", &[], |context, _| {
        meeting(context, Pane::Participants)
    }),
    Command::screen("go-minutes", &[], |context, _| {
        meeting(context, Pane::Minutes)
    }),
    Command::screen("go-door", &[], |context, _| with(context, "door")),
    Command::screen("go-proposals", &[], |context, _| with(context, "proposals")),
    Command::screen("go-network", &[], |context, _| network(context)),
    Command {
        name: "go-people",
        scope: Scope::Screen,
        args: &[Arg::maybe("record", ArgKind::Text)],
        run: people,
    },
    Command::screen("go-followup", &[Arg::flag("all")], |context, args| {
        let network = context.target.network.filter(|_| !args.has("all"));
        let screen = FollowUpScreen::new(network, context.target.action);
        show(context, Screen::FollowUp(screen));
        Ok(())
    }),
    Command::screen("go-year", &[], |context, _| year(context)),
    Command {
        name: "go-desk",
        scope: Scope::Screen,
        args: &[Arg::maybe("record", ArgKind::Text)],
        run: desk,
    },
    Command::screen("show-live", &[], |context, _| live(context)),
    Command::screen("go-history", &[], |context, _| history(context)),
    Command::screen("network-history", &[], |context, _| {
        network_history(context)
    }),
    Command::screen("desk-history", &[], |context, _| desk_history(context)),
    Command::screen("meeting-begin", &[], |context, _| begin_meeting(context)),
    Command::screen("network-begin", &[], |context, _| begin_network(context)),
    Command::screen("network-fill", &[], |context, _| fill_network(context)),
    Command::screen("followup-by", &[], |context, _| {
        follow_up(context, |_, screen| screen.by_owner = !screen.by_owner)
    }),
    Command::screen("followup-all", &[], |context, _| {
        follow_up(context, |app, screen| screen.widen(app))
    }),
    Command::screen("history-restore", &[], |context, _| restore(context)),
    Command::screen("filter-leave", &[], |context, _| leave_filter(context)),
];

fn show(context: &mut Context<'_>, screen: Screen) {
    context.app.view.go(screen);
    context.app.refresh();
}

/// People and organisations, at the record named.
fn people(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    context.register()?;
    let mut screen = PeopleScreen::default();
    if let Some(record) = args.get("record").and_then(|typed| typed.parse().ok()) {
        screen.select(context.app, record);
    }
    show(context, Screen::People(screen));
    Ok(())
}

/// The desk, at the record named or at hand.
fn desk(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    context.register()?;
    context.secretariat()?;
    let rows = context.desk()?.enquiries.values();
    let linked = rows.filter(|row| row.activity.is_some());
    let networks: Vec<Id> = linked.filter_map(|row| row.network).collect();
    for network in networks {
        context.network_of(network)?;
    }
    let named = args.get("record").and_then(|typed| typed.parse().ok());
    let record = named.or(context.target.desk);
    let screen = DeskScreen::new(context.desk()?, record);
    show(context, Screen::Desk(screen));
    Ok(())
}

/// What Enter on the selected row leads to.
fn open(context: &mut Context<'_>) -> Result<(), Stop> {
    if let Screen::Home(screen) = &context.app.view.screen
        && let Some((words, target)) = screen.gap(context.app)
    {
        return Err(Stop::Instead(Box::new(Call { words, target })));
    }
    match screens::way(context.app) {
        Some((name, target)) => Err(Stop::Instead(Box::new(Call {
            words: vec![name.to_owned()],
            target,
        }))),
        None if matches!(context.app.view.screen, Screen::History(_)) => {
            Err(Key::HistoryNowhere.into())
        }
        None => Ok(()),
    }
}

/// Who opens a meeting that runs goes on writing.
fn pane_of(context: &Context<'_>) -> Result<Pane, Stop> {
    let head = &context.meeting()?.head;
    let runs = head.started_at.is_some() && head.ended_at.is_none();
    Ok(match context.target.item {
        None if runs && context.app.session.role.reads_all() => Pane::Minutes,
        _ => Pane::Agenda,
    })
}

/// The meeting, with what mends one of its gaps begun.
fn gap(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let named = |check: &&Check| Some(check.name()) == args.get("check");
    let check = Check::ALL.iter().find(named).ok_or(Key::ErrorInternal)?;
    places::load(context, context.meeting_id()?)?;
    meeting(context, Pane::Agenda)?;
    if context.app.session.role == Role::Member {
        return Ok(());
    }
    let gap = Gap {
        stage: Stage::Plan,
        check: *check,
        count: 1,
        first: args.get("record").and_then(|id| id.parse().ok()),
    };
    Err(Stop::Instead(Box::new(steps::mend(&gap, context.target))))
}

/// The meeting's screen with a pane in front, at the item and entry the target names.
fn meeting(context: &mut Context<'_>, pane: Pane) -> Result<(), Stop> {
    let id = context.meeting_id()?;
    context.secretariat()?;
    context.register()?;
    let doc = context.meeting_of(id)?;
    let item = context.target.item.or(doc.head.current);
    let first = doc.agenda().first().map(|item| item.id);
    context.network_of(doc.head.network)?;
    let mut screen = MeetingScreen::new(id);
    screen.focus = pane;
    screen.agenda.selected = context.target.item;
    screen.participants.selected = context.target.person;
    screen.at_next = context.target.item.is_none();
    screen.item = item.or(first);
    let entry = context.target.entry.and_then(|id| doc.entries.get(&id));
    if let (Pane::Minutes, Some(entry)) = (pane, entry) {
        screen.write_at(entry.item, Some(entry));
    }
    let shown = matches!(&context.app.view.screen, Screen::Meeting(old) if old.meeting == id);
    if shown {
        context.app.view.screen = Screen::Meeting(screen);
    } else {
        show(context, Screen::Meeting(screen));
    }
    Ok(())
}

/// The meeting with its door, or a list of its own, open over it.
fn with(context: &mut Context<'_>, name: &str) -> Result<(), Stop> {
    meeting(context, Pane::Agenda)?;
    match commands::find(name) {
        Some(over) => Err(Stop::Instead(Box::new(Call {
            words: vec![over.name.to_owned()],
            target: context.target,
        }))),
        None => Ok(()),
    }
}

fn network(context: &mut Context<'_>) -> Result<(), Stop> {
    let id: Id = context.network_id()?;
    context.network_of(id)?;
    context.secretariat()?;
    context.register()?;
    show(context, Screen::Network(NetworkScreen::new(id)));
    Ok(())
}

/// The year's plan of the network at hand, else of all.
fn year(context: &mut Context<'_>) -> Result<(), Stop> {
    context.register()?;
    context.secretariat()?;
    let network = context.target.network;
    // All of them: networks that share members clash.
    let all = &context.secretariat()?.networks;
    let live = all.values().filter(|row| !row.removed);
    for id in live.map(|row| row.id).chain(network) {
        context.network_of(id)?;
    }
    let year = chrono::Datelike::year(&context.today());
    show(context, Screen::Year(YearScreen::new(network, year)));
    Ok(())
}

/// Scrolls the minutes as they stood.
fn scroll_past(context: &mut Context<'_>, down: bool) -> Result<(), Stop> {
    if let Screen::History(screen) = &mut context.app.view.screen {
        screen.scroll(down);
    }
    Ok(())
}

fn history(context: &mut Context<'_>) -> Result<(), Stop> {
    let id = context.meeting_id()?;
    context.meeting_of(id)?;
    context.register()?;
    let screen = HistoryScreen::new(DocId::Meeting(id), context.target.entry);
    show(context, Screen::History(screen));
    Ok(())
}

/// Who changed what in the network at hand.
fn network_history(context: &mut Context<'_>) -> Result<(), Stop> {
    let id = context.network_id()?;
    context.network_of(id)?;
    context.register()?;
    let screen = HistoryScreen::new(DocId::Network(id), None);
    show(context, Screen::History(screen));
    Ok(())
}

/// Who changed what on the desk.
fn desk_history(context: &mut Context<'_>) -> Result<(), Stop> {
    context.desk()?;
    context.register()?;
    show(
        context,
        Screen::History(HistoryScreen::new(DocId::Desk, None)),
    );
    Ok(())
}

/// The form of a new network; in a new secretariat its three questions.
fn begin_network(context: &mut Context<'_>) -> Result<(), Stop> {
    if context.secretariat()?.head.id != Id::default() {
        return Err(Stop::Ask("network-new", Args::default()));
    }
    let language = context.locale().language().name();
    let words = ["secretariat-new", language].map(str::to_owned);
    Err(Stop::Instead(Box::new(Call {
        words: words.to_vec(),
        target: context.target,
    })))
}

/// A network's members, with the form of a new one.
fn fill_network(context: &mut Context<'_>) -> Result<(), Stop> {
    network(context)?;
    screens::turn(context.app, true);
    Err(Stop::Instead(Box::new(Call {
        words: vec!["network-member-new".to_owned()],
        target: context.target,
    })))
}

/// The meeting as it runs, to look at from afar.
fn live(context: &mut Context<'_>) -> Result<(), Stop> {
    let meeting = context.meeting_id()?;
    places::load(context, meeting)?;
    show(context, Screen::Live(LiveScreen { meeting }));
    Ok(())
}

/// The form of a new meeting, in the network at hand or the only one; a network comes first.
fn begin_meeting(context: &mut Context<'_>) -> Result<(), Stop> {
    let networks = context.secretariat()?.networks.values();
    let all: Vec<Id> = networks
        .filter(|row| !row.removed)
        .map(|row| row.id)
        .collect();
    let network = match (
        context.target.network,
        context.target.meeting,
        all.as_slice(),
    ) {
        (None, None, []) => return begin_network(context),
        (None, None, [one]) => Some(*one),
        (None, None, _) => None,
        _ => Some(context.network_id()?),
    };
    let mut known = Args::default();
    if let Some(network) = network {
        let label = context.secretariat()?.label(network).to_owned();
        known.set("network", label);
    }
    Err(Stop::Ask("meeting-new", known))
}

fn follow_up(
    context: &mut Context<'_>,
    change: impl FnOnce(&App, &mut FollowUpScreen),
) -> Result<(), Stop> {
    let mut screen = std::mem::take(&mut context.app.view.screen);
    if let Screen::FollowUp(screen) = &mut screen {
        change(context.app, screen);
    }
    context.app.view.screen = screen;
    Ok(())
}

/// Empties the field that narrows the people; from an empty one back to the screen before.
fn leave_filter(context: &mut Context<'_>) -> Result<(), Stop> {
    if let Screen::People(screen) = &mut context.app.view.screen
        && !screen.filter.text().is_empty()
    {
        screen.filter.clear();
        return Ok(());
    }
    Err(Stop::Instead(Box::new(Call {
        words: vec!["back".to_owned()],
        target: context.target,
    })))
}

/// Sets the entry back to how it stood at the selected moment: a change like any other.
fn restore(context: &mut Context<'_>) -> Result<(), Stop> {
    let past = context.app.view.lists.past.as_ref();
    let entry = context.target.entry;
    let stood = entry.zip(past).and_then(|(id, (_, meeting))| {
        let entry = meeting.entries.get(&id).filter(|entry| !entry.removed)?;
        Some(vec![
            "entry-set".to_owned(),
            id.to_string(),
            format!("--text={}", entry.text),
        ])
    });
    match stood {
        Some(words) => Err(Stop::Instead(Box::new(Call {
            words,
            target: context.target,
        }))),
        None => Err(Key::HistoryNoEntry.into()),
    }
}
