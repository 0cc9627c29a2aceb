//! Minutes that come back from LibreOffice: its own tracked changes and comments, saved as Word.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::office::{MEETING, Office, has, text};

/// Minutes with three paragraphs that somebody will have something to say about.
fn office() -> Office {
    let office = Office::new();
    office.script(&format!(
        "--meeting {MEETING} meeting-start\n\
         --meeting {MEETING} --item 1 note-add \"Karen bød velkommen til alle.\"\n\
         --meeting {MEETING} --item 1 note-add \"Der var kaffe i foyeren.\"\n\
         --meeting {MEETING} --item 2 decision-add \"Kontingentet er 12.000 kr.\"\n\
         --meeting {MEETING} meeting-close\n"
    ));
    office
}

/// Has LibreOffice save a file as another kind.
fn convert(office: &Office, file: &Path, kind: &str) -> PathBuf {
    let profile = format!(
        "-env:UserInstallation=file://{}",
        office.beside("profil").display()
    );
    let done = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", kind, "--outdir"])
        .arg(office.root())
        .arg(file)
        .output()
        .unwrap();
    let made = file.with_extension(kind.split(':').next().unwrap());
    assert!(made.is_file(), "{}", text(&done.stderr));
    made
}

/// What Åse did in LibreOffice, as it keeps that: a word changed in two paragraphs, a new paragraph, a comment.
fn edited(page: &str) -> String {
    const WHO: &str = "<office:change-info><dc:creator>Åse Østergård</dc:creator>\
                       <dc:date>2026-12-02T10:00:00</dc:date></office:change-info>";
    let region = |id: &str, what: String| {
        format!(
            "<text:changed-region xml:id=\"{id}\" text:id=\"{id}\">{what}</text:changed-region>"
        )
    };
    let added = |id| region(id, format!("<text:insertion>{WHO}</text:insertion>"));
    let gone = |id, words| {
        let words = format!("<text:p>{words}</text:p>");
        region(id, format!("<text:deletion>{WHO}{words}</text:deletion>"))
    };
    let all = [
        gone("c1", "12.000"),
        added("c2"),
        gone("c3", "kaffe"),
        added("c4"),
        added("c5"),
    ];
    let begin = page.find("<office:text").unwrap();
    let begin = begin + page[begin..].find('>').unwrap() + 1;
    let tracked = format!(
        "<text:tracked-changes>{}</text:tracked-changes>",
        all.concat()
    );
    let page = format!("{}{tracked}{}", &page[..begin], &page[begin..]);
    let swapped = |old: &str, new: &str, words: &str| {
        format!(
            "<text:change text:change-id=\"{old}\"/><text:change-start text:change-id=\"{new}\"/>{words}\
             <text:change-end text:change-id=\"{new}\"/>"
        )
    };
    let sum = format!("Kontingentet er {} kr.", swapped("c1", "c2", "14.000"));
    let tea = format!(
        "Der var {} i foyeren.<text:change-start text:change-id=\"c5\"/>",
        swapped("c3", "c4", "te")
    );
    let said = "Karen <office:annotation office:name=\"n1\"><dc:creator>Åse Østergård</dc:creator>\
                <dc:date>2026-12-02T10:05:00</dc:date><text:p>Det var Bo.</text:p></office:annotation>\
                bød velkommen<office:annotation-end office:name=\"n1\"/>";
    let page = page
        .replacen("Kontingentet er 12.000 kr.", &sum, 1)
        .replacen("Der var kaffe i foyeren.", &tea, 1)
        .replacen("Karen bød velkommen", said, 1);
    let end = page.find(" i foyeren.").unwrap();
    let end = end + page[end..].find("</text:p>").unwrap() + "</text:p>".len();
    let left = "<text:p>Bo gik kl. 11.<text:change-end text:change-id=\"c5\"/></text:p>";
    format!("{}{left}{}", &page[..end], &page[end..])
}

#[test]
fn what_was_changed_in_libreoffice_is_a_comment_at_its_place() {
    if !has("soffice") {
        return;
    }
    let office = office();
    let sent = office.beside("referat.docx");
    let path = sent.to_string_lossy().into_owned();
    office.ok(&[
        "export", MEETING, "--what", "minutes", "--format", "docx", "-o", &path,
    ]);
    let page = convert(&office, &sent, "fodt");
    let back = office.beside("tilbage.fodt");
    std::fs::write(&back, edited(&std::fs::read_to_string(page).unwrap())).unwrap();
    // LibreOffice's own file is not read, and it says what to do.
    let own = convert(&office, &back, "odt");
    let own = own.to_string_lossy().into_owned();
    let refused = office.call(&["import", &own, "--meeting", MEETING]);
    let wrong = text(&refused.stderr);
    assert!(
        !refused.status.success() && wrong.contains("save it as Word (.docx)"),
        "{wrong}"
    );
    let word = convert(&office, &back, "docx:MS Word 2007 XML");
    let word = word.to_string_lossy().into_owned();
    let said = office.ok(&["import", "--format", "docx", &word, "--meeting", MEETING]);
    assert!(said.contains("4 bemærkninger"), "{said}");
    let meeting = office.json(&["show", MEETING, "--json"]);
    let rows = meeting["comments"].as_array().unwrap().iter();
    let mut found: Vec<[&str; 3]> = rows
        .map(|row: &Value| {
            assert_eq!(row["by"], "Åse Østergård");
            ["kind", "proposed", "text"].map(|name| row[name].as_str().unwrap())
        })
        .collect();
    found.sort_unstable();
    assert_eq!(
        found,
        [
            ["addition", "Bo gik kl. 11.", ""],
            ["change", "Der var te i foyeren.", ""],
            ["change", "Kontingentet er 14.000 kr.", ""],
            ["remark", "", "Til »bød velkommen«: Det var Bo."],
        ]
    );
    // The same file again brings nothing.
    let again = office.ok(&["import", "--format", "docx", &word, "--meeting", MEETING]);
    assert!(again.contains("ingen nye bemærkninger"), "{again}");
}
