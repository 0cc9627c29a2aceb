//! A season's programme, to publish: its meetings with theme, speakers and place, a summit's
//! days in detail, about the chair, the last words. What is not certain is said as such.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::outline::{Block, Body, Fact, Outline, Point, Role, Run};
use super::overview::choice;
use super::prose::prose;
use super::texts::paragraphs;
use crate::domain::agenda::{Speaker, SpeakerStatus};
use crate::domain::meeting::Meeting;
use crate::domain::network::Network;
use crate::domain::plan::{ActivityStatus, PlanRow};
use crate::domain::programme::{Season, Slot, SlotKind, in_order};
use crate::domain::register::Register;
use crate::domain::secretariat::Language;
use crate::domain::when::When;
use crate::locale::{Key, Locale};

/// A line of the programme: an activity, and its meeting when it has become one.
#[derive(Clone, Debug)]
pub struct SeasonLine {
    /// The activity, with its meeting's facts.
    pub row: PlanRow,
    /// What is told of the meeting.
    pub meeting: Option<Announced>,
}

/// What a programme tells of a meeting, beside what its activity says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Announced {
    /// Its first day.
    pub date: Option<NaiveDate>,
    /// What it is about.
    pub purpose: String,
    /// Speakers in the agenda's order; those of closed items and those who said no are not named.
    pub speakers: Vec<Speaker>,
    /// The parts of its detailed programme, in order.
    pub slots: Vec<Slot>,
}

impl Announced {
    /// What a programme tells of this meeting.
    pub fn of(meeting: &Meeting) -> Self {
        let agenda = meeting.agenda();
        let open = agenda.iter().filter(|item| !item.closed);
        let speakers = open.flat_map(|item| meeting.speakers_of(item.id));
        let speakers = speakers.filter(|row| row.status != SpeakerStatus::Declined);
        let slots = in_order(meeting.slots.values());
        Self {
            date: meeting.head.date,
            purpose: meeting.head.purpose.clone(),
            speakers: speakers.cloned().collect(),
            slots: slots.into_iter().cloned().collect(),
        }
    }
}

/// What a programme is made from.
#[derive(Clone, Copy, Debug)]
pub struct Programme<'a> {
    /// The network.
    pub network: &'a Network,
    /// People and organisations.
    pub register: &'a Register,
    /// The season.
    pub season: &'a Season,
    /// Its lines, in order.
    pub lines: &'a [SeasonLine],
    /// The language it is written in.
    pub language: Language,
}

/// The programme as a document.
pub fn programme(source: &Programme<'_>) -> Outline {
    let locale = Locale::new(source.language);
    let args = [("season", source.season.name.as_str().into())];
    let mut outline = Outline {
        language: source.language,
        kind: locale.text_with(Key::ProgrammeTitle, &args),
        title: source.network.head.name.clone(),
        ..Outline::default()
    };
    outline.blocks = source.opening();
    for line in source.lines {
        outline.blocks.extend(source.line(line));
    }
    outline.blocks.extend(source.closing());
    outline
}

impl Programme<'_> {
    /// What stands before the meetings; that there are none, too.
    pub fn opening(&self) -> Vec<Block> {
        let mut blocks = own_words(self, &self.season.introduction, "programme-opening");
        if self.lines.is_empty() {
            let text = Locale::new(self.language).text(Key::ProgrammeEmpty);
            blocks.push(Block::text(text));
        }
        blocks
    }

    /// A meeting or an activity.
    pub fn line(&self, line: &SeasonLine) -> Vec<Block> {
        line_blocks(self, Locale::new(self.language), line)
    }

    /// About the chair, and the last words.
    pub fn closing(&self) -> Vec<Block> {
        let mut blocks = portrait(self, Locale::new(self.language));
        let closing = own_words(self, &self.season.closing, "programme-closing");
        blocks.extend(closing);
        blocks
    }
}

