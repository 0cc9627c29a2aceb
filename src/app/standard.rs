//! Standard texts of minutes, by the kind of the item: the network's own, and after them those
//! that are built in.

use crate::domain::agenda::{AgendaItem, ItemKind};
use crate::domain::minutes::EntryKind;
use crate::domain::network::{Network, Phrase};
use crate::locale::Key;

use EntryKind::{Decision, Note};

/// The network's own texts for items of a kind: those of this kind first.
pub fn own(network: &Network, item: ItemKind) -> Vec<&Phrase> {
    let fits = |row: &&Phrase| row.item_kind.is_none_or(|kind| kind == item);
    let rows = network.phrases.values().filter(|row| !row.removed);
    let mut rows: Vec<&Phrase> = rows.filter(fits).collect();
    rows.sort_by_key(|row| (row.item_kind.is_none(), row.at, row.id));
    rows
}

/// What is built in under an item, and what kind of entry each text is.
pub fn texts(item: &AgendaItem) -> Vec<(Key, EntryKind)> {
    let noted = (Key::StandardNoted, Decision);
    let approved = (Key::StandardApproved, Decision);
    let postponed = (Key::StandardPostponed, Decision);
    let discussed = (Key::StandardDiscussed, Note);
    let silent = (Key::StandardNoRemarks, Note);
    let own: &[(Key, EntryKind)] = match item.kind {
        ItemKind::Decision => &[approved, postponed, noted, discussed],
        ItemKind::Discussion => &[discussed, noted, approved, postponed],
        ItemKind::Information | ItemKind::Talk => &[noted, silent, discussed, postponed],
        ItemKind::AnyOtherBusiness => &[(Key::StandardNothingElse, Note), noted, postponed],
        ItemKind::Welcome | ItemKind::Break | ItemKind::NextMeeting => {
            &[silent, approved, noted, postponed]
        }
    };
    let adopted =
        (!item.recommendation.trim().is_empty()).then_some((Key::RecommendationAdopted, Decision));
    adopted.into_iter().chain(own.iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_recommendation_is_offered_only_where_there_is_one() {
        let mut item = AgendaItem {
            kind: ItemKind::Decision,
            ..AgendaItem::default()
        };
        let adopted = (Key::RecommendationAdopted, Decision);
        assert_eq!(texts(&item)[0], (Key::StandardApproved, Decision));
        assert!(!texts(&item).contains(&adopted));
        item.recommendation = "at vælge to indsatser".to_owned();
        assert_eq!(texts(&item)[0], adopted);
    }
}
