//! The styles of a Word document: Word's own by their names, and ours in the document's language.

use std::fmt::Write as _;

use super::SPACES;
use crate::documents::package::{language, xml};
use crate::documents::source::locale;
use crate::domain::secretariat::Language;
use crate::locale::Key;

/// The colour of what stands in small.
const SOFT: &str = "595959";

/// A style: kind, id, name, what it is based on, what follows it, and what is set.
struct Style<'a> {
    kind: &'a str,
    id: &'a str,
    name: &'a str,
    based: &'a str,
    next: &'a str,
    paragraph: &'a str,
    words: &'a str,
}

impl Style<'_> {
    /// Whether Word knows the name.
    fn is_own(&self) -> bool {
        const OURS: [&str; 13] = [
            "Facts",
            "Field",
            "Decision",
            "Action",
            "Vote",
            "Attendance",
            "Dissent",
            "Cell",
            "AfterTable",
            "FooterText",
            "Sender",
            "Label",
            "Note",
        ];
        OURS.contains(&self.id) || self.id == "Added"
    }

    fn write(&self, text: &mut String) {
        let custom = if self.is_own() {
            " w:customStyle=\"1\""
        } else {
            ""
        };
        let link = |name: &str, of: &str| match of {
            "" => String::new(),
            of => format!("<w:{name} w:val=\"{of}\"/>"),
        };
        let set = |name: &str, what: &str| match what {
            "" => String::new(),
            what => format!("<w:{name}>{what}</w:{name}>"),
        };
        let _ = write!(
            text,
            "<w:style w:type=\"{}\"{custom} w:styleId=\"{}\"><w:name w:val=\"{}\"/>{}{}<w:uiPriority w:val=\"9\"/>\
             <w:qFormat/>{}{}</w:style>",
            self.kind,
            self.id,
            xml(self.name),
            link("basedOn", self.based),
            link("next", self.next),
            set("pPr", self.paragraph),
            set("rPr", self.words)
        );
    }
}

/// The part.
pub(super) fn styles(of: Language, ink: &str) -> String {
    let (code, country) = language(of);
    let mut text = format!(
        "<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Calibri\"/>\
         <w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"{code}-{country}\" w:eastAsia=\"{code}-{country}\" \
         w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\" \
         w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>\
         <w:pPr><w:widowControl/></w:pPr></w:style>\
         <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">\
         <w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>\
         <w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name w:val=\"No List\"/>\
         <w:semiHidden/></w:style>"
    );
    headings(&mut text, ink);
    lists(&mut text);
    entries(&mut text, of, ink);
    small(&mut text, of, ink);
    tables(&mut text);
    text.push_str("</w:styles>");
    text
}

fn paragraph<'a>(id: &'a str, name: &'a str, set: &'a str, words: &'a str) -> Style<'a> {
    Style {
        kind: "paragraph",
        id,
        name,
        based: "Normal",
        next: "",
        paragraph: set,
        words,
    }
}

fn headings(text: &mut String, ink: &str) {
    let look = |size: u8| {
        format!(
            "<w:b/><w:bCs/><w:color w:val=\"{ink}\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>"
        )
    };
    let heading = |level: u8, before: u16| {
        format!(
            "<w:keepNext/><w:keepLines/><w:spacing w:before=\"{before}\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/>\
             <w:outlineLvl w:val=\"{}\"/>",
            level - 1
        )
    };
    let title = "<w:keepNext/><w:keepLines/><w:spacing w:before=\"0\" w:after=\"120\" w:line=\"240\" w:lineRule=\"auto\"/>";
    let status = format!(
        "<w:keepNext/><w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"6\" w:color=\"{ink}\"/></w:pBdr>\
         <w:spacing w:after=\"200\"/><w:ind w:left=\"142\"/>"
    );
    for (id, name, set, words) in [
        ("Title", "Title", title.to_owned(), look(36)),
        ("Subtitle", "Subtitle", status, "<w:b/>".to_owned()),
        ("Heading1", "heading 1", heading(1, 320), look(26)),
        ("Heading2", "heading 2", heading(2, 240), look(23)),
        ("Heading3", "heading 3", heading(3, 200), look(22)),
    ] {
        let style = paragraph(id, name, &set, &words);
        let next = Style {
            next: "BodyText",
            ..style
        };
        next.write(text);
    }
    paragraph("BodyText", "Body Text", "", "").write(text);
}

