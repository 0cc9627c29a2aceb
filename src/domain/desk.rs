//! The desk: what reaches the secretariat from outside and where it takes part itself. Enquiries and where they were
//! forwarded, memberships and the seats held, what is presented where, the contact group, fora.

mod enquiry;
mod listing;
mod naming;
mod reminder;
#[cfg(test)]
mod tests;
mod wanted;

use chrono::NaiveDate;

use super::due::Due;
use super::id::Id;
use super::network::Owner;
use super::when::When;
use crate::{choice, document, record};

pub use enquiry::{Became, EnquiryState};
pub use naming::Part;
pub use reminder::{Reminder, Subject};
pub use wanted::Wanted;

record! {
    /// The desk's own facts.
    DeskHead, DeskHeadField {
        /// A note of the secretariat's about its desk, in no document.
        note Note: String,
    }
}

choice! {
    /// What an enquiry asks for.
    EnquiryKind {
        /// Anything else.
        Other = "other",
        /// A visit.
        Visit = "visit",
        /// A partner for a project.
        Partnership = "partnership",
        /// Taking part in a conference.
        Conference = "conference",
        /// A speaker.
        Speaker = "speaker",
        /// An answer to a consultation.
        Consultation = "consultation",
    }
}

record! {
    /// A request from outside.
    Enquiry, EnquiryField {
        /// The year in the label.
        year Year: i32,
        /// The number within the year; 0 asks the fold for the next.
        number Number: u32,
        /// What it is about.
        title Title: String,
        /// From whom.
        sender Sender: Owner,
        /// The sender's country, as a code of two letters or in words.
        country Country: String,
        /// What it asks for.
        kind Kind: EnquiryKind,
        /// The day it came.
        received Received: Option<NaiveDate>,
        /// By when it is to be answered.
        deadline Deadline: Option<Due>,
        /// Who deals with it.
        handler Handler: Owner,
        /// The network it concerns.
        network Network: Option<Id>,
        /// The answer given.
        answer Answer: String,
        /// The day it was answered.
        answered_on AnsweredOn: Option<NaiveDate>,
        /// What came of it.
        result Result: String,
        /// The day it was closed.
        closed_on ClosedOn: Option<NaiveDate>,
        /// The activity it became, of its network.
        activity Activity: Option<Id>,
        /// The representation it became.
        representation Representation: Option<Id>,
        /// A note of the secretariat's, in no document.
        note Note: String,
    }
}

record! {
    /// An enquiry sent on to somebody else.
    Forwarding, ForwardingField {
        /// The enquiry.
        enquiry Enquiry: Id,
        /// To whom: a unit, another administration.
        recipient Recipient: Owner,
        /// The day.
        date Date: Option<NaiveDate>,
        /// What was asked of them.
        note Note: String,
    }
}

record! {
    /// A membership of an association or a network of others.
    Membership, MembershipField {
        /// Its name.
        name Name: String,
        /// Member since.
        since Since: Option<When>,
        /// Member until.
        until Until: Option<When>,
        /// The yearly fee, in words.
        fee Fee: String,
        /// Who keeps in touch there.
        contact Contact: Owner,
        /// What we contribute.
        contributes Contributes: String,
        /// What we get.
        gains Gains: String,
        /// The network here that it concerns.
        network Network: Option<Id>,
        /// A note of the secretariat's, in no document.
        note Note: String,
    }
}

choice! {
    /// What a seat is.
    SeatRole {
        /// On the board.
        Board = "board",
        /// On a committee.
        Committee = "committee",
        /// In a working group.
        WorkingGroup = "working-group",
        /// Speaks and votes for us.
        Representative = "representative",
        /// Steps in for somebody.
        Substitute = "substitute",
        /// Listens.
        Observer = "observer",
    }
}

record! {
    /// A seat that one of ours holds in an association or a forum.
    Seat, SeatField {
        /// The membership or the forum.
        place Place: Id,
        /// Who holds it.
        person Person: Id,
        /// What it is.
        role Role: SeatRole,
        /// What it is called there ("næstformand").
        title Title: String,
        /// Since when.
        from From: Option<When>,
        /// Until when.
        until Until: Option<When>,
    }
}

