//! The text of an OpenDocument: blocks as paragraphs, lists and tables, marked and remarked on.

use super::styles::tables;
use super::{LOGO, SPACES};
use crate::documents::html::address;
use crate::documents::letterhead::Letterhead;
use crate::documents::mark::{Mark, Marked, Remark, anchors};
use crate::documents::markdown::title;
use crate::documents::outline::{Block, Body, Fact, Outline, Point, Role, Row, Run};
use crate::documents::package::{XML, logo_size, xml};
use crate::documents::table::{Table, is_wide, opens_with_table};
use crate::domain::zone::local;

/// The text as it grows.
#[derive(Default)]
pub(super) struct Page {
    text: String,
    /// Styles of tables' columns, by width.
    widths: Vec<u32>,
    remarks: Vec<(Option<Marked>, Remark)>,
    /// It lies on its side.
    pub wide: bool,
}

/// Hundredths of millimetres of A4 between the margins: upright, and on its side.
const ROOM: (u32, u32) = (16_400, 25_100);

impl Page {
    /// Writes the sender: logo and address, at the right.
    pub fn head(&mut self, letterhead: &Letterhead) {
        let logo = letterhead.logo.as_ref();
        if let Some((logo, (width, height))) = logo.and_then(|it| Some((it, logo_size(&it.png)?))) {
            let picture = format!(
                "<draw:frame draw:name=\"Logo\" text:anchor-type=\"as-char\" svg:width=\"{width}pt\" svg:height=\"{height}pt\">\
                 <draw:image xlink:href=\"{LOGO}\" xlink:type=\"simple\"/><svg:title>{}</svg:title></draw:frame>",
                xml(&logo.alt)
            );
            self.paragraph("Sender", &picture);
        }
        for (index, line) in letterhead.address.iter().enumerate() {
            let last = index + 1 == letterhead.address.len();
            let style = if last { "SenderEnd" } else { "Sender" };
            self.paragraph(style, &words(line));
        }
    }

    /// Writes the whole outline.
    pub fn write(&mut self, outline: &Outline) {
        let remarks = outline.remarks.iter().cloned();
        self.remarks = anchors(outline).into_iter().zip(remarks).collect();
        self.wide = is_wide(outline);
        let name = self.remarked(None, &words(&title(outline)));
        self.paragraph("Title", &name);
        if !outline.status.is_empty() {
            self.paragraph("Subtitle", &words(&outline.status));
        }
        for fact in &outline.facts {
            self.fact(fact);
        }
        if opens_with_table(outline) {
            self.paragraph("AfterTable", "");
        }
        for block in &outline.blocks {
            self.block(block);
        }
    }

    /// The part they make.
    pub fn content(&self) -> String {
        let mut styles = tables();
        for width in &self.widths {
            styles.push_str(&format!(
                "<style:style style:name=\"W{width}\" style:family=\"table-column\"><style:table-column-properties \
                 style:column-width=\"{}\"/></style:style>",
                millimetres(*width)
            ));
        }
        format!(
            "{XML}<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>\
             <office:body><office:text>{}</office:text></office:body></office:document-content>",
            self.text
        )
    }

    fn paragraph(&mut self, style: &str, content: &str) {
        self.text.push_str(&format!(
            "<text:p text:style-name=\"{style}\">{content}</text:p>"
        ));
    }

    fn fact(&mut self, fact: &Fact) {
        let values: Vec<String> = fact.values.iter().map(|value| words(value)).collect();
        let label = span("Label", &words(&format!("{}:", fact.label)));
        let values = values.join("<text:line-break/>");
        self.paragraph("Facts", &format!("{label}<text:tab/>{values}"));
    }

