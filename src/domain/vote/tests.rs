use proptest::prelude::*;

use super::*;
use crate::domain::agenda::ItemKind;
use crate::domain::attendance::PresenceKind::{Arrived, Left};
use crate::domain::attendance::Rsvp;
use crate::domain::draft::{add_to_meeting, set_in_meeting};
use crate::domain::fixture::{Builder, MEETING, NETWORK, apply_to_meeting, at, id, ids};
use crate::domain::recusal::Recusal;
use crate::domain::vote_ops::{self, Poll};

const ITEM: u128 = 40;
const VOTE: u128 = 90;

/// People 1 to `count` of organisations 101, 102, … two of each, all there.
fn assembly(count: u128) -> Meeting {
    let mut builder = Builder::planned().item(ITEM, ItemKind::Decision, 20);
    for person in 1..=count {
        builder = builder
            .person(person, 100 + person.div_ceil(2), Rsvp::Yes)
            .event(person, Arrived, "09:20");
    }
    builder.done()
}

fn network(weights: &[(u128, u16)]) -> Network {
    let mut network = Network::default();
    network.head.id = id(NETWORK);
    for (organisation, votes) in weights {
        let row = Weight {
            id: id(*organisation),
            votes: *votes,
            removed: false,
        };
        network.weights.insert(row.id, row);
    }
    network
}

fn vote(method: Method) -> Vote {
    Vote {
        id: id(VOTE),
        item: id(ITEM),
        method,
        opened_at: at("10:00"),
        ..Vote::default()
    }
}

fn opened(meeting: &Meeting, vote: &Vote) -> Meeting {
    apply_to_meeting(meeting, &vote_ops::open(meeting, vote.clone()))
}

fn cast(meeting: &mut Meeting, voter: u128, ballot: Option<Ballot>) {
    let vote = meeting.vote(id(VOTE)).unwrap().clone();
    let ops = vote_ops::cast(meeting, &vote, id(voter), ballot);
    *meeting = apply_to_meeting(meeting, &ops);
}

fn closed(meeting: &Meeting, network: &Network, given: Option<Totals>) -> (Meeting, Vec<DocOp>) {
    let poll = Poll {
        meeting,
        network,
        at: at("10:30"),
    };
    let vote = meeting.vote(id(VOTE)).unwrap().clone();
    let totals = poll.totals(&vote, given);
    let casting = poll.own_casting(&vote);
    let ops = poll.close(&vote, totals, casting, "Karen", &mut ids());
    (apply_to_meeting(meeting, &ops), ops)
}

fn ballots() -> impl Strategy<Value = Option<Ballot>> {
    proptest::option::of(proptest::sample::select(Ballot::ALL.to_vec()))
}

