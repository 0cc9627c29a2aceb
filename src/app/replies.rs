//! Letters and replies in words: whom a letter goes to, who sent a reply and what it says. It must not
//! know screens.

use std::borrow::Cow;

use crate::domain::attendance::{ParticipantRole, Rsvp};
use crate::domain::letter::LetterKind;
use crate::domain::register::Register;
use crate::domain::reply::{Reply, ReplyKind};
use crate::locale::{Key, Locale};

/// Those who are something at a meeting, as a letter's recipients: "oplægsholdere".
pub fn recipients(locale: Locale, role: ParticipantRole) -> Cow<'static, str> {
    let key = match role {
        ParticipantRole::Member => Key::RecipientsMember,
        ParticipantRole::Guest => Key::RecipientsGuest,
        ParticipantRole::Speaker => Key::RecipientsSpeaker,
        ParticipantRole::Observer => Key::RecipientsObserver,
        ParticipantRole::Secretary => Key::RecipientsSecretary,
    };
    locale.text(key)
}

/// What a letter of a kind is called: "Indkaldelse".
pub fn letter(locale: Locale, kind: LetterKind) -> Cow<'static, str> {
    let key = Key::named(&format!("choice-letter-{}", kind.name()));
    key.map_or(kind.name().into(), |key| locale.text(key))
}

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
