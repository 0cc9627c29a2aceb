//! Closed sets of named choices, such as a kind or a status: one definition gives the names, reading and sampling.

/// Defines a closed set of named choices, written in kebab-case; the first is the default.
#[macro_export]
macro_rules! choice {
    ($(#[$meta:meta])* $choice:ident { $($(#[$vmeta:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $choice { $($(#[$vmeta])* #[serde(rename = $name)] $variant,)* }

        impl $choice {
            /// All choices, the default first.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];
            /// Their names, in the same order.
            pub const NAMES: &'static [&'static str] = &[$($name,)*];

            /// The choice's name in commands, files and JSON.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }

        impl $crate::domain::choice::Choice for $choice {
            const NAMES: &'static [&'static str] = $choice::NAMES;
            fn name(self) -> &'static str {
                $choice::name(self)
            }
        }

        impl Default for $choice {
            #[allow(clippy::indexing_slicing)]
            fn default() -> Self {
                Self::ALL[0]
            }
        }

        impl std::str::FromStr for $choice {
            type Err = $crate::domain::choice::UnknownChoice;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|choice| choice.name() == text).ok_or_else(|| {
                    $crate::domain::choice::UnknownChoice {
                        given: text.chars().take(40).collect(),
                        known: Self::ALL.iter().map(|choice| choice.name()).collect::<Vec<_>>().join(", "),
                    }
                })
            }
        }

        #[cfg(test)]
        impl $crate::domain::sample::Sample for $choice {
            fn sample(rng: &mut $crate::domain::sample::Rng) -> Self {
                Self::ALL[rng.below(Self::ALL.len())]
            }
        }
    };
}

/// One of a closed set of named choices.
pub trait Choice: Copy + std::str::FromStr<Err = UnknownChoice> + 'static {
    /// The names of all, the default first.
    const NAMES: &'static [&'static str];
    /// Its own name.
    fn name(self) -> &'static str;
}

/// A name that is not one of a set of choices.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{given}\" is not known here; choose one of: {known}")]
pub struct UnknownChoice {
    /// What was given, shortened.
    pub given: String,
    /// What would be understood.
    pub known: String,
}
