//! Papers for the door: name badges with the code that scanners read, and the list for signing. It owns
//! how a badge is laid out; the code is the meeting's.

use super::What;
use super::attendance::{noted, organisation, role, sorted};
use super::html::{Dress, dressed, escape};
use super::letterhead::Letterhead;
use super::outline::{Block, Outline, Row};
use super::pass;
use super::source::Source;
use crate::domain::attendance::{Attendance, Participant, ParticipantRole};
use crate::locale::Key;

/// Rows left open on the list for signing: for those who come unasked.
const OPEN_ROWS: usize = 5;

/// A4 in badges of 85 × 54 mm, ten to a sheet.
const STYLE: &str = "\
@page{size:A4;margin:13.5mm 20mm}
body{margin:0;font-family:system-ui,sans-serif;color:#000;background:#fff}
main{display:grid;grid-template-columns:85mm 85mm;grid-auto-rows:54mm}
section{box-sizing:border-box;padding:5mm;border:.2mm dotted #999;overflow:hidden;break-inside:avoid;display:grid;grid-template-columns:1fr 22mm;grid-template-rows:auto 1fr auto;column-gap:3mm}
h1{margin:0;grid-column:1/3;font-size:19pt;line-height:1.1}
.long h1{font-size:14pt}
.from{margin:1mm 0 0;font-size:12pt}
.from small{display:block;font-size:10pt}
.meeting{margin:0;font-size:8pt;align-self:end}
.code{grid-column:2;grid-row:2/4;align-self:end;text-align:center;font:7pt monospace}
.code svg{display:block;width:22mm;height:22mm}
";

/// Room for a name by hand.
const ROOM: &str = "td:last-child{width:16rem;height:2.2rem}\n";

/// Who is expected or came, by name: those a badge or a line to sign is made for.
fn guests<'a>(source: &Source<'a>) -> Vec<&'a Participant> {
    let attendances = source.meeting.attendances();
    let away = |row: &Participant| attendances.get(&row.id) == Some(&Attendance::Apologies);
    let mut rows = sorted(source);
    rows.retain(|row| !away(row));
    rows
}

fn role_of(source: &Source, row: &Participant) -> String {
    match row.role {
        ParticipantRole::Member => String::new(),
        other => source.text(role(other)),
    }
}

/// The badges as a list: what stands on each.
pub(super) fn badges(source: &Source) -> Outline {
    let mut outline = source.outline(Key::DocumentBadges);
    let columns = [
        Key::DocumentName,
        Key::DocumentOrganisation,
        Key::DocumentRole,
        Key::DocumentCode,
    ];
    let row = |row: &&Participant| Row {
        cells: vec![
            source.person(row.id).into(),
            organisation(source, row),
            role_of(source, row),
            source.meeting.code_of(row),
        ],
        closed: false,
    };
    let rows: Vec<Row> = guests(source).iter().map(row).collect();
    if !rows.is_empty() {
        let columns = columns.map(|key| source.text(key)).to_vec();
        outline.blocks.push(Block::table("", columns, rows));
    }
    outline
}

/// The list that people sign, with open rows for those who come unasked.
pub(super) fn signing(source: &Source) -> Outline {
    let mut outline = source.outline(Key::DocumentSigning);
    outline.facts = source.head_facts();
    let columns = [
        Key::DocumentName,
        Key::DocumentOrganisation,
        Key::DocumentSignature,
    ];
    let cells = |name: String, organisation: String| Row {
        cells: vec![name, organisation, String::new()],
        closed: false,
    };
    let row = |row: &&Participant| {
        let stands_for = row.substitute_for;
        let note = stands_for.map(|other| source.locale().substitute(other, source.register));
        let name = noted(&source.person(row.id), note.as_slice());
        cells(name, organisation(source, row))
    };
    let mut rows: Vec<Row> = guests(source).iter().map(row).collect();
    rows.extend((0..OPEN_ROWS).map(|_| cells(String::new(), String::new())));
    let columns = columns.map(|key| source.text(key)).to_vec();
    outline.blocks.push(Block::table("", columns, rows));
    outline
}

