//! The document on the screen that is of more than one meeting: copied, or saved as a file.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Stop};
use crate::app::commands;
use crate::app::context::Context;
use crate::app::overlays::Overlay;
use crate::app::overlays::form::Form;
use crate::app::overlays::reader::{Paper, Reader};
use crate::documents::{self, Letterhead};
use crate::domain::folding;
use crate::locale::Key;

use super::{document, field, letterhead};

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command::screen("paper-copy", &[], |context, _| copy(context)),
    Command::screen("paper-save", &[Arg::maybe("path", ArgKind::Text)], save),
];

/// Shows a document to be read.
pub fn show(context: &mut Context<'_>, title: Key, paper: Paper) {
    let reader = Reader::of_paper(title, context.target, paper);
    context.app.view.open(reader);
}

/// The document that is read.
fn paper(context: &Context<'_>) -> Result<Paper, Stop> {
    let mut overlays = context.app.view.overlays.iter().rev();
    let paper = overlays.find_map(|overlay| match overlay {
        Overlay::Reader(reader) => reader.paper.as_deref().cloned(),
        _ => None,
    });
    paper.ok_or_else(|| Key::ErrorNoPaper.into())
}

fn copy(context: &mut Context<'_>) -> Result<(), Stop> {
    let text = documents::text(&paper(context)?.outline);
    document::put_on_clipboard(context, text);
    Ok(())
}

fn save(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let paper = paper(context)?;
    let Some(path) = field::line(args, "path").filter(|path| !path.is_empty()) else {
        let command = commands::find("paper-save").ok_or(Key::ErrorInternal)?;
        let mut known = Args::default();
        known.set("path", own_file(context, &paper)?);
        let form = Form::new(command, context.target, &known).at("path");
        context.app.view.open(form);
        return Ok(());
    };
    let format = document::format_of(&path)?;
    let letterhead = match paper.network {
        Some(network) => letterhead::of(context, network, format)?,
        None => Letterhead {
            made: context.now(),
            ..Letterhead::default()
        },
    };
    let rendered = documents::render(format, &paper.outline, &letterhead);
    let rendered = rendered.map_err(|why| document::failed(&why))?;
    document::keep(context, path, rendered)
}

/// "~/nims-statusrapport.html".
fn own_file(context: &Context<'_>, paper: &Paper) -> Result<String, Stop> {
    let of = match paper.network {
        Some(network) => context.secretariat()?.label(network),
        None => "referent",
    };
    let outline = &paper.outline;
    let name = [&outline.kind, &outline.title];
    let name = name.into_iter().find(|name| !name.is_empty());
    let name = folding::label(name.map_or("", String::as_str));
    Ok(format!("~/{of}-{name}.html"))
}
