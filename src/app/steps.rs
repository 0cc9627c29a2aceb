//! From what the walk says to what is done about it: each gap and each next step is one call
//! away. It owns which command, on which record; it must not compute gaps.

use std::borrow::Cow;

use super::Call;
use super::command::Stop;
use super::context::{Context, Target};
use crate::domain::id::Id;
use crate::domain::role::Role;
use crate::domain::walk::{Check, Gap, NextStep, Stage};
use crate::locale::{Key, Locale};

/// A stage's name.
pub fn stage_name(locale: Locale, stage: Stage) -> Cow<'static, str> {
    locale.text(match stage {
        Stage::Plan => Key::StagePlan,
        Stage::Agenda => Key::StageAgenda,
        Stage::Speakers => Key::StageSpeakers,
        Stage::Invite => Key::StageInvite,
        Stage::SendAgenda => Key::StageSend,
        Stage::CheckIn => Key::StageCheckIn,
        Stage::Minutes => Key::StageMinutes,
        Stage::CloseOut => Key::StageClose,
        Stage::Approve => Key::StageApprove,
        Stage::Publish => Key::StagePublish,
        Stage::FollowUp | Stage::Finished => Key::StageFollowUp,
    })
}

/// What a gap lacks, as a sentence.
pub fn gap_text(locale: Locale, gap: &Gap) -> String {
    Key::named(&format!("check-{}", gap.check.name())).map_or_else(String::new, |key| {
        locale.text_with(key, &[("count", gap.count.into())])
    })
}

/// A command line about something.
fn call(words: &[&str], target: Target) -> Call {
    Call {
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        target,
    }
}

/// Whether a step is something to do, and not only to wait for.
pub fn is_offered(step: &NextStep) -> bool {
    !matches!(step, NextStep::Nothing | NextStep::Wait { .. })
}

/// What mends a gap; objections that may still come are noted among the comments.
pub fn mend(gap: &Gap, target: Target) -> Call {
    let on_item = Target {
        item: gap.first,
        ..target
    };
    let first = gap.first.map(|id| id.to_string()).unwrap_or_default();
    let edit = |field| call(&["agenda-edit", "--field", field], on_item);
    let set = |field| call(&["meeting-edit", "--field", field], target);
    let plain = |name| call(&[name], target);
    match gap.check {
        Check::Date | Check::Tentative => set("date"),
        Check::Times => set("start"),
        Check::Place => set("venue"),
        Check::Host => set("host"),
        Check::Purpose => set("purpose"),
        Check::Practicals => plain("practicals"),
        Check::AgendaEmpty => plain("agenda-add"),
        Check::ItemPurpose => edit("purpose"),
        Check::ItemOutcome => edit("outcome"),
        Check::ItemMinutes => edit("minutes"),
        Check::ItemResponsible => edit("responsible"),
        Check::TooLong => call(&["agenda-edit", "--field", "minutes"], on_item),
        Check::Proposals => plain("proposals"),
        Check::LastMinutes => plain("agenda-add-approval"),
        Check::TalkSpeaker => call(&["speaker-add"], on_item),
        Check::SpeakerInvited | Check::SpeakerConfirmed => {
            call(&["speaker-edit", &first, "--field", "status"], target)
        }
        Check::NobodyInvited => plain("invite"),
        Check::InvitationsUnsent => plain("invitations-send"),
        Check::CancellationUnsent => plain("cancellation-send"),
        Check::Unanswered => call(&["show-participants", &first], target),
        Check::AgendaUnsent | Check::AgendaLate => plain("agenda-send"),
        Check::CallForItems => plain("items-call"),
        Check::Slides => plain("show-agenda"),
        Check::NobodyHere | Check::Quorum => plain("door"),
        Check::ItemsOpen => call(&["show-minutes", &first], target),
        Check::DecisionOutcome => call(&["show-minutes", &first], target),
        Check::ActionOwner => call(&["entry-edit", &first, "--field", "owner"], target),
        Check::ActionDue => call(&["entry-edit", &first, "--field", "due"], target),
        Check::Prepared => call(&["entry-keep", "--all"], target),
        Check::NotClosed => plain("meeting-close"),
        Check::MinutesUnsent | Check::MinutesLate => plain("minutes-send"),
        Check::OpenComments => call(&["comment-answer", &first], target),
        Check::NotApproved | Check::ApproveNow => plain("minutes-approve"),
        Check::NotPublished => plain("minutes-publish"),
        Check::NextMeeting => plain("meeting-plan-next"),
        Check::ActionsOpen | Check::ActionsOverdue => call(&["show-actions", &first], target),
        Check::ObjectionsRunning => plain("comments"),
    }
}

/// Takes the next step.
///
/// # Errors
/// [`Stop::Instead`] with the call that takes it; a sentence when there is nothing to do but wait.
pub fn take(context: &mut Context<'_>, step: &NextStep) -> Result<(), Stop> {
    let target = context.target;
    // What the secretariat lacks is not a member's to mend.
    if context.app.session.role == Role::Member {
        return Err(Stop::Instead(Box::new(call(&["agenda-add"], target))));
    }
    let first = |first: &Option<Id>| first.map(|id| id.to_string()).unwrap_or_default();
    let wanted = match step {
        NextStep::Nothing | NextStep::Wait { .. } => None,
        NextStep::Mend(gap) => Some(mend(gap, target)),
        NextStep::Invite { .. } => Some(call(&["invitations-send"], target)),
        NextStep::TellCancelled { .. } => Some(call(&["cancellation-send"], target)),
        NextStep::SendAgenda => Some(call(&["agenda-send"], target)),
        NextStep::WaitForObjections { .. } => Some(call(&["comments"], target)),
        NextStep::CheckIn => Some(call(&["door"], target)),
        NextStep::StartMeeting => Some(call(&["meeting-start"], target)),
        NextStep::StartItem { .. } => Some(call(&["item-next"], target)),
        NextStep::CloseMeeting => Some(call(&["meeting-close"], target)),
        NextStep::SendMinutes => Some(call(&["minutes-send"], target)),
        NextStep::Comments { first: id, .. } => Some(call(&["comment-answer", &first(id)], target)),
        NextStep::Approve => Some(call(&["minutes-approve"], target)),
        NextStep::Publish => Some(call(&["minutes-publish"], target)),
        NextStep::PlanNext { .. } => Some(call(&["meeting-plan-next"], target)),
        NextStep::FollowUp { first: id, .. } => Some(call(&["show-actions", &first(id)], target)),
    };
    match wanted {
        Some(call) => Err(Stop::Instead(Box::new(call))),
        None => {
            context.say(Key::NothingToDo);
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::args::Args;
    use crate::app::commands;

    #[test]
    fn every_gap_is_one_call_away_and_the_call_is_understood() {
        for check in Check::ALL {
            let gap = Gap {
                stage: Stage::Plan,
                check: *check,
                count: 2,
                first: Some(Id::from_bits(7)),
            };
            let call = mend(&gap, Target::default());
            let (name, words) = call.words.split_first().unwrap();
            let command = commands::find(name).unwrap_or_else(|| panic!("{name}"));
            assert!(
                Args::parse(command.args, words).is_ok(),
                "{check:?}: {words:?}"
            );
            for language in [
                crate::domain::secretariat::Language::Danish,
                crate::domain::secretariat::Language::English,
            ] {
                assert!(
                    !gap_text(Locale::new(language), &gap).is_empty(),
                    "{check:?}"
                );
            }
        }
    }
}
