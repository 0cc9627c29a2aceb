//! From a key to a command: the top overlay first, then the screen's pane, then everywhere.

use super::chord::Chord;
use super::command::{Command, Stop};
use super::input::{Code, Input, KeyPress, Mouse, MouseKind};
use super::message::Message;
use super::overlays::form::Form;
use super::overlays::{Answered, Overlay};
use super::spots::Spot;
use super::view::{Notice, Tone, is_too_small};
use super::{App, Call, Effect, Ended, commands, keyname, screens, strip};
use crate::locale::Key;

/// A command is repeated at most so often.
const MOST: usize = 200;

/// Rows a notch of the wheel goes.
pub const WHEEL: usize = 3;

/// Whether pasted text names several people: lines, or addresses one after another.
fn is_list(text: &str) -> bool {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.count() > 1 || text.contains('\t') || text.matches('@').count() > 1
}

impl App {
    /// Takes in what the person did.
    pub(super) fn take_input(&mut self, input: Input) {
        match input {
            Input::Key(key) if self.is_blind() => self.press_blind(key),
            Input::Key(key) => {
                if self.view.notice.take().is_some() {
                    self.view.repaint.everything();
                }
                self.press(key);
            }
            Input::Paste(_) if self.is_blind() => {}
            Input::Paste(text) => self.paste(&text),
            Input::Resize(columns, rows) => self.view.size = (columns, rows),
            Input::Mouse(mouse) if mouse.kind == MouseKind::Press => self.click(mouse),
            Input::Mouse(mouse) => self.turn_wheel(mouse.kind),
            // What stands in forms is in its file, and opened again at the next start.
            Input::Hangup | Input::Terminate => self.effects.push(Effect::Quit),
        }
    }

    /// Whether the person sees nothing of what a key would do.
    fn is_blind(&self) -> bool {
        self.view.size != (0, 0) && is_too_small(self.view.size)
    }

    /// Where nothing is seen only the key that ends the program does anything.
    fn press_blind(&mut self, key: KeyPress) {
        let line = self
            .view
            .keymap
            .find(&["global"], key)
            .map(<[String]>::to_vec);
        let quits = line.is_some_and(|words| words.first().is_some_and(|name| name == "quit"));
        if quits || key.ctrl && key.code == Code::Char('q') {
            self.effects.push(Effect::Quit);
        }
    }

    /// The wheel goes through the list in front; who draws the minutes scrolls them.
    fn turn_wheel(&mut self, kind: MouseKind) {
        let line = match kind {
            MouseKind::ScrollUp => "list-up",
            MouseKind::ScrollDown => "list-down",
            _ => return,
        };
        if !self.view.screen.takes_text() || !self.view.overlays.is_empty() {
            for _ in 0..WHEEL {
                self.interactive(vec![line.to_owned()]);
            }
        }
    }

    /// A click selects a row; on the selected one it does what Enter does.
    fn click(&mut self, mouse: Mouse) {
        let Some(spot) = self.view.spots.at(mouse.x, mouse.y) else {
            return;
        };
        self.view.notice = None;
        self.view.repaint.everything();
        let again = match spot {
            Spot::NextStep => return self.interactive(vec!["next-step".to_owned()]),
            Spot::Text => return self.interactive(vec!["show-minutes".to_owned()]),
            Spot::Row(row) => !screens::select(self, row),
            Spot::Choice(index) => match self.view.overlays.last_mut() {
                Some(Overlay::Panel(panel)) => {
                    std::mem::replace(&mut panel.selected, index) == index
                }
                Some(Overlay::Palette(palette)) => {
                    std::mem::replace(&mut palette.selected, index) == index
                }
                Some(Overlay::Form(form)) => {
                    form.offer = index;
                    true
                }
                _ => false,
            },
            Spot::Field(field) => match self.view.overlays.last_mut() {
                Some(Overlay::Form(form)) => form.point(field),
                _ => false,
            },
        };
        if again {
            self.press(KeyPress::new(Code::Enter));
        }
    }

