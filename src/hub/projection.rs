//! What leaves the hub for a role that may not see all: documents without closed items, other people's data and the
//! secretariat's own notes. Whatever is not named here does not leave.

use std::collections::BTreeMap;

use super::event::Event;
use super::rights::Scope;
use crate::domain::agenda::{AgendaItem, Annex};
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, MeetingHead};
use crate::domain::minutes::EntryKind;
use crate::domain::network::Network;
use crate::domain::news::{News, NewsKind};
use crate::domain::query::{Answer, Home, MeetingRow, NetworkRow, Reference};
use crate::domain::queue::Turn;
use crate::domain::reason;
use crate::domain::register::{Person, Register, RegisterHead};
use crate::domain::role::Role;
use crate::domain::secretariat::{Secretariat, SecretariatHead};
use crate::domain::vote::{Method, Vote};

/// An event as a session may hear it; `None`: not at all.
pub fn project(scope: &Scope, event: Event) -> Option<Event> {
    if scope.role.reads_all() {
        return Some(event);
    }
    Some(match event {
        Event::Answer { number, answer } => Event::Answer {
            number,
            answer: answered(scope, answer),
        },
        Event::Written { .. }
        | Event::Committed { .. }
        | Event::Refused { .. }
        | Event::Saved { .. }
        | Event::Pong
        | Event::Ended(_)
        | Event::Trouble(None) => event,
        // What is wrong with the disk is the secretariat's own.
        Event::Trouble(Some(_)) => Event::Trouble(Some(News::new(NewsKind::Elsewhere, ""))),
        Event::Erased(_)
        | Event::Batch(_)
        | Event::Lines { .. }
        | Event::Astray
        | Event::Common { .. }
        | Event::Has { .. }
        | Event::Renewed
        | Event::Peer { .. }
        | Event::Told(_)
        | Event::Parted { .. }
        | Event::Silent
        | Event::Lost
        | Event::Back => return None,
    })
}

fn answered(scope: &Scope, answer: Answer) -> Answer {
    match answer {
        Answer::Doc {
            id,
            doc,
            seq,
            read_only,
        } => match document(scope, id, doc) {
            Some(doc) => Answer::Doc {
                id,
                doc,
                seq,
                read_only,
            },
            None => not_yours(),
        },
        Answer::Resolved(found) => Answer::Resolved(found.filter(|found| match found {
            Reference::Network(_) | Reference::Meeting(_) => true,
            Reference::Person(_)
            | Reference::Organisation(_)
            | Reference::Action { .. }
            | Reference::Activity { .. }
            | Reference::Desk(_) => false,
        })),
        Answer::Home(home) => Answer::Home(front(scope, home)),
        Answer::Meetings(rows) => Answer::Meetings(meetings(scope, rows)),
        Answer::Actions(_) => Answer::Actions(Vec::new()),
        Answer::Activities(_) => Answer::Activities(Vec::new()),
        Answer::Decisions(_) => Answer::Decisions(Vec::new()),
        Answer::Outbox(_) => Answer::Outbox(Vec::new()),
        Answer::Hits(_) => Answer::Hits(Vec::new()),
        Answer::History(_) => Answer::History(Vec::new()),
        Answer::Undo(step) => Answer::Undo(step.filter(|step| {
            let deeds = step.ops.iter().map(|op| super::rights::deed(&op.op));
            deeds
                .into_iter()
                .all(|deed| super::rights::may(scope.role, deed))
        })),
        // Its annex was looked at before; a code is asked about at the door alone.
        Answer::Piece { .. } | Answer::Code(_) => answer,
        Answer::Figures(_)
        | Answer::Stamps(_)
        | Answer::Changed(_)
        | Answer::Kept { .. }
        | Answer::Gathered(_)
        | Answer::Saved(_)
        | Answer::Content(_)
        | Answer::Failed(_) => not_yours(),
    }
}

/// What is answered to a question that is not this role's.
pub fn not_yours() -> Answer {
    Answer::Failed(reason::HIDDEN.to_owned())
}

fn front(scope: &Scope, home: Home) -> Home {
    let networks = home.networks.into_iter();
    Home {
        meetings: meetings(scope, home.meetings),
        actions: Vec::new(),
        reminders: Vec::new(),
        outbox: Vec::new(),
        networks: networks
            .filter(|row| scope.networks.contains(&row.id))
            .map(|row| NetworkRow {
                days: Vec::new(),
                ..row
            })
            .collect(),
    }
}

fn meetings(scope: &Scope, rows: Vec<MeetingRow>) -> Vec<MeetingRow> {
    let theirs = |row: &MeetingRow| match (scope.role, scope.only) {
        (Role::Secretary | Role::Chair, _) => true,
        (_, Some(only)) => row.id == only,
        (Role::Member, None) => scope.networks.contains(&row.network),
        (Role::Door | Role::Viewer, None) => row.date == Some(scope.today),
    };
    let rows = rows.into_iter().filter(theirs);
    rows.map(|row| MeetingRow {
        gaps: Vec::new(),
        practicals: Vec::new(),
        unanswered: 0,
        ..row
    })
    .collect()
}

