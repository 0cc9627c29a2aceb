//! A year's plan made from a rule, or from the year before: seen first, then put into the plan.

use chrono::{Datelike, NaiveDate};

use super::{field, lookup};
use crate::app::Call;
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::reader::Reader;
use crate::app::screens::Screen;
use crate::domain::id::Id;
use crate::domain::network::Network;
use crate::domain::plan::rule::{BadRule, Rule, Why, read_rule};
use crate::domain::plan::{
    Activity, ActivityKind, Draft, Note, PlanRow, by_rule, clashes, from_year_before,
};
use crate::domain::query::{Answer, Query};
use crate::domain::when::When;
use crate::locale::{Key, Locale};

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "year-plan",
        scope: Scope::Network,
        args: &[
            Arg::option("year", ArgKind::Number),
            Arg::option("rule", ArgKind::Prose),
            Arg::option("title", ArgKind::Text),
            Arg::option("kind", ArgKind::Choice(ActivityKind::NAMES)),
            Arg::option("network", ArgKind::Network),
            Arg::flag("at-once"),
        ],
        run,
    },
    Command::screen("year-rule", &[], |context, _| open(context)),
];

/// The form, for the year shown.
fn open(context: &mut Context<'_>) -> Result<(), Stop> {
    let year = match &context.app.view.screen {
        Screen::Year(screen) => screen.year,
        _ => context.today().year(),
    };
    let mut known = Args::default();
    known.set("year", year.to_string());
    if let Some(network) = context.target.network {
        known.set("network", context.secretariat()?.label(network).to_owned());
    }
    Err(Stop::Ask("year-plan", known))
}

fn run(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let year = field::given(args, "year", lookup::number::<i32>)?;
    let year = year.unwrap_or_else(|| context.today().year());
    if !(1900..2200).contains(&year) {
        let typed = args.get("year").unwrap_or_default().to_owned();
        let message = Message::new(Key::ErrorNumber).with("typed", typed);
        return Err(Stop::Usage(message.about("year")));
    }
    let all = plan(context)?;
    let own: Vec<PlanRow> = all
        .iter()
        .filter(|row| row.network == network)
        .cloned()
        .collect();
    let rule = field::given(args, "rule", |typed| rule_of(context, typed))?;
    let drafts = match rule {
        Some(rule) => by_rule(&rule, year, &model(context, args, network)?, &own),
        None => from_year_before(year, &own),
    };
    if drafts.is_empty() {
        let message = Message::new(Key::ErrorNoYearBefore);
        return Err(message.with("year", (year - 1).to_string()).into());
    }
    let lines = lines(context, network, &drafts, &all)?;
    if context.app.interactive && !args.has("at-once") {
        return preview(context, args, &lines);
    }
    for line in lines {
        context.say(Message::new(Key::Plain).with("text", line));
    }
    for draft in drafts.into_iter().filter(Draft::counts) {
        let id = context.new_id();
        let activity = Activity {
            id,
            ..draft.activity
        };
        context.add_to_network(network, activity);
    }
    Ok(())
}

/// Activities and meetings of all networks.
fn plan(context: &Context<'_>) -> Result<Vec<PlanRow>, Stop> {
    match context.answer(Query::Activities { network: None })? {
        Answer::Activities(rows) => Ok(rows.clone()),
        _ => Err(Key::ErrorInternal.into()),
    }
}

fn rule_of(context: &Context<'_>, typed: &str) -> Result<Rule, Stop> {
    read_rule(typed).map_err(|bad| {
        let BadRule {
            place,
            word,
            expected,
        } = bad;
        let locale = context.locale();
        let name = format!("rule-expected-{expected:?}").to_lowercase();
        let expected = Key::named(&name).map_or_else(String::new, |key| locale.text(key).into());
        let key = match word.is_empty() {
            true => Key::ErrorRuleEnds,
            false => Key::ErrorRule,
        };
        let message = Message::new(key).with("place", place).with("typed", word);
        Stop::Fail(message.with("expected", expected).about("rule"))
    })
}

