//! Speakers of agenda items, and how certain they are.

use super::agenda::{item_of, unlocked};
use super::{field, lookup, place};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::agenda::{Speaker, SpeakerField, SpeakerStatus};
use crate::domain::draft::mark;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::register::{Person, Register};
use crate::locale::Key;

const ITEM: Arg = Arg::option("item", ArgKind::Item);
const STATUS: Arg = Arg::option("status", ArgKind::Choice(SpeakerStatus::NAMES));

const PRESENTATION: Arg = Arg::option("presentation", ArgKind::LongText);
const EQUIPMENT: Arg = Arg::option("equipment", ArgKind::Text);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "speaker-add",
        scope: Scope::Item,
        args: &[
            Arg::word("name", ArgKind::Person),
            ITEM,
            Arg::option("organisation", ArgKind::Party),
            Arg::option("title", ArgKind::Text),
            STATUS,
            PRESENTATION,
            EQUIPMENT,
        ],
        run: add,
    },
    Command {
        name: "speaker-set",
        scope: Scope::Meeting,
        args: &[
            Arg::word("speaker", ArgKind::Text),
            ITEM,
            STATUS,
            Arg::option("name", ArgKind::Person),
            Arg::option("organisation", ArgKind::Party),
            Arg::option("title", ArgKind::Text),
            PRESENTATION,
            EQUIPMENT,
            Arg::option("slides", ArgKind::Choice(field::YES_NO)),
            Arg::option("thanked", ArgKind::Choice(field::YES_NO)),
        ],
        run: set,
    },
    Command {
        name: "speaker-remove",
        scope: Scope::Meeting,
        args: &[Arg::word("speaker", ArgKind::Text), ITEM],
        run: remove,
    },
];

/// The only person of the register with this name, label or e-mail; speakers from outside
/// need not be in it.
fn known<'a>(context: &'a Context<'_>, name: &str) -> Result<Option<&'a Person>, Stop> {
    let register = context.register()?;
    match lookup::owner(context, name) {
        Ok(crate::domain::network::Owner::Person(id)) => Ok(register
            .people
            .get(&id)
            .filter(|person| fold(&person.name) == fold(name) || person.label == name)),
        Err(stop @ Stop::Need(_)) => Err(stop),
        _ => Ok(None),
    }
}

/// A name without the plus that makes somebody new elsewhere: speakers need not be known.
fn bare(typed: &str) -> String {
    typed.trim().trim_start_matches('+').trim().to_owned()
}

fn add(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (meeting, item) = item_of(context, args)?;
    let id = context.new_id();
    let typed = bare(&field::needed(args, "name")?);
    let register = context.register()?;
    let person = known(context, &typed)?;
    let speakers = context.meeting()?.speakers_of(item.id);
    let rows = speakers
        .iter()
        .map(|row| (row.id, row.pos.clone()))
        .collect();
    let speaker = Speaker {
        id,
        item: item.id,
        pos: place::after(&rows, None, id)?,
        person: person.map(|person| person.id),
        organisation: field::line(args, "organisation")
            .map(|typed| bare(&typed))
            .or_else(|| organisation_of(register, person))
            .unwrap_or_default(),
        title: field::line(args, "title")
            .or_else(|| person.map(|person| person.title.clone()))
            .unwrap_or_default(),
        name: person.map_or(typed, |person| person.name.clone()),
        status: field::given(args, "status", lookup::choice)?.unwrap_or_default(),
        presentation: field::text(args, "presentation").unwrap_or_default(),
        equipment: field::line(args, "equipment").unwrap_or_default(),
        ..Speaker::default()
    };
    context.add_to_meeting(meeting, speaker);
    Ok(())
}

fn organisation_of(register: &Register, person: Option<&Person>) -> Option<String> {
    let organisation = register.organisations.get(&person?.organisation?)?;
    Some(organisation.name.clone())
}

/// A speaker by number within the item, or by name or id; without an item, of the whole meeting.
fn speaker_of(context: &Context<'_>, args: &Args) -> Result<(Id, Speaker), Stop> {
    let item = match (args.get("item"), context.target.item) {
        (None, None) => None,
        _ => Some(lookup::item_or_target(context, args.get("item"))?),
    };
    let meeting = unlocked(context)?;
    let typed = args.get("speaker").unwrap_or_default().trim();
    let agenda = meeting.agenda();
    let items = agenda.iter().map(|row| row.id);
    let items = items.filter(|row| item.is_none_or(|item| item == *row));
    let all: Vec<&Speaker> = items.flat_map(|row| meeting.speakers_of(row)).collect();
    let wanted = fold(typed);
    let by = |is: &dyn Fn(&Speaker) -> bool| -> Vec<&Speaker> {
        all.iter().copied().filter(|row| is(row)).collect()
    };
    let mut found = by(&|row| row.id.to_string() == typed || fold(&row.name) == wanted);
    if found.is_empty() && !wanted.is_empty() {
        found = by(&|row| {
            fold(&row.name)
                .split(' ')
                .any(|word| word.starts_with(&wanted))
        });
    }
    if found.is_empty() {
        let number = typed.parse::<usize>().ok().and_then(|it| it.checked_sub(1));
        found.extend(number.and_then(|index| all.get(index)));
    }
    let message = |key| Message::new(key).with("typed", typed.to_owned());
    match found.as_slice() {
        [one] => Ok((meeting.head.id, (*one).clone())),
        [] => Err(message(Key::ErrorNoSpeaker).into()),
        many => {
            let names: Vec<&str> = many.iter().map(|row| row.name.as_str()).collect();
            let candidates = names.join("; ");
            Err(message(Key::ErrorSpeakerSeveral)
                .with("candidates", candidates)
                .into())
        }
    }
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (meeting, speaker) = speaker_of(context, args)?;
    let mut changes = Vec::new();
    let status = field::given(args, "status", lookup::choice)?;
    changes.extend(status.map(|to| SpeakerField::status(&speaker, to)));
    if let Some(name) = field::filled(args, "name")?.map(|typed| bare(&typed)) {
        let person = known(context, &name)?;
        let shown = person.map_or(name, |person| person.name.clone());
        changes.push(SpeakerField::person(
            &speaker,
            person.map(|person| person.id),
        ));
        changes.push(SpeakerField::name(&speaker, shown));
    }
    let organisation = field::line(args, "organisation").map(|typed| bare(&typed));
    changes.extend(organisation.map(|to| SpeakerField::organisation(&speaker, to)));
    changes.extend(field::line(args, "title").map(|to| SpeakerField::title(&speaker, to)));
    let presentation = field::text(args, "presentation");
    changes.extend(presentation.map(|to| SpeakerField::presentation(&speaker, to)));
    changes.extend(field::line(args, "equipment").map(|to| SpeakerField::equipment(&speaker, to)));
    let slides = field::given(args, "slides", lookup::yes)?;
    changes.extend(slides.map(|to| SpeakerField::slides(&speaker, to)));
    let thanked = field::given(args, "thanked", lookup::yes)?;
    changes.extend(thanked.map(|to| SpeakerField::thanked(&speaker, to)));
    context.change_in_meeting(meeting, speaker.id, field::real(changes));
    Ok(())
}

fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (meeting, speaker) = speaker_of(context, args)?;
    context.set_in_meeting(meeting, speaker.id, SpeakerField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}
