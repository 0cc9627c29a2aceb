//! One round of the post: every mail whose time has come, one after the other.

use std::sync::atomic::{AtomicBool, Ordering};

use super::client::Client;
use super::login::Access;
use super::smtp::{Line, Outcome};
use super::{Error, Place};
use crate::documents::Letterhead;
use crate::documents::dispatch::{self, Dispatch};
use crate::documents::mail;
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::letter::{Delivery, MailStatus, next_try, postpone, proceed};
use crate::domain::meeting::Meeting;
use crate::domain::network::Network;
use crate::domain::op::DocId;
use crate::domain::query::{Answer, Query};
use crate::domain::register::Register;
use crate::domain::secretariat::Secretariat;

/// The command that what became of a mail is noted under.
const LABEL: &str = "mail-send";

/// The rounds of one session.
pub struct Round {
    client: Client,
    place: Place,
    /// What an earlier process was sending when it ended has been dealt with.
    settled: bool,
}

/// What a meeting's mails are made from.
struct Papers {
    secretariat: Secretariat,
    register: Register,
    network: Network,
    meeting: Meeting,
    letterhead: Letterhead,
    seq: u64,
}

impl Round {
    /// Rounds over a session.
    pub fn new(client: Client, place: &Place) -> Self {
        Self {
            client,
            place: place.clone(),
            settled: false,
        }
    }

    fn now(&self) -> i64 {
        (self.place.clock)()
    }

    /// Sends what may be sent now; when the next may be tried, if one waits.
    pub fn go(&mut self, ends: &AtomicBool) -> Result<Option<i64>, Error> {
        let Answer::Outbox(rows) = self.client.ask(Query::Outbox)? else {
            return Err(Error::Silent);
        };
        let waiting: Vec<Id> = rows
            .iter()
            .filter(|row| row.mails.waiting > 0)
            .map(|row| row.meeting)
            .collect();
        if !std::mem::replace(&mut self.settled, true) {
            for meeting in &waiting {
                self.settle(*meeting)?;
            }
        }
        let mut line = None;
        let mut next: Option<i64> = None;
        for meeting in waiting {
            let at = self.send_of(meeting, &mut line, ends)?;
            next = [next, at].into_iter().flatten().min();
        }
        if let Some(line) = line {
            line.close();
        }
        Ok(next)
    }

    fn papers(&mut self, id: Id) -> Result<Papers, Error> {
        let (meeting, seq) = match self.client.doc(DocId::Meeting(id))? {
            (Doc::Meeting(doc), seq) => (doc, seq),
            _ => return Err(Error::Silent),
        };
        let of = DocId::Network(meeting.head.network);
        let network = self.client.doc(of)?.0;
        let secretariat = self.client.doc(DocId::Secretariat)?.0;
        let register = self.client.doc(DocId::Register)?.0;
        match (secretariat, register, network) {
            (Doc::Secretariat(secretariat), Doc::Register(register), Doc::Network(network)) => {
                Ok(Papers {
                    letterhead: self.letterhead(&meeting, &network, &secretariat)?,
                    secretariat,
                    register,
                    network,
                    meeting,
                    seq,
                })
            }
            _ => Err(Error::Silent),
        }
    }

    /// The network's letterhead; mail goes out without its logo where that is not to be had.
    fn letterhead(
        &mut self,
        meeting: &Meeting,
        network: &Network,
        secretariat: &Secretariat,
    ) -> Result<Letterhead, Error> {
        let png = match network.head.logo.is_empty() {
            true => None,
            false => match self.client.ask(Query::Logo(meeting.head.network))? {
                Answer::Content(bytes) => Some(bytes.0),
                _ => None,
            },
        };
        Ok(Letterhead::of(network, secretariat, png, self.now()))
    }

    /// A mail that was being sent when the program ended: nobody knows whether it went out.
    fn settle(&mut self, id: Id) -> Result<(), Error> {
        let papers = self.papers(id)?;
        let now = self.now();
        let rows = papers.meeting.deliveries.values();
        let lost = rows.filter(|row| !row.removed && row.status == MailStatus::Sending);
        let ops: Vec<_> = lost
            .flat_map(|row| proceed(id, row, MailStatus::Unknown, now, ""))
            .collect();
        match ops.is_empty() {
            true => Ok(()),
            false => self.client.submit(papers.seq, LABEL, ops),
        }
    }