fn document(scope: &Scope, id: crate::domain::op::DocId, doc: Doc) -> Option<Doc> {
    use crate::domain::op::DocId;
    match (id, doc) {
        (_, Doc::Secretariat(doc)) => Some(Doc::Secretariat(secretariat(scope, doc))),
        (_, Doc::Register(doc)) => Some(Doc::Register(register(scope, doc))),
        (DocId::Network(id), Doc::Network(doc)) => {
            let open = scope.role != Role::Member && scope.only.is_none();
            let theirs = open || scope.networks.contains(&id);
            theirs.then(|| Doc::Network(network(scope.role, doc)))
        }
        (_, Doc::Meeting(doc)) if scope.covers(&doc) => Some(Doc::Meeting(meeting(scope, doc))),
        _ => None,
    }
}

fn secretariat(scope: &Scope, mut doc: Secretariat) -> Secretariat {
    doc.conflicts.clear();
    doc.head = SecretariatHead {
        id: doc.head.id,
        name: doc.head.name,
        language: doc.head.language,
        removed: doc.head.removed,
        ..SecretariatHead::default()
    };
    doc.users.retain(|_, user| user.login == scope.user);
    let users = &doc.users;
    doc.abbreviations
        .retain(|_, row| users.contains_key(&row.user));
    doc
}

/// Names, and where people work: what minutes and door need; at the door how to reach those it waits for.
fn register(scope: &Scope, doc: Register) -> Register {
    let people = doc.people.into_iter();
    Register {
        head: RegisterHead::default(),
        people: people
            .map(|(id, person)| {
                let shown = Person {
                    id,
                    label: person.label,
                    name: person.name,
                    organisation: person.organisation,
                    phone: match scope.reachable.contains(&id) {
                        true => person.phone,
                        false => String::new(),
                    },
                    merged_into: person.merged_into,
                    erased: person.erased,
                    removed: person.removed,
                    ..Person::default()
                };
                (id, shown)
            })
            .collect(),
        organisations: doc.organisations,
    }
}

fn network(role: Role, mut doc: Network) -> Network {
    doc.actions.clear();
    doc.activities.clear();
    doc.seasons.clear();
    doc.groups.clear();
    doc.group_members.clear();
    doc.template_items.clear();
    doc.phrases.clear();
    doc.template_practicals.clear();
    // What was adopted is the members' too; drafts, findings and who is to hold the secretariat
    // are not.
    doc.terms
        .retain(|_, terms| role == Role::Member && terms.is_adopted());
    doc.findings.clear();
    doc.articles
        .retain(|_, article| role == Role::Member && article.is_published());
    doc.materials.clear();
    doc.projects.clear();
    doc.secretariats.clear();
    doc.stays.clear();
    doc.needs.clear();
    doc.knowledge.clear();
    doc.standings.clear();
    doc.sign_ups.clear();
    doc.resources.retain(|_, _| role == Role::Member);
    doc.weights.clear();
    doc.own_words.clear();
    doc.own_texts.retain(|_, _| role == Role::Member);
    doc.purposes.retain(|_, _| role == Role::Member);
    doc
}

/// Whether an entry stands in an open item and is for others than its writer.
pub fn shows(meeting: &Meeting, entry: Id) -> bool {
    meeting.entries.get(&entry).is_some_and(|entry| {
        entry.kind != EntryKind::Private && !entry.prepared && is_open(meeting, entry.item)
    })
}

/// Whether a session may have an annex's file.
pub fn shows_annex(scope: &Scope, meeting: &Meeting, annex: &Annex) -> bool {
    let open = scope.role != Role::Door && is_open(meeting, annex.item) && !annex.removed;
    scope.role.reads_all() || scope.covers(meeting) && open
}

fn is_open(meeting: &Meeting, item: Id) -> bool {
    meeting.items.get(&item).is_some_and(|item| !item.closed)
}

