//! Articles, materials and projects.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

objects! {
    /// A material in a list.
    MaterialObject {
        /// 32 hexadecimal digits.
        id: String,
        /// What commands call it: its id.
        label: String,
        /// The network's label.
        network: String,
        /// The title.
        title: String,
        /// The meeting's label.
        meeting: Option<String>,
        /// The agenda item's id.
        item: Option<String>,
        /// The project's title.
        project: Option<String>,
        /// Where it is found, when it is a link.
        link: String,
        /// The kept file's blake3 hash, when it is a file.
        file: String,
        /// The file's own name.
        file_name: String,
        /// Its themes.
        themes: Vec<String>,
        /// The day it was attached.
        on: Option<String>,
    }

    /// A project in a list.
    ProjectObject {
        /// 32 hexadecimal digits.
        id: String,
        /// What commands call it: its id.
        label: String,
        /// The network's label.
        network: String,
        /// The title.
        title: String,
        /// Who takes part.
        partners: String,
        /// The programme that funds it.
        programme: String,
        /// `2027-01..2028-12`, a month, a day or words.
        period: Option<String>,
        /// What came of it.
        results: String,
        /// Where more is found.
        link: String,
        /// The label of the meeting it grew out of.
        meeting: Option<String>,
        /// Its themes.
        themes: Vec<String>,
    }

    /// The article about a meeting.
    ArticleObject {
        /// 32 hexadecimal digits.
        id: String,
        /// The meeting's label.
        meeting: String,
        /// The title.
        title: String,
        /// What it says in two sentences.
        summary: String,
        /// The text.
        body: String,
        /// "draft" or "published".
        status: String,
        /// The themes.
        themes: Vec<String>,
        /// The day it was published.
        published_on: Option<String>,
        /// The day it was last changed after that.
        updated_on: Option<String>,
        /// The meeting's materials.
        materials: Vec<MaterialObject>,
    }

    /// A theme.
    ThemeObject {
        /// The theme.
        theme: String,
        /// How much there is of it.
        count: usize,
    }

    /// Something of a theme.
    ThemedObject {
        /// "meeting", "material", "project" or "representation".
        kind: String,
        /// 32 hexadecimal digits.
        id: String,
        /// The network's label.
        network: Option<String>,
        /// The meeting's label.
        meeting: Option<String>,
        /// Its title.
        title: String,
        /// A link, a file's name or the occasion.
        source: String,
        /// Its themes.
        themes: Vec<String>,
    }
}