proptest! {
    #[test]
    fn a_vote_by_name_counts_each_who_may_vote_once(said in proptest::collection::vec(ballots(), 1..12)) {
        let count = said.len() as u128;
        let mut meeting = opened(&assembly(count), &vote(Method::Names));
        for (person, ballot) in (1..).zip(&said) {
            // Whoever changes their mind is counted once.
            cast(&mut meeting, person, Some(Ballot::Blank));
            cast(&mut meeting, person, *ballot);
        }
        let (meeting, _) = closed(&meeting, &network(&[]), None);
        let vote = meeting.vote(id(VOTE)).unwrap();
        let of = |wanted| said.iter().filter(|it| **it == Some(wanted)).count() as u32;
        let totals = Totals { yes: of(Ballot::For), no: of(Ballot::Against), blank: of(Ballot::Blank) };
        prop_assert_eq!(vote.totals(), totals);
        prop_assert!(totals.sum() <= vote.entitled);
        prop_assert_eq!(vote.voters.len(), said.len());
        let answered: usize = [Some(Ballot::For), Some(Ballot::Against), Some(Ballot::Blank), None]
            .into_iter()
            .map(|ballot| who(&meeting, vote, ballot).count())
            .sum();
        prop_assert_eq!(answered, said.len());
    }

    #[test]
    fn organisations_weigh_what_the_network_says(weights in proptest::collection::vec(0u16..9, 1..6), yes in 0usize..6) {
        let rows: Vec<(u128, u16)> = (101..).zip(weights.iter().copied()).collect();
        let network = network(&rows);
        let start = Vote { by_organisation: true, ..vote(Method::Names) };
        let mut meeting = opened(&assembly(rows.len() as u128 * 2), &start);
        for (index, (organisation, _)) in rows.iter().enumerate() {
            let ballot = if index < yes { Ballot::For } else { Ballot::Against };
            cast(&mut meeting, *organisation, Some(ballot));
        }
        let (meeting, _) = closed(&meeting, &network, None);
        let vote = meeting.vote(id(VOTE)).unwrap();
        let sum = |rows: &[(u128, u16)]| rows.iter().map(|(_, votes)| u32::from(*votes)).sum::<u32>();
        let (these, those) = rows.split_at(yes.min(rows.len()));
        prop_assert_eq!((vote.yes, vote.no), (sum(these), sum(those)));
        prop_assert_eq!(vote.entitled, sum(&rows));
    }

    #[test]
    fn most_votes_decide_and_blank_ones_never_do(yes in 0u32..50, no in 0u32..50, blank in 0u32..50) {
        let totals = Totals { yes, no, blank };
        let plain = totals.verdict(None);
        prop_assert_eq!(plain, Totals { blank: 0, ..totals }.verdict(None));
        prop_assert_eq!(plain == Verdict::Tied, yes == no);
        // The chair decides only where votes are equal.
        for casting in [Ballot::For, Ballot::Against] {
            let verdict = totals.verdict(Some(casting));
            prop_assert!(verdict != Verdict::Tied);
            prop_assert_eq!(verdict == plain, yes != no);
        }
    }
}

#[test]
fn the_chairs_own_vote_decides_where_the_rule_says_so() {
    let mut meeting = opened(&assembly(2), &vote(Method::Names));
    meeting.head.chair = Some(id(2));
    cast(&mut meeting, 1, Some(Ballot::For));
    cast(&mut meeting, 2, Some(Ballot::Against));
    let mut network = network(&[]);
    let verdict = |meeting: &Meeting| meeting.vote(id(VOTE)).unwrap().verdict();
    let (without, _) = closed(&meeting, &network, None);
    assert_eq!(verdict(&without), Some(Verdict::Tied));
    network.head.casting_vote = true;
    let (with, _) = closed(&meeting, &network, None);
    assert_eq!(verdict(&with), Some(Verdict::Rejected));
    assert!(with.vote(id(VOTE)).unwrap().was_cast());
    // A chair who is blank decides nothing.
    cast(&mut meeting, 2, Some(Ballot::Blank));
    cast(&mut meeting, 1, Some(Ballot::Blank));
    let (blank, _) = closed(&meeting, &network, None);
    assert_eq!(verdict(&blank), Some(Verdict::Tied));
}

#[test]
fn who_came_late_may_vote_and_who_left_or_is_disqualified_may_not() {
    let mut meeting = opened(&assembly(4), &vote(Method::Names));
    for person in 1..=4 {
        cast(&mut meeting, person, Some(Ballot::For));
    }
    let late = Builder::new()
        .person(9, 110, Rsvp::Yes)
        .event(9, Arrived, "10:10")
        .event(2, Left, "10:12")
        .done();
    meeting.participants.extend(late.participants);
    meeting
        .presences
        .extend(late.presences.into_values().map(|mut row| {
            row.id = Id::from_bits(row.id.bits() + 5_000);
            (row.id, row)
        }));
    let recusal = Recusal {
        id: id(77),
        person: id(3),
        item: id(ITEM),
        at: at("10:01"),
        removed: false,
    };
    meeting = apply_to_meeting(&meeting, &[add_to_meeting(id(MEETING), recusal)]);
    cast(&mut meeting, 9, Some(Ballot::Against));
    let (meeting, _) = closed(&meeting, &network(&[]), None);
    let vote = meeting.vote(id(VOTE)).unwrap();
    assert_eq!(vote.voters, [id(1), id(4), id(9)]);
    assert_eq!((vote.yes, vote.no, vote.entitled), (2, 1, 3));
    // Attendance corrected afterwards does not change what was counted.
    let later = Builder::new().event(1, Left, "09:50").done();
    let mut corrected = meeting.clone();
    corrected
        .presences
        .extend(later.presences.into_values().map(|mut row| {
            row.id = Id::from_bits(row.id.bits() + 9_000);
            (row.id, row)
        }));
    assert_eq!(corrected.vote(id(VOTE)).unwrap().totals(), vote.totals());
}

