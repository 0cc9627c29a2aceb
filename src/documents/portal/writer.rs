//! The one way text gets into a page of the portal: names of tags are the program's own, everything else is escaped.

use crate::documents::html::{Place, escape, write_blocks, write_facts};
use crate::documents::outline::{Block, Fact};

/// A page as it is written.
#[derive(Debug, Default)]
pub struct Writer {
    page: String,
    /// What a wide table is called that has no name of its own.
    table: String,
    up: String,
}

impl Writer {
    /// Nothing written yet; `up` leads from the page to the site's own folder.
    pub fn new(up: &str, table: &str) -> Self {
        Self {
            page: String::new(),
            table: table.to_owned(),
            up: up.to_owned(),
        }
    }

    /// Begins an element.
    pub fn open(&mut self, tag: &'static str, attributes: &[(&'static str, &str)]) {
        self.page.push('<');
        self.page.push_str(tag);
        for (name, value) in attributes {
            self.page.push(' ');
            self.page.push_str(name);
            self.page.push_str("=\"");
            self.page.push_str(&escape(value));
            self.page.push('"');
        }
        self.page.push('>');
    }

    /// Ends an element, and the line.
    pub fn close(&mut self, tag: &'static str) {
        self.page.push_str("</");
        self.page.push_str(tag);
        self.page.push_str(">\n");
    }

    /// Words.
    pub fn text(&mut self, text: &str) {
        self.page.push_str(&escape(text));
    }

    /// An element that holds words alone.
    pub fn element(&mut self, tag: &'static str, attributes: &[(&'static str, &str)], text: &str) {
        self.open(tag, attributes);
        self.text(text);
        self.close(tag);
    }

    /// A link in the middle of words.
    pub fn link(&mut self, to: &str, text: &str) {
        self.open("a", &[("href", to)]);
        self.text(text);
        self.page.push_str("</a>");
    }

    /// What a document says, so many levels of headings further down.
    pub fn blocks(&mut self, facts: &[Fact], blocks: &[Block], under: u8) {
        write_facts(&mut self.page, facts);
        let place = Place {
            under,
            up: &self.up,
            wide: Some(&self.table),
        };
        write_blocks(&mut self.page, blocks, place);
    }

    /// A picture that the program drew.
    pub fn picture(&mut self, svg: &str) {
        self.page.push_str(svg);
    }

    /// What was written.
    pub fn done(self) -> String {
        self.page
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_values_never_become_marks() {
        let mut page = Writer::new("", "");
        let evil = "\"><script>alert('x')</script>&amp;";
        page.element("p", &[("title", evil)], evil);
        page.link(evil, evil);
        let page = page.done();
        assert!(!page.contains("<script"), "{page}");
        assert_eq!(page.matches('<').count(), 4, "{page}");
    }
}
