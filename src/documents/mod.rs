//! What leaves: documents made of a meeting, and their formats.
//!
//! Every document is an [`Outline`] first (one file per document); every format is made from
//! the outline alone. It must not know screens, the store or files.

use std::borrow::Cow;

use crate::choice;
use crate::domain::folding;
use crate::domain::secretariat::Language;
use crate::locale::Key;

mod agenda;
pub mod annexes;
mod article;
mod attendance;
mod briefing;
pub mod calendar;
mod cancellation;
pub mod chart;
mod comments;
pub mod contacts;
mod csv;
mod desk;
pub mod dispatch;
mod docx;
mod door;
mod figures;
mod handover;
mod html;
pub mod json;
mod knowledge;
pub mod letterhead;
pub mod letters;
mod line;
pub mod mail;
pub mod mark;
mod markdown;
mod minutes;
mod odt;
#[cfg(test)]
mod office_tests;
pub mod outline;
mod overview;
mod package;
mod pass;
mod pdf;
pub mod portal;
mod prose;
mod render;
mod runsheet;
mod season;
mod source;
mod status;
mod table;
pub mod tasks;
mod terms;
#[cfg(test)]
mod tests;
mod text;
pub mod texts;
mod visit;
mod wheel;

pub use comments::{Written, told_comments, written_entries};
pub use csv::{Apart, csv};
pub use desk::{DeskPaper, Sheet};
pub use figures::{FigureSource, Picture};
pub use handover::{HandoverError, handover, handover_zip};
pub use html::html;
pub use knowledge::knowledge;
pub use letterhead::{Letterhead, Logo};
pub use markdown::markdown;
pub use minutes::{approve, corrections, corrections_outline};
pub use outline::{FrozenError, Outline};
pub use overview::{overview, overview_sheet, overview_years};
pub use pdf::lacking;
pub use render::{Format, RenderError, Rendered, render, render_paper};
pub use season::{Announced, Programme, SeasonLine, programme, programme_day, programme_line};
pub use source::{Audience, Source, annex_number, locale};
pub use status::{NetworkStatus, StatusSource};
pub use terms::{NetworkSource, terms};
pub use text::{text, wrap};
pub use visit::visit;
pub use wheel::{WheelSource, wheel_html, wheel_outline, wheel_pdf, wheel_svg};

choice! {
    /// A document of a meeting.
    What {
        /// Referat.
        Minutes = "minutes",
        /// Dagsorden.
        Agenda = "agenda",
        /// Beslutningsreferat: decisions and actions only.
        Decisions = "decisions",
        /// Deltagerliste.
        Attendance = "attendance",
        /// The page before the meeting.
        Briefing = "briefing",
        /// Drejebog.
        RunSheet = "runsheet",
        /// What a correction changes in approved minutes.
        Corrections = "corrections",
        /// The article about the meeting.
        Article = "article",
        /// Aflysning: the notice that it is cancelled.
        Cancellation = "cancellation",
        /// Navneskilte, with the code that scanners read.
        Badges = "badges",
        /// Underskriftsliste.
        Signing = "signing",
        /// Bemærkningsskema: the comments on the minutes, and what became of each.
        CommentTable = "comment-table",
    }
}

choice! {
    /// A document that is not of one meeting.
    Report {
        /// The activity overview.
        Activities = "activities",
        /// The programme of a season.
        Programme = "programme",
        /// Enquiries: received, forwarded, answered.
        Enquiries = "enquiries",
        /// What was presented where, and the seats held.
        Representation = "representation",
        /// The year wheel.
        YearWheel = "year-wheel",
        /// Kommissorium.
        Terms = "terms",
        /// A visit or a study trip: guests, hosts, programme, report.
        Visit = "visit",
        /// Vidensoverblik: new law and knowledge, and how far members are.
        Knowledge = "knowledge",
        /// The status report of a network or of all.
        Status = "status",
        /// Statistik: attendance, action items, enquiries.
        Figures = "figures",
        /// The people of a network or of the register, for address books and spreadsheets.
        People = "people",
        /// What a network's letters and documents say round the data.
        Texts = "texts",
    }
}

/// A document of a meeting, for an audience.
///
/// # Errors
/// When approved minutes are asked for and are not as they were approved.
pub fn outline(what: What, source: &Source, audience: Audience) -> Result<Outline, FrozenError> {
    let outline = match what {
        What::Agenda => agenda::agenda(source),
        What::Minutes => minutes::minutes(source)?,
        What::Decisions => minutes::decisions(source)?,
        What::Attendance => attendance::attendance(source, audience),
        What::Briefing => briefing::briefing(source),
        What::RunSheet => runsheet::run_sheet(source),
        What::Corrections => minutes::corrections_outline(source)?,
        What::Article => article::article(source),
        What::Cancellation => cancellation::cancellation(source),
        What::Badges => door::badges(source),
        What::Signing => door::signing(source),
        What::CommentTable => comments::table(source),
    };
    Ok(match audience {
        Audience::Internal => outline,
        Audience::Public => outline.public(),
    })
}

/// The name of a document's file as those who get it read it, without ending ("nims-2026-3-referat").
pub fn file_stem(label: Option<&str>, what: What, language: Language) -> String {
    let title = Key::named(&format!("what-{}", what.name()));
    let title = title.map_or(what.name().into(), |key| locale(language).text(key));
    format!("{}-{}", label.unwrap_or("referent"), folding::label(&title))
}

/// The name of a file that holds a document ("nims-2026-3-minutes.html"): letters, digits and
/// hyphens only, whatever the label is.
pub fn file_name(label: Option<&str>, what: What, format: Format) -> String {
    let label = label.map_or(Cow::Borrowed("meeting"), |label| {
        Cow::Owned(label.replace(|c: char| !c.is_ascii_alphanumeric() && c != '-', "-"))
    });
    format!("{label}-{}.{}", what.name(), format.name())
}
