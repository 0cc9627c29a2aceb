//! Reading a rule as it is written, Danish or English, and saying where it could not be read.

use chrono::{NaiveDate, NaiveTime, Weekday};

use super::{Free, Nth, Rule};
use crate::domain::when::names::{month, number, weekday};
use crate::domain::when::read_time;

/// Where a rule could not be read, and what was expected there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRule {
    /// The sign it begins with, the first being 1; one more than there are at the end.
    pub place: usize,
    /// What stands there; empty at the end.
    pub word: String,
    /// What was expected.
    pub expected: Expected,
}

/// What a rule should have had in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// "first", "second" … "last".
    Ordinal,
    /// A weekday.
    Weekday,
    /// "every month", "odd months", names of months.
    Months,
    /// A time of day.
    Time,
    /// "not …", or the end.
    Exception,
    /// A week, public holidays, school holidays, a day.
    Free,
    /// A number of a week, 1 to 53.
    Week,
    /// A day of the calendar.
    Day,
}

#[derive(Clone, Debug)]
struct Token {
    word: String,
    place: usize,
}

/// Reads a rule.
///
/// # Errors
/// Where it could not be read.
pub fn read_rule(text: &str) -> Result<Rule, BadRule> {
    let mut reader = Reader::new(text);
    reader.skip(&["den", "the", "på", "on", "hver", "every"]);
    let nth = reader.expect(Expected::Ordinal, ordinal)?;
    let weekday = reader.expect(Expected::Weekday, weekday_of)?;
    reader.skip(&["of", "in", "i"]);
    let months = reader.months()?;
    let (start, end) = reader.times()?;
    let mut free = Vec::new();
    while !reader.is_done() {
        reader.exception(&mut free)?;
    }
    Ok(Rule {
        nth,
        weekday,
        months,
        start,
        end,
        free,
    })
}

fn weekday_of(word: &str) -> Option<Weekday> {
    weekday(word).or_else(|| weekday(word.strip_suffix('s')?))
}

fn ordinal(word: &str) -> Option<Nth> {
    Some(match word {
        "first" | "1st" | "første" | "1" => Nth::From(1),
        "second" | "2nd" | "anden" | "2" => Nth::From(2),
        "third" | "3rd" | "tredje" | "3" => Nth::From(3),
        "fourth" | "4th" | "fjerde" | "4" => Nth::From(4),
        "fifth" | "5th" | "femte" | "5" => Nth::From(5),
        "last" | "sidste" => Nth::Last,
        _ => return None,
    })
}

/// "other", "second", "anden" … : how many months from one to the next.
fn step(word: &str) -> Option<usize> {
    Some(match word {
        "month" | "måned" => 1,
        "other" | "second" | "anden" | "2" | "2nd" => 2,
        "third" | "tredje" | "3" | "3rd" => 3,
        "fourth" | "fjerde" | "4" | "4th" => 4,
        "sixth" | "sjette" | "6" | "6th" => 6,
        _ => return None,
    })
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
    end: usize,
}

impl Reader {
    fn new(text: &str) -> Self {
        let mut tokens: Vec<Token> = Vec::new();
        let mut open = false;
        let mut count = 0;
        for sign in text.chars() {
            count += 1;
            let sign = match sign {
                '–' | '—' => '-',
                other => other,
            };
            if sign == '-' {
                let word = "-".to_owned();
                tokens.push(Token { word, place: count });
                open = false;
            } else if sign.is_whitespace() || matches!(sign, ',' | ';') {
                open = false;
            } else {
                if !open {
                    tokens.push(Token {
                        word: String::new(),
                        place: count,
                    });
                    open = true;
                }
                if let Some(token) = tokens.last_mut() {
                    token.word.extend(sign.to_lowercase());
                }
            }
        }
        for token in &mut tokens {
            token.word = token.word.trim_end_matches('.').to_owned();
        }
        Self {
            tokens,
            at: 0,
            end: count + 1,
        }
    }