fn meeting(scope: &Scope, mut doc: Meeting) -> Meeting {
    let whole = doc.clone();
    let role = scope.role;
    let minutes = role != Role::Door;
    doc.entries.retain(|id, _| minutes && shows(&whole, *id));
    doc.comments.retain(|_, comment| {
        role == Role::Member && comment.entry.is_some_and(|entry| shows(&whole, entry))
    });
    // The outline holds the minutes whole, closed items too.
    doc.approvals.clear();
    doc.practicals.clear();
    doc.letters.clear();
    doc.deliveries.clear();
    doc.replies.clear();
    // What came of a vote, and who answered what where it was open; who has voted in a secret ballot
    // is the secretariat's.
    let results = |vote: &Vote| minutes && is_open(&whole, vote.item) && !vote.is_open();
    doc.votes.retain(|_, vote| results(vote));
    for vote in doc.votes.values_mut() {
        if vote.method == Method::Secret {
            vote.voters.clear();
        }
    }
    doc.casts.retain(|_, cast| {
        let vote = whole.votes.get(&cast.vote);
        vote.is_some_and(|vote| results(vote) && vote.method != Method::Secret)
    });
    doc.recusals
        .retain(|_, row| minutes && is_open(&whole, row.item));
    doc.proposals
        .retain(|_, row| role == Role::Member && scope.is_name(&row.by));
    doc.turns = spoken(&whole, minutes);
    doc.annexes
        .retain(|_, annex| minutes && is_open(&whole, annex.item));
    doc.speakers
        .retain(|_, speaker| minutes && is_open(&whole, speaker.item));
    for item in doc.items.values_mut() {
        if item.closed {
            *item = hidden(item);
        } else if !minutes {
            item.background.clear();
            item.recommendation.clear();
            item.purpose.clear();
            item.outcome.clear();
        }
    }
    for participant in doc.participants.values_mut().filter(|_| minutes) {
        participant.code.clear();
        participant.rsvp_note.clear();
    }
    doc.head = MeetingHead {
        cancelled: doc.head.cancelled.map(|_| String::new()),
        ..doc.head
    };
    doc
}

/// Who has the floor and who waits for it, as the room sees it: not what they want to say, not how
/// long others have spoken, and nobody under a closed item.
fn spoken(whole: &Meeting, minutes: bool) -> BTreeMap<Id, Turn> {
    let head = &whole.head;
    let open = head.current.is_none_or(|item| is_open(whole, item));
    let rows = whole.waiting().into_iter().chain(whole.floor());
    let rows = rows.filter(|_| minutes && open).map(|row| Turn {
        note: String::new(),
        ..row.clone()
    });
    rows.map(|row| (row.id, row)).collect()
}

/// A closed item keeps its place and its time, and nothing else.
fn hidden(item: &AgendaItem) -> AgendaItem {
    AgendaItem {
        id: item.id,
        pos: item.pos.clone(),
        title: "–".to_owned(),
        minutes: item.minutes,
        status: item.status,
        closed: true,
        removed: item.removed,
        ..AgendaItem::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture::id;

    #[test]
    fn the_door_is_shown_the_numbers_of_those_it_waits_for_alone() {
        let mut doc = Register::default();
        for number in 1..=2 {
            let row = Person {
                id: id(number),
                phone: "65 51 11 11".into(),
                email: "a@example.dk".into(),
                ..Person::default()
            };
            doc.people.insert(row.id, row);
        }
        let scope = Scope {
            role: Role::Door,
            reachable: [id(1)].into(),
            ..Scope::default()
        };
        let shown = register(&scope, doc);
        assert_eq!(shown.people[&id(1)].phone, "65 51 11 11");
        assert!(shown.people[&id(2)].phone.is_empty());
        assert!(shown.people.values().all(|row| row.email.is_empty()));
    }

    #[test]
    fn members_see_what_came_of_a_vote_and_never_who_took_part_in_a_secret_one() {
        use crate::domain::secretariat::Language;
        use crate::domain::vote::Cast;
        use crate::domain::world::{BO, MEETING, NETWORK, world};
        let mut doc = world(Language::Danish).meeting;
        let secret = Vote {
            id: id(901),
            method: Method::Secret,
            ..doc.votes.values().next().unwrap().clone()
        };
        let open = Vote {
            id: id(902),
            closed_at: None,
            ..secret.clone()
        };
        for vote in [secret, open] {
            let cast = Cast {
                id: vote.cast_id(BO),
                vote: vote.id,
                voter: BO,
                ..Cast::default()
            };
            doc.casts.insert(cast.id, cast);
            doc.votes.insert(vote.id, vote);
        }
        let scope = |role| Scope {
            role,
            networks: [NETWORK].into(),
            only: Some(MEETING),
            ..Scope::default()
        };
        for role in [Role::Member, Role::Viewer] {
            let shown = meeting(&scope(role), doc.clone());
            let votes: Vec<Id> = shown.votes.keys().copied().collect();
            assert_eq!(votes, [id(401), id(901)], "{role:?}");
            assert!(shown.votes[&id(901)].voters.is_empty());
            assert!(shown.casts.values().all(|row| row.vote == id(401)));
            assert_eq!((shown.casts.len(), shown.recusals.len()), (3, 1));
        }
        let door = meeting(&scope(Role::Door), doc);
        assert!(door.votes.is_empty() && door.casts.is_empty() && door.recusals.is_empty());
    }
}
