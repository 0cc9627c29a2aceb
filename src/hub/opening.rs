//! The database: opened, brought up to the journal and built anew on a thread of its own, while the hub goes on
//! taking in what is typed. Whoever needs it meanwhile waits here.

use super::core::{Hub, Request};
use super::event::Event;
use crate::domain::news::{News, NewsKind};
use crate::journal::{Journal, Past};
use crate::store::{Error, Opened, Sled, Store, shield};

/// So often a database is built anew; one that is damaged again then stays closed.
const BUILT: u32 = 3;

/// Why the store did not do something.
pub enum Setback {
    /// It is being opened or built: what is asked then is answered.
    Building,
    /// It could not.
    Failed(String),
}

impl Hub {
    /// Opens sled; [`Request::Ready`] follows. While the front page is enough it is put off, so that it takes nothing
    /// from the first picture.
    pub(super) fn open_store(&mut self) {
        if std::mem::replace(&mut self.opening, true) {
            return;
        }
        let folder = self.folder.clone();
        self.prepare_store(move |past, news| {
            let sled = Sled::open(&folder);
            if let Some(why) = sled.damage() {
                news(News::new(NewsKind::Rebuilding, why));
            }
            sled.join(past)
        });
    }

    /// Moves a damaged database aside and builds it anew.
    fn rebuild_store(&mut self, why: String) {
        let Some(store) = self.store.take() else {
            return;
        };
        self.front = None;
        self.built += 1;
        self.tell_others(None, &Event::Told(News::new(NewsKind::Rebuilding, &why)));
        self.prepare_store(move |past, _| {
            let (store, damages) = store.rebuild(past)?;
            Ok(Opened {
                store,
                rebuilt: Some(why),
                damages,
            })
        });
    }

    fn prepare_store(
        &mut self,
        work: impl FnOnce(&dyn Past, &dyn Fn(News)) -> Result<Opened, Error> + Send + 'static,
    ) {
        let (past, requests) = (self.journal.reader(), self.requests.clone());
        let work = move || {
            let news = |what| drop(requests.send(Request::News(what)));
            let opened = shield(|| work(&past, &news));
            let opened = opened.map(Box::new).map_err(|error| error.to_string());
            let _ = requests.send(Request::Ready(opened));
        };
        let thread = std::thread::Builder::new().name("sled-open".into());
        if let Err(error) = thread.spawn(work) {
            self.unusable = Some(format!("the database could not be opened: {error}"));
        }
    }

    /// Keeps a request until the database is open.
    pub(super) fn wait_for_store(&mut self, request: Request) {
        let weight = self.weight.take();
        self.waiting.push(request.weighing(weight));
        self.open_store();
    }

    /// Works with the store; a damaged one is built anew.
    pub(super) fn with_store<T>(
        &mut self,
        work: impl FnOnce(&mut Store, &Journal) -> Result<T, Error>,
    ) -> Result<T, Setback> {
        let Some(store) = &mut self.store else {
            return Err(match &self.unusable {
                Some(why) => Setback::Failed(why.clone()),
                None => Setback::Building,
            });
        };
        match work(store, &self.journal) {
            Ok(done) => Ok(done),
            Err(Error::Damaged(why)) if self.built < BUILT => {
                self.rebuild_store(why);
                Err(Setback::Building)
            }
            Err(error) => Err(Setback::Failed(error.to_string())),
        }
    }

    /// The database is there: what was journalled meanwhile is added, and what waited is done.
    pub(super) fn ready(&mut self, opened: Result<Box<Opened>, String>) {
        let caught_up = opened.and_then(|mut opened| {
            let late = opened.store.catch_up(&self.journal);
            let late = late.map_err(|error| error.to_string())?;
            opened.damages.extend(late);
            Ok(opened)
        });
        match caught_up {
            Ok(opened) => {
                let rebuilt = opened.rebuilt.iter();
                let rebuilt = rebuilt.map(|why| News::new(NewsKind::Rebuilt, why));
                self.news.extend(rebuilt);
                let damages = opened.damages.iter();
                let damages = damages.map(|place| News::new(NewsKind::Damaged, place));
                self.news.extend(damages);
                self.store = Some(opened.store);
                // The front page is made when nothing has happened for a while, also after a long build.
                self.quiet.rested = false;
            }
            Err(error) => {
                self.unusable = Some(error.clone());
                self.news.push(News::new(NewsKind::Database, error));
            }
        }
        self.finish_erasing();
        self.erase_past_stays();
        self.tell_news();
        self.front = None;
        for request in std::mem::take(&mut self.waiting) {
            self.take(request);
        }
        self.adopt();
    }
}
