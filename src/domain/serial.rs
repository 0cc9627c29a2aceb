//! Numbers within a year, allotted by the fold in the journal's order and never reused. What the journal has not
//! taken yet has a number that is left open.

/// From here on a number only counts what the journal has not taken yet.
const PENDING: u32 = 1 << 31;

/// The number, once the journal's order has given one.
pub fn allotted(number: u32) -> Option<u32> {
    (1..PENDING).contains(&number).then_some(number)
}

/// The label with its first part ("nims-2026-3"); "nims-2026-~1" while its number is not allotted.
pub fn label(first: &str, year: i32, number: u32) -> String {
    match (allotted(number), number.checked_sub(PENDING)) {
        (Some(number), _) => format!("{first}-{year}-{number}"),
        (None, Some(pending)) => format!("{first}-{year}-~{pending}"),
        (None, None) => format!("{first}-{year}-~"),
    }
}

/// One more than any of these numbers of one year ever allotted.
pub fn next(numbers: impl Iterator<Item = u32>) -> u32 {
    numbers.filter_map(allotted).max().unwrap_or(0) + 1
}

/// The next number to be left open beside these of one year.
pub fn left_open(numbers: impl Iterator<Item = u32>) -> u32 {
    let open = numbers.filter(|number| *number > PENDING);
    open.max().unwrap_or(PENDING).saturating_add(1)
}
