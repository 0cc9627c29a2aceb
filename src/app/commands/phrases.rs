//! Words put into the minutes by choosing them: standard texts for the item's kind, its annexes,
//! and references to what was minuted elsewhere.

use crate::app::Call;
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Stop};
use crate::app::context::{Context, Target};
use crate::app::overlays::panel::{Kind, Panel, Row};
use crate::app::standard;
use crate::documents::annex_number;
use crate::domain::id::Id;
use crate::domain::minutes::EntryKind;
use crate::locale::{Key, Locale};

use super::{agenda, lookup, running};

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command::screen("standard-texts", &[], list_texts),
    Command::screen(
        "standard-write",
        &[
            Arg::word("text", ArgKind::Text),
            Arg::option("kind", ArgKind::Choice(EntryKind::NAMES)),
            Arg::flag("defer"),
        ],
        write_text,
    ),
    Command::screen("annexes", &[], list_annexes),
    Command::screen(
        "annex-refer",
        &[Arg::word("annex", ArgKind::Text)],
        |context, args| {
            let number = args.get("annex").unwrap_or_default().to_owned();
            let words = [("number", number.into())];
            let text = documents(context)?.text_with(Key::ReferAnnex, &words);
            context.app.insert_words(&text);
            Ok(())
        },
    ),
    Command::screen(
        "reference-insert",
        &[
            Arg::word("meeting", ArgKind::Text),
            Arg::maybe("item", ArgKind::Text),
        ],
        refer,
    ),
];

/// The language of the minutes that are open, for what is written into them.
fn documents(context: &Context<'_>) -> Result<Locale, Stop> {
    let meeting = context.app.desk().ok_or(Key::ErrorNoMeeting)?.meeting;
    let meeting = context.meeting_of(meeting)?.clone();
    agenda::documents_locale(context, &meeting)
}

fn call(words: &[&str], target: Target) -> Call {
    Call {
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        target,
    }
}

/// A text to choose: what it becomes, and whether it puts the item off.
struct Choice<'a> {
    text: &'a str,
    kind: EntryKind,
    defers: bool,
    /// The network's own row.
    own: Option<Id>,
}

impl Choice<'_> {
    fn row(&self, context: &Context<'_>) -> Row {
        let target = context.target;
        let label = Key::named(&format!("entry-{}", self.kind.name()));
        let kind = format!("--kind={}", self.kind.name());
        let mut words = vec!["standard-write", &kind];
        words.extend(self.defers.then_some("--defer"));
        words.extend(["--", self.text]);
        let own = self.own.map(|id| id.to_string());
        let deed = |name: &str| own.as_deref().map(|id| call(&[name, id], target));
        Row {
            sign: if own.is_some() { "·" } else { "" },
            call: Some(call(&words, target)),
            right: label.map_or_else(String::new, |key| context.locale().text(key).into_owned()),
            text: self.text.to_owned(),
            tab: deed("standard-edit"),
            remove: deed("standard-remove"),
        }
    }
}

fn list_texts(context: &mut Context<'_>, _: &Args) -> Result<(), Stop> {
    let id = context.item_id()?;
    let meeting = context.meeting()?;
    let item = meeting.items.get(&id).ok_or(Key::ErrorNoItem)?;
    let network = context.network_of(meeting.head.network)?;
    let (locale, target) = (documents(context)?, context.target);
    let own = standard::own(network, item.kind).into_iter();
    let own = own.map(|row| {
        let choice = Choice {
            text: &row.text,
            kind: row.kind,
            defers: row.defers,
            own: Some(row.id),
        };
        choice.row(context)
    });
    let built_in = standard::texts(item).into_iter().map(|(text, kind)| {
        let choice = Choice {
            text: &locale.text(text),
            kind,
            defers: text == Key::StandardPostponed,
            own: None,
        };
        choice.row(context)
    });
    let rows: Vec<Row> = own.chain(built_in).collect();
    let panel = Panel::new(Kind::Phrases(rows), target);
    context.app.view.open(panel);
    Ok(())
}

/// Writes a standard text; one that puts the item off does so in the same step.
fn write_text(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let kind = args.get("kind").map(lookup::choice::<EntryKind>);
    let kind = kind.transpose()?.unwrap_or_default();
    let mut said = None;
    let mut along = Vec::new();
    if args.has("defer") {
        let here = context.app.desk().ok_or(Key::ErrorNoMeeting)?;
        let (meeting, item) = (here.meeting, here.item.or(context.target.item));
        let item = item.ok_or(Key::ErrorNoItem)?;
        (along, said) = running::put_off(context, meeting, item)?;
    }
    let text = args.get("text").unwrap_or_default();
    context.app.write_standard(text, kind, along);
    if let Some(said) = said {
        context.say(said);
    }
    Ok(())
}

/// The item's annexes, and a new one.
fn list_annexes(context: &mut Context<'_>, _: &Args) -> Result<(), Stop> {
    let (id, target) = (context.item_id()?, context.target);
    documents(context)?;
    let meeting = context.meeting()?;
    let item = meeting.number_of(id).unwrap_or_default();
    let annexes = meeting.annexes_of(id).into_iter().enumerate();
    let mut rows: Vec<Row> = annexes
        .map(|(index, annex)| {
            let number = annex_number(item, index);
            Row {
                text: format!("{number}  {}", annex.title),
                call: Some(call(&["annex-refer", "--", &number], target)),
                ..Row::default()
            }
        })
        .collect();
    rows.push(Row {
        sign: "+",
        text: context.locale().text(Key::AnnexNew).into_owned(),
        call: Some(call(&["annex-add"], target)),
        ..Row::default()
    });
    let panel = Panel::new(Kind::Annexes(rows), target);
    context.app.view.open(panel);
    Ok(())
}

/// "(jf. referat 2/2026, pkt. 4)" at the caret; another network is named too.
fn refer(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let locale = documents(context)?;
    let here = context.app.desk().ok_or(Key::ErrorNoMeeting)?.meeting;
    let id = |name: &str| args.get(name).and_then(|typed| typed.parse::<Id>().ok());
    let there = id("meeting").ok_or(Key::ErrorInternal)?;
    let home = context.meeting_of(here)?.head.network;
    let meeting = context.meeting_of(there)?;
    let number = id("item").and_then(|item| meeting.number_of(item));
    let network = meeting.head.network;
    let row = context.network_of(network)?.meetings.get(&there);
    let row = row.and_then(|row| Some((row.allotted()?, row.year)));
    let mut name = row.map_or_else(String::new, |(number, year)| format!("{number}/{year}"));
    if network != home {
        let label = context.secretariat()?.label(network).to_uppercase();
        name = format!("{label} {name}");
    }
    let text = match (row, number) {
        (_, Some(number)) if here == there => {
            locale.text_with(Key::ReferHere, &[("number", number.into())])
        }
        (None, _) => return Err(Key::ErrorReferenceNumber.into()),
        (_, Some(number)) => locale.text_with(
            Key::ReferItem,
            &[("meeting", name.into()), ("number", number.into())],
        ),
        (_, None) => locale.text_with(Key::ReferMeeting, &[("meeting", name.into())]),
    };
    context.app.insert_words(&text);
    Ok(())
}
