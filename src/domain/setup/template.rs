//! The template a new network begins with.

use crate::domain::agenda::{ItemKind, Standing};
use crate::domain::draft::{Ids, add_to_network, jitter};
use crate::domain::id::Id;
use crate::domain::network::{Network, TemplateItem, TemplatePractical};
use crate::domain::op::DocOp;
use crate::domain::pos::Pos;

/// The words of a new network's template, in the network's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TemplateWords {
    /// Velkomst, bordrunde.
    pub welcome: String,
    /// Godkendelse af dagsorden.
    pub approve_agenda: String,
    /// Godkendelse af referat.
    pub approve_minutes: String,
    /// Opfølgning.
    pub follow_up: String,
    /// Eventuelt.
    pub any_other_business: String,
    /// Næste møde.
    pub next_meeting: String,
    /// Practical things: what, and days from the meeting.
    pub practicals: Vec<(String, i16)>,
}

/// The ops of a new network's template; items without a title are left out.
pub fn default_template(network: Id, words: &TemplateWords, ids: Ids<'_>) -> Vec<DocOp> {
    let rows = [
        (&words.welcome, ItemKind::Welcome, Standing::None, 10),
        (
            &words.approve_agenda,
            ItemKind::Decision,
            Standing::ApproveAgenda,
            5,
        ),
        (
            &words.approve_minutes,
            ItemKind::Decision,
            Standing::ApproveMinutes,
            5,
        ),
        (
            &words.follow_up,
            ItemKind::Information,
            Standing::FollowUp,
            10,
        ),
        (
            &words.any_other_business,
            ItemKind::AnyOtherBusiness,
            Standing::AnyOtherBusiness,
            5,
        ),
        (
            &words.next_meeting,
            ItemKind::NextMeeting,
            Standing::NextMeeting,
            5,
        ),
    ];
    let mut ops = Vec::new();
    let places = Pos::row(None, rows.len(), jitter(network));
    for ((title, kind, standing, minutes), pos) in rows.into_iter().zip(places) {
        if title.is_empty() {
            continue;
        }
        let item = TemplateItem {
            id: ids(),
            pos,
            title: title.clone(),
            kind,
            standing,
            minutes: Some(minutes),
            ..TemplateItem::default()
        };
        ops.push(add_to_network(network, item));
    }
    let places = Pos::row(None, words.practicals.len(), jitter(network));
    for ((what, days), pos) in words.practicals.iter().zip(places) {
        let row = TemplatePractical {
            id: ids(),
            pos,
            what: what.clone(),
            days: *days,
            ..TemplatePractical::default()
        };
        ops.push(add_to_network(network, row));
    }
    ops
}

impl Network {
    /// The template's items in order.
    pub fn template(&self) -> impl Iterator<Item = &TemplateItem> {
        let mut rows: Vec<&TemplateItem> = self.template_items.values().collect();
        rows.retain(|row| !row.removed);
        rows.sort_by_key(|row| (&row.pos, row.id));
        rows.into_iter()
    }

    /// The template's practical things in order.
    pub fn template_practical_list(&self) -> impl Iterator<Item = &TemplatePractical> {
        let mut rows: Vec<&TemplatePractical> = self.template_practicals.values().collect();
        rows.retain(|row| !row.removed);
        rows.sort_by_key(|row| (&row.pos, row.id));
        rows.into_iter()
    }
}
