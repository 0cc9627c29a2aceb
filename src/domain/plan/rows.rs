//! The plan's rows: a network's activities, those that became meetings with the meetings' facts,
//! and its other meetings.

use serde::{Deserialize, Serialize};

use super::{Activity, ActivityKind, ActivityStatus};
use crate::domain::id::Id;
use crate::domain::network::Network;
use crate::domain::query::MeetingRow;
use crate::domain::register::Register;
use crate::domain::walk::Stage;
use crate::domain::when::When;

/// An activity as a plan shows it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlanRow {
    /// Its network.
    pub network: Id,
    /// The network's name.
    pub network_name: String,
    /// The label of the meeting it has become.
    pub meeting_label: String,
    /// The host's name.
    pub host_name: String,
    /// What the network's purposes that it serves say.
    pub serves: Vec<String>,
    /// Its facts, date and place as its meeting has them. A meeting nobody planned as an activity
    /// has its own id here.
    pub activity: Activity,
}

impl PlanRow {
    /// Whether it is a meeting that nobody planned as an activity.
    pub fn is_bare_meeting(&self) -> bool {
        self.activity.meeting == Some(self.activity.id)
    }

    /// Whether nobody has said what it is for: a network's meeting says so in its agenda.
    pub fn lacks_purpose(&self) -> bool {
        !self.is_bare_meeting() && self.is_alive() && self.activity.purpose.is_empty()
    }

    /// Whether nobody has said what is to come of it.
    pub fn lacks_product(&self) -> bool {
        !self.is_bare_meeting() && self.is_alive() && self.activity.product.is_empty()
    }

    fn is_alive(&self) -> bool {
        self.activity.status != ActivityStatus::Cancelled
    }
}

/// A network's plan in order. `meetings` may hold those of other networks too.
pub fn plan_rows(id: Id, network: &Network, meetings: &[MeetingRow]) -> Vec<PlanRow> {
    let row = |activity: Activity, meeting: Option<&MeetingRow>| PlanRow {
        network: id,
        network_name: network.head.name.clone(),
        meeting_label: meeting.map_or_else(String::new, |row| row.label.clone()),
        host_name: String::new(),
        serves: network.served(&activity.serves),
        activity,
    };
    let mine = || meetings.iter().filter(|row| row.network == id);
    let live = network.activities.values().filter(|row| !row.removed);
    let mut rows: Vec<PlanRow> = live
        .map(|activity| {
            let meeting = mine().find(|row| activity.meeting == Some(row.id));
            match meeting {
                Some(meeting) => row(of_meeting(activity.clone(), meeting), Some(meeting)),
                None => row(activity.clone(), None),
            }
        })
        .collect();
    for meeting in mine() {
        if rows
            .iter()
            .any(|row| row.activity.meeting == Some(meeting.id))
        {
            continue;
        }
        let bare = Activity {
            id: meeting.id,
            title: meeting.title.clone(),
            kind: ActivityKind::NetworkMeeting,
            meeting: Some(meeting.id),
            ..Activity::default()
        };
        rows.push(row(of_meeting(bare, meeting), Some(meeting)));
    }
    rows.sort_by(|left, right| left.activity.order(&right.activity));
    rows
}

/// The plans of several networks as one in order, with the names of those who host.
pub fn in_order(mut rows: Vec<PlanRow>, register: &Register) -> Vec<PlanRow> {
    for row in &mut rows {
        let host = row.activity.host;
        let name = host.map_or("", |id| register.organisation_name(id));
        row.host_name = name.to_owned();
    }
    rows.sort_by(|left, right| left.activity.order(&right.activity));
    rows
}

/// An activity with the facts that are its meeting's. One over several days keeps them while the
/// meeting is on the first.
fn of_meeting(activity: Activity, meeting: &MeetingRow) -> Activity {
    let when = match (&activity.when, meeting.date) {
        (Some(When::Days(first, last)), Some(day)) if *first == day => {
            Some(When::Days(*first, *last))
        }
        (_, day) => day.map(When::Day),
    };
    Activity {
        when,
        status: status(meeting),
        tentative: meeting.tentative,
        start: meeting.start,
        end: meeting.end,
        host: meeting.host,
        place: meeting.venue.clone(),
        ..activity
    }
}

