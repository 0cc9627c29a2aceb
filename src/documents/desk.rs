//! What the secretariat's desk gives a committee to read: enquiries, and what was presented where.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::json::DeskSource;
use super::outline::{Block, Body, Fact, Outline, Point, Role, Row, Run};
use crate::domain::desk::{Enquiry, Membership, Representation};
use crate::locale::{Key, Locale};

/// A table with one line for each record: the columns' names, and the rows.
pub type Sheet = (Vec<String>, Vec<Vec<String>>);

/// What these documents are made from, and whom they are for.
#[derive(Clone, Copy, Debug)]
pub struct DeskPaper<'a> {
    /// The rows that are wanted, and the names in them.
    pub source: DeskSource<'a>,
    /// The language.
    pub locale: Locale,
    /// The secretariat or the network.
    pub title: &'a str,
    /// From the first day to the last, as far as they are said.
    pub span: (Option<NaiveDate>, Option<NaiveDate>),
}

impl DeskPaper<'_> {
    pub(super) fn text(&self, key: Key) -> String {
        self.locale.text(key).into_owned()
    }

    pub(super) fn texts(&self, keys: &[Key]) -> Vec<String> {
        keys.iter().map(|key| self.text(*key)).collect()
    }

    fn named(&self, group: &str, name: &str) -> String {
        let key = Key::named(&format!("{group}-{name}"));
        key.map_or_else(|| name.to_owned(), |key| self.text(key))
    }

    pub(super) fn day(&self, day: Option<NaiveDate>) -> String {
        let language = self.locale.language();
        day.map_or_else(String::new, |day| language.plain_date(day))
    }

    pub(super) fn outline(&self, kind: Key) -> Outline {
        let open = |key, day| {
            let args = [("when", self.day(Some(day)).into())];
            self.locale.text_with(key, &args)
        };
        let span = match self.span {
            (None, None) => None,
            (Some(from), None) => Some(open(Key::DeskPaperFrom, from)),
            (None, Some(to)) => Some(open(Key::DeskUntil, to)),
            (from, to) => Some(format!("{}–{}", self.day(from), self.day(to))),
        };
        let span = span.map(|span| Fact {
            label: self.text(Key::DeskPaperSpan),
            values: vec![span],
        });
        Outline {
            language: self.locale.language(),
            kind: self.text(kind),
            title: self.title.to_owned(),
            facts: span.into_iter().collect(),
            ..Outline::default()
        }
    }

    /// Enquiries: open ones, those that are done with, and how many by kind and country.
    pub fn enquiries(&self) -> Outline {
        let mut outline = self.outline(Key::DeskEnquiries);
        let rows = self.source.desk.enquiry_list();
        let (open, done): (Vec<&Enquiry>, Vec<&Enquiry>) =
            rows.iter().partition(|row| row.is_open());
        outline.facts.push(Fact {
            label: self.text(Key::DeskPaperCount),
            values: vec![self.locale.text_with(
                Key::DeskCountEnquiries,
                &[("count", rows.len().into()), ("open", open.len().into())],
            )],
        });
        for (heading, rows) in [(Key::DeskOpen, open), (Key::DeskDone, done)] {
            if rows.is_empty() {
                continue;
            }
            outline
                .blocks
                .push(Block::heading(Role::Part, "", self.text(heading), ""));
            outline.blocks.push(self.enquiry_points(&rows));
        }
        outline.blocks.extend(
            self.counted(
                Key::DeskPaperByKind,
                rows.iter()
                    .map(|row| self.named("enquiry-kind", row.kind.name())),
            ),
        );
        outline.blocks.extend(self.counted(
            Key::DeskPaperByCountry,
            rows.iter().map(|row| match row.country.as_str() {
                "" => self.text(Key::DeskPaperUnsaid),
                country => country.to_owned(),
            }),
        ));
        outline
    }

    /// One point for each: what it is about and from whom; under it what became of it.
    pub(super) fn enquiry_points(&self, rows: &[&Enquiry]) -> Block {
        let mut points = Vec::new();
        for row in rows {
            let kind = self.named("enquiry-kind", row.kind.name());
            let mut about = format!(" ({kind})");
            let sender = self.sender(row);
            if !sender.is_empty() {
                about = format!("{about}. {sender}");
            }
            if row.received.is_some() {
                let args = [("date", self.day(row.received).into())];
                let came = self.locale.text_with(Key::DeskPaperReceived, &args);
                about = format!("{about}, {came}");
            }
            let title = Run {
                text: format!("{} {}", row.label(), row.title),
                strong: true,
                ..Run::default()
            };
            points.push(Point {
                runs: vec![title, Run::plain(format!("{about}."))],
                ..Point::default()
            });
            let course = self.course(row);
            if !course.is_empty() {
                points.push(Point {
                    indent: 1,
                    runs: vec![Run::plain(course)],
                    ..Point::default()
                });
            }
        }
        Block::new(
            Role::Text,
            Body::List {
                numbered: false,
                points,
            },
        )
    }

    fn sender(&self, row: &Enquiry) -> String {
        let name = row.sender.name(self.source.register);
        match (name, row.country.as_str()) {
            (name, "") => name.to_owned(),
            ("", country) => country.to_owned(),
            (name, country) => format!("{name} ({country})"),
        }
    }

    /// What became of it, as sentences: forwarded to whom and when, answered, the result, else its deadline.
    fn course(&self, row: &Enquiry) -> String {
        let mut said: Vec<String> = Vec::new();
        for sent in self.source.desk.forwarded(row.id) {
            let args = [
                ("to", sent.recipient.name(self.source.register).into()),
                ("date", self.day(sent.date).into()),
            ];
            said.push(self.locale.text_with(Key::DeskPaperForwarded, &args));
        }
        let dated = |key, day: Option<NaiveDate>| {
            day.map(|day| {
                let args = [("date", self.day(Some(day)).into())];
                self.locale.text_with(key, &args)
            })
        };
        said.extend(dated(Key::DeskPaperAnswered, row.answered_on));
        said.extend(dated(Key::DeskPaperClosed, row.closed_on));
        if let Some(due) = row.deadline.as_ref().filter(|_| row.is_open()) {
            let due = self.locale.due(due);
            let args = [("due", due.into())];
            said.push(self.locale.text_with(Key::DeskPaperDeadline, &args));
        }
        if !row.result.is_empty() {
            said.push(row.result.clone());
        }
        said.join(" ")
    }

    /// How many of each, the most first.
    fn counted(&self, heading: Key, names: impl Iterator<Item = String>) -> Vec<Block> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for name in names {
            *counts.entry(name).or_default() += 1;
        }
        let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
        counts.sort_by(|left, right| right.1.cmp(&left.1).then_with(|| left.0.cmp(&right.0)));
        if counts.is_empty() {
            return Vec::new();
        }
        let columns = vec![self.text(heading), self.text(Key::DeskPaperCount)];
        let rows = counts.into_iter().map(|(name, count)| Row {
            cells: vec![name, count.to_string()],
            closed: false,
        });
        vec![
            Block::heading(Role::Part, "", self.text(heading), ""),
            Block::table("", columns, rows.collect()),
        ]
    }

    /// Enquiries, one line each, as a spreadsheet has them.
    pub fn enquiry_sheet(&self) -> Sheet {
        let register = self.source.register;
        let columns = self.texts(&[
            Key::DeskPaperNumber,
            Key::ArgReceived,
            Key::ArgEnquiryFrom,
            Key::ArgCountry,
            Key::ArgEnquiryKind,
            Key::ArgEnquiryTitle,
            Key::ArgEnquiryDeadline,
            Key::ArgHandler,
            Key::DeskForwarded,
            Key::ArgStatus,
            Key::DeskPaperAnsweredOn,
            Key::DeskPaperClosedOn,
            Key::ArgResult,
        ]);
        let iso = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
        let desk = self.source.desk;
        let rows = desk.enquiry_list().into_iter().map(|row| {
            let sent = desk.forwarded(row.id);
            let sent = sent.iter().map(|it| match it.date {
                Some(date) => format!("{} {date}", it.recipient.name(register)),
                None => it.recipient.name(register).to_owned(),
            });
            let due = row.deadline.as_ref();
            vec![
                row.label(),
                iso(row.received),
                row.sender.name(register).to_owned(),
                row.country.clone(),
                self.named("enquiry-kind", row.kind.name()),
                row.title.clone(),
                due.map_or_else(String::new, ToString::to_string),
                row.handler.name(register).to_owned(),
                sent.collect::<Vec<_>>().join("; "),
                self.named("enquiry-state", desk.state(row).name()),
                iso(row.answered_on),
                iso(row.closed_on),
                row.result.clone(),
            ]
        });
        (columns, rows.collect())
    }

    /// What was presented where, year by year; then memberships and the seats held.
    pub fn representations(&self) -> Outline {
        let mut outline = self.outline(Key::DeskRepresentations);
        let rows = self.source.desk.representation_list();
        let mut years: Vec<(Option<i32>, Vec<&Representation>)> = Vec::new();
        for row in rows {
            match years.last_mut() {
                Some((year, rows)) if *year == row.year() => rows.push(row),
                _ => years.push((row.year(), vec![row])),
            }
        }
        for (year, rows) in years {
            let heading = match year {
                Some(year) => year.to_string(),
                None => self.text(Key::DeskUndated),
            };
            outline
                .blocks
                .push(Block::heading(Role::Part, "", heading, ""));
            outline.blocks.push(self.representation_table(&rows));
        }
        let memberships = self.source.desk.membership_list();
        if !memberships.is_empty() {
            let heading = self.text(Key::DeskPaperMemberships);
            outline
                .blocks
                .push(Block::heading(Role::Part, "", heading, ""));
            outline.blocks.push(self.membership_list(&memberships));
        }
        outline
    }

    fn representation_table(&self, rows: &[&Representation]) -> Block {
        let columns = self.texts(&[
            Key::ArgWhen,
            Key::DeskPaperWhat,
            Key::ArgPlace,
            Key::ArgWho,
            Key::ArgStatus,
        ]);
        let rows = rows.iter().map(|row| Row {
            cells: vec![
                self.when(row),
                self.what(row),
                row.place.clone(),
                self.who(row),
                self.named("representation-status", row.status.name()),
            ],
            closed: false,
        });
        Block::table("", columns, rows.collect())
    }

    fn when(&self, row: &Representation) -> String {
        let language = self.locale.language();
        let when = row.when.as_ref();
        when.map_or_else(String::new, |when| language.when(when))
    }

    /// "»Bolig først« (oplæg), Housing Forum".
    fn what(&self, row: &Representation) -> String {
        let role = self.named("representation-role", row.role.name());
        match row.event.as_str() {
            "" => format!("{} ({role})", row.title),
            event => format!("{} ({role}), {event}", row.title),
        }
    }

    fn who(&self, row: &Representation) -> String {
        let register = self.source.register;
        let ours = self.source.desk.contributor_names(row.id, false, register);
        let partners = self.source.desk.contributor_names(row.id, true, register);
        if partners.is_empty() {
            return ours;
        }
        let args = [("who", ours.as_str().into()), ("partners", partners.into())];
        let key = match ours.is_empty() {
            true => Key::DeskPaperOnlyPartners,
            false => Key::DeskPaperPartners,
        };
        self.locale.text_with(key, &args)
    }

    fn membership_list(&self, rows: &[&Membership]) -> Block {
        let mut points = Vec::new();
        for row in rows {
            points.push(Point {
                runs: vec![Run::plain(self.membership(row))],
                ..Point::default()
            });
            for seat in self.source.desk.seats_in(row.id, self.source.register) {
                let name = self.source.register.name_of(seat.person);
                let role = self.named("seat-role", seat.role.name());
                let mut text = format!("{name}, {role}");
                if !seat.title.is_empty() {
                    text = format!("{text} ({})", seat.title);
                }
                let language = self.locale.language();
                if let Some(until) = &seat.until {
                    let args = [("when", language.when(until).into())];
                    text = format!("{text}, {}", self.locale.text_with(Key::DeskUntil, &args));
                }
                points.push(Point {
                    indent: 1,
                    runs: vec![Run::plain(text)],
                    ..Point::default()
                });
            }
        }
        Block::new(
            Role::Text,
            Body::List {
                numbered: false,
                points,
            },
        )
    }

    /// "European Social Network, siden 2010, 3.200 euro. Vi bidrager med: … Det giver os: …".
    fn membership(&self, row: &Membership) -> String {
        let language = self.locale.language();
        let mut text = row.name.clone();
        if let Some(since) = &row.since {
            let args = [("when", language.when(since).into())];
            text = format!("{text}, {}", self.locale.text_with(Key::DeskSince, &args));
        }
        if let Some(until) = &row.until {
            let args = [("when", language.when(until).into())];
            text = format!("{text}, {}", self.locale.text_with(Key::DeskUntil, &args));
        }
        if !row.fee.is_empty() {
            text = format!("{text}, {}", row.fee);
        }
        text.push('.');
        for (key, words) in [
            (Key::ArgContributes, &row.contributes),
            (Key::ArgGains, &row.gains),
        ] {
            if !words.is_empty() {
                let words = words.trim_end_matches('.');
                text = format!("{text} {}: {words}.", self.text(key));
            }
        }
        text
    }

    /// Representations, one line each, as a spreadsheet has them.
    pub fn representation_sheet(&self) -> Sheet {
        let columns = self.texts(&[
            Key::DeskPaperYear,
            Key::ArgWhen,
            Key::ArgTitle,
            Key::ArgRepresentationRole,
            Key::ArgStatus,
            Key::ArgEvent,
            Key::ArgPlace,
            Key::ArgWho,
            Key::ArgPartner,
            Key::ArgAudience,
            Key::ArgLinks,
        ]);
        let (desk, register) = (self.source.desk, self.source.register);
        let rows = desk.representation_list().into_iter().map(|row| {
            let year = row.year();
            let when = row.when.as_ref();
            vec![
                year.map_or_else(String::new, |year| year.to_string()),
                when.map_or_else(String::new, ToString::to_string),
                row.title.clone(),
                self.named("representation-role", row.role.name()),
                self.named("representation-status", row.status.name()),
                row.event.clone(),
                row.place.clone(),
                desk.contributor_names(row.id, false, register),
                desk.contributor_names(row.id, true, register),
                row.audience.clone(),
                row.link_list().collect::<Vec<_>>().join(" "),
            ]
        });
        (columns, rows.collect())
    }
}
