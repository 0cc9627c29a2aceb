use crate::app::command::Stop;
use crate::app::commands::activity::activity as find;
use crate::app::testing::Bench;
use crate::domain::plan::{Activity, ActivityKind, Direction};
use crate::locale::Key;

fn activity(bench: &Bench, title: &str) -> Activity {
    let rows = bench.network("nims").activities.values();
    let mut rows = rows.filter(|row| row.title == title && !row.removed);
    rows.next().cloned().unwrap()
}

#[test]
fn an_activity_is_added_changed_and_removed() {
    let mut bench = Bench::with_meeting();
    bench.ok(
        "--network nims activity-add Kursus --kind course --when 2027-03 --purpose Viden \
         --product Katalog --host ucl --direction outbound",
    );
    let row = activity(&bench, "Kursus");
    assert_eq!(bench.made(), row.id.to_string());
    assert_eq!(row.kind, ActivityKind::Course);
    assert_eq!(row.when.map(|when| when.to_string()).unwrap(), "2027-03");
    assert_eq!(row.host, Some(bench.organisation("ucl").id));
    assert_eq!(row.direction, Some(Direction::Outbound));
    bench.ok("--network nims activity-add Topmøde --kind summit --when 2027-05-20..2027-05-21 --tentative --place Allinge");
    assert!(activity(&bench, "Topmøde").tentative);
    bench.ok("--network nims activity-set kurs --when 'primo august 2027' --title 'Kursus i samskabelse' --direction ''");
    let row = activity(&bench, "Kursus i samskabelse");
    assert_eq!(row.direction, None);
    assert!(row.when.is_some_and(|when| when.first_day().is_some()));
    bench.ok("--network nims activity-set topmøde --tentative no");
    assert!(!activity(&bench, "Topmøde").tentative);
    let before = bench.journal.len();
    bench.ok("--network nims activity-set topmøde --tentative no --place Allinge");
    assert_eq!(
        bench.journal.len(),
        before,
        "nothing changed, nothing written"
    );
    bench.ok("--network nims activity-remove topmøde");
    assert_eq!(
        bench.fails("--network nims activity-set topmøde --place Rønne"),
        Key::ErrorActivityUnknown
    );
}

#[test]
fn a_wrong_date_or_an_unclear_title_is_refused() {
    let mut bench = Bench::with_meeting();
    for when in [
        "2027-13",
        "2027-02-29",
        "man 2027-05-20",
        "2027-05-21..2027-05-20",
    ] {
        let line = format!("--network nims activity-add Kursus --when '{when}'");
        assert_eq!(bench.fails(&line), Key::ErrorPlain, "{when}");
    }
    bench.ok("--network nims activity-add Kursus --when 2028-02-29");
    bench.ok("--network nims activity-add Kursus --when 'efter ferien'");
    assert_eq!(
        bench.fails("--network nims activity-set Kursus --place Vejle"),
        Key::ErrorActivitySeveral
    );
    bench.ok("--network nims activity-add Topmøde --when 2027-05");
    let choices = |typed: &str| {
        let network = bench.network("nims");
        let Err(Stop::Fail(message)) = find(network, typed) else {
            panic!("{typed}");
        };
        message.text_of("candidates").unwrap().to_owned()
    };
    let one = activity(&bench, "Topmøde").id.to_string();
    let unknown = choices("Seminar");
    assert!(unknown.starts_with("Topmøde; "), "{unknown}");
    assert!(!unknown.contains(&one), "{unknown}");
    let twins = choices("kursus");
    assert_eq!(twins.matches("Kursus (").count(), 2, "{twins}");
    assert_eq!(
        bench.fails("--network nims activity-add ' '"),
        Key::ErrorEmpty
    );
    assert_eq!(
        bench.fails("--network nims activity-add X --start 12.00 --end 9.00"),
        Key::ErrorEndBeforeStart
    );
}

const RULE: &str = "anden torsdag i hver anden måned kl. 9.30-12.30, ikke på helligdage";