fn lists(text: &mut String) {
    for (list, id, name) in [
        (1, "ListBullet", "List Bullet"),
        (2, "ListNumber", "List Number"),
    ] {
        for depth in 0..5 {
            let (id, name) = match depth {
                0 => (id.to_owned(), name.to_owned()),
                depth => (
                    format!("{id}{}", depth + 1),
                    format!("{name} {}", depth + 1),
                ),
            };
            let left = 360 * (depth + 1);
            let set = format!(
                "<w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"{list}\"/></w:numPr>\
                 <w:ind w:left=\"{left}\" w:hanging=\"360\"/><w:contextualSpacing/>"
            );
            paragraph(&id, &name, &set, "").write(text);
        }
    }
}

/// What an entry is, by the name people see in the list of styles.
fn entries(text: &mut String, of: Language, ink: &str) {
    let texts = locale(of);
    let boxed = |colour: &str| {
        format!(
            "<w:keepLines/><w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"6\" w:color=\"{colour}\"/></w:pBdr>\
             <w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F0F4F8\"/><w:ind w:left=\"142\"/>"
        )
    };
    for (id, key, colour) in [
        ("Decision", Key::EntryDecision, ink),
        ("Action", Key::EntryAction, "9A5B13"),
        ("Vote", Key::EntryVote, "3B6E57"),
        ("Dissent", Key::EntryDissent, "7A3B3B"),
    ] {
        paragraph(id, &texts.text(key), &boxed(colour), "").write(text);
    }
    let soft = format!("<w:color w:val=\"{SOFT}\"/>");
    let name = texts.text(Key::DocumentAttended);
    paragraph("Attendance", &name, "", &soft).write(text);
    let facts = "<w:tabs><w:tab w:val=\"left\" w:pos=\"1985\"/></w:tabs><w:spacing w:after=\"60\"/>\
         <w:ind w:left=\"1985\" w:hanging=\"1985\"/>";
    paragraph("Facts", &texts.text(Key::StyleFacts), facts, "").write(text);
    paragraph("Field", &texts.text(Key::StyleField), "", "").write(text);
}

fn small(text: &mut String, of: Language, ink: &str) {
    let texts = locale(of);
    let soft = format!("<w:color w:val=\"{SOFT}\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>");
    let footer = "<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"A6A6A6\"/></w:pBdr>\
         <w:spacing w:after=\"0\"/>";
    let cell = "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>";
    let after = "<w:spacing w:after=\"0\" w:line=\"160\" w:lineRule=\"exact\"/>";
    let caption = format!("<w:b/><w:color w:val=\"{ink}\"/>");
    paragraph(
        "Caption",
        "caption",
        "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/>",
        &caption,
    )
    .write(text);
    paragraph("Footer", "footer", footer, &soft).write(text);
    paragraph(
        "CommentText",
        "annotation text",
        "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"20\"/>",
    )
    .write(text);
    paragraph(
        "Cell",
        &texts.text(Key::StyleCell),
        cell,
        "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>",
    )
    .write(text);
    paragraph("AfterTable", &texts.text(Key::StyleAfterTable), after, "").write(text);
    let sender = "<w:keepNext/><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"right\"/>";
    paragraph("Sender", &texts.text(Key::StyleSender), sender, &soft).write(text);
    paragraph(
        "FooterText",
        &texts.text(Key::StyleFooterText),
        "<w:spacing w:after=\"0\"/>",
        &soft,
    )
    .write(text);
    let note = format!(
        "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/><w:color w:val=\"{SOFT}\"/><w:sz w:val=\"20\"/>"
    );
    for (id, name, words) in [
        ("Strong", "Strong".into(), "<w:b/><w:bCs/>"),
        (
            "Hyperlink",
            "Hyperlink".into(),
            "<w:color w:val=\"0B4F8A\"/><w:u w:val=\"single\"/>",
        ),
        (
            "CommentReference",
            "annotation reference".into(),
            "<w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>",
        ),
        ("Label", texts.text(Key::StyleLabel), "<w:b/><w:bCs/>"),
        ("Note", texts.text(Key::StyleNote), note.as_str()),
        ("Added", texts.text(Key::StyleAdded), ""),
    ] {
        let style = Style {
            kind: "character",
            id,
            name: &name,
            based: "DefaultParagraphFont",
            next: "",
            paragraph: "",
            words,
        };
        style.write(text);
    }
}

fn tables(text: &mut String) {
    let edge = |side: &str| {
        format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A6A6A6\"/>")
    };
    let edges: String = ["top", "left", "bottom", "right", "insideH", "insideV"]
        .map(edge)
        .concat();
    text.push_str(&format!(
        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:semiHidden/>\
         <w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>\
         <w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/>\
         </w:tblCellMar></w:tblPr></w:style>\
         <w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"Rows\"><w:name w:val=\"Referent\"/><w:basedOn w:val=\"TableNormal\"/>\
         <w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/><w:bCs/></w:rPr>\
         <w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E4EAF2\"/></w:tcPr></w:tblStylePr></w:style>"
    ));
}