/// What every activity of the rule is.
fn model(context: &Context<'_>, args: &Args, network: Id) -> Result<Activity, Stop> {
    let network = context.network_of(network)?;
    let language = network.language(context.secretariat()?);
    let kind: ActivityKind = field::given(args, "kind", lookup::choice)?.unwrap_or_default();
    let name = Key::named(&format!("choice-kind-{}", kind.name()));
    let name = name.or_else(|| Key::named(&format!("choice-{}", kind.name())));
    let usual = name.map_or_else(String::new, |key| Locale::new(language).text(key).into());
    let mut letters = usual.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let usual: String = first.chain(letters).collect();
    Ok(Activity {
        title: field::filled(args, "title")?.unwrap_or(usual),
        kind,
        ..Activity::default()
    })
}

fn lines(
    context: &Context<'_>,
    own: Id,
    drafts: &[Draft],
    all: &[PlanRow],
) -> Result<Vec<String>, Stop> {
    let register = context.register()?;
    let mut networks: Vec<(Id, &Network)> = Vec::new();
    for row in context.secretariat()?.networks.values() {
        if !row.removed {
            networks.push((row.id, context.network_of(row.id)?));
        }
    }
    let locale = context.locale();
    let mut lines = Vec::new();
    for draft in drafts {
        lines.push(line(locale, draft));
        let Some(day) = exact(&draft.activity).filter(|_| draft.counts()) else {
            continue;
        };
        for clash in clashes(own, day, all, &networks, register) {
            let text = locale.text_with(
                Key::YearPlanClash,
                &[
                    ("title", clash.row.activity.title.as_str().into()),
                    ("network", clash.row.network_name.as_str().into()),
                    ("count", clash.shared.into()),
                ],
            );
            lines.push(format!("  {text}"));
        }
    }
    Ok(lines)
}

fn exact(activity: &Activity) -> Option<NaiveDate> {
    match activity.when {
        Some(When::Day(day) | When::Days(day, _)) => Some(day),
        _ => None,
    }
}

/// "torsdag den 14. januar 2027 kl. 9.30–12.30: Netværksmøde (flyttet fra …)".
fn line(locale: Locale, draft: &Draft) -> String {
    let (language, activity) = (locale.language(), &draft.activity);
    let when = match &activity.when {
        Some(When::Day(day)) => language.long_date_time(*day, activity.start, activity.end),
        Some(when) => language.when(when),
        None => locale.text(Key::DateUnset).into_owned(),
    };
    let args = [
        ("when", when.into()),
        ("title", activity.title.as_str().into()),
    ];
    let said = locale.text_with(Key::YearPlanDay, &args);
    let note = match &draft.note {
        Note::AsSaid => return said,
        Note::There => locale.text(Key::YearPlanThere).into_owned(),
        Note::Moved(from, why) => {
            let from = language.plain_date(*from);
            let args = [("from", from.into()), ("why", reason(locale, *why).into())];
            locale.text_with(Key::YearPlanMoved, &args)
        }
        Note::NoDay(month, why) => {
            let month = language.month_year(month.year, month.month);
            let args = [
                ("month", month.into()),
                ("why", reason(locale, *why).into()),
            ];
            return locale.text_with(Key::YearPlanNoDay, &args);
        }
    };
    format!("{said} ({note})")
}

fn reason(locale: Locale, why: Why) -> String {
    match why {
        Why::NoSuchDay => locale.text(Key::WhyNoSuchDay).into_owned(),
        Why::Week(week) => locale.text_with(Key::DateWeek, &[("week", week.into())]),
        Why::Holiday(holiday) => locale.language().holiday(holiday).into_owned(),
        Why::School(holiday) => locale.language().school_holiday(holiday).into_owned(),
        Why::KeptFree => locale.text(Key::WhyKeptFree).into_owned(),
    }
}

/// Shows what would come into the plan; Enter there puts it in.
fn preview(context: &mut Context<'_>, args: &Args, lines: &[String]) -> Result<(), Stop> {
    let mut words = vec!["year-plan".to_owned(), "--at-once".to_owned()];
    for name in ["year", "rule", "title", "kind", "network"] {
        if let Some(value) = args.get(name) {
            words.push(format!("--{name}={value}"));
        }
    }
    let target = context.target;
    let reader = Reader::page(Key::YearPlanTitle, target, &lines.join("\n"));
    context.app.view.open(reader.before(Call { words, target }));
    Ok(())
}
