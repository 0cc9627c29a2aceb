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
    assert_eq!(
        bench.fails("--network nims activity-add ' '"),
        Key::ErrorEmpty
    );
    assert_eq!(
        bench.fails("--network nims activity-add X --start 12.00 --end 9.00"),
        Key::ErrorEndBeforeStart
    );
}
