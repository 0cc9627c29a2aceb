//! The styles of an OpenDocument text, the page and its footer.

use std::fmt::Write as _;

use super::SPACES;
use crate::documents::letterhead::Letterhead;
use crate::documents::markdown::title;
use crate::documents::outline::Outline;
use crate::documents::package::{XML, ink, language, xml};
use crate::documents::source::locale;
use crate::locale::{Key, Locale};

/// The colour of what stands in small.
const SOFT: &str = "#595959";

/// The part.
pub(super) fn styles(outline: &Outline, letterhead: &Letterhead, wide: bool) -> String {
    let ink = format!("#{}", ink(letterhead));
    let texts = locale(outline.language);
    let (code, country) = language(outline.language);
    let mut all = format!(
        "<style:default-style style:family=\"paragraph\"><style:paragraph-properties fo:margin-bottom=\"2.1mm\" \
         fo:line-height=\"110%\" fo:orphans=\"2\" fo:widows=\"2\" style:tab-stop-distance=\"10mm\"/>\
         <style:text-properties style:font-name=\"Body\" fo:font-size=\"11pt\" fo:language=\"{code}\" \
         fo:country=\"{country}\"/></style:default-style>\
         <style:style style:name=\"Standard\" style:family=\"paragraph\" style:class=\"text\"/>"
    );
    headings(&mut all, &ink);
    entries(&mut all, texts, &ink);
    small(&mut all, texts, &ink);
    words(&mut all, texts);
    list(&mut all, "Bullets", false);
    list(&mut all, "Numbers", true);
    format!(
        "{XML}<office:document-styles {SPACES}><office:font-face-decls><style:font-face style:name=\"Body\" \
         svg:font-family=\"Calibri, Carlito, 'Liberation Sans', Arial\" style:font-family-generic=\"swiss\"/>\
         </office:font-face-decls><office:styles>{all}</office:styles>{}</office:document-styles>",
        page(outline, texts, &letterhead.footer, wide)
    )
}

/// A style of paragraphs: its id, its name, what it is based on, what is set.
fn paragraph(all: &mut String, (id, name, based): (&str, &str, &str), set: &str, words: &str) {
    let _ = write!(
        all,
        "<style:style style:name=\"{id}\" style:display-name=\"{}\" style:family=\"paragraph\" \
         style:parent-style-name=\"{based}\"><style:paragraph-properties {set}/><style:text-properties {words}/></style:style>",
        xml(name)
    );
}

fn headings(all: &mut String, ink: &str) {
    let look =
        |size: u8| format!("fo:font-weight=\"bold\" fo:color=\"{ink}\" fo:font-size=\"{size}pt\"");
    let base = ("Text_20_body", "Text body", "Standard");
    paragraph(all, base, "", "");
    let title = "fo:keep-with-next=\"always\" fo:margin-bottom=\"2mm\"";
    paragraph(all, ("Title", "Title", "Standard"), title, &look(18));
    let status = format!(
        "fo:keep-with-next=\"always\" fo:margin-bottom=\"4mm\" fo:padding-left=\"2mm\" \
         fo:border-left=\"1mm solid {ink}\""
    );
    paragraph(
        all,
        ("Subtitle", "Subtitle", "Standard"),
        &status,
        "fo:font-weight=\"bold\"",
    );
    for (level, size, before) in [(1, 13, 6), (2, 12, 4), (3, 11, 3)] {
        let _ = write!(
            all,
            "<style:style style:name=\"Heading_20_{level}\" style:display-name=\"Heading {level}\" style:family=\"paragraph\" \
             style:parent-style-name=\"Standard\" style:next-style-name=\"Text_20_body\" style:default-outline-level=\"{level}\">\
             <style:paragraph-properties fo:keep-with-next=\"always\" fo:keep-together=\"always\" fo:margin-top=\"{before}mm\" \
             fo:margin-bottom=\"1.4mm\"/><style:text-properties {}/></style:style>",
            look(size)
        );
    }
}

