//! What is counted over time.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;

objects! {
    /// What is counted over time.
    FiguresObject {
        /// Who came to each meeting, the oldest first.
        attendance: Vec<TurnoutObject>,
        /// How organisations took part, by how often.
        organisations: Vec<AttendedObject>,
        /// Action items opened and closed.
        actions: Vec<FlowObject>,
        /// Action items that arose in no meeting, and so are in none of these.
        actions_undated: usize,
        /// Enquiries by what they ask for.
        enquiries_by_kind: Vec<KindTallyObject>,
        /// Enquiries by country.
        enquiries_by_country: Vec<CountryTallyObject>,
    }

    /// Who came to a meeting.
    TurnoutObject {
        /// The meeting's label.
        meeting: String,
        /// The day.
        date: String,
        /// Invited, in all.
        invited: u32,
        /// Came, also who left again.
        came: u32,
        /// Of them online.
        online: u32,
        /// Sent apologies.
        apologies: u32,
        /// Said yes, and neither came nor sent apologies.
        absent: u32,
        /// Members' organisations that somebody came from.
        organisations: u32,
    }

    /// How an organisation took part.
    AttendedObject {
        /// The organisation's label.
        organisation: String,
        /// Its name.
        name: String,
        /// Meetings it was invited to.
        invited: u32,
        /// Meetings somebody came to from it.
        came: u32,
        /// How many came to each of `attendance`; null where it was not invited.
        by_meeting: Vec<Option<u32>>,
    }

    /// Action items of a stretch of time.
    FlowObject {
        /// `2026-03`, `2026-Q1` or `2026`.
        period: String,
        /// Opened in it.
        opened: u32,
        /// Done or dropped in it.
        closed: u32,
        /// Open at its end.
        open: u32,
    }

    /// Enquiries of a kind.
    KindTallyObject {
        /// What they ask for.
        #[schemars(schema_with = "enquiry_kind")]
        kind: EnquiryKind,
        /// How many.
        received: u32,
        /// How many of them are answered or closed.
        handled: u32,
    }

    /// Enquiries from a country.
    CountryTallyObject {
        /// The country; empty where none was said.
        country: String,
        /// How many.
        received: u32,
        /// How many of them are answered or closed.
        handled: u32,
    }

    /// The status report.
    StatusObject {
        /// The first day asked about.
        from: Option<String>,
        /// The last day asked about.
        to: Option<String>,
        /// The networks.
        networks: Vec<NetworkStatusObject>,
        /// Enquiries of those days.
        enquiries: Vec<EnquiryObject>,
    }

    /// A network in the status report.
    NetworkStatusObject {
        /// Its label.
        network: String,
        /// Its name.
        name: String,
        /// Activities of those days.
        activities: Vec<ActivityObject>,
        /// What is counted in those days.
        figures: FiguresObject,
        /// Decisions of those days, the oldest first.
        decisions: Vec<DecisionObject>,
        /// Action items still to be done.
        actions: Vec<ActionObject>,
        /// What the evaluation found in those days.
        evaluation: Vec<FindingObject>,
    }
}
