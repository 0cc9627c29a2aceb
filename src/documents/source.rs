//! What a document is made from, and the words every document takes from it.
//!
//! It owns names, numbers and times as documents write them. It must not know any format.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{NaiveTime, TimeDelta, Timelike as _};

use super::outline::{Fact, Outline, Run};
use crate::domain::agenda::{AgendaItem, Annex, ItemKind, ItemStatus, Speaker, SpeakerStatus};
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::network::{Network, meeting_name};
use crate::domain::query::ActionRow;
use crate::domain::register::Register;
use crate::domain::secretariat::{Language, Secretariat};
use crate::locale::{Arg, Key, Locale};

/// Who a document is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The members: closed items too.
    Internal,
    /// Everybody: closed items are left out.
    Public,
}

/// The state a document is made from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The secretariat.
    pub secretariat: &'a Secretariat,
    /// People and organisations.
    pub register: &'a Register,
    /// The meeting's network.
    pub network: &'a Network,
    /// The meeting's document.
    pub id: Id,
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The network's meeting before this one, with its id.
    pub previous: Option<(Id, &'a Meeting)>,
    /// The network's open action items by deadline.
    pub open_actions: &'a [ActionRow],
}

impl<'a> Source<'a> {
    /// The language of the meeting's documents.
    pub fn language(&self) -> Language {
        self.meeting.language(self.network, self.secretariat)
    }

    /// The texts in that language.
    pub fn locale(&self) -> Locale {
        locale(self.language())
    }

    pub(super) fn text(&self, key: Key) -> String {
        self.locale().text(key).into_owned()
    }

    pub(super) fn text_with(&self, key: Key, args: &[(&str, Arg)]) -> String {
        self.locale().text_with(key, args)
    }

    pub(super) fn person(&self, id: Id) -> Cow<'a, str> {
        self.locale().person(id, self.register)
    }

    /// A meeting's label ("nims-2026-3"); `None` while its number is not allotted.
    pub fn label_of(&self, meeting: Id) -> Option<String> {
        let row = self.network.meetings.get(&meeting)?;
        let network = self.secretariat.label(self.meeting.head.network);
        (row.allotted().is_some() && !network.is_empty()).then(|| row.label(network))
    }

    /// A meeting as documents name it ("NIMS 3/2026"); `None` while its number is not allotted.
    pub fn number_of(&self, meeting: Id) -> Option<String> {
        let row = self.network.meetings.get(&meeting)?;
        let network = self.secretariat.label(self.meeting.head.network);
        row.allotted()
            .map(|_| meeting_name(&row.label(network)).trim().to_owned())
    }

    /// An empty document of a kind, titled after the meeting.
    pub(super) fn outline(&self, kind: Key) -> Outline {
        let head = &self.meeting.head;
        let title = if head.title.is_empty() {
            &self.network.head.name
        } else {
            &head.title
        };
        Outline {
            language: self.language(),
            kind: self.text(kind),
            title: title.clone(),
            author: self.secretariat.head.name.clone(),
            ..Outline::default()
        }
    }

    pub(super) fn fact(&self, label: Key, value: impl Into<String>) -> Option<Fact> {
        let value = value.into();
        (!value.is_empty()).then(|| Fact {
            label: self.text(label),
            values: vec![value],
        })
    }

    /// Network and number, place, time and case number.
    pub(super) fn head_facts(&self) -> Vec<Fact> {
        let network = match self.number_of(self.id) {
            Some(label) => self.text_with(
                Key::DocumentNetworkNumber,
                &[
                    ("network", (&self.network.head.name).into()),
                    ("label", label.into()),
                ],
            ),
            None => self.network.head.name.clone(),
        };
        [
            self.fact(Key::DocumentNetwork, network),
            self.fact(Key::DocumentPlace, self.place()),
            self.fact(Key::DocumentTime, self.time()),
            self.fact(Key::DocumentCaseNumber, &self.meeting.head.case_number),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn place(&self) -> String {
        let head = &self.meeting.head;
        let host = head
            .host
            .map_or("", |id| self.register.organisation_name(id));
        let args = [("venue", (&head.venue).into()), ("host", host.into())];
        match (head.venue.is_empty(), host.is_empty()) {
            (_, true) => head.venue.clone(),
            (true, false) => self.text_with(Key::DocumentHostOnly, &args),
            (false, false) => self.text_with(Key::DocumentHost, &args),
        }
    }

    /// The place; where there is none, the link.
    pub(super) fn place_or_link(&self) -> String {
        let place = self.place();
        match place.is_empty() {
            true => self.meeting.head.link.clone(),
            false => place,
        }
    }

    /// The time as planned, with the time the meeting was held when that is another.
    pub(super) fn held(&self) -> String {
        let (head, planned) = (&self.meeting.head, self.time());
        let (Some(from), Some(to)) = (head.started_at, head.ended_at) else {
            return planned;
        };
        let [from, to] = [from, to].map(|at| crate::domain::zone::local(at).time());
        let minute = |time: NaiveTime| (time.hour(), time.minute());
        let as_planned = [(from, head.start), (to, head.end)]
            .into_iter()
            .all(|(held, planned)| planned.is_some_and(|time| minute(time) == minute(held)));
        if planned.is_empty() || as_planned {
            return planned;
        }
        let [from, to] = [from, to].map(|time| self.locale().language().plain_time(time));
        let args = [
            ("time", planned.into()),
            ("from", from.into()),
            ("to", to.into()),
        ];
        self.text_with(Key::DocumentHeld, &args)
    }

    fn time(&self) -> String {
        let head = &self.meeting.head;
        let Some(date) = head.date else {
            return String::new();
        };
        let language = self.locale().language();
        let time = language.long_date_time(date, head.start, head.end);
        if head.tentative {
            return self.text_with(Key::DocumentTentative, &[("time", time.into())]);
        }
        time
    }

    /// Mødeleder and referent.
    pub(super) fn chair(&self) -> Option<Fact> {
        let chair = self.meeting.head.chair.or(self.network.head.chair)?;
        self.fact(Key::DocumentChair, self.person(chair))
    }

    pub(super) fn minute_taker(&self) -> Option<Fact> {
        let head = &self.meeting.head;
        let taker = head.minute_taker.or(self.network.head.minute_taker)?;
        self.fact(Key::DocumentMinuteTaker, self.person(taker))
    }

    pub(super) fn clock(&self, time: NaiveTime) -> String {
        self.locale().language().plain_time(time)
    }

    pub(super) fn kind(&self, kind: ItemKind) -> String {
        self.text(match kind {
            ItemKind::Information => Key::KindInformation,
            ItemKind::Discussion => Key::KindDiscussion,
            ItemKind::Decision => Key::KindDecision,
            ItemKind::Talk => Key::KindTalk,
            ItemKind::Welcome => Key::KindWelcome,
            ItemKind::Break => Key::KindBreak,
            ItemKind::AnyOtherBusiness => Key::KindAob,
            ItemKind::NextMeeting => Key::KindNextMeeting,
        })
    }

    /// "Ulla Berg, UCL".
    pub(super) fn plain_speaker(&self, speaker: &Speaker) -> String {
        let name = match speaker.person {
            Some(person) if speaker.name.is_empty() => self.person(person).into_owned(),
            _ => speaker.name.clone(),
        };
        let parts = [&name, &speaker.title, &speaker.organisation];
        let parts: Vec<&str> = parts
            .into_iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        parts.join(", ")
    }

    /// "Ulla Berg, UCL (endnu ikke bekræftet)".
    pub(super) fn speaker(&self, speaker: &Speaker) -> String {
        let name = self.plain_speaker(speaker);
        if speaker.status == SpeakerStatus::Confirmed {
            name
        } else {
            self.text_with(Key::DocumentSpeakerUnconfirmed, &[("name", name.into())])
        }
    }

    /// "Bilag 3a: Notat", linked when it is a link.
    pub(super) fn annex(&self, number: &str, annex: &Annex) -> Run {
        let title = if annex.title.is_empty() {
            &annex.file_name
        } else {
            &annex.title
        };
        let args = [("number", number.into()), ("title", title.into())];
        let key = if title.is_empty() {
            Key::DocumentAnnex
        } else {
            Key::DocumentAnnexTitle
        };
        Run {
            file: super::annexes::file_name(annex),
            ..Run::link(self.text_with(key, &args), &annex.link)
        }
    }
}

#[cfg(test)]
impl crate::domain::world::World {
    pub(crate) fn source(&self) -> Source<'_> {
        use crate::domain::world::{MEETING, PREVIOUS};
        Source {
            secretariat: &self.secretariat,
            register: &self.register,
            network: &self.network,
            id: MEETING,
            meeting: &self.meeting,
            previous: Some((PREVIOUS, &self.previous)),
            open_actions: &self.actions,
        }
    }
}

