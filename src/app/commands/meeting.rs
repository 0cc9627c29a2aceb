//! Meetings: making one, its facts, moving and cancelling it, who hosts.

use chrono::{NaiveDate, NaiveTime};

use super::agenda::unlocked;
use super::{field, lookup, pace};
use crate::app::Call;
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::attendance::{Participant, Rsvp};
use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, MeetingHead, MeetingHeadField};
use crate::domain::network::{Network, TemplateItem};
use crate::domain::query::{Answer, MeetingRow, Query, Reference};
use crate::domain::secretariat::Language;
use crate::domain::setup::{
    Deferred, Plan, cancel_meeting, copy_of, deferred_items, member_organisations, move_meeting,
    new_meeting, next_host, reinstate_meeting,
};
use crate::domain::walk::awaits_approval;
use crate::locale::Key;

/// How many earlier meetings are looked through for items put off.
const LOOK_BACK: usize = 6;

const NETWORK: Arg = Arg::option("network", ArgKind::Network);
const TITLE: Arg = Arg::option("title", ArgKind::Text);
const DATE: Arg = Arg::option("date", ArgKind::Date);
const START: Arg = Arg::option("start", ArgKind::Time);
const END: Arg = Arg::option("end", ArgKind::Time);
const VENUE: Arg = Arg::option("venue", ArgKind::Text);
const HOST: Arg = Arg::option("host", ArgKind::Organisation);
const PURPOSE: Arg = Arg::option("purpose", ArgKind::Prose);
const CASE: Arg = Arg::option("case-number", ArgKind::Text);
const LINK: Arg = Arg::option("link", ArgKind::Text);
const CHAIR: Arg = Arg::option("chair", ArgKind::Person);
const TAKER: Arg = Arg::option("minute-taker", ArgKind::Person);
const LANGUAGE: Arg = Arg::option("language", ArgKind::Choice(Language::NAMES));
const TENTATIVE: Arg = Arg::flag("tentative");

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "meeting-new",
        scope: Scope::Network,
        args: &[
            NETWORK, TITLE, DATE, START, END, VENUE, HOST, PURPOSE, CASE, LINK, CHAIR, TAKER,
            LANGUAGE, TENTATIVE,
        ],
        run: new,
    },
    Command {
        name: "meeting-copy",
        scope: Scope::Meeting,
        args: &[
            Arg::maybe("meeting", ArgKind::Meeting),
            TITLE,
            DATE,
            START,
            END,
            VENUE,
            HOST,
            PURPOSE,
            CASE,
            LINK,
            CHAIR,
            TAKER,
            LANGUAGE,
            TENTATIVE,
        ],
        run: copy,
    },
    Command {
        name: "meeting-set",
        scope: Scope::Meeting,
        args: &[
            TITLE,
            DATE,
            START,
            END,
            VENUE,
            HOST,
            PURPOSE,
            CASE,
            LINK,
            CHAIR,
            TAKER,
            LANGUAGE,
            Arg::option("tentative", ArgKind::Choice(field::YES_NO)),
            Arg::option("next-date", ArgKind::Date),
        ],
        run: set,
    },
    Command {
        name: "meeting-move",
        scope: Scope::Meeting,
        args: &[Arg::word("date", ArgKind::Date), START, END],
        run: shift,
    },
    Command {
        name: "meeting-cancel",
        scope: Scope::Meeting,
        args: &[Arg::word("reason", ArgKind::Text)],
        run: cancel,
    },
    Command {
        name: "meeting-uncancel",
        scope: Scope::Meeting,
        args: &[],
        run: uncancel,
    },
    Command {
        name: "meeting-host-suggest",
        scope: Scope::Meeting,
        args: &[],
        run: suggest_host,
    },
];

