//! Sessions on lines that delay, repeat and break, against a hub: ops of every kind, offline spells, crashes between
//! a write and its acknowledgement. Everybody ends with the same, nothing that was typed is lost, and undo takes back
//! only one's own. `REFERENT_HISTORIES` sets how many histories are tried.

use std::sync::Arc;

use super::*;
use crate::domain::batch::{Body, Header};
use crate::domain::fold::Doc;
use crate::domain::id::Id;
use crate::domain::op::{Op, inverses};
use crate::domain::rebase::tests::{
    MEETING, deleted_marks, histories, random_op, sign, text_of, with_entries,
};
use crate::domain::sample::Rng;
use crate::domain::text::TextOp;

/// What the hub tells.
#[derive(Clone)]
enum Told {
    Committed(u64, Arc<Batch>),
    Batch(Arc<Batch>),
}

#[derive(Default)]
struct Hub {
    journal: Vec<Arc<Batch>>,
    sessions: BTreeMap<Id, Session>,
}

/// What carrying past one batch after the other gives, with nothing kept from earlier submissions.
fn one_by_one(sent: &Sent, ops: &[DocOp], since: &[Arc<Batch>]) -> Vec<DocOp> {
    let mut list = sent.list.clone();
    let mut mine = ops.to_vec();
    for batch in since.iter().filter(|it| it.header.seq > sent.base) {
        let landed = |(_, seq): &(Vec<DocOp>, Seq)| *seq == batch.header.seq;
        if list.front().is_some_and(landed) {
            list.pop_front();
            continue;
        }
        let mut over = batch.effects().to_vec();
        for (ops, _) in &mut list {
            (*ops, over) = cross(std::mem::take(ops), over);
        }
        (mine, _) = cross(mine, over);
    }
    mine
}

impl Hub {
    fn since(&self, seq: Seq) -> Vec<Arc<Batch>> {
        self.journal.iter().skip(seq as usize).cloned().collect()
    }

    fn known(&self, id: Id) -> u64 {
        let own = self.journal.iter().filter(|it| it.header.session == id);
        own.map(|it| it.header.counter).max().unwrap_or(0)
    }

    fn connect(&mut self, id: Id) {
        let guest = Guest {
            session: id,
            connection: 1,
            user: String::new(),
            role: Role::Secretary,
            seen: None,
            copies: false,
            meeting: None,
            sink: Arc::new(|_| true),
        };
        let scope = Scope {
            role: Role::Secretary,
            ..Scope::default()
        };
        let session = Session::new(guest, scope, self.known(id));
        self.sessions.insert(id, session);
    }

    /// As the hub does it; the new batch, or the earlier one that has it.
    fn submit(&mut self, submission: &Submission) -> (Arc<Batch>, bool) {
        let session = self.sessions.get_mut(&submission.session).unwrap();
        if submission.counter <= session.counter {
            let own = |it: &&Arc<Batch>| (it.header.session, it.header.counter) == key(submission);
            let batch = self.journal.iter().find(own).unwrap();
            if !session.remembers(batch.header.seq) {
                session.sent(submission, batch.header.seq);
            }
            return (Arc::clone(batch), false);
        }
        let base = submission.base;
        let since = |from: u64| -> Vec<Arc<Batch>> {
            self.journal.iter().skip(from as usize).cloned().collect()
        };
        let theirs = |batches: &[Arc<Batch>]| -> Vec<u64> {
            let others = batches.iter().map(|it| &it.header);
            let others = others.filter(|it| it.session != submission.session && it.seq > base);
            others.map(|it| it.seq).collect()
        };
        let (from, heard) = (session.needs_from(base), session.heard(base));
        let known: Vec<Arc<Batch>> = heard.into_iter().chain(since(from)).collect();
        assert_eq!(
            theirs(&known),
            theirs(&since(base)),
            "what others did is all known"
        );
        let ops = session.rebased(submission, &since(from));
        let all = since(session.sent.base.min(base));
        assert_eq!(ops, one_by_one(&session.sent, &submission.ops, &all));
        let seq = self.journal.len() as u64 + 1;
        session.counter = submission.counter;
        session.sent(submission, seq);
        let header = Header {
            seq,
            session: submission.session,
            counter: submission.counter,
            v: 1,
            prev: Default::default(),
            epoch: 1,
            user: String::new(),
            at: 0,
            received: 0,
            group: Id::default(),
            label: String::new(),
            undoes: None,
            body_hash: Default::default(),
        };
        let salt = Id::default();
        let body = Some(Body { salt, ops });
        let batch = Arc::new(Batch { header, body });
        self.journal.push(Arc::clone(&batch));
        (batch, true)
    }
}

