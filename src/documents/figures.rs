//! Pictures of what is counted: who came to meetings and from where, action items, enquiries.

use chrono::{Datelike, NaiveDate};

use super::chart::{self, Chart, ChartRow, Shape};
use super::outline::{Block, Body, Outline, Role};
use super::overview::choice;
use crate::choice;
use crate::domain::desk::EnquiryKind;
use crate::domain::figures::{Bucket, Figures, Span, Step};
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::network::meeting_name;
use crate::domain::register::Register;
use crate::locale::{Key, Locale};

choice! {
    /// What a picture shows.
    Picture {
        /// Who came to each meeting.
        Attendance = "attendance",
        /// How many came from each organisation.
        Organisations = "organisations",
        /// Action items opened and closed.
        Actions = "actions",
        /// Enquiries by what they ask for.
        Kinds = "kinds",
        /// Enquiries by the sender's country.
        Countries = "countries",
    }
}

/// So many meetings stand beside each other in a table; of more the latest do.
const MEETINGS: usize = 6;

/// What pictures are made from.
#[derive(Clone, Copy, Debug)]
pub struct FigureSource<'a> {
    /// What is counted.
    pub figures: &'a Figures,
    /// The organisations' names.
    pub register: &'a Register,
    /// The language.
    pub locale: Locale,
    /// The days asked about.
    pub span: Span,
}