/// The facts given; what is left out stays empty.
fn head(context: &Context<'_>, args: &Args) -> Result<MeetingHead, Stop> {
    let line = |name: &str| field::line(args, name).unwrap_or_default();
    let person = |typed: &str| lookup::person(context, typed);
    let time = |typed: &str| lookup::time(context, typed);
    let head = MeetingHead {
        title: line("title"),
        case_number: line("case-number"),
        date: field::given(args, "date", |typed| lookup::day(context, typed))?,
        tentative: args.has("tentative"),
        start: field::given(args, "start", time)?,
        end: field::given(args, "end", time)?,
        venue: line("venue"),
        link: line("link"),
        host: field::given(args, "host", |typed| lookup::organisation(context, typed))?,
        purpose: field::text(args, "purpose").unwrap_or_default(),
        chair: field::given(args, "chair", person)?,
        minute_taker: field::given(args, "minute-taker", person)?,
        language: field::given(args, "language", lookup::choice)?,
        ..MeetingHead::default()
    };
    lookup::in_order(head.start, head.end)?;
    Ok(head)
}

/// The network's meetings held before a day and not cancelled, latest first.
fn earlier(
    context: &Context<'_>,
    network: Id,
    date: Option<NaiveDate>,
) -> Result<Vec<MeetingRow>, Stop> {
    let query = Query::Meetings {
        network: Some(network),
        open: false,
    };
    let Answer::Meetings(rows) = context.answer(query)? else {
        return Err(Key::ErrorInternal.into());
    };
    let before = |row: &&MeetingRow| {
        !row.cancelled && date.is_none_or(|date| row.date.is_some_and(|day| day <= date))
    };
    Ok(rows.iter().filter(before).cloned().collect())
}

/// The meeting whose minutes wait for approval, else the latest one held: meetings planned for
/// the whole year may lie between.
fn previous(past: &[Meeting]) -> Option<&Meeting> {
    let held = |meeting: &&Meeting| meeting.head.ended_at.is_some();
    let waiting = past.iter().find(|meeting| awaits_approval(meeting));
    waiting.or(past.iter().find(held)).or(past.first())
}

/// Makes a meeting, from the template or as a copy of `source`; `day` gives its label's year
/// while it has no date.
pub fn make(
    context: &mut Context<'_>,
    network_id: Id,
    head: MeetingHead,
    source: Option<Id>,
    day: NaiveDate,
) -> Result<Id, Stop> {
    let source = match source {
        Some(id) => Some(context.meeting_of(id)?.clone()),
        None => None,
    };
    let network = context.network_of(network_id)?.clone();
    make_of(context, (network_id, network), head, source, day)
}

/// Makes a meeting from the template and one item more.
pub fn make_with(
    context: &mut Context<'_>,
    network_id: Id,
    head: MeetingHead,
    more: Option<TemplateItem>,
    day: NaiveDate,
) -> Result<Id, Stop> {
    let mut network = context.network_of(network_id)?.clone();
    network
        .template_items
        .extend(more.map(|item| (item.id, item)));
    make_of(context, (network_id, network), head, None, day)
}

fn make_of(
    context: &mut Context<'_>,
    (network_id, network): (Id, Network),
    head: MeetingHead,
    source: Option<Meeting>,
    day: NaiveDate,
) -> Result<Id, Stop> {
    let rows = earlier(context, network_id, head.date)?;
    let mut past: Vec<Meeting> = Vec::new();
    for row in rows.iter().take(LOOK_BACK) {
        past.push(context.meeting_of(row.id)?.clone());
    }
    let waiting = past.iter().flat_map(|meeting| {
        let items = deferred_items(meeting).into_iter();
        items.map(move |item| Deferred { meeting, item })
    });
    let deferred: Vec<Deferred<'_>> = waiting.collect();
    let plan = Plan {
        network_id,
        network: &network,
        previous: previous(&past),
        deferred: &deferred,
        today: day,
    };
    let mut ids = || context.new_id();
    let (id, ops) = match &source {
        Some(source) => copy_of(&plan, source, head, &mut ids),
        None => new_meeting(&plan, head, &mut ids),
    };
    let before = previous(&past).cloned();
    context.emit_all(ops);
    context.made(Reference::Meeting(id));
    context.open_when_made(id);
    before
        .iter()
        .for_each(|before| pace::tell(context, id, before));
    Ok(id)
}

