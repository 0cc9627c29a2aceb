//! `walk`: a meeting's stages, what each lacks, and the next step; or a network's checklist.

use serde::Serialize;

use super::arguments::WalkIt;
use super::checklist;
use super::failure::{Done, Failure};
use super::headless::Headless;
use super::out;
use super::perform::unknown;
use super::world::{self, World};
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::network::Network;
use crate::domain::query::Reference;
use crate::domain::walk::{Gap, NextStep, StageState, State, Walk, walk};
use crate::domain::zone::Moment;
use crate::locale::{Key, Locale};

/// A walk as JSON.
#[derive(Serialize)]
struct Shape {
    id: Id,
    label: String,
    current: &'static str,
    next: NextStep,
    stages: Vec<StageState>,
}

/// Runs `walk`.
pub fn run(world: &World, it: &WalkIt) -> Done {
    let folder = world::existing(world)?;
    let mut headless = Headless::open(world, &folder)?;
    if let Some(Reference::Network(id)) = headless.resolve(&it.meeting)? {
        return checklist::run(&mut headless, id, it.json);
    }
    let id = meeting_named(&mut headless, &it.meeting)?;
    let meeting = headless.meeting(id)?;
    let network = headless.network(meeting.head.network)?;
    let walk = walk_of(&mut headless, id, &meeting, &network)?;
    let label = headless.label(&Reference::Meeting(id))?;
    if it.json {
        return out::json(&Shape {
            id,
            label,
            current: walk.current.name(),
            next: walk.next,
            stages: walk.stages,
        });
    }
    out::print(&text(&walk, &label, &meeting, headless.locale()))
}

/// The meeting of a label or an id.
pub fn meeting_named(headless: &mut Headless, typed: &str) -> Result<Id, Failure> {
    match headless.resolve(typed)? {
        Some(Reference::Meeting(id)) => Ok(id),
        _ => Err(unknown(Key::ErrorMeetingUnknown, typed)),
    }
}

/// The walk of a meeting now.
pub fn walk_of(
    headless: &mut Headless,
    id: Id,
    meeting: &Meeting,
    network: &Network,
) -> Result<Walk, Failure> {
    let previous = headless
        .previous(network, id)?
        .map(|(_, previous)| previous);
    let now = Moment::new(world::now());
    Ok(walk(meeting, network, previous.as_ref(), now))
}

fn text(walk: &Walk, label: &str, meeting: &Meeting, locale: Locale) -> String {
    let mut text = format!("{label}  {}\n", meeting.head.title);
    for stage in &walk.stages {
        let mark = match stage.state {
            State::Done => "✓",
            State::Doing => "▸",
            State::Todo => "·",
            State::Skipped => "-",
        };
        let name = named(locale, &["stage"], stage.stage.name());
        text.push_str(&format!("{mark} {name}\n"));
        for gap in &stage.gaps {
            text.push_str(&format!("    {}\n", gap_text(gap, locale)));
        }
    }
    text
}

fn gap_text(gap: &Gap, locale: Locale) -> String {
    let name = gap.check.name();
    match Key::named(&format!("check-{name}")) {
        Some(key) => locale.text_with(key, &[("count", gap.count.into())]),
        None => format!("{name} ({})", gap.count),
    }
}

/// The text of a name, by the first key there is; else the name itself.
fn named(locale: Locale, starts: &[&str], name: &str) -> String {
    let short = name.split('-').next().unwrap_or(name);
    let keys = starts
        .iter()
        .flat_map(|start| [format!("{start}-{name}"), format!("{start}-{short}")]);
    let mut found = keys.filter_map(|key| Key::named(&key));
    found
        .next()
        .map_or_else(|| name.to_owned(), |key| locale.text(key).into_owned())
}