/// What the season says, else what the network always says.
fn own_words(source: &Programme<'_>, said: &str, name: &str) -> Vec<Block> {
    if !said.trim().is_empty() {
        return prose("", said);
    }
    let network = source.network;
    let facts = [
        ("network", network.head.name.as_str()),
        ("season", source.season.name.as_str()),
    ];
    paragraphs(network, name, source.language, &BTreeMap::from(facts))
}

fn line_blocks(source: &Programme<'_>, locale: Locale, line: &SeasonLine) -> Vec<Block> {
    let activity = &line.row.activity;
    let mut blocks = vec![Block::heading(
        Role::Part,
        "",
        &activity.title,
        &when(locale, line),
    )];
    if activity.status == ActivityStatus::Cancelled {
        blocks.push(Block::text(locale.text(Key::ProgrammeCancelled)));
        return blocks;
    }
    if activity.tentative {
        blocks.push(Block::text(locale.text(Key::ProgrammeTentative)));
    }
    let meeting = line.meeting.as_ref();
    let purpose = meeting.map_or("", |meeting| meeting.purpose.as_str());
    let theme = if purpose.is_empty() {
        &activity.purpose
    } else {
        purpose
    };
    blocks.extend(prose("", theme));
    if let Some(meeting) = meeting {
        blocks.extend(speakers(locale, meeting));
        blocks.extend(days(locale, meeting));
    }
    for fact in place(source, locale, line) {
        let runs = vec![Run::plain(fact.values.join(", "))];
        blocks.push(Block::paragraph(Role::Field, &fact.label, runs));
    }
    blocks
}

/// "torsdag den 14. januar 2027 kl. 9.30–12.30"; less where less is known.
fn when(locale: Locale, line: &SeasonLine) -> String {
    let (language, activity) = (locale.language(), &line.row.activity);
    match &activity.when {
        Some(When::Day(day)) => language.long_date_time(*day, activity.start, activity.end),
        Some(when) => language.when(when),
        None => locale.text(Key::ProgrammeDateFollows).into_owned(),
    }
}

/// Where, with the address of the house, and who hosts.
fn place(source: &Programme<'_>, locale: Locale, line: &SeasonLine) -> Vec<Fact> {
    let activity = &line.row.activity;
    let host = activity
        .host
        .and_then(|id| source.register.organisations.get(&id));
    let address = host.map_or("", |row| row.address.as_str());
    let fact = |label: Key, values: [&str; 2]| Fact {
        label: locale.text(label).into_owned(),
        values: values
            .into_iter()
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
            .collect(),
    };
    let facts = [
        fact(Key::ArgPlace, [&activity.place, address]),
        fact(Key::ArgHost, [host.map_or("", |row| row.name.as_str()), ""]),
        fact(Key::ArgAudience, [&activity.audience, ""]),
    ];
    facts
        .into_iter()
        .filter(|fact| !fact.values.is_empty())
        .collect()
}

fn speakers(locale: Locale, meeting: &Announced) -> Vec<Block> {
    if meeting.speakers.is_empty() {
        return Vec::new();
    }
    let label = locale.text(Key::ProgrammeSpeakers).into_owned();
    let points = meeting.speakers.iter();
    let points = points.map(|speaker| speaker_point(locale, speaker));
    let list = Body::List {
        numbered: false,
        points: points.collect(),
    };
    vec![
        Block::paragraph(Role::Field, &label, Vec::new()),
        Block::new(Role::Text, list),
    ]
}

fn speaker_point(locale: Locale, speaker: &Speaker) -> Point {
    let nameless = matches!(speaker.name.trim(), "" | "?");
    let parts = match nameless {
        true => [speaker.organisation.as_str(), speaker.title.as_str(), ""],
        false => [
            speaker.name.as_str(),
            speaker.title.as_str(),
            speaker.organisation.as_str(),
        ],
    };
    let parts: Vec<&str> = parts
        .into_iter()
        .filter(|part| !part.trim().is_empty())
        .collect();
    let mut text = parts.join(", ");
    if nameless {
        let follows = locale.text(Key::ProgrammeSpeakerFollows);
        text = match text.is_empty() {
            true => follows.into_owned(),
            false => format!("{text} ({follows})"),
        };
    } else if speaker.status != SpeakerStatus::Confirmed {
        text = format!("{text} ({})", locale.text(Key::ProgrammeUnconfirmed));
    }
    if !speaker.presentation.trim().is_empty() {
        let about = speaker.presentation.trim().replace('\n', " ");
        text = format!("{text}. {about}");
    }
    Point {
        runs: vec![Run::plain(text)],
        ..Point::default()
    }
}

