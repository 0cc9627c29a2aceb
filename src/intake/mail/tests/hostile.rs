use super::*;

/// Numbers that look like chance and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

/// A message with bytes changed, taken out, doubled or put in.
fn mutated(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    const PIECES: &[&[u8]] = &[
        b"\r\n",
        b"\n\n",
        b"\0",
        b"\xff\xfe",
        b"--B\r\n",
        b"--b--",
        b"\"",
        b";;;=",
        b"=?utf-8?b?",
        b"?=",
        b"BEGIN:VEVENT\r\n",
        b"END:VCALENDAR",
        b"Content-Type: multipart/mixed; boundary=\"\"\r\n",
        b"Content-Type: message/rfc822\r\n\r\n",
        b"Content-Transfer-Encoding: base64\r\n",
        b"\x1b]0;x\x07",
        b"99999999999999999999",
        b"\xf0\x9f",
        b"#",
        b"@",
        b"\\",
        b":",
        b">>>>>>>>",
    ];
    let mut all = bytes.to_vec();
    for _ in 0..1 + dice.below(8) {
        let at = dice.below(all.len() + 1);
        let length = dice.below(40).min(all.len() - at);
        match dice.below(5) {
            0 => drop(all.drain(at..at + length)),
            1 => {
                let piece = PIECES[dice.below(PIECES.len())];
                all.splice(at..at, piece.iter().copied());
            }
            2 => {
                let piece = all[at..at + length].to_vec();
                let to = dice.below(all.len() + 1);
                all.splice(to..to, piece);
            }
            3 if at < all.len() => all[at] = dice.below(256) as u8,
            _ => all.truncate(at.max(20)),
        }
    }
    all
}

#[test]
fn a_thousand_damaged_mails_break_nothing_and_leave_only_clean_text() {
    let kinds = [
        LetterKind::Invitation,
        LetterKind::Agenda,
        LetterKind::Actions,
        LetterKind::MinutesForComments,
    ];
    let houses: Vec<House> = kinds.into_iter().map(House::sent).collect();
    let mut dice = Dice(7);
    let (mut understood, mut refused) = (0, 0);
    for round in 0..1200 {
        let house = &houses[round % houses.len()];
        let bytes = match round % kinds.len() {
            0 => house.calendar("ACCEPTED", "anna-dam@example.dk", 0, "20261120T100000Z"),
            1 => bounce(house, "failed"),
            2 => house.answer(ANNAS, "1 færdig\r\n"),
            _ => house.answer(ANNAS, "> [#aaaaa] Netværket\r\nDet var tre.\r\n"),
        };
        let Ok(mail) = read(&mutated(&bytes, &mut dice)) else {
            refused += 1;
            continue;
        };
        let ground = Ground {
            dispatch: house.dispatch(),
            today: "2026-11-26".parse().unwrap(),
        };
        let mut next = 7000;
        let outcome = offer(&mail, &ground, &mut || {
            next += 1;
            Id::from_bits(next)
        });
        understood += usize::from(!outcome.ops.is_empty());
        let mut after = House {
            world: world(Language::Danish),
            name: String::new(),
            next: 0,
        };
        after.world.meeting = house.world.meeting.clone();
        after.world.network = house.world.network.clone();
        after.world.register = house.world.register.clone();
        after.apply(&outcome.ops);
        for op in &outcome.ops {
            let text = serde_json::to_value(&op.op).unwrap();
            assert_clean(&text);
        }
    }
    assert!(understood > 200 && refused > 20, "{understood} {refused}");
}

fn assert_clean(value: &serde_json::Value) {
    match value {
        serde_json::Value::String(text) => {
            assert!(crate::domain::clean::is_clean(text), "{text:?}");
            assert!(text.len() < 50_000);
        }
        serde_json::Value::Array(rows) => rows.iter().for_each(assert_clean),
        serde_json::Value::Object(rows) => rows.values().for_each(assert_clean),
        _ => {}
    }
}