fn entries(all: &mut String, texts: Locale, ink: &str) {
    for (id, key, colour) in [
        ("Decision", Key::EntryDecision, ink),
        ("Action", Key::EntryAction, "#9a5b13"),
        ("Vote", Key::EntryVote, "#3b6e57"),
        ("Dissent", Key::EntryDissent, "#7a3b3b"),
    ] {
        let set = format!(
            "fo:keep-together=\"always\" fo:background-color=\"#f0f4f8\" fo:padding-left=\"2mm\" \
             fo:border-left=\"1mm solid {colour}\""
        );
        paragraph(all, (id, &texts.text(key), "Text_20_body"), &set, "");
    }
    let name = texts.text(Key::DocumentAttended);
    let soft = format!("fo:color=\"{SOFT}\"");
    paragraph(all, ("Attendance", &name, "Text_20_body"), "", &soft);
    let name = texts.text(Key::StyleField);
    paragraph(all, ("Field", &name, "Text_20_body"), "", "");
}

fn small(all: &mut String, texts: Locale, ink: &str) {
    let name = texts.text(Key::StyleFacts);
    let _ = write!(
        all,
        "<style:style style:name=\"Facts\" style:display-name=\"{}\" style:family=\"paragraph\" \
         style:parent-style-name=\"Standard\"><style:paragraph-properties fo:margin-left=\"35mm\" fo:text-indent=\"-35mm\" \
         fo:margin-bottom=\"1mm\"><style:tab-stops><style:tab-stop style:position=\"0mm\"/></style:tab-stops>\
         </style:paragraph-properties></style:style>",
        xml(&name)
    );
    let close = "fo:margin-bottom=\"0.8mm\"";
    paragraph(all, ("List", "List", "Standard"), close, "");
    let cell = "fo:margin-top=\"0.6mm\" fo:margin-bottom=\"0.6mm\" fo:line-height=\"100%\"";
    let name = texts.text(Key::StyleCell);
    paragraph(
        all,
        ("Cell", &name, "Standard"),
        cell,
        "fo:font-size=\"10pt\"",
    );
    paragraph(
        all,
        ("Head", "Table Heading", "Cell"),
        cell,
        "fo:font-weight=\"bold\"",
    );
    let name = texts.text(Key::StyleAfterTable);
    let gap = "fo:margin-bottom=\"0mm\" fo:line-height=\"3mm\"";
    paragraph(all, ("AfterTable", &name, "Standard"), gap, "");
    let over = "fo:keep-with-next=\"always\" fo:margin-top=\"2mm\" fo:margin-bottom=\"1mm\"";
    let strong = format!("fo:font-weight=\"bold\" fo:color=\"{ink}\"");
    paragraph(all, ("Caption", "Caption", "Standard"), over, &strong);
    let rule =
        "fo:border-top=\"0.2mm solid #a6a6a6\" fo:padding-top=\"1mm\" fo:margin-bottom=\"0mm\"";
    let look = format!("fo:color=\"{SOFT}\" fo:font-size=\"9pt\"");
    paragraph(all, ("Footer", "Footer", "Standard"), rule, &look);
    let close = "fo:margin-bottom=\"0mm\"";
    let name = texts.text(Key::StyleFooterText);
    paragraph(all, ("FooterText", &name, "Standard"), close, &look);
    let name = texts.text(Key::StyleSender);
    let right = "fo:margin-bottom=\"0mm\" fo:text-align=\"end\"";
    paragraph(all, ("Sender", &name, "Standard"), right, &look);
    let (name, apart) = (format!("{name} 2"), "fo:margin-bottom=\"6mm\"");
    paragraph(all, ("SenderEnd", &name, "Sender"), apart, "");
}

fn words(all: &mut String, texts: Locale) {
    let note = format!("fo:font-weight=\"normal\" fo:color=\"{SOFT}\" fo:font-size=\"10pt\"");
    for (id, name, look) in [
        (
            "Strong",
            "Strong Emphasis".into(),
            "fo:font-weight=\"bold\"",
        ),
        (
            "Label",
            texts.text(Key::StyleLabel),
            "fo:font-weight=\"bold\"",
        ),
        ("Note", texts.text(Key::StyleNote), note.as_str()),
    ] {
        let _ = write!(
            all,
            "<style:style style:name=\"{id}\" style:display-name=\"{}\" style:family=\"text\"><style:text-properties {look}/></style:style>",
            xml(&name)
        );
    }
}