    /// A meeting's mails whose time has come; when the next may be tried.
    fn send_of(
        &mut self,
        id: Id,
        line: &mut Option<Line>,
        ends: &AtomicBool,
    ) -> Result<Option<i64>, Error> {
        let papers = self.papers(id)?;
        if papers.secretariat.head.mail_server.is_empty() {
            return Ok(None);
        }
        let rows = papers.meeting.deliveries.values();
        let queued = rows.filter(|row| !row.removed && row.status == MailStatus::Queued);
        let queued: Vec<Id> = queued.map(|row| row.id).collect();
        let mut next: Option<i64> = None;
        for row in queued {
            if ends.load(Ordering::Acquire) {
                break;
            }
            // What others did since counts: it may have been taken out of the queue.
            let papers = self.papers(id)?;
            let Some(row) = papers.meeting.deliveries.get(&row) else {
                continue;
            };
            if row.removed || row.status != MailStatus::Queued {
                continue;
            }
            let at = match row.not_before.filter(|at| *at > self.now()) {
                Some(at) => Some(at),
                None => self.send_one(id, &papers, &row.clone(), line)?,
            };
            next = [next, at].into_iter().flatten().min();
        }
        Ok(next)
    }

    /// Sends one; when it may be tried again, if it has to be.
    fn send_one(
        &mut self,
        id: Id,
        papers: &Papers,
        row: &Delivery,
        line: &mut Option<Line>,
    ) -> Result<Option<i64>, Error> {
        let sending = proceed(id, row, MailStatus::Sending, self.now(), &row.said);
        self.client.submit(papers.seq, LABEL, sending)?;
        let (doc, seq) = self.client.doc(DocId::Meeting(id))?;
        let Doc::Meeting(meeting) = doc else {
            return Err(Error::Silent);
        };
        let Some(row) = meeting.deliveries.get(&row.id) else {
            return Ok(None);
        };
        let outcome = self.hand_over(papers, row, line);
        let now = self.now();
        let ops = match &outcome {
            Outcome::Sent => proceed(id, row, MailStatus::Sent, now, ""),
            Outcome::Refused(said) => proceed(id, row, MailStatus::Failed, now, said),
            Outcome::Unknown(said) => proceed(id, row, MailStatus::Unknown, now, said),
            Outcome::Later(said) => postpone(id, row, now, said),
        };
        self.client.submit(seq, LABEL, ops)?;
        Ok(match outcome {
            Outcome::Later(_) => next_try(row, now),
            _ => None,
        })
    }

    fn hand_over(&self, papers: &Papers, row: &Delivery, line: &mut Option<Line>) -> Outcome {
        let dispatch = Dispatch {
            secretariat: &papers.secretariat,
            register: &papers.register,
            network: &papers.network,
            meeting: &papers.meeting,
            letterhead: &papers.letterhead,
            now: self.now(),
        };
        let made = dispatch::mail(&dispatch, row).and_then(|made| {
            let from = mail::address(&made.from.1)?;
            let to = made.to.first().map_or("", |(_, to)| to.as_str());
            Ok((from, mail::address(to)?, mail::message(&made)?))
        });
        let (from, to, message) = match made {
            Ok(made) => made,
            Err(error) => return Outcome::Refused(error.to_string()),
        };
        if line.as_ref().is_none_or(|line| !line.is_good()) {
            *line = match self.open(papers) {
                Ok(open) => Some(open),
                Err(why) => return Outcome::Later(why),
            };
        }
        match line {
            Some(line) => line.send(from, to, &message),
            None => Outcome::Later(String::new()),
        }
    }

    fn open(&self, papers: &Papers) -> Result<Line, String> {
        let access = Access::read(&self.place.folder)?;
        Line::open(&papers.secretariat.head, &access)
    }
}
