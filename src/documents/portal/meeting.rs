//! The pages of a meeting: what it is, its article, minutes, agenda and materials.

use super::card::{Card, Kept, Why};
use super::frame::{Frame, Page, Sheet};
use super::place::Place;
use super::{Audience, privacy, season};
use crate::documents::annexes::{folder, name_of};
use crate::documents::outline::Outline;
use crate::documents::season::Announced;
use crate::documents::source::Source;
use crate::documents::{What, outline};
use crate::domain::meeting::{Meeting, MinutesStatus};
use crate::domain::publishing::{Article, Material};
use crate::domain::register::Register;
use crate::locale::{Key, Locale};

/// Files that a browser shows and does not run; others are not laid on a public server.
const HARMLESS: [&str; 20] = [
    "pdf", "docx", "odt", "rtf", "txt", "md", "csv", "xlsx", "ods", "pptx", "odp", "png", "jpg",
    "jpeg", "gif", "webp", "mp3", "mp4", "zip", "ics",
];

/// Whether a file of this name is shown and not run.
pub(super) fn is_harmless(name: &str) -> bool {
    let kind = name.rsplit_once('.').map_or("", |(_, kind)| kind);
    HARMLESS
        .iter()
        .any(|known| kind.eq_ignore_ascii_case(known))
}

/// A meeting as the portal has it.
#[derive(Debug, Default)]
pub struct Told {
    /// What other pages say of it.
    pub card: Card,
    /// Its own pages.
    pub pages: Vec<Page>,
}

/// What a meeting's pages are made from.
pub struct Matter<'a> {
    /// What stands round every page.
    pub frame: &'a Frame,
    /// The meeting as its audience may know it, with a register of the same kind.
    pub source: Source<'a>,
    /// The whole register: who has consented.
    pub register: &'a Register,
    /// Whether a season's programme tells of it.
    pub announced: bool,
    /// Whether the folder keeps a file.
    pub keeps: &'a dyn Fn(&str) -> bool,
}

/// The documents of a meeting that the audience may read.
#[derive(Default)]
struct Papers {
    agenda: Option<Outline>,
    minutes: Option<Outline>,
    article: Option<Outline>,
    announced: Option<Announced>,
    files: Vec<Kept>,
    held: Vec<(Why, usize)>,
}

/// Writes the pages of a meeting.
pub fn tell(matter: &Matter<'_>) -> Told {
    let mut papers = Papers::default();
    papers.gather(matter);
    let card = card(matter, &papers);
    let place = Place::Meeting(card.label.clone());
    let title = |_: Locale| card.headline();
    let mut pages = matter.frame.pages(&place, title, |sheet| {
        body(sheet, matter, &card, &papers);
    });
    if let Some(outline) = &papers.article {
        let place = Place::Article(card.label.clone());
        let title = |_: Locale| outline.title.clone();
        pages.extend(matter.frame.pages(&place, title, |sheet| {
            article(sheet, &card, outline);
        }));
    }
    Told { card, pages }
}

impl Papers {
    fn gather(&mut self, matter: &Matter<'_>) {
        let (source, audience) = (&matter.source, matter.frame.audience);
        let head = &source.meeting.head;
        let closed = source
            .meeting
            .agenda()
            .iter()
            .filter(|it| it.closed)
            .count();
        if audience == Audience::Public {
            self.hold(Why::Closed, closed);
        }
        match head.agenda_sent_at.or(head.cancelled.as_ref().map(|_| 0)) {
            Some(_) => self.agenda = outline(What::Agenda, source, audience).ok(),
            None => self.hold(Why::AgendaNotSent, 1),
        }
        match (head.minutes, head.published_at) {
            (MinutesStatus::Approved, Some(_)) => self.take_minutes(matter),
            (MinutesStatus::Approved, None) => self.hold(Why::NotPublished, 1),
            _ if head.ended_at.is_some() => self.hold(Why::NotApproved, 1),
            _ => {}
        }
        let article = source.network.article_of(source.id);
        match article.map(Article::is_published) {
            Some(true) => self.article = outline(What::Article, source, audience).ok(),
            Some(false) => self.hold(Why::DraftArticle, 1),
            None => {}
        }
        self.announce(matter);
        self.link_files(matter);
    }

    fn announce(&mut self, matter: &Matter<'_>) {
        if !matter.announced {
            return;
        }
        let (meeting, audience) = (matter.source.meeting, matter.frame.audience);
        let (told, unnamed, open) = season::told(meeting, matter.register, audience);
        self.hold(Why::Speaker, unnamed);
        self.hold(Why::Unconfirmed, open);
        self.announced = Some(told);
    }

    fn hold(&mut self, why: Why, count: usize) {
        if count > 0 {
            self.held.push((why, count));
        }
    }

    fn take_minutes(&mut self, matter: &Matter<'_>) {
        let source = &matter.source;
        let Ok(minutes) = outline(What::Minutes, source, Audience::Internal) else {
            return self.hold(Why::Damaged, 1);
        };
        if matter.frame.audience == Audience::Internal {
            self.minutes = Some(minutes);
            return;
        }
        let unnamed = privacy::unnamed(source, matter.register);
        let minutes = privacy::opened(minutes, &unnamed);
        self.hold(Why::Named, privacy::still_named(&minutes, &unnamed));
        self.minutes = Some(minutes);
    }

