//! The rows of each kind of panel.

use crate::app::context::Target;
use crate::app::overlays::form::choice_label;
use crate::app::{App, Call, commands, keyname, steps, strip};
use crate::domain::agenda::Speaker;
use crate::domain::matching::Index;
use crate::domain::meeting::Practical;
use crate::domain::query::{Hit, Place};
use crate::domain::secretariat::Abbreviation;
use crate::domain::walk::State;
use crate::locale::Key;

use super::{
    Kind, Panel, Row, comments, conflicts, durations, letters, materials, needs, network,
    programme, proposals, queue, replies, spelling, vote,
};

/// At most so many people are listed.
const PEOPLE: usize = 30;

pub(super) fn of(panel: &Panel, app: &App) -> Vec<Row> {
    match &panel.kind {
        Kind::Walk => walk(panel, app),
        Kind::Checklist => network::checklist(app, panel.target),
        Kind::Group(id) => network::group(app, panel.target, *id),
        Kind::Materials(networks) => materials::all(app, networks),
        Kind::Comments => comments::all(app, panel.target),
        Kind::Comment(id) => comments::one(app, panel.target, *id),
        Kind::Letters => letters::all(app, panel.target),
        Kind::Reply(id) => replies::one(app, panel.target, *id),
        Kind::Proposals => proposals::all(app, panel.target),
        Kind::Conflicts => conflicts::all(app, panel.target),
        Kind::Conflict(id) => conflicts::one(app, panel.target, *id),
        Kind::Practicals => practicals(panel, app),
        Kind::Needs => needs::needs(app, panel.target),
        Kind::Ideas => needs::ideas(app, panel.target),
        Kind::SignUps(id) => needs::sign_ups(app, panel.target, *id),
        Kind::Knowledge => needs::knowledge(app, panel.target),
        Kind::KnowledgeOf(id) => needs::standings(app, panel.target, *id),
        Kind::Resources => needs::resources(app, panel.target),
        Kind::Programme => programme::parts(app, panel.target),
        Kind::Stays => programme::stays(app, panel.target),
        Kind::Durations => durations::all(app, panel.target),
        Kind::Spelling(word) => spelling::all(app, panel.target, word),
        Kind::Queue => queue::all(app, panel.target, panel.field.text()),
        Kind::Abbreviations => abbreviations(panel, app),
        Kind::Words(network) => spelling::words(app, panel.target, *network),
        Kind::Vote(id) => vote::rows(app, panel.target, *id),
        Kind::Speakers => speakers(panel, app),
        Kind::ItemAnnexes => annexes(panel, app),
        Kind::Help(scopes) => help(app, scopes),
        Kind::Find(hits) => hits.iter().map(|row| hit(app, row)).collect(),
        Kind::Apology => people(panel, app),
        Kind::Phrases(rows)
        | Kind::Annexes(rows)
        | Kind::Items(rows)
        | Kind::Versions(rows)
        | Kind::Answers(rows)
        | Kind::Meetings(rows)
        | Kind::Waiting(rows)
        | Kind::Paste(rows) => rows.clone(),
    }
}

pub(super) fn call(words: &[&str], target: Target) -> Call {
    Call {
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        target,
    }
}

fn walk(panel: &Panel, app: &App) -> Vec<Row> {
    let overview = panel.target.meeting.and_then(|id| app.overview(id));
    let Some(overview) = overview else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    for stage in &overview.walk.stages {
        let (sign, key) = match stage.state {
            State::Done => ("✓", Key::StateDone),
            State::Doing => ("▸", Key::StateDoing),
            State::Todo => (" ", Key::StateTodo),
            State::Skipped => ("–", Key::StateSkipped),
        };
        rows.push(Row {
            sign,
            text: steps::stage_name(app.locale, stage.stage).into_owned(),
            right: app.locale.text(key).into_owned(),
            ..Row::default()
        });
        rows.extend(stage.gaps.iter().map(|gap| Row {
            sign: if gap.check.waits() { "·" } else { "!" },
            text: format!("  {}", steps::gap_text(app.locale, gap)),
            call: Some(steps::mend(gap, panel.target)),
            ..Row::default()
        }));
    }
    rows
}