#[test]
fn a_year_is_planned_by_a_rule_and_then_like_the_year_before() {
    let mut bench = Bench::with_meeting();
    let said = bench.ok(&format!(
        "--network nims year-plan --year 2026 --rule '{RULE}, ikke i uge 46'"
    ));
    assert!(
        said.contains("flyttet fra 14. maj 2026: Kristi himmelfartsdag"),
        "{said}"
    );
    assert!(
        said.contains("flyttet fra 12. november 2026: uge 46"),
        "{said}"
    );
    let days = |bench: &Bench, year: &str| {
        let rows = bench.network("nims").activities.values();
        let days = rows
            .filter_map(|row| row.when.as_ref())
            .map(ToString::to_string);
        let mut days: Vec<String> = days.filter(|day| day.starts_with(year)).collect();
        days.sort();
        days.join(" ")
    };
    let expected = "2026-01-08 2026-03-12 2026-05-21 2026-07-09 2026-09-10 2026-11-19";
    assert_eq!(days(&bench, "2026"), expected);
    assert_eq!(
        activity(&bench, "Netværksmøde").kind,
        ActivityKind::NetworkMeeting
    );
    // A second time nothing is new.
    let said = bench.ok(&format!(
        "--network nims year-plan --year 2026 --rule '{RULE}, ikke i uge 46'"
    ));
    assert!(said.contains("står allerede i planen"), "{said}");
    assert_eq!(days(&bench, "2026"), expected);
    bench.ok("--network nims year-plan --year 2027");
    assert_eq!(
        days(&bench, "2027"),
        "2027-01-14 2027-03-11 2027-05-20 2027-07-08 2027-09-09 2027-11-18 2027-11-25"
    );
}

#[test]
fn a_rule_that_is_not_understood_says_where() {
    let mut bench = Bench::with_meeting();
    let line = "--network nims year-plan --year 2027 --rule 'anden trosdag i hver måned'";
    assert_eq!(bench.fails(line), Key::ErrorRule);
    assert!(
        bench
            .why()
            .contains("tegn 7, »trosdag«: her ventes en ugedag"),
        "{}",
        bench.why()
    );
    assert_eq!(
        bench.fails("--network nims year-plan --year 2027 --rule 'anden torsdag'"),
        Key::ErrorRuleEnds
    );
    assert_eq!(
        bench.fails("--network nims year-plan --year 2025"),
        Key::ErrorNoYearBefore
    );
}

#[test]
fn other_networks_that_share_members_are_told_of() {
    let mut bench = Bench::with_meeting();
    bench.ok("network-new ung 'Unge'");
    for network in ["nims", "ung"] {
        bench.ok(&format!("member-add {network} ucl"));
    }
    bench.ok("--network ung activity-add Seminar --kind seminar --when 2027-01-14");
    let said =
        bench.ok("--network nims year-plan --year 2027 --rule 'second thursday of odd months'");
    assert!(
        said.contains("Samme dag: Seminar, Unge (1 fælles medlem)"),
        "{said}"
    );
}

#[test]
fn deadlines_are_the_networks_and_the_call_is_noted() {
    let mut bench = Bench::with_meeting();
    bench.ok("--network nims deadlines-set --call-for-items 21 --send-agenda 10 --minutes 5 --comments 12 --slides 3");
    let head = bench.network("nims").head.clone();
    assert_eq!((head.call_days, head.agenda_days), (Some(21), Some(10)));
    assert_eq!((head.minutes_days, head.comment_days), (Some(5), Some(12)));
    bench.ok("--network nims deadlines-set --slides ''");
    assert_eq!(bench.network("nims").head.slides_days, None);
    bench.ok("--meeting nims-2026-1 items-call");
    assert!(bench.meeting("nims-2026-1").head.called_at.is_some());
}

#[test]
fn a_visit_has_guests_hosts_programme_and_report() {
    let mut bench = Bench::with_meeting();
    bench.ok("--network nims activity-add 'Besøg fra Oslo' --kind visit --when 2027-02-10");
    bench.ok("--network nims activity-visit 'Besøg fra Oslo' --guests 'Boligudvalget' --hosts 'Karen Lund' --schedule '- 9.30 Velkomst'");
    bench.ok(
        "--network nims activity-visit 'Besøg fra Oslo' --report 'De vil høre mere.' --hosts ''",
    );
    let row = bench.network("nims").activities.values().next().unwrap();
    let said = [&row.guests, &row.hosts, &row.schedule, &row.report].map(String::as_str);
    assert_eq!(
        said,
        ["Boligudvalget", "", "- 9.30 Velkomst", "De vil høre mere."]
    );
}
