//! The palette: every command by a few letters of its name or description.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope};
use crate::app::context::Target;
use crate::app::field::Field;
use crate::app::input::{Code, KeyPress};
use crate::app::keymap::SCREENS;
use crate::app::view::View;
use crate::app::{App, Call, commands};
use crate::domain::folding::fold;
use crate::locale::{Key, Locale};

use super::Answered;

/// Commands that only mean something where letters of the text are commands.
const OF_MODES: [&str; 10] = [
    "text-normal",
    "text-insert",
    "text-open-below",
    "text-open-above",
    "text-cut-paragraph",
    "text-copy-paragraph",
    "text-change",
    "text-change-paragraph",
    "text-put-after",
    "text-put-before",
];

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    /// What was typed.
    pub field: Field,
    /// The row selected among those that match.
    pub selected: usize,
    /// What the chosen command will be about.
    pub target: Target,
    /// Commands of other screens.
    elsewhere: Vec<&'static str>,
}

/// Whether a command is called what was typed, whether it is then for what is shown, whether words of its title begin
/// with all that was typed or are that, and how well it matches.
type Rank = (bool, bool, u8, u32);

impl Palette {
    /// The palette over a screen.
    pub fn new(view: &View, target: Target) -> Self {
        let here = view.scopes();
        let other = |place: &&str| SCREENS.contains(place) && !here.contains(place);
        let elsewhere = commands::all().filter(|command| {
            let mut places = view.keymap.places_of(command.name).peekable();
            let of_others = places.peek().is_some() && places.all(|it| other(&it));
            let of_modes = !view.keymap.modal && OF_MODES.contains(&command.name);
            command.scope == Scope::Screen && (of_others || of_modes)
        });
        Self {
            target,
            elsewhere: elsewhere.map(|command| command.name).collect(),
            ..Self::default()
        }
    }

    /// Commands that match what was typed, best first; all that can be used here when nothing was.
    /// Scattered letters count only where no command has the words as typed. Before all come those whose title begins
    /// with what was typed, or that have it as a word of their own, and of them those for what is shown here; then
    /// those that have it in their title.
    pub fn matches(&self, locale: Locale) -> Vec<&'static Command> {
        let mut matcher = Matcher::new(Config::DEFAULT);
        let typed = fold(self.field.text());
        let verbs = fold(&locale.text(Key::PaletteVerbs));
        let pattern = Pattern::parse(&typed, CaseMatching::Ignore, Normalization::Smart);
        let words: Vec<&str> = typed.split_whitespace().collect();
        let mut buffer = Vec::new();
        let mut found: Vec<(bool, Rank, &'static Command)> = commands::all()
            .filter(|command| self.fits(command.scope) && !self.elsewhere.contains(&command.name))
            .filter_map(|command| {
                let doc = fold(&locale.text(command.doc()));
                let keywords = Key::named(&format!("keywords-{}", command.name));
                let keywords = keywords
                    .map(|key| fold(&locale.text(key)))
                    .unwrap_or_default();
                let others = other_verbs(&verbs, &doc);
                let name = command.name;
                let text = format!("{doc} {name} {keywords} {others}");
                let score = pattern.score(Utf32Str::new(&text, &mut buffer), &mut matcher)?;
                let has = words.iter().all(|word| text.contains(word));
                let own = format!(" {keywords} ").contains(&format!(" {typed} "));
                let called = !typed.is_empty() && (own || name == typed || doc.starts_with(&typed));
                let near = called && command.scope != Scope::Anywhere;
                let titled = words.iter().map(|word| in_title(&doc, word)).min();
                let titled = titled.unwrap_or_default();
                Some((has, (called, near, titled, score), command))
            })
            .collect();
        let titles: Vec<_> = found
            .iter()
            .map(|(.., it)| (it.scope, locale.text(it.doc())))
            .collect();
        // Of two that do the same, the one made for a person at the screen is offered.
        found.retain(|(.., it)| {
            it.scope == Scope::Screen || !titles.contains(&(Scope::Screen, locale.text(it.doc())))
        });
        let whole = found.iter().any(|(whole, ..)| *whole);
        found.retain(|(has, ..)| *has || !whole);
        found.sort_by_key(|(_, score, _)| std::cmp::Reverse(*score));
        found.into_iter().map(|(.., command)| command).collect()
    }

    fn fits(&self, scope: Scope) -> bool {
        match scope {
            Scope::Anywhere | Scope::Screen => true,
            Scope::Network => self.target.network.is_some() || self.target.meeting.is_some(),
            Scope::Meeting => self.target.meeting.is_some(),
            Scope::Item => self.target.item.is_some(),
            Scope::Entry => self.target.entry.is_some(),
        }
    }

    /// A key.
    pub fn key(&mut self, app: &App, key: KeyPress) -> Answered {
        match key.code {
            Code::Esc => return Answered::Close,
            Code::Up => self.selected = self.selected.saturating_sub(1),
            Code::Down => {
                self.selected =
                    (self.selected + 1).min(self.matches(app.locale).len().saturating_sub(1))
            }
            Code::Enter => {
                let Some(command) = self.matches(app.locale).get(self.selected).copied() else {
                    return Answered::Used;
                };
                return Answered::Run(Call {
                    words: vec![chosen(command).to_owned()],
                    target: self.target,
                });
            }
            _ if self.field.key(key) => self.selected = 0,
            _ => return Answered::Unused,
        }
        Answered::Used
    }

