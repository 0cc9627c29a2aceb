//! `completions`, `man` and `schema`: what is made from the program itself.

use super::arguments::CompletionsIt;
use super::failure::{Done, Failure};
use super::world::World;
use super::{help, out};

/// Runs `completions`.
pub fn completions(it: &CompletionsIt, world: &World) -> Done {
    let mut command = help::command(world.locale());
    let mut bytes = Vec::new();
    clap_complete::generate(it.shell, &mut command, "referent", &mut bytes);
    out::print_bytes(&bytes)
}

/// Runs `man`.
pub fn man(world: &World) -> Done {
    let mut bytes = Vec::new();
    clap_mangen::Man::new(help::command(world.locale()))
        .render(&mut bytes)
        .map_err(|error| Failure::failed(error.to_string()))?;
    out::print_bytes(&bytes)
}

/// Runs `schema`.
pub fn schema() -> Done {
    out::json(&crate::documents::json::schema())
}
