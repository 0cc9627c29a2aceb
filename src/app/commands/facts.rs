//! Records by their facts: what a command takes, what it changes and what a form begins with come from one line for each
//! field. It must not know any record.

use chrono::NaiveDate;

use super::{field, lookup};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::Stop;
use crate::app::context::Context;
use crate::domain::choice::Choice;
use crate::domain::due::Due;
use crate::domain::id::Id;
use crate::domain::network::Owner;
use crate::domain::publishing::read_themes;
use crate::domain::record::{FieldChange, Record};
use crate::domain::when::When;

/// The change that an argument asks for, when it was given.
pub type Read<R> = fn(&Context<'_>, &Args, &R) -> Result<Option<<R as Record>::Field>, Stop>;

/// One field of a record as an argument.
pub struct Fact<R: Record> {
    /// The argument's name.
    pub name: &'static str,
    /// The change it asks for, when it was given.
    pub read: Read<R>,
    /// What it is now, as it is typed.
    pub show: fn(&Context<'_>, &R) -> String,
}

/// The fields of a record that commands take.
pub struct Facts<R: Record + 'static> {
    /// What adding takes.
    pub add: &'static [Arg],
    /// What changing takes: which one, then every field.
    pub set: &'static [Arg],
    /// The fields.
    pub all: &'static [Fact<R>],
}

impl<R: Record> Facts<R> {
    /// What the arguments change of a record.
    ///
    /// # Errors
    /// What reading them says.
    pub fn changes(
        &self,
        context: &Context<'_>,
        args: &Args,
        row: &R,
    ) -> Result<Vec<R::Field>, Stop> {
        let mut changes = Vec::new();
        for fact in self.all {
            let change = (fact.read)(context, args, row).map_err(|stop| stop.about(fact.name))?;
            changes.extend(change.filter(|change| *change != change.inverse()));
        }
        Ok(changes)
    }

    /// A new record with what the arguments say.
    ///
    /// # Errors
    /// What reading them says.
    pub fn filled(&self, context: &Context<'_>, args: &Args, mut row: R) -> Result<R, Stop> {
        let changes = self.changes(context, args, &row)?;
        changes.iter().for_each(|change| row.set(change));
        Ok(row)
    }

    /// What a form of the record begins with.
    pub fn now(&self, context: &Context<'_>, row: &R) -> Vec<(&'static str, String)> {
        let facts = self.all.iter();
        facts
            .map(|fact| (fact.name, (fact.show)(context, row)))
            .collect()
    }
}

/// What a fact holds: how it is read and shown.
pub trait Kind {
    /// The value.
    type Value;
    /// What forms and completion know of it.
    const ARG: ArgKind;
    /// The value, when it was given.
    ///
    /// # Errors
    /// What reading it says.
    fn read(
        context: &Context<'_>,
        args: &Args,
        name: &'static str,
    ) -> Result<Option<Self::Value>, Stop>;
    /// The value as it is typed.
    fn show(context: &Context<'_>, value: &Self::Value) -> String;
}

/// Defines kinds: the value, the argument's kind, how it is read, how it is shown.
macro_rules! kinds {
    ($($(#[$meta:meta])* $kind:ident: $value:ty, $arg:expr, $read:expr, $show:expr;)*) => {
        $(
            $(#[$meta])*
            pub struct $kind;

            impl Kind for $kind {
                type Value = $value;
                const ARG: ArgKind = $arg;
                fn read(
                    context: &Context<'_>,
                    args: &Args,
                    name: &'static str,
                ) -> Result<Option<Self::Value>, Stop> {
                    let read: fn(&Context<'_>, &Args, &'static str) -> Result<Option<Self::Value>, Stop> = $read;
                    read(context, args, name)
                }
                fn show(context: &Context<'_>, value: &Self::Value) -> String {
                    let show: fn(&Context<'_>, &Self::Value) -> String = $show;
                    show(context, value)
                }
            }
        )*
    };
}

kinds! {
    /// One line that may not be empty.
    Needed: String, ArgKind::Text,
        |_, args, name| field::filled(args, name),
        |_, it| it.clone();
    /// One line.
    Line: String, ArgKind::Text,
        |_, args, name| Ok(field::line(args, name)),
        |_, it| it.clone();
    /// A country: a code of two letters in capitals, or words.
    Country: String, ArgKind::Text,
        |_, args, name| Ok(field::country(args, name)),
        |_, it| it.clone();
    /// A sentence or two.
    Prose: String, ArgKind::Prose,
        |_, args, name| Ok(field::text(args, name)),
        |_, it| it.clone();
    /// Lines.
    Lines: String, ArgKind::LongText,
        |_, args, name| Ok(field::text(args, name)),
        |_, it| it.clone();
    /// Themes, with commas between them.
    Themes: Vec<String>, ArgKind::Text,
        |_, args, name| Ok(field::line(args, name).map(|typed| read_themes(&typed))),
        |_, it| it.join(", ");
    /// A day.
    Day: Option<NaiveDate>, ArgKind::Date,
        |context, args, name| field::clearable(args, name, |typed| lookup::day(context, typed)),
        |context, it| it.map_or_else(String::new, |day| context.locale().language().plain_date(day));
    /// A deadline.
    Deadline: Option<Due>, ArgKind::Due,
        |context, args, name| args.get(name).map(|typed| lookup::due(context, typed)).transpose(),
        |_, it| said(it);
    /// A date as exact as it is known.
    Around: Option<When>, ArgKind::Due,
        |context, args, name| field::clearable(args, name, |typed| lookup::when(context, typed)),
        |_, it| it.as_ref().map_or_else(String::new, When::typed);
    /// A person, an organisation, or words.
    Party: Owner, ArgKind::Party,
        |context, args, name| args.get(name).map(|typed| lookup::owner(context, typed)).transpose(),
        |context, it| it.name(context.app.register()).to_owned();
    /// A person.
    Someone: Id, ArgKind::Person,
        |context, args, name| field::given(args, name, |typed| lookup::person(context, typed)),
        |context, it| context.app.register().name_of(*it).to_owned();
    /// A network.
    OfNetwork: Option<Id>, ArgKind::Network,
        |context, args, name| field::clearable(args, name, |typed| lookup::network(context, typed)),
        |context, it| {
            let secretariat = context.app.docs.secretariat();
            let label = it.zip(secretariat).map(|(id, doc)| doc.label(id).to_owned());
            label.unwrap_or_default()
        };
}

fn said<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map_or_else(String::new, ToString::to_string)
}

/// One of a set of choices.
pub struct One<T>(std::marker::PhantomData<T>);

impl<T: Choice> Kind for One<T> {
    type Value = T;
    const ARG: ArgKind = ArgKind::Choice(T::NAMES);
    fn read(_: &Context<'_>, args: &Args, name: &'static str) -> Result<Option<T>, Stop> {
        field::given(args, name, lookup::choice)
    }
    fn show(_: &Context<'_>, value: &T) -> String {
        value.name().to_owned()
    }
}

/// The facts of a record, each `Kind, "argument", field;`: `words` must be given when one is added, `options` may be; `more`
/// are arguments that the commands see to themselves.
macro_rules! facts {
    ($field:ident of $which:literal;
     words { $($wkind:ty, $wname:literal, $wset:ident;)* }
     options { $($kind:ty, $name:literal, $set:ident;)* }
     more { $($more:expr;)* }) => {
        $crate::app::commands::facts::Facts {
            add: &[
                $(Arg::word($wname, <$wkind as Kind>::ARG),)*
                $(Arg::option($name, <$kind as Kind>::ARG),)*
                $($more,)*
            ],
            set: &[
                Arg::word($which, ArgKind::Text),
                $(Arg::option($wname, <$wkind as Kind>::ARG),)*
                $(Arg::option($name, <$kind as Kind>::ARG),)*
                $($more,)*
            ],
            all: &[
                $($crate::app::commands::facts::fact!($field, $wkind, $wname, $wset),)*
                $($crate::app::commands::facts::fact!($field, $kind, $name, $set),)*
            ],
        }
    };
}

/// One fact.
macro_rules! fact {
    ($field:ident, $kind:ty, $name:literal, $set:ident) => {
        $crate::app::commands::facts::Fact {
            name: $name,
            read: |context, args, row| {
                let given = <$kind as Kind>::read(context, args, $name)?;
                Ok(given.map(|to| $field::$set(row, to)))
            },
            show: |context, row| <$kind as Kind>::show(context, &row.$set),
        }
    };
}

pub(super) use {fact, facts};
