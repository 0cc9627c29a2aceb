//! "+ Name" where an organisation is wanted: one that is not in the register yet is made by whichever
//! command names it.

use crate::app::args::{ArgKind, Args, Place};
use crate::app::command::{Command, Stop};
use crate::app::context::Context;
use crate::domain::clean::clean_line;
use crate::domain::register::Organisation;
use crate::locale::Key;

/// Puts the organisations that options name with a plus into the register; returns the arguments
/// with their ids, and the last one's name, to be said.
///
/// # Errors
/// When a plus stands alone; [`Stop::Need`] until the register is loaded.
pub fn take_in(
    context: &mut Context<'_>,
    command: &Command,
    mut args: Args,
) -> Result<(Args, Option<String>), Stop> {
    let mut made = None;
    let named = |arg: &&crate::app::args::Arg| {
        arg.kind == ArgKind::Organisation && arg.place == Place::Option
    };
    for arg in command.args.iter().filter(named) {
        let typed = args.get(arg.name).unwrap_or_default();
        let Some(name) = typed.trim().strip_prefix('+') else {
            continue;
        };
        let name = clean_line(name).trim().to_owned();
        if name.is_empty() {
            return Err(Stop::from(Key::FormMissing).about(arg.name));
        }
        let known = context.register()?.organisation_named(&name);
        let id = known.unwrap_or_else(|| context.new_id());
        if known.is_none() {
            context.add_to_register(Organisation::named(id, name.clone()));
            made = Some(name);
        }
        args.set(arg.name, id.to_string());
    }
    Ok((args, made))
}

#[cfg(test)]
mod tests {
    use crate::app::testing::Bench;

    #[test]
    fn a_host_nobody_knows_is_made_with_a_plus() {
        let mut bench = Bench::with_meeting();
        for (typed, name) in [
            ("+ Assens Kommune", "Assens Kommune"),
            ("+Nyborg", "Nyborg"),
        ] {
            let said = bench.ok(&format!(
                "--meeting nims-2026-1 meeting-set --host \"{typed}\""
            ));
            assert!(said.contains(name), "{said}");
            let host = bench.meeting("nims-2026-1").head.host.unwrap();
            assert_eq!(bench.register().organisations[&host].name, name);
        }
        let before = bench.register().organisations.len();
        bench.ok("--meeting nims-2026-1 meeting-set --host \"+ Vejle Kommune\"");
        assert_eq!(bench.register().organisations.len(), before);
    }

    #[test]
    fn a_speakers_plus_is_not_part_of_the_name() {
        let mut bench = Bench::with_meeting();
        bench.ok("--meeting nims-2026-1 agenda-add Tal");
        bench.ok(
            "--meeting nims-2026-1 --item 1 speaker-add \"+Tea Holst\" --organisation \"+ Nyborg\"",
        );
        let meeting = bench.meeting("nims-2026-1");
        let speaker = meeting.speakers.values().next().unwrap();
        assert_eq!(
            (speaker.name.as_str(), speaker.organisation.as_str()),
            ("Tea Holst", "Nyborg")
        );
    }
}
