//! Needs, the knowledge overview and sign-ups.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

objects! {
    /// What an organisation needs.
    NeedObject {
        /// 32 hexadecimal digits.
        id: String,
        /// The network's label.
        network: String,
        /// What.
        title: String,
        /// The organisation's label.
        organisation: Option<String>,
        /// The day it was reported.
        on: Option<String>,
        /// More about it.
        note: String,
        /// The titles of the activities that meet it.
        met_by: Vec<String>,
    }

    /// New law or knowledge.
    KnowledgeObject {
        /// 32 hexadecimal digits.
        id: String,
        /// The network's label.
        network: String,
        /// What.
        title: String,
        /// Where it comes from.
        source: String,
        /// From when it holds: `2027-07-01`, `2027-07` or words.
        in_force: Option<String>,
        /// What is proposed.
        proposal: String,
        /// How far each member is.
        members: Vec<KnowledgeMemberObject>,
    }

    /// An offer, a method or a template.
    ResourceObject {
        /// 32 hexadecimal digits.
        id: String,
        /// The network's label.
        network: String,
        /// "offer", "method" or "template".
        kind: String,
        /// What it is called.
        title: String,
        /// What it is about.
        text: String,
        /// For whom.
        audience: String,
        /// Where.
        place: String,
        /// Where to turn.
        contact: String,
        /// Where more is found.
        link: String,
        /// Its themes.
        themes: Vec<String>,
        /// Who keeps it right.
        owner: String,
        /// The day it was last gone through.
        reviewed_on: Option<String>,
        /// The day it is to be gone through again.
        review_due: Option<String>,
        /// That day is past, or it never was gone through.
        overdue: bool,
    }

    /// How far a member is with it.
    KnowledgeMemberObject {
        /// The organisation's label.
        organisation: String,
        /// The organisation's name.
        name: String,
        /// "unknown", "known", "working", "in-place" or "not-relevant".
        status: String,
        /// More about it.
        note: String,
    }

    /// Somebody signed up for an activity.
    SignUpObject {
        /// The network's label.
        network: String,
        /// The activity's id.
        activity: String,
        /// What it is called.
        activity_title: String,
        /// The person's label.
        person: String,
        /// The person's name.
        name: String,
        /// The place in the order of signing up, from 1.
        place: usize,
        /// There was no seat left.
        waits: bool,
    }
}