    /// Links kept files to where they will lie; what a browser would run is not laid there.
    fn link_files(&mut self, matter: &Matter<'_>) {
        let source = &matter.source;
        let mut missing = 0;
        for (hash, own) in files(source.meeting, source) {
            let name = name_of(hash, own);
            if name.is_empty() || self.files.iter().any(|kept| kept.hash == hash) {
                continue;
            }
            let fits = is_harmless(&name) && (matter.keeps)(hash);
            let papers = [&mut self.agenda, &mut self.minutes, &mut self.article];
            for outline in papers.into_iter().flatten() {
                let path = format!("{}/{name}", folder(outline.language));
                match fits {
                    true if outline.link_file(&name) => self.files.push(Kept {
                        hash: hash.to_owned(),
                        path,
                    }),
                    false if outline.names_file(&name) => missing += 1,
                    _ => {}
                }
            }
        }
        self.files.sort();
        self.files.dedup();
        self.hold(Why::File, missing);
    }
}

/// The kept files of a meeting's annexes and materials: the content's hash and the file's own name.
fn files<'a>(meeting: &'a Meeting, source: &Source<'a>) -> Vec<(&'a str, &'a str)> {
    let annexes = meeting.annexes.values().filter(|row| !row.removed);
    let annexes = annexes.map(|row| (row.file.as_str(), row.file_name.as_str()));
    let mine = |row: &&Material| row.meeting == Some(source.id);
    let materials = source.network.material_list().into_iter().filter(mine);
    let materials = materials.map(|row| (row.file.as_str(), row.file_name.as_str()));
    let all = annexes.chain(materials);
    all.filter(|(hash, _)| !hash.is_empty()).collect()
}

fn card(matter: &Matter<'_>, papers: &Papers) -> Card {
    let source = &matter.source;
    let head = &source.meeting.head;
    let public = matter.frame.audience == Audience::Public;
    let named = head.agenda_sent_at.is_some() || papers.minutes.is_some();
    let agenda = source.meeting.agenda().into_iter();
    let titles = agenda
        .filter(|item| named && !(public && item.closed))
        .map(|item| item.title.as_str());
    Card {
        id: source.id,
        network: head.network,
        label: source.label_of(source.id).unwrap_or_default(),
        name: source.number_of(source.id).unwrap_or_default(),
        title: head.title.clone(),
        date: head.date,
        start: head.start,
        end: head.end,
        tentative: head.tentative,
        cancelled: head.cancelled.is_some(),
        venue: head.venue.clone(),
        agenda: papers.agenda.is_some(),
        minutes: papers.minutes.is_some(),
        published_at: head.published_at.filter(|_| papers.minutes.is_some()),
        article: papers.article.is_some(),
        words: titles.collect::<Vec<_>>().join(" · "),
        announced: papers.announced.clone(),
        files: papers.files.clone(),
        held: papers.held.clone(),
        closed: source
            .meeting
            .items
            .values()
            .filter(|item| item.closed)
            .map(|item| item.id)
            .collect(),
    }
}

fn body(sheet: &mut Sheet, matter: &Matter<'_>, card: &Card, papers: &Papers) {
    let source = &matter.source;
    let network = source.network.head.name.clone();
    let label = source.secretariat.label(card.network).to_owned();
    sheet.out.open("p", &[]);
    sheet.link(&Place::Network(label), &network);
    sheet.out.close("p");
    if card.cancelled {
        let text = sheet.say(Key::DocumentStatusCancelled);
        sheet.paragraph("status", &text);
    }
    // The documents begin with the same.
    if papers.agenda.is_none() && papers.minutes.is_none() {
        facts(sheet, source, card);
    }
    if let Some(outline) = &papers.article {
        sheet.out.open("section", &[]);
        sheet.heading(Key::DocumentArticle);
        sheet.out.open("p", &[]);
        sheet.link(&Place::Article(card.label.clone()), &outline.title);
        sheet.out.close("p");
        let row = source.network.article_of(source.id);
        let summary = row.map_or("", |row| row.summary.as_str());
        sheet.paragraph("summary", summary);
        sheet.out.close("section");
    }
    if let Some(outline) = &papers.minutes {
        sheet.document(Key::DocumentMinutes, outline, false);
    }
    match &papers.agenda {
        Some(outline) => {
            sheet.document(Key::DocumentAgenda, outline, papers.minutes.is_some());
        }
        None => {
            let text = sheet.say(Key::PortalNoAgenda);
            sheet.paragraph("note", &text);
        }
    }
}

/// When, where, who hosts, and why.
fn facts(sheet: &mut Sheet, source: &Source, card: &Card) {
    let language = sheet.locale.language();
    let head = &source.meeting.head;
    let mut when = match card.date {
        Some(date) => language.long_date_time(date, card.start, card.end),
        None => sheet.say(Key::DateUnset),
    };
    if card.tentative {
        let args = [("time", when.into())];
        when = sheet.locale.text_with(Key::DocumentTentative, &args);
    }
    let host = head
        .host
        .and_then(|id| source.register.organisations.get(&id));
    let rows = [
        (Key::DocumentTime, when),
        (Key::DocumentPlace, card.venue.clone()),
        (
            Key::ArgHost,
            host.map_or("", |row| row.name.as_str()).to_owned(),
        ),
        (Key::DocumentPurpose, head.purpose.replace('\n', " ")),
    ];
    sheet.facts(&rows);
}

fn article(sheet: &mut Sheet, card: &Card, outline: &Outline) {
    let language = outline.language.name();
    sheet.out.open("article", &[("lang", language)]);
    sheet.out.blocks(&outline.facts, &outline.blocks, 0);
    sheet.out.close("article");
    sheet.out.open("p", &[]);
    sheet.link(&Place::Meeting(card.label.clone()), &card.headline());
    sheet.out.close("p");
}
