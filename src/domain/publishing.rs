//! What a network gives to others: articles about its meetings, materials, projects; and the
//! themes that hold them together.
//!
//! It must not know words, files or the screen.

use chrono::NaiveDate;

use super::folding::{fold, sort_key};
use super::id::Id;
use super::network::Network;
use super::when::When;
use crate::record;

record! {
    /// A short article about a meeting: a draft until it is published.
    Article, ArticleField {
        /// The meeting.
        meeting Meeting: Id,
        /// The title.
        title Title: String,
        /// What it says in two sentences.
        summary Summary: String,
        /// The text, paragraphs and lists.
        body Body: String,
        /// The themes of the meeting.
        themes Themes: Vec<String>,
        /// The day it was published.
        published_on PublishedOn: Option<NaiveDate>,
        /// The day it was last changed after that.
        updated_on UpdatedOn: Option<NaiveDate>,
    }
}

record! {
    /// Slides, a report, a link: of the network, or of a meeting, an item or a project of it.
    Material, MaterialField {
        /// The title.
        title Title: String,
        /// Where it is found, when it is a link.
        link Link: String,
        /// The kept file's blake3 hash, when it is a file.
        file File: String,
        /// The file's own name.
        file_name FileName: String,
        /// The meeting it is of.
        meeting Meeting: Option<Id>,
        /// The agenda item of that meeting.
        item Item: Option<Id>,
        /// The project it is of.
        project Project: Option<Id>,
        /// Its themes.
        themes Themes: Vec<String>,
        /// The day it was attached.
        on On: Option<NaiveDate>,
    }
}

record! {
    /// A project that grew out of the network.
    Project, ProjectField {
        /// The title.
        title Title: String,
        /// Who takes part.
        partners Partners: String,
        /// The programme that funds it.
        programme Programme: String,
        /// From when until when.
        period Period: Option<When>,
        /// What came of it.
        results Results: String,
        /// Where more is found.
        link Link: String,
        /// The meeting it grew out of.
        meeting Meeting: Option<Id>,
        /// Its themes.
        themes Themes: Vec<String>,
    }
}

impl Article {
    /// Whether it is published.
    pub fn is_published(&self) -> bool {
        self.published_on.is_some()
    }
}

/// Whether one of the themes is the one wanted.
pub fn has_theme(themes: &[String], wanted: &str) -> bool {
    let wanted = fold(wanted.trim());
    themes.iter().any(|theme| fold(theme) == wanted)
}

/// Themes as they are typed: "samskabelse, frivillighed", each once.
pub fn read_themes(typed: &str) -> Vec<String> {
    let mut themes: Vec<String> = Vec::new();
    for theme in typed.split([',', ';']).map(str::trim) {
        if !theme.is_empty() && !has_theme(&themes, theme) {
            themes.push(theme.to_owned());
        }
    }
    themes
}

impl Network {
    /// The article about a meeting.
    pub fn article_of(&self, meeting: Id) -> Option<&Article> {
        let mut rows = self.articles.values();
        rows.find(|row| !row.removed && row.meeting == meeting)
    }

    /// Materials, the newest first.
    pub fn material_list(&self) -> Vec<&Material> {
        let mut rows: Vec<&Material> = self.materials.values().filter(|row| !row.removed).collect();
        rows.sort_by_key(|row| (std::cmp::Reverse(row.on), sort_key(&row.title), row.id));
        rows
    }

    /// Projects by title.
    pub fn project_list(&self) -> Vec<&Project> {
        let mut rows: Vec<&Project> = self.projects.values().filter(|row| !row.removed).collect();
        rows.sort_by_cached_key(|row| (sort_key(&row.title), row.id));
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_is_the_same_however_it_is_written() {
        let themes = read_themes(" Samskabelse; frivillighed, samskabelse ,");
        assert_eq!(themes, ["Samskabelse", "frivillighed"]);
        assert!(has_theme(&themes, "SAMSKABELSE "));
        assert!(!has_theme(&themes, "skabelse"));
    }
}