fn new(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    if context.app.interactive && *args == Args::default() {
        return Err(Stop::Instead(Box::new(Call {
            words: vec!["meeting-begin".to_owned()],
            target: context.target,
        })));
    }
    let network = lookup::network_or_target(context, args.get("network"))?;
    field::needed(args, "title")?;
    let head = head(context, args)?;
    let today = context.today();
    make(context, network, head, None, today).map(|_| ())
}

/// Copies the meeting named, else the one selected, else the network's latest.
fn copy(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let source = match (args.get("meeting"), context.target.meeting) {
        (Some(typed), _) => lookup::meeting(context, typed)?,
        (None, Some(meeting)) => meeting,
        (None, None) => {
            let rows = earlier(context, context.network_id()?, None)?;
            rows.first().ok_or(Key::ErrorNothingToCopy)?.id
        }
    };
    field::filled(args, "title")?;
    let network = context.meeting_of(source)?.head.network;
    let head = head(context, args)?;
    let today = context.today();
    make(context, network, head, Some(source), today).map(|_| ())
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let meeting = match args.only("next-date") {
        true => context.meeting()?.clone(),
        false => unlocked(context)?.clone(),
    };
    let id = meeting.head.id;
    let mut changes = facts(args, &meeting.head)?;
    changes.extend(people(context, args, &meeting.head)?);
    changes.extend(times(context, args, &meeting.head)?);
    let date = field::clearable(args, "date", |typed| lookup::day(context, typed))?;
    match date {
        // A day others were told of is moved, so that they are asked again.
        Some(Some(day)) if meeting.head.date.is_some() && meeting.head.invited_at.is_some() => {
            let head = &meeting.head;
            relocate(context, &meeting, day, head.start, head.end);
        }
        Some(to) => changes.push(MeetingHeadField::date(&meeting.head, to)),
        None => {}
    }
    context.change_in_meeting(id, Id::default(), field::real(changes));
    Ok(())
}

fn facts(args: &Args, head: &MeetingHead) -> Result<Vec<MeetingHeadField>, Stop> {
    let mut changes = Vec::new();
    let title = field::filled(args, "title")?;
    changes.extend(title.map(|to| MeetingHeadField::title(head, to)));
    let case = field::line(args, "case-number");
    changes.extend(case.map(|to| MeetingHeadField::case_number(head, to)));
    changes.extend(field::line(args, "venue").map(|to| MeetingHeadField::venue(head, to)));
    changes.extend(field::line(args, "link").map(|to| MeetingHeadField::link(head, to)));
    changes.extend(field::text(args, "purpose").map(|to| MeetingHeadField::purpose(head, to)));
    let language = field::clearable(args, "language", lookup::choice)?;
    changes.extend(language.map(|to| MeetingHeadField::language(head, to)));
    let tentative = field::given(args, "tentative", lookup::yes)?;
    changes.extend(tentative.map(|to| MeetingHeadField::tentative(head, to)));
    Ok(changes)
}

fn people(
    context: &Context<'_>,
    args: &Args,
    head: &MeetingHead,
) -> Result<Vec<MeetingHeadField>, Stop> {
    let mut changes = Vec::new();
    let organisation = |typed: &str| lookup::organisation(context, typed);
    let person = |typed: &str| lookup::person(context, typed);
    let host = field::clearable(args, "host", organisation)?;
    changes.extend(host.map(|to| MeetingHeadField::host(head, to)));
    let chair = field::clearable(args, "chair", person)?;
    changes.extend(chair.map(|to| MeetingHeadField::chair(head, to)));
    let taker = field::clearable(args, "minute-taker", person)?;
    changes.extend(taker.map(|to| MeetingHeadField::minute_taker(head, to)));
    Ok(changes)
}

fn times(
    context: &Context<'_>,
    args: &Args,
    head: &MeetingHead,
) -> Result<Vec<MeetingHeadField>, Stop> {
    let mut changes = Vec::new();
    let time = |typed: &str| lookup::time(context, typed);
    let start = field::clearable(args, "start", time)?;
    let end = field::clearable(args, "end", time)?;
    lookup::in_order(start.unwrap_or(head.start), end.unwrap_or(head.end))?;
    changes.extend(start.map(|to| MeetingHeadField::start(head, to)));
    changes.extend(end.map(|to| MeetingHeadField::end(head, to)));
    let next = field::clearable(args, "next-date", |typed| lookup::day(context, typed))?;
    changes.extend(next.map(|to| MeetingHeadField::next_date(head, to)));
    Ok(changes)
}

