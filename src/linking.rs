//! A part of the build script: how the program is put together.
//!
//! It owns what the linker is told. It must not know what the program does.

use std::env::var;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What Rust's library asks of the system's C compiler, as one name for each library.
const ASKED: [&str; 7] = ["c", "dl", "gcc_s", "m", "pthread", "rt", "util"];

/// The archives that have all of it: on Debian a part of `libc6-dev` and of the compiler.
const ARCHIVES: [&str; 4] = ["c", "m", "gcc_eh", "gcc"];

/// Tells the linker what makes a start short; on other systems it is told nothing.
pub fn settle() {
    let target = |name: &str| var(format!("CARGO_CFG_TARGET_{name}"));
    if target("OS").as_deref() != Ok("linux") || target("ENV").as_deref() != Ok("gnu") {
        return;
    }
    // Tens of thousands of addresses of a position-independent program, packed to a bit each: a
    // megabyte less is read at every start. A linker that doesn't know the option ignores it.
    println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    if let Some(folder) = inside() {
        println!("cargo::rustc-link-arg-bins=-L{}", folder.display());
        println!("cargo::rustc-link-arg-bins=-static");
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}

/// The C library inside the program and every address settled, when it is built to be used: a third
/// of a start went to loading three libraries and to writing thirty thousand addresses, and such a
/// program runs on any Linux it is copied to. (Programs of Go are linked so as well. Stack, heap and
/// mappings still lie elsewhere at each start; the program's own code does not.)
///
/// What it gives is a folder in which every library's name means the archives; Rust's own switch
/// (`crt-static`) holds for a whole build, and the tests make file operations fail by a library
/// loaded into the program. Where the archives are missing the program is linked as usual.
fn inside() -> Option<PathBuf> {
    let usual = var("PROFILE").ok()? == "release"
        && var("HOST").ok()? == var("TARGET").ok()?
        && var("RUSTC_LINKER").is_err();
    if !usual {
        return None;
    }
    let archives: Option<Vec<String>> = ARCHIVES.into_iter().map(archive).collect();
    let meaning = format!("GROUP({})\n", archives?.join(" "));
    let folder = Path::new(&var("OUT_DIR").ok()?).join("inside");
    fs::create_dir_all(&folder).ok()?;
    for name in ASKED {
        fs::write(folder.join(format!("lib{name}.so")), &meaning).ok()?;
    }
    Some(folder)
}

/// Where the compiler has an archive; it answers with the bare name when it has none.
fn archive(name: &str) -> Option<String> {
    let asked = format!("-print-file-name=lib{name}.a");
    let answer = Command::new("cc").arg(asked).output().ok()?;
    let path = String::from_utf8(answer.stdout).ok()?.trim().to_owned();
    Path::new(&path).is_absolute().then_some(path)
}
