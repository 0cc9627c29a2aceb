//! An outline as one accessible HTML file: no scripts, nothing fetched, prints well.
//!
//! It owns escaping for HTML and the page's style. It must not know meetings.

use base64::prelude::{BASE64_STANDARD, Engine as _};

use super::annexes::is_beside;
use super::letterhead::{Letterhead, colour_name};
use super::line::line;
use super::outline::{Block, Body, Fact, Outline, Point, Row, Run};

/// How documents look, on paper and in the dark too.
pub(super) const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#1a1a1a;--soft:#555;--paper:#fff;--line:#b8b8b8;--mark:#f0f4f8}
@media (prefers-color-scheme:dark){:root{--ink:#eaeaea;--soft:#b5b5b5;--paper:#16181a;--line:#5c6166;--mark:#23282d}h1,h2,h3{color:inherit!important}}
body{margin:2rem auto;padding:0 1rem;max-width:44rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
h1{font-size:1.6rem;line-height:1.25}
h1,h2,h3{color:var(--head,inherit)}
header{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:flex-start;gap:.5rem 2rem;color:var(--soft);font-size:.9rem}
header img{max-width:16rem;max-height:4.5rem;background:#fff}
header p{margin:0 0 0 auto;text-align:right}
footer{margin-top:2rem;border-top:1px solid var(--line);padding-top:.5rem;color:var(--soft);font-size:.9rem}
h2{font-size:1.2rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line)}
h3{font-size:1rem}
.note{font-weight:normal;font-size:.9rem;color:var(--soft)}
.status{font-weight:bold;border:1px solid var(--line);padding:.4rem .8rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}
dt{font-weight:bold}
dd{margin:0}
.decision,.action,.vote,.dissent{background:var(--mark);border-left:.25rem solid var(--line);padding:.4rem .8rem}
.attendance{color:var(--soft)}
table{border-collapse:collapse;width:100%;margin:1rem 0}
caption{text-align:left;font-weight:bold;padding:.3rem 0}
th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top;font-weight:normal}
thead th{font-weight:bold;background:var(--mark)}
figure{margin:1rem 0}
svg{max-width:100%;height:auto}
a{color:inherit}
@media print{:root{--ink:#000;--soft:#333;--paper:#fff;--line:#888;--mark:#f4f4f4}body{margin:0;max-width:none;font-size:11pt}h2,h3{break-after:avoid}tr,.decision,.action{break-inside:avoid}thead{display:table-header-group}}
";

/// What a page has beside its document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dress<'a> {
    /// The sender's letterhead.
    pub letterhead: &'a Letterhead,
    /// More rules of style.
    pub style: &'a str,
    /// A picture of ours (SVG) above everything but the title.
    pub picture: &'a str,
}

/// The document as one HTML file, on a letterhead.
pub fn html(outline: &Outline, letterhead: &Letterhead) -> String {
    let dress = Dress {
        letterhead,
        style: "",
        picture: "",
    };
    dressed(outline, dress)
}

/// The same with what else a page has.
pub(super) fn dressed(outline: &Outline, dress: Dress<'_>) -> String {
    let title = escape(&super::markdown::title(outline));
    let images = match dress.letterhead.logo {
        Some(_) => "; img-src data:",
        None => "",
    };
    let colour = dress.letterhead.colour.map_or_else(String::new, |colour| {
        format!(":root{{--head:{}}}\n", colour_name(colour))
    });
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'{images}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>\n{STYLE}{colour}{}</style>\n</head>\n<body>\n",
        outline.language.name(),
        dress.style
    );
    write_sender(&mut page, dress.letterhead);
    page.push_str(&format!("<main>\n<h1>{title}</h1>\n"));
    if !outline.status.is_empty() {
        page.push_str(&format!(
            "<p class=\"status\">{}</p>\n",
            escape(&outline.status)
        ));
    }
    page.push_str(dress.picture);
    write_facts(&mut page, &outline.facts);
    write_blocks(&mut page, &outline.blocks, Place::default());
    page.push_str("</main>\n");
    if !dress.letterhead.footer.is_empty() {
        let footer = escape(&dress.letterhead.footer);
        page.push_str(&format!("<footer>{footer}</footer>\n"));
    }
    page.push_str("</body>\n</html>\n");
    page
}

/// The logo, inside the file, and the sender's lines.
fn write_sender(page: &mut String, letterhead: &Letterhead) {
    if letterhead.logo.is_none() && letterhead.address.is_empty() {
        return;
    }
    page.push_str("<header>\n");
    if let Some(logo) = &letterhead.logo {
        let data = BASE64_STANDARD.encode(&logo.png);
        page.push_str(&format!(
            "<img src=\"data:image/png;base64,{data}\" alt=\"{}\">\n",
            escape(&logo.alt)
        ));
    }
    if !letterhead.address.is_empty() {
        let lines: Vec<String> = letterhead.address.iter().map(|line| escape(line)).collect();
        page.push_str(&format!("<p>{}</p>\n", lines.join("<br>")));
    }
    page.push_str("</header>\n");
}

/// Where in a page blocks stand.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place<'a> {
    /// How many levels of headings stand above them beside the page's own.
    pub under: u8,
    /// The way from the page to the folder that files lie in ("../").
    pub up: &'a str,
    /// What a table that is wider than the screen is called, where it can be moved by keys.
    pub wide: Option<&'a str>,
}

/// Blocks, with their tables, lists and links.
pub(super) fn write_blocks(page: &mut String, blocks: &[Block], place: Place<'_>) {
    for block in blocks {
        write_block(page, block, place);
    }
}

/// The facts of a head.
pub(super) fn write_facts(page: &mut String, facts: &[Fact]) {
    if facts.is_empty() {
        return;
    }
    page.push_str("<dl>\n");
    for fact in facts {
        let lines: Vec<String> = fact.values.iter().map(|value| escape(value)).collect();
        page.push_str(&format!(
            "<dt>{}</dt><dd>{}</dd>\n",
            escape(&fact.label),
            lines.join("<br>")
        ));
    }
    page.push_str("</dl>\n");
}

fn write_block(page: &mut String, block: &Block, place: Place<'_>) {
    match &block.body {
        Body::Heading {
            level,
            number,
            text,
            note,
        } => {
            let level = (*level).max(2).saturating_add(place.under).min(6);
            let number = if number.is_empty() {
                String::new()
            } else {
                format!("{}. ", escape(number))
            };
            let note = if note.is_empty() {
                String::new()
            } else {
                format!(" <span class=\"note\">({})</span>", escape(note))
            };
            page.push_str(&format!(
                "<h{level}>{number}{}{note}</h{level}>\n",
                escape(text)
            ));
        }
        Body::Paragraph { label, runs } => {
            let label = if label.is_empty() {
                String::new()
            } else {
                format!("<strong>{}:</strong> ", escape(label))
            };
            page.push_str(&format!(
                "<p class=\"{}\">{label}{}</p>\n",
                block.role.name(),
                inline(runs, place.up)
            ));
        }
        Body::List { numbered, points } => write_list(page, *numbered, points, place.up),
        Body::Table {
            caption,
            columns,
            rows,
        } => match place.wide {
            Some(name) => {
                let name = if caption.is_empty() { name } else { caption };
                page.push_str(&format!(
                    "<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"{}\">\n",
                    escape(name)
                ));
                write_table(page, caption, columns, rows);
                page.push_str("</div>\n");
            }
            None => write_table(page, caption, columns, rows),
        },
        Body::Chart(chart) => {
            page.push_str("<figure>\n");
            page.push_str(&chart.svg());
            write_table(page, chart.caption(), &chart.columns(), &chart.cells());
            page.push_str("</figure>\n");
        }
    }
}

fn write_list(page: &mut String, numbered: bool, points: &[Point], up: &str) {
    let tag = if numbered { "ol" } else { "ul" };
    let mut depth = 0usize;
    page.push_str(&format!("<{tag}>"));
    for (index, point) in points.iter().enumerate() {
        // A list may only be one step deeper than the point it stands under.
        let wanted = if index == 0 {
            0
        } else {
            usize::from(point.indent.min(4)).min(depth + 1)
        };
        if index > 0 && wanted > depth {
            page.push_str(&format!("\n<{tag}>"));
        } else if index > 0 {
            page.push_str("</li>");
            page.push_str(&format!("</{tag}></li>").repeat(depth - wanted));
        }
        depth = wanted;
        page.push_str(&format!("\n<li>{}", inline(&point.runs, up)));
    }
    if !points.is_empty() {
        page.push_str("</li>");
        page.push_str(&format!("</{tag}></li>").repeat(depth));
    }
    page.push_str(&format!("\n</{tag}>\n"));
}

fn write_table(page: &mut String, caption: &str, columns: &[String], rows: &[Row]) {
    page.push_str("<table>\n");
    if !caption.is_empty() {
        page.push_str(&format!("<caption>{}</caption>\n", escape(caption)));
    }
    page.push_str("<thead><tr>");
    for column in columns {
        page.push_str(&format!("<th scope=\"col\">{}</th>", escape(column)));
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        page.push_str("<tr>");
        for (index, cell) in row.cells.iter().enumerate() {
            let cell = escape(cell);
            page.push_str(&if index == 0 {
                format!("<th scope=\"row\">{cell}</th>")
            } else {
                format!("<td>{cell}</td>")
            });
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table>\n");
}

fn inline(runs: &[Run], up: &str) -> String {
    runs.iter()
        .map(|run| {
            let words = escape(&run.text);
            match run.safe_link() {
                Some(link) => {
                    let up = if is_beside(link) { up } else { "" };
                    format!("<a href=\"{up}{}\">{words}</a>", escape(&address(link)))
                }
                None if run.strong => format!("<strong>{words}</strong>"),
                None => words,
            }
        })
        .collect()
}

/// A link with the signs that no address may have written as their bytes' numbers.
pub(super) fn address(link: &str) -> String {
    let sign = |sign: char| match sign {
        ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => {
            format!("%{:02X}", u32::from(sign))
        }
        sign => sign.to_string(),
    };
    link.chars().map(sign).collect()
}

pub(super) fn escape(text: &str) -> String {
    line(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}
