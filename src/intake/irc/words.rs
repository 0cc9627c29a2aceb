//! What is said on a channel that is no minutes: bots and words to them; links and what bots tell
//! of the agenda.

use chrono::NaiveDate;

use super::said::day_of;

/// Programs that speak on channels.
const BOTS: [&str; 8] = [
    "zakim",
    "rrsagent",
    "trackbot",
    "agendabot",
    "ghurlbot",
    "gb",
    "meetbot",
    "github-bot",
];
/// Words to bots and about the queue: no minutes.
const HANDLING: [&str; 18] = [
    "agenda+",
    "agenda-",
    "agenda?",
    "clear agenda",
    "q?",
    "queue?",
    "qq+",
    "q+",
    "q-",
    "queue+",
    "queue-",
    "queue=",
    "q=",
    "vqueue",
    "ack ",
    "#save",
    "#lurk",
    "#unlurk",
];
/// Who writes.
const SCRIBE: [&str; 3] = ["scribenick", "scribeoptions", "scribe"];
/// Whether a program speaks.
pub(super) fn is_bot(who: &str) -> bool {
    BOTS.iter().any(|bot| who.eq_ignore_ascii_case(bot))
}

/// Whether a line speaks to a bot or is about the queue or the writer.
pub(super) fn is_handling(text: &str) -> bool {
    let lower = text.to_lowercase();
    let bot = lower
        .split_once([',', ' '])
        .map(|(word, _)| word.to_owned());
    let to_bot = bot.is_some_and(|word| is_bot(&word) && lower.contains(','));
    let scribe = SCRIBE.iter().any(|word| {
        let rest = lower.strip_prefix(word).map(str::trim_start);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '：', '+', '-', '=']))
    });
    to_bot || scribe || HANDLING.iter().any(|word| lower.starts_with(word))
}

/// "ACTION anna to send": as the W3C's scribe has it, also without a colon.
pub(super) fn bare_action(text: &str) -> Option<&str> {
    let (word, rest) = text.split_once(char::is_whitespace)?;
    let task = rest.trim();
    (word.eq_ignore_ascii_case("action") && !task.is_empty()).then_some(task)
}

/// "agendum 2 -- Budget -- taken up [from anna]", `agendum 2. "Budget" taken up [from anna]`.
pub(super) fn taken_up(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("agendum ")?;
    let (rest, _) = rest.split_once(" taken up")?;
    let title = rest.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let title = title.trim_start_matches(['.', ' ']);
    let title = title.strip_prefix("-- ").unwrap_or(title);
    let title = title.strip_suffix(" --").unwrap_or(title).trim();
    let quoted = title
        .strip_prefix('"')
        .and_then(|title| title.strip_suffix('"'));
    Some(quoted.unwrap_or(title))
}

/// The day in a link such as "https://www.w3.org/2021/02/09-team-irc".
pub(super) fn day_in_link(text: &str) -> Option<NaiveDate> {
    let at = text.find("//")?;
    let (_, path) = text.get(at + 2..)?.split_once('/')?;
    let day = path.get(..10)?;
    day_of(day, "%Y/%m/%d")
}

/// A text whose link has words, "-> https://a Plan" or "-> Plan https://a", and the link alone.
pub(super) fn unlink(text: &str) -> (String, Option<&str>) {
    let text = text.trim();
    let arrow = text
        .split_whitespace()
        .any(|word| matches!(word, "->" | "-->"));
    if !arrow {
        return (text.to_owned(), None);
    }
    let is_link = |word: &str| word.contains("://");
    let link = text.split_whitespace().find(|word| is_link(word));
    if link.is_none() {
        return (text.to_owned(), None);
    }
    let words = text.split_whitespace();
    let words = words.filter(|word| !matches!(*word, "->" | "-->") && Some(*word) != link);
    (words.collect::<Vec<_>>().join(" "), link)
}
