//! What leaves and comes back: invitations and agenda marked as sent, minutes out for comments,
//! comments and their answers, approval, correction, publication. Sending itself is not here.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::Overlay;
use crate::app::steps;
use crate::documents::{self, Audience, Source, What};
use crate::domain::id::Id;
use crate::domain::invitation;
use crate::domain::letter::LetterKind;
use crate::domain::lock;
use crate::domain::meeting::{Meeting, MeetingHeadField, MinutesStatus};
use crate::domain::minutes_ops::{self, Frozen};
use crate::domain::network::Network;
use crate::domain::walk::{Check, Gap, Stage, walk};
use crate::domain::zone::Moment;
use crate::locale::Key;

use super::letters::{self, COPY, TO};
use super::mail_files::{self, Carrier, FOLDER, TOGETHER};
use super::{document, field, location, lookup};

const AT_ONCE: Arg = Arg::flag(document::AT_ONCE).scripted();

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "invitations-send",
        scope: Scope::Meeting,
        args: &[TO, COPY, FOLDER, AT_ONCE],
        run: send_invitations,
    },
    Command {
        name: "cancellation-send",
        scope: Scope::Meeting,
        args: &[TO, COPY, FOLDER, AT_ONCE],
        run: send_cancellation,
    },
    Command {
        name: "agenda-send",
        scope: Scope::Meeting,
        args: &[TO, COPY, FOLDER, TOGETHER, AT_ONCE],
        run: send_agenda,
    },
    Command {
        name: "minutes-send",
        scope: Scope::Meeting,
        args: &[
            Arg::option("deadline", ArgKind::Date),
            TO,
            COPY,
            FOLDER,
            TOGETHER,
            AT_ONCE,
        ],
        run: send_minutes,
    },
    Command {
        name: "minutes-approve",
        scope: Scope::Meeting,
        args: &[Arg::option("by", ArgKind::Party), AT_ONCE],
        run: approve,
    },
    Command {
        name: "minutes-correct",
        scope: Scope::Meeting,
        args: &[],
        run: correct,
    },
    Command {
        name: "minutes-publish",
        scope: Scope::Meeting,
        args: &[TO, COPY, FOLDER, TOGETHER, AT_ONCE],
        run: publish,
    },
];

/// Whether it is to be read before it leaves: what is sent at the screen leaves from its preview.
fn is_read_first(context: &Context<'_>, args: &Args) -> bool {
    context.app.interactive && !args.has(document::AT_ONCE)
}

/// How something goes out.
#[derive(PartialEq)]
enum Way {
    /// It is shown first.
    Read,
    /// As a letter.
    Posted,
    /// Noted alone: no mail can be made of it.
    Hand,
}

/// Whether a letter is made: not where nothing carries it, or nobody has an address.
fn is_mailed(context: &mut Context<'_>, args: &Args, kind: LetterKind) -> Result<bool, Stop> {
    Ok(match mail_files::carrier(context, args)? {
        Carrier::Server => true,
        Carrier::Hand if !context.app.interactive => false,
        _ => !letters::of_kind(context, kind, args)?.people.is_empty(),
    })
}

/// Lets a letter go, after it was read.
fn mailed(
    context: &mut Context<'_>,
    args: &Args,
    kind: LetterKind,
    words: &[&str],
    more: &[String],
) -> Result<Way, Stop> {
    if !is_mailed(context, args, kind)? {
        return Ok(Way::Hand);
    }
    let draft = letters::compose(context, kind, args)?;
    if is_read_first(context, args) {
        letters::show(context, args, &draft, more, words)?;
        return Ok(Way::Read);
    }
    letters::leave(context, args, draft)?;
    Ok(Way::Posted)
}

fn send_invitations(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let meeting = location::standing(context)?;
    let invited = meeting
        .participant_list()
        .filter(|participant| !participant.walk_in)
        .count();
    if invited == 0 {
        return Err(Key::ErrorNobodyInvited.into());
    }
    let told = meeting.last_letter(LetterKind::Invitation).is_some();
    let kind = match meeting.head.moved_from {
        Some(_) if told => LetterKind::Moved,
        _ => LetterKind::Invitation,
    };
    match mailed(context, args, kind, &["invitations-send"], &[])? {
        Way::Read => return Ok(()),
        Way::Hand if is_read_first(context, args) => {
            let words = vec!["invitations-send".to_owned()];
            return document::preview(context, What::Agenda, words);
        }
        _ => {}
    }
    let ops = invitation::invitations_sent(context.meeting()?, context.now());
    context.emit_all(ops);
    context.say(Message::new(Key::InvitationsSent).with("count", invited));
    Ok(())
}

