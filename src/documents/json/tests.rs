//! The object of an invented meeting.

use super::*;
use crate::domain::secretariat::Language;
use crate::domain::world::{self as fixture, world};
use crate::domain::zone::Moment;

fn object(scope: Scope) -> MeetingObject {
    let world = world(Language::Danish);
    meeting(&world.source(), Moment::new(fixture::at("12:00")), scope)
}

#[test]
fn a_meeting_has_the_fields_scripts_rely_on() {
    let object = serde_json::to_value(object(Scope::All)).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&object).unwrap());
    let has = |value: &serde_json::Value, names: &str| {
        for name in names.split(' ') {
            assert!(value.get(name).is_some(), "{name}");
        }
    };
    has(
        &object,
        "id label network title stage when place purpose agenda participants actions counts",
    );
    has(&object["when"], "date start end tentative");
    has(&object["place"], "venue host");
    let item = &object["agenda"][2];
    has(
        item,
        "id number title kind purpose outcome background recommendation minutes starts_at status closed speakers annexes entries",
    );
    has(&item["speakers"][0], "name organisation status");
    has(&item["annexes"][0], "number title");
    has(&item["entries"][0], "id kind text at by");
    has(
        &object["participants"][0],
        "person name organisation rsvp attendance checked_in_at substitute_for",
    );
    has(&object["actions"][0], "id text owner due status item");
    has(&object["counts"], "present expected organisations quorum");
}

#[test]
fn private_and_closed_stay_inside() {
    let text = |scope| serde_json::to_string(&object(scope)).unwrap();
    assert!(text(Scope::All).contains("HEMMELIG"));
    assert!(!text(Scope::Export).contains("HEMMELIG"));
    assert!(text(Scope::Export).contains("LUKKET"));
    let public = text(Scope::Public);
    for word in [
        "HEMMELIG",
        "LUKKET",
        "FORBEREDT",
        "Personsag",
        "@example.dk",
        "Kaffe",
    ] {
        assert!(!public.contains(word), "{word}");
    }
}

#[test]
fn the_schema_names_every_field() {
    let schema = schema();
    let object = serde_json::to_value(object(Scope::All)).unwrap();
    let known = schema["properties"].as_object().unwrap();
    for name in object.as_object().unwrap().keys() {
        assert!(known.contains_key(name), "{name}");
    }
    let definitions = schema["$defs"].as_object().unwrap();
    for name in [
        "ItemObject",
        "PersonObject",
        "NetworkObject",
        "DecisionObject",
        "ActionObject",
    ] {
        assert!(definitions.contains_key(name), "{name}");
    }
    let kinds = &definitions["ItemObject"]["properties"]["kind"]["enum"];
    assert_eq!(kinds[6], "aob");
}
