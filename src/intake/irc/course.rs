//! The course of a meeting from what was said: topics, what came of them, who was there.

use std::collections::BTreeMap;

use super::said::{Said, day_of};
use super::words::{bare_action, day_in_link, is_bot, is_handling, taken_up, unlink};
use super::{Line, Log, Topic};
use crate::domain::folding::fold;
use crate::domain::line::{Reading, Sense, names, read as read_line, speaker};
use crate::domain::minutes::{EntryKind, ParagraphStyle};

/// The most people a log can name.
const PEOPLE: usize = 500;

/// What somebody's next "…" goes on with.
#[derive(Clone, Copy)]
enum Last {
    Title(usize),
    Line(usize, usize),
}

/// A log being read.
struct Course {
    log: Log,
    /// What each person said last.
    last: BTreeMap<String, Last>,
    /// Only marked lines are minutes, as MeetBot has it.
    marked: bool,
    /// A row of dashes comes before a topic.
    dashes: bool,
    /// Such a row was there.
    ruled: bool,
    ended: bool,
    /// Who has opened a block of words as they stand, "[[" or "```".
    verbatim: Vec<String>,
}

/// Reads what was said.
pub(super) fn read(said: &[Said]) -> Log {
    let starts = |said: &Said| said.text.to_lowercase().starts_with("#startmeeting");
    let option = |said: &Said| {
        let text = said.text.to_lowercase();
        text.starts_with("scribeoptions") && text.contains("-dashtopics")
    };
    let mut course = Course {
        log: Log {
            date: said.iter().find_map(|said| said.day),
            from: said.iter().find_map(|said| said.time),
            to: said.iter().rev().find_map(|said| said.time),
            ..Log::default()
        },
        last: BTreeMap::new(),
        marked: said.iter().any(starts),
        dashes: said.iter().any(option),
        ruled: false,
        ended: false,
        verbatim: Vec::new(),
    };
    course.log.scribes = scribes(said);
    for line in said {
        course.line(line);
    }
    course.log
}

/// Who said they write; else whoever said most.
fn scribes(said: &[Said]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for line in said.iter().filter(|line| !is_bot(&line.who)) {
        *counts.entry(&line.who).or_default() += 1;
        let Some((word, rest)) = line.text.split_once([':', '：', '+']) else {
            continue;
        };
        let word = word.trim().to_lowercase();
        if word == "scribe" || word == "scribenick" {
            let named = names(rest).map(|name| name.split('=').next().unwrap_or(name).trim());
            found.extend(named.filter(|name| !name.is_empty()).map(str::to_owned));
        }
    }
    if found.is_empty() {
        let most = counts.iter().max_by_key(|(_, count)| **count);
        found.extend(most.map(|(who, _)| (*who).to_owned()));
    }
    found.dedup();
    found.truncate(PEOPLE);
    found.retain(|name| !name.is_empty());
    found
}

impl Course {
    fn line(&mut self, said: &Said) {
        if is_bot(&said.who) {
            return self.bot(said);
        }
        if self.marked && !said.who.is_empty() && !self.ended {
            add(&mut self.log.present, &said.who);
        }
        if self.as_it_stands(said) {
            return self.talk(said);
        }
        if self.about(said) || is_handling(&said.text) || self.ruled_off(said) {
            return;
        }
        match read_line(&said.text) {
            Some(reading) => self.sense(said, &reading),
            None => match bare_action(&said.text) {
                Some(task) => self.put(said, EntryKind::Action, ParagraphStyle::Plain, task),
                None => self.talk(said),
            },
        }
    }

    /// Whether a line is one of a block that says nothing but itself.
    fn as_it_stands(&mut self, said: &Said) -> bool {
        let open = self.verbatim.iter().position(|who| *who == said.who);
        match (said.text.as_str(), open) {
            ("]]" | "```", Some(at)) => {
                self.verbatim.remove(at);
                true
            }
            ("[[" | "```", None) => {
                self.verbatim.push(said.who.clone());
                true
            }
            (_, open) => open.is_some(),
        }
    }

