//! Documents for office programs, read as the parts they are made of.

use std::io::{Cursor, Read as _};

use quick_xml::events::Event;
use zip::ZipArchive;

use super::docx::docx;
use super::mark::Marked;
use super::odt::odt;
use super::outline::Outline;
use super::tests::{HOSTILE, everywhere};
use super::{Audience, Letterhead, Logo, What, outline};
use crate::domain::meeting::MinutesStatus;
use crate::domain::minutes::{Comment, EntryKind};
use crate::domain::secretariat::Language;
use crate::domain::world::{World, at, id, world};

fn plain() -> Letterhead {
    Letterhead::default()
}

fn parts(bytes: Vec<u8>) -> Vec<(String, String)> {
    let mut file = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..file.len())
        .map(|index| {
            let mut part = file.by_index(index).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            (part.name().unwrap().into_owned(), text)
        })
        .collect()
}

fn part(bytes: Vec<u8>, name: &str) -> String {
    let mut parts = parts(bytes).into_iter();
    parts.find(|part| part.0 == name).unwrap().1
}

fn assert_well_formed(name: &str, text: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return,
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                for attribute in tag.attributes() {
                    let attribute = attribute.unwrap_or_else(|wrong| panic!("{name}: {wrong}"));
                    assert!(!attribute.value.contains('<'), "{name}: {attribute:?}");
                }
            }
            Ok(_) => {}
            Err(wrong) => panic!("{name}: {wrong}\n{text}"),
        }
    }
}

/// Minutes out for comments, with one on a decision.
fn commented() -> (World, Outline) {
    let mut world = world(Language::Danish);
    world.meeting.head.minutes = MinutesStatus::ForComments;
    let decision = |entry: &&crate::domain::minutes::Entry| entry.kind == EntryKind::Decision;
    let entry = world.meeting.entries.values().find(decision).unwrap().id;
    let comment = Comment {
        id: id(901),
        entry: Some(entry),
        by: "Bo Friis".into(),
        at: at("15:00"),
        text: "Vi sagde tre.\nSe bilaget.".into(),
        answer: "Rettet.".into(),
        ..Comment::default()
    };
    world.meeting.comments.insert(comment.id, comment);
    let outline = outline(What::Minutes, &world.source(), Audience::Internal).unwrap();
    (world, outline)
}

#[test]
fn hostile_words_leave_every_part_well_formed() {
    for text in HOSTILE {
        let outline = everywhere(text);
        for bytes in [docx(&outline, &plain()), odt(&outline, &plain())] {
            for (name, text) in parts(bytes) {
                if name != "mimetype" {
                    assert_well_formed(&name, &text);
                }
                assert!(!text.contains("javascript:") || !text.contains("=\"javascript:"));
            }
        }
    }
}

#[test]
fn the_same_outline_makes_the_same_bytes() {
    let (_, outline) = commented();
    assert_eq!(docx(&outline, &plain()), docx(&outline, &plain()));
    assert_eq!(odt(&outline, &plain()), odt(&outline, &plain()));
}

#[test]
fn a_letterhead_stands_round_the_text() {
    let (_, outline) = commented();
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend([0, 0, 1, 0, 0, 0, 0, 64]);
    let letterhead = Letterhead {
        logo: Some(Logo {
            png: png.into(),
            alt: "Byvåben & krone".into(),
        }),
        address: vec!["Rådhuset <1>".into()],
        footer: "CVR 12 34".into(),
        colour: Some([16, 32, 48]),
        ..Letterhead::default()
    };
    let bytes = docx(&outline, &letterhead);
    let document = part(bytes.clone(), "word/document.xml");
    assert!(
        document.contains("descr=\"Byvåben &amp; krone\"")
            && document.contains("Rådhuset &lt;1&gt;")
    );
    assert!(part(bytes.clone(), "word/footer1.xml").contains("CVR 12 34"));
    assert!(part(bytes.clone(), "word/styles.xml").contains("102030"));
    for bytes in [bytes, odt(&outline, &letterhead)] {
        for (name, text) in parts(bytes) {
            if name != "mimetype" && !name.ends_with(".png") {
                assert_well_formed(&name, &text);
            }
        }
    }
}

#[test]
fn comments_go_along_as_comments_and_changes_are_tracked() {
    let (_, outline) = commented();
    let comments = part(docx(&outline, &plain()), "word/comments.xml");
    for wanted in [
        "w:author=\"Bo Friis\" w:date=\"2026-11-26T15:00:00Z\" w:initials=\"BF\"",
        "Vi sagde tre.",
        "Svar: Rettet.",
    ] {
        assert!(comments.contains(wanted), "{wanted}\n{comments}");
    }
    assert!(part(docx(&outline, &plain()), "word/settings.xml").contains("<w:trackRevisions/>"));
    let content = part(odt(&outline, &plain()), "content.xml");
    assert!(
        content.contains("<dc:creator>Bo Friis</dc:creator>"),
        "{content}"
    );
    let public = outline.public();
    assert!(!part(docx(&public, &plain()), "word/comments.xml").contains("Bo Friis"));
    assert!(!part(docx(&public, &plain()), "word/settings.xml").contains("trackRevisions"));
}

#[test]
fn each_entry_is_bookmarked_once_and_told_by_its_words() {
    let (world, outline) = commented();
    let document = part(docx(&outline, &plain()), "word/document.xml");
    let names: Vec<&str> = document
        .split("w:name=\"_")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    let mut read: Vec<Marked> = Vec::new();
    for name in &names {
        let name = format!("_{name}");
        let (of, hash) = Marked::read(&name).unwrap();
        if let Marked::Entry(id) = of {
            let entry = &world.meeting.entries[&id];
            let text = world.source().locale();
            let text = text.entry(entry, &world.meeting, &world.register);
            assert!(Marked::is_as_left(hash, &text), "{text}");
        }
        read.push(of);
    }
    let count = read.len();
    read.sort();
    read.dedup();
    assert_eq!(read.len(), count);
    assert!(count > 10, "{names:?}");
}

#[test]
fn a_table_repeats_its_head_and_headings_stay_with_what_follows() {
    let (_, outline) = commented();
    let document = part(docx(&outline, &plain()), "word/document.xml");
    assert!(document.contains("<w:tblHeader/>"));
    let styles = part(docx(&outline, &plain()), "word/styles.xml");
    assert!(styles.contains("<w:lang w:val=\"da-DK\""));
    assert_eq!(styles.matches("<w:outlineLvl").count(), 3);
    let content = part(odt(&outline, &plain()), "content.xml");
    assert!(content.contains("<table:table-header-rows>"));
}
