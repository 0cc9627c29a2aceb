//! What is known of the selected row of the desk: a title, then facts with their names.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::overlays::form::label;
use crate::app::screens::desk::DeskRow;
use crate::domain::desk::{Contact, Desk, Enquiry, Forum, Membership, Representation, Seat};
use crate::domain::id::Id;
use crate::domain::when::When;
use crate::locale::Key;
use crate::ui::canvas::{columns, fit, put};
use crate::ui::listing;
use crate::ui::theme;
use crate::ui::words::{folded, named};

/// Facts with their names, in order; empty ones are left out.
struct Facts<'a> {
    app: &'a App,
    noun: &'static str,
    all: Vec<(String, String)>,
}

impl Facts<'_> {
    /// A fact by the name its argument has.
    fn say(&mut self, name: &str, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() {
            let command = format!("{}-set", self.noun);
            self.all
                .push((label(self.app.locale, &command, name), value));
        }
    }

    fn day(&mut self, name: &str, day: Option<NaiveDate>) {
        let language = self.app.locale.language();
        self.say(
            name,
            day.map_or_else(String::new, |day| language.plain_date(day)),
        );
    }

    fn when(&mut self, name: &str, when: Option<&When>) {
        let language = self.app.locale.language();
        self.say(
            name,
            when.map_or_else(String::new, |when| language.when(when)),
        );
    }

    fn network(&mut self, network: Option<Id>) {
        let label = network.and_then(|id| self.app.docs.label_of(id));
        self.say("network", label.unwrap_or_default().to_uppercase());
    }
}

/// Draws the facts of a row under a rule with what it is called.
pub fn draw(buf: &mut Buffer, area: Rect, app: &App, row: &DeskRow<'_>) {
    let Some(desk) = app.docs.desk() else {
        return;
    };
    let (title, facts) = told(app, desk, row);
    let rule = Rect { height: 1, ..area };
    let room = area.width.saturating_sub(6);
    listing::heading(buf, rule, &fit(&title, room), "");
    let margin = facts.iter().map(|(name, _)| columns(name)).max();
    let margin = margin.unwrap_or(0) + 2;
    let x = area.x + 1 + margin;
    let width = area.right().saturating_sub(x + 1);
    let mut y = area.y + 1;
    for (name, value) in &facts {
        for (index, line) in folded(value, usize::from(width)).iter().enumerate() {
            if y >= area.bottom() {
                return;
            }
            if index == 0 {
                put(buf, area.x + 1, y, margin, name, theme::DIM);
            }
            put(buf, x, y, width, line, theme::TEXT);
            y += 1;
        }
    }
}

fn told(app: &App, desk: &Desk, row: &DeskRow<'_>) -> (String, Vec<(String, String)>) {
    let mut facts = Facts {
        app,
        noun: row.noun(),
        all: Vec::new(),
    };
    let title = match row {
        DeskRow::Enquiry(row) => enquiry(&mut facts, desk, row),
        DeskRow::Membership(row) => membership(&mut facts, row),
        DeskRow::Seat(row) => seat(&mut facts, desk, row),
        DeskRow::Representation(row) => representation(&mut facts, desk, row),
        DeskRow::Contact(row) => contact(&mut facts, row),
        DeskRow::Forum(row, _) => forum(&mut facts, desk, row),
    };
    (title, facts.all)
}

