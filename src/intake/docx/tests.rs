//! Returned files as Word and LibreOffice write them, and files that nobody should send.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::who::person;
use super::*;
use crate::documents::{Audience, Format, Letterhead, What, outline, render};
use crate::domain::id::Id;
use crate::domain::meeting::MinutesStatus;
use crate::domain::minutes::{Comment, CommentKind, Entry};
use crate::domain::secretariat::Language;
use crate::domain::world::{World, at, world};

fn asking() -> World {
    let mut world = world(Language::Danish);
    world.meeting.head.minutes = MinutesStatus::ForComments;
    world
}

fn exported(world: &World) -> Vec<u8> {
    let outline = outline(What::Minutes, &world.source(), Audience::Internal).unwrap();
    let rendered = render(Format::Docx, &outline, &Letterhead::default());
    rendered.unwrap().into_bytes()
}

/// The file with a part rewritten, or put in where it is not there.
fn with(bytes: &[u8], part: &str, edit: impl Fn(String) -> String) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut file = from.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        to.start_file(&name, SimpleFileOptions::default()).unwrap();
        let text = if name == part { edit(text) } else { text };
        to.write_all(text.as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

fn edited(world: &World, from: &str, to: &str) -> Vec<u8> {
    with(&exported(world), "word/document.xml", |text| {
        assert!(text.contains(from), "{from}\n{text}");
        text.replacen(from, to, 1)
    })
}

fn taken(world: &World, bytes: &[u8]) -> Vec<Comment> {
    let source = world.source();
    let ground = Ground {
        source: &source,
        file: "svar fra vejle",
        now: at("16:00"),
    };
    let mut next = 5000u128;
    let mut ids = || {
        next += 1;
        Id::from_bits(next)
    };
    comments(&read(bytes).unwrap(), &ground, &mut ids).unwrap()
}

fn entry<'a>(world: &'a World, text: &str) -> &'a Entry {
    let mut rows = world.meeting.entries.values();
    rows.find(|row| row.text.contains(text)).unwrap()
}

const INS: &str = "<w:ins w:id=\"90\" w:author=\"Bo Friis\" w:date=\"2026-11-26T15:30:00Z\">";
const DEL: &str = "<w:del w:id=\"91\" w:author=\"Bo Friis\" w:date=\"2026-11-26T15:30:00Z\">";