/// A session with what it has heard, what is under way, and the line both ways.
struct Client {
    id: Id,
    confirmed: Doc,
    head: Seq,
    counter: u64,
    /// As it reads now.
    pending: VecDeque<Submission>,
    /// As it was sent: its file.
    kept: VecDeque<Submission>,
    up: VecDeque<Submission>,
    down: VecDeque<Told>,
    online: bool,
}

impl Client {
    fn local(&self) -> Doc {
        let mut doc = self.confirmed.clone();
        let ops = self.pending.iter().flat_map(|it| &it.ops);
        ops.for_each(|op| {
            doc.apply(&op.op);
        });
        doc
    }

    fn offer(&mut self, ops: Vec<DocOp>) {
        self.counter += 1;
        let submission = Submission {
            session: self.id,
            counter: self.counter,
            base: self.head,
            at: 0,
            group: Id::default(),
            label: String::new(),
            undoes: None,
            ops,
        };
        self.pending.push_back(submission.clone());
        self.kept.push_back(submission.clone());
        if self.online {
            self.up.push_back(submission);
        }
    }

    fn hear(&mut self) {
        let Some(told) = self.down.pop_front() else {
            return;
        };
        let (Told::Committed(_, batch) | Told::Batch(batch)) = &told;
        if batch.header.seq <= self.head {
            return;
        }
        self.head = batch.header.seq;
        batch.effects().iter().for_each(|op| {
            self.confirmed.apply(&op.op);
        });
        match told {
            Told::Committed(counter, _) => {
                self.pending.retain(|it| it.counter != counter);
                self.kept.retain(|it| it.counter != counter);
            }
            Told::Batch(batch) => {
                let mut over = batch.effects().to_vec();
                for submission in &mut self.pending {
                    let mine = std::mem::take(&mut submission.ops);
                    (submission.ops, over) = cross(mine, over);
                }
            }
        }
    }
}

struct History {
    rng: Rng,
    mark: u32,
    gone: Vec<DocOp>,
    hub: Hub,
    clients: Vec<Client>,
}

impl History {
    fn new(seed: u64) -> Self {
        let mut rng = Rng(seed ^ 0x5e55);
        let base = with_entries(&mut rng);
        let count = 3 + rng.below(3);
        let clients = (1..=count).map(|n| Client {
            id: Id::from_bits(n as u128),
            confirmed: base.clone(),
            head: 0,
            counter: 0,
            pending: VecDeque::new(),
            kept: VecDeque::new(),
            up: VecDeque::new(),
            down: VecDeque::new(),
            online: false,
        });
        Self {
            clients: clients.collect(),
            rng,
            mark: 0,
            gone: Vec::new(),
            hub: Hub::default(),
        }
    }

    /// The hub takes the next of a session's submissions; the frame may come again later.
    fn deliver(&mut self, who: usize, again: bool) {
        let Some(submission) = self.clients[who].up.pop_front() else {
            return;
        };
        if again {
            self.clients[who].up.push_front(submission.clone());
        }
        let (batch, new) = self.hub.submit(&submission);
        for client in self.clients.iter_mut().filter(|it| it.online) {
            if client.id == submission.session {
                let told = Told::Committed(submission.counter, Arc::clone(&batch));
                client.down.push_back(told);
            } else if new {
                client.down.push_back(Told::Batch(Arc::clone(&batch)));
            }
        }
    }

    /// The line breaks: what was under way either way is lost.
    fn cut(&mut self, who: usize) {
        let client = &mut self.clients[who];
        client.online = false;
        client.up.clear();
        client.down.clear();
    }

    fn connect(&mut self, who: usize) {
        let client = &mut self.clients[who];
        if client.online {
            return;
        }
        client.online = true;
        self.hub.connect(client.id);
        client.down = self
            .hub
            .since(client.head)
            .into_iter()
            .map(|batch| match batch.header.session == client.id {
                true => Told::Committed(batch.header.counter, batch),
                false => Told::Batch(batch),
            })
            .collect();
        client.up.extend(client.kept.iter().cloned());
    }