fn practicals(panel: &Panel, app: &App) -> Vec<Row> {
    let meeting = panel.target.meeting.and_then(|id| app.docs.meeting(id));
    let Some(meeting) = meeting else {
        return Vec::new();
    };
    let rows = meeting.practical_list().into_iter();
    rows.map(|row| {
        let id = row.id.to_string();
        let due = meeting
            .head
            .date
            .map(|date| date + chrono::Duration::days(i64::from(row.days)));
        let toggle = if row.done {
            vec!["practical-set", &id, "--done=no"]
        } else {
            vec!["practical-done", &id]
        };
        Row {
            sign: if row.done { "✓" } else { "☐" },
            text: what(row),
            right: due.map_or_else(String::new, |day| app.locale.language().short_date(day)),
            call: Some(call(&toggle, panel.target)),
            remove: Some(call(&["practical-remove", &id], panel.target)),
            tab: Some(call(&["practical-edit", &id], panel.target)),
        }
    })
    .collect()
}

fn abbreviations(panel: &Panel, app: &App) -> Vec<Row> {
    let secretariat = app.docs.secretariat();
    let rows = secretariat.and_then(|secretariat| {
        let user = secretariat.user(&app.session.user)?.id;
        let rows = secretariat.abbreviations.values();
        let mut rows: Vec<_> = rows
            .filter(|row| !row.removed && row.user == user)
            .collect();
        rows.sort_by(|a, b| a.short.cmp(&b.short));
        Some(rows)
    });
    let row = |row: &Abbreviation| {
        let id = row.id.to_string();
        Row {
            text: format!("{:<10} {}", row.short, row.text),
            call: Some(call(&["abbreviation-edit", &id], panel.target)),
            remove: Some(call(&["abbreviation-remove", &id], panel.target)),
            ..Row::default()
        }
    };
    rows.unwrap_or_default().into_iter().map(row).collect()
}

fn speakers(panel: &Panel, app: &App) -> Vec<Row> {
    let target = panel.target;
    let meeting = target.meeting.and_then(|id| app.docs.meeting(id));
    let rows = meeting.zip(target.item);
    let rows = rows.map(|(meeting, item)| meeting.speakers_of(item));
    let row = |row: &Speaker| {
        let id = row.id.to_string();
        let named = [&row.name, &row.title, &row.organisation];
        let named = named.into_iter().filter(|text| !text.is_empty());
        Row {
            text: named.cloned().collect::<Vec<_>>().join(", "),
            right: choice_label(app.locale, "status", row.status.name()),
            call: Some(call(&["speaker-edit", &id], target)),
            remove: Some(call(&["speaker-remove", &id], target)),
            ..Row::default()
        }
    };
    rows.unwrap_or_default().into_iter().map(row).collect()
}

fn annexes(panel: &Panel, app: &App) -> Vec<Row> {
    let target = panel.target;
    let meeting = target.meeting.and_then(|id| app.docs.meeting(id));
    let Some((meeting, item)) = meeting.zip(target.item) else {
        return Vec::new();
    };
    let number = meeting.number_of(item).unwrap_or(0);
    let rows = ('a'..='z').zip(meeting.annexes_of(item));
    rows.map(|(letter, row)| {
        let (id, name) = (row.id.to_string(), format!("{number}{letter}"));
        let source = if row.link.is_empty() {
            &row.file_name
        } else {
            &row.link
        };
        Row {
            text: format!("{name}  {}", row.title),
            right: source.clone(),
            call: Some(call(&["annex-edit", &id], target)),
            tab: (!row.file.is_empty()).then(|| call(&["annex-save", &name], target)),
            remove: Some(call(&["annex-remove", &id], target)),
            ..Row::default()
        }
    })
    .collect()
}

fn what(row: &Practical) -> String {
    match row.who.is_empty() {
        true => row.what.clone(),
        false => format!("{} · {}", row.what, row.who),
    }
}

