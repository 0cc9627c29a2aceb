//! The socket's side in the hub's process: who may come in, and two threads per session, one each way. A session that
//! stops reading is let go; it delays nobody.

use std::fs;
use std::io::BufReader;
use std::net::Shutdown;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, SyncSender, TrySendError, sync_channel};
use std::time::Duration;

use super::core::Request;
use super::folder::socket_path;
use super::wire::{Reply, Say, VERSION, receive, send};
use crate::domain::batch::SessionId;

/// Events kept for a session that is slow to read.
const QUEUE: usize = 8 * 1024;

/// The listening socket. Dropping it ends every connection.
pub struct Server {
    path: PathBuf,
    stop: Arc<AtomicBool>,
}

impl Server {
    /// Listens in a folder whose lock is held.
    pub fn start(folder: &Path, requests: &Sender<Request>) -> Result<Self, String> {
        let path = socket_path(folder);
        let wrong = |error: std::io::Error| {
            format!(
                "other terminals cannot attach: {} could not be made: {error}",
                path.display()
            )
        };
        let _ = fs::remove_file(&path);
        let listener = UnixListener::bind(&path).map_err(wrong)?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).map_err(wrong)?;
        let stop = Arc::new(AtomicBool::new(false));
        let (stopped, requests) = (Arc::clone(&stop), requests.clone());
        let listen = move || {
            for stream in listener.incoming() {
                if stopped.load(Ordering::Acquire) {
                    return;
                }
                let Ok(stream) = stream else { continue };
                let requests = requests.clone();
                let serve = move || serve(stream, &requests);
                let _ = std::thread::Builder::new()
                    .name("session".into())
                    .spawn(serve);
            }
        };
        std::thread::Builder::new()
            .name("listen".into())
            .spawn(listen)
            .map_err(wrong)?;
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

/// Whether the far end is this user's, or root's.
fn same_user(stream: &UnixStream) -> bool {
    let ours = rustix::process::getuid();
    rustix::net::sockopt::socket_peercred(stream)
        .is_ok_and(|peer| peer.uid == ours || peer.uid.is_root())
}

fn serve(mut stream: UnixStream, requests: &Sender<Request>) {
    if !same_user(&stream) {
        let _ = send(&mut stream, &Reply::Goodbye("not your folder".into()));
        return;
    }
    let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
    let Ok(Say::Hello {
        version,
        session,
        user,
        seen,
    }) = receive::<Say>(&mut stream)
    else {
        return;
    };
    let _ = stream.set_read_timeout(None);
    if send(&mut stream, &Reply::Welcome { version: VERSION }).is_err() || version != VERSION {
        return;
    }
    let Ok(mut reading) = stream.try_clone().map(BufReader::new) else {
        return;
    };
    let (queue, replies) = sync_channel(QUEUE);
    let write = move || write(stream, &replies);
    let _ = std::thread::Builder::new()
        .name("session-out".into())
        .spawn(write);
    let sink = sink(queue);
    let _ = requests.send(Request::Join {
        session,
        user,
        seen,
        sink,
    });
    let why = listen(&mut reading, session, requests);
    let why = why.map(|why| format!("the connection was ended: {why}"));
    let _ = requests.send(Request::Leave(session, why));
}

/// Events into the queue; a full queue ends the session.
fn sink(queue: SyncSender<Reply>) -> super::link::Sink {
    Arc::new(move |event| match queue.try_send(Reply::Event(event)) {
        Ok(()) => true,
        Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) => false,
    })
}

fn write(mut stream: UnixStream, replies: &Receiver<Reply>) {
    let _ = stream.set_write_timeout(Some(Duration::from_secs(10)));
    while let Ok(reply) = replies.recv() {
        let last = matches!(reply, Reply::Goodbye(_));
        if send(&mut stream, &reply).is_err() || last {
            break;
        }
    }
    let _ = stream.shutdown(Shutdown::Both);
}

/// Takes frames until the session ends; says why it was ended.
fn listen(
    reading: &mut BufReader<UnixStream>,
    session: SessionId,
    requests: &Sender<Request>,
) -> Option<String> {
    loop {
        let request = match receive::<Say>(reading) {
            Ok(Say::Submit(submission)) if submission.session == session => {
                Request::Submit(submission)
            }
            Ok(Say::Submit(_)) => return Some("a change of another session".into()),
            Ok(Say::Query { number, query }) => Request::Query {
                session,
                number,
                query,
            },
            Ok(Say::Erase { person }) => Request::Erase { session, person },
            Ok(Say::Hello { .. }) => return Some("a second greeting".into()),
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => return None,
            Err(error) => return Some(error.to_string()),
        };
        if requests.send(request).is_err() {
            return None;
        }
    }
}
