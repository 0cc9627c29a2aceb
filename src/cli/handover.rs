//! `handover`: a meeting's approved minutes for a case system, as a zip or into a folder.

use super::arguments::HandoverIt;
use super::document::{Papers, save};
use super::failure::{Done, Failure};
use super::headless::Headless;
use super::walk::meeting_named;
use super::world::{self, World};
use super::{letterhead, out};
use crate::app::message::Message;
use crate::documents::{HandoverError, handover, handover_zip};
use crate::domain::query::Reference;
use crate::locale::Key;

/// Runs `handover`.
pub fn run(world: &World, it: &HandoverIt) -> Done {
    let folder = world::existing(world)?;
    let mut headless = Headless::open(world, &folder)?;
    let id = meeting_named(&mut headless, &it.meeting)?;
    let label = headless.label(&Reference::Meeting(id))?;
    let papers = Papers::fetch(&mut headless, id)?;
    let source = papers.source();
    let head = letterhead::of(&mut headless, Some(source.meeting.head.network))?;
    let kept = |hash: &str| std::fs::read(folder.join("files").join(hash)).ok();
    let files = handover(&source, &head, &kept).map_err(|why| failure(&why, &label))?;
    if it.output.is_dir() {
        for (name, bytes) in &files {
            let path = it.output.join(name);
            if let Some(above) = path.parent() {
                std::fs::create_dir_all(above).map_err(|why| Failure::failed(why.to_string()))?;
            }
            save(&path, bytes)?;
        }
    } else {
        save(&it.output, &handover_zip(&files))?;
    }
    let said = Message::new(Key::HandoverDone)
        .with("file", world::shown(&it.output))
        .with("count", files.len());
    out::print(&said.render(headless.locale()))
}

fn failure(why: &HandoverError, label: &str) -> Failure {
    match why {
        HandoverError::NotApproved => Message::new(Key::HandoverNotApproved)
            .with("meeting", label.to_owned())
            .into(),
        HandoverError::Missing(title) => {
            let said = Message::new(Key::HandoverAnnexMissing);
            said.with("title", title.clone()).into()
        }
        other => Failure::failed(other.to_string()),
    }
}
