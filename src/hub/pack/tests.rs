use super::super::wire::{LARGEST_SAY, receive_bytes};
use super::*;

fn frame(text: &str) -> Vec<u8> {
    [
        &u32::try_from(text.len()).unwrap().to_le_bytes()[..],
        text.as_bytes(),
    ]
    .concat()
}

fn frames() -> Vec<String> {
    let mut texts: Vec<String> = (0..200)
        .map(|n| {
            format!(
                r#"{{"Submit":{{"counter":{n},"at":-{n},"text":"{}"}}}}"#,
                "ø".repeat(n % 9)
            )
        })
        .collect();
    // More shapes than are kept, long ones, broken ones.
    texts.extend((0..SHAPES * 2).map(|n| format!(r#"{{"x{n}":{n}}}"#)));
    texts.extend((0..3).map(|n| format!("[{}0]", "\"Åse\",".repeat(200 * n))));
    texts.push(format!("[{}0]", "1,".repeat(200)));
    texts.push("{\"open".into());
    texts.push(String::new());
    texts.push(frames_of_ids());
    texts.extend_from_within(..40);
    texts
}

fn frames_of_ids() -> String {
    let id = "0123456789abcdef0123456789abcdef";
    format!(r#"{{"{id}":"{id}{id}"}}"#)
}

fn packed(texts: &[String]) -> Vec<u8> {
    let mut packing = Packing::new(Vec::new());
    let plain: Vec<u8> = texts.iter().flat_map(|text| frame(text)).collect();
    // However it comes in pieces.
    for piece in plain.chunks(37) {
        packing.write_all(piece).unwrap();
    }
    std::mem::take(packing.get_mut())
}

#[test]
fn what_goes_in_comes_out() {
    let texts = frames();
    let packed = packed(&texts);
    let mut unpacking = Unpacking::new(packed.as_slice(), LARGEST_SAY);
    for text in &texts {
        let bytes = receive_bytes(&mut unpacking, LARGEST_SAY).unwrap();
        assert_eq!(bytes, text.as_bytes());
    }
    assert_eq!(unpacking.read(&mut [0; 8]).unwrap(), 0);
}

#[test]
fn a_frame_like_the_last_takes_a_few_bytes() {
    let say = |n: i64| format!(r#"{{"Event":{{"Saved":{{"seq":{n}}}}}}}"#);
    let texts: Vec<String> = (2000..2100).map(say).collect();
    assert!(packed(&texts).len() < 40 + 100 * 4);
}

#[test]
fn a_document_shown_anew_takes_what_changed() {
    let mut dice = 7u64;
    let mut entry = move || {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        format!(r#"{{"id":"{dice:016x}","text":"Netværket drøftede {dice}."}}"#)
    };
    let begin = |document: usize| {
        let id = format!("{document:032x}");
        format!(r#"{{"Event":{{"Answer":{{"number":0,"answer":{{"Doc":{{"id":"{id}","doc":["#)
    };
    let mut documents: Vec<String> = (0..3).map(|at| begin(at) + &entry()).collect();
    for document in &mut documents {
        (0..400).for_each(|_| *document += &(",".to_owned() + &entry()));
    }
    let mut texts = documents.clone();
    for _ in 0..20 {
        documents
            .iter_mut()
            .for_each(|it| *it += &(",".to_owned() + &entry()));
        texts.extend(documents.clone());
    }
    let first = packed(&texts[..3]).len();
    let all = packed(&texts);
    assert!(all.len() - first < 60 * 120, "{first} and {}", all.len());
    let mut unpacking = Unpacking::new(all.as_slice(), LARGEST_SAY);
    for text in &texts {
        let bytes = receive_bytes(&mut unpacking, LARGEST_SAY).unwrap();
        assert!(bytes == text.as_bytes());
    }
}

#[test]
fn a_limit_holds_for_what_comes_out() {
    let bomb = "0".repeat(10 * LONG);
    let packed = packed(&[bomb]);
    assert!(packed.len() < 100);
    let error = Unpacking::new(packed.as_slice(), LONG)
        .read(&mut [0])
        .unwrap_err();
    assert_eq!(error.to_string(), "too large a frame");
    let huge = [0xff, 0xff, 0xff, 0xff, 0x7f];
    let error = Unpacking::new(&huge[..], LONG).read(&mut [0]).unwrap_err();
    assert_eq!(error.to_string(), "too large a frame");
    // A known shape whose text grows without end.
    let mut grown = Vec::new();
    let text = br#"["a"]"#;
    put(&mut grown, 1 + text.len() as u64);
    grown.push(0);
    grown.extend(text);
    let mut long = vec![2, 1];
    put(&mut long, SHORT as u64);
    long.extend(vec![b'a'; SHORT]);
    put(&mut grown, long.len() as u64);
    grown.extend(long);
    let mut unpacking = Unpacking::new(grown.as_slice(), LARGEST_SAY);
    receive_bytes(&mut unpacking, LARGEST_SAY).unwrap();
    let error = receive_bytes(&mut unpacking, LARGEST_SAY).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::InvalidData);
}

#[test]
fn mutated_bytes_end_in_an_error_and_never_in_much() {
    let good = packed(&frames());
    let mut rng = crate::domain::sample::Rng(7);
    for _ in 0..3_000 {
        let mut bytes = good.clone();
        for _ in 0..rng.below(4) + 1 {
            let at = rng.below(bytes.len());
            bytes[at] = rng.next() as u8;
        }
        let mut unpacking = Unpacking::new(bytes.as_slice(), LARGEST_SAY);
        while let Ok(text) = receive_bytes(&mut unpacking, LARGEST_SAY) {
            assert!(text.len() <= LARGEST_SAY);
        }
        assert!(unpacking.shapes.known.len() <= SHAPES);
    }
}
