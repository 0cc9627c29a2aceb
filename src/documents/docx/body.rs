//! The text of a Word document: blocks as paragraphs and tables, marked and remarked on.

use super::parts::NUMBERS;
use super::{SPACES, run};
use crate::documents::html::address;
use crate::documents::letterhead::{Letterhead, Logo};
use crate::documents::mark::{Mark, Marked, anchors};
use crate::documents::markdown::title;
use crate::documents::outline::{Block, Body, Fact, Outline, Point, Role, Row, Run};
use crate::documents::package::{logo_size, xml};
use crate::documents::table::{Table, is_wide, opens_with_table};

/// Twips of A4: the short side, the long side, and the margins.
const SHEET: (u32, u32, u32) = (11_906, 16_838, 1_304);

/// What keeps the sender apart from the document.
const APART: &str = "<w:spacing w:after=\"320\"/>";

/// The text as it grows.
#[derive(Default)]
pub(super) struct Page {
    text: String,
    /// Where links lead, numbered from 1.
    pub links: Vec<String>,
    /// How many numbered lists there are, each counting on its own.
    pub lists: usize,
    /// What the remarks are on, in their order.
    remarked: Vec<Option<Marked>>,
    marks: usize,
    wide: bool,
}

impl Page {
    /// Writes the sender: logo and address, at the right.
    pub fn head(&mut self, letterhead: &Letterhead) {
        if let Some(logo) = &letterhead.logo {
            self.paragraph("Sender", "", &picture(logo));
        }
        for (index, line) in letterhead.address.iter().enumerate() {
            let last = index + 1 == letterhead.address.len();
            let apart = if last { APART } else { "" };
            self.paragraph("Sender", apart, &run("", false, line));
        }
    }

    /// Writes the whole outline.
    pub fn write(&mut self, outline: &Outline) {
        self.remarked = anchors(outline);
        self.wide = is_wide(outline);
        let remarks = self.remarks(None);
        let words = run("", false, &title(outline));
        self.paragraph("Title", "", &around(&remarks, &words));
        if !outline.status.is_empty() {
            self.paragraph("Subtitle", "", &run("", false, &outline.status));
        }
        for fact in &outline.facts {
            self.fact(fact);
        }
        if opens_with_table(outline) {
            self.paragraph("AfterTable", "", "");
        }
        for block in &outline.blocks {
            self.block(block);
        }
    }

    /// The part they make.
    pub fn document(&self) -> String {
        let (short, long, margin) = SHEET;
        let size = match self.wide {
            true => format!("w:w=\"{long}\" w:h=\"{short}\" w:orient=\"landscape\""),
            false => format!("w:w=\"{short}\" w:h=\"{long}\""),
        };
        format!(
            "<w:document {SPACES}><w:body>{}<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer\"/>\
             <w:pgSz {size}/><w:pgMar w:top=\"{margin}\" w:right=\"{margin}\" w:bottom=\"{margin}\" \
             w:left=\"{margin}\" w:header=\"708\" w:footer=\"600\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
            self.text
        )
    }

    /// Twips from margin to margin.
    pub fn room(&self) -> u32 {
        let (short, long, margin) = SHEET;
        let side = if self.wide { long } else { short };
        side - 2 * margin
    }

