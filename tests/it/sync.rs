//! A laptop's copy and a hub: what passes when it joins, and an exchange cut anywhere.

use std::io::{self, Read, Write};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use referent::hub::event::Event;
use referent::hub::{Ends, Far, Options, VERSION, serve};
use serde_json::json;

use crate::frames::{reply, said};
use crate::hub::terminal::{Terminal, ground, options, typed};
use crate::line::Tap;
use crate::office::times;

/// One way of a connection that ends after so many bytes.
struct Cut {
    stream: UnixStream,
    left: usize,
    passed: Arc<AtomicUsize>,
}

impl Cut {
    fn pass(&mut self, count: usize) -> io::Result<usize> {
        if self.left == 0 {
            let _ = self.stream.shutdown(Shutdown::Both);
            return Err(io::ErrorKind::ConnectionReset.into());
        }
        Ok(count.min(self.left))
    }

    fn passed(&mut self, count: usize) -> usize {
        self.left -= count;
        self.passed.fetch_add(count, Ordering::Relaxed);
        count
    }
}

impl Read for Cut {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.pass(into.len())?;
        let count = self.stream.read(&mut into[..count])?;
        Ok(self.passed(count))
    }
}

impl Write for Cut {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.pass(bytes.len())?;
        let count = self.stream.write(&bytes[..count])?;
        Ok(self.passed(count))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A connection to a folder's hub, ended after so many bytes to it or from it; what passes is counted.
fn dial(folder: &Path, session: &Options, ends_after: [usize; 2]) -> (Ends, [Arc<AtomicUsize>; 2]) {
    let mut stream = UnixStream::connect(folder.join("hub.sock")).unwrap();
    let hello = json!({"Hello": {
        "version": VERSION, "session": session.session, "user": session.user,
        "role": "secretary", "seen": null, "copies": true,
    }});
    stream.write_all(&said(&hello)).unwrap();
    assert!(reply(&mut stream).unwrap().get("Welcome").is_some());
    let counts = [(); 2].map(|()| Arc::new(AtomicUsize::new(0)));
    let cut = |way: usize| Cut {
        stream: stream.try_clone().unwrap(),
        left: ends_after[way],
        passed: Arc::clone(&counts[way]),
    };
    let ends = Ends {
        writing: Box::new(cut(0)),
        reading: Box::new(cut(1)),
        close: Box::new(move || drop(stream.shutdown(Shutdown::Both))),
    };
    (ends, counts)
}

fn letter(first: char, at: usize) -> String {
    char::from_u32(first as u32 + u32::try_from(at).unwrap())
        .unwrap()
        .to_string()
}

/// So many letters, each another one.
fn letters(first: char, count: usize) -> String {
    (0..count).map(|at| letter(first, at)).collect()
}

fn type_letters(terminal: &mut Terminal, first: char, count: usize) -> u64 {
    let mut last = 0;
    let mut at = 0;
    for n in 0..count {
        let letter = letter(first, n);
        last = terminal.send(typed(at, &letter));
        at += letter.len();
    }
    last
}

fn copy_tree(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let place = to.join(entry.file_name());
        match entry.file_type().unwrap() {
            kind if kind.is_dir() => copy_tree(&entry.path(), &place),
            kind if kind.is_file() => drop(std::fs::copy(entry.path(), &place).unwrap()),
            _ => {}
        }
    }
}

/// Letters of the hub, letters of the copy, and the place of the last one.
const HERE: usize = 60;
const THERE: usize = 120;
const ALL: u64 = 1 + 60 + 120;

/// A hub with work of its own and a copy with work of its own, that have not met.
fn apart(dir: &Path) {
    let (folder, copy) = (dir.join("data"), dir.join("copy"));
    let mut anna = Terminal::new(&folder, "anna");
    anna.write(ground());
    let all = [usize::MAX; 2];
    let mut bo = Terminal::joined(&copy, "bo", |it| Some(dial(&folder, it, all).0));
    assert_eq!(bo.text(), "");
    drop(bo);
    let mut bo = Terminal::joined(&copy, "bo", |_| None);
    type_letters(&mut bo, '一', THERE);
    drop(bo);
    let last = type_letters(&mut anna, '가', HERE);
    let seq = anna.committed(last);
    anna.saved(seq);
}