    fn block(&mut self, block: &Block) {
        match &block.body {
            Body::Heading {
                level,
                number,
                text,
                note,
            } => {
                let number = match number.as_str() {
                    "" => String::new(),
                    number => words(&format!("{number}. ")),
                };
                let note = match note.as_str() {
                    "" => String::new(),
                    note => span("Note", &words(&format!(" ({note})"))),
                };
                let content = format!("{number}{}{note}", words(text));
                let content = self.marked(&block.mark, text, &content);
                let level = level.saturating_sub(1).clamp(1, 3);
                self.text.push_str(&format!(
                    "<text:h text:style-name=\"Heading_20_{level}\" text:outline-level=\"{level}\">{content}</text:h>"
                ));
            }
            Body::Paragraph { label, runs } => {
                let label = match label.as_str() {
                    "" => String::new(),
                    label => span("Label", &words(&format!("{label}: "))),
                };
                let content = format!("{label}{}", inline(&block.mark, runs));
                let written = block.mark.written(runs);
                let content = self.marked(&block.mark, &written, &content);
                self.paragraph(style(block.role), &content);
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

    /// A list; each step of depth is a list within a point.
    fn list(&mut self, numbered: bool, points: &[Point]) {
        let name = if numbered { "Numbers" } else { "Bullets" };
        let open = "<text:list><text:list-item>";
        self.text
            .push_str(&format!("<text:list text:style-name=\"{name}\">"));
        for point in points {
            let depth = usize::from(point.indent.min(4));
            let content = inline(&point.mark, &point.runs);
            let written = point.mark.written(&point.runs);
            let content = self.marked(&point.mark, &written, &content);
            self.text.push_str("<text:list-item>");
            self.text.push_str(&open.repeat(depth));
            self.paragraph("List", &content);
            self.text
                .push_str(&"</text:list-item></text:list>".repeat(depth));
            self.text.push_str("</text:list-item>");
        }
        self.text.push_str("</text:list>");
    }

    fn table(&mut self, caption: &str, columns: &[String], rows: &[Row]) {
        if !caption.is_empty() {
            self.paragraph("Caption", &words(caption));
        }
        let table = Table::new(columns, rows);
        let widths = table.widths(if self.wide { ROOM.1 } else { ROOM.0 });
        self.text
            .push_str("<table:table table:style-name=\"Rows\">");
        for width in &widths {
            if !self.widths.contains(width) {
                self.widths.push(*width);
            }
            self.text.push_str(&format!(
                "<table:table-column table:style-name=\"W{width}\"/>"
            ));
        }
        self.text.push_str("<table:table-header-rows>");
        self.row(columns, widths.len(), "Row", ("HeadCell", "Head"));
        self.text.push_str("</table:table-header-rows>");
        let tall = if table.is_filled_by_hand() {
            "TallRow"
        } else {
            "Row"
        };
        for row in rows {
            self.row(&row.cells, widths.len(), tall, ("RowCell", "Cell"));
        }
        self.text.push_str("</table:table>");
        self.paragraph("AfterTable", "");
    }

    fn row(&mut self, cells: &[String], count: usize, style: &str, cell: (&str, &str)) {
        self.text
            .push_str(&format!("<table:table-row table:style-name=\"{style}\">"));
        for index in 0..count {
            let text = cells.get(index).map_or("", String::as_str);
            self.text.push_str(&format!(
                "<table:table-cell table:style-name=\"{}\" office:value-type=\"string\">",
                cell.0
            ));
            self.paragraph(cell.1, &words(text));
            self.text.push_str("</table:table-cell>");
        }
        self.text.push_str("</table:table-row>");
    }

    fn marked(&self, mark: &Mark, written: &str, content: &str) -> String {
        let Some(of) = mark.of else {
            return content.to_owned();
        };
        let name = of.bookmark(written);
        let content = format!(
            "<text:bookmark-start text:name=\"{name}\"/>{content}<text:bookmark-end text:name=\"{name}\"/>"
        );
        self.remarked(Some(of), &content)
    }

    /// Content within the annotations on it.
    fn remarked(&self, of: Option<Marked>, content: &str) -> String {
        let (mut starts, mut ends) = (String::new(), String::new());
        let rows = self.remarks.iter().enumerate();
        for (number, (_, remark)) in rows.filter(|(_, (it, _))| *it == of) {
            starts.push_str(&annotation(number, remark));
            ends.push_str(&format!(
                "<office:annotation-end office:name=\"r{number}\"/>"
            ));
        }
        format!("{starts}{content}{ends}")
    }
}

fn annotation(number: usize, remark: &Remark) -> String {
    let at = local(remark.at).format("%Y-%m-%dT%H:%M:%S");
    let lines = remark.lines.iter();
    let lines: String = lines
        .map(|line| format!("<text:p>{}</text:p>", words(line)))
        .collect();
    format!(
        "<office:annotation office:name=\"r{number}\"><dc:creator>{}</dc:creator><dc:date>{at}</dc:date>{lines}</office:annotation>",
        xml(&remark.by)
    )
}

fn inline(mark: &Mark, runs: &[Run]) -> String {
    let mut content = String::new();
    for piece in mark.pieces(runs) {
        let text = words(piece.text);
        let text = match piece.run.strong {
            true => span("Strong", &text),
            false => text,
        };
        content.push_str(&match piece.run.safe_link() {
            // A relative address is counted from inside the file.
            Some(link) if link.contains(':') => anchor(&address(link), &text),
            Some(link) => anchor(&format!("../{}", address(link)), &text),
            None => text,
        });
    }
    content
}

fn anchor(link: &str, text: &str) -> String {
    format!(
        "<text:a xlink:type=\"simple\" xlink:href=\"{}\">{text}</text:a>",
        xml(link)
    )
}

fn span(style: &str, content: &str) -> String {
    format!("<text:span text:style-name=\"{style}\">{content}</text:span>")
}

/// Words with every space kept: more than one in a row, and those at the ends.
fn words(text: &str) -> String {
    let text = xml(text);
    let mut kept = String::with_capacity(text.len());
    let last = text.chars().count().saturating_sub(1);
    let mut before = ' ';
    for (index, sign) in text.chars().enumerate() {
        match sign {
            ' ' if before == ' ' || index == last => kept.push_str("<text:s/>"),
            sign => kept.push(sign),
        }
        before = sign;
    }
    kept
}

fn millimetres(hundredths: u32) -> String {
    format!("{}.{:02}mm", hundredths / 100, hundredths % 100)
}

/// The style of a paragraph.
fn style(role: Role) -> &'static str {
    match role {
        Role::Text | Role::Item | Role::Part => "Text_20_body",
        Role::Field => "Field",
        Role::Decision => "Decision",
        Role::Action => "Action",
        Role::Vote => "Vote",
        Role::Attendance => "Attendance",
        Role::Dissent => "Dissent",
    }
}