fn enquiry(facts: &mut Facts<'_>, desk: &Desk, row: &Enquiry) -> String {
    let (app, register) = (facts.app, facts.app.register());
    let sender = row.sender.name(register);
    let from = match row.country.as_str() {
        "" => sender.to_owned(),
        country if sender.is_empty() => country.to_owned(),
        country => format!("{sender} ({country})"),
    };
    facts.say("from", from);
    let state = named(app.locale, "enquiry-state", desk.state(row).name());
    let kind = named(app.locale, "enquiry-kind", row.kind.name());
    facts.say("kind", kind);
    facts.say("status", state);
    facts.day("received", row.received);
    let today = app.clock.local.date();
    let language = app.locale.language();
    let due = row.deadline.as_ref();
    let due = due.map_or_else(String::new, |due| language.due(due, today));
    facts.say("deadline", due);
    facts.say("handler", row.handler.name(register));
    for sent in desk.forwarded(row.id) {
        let mut to = sent.recipient.name(register).to_owned();
        if let Some(day) = sent.date {
            to = format!("{to}, {}", language.date_seen_from(day, today));
        }
        if !sent.note.is_empty() {
            to = format!("{to}: {}", sent.note);
        }
        let name = app.locale.text(Key::DeskForwarded).into_owned();
        facts.all.push((name, to));
    }
    facts.network(row.network);
    facts.say("answer", row.answer.as_str());
    facts.say("result", row.result.as_str());
    let became = row.representation;
    let became = became.and_then(|id| desk.representations.get(&id));
    facts.say("representation", became.map_or("", |row| &row.title));
    let network = row.network.and_then(|id| app.docs.network(id));
    let activity = network.zip(row.activity);
    let activity = activity.and_then(|(network, id)| network.activities.get(&id));
    if let Some(activity) = activity {
        let name = app.locale.text(Key::DeskBecame).into_owned();
        facts.all.push((name, activity.title.clone()));
    }
    facts.say("note", row.note.as_str());
    format!("{} {}", row.label(), row.title)
}

fn membership(facts: &mut Facts<'_>, row: &Membership) -> String {
    let register = facts.app.register();
    facts.when("since", row.since.as_ref());
    facts.when("until", row.until.as_ref());
    facts.say("fee", row.fee.as_str());
    facts.say("contact", row.contact.name(register));
    facts.say("contributes", row.contributes.as_str());
    facts.say("gains", row.gains.as_str());
    facts.network(row.network);
    facts.say("note", row.note.as_str());
    row.name.clone()
}

fn seat(facts: &mut Facts<'_>, desk: &Desk, row: &Seat) -> String {
    let app = facts.app;
    facts.say("place", desk.place_name(row.place));
    facts.say("role", named(app.locale, "seat-role", row.role.name()));
    facts.say("title", row.title.as_str());
    facts.when("from", row.from.as_ref());
    facts.when("to", row.until.as_ref());
    app.locale.person(row.person, app.register()).into_owned()
}

fn representation(facts: &mut Facts<'_>, desk: &Desk, row: &Representation) -> String {
    let (app, register) = (facts.app, facts.app.register());
    let group = "representation-role";
    facts.say("role", named(app.locale, group, row.role.name()));
    let group = "representation-status";
    facts.say("status", named(app.locale, group, row.status.name()));
    facts.say("event", row.event.as_str());
    facts.say("place", row.place.as_str());
    facts.when("when", row.when.as_ref());
    let (language, today) = (app.locale.language(), app.clock.local.date());
    let call = row.call.as_ref();
    let call = call.map_or_else(String::new, |due| language.due(due, today));
    facts.say("call", call);
    facts.say("person", desk.contributor_names(row.id, false, register));
    facts.say("partner", desk.contributor_names(row.id, true, register));
    facts.say("audience", row.audience.as_str());
    let before = row.repeats.and_then(|id| desk.representations.get(&id));
    facts.say(
        "repeats",
        before.map_or_else(String::new, |row| row.title.clone()),
    );
    facts.network(row.network);
    facts.say("links", row.links.as_str());
    facts.say("theme", row.themes.join(", "));
    facts.say("note", row.note.as_str());
    row.title.clone()
}

fn contact(facts: &mut Facts<'_>, row: &Contact) -> String {
    let register = facts.app.register();
    let person = register.people.get(&row.person);
    facts.say("for", row.office.name(register));
    facts.say("covers", row.covers.as_str());
    facts.say("title", person.map_or("", |it| &it.title));
    facts.say("email", person.map_or("", |it| &it.email));
    facts.say("phone", person.map_or("", |it| &it.phone));
    facts.when("from", row.from.as_ref());
    facts.when("until", row.until.as_ref());
    facts.app.locale.person(row.person, register).into_owned()
}

fn forum(facts: &mut Facts<'_>, desk: &Desk, row: &Forum) -> String {
    let app = facts.app;
    facts.say("kind", named(app.locale, "forum-kind", row.kind.name()));
    let parent = row.parent.map_or("", |id| desk.place_name(id));
    facts.say("under", parent);
    facts.say("gains", row.gains.as_str());
    facts.say("costs", row.costs.as_str());
    facts.day("assessed", row.assessed_on);
    facts.say("link", row.link.as_str());
    facts.say("note", row.note.as_str());
    row.name.clone()
}
