//! The program's own clipboard: one text, the same in every pane. The terminal's clipboard is the screen's business.

/// What was cut or copied last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clipboard {
    text: String,
}

impl Clipboard {
    /// Keeps a text; an empty one leaves what is there.
    pub fn put(&mut self, text: &str) {
        if !text.is_empty() {
            self.text.clear();
            self.text.push_str(text);
        }
    }

    /// Adds to the end of what is there, as kills in a row do in Emacs.
    pub fn append(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// What a paste inserts.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing was copied yet.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_copy_keeps_what_is_there() {
        let mut clipboard = Clipboard::default();
        assert!(clipboard.is_empty());
        clipboard.put("Frivillige");
        clipboard.put("");
        assert_eq!(clipboard.text(), "Frivillige");
        clipboard.append(" og Unge");
        assert_eq!(clipboard.text(), "Frivillige og Unge");
    }
}