/// Keys of the place, each once: the nearest scope wins.
fn help(app: &App, scopes: &[&'static str]) -> Vec<Row> {
    let mut seen = std::collections::BTreeSet::new();
    let mut rows = Vec::new();
    for scope in scopes {
        let after_esc = *scope == strip::SHARED;
        let keys = match after_esc {
            true => strip::letters(&app.view.keymap, app.locale),
            false => app.view.keymap.of(scope).collect(),
        };
        for (key, words) in keys {
            let command = words.first().and_then(|name| commands::find(name));
            let Some(command) = command.filter(|_| seen.insert((after_esc, key))) else {
                continue;
            };
            let deed = keyname::deed(app.locale, words);
            let name = keyname::name(app.locale, key);
            let before = if after_esc { "Esc " } else { "" };
            rows.push(Row {
                text: format!("{:<16}{deed}", format!("{before}{name}")),
                right: command.name.to_owned(),
                ..Row::default()
            });
        }
    }
    rows
}

/// Enter goes there. From inside the minutes Tab writes a reference to it; to a decision, which
/// is looked up to be referred to, the two change places.
fn hit(app: &App, hit: &Hit) -> Row {
    let go = way(hit.place);
    let refer = reference(hit.place).filter(|_| app.view.screen.takes_text() && app.can_write());
    let (call, tab) = match (refer, hit.place) {
        (Some(refer), Place::Entry { .. }) => (refer, Some(go)),
        (refer, _) => (go, refer),
    };
    Row {
        text: hit.title.clone(),
        right: match sort(hit.place) {
            Some(sort) => format!("{} · {}", app.locale.text(sort), hit.context),
            None => hit.context.clone(),
        },
        call: Some(call),
        tab,
        ..Row::default()
    }
}

/// What sort of thing was found, where its title does not say.
fn sort(place: Place) -> Option<Key> {
    match place {
        Place::Meeting(_) => Some(Key::HitMeeting),
        Place::Item { .. } => Some(Key::HitItem),
        Place::Entry { .. } => Some(Key::HitDecision),
        Place::Action { .. } => Some(Key::HitAction),
        Place::Network(_) => Some(Key::HitNetwork),
        Place::Resource { .. } => Some(Key::HitResource),
        Place::Desk { part, .. } => Key::named(&format!("hit-{}", part.name())),
        Place::Person(_) | Place::Organisation(_) => None,
    }
}

fn reference(place: Place) -> Option<Call> {
    let (meeting, item) = match place {
        Place::Meeting(meeting) => (meeting, None),
        Place::Item { meeting, item } | Place::Entry { meeting, item, .. } => (meeting, Some(item)),
        _ => return None,
    };
    let mut words = vec!["reference-insert".to_owned(), meeting.to_string()];
    words.extend(item.map(|item| item.to_string()));
    let target = Target::default();
    Some(Call { words, target })
}

fn way(place: Place) -> Call {
    let mut target = Target::default();
    let mut record = None;
    let name = match place {
        Place::Network(network) => {
            target.network = Some(network);
            "go-network"
        }
        Place::Meeting(meeting) => {
            target.meeting = Some(meeting);
            "go-meeting"
        }
        Place::Item { meeting, item } => {
            target.meeting = Some(meeting);
            target.item = Some(item);
            "go-meeting"
        }
        Place::Entry {
            meeting,
            item,
            entry,
        } => {
            target.meeting = Some(meeting);
            target.item = Some(item);
            target.entry = Some(entry);
            "go-minutes"
        }
        Place::Action { network, action } => {
            target.network = Some(network);
            target.action = Some(action);
            "go-followup"
        }
        Place::Resource { network, resource } => {
            target.network = Some(network);
            record = Some(resource.to_string());
            "resources"
        }
        Place::Desk { record: id, .. } => {
            record = Some(id.to_string());
            "go-desk"
        }
        Place::Person(person) => {
            target.person = Some(person);
            record = Some(person.to_string());
            "go-people"
        }
        Place::Organisation(id) => {
            record = Some(id.to_string());
            "go-people"
        }
    };
    let words = [Some(name.to_owned()), record];
    Call {
        words: words.into_iter().flatten().collect(),
        target,
    }
}

fn people(panel: &Panel, app: &App) -> Vec<Row> {
    let register = app.register();
    let found = Index::of_register(register).find(panel.field.text(), |_| false);
    let rows = found.matches.iter().take(PEOPLE);
    rows.map(|found| {
        let person = register.people.get(&found.key);
        let organisation = person.and_then(|person| person.organisation);
        Row {
            text: register.name_of(found.key).to_owned(),
            right: organisation
                .map_or("", |id| register.organisation_name(id))
                .to_owned(),
            call: Some(call(
                &["apology-choose", &found.key.to_string()],
                Target::default(),
            )),
            ..Row::default()
        }
    })
    .collect()
}
