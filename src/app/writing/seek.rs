//! To a letter of the paragraph, or that letter in the place of this one, for hands that know Vim.

use crate::app::App;
use crate::app::editor::caret::{Paragraphs, Place};
use crate::app::editor::motion::{Caret, Motion};
use crate::choice;

choice! {
    /// What the next letter is for.
    Seek {
        /// Onto the next one.
        To = "to",
        /// Before the next one.
        Before = "before",
        /// Onto the one before.
        BackTo = "back-to",
        /// Behind the one before.
        BackBehind = "back-behind",
        /// It replaces the one under the caret.
        Replace = "replace",
    }
}

impl App {
    /// Does with a letter what was asked for; a letter that is not there changes nothing.
    pub(crate) fn seek(&mut self, seek: Seek, sign: char) {
        self.settle();
        if seek == Seek::Replace {
            return self.replace(sign);
        }
        let Some(manuscript) = self.manuscript() else {
            return;
        };
        let Place { entry, at, .. } = self.caret_in(&manuscript).place();
        let text = manuscript.text(entry).unwrap_or_default();
        let found = place(text, at, seek, sign);
        if let Some(at) = found {
            self.put_caret(Caret::new(Place::new(entry, at)));
        }
    }

    fn replace(&mut self, sign: char) {
        if !self.at_paragraph_end() && self.mark_to(Motion::Right, true) {
            self.type_text(&sign.to_string());
            self.move_caret(Motion::Left, false);
        }
    }
}

/// Where in a text the caret at `at` goes.
fn place(text: &str, at: usize, seek: Seek, sign: char) -> Option<usize> {
    let (left, right) = text.split_at_checked(at)?;
    let mut signs = right.char_indices().skip(1);
    let next = signs.find(|(_, other)| *other == sign);
    let next = next.map(|(index, _)| at + index);
    match seek {
        Seek::To => next,
        Seek::Before => {
            let before = text.get(..next?)?.char_indices().next_back();
            before.map(|(index, _)| index)
        }
        Seek::BackTo => left.rfind(sign),
        Seek::BackBehind => left.rfind(sign).map(|index| index + sign.len_utf8()),
        Seek::Replace => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_found_on_both_sides() {
        let text = "Møde på rådhuset";
        let at = text.find("på").unwrap();
        for (seek, sign, expected) in [
            (Seek::To, 'å', Some("å rådhuset")),
            (Seek::To, 'p', None),
            (Seek::Before, 'h', Some("dhuset")),
            (Seek::BackTo, 'ø', Some("øde på rådhuset")),
            (Seek::BackBehind, 'ø', Some("de på rådhuset")),
            (Seek::BackTo, 'x', None),
        ] {
            let found = place(text, at, seek, sign);
            assert_eq!(found.map(|at| &text[at..]), expected, "{seek:?} {sign}");
        }
    }
}
