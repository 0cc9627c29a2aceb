//! A meeting and the rows of lists as they leave and come in as JSON: plain fields, references
//! by label, days as `2026-11-26`, times as `09:30` local, moments as RFC 3339 in UTC.
//!
//! It owns the names of the fields; scripts rely on them. It must not know records.

use schemars::{Schema, SchemaGenerator, json_schema};

use super::agenda::{ItemKind, ItemStatus, SpeakerStatus, Standing};
use super::attendance::{Attendance, ParticipantRole, PresenceKind, Rsvp};
use super::desk::{
    EnquiryKind, EnquiryState, ForumKind, RepresentationRole, RepresentationStatus, SeatRole,
};
use super::meeting::MinutesStatus;
use super::minutes::{CommentKind, CommentStatus, EntryKind, ParagraphStyle};
use super::network::ActionStatus;
use super::plan::{ActivityKind, ActivityStatus};
use super::programme::SlotKind;
use super::proposal::ProposalStatus;
use super::secretariat::Language;
use super::vote::Method;
use super::walk::Stage;

/// Schemas of sets of choices, by their names.
macro_rules! names {
    ($($schema:ident: $choice:ty,)*) => {$(
        pub(super) fn $schema(_: &mut SchemaGenerator) -> Schema {
            let names: Vec<&str> = <$choice>::ALL.iter().map(|choice| choice.name()).collect();
            json_schema!({ "type": "string", "enum": names })
        }
    )*};
}

names! {
    item_kind: ItemKind, item_status: ItemStatus, speaker_status: SpeakerStatus,
    standing: Standing, attendance: Attendance, participant_role: ParticipantRole,
    presence_kind: PresenceKind, rsvp: Rsvp, minutes_status: MinutesStatus,
    comment_status: CommentStatus, comment_kind: CommentKind, proposal_status: ProposalStatus, entry_kind: EntryKind, paragraph_style: ParagraphStyle,
    enquiry_kind: EnquiryKind, enquiry_state: EnquiryState, seat_role: SeatRole, forum_kind: ForumKind,
    representation_role: RepresentationRole, representation_status: RepresentationStatus,
    action_status: ActionStatus, language: Language, stage: Stage,
    vote_method: Method,
    slot_kind: SlotKind, activity_kind: ActivityKind, activity_status: ActivityStatus,
}

/// Defines objects: every field has a default, so that a file may leave it out.
macro_rules! objects {
    ($($(#[$meta:meta])* $object:ident { $($(#[$fmeta:meta])* $field:ident: $ty:ty,)* })*) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(default, deny_unknown_fields)]
        pub struct $object { $($(#[$fmeta])* pub $field: $ty,)* }
    )*};
}

mod agenda;
mod desk;
mod figures;
mod lists;
mod need;
mod people;
mod plan;
mod publishing;
mod terms;
mod vote;

pub use agenda::*;
pub use desk::*;
pub use figures::*;
pub use lists::*;
pub use need::*;
pub use people::*;
pub use plan::*;
pub use publishing::*;
pub use terms::*;
pub use vote::*;
