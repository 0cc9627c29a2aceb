use std::collections::BTreeSet;

use super::all;
use crate::app::args::{Arg, Place};
use crate::locale::Key;

fn is_kebab(name: &str) -> bool {
    !name.is_empty()
        && name
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|sign| sign.is_ascii_lowercase()))
}

#[test]
fn every_command_is_named_once_and_described() {
    let mut names = BTreeSet::new();
    for command in all() {
        assert!(is_kebab(command.name), "{}", command.name);
        assert!(names.insert(command.name), "{} twice", command.name);
        assert_ne!(
            command.doc(),
            Key::CommandUndescribed,
            "command-{}",
            command.name
        );
    }
}

#[test]
fn every_argument_is_named_once_and_has_a_label() {
    for command in all() {
        let mut names = BTreeSet::new();
        for arg in command.args {
            assert!(is_kebab(arg.name), "{} {}", command.name, arg.name);
            assert!(
                names.insert(arg.name),
                "{} {} twice",
                command.name,
                arg.name
            );
            let key = format!("arg-{}", arg.name);
            assert!(Key::named(&key).is_some(), "{} lacks {key}", command.name);
        }
    }
}

#[test]
fn words_that_may_be_left_out_come_last() {
    for command in all() {
        let words = command.args.iter().filter(|arg| arg.place != Place::Option);
        let order: Vec<u8> = words
            .map(|arg: &Arg| match arg.place {
                Place::Word => 0,
                Place::OptionalWord => 1,
                _ => 2,
            })
            .collect();
        assert!(order.is_sorted(), "{}", command.name);
        assert!(
            order.iter().filter(|place| **place == 2).count() < 2,
            "{}",
            command.name
        );
    }
}

mod activity;
mod agenda;
mod conflicts;
mod desk;
mod letterhead;
mod meeting;
mod network;
mod pace;
mod proposals;
mod publishing;
mod queue;
mod read_back;
mod register;
mod report;
mod spelling;
mod terms;

#[test]
fn every_choice_of_a_form_has_a_name_on_the_screen() {
    use crate::app::args::ArgKind;
    // Where the caret goes is not chosen in a form.
    for command in all().filter(|command| !command.name.starts_with("text-")) {
        for arg in command.args {
            let ArgKind::Choice(names) = arg.kind else {
                continue;
            };
            // File formats have the same names everywhere.
            let names = if arg.name == "format" { &[] } else { names };
            for name in names {
                let known = Key::named(&format!("choice-{}-{name}", arg.name));
                let known = known.or_else(|| Key::named(&format!("choice-{name}")));
                assert!(known.is_some(), "{} {} {name}", command.name, arg.name);
            }
        }
    }
}
