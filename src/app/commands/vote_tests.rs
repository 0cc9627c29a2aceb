//! Votes, conflicts of interest and dissents as lines of commands, and what the minutes then say.

use super::scene::{DAY, bench, meeting, on};
use crate::app::testing::Bench;
use crate::domain::counts::counts;
use crate::domain::minutes::EntryKind;
use crate::domain::network::Owner;
use crate::domain::op::Op;
use crate::locale::{Key, Locale};

/// Karen, Åse and Bo are there under item 2; Ane comes late.
fn begun() -> Bench {
    let mut bench = bench();
    bench.ok(&on("invite"));
    for (time, line) in [
        ("09:20", "check-in karen"),
        ("09:20", "check-in åse"),
        ("09:21", "check-in bo"),
        ("09:31", "meeting-start"),
        ("09:40", "item-next"),
    ] {
        bench.set_clock(&format!("{DAY}T{time}"));
        bench.ok(&on(line));
    }
    bench
}

/// The minutes of item 2 as documents have them.
fn told(bench: &Bench) -> Vec<String> {
    let doc = meeting(bench);
    let locale = Locale::new(crate::domain::secretariat::Language::Danish);
    let rows = doc.entries_of(doc.agenda()[1].id).into_iter();
    rows.map(|row| locale.entry(row, doc, bench.register()).into_owned())
        .collect()
}

#[test]
fn hands_are_three_numbers_and_a_sentence() {
    let mut bench = begun();
    let said = bench.ok(&on("vote-open --for 2 --against 1"));
    assert_eq!(said, "Forslaget blev vedtaget med 2 stemmer for og 1 imod.");
    assert_eq!(told(&bench), [said]);
    // The numbers are corrected, and the sentence follows.
    let said = bench.ok(&on("vote-count 1 2"));
    assert_eq!(said, "Forslaget blev forkastet med 1 stemme for og 2 imod.");
    assert_eq!(told(&bench), [said]);
    let said = bench.ok(&on("vote-count 3 2 1"));
    assert!(
        said.ends_with("Bemærk: der er 6 stemmer, men kun 3 stemmeberettigede."),
        "{said}"
    );
    // Taking the paragraph away takes the vote away.
    let entry = meeting(&bench)
        .entries
        .values()
        .find(|row| row.vote.is_some());
    let id = entry.unwrap().id;
    bench.ok(&on(&format!("--entry {id} entry-remove")));
    assert_eq!(bench.fails(&on("vote-count 1 2")), Key::ErrorVoteNone);
}

#[test]
fn a_vote_by_name_follows_who_comes_and_who_is_disqualified() {
    let mut bench = begun();
    bench.ok(&on(
        "vote-open --method names --about \"kontingent på 12.000 kr.\"",
    ));
    bench.ok(&on("vote-cast karen for"));
    assert_eq!(
        bench.ok(&on("vote-cast bo against")),
        "Bo Friis: imod · 2 af 3 har stemt"
    );
    assert_eq!(
        bench.fails(&on("vote-cast ane for")),
        Key::ErrorVoteNotEntitled
    );
    bench.ok(&on("check-in ane"));
    bench.ok(&on("vote-cast ane blank"));
    // Whoever has voted is not counted out without a warning.
    assert_eq!(bench.fails(&on("recusal-add bo")), Key::ScriptVoteWillLapse);
    assert_eq!(bench.fails(&on("check-out bo")), Key::ScriptVoteWillLapse);
    assert_eq!(bench.fails(&on("absent bo")), Key::ScriptVoteWillLapse);
    assert_eq!(bench.fails(&on("apologies bo")), Key::ScriptVoteWillLapse);
    assert_eq!(
        bench.fails(&on("attendance-set bo expected")),
        Key::ScriptVoteWillLapse
    );
    let said = bench.ok(&on("recusal-add bo --anyway"));
    assert_eq!(
        said,
        "Bo Friis (Vejle) er inhabil under punkt 2 og tælles ikke med"
    );
    assert_eq!(
        bench.fails(&on("vote-cast bo for")),
        Key::ErrorVoteNotEntitled
    );
    bench.ok(&on("vote-close"));
    let told = told(&bench);
    assert_eq!(
        told[1],
        "Bo Friis (Vejle) erklærede sig inhabil og forlod lokalet under punkt 2."
    );
    assert_eq!(
        told[2],
        "Kontingent på 12.000 kr. blev vedtaget med 1 stemme for, ingen imod og 1 blank. \
         For stemte Karen Lund. Blankt stemte Ane Friis. Åse Olsen stemte ikke."
    );
    // Gone before the vote was closed cannot be; afterwards nobody asks.
    assert_eq!(
        bench.fails(&on("check-out karen --at 09.35")),
        Key::ScriptVoteWasGiven
    );
    bench.set_clock(&format!("{DAY}T10:40"));
    bench.ok(&on("check-out karen"));
}

