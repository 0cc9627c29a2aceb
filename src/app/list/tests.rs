use super::{List, Step};
use crate::app::context::Target;
use crate::app::testing::Bench;
use crate::domain::id::Id;
use crate::domain::secretariat::Language;

#[test]
fn the_last_row_of_a_section_leaves_its_place_to_the_one_before() {
    let ids =
        |numbers: &[u128]| -> Vec<Id> { numbers.iter().copied().map(Id::from_bits).collect() };
    let mut list = List::default();
    let before = [ids(&[1, 2]), ids(&[3, 4])];
    list.step_in(&before, Step::Down);
    list.settle(&[ids(&[1]), ids(&[3, 4])]);
    assert_eq!(list.selected, Some(Id::from_bits(1)));
    list.settle(&[Vec::new(), ids(&[3, 4])]);
    assert_eq!(
        list.id_in(&[Vec::new(), ids(&[3, 4])]),
        None,
        "an empty section keeps the focus"
    );
}

#[test]
fn after_a_removal_the_neighbour_is_selected() {
    let mut bench = Bench::with_meeting();
    for title in ["Velkomst", "Økonomi", "Budget", "Eventuelt"] {
        bench.ok(&format!("--meeting nims-2026-1 agenda-add {title}"));
    }
    bench.sit_down(Language::Danish, (80, 24));
    let words = ["meeting-open", "nims-2026-1"].map(str::to_owned);
    bench.call(words.to_vec(), Target::default());
    let selected = |bench: &Bench| {
        let item = bench.app.target().item.unwrap();
        bench.meeting("nims-2026-1").items[&item].title.clone()
    };
    bench.press("<down><down>d<del>");
    assert_eq!(selected(&bench), "Budget", "the next");
    bench.press("<up>");
    assert_eq!(selected(&bench), "Økonomi");
    bench.press("<end><del>");
    assert_eq!(selected(&bench), "Budget", "the one before");
    bench.press("<del>");
    assert_eq!(selected(&bench), "Økonomi");
    let left = bench.meeting("nims-2026-1").agenda().len();
    assert_eq!(left, 2);
}
