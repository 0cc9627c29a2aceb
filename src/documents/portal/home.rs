//! The front page: the networks, what comes, what is new.

use super::Site;
use super::card::Card;
use super::frame::{Page, Sheet};
use super::place::Place;
use crate::locale::Key;

/// So many meetings to come and so much news.
const FEW: usize = 8;

/// The front page.
pub(super) fn pages(site: &Site<'_>) -> Vec<Page> {
    let title = |_| site.frame.name.clone();
    site.frame
        .pages(&Place::Home, title, |sheet| body(sheet, site))
}

fn body(sheet: &mut Sheet, site: &Site<'_>) {
    if site.networks.is_empty() {
        let text = sheet.say(Key::PortalEmpty);
        sheet.paragraph("", &text);
        return;
    }
    sheet.heading(Key::PortalNetworks);
    sheet.out.open("ul", &[("class", "cards")]);
    for (id, network) in &site.networks {
        sheet.out.open("li", &[]);
        sheet.out.open("h3", &[]);
        let label = site.secretariat.label(*id).to_owned();
        sheet.link(&Place::Network(label), &network.head.name);
        sheet.out.close("h3");
        let purpose = network.purpose();
        sheet.paragraph("", purpose.lines().next().unwrap_or_default());
        sheet.out.close("li");
    }
    sheet.out.close("ul");
    let ahead = site
        .cards
        .iter()
        .copied()
        .filter(|card| card.date.is_some() && card.lies_ahead(site.today) && !card.cancelled);
    let mut ahead: Vec<&Card> = ahead.collect();
    ahead.reverse();
    ahead.truncate(FEW);
    if !ahead.is_empty() {
        sheet.heading(Key::PortalComing);
        sheet.meetings(&ahead);
    }
    news(sheet, site);
}

/// Articles and approved minutes, the newest first.
fn news(sheet: &mut Sheet, site: &Site<'_>) {
    let news = site.news();
    if news.is_empty() {
        return;
    }
    sheet.heading(Key::PortalNews);
    sheet.out.open("ul", &[("class", "list")]);
    for item in news.iter().take(FEW) {
        let language = sheet.locale.language();
        sheet.out.open("li", &[]);
        let date = language.plain_date(item.day());
        sheet.out.element("span", &[("class", "when")], &date);
        sheet.link(&item.place, &item.title(sheet.locale));
        sheet.out.close("li");
    }
    sheet.out.close("ul");
}
