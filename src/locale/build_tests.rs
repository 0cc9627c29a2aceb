//! Faults in the texts are named with file and key.

use super::*;

fn faults(da: &str, en: &str) -> String {
    let file = |folder: &str, text: &str| vec![(format!("{folder}/a.ftl"), text.to_owned())];
    tables(&file("da", da), &file("en", en))
        .err()
        .unwrap_or_default()
        .join("\n")
}

#[test]
fn faults_are_named_with_file_and_key() {
    let rows = [
        ("a = A\n", "a = A\n", ""),
        (
            "a = A\nb = B\n",
            "a = A\n",
            "da/a.ftl: b: has no English text",
        ),
        (
            "a = A\n",
            "a = A\nb = B\n",
            "en/a.ftl: b: has no Danish text",
        ),
        (
            "a = { $n }\n",
            "a = A\n",
            "da/a.ftl: a: $n is missing in en/a.ftl",
        ),
        (
            "a = A\n",
            "a = { $n }\n",
            "en/a.ftl: a: $n is missing in da/a.ftl",
        ),
        (
            "a = A\na = A\n",
            "a = A\n",
            "da/a.ftl: a: is there twice in this language",
        ),
        (
            "a = { NUMBER($n) }\n",
            "a = { $n }\n",
            "da/a.ftl: a: functions and attributes are not used here",
        ),
        (
            "a = { b }\n",
            "a = A\n",
            "da/a.ftl: a: quotes b, which is not there",
        ),
        ("a = { a }\n", "a = A\n", "da/a.ftl: a: quotes itself"),
        (
            "A = A\n",
            "A = A\n",
            "da/a.ftl: A: keys are lower-case words joined by hyphens",
        ),
        ("a-b = A\nab = A\n", "a-b = A\nab = A\n", ""),
        (
            "a = A\n  .b = B\n",
            "a = A\n",
            "da/a.ftl: a: attributes are not used here",
        ),
    ];
    for (da, en, expected) in rows {
        let found = faults(da, en);
        assert!(
            if expected.is_empty() {
                found.is_empty()
            } else {
                found.contains(expected)
            },
            "{da}{en}: {found}"
        );
    }
    assert!(faults("a = {\n", "a = A\n").contains("da/a.ftl:1:"));
}