    /// The process is killed: its file and its copy of the journal are what is left.
    fn crash(&mut self, who: usize) {
        self.cut(who);
        let client = &mut self.clients[who];
        let kept: Vec<Submission> = client.kept.iter().cloned().collect();
        let base = kept.iter().map(|it| it.base).min().unwrap_or(client.head);
        let mut since = self.hub.since(base);
        since.retain(|batch| batch.header.seq <= client.head);
        let landed = since
            .iter()
            .map(|it| ((it.header.session, it.header.counter), it.header.seq))
            .collect();
        client.pending = carried(&kept, &landed, &since, client.head).into();
    }

    fn type_or_change(&mut self, who: usize) {
        let doc = self.clients[who].local();
        let made = random_op(&doc, &mut self.rng, &mut self.mark);
        if let Some(op) = made {
            let op = DocOp { doc: MEETING, op };
            self.gone.push(op.clone());
            self.clients[who].offer(vec![op]);
        }
    }

    /// Takes back one's own last typing that the journal has.
    fn undo(&mut self, who: usize) {
        let client = &mut self.clients[who];
        let heard = client.head as usize;
        let own = |batch: &Arc<Batch>| batch.header.session == client.id;
        let Some(last) = self.hub.journal[..heard].iter().rposition(own) else {
            return;
        };
        let typed = |op: &DocOp| matches!(op.op, Op::Text(TextOp::TextSpliced(_)));
        let batch = Arc::clone(&self.hub.journal[last]);
        if !client.pending.is_empty() || !batch.effects().iter().all(typed) {
            return;
        }
        let mut back: Vec<DocOp> = inverses(batch.effects()).collect();
        for later in &self.hub.journal[last + 1..heard] {
            back = crate::domain::rebase::rebase(&back, later.effects());
        }
        // Nothing but what this one typed goes.
        let mut mine = String::new();
        for op in batch.effects() {
            if let Op::Text(TextOp::TextSpliced(splice)) = &op.op {
                mine.push_str(&splice.inserted);
            }
        }
        for op in &back {
            if let Op::Text(TextOp::TextSpliced(splice)) = &op.op {
                assert!(
                    splice.deleted.chars().all(|it| mine.contains(it)),
                    "{splice:?}"
                );
            }
        }
        self.gone.extend(back.clone());
        self.clients[who].offer(back);
    }

    fn step(&mut self) {
        let who = self.rng.below(self.clients.len());
        match self.rng.below(20) {
            0..=6 => self.type_or_change(who),
            7..=10 => self.deliver(who, false),
            11..=14 => self.clients[who].hear(),
            15 => self.deliver(who, true),
            16 => self.cut(who),
            17 => self.crash(who),
            18 => self.connect(who),
            _ => self.undo(who),
        }
    }

    /// Everybody comes back, and everything arrives.
    fn settle(&mut self) {
        for who in 0..self.clients.len() {
            self.connect(who);
        }
        while self
            .clients
            .iter()
            .any(|it| !it.up.is_empty() || !it.down.is_empty())
        {
            for who in 0..self.clients.len() {
                self.deliver(who, false);
                self.clients[who].hear();
            }
        }
    }
}

fn history(seed: u64) {
    let mut history = History::new(seed);
    (0..80).for_each(|_| history.step());
    history.settle();
    let journal = &history.hub.journal;
    let mut counters = BTreeSet::new();
    for batch in journal {
        let key = (batch.header.session, batch.header.counter);
        assert!(counters.insert(key), "seed {seed}: {key:?} is there twice");
    }
    let first = &history.clients[0];
    for client in &history.clients {
        assert!(
            client.pending.is_empty() && client.kept.is_empty(),
            "seed {seed}"
        );
        assert!(
            client.confirmed == first.confirmed,
            "seed {seed}: they differ"
        );
        assert_eq!(client.head, journal.len() as u64, "seed {seed}");
    }
    let all = text_of(&first.confirmed);
    let mut gone = Vec::new();
    deleted_marks(&history.gone, &mut gone);
    let gone = gone.concat();
    for typed in (1..=history.mark).map(sign) {
        assert!(
            all.contains(typed) || gone.contains(typed),
            "seed {seed}: {typed} is lost\n{all}"
        );
        assert!(
            all.matches(typed).count() <= 1,
            "seed {seed}: {typed} is there twice\n{all}"
        );
    }
}

#[test]
fn replicas_behind_bad_lines_agree_and_nothing_typed_is_lost() {
    (0..histories()).for_each(history);
}
