//! Random records and ops for property tests. A new field of a new type does not compile
//! until it can be sampled here.

use chrono::{NaiveDate, NaiveTime};

use super::due::Due;
use super::id::Id;
use super::network::Owner;
use super::pos::Pos;
use super::record::{Document, Record, RecordKey};
use super::when::When;

/// A small deterministic generator (splitmix64).
pub struct Rng(pub u64);

impl Rng {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn id(&mut self) -> Id {
        Id::from_bits(u128::from(self.next()) << 64 | u128::from(self.next()) | 1)
    }

    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        if list.is_empty() {
            None
        } else {
            list.get(self.below(list.len()))
        }
    }
}

pub trait Sample {
    fn sample(rng: &mut Rng) -> Self;
}

pub trait SampleRecord: Record {
    fn sample(id: Id, rng: &mut Rng) -> Self;
    fn sample_change(&self, rng: &mut Rng) -> Self::Field;
}

pub trait SampleDocument: Document {
    /// A record of the n-th table; `None` past the last.
    fn sample_record(table: usize, id: Id, rng: &mut Rng) -> Option<Self::Record>;
    fn sample_set(&self, key: RecordKey, rng: &mut Rng) -> Option<Self::Change>;
}

impl Sample for String {
    fn sample(rng: &mut Rng) -> Self {
        const WORDS: &[&str] = &[
            "",
            "å",
            "a\u{30a}",
            "Odense",
            "møde ",
            "x",
            "👨‍👩‍👧 ",
            "beslutter",
            "1. dec.",
        ];
        (0..rng.below(4))
            .map(|_| WORDS[rng.below(WORDS.len())])
            .collect()
    }
}

impl Sample for bool {
    fn sample(rng: &mut Rng) -> Self {
        rng.chance(50)
    }
}

impl Sample for NaiveDate {
    fn sample(rng: &mut Rng) -> Self {
        NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(rng.below(800) as u64)
    }
}

impl Sample for NaiveTime {
    fn sample(rng: &mut Rng) -> Self {
        NaiveTime::from_num_seconds_from_midnight_opt(rng.below(1440) as u32 * 60, 0).unwrap()
    }
}

macro_rules! sample_numbers {
    ($($ty:ty),*) => { $(impl Sample for $ty {
        fn sample(rng: &mut Rng) -> Self {
            rng.below(120) as $ty
        }
    })* };
}
sample_numbers!(u8, i16, u16, u32, i32, i64);

impl<T: Sample> Sample for Option<T> {
    fn sample(rng: &mut Rng) -> Self {
        rng.chance(60).then(|| T::sample(rng))
    }
}

// Ops inside ops are kept as they are: what they say plays no part in the fold.
impl Sample for Vec<super::op::DocOp> {
    fn sample(_: &mut Rng) -> Self {
        Vec::new()
    }
}

impl Sample for Vec<String> {
    fn sample(rng: &mut Rng) -> Self {
        (0..rng.below(3)).map(|_| String::sample(rng)).collect()
    }
}

impl Sample for Vec<super::letter::Wording> {
    fn sample(rng: &mut Rng) -> Self {
        let wording = |rng: &mut Rng| super::letter::Wording {
            subject: String::sample(rng),
            ..Default::default()
        };
        (0..rng.below(3)).map(|_| wording(rng)).collect()
    }
}

impl Sample for Vec<Id> {
    fn sample(rng: &mut Rng) -> Self {
        (0..rng.below(3)).map(|_| rng.id()).collect()
    }
}

impl Sample for When {
    fn sample(rng: &mut Rng) -> Self {
        const SHAPES: &[&str] = &[
            "2027-03",
            "2027-01..2027-03",
            "2027-05-20..2027-05-21",
            "Snarest",
        ];
        match rng.below(SHAPES.len() + 1) {
            0 => When::Day(NaiveDate::sample(rng)),
            shape => When::from(SHAPES[shape - 1].to_owned()),
        }
    }
}

impl Sample for Id {
    fn sample(rng: &mut Rng) -> Self {
        rng.id()
    }
}

impl Sample for Pos {
    fn sample(rng: &mut Rng) -> Self {
        Pos::row(None, 1 + rng.below(5), rng.next() as u32)
            .pop()
            .unwrap()
    }
}

impl Sample for Owner {
    fn sample(rng: &mut Rng) -> Self {
        match rng.below(4) {
            0 => Owner::Nobody,
            1 => Owner::Person(rng.id()),
            2 => Owner::Organisation(rng.id()),
            _ => Owner::Words(String::sample(rng)),
        }
    }
}

impl Sample for Due {
    fn sample(rng: &mut Rng) -> Self {
        if rng.chance(70) {
            Due::Day(NaiveDate::sample(rng))
        } else {
            Due::Words("Snarest".into())
        }
    }
}