    /// What a bot says of the meeting: its name, the topic taken up, who is there.
    fn bot(&mut self, said: &Said) {
        let text = said.text.as_str();
        if self.about(said) {
            return;
        }
        if let Some(title) = taken_up(text) {
            return self.topic(&said.who, title);
        }
        let lower = text.to_lowercase();
        let list = ["attendees were", "attendees have been", "present:"]
            .iter()
            .find_map(|mark| text.get(lower.find(mark)? + mark.len()..));
        let listed = lower.starts_with("present:") || lower.contains("as of this point");
        if let Some(list) = list.filter(|_| listed) {
            self.log.present.clear();
            for name in names(list).filter(|name| *name != "(no one)") {
                add(&mut self.log.present, name);
            }
        }
    }

    /// What a line says of the meeting as a whole.
    fn about(&mut self, said: &Said) -> bool {
        let text = said.text.as_str();
        if let Some((word, rest)) = text.split_once(':') {
            match word.trim().to_lowercase().as_str() {
                "meeting" => {
                    self.log.title = rest.trim().to_owned();
                    return true;
                }
                "date" => {
                    let day = ["%d %B %Y", "%Y-%m-%d", "%d %b %Y"].iter();
                    let day = day.filter_map(|pattern| day_of(rest, pattern)).next();
                    self.log.date = day.or(self.log.date);
                    return day.is_some();
                }
                _ => {}
            }
        }
        if self.log.date.is_none() {
            self.log.date = day_in_link(text);
        }
        self.meetbot(text)
    }

    /// MeetBot's words about the meeting.
    fn meetbot(&mut self, text: &str) -> bool {
        let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let rest = rest.trim();
        match word.to_lowercase().as_str() {
            "#startmeeting" | "#meetingname" => {
                if !rest.is_empty() {
                    self.log.title = rest.to_owned();
                }
            }
            "#meetingtopic" => {
                if self.log.title.is_empty() {
                    self.log.title = rest.to_owned();
                }
            }
            "#endmeeting" => self.ended = true,
            "#nick" => rest
                .split_whitespace()
                .for_each(|name| add(&mut self.log.present, name)),
            "#chair" => rest
                .split_whitespace()
                .for_each(|name| add(&mut self.log.chairs, name)),
            "#unchair" => rest
                .split_whitespace()
                .for_each(|name| remove(&mut self.log.chairs, name)),
            _ => return false,
        }
        true
    }

    /// A row of dashes, and the topic after it.
    fn ruled_off(&mut self, said: &Said) -> bool {
        if !self.dashes {
            return false;
        }
        if said.text.chars().all(|sign| sign == '-') {
            self.ruled = true;
            return true;
        }
        if std::mem::take(&mut self.ruled) {
            self.topic(&said.who, &said.text);
            return true;
        }
        false
    }

    fn sense(&mut self, said: &Said, reading: &Reading<'_>) {
        let (rest, who) = (reading.rest, said.who.as_str());
        match reading.sense {
            Sense::Topic if !rest.is_empty() => self.topic(who, rest),
            Sense::Subtopic if !rest.is_empty() => {
                self.put(said, EntryKind::Note, ParagraphStyle::Heading, rest);
            }
            Sense::Continued => self.go_on(said, rest),
            Sense::Present | Sense::Left | Sense::Regrets => self.attend(reading, who),
            Sense::Chair => names(rest).for_each(|name| add(&mut self.log.chairs, name)),
            Sense::Undo => self.take_back(),
            Sense::Queued
            | Sense::Unqueued
            | Sense::Reply
            | Sense::Floor
            | Sense::Waiting
            | Sense::Shut
            | Sense::Reopened
            | Sense::Language => {}
            sense => match sense.kind() {
                Some(kind) if !rest.is_empty() => {
                    self.put(said, kind, ParagraphStyle::Plain, rest);
                }
                Some(_) if self.marked => {}
                _ => self.talk(said),
            },
        }
    }