    /// Pasted text.
    pub fn paste(&mut self, text: &str) {
        self.field.paste(text);
        self.selected = 0;
    }
}

/// The command that a choice runs. One that changes nothing when it is given no words
/// (`network-set`) gives way to the one that opens its form, filled in; so does one whose form
/// can be filled in once a choice is made of what it is about (`own-text-set`).
fn chosen(command: &'static Command) -> &'static str {
    let missing = |command: &Command| Args::default().missing(command.args);
    let bare = missing(command).is_empty();
    let chooses = |edit: &Command| {
        let missing = missing(edit);
        let choice = |arg: &&Arg| matches!(arg.kind, ArgKind::Choice(_));
        !missing.is_empty() && missing.iter().all(choice)
    };
    let edit = command
        .name
        .strip_suffix("-set")
        .and_then(|of| commands::find(&format!("{of}-edit")));
    edit.filter(|edit| bare || chooses(edit))
        .map_or(command.name, |edit| edit.name)
}

/// How a title has what was typed: as a word, as the beginning of one, or not.
fn in_title(title: &str, typed: &str) -> u8 {
    let rank = |word: &str| u8::from(word.starts_with(typed)) + u8::from(word == typed);
    let words = title.split(|sign: char| !sign.is_alphanumeric());
    words.map(rank).max().unwrap_or_default()
}

/// Other words for what a title begins with: "ret: ændr rediger; fjern: slet".
fn other_verbs<'a>(verbs: &'a str, title: &str) -> &'a str {
    let first = title.split(' ').next().unwrap_or_default();
    let mut pairs = verbs.split(';').filter_map(|pair| pair.split_once(':'));
    let of_title = pairs.find(|(verb, _)| verb.trim() == first);
    of_title.map_or("", |(_, others)| others.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keymap::Keymap;
    use crate::app::screens::Screen;
    use crate::app::screens::history::HistoryScreen;
    use crate::domain::id::Id;
    use crate::domain::op::DocId;
    use crate::domain::secretariat::Language;

    fn offers(view: &View, name: &str) -> bool {
        let palette = Palette::new(view, Target::default());
        let offered = palette.matches(Locale::default());
        offered.iter().any(|command| command.name == name)
    }

    fn first(typed: &str) -> &'static str {
        let target = Target {
            meeting: Some(Id::from_bits(1)),
            ..Target::default()
        };
        let mut palette = Palette::new(&View::default(), target);
        palette.paste(typed);
        let found = palette.matches(Locale::new(Language::Danish));
        found.first().map_or("", |command| command.name)
    }

    #[test]
    fn the_words_of_an_office_find_their_commands() {
        for (typed, name) in [
            ("historik", "go-history"),
            ("udskriv", "document-show"),
            ("taster", "help"),
            ("tastatur", "help"),
            ("mødeleder", "meeting-edit"),
            ("formand", "meeting-edit"),
            ("aflys", "meeting-cancel"),
            ("hvem hvad hvornår", "go-history"),
            ("ændre punkt", "agenda-edit"),
            ("rediger mødets", "meeting-edit"),
            ("slet henvendelse", "enquiry-remove"),
            ("nyt møde", "meeting-begin"),
            ("program", "programme"),
            ("artikel", "article-edit"),
            ("forkort", "abbreviations"),
            ("brev", "letter-send"),
        ] {
            assert_eq!(first(typed), name, "{typed}");
        }
        assert_eq!(first("qxqxqx"), "");
        assert_ne!(first("afslut"), "enquiry-close", "a meeting is shown");
    }

    #[test]
    fn one_of_two_that_do_the_same_is_offered() {
        let target = Target {
            meeting: Some(Id::from_bits(1)),
            ..Target::default()
        };
        let mut palette = Palette::new(&View::default(), target);
        palette.paste("ret mødets oplysninger");
        let locale = Locale::new(Language::Danish);
        let titles = palette.matches(locale).into_iter();
        let titles: Vec<_> = titles.map(|it| locale.text(it.doc())).collect();
        let same = titles.iter().filter(|it| *it == "Ret mødets oplysninger");
        assert_eq!(same.count(), 1, "{titles:?}");
    }

    #[test]
    fn keywords_belong_to_commands() {
        let named = Key::ALL
            .iter()
            .filter_map(|key| key.name().strip_prefix("keywords-"));
        for name in named {
            assert!(commands::find(name).is_some(), "{name}");
        }
    }

    #[test]
    fn nothing_is_set_to_nothing() {
        let run = |name| chosen(commands::find(name).unwrap());
        assert_eq!(run("network-set"), "network-edit");
        assert_eq!(run("letterhead-set"), "letterhead-edit");
        assert_eq!(run("own-text-set"), "own-text-edit");
        // It asks for whose place it is by itself.
        assert_eq!(run("group-member-set"), "group-member-set");
    }

    #[test]
    fn what_only_another_screen_can_do_is_not_offered() {
        let mut view = View {
            keymap: Keymap::shipped("default").unwrap(),
            ..View::default()
        };
        assert!(!offers(&view, "history-restore"));
        assert!(offers(&view, "home") && offers(&view, "quit"));
        assert!(!offers(&view, "text-put-after"));
        view.go(Screen::History(HistoryScreen::new(DocId::Desk, None)));
        assert!(offers(&view, "history-restore"));
    }
}
