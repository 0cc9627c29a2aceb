//! The hub's frames on standard input and output, for a session on another machine. Who it is and what it may is set
//! here, whatever it says of itself.

use std::io::{self, BufReader, Read, Write};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::sync::mpsc::channel;
use std::time::Duration;

use super::folder::socket_path;
use super::link::{Error, Options};
use super::pack::{Packing, Unpacking};
use super::serving::serve;
use super::wire::{
    LARGEST, LARGEST_HELLO, LARGEST_SAY, Reply, Say, VERSION, Welcome, receive_bytes, send,
    send_bytes, version_of,
};

/// Connects standard input and output with the folder's hub until either ends; this process is the hub where there
/// is none.
pub fn pipe(options: &Options) -> Result<(), Error> {
    let busy = |error: io::Error| Error::Busy {
        path: options.folder.clone(),
        cause: error.to_string(),
    };
    let (mut input, mut output) = (io::stdin().lock(), io::stdout());
    let Ok(bytes) = receive_bytes(&mut input, LARGEST_HELLO) else {
        return Ok(());
    };
    let Some(hello) = known(&bytes, options) else {
        return refuse(&mut output, &bytes).map_err(busy);
    };
    let mut held = None;
    let mut socket = None;
    for attempt in 0..100 {
        if held.is_none() {
            held = serve(options)?;
        }
        match UnixStream::connect(socket_path(&options.folder)) {
            Ok(stream) => {
                socket = Some(stream);
                break;
            }
            Err(error) if attempt == 99 => return Err(busy(error)),
            // The holder is starting or ending.
            Err(_) => std::thread::sleep(Duration::from_millis(20)),
        }
    }
    let Some(mut socket) = socket else {
        return Ok(());
    };
    send(&mut socket, &hello).map_err(busy)?;
    drop(input);
    pass(socket, &mut output).map_err(busy)?;
    drop(held);
    Ok(())
}

/// Passes frames both ways to the end: packed on this side, as they are on the hub's.
fn pass(mut socket: UnixStream, output: &mut impl Write) -> io::Result<()> {
    let mut reading = BufReader::new(socket.try_clone()?);
    // The far side packs nothing before it is let in.
    let greeting = receive_bytes(&mut reading, LARGEST)?;
    send_bytes(output, &greeting)?;
    let (broken, ended) = channel();
    std::thread::spawn(move || {
        let from = Unpacking::new(BufReader::new(io::stdin()), LARGEST_SAY);
        if let Err(error) = copy(from, &mut socket)
            && error.kind() == io::ErrorKind::InvalidData
        {
            let _ = broken.send(error.to_string());
        }
        let _ = socket.shutdown(Shutdown::Both);
    });
    let mut packing = Packing::new(output);
    // Ends with the hub, or with whoever is at the far side.
    let _ = copy(reading, &mut packing);
    if let Ok(why) = ended.try_recv() {
        let why = format!("{why}; nothing of it was taken in");
        send(&mut packing, &Reply::Goodbye(why))?;
    }
    Ok(())
}

/// The greeting as this process makes it.
fn known(bytes: &[u8], options: &Options) -> Option<Say> {
    if version_of(bytes) != Some(VERSION) {
        return None;
    }
    match serde_json::from_slice(bytes) {
        Ok(Say::Hello(mut hello)) => {
            hello.user.clone_from(&options.user);
            hello.role = options.role;
            hello.meeting.clone_from(&options.meeting);
            hello.copies &= options.role.reads_all();
            Some(Say::Hello(hello))
        }
        _ => None,
    }
}

/// Says which version this is, and why nobody is let in.
fn refuse(output: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    let welcome = Welcome {
        version: VERSION,
        ..Welcome::default()
    };
    send(output, &Reply::Welcome(welcome))?;
    let why = match version_of(bytes) {
        Some(version) => format!("its version is {version}, this is {VERSION}"),
        None => "it did not greet".to_owned(),
    };
    send(output, &Reply::Goodbye(why))
}

fn copy(mut from: impl Read, to: &mut impl Write) -> io::Result<()> {
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let count = from.read(&mut buffer)?;
        if count == 0 {
            return Ok(());
        }
        to.write_all(buffer.get(..count).unwrap_or_default())?;
        to.flush()?;
    }
}