    /// A paragraph of a style, with what else is set of it.
    fn paragraph(&mut self, style: &str, set: &str, content: &str) {
        self.text.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{set}</w:pPr>{content}</w:p>"
        ));
    }

    fn fact(&mut self, fact: &Fact) {
        let mut words = run("Label", false, &format!("{}:", fact.label));
        words.push_str("<w:r><w:tab/></w:r>");
        for (index, value) in fact.values.iter().enumerate() {
            if index > 0 {
                words.push_str("<w:r><w:br/></w:r>");
            }
            words.push_str(&run("", false, value));
        }
        self.paragraph("Facts", "", &words);
    }

    fn block(&mut self, block: &Block) {
        match &block.body {
            Body::Heading {
                level,
                number,
                text,
                note,
            } => {
                let mut words = match number.as_str() {
                    "" => String::new(),
                    number => run("", false, &format!("{number}. ")),
                };
                words.push_str(&run("", false, text));
                if !note.is_empty() {
                    words.push_str(&run("Note", false, &format!(" ({note})")));
                }
                let words = self.marked(&block.mark, text, words);
                let level = level.saturating_sub(1).clamp(1, 3);
                self.paragraph(&format!("Heading{level}"), "", &words);
            }
            Body::Paragraph { label, runs } => {
                let mut words = match label.as_str() {
                    "" => String::new(),
                    label => run("Label", false, &format!("{label}: ")),
                };
                words.push_str(&self.inline(&block.mark, runs));
                let words = self.marked(&block.mark, &block.mark.written(runs), words);
                // A heading within an item stays with what it is over.
                let over =
                    label.is_empty() && !runs.is_empty() && runs.iter().all(|run| run.strong);
                let set = if over { "<w:keepNext/>" } else { "" };
                self.paragraph(style(block.role), set, &words);
            }
            Body::List { numbered, points } => self.list(*numbered, points),
            Body::Table {
                caption,
                columns,
                rows,
            } => self.table(caption, columns, rows),
            Body::Chart(chart) => self.table(chart.caption(), &chart.columns(), &chart.cells()),
        }
    }

    fn list(&mut self, numbered: bool, points: &[Point]) {
        self.lists += usize::from(numbered);
        let (kind, list) = match numbered {
            true => ("ListNumber", NUMBERS + self.lists),
            false => ("ListBullet", 1),
        };
        for point in points {
            let depth = point.indent.min(4);
            let style = match depth {
                0 => kind.to_owned(),
                depth => format!("{kind}{}", depth + 1),
            };
            let set = format!(
                "<w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"{list}\"/></w:numPr>"
            );
            let words = self.inline(&point.mark, &point.runs);
            let words = self.marked(&point.mark, &point.mark.written(&point.runs), words);
            self.paragraph(&style, &set, &words);
        }
    }

    fn table(&mut self, caption: &str, columns: &[String], rows: &[Row]) {
        if !caption.is_empty() {
            self.paragraph("Caption", "", &run("", false, caption));
        }
        let table = Table::new(columns, rows);
        let widths = table.widths(self.room());
        let grid: String = widths
            .iter()
            .map(|width| format!("<w:gridCol w:w=\"{width}\"/>"))
            .collect();
        self.text.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Rows\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0420\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" \
             w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>",
            widths.iter().sum::<u32>()
        ));
        self.row("<w:cantSplit/><w:tblHeader/>", columns, &widths);
        let tall = match table.is_filled_by_hand() {
            true => "<w:cantSplit/><w:trHeight w:val=\"680\" w:hRule=\"atLeast\"/>",
            false => "<w:cantSplit/>",
        };
        for row in rows {
            self.row(tall, &row.cells, &widths);
        }
        self.text.push_str("</w:tbl>");
        self.paragraph("AfterTable", "", "");
    }

    fn row(&mut self, set: &str, cells: &[String], widths: &[u32]) {
        self.text.push_str(&format!("<w:tr><w:trPr>{set}</w:trPr>"));
        for (index, width) in widths.iter().enumerate() {
            let words = cells.get(index).map_or("", String::as_str);
            self.text.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"
            ));
            self.paragraph("Cell", "", &run("", false, words));
            self.text.push_str("</w:tc>");
        }
        self.text.push_str("</w:tr>");
    }

    fn inline(&mut self, mark: &Mark, runs: &[Run]) -> String {
        let mut words = String::new();
        for piece in mark.pieces(runs) {
            let style = if piece.added { "Added" } else { "" };
            match piece.run.safe_link() {
                Some(link) => {
                    self.links.push(address(link));
                    words.push_str(&format!(
                        "<w:hyperlink r:id=\"link{}\" w:history=\"1\">{}</w:hyperlink>",
                        self.links.len(),
                        run("Hyperlink", piece.run.strong, piece.text)
                    ));
                }
                None => words.push_str(&run(style, piece.run.strong, piece.text)),
            }
        }
        words
    }

    /// Words within the bookmark of what they tell, and within the remarks on it.
    fn marked(&mut self, mark: &Mark, written: &str, words: String) -> String {
        let Some(of) = mark.of else {
            return words;
        };
        self.marks += 1;
        let (id, name) = (self.marks, of.bookmark(written));
        let words = format!(
            "<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>{words}<w:bookmarkEnd w:id=\"{id}\"/>"
        );
        around(&self.remarks(Some(of)), &words)
    }

    /// The numbers of the remarks on something.
    fn remarks(&self, of: Option<Marked>) -> Vec<usize> {
        let rows = self.remarked.iter().enumerate();
        rows.filter(|(_, it)| **it == of)
            .map(|(at, _)| at)
            .collect()
    }
}

/// The logo as a picture in the text, with what it shows for those who do not see it.
fn picture(logo: &Logo) -> String {
    /// English metric units of a point.
    const POINT: u32 = 12_700;
    let Some((width, height)) = logo_size(&logo.png) else {
        return String::new();
    };
    let size = format!("cx=\"{}\" cy=\"{}\"", width * POINT, height * POINT);
    let alt = xml(&logo.alt);
    let drawing = "http://schemas.openxmlformats.org/drawingml/2006";
    format!(
        "<w:r><w:drawing><wp:inline xmlns:wp=\"{drawing}/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
         <wp:extent {size}/><wp:docPr id=\"1\" name=\"Logo\" descr=\"{alt}\"/>\
         <a:graphic xmlns:a=\"{drawing}/main\"><a:graphicData uri=\"{drawing}/picture\">\
         <pic:pic xmlns:pic=\"{drawing}/picture\"><pic:nvPicPr><pic:cNvPr id=\"1\" name=\"Logo\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr>\
         <pic:blipFill><a:blip r:embed=\"logo\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
         <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {size}/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>\
         </pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
}

/// Words within remarks.
fn around(remarks: &[usize], words: &str) -> String {
    let starts: String = remarks
        .iter()
        .map(|id| format!("<w:commentRangeStart w:id=\"{id}\"/>"))
        .collect();
    let ends: String = remarks
        .iter()
        .map(|id| {
            format!(
                "<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr>\
                 <w:commentReference w:id=\"{id}\"/></w:r>"
            )
        })
        .collect();
    format!("{starts}{words}{ends}")
}

/// The style of a paragraph.
fn style(role: Role) -> &'static str {
    match role {
        Role::Text | Role::Item | Role::Part => "BodyText",
        Role::Field => "Field",
        Role::Decision => "Decision",
        Role::Action => "Action",
        Role::Vote => "Vote",
        Role::Attendance => "Attendance",
        Role::Dissent => "Dissent",
    }
}

/// What a link of the document leads to, as the part of links has it.
pub(super) fn link(number: usize, target: &str) -> String {
    format!(
        "<Relationship Id=\"link{number}\" \
         Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" \
         Target=\"{}\" TargetMode=\"External\"/>",
        xml(target)
    )
}
