//! The register and the rows of lists.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;

objects! {
    /// A word that is right in a network's minutes.
    WordObject {
        /// 32 hexadecimal digits.
        id: String,
        /// The network's label.
        network: String,
        /// The word.
        word: String,
    }

    /// A person.
    PersonObject {
        /// 32 hexadecimal digits.
        id: String,
        /// "karen-lund".
        label: String,
        /// The full name.
        name: String,
        /// What colleagues call them.
        call_name: String,
        /// Job title.
        title: String,
        /// E-mail address.
        email: String,
        /// What the server said when mail to it last came back.
        bounced: Option<String>,
        /// Telephone number.
        phone: String,
        /// The organisation's label.
        organisation: Option<String>,
        /// The organisation's name.
        organisation_name: Option<String>,
        /// The label of who took over.
        succeeded_by: Option<String>,
        /// The last day in the post.
        left_on: Option<String>,
        /// The day the person agreed to be named on the public portal.
        consented_on: Option<String>,
    }

    /// An organisation.
    OrganisationObject {
        /// 32 hexadecimal digits.
        id: String,
        /// "odense".
        label: String,
        /// The full name.
        name: String,
        /// The short name.
        short: String,
        /// Address.
        address: String,
    }

    /// A network in a list.
    NetworkObject {
        /// 32 hexadecimal digits.
        id: String,
        /// "nims".
        label: String,
        /// The full name.
        name: String,
        /// Members today.
        members: usize,
        /// Open action items.
        open_actions: usize,
        /// Meetings held.
        held: usize,
        /// The next meeting's day.
        next: Option<String>,
    }

    /// A meeting in a list.
    MeetingRowObject {
        /// 32 hexadecimal digits.
        id: String,
        /// "nims-2026-1".
        label: String,
        /// The network's name.
        network_name: String,
        /// The title.
        title: String,
        /// Where it is on its way.
        #[schemars(schema_with = "stage")]
        stage: Stage,
        /// When.
        when: WhenObject,
        /// The place.
        venue: String,
        /// Cancelled.
        cancelled: bool,
        /// Where the minutes stand.
        #[schemars(schema_with = "minutes_status")]
        minutes_status: MinutesStatus,
        /// Came, or are expected.
        expected: usize,
        /// There now.
        present: usize,
    }

    /// An action item in a list.
    ActionObject {
        /// 32 hexadecimal digits.
        id: String,
        /// What commands call it: its id.
        label: String,
        /// What is to be done.
        text: String,
        /// The owner's name, or words.
        owner: Option<String>,
        /// By when, a day or words.
        due: Option<String>,
        /// Where it stands.
        #[schemars(schema_with = "action_status")]
        status: ActionStatus,
        /// The day it was reported done, until that is confirmed.
        reported: Option<String>,
        /// The meeting's label.
        meeting: Option<String>,
        /// The agenda item's id.
        item: Option<String>,
        /// The entry's id.
        entry: Option<String>,
    }

    /// A decision in a list.
    DecisionObject {
        /// The entry: 32 hexadecimal digits.
        id: String,
        /// What commands call it: its id.
        label: String,
        /// The decision.
        text: String,
        /// The meeting's label.
        meeting: String,
        /// The meeting's day.
        date: Option<String>,
        /// The agenda item's id.
        item: String,
        /// The agenda item's number.
        item_number: usize,
        /// The agenda item's title.
        item_title: String,
    }
}