/// A paper for the door as HTML: badges are laid out for printing and cutting, and whoever signs needs room.
pub(super) fn door_html(
    what: What,
    source: &Source,
    outline: &Outline,
    letterhead: &Letterhead,
) -> Option<String> {
    match what {
        What::Badges => Some(badges_html(source, outline)),
        What::Signing => {
            let dress = Dress {
                letterhead,
                style: ROOM,
                picture: "",
            };
            Some(dressed(outline, dress))
        }
        _ => None,
    }
}

fn badges_html(source: &Source, outline: &Outline) -> String {
    let title = escape(&super::markdown::title(outline));
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        outline.language.name()
    );
    for badge in badge_list(source) {
        page.push_str(&badge_html(&badge));
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

/// Letters of a name that still fit in the large size.
const SHORT: usize = 22;

/// What stands on a badge.
pub(super) struct Badge {
    pub name: String,
    pub organisation: String,
    /// Empty for a member.
    pub role: String,
    /// The meeting's number and date.
    pub meeting: String,
    pub title: String,
    pub code: String,
}

impl Badge {
    /// Whether the name is too long for the large size.
    pub(super) fn is_long(&self) -> bool {
        self.name.chars().count() > SHORT
    }
}

/// The badges of those who are expected or came.
pub(super) fn badge_list(source: &Source) -> Vec<Badge> {
    let meeting = source.number_of(source.id).unwrap_or_default();
    let date = source.meeting.head.date;
    let date = date.map_or_else(String::new, |date| {
        source.locale().language().plain_date(date)
    });
    let badge = |row: &Participant| Badge {
        name: source.person(row.id).into(),
        organisation: organisation(source, row),
        role: role_of(source, row),
        meeting: format!("{meeting} · {date}"),
        title: source.meeting.head.title.clone(),
        code: source.meeting.code_of(row),
    };
    guests(source).into_iter().map(badge).collect()
}

fn badge_html(badge: &Badge) -> String {
    let long = match badge.is_long() {
        true => " class=\"long\"",
        false => "",
    };
    let role = match badge.role.as_str() {
        "" => String::new(),
        role => format!("<small>{}</small>", escape(role)),
    };
    format!(
        "<section{long}>\n<h1>{}</h1>\n<p class=\"from\">{}{role}</p>\n\
         <p class=\"meeting\">{}<br>{}</p>\n<div class=\"code\">{}{}</div>\n</section>\n",
        escape(&badge.name),
        escape(&badge.organisation),
        escape(&badge.meeting),
        escape(&badge.title),
        picture(&badge.code),
        escape(&badge.code),
    )
}

/// The code as a picture; empty for one that cannot be drawn, which is then read from its letters.
pub(super) fn picture(code: &str) -> String {
    let Some((side, squares)) = pass::squares(code) else {
        return String::new();
    };
    let dark = (0..).zip(squares).filter(|(_, dark)| *dark);
    let path: String = dark
        .map(|(at, _)| format!("M{} {}h1v1h-1z", at % side, at / side))
        .collect();
    format!("<svg viewBox=\"0 0 {side} {side}\"><path d=\"{path}\"/></svg>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::{Audience, outline};
    use crate::domain::secretariat::Language;
    use crate::domain::world::world;

    fn page(what: What) -> String {
        let world = world(Language::Danish);
        let source = world.source();
        let outline = outline(what, &source, Audience::Internal).unwrap();
        door_html(what, &source, &outline, &Letterhead::default()).unwrap()
    }

    #[test]
    fn each_badge_has_its_code_as_letters_and_as_a_picture() {
        let world = world(Language::Danish);
        let source = world.source();
        let page = page(What::Badges);
        let coming = guests(&source);
        assert!(!coming.is_empty());
        assert_eq!(page.matches("<section").count(), coming.len());
        assert_eq!(page.matches("<svg").count(), coming.len());
        assert!(!page.contains("<?xml"));
        for row in &coming {
            assert!(page.contains(&source.meeting.code_of(row)));
        }
        assert!(coming.len() < source.meeting.participant_list().count());
    }

    #[test]
    fn whoever_signs_has_room_and_the_unasked_a_row() {
        let page = page(What::Signing);
        assert!(page.contains(ROOM));
        assert_eq!(page.matches("<th scope=\"row\"></th>").count(), OPEN_ROWS);
    }
}
