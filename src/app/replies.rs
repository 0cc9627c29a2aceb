//! Replies in words: who sent one, and what it says. It must not know screens.

use crate::domain::attendance::Rsvp;
use crate::domain::register::Register;
use crate::domain::reply::{Reply, ReplyKind};
use crate::locale::{Key, Locale};

/// "tilmeldt".
pub fn answer(locale: Locale, rsvp: Rsvp) -> String {
    let key = match rsvp {
        Rsvp::Yes => Key::ReplyYes,
        Rsvp::No => Key::ReplyNo,
        Rsvp::Tentative => Key::ReplyTentative,
        Rsvp::NoAnswer => Key::ReplyNone,
    };
    locale.text(key).into_owned()
}

/// Who sent it: the person, or the name and address of somebody who is not known.
pub fn from(locale: Locale, reply: &Reply, register: &Register) -> String {
    match (reply.name.is_empty(), reply.address.is_empty()) {
        (true, true) => match reply.person {
            Some(person) => locale.person(person, register).into_owned(),
            None => locale.text(Key::ReplySomebody).into_owned(),
        },
        (true, false) => reply.address.clone(),
        (false, true) => reply.name.clone(),
        (false, false) => format!("{} <{}>", reply.name, reply.address),
    }
}

/// What it says, in one line.
pub fn said(locale: Locale, reply: &Reply) -> String {
    let first = match reply.kind {
        ReplyKind::Answer => answer(locale, reply.rsvp),
        ReplyKind::Proposal => {
            let when = reply.date.map(|date| {
                let language = locale.language();
                language.long_date_time(date, reply.start, reply.end)
            });
            let args = [("when", when.unwrap_or_default().into())];
            locale.text_with(Key::ReplyProposes, &args)
        }
        ReplyKind::Done => {
            let args = [("count", reply.actions.len().into())];
            locale.text_with(Key::ReplyReports, &args)
        }
        ReplyKind::Words | ReplyKind::Comments | ReplyKind::Bounce => String::new(),
    };
    let rest = reply.text.replace('\n', " ");
    match (first.is_empty(), rest.is_empty()) {
        (true, _) => rest,
        (false, true) => first,
        (false, false) => format!("{first}: {rest}"),
    }
}
