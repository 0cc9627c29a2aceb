//! Erasing a person: announced in the journal, then every body that names the person rewritten, then all that is
//! derived built anew. What is still to be done stands in a file until it is done, so that a kill only delays it.

use std::fs;
use std::io::Write;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::core::Hub;
use super::event::Event;
use super::folder::private;
use super::opening::Setback;
use super::rights::{Deed, may};
use super::scratch;
use crate::domain::batch::{SessionId, Submission};
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::news::{News, NewsKind};
use crate::domain::op::{DocId, DocOp, Op};
use crate::domain::reason;
use crate::journal::{Past as _, Verdict};
use crate::store::{Front, forget, known_by};

const MARK: &str = "erasing.json";

#[derive(Clone, Serialize, Deserialize)]
struct Erasing {
    person: Id,
    words: Vec<String>,
}

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
        let words = known_by(&self.journal, person).map_err(|error| error.to_string())?;
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
        let erasing = Erasing { person, words };
        write(&self.folder, &erasing).map_err(|error| {
            format!("the erasure could not be noted: {error}; nothing was changed; check the disk")
        })?;
        let submission = Submission {
            session: (self.options.draw)(),
            counter: 1,
            base: self.journal.head().seq,
            at: (self.options.clock)(),
            group: (self.options.draw)(),
            label: "person-erase".to_owned(),
            undoes: None,
            ops: vec![DocOp {
                doc: DocId::Register,
                op: Op::Erased { person },
            }],
        };
        let batch = self.journal_it(&submission, user)?;
        self.pass_on(&batch);
        self.carry_out(&erasing)
    }

    /// Finishes an erasure that a kill interrupted.
    pub(super) fn finish_erasing(&mut self) {
        let bytes = fs::read(self.folder.join(MARK)).unwrap_or_default();
        let Ok(erasing) = serde_json::from_slice::<Erasing>(&bytes) else {
            return;
        };
        if let Err(why) = self.carry_out(&erasing) {
            self.news.push(News::new(NewsKind::Erasing, why));
        }
    }

    fn carry_out(&mut self, erasing: &Erasing) -> Result<(), String> {
        let failed = |what: String| {
            format!(
                "the person is erased from the register, but not yet from everything else: {what}; it is tried again at the next start"
            )
        };
        scratch::forget(&self.folder, &erasing.words).map_err(|error| failed(error.to_string()))?;
        let bodies = forget(&self.journal, erasing.person, &erasing.words)
            .map_err(|error| failed(error.to_string()))?;
        let rewritten = self.journal.rewrite(&|batch| {
            let body = bodies.get(&batch.header.seq);
            body.map_or(Verdict::Keep, |body| Verdict::Replace(body.clone()))
        });
        let rewritten = rewritten.map_err(|error| failed(error.to_string()))?;
        Front::remove(&self.folder);
        self.front = None;
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

fn write(folder: &Path, erasing: &Erasing) -> std::io::Result<()> {
    let mut file = private(&folder.join(MARK))?;
    file.write_all(&serde_json::to_vec(erasing)?)?;
    file.sync_all()
}
