//! An item's minutes edited whole in the person's own editor: asked for here, done by the runtime,
//! which alone has a terminal to lend.

use crate::app::Effect;
use crate::app::command::{Command, Stop};
use crate::app::context::Context;
use crate::domain::lock;
use crate::domain::role::Role;
use crate::locale::Key;

use super::location;

/// The commands of this area.
pub const COMMANDS: &[Command] = &[Command::screen("item-edit", &[], |context, _| {
    edit(context)
})];

/// Only the secretary writes whole items, and approved ones stay.
fn edit(context: &mut Context<'_>) -> Result<(), Stop> {
    if context.app.session.role != Role::Secretary {
        return Err(Key::ErrorRole.into());
    }
    let item = location::item(context, None)?;
    let meeting = context.meeting()?;
    if lock::is_locked(meeting) {
        return Err(Key::ErrorMinutesApproved.into());
    }
    let meeting = meeting.head.id;
    context.effect(Effect::Edit(meeting, item));
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::app::Effect;
    use crate::app::writing::tests::Table;
    use crate::domain::role::Role;

    fn asked(table: &mut Table) -> bool {
        let effects = std::mem::take(&mut table.bench.effects);
        effects.iter().any(|it| matches!(it, Effect::Edit(..)))
    }

    #[test]
    fn the_secretarys_editor_is_asked_for_and_nobody_elses() {
        let mut table = Table::new();
        table.press("Tekst<ctrl-k>item-edit<enter>");
        assert!(asked(&mut table));
        table.bench.app.session.role = Role::Chair;
        table.press("<ctrl-k>item-edit<enter>");
        assert!(!asked(&mut table));
    }
}
