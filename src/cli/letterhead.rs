//! The letterhead of what is exported, and what of a document its format cannot show.

use super::headless::Headless;
use super::{out, world};
use crate::app::message::Message;
use crate::documents::{self, Format, Letterhead, Outline};
use crate::domain::id::Id;
use crate::locale::{Key, Locale};

/// A network's letterhead, or the secretariat's.
pub fn of(_headless: &mut Headless, _network: Option<Id>) -> Letterhead {
    Letterhead {
        made: world::now(),
        ..Letterhead::default()
    }
}

/// Says which signs of a document its format cannot show.
pub fn warn(locale: Locale, format: Format, outline: &Outline) {
    let lacking = match format {
        Format::Pdf => documents::lacking(outline),
        _ => return,
    };
    if !lacking.is_empty() {
        let signs: Vec<String> = lacking.iter().take(12).map(char::to_string).collect();
        let said = Message::new(Key::CliSignsLacking).with("signs", signs.join(" "));
        out::complain(&said.render(locale));
    }
}