#[test]
fn a_secret_ballot_notes_who_has_voted_and_nothing_of_what() {
    let start = opened(&assembly(3), &vote(Method::Secret));
    let secret = start.vote(id(VOTE)).unwrap().clone();
    // Whatever is said of it, the op is the same.
    let ops: Vec<Vec<DocOp>> = [None, Some(Ballot::For), Some(Ballot::Against)]
        .into_iter()
        .map(|ballot| vote_ops::cast(&start, &secret, id(1), ballot))
        .collect();
    assert!(ops.iter().all(|each| *each == ops[0] && each.len() == 1));
    assert!(!betrays(&ops[0], |_| Some(&start)));
    let mut meeting = apply_to_meeting(&start, &ops[0]);
    // An op that would tell is known for what it is, alone and with the vote it brings.
    let told = Cast {
        id: secret.cast_id(id(2)),
        vote: secret.id,
        voter: id(2),
        ballot: Some(Ballot::For),
        removed: false,
    };
    let told = add_to_meeting(id(MEETING), told);
    assert!(betrays(std::slice::from_ref(&told), |_| Some(&meeting)));
    let both = [vote_ops::open(&start, secret.clone()).remove(0), told];
    assert!(betrays(&both, |_| None));
    let row = meeting.casts.values().next().unwrap();
    let later = set_in_meeting(
        id(MEETING),
        row.id,
        CastField::ballot(row, Some(Ballot::For)),
    );
    assert!(betrays(&[later], |_| Some(&meeting)));
    cast(&mut meeting, 2, None);
    let given = Totals {
        yes: 1,
        no: 1,
        blank: 0,
    };
    let (meeting, ops) = closed(&meeting, &network(&[]), Some(given));
    assert_eq!(meeting.vote(id(VOTE)).unwrap().totals(), given);
    assert!(!serde_json::to_string(&ops).unwrap().contains("ballot"));
}

#[test]
fn a_vote_taken_away_takes_its_casts_and_its_entry_along() {
    let mut meeting = opened(&assembly(2), &vote(Method::Names));
    cast(&mut meeting, 1, Some(Ballot::For));
    let (meeting, _) = closed(&meeting, &network(&[]), None);
    assert!(meeting.entry_of_vote(id(VOTE)).is_some());
    let vote = meeting.vote(id(VOTE)).unwrap().clone();
    let ops = vote_ops::remove(&meeting, &vote);
    let gone = apply_to_meeting(&meeting, &ops);
    assert!(gone.vote(id(VOTE)).is_none() && gone.entry_of_vote(id(VOTE)).is_none());
    assert!(gone.casts_of(id(VOTE)).is_empty());
    let back = ops.iter().rev().map(|op| op.inverse().unwrap());
    let back: Vec<DocOp> = back.collect();
    assert_eq!(apply_to_meeting(&gone, &back), meeting);
}

#[test]
fn somebody_whose_vote_is_cast_is_known() {
    let mut meeting = opened(&assembly(2), &vote(Method::Names));
    assert!(cast_since(&meeting, id(1), at("10:20")).is_none());
    cast(&mut meeting, 1, Some(Ballot::For));
    assert!(cast_since(&meeting, id(1), at("10:20")).is_some());
    assert!(cast_since(&meeting, id(2), at("10:20")).is_none());
    let (meeting, _) = closed(&meeting, &network(&[]), None);
    // Going after it was closed at 10.30 is nobody's business.
    assert!(cast_since(&meeting, id(1), at("10:29")).is_some());
    assert!(cast_since(&meeting, id(1), at("10:30")).is_none());
}
