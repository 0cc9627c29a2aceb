//! One mail over SMTP, by lettre: what the server said, and whether it can have the mail.

use std::time::Duration;

use lettre::Address;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{Error, SUBMISSION_PORT, SUBMISSIONS_PORT};

use super::login::{Access, CERTIFICATE};
use crate::domain::secretariat::{MailSecurity, SecretariatHead};

/// How long the server may take for an answer.
const PATIENCE: Duration = Duration::from_secs(60);
/// The port of servers that want no secrecy.
const PLAIN_PORT: u16 = 25;

/// What became of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server has it.
    Sent,
    /// It would not take it now: later, perhaps.
    Later(String),
    /// It will never take it.
    Refused(String),
    /// The answer was lost after the mail had gone out.
    Unknown(String),
}

/// A line to the server.
pub struct Line(SmtpConnection);

fn said(error: &Error) -> String {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        let cause_text = cause.to_string();
        if !text.contains(&cause_text) {
            text.push_str(": ");
            text.push_str(&cause_text);
        }
        source = cause.source();
    }
    crate::domain::clean::clean_line(&text)
        .chars()
        .take(400)
        .collect()
}

/// Before the mail's own bytes went out, only a refusal for good is for good.
fn early(error: &Error) -> Outcome {
    match error.is_permanent() {
        true => Outcome::Refused(said(error)),
        false => Outcome::Later(said(error)),
    }
}

/// How the line is encrypted, and which certificates count.
fn secrecy(host: &str, own: Option<&[u8]>) -> Result<TlsParameters, String> {
    let mut made = TlsParameters::builder(host.to_owned());
    if let Some(pem) = own {
        let wrong = || format!("{CERTIFICATE} is no certificate (PEM); nothing was sent");
        let any = pem.windows(17).any(|part| part == b"BEGIN CERTIFICATE");
        let own = Certificate::from_pem(pem).ok().filter(|_| any);
        made = made.add_root_certificate(own.ok_or_else(wrong)?);
    }
    made.build().map_err(|error| said(&error))
}

impl Line {
    /// Opens a line: encrypted as the settings say, and with a password only then.
    ///
    /// # Errors
    /// What the server said, or why it could not be reached.
    pub fn open(head: &SecretariatHead, access: &Access) -> Result<Self, String> {
        let host = head.mail_server.as_str();
        let usual = match head.mail_security {
            MailSecurity::StartTls => SUBMISSION_PORT,
            MailSecurity::Tls => SUBMISSIONS_PORT,
            MailSecurity::Plain => PLAIN_PORT,
        };
        let place = (host, head.mail_port.unwrap_or(usual));
        let name = ClientId::default();
        let tls = || secrecy(host, access.certificate.as_deref());
        let direct = match head.mail_security {
            MailSecurity::Tls => Some(tls()?),
            _ => None,
        };
        let open = SmtpConnection::connect(place, Some(PATIENCE), &name, direct.as_ref(), None);
        let mut open = open.map_err(|error| said(&error))?;
        if head.mail_security == MailSecurity::StartTls {
            open.starttls(&tls()?, &name)
                .map_err(|error| said(&error))?;
        }
        if let Some(login) = &access.login {
            let here = ["localhost", "127.0.0.1", "::1"].contains(&host);
            if !open.is_encrypted() && !here {
                return Err("a password is not sent over a line that is not encrypted".to_owned());
            }
            let secret = Credentials::new(login.user.clone(), login.password.clone());
            let let_in = open.auth(DEFAULT_MECHANISMS, &secret);
            let_in.map_err(|error| said(&error))?;
        }
        Ok(Self(open))
    }

    /// Whether another mail can go over it.
    pub fn is_good(&self) -> bool {
        !self.0.has_broken()
    }

    /// Sends a message to one.
    pub fn send(&mut self, from: Address, to: Address, message: &[u8]) -> Outcome {
        let begun = self
            .0
            .command(Mail::new(Some(from), Vec::new()))
            .and_then(|_| self.0.command(Rcpt::new(to, Vec::new())))
            .and_then(|_| self.0.command(Data));
        if let Err(error) = begun {
            let outcome = early(&error);
            self.0.abort();
            return outcome;
        }
        match self.0.message(message) {
            Ok(_) => Outcome::Sent,
            Err(error) if error.is_permanent() || error.is_transient() => {
                self.0.abort();
                early(&error)
            }
            Err(error) => {
                self.0.abort();
                Outcome::Unknown(said(&error))
            }
        }
    }

    /// Says goodbye.
    pub fn close(mut self) {
        let _ = self.0.quit();
    }
}