    /// A key, to whatever has the focus.
    pub(crate) fn press(&mut self, key: KeyPress) {
        if let Some(mut overlay) = self.view.overlays.pop() {
            if let Some(words) = self
                .view
                .keymap
                .find(overlay.scopes(), key)
                .map(<[String]>::to_vec)
            {
                let typed = match &mut overlay {
                    Overlay::Panel(panel) => panel.give_up_typed(&words),
                    _ => None,
                };
                self.view.overlays.push(overlay);
                self.interactive(words);
                if let (Some(typed), Some(Overlay::Form(form))) =
                    (typed, self.view.overlays.last_mut())
                {
                    form.paste(&typed);
                }
                return;
            }
            let answered = overlay.key(self, key);
            self.answer_overlay(overlay, answered, key);
            return;
        }
        if self.view.strip {
            self.view.strip = false;
            self.view.repaint.everything();
            if self.press_strip(key) {
                return;
            }
        }
        self.press_screen(key);
    }

    /// A letter after Esc in text; Esc again goes on typing.
    fn press_strip(&mut self, key: KeyPress) -> bool {
        let plain = KeyPress { alt: false, ..key };
        match self
            .view
            .keymap
            .find(strip::scopes(self.locale), plain)
            .map(<[String]>::to_vec)
        {
            Some(words) => self.interactive(words),
            None if key.code == Code::Esc => {}
            None if key.text().is_some() => self.refuse_key(key),
            None => return false,
        }
        true
    }

    fn refuse_key(&mut self, key: impl Into<Chord>) {
        self.view.count = 0;
        let key = keyname::name(self.locale, key);
        self.fail(Message::new(Key::NoticeNoSuchKey).with("key", key));
    }

    fn press_screen(&mut self, key: KeyPress) {
        let text = self.view.screen.takes_text();
        if text {
            self.sit_down();
        }
        let scopes = self.view.scopes_for(key);
        if text && self.view.keymap.modal && self.press_quick_esc(scopes, key) {
            return;
        }
        if let Some(seek) = self.view.awaited.take() {
            match key.text() {
                Some(sign) => self.seek(seek, sign),
                None => self.view.repaint.everything(),
            }
            return;
        }
        if let Some(first) = self.view.first.take() {
            self.view.repaint.everything();
            let chord = Chord::after(first, key);
            let scopes = self.view.scopes();
            return match self.view.keymap.find(scopes, chord).map(<[String]>::to_vec) {
                Some(words) => self.repeat(words),
                None if key.code == Code::Esc => self.view.count = 0,
                None => self.refuse_key(chord),
            };
        }
        let modal = self.view.is_normal();
        if modal && self.count(key) {
            return;
        }
        let own = self.view.keymap.find(scopes, key).is_some();
        let begins = self.view.keymap.begins(scopes, key);
        if text && key.alt && !own && !begins && self.press_strip(key) {
            return;
        }
        if begins {
            self.view.first = Some(key);
        } else if let Some(words) = self.view.keymap.find(scopes, key).map(<[String]>::to_vec) {
            self.repeat(words);
        } else if text && !modal && self.type_key(key) {
            self.note_typing();
        } else if screens::type_key(self, key) {
            // The screen's own field took it.
        } else {
            self.refuse_key(key);
        }
    }

