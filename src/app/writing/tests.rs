//! The minutes written with keys: what is pressed, and what then stands there.

mod hands;
mod kinds;
mod lines;
mod places;
mod typing;
mod words;

use crate::app::context::Target;
use crate::app::input::{Input, keys};
use crate::app::keymap::Keymap;
use crate::app::screens::Screen;
use crate::app::screens::meeting::MeetingScreen;
use crate::app::testing::Bench;
use crate::domain::agenda::{AgendaItem, ItemKind};
use crate::domain::attendance::Participant;
use crate::domain::draft::add_to_meeting;
use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, MeetingHead, MeetingRecord};
use crate::domain::minutes::{EntryKind, ParagraphStyle};
use crate::domain::op::DocOp;
use crate::domain::pos::Pos;

/// A meeting with three items, its minutes open at the first.
pub(crate) struct Table {
    pub bench: Bench,
    pub meeting: Id,
}

impl Table {
    pub fn new() -> Self {
        let mut bench = Bench::new();
        for line in [
            r#"network-new nims "Netværk for Internationale Kommuner""#,
            r#"organisation-new odense "Odense Kommune" --short Odense"#,
            r#"organisation-new vejle "Vejle Kommune" --short Vejle"#,
            r#"person-new "Åse Østergaard" --organisation odense"#,
            r#"person-new "Bo Friis" --organisation vejle"#,
        ] {
            bench.ok(line);
        }
        let network = bench.network("nims").head.id;
        let people = ["aase-oestergaard", "bo-friis"].map(|label| bench.person(label).id);
        let meeting = Id::from_bits(7);
        bench.plant(meeting_ops(meeting, network, &people));
        bench.app.interactive = true;
        bench.app.view.keymap = Keymap::shipped("default").unwrap();
        bench.app.view.size = (80, 24);
        bench.app.view.screen = Screen::Meeting(MeetingScreen::new(meeting));
        let target = Target {
            meeting: Some(meeting),
            ..Target::default()
        };
        bench.call(vec!["meeting-start".to_owned()], target);
        bench.call(vec!["minutes-write".to_owned()], target);
        bench.settle();
        Self { bench, meeting }
    }

    /// Runs a command about the meeting.
    pub fn run(&mut self, words: &[&str]) {
        let target = Target {
            meeting: Some(self.meeting),
            ..Target::default()
        };
        let words = words.iter().map(|word| (*word).to_owned());
        self.bench.call(words.collect(), target);
        self.bench.settle();
    }

    pub fn press(&mut self, script: &str) -> &mut Self {
        for input in keys(script).unwrap() {
            self.bench.input(input);
        }
        self
    }

    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.bench.input(Input::Paste(text.to_owned()));
        self
    }

    pub fn minutes(&self) -> &Meeting {
        self.bench.app.docs.meeting(self.meeting).unwrap()
    }

    /// The item's paragraphs, one a line, marks and labels before them, `|` at the caret.
    pub fn shown(&self) -> String {
        let desk = self.bench.app.desk().unwrap();
        let manuscript = self.bench.app.manuscript().unwrap();
        let place = self.bench.app.caret_in(&manuscript).place();
        let rows = manuscript.rows().iter().map(|row| {
            let mut text = row.text.to_string();
            if row.entry.id == place.entry {
                text.insert(place.at, '|');
            }
            let kind = match row.entry.kind {
                EntryKind::Note => "",
                kind => kind.name(),
            };
            let mark = match row.entry.style {
                ParagraphStyle::Plain | ParagraphStyle::Heading => String::new(),
                ParagraphStyle::Bullet => "- ".to_owned(),
                ParagraphStyle::Numbered => format!("{}. ", row.number),
            };
            let indent = "  ".repeat(row.entry.indent.into());
            let colon = if kind.is_empty() { "" } else { ": " };
            format!("{kind}{colon}{indent}{mark}{text}")
        });
        assert_eq!(Some(manuscript.item()), desk.item);
        rows.collect::<Vec<_>>().join("\n")
    }

    /// The screen's size.
    pub fn sized(mut self, columns: u16, rows: u16) -> Self {
        self.bench.input(Input::Resize(columns, rows));
        self
    }

    /// The number of the item the caret is in.
    pub fn item(&self) -> usize {
        let item = self.bench.app.desk().unwrap().item.unwrap();
        self.minutes().number_of(item).unwrap()
    }
}

/// A meeting with three items and these participants.
fn meeting_ops(meeting: Id, network: Id, people: &[Id]) -> Vec<DocOp> {
    let head = MeetingHead {
        id: meeting,
        network,
        title: "Samskabelse".into(),
        ..MeetingHead::default()
    };
    let titles = ["Velkomst", "Samskabelse på tværs", "Økonomi 2027"];
    let places = Pos::row(None, titles.len(), 1);
    let items = titles
        .iter()
        .zip(places)
        .zip(100..)
        .map(|((title, pos), id)| {
            let item = AgendaItem {
                id: Id::from_bits(id),
                pos,
                title: (*title).into(),
                kind: ItemKind::Discussion,
                minutes: Some(30),
                recommendation: "at vælge to fælles indsatser for 2027".into(),
                ..AgendaItem::default()
            };
            add_to_meeting(meeting, item)
        });
    let participants = people.iter().map(|id| {
        let participant = Participant {
            id: *id,
            ..Participant::default()
        };
        add_to_meeting(meeting, participant)
    });
    let head = add_to_meeting(meeting, MeetingRecord::Head(head));
    [head]
        .into_iter()
        .chain(items)
        .chain(participants)
        .collect()
}
