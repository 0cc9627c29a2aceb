//! The smaller parts of a Word document: what is in the file, lists, settings, footer, properties.

use super::body::link;
use super::{SPACES, run};
use crate::documents::markdown::title;
use crate::documents::outline::Outline;
use crate::documents::package::{language, xml};
use crate::documents::source::locale;
use crate::locale::Key;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// What the parts are.
pub(super) fn types() -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let part =
        |name: &str, kind: &str| format!("<Override PartName=\"{name}\" ContentType=\"{kind}\"/>");
    let of_word: String = [
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("settings", "settings"),
        ("fontTable", "fontTable"),
        ("comments", "comments"),
        ("footer1", "footer"),
    ]
    .map(|(name, kind)| part(&format!("/word/{name}.xml"), &format!("{word}.{kind}+xml")))
    .concat();
    let core = "application/vnd.openxmlformats-package.core-properties+xml";
    let app = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
    format!(
        "<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"png\" ContentType=\"image/png\"/>{of_word}{}{}</Types>",
        part("/docProps/core.xml", core),
        part("/docProps/app.xml", app)
    )
}

fn relations(rows: &str) -> String {
    format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{rows}</Relationships>")
}

/// Where the document and its properties are.
pub(super) fn package() -> String {
    relations(&format!(
        "<Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" \
         Target=\"docProps/core.xml\"/>\
         <Relationship Id=\"rId3\" Type=\"{OFFICE}/extended-properties\" Target=\"docProps/app.xml\"/>"
    ))
}

/// Where the parts are, and where links lead.
pub(super) fn links(targets: &[String], logo: bool) -> String {
    let own: String = [
        ("styles", "styles", "styles"),
        ("numbering", "numbering", "numbering"),
        ("settings", "settings", "settings"),
        ("fonts", "fontTable", "fontTable"),
        ("comments", "comments", "comments"),
        ("footer", "footer", "footer1"),
    ]
    .map(|(id, kind, file)| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{file}.xml\"/>")
    })
    .concat();
    let mut rows = own;
    if logo {
        rows.push_str(&format!(
            "<Relationship Id=\"logo\" Type=\"{OFFICE}/image\" Target=\"media/logo.png\"/>"
        ));
    }
    for (index, target) in targets.iter().enumerate() {
        rows.push_str(&link(index + 1, target));
    }
    relations(&rows)
}

/// The lists of the two styles; each numbered list of the document has one of its own after them.
pub(super) const NUMBERS: usize = 2;
/// How each depth of a list is marked.
const BULLETS: [&str; 5] = ["•", "–", "•", "–", "•"];

/// The two kinds of list, and the numbered ones, each counting from 1.
pub(super) fn numbering(numbered: usize) -> String {
    let level = |depth: usize, numbered: bool| {
        let left = 360 * (depth + 1);
        let (kind, text) = match numbered {
            true => ("decimal", format!("%{}.", depth + 1)),
            false => (
                "bullet",
                BULLETS.get(depth).copied().unwrap_or("•").to_owned(),
            ),
        };
        let name = if numbered { "ListNumber" } else { "ListBullet" };
        let name = match depth {
            0 => name.to_owned(),
            depth => format!("{name}{}", depth + 1),
        };
        format!(
            "<w:lvl w:ilvl=\"{depth}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{kind}\"/>\
             <w:pStyle w:val=\"{name}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/>\
             <w:pPr><w:ind w:left=\"{left}\" w:hanging=\"360\"/></w:pPr></w:lvl>"
        )
    };
    let kinds: String = [false, true]
        .map(|numbered| {
            let levels: String = (0..BULLETS.len()).map(|depth| level(depth, numbered)).collect();
            format!(
                "<w:abstractNum w:abstractNumId=\"{}\"><w:multiLevelType w:val=\"multilevel\"/>{levels}</w:abstractNum>",
                u8::from(numbered)
            )
        })
        .concat();
    let mut own = "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
         <w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
        .to_owned();
    for list in 1..=numbered {
        own.push_str(&format!(
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">\
             <w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
            NUMBERS + list
        ));
    }
    format!("<w:numbering {SPACES}>{kinds}{own}</w:numbering>")
}

/// Out for comments, changes are tracked without anybody asking for it.
pub(super) fn settings(outline: &Outline) -> String {
    let (language, country) = language(outline.language);
    let track = if outline.asks {
        "<w:trackRevisions/>"
    } else {
        ""
    };
    format!(
        "<w:settings {SPACES}><w:zoom w:percent=\"100\"/>{track}<w:defaultTabStop w:val=\"567\"/>\
         <w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"{language}-{country}\"/><w:decimalSymbol w:val=\",\"/>\
         <w:listSeparator w:val=\";\"/></w:settings>"
    )
}

/// The fonts that are named.
pub(super) fn fonts() -> String {
    format!(
        "<w:fonts {SPACES}><w:font w:name=\"Calibri\"><w:altName w:val=\"Carlito\"/><w:family w:val=\"swiss\"/>\
         <w:pitch w:val=\"variable\"/></w:font></w:fonts>"
    )
}

/// The title at the left, the page's number at the right.
pub(super) fn footer(outline: &Outline, own: &str, room: u32) -> String {
    let texts = locale(outline.language);
    let args = [("page", "\u{e000}".into()), ("pages", "\u{e001}".into())];
    let said = texts.text_with(Key::DocumentPage, &args);
    let mut words = run("", false, &title(outline));
    words.push_str("<w:r><w:tab/></w:r>");
    for part in said.split_inclusive(['\u{e000}', '\u{e001}']) {
        let plain = part.trim_end_matches(['\u{e000}', '\u{e001}']);
        if !plain.is_empty() {
            words.push_str(&run("", false, plain));
        }
        match part.chars().last() {
            Some('\u{e000}') => words.push_str(&field("PAGE")),
            Some('\u{e001}') => words.push_str(&field("NUMPAGES")),
            _ => {}
        }
    }
    let own = match own {
        "" => String::new(),
        own => format!(
            "<w:p><w:pPr><w:pStyle w:val=\"FooterText\"/></w:pPr>{}</w:p>",
            run("", false, own)
        ),
    };
    format!(
        "<w:ftr {SPACES}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:tabs><w:tab w:val=\"right\" w:pos=\"{room}\"/></w:tabs>\
         </w:pPr>{words}</w:p>{own}</w:ftr>"
    )
}

fn field(name: &str) -> String {
    let sign = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    format!(
        "{}<w:r><w:instrText xml:space=\"preserve\"> {name} </w:instrText></w:r>{}{}{}",
        sign("begin"),
        sign("separate"),
        run("", false, "1"),
        sign("end")
    )
}

/// Title, author and language, as file lists show them.
pub(super) fn core(outline: &Outline) -> String {
    let (language, country) = language(outline.language);
    format!(
        "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>\
         <dc:creator>{}</dc:creator><dc:language>{language}-{country}</dc:language></cp:coreProperties>",
        xml(&title(outline)),
        xml(&outline.author)
    )
}

/// The program that made it.
pub(super) fn app() -> String {
    "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
     <Application>referent</Application></Properties>"
        .to_owned()
}
