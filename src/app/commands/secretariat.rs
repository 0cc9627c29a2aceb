//! The secretariat itself: its first start, its language.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;

use super::{field, lookup};
use crate::domain::clean::clean_line;
use crate::domain::id::Id;
use crate::domain::network::{NetworkHead, NetworkRecord};
use crate::domain::register::Person;
use crate::domain::secretariat::{
    Language, NetworkRef, SecretariatHead, SecretariatHeadField, SecretariatRecord, Switch, User,
    UserField,
};
use crate::locale::{Key, Locale};

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "secretariat-new",
        scope: Scope::Anywhere,
        args: &[
            Arg::word("language", ArgKind::Choice(Language::NAMES)),
            Arg::word("your-name", ArgKind::Text),
            Arg::word("network-name", ArgKind::Text),
            Arg::option("label", ArgKind::Text),
        ],
        run: new,
    },
    Command {
        name: "language",
        scope: Scope::Anywhere,
        args: &[Arg::word("language", ArgKind::Choice(Language::NAMES))],
        run: set_language,
    },
    Command {
        name: "mouse",
        scope: Scope::Anywhere,
        args: &[Arg::word("mouse", ArgKind::Choice(Switch::NAMES))],
        run: set_mouse,
    },
    Command {
        name: "my-name",
        scope: Scope::Anywhere,
        args: &[Arg::word("your-name", ArgKind::Text)],
        run: set_name,
    },
];

fn language(args: &Args) -> Result<Language, Stop> {
    lookup::choice::<Language>(args.get("language").unwrap_or_default())
}

/// The id of the secretariat's head: there is one in a folder.
const HEAD: Id = Id::from_bits(1);

fn new(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let found = context.secretariat()?;
    // A folder that a command began has a language, and no more.
    if !found.networks.is_empty() || !found.users.is_empty() {
        return Err(Key::ErrorSecretariatExists.into());
    }
    context.register()?;
    set_language(context, args)?;
    let text = |name: &str| clean_line(args.get(name).unwrap_or_default());
    let user = User {
        id: context.new_id(),
        login: context.user(),
        name: text("your-name"),
        ..User::default()
    };
    context.add_to_secretariat(user);
    let (name, id) = (text("network-name"), context.new_id());
    let label = args
        .get("label")
        .map_or_else(|| field::short_label(&name), clean_line);
    context.add_to_secretariat(NetworkRef {
        id,
        label,
        ..NetworkRef::default()
    });
    // Who begins here takes the minutes until somebody else is named, and is known as a person.
    let taker = Person::named(context.new_id(), text("your-name"));
    let head = NetworkHead {
        id,
        name,
        minute_taker: Some(taker.id),
        ..NetworkHead::default()
    };
    context.add_to_register(taker);
    context.add_to_network(id, NetworkRecord::Head(head));
    context.app.session.user = text("your-name");
    Ok(())
}

/// Whether the program listens to the mouse of the person who says so.
fn set_mouse(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let mouse = lookup::choice::<Switch>(args.get("mouse").unwrap_or_default())? == Switch::On;
    let old = context.secretariat()?.user(&context.user()).cloned();
    match old {
        Some(user) if user.mouse == mouse => {}
        Some(user) => context.set_in_secretariat(user.id, UserField::mouse(&user, mouse)),
        None => add_user(context, |user| user.mouse = mouse),
    }
    context.say(if mouse { Key::MouseOn } else { Key::MouseOff });
    Ok(())
}

/// Whether the spelling of minutes is looked after for the person who says so.
pub fn set_spelling(context: &mut Context<'_>, on: bool) -> Result<(), Stop> {
    let old = context.secretariat()?.user(&context.user()).cloned();
    match old {
        Some(user) if user.spelling_off != on => {}
        Some(user) => {
            context.set_in_secretariat(user.id, UserField::spelling_off(&user, !on));
        }
        None => add_user(context, |user| user.spelling_off = !on),
    }
    Ok(())
}

/// What the person is called who says so.
fn set_name(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let name = field::needed(args, "your-name")?;
    let old = context.secretariat()?.user(&context.user()).cloned();
    match old {
        Some(user) => context.set_in_secretariat(user.id, UserField::name(&user, name.clone())),
        None => add_user(context, |user| user.name.clone_from(&name)),
    }
    context.say(Message::new(Key::NameSet).with("name", name.clone()));
    context.app.session.user = name;
    Ok(())
}

/// The account's own row, made when there is none.
pub fn me(context: &mut Context<'_>) -> Result<Id, Stop> {
    let known = |context: &Context<'_>| {
        let user = context.secretariat()?.user(&context.user());
        Ok::<_, Stop>(user.map(|user| user.id))
    };
    if let Some(user) = known(context)? {
        return Ok(user);
    }
    add_user(context, |_| {});
    known(context)?.ok_or_else(|| Key::ErrorInternal.into())
}

/// A user for the account, as the person wants it.
fn add_user(context: &mut Context<'_>, wants: impl FnOnce(&mut User)) {
    let mut user = User {
        id: context.new_id(),
        login: context.user(),
        ..User::default()
    };
    wants(&mut user);
    context.add_to_secretariat(user);
}

fn set_language(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let language = language(args)?;
    let head = context.secretariat()?.head.clone();
    if head.id != HEAD {
        context.add_to_secretariat(SecretariatRecord::Head(SecretariatHead {
            id: HEAD,
            language,
            ..SecretariatHead::default()
        }));
        context.app.locale = Locale::new(language);
        return Ok(());
    }
    context.set_in_secretariat(
        Id::default(),
        SecretariatHeadField::language(&head, language),
    );
    context.app.locale = Locale::new(language);
    Ok(())
}