fn send_cancellation(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let meeting = context.meeting()?;
    if meeting.head.cancelled.is_none() {
        return Err(Key::ErrorNotCancelled.into());
    }
    let people = meeting.participant_list().count();
    let kind = LetterKind::Cancellation;
    match mailed(context, args, kind, &["cancellation-send"], &[])? {
        Way::Read => return Ok(()),
        Way::Hand if is_read_first(context, args) => {
            let words = vec!["cancellation-send".to_owned()];
            return document::preview(context, What::Cancellation, words);
        }
        _ => {}
    }
    let ops = invitation::cancellation_sent(context.meeting()?, context.now());
    context.emit_all(ops);
    context.say(Message::new(Key::CancellationSent).with("count", people));
    Ok(())
}

fn send_agenda(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let meeting = location::standing(context)?;
    let items = meeting.agenda().len();
    if items == 0 {
        return Err(Key::ErrorAgendaEmpty.into());
    }
    match mailed(context, args, LetterKind::Agenda, &["agenda-send"], &[])? {
        Way::Read => return Ok(()),
        Way::Hand if is_read_first(context, args) => {
            return document::preview(context, What::Agenda, vec!["agenda-send".to_owned()]);
        }
        _ => {}
    }
    let ops = invitation::agenda_sent(context.meeting()?, context.now());
    context.emit_all(ops);
    context.say(Message::new(Key::AgendaSent).with("count", items));
    Ok(())
}

fn send_minutes(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let given = field::given(args, "deadline", |typed| lookup::day(context, typed))?;
    let meeting = location::standing(context)?;
    if lock::is_locked(meeting) {
        return Err(Key::ErrorMinutesApproved.into());
    }
    let network = context.network_of(meeting.head.network)?;
    let today = context.today();
    let deadline = given.unwrap_or_else(|| minutes_ops::objection_deadline(network, today));
    let date = context.locale().language().short_date(deadline);
    if deadline < today {
        return Err(Message::new(Key::ErrorDeadlinePassed)
            .with("date", date)
            .into());
    }
    let until = format!("--deadline={deadline}");
    let said = Message::new(Key::PreviewDeadline).with("date", date.clone());
    let mut said = vec![said.show(context.locale())];
    let posted = is_mailed(context, args, LetterKind::MinutesForComments)?
        && mail_files::carrier(context, args)? != Carrier::Hand;
    // Everybody's own action items go out with the minutes.
    let actions = match posted {
        true => Some(letters::of_kind(
            context,
            LetterKind::Actions,
            &Args::default(),
        )?),
        false => None,
    };
    let actions = actions.filter(|draft| !draft.people.is_empty());
    if let Some(draft) = &actions {
        let message = Message::new(Key::PreviewActions).with("count", draft.people.len());
        said.push(message.show(context.locale()));
    }
    let words = ["minutes-send", &until];
    match mailed(context, args, LetterKind::MinutesForComments, &words, &said)? {
        Way::Read => return Ok(()),
        Way::Hand if is_read_first(context, args) => {
            let words = words.map(str::to_owned).to_vec();
            return document::preview_after(
                context,
                What::Minutes,
                &said,
                words,
                Audience::Internal,
            );
        }
        _ => {}
    }
    if let Some(draft) = actions {
        letters::leave(context, args, draft)?;
    }
    let meeting = context.meeting()?;
    let network = context.network_of(meeting.head.network)?;
    let ops = minutes_ops::send_minutes(meeting, network, Some(deadline), context.now());
    context.emit_all(ops);
    context.say(Message::new(Key::MinutesSent).with("date", date));
    Ok(())
}

fn approve(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let by = field::filled(args, "by")?.unwrap_or_else(|| context.user());
    let meeting = context.meeting()?.clone();
    if lock::is_locked(&meeting) {
        return Err(Key::ErrorAlreadyApproved.into());
    }
    let network = context.network_of(meeting.head.network)?.clone();
    let open = left_open(context, &meeting, &network);
    if is_read_first(context, args) {
        refuse_open_form(context)?;
        // Of a correction, what it changes is read before it is approved.
        let what = match meeting.approval() {
            Some(_) => What::Corrections,
            None => What::Minutes,
        };
        let words = vec!["minutes-approve".to_owned(), format!("--by={by}")];
        let mut said = vec![Message::new(Key::PreviewApprove).with("by", by)];
        said.extend(open);
        let said: Vec<String> = said.iter().map(|it| it.show(context.locale())).collect();
        return document::preview_after(context, what, &said, words, Audience::Internal);
    }
    close_forms(context);
    let frozen = frozen(context, &meeting, &by)?;
    let mut ids = || context.new_id();
    let ops = minutes_ops::approve(&meeting, &network, frozen, &mut ids);
    context.emit_all(ops);
    for message in open {
        context.say(message);
    }
    let version = context.meeting()?.approval().map_or(1, |last| last.version);
    context.say(
        Message::new(Key::MinutesApproved)
            .with("version", version)
            .with("by", by),
    );
    Ok(())
}

