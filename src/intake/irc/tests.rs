use super::*;
use crate::domain::register::Register;
use crate::domain::secretariat::Language;

/// As the W3C's scribe has it, in the log of RRSAgent.
const SCRIBED: &str = "\
09:30:00 <Zakim> Meeting: Netværk for Lys
09:30:01 <RRSAgent> logging to https://logs.example/2026/11/26-lys-irc
09:30:05 <anna> Chair: Bodil
09:30:06 <anna> scribe: anna
09:30:10 <bo> present+
09:30:11 <anna> present+ Anna, Åse Ærø
09:30:12 <carl> regrets+ Dorte
09:30:13 <anna> regrets: Erik
09:31:00 <anna> Topic: Gadelamper
09:31:05 <anna> Bodil: vi bør skifte dem
09:31:06 <bo> q+
09:31:07 <anna> ... inden vinter
09:31:30 <bo> jeg er enig
09:32:00 <anna> Subtopic: Tid og penge
09:32:10 <anna> RESOLVED: Vi skifter alle lampr
09:32:11 <anna> s/lampr/lamper/
09:32:20 <anna> ACTION: Bo to skrive til leverandøren
09:32:21 <anna> i/RESOLVED/Alle var enige
09:33:00 <Zakim> agendum 2 -- Eventuelt -- taken up [from anna]
09:33:05 <anna> Topic: -> https://lys.example/plan Plan for 2027
09:33:09 <anna> present- bo
10:00:00 <anna> rrsagent, make minutes
";

/// As MeetBot has it.
const COMMANDED: &str = "\
<anna> #startmeeting Lys i byen
<anna> #chair anna bo
<bo> hej alle
<anna> #topic Gadelamper
<bo> #info Der er 400
<anna> #agreed Vi skifter dem
<anna> #action bo skriver til leverandøren
<anna> #idea En lysfest
<anna> #help Vi mangler en elektriker
<anna> #info forkert
<anna> #undo
<anna> #link https://lys.example
<anna> #topic
<anna> #rejected Sort maling
<anna> #nick carl
<anna> #endmeeting
";

fn kinds(log: &Log) -> String {
    let mut lines = vec![format!(
        "{} | {:?} | chair {} | scribe {} | present {} | regrets {} | left out {}",
        log.title,
        log.date,
        log.chairs.join(", "),
        log.scribes.join(", "),
        log.present.join(", "),
        log.regrets.join(", "),
        log.left_out
    )];
    for topic in &log.topics {
        lines.push(
            format!("# {} {}", topic.title, topic.link)
                .trim_end()
                .to_owned(),
        );
        let line =
            |line: &Line| format!("{} {}: {}", line.kind.name(), line.style.name(), line.text);
        lines.extend(topic.lines.iter().map(line));
    }
    lines.join("\n")
}

#[test]
fn a_scribes_log_is_minutes() {
    insta::assert_snapshot!(kinds(&read(SCRIBED.as_bytes()).unwrap()));
}

#[test]
fn meetbots_log_is_what_was_marked() {
    insta::assert_snapshot!(kinds(&read(COMMANDED.as_bytes()).unwrap()));
}

#[test]
fn logs_of_many_programs_are_read() {
    let lines = [
        "09:30:05 <anna> Topic: Lys",
        "[09:30] <anna> Topic: Lys",
        "[09:30:05] <@anna> Topic: Lys",
        "2026-11-26T09:30:05Z <anna> Topic: Lys",
        "26-11-2026 09:30:05 < anna!~anna@team.example: Topic: Lys",
        "<anna> Topic: Lys",
        "anna: Topic: Lys",
        "Topic: Lys",
        "#topic Lys",
        "09:30 -!- bo has joined #lys\r\n09:30 <anna> topic : Lys\r\n",
        "  <anna> Topic: Lys\n * bo nikker",
        "<anna> Topic: Ly\n<anna> s/Ly/Lys/ – rettet",
    ];
    for text in lines {
        let log = read(text.as_bytes()).unwrap();
        let titles: Vec<&str> = log.headings().collect();
        assert_eq!(titles, ["Lys"], "{text}");
    }
}

#[test]
fn a_log_becomes_a_meeting_with_its_people() {
    let log = read(SCRIBED.as_bytes()).unwrap();
    let register = Register::default();
    let place = Place {
        network: "lys",
        language: Language::Danish,
        register: &register,
        today: "2026-12-01".parse().unwrap(),
    };
    let mut next = 1;
    let object = object(&log, &place, &mut || {
        next += 1;
        crate::domain::id::Id::from_bits(next)
    });
    assert_eq!(object.when.date.as_deref(), Some("2026-11-26"));
    let titles: Vec<&str> = object
        .agenda
        .iter()
        .map(|item| item.title.as_str())
        .collect();
    assert_eq!(titles, ["Gadelamper", "Eventuelt", "Plan for 2027"]);
    assert_eq!(object.agenda[2].annexes[0].link, "https://lys.example/plan");
    assert_eq!(object.actions.len(), 1);
    let names: Vec<&str> = object.people.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Anna", "Åse Ærø", "Dorte", "Erik", "Bodil"]);
    let ground = crate::intake::json::Ground {
        secretariat: &crate::domain::secretariat::Secretariat::default(),
        register: &register,
        network: None,
        taken: false,
    };
    let import = crate::intake::json::ops(&object, &ground, &mut || {
        next += 1;
        crate::domain::id::Id::from_bits(next)
    });
    assert_eq!(import.unwrap().people.len(), 5);
}

#[test]
fn what_is_no_text_is_refused() {
    assert!(read(b"<anna> hej\n\0").is_err());
    assert_eq!(read(b"").unwrap(), Log::default());
}

proptest::proptest! {
    #[test]
    fn nothing_in_a_log_breaks_it(
        text in "(<a>|<b!c| |s/|i/|/|Topic:|#topic|#undo|present[+=-]|\\[\\[|[.]{1,4}|…|->|://|9:30|<Zakim>|agendum 1|taken up|æ|😀|\\n){0,60}",
    ) {
        let log = read(text.as_bytes()).unwrap();
        let register = Register::default();
        let place = Place {
            network: "lys",
            language: Language::English,
            register: &register,
            today: "2026-12-01".parse().unwrap(),
        };
        let mut next = 1;
        let object = object(&log, &place, &mut || {
            next += 1;
            crate::domain::id::Id::from_bits(next)
        });
        proptest::prop_assert_eq!(object.agenda.len(), log.topics.len());
    }
}