/// The texts of a document's language.
pub fn locale(language: Language) -> Locale {
    Locale::new(match language {
        Language::Danish => crate::locale::Language::Danish,
        Language::English => crate::locale::Language::English,
    })
}

/// "3a", "3b" … "3z", "3aa": the number of an annex, its place counted from 0.
pub fn annex_number(item: usize, place: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = place;
    loop {
        letters.push(char::from(b'a' + u8::try_from(rest % 26).unwrap_or(0)));
        match (rest / 26).checked_sub(1) {
            Some(next) => rest = next,
            None => break,
        }
    }
    format!("{item}{}", letters.iter().rev().collect::<String>())
}

/// When each item begins by the plan, and when the last ends.
pub(super) fn starts(meeting: &Meeting) -> (BTreeMap<Id, NaiveTime>, Option<NaiveTime>) {
    let mut starts = BTreeMap::new();
    let Some(mut at) = meeting.head.start else {
        return (starts, None);
    };
    let taken = |item: &&&AgendaItem| item.status != ItemStatus::Deferred;
    for item in meeting.agenda().iter().filter(taken) {
        starts.insert(item.id, at);
        at += TimeDelta::minutes(i64::from(item.minutes.unwrap_or(0)));
    }
    (starts, Some(at))
}

/// Whether a record's item is closed to the public.
pub(super) fn is_closed(meeting: &Meeting, item: Id) -> bool {
    meeting.items.get(&item).is_none_or(|item| item.closed)
}

/// An item's note: kind, start and minutes ("drøftelse, kl. 10.20, 30 min").
pub(super) fn item_note(
    source: &Source,
    item: &AgendaItem,
    starts: &BTreeMap<Id, NaiveTime>,
) -> String {
    let mut parts = Vec::new();
    parts.extend(kind_note(source, item));
    let language = source.locale().language();
    if let Some(start) = starts.get(&item.id) {
        parts.push(language.time_span(*start, None));
    }
    if let Some(minutes) = item.minutes {
        parts.push(language.duration(u32::from(minutes)));
    }
    if item.closed {
        parts.push(source.text(Key::DocumentClosed));
    }
    parts.join(", ")
}

/// An item's kind, unless its title says just that.
pub(super) fn kind_note(source: &Source, item: &AgendaItem) -> Option<String> {
    let kind = source.kind(item.kind);
    (item.title.to_lowercase() != kind).then_some(kind)
}
