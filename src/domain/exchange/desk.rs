//! The desk: enquiries, memberships, representations, contacts, fora.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::*;

objects! {
    /// An enquiry.
    EnquiryObject {
        /// 32 hexadecimal digits.
        id: String,
        /// "e-2026-1".
        label: String,
        /// What it is about.
        title: String,
        /// From whom.
        from: String,
        /// A code of two letters, or words.
        country: String,
        /// What it asks for.
        #[schemars(schema_with = "enquiry_kind")]
        kind: EnquiryKind,
        /// How far it has come.
        #[schemars(schema_with = "enquiry_state")]
        status: EnquiryState,
        /// The day it came.
        received: Option<String>,
        /// A day, or words.
        deadline: Option<String>,
        /// Who deals with it.
        handler: String,
        /// The network's label.
        network: Option<String>,
        /// Where it was forwarded, the first first.
        forwarded: Vec<ForwardingObject>,
        /// The answer given.
        answer: String,
        /// The day it was answered.
        answered_on: Option<String>,
        /// What came of it.
        result: String,
        /// The day it was closed.
        closed_on: Option<String>,
        /// The id of the activity it became.
        activity: Option<String>,
        /// The id of the representation it became.
        representation: Option<String>,
        /// The secretariat's own note.
        note: String,
    }

    /// An enquiry sent on.
    ForwardingObject {
        /// 32 hexadecimal digits.
        id: String,
        /// To whom.
        to: String,
        /// The day.
        date: Option<String>,
        /// What was asked of them.
        note: String,
    }

    /// A membership.
    MembershipObject {
        /// 32 hexadecimal digits.
        id: String,
        /// What commands call it: its id.
        label: String,
        /// Its name.
        name: String,
        /// Member since, as exact as it is known.
        since: Option<String>,
        /// Member until.
        until: Option<String>,
        /// The yearly fee, in words.
        fee: String,
        /// Who keeps in touch there.
        contact: String,
        /// What we contribute.
        contributes: String,
        /// What we get.
        gains: String,
        /// The network's label.
        network: Option<String>,
        /// The seats we hold.
        seats: Vec<SeatObject>,
        /// The secretariat's own note.
        note: String,
    }

    /// A seat.
    SeatObject {
        /// 32 hexadecimal digits.
        id: String,
        /// The person's label.
        person: String,
        /// The person's name.
        person_name: String,
        /// What it is.
        #[schemars(schema_with = "seat_role")]
        role: SeatRole,
        /// What it is called there.
        title: String,
        /// Since when.
        from: Option<String>,
        /// Until when.
        until: Option<String>,
    }

    /// A representation.
    RepresentationObject {
        /// 32 hexadecimal digits.
        id: String,
        /// What commands call it: its id.
        label: String,
        /// Its title.
        title: String,
        /// What it is.
        #[schemars(schema_with = "representation_role")]
        role: RepresentationRole,
        /// Where it stands.
        #[schemars(schema_with = "representation_status")]
        status: RepresentationStatus,
        /// The conference or the occasion.
        event: String,
        /// Where.
        place: String,
        /// When, as exact as it is known.
        when: Option<String>,
        /// The first day it can be.
        first_day: Option<String>,
        /// The last day it can be.
        last_day: Option<String>,
        /// When the call for papers ends.
        call: Option<String>,
        /// Ours who take part.
        people: Vec<String>,
        /// With whom.
        partners: Vec<String>,
        /// For whom.
        audience: String,
        /// The network's label.
        network: Option<String>,
        /// The id of the one of an earlier year that it repeats.
        repeats: Option<String>,
        /// Links to materials.
        links: Vec<String>,
        /// Its themes.
        themes: Vec<String>,
        /// The secretariat's own note.
        note: String,
    }

    /// A person of the contact group.
    ContactObject {
        /// 32 hexadecimal digits.
        id: String,
        /// What commands call it: its id.
        label: String,
        /// The person's label.
        person: String,
        /// The person's name.
        person_name: String,
        /// Who appointed them.
        office: String,
        /// What they cover.
        covers: String,
        /// E-mail address.
        email: String,
        /// Telephone number.
        phone: String,
        /// Since when.
        from: Option<String>,
        /// Until when.
        until: Option<String>,
    }

    /// A forum.
    ForumObject {
        /// 32 hexadecimal digits.
        id: String,
        /// What commands call it: its id.
        label: String,
        /// Its name.
        name: String,
        /// What it is.
        #[schemars(schema_with = "forum_kind")]
        kind: ForumKind,
        /// How many stand above it.
        depth: usize,
        /// The name of what it belongs under.
        under: String,
        /// Who represents us.
        seats: Vec<SeatObject>,
        /// What it gives us.
        gains: String,
        /// What it costs us.
        costs: String,
        /// The day of that assessment.
        assessed_on: Option<String>,
        /// Where to read more.
        link: String,
        /// The secretariat's own note.
        note: String,
    }
}
