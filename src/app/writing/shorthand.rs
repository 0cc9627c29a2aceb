//! Abbreviations written out as they are typed, and the places in a text that are to be filled in.

use std::ops::Range;

use crate::app::App;
use crate::app::editor::caret::{Place, Selection};
use crate::app::editor::motion::Caret;
use crate::domain::id::Id;
use crate::domain::secretariat::SHORTEST;
use crate::domain::text::{Splice, TextField, TextOp};
use crate::locale::Key;

/// The longest place to be filled in, in bytes.
const GAP: usize = 60;

impl App {
    /// After a blank or a sign: the letters before it are somebody's abbreviation, and become what
    /// it stands for. Any other letter looks at nothing.
    pub(super) fn write_out(&mut self, letter: char) -> bool {
        if !matches!(letter, ' ' | '.' | ',' | ';' | ':' | ')' | '?' | '!') {
            return false;
        }
        let Some(place) = self.plain_caret() else {
            return false;
        };
        let Some((range, words)) = self.written_out(place, letter) else {
            return false;
        };
        let words = self.filled_in(&words);
        // With the sign behind them: taken back, the caret stands where it stood.
        let typed = self
            .entry(place.entry)
            .and_then(|entry| entry.text.get(range.start..place.at));
        let deleted = typed.unwrap_or_default().to_owned();
        let end = range.start + words.len();
        self.splice(TextOp::TextSpliced(Splice {
            field: TextField::Entry(place.entry),
            at: range.start,
            deleted,
            inserted: format!("{words}{letter}"),
        }));
        self.finish("text-complete");
        self.after_turning(Place::new(place.entry, end + letter.len_utf8()));
        self.mark_gap(place.entry, range.start..end);
        true
    }

    /// The letters before the sign just typed, and what they stand for.
    fn written_out(&self, place: Place, sign: char) -> Option<(Range<usize>, String)> {
        let secretariat = self.docs.secretariat()?;
        if secretariat.abbreviations.is_empty() {
            return None;
        }
        let text = &self.entry(place.entry)?.text;
        let end = place.at.checked_sub(sign.len_utf8())?;
        let before = text.get(..end)?;
        let start = before
            .char_indices()
            .rev()
            .take_while(|(_, letter)| letter.is_alphanumeric())
            .last()?
            .0;
        let short = before.get(start..)?;
        if short.len() < SHORTEST {
            return None;
        }
        let user = secretariat.user(&self.session.user)?.id;
        let known = secretariat.abbreviation(user, short)?;
        Some((start..end, known.text.clone()))
    }

    /// A text with the day and the time in their places.
    pub(super) fn filled_in(&self, text: &str) -> String {
        if !text.contains('<') {
            return text.to_owned();
        }
        let language = self.locale.language();
        let day = language.long_date(self.clock.local.date());
        let time = language.plain_time(self.clock.local.time());
        let text = text.replace(&*self.locale.text(Key::GapDay), &day);
        text.replace(&*self.locale.text(Key::GapTime), &time)
    }

    /// Marks the first place to be filled in within a range, so that typing fills it.
    pub(super) fn mark_gap(&mut self, entry: Id, within: Range<usize>) -> bool {
        let text = self.entry(entry).map(|entry| entry.text.as_str());
        let found = text.and_then(|text| {
            let gap = gap(text.get(within.clone())?)?;
            Some(within.start + gap.start..within.start + gap.end)
        });
        let Some(gap) = found else { return false };
        let selection = Selection {
            anchor: Place::new(entry, gap.start),
            head: Place::new(entry, gap.end),
        };
        self.put_caret(Caret::marking(selection));
        true
    }

    /// Tab: on to the next place to be filled in, round the paragraph; `false` where there is none.
    pub(crate) fn next_gap(&mut self) -> bool {
        let Some(place) = self.desk().and_then(|desk| desk.pencil.caret) else {
            return false;
        };
        let place = place.place();
        let Some(end) = self.entry(place.entry).map(|entry| entry.text.len()) else {
            return false;
        };
        self.mark_gap(place.entry, place.at..end) || self.mark_gap(place.entry, 0..place.at)
    }
}

/// The first "<…>" of a text.
fn gap(text: &str) -> Option<Range<usize>> {
    let ends = text.match_indices('>').map(|(at, _)| at);
    ends.filter_map(|end| {
        let start = text.get(..end)?.rfind('<')?;
        let inner = text.get(start + 1..end)?;
        let named = !inner.trim().is_empty() && inner.len() <= GAP;
        named.then_some(start..end + 1)
    })
    .next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_to_fill_in_are_found() {
        let rows = [
            ("Orientering af <navn> om <emne>.", Some("<navn>")),
            ("3 < 4 og <navn>", Some("<navn>")),
            ("<>", None),
            ("a > b", None),
            ("", None),
        ];
        for (text, expected) in rows {
            assert_eq!(gap(text).map(|range| &text[range]), expected, "{text}");
        }
    }
}
