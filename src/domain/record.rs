//! Tables of typed records: what a document is made of, and the uniform changes to them.
//! Two macros derive everything from one definition each, so that a new field is folded,
//! inverted, rebased and sampled in tests without another line.

use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::id::Id;

/// A field's value before and after: an op carries what it replaces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change<T> {
    /// The value replaced.
    pub from: T,
    /// The new value.
    pub to: T,
}

impl<T: Clone> Change<T> {
    /// The change that takes this one back.
    pub fn inverse(&self) -> Self {
        Self {
            from: self.to.clone(),
            to: self.from.clone(),
        }
    }
}

/// One changed field of a record.
pub trait FieldChange: Clone + Debug + PartialEq + Serialize + DeserializeOwned {
    /// The change that takes this one back.
    fn inverse(&self) -> Self;
    /// Whether it changes something.
    fn is_real(&self) -> bool {
        *self != self.inverse()
    }
    /// Whether both change the same field.
    fn same_field(&self, other: &Self) -> bool;
    /// This change as made after `earlier`, which changed the same field: the later one wins.
    fn over(&self, earlier: &Self) -> Self;
    /// The field's name as stored ("title").
    fn name(&self) -> &'static str;
}

/// A row of a document's table.
pub trait Record: Clone + Debug + PartialEq + Default + Serialize + DeserializeOwned {
    /// One changed field.
    type Field: FieldChange;
    /// The record's id.
    fn id(&self) -> Id;
    /// Whether the record carries the mark of removal.
    fn removed(&self) -> bool;
    /// Sets one field to the change's new value.
    fn set(&mut self, field: &Self::Field);
}

/// The key of a record inside its document: which table, which id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordKey {
    /// The table's number, in the order of the document's definition; 0 is the head.
    pub table: u8,
    /// The record's id.
    pub id: Id,
}

/// A document: a head and tables of records.
pub trait Document: Clone + Debug + PartialEq + Default {
    /// Any record of the document.
    type Record: Clone + Debug + PartialEq + Serialize + DeserializeOwned;
    /// One changed field of any record.
    type Change: FieldChange;

    /// Adds a record; `false` when its id is already there (nothing changes).
    fn add(&mut self, record: &Self::Record) -> bool;
    /// Changes a field; `false` when the record is not there or of another table.
    fn set(&mut self, id: Id, change: &Self::Change) -> bool;
    /// Where a record belongs.
    fn key_of(record: &Self::Record) -> RecordKey;
    /// Where a changed field belongs.
    fn key_of_change(id: Id, change: &Self::Change) -> RecordKey;
    /// A copy of one record, with the mark of removal or without.
    fn record(&self, key: RecordKey) -> Option<Self::Record>;
    /// All records' keys, head first.
    fn keys(&self) -> Vec<RecordKey>;
    /// Puts a record in place, replacing what was there: for loading what was stored.
    fn put(&mut self, record: Self::Record);
    /// The change that marks a record as removed, or takes the mark away.
    fn removal(key: RecordKey, removed: bool) -> Option<Self::Change>;
}