impl FigureSource<'_> {
    fn text(&self, key: Key) -> String {
        self.locale.text(key).into_owned()
    }

    fn texts(&self, keys: &[Key]) -> Vec<String> {
        keys.iter().map(|key| self.text(*key)).collect()
    }

    /// What a picture is called.
    pub fn title(&self, picture: Picture) -> String {
        let key = Key::named(&format!("figures-{}", picture.name()));
        key.map_or_else(String::new, |key| self.text(key))
    }

    /// A picture.
    pub fn chart(&self, picture: Picture) -> Chart {
        let (shape, head, rows) = match picture {
            Picture::Attendance => (Shape::Columns, Key::ArgMeeting, self.attendance()),
            Picture::Organisations => (Shape::Grid, Key::ArgOrganisation, self.organisations()),
            Picture::Actions => (Shape::Columns, Key::FiguresPeriod, self.actions()),
            Picture::Kinds => (Shape::Bars, Key::ArgEnquiryKind, self.kinds()),
            Picture::Countries => (Shape::Bars, Key::ArgCountry, self.countries()),
        };
        let (series, drawn) = self.series(picture);
        let rows = (1..).zip(rows).map(|(number, row)| ChartRow {
            id: match row.id == Id::default() {
                true => Id::from_bits(number),
                false => row.id,
            },
            ..row
        });
        Chart {
            title: self.title(picture),
            shape,
            head: self.text(head),
            series,
            drawn,
            rows: rows.collect(),
            captioned: false,
        }
    }

    /// The series' names, and how many of them are drawn.
    fn series(&self, picture: Picture) -> (Vec<String>, usize) {
        let keys: &[Key] = match picture {
            Picture::Attendance => &[
                Key::FiguresCame,
                Key::FiguresApologies,
                Key::FiguresAbsent,
                Key::FiguresOnline,
                Key::FiguresInvited,
                Key::FiguresMembers,
            ],
            Picture::Actions => &[Key::FiguresOpened, Key::FiguresClosed, Key::FiguresOpen],
            Picture::Kinds | Picture::Countries => &[Key::FiguresReceived, Key::FiguresHandled],
            Picture::Organisations => {
                let shown = self.latest();
                let mut names: Vec<String> = shown.iter().map(|(_, short)| short.clone()).collect();
                let drawn = names.len();
                names.extend(self.texts(&[Key::FiguresMeetings, Key::FiguresMeetingsOf]));
                return (names, drawn);
            }
        };
        (self.texts(keys), 2)
    }

    /// The latest meetings that stand beside each other: their places among all, and their short names.
    fn latest(&self) -> Vec<(usize, String)> {
        let rows = &self.figures.meetings;
        let skipped = rows.len().saturating_sub(MEETINGS);
        let rows = rows.iter().enumerate().skip(skipped);
        rows.map(|(index, row)| (index, self.short(row.date)))
            .collect()
    }

    /// "mar 26": a day as it stands under a column.
    fn short(&self, day: NaiveDate) -> String {
        let month = self.locale.language().short_month(day.month());
        format!(
            "{} {:02}",
            month.trim_end_matches('.'),
            day.year().rem_euclid(100)
        )
    }

    fn attendance(&self) -> Vec<ChartRow> {
        let rows = self.figures.meetings.iter().map(|row| {
            let values = [
                row.came,
                row.apologies,
                row.absent,
                row.online,
                row.invited,
                row.members(),
            ];
            ChartRow {
                id: row.meeting,
                name: meeting_name(&row.label),
                short: self.short(row.date),
                values: values.map(Some).to_vec(),
            }
        });
        rows.collect()
    }

    fn organisations(&self) -> Vec<ChartRow> {
        let shown = self.latest();
        let rows = self.figures.organisations().into_iter().map(|row| {
            let cell = |(index, _): &(usize, String)| row.by_meeting.get(*index).copied().flatten();
            let mut values: Vec<Option<u32>> = shown.iter().map(cell).collect();
            values.extend([Some(row.came), Some(row.invited)]);
            let name = self.register.organisation_name(row.organisation);
            ChartRow {
                id: row.organisation,
                name: name.to_owned(),
                short: name.to_owned(),
                values,
            }
        });
        let mut rows: Vec<ChartRow> = rows.collect();
        rows.sort_by_cached_key(|row| sort_key(&row.name));
        rows
    }

    /// How many came from one organisation to each of the meetings it was invited to.
    pub fn organisation(&self, id: Id) -> Chart {
        let found = self.figures.organisations().into_iter();
        let found = found.filter(|row| row.organisation == id);
        let cells = found.flat_map(|row| row.by_meeting);
        let rows = self.figures.meetings.iter().zip(cells);
        let rows = rows.filter_map(|(meeting, came)| {
            Some(ChartRow {
                id: meeting.meeting,
                name: meeting_name(&meeting.label),
                short: self.short(meeting.date),
                values: vec![Some(came?)],
            })
        });
        Chart {
            title: self.register.organisation_name(id).to_owned(),
            shape: Shape::Columns,
            head: self.text(Key::ArgMeeting),
            series: self.texts(&[Key::FiguresCame]),
            drawn: 1,
            rows: rows.collect(),
            captioned: false,
        }
    }

    fn actions(&self) -> Vec<ChartRow> {
        let rows = self
            .figures
            .flow(self.span)
            .into_iter()
            .map(|row| ChartRow {
                id: Id::default(),
                name: self.bucket(row.bucket),
                short: self.short_bucket(row.bucket),
                values: [row.opened, row.closed, row.open].map(Some).to_vec(),
            });
        rows.collect()
    }

    fn bucket(&self, bucket: Bucket) -> String {
        let (year, language) = (bucket.first.year(), self.locale.language());
        match bucket.step {
            Step::Month => language.month_year(year, bucket.first.month()),
            Step::Quarter => {
                let quarter = bucket.quarter().into();
                let args = [("quarter", quarter), ("year", year.to_string().into())];
                self.locale.text_with(Key::FiguresQuarter, &args)
            }
            Step::Year => year.to_string(),
        }
    }

    fn short_bucket(&self, bucket: Bucket) -> String {
        match bucket.step {
            Step::Month => self.short(bucket.first),
            Step::Quarter => {
                let year = bucket.first.year().rem_euclid(100);
                let args = [
                    ("quarter", bucket.quarter().into()),
                    ("year", format!("{year:02}").into()),
                ];
                self.locale.text_with(Key::FiguresQuarterShort, &args)
            }
            Step::Year => bucket.first.year().to_string(),
        }
    }

    fn kinds(&self) -> Vec<ChartRow> {
        let rows = self.figures.kinds().into_iter();
        rows.map(|row| tallied(self.kind(row.of), row.count, row.handled))
            .collect()
    }

    /// What an enquiry's kind is called.
    pub fn kind(&self, kind: EnquiryKind) -> String {
        let key = Key::named(&format!("enquiry-kind-{}", kind.name()));
        key.map_or_else(
            || choice(self.locale, "kind", kind.name()),
            |key| self.text(key),
        )
    }

    fn countries(&self) -> Vec<ChartRow> {
        let rows = self.figures.countries().into_iter();
        rows.map(|row| {
            let name = match row.of.is_empty() {
                true => self.text(Key::DeskPaperUnsaid),
                false => row.of,
            };
            tallied(name, row.count, row.handled)
        })
        .collect()
    }

    /// Pictures with their numbers, those with something to show, without headings.
    pub fn charts(&self, pictures: &[Picture]) -> Vec<Block> {
        let blocks = self.blocks(pictures).into_iter();
        blocks
            .filter(|block| block.role != Role::Part)
            .map(|mut block| {
                if let Body::Chart(chart) = &mut block.body {
                    chart.captioned = true;
                }
                block
            })
            .collect()
    }

    /// Pictures as blocks of a document, those with something to show.
    fn blocks(&self, pictures: &[Picture]) -> Vec<Block> {
        let charts = pictures
            .iter()
            .map(|picture| (*picture, self.chart(*picture)));
        let charts = charts.filter(|(_, chart)| !chart.rows.is_empty());
        let blocks = charts.flat_map(|(picture, chart)| {
            let heading = Block::heading(Role::Part, "", chart.title.as_str(), "");
            let note = self.note(picture).map(Block::text);
            let chart = Block::new(Role::Text, Body::Chart(chart));
            [Some(heading), Some(chart), note].into_iter().flatten()
        });
        blocks.collect()
    }

    /// What is to be said of a picture besides.
    pub fn note(&self, picture: Picture) -> Option<String> {
        let (key, count) = match picture {
            Picture::Organisations => {
                let hidden = self.figures.meetings.len().saturating_sub(MEETINGS);
                (Key::FiguresLatest, if hidden > 0 { MEETINGS } else { 0 })
            }
            Picture::Actions => (Key::FiguresUndated, self.figures.undated()),
            _ => return None,
        };
        let args = [("count", count.into())];
        (count > 0).then(|| self.locale.text_with(key, &args))
    }

    /// All pictures as a document.
    pub fn outline(&self, title: &str) -> Outline {
        let mut blocks = self.blocks(Picture::ALL);
        if blocks.is_empty() {
            blocks.push(Block::text(self.text(Key::FiguresNone)));
        }
        Outline {
            language: self.locale.language(),
            kind: self.text(Key::FiguresTitle),
            title: title.to_owned(),
            blocks,
            ..Outline::default()
        }
    }

    /// All pictures with something to show, in one.
    pub fn svg(&self, title: &str) -> String {
        let charts = Picture::ALL.iter().map(|picture| self.chart(*picture));
        let charts: Vec<Chart> = charts.filter(|chart| !chart.rows.is_empty()).collect();
        let title = match charts.is_empty() {
            true => format!("{title}: {}", self.text(Key::FiguresNone)),
            false => format!("{}: {title}", self.text(Key::FiguresTitle)),
        };
        chart::sheet(&title, &charts)
    }

    /// All numbers as a spreadsheet has them, one a line.
    pub fn sheet(&self) -> super::Sheet {
        let keys = [
            Key::FiguresPicture,
            Key::FiguresRow,
            Key::FiguresSeries,
            Key::DeskPaperCount,
        ];
        let mut lines = Vec::new();
        for picture in Picture::ALL {
            let chart = self.chart(*picture);
            for row in &chart.rows {
                let cells = chart.series.iter().zip(&row.values);
                let cells = cells.filter_map(|(series, value)| Some((series, (*value)?)));
                lines.extend(cells.map(|(series, value)| {
                    let (title, name) = (chart.title.clone(), row.name.clone());
                    vec![title, name, series.clone(), value.to_string()]
                }));
            }
        }
        (self.texts(&keys), lines)
    }
}

fn tallied(name: String, count: u32, handled: u32) -> ChartRow {
    ChartRow {
        id: Id::default(),
        short: name.clone(),
        name,
        values: vec![Some(count), Some(handled)],
    }
}

#[cfg(test)]
mod tests;
