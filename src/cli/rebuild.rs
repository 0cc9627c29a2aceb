//! `rebuild`: the database anew from the journal.

use super::failure::{Done, Failure};
use super::out;
use super::world::{self, World};
use crate::app::message::Message;
use crate::journal::Journal;
use crate::locale::Key;
use crate::store::{Front, Store};

/// Runs `rebuild`.
pub fn run(world: &World) -> Done {
    let folder = world::existing(world)?;
    let failed = |error: String| Failure::failed(error);
    let lock = crate::hub::hold(&folder).map_err(|error| failed(error.to_string()))?;
    let Some(lock) = lock else {
        return Err(Message::new(Key::CliInUse)
            .with("folder", world::shown(&folder))
            .into());
    };
    let journal = Journal::open(&folder.join("journal"), &world::opening(world))
        .map_err(|error| failed(error.to_string()))?;
    Front::remove(&folder);
    crate::hub::forget_portal(&folder).map_err(|error| failed(error.to_string()))?;
    let store = Store::open(&folder, &journal.journal)
        .and_then(|opened| opened.store.renew(&journal.journal))
        .or_else(|_| Store::build(&folder, &journal.journal));
    let (mut store, damages) = store.map_err(|error| failed(error.to_string()))?;
    store.flush().map_err(|error| failed(error.to_string()))?;
    let seq = store.seq();
    drop((store, lock));
    for damage in damages {
        out::complain(&damage.to_string());
    }
    let done = Message::new(Key::RebuildDone).with("count", seq);
    out::print(&done.render(world.locale()))
}
