//! What came of a vote, and who left for an item, as sentences of the minutes.

use super::{Key, Locale};
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::recusal::Recusal;
use crate::domain::register::Register;
use crate::domain::timeline::Span;
use crate::domain::vote::{Ballot, Method, Totals, Verdict, Vote, who};
use crate::domain::zone::local;

/// How words that ask for an election begin, and what stands before the post.
const ELECTIONS: [(&str, &str); 4] = [
    ("valg af ", " til "),
    ("genvalg af ", " til "),
    ("election of ", " as "),
    ("re-election of ", " as "),
];

/// Words this long, with their full stop, may be abbreviations.
const ABBREVIATION: usize = 4;

impl Locale {
    /// "Forslaget blev vedtaget med 7 stemmer for, 2 imod og 1 blank." and, of a vote by name, who
    /// answered what.
    pub fn vote(self, vote: &Vote, meeting: &Meeting, register: &Register) -> String {
        let mut said = vec![self.verdict(vote, meeting)];
        if vote.method == Method::Secret {
            said.push(self.text(Key::VoteWasSecret).into_owned());
        }
        if vote.by_organisation {
            said.push(self.text(Key::VoteOfOrganisations).into_owned());
        }
        if vote.method == Method::Names {
            said.extend(self.answers(vote, meeting, register));
        }
        said.join(" ")
    }

    /// What came of it, without names.
    pub fn verdict(self, vote: &Vote, meeting: &Meeting) -> String {
        let (about, totals) = (self.voted_on(vote, meeting), vote.totals());
        let votes = self.totals(totals);
        let chosen = elected(vote.about.trim());
        let say = |key: Key, votes: String| {
            let words = [
                ("about", about.as_str().into()),
                ("votes", votes.clone().into()),
            ];
            let of_choice = chosen.and_then(|_| Key::named(&format!("{}-elected", key.name())));
            match (chosen, of_choice) {
                (Some((who, post)), Some(key)) => self.election(key, who, post, votes),
                _ => self.text_with(key, &words),
            }
        };
        if totals.is_tie() {
            return self.tie(vote, say(Key::VoteTied, votes), |key| {
                say(key, String::new())
            });
        }
        let verdict = totals.verdict(None);
        let all = totals.blank == 0 && totals.yes.min(totals.no) == 0;
        match verdict {
            Verdict::Adopted if all => {
                let count = [("count", totals.yes.into())];
                say(
                    Key::VoteAdoptedByAll,
                    self.text_with(Key::VoteVotes, &count),
                )
            }
            Verdict::Adopted => say(Key::VoteAdopted, votes),
            Verdict::Rejected | Verdict::Tied => say(Key::VoteRejected, votes),
        }
    }

    /// "Anna Lund blev valgt til formand med 7 stemmer for og 2 imod."
    fn election(self, key: Key, who: &str, post: &str, votes: String) -> String {
        let post = match post.is_empty() {
            true => String::new(),
            false => format!(
                " {}",
                self.text_with(Key::VoteElectedTo, &[("post", post.into())])
            ),
        };
        let words = [
            ("who", who.into()),
            ("post", post.into()),
            ("votes", votes.into()),
        ];
        self.text_with(key, &words)
    }

    /// Votes were equal: who decided, and what.
    fn tie(self, vote: &Vote, equal: String, say: impl Fn(Key) -> String) -> String {
        let came = match vote.totals().verdict(vote.casting) {
            Verdict::Adopted => say(Key::VoteThusAdopted),
            Verdict::Rejected => say(Key::VoteThusRejected),
            Verdict::Tied => say(Key::VoteFell),
        };
        match vote.was_cast() {
            true => format!("{equal} {} {came}", self.text(Key::VoteCasting)),
            false => format!("{equal} {came}"),
        }
    }

    /// "7 stemmer for, 2 imod og 1 blank"; blank ones are left out when there are none.
    pub fn totals(self, totals: Totals) -> String {
        let part = |key, count: u32| self.text_with(key, &[("count", count.into())]);
        let mut parts = vec![
            part(Key::VoteFor, totals.yes),
            part(Key::VoteAgainst, totals.no),
        ];
        if totals.blank > 0 {
            parts.push(part(Key::VoteBlank, totals.blank));
        }
        self.listed(&parts)
    }