    fn is_done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    fn word(&self) -> &str {
        self.word_at(0)
    }

    fn word_at(&self, ahead: usize) -> &str {
        let token = self.tokens.get(self.at + ahead);
        token.map_or("", |token| token.word.as_str())
    }

    fn bad(&self, expected: Expected) -> BadRule {
        let token = self.tokens.get(self.at);
        BadRule {
            place: token.map_or(self.end, |token| token.place),
            word: token.map_or_else(String::new, |token| token.word.clone()),
            expected,
        }
    }

    fn skip(&mut self, words: &[&str]) {
        while words.contains(&self.word()) {
            self.at += 1;
        }
    }

    fn take(&mut self, words: &[&str]) -> bool {
        let found = words.contains(&self.word());
        self.at += usize::from(found);
        found
    }

    fn expect<T>(
        &mut self,
        expected: Expected,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, BadRule> {
        let value = read(self.word()).ok_or_else(|| self.bad(expected))?;
        self.at += 1;
        Ok(value)
    }

    /// "every other month from february", "odd months", "march and september".
    fn months(&mut self) -> Result<Vec<u32>, BadRule> {
        let odd = ["odd", "ulige"].contains(&self.word());
        if odd || ["even", "lige"].contains(&self.word()) {
            self.at += 1;
            if !self.take(&["months", "month", "måneder", "måned"]) {
                return Err(self.bad(Expected::Months));
            }
            return Ok((1..=12).filter(|month| (month % 2 == 1) == odd).collect());
        }
        if self.take(&["every", "each", "hver"]) {
            let step = self.expect(Expected::Months, step)?;
            self.take(&["month", "måned", "months"]);
            // "from" may also lead to a time.
            let from = match month(self.word_at(1)) {
                Some(from) if self.take(&["from", "fra"]) => {
                    self.at += 1;
                    from
                }
                _ => 1,
            };
            return Ok((from..=12).step_by(step).collect());
        }
        let mut months = vec![self.expect(Expected::Months, month)?];
        loop {
            self.skip(&["og", "and"]);
            match month(self.word()) {
                Some(next) => {
                    self.at += 1;
                    months.push(next);
                }
                None => break,
            }
        }
        months.sort_unstable();
        months.dedup();
        Ok(months)
    }

    /// "kl. 9.30-12.30", "from 09:30 to 12:30", one time, or none.
    fn times(&mut self) -> Result<(Option<NaiveTime>, Option<NaiveTime>), BadRule> {
        let led = self.take(&["kl", "at", "fra", "from"]);
        self.skip(&["kl"]);
        let Ok(start) = read_time(self.word()) else {
            return match led {
                true => Err(self.bad(Expected::Time)),
                false => Ok((None, None)),
            };
        };
        self.at += 1;
        if !self.take(&["-", "til", "to"]) {
            return Ok((Some(start), None));
        }
        self.skip(&["kl"]);
        let end = read_time(self.word()).ok().filter(|end| *end > start);
        let end = end.ok_or_else(|| self.bad(Expected::Time))?;
        self.at += 1;
        Ok((Some(start), Some(end)))
    }

    /// "not in week 42", "ikke på helligdage og ikke 24. dec.–1. jan."
    fn exception(&mut self, free: &mut Vec<Free>) -> Result<(), BadRule> {
        self.skip(&["og", "and", "but", "men"]);
        if !self.take(&["not", "ikke", "except", "undtagen"]) {
            return Err(self.bad(Expected::Exception));
        }
        loop {
            self.skip(&[
                "in", "i", "on", "på", "a", "an", "en", "the", "den", "from", "fra",
            ]);
            let read = self.free()?;
            free.push(read);
            self.skip(&["og", "and", "or", "eller"]);
            if self.is_done() || ["not", "ikke", "but", "men"].contains(&self.word()) {
                return Ok(());
            }
        }
    }

    fn free(&mut self) -> Result<Free, BadRule> {
        if self.take(&["week", "weeks", "uge", "uger", "ugerne"]) || self.is_bare_week() {
            let first = self.expect(Expected::Week, week)?;
            let last = match self.take(&["-", "to", "til"]) {
                true => self.expect(Expected::Week, week)?,
                false => first,
            };
            return Ok(Free::Weeks(first, last));
        }
        if self.take(&["public", "bank", "danish"]) {
            return match self.take(&["holiday", "holidays"]) {
                true => Ok(Free::Holidays),
                false => Err(self.bad(Expected::Free)),
            };
        }
        if self.take(&[
            "holiday",
            "holidays",
            "helligdag",
            "helligdage",
            "helligdagene",
        ]) {
            return Ok(Free::Holidays);
        }
        if self.take(&["school", "skolens"]) {
            return match self.take(&["holiday", "holidays", "ferier", "ferie"]) {
                true => Ok(Free::School),
                false => Err(self.bad(Expected::Free)),
            };
        }
        if self.take(&["skoleferie", "skoleferien", "skoleferier", "skoleferierne"]) {
            return Ok(Free::School);
        }
        self.free_days()
    }

    /// After "week 7 and", a number alone is a week too.
    fn is_bare_week(&self) -> bool {
        let after_week = self.at.checked_sub(2).and_then(|at| self.tokens.get(at));
        let listed = after_week.is_some_and(|token| week(&token.word).is_some());
        listed && week(self.word()).is_some() && month(self.word_at(1)).is_none()
    }

    /// "24. dec.–1. jan.", "24 dec", "5 June", "juli".
    fn free_days(&mut self) -> Result<Free, BadRule> {
        if let Some(whole) = month(self.word()) {
            self.at += 1;
            if let Some(day) = number(self.word(), 2).filter(|_| !self.is_done()) {
                self.at += 1;
                let first = self.calendar_day(whole, day)?;
                return self.until(first);
            }
            return Ok(Free::Days((whole, 1), (whole, 31)));
        }
        let begun = self.at;
        let first = self.day_and_month();
        let Some(first) = first else {
            self.at = begun;
            return Err(self.bad(Expected::Free));
        };
        let first = self.calendar_day(first.0, first.1)?;
        self.until(first)
    }

    fn until(&mut self, first: (u32, u32)) -> Result<Free, BadRule> {
        if !self.take(&["-", "to", "til", "until"]) {
            return Ok(Free::Days(first, first));
        }
        self.skip(&["og", "med", "and", "including"]);
        let Some((month, day)) = self.day_and_month() else {
            return Err(self.bad(Expected::Day));
        };
        let last = self.calendar_day(month, day)?;
        Ok(Free::Days(first, last))
    }

    /// Month and day of "24 dec", "dec 24", "24/12".
    fn day_and_month(&mut self) -> Option<(u32, u32)> {
        let (first, second) = (self.word().to_owned(), self.word_at(1).to_owned());
        if let Some((day, month)) = first.split_once('/') {
            self.at += 1;
            return Some((number(month, 2)?, number(day, 2)?));
        }
        let read = match (number(&first, 2), month(&second)) {
            (Some(day), Some(month)) => Some((month, day)),
            _ => month(&first).zip(number(&second, 2)),
        };
        self.at += 2 * usize::from(read.is_some());
        read
    }

    /// A day of a leap year, so that 29 February is one.
    fn calendar_day(&mut self, month: u32, day: u32) -> Result<(u32, u32), BadRule> {
        if NaiveDate::from_ymd_opt(2024, month, day).is_some() {
            return Ok((month, day));
        }
        self.at = self.at.saturating_sub(2);
        Err(self.bad(Expected::Day))
    }
}

fn week(word: &str) -> Option<u32> {
    number(word, 2).filter(|week| (1..=53).contains(week))
}
