//! The plan: activities.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;

objects! {
    /// A part of a meeting's detailed programme.
    SlotObject {
        /// 32 hexadecimal digits.
        id: String,
        /// Which of the meeting's days, from 1.
        day: u16,
        /// `12:30`.
        start: Option<String>,
        /// `13:15`.
        end: Option<String>,
        /// What.
        title: String,
        /// What kind of thing it is.
        #[schemars(schema_with = "slot_kind")]
        kind: SlotKind,
        /// Where.
        place: String,
        /// Who.
        who: String,
        /// More about it.
        note: String,
    }

    /// What is noted about somebody's journey to a meeting.
    StayObject {
        /// The person's label, when in the register.
        person: Option<String>,
        /// The name.
        name: String,
        /// How and when they come and go.
        travel: String,
        /// Where they stay the night.
        lodging: String,
        /// What they do not eat, and what else must be seen to.
        diet: String,
        /// The day all of it is erased.
        erased_on: Option<String>,
    }

    /// An activity in a list; a meeting nobody planned as one, too.
    ActivityObject {
        /// 32 hexadecimal digits.
        id: String,
        /// What commands call it: its id, or its meeting's label.
        label: String,
        /// The network's label.
        network: String,
        /// The network's name.
        network_name: String,
        /// What it is called.
        title: String,
        /// What it is.
        #[schemars(schema_with = "activity_kind")]
        kind: ActivityKind,
        /// How far it is.
        #[schemars(schema_with = "activity_status")]
        status: ActivityStatus,
        /// `2027-05-20`, `2027-05-20..2027-05-21`, `2027-03`, `2027-01..2027-03` or words.
        when: Option<String>,
        /// The first day it can be.
        first_day: Option<String>,
        /// The last day it can be.
        last_day: Option<String>,
        /// The date is not finally confirmed.
        tentative: bool,
        /// `09:30`.
        start: Option<String>,
        /// `12:30`.
        end: Option<String>,
        /// Where.
        place: String,
        /// The host's label.
        host: Option<String>,
        /// The host's name.
        host_name: Option<String>,
        /// "inbound" or "outbound".
        direction: Option<String>,
        /// Why.
        purpose: String,
        /// The network's purposes that it serves, as the terms of reference say them.
        serves: Vec<String>,
        /// What is expected to come of it.
        product: String,
        /// For whom.
        audience: String,
        /// What came of it.
        delivered: String,
        /// Where that is found.
        link: String,
        /// Who visits, or whom we visit.
        guests: String,
        /// Who of ours receives them, or travels.
        hosts: String,
        /// What is to happen, as text.
        schedule: String,
        /// What was seen and learnt.
        report: String,
        /// The labels of the members that have taken it into use.
        adopted_by: Vec<String>,
        /// The ids of the needs it meets.
        meets: Vec<String>,
        /// How many can take part.
        seats: Option<u16>,
        /// The last day to sign up.
        sign_up_by: Option<String>,
        /// Its place among the ideas, 1 first.
        rank: Option<u16>,
        /// The id of the decision about it, an entry of minutes.
        decision: Option<String>,
        /// The label of the meeting it has become.
        meeting: Option<String>,
    }
}
