//! Erasing: a person, when somebody asks for it; what was noted about journeys to meetings, by itself when those are
//! over. Announced in the journal, then every body concerned rewritten, then all that is derived built anew. What is
//! still to be done stands in a file until it is done, so that a kill only delays it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use chrono::NaiveDate;

use super::core::Hub;
use super::event::Event;
use super::folder::{PORTAL, private};
use super::opening::Setback;
use super::rights::{Deed, may};
use super::scratch;
use crate::domain::batch::{SessionId, Submission};
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::news::{News, NewsKind};
use crate::domain::op::{DocId, DocOp, Op};
use crate::domain::reason;
use crate::domain::stay::Stay;
use crate::journal::{Past as _, Verdict};
use crate::store::{Front, Sought, forget};

const MARK: &str = "erasing.json";

impl Hub {
    /// Erases a person for a session.
    pub(super) fn erase(&mut self, session: SessionId, person: Id) {
        if self.store.is_none() {
            self.waiting
                .push(super::core::Request::Erase { session, person });
            return;
        }
        let user = self
            .sessions
            .get(&session)
            .filter(|session| may(session.role, Deed::Other))
            .map(|session| session.user.clone());
        let done = match user {
            Some(user) => self.erase_person(person, &user),
            None => Err(reason::DENIED.to_owned()),
        };
        self.tell(session, Event::Erased(done));
    }

    fn erase_person(&mut self, person: Id, user: &str) -> Result<(), String> {
        let sought = Sought::person(&self.journal, person).map_err(|error| error.to_string())?;
        let register = self.with_store(|store, _| Ok(store.doc(DocId::Register)?.0));
        let register = register.map_err(|setback| match setback {
            Setback::Failed(why) => why,
            Setback::Building => reason::BUILDING.to_owned(),
        })?;
        let known = match register.as_ref() {
            Doc::Register(register) => register.people.contains_key(&person),
            _ => false,
        };
        if !known {
            return Err(reason::UNKNOWN.to_owned());
        }
        let journeys = self.stays(|row, _| row.of == person);
        let erasing = Sought {
            stays: ids(&journeys),
            ..sought
        };
        let mut ops = vec![DocOp {
            doc: DocId::Register,
            op: Op::Erased { person },
        }];
        ops.extend(stays_erased(journeys));
        self.announce(&erasing, "person-erase", user, ops)?;
        self.carry_out(&erasing)
    }

    /// Notes what is to be erased, and says so in the journal.
    fn announce(
        &mut self,
        erasing: &Sought,
        label: &str,
        user: &str,
        ops: Vec<DocOp>,
    ) -> Result<(), String> {
        write(&self.folder, erasing).map_err(|error| {
            format!("the erasure could not be noted: {error}; nothing was changed; check the disk")
        })?;
        let submission = Submission {
            session: (self.options.draw)(),
            counter: 1,
            base: self.journal.head().seq,
            at: (self.options.clock)(),
            group: (self.options.draw)(),
            label: label.to_owned(),
            undoes: None,
            ops,
        };
        let batch = self.journal_it(&submission, user)?;
        self.pass_on(&batch);
        Ok(())
    }

    /// What is noted about journeys, of those wanted, by network.
    fn stays(
        &mut self,
        wanted: impl Fn(&Stay, Option<NaiveDate>) -> bool,
    ) -> BTreeMap<Id, Vec<Id>> {
        let all = self.with_store(|store, _| store.stays());
        let mut found: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
        for (network, row, day) in all.unwrap_or_default() {
            if wanted(&row, day) {
                found.entry(network).or_default().push(row.id);
            }
        }
        found
    }

    /// Erases what was noted about journeys to meetings that have been over for long enough: once a day, when the
    /// folder is opened or when it is quiet.
    pub(super) fn erase_past_stays(&mut self) {
        let today = self.today();
        if self.store.is_none() || self.quiet.cleared.replace(today) == Some(today) {
            return;
        }
        let stays = self.stays(|_, day| day.is_some_and(|day| day <= today));
        if stays.is_empty() {
            return;
        }
        let erasing = Sought {
            stays: ids(&stays),
            ..Sought::default()
        };
        let user = self.options.user.clone();
        let done = self
            .announce(
                &erasing,
                "stays-erase",
                &user,
                stays_erased(stays).collect(),
            )
            .and_then(|()| self.carry_out(&erasing));
        if let Err(why) = done {
            self.news.push(News::new(NewsKind::Erasing, why));
        }
    }

    /// Whether something is being erased, or still to be.
    pub(super) fn is_erasing(&self) -> bool {
        self.folder.join(MARK).exists()
    }

    /// Finishes an erasure that a kill interrupted.
    pub(super) fn finish_erasing(&mut self) {
        let bytes = fs::read(self.folder.join(MARK)).unwrap_or_default();
        let Ok(erasing) = serde_json::from_slice::<Sought>(&bytes) else {
            return;
        };
        if let Err(why) = self.carry_out(&erasing) {
            self.news.push(News::new(NewsKind::Erasing, why));
        }
    }

    fn carry_out(&mut self, erasing: &Sought) -> Result<(), String> {
        let failed = |what: String| match erasing.person {
            Some(_) => format!(
                "the person is erased from the register, but not yet from everything else: {what}; it is tried again at the next start"
            ),
            None => format!(
                "what was noted about journeys to past meetings is shown no more, but stands in the journal yet: {what}; it is tried again at the next start"
            ),
        };
        scratch::forget(&self.folder, &erasing.words).map_err(|error| failed(error.to_string()))?;
        let bodies = forget(&self.journal, erasing).map_err(|error| failed(error.to_string()))?;
        let rewritten = self.journal.rewrite(&|batch| {
            let body = bodies.get(&batch.header.seq);
            body.map_or(Verdict::Keep, |body| Verdict::Replace(body.clone()))
        });
        let rewritten = rewritten.map_err(|error| failed(error.to_string()))?;
        Front::remove(&self.folder);
        self.front = None;
        forget_portal(&self.folder).map_err(|error| failed(error.to_string()))?;
        if let Some(store) = self.store.take() {
            let (store, _) = store
                .renew(&self.journal)
                .map_err(|error| failed(error.to_string()))?;
            self.store = Some(store);
        }
        self.quiet.rested = false;
        if rewritten.unread > 0 {
            return Err(failed(format!(
                "{} damaged places of the journal cannot be read",
                rewritten.unread
            )));
        }
        fs::remove_file(self.folder.join(MARK)).map_err(|error| failed(error.to_string()))
    }
}

/// Removes what writing a portal kept of a data folder.
pub fn forget_portal(folder: &Path) -> io::Result<()> {
    match fs::remove_file(folder.join(PORTAL)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn ids(stays: &BTreeMap<Id, Vec<Id>>) -> BTreeSet<Id> {
    stays.values().flatten().copied().collect()
}

fn stays_erased(stays: BTreeMap<Id, Vec<Id>>) -> impl Iterator<Item = DocOp> {
    stays.into_iter().map(|(network, stays)| DocOp {
        doc: DocId::Network(network),
        op: Op::StaysErased { stays },
    })
}

fn write(folder: &Path, erasing: &Sought) -> io::Result<()> {
    let mut file = private(&folder.join(MARK))?;
    file.write_all(&serde_json::to_vec(erasing)?)?;
    file.sync_all()
}
