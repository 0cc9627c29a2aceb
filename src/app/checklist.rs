//! The checklist of a network for people: what is missing in words, and the call that mends it.
//! It must not compute what is missing.

use super::context::Target;
use super::{App, Call};
use crate::domain::checklist::{Lack, Missing, Point, Sight, Standing, checklist};
use crate::domain::id::Id;
use crate::domain::network::meeting_name;
use crate::domain::plan::{PlanRow, plan_rows};
use crate::locale::{Arg, Key, Locale};

/// Most names a sentence lists.
const NAMED: usize = 3;

impl App {
    /// The checklist of a network as it is loaded; empty until it is.
    pub fn checklist(&self, network: Id) -> Vec<Standing> {
        let plan = self.plan_of(network);
        self.sight(network, &plan)
            .map(|sight| checklist(&sight))
            .unwrap_or_default()
    }

    /// The plan of a network as it is loaded.
    pub fn plan_of(&self, network: Id) -> Vec<PlanRow> {
        let doc = self.docs.network(network);
        doc.map(|doc| plan_rows(network, doc, &self.view.lists.meetings))
            .unwrap_or_default()
    }

    /// What a network's checklist is computed from, and worded with.
    pub fn sight<'a>(&'a self, network: Id, plan: &'a [PlanRow]) -> Option<Sight<'a>> {
        Some(Sight {
            network: self.docs.network(network)?,
            register: self.register(),
            plan,
            meetings: &self.view.lists.meetings,
            id: network,
            today: self.clock.local.date(),
        })
    }
}

/// A point's name.
pub fn point_name(locale: Locale, point: Point) -> String {
    Key::named(&format!("point-{}", point.name()))
        .map_or_else(String::new, |key| locale.text(key).into_owned())
}

/// What is missing, as a sentence.
pub fn sentence(locale: Locale, sight: &Sight<'_>, lack: &Lack) -> String {
    let Some(key) = Key::named(&format!("missing-{}", lack.missing.name())) else {
        return String::new();
    };
    let day = lack.day.map(|day| locale.language().plain_date(day));
    let args: [(&str, Arg); 5] = [
        ("count", lack.count.into()),
        ("names", listed(locale, names(sight, lack)).into()),
        ("what", listed(locale, titles(sight, lack)).into()),
        ("group", group(sight, lack).into()),
        ("date", day.unwrap_or_default().into()),
    ];
    locale.text_with(key, &args)
}

/// The people or organisations it names.
fn names(sight: &Sight<'_>, lack: &Lack) -> Vec<String> {
    let name = |id: &Id| match sight.register.organisations.get(id) {
        Some(_) => sight.register.organisation_name(*id).to_owned(),
        None => sight.register.name_of(*id).to_owned(),
    };
    lack.named.iter().map(name).collect()
}

/// What the records it is about are called.
fn titles(sight: &Sight<'_>, lack: &Lack) -> Vec<String> {
    let title = |id: &Id| {
        let purpose = sight.network.purposes.get(id).map(|row| row.text.clone());
        let meeting = sight.meetings.iter().find(|row| row.id == *id);
        let activity = sight.plan.iter().find(|row| row.activity.id == *id);
        purpose
            .or(meeting.map(|row| meeting_name(&row.label)))
            .or(activity.map(|row| row.activity.title.clone()))
    };
    lack.about.iter().filter_map(title).collect()
}

fn group(sight: &Sight<'_>, lack: &Lack) -> String {
    let group = lack
        .about
        .first()
        .and_then(|id| sight.network.groups.get(id));
    group.map_or_else(String::new, |row| row.name.clone())
}

