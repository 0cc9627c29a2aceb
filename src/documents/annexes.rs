//! Files that annexes keep, as a document exported beside them links to: a name each, in a folder
//! beside the document. It must not read them.

use super::outline::{Body, Outline, Run};
use crate::domain::agenda::Annex;
use crate::domain::folding::label;
use crate::domain::secretariat::Language;

/// The folders' names, by language.
const FOLDERS: [&str; 2] = ["bilag", "annexes"];
/// Digits of a file's hash that tell it from others of its name.
const DIGITS: usize = 8;
/// Digits of a whole hash.
const WHOLE: usize = 64;

/// The folder beside an exported document.
pub fn folder(language: Language) -> &'static str {
    let [danish, english] = FOLDERS;
    match language {
        Language::Danish => danish,
        Language::English => english,
    }
}

/// The name a kept file has there: legible, and another for every content; empty without a file.
pub fn file_name(annex: &Annex) -> String {
    name_of(&annex.file, &annex.file_name)
}

/// The same of any kept file, by its content's hash and its own name.
pub fn name_of(hash: &str, name: &str) -> String {
    if hash.len() != WHOLE || !hash.bytes().all(|sign| sign.is_ascii_hexdigit()) {
        return String::new();
    }
    let (stem, kind) = name.rsplit_once('.').unwrap_or((name, ""));
    let digits = hash.get(..DIGITS).unwrap_or(hash).to_lowercase();
    let parts = [label(stem), digits];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    match label(kind) {
        kind if kind.is_empty() => parts.join("-"),
        kind => format!("{}.{kind}", parts.join("-")),
    }
}

/// Whether a link leads into such a folder and nowhere else.
pub fn is_beside(link: &str) -> bool {
    let plain = |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-';
    link.split_once('/').is_some_and(|(folder, name)| {
        FOLDERS.contains(&folder)
            && name.bytes().next().is_some_and(plain)
            && name.bytes().all(|sign| plain(sign) || sign == b'.')
    })
}

impl Outline {
    /// Links what names a kept file to its place beside the document; whether anything does.
    pub fn link_file(&mut self, name: &str) -> bool {
        let link = format!("{}/{name}", folder(self.language));
        let mut any = false;
        for run in self.runs_mut().filter(|run| run.file == name) {
            run.link.clone_from(&link);
            any = true;
        }
        any
    }

    /// Whether it names a kept file.
    pub fn names_file(&mut self, name: &str) -> bool {
        self.runs_mut().any(|run| run.file == name)
    }

    fn runs_mut(&mut self) -> impl Iterator<Item = &mut Run> {
        self.blocks.iter_mut().flat_map(|block| {
            let runs: Vec<&mut Run> = match &mut block.body {
                Body::Paragraph { runs, .. } => runs.iter_mut().collect(),
                Body::List { points, .. } => {
                    let points = points.iter_mut();
                    points.flat_map(|point| point.runs.iter_mut()).collect()
                }
                Body::Heading { .. } | Body::Table { .. } | Body::Chart(_) => Vec::new(),
            };
            runs
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::outline::{Block, Point, Role};
    use crate::documents::{html, markdown};

    fn annex(file_name: &str) -> Annex {
        Annex {
            file: "1a2b3c4d".repeat(8),
            file_name: file_name.to_owned(),
            ..Annex::default()
        }
    }

    #[test]
    fn a_kept_file_has_a_name_a_link_can_hold() {
        for (name, wanted) in [
            ("Budget 2027.PDF", "budget-2027-1a2b3c4d.pdf"),
            ("Års plan", "aars-plan-1a2b3c4d"),
            ("../../etc/passwd", "1a2b3c4d.etc-passwd"),
            ("\"><script>.html", "script-1a2b3c4d.html"),
            ("", "1a2b3c4d"),
        ] {
            let name = file_name(&annex(name));
            assert!(name.ends_with(wanted), "{name}");
            assert!(is_beside(&format!("bilag/{name}")), "{name}");
        }
        let elsewhere = Annex {
            file: "../../etc/passwd".to_owned(),
            ..annex("Budget.pdf")
        };
        assert_eq!(file_name(&elsewhere), "");
        for link in [
            "bilag/../x",
            "bilag/",
            "/bilag/x",
            "x/y",
            "bilag/.x",
            "bilag/a/b",
        ] {
            assert!(!is_beside(link), "{link}");
        }
    }

    #[test]
    fn only_what_is_laid_beside_the_document_is_linked() {
        let file = file_name(&annex("Budget.pdf"));
        let point = Point {
            runs: vec![Run {
                file: file.clone(),
                ..Run::plain("Bilag 1a: Budget")
            }],
            ..Point::default()
        };
        let list = Body::List {
            numbered: false,
            points: vec![point],
        };
        let mut outline = Outline {
            language: Language::Danish,
            blocks: vec![Block::new(Role::Field, list)],
            ..Outline::default()
        };
        assert!(!markdown(&outline).contains("bilag/"));
        assert!(!outline.link_file("andet.pdf"));
        assert!(outline.link_file(&file));
        let link = "[Bilag 1a: Budget](<bilag/budget-1a2b3c4d.pdf>)";
        let page = markdown(&outline);
        assert!(page.contains(link), "{page}");
        let page = html(&outline, &crate::documents::Letterhead::default());
        assert!(
            page.contains("<a href=\"bilag/budget-1a2b3c4d.pdf\">"),
            "{page}"
        );
    }
}
