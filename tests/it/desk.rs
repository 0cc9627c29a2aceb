//! A year at a coordinator's desk, entered by a script: 40 enquiries with forwarding, memberships with board seats, twelve
//! representations; and the documents made of it, read as they leave.

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

const YEAR: &str = "tests/it/desk/year.txt";

fn referent(folder: &Path, words: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_referent"))
        .args(words)
        .env_clear()
        .env("HOME", folder)
        .env("USER", "karen")
        .env("REFERENT_DATA", folder.join("data"))
        .env("REFERENT_LANG", "da")
        .env("REFERENT_NOW", "2026-11-26T09:02")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words:?}\n{error}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_year_at_the_desk() {
    let folder = tempfile::tempdir().unwrap();
    let run = |line: &str| {
        let words = referent::app::args::split_line(line).unwrap();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        referent(folder.path(), &words)
    };
    let json = |line: &str| serde_json::from_str::<Value>(&run(line)).unwrap();
    run("do language da");
    let said = run(&format!("do --script {YEAR}"));
    assert_eq!(
        said.lines()
            .filter(|line| line.starts_with("e-2026-") && !line.contains(' '))
            .count(),
        40
    );

    let all = json("list enquiries --json");
    let rows = all.as_array().unwrap();
    assert_eq!(rows.len(), 40);
    let sent: usize = rows
        .iter()
        .map(|row| row["forwarded"].as_array().unwrap().len())
        .sum();
    assert_eq!(sent, 25);
    let count = |line: &str| json(line).as_array().unwrap().len();
    assert_eq!(count("list enquiries --network nik --json"), 8);
    assert_eq!(
        count("list enquiries --from 2026-02 --to 2026-03 --json"),
        15
    );
    assert_eq!(count("list enquiries --open --json"), 6);
    assert_eq!(count("list representations --json"), 12);
    assert_eq!(
        count("list representations --from 2026 --to 2026 --json"),
        5
    );
    assert_eq!(count("list representations --person karen-lund --json"), 8);
    assert_eq!(count("list memberships --person aase-olsgaard --json"), 1);
    let one = json("show e-2026-14 --json");
    assert_eq!(one["forwarded"][1]["note"], "Bidrag til et samlet svar.");
    let one = run("show e-2026-14");
    let wanted = "forwarded: date 2026-03-11 · note Bidrag til et samlet svar. · to Sundheds- og Omsorgsforvaltningen";
    assert!(one.contains(wanted), "{one}");
    insta::assert_snapshot!("memberships-text", run("list memberships"));
    let history = run("history e-2026-37");
    assert!(history.contains("afsluttede en henvendelse"), "{history}");

    for (name, line) in [
        ("enquiries-txt", "export --what enquiries --format txt"),
        ("enquiries-csv", "export --what enquiries --format csv"),
        (
            "enquiries-nik-md",
            "export nik --what enquiries --from 2026-03 --format md",
        ),
        (
            "representation-txt",
            "export --what representation --format txt",
        ),
        (
            "representation-html",
            "export --what representation --from 2027 --format html",
        ),
        (
            "representation-csv",
            "export --what representation --format csv",
        ),
    ] {
        insta::assert_snapshot!(name, run(line));
    }
    assert_eq!(count("export --what enquiries --format json"), 40);
    run("do representation-add \"Vi og de andre\" --theme \"Samskabelse, unge\"");
    assert_eq!(count("list representations --theme samskabelse --json"), 1);
    assert_eq!(count("list representations --theme andet --json"), 0);
    assert!(run("check").contains("hel"));
}
