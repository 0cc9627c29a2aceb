//! The letterhead of what is exported, and what of a document its format cannot show.

use super::failure::Failure;
use super::headless::Headless;
use super::{out, world};
use crate::app::message::Message;
use crate::documents::{self, Format, Letterhead, Outline};
use crate::domain::id::Id;
use crate::domain::query::{Answer, Query};
use crate::locale::{Key, Locale};

/// A network's letterhead; a plain sheet for what is of several.
pub fn of(headless: &mut Headless, network: Option<Id>) -> Result<Letterhead, Failure> {
    let made = world::now();
    let Some(id) = network else {
        return Ok(Letterhead {
            made,
            ..Letterhead::default()
        });
    };
    let network = headless.network(id)?;
    let secretariat = headless.secretariat()?;
    let png = match network.head.logo.is_empty() {
        true => None,
        false => logo(headless, id)?,
    };
    Ok(Letterhead::of(&network, &secretariat, png, made))
}

/// The logo's file; a document without it is better than none.
fn logo(headless: &mut Headless, network: Id) -> Result<Option<Vec<u8>>, Failure> {
    let locale = headless.locale();
    match headless.link.ask(Query::Logo(network)) {
        Ok(Answer::Content(bytes)) => Ok(Some(bytes.0)),
        Ok(_) => Err(Key::ErrorInternal.into()),
        Err(why) => {
            let said = Message::new(Key::LetterheadNoLogo).with("why", why.what(locale));
            out::complain(&said.render(locale));
            Ok(None)
        }
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
