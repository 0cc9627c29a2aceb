//! Whose a name in a file is. It must not know what they did.

use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::register::Register;

/// Whether a name is what programs write where nobody is named.
pub(super) fn is_nobody(name: &str) -> bool {
    const NOBODY: [&str; 8] = [
        "",
        "author",
        "forfatter",
        "unknown author",
        "ukendt forfatter",
        "microsoft office user",
        "user",
        "bruger",
    ];
    NOBODY.contains(&name.trim().to_lowercase().as_str())
}

/// Who of the register a name is: written as there, family name first, with initials behind, or
/// as an address; nobody when two have it.
pub(super) fn person(name: &str, register: &Register) -> Option<Id> {
    let plain = name.split(['(', '[']).next().unwrap_or_default().trim();
    let turned = match plain.split_once(',') {
        Some((family, given)) => format!("{} {}", given.trim(), family.trim()),
        None => plain.to_owned(),
    };
    let first = plain.split(',').next().unwrap_or_default();
    let names = [fold(plain), fold(&turned), fold(first)];
    let address = name.trim().to_lowercase();
    let live = register.people.values();
    let live = live.filter(|row| !row.removed && !row.erased && row.merged_into.is_none());
    let mut same = live.filter(|row| {
        let named = names
            .iter()
            .any(|name| !name.is_empty() && *name == fold(&row.name));
        named || (address.contains('@') && row.email.to_lowercase() == address)
    });
    match (same.next(), same.next()) {
        (Some(one), None) => Some(one.id),
        _ => None,
    }
}
