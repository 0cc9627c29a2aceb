//! `referent`: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    referent::cli::run(std::env::args_os().collect())
}