fn status(meeting: &MeetingRow) -> ActivityStatus {
    if meeting.cancelled {
        ActivityStatus::Cancelled
    } else if meeting.stage > Stage::Minutes {
        ActivityStatus::Held
    } else if meeting.stage > Stage::Invite {
        ActivityStatus::Announced
    } else {
        ActivityStatus::Planned
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::terms::Purpose;

    fn activity(id: u128, title: &str, when: &str) -> Activity {
        Activity {
            id: Id::from_bits(id),
            title: title.into(),
            when: (!when.is_empty()).then(|| When::from(when.to_owned())),
            ..Activity::default()
        }
    }

    #[test]
    fn a_plan_lists_by_month_and_the_vague_after_the_days() {
        let mut network = Network::default();
        for (id, when) in [
            (1, "2027-03"),
            (2, "2027-03-31"),
            (3, "2027-01..2027-03"),
            (4, "2027-01-20"),
            (5, ""),
            (6, "2027-05-20..2027-05-21"),
            (7, "2027-05"),
            (8, "Snarest"),
            (9, "2027-05-20"),
            (10, "2026-12"),
            (11, "2027-01"),
        ] {
            let row = activity(id, when, when);
            network.activities.insert(row.id, row);
        }
        let titles: Vec<String> = plan_rows(Id::from_bits(99), &network, &[])
            .into_iter()
            .map(|row| row.activity.title)
            .collect();
        assert_eq!(
            titles,
            [
                "2026-12",
                "2027-01-20",
                "2027-01",
                "2027-01..2027-03",
                "2027-03-31",
                "2027-03",
                "2027-05-20",
                "2027-05-20..2027-05-21",
                "2027-05",
                "",
                "Snarest",
            ]
        );
    }

    #[test]
    fn a_meeting_owns_date_place_and_host() {
        let id = Id::from_bits(99);
        let mut network = Network::default();
        let planned = Activity {
            meeting: Some(Id::from_bits(7)),
            purpose: "Dele viden".into(),
            place: "Odense".into(),
            ..activity(1, "Temamøde", "2027-03")
        };
        network.activities.insert(planned.id, planned);
        let meeting = |bits, date: &str| MeetingRow {
            id: Id::from_bits(bits),
            network: id,
            title: "Møde".into(),
            date: date.parse().ok(),
            venue: "Vejle".into(),
            ..MeetingRow::default()
        };
        let meetings = [
            meeting(7, "2027-04-08"),
            meeting(8, "2027-02-04"),
            MeetingRow {
                network: Id::from_bits(1),
                ..meeting(9, "2027-01-04")
            },
        ];
        let rows = plan_rows(id, &network, &meetings);
        let seen: Vec<_> = rows
            .iter()
            .map(|row| {
                let activity = &row.activity;
                let when = activity.when.as_ref().map(ToString::to_string);
                (
                    activity.title.as_str(),
                    when.unwrap_or_default(),
                    activity.place.as_str(),
                )
            })
            .collect();
        assert_eq!(
            seen,
            [
                ("Møde", "2027-02-04".to_owned(), "Vejle"),
                ("Temamøde", "2027-04-08".to_owned(), "Vejle"),
            ]
        );
        assert!(rows[0].is_bare_meeting() && !rows[0].lacks_purpose());
        assert!(rows[1].lacks_product() && !rows[1].lacks_purpose());
    }

    #[test]
    fn a_row_says_which_purposes_it_serves() {
        let mut network = Network::default();
        for (bits, text) in [(801, "Dele viden"), (802, "Søge midler")] {
            let purpose = Purpose {
                id: Id::from_bits(bits),
                text: text.into(),
                removed: false,
                ..Purpose::default()
            };
            network.purposes.insert(purpose.id, purpose);
        }
        let planned = Activity {
            serves: vec![Id::from_bits(802), Id::from_bits(803)],
            ..activity(1, "Kursus", "2027-03")
        };
        network.activities.insert(planned.id, planned);
        let rows = plan_rows(Id::from_bits(99), &network, &[]);
        assert_eq!(rows[0].serves, ["Søge midler"]);
    }

    #[test]
    fn vague_dates_touch_the_days_they_may_be() {
        let day = |text: &str| text.parse::<chrono::NaiveDate>().ok();
        for (when, from, to, touches) in [
            ("2027-03", "2027-01-01", "2027-12-31", true),
            ("2026-12..2027-01", "2027-01-01", "2027-12-31", true),
            ("2026-12..2027-01", "2026-01-01", "2026-12-31", true),
            ("2026-12-31", "2027-01-01", "2027-12-31", false),
            ("2028-02-29", "2028-02-29", "2028-02-29", true),
            ("", "2027-01-01", "2027-12-31", false),
        ] {
            let row = activity(1, "", when);
            assert_eq!(row.touches(day(from), day(to)), touches, "{when}");
        }
        assert!(activity(1, "", "").touches(None, None));
    }
}
