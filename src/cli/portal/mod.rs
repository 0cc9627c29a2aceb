//! `portal`: writes the site of what the public or the members may read; only what changed is made anew.
//!
//! Owns what is asked of the hub and what is kept between two runs. It must not know how a page looks.

mod basis;
mod gather;
mod kept;
mod place;
mod tree;
mod withheld;

use std::path::Path;

use super::arguments::PortalIt;
use super::failure::{Done, Failure};
use super::headless::Headless;
use super::out;
use super::world::{self, World};
use crate::app::message::Message;
use crate::documents::portal::{Audience, sitemap};
use crate::locale::{Key, Locale};
use basis::Basis;
use gather::{Gathering, Told};
use kept::Memory;
use place::Place;
use tree::{Published, Tree, Wanted};

/// Runs `portal`.
pub fn run(world: &World, it: &PortalIt) -> Done {
    let folder = world::existing(world)?;
    let base = base(it)?;
    let audience = match it.audience.as_str() {
        "members" => Audience::Internal,
        _ => Audience::Public,
    };
    let begin = || begin(world, &folder, audience, base);
    if it.check {
        let (mut headless, gathering) = begin()?;
        let told = gathering.read_meetings(&mut headless, &mut Memory::default(), None)?;
        let site = gathering.site(&told.memory.cards);
        return withheld::tell(&gathering, &site, headless.locale(), it.json);
    }
    let hold = || Place::hold(&it.folder, &folder);
    // Where nothing was written before, nothing is made beside it until the data folder has answered.
    let early = Place::is_there(&it.folder).then(hold).transpose()?;
    let (begun, found) = both(
        || Ok::<_, Failure>((begin()?, early.as_ref().map(Place::recall))),
        || early.as_ref().map(Place::look).transpose(),
    );
    let ((mut headless, gathering), then) = begun?;
    let found = found?;
    let place = early.map_or_else(hold, Ok)?;
    let found = found.map_or_else(|| place.look(), Ok)?;
    let (mut then, tree) = (then.unwrap_or_default(), Tree::of(place, found));
    let mut told = gathering.read_meetings(&mut headless, &mut then, Some(&tree))?;
    let locale = headless.locale();
    let link = headless.link;
    let write = || {
        gathering.make_rest(&mut told, &mut then, &tree);
        let held = told.memory.held;
        let memory = std::mem::take(&mut told.memory);
        let wanted = wanted(&gathering, told, &memory);
        Ok::<_, Failure>((tree.publish(wanted, memory, &folder)?, held))
    };
    // Nobody waits for this program any more: its hub may end meanwhile.
    let (done, _) = both(write, || {
        if link.holds() {
            // What could not be kept is asked for the next time.
            let _ = gathering.basis.keep(&folder);
        }
        drop(link);
        Ok(())
    });
    let (done, held) = done?;
    say(locale, &it.folder, done, held)
}

/// Says what was written, and that something is held back.
fn say(locale: Locale, folder: &Path, done: Published, held: usize) -> Done {
    let args = [
        ("files", done.files.into()),
        ("changed", done.changed.into()),
        ("folder", world::shown(folder).into()),
    ];
    out::print(&locale.text_with(Key::PortalWritten, &args))?;
    if held > 0 {
        let args = [("count", held.into())];
        out::complain(&locale.text_with(Key::PortalSomeWithheld, &args));
    }
    Ok(())
}

/// Asks for all but the meetings.
fn begin(
    world: &World,
    folder: &Path,
    audience: Audience,
    base: String,
) -> Result<(Headless, Gathering), Failure> {
    let mut headless = Headless::brief(world, folder)?;
    let basis = Basis::ask(&mut headless, folder)?;
    let gathering = Gathering::begin(basis, folder, audience, base);
    Ok((headless, gathering))
}

/// Two things at once, the second on a thread of its own.
fn both<A, B: Send>(
    first: impl FnOnce() -> A,
    second: impl FnOnce() -> Result<B, Failure> + Send,
) -> (A, Result<B, Failure>) {
    std::thread::scope(|scope| {
        let second = scope.spawn(second);
        let first = first();
        let second = second.join();
        (
            first,
            second.unwrap_or_else(|_| Err(Key::ErrorInternal.into())),
        )
    })
}

/// The site's own address, ending in a slash; empty when not said.
fn base(it: &PortalIt) -> Result<String, Failure> {
    let Some(typed) = it.base_url.as_deref() else {
        return Ok(String::new());
    };
    let known = ["https://", "http://"];
    let clean = !typed.contains(|sign: char| sign.is_whitespace() || sign.is_control());
    if !clean || !known.iter().any(|start| typed.starts_with(start)) {
        let message = Message::new(Key::ErrorPortalAddress).with("typed", typed.to_owned());
        return Err(Failure::usage(message));
    }
    Ok(format!("{}/", typed.trim_end_matches('/')))
}

/// Every file of the site.
fn wanted(gathering: &Gathering, told: Told, memory: &Memory) -> Wanted {
    let mut wanted = Wanted::of(told.unchanged);
    for page in told.pages {
        wanted.page(page);
    }
    for kept in &memory.files {
        wanted.file(kept.clone());
    }
    let base = &gathering.frame.base;
    if !base.is_empty() && gathering.frame.audience == Audience::Public {
        let page = sitemap(base, wanted.paths().into_iter());
        wanted.page(page);
    }
    wanted
}

/// Whether the folder keeps a file.
fn keeps(folder: &Path, hash: &str) -> bool {
    let plain = hash.len() == 64 && hash.bytes().all(|sign| sign.is_ascii_hexdigit());
    plain && folder.join("files").join(hash).is_file()
}

/// This very program: another one may write other pages.
fn program() -> String {
    let path = std::env::current_exe().ok();
    let about = path.and_then(|path| std::fs::metadata(path).ok());
    let about = about.map(|about| (about.len(), about.modified().ok()));
    format!("{} {about:?}", env!("CARGO_PKG_VERSION"))
}