fn shift(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let meeting = context.meeting()?.clone();
    if meeting.head.started_at.is_some() {
        return Err(Key::ErrorMeetingHeld.into());
    }
    let day = lookup::day(context, args.get("date").unwrap_or_default())?;
    let time = |typed: &str| lookup::time(context, typed);
    let start = field::given(args, "start", time)?.or(meeting.head.start);
    let end = field::given(args, "end", time)?.or(meeting.head.end);
    lookup::in_order(start, end)?;
    relocate(context, &meeting, day, start, end);
    Ok(())
}

/// Moves a meeting, and says whether answers are asked again.
fn relocate(
    context: &mut Context<'_>,
    meeting: &Meeting,
    to: NaiveDate,
    start: Option<NaiveTime>,
    end: Option<NaiveTime>,
) {
    let ops = move_meeting(meeting, to, start, end);
    if ops.is_empty() {
        return;
    }
    let answered = |row: &Participant| row.rsvp != Rsvp::NoAnswer;
    let asked = meeting.head.invited_at.is_some() || meeting.participant_list().any(answered);
    let locale = context.locale();
    let day = locale.language().date_seen_from(to, context.today());
    let when = match start.map(|start| locale.language().time(start)) {
        Some(time) => locale.text_with(Key::DateAt, &[("day", day.into()), ("time", time.into())]),
        None => day,
    };
    let said = match asked {
        true => Key::MeetingMovedAskedAgain,
        false => Key::MeetingMoved,
    };
    context.emit_all(ops);
    context.say(Message::new(said).with("when", when));
}

fn cancel(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let meeting = context.meeting()?.clone();
    if meeting.head.started_at.is_some() {
        return Err(Key::ErrorMeetingHeld.into());
    }
    let reason = field::needed(args, "reason")?;
    context.emit_all(cancel_meeting(&meeting, &reason));
    Ok(())
}

fn uncancel(context: &mut Context<'_>, _: &Args) -> Result<(), Stop> {
    let meeting = context.meeting()?.clone();
    if meeting.head.cancelled.is_none() {
        return Err(Key::ErrorNotCancelled.into());
    }
    context.emit_all(reinstate_meeting(&meeting));
    Ok(())
}

/// Whoever of the members' organisations hosted least recently before this meeting.
pub fn suggested_host(context: &Context<'_>) -> Result<Option<Id>, Stop> {
    let head = &context.meeting()?.head;
    let day = head.date.unwrap_or(context.today());
    next_host_of(context, head.network, Some(head.id), day)
}

/// Whoever of a network's organisations hosted least recently, `but` one meeting left out.
pub fn next_host_of(
    context: &Context<'_>,
    network: Id,
    but: Option<Id>,
    day: NaiveDate,
) -> Result<Option<Id>, Stop> {
    let rows = earlier(context, network, None)?;
    let past: Vec<(NaiveDate, Id)> = rows
        .iter()
        .filter(|row| Some(row.id) != but)
        .filter_map(|row| row.date.zip(row.host))
        .collect();
    let network = context.network_of(network)?;
    let candidates = member_organisations(network, context.register()?, day);
    Ok(next_host(&candidates, &past))
}

fn suggest_host(context: &mut Context<'_>, _: &Args) -> Result<(), Stop> {
    let host = suggested_host(context)?.ok_or(Key::ErrorNoHost)?;
    let head = context.meeting()?.head.clone();
    if head.host != Some(host) {
        let change = MeetingHeadField::host(&head, Some(host));
        context.set_in_meeting(head.id, Id::default(), change);
    }
    let name = context.register()?.organisation_name(host).to_owned();
    context.say(Message::new(Key::HostSuggested).with("name", name));
    Ok(())
}