#[test]
fn whoever_is_disqualified_counts_again_under_the_next_item() {
    let mut bench = begun();
    bench.ok("network-set nims --quorum 3");
    let met = |bench: &Bench| {
        let counts = counts(meeting(bench), &bench.network("nims").head);
        (counts.quorum.unwrap().met(), counts.recused, counts.present)
    };
    assert_eq!(met(&bench), (true, 0, 3));
    bench.ok(&on("recusal-add bo"));
    assert_eq!(met(&bench), (false, 1, 3));
    assert_eq!(bench.fails(&on("recusal-add bo")), Key::ErrorRecusedAlready);
    bench.ok(&on("item-next"));
    assert_eq!(met(&bench), (true, 0, 3));
    bench.ok(&on("item-start 2"));
    assert_eq!(met(&bench), (false, 1, 3));
    bench.ok(&on("recusal-remove bo"));
    assert_eq!(met(&bench), (true, 0, 3));
    assert!(told(&bench).is_empty());
}

#[test]
fn the_chair_decides_a_tie_where_the_rule_says_so() {
    let mut bench = begun();
    let said = bench.ok(&on("vote-open --for 1 --against 1 --blank 1"));
    assert_eq!(
        said,
        "Stemmerne stod lige: 1 stemme for, 1 imod og 1 blank. Forslaget bortfaldt."
    );
    bench.ok(&on("vote-remove"));
    bench.ok("network-set nims --casting-vote yes --chair karen-lund");
    assert_eq!(
        bench.fails(&on("vote-open --for 1 --against 1")),
        Key::ErrorVoteTied
    );
    let said = bench.ok(&on("vote-open --for 1 --against 1 --casting against"));
    assert_eq!(
        said,
        "Stemmerne stod lige: 1 stemme for og 1 imod. Mødelederens stemme var udslagsgivende. \
         Forslaget blev forkastet."
    );
    assert_eq!(bench.fails(&on("vote-count 1 1")), Key::ErrorVoteTied);
    bench.ok(&on("vote-casting for"));
    assert!(told(&bench)[0].ends_with("Forslaget blev vedtaget."));
    // By name the chair's own vote is known.
    bench.ok(&on("vote-open --method names"));
    bench.ok(&on("vote-cast karen against"));
    bench.ok(&on("vote-cast bo for"));
    let said = bench.ok(&on("vote-close"));
    assert!(said.ends_with("Forslaget blev forkastet."), "{said}");
}

#[test]
fn a_secret_ballot_leaves_no_choice_in_the_journal() {
    let mut bench = begun();
    bench.ok(&on("vote-open --method secret --about \"valg af formand\""));
    for line in [
        "vote-cast karen for",
        "vote-cast bo against",
        "vote-cast bo blank",
    ] {
        assert_eq!(bench.fails(&on(line)), Key::ErrorVoteSecret, "{line}");
    }
    let from = bench.journal.len();
    for who in ["karen", "bo", "åse"] {
        bench.ok(&on(&format!("vote-cast {who} voted")));
    }
    bench.ok(&on("vote-count 2 1"));
    let lines = bench.journal[from..].iter().map(|batch| {
        let ops: Vec<&Op> = batch.ops.iter().map(|op| &op.op).collect();
        serde_json::to_string(&ops).unwrap()
    });
    let lines: Vec<String> = lines.collect();
    assert_eq!(lines.len(), 4);
    for line in &lines {
        assert!(!line.contains("ballot"), "{line}");
    }
    let people = ["karen-lund", "bo-friis", "aase-olsen"];
    for (line, label) in lines.iter().zip(people) {
        // Who has voted, and in which vote: no totals, no order of answers.
        assert!(line.contains(&bench.person(label).id.to_string()));
        assert!(!line.contains("yes") && !line.contains("\"no\""), "{line}");
    }
    let said = told(&bench);
    assert_eq!(
        said[0],
        "Valg af formand blev vedtaget med 2 stemmer for og 1 imod. Afstemningen var hemmelig."
    );
}

#[test]
fn organisations_vote_with_their_weights() {
    let mut bench = begun();
    bench.ok("network-set nims --votes-by organisations");
    bench.ok("--network nims organisation-votes odense 3");
    bench.ok(&on("vote-open --method names"));
    bench.ok(&on("vote-cast odense for"));
    bench.ok(&on("vote-cast bo against"));
    let said = bench.ok(&on("vote-close"));
    assert_eq!(said, "Forslaget blev vedtaget med 3 stemmer for og 1 imod.");
    let told = told(&bench);
    assert!(
        told[0].ends_with(
            "Organisationerne stemte, hver med sit stemmetal. For stemte Odense. Imod stemte Vejle."
        ),
        "{told:?}"
    );
    assert_eq!(
        bench.fails(&on("vote-open --method secret")),
        Key::ErrorVoteSecretWeights
    );
    // The only one there for Vejle has voted for it.
    assert_eq!(
        bench.fails(&on("check-out bo --at 09.35")),
        Key::ScriptVoteWasGiven
    );
}