/// "Assens, Faaborg, Kerteminde og 5 andre".
fn listed(locale: Locale, mut all: Vec<String>) -> String {
    // One more than is listed is no shorter said as a number.
    if all.len() > NAMED + 1 {
        let rest = all.len() - NAMED;
        all.truncate(NAMED);
        let args = [("names", all.join(", ").into()), ("count", rest.into())];
        return locale.text_with(Key::NamesAndMore, &args);
    }
    let last = all.pop().unwrap_or_default();
    match all.is_empty() {
        true => last,
        false => {
            let args = [("names", all.join(", ").into()), ("last", last.into())];
            locale.text_with(Key::NamesAndLast, &args)
        }
    }
}

/// The command of the command line that mends it.
pub fn command(missing: Missing) -> &'static str {
    match missing {
        Missing::Purpose => "terms-set --purpose",
        Missing::Terms => "terms-set",
        Missing::Draft => "terms-adopt --by",
        Missing::SteeringGroup => "group-new --kind steering",
        Missing::SteeringMembers | Missing::GroupSeat => "group-member-add",
        Missing::Secretariat | Missing::SecretariatEnds => "secretariat-set",
        Missing::YearPlan => "activity-add --when",
        Missing::ActivityPurpose => "activity-set --purpose",
        Missing::ActivityProduct => "activity-set --product",
        Missing::PurposeServed => "activity-set --serves",
        Missing::MeetingAgenda => "agenda-add",
        Missing::MeetingPurpose => "agenda-set --purpose",
        Missing::SeatEnds => "group-member-set --until",
        Missing::Mandate => "group-set --mandate",
        Missing::EvaluationDate => "terms-set --evaluation",
        Missing::EvaluationCriteria => "terms-set --criteria",
        Missing::EvaluationDue => "evaluation-add",
        Missing::ReviewDue => "resource-review",
    }
}

/// What mends it at the screen.
pub fn mend(sight: &Sight<'_>, lack: &Lack) -> Call {
    let first = lack
        .about
        .first()
        .map(|id| id.to_string())
        .unwrap_or_default();
    let group = group(sight, lack);
    let own = |words: &[&str]| call(words, sight.id, None);
    match lack.missing {
        Missing::Purpose => own(&["terms-edit", "--field", "purpose"]),
        Missing::Terms => own(&["terms-edit"]),
        Missing::Draft => own(&["terms-adopt"]),
        Missing::SteeringGroup => own(&["group-new", "--kind", "steering"]),
        Missing::SteeringMembers => own(&["group-member-add", &group]),
        Missing::GroupSeat => {
            let named = lack.named.first().copied().unwrap_or_default();
            let name = sight.register.organisation_name(named);
            own(&["group-member-add", &group, "--for", name])
        }
        Missing::SeatEnds => own(&["group-members", &first]),
        Missing::Mandate => own(&["group-edit", &first, "--field", "mandate"]),
        Missing::Secretariat | Missing::SecretariatEnds => own(&["secretariat-set"]),
        Missing::YearPlan => own(&["activity-add"]),
        Missing::ActivityPurpose => own(&["activity-edit", &first, "--field", "purpose"]),
        Missing::ActivityProduct => own(&["activity-edit", &first, "--field", "product"]),
        Missing::PurposeServed => own(&["go-terms", &first]),
        Missing::MeetingAgenda | Missing::MeetingPurpose => {
            call(&["go-meeting"], sight.id, lack.about.first().copied())
        }
        Missing::EvaluationDate => own(&["terms-edit", "--field", "evaluation"]),
        Missing::EvaluationCriteria => own(&["terms-edit", "--field", "criteria"]),
        Missing::ReviewDue => own(&["resources"]),
        Missing::EvaluationDue => {
            let terms = sight.network.terms_in_force();
            let open = terms.map(|terms| sight.network.open_criteria(terms));
            let open = open.unwrap_or_default();
            own(&["evaluation-add", open.first().copied().unwrap_or_default()])
        }
    }
}

fn call(words: &[&str], network: Id, meeting: Option<Id>) -> Call {
    Call {
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        target: Target {
            network: Some(network),
            meeting,
            ..Target::default()
        },
    }
}

#[cfg(test)]
mod tests;
