//! The pen: how a cell looks, and the shortest SGR sequence from one look to another.
//!
//! Knows nothing of positions, text or the terminal's state.

use std::io::Write as _;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// Modifiers that can be seen on a blank cell.
const SEEN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::CROSSED_OUT);

/// Each modifier with its SGR code for on and off.
const CODES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Foreground, background and modifiers of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pen {
    /// Foreground colour.
    pub fg: Color,
    /// Background colour.
    pub bg: Color,
    /// Bold, reverse, underline and so on.
    pub modifier: Modifier,
}

impl Pen {
    /// The look of `cell`; without colours when `colours` is false.
    #[must_use]
    pub fn of(cell: &Cell, colours: bool) -> Self {
        let (fg, bg) = if colours {
            (cell.fg, cell.bg)
        } else {
            (Color::Reset, Color::Reset)
        };
        Self {
            fg,
            bg,
            modifier: cell.modifier,
        }
    }

    /// What is left of the look when nothing is written in the cell.
    #[must_use]
    pub fn on_blank(self) -> Self {
        let modifier = self.modifier & SEEN_ON_BLANK;
        Self {
            fg: if modifier.is_empty() {
                Color::Reset
            } else {
                self.fg
            },
            bg: self.bg,
            modifier,
        }
    }

    /// Whether a blank cell of this look is the same as an erased one.
    #[must_use]
    pub fn erases(self) -> bool {
        self.on_blank() == Self::default()
    }

    /// Appends the shortest sequence that changes this pen to `next`.
    pub fn change(self, next: Self, out: &mut Vec<u8>) {
        if self == next {
            return;
        }
        let mut step = Codes::default();
        let gone = self.modifier - next.modifier;
        let kept = self.turn_off(gone, &mut step);
        next.turn_on(next.modifier - kept, &mut step);
        step.colours(self, next);
        let mut fresh = Codes::default();
        if next != Self::default() {
            fresh.number(0);
        }
        next.turn_on(next.modifier, &mut fresh);
        fresh.colours(Self::default(), next);
        let best = if step.0.len() < fresh.0.len() {
            step
        } else {
            fresh
        };
        out.extend_from_slice(b"\x1b[");
        out.extend_from_slice(&best.0);
        out.push(b'm');
    }

    /// Turns `gone` off; returns the modifiers still on (22 and 25 turn two off at once).
    fn turn_off(self, gone: Modifier, codes: &mut Codes) -> Modifier {
        let mut kept = self.modifier;
        let mut last = 0;
        for (modifier, _, off) in CODES {
            if gone.contains(modifier) && off != last {
                codes.number(off);
                last = off;
                for (other, _, same) in CODES {
                    if same == off {
                        kept -= other;
                    }
                }
            }
        }
        kept
    }

    fn turn_on(self, wanted: Modifier, codes: &mut Codes) {
        for (modifier, on, _) in CODES {
            if wanted.contains(modifier) {
                codes.number(on);
            }
        }
    }
}

/// The parameters of one SGR sequence.
#[derive(Default)]
struct Codes(Vec<u8>);

impl Codes {
    fn number(&mut self, code: u8) {
        if !self.0.is_empty() {
            self.0.push(b';');
        }
        let _ = write!(self.0, "{code}");
    }

    fn colours(&mut self, from: Pen, to: Pen) {
        if from.fg != to.fg {
            self.colour(to.fg, 30);
        }
        if from.bg != to.bg {
            self.colour(to.bg, 40);
        }
    }

    /// `base` is 30 for the foreground and 40 for the background.
    fn colour(&mut self, colour: Color, base: u8) {
        match (index(colour), colour) {
            (Some(n), _) if n < 8 => self.number(base + n),
            (Some(n), _) if n < 16 => self.number(base + 52 + n),
            (Some(n), _) => {
                self.number(base + 8);
                self.number(5);
                self.number(n);
            }
            (None, Color::Rgb(r, g, b)) => {
                for code in [base + 8, 2, r, g, b] {
                    self.number(code);
                }
            }
            (None, _) => self.number(base + 9),
        }
    }
}

/// The palette number of a colour.
fn index(colour: Color) -> Option<u8> {
    Some(match colour {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Indexed(n) => n,
        Color::Rgb(..) | Color::Reset => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(from: Pen, to: Pen) -> String {
        let mut out = Vec::new();
        from.change(to, &mut out);
        String::from_utf8(out).unwrap().replace('\x1b', "^")
    }

    fn pen(fg: Color, modifier: Modifier) -> Pen {
        Pen {
            fg,
            bg: Color::Reset,
            modifier,
        }
    }

    #[test]
    fn the_shortest_change_is_written() {
        let plain = Pen::default();
        let bold = pen(Color::Reset, Modifier::BOLD);
        let red = pen(Color::Red, Modifier::empty());
        let red_bold = pen(Color::Red, Modifier::BOLD);
        assert_eq!(change(plain, plain), "");
        assert_eq!(change(plain, bold), "^[1m");
        assert_eq!(change(bold, plain), "^[m");
        assert_eq!(change(red_bold, red), "^[22m");
        assert_eq!(change(red, red_bold), "^[1m");
        assert_eq!(change(red_bold, bold), "^[39m");
        assert_eq!(
            change(plain, pen(Color::LightRed, Modifier::empty())),
            "^[91m"
        );
        assert_eq!(
            change(plain, pen(Color::Indexed(200), Modifier::empty())),
            "^[38;5;200m"
        );
        let dim = pen(Color::Red, Modifier::DIM);
        assert_eq!(change(red_bold, dim), "^[22;2m");
    }

    #[test]
    fn a_blank_hides_what_cannot_be_seen() {
        assert!(pen(Color::Red, Modifier::BOLD).erases());
        assert!(!pen(Color::Red, Modifier::UNDERLINED).erases());
    }
}
