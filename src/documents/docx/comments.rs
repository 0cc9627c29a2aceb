//! The remarks of a Word document as its comments.

use super::{SPACES, run};
use crate::documents::mark::Remark;
use crate::documents::outline::Outline;
use crate::documents::package::xml;
use crate::domain::zone::local;

/// The part.
pub(super) fn comments(outline: &Outline) -> String {
    let remarks = outline.remarks.iter().enumerate();
    let all: String = remarks.map(|(id, remark)| comment(id, remark)).collect();
    format!("<w:comments {SPACES}>{all}</w:comments>")
}

fn comment(id: usize, remark: &Remark) -> String {
    let by = xml(&remark.by);
    let name = remark.by.split(',').next().unwrap_or_default();
    let initials = name
        .split_whitespace()
        .filter_map(|word| word.chars().next());
    let initials: String = initials.take(3).collect();
    // Word writes local time, and calls it UTC.
    let at = local(remark.at).format("%Y-%m-%dT%H:%M:%SZ");
    let mut text = String::new();
    for (index, line) in remark.lines.iter().enumerate() {
        let sign = match index {
            0 => {
                "<w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:annotationRef/></w:r>"
            }
            _ => "",
        };
        text.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr>{sign}{}</w:p>",
            run("", false, line)
        ));
    }
    format!(
        "<w:comment w:id=\"{id}\" w:author=\"{by}\" w:date=\"{at}\" w:initials=\"{}\">{text}</w:comment>",
        xml(&initials)
    )
}