    /// Esc and a letter that came as one key, as terminals send them when they are quick: with
    /// modes, Esc is pressed too often for the letter to name an action.
    fn press_quick_esc(&mut self, scopes: &[&'static str], key: KeyPress) -> bool {
        let keymap = &self.view.keymap;
        let bound = keymap.find(scopes, key).is_some() || keymap.begins(scopes, key);
        let quick = key.alt && matches!(key.code, Code::Char(_)) && !bound;
        if quick {
            self.press(KeyPress::new(Code::Esc));
            self.press(KeyPress { alt: false, ..key });
        }
        quick
    }

    /// A digit before a command of the text, in a mode where letters are commands.
    fn count(&mut self, key: KeyPress) -> bool {
        let digit = key.text().and_then(|sign| sign.to_digit(10));
        let digit = digit.filter(|digit| *digit > 0 || self.view.count > 0);
        let Some(digit) = digit.and_then(|digit| usize::try_from(digit).ok()) else {
            return false;
        };
        self.view.count = (self.view.count * 10 + digit).min(MOST);
        true
    }

    /// Runs a command line, one of the text as often as was typed before it.
    fn repeat(&mut self, words: Vec<String>) {
        let times = std::mem::take(&mut self.view.count).max(1);
        let command = words.first().and_then(|name| commands::find(name));
        let counts = |command: &Command| command.args.iter().any(|arg| arg.name == "count");
        if times > 1 && command.is_some_and(counts) {
            let count = format!("--count={times}");
            return self.interactive(words.into_iter().chain([count]).collect());
        }
        let of_text = words.first().is_some_and(|name| name.starts_with("text-"));
        if times == 1 || !of_text {
            return self.interactive(words);
        }
        self.view.repeating = Some(self.session.new_id());
        for _ in 0..times {
            self.interactive(words.clone());
        }
        self.view.repeating = None;
    }

    fn paste(&mut self, text: &str) {
        match self.view.overlays.last_mut() {
            Some(Overlay::Form(form)) if form.wants_people() && is_list(text) => {
                let target = form.target;
                self.view.overlays.pop();
                let words = ["paste-preview", "--", text].map(str::to_owned).to_vec();
                self.run_interactive(Call { words, target });
            }
            Some(overlay) => overlay.paste(text),
            None if self.view.screen.takes_text() => self.type_text(text),
            None => self.interactive(vec![
                "paste-preview".to_owned(),
                "--".to_owned(),
                text.to_owned(),
            ]),
        }
    }

    fn answer_overlay(&mut self, overlay: Overlay, answered: Answered, key: KeyPress) {
        match answered {
            Answered::Used => self.view.overlays.push(overlay),
            Answered::Close => {}
            Answered::Run(call) => self.run_from(overlay, call),
            Answered::Before(call) => {
                self.run_from(overlay, call);
                self.press(key);
            }
            Answered::Ask(query) => {
                self.view.overlays.push(overlay);
                self.ask_list(query);
            }
            Answered::Stay(calls) => self.run_under(overlay, calls),
            Answered::Unused => {
                self.view.overlays.push(overlay);
                if let Some(words) = self
                    .view
                    .keymap
                    .find(&["global"], key)
                    .map(<[String]>::to_vec)
                {
                    self.interactive(words);
                }
            }
        }
    }

    /// Runs what an overlay asked for; a form that is not accepted comes back and says why.
    fn run_from(&mut self, overlay: Overlay, call: Call) {
        if let Overlay::Form(form) = overlay {
            self.view.held = Some(form);
        }
        self.run_interactive(call);
        self.settle_form();
    }

    /// Once the call of a form has ended, it is dropped or comes back.
    pub(super) fn settle_form(&mut self) {
        match &self.ended {
            Some(Ended::Waiting) => {}
            Some(Ended::Failed(message) | Ended::Usage(message)) => {
                if let Some(mut form) = self.view.held.take() {
                    form.refuse(message.clone());
                    self.view.notice = None;
                    self.view.overlays.push(Overlay::Form(form));
                }
            }
            _ => self.view.held = None,
        }
    }

    /// Runs what an overlay asked for while it stays open; the door keeps what was said.
    fn run_under(&mut self, overlay: Overlay, calls: Vec<Call>) {
        self.view.overlays.push(overlay);
        for call in calls {
            self.run_interactive(call);
            self.tell_door();
        }
    }

    /// The door keeps what was said.
    pub(crate) fn tell_door(&mut self) {
        if let Some(Overlay::Door(door)) = self.view.overlays.last_mut()
            && let Some(notice) = self.view.notice.take()
        {
            door.hear(notice);
        }
    }

    /// Runs a command line about what is selected.
    pub(crate) fn interactive(&mut self, words: Vec<String>) {
        let target = self.target();
        self.run_interactive(Call { words, target });
    }

    fn run_interactive(&mut self, call: Call) {
        self.run(call);
        self.show_ended();
    }

    /// Says on the notice line that something could not be done.
    pub fn fail(&mut self, message: impl Into<Message>) {
        self.view.notice = Some(Notice {
            message: message.into(),
            tone: Tone::Failed,
            at: self.clock.now,
        });
    }

    /// Says something on the notice line.
    pub(crate) fn tell(&mut self, message: Message) {
        self.view.notice = Some(Notice {
            message,
            tone: Tone::Said,
            at: self.clock.now,
        });
    }

    /// Says on the notice line how a call ended.
    pub(super) fn show_ended(&mut self) {
        match &self.ended {
            Some(Ended::Failed(message) | Ended::Usage(message)) => {
                self.fail(message.clone());
            }
            _ => {
                if let Some(message) = self.said.pop() {
                    self.tell(message);
                }
            }
        }
        self.said.clear();
    }

    /// Opens the form of a command that lacks arguments.
    pub(super) fn open_form(&mut self, stop: &Stop, call: &Call) -> bool {
        let Stop::Ask(name, known) = stop else {
            return false;
        };
        let Some(command) = commands::find(name) else {
            return false;
        };
        self.view.open(Form::new(command, call.target, known));
        true
    }
}