/// The detailed programme, day by day.
fn days(locale: Locale, meeting: &Announced) -> Vec<Block> {
    let slots: Vec<&Slot> = meeting.slots.iter().collect();
    let several = slots.iter().any(|slot| slot.day_number() > 1);
    let mut blocks: Vec<Block> = Vec::new();
    let mut last = 0;
    for slot in &slots {
        if slot.day_number() != last {
            last = slot.day_number();
            let label = match several {
                true => programme_day(locale, meeting.date, last),
                false => locale.text(Key::ProgrammeDetails).into_owned(),
            };
            blocks.push(Block::paragraph(Role::Field, &label, Vec::new()));
            let points = slots.iter().filter(|slot| slot.day_number() == last);
            let points = points.map(|slot| slot_point(locale, slot, &slots));
            blocks.push(Block::new(
                Role::Text,
                Body::List {
                    numbered: false,
                    points: points.collect(),
                },
            ));
        }
    }
    blocks
}

/// "Dag 2, fredag den 21. maj 2027".
pub fn programme_day(locale: Locale, first: Option<NaiveDate>, number: u16) -> String {
    let count = [("number", usize::from(number).into())];
    let name = locale.text_with(Key::ProgrammeDay, &count);
    let day = first.and_then(|first| first.checked_add_days(Days::new(u64::from(number) - 1)));
    match day {
        Some(day) => format!("{name}, {}", locale.language().long_date(day)),
        None => name,
    }
}

fn slot_point(locale: Locale, slot: &Slot, all: &[&Slot]) -> Point {
    Point {
        runs: vec![Run::plain(programme_line(locale, slot, all))],
        ..Point::default()
    }
}

/// "12.30–13.15 Fælles frokost, kantinen (måltid)".
pub fn programme_line(locale: Locale, slot: &Slot, all: &[&Slot]) -> String {
    let language = locale.language();
    let mut text = String::new();
    if let Some(start) = slot.start {
        text.push_str(&language.plain_time(start));
        if let Some(end) = slot.end {
            text.push('–');
            text.push_str(&language.plain_time(end));
        }
        text.push_str("  ");
    }
    text.push_str(&slot.title);
    for part in [&slot.who, &slot.place]
        .into_iter()
        .filter(|part| !part.is_empty())
    {
        text.push_str(", ");
        text.push_str(part);
    }
    let mut beside = Vec::new();
    if !matches!(slot.kind, SlotKind::Session | SlotKind::Other) {
        let kind = choice(locale, "kind", slot.kind.name());
        let said = slot.title.to_lowercase().contains(&kind.to_lowercase());
        beside.extend((!said).then_some(kind));
    }
    if all.iter().any(|other| slot.is_beside(other)) {
        beside.push(locale.text(Key::ProgrammeParallel).into_owned());
    }
    if !beside.is_empty() {
        text.push_str(&format!(" ({})", beside.join(", ")));
    }
    if !slot.note.is_empty() {
        text.push_str(&format!(". {}", slot.note.replace('\n', " ")));
    }
    text
}

/// About the network's chair.
fn portrait(source: &Programme<'_>, locale: Locale) -> Vec<Block> {
    if source.season.portrait.is_empty() {
        return Vec::new();
    }
    let chair = source.network.head.chair;
    let name = chair.map_or("", |id| source.register.name_of(id));
    let args = [("name", name.into())];
    let heading = match name.is_empty() {
        true => locale.text(Key::ArgChair).into_owned(),
        false => locale.text_with(Key::ProgrammeChair, &args),
    };
    let mut blocks = vec![Block::heading(Role::Part, "", heading, "")];
    blocks.extend(prose("", &source.season.portrait));
    blocks
}