choice! {
    /// What a forum is.
    ForumKind {
        /// A forum.
        Forum = "forum",
        /// A network that has fora under it.
        Umbrella = "umbrella",
        /// A working group.
        WorkingGroup = "group",
    }
}

record! {
    /// A place where we meet others: an umbrella network, its fora, their working groups.
    Forum, ForumField {
        /// Its name.
        name Name: String,
        /// What it is.
        kind Kind: ForumKind,
        /// The forum or the membership it belongs under.
        parent Parent: Option<Id>,
        /// What it gives us.
        gains Gains: String,
        /// What it costs us.
        costs Costs: String,
        /// The day of that assessment.
        assessed_on AssessedOn: Option<NaiveDate>,
        /// Where to read more.
        link Link: String,
        /// A note of the secretariat's, in no document.
        note Note: String,
    }
}

record! {
    /// A person whom an office has appointed for a subject.
    Contact, ContactField {
        /// The person.
        person Person: Id,
        /// Who appointed them: an administration, an office.
        office Office: Owner,
        /// What they cover.
        covers Covers: String,
        /// Since when.
        from From: Option<When>,
        /// Until when.
        until Until: Option<When>,
    }
}

choice! {
    /// What is presented, or how one takes part.
    RepresentationRole {
        /// A talk.
        Talk = "talk",
        /// A workshop.
        Workshop = "workshop",
        /// A learning seminar.
        Seminar = "seminar",
        /// A session.
        Session = "session",
        /// A seat on a panel.
        Panel = "panel",
        /// A poster.
        Poster = "poster",
        /// Hosting others.
        Host = "host",
        /// Taking part as a delegate.
        Delegate = "delegate",
    }
}

choice! {
    /// Where a representation stands.
    RepresentationStatus {
        /// Nobody has been written to yet.
        Idea = "idea",
        /// Proposed to the organisers.
        Submitted = "submitted",
        /// They said yes.
        Accepted = "accepted",
        /// They said no.
        Declined = "declined",
        /// It has been held.
        Held = "held",
    }
}

record! {
    /// Something we present elsewhere, or a place where we take part.
    Representation, RepresentationField {
        /// Its title.
        title Title: String,
        /// What it is.
        role Role: RepresentationRole,
        /// Where it stands.
        status Status: RepresentationStatus,
        /// The conference or the occasion.
        event Event: String,
        /// Where.
        place Place: String,
        /// When.
        when When: Option<When>,
        /// The last day of the call for papers.
        call Call: Option<Due>,
        /// Whom it is for.
        audience Audience: String,
        /// The network it concerns.
        network Network: Option<Id>,
        /// The one of an earlier year that this repeats.
        repeats Repeats: Option<Id>,
        /// Links to materials, one on a line.
        links Links: String,
        /// Its themes.
        themes Themes: Vec<String>,
        /// A note of the secretariat's, in no document.
        note Note: String,
    }
}

record! {
    /// Somebody who takes part in a representation.
    Contributor, ContributorField {
        /// The representation.
        representation Representation: Id,
        /// Who.
        who Who: Owner,
        /// From elsewhere, not one of ours.
        partner Partner: bool,
    }
}

document! {
    /// The desk.
    Desk, DeskRecord, DeskChange, DeskTable {
        head: DeskHead,
        /// Enquiries.
        enquiries Enquiry: Enquiry,
        /// Where enquiries were forwarded.
        forwardings Forwarding: Forwarding,
        /// Memberships.
        memberships Membership: Membership,
        /// Seats held.
        seats Seat: Seat,
        /// Fora.
        fora Forum: Forum,
        /// The contact group.
        contacts Contact: Contact,
        /// Representations.
        representations Representation: Representation,
        /// Who takes part in representations.
        contributors Contributor: Contributor,
    }
}