    fn attend(&mut self, reading: &Reading<'_>, who: &str) {
        let own = [who];
        let named: Vec<&str> = match reading.rest.is_empty() {
            true if reading.spelled.ends_with('=') => Vec::new(),
            true => own.to_vec(),
            false => names(reading.rest).collect(),
        };
        let (list, comes) = match (reading.sense, reading.spelled) {
            (_, "regrets-") => (&mut self.log.regrets, false),
            (Sense::Regrets, _) => (&mut self.log.regrets, true),
            (Sense::Present, _) => (&mut self.log.present, true),
            _ => (&mut self.log.present, false),
        };
        if reading.spelled.ends_with('=') {
            list.clear();
        }
        for name in named.into_iter().filter(|name| !name.is_empty()) {
            match comes {
                true => add(list, name),
                false => remove(list, name),
            }
        }
    }

    fn topic(&mut self, who: &str, title: &str) {
        let (title, link) = unlink(title);
        self.log.topics.push(Topic {
            title,
            link: link.unwrap_or_default().to_owned(),
            lines: Vec::new(),
        });
        let at = self.log.topics.len() - 1;
        self.last.insert(fold(who), Last::Title(at));
    }

    fn put(&mut self, said: &Said, kind: EntryKind, style: ParagraphStyle, text: &str) {
        if self.log.topics.is_empty() {
            self.log.topics.push(Topic::default());
        }
        let at = self.log.topics.len() - 1;
        let Some(topic) = self.log.topics.last_mut() else {
            return;
        };
        let (text, link) = unlink(text);
        let text = match link {
            Some(link) if style == ParagraphStyle::Plain && text.is_empty() => link.to_owned(),
            Some(link) if style == ParagraphStyle::Plain => format!("{text} ({link})"),
            _ => text,
        };
        topic.lines.push(Line { kind, style, text });
        let last = Last::Line(at, topic.lines.len() - 1);
        self.last.insert(fold(&said.who), last);
    }

    /// An ordinary line: what the writer wrote, or a remark of somebody else's own.
    fn talk(&mut self, said: &Said) {
        if self.marked {
            self.log.left_out += 1;
            return;
        }
        let writes = self
            .log
            .scribes
            .iter()
            .any(|name| name.eq_ignore_ascii_case(&said.who));
        let own = said.who.is_empty() || writes || speaker(&said.text).is_some();
        let text = match own {
            true => said.text.clone(),
            false => format!("{}: {}", said.who, said.text),
        };
        self.put(said, EntryKind::Note, ParagraphStyle::Plain, &text);
    }

    fn go_on(&mut self, said: &Said, rest: &str) {
        let topics = &mut self.log.topics;
        let text = match self.last.get(&fold(&said.who)) {
            Some(Last::Title(at)) => topics.get_mut(*at).map(|topic| &mut topic.title),
            Some(Last::Line(at, line)) => topics
                .get_mut(*at)
                .and_then(|topic| topic.lines.get_mut(*line))
                .map(|line| &mut line.text),
            None => None,
        };
        match text {
            Some(text) => {
                text.push(' ');
                text.push_str(rest);
            }
            None => self.talk(said),
        }
    }

    fn take_back(&mut self) {
        let topics = &mut self.log.topics;
        let gone = topics.last_mut().map(|topic| topic.lines.pop().is_some());
        if gone == Some(false) {
            topics.pop();
        }
        self.last.clear();
    }
}

fn add(list: &mut Vec<String>, name: &str) {
    let known = list.iter().any(|known| known.eq_ignore_ascii_case(name));
    if !known && list.len() < PEOPLE {
        list.push(name.to_owned());
    }
}

fn remove(list: &mut Vec<String>, name: &str) {
    list.retain(|known| !known.eq_ignore_ascii_case(name));
}
