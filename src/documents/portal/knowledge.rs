//! The local knowledge portal: new law and knowledge, network by network.

use super::Site;
use super::frame::{Page, Sheet};
use super::place::Place;
use crate::documents::knowledge::knowledge;
use crate::documents::terms::NetworkSource;
use crate::locale::{Key, Locale};

/// The page of knowledge.
pub(super) fn pages(site: &Site<'_>) -> Vec<Page> {
    let title = |locale: Locale| locale.text(Key::PortalKnowledge).into_owned();
    site.frame
        .pages(&Place::Knowledge, title, |sheet| body(sheet, site))
}

fn body(sheet: &mut Sheet, site: &Site<'_>) {
    let mut any = false;
    for (id, network) in &site.networks {
        if network.knowledge_list().is_empty() {
            continue;
        }
        any = true;
        let source = NetworkSource {
            secretariat: site.secretariat,
            register: site.register,
            network,
            id: *id,
            today: site.today,
        };
        let outline = knowledge(&source);
        sheet.out.element("h2", &[], &network.head.name);
        sheet.out.blocks(&outline.facts, &outline.blocks, 1);
    }
    if !any {
        let text = sheet.say(Key::PortalNothing);
        sheet.paragraph("", &text);
    }
}
