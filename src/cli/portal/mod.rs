//! `portal`: writes the site of what the public or the members may read; only what changed is made anew.
//!
//! Owns what is asked of the hub and what is kept between two runs. It must not know how a page looks.

mod gather;
mod kept;
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
use crate::locale::Key;
use gather::{Gathering, Told};
use kept::Memory;
use tree::{Tree, Wanted};

/// Runs `portal`.
pub fn run(world: &World, it: &PortalIt) -> Done {
    let folder = world::existing(world)?;
    let base = base(it)?;
    let audience = match it.audience.as_str() {
        "members" => Audience::Internal,
        _ => Audience::Public,
    };
    let begin = || {
        let mut headless = Headless::open(world, &folder)?;
        let gathering = Gathering::begin(&mut headless, &folder, audience, base)?;
        Ok::<_, Failure>((headless, gathering))
    };
    if it.check {
        let (mut headless, mut gathering) = begin()?;
        gathering.read_meetings(&mut headless, None)?;
        return withheld::tell(&gathering, headless.locale(), it.json);
    }
    let open = || Tree::open(&it.folder, &folder);
    // Where nothing was written before, nothing is made beside it until the data folder has answered.
    let early = Tree::is_there(&it.folder);
    let (begun, tree) = both(begin, || early.then(open).transpose());
    let (mut headless, mut gathering) = begun?;
    let tree = tree?.map_or_else(open, Ok)?;
    let mut told = gathering.read_meetings(&mut headless, Some(&tree))?;
    let locale = headless.locale();
    let link = headless.link;
    let write = || {
        gathering.make_rest(&mut told, &tree);
        let memory = std::mem::take(&mut told.memory);
        let wanted = wanted(&gathering, told, &memory, &tree);
        tree.publish(wanted, memory, &folder)
    };
    // Nobody waits for this program any more: its hub may end meanwhile.
    let (done, _) = both(write, || {
        drop(link);
        Ok(())
    });
    let done = done?;
    let args = [
        ("files", done.files.into()),
        ("changed", done.changed.into()),
        ("folder", world::shown(&it.folder).into()),
    ];
    out::print(&locale.text_with(Key::PortalWritten, &args))?;
    let kinds = withheld::kinds(&gathering);
    if kinds > 0 {
        let args = [("count", kinds.into())];
        out::complain(&locale.text_with(Key::PortalSomeWithheld, &args));
    }
    Ok(())
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
fn wanted(gathering: &Gathering, told: Told, memory: &Memory, tree: &Tree) -> Wanted {
    let mut wanted = Wanted::default();
    for path in told.unchanged {
        wanted.as_it_is(path, tree);
    }
    for page in told.pages {
        wanted.page(page);
    }
    for kept in &memory.files {
        wanted.file(kept.clone());
    }
    let base = &gathering.frame.base;
    if !base.is_empty() && gathering.frame.audience == Audience::Public {
        let page = sitemap(base, wanted.paths());
        wanted.page(page);
    }
    wanted
}

/// Whether the folder keeps a file.
fn keeps(folder: &Path, hash: &str) -> bool {
    let plain = hash.len() == 64 && hash.bytes().all(|sign| sign.is_ascii_hexdigit());
    plain && folder.join("files").join(hash).is_file()
}
