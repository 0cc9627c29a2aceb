//! The door with thousands of people on the list: how many keys a person takes, how long a key takes to its matches, and
//! how long a check-in takes to the screen and to the disk.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "../../tests/it/dice.rs"]
mod dice;
mod names;
#[path = "../../tests/it/pty.rs"]
mod pty;
#[path = "../pty/seed.rs"]
mod seed;
#[path = "../pty/typing.rs"]
mod typing;

use std::path::Path;
use std::time::{Duration, Instant};

use names::Guest;
use pty::Pty;
use referent::domain::attendance::{Participant, Presence, Rsvp};
use referent::domain::code::code;
use referent::domain::draft::{add_to_meeting, add_to_register};
use referent::domain::id::Id;
use referent::domain::matching::Index;
use referent::domain::register::{Organisation, Person};
use seed::{Writer, id, now};
use typing::{answer, drain, milliseconds, percentile};

/// Silence that ends an answer.
const SETTLED: Duration = Duration::from_millis(300);
/// People checked in to measure.
const CHECKED_IN: usize = 60;

fn number(name: &str, default: usize) -> usize {
    let value = std::env::args().skip_while(|it| it != name).nth(1);
    value.map_or(default, |value| value.parse().expect("a number"))
}

fn main() {
    let count = number("--people", 5_000);
    let guests = names::guests(count);
    println!("\nthe door with {count} people on the list\n");
    keystrokes(&guests);
    let folder = tempfile::tempdir().unwrap();
    let label = seed::seed(folder.path(), 1);
    let meeting = id(5, 0, 0);
    invite(folder.path(), meeting, &guests);
    saving(folder.path(), meeting);
    screen(folder.path(), &label, &guests);
}

/// How many keys each person takes, the last one included.
fn keystrokes(guests: &[Guest]) {
    let index = Index::new(names::candidates(guests));
    let (mut leads, mut first, mut nine, mut matching) = (vec![], vec![], vec![], vec![]);
    // Every so many: all tries of all people would take minutes.
    let step = (guests.len() / 500).max(1);
    for (person, guest) in guests.iter().enumerate().step_by(step) {
        let (mut led, mut ranked, mut listed) = (None, None, None);
        for typed in names::tries(guest) {
            let since = Instant::now();
            let found = index.find(&typed, |_| false);
            matching.push(milliseconds(since.elapsed()));
            let keys = typed.chars().count() as f64 + 1.0;
            let place = found.matches.iter().position(|row| row.key == person);
            if place.is_some_and(|place| place < 9) {
                listed.get_or_insert(keys);
            }
            if place == Some(0) {
                ranked.get_or_insert(keys);
            }
            if found.leader() == Some(&person) {
                led = Some(keys);
                break;
            }
        }
        leads.push(led.unwrap_or(f64::INFINITY));
        first.extend(ranked.or(led));
        nine.extend(listed.or(led));
    }
    let line = |what: &str, values: &[f64]| {
        let (usual, late) = (percentile(values, 0.5), percentile(values, 0.95));
        println!("{what:<52} p50 {usual:>8.3}   p95 {late:>8.3}");
    };
    line(
        "keys until a person stands among the nine, its digit",
        &nine,
    );
    line("keys until a person stands first, 1", &first);
    line("keys until a person leads clearly, Enter", &leads);
    let nobody = leads.iter().filter(|keys| keys.is_infinite()).count();
    println!(
        "{:<52} {nobody} of {}",
        "share their name and organisation with others",
        leads.len()
    );
    line("letters to matches, ms", &matching);
}

/// Puts everybody into the register and on the list.
fn invite(folder: &Path, meeting: Id, guests: &[Guest]) {
    let mut writer = Writer::open(folder);
    let towns = names::towns().into_iter().enumerate().map(|(town, name)| {
        add_to_register(Organisation {
            id: id(11, town, 0),
            label: format!("town-{town}"),
            name: format!("{name} Kommune"),
            short: name.to_owned(),
            ..Organisation::default()
        })
    });
    writer.send(towns.collect());
    let all: Vec<(usize, &Guest)> = guests.iter().enumerate().collect();
    for some in all.chunks(500) {
        let mut ops = Vec::new();
        for (index, guest) in some {
            let person = id(12, *index, 0);
            let organisation = Some(id(11, guest.town, 0));
            ops.push(add_to_register(Person {
                id: person,
                label: format!("guest-{index}"),
                name: guest.name.clone(),
                organisation,
                phone: format!("65 51 {:02} {:02}", index / 100 % 100, index % 100),
                ..Person::default()
            }));
            ops.push(add_to_meeting(
                meeting,
                Participant {
                    id: person,
                    organisation,
                    rsvp: Rsvp::Yes,
                    code: code(meeting, person),
                    ..Participant::default()
                },
            ));
        }
        writer.send(ops);
    }
    writer.finish();
}

/// From a check-in submitted to it being on disk.
fn saving(folder: &Path, meeting: Id) {
    let mut writer = Writer::open(folder);
    let mut times = Vec::new();
    for index in 0..CHECKED_IN {
        let event = Presence {
            id: id(13, index, 0),
            person: id(12, index, 0),
            at: now(),
            ..Presence::default()
        };
        let since = Instant::now();
        writer.save(vec![add_to_meeting(meeting, event)]);
        times.push(milliseconds(since.elapsed()));
    }
    report("a check-in submitted, until it is on disk, ms", &times);
}

fn report(what: &str, times: &[f64]) {
    let (usual, late) = (percentile(times, 0.5), percentile(times, 0.95));
    println!("{what:<52} p50 {usual:>8.3}   p95 {late:>8.3}");
}

/// The program itself: a letter to its matches, and Enter to what it says.
fn screen(folder: &Path, label: &str, guests: &[Guest]) {
    let words = [
        "--data",
        folder.to_str().unwrap(),
        "--meeting",
        label,
        "--door",
    ];
    let mut command = pty::referent(&words);
    command.env("REFERENT_LANG", "da");
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_text("Hvem er kommet?");
    report(
        "opening the door, ms",
        &[milliseconds(pty.started.elapsed())],
    );
    drain(&mut pty, SETTLED);
    let (mut letters, mut enters) = (Vec::new(), Vec::new());
    let step = (guests.len() / CHECKED_IN).max(1);
    for person in (CHECKED_IN..guests.len()).step_by(step) {
        // By name, then by the code that decides between those who share one.
        for letter in guests[person].name.chars().take(3) {
            letters.extend(answer(&mut pty, letter).0.map(milliseconds));
        }
        pty.press("<esc>");
        drain(&mut pty, SETTLED);
        pty.write(code(id(5, 0, 0), id(12, person, 0)).as_bytes());
        pty.wait_text("Enter: ");
        drain(&mut pty, Duration::from_millis(30));
        enters.extend(answer(&mut pty, '\r').0.map(milliseconds));
    }
    report(
        "a letter, until its matches are on the screen, ms",
        &letters,
    );
    report("Enter, until the screen says who came, ms", &enters);
}
