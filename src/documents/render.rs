//! The formats, and an outline in any of them.
//!
//! It owns which formats there are, and whether they are text that a terminal and a clipboard
//! can hold, or bytes for a file. It must not know meetings, nor how a format is written.

use super::What;
use super::docx::docx;
use super::door;
use super::html::html;
use super::letterhead::Letterhead;
use super::markdown::{self, markdown};
use super::odt::odt;
use super::outline::Outline;
use super::pdf::{self, pdf};
use super::source::Source;
use super::text::{self, text};
use crate::choice;

choice! {
    /// A format made from an outline. A new one is a line here, its [`Kind`] and a line in [`render`].
    Format {
        /// Markdown.
        Markdown = "md",
        /// One HTML file.
        Html = "html",
        /// Plain text.
        Text = "txt",
        /// A document for Word.
        Docx = "docx",
        /// An OpenDocument text.
        Odt = "odt",
        /// PDF, tagged and with its fonts.
        Pdf = "pdf",
    }
}

impl Format {
    /// The names of those that are text.
    pub const TEXT: &'static [&'static str] = &["md", "html", "txt"];

    /// Whether a picture can stand in it.
    pub fn shows_pictures(self) -> bool {
        !matches!(self, Self::Markdown | Self::Text)
    }

    /// Whether it is text, which a clipboard and a terminal can hold.
    pub fn is_text(self) -> bool {
        Self::TEXT.contains(&self.name())
    }
}

/// A document in a format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rendered {
    /// As text.
    Text(String),
    /// As bytes of a file that a terminal must not see.
    Bytes(Vec<u8>),
}

impl Rendered {
    /// What a file holds.
    pub fn into_bytes(self) -> Vec<u8> {
        match self {
            Self::Text(text) => text.into_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }

    /// The text; `None` for bytes.
    pub fn into_text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            Self::Bytes(_) => None,
        }
    }
}

impl From<String> for Rendered {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// Why a document could not be made in a format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the document could not be made as {format}: {why}")]
pub struct RenderError {
    /// The format's name.
    pub format: &'static str,
    /// What its writer said.
    pub why: String,
}

/// An outline in a format, on a network's letterhead where the format has one.
///
/// # Errors
/// When a file's writer cannot make it.
pub fn render(
    format: Format,
    outline: &Outline,
    letterhead: &Letterhead,
) -> Result<Rendered, RenderError> {
    Ok(match format {
        Format::Markdown => markdown::framed(markdown(outline), letterhead).into(),
        Format::Html => html(outline, letterhead).into(),
        Format::Text => text::framed(text(outline), letterhead).into(),
        Format::Docx => Rendered::Bytes(docx(outline, letterhead)),
        Format::Odt => Rendered::Bytes(odt(outline, letterhead)),
        Format::Pdf => Rendered::Bytes(pdf(outline, letterhead)?),
    })
}

/// The same of a document of a meeting: papers for the door are laid out for printing and cutting.
///
/// # Errors
/// As [`render`].
pub fn render_paper(
    format: Format,
    what: What,
    source: &Source,
    outline: &Outline,
    letterhead: &Letterhead,
) -> Result<Rendered, RenderError> {
    let page = match format {
        Format::Html => door::door_html(what, source, outline, letterhead),
        _ => None,
    };
    match (page, format, what) {
        (Some(page), ..) => Ok(page.into()),
        (None, Format::Pdf, What::Badges) => {
            pdf::badges(source, outline, letterhead).map(Rendered::Bytes)
        }
        _ => render(format, outline, letterhead),
    }
}