/// True for a default value: left out of what is stored.
pub fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Defines a record and the enum of its field changes: `name Variant: Type`.
#[macro_export]
macro_rules! record {
    ($(#[$meta:meta])* $record:ident, $field:ident { $($(#[$fmeta:meta])* $name:ident $variant:ident: $ty:ty,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Default, serde::Serialize, serde::Deserialize)]
        #[serde(default)]
        pub struct $record {
            /// The record's id.
            pub id: $crate::domain::id::Id,
            $($(#[$fmeta])* #[serde(skip_serializing_if = "crate::domain::record::is_default")] pub $name: $ty,)*
            /// Removed: a mark, nothing is destroyed.
            #[serde(skip_serializing_if = "crate::domain::record::is_default")]
            pub removed: bool,
        }

        #[doc = concat!("One changed field of [`", stringify!($record), "`].")]
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $field {
            $($(#[$fmeta])* $variant($crate::domain::record::Change<$ty>),)*
            /// The mark of removal.
            Removed($crate::domain::record::Change<bool>),
        }

        impl $field {
            $(
                #[doc = concat!("The change of `", stringify!($name), "` from what it is now.")]
                pub fn $name(record: &$record, to: $ty) -> Self {
                    Self::$variant($crate::domain::record::Change { from: record.$name.clone(), to })
                }
            )*
        }

        impl $crate::domain::record::FieldChange for $field {
            fn inverse(&self) -> Self {
                match self {
                    $(Self::$variant(change) => Self::$variant(change.inverse()),)*
                    Self::Removed(change) => Self::Removed(change.inverse()),
                }
            }

            fn same_field(&self, other: &Self) -> bool {
                std::mem::discriminant(self) == std::mem::discriminant(other)
            }

            fn over(&self, earlier: &Self) -> Self {
                match (self, earlier) {
                    $((Self::$variant(mine), Self::$variant(theirs)) => Self::$variant(
                        $crate::domain::record::Change { from: theirs.to.clone(), to: mine.to.clone() }),)*
                    (Self::Removed(mine), Self::Removed(theirs)) => Self::Removed(
                        $crate::domain::record::Change { from: theirs.to, to: mine.to }),
                    _ => self.clone(),
                }
            }

            fn name(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => stringify!($name),)*
                    Self::Removed(_) => "removed",
                }
            }
        }

        impl $crate::domain::record::Record for $record {
            type Field = $field;
            fn id(&self) -> $crate::domain::id::Id {
                self.id
            }
            fn removed(&self) -> bool {
                self.removed
            }
            fn set(&mut self, field: &$field) {
                match field {
                    $($field::$variant(change) => self.$name = change.to.clone(),)*
                    $field::Removed(change) => self.removed = change.to,
                }
            }
        }

        #[cfg(test)]
        impl $crate::domain::sample::SampleRecord for $record {
            fn sample(id: $crate::domain::id::Id, rng: &mut $crate::domain::sample::Rng) -> Self {
                Self { id, $($name: $crate::domain::sample::Sample::sample(rng),)* removed: false }
            }
            fn sample_change(&self, rng: &mut $crate::domain::sample::Rng) -> $field {
                let mut all = vec![$field::Removed($crate::domain::record::Change { from: self.removed, to: !self.removed })];
                $(all.push($field::$name(self, $crate::domain::sample::Sample::sample(rng)));)*
                all.swap_remove(rng.below(all.len()))
            }
        }
    };
}

/// Defines a document: its head and tables (`map Variant: Record`), in stored order.
#[macro_export]
macro_rules! document {
    ($(#[$meta:meta])* $doc:ident, $record:ident, $change:ident, $table:ident {
        head: $head:ty, $($(#[$tmeta:meta])* $map:ident $variant:ident: $row:ty,)*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Default, serde::Serialize, serde::Deserialize)]
        #[serde(default)]
        pub struct $doc {
            /// The document's own facts.
            pub head: $head,
            $($(#[$tmeta])* pub $map: std::collections::BTreeMap<$crate::domain::id::Id, $row>,)*
        }

        #[doc = concat!("Any record of a [`", stringify!($doc), "`].")]
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs, clippy::large_enum_variant)]
        pub enum $record { Head($head), $($variant($row),)* }

        #[doc = concat!("One changed field of any record of a [`", stringify!($doc), "`].")]
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs, clippy::large_enum_variant)]
        pub enum $change {
            Head(<$head as $crate::domain::record::Record>::Field),
            $($variant(<$row as $crate::domain::record::Record>::Field),)*
        }

        #[doc = concat!("The tables of a [`", stringify!($doc), "`], numbered as in [`RecordKey`](crate::domain::record::RecordKey).")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        #[allow(missing_docs)]
        pub enum $table { Head, $($variant,)* }

        impl $crate::domain::record::FieldChange for $change {
            fn inverse(&self) -> Self {
                match self {
                    Self::Head(change) => Self::Head(change.inverse()),
                    $(Self::$variant(change) => Self::$variant(change.inverse()),)*
                }
            }
            fn same_field(&self, other: &Self) -> bool {
                match (self, other) {
                    (Self::Head(mine), Self::Head(theirs)) => mine.same_field(theirs),
                    $((Self::$variant(mine), Self::$variant(theirs)) => mine.same_field(theirs),)*
                    #[allow(unreachable_patterns)]
                    _ => false,
                }
            }
            fn over(&self, earlier: &Self) -> Self {
                match (self, earlier) {
                    (Self::Head(mine), Self::Head(theirs)) => Self::Head(mine.over(theirs)),
                    $((Self::$variant(mine), Self::$variant(theirs)) => Self::$variant(mine.over(theirs)),)*
                    #[allow(unreachable_patterns)]
                    _ => self.clone(),
                }
            }
            fn name(&self) -> &'static str {
                match self {
                    Self::Head(change) => change.name(),
                    $(Self::$variant(change) => change.name(),)*
                }
            }
        }

        impl $crate::domain::record::Document for $doc {
            type Record = $record;
            type Change = $change;

            fn add(&mut self, record: &$record) -> bool {
                use $crate::domain::record::Record;
                match record {
                    $record::Head(head) if self.head.id() == $crate::domain::id::Id::default() => {
                        self.head = head.clone();
                        true
                    }
                    $record::Head(_) => false,
                    $($record::$variant(row) => match self.$map.entry(row.id()) {
                        std::collections::btree_map::Entry::Vacant(place) => {
                            place.insert(row.clone());
                            true
                        }
                        std::collections::btree_map::Entry::Occupied(_) => false,
                    },)*
                }
            }

            fn set(&mut self, id: $crate::domain::id::Id, change: &$change) -> bool {
                use $crate::domain::record::Record;
                match change {
                    $change::Head(field) => {
                        self.head.set(field);
                        true
                    }
                    $($change::$variant(field) => self.$map.get_mut(&id).map(|row| row.set(field)).is_some(),)*
                }
            }

            fn key_of(record: &$record) -> $crate::domain::record::RecordKey {
                use $crate::domain::record::{Record, RecordKey};
                match record {
                    $record::Head(_) => RecordKey { table: $table::Head as u8, id: $crate::domain::id::Id::default() },
                    $($record::$variant(row) => RecordKey { table: $table::$variant as u8, id: row.id() },)*
                }
            }

            fn key_of_change(id: $crate::domain::id::Id, change: &$change) -> $crate::domain::record::RecordKey {
                use $crate::domain::record::RecordKey;
                match change {
                    $change::Head(_) => RecordKey { table: $table::Head as u8, id: $crate::domain::id::Id::default() },
                    $($change::$variant(_) => RecordKey { table: $table::$variant as u8, id },)*
                }
            }

            fn record(&self, key: $crate::domain::record::RecordKey) -> Option<$record> {
                match key.table {
                    table if table == $table::Head as u8 => Some($record::Head(self.head.clone())),
                    $(table if table == $table::$variant as u8 => self.$map.get(&key.id).cloned().map($record::$variant),)*
                    _ => None,
                }
            }

            fn keys(&self) -> Vec<$crate::domain::record::RecordKey> {
                use $crate::domain::record::RecordKey;
                #[allow(unused_mut)]
                let mut keys = vec![RecordKey { table: $table::Head as u8, id: $crate::domain::id::Id::default() }];
                $(keys.extend(self.$map.keys().map(|id| RecordKey { table: $table::$variant as u8, id: *id }));)*
                keys
            }

            fn put(&mut self, record: $record) {
                use $crate::domain::record::Record;
                match record {
                    $record::Head(head) => self.head = head,
                    $($record::$variant(row) => {
                        self.$map.insert(row.id(), row);
                    })*
                }
            }

            fn removal(key: $crate::domain::record::RecordKey, removed: bool) -> Option<$change> {
                use $crate::domain::record::{Change, Record};
                let change = Change { from: !removed, to: removed };
                match key.table {
                    table if table == $table::Head as u8 => Some($change::Head(<$head as Record>::Field::Removed(change))),
                    $(table if table == $table::$variant as u8 => Some($change::$variant(<$row as Record>::Field::Removed(change))),)*
                    _ => None,
                }
            }
        }

        $(
            impl From<$row> for $record {
                fn from(row: $row) -> Self {
                    Self::$variant(row)
                }
            }
            impl From<<$row as $crate::domain::record::Record>::Field> for $change {
                fn from(change: <$row as $crate::domain::record::Record>::Field) -> Self {
                    Self::$variant(change)
                }
            }
        )*
        impl From<$head> for $record {
            fn from(head: $head) -> Self {
                Self::Head(head)
            }
        }
        impl From<<$head as $crate::domain::record::Record>::Field> for $change {
            fn from(change: <$head as $crate::domain::record::Record>::Field) -> Self {
                Self::Head(change)
            }
        }

        #[cfg(test)]
        impl $crate::domain::sample::SampleDocument for $doc {
            fn sample_record(table: usize, id: $crate::domain::id::Id, rng: &mut $crate::domain::sample::Rng) -> Option<$record> {
                use $crate::domain::sample::SampleRecord;
                let mut makers: Vec<fn($crate::domain::id::Id, &mut $crate::domain::sample::Rng) -> $record> =
                    vec![|id, rng| $record::Head(<$head>::sample(id, rng))];
                $(makers.push(|id, rng| $record::$variant(<$row>::sample(id, rng)));)*
                makers.get(table).map(|make| make(id, rng))
            }
            fn sample_set(&self, key: $crate::domain::record::RecordKey, rng: &mut $crate::domain::sample::Rng) -> Option<$change> {
                use $crate::domain::{record::Document, sample::SampleRecord};
                Some(match self.record(key)? {
                    $record::Head(head) => $change::Head(head.sample_change(rng)),
                    $($record::$variant(row) => $change::$variant(row.sample_change(rng)),)*
                })
            }
        }
    };
}
