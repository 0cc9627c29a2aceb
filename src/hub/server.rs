//! The listening socket in the hub's process; each connection is a guest.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::time::Duration;

use super::core::Request;
use super::folder::socket_path;
use super::guest;
use super::room::Room;

/// How long a connection waits for another to end when there are too many.
const PATIENCE: Duration = Duration::from_secs(2);

/// The listening socket. Dropping it ends every connection.
pub struct Server {
    path: PathBuf,
    stop: Arc<AtomicBool>,
}

impl Server {
    /// Listens in a folder whose lock is held.
    pub fn start(folder: &Path, requests: &Sender<Request>) -> std::io::Result<Self> {
        let path = socket_path(folder);
        let _ = fs::remove_file(&path);
        let listener = UnixListener::bind(&path)?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600))?;
        let stop = Arc::new(AtomicBool::new(false));
        let (stopped, requests) = (Arc::clone(&stop), requests.clone());
        let listen = move || {
            let room = Room::default();
            for stream in listener.incoming() {
                if stopped.load(Ordering::Acquire) {
                    return;
                }
                let Ok(stream) = stream else { continue };
                let Some(place) = room.enter(PATIENCE) else {
                    guest::dismiss(stream, "too many sessions at once; try again".into());
                    continue;
                };
                let requests = requests.clone();
                let serve = move || guest::serve(stream, &requests, &place);
                let _ = guest::thread("session").spawn(serve);
            }
        };
        std::thread::Builder::new()
            .name("listen".into())
            .spawn(listen)?;
        Ok(Self { path, stop })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Release);
        // Wakes the listening thread.
        let _ = UnixStream::connect(&self.path);
        let _ = fs::remove_file(&self.path);
    }
}