/// Tables, rows and cells: programs look for these beside the text.
pub(super) fn tables() -> String {
    let edge =
        "fo:border=\"0.2mm solid #a6a6a6\" fo:padding-left=\"1.9mm\" fo:padding-right=\"1.9mm\"";
    format!(
        "<style:style style:name=\"Rows\" style:family=\"table\"><style:table-properties table:align=\"margins\"/></style:style>\
         <style:style style:name=\"Row\" style:family=\"table-row\"><style:table-row-properties \
         fo:keep-together=\"always\"/></style:style>\
         <style:style style:name=\"TallRow\" style:family=\"table-row\"><style:table-row-properties \
         style:min-row-height=\"12mm\" fo:keep-together=\"always\"/></style:style>\
         <style:style style:name=\"RowCell\" style:family=\"table-cell\"><style:table-cell-properties {edge}/></style:style>\
         <style:style style:name=\"HeadCell\" style:family=\"table-cell\"><style:table-cell-properties {edge} \
         fo:background-color=\"#e4eaf2\"/></style:style>"
    )
}

fn list(all: &mut String, name: &str, numbered: bool) {
    let mut levels = String::new();
    for level in 1..=5 {
        let place = format!(
            "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">\
             <style:list-level-label-alignment text:label-followed-by=\"listtab\" fo:margin-left=\"{}mm\" \
             fo:text-indent=\"-6mm\" text:list-tab-stop-position=\"{}mm\"/></style:list-level-properties>",
            6 * level,
            6 * level
        );
        levels.push_str(&match numbered {
            true => format!(
                "<text:list-level-style-number text:level=\"{level}\" style:num-format=\"1\" style:num-suffix=\".\">{place}</text:list-level-style-number>"
            ),
            false => format!(
                "<text:list-level-style-bullet text:level=\"{level}\" text:bullet-char=\"{}\">{place}</text:list-level-style-bullet>",
                if level % 2 == 1 { "•" } else { "–" }
            ),
        });
    }
    let _ = write!(
        all,
        "<text:list-style style:name=\"{name}\">{levels}</text:list-style>"
    );
}

/// The page and its footer: the title at the left, the page's number at the right.
fn page(outline: &Outline, texts: Locale, own: &str, wide: bool) -> String {
    let (size, room) = match wide {
        true => (
            "fo:page-width=\"297mm\" fo:page-height=\"210mm\" style:print-orientation=\"landscape\"",
            251,
        ),
        false => (
            "fo:page-width=\"210mm\" fo:page-height=\"297mm\" style:print-orientation=\"portrait\"",
            164,
        ),
    };
    let own = match own {
        "" => String::new(),
        own => format!(
            "<text:p text:style-name=\"FooterText\">{}</text:p>",
            xml(own)
        ),
    };
    let args = [("page", "\u{e000}".into()), ("pages", "\u{e001}".into())];
    let number = xml(&texts.text_with(Key::DocumentPage, &args))
        .replace(
            '\u{e000}',
            "<text:page-number text:select-page=\"current\">1</text:page-number>",
        )
        .replace('\u{e001}', "<text:page-count>1</text:page-count>");
    format!(
        "<office:automatic-styles><style:page-layout style:name=\"Page\"><style:page-layout-properties {size} \
         fo:margin=\"23mm\"/><style:footer-style><style:header-footer-properties fo:margin-top=\"5mm\"/></style:footer-style>\
         </style:page-layout><style:style style:name=\"FooterTab\" style:family=\"paragraph\" style:parent-style-name=\"Footer\">\
         <style:paragraph-properties><style:tab-stops><style:tab-stop style:position=\"{room}mm\" style:type=\"right\"/>\
         </style:tab-stops></style:paragraph-properties></style:style></office:automatic-styles>\
         <office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"Page\"><style:footer>\
         <text:p text:style-name=\"FooterTab\">{}<text:tab/>{number}</text:p>{own}</style:footer></style:master-page></office:master-styles>",
        xml(&title(outline))
    )
}
