//! Catching up, damage, long texts.

use super::world::*;
use std::fs;

use crate::domain::op::DocId;
use crate::domain::query::Query;
use crate::store::*;

#[test]
fn a_store_behind_is_brought_up_silently_and_one_ahead_is_built_anew() {
    let mut world = World::filled();
    drop(world.store());
    world.write("anna", 4, None, vec![typed(0, "", "Ja. ")]);
    let mut opened = world.store();
    assert_eq!(
        (opened.rebuilt.as_deref(), text(&mut opened.store).as_str()),
        (None, "Ja. Vi mødes")
    );
    opened.store.flush().unwrap();
    drop(opened);
    let other = World::filled();
    let mut opened = Store::open(world.dir.path(), &other.journal).unwrap();
    assert!(opened.rebuilt.is_some());
    assert_eq!(text(&mut opened.store), "Vi mødes");
    assert!(world.dir.path().join("sled-damaged-1").exists());
}

#[test]
fn damage_to_sled_never_keeps_it_from_opening() {
    std::panic::set_hook(Box::new(|info| {
        if !shielded() {
            eprintln!("{info}");
        }
    }));
    let mut world = World::filled();
    for n in 0..200 {
        world.write("anna", 50 + n, None, vec![typed(0, "", "æ")]);
    }
    let mut opened = world.store();
    opened.store.flush().unwrap();
    let want = opened
        .store
        .answer(&Query::Home { today: day(20) }, &world.journal)
        .unwrap();
    drop(opened);
    let path = world.dir.path().join("sled/db");
    let files = fs::read_dir(world.dir.path().join("sled"))
        .unwrap()
        .flatten();
    let mut kept = vec!["sled.mark".to_owned()];
    kept.extend(
        files
            .filter(|file| file.path().is_file())
            .map(|file| format!("sled/{}", file.file_name().to_string_lossy())),
    );
    let kept: Vec<(String, Vec<u8>)> = kept
        .into_iter()
        .map(|name| {
            (
                name.clone(),
                fs::read(world.dir.path().join(&name)).unwrap(),
            )
        })
        .collect();
    let whole = fs::read(&path).unwrap();
    let mut dice = 7u64;
    let mut below = |end: usize| {
        dice = dice
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) as usize % end
    };
    let mut rebuilt = 0;
    for round in 0..60 {
        let mut bytes = whole.clone();
        if round == 1 {
            // Undamaged.
        } else if round % 6 == 0 {
            bytes.truncate(below(whole.len()));
        } else {
            let used = whole.iter().rposition(|byte| *byte != 0).unwrap();
            bytes[below(used)] ^= 1 << below(8);
        }
        let sled = world.dir.path().join("sled");
        fs::remove_dir_all(&sled).unwrap();
        fs::create_dir_all(sled.join("blobs")).unwrap();
        for (name, bytes) in &kept {
            fs::write(world.dir.path().join(name), bytes).unwrap();
        }
        fs::write(&path, &bytes).unwrap();
        let mut opened = world.store();
        let mut answers = Vec::new();
        for query in [
            Query::Home { today: day(20) },
            Query::Doc(DocId::Meeting(MEETING)),
        ] {
            let answer = opened.store.answer(&query, &world.journal);
            answers.push(match answer {
                Err(error) if error.damaged() => {
                    let (store, _) = opened.store.rebuild(&world.journal).unwrap();
                    opened.store = store;
                    rebuilt += 1;
                    opened.store.answer(&query, &world.journal).unwrap()
                }
                other => other.unwrap(),
            });
        }
        rebuilt += usize::from(opened.rebuilt.is_some());
        assert!(round != 1 || opened.rebuilt.is_none());
        assert_eq!(answers[0], want, "round {round}");
        assert_eq!(
            text(&mut opened.store)
                .chars()
                .filter(|c| *c == 'æ')
                .count(),
            200
        );
        drop(opened);
        let _ = fs::remove_dir_all(world.dir.path().join("sled-damaged-1"));
    }
    assert!(rebuilt > 0);
}

#[test]
fn a_long_text_is_kept_in_pieces() {
    let mut world = World::filled();
    let long = "Referat æøå. ".repeat(9_000);
    world.write("anna", 4, None, vec![typed(0, "", &long)]);
    let mut store = world.store().store;
    store.flush().unwrap();
    drop(store);
    let mut opened = world.store();
    assert_eq!(text(&mut opened.store).len(), long.len() + "Vi mødes".len());
    assert_eq!(
        fs::read_dir(world.dir.path().join("sled/blobs"))
            .unwrap()
            .count(),
        0
    );
    world.write("anna", 5, None, vec![typed(0, &long, "")]);
    opened.store.catch_up(&world.journal).unwrap();
    assert_eq!(text(&mut opened.store), "Vi mødes");
    opened.store.verify().unwrap();
}
