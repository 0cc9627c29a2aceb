//! Meetings, people and lists as JSON: what `show`, `list` and `export` print and `import` reads.
//!
//! It owns what is told to whom; the fields are in `domain::exchange`. It must not know files.

mod build;
mod desk;
mod figures;
mod lists;
mod members;
mod need;
mod plan;
mod publishing;
mod terms;
mod turns;
mod votes;

pub use crate::domain::exchange::*;
pub use build::meeting;
pub use desk::DeskSource;
pub use figures::{figures_object, status_object};
pub use lists::{
    action_object, decision_object, meeting_row_object, network_object, organisation_object,
    person_object,
};
pub use need::{knowledge_objects, need_objects, resource_objects, sign_up_objects};
pub use plan::{activity_object, season_object};

pub use publishing::{article_object, material_object, project_object};
pub use terms::{group_object, secretariat_term_object, terms_object};
pub use turns::turn_objects;
pub use votes::timeline_objects;

use schemars::generate::SchemaSettings;

/// What of a meeting is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everything, private notes too: for the one who takes the minutes.
    All,
    /// Without private notes.
    Export,
    /// Without private notes, closed items, prepared text, addresses and the secretariat's own.
    Public,
}

/// The JSON Schema of everything printed as JSON: the meeting, with the lists' objects under
/// `$defs`.
pub fn schema() -> serde_json::Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    generator.subschema_for::<NetworkObject>();
    generator.subschema_for::<MeetingRowObject>();
    generator.subschema_for::<ActionObject>();
    generator.subschema_for::<DecisionObject>();
    generator.subschema_for::<ActivityObject>();
    generator.subschema_for::<EnquiryObject>();
    generator.subschema_for::<MembershipObject>();
    generator.subschema_for::<RepresentationObject>();
    generator.subschema_for::<ContactObject>();
    generator.subschema_for::<ForumObject>();
    generator.subschema_for::<StatusObject>();
    generator.subschema_for::<MaterialObject>();
    generator.subschema_for::<ProjectObject>();
    generator.subschema_for::<ThemeObject>();
    generator.subschema_for::<ThemedObject>();
    generator.subschema_for::<ArticleObject>();
    generator.subschema_for::<TermsObject>();
    generator.subschema_for::<NeedObject>();
    generator.subschema_for::<KnowledgeObject>();
    generator.subschema_for::<ResourceObject>();
    generator.subschema_for::<SignUpObject>();
    generator.subschema_for::<GroupObject>();
    generator.subschema_for::<SecretariatTermObject>();
    generator.subschema_for::<ChecklistObject>();
    generator.into_root_schema_for::<MeetingObject>().to_value()
}

#[cfg(test)]
mod tests;