#[test]
fn a_dissent_belongs_to_a_decision_and_has_a_name() {
    let mut bench = begun();
    let add = |text: &str| on(&format!("dissent-add {text:?}"));
    assert_eq!(
        bench.fails(&add("Bo: Vejle ønsker en anden model.")),
        Key::ErrorDissentNoDecision
    );
    bench.ok(&on("decision-add \"Netværket mødes fire gange.\""));
    assert_eq!(bench.fails(&add("Vejle er imod.")), Key::ErrorDissentNobody);
    bench.ok(&on("note-add \"Pause i ti minutter.\""));
    bench.ok(&add("Bo: Vejle ønsker en anden model."));
    bench.ok(&on(
        "note-add \"Særstandpunkt: Åse: Odense er enig med Vejle.\"",
    ));
    let doc = meeting(&bench);
    let rows = doc.entries_of(doc.agenda()[1].id);
    let dissents = rows.iter().filter(|row| row.kind == EntryKind::Dissent);
    let dissents: Vec<_> = dissents
        .map(|row| (row.text.as_str(), row.owner.clone(), row.decision))
        .collect();
    let owner = |label: &str| Owner::Person(bench.person(label).id);
    let decision = Some(rows[0].id);
    assert_eq!(
        dissents,
        [
            ("Vejle ønsker en anden model.", owner("bo-friis"), decision),
            ("Odense er enig med Vejle.", owner("aase-olsen"), decision),
        ]
    );
}

#[test]
fn lines_count_votes_and_send_people_out() {
    let mut bench = begun();
    bench.ok(&on("note-add \"Afstemning: 2 for, 1 imod\""));
    bench.ok(&on("note-add \"inhabil: bo\""));
    bench.ok(&on("note-add \"Afstemning: vi tæller i morgen\""));
    assert_eq!(
        told(&bench),
        [
            "Forslaget blev vedtaget med 2 stemmer for og 1 imod.",
            "Bo Friis (Vejle) erklærede sig inhabil og forlod lokalet under punkt 2.",
            "vi tæller i morgen"
        ]
    );
}

#[test]
fn two_share_a_dissent_also_from_a_vote_without_a_decision() {
    let mut bench = begun();
    bench.ok(&on("vote-open --for 1 --against 2"));
    bench.ok(&on(
        "dissent-add \"Bo og Åse: Vi ville hellere mødes i Vejle.\"",
    ));
    let doc = meeting(&bench);
    let rows = doc.entries_of(doc.agenda()[1].id);
    let [vote, dissent] = rows.as_slice() else {
        panic!("{rows:?}");
    };
    assert_eq!(dissent.decision, Some(vote.id));
    let locale = Locale::new(crate::domain::secretariat::Language::Danish);
    let whose = locale.owners(dissent, bench.register());
    assert_eq!(whose, "Bo Friis og Åse Olsen");
    assert_eq!(dissent.text, "Vi ville hellere mødes i Vejle.");
    let none = bench.fails(&on("dissent-add \"Bo og Ingen: Nej.\""));
    assert_eq!(none, Key::ErrorPersonUnknown);
}

#[test]
fn a_secret_ballot_takes_no_more_papers_than_people() {
    let mut bench = begun();
    bench.ok(&on("vote-open --method secret"));
    assert_eq!(bench.fails(&on("vote-count 3 2")), Key::ErrorVoteTooMany);
    assert_eq!(bench.fails(&on("vote-count")), Key::ErrorVoteNumbers);
    assert!(meeting(&bench).votes.values().all(|row| row.is_open()));
    bench.ok(&on("vote-count 2 1"));
    assert_eq!(bench.fails(&on("vote-count 2 2")), Key::ErrorVoteTooMany);
}

#[test]
fn an_election_says_who_was_elected() {
    let mut bench = begun();
    let said = bench.ok(&on(
        "vote-open --for 2 --against 1 --about \"Valg af Bo Friis til formand\"",
    ));
    assert_eq!(
        said,
        "Bo Friis blev valgt til formand med 2 stemmer for og 1 imod."
    );
    let said = bench.ok(&on(
        "vote-open --for 3 --about \"Valg af kasserer: Åse Olsen\"",
    ));
    assert_eq!(
        said,
        "Åse Olsen blev enstemmigt valgt til kasserer med 3 stemmer."
    );
    let said = bench.ok(&on("vote-open --against 3 --about \"Genvalg af Bo Friis\""));
    assert_eq!(
        said,
        "Bo Friis blev ikke valgt: ingen stemmer for og 3 imod."
    );
}

#[test]
fn who_merely_walks_in_has_no_vote() {
    let mut bench = begun();
    bench.ok(&on("walk-in \"Erik Vang, Fonden Fremtid\""));
    bench.ok(&on("walk-in \"Ib Holm, Vejle\""));
    bench.ok(&on("vote-open --method names"));
    assert_eq!(
        bench.fails(&on("vote-cast erik for")),
        Key::ErrorVoteNotEntitled
    );
    let said = bench.ok(&on("vote-cast ib for"));
    assert_eq!(said, "Ib Holm: for · 1 af 4 har stemt");
}