    /// What is voted on, as a sentence begins with it.
    pub fn voted_on(self, vote: &Vote, meeting: &Meeting) -> String {
        let about = vote.about.trim();
        // The full stop of "kr." is no end of a sentence.
        let last = about.rsplit(' ').next().unwrap_or_default();
        let about = match last.chars().count() > ABBREVIATION {
            true => about.trim_end_matches('.'),
            false => about,
        };
        let mut signs = about.chars();
        match signs.next() {
            Some(first) => first.to_uppercase().chain(signs).collect(),
            None => {
                let item = meeting.items.get(&vote.item);
                let recommended = item.is_some_and(|item| !item.recommendation.is_empty());
                let key = match recommended {
                    true => Key::VoteRecommendation,
                    false => Key::VoteProposal,
                };
                self.text(key).into_owned()
            }
        }
    }

    /// "For stemte Anna Lund og Bo Friis.", a sentence for each answer that somebody gave.
    fn answers(self, vote: &Vote, meeting: &Meeting, register: &Register) -> Vec<String> {
        let rows = [
            (Key::VoteNamesFor, Some(Ballot::For)),
            (Key::VoteNamesAgainst, Some(Ballot::Against)),
            (Key::VoteNamesBlank, Some(Ballot::Blank)),
            (Key::VoteNamesNone, None),
        ];
        let rows = rows.into_iter().filter_map(|(key, ballot)| {
            let mut names: Vec<String> = who(meeting, vote, ballot)
                .map(|id| self.voter(vote, id, register))
                .collect();
            names.sort_by_cached_key(|name| sort_key(name));
            let some = !names.is_empty();
            some.then(|| self.text_with(key, &[("names", self.listed(&names).into())]))
        });
        rows.collect()
    }

    /// The name of whoever votes.
    pub fn voter(self, vote: &Vote, voter: Id, register: &Register) -> String {
        match vote.by_organisation {
            true => register.organisation_name(voter).to_owned(),
            false => self.person(voter, register).into_owned(),
        }
    }

    /// "a, b og c".
    pub fn listed(self, parts: &[String]) -> String {
        match parts.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, rest)) => {
                let words = [("list", rest.join(", ").into()), ("last", last.into())];
                self.text_with(Key::SentenceList, &words)
            }
            None => String::new(),
        }
    }

    /// When somebody was there: "9.20–10.40, 10.55–".
    pub fn spans(self, spans: &[Span]) -> String {
        let time = |at| self.language().plain_time(local(at).time());
        let told = spans.iter().map(|span| {
            let to = span.to.map(time).unwrap_or_default();
            let online = match span.online {
                true => format!(" {}", self.text(Key::AttendanceOnline)),
                false => String::new(),
            };
            format!("{}–{to}{online}", time(span.from))
        });
        told.collect::<Vec<_>>().join(", ")
    }

    /// "Bo Friis (Vejle) erklærede sig inhabil og forlod lokalet under punkt 4."
    pub fn recusal(self, recusal: &Recusal, meeting: &Meeting, register: &Register) -> String {
        let name = self.participant(recusal.person, meeting, register);
        let number = meeting.number_of(recusal.item).unwrap_or_default();
        let words = [("name", name.into()), ("number", number.into())];
        self.text_with(Key::SentenceRecused, &words)
    }
}

/// Who is to be elected, and to what, where a vote is about that: "Valg af Anna Lund til formand",
/// "Valg af formand: Anna Lund", "Valg af Anna Lund".
fn elected(about: &str) -> Option<(&str, &str)> {
    let (rest, before) = ELECTIONS.iter().find_map(|(begin, before)| {
        let head = about.get(..begin.len())?;
        let rest = about.get(begin.len()..)?;
        (head.to_lowercase() == *begin).then_some((rest.trim(), *before))
    })?;
    let (who, post) = match (rest.split_once(before), rest.split_once(':')) {
        (_, Some((post, who))) => (who, post),
        (Some((who, post)), None) => (who, post),
        (None, None) => (rest, ""),
    };
    let who = who.trim();
    // "Valg af formand" says nobody's name.
    let named = who.chars().next().is_some_and(char::is_uppercase);
    named.then_some((who, post.trim().trim_end_matches('.')))
}

#[cfg(test)]
mod tests {
    use super::elected;

    #[test]
    fn an_election_is_told_from_other_votes() {
        let anna = Some(("Anna Lund", "formand"));
        assert_eq!(elected("Valg af Anna Lund til formand"), anna);
        assert_eq!(elected("valg af formand: Anna Lund"), anna);
        assert_eq!(elected("Genvalg af Anna Lund"), Some(("Anna Lund", "")));
        assert_eq!(elected("Election of Anna Lund as formand."), anna);
        for other in ["Valg af formand", "Valgavis 2027", "", "Budgettet"] {
            assert_eq!(elected(other), None, "{other}");
        }
    }
}
