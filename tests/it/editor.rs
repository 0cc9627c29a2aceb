//! `referent edit`: the real binary with a script for an editor.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::pty;

fn command(dir: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(pty::program());
    command
        .args(words)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", dir)
        .env("USER", "karen")
        .env("REFERENT_DATA", dir.join("data"))
        .env("REFERENT_LANG", "en")
        .env("REFERENT", pty::program())
        .stdin(Stdio::null());
    command
}

fn ok(output: Output) -> String {
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{error}");
    String::from_utf8(output.stdout).unwrap()
}

fn run(dir: &Path, line: &str) -> String {
    let words = referent::app::args::split_line(line).unwrap();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    ok(command(dir, &words).output().unwrap())
}

fn edit(dir: &Path, script: &str) -> Output {
    let path = dir.join("editor.sh");
    std::fs::write(&path, script).unwrap();
    let editor = format!("sh {}", path.display());
    let mut edit = command(dir, &["edit", "nims-2026-1", "1"]);
    edit.env("EDITOR", editor).output().unwrap()
}

fn minutes(dir: &Path) -> String {
    run(dir, "export nims-2026-1 --format txt")
}

/// Files that are still being edited.
fn kept(dir: &Path) -> Vec<PathBuf> {
    let Ok(folders) = std::fs::read_dir(dir.join("data/editing")) else {
        return Vec::new();
    };
    let files = folders.flat_map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap());
    files.map(|file| file.unwrap().path()).collect()
}

/// A meeting of one item.
fn ground(dir: &Path) {
    run(dir, "do network-new nims \"Networks\"");
    run(
        dir,
        "do meeting-new --network nims --date 2026-11-26 --title First",
    );
    run(dir, "do --meeting nims-2026-1 agenda-add Budget");
}

#[test]
fn an_item_is_edited_whole_while_another_writes_and_a_failing_editor_keeps_the_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path();
    ground(dir);
    let on = "do --meeting nims-2026-1 --item 1";
    run(
        dir,
        &format!("{on} note-add \"The chair opened the meeting for all.\""),
    );
    run(
        dir,
        &format!("{on} decision-add \"The network meets four times.\""),
    );
    run(dir, "do --meeting nims-2026-1 meeting-start");

    // Another writes in the same paragraph and a new one while the editor is open.
    let change = "set -e\nstat -c %a \"$1\" \"$(dirname \"$1\")\" > \"$HOME/modes\"\n\
        \"$REFERENT\" --user bo do --meeting nims-2026-1 entry-set 1.1 --text 'The vice chair opened the meeting for all.'\n\
        \"$REFERENT\" --user bo do --meeting nims-2026-1 --item 1 note-add 'Bo was late.'\n\
        sed -i -e 's/for all/for everybody/' -e 's/four/five/' \"$1\"\n\
        printf '\\nAction: Call the bank by 3 December 2026\\n' >> \"$1\"\n";
    let said = ok(edit(dir, change));
    assert!(
        said.contains("2 changed, 1 new, 0 removed, 0 moved"),
        "{said}"
    );
    assert_eq!(
        std::fs::read_to_string(dir.join("modes")).unwrap(),
        "600\n700\n"
    );
    let after = minutes(dir);
    for text in [
        "The vice chair opened the meeting for everybody.",
        "The network meets five times.",
        "Bo was late.",
        "Call the bank",
    ] {
        assert!(after.contains(text), "{text}\n{after}");
    }
    assert!(kept(dir).is_empty());

    // One step takes it all back, and only it.
    run(dir, "do --meeting nims-2026-1 undo");
    let undone = minutes(dir);
    assert!(undone.contains("The network meets four times."), "{undone}");
    assert!(
        undone.contains("Bo was late.") && !undone.contains("bank"),
        "{undone}"
    );

    let said = ok(edit(dir, "exit 0\n"));
    assert!(said.contains("Nothing was edited"), "{said}");
    for script in [
        "printf 'My words\\n' >> \"$1\"; exit 3\n",
        "printf 'My words \\033[2J\\n' >> \"$1\"\n",
    ] {
        let output = edit(dir, script);
        assert_eq!(output.status.code(), Some(1));
        let files = kept(dir);
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.contains(&files[0].display().to_string()), "{error}");
        let text = std::fs::read_to_string(&files[0]).unwrap();
        assert!(text.contains("My words"), "{text}");
        let mode = std::fs::metadata(&files[0]).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        std::fs::remove_dir_all(dir.join("data/editing")).unwrap();
        assert_eq!(minutes(dir), undone);
    }
}

#[test]
fn the_program_lends_its_terminal_and_takes_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path();
    ground(dir);
    run(dir, "do --meeting nims-2026-1 meeting-start");
    // The terminal is the editor's own: it asks, and reads what is typed there.
    let path = dir.join("editor.sh");
    let script =
        "printf 'Write: '\nread line < /dev/tty\nprintf '\\n- %s\\n' \"$line\" >> \"$1\"\n";
    std::fs::write(&path, script).unwrap();
    let mut program = pty::referent(&["--meeting", "nims-2026-1", "--minutes"]);
    program.env("HOME", dir);
    program.env("USER", "karen");
    program.env("REFERENT_DATA", dir.join("data"));
    program.env("REFERENT_LANG", "en");
    program.env("EDITOR", format!("sh {}", path.display()));
    let mut program = pty::Pty::start(program, 80, 24);
    program.wait_text("Budget");
    program.press("<ctrl-k>item-edit<enter>");
    program.wait_text("Write: ");
    program.write(b"Typed in the editor.\r");
    program.wait_text("were taken in from your editor");
    program.wait_text("- Typed in the editor.");
    program.press("And written on.");
    program.wait_text("And written on.");
    // A failing editor keeps what was edited and says where.
    std::fs::write(&path, "exit 3\n").unwrap();
    program.press("<ctrl-k>item-edit<enter>");
    program.wait_text("Press Enter to go back.");
    program.write(b"\r");
    program.wait_text("was not taken in");
    assert_eq!(kept(dir).len(), 1);
}