fn words(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn gone(text: &str) -> String {
    format!("{DEL}<w:r><w:delText xml:space=\"preserve\">{text}</w:delText></w:r></w:del>")
}

fn put(text: &str) -> String {
    format!("{INS}{}</w:ins>", words(text))
}

#[test]
fn a_file_that_was_not_changed_says_nothing() {
    let world = asking();
    assert_eq!(taken(&world, &exported(&world)), []);
}

#[test]
fn a_change_across_runs_is_one_change_with_its_author() {
    let world = asking();
    let from = words("fælles borgerinddragelse");
    let to = format!(
        "{}{}{}{}",
        words("fælles "),
        gone("borger"),
        gone("inddragelse"),
        put("samskabelse på øerne")
    );
    let rows = taken(&world, &edited(&world, &from, &to));
    let [row] = rows.as_slice() else {
        panic!("{rows:#?}")
    };
    let bo = world
        .register
        .people
        .values()
        .find(|it| it.name == "Bo Friis");
    assert_eq!(row.kind, CommentKind::Change);
    assert_eq!(row.entry, Some(entry(&world, "fælles borger").id));
    assert_eq!(row.was, "fælles borgerinddragelse");
    assert_eq!(row.proposed, "fælles samskabelse på øerne");
    assert_eq!((row.by.as_str(), row.at), ("Bo Friis", at("15:30")));
    assert_eq!(row.person, bo.map(|it| it.id));
}

#[test]
fn two_hands_in_one_entry_are_two_changes() {
    let world = asking();
    let from = words("fælles borgerinddragelse");
    let other = put(" nu").replace("Bo Friis", "Åse Ø. Hjælpsom");
    let to = format!("{}{}{other}", gone("fælles "), words("borgerinddragelse"));
    let rows = taken(&world, &edited(&world, &from, &to));
    let told: Vec<_> = rows
        .iter()
        .map(|it| (it.by.as_str(), it.proposed.as_str(), it.person.is_some()))
        .collect();
    let wanted = [
        ("Bo Friis", "borgerinddragelse", true),
        ("Åse Ø. Hjælpsom", "fælles borgerinddragelse nu", false),
    ];
    assert_eq!(told, wanted);
    assert!(rows[1].is_by_stranger());
}

#[test]
fn a_paragraph_taken_away_is_a_removal() {
    let world = asking();
    let from = words("fælles borgerinddragelse");
    let rows = taken(
        &world,
        &edited(&world, &from, &gone("fælles borgerinddragelse")),
    );
    assert_eq!(rows.len(), 1, "{rows:#?}");
    assert_eq!(rows[0].kind, CommentKind::Removal);
    assert_eq!(rows[0].entry, Some(entry(&world, "fælles borger").id));
}

/// The end of a paragraph that was put in, as Word marks it.
fn end_put_in(text: String, within: &str) -> String {
    let at = text.find(within).unwrap();
    let start = text[..at].rfind("<w:pPr>").unwrap();
    let stop = start + text[start..].find("</w:pPr>").unwrap();
    let mark =
        "<w:rPr><w:ins w:id=\"92\" w:author=\"Bo Friis\" w:date=\"2026-11-26T15:30:00Z\"/></w:rPr>";
    format!("{}{mark}{}", &text[..stop], &text[stop..])
}

#[test]
fn a_paragraph_typed_after_another_is_an_addition_there() {
    let world = asking();
    let bytes = with(&exported(&world), "word/document.xml", |text| {
        let text = end_put_in(text, "fælles borgerinddragelse");
        let at = text.find("fælles borgerinddragelse").unwrap();
        let stop = at + text[at..].find("</w:p>").unwrap() + "</w:p>".len();
        format!(
            "{}<w:p><w:pPr><w:pStyle w:val=\"ListBullet\"/></w:pPr>{}</w:p>{}",
            &text[..stop],
            put("og fællesspisning"),
            &text[stop..]
        )
    });
    let rows = taken(&world, &bytes);
    assert_eq!(rows.len(), 1, "{rows:#?}");
    assert_eq!(rows[0].kind, CommentKind::Addition);
    assert_eq!(rows[0].after, Some(entry(&world, "fælles borger").id));
    assert_eq!(rows[0].proposed, "og fællesspisning");
}

#[test]
fn the_label_and_the_deadline_are_no_words_of_the_entry() {
    let world = asking();
    let row = entry(&world, "Send oplæg til alle");
    let from = words("Send oplæg til alle");
    let rows = taken(
        &world,
        &edited(&world, &from, &format!("{}{}", put("Husk: "), from)),
    );
    assert_eq!(rows.len(), 1, "{rows:#?}");
    assert_eq!(
        (rows[0].entry, rows[0].proposed.as_str()),
        (Some(row.id), "Husk: Send oplæg til alle")
    );
    // Another deadline: a remark, since the entry's words stand.
    let bytes = with(&exported(&world), "word/document.xml", |text| {
        let from = " (ansvarlig: Anna Dam, frist: 1. december 2026)";
        assert!(text.contains(from));
        let styled = |text: &str| {
            format!(
                "<w:rPr><w:rStyle w:val=\"Added\"/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t>"
            )
        };
        let to = format!(
            " (ansvarlig: Anna Dam, frist: </w:t></w:r>{DEL}<w:r>{}</w:r></w:del>{INS}<w:r>{}</w:r></w:ins><w:r>{}</w:r><w:r><w:t>",
            styled("1.").replace("w:t", "w:delText"),
            styled("8."),
            styled(" december 2026)")
        );
        text.replacen(from, &to, 1)
    });
    let rows = taken(&world, &bytes);
    assert_eq!(rows.len(), 1, "{rows:#?}");
    assert_eq!(rows[0].kind, CommentKind::Remark);
    assert!(
        rows[0].text.contains("frist: 8. december 2026"),
        "{}",
        rows[0].text
    );
}

#[test]
fn what_was_written_without_tracking_is_seen_by_the_bookmark() {
    let world = asking();
    let bytes = edited(&world, ">fælles borgerinddragelse<", ">fælles indsats<");
    let bytes = with(&bytes, "docProps/core.xml", |text| {
        let by = "<cp:lastModifiedBy>Friis, Bo</cp:lastModifiedBy></cp:coreProperties>";
        text.replace("</cp:coreProperties>", by)
    });
    let rows = taken(&world, &bytes);
    assert_eq!(rows.len(), 1, "{rows:#?}");
    assert_eq!(
        (rows[0].was.as_str(), rows[0].proposed.as_str()),
        ("fælles borgerinddragelse", "fælles indsats")
    );
    assert!(rows[0].person.is_some());
}

#[test]
fn a_comment_is_on_its_entry_and_those_that_went_out_do_not_come_back() {
    let mut world = asking();
    let on = entry(&world, "fælles borger").id;
    let old = Comment {
        id: Id::from_bits(77),
        entry: Some(on),
        by: "Ulla Berg".into(),
        at: at("14:00"),
        text: "Hvem?".into(),
        ..Comment::default()
    };
    world.meeting.comments.insert(old.id, old);
    let bytes = exported(&world);
    // Answered since: it is the same comment still.
    world
        .meeting
        .comments
        .get_mut(&Id::from_bits(77))
        .unwrap()
        .answer = "Alle.".into();
    let bytes = with(&bytes, "word/comments.xml", |text| {
        let new = "<w:comment w:id=\"7\" w:author=\"Friis, Bo (BOF)\" w:date=\"2026-11-26T15:00:00Z\"><w:p><w:r><w:t>Det &amp; mere</w:t></w:r></w:p><w:p><w:r><w:t>to linjer</w:t></w:r></w:p></w:comment></w:comments>";
        text.replace("</w:comments>", new)
    });
    let from = words("fælles borgerinddragelse");
    let to = format!(
        "{}<w:commentRangeStart w:id=\"7\"/>{}<w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r>",
        words("fælles "),
        words("borgerinddragelse")
    );
    let bytes = with(&bytes, "word/document.xml", |text| {
        text.replacen(&from, &to, 1)
    });
    let rows = taken(&world, &bytes);
    assert_eq!(rows.len(), 1, "{rows:#?}");
    assert_eq!(rows[0].entry, Some(on));
    assert_eq!(
        rows[0].text,
        "Til »borgerinddragelse«: Det & mere\nto linjer"
    );
    assert!(rows[0].person.is_some());
    for row in rows {
        world.meeting.comments.insert(row.id, row);
    }
    assert_eq!(taken(&world, &bytes), [], "the same file again");
}

#[test]
fn a_paragraph_moved_is_one_move() {
    let world = asking();
    let moved = |tag: &str| {
        format!("<w:{tag} w:id=\"93\" w:author=\"Bo Friis\" w:date=\"2026-11-26T15:30:00Z\">")
    };
    let from = words("fælles borgerinddragelse");
    let target = entry(&world, "frivillige og fagfolk");
    let bytes = with(&exported(&world), "word/document.xml", |text| {
        let out = format!("{}{}</w:moveFrom>", moved("moveFrom"), from);
        let text = text.replacen(&from, &out, 1);
        let text = end_put_in(text, "frivillige og fagfolk");
        let at = text.find("frivillige og fagfolk").unwrap();
        let stop = at + text[at..].find("</w:p>").unwrap() + "</w:p>".len();
        let new = format!("<w:p>{}{}</w:moveTo></w:p>", moved("moveTo"), from);
        format!("{}{new}{}", &text[..stop], &text[stop..])
    });
    let rows = taken(&world, &bytes);
    assert_eq!(rows.len(), 1, "{rows:#?}");
    assert_eq!(rows[0].kind, CommentKind::Move);
    assert_eq!(
        (rows[0].entry, rows[0].after),
        (Some(entry(&world, "fælles borger").id), Some(target.id))
    );
}

#[test]
fn names_are_found_as_programs_write_them() {
    let world = asking();
    let bo = world
        .register
        .people
        .values()
        .find(|it| it.name == "Bo Friis")
        .unwrap();
    for name in [
        "Bo Friis",
        "Friis, Bo",
        "bo friis (BOFR)",
        "Bo Friis, Vejle",
    ] {
        assert_eq!(person(name, &world.register), Some(bo.id), "{name}");
    }
    for name in ["", "Bo", "Forfatter", "Friis", "@"] {
        assert_eq!(person(name, &world.register), None, "{name}");
    }
}

fn zip_of(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        to.start_file(*name, SimpleFileOptions::default()).unwrap();
        to.write_all(text.as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn hostile_files_are_refused_with_a_place() {
    let bomb =
        "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]><w:document>&c;</w:document>";
    let entity = "<w:document><w:p><w:r><w:t>&secret;</w:t></w:r></w:p></w:document>";
    let deep = format!("{}{}", "<w:p>".repeat(400), "</w:p>".repeat(400));
    let huge = " ".repeat(49 * 1024 * 1024);
    for (text, wanted) in [
        (bomb, "document type"),
        (entity, "entities of its own"),
        (deep.as_str(), "256 elements within each other"),
        (huge.as_str(), "larger than 48 MB"),
        ("<w:document><w:p></w:document>", "byte 17"),
        ("<w:document><w:p>", "ends in the middle"),
    ] {
        let wrong = read(&zip_of(&[("word/document.xml", text)])).unwrap_err();
        assert!(wrong.to_string().contains(wanted), "{wanted}: {wrong}");
    }
    let wrong = read(&zip_of(&[("../../etc/passwd", "x")])).unwrap_err();
    assert_eq!(
        wrong,
        BadDocument::Missing {
            part: "word/document.xml"
        }
    );
    assert_eq!(
        read(b"PK\x03\x04nonsense").unwrap_err(),
        BadDocument::NotWord
    );
    assert_eq!(
        read(b"\xd0\xcf\x11\xe0\xa1\xb1").unwrap_err(),
        BadDocument::Sealed
    );
    assert_eq!(read(b"").unwrap_err(), BadDocument::NotWord);
}

#[test]
fn a_file_of_another_meeting_is_told() {
    let world = asking();
    let bytes = exported(&world);
    let mut other = asking();
    other.meeting.entries.clear();
    other.meeting.items.clear();
    let source = other.source();
    let ground = Ground {
        source: &source,
        file: "x",
        now: 0,
    };
    let found = comments(&read(&bytes).unwrap(), &ground, &mut Id::default);
    assert_eq!(found, Err(BadDocument::Elsewhere));
}
