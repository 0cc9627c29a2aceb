//! Terms of reference, groups and the checklist.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::EnquiryObject;

objects! {
    /// A version of a network's terms of reference.
    TermsObject {
        /// 32 hexadecimal digits.
        id: String,
        /// The network's label.
        network: String,
        /// The network's name.
        network_name: String,
        /// The version's number.
        version: u32,
        /// "draft", "in-force" or "replaced".
        status: String,
        /// The purposes, as adopted or as they are now.
        purposes: Vec<String>,
        /// How the network works.
        way_of_working: String,
        /// What is to come of it.
        expected_results: String,
        /// The day it begins.
        start: Option<String>,
        /// When it is evaluated: `2027-11-15`, `2027-11` or words.
        evaluation: Option<String>,
        /// What it is evaluated by.
        criteria: Vec<String>,
        /// Who adopted it.
        adopted_by: Option<String>,
        /// The day it was adopted.
        adopted_on: Option<String>,
        /// What the evaluation found.
        findings: Vec<FindingObject>,
    }

    /// What an evaluation found.
    FindingObject {
        /// The criterion.
        criterion: String,
        /// What was found.
        finding: String,
        /// What changes.
        change: String,
        /// The day.
        on: Option<String>,
    }

    /// A group of a network.
    GroupObject {
        /// 32 hexadecimal digits.
        id: String,
        /// Its name.
        name: String,
        /// "steering", "working", "contact" or "observers".
        kind: String,
        /// What it may do and decide.
        mandate: String,
        /// Where the mandate was adopted.
        adopted_by: Option<String>,
        /// The day it was.
        adopted_on: Option<String>,
        /// Who sits in it today.
        seats: Vec<GroupSeatObject>,
        /// The labels of the members that have named nobody.
        unnamed: Vec<String>,
    }

    /// A seat in a group.
    GroupSeatObject {
        /// The person's label.
        person: String,
        /// The person's name.
        name: String,
        /// The label of the organisation that named the person.
        organisation: Option<String>,
        /// First day.
        from: Option<String>,
        /// Last day.
        until: Option<String>,
    }

    /// A member's time with the secretariat.
    SecretariatTermObject {
        /// The member's label.
        organisation: String,
        /// Since when.
        since: Option<String>,
        /// Until when.
        until: Option<String>,
    }

    /// The checklist of a network.
    ChecklistObject {
        /// 32 hexadecimal digits.
        id: String,
        /// The network's label.
        label: String,
        /// How many points are met.
        met: usize,
        /// All points, in order.
        points: Vec<PointObject>,
        /// Enquiries about it that wait for an answer, by deadline.
        enquiries: Vec<EnquiryObject>,
    }

    /// A point of the checklist.
    PointObject {
        /// Its name: "purpose", "terms", "steering-group" and so on.
        point: String,
        /// Whether nothing is missing.
        met: bool,
        /// What is missing.
        missing: Vec<MissingObject>,
    }

    /// Something missing.
    MissingObject {
        /// Its name: "evaluation-date" and so on.
        missing: String,
        /// How many it is about.
        count: usize,
        /// The ids of the records it is about.
        about: Vec<String>,
        /// The labels of the organisations or people it names.
        named: Vec<String>,
        /// The day it hangs on.
        day: Option<String>,
        /// A sentence in the language of the program.
        text: String,
        /// The command of `referent do` that mends it.
        command: String,
    }
}