/// What is still open when the minutes are approved: gaps of the minutes, unanswered comments, a
/// deadline that has not passed.
fn left_open(context: &Context<'_>, meeting: &Meeting, network: &Network) -> Vec<Message> {
    let walk = walk(meeting, network, None, Moment::new(context.now()));
    let said = |gap: &Gap| match gap.check {
        Check::NotApproved | Check::ApproveNow => None,
        Check::ObjectionsRunning => {
            let day = meeting.head.objection_deadline?;
            let date = context.locale().language().short_date(day);
            Some(Message::new(Key::ApproveBeforeDeadline).with("date", date))
        }
        _ => {
            let what = steps::gap_text(context.locale(), gap);
            Some(Message::new(Key::ApproveOpen).with("what", what))
        }
    };
    let stages = [Stage::Minutes, Stage::CloseOut, Stage::Approve];
    let gaps = walk.gaps().filter(|gap| stages.contains(&gap.stage));
    gaps.filter_map(said).collect()
}

/// What somebody is writing in a form could not be kept in minutes that are locked.
fn refuse_open_form(context: &Context<'_>) -> Result<(), Stop> {
    let mut open = context.app.view.overlays.iter();
    let writing = |overlay: &Overlay| matches!(overlay, Overlay::Form(form) if form.is_changed());
    match open.any(writing) {
        true => Err(Key::ErrorFormOpen.into()),
        false => Ok(()),
    }
}

/// A form in which nothing was typed does not stay over locked minutes.
fn close_forms(context: &mut Context<'_>) {
    let overlays = &mut context.app.view.overlays;
    overlays.retain(|overlay| !matches!(overlay, Overlay::Form(form) if !form.is_changed()));
}

/// The minutes whole, as documents make them, names as they are now.
fn frozen(context: &Context<'_>, meeting: &Meeting, by: &str) -> Result<Frozen, Stop> {
    let source = Source {
        secretariat: context.secretariat()?,
        register: context.register()?,
        network: context.network_of(meeting.head.network)?,
        id: meeting.head.id,
        meeting,
        previous: None,
        open_actions: &[],
    };
    let at = context.now();
    let approval = documents::approve(&source, Id::default(), at, by);
    Ok(Frozen {
        at,
        by: approval.by,
        outline: approval.outline,
        hash: approval.hash,
    })
}

fn correct(context: &mut Context<'_>, _: &Args) -> Result<(), Stop> {
    let meeting = context.meeting()?;
    if !lock::is_locked(meeting) {
        return Err(Key::ErrorNotApproved.into());
    }
    let version = meeting.approval().map_or(1, |approval| approval.version);
    let ops = minutes_ops::correct(meeting);
    context.emit_all(ops);
    context.say(Message::new(Key::MinutesCorrected).with("version", version));
    Ok(())
}

fn publish(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (id, now) = (context.meeting_id()?, context.now());
    if context.meeting()?.head.minutes != MinutesStatus::Approved {
        return Err(Key::ErrorPublishUnapproved.into());
    }
    let said = match is_mailed(context, args, LetterKind::Minutes)? {
        true => Key::PreviewPublishMail,
        false => Key::PreviewPublish,
    };
    let said = vec![context.locale().text(said).into_owned()];
    match mailed(
        context,
        args,
        LetterKind::Minutes,
        &["minutes-publish"],
        &said,
    )? {
        Way::Read => return Ok(()),
        Way::Hand if is_read_first(context, args) => {
            let words = vec!["minutes-publish".to_owned()];
            let audience = Audience::Public;
            return document::preview_after(context, What::Minutes, &said, words, audience);
        }
        _ => {}
    }
    let field = MeetingHeadField::published_at(&context.meeting()?.head, Some(now));
    context.set_in_meeting(id, Id::default(), field);
    context.say(Key::MinutesPublished);
    Ok(())
}