#[test]
fn an_exchange_cut_anywhere_is_made_up_for_and_nothing_is_there_twice() {
    let dir = tempfile::tempdir().unwrap();
    let whole = dir.path().join("whole");
    std::fs::create_dir(&whole).unwrap();
    apart(&whole);
    let mut lengths = [usize::MAX; 2];
    let cuts = times("REFERENT_CUTS", 8);
    // The first time it is not cut: how long it is.
    for (round, way) in (0..=cuts).flat_map(|round| [(round, 0), (round, 1)]) {
        let here = dir.path().join(format!("{round}-{way}"));
        copy_tree(&whole, &here);
        let (folder, copy) = (here.join("data"), here.join("copy"));
        let serving = serve(&options(&folder, "anna")).unwrap().unwrap();
        let mut ends_after = [usize::MAX; 2];
        if round > 0 {
            ends_after[way] = lengths[way] * (round - 1) / cuts + round % 7;
        }
        let mut counts = None;
        let bo = Terminal::joined(&copy, "bo", |it| {
            let (ends, passing) = dial(&folder, it, ends_after);
            counts = Some(passing);
            Some(ends)
        });
        drop(settled(bo));
        if round == 0 {
            lengths = counts.unwrap().map(|count| count.load(Ordering::Relaxed));
            println!("the exchange: {lengths:?} bytes");
            assert!(lengths[0] + lengths[1] > 64 * 1024, "{lengths:?}");
        }
        let all = [usize::MAX; 2];
        drop(settled(Terminal::joined(&copy, "bo", |it| {
            Some(dial(&folder, it, all).0)
        })));
        let text = Terminal::joined(&copy, "bo", |_| None).text();
        drop(serving);
        assert_eq!(
            Terminal::new(&folder, "anna").text(),
            text,
            "{ends_after:?}"
        );
        let part = |first: char, count: usize| -> String {
            let ours = first as u32..first as u32 + u32::try_from(count).unwrap();
            text.chars()
                .filter(|it| ours.contains(&(*it as u32)))
                .collect()
        };
        assert_eq!(part('一', THERE), letters('一', THERE), "{ends_after:?}");
        assert_eq!(part('가', HERE), letters('가', HERE), "{ends_after:?}");
        assert_eq!(text.chars().count(), HERE + THERE, "{ends_after:?}");
        std::fs::remove_dir_all(&here).unwrap();
    }
}

/// A session that has heard that its line is lost, or that everybody's work is saved and in its copy.
fn settled(mut terminal: Terminal) -> Terminal {
    let mut saved = 0;
    while terminal.base < ALL || saved < ALL {
        let done = terminal.wait("end of the exchange", |event| match event {
            Event::Lost => Some(None),
            Event::Saved { seq } => Some(Some(*seq)),
            Event::Batch(_) | Event::Committed { .. } => Some(Some(0)),
            _ => None,
        });
        match done {
            Some(seq) => saved = saved.max(seq),
            None => break,
        }
    }
    terminal
}

#[test]
fn a_copy_that_was_away_fetches_only_what_it_lacks() {
    let dir = tempfile::tempdir().unwrap();
    let (folder, copy) = (dir.path().join("data"), dir.path().join("copy"));
    let mut anna = Terminal::new(&folder, "anna");
    anna.write(ground());
    let tap = Tap::new(&dir.path().join("tap"), &folder);
    let far = Far {
        name: "hub".into(),
        command: vec![tap.program().into()],
        quietly: Vec::new(),
    };
    let user = far.dial(&options(&copy, ""), true).unwrap().1.user;
    let join = |wanted: &str, seq: u64| {
        let before = tap.passed();
        let mut laptop = Terminal::joined(&copy, &user, |it| Some(far.dial(it, true).unwrap().0));
        while laptop.base < seq {
            laptop.hears();
        }
        assert!(laptop.text() == wanted);
        drop(laptop);
        let after = tap.passed();
        (after.0 - before.0) + (after.1 - before.1)
    };
    let first = join("", 0);
    let count = 2_000;
    let last = type_letters(&mut anna, '一', count);
    let seq = anna.committed(last);
    anna.saved(seq);
    let text = letters('一', count);
    let behind = join(&text, seq);
    let level = join(&text, seq);
    println!(
        "bytes: {first} for the first copy, {behind} for {count} changes, {level} for nothing"
    );
    assert!(level < 2_000, "{level}");
    assert!(behind < level + 60 * count as u64, "{behind}");
}
