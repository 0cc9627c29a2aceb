//! A network's letterhead: its logo, colour, address and footer.

use super::annex::kept;
use super::{edit, field, lookup};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::documents::letterhead::{
    CONTRAST, LogoError, Rgb, colour_name, contrast, logo_size, read_colour, readable,
};
use crate::documents::{Format, Letterhead};
use crate::domain::id::Id;
use crate::domain::network::{NetworkHead, NetworkHeadField};
use crate::domain::query::{Answer, Query};
use crate::domain::secretariat::Language;
use crate::locale::Key;

/// Lines of an address, and characters of one line and of a footer.
const LINES: usize = 8;
const LONGEST: usize = 80;
const FOOTER: usize = 180;

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "letterhead-set",
        scope: Scope::Network,
        args: &[
            Arg::maybe("network", ArgKind::Network),
            Arg::option("logo", ArgKind::Text),
            Arg::option("logo-text", ArgKind::Text),
            Arg::option("colour", ArgKind::Text),
            Arg::option("address", ArgKind::LongText),
            Arg::option("footer", ArgKind::Text),
        ],
        run: set,
    },
    Command::screen("letterhead-edit", &[], |context, _| open(context)),
];

/// The form, with what the letterhead is now.
fn open(context: &mut Context<'_>) -> Result<(), Stop> {
    let id = context.network_id()?;
    let head = &context.network_of(id)?.head;
    let now = [
        ("logo", head.logo_name.clone()),
        ("logo-text", head.logo_text.clone()),
        ("colour", head.colour.clone()),
        ("address", head.address.clone()),
        ("footer", head.footer.clone()),
    ];
    edit::open(context, "letterhead-set", &now, vec![id.to_string()])
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let head = context.network_of(network)?.head.clone();
    let mut changes = words(args, &head)?;
    let typed = field::clearable(args, "colour", colour)?;
    let colour = typed.map(Option::unwrap_or_default);
    changes.extend(colour.clone().map(|to| NetworkHeadField::colour(&head, to)));
    if let Some(path) = field::line(args, "logo") {
        let (file, name) = match path.is_empty() {
            true => Default::default(),
            false => logo(context, path)?,
        };
        changes.push(NetworkHeadField::logo(&head, file));
        changes.push(NetworkHeadField::logo_name(&head, name));
    }
    context.change_in_network(network, Id::default(), field::real(changes));
    if let Some(rgb) = colour.as_deref().and_then(read_colour) {
        warn(context, rgb);
    }
    Ok(())
}

/// What is written in words.
fn words(args: &Args, head: &NetworkHead) -> Result<Vec<NetworkHeadField>, Stop> {
    let mut changes = Vec::new();
    let text = field::line(args, "logo-text");
    changes.extend(text.map(|to| NetworkHeadField::logo_text(head, to)));
    let address = field::text(args, "address").map(|text| rows(&text));
    let lines = address.as_deref().unwrap_or_default().lines();
    let long = |line: &str| line.chars().count() > LONGEST;
    if lines.clone().count() > LINES || lines.clone().any(long) {
        let said = Message::new(Key::ErrorLetterheadAddress)
            .with("lines", LINES)
            .with("letters", LONGEST);
        return Err(Stop::Fail(said.about("address")));
    }
    changes.extend(address.map(|to| NetworkHeadField::address(head, to)));
    let footer = field::line(args, "footer");
    if footer
        .as_ref()
        .is_some_and(|text| text.chars().count() > FOOTER)
    {
        let said = Message::new(Key::ErrorLetterheadFooter).with("letters", FOOTER);
        return Err(Stop::Fail(said.about("footer")));
    }
    changes.extend(footer.map(|to| NetworkHeadField::footer(head, to)));
    Ok(changes)
}

/// The lines of an address; who writes it in one line parts them by semicolons.
fn rows(text: &str) -> String {
    let rows = text.split(['\n', ';']).map(str::trim);
    let rows: Vec<&str> = rows.filter(|row| !row.is_empty()).collect();
    rows.join("\n")
}

fn colour(typed: &str) -> Result<String, Stop> {
    let wrong = || Stop::Usage(Message::new(Key::ErrorColour).with("typed", typed.to_owned()));
    read_colour(typed).map(colour_name).ok_or_else(wrong)
}

/// Says what becomes of a colour that is too light for words on white.
fn warn(context: &mut Context<'_>, rgb: Rgb) {
    let contrast = contrast(rgb);
    if contrast < CONTRAST {
        let danish = context.locale().language() == Language::Danish;
        let number = |value: f64| match danish {
            true => format!("{value:.1}").replace('.', ","),
            false => format!("{value:.1}"),
        };
        let said = Message::new(Key::LetterheadFaint)
            .with("colour", colour_name(rgb))
            .with("contrast", number(contrast))
            .with("least", number(CONTRAST))
            .with("used", colour_name(readable(rgb)));
        context.say(said);
    }
}

/// Hash and name of a logo's file: looked at before anything is kept.
fn logo(context: &mut Context<'_>, path: String) -> Result<(String, String), Stop> {
    let content = match context.answer(Query::Read(path.clone())) {
        Ok(Answer::Content(content)) => &content.0,
        Ok(_) => return Err(Key::ErrorInternal.into()),
        Err(Stop::Fail(why)) => return Err(Stop::Fail(why.about("logo"))),
        Err(stop) => return Err(stop),
    };
    if let Err(why) = logo_size(content) {
        return Err(Stop::Fail(refused(why).about("logo")));
    }
    kept(context, path)
}

fn refused(why: LogoError) -> Message {
    match why {
        LogoError::Large => Key::ErrorLogoLarge.into(),
        LogoError::Damaged => Key::ErrorLogoDamaged.into(),
        LogoError::Kind(kind) => Message::new(Key::ErrorLogoKind).with("kind", kind),
        LogoError::Wide(width, height) => Message::new(Key::ErrorLogoWide)
            .with("width", width)
            .with("height", height),
    }
}

/// The letterhead of a network, with its logo where the format shows one.
///
/// # Errors
/// [`Stop::Need`] until the network and the logo are there.
pub fn of(context: &Context<'_>, network: Id, format: Format) -> Result<Letterhead, Stop> {
    at(context, network, format, context.now())
}

/// The same for documents of a moment, in milliseconds since 1970 UTC.
///
/// # Errors
/// As [`of`].
pub fn at(
    context: &Context<'_>,
    network: Id,
    format: Format,
    made: i64,
) -> Result<Letterhead, Stop> {
    let secretariat = context.secretariat()?;
    let network_id = network;
    let network = context.network_of(network_id)?;
    let shown = format.shows_pictures() && !network.head.logo.is_empty();
    let png = match shown.then(|| context.answer(Query::Logo(network_id))) {
        Some(Ok(Answer::Content(bytes))) => Some(bytes.0.clone()),
        Some(Err(stop @ Stop::Need(_))) => return Err(stop),
        // A document without its logo is better than none.
        _ => None,
    };
    Ok(Letterhead::of(network, secretariat, png, made))
}
