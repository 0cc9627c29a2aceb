//! A network: a standing group with members and a purpose, its meeting template, its
//! meetings' numbers and its action items.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::agenda::{ItemKind, Standing};
use super::id::Id;
use super::minutes::EntryKind;
use super::need::{Knowledge, KnowledgeStanding, Need, SignUp};
use super::own_text::OwnText;
use super::own_word::OwnWord;
use super::plan::Activity;
use super::pos::Pos;
use super::programme::Season;
use super::publishing::{Article, Material, Project};
use super::register::Register;
use super::resource::Resource;
use super::secretariat::{Language, Secretariat};
use super::serial;
use super::stay::Stay;
use super::terms::{Finding, Purpose, SecretariatTerm, Terms};
use super::vote::Weight;
use crate::{choice, document, record};

pub use super::action::{ActionItem, ActionItemField, ActionStatus};

choice! {
    /// Who may read of a network on the portal.
    Reach {
        /// Nobody: it is not there.
        Nobody = "nobody",
        /// The members.
        Members = "members",
        /// Everybody.
        Public = "public",
    }
}

record! {
    /// A network's own facts.
    NetworkHead, NetworkHeadField {
        /// The full name.
        name Name: String,
        /// Why the network exists, as older programs wrote it: its purposes are records now.
        purpose Purpose: String,
        /// The language of its documents; the secretariat's when not said.
        language Language: Option<Language>,
        /// How many must be present, when the network has a rule.
        quorum Quorum: Option<u16>,
        /// Whether the quorum counts organisations instead of people.
        quorum_by_organisation QuorumByOrganisation: bool,
        /// Who usually chairs.
        chair Chair: Option<Id>,
        /// Who usually takes the minutes.
        minute_taker MinuteTaker: Option<Id>,
        /// Usual start of a meeting, local time.
        start Start: Option<NaiveTime>,
        /// Usual end of a meeting, local time.
        end End: Option<NaiveTime>,
        /// Days members have to object to minutes; 14 when not said.
        comment_days CommentDays: Option<u16>,
        /// Days before the meeting the agenda goes out; 7 when not said.
        agenda_days AgendaDays: Option<u16>,
        /// Days before the meeting members are asked for items; not at all when not said.
        call_days CallDays: Option<u16>,
        /// Days before the meeting slides are to be in.
        slides_days SlidesDays: Option<u16>,
        /// Days after the meeting its minutes go out.
        minutes_days MinutesDays: Option<u16>,
        /// The chair decides when votes are equal.
        casting_vote CastingVote: bool,
        /// Organisations vote, each with its number of votes, instead of people.
        votes_by_organisation VotesByOrganisation: bool,
        /// Who may read about the network on the portal.
        portal Portal: Reach,
        /// The hash of the logo's file, as it is kept in the folder; empty without one.
        logo Logo: String,
        /// The logo's own file name.
        logo_name LogoName: String,
        /// What the logo shows, for those who do not see it; the network's name when not said.
        logo_text LogoText: String,
        /// The colour of headings on its documents ("#1f3a5f"); the house's own when empty.
        colour Colour: String,
        /// The sender's lines at the top of its documents.
        address Address: String,
        /// What stands at the bottom of every page of its documents.
        footer Footer: String,
    }
}

choice! {
    /// What a member is to the network.
    MemberRole {
        /// A member without further role.
        Member = "member",
        /// The organisation's contact person.
        Contact = "contact",
        /// Chairs the network.
        Chair = "chair",
        /// Of the secretariat.
        Secretary = "secretary",
        /// Follows without being a member.
        Observer = "observer",
    }
}

record! {
    /// A membership of a person or of an organisation; exactly one of the two is set.
    Member, MemberField {
        /// The person.
        person Person: Option<Id>,
        /// The organisation.
        organisation Organisation: Option<Id>,
        /// What they are to the network.
        role Role: MemberRole,
        /// First day.
        from From: Option<NaiveDate>,
        /// Last day.
        until Until: Option<NaiveDate>,
    }
}

choice! {
    /// What a group is for.
    GroupKind {
        /// A working group.
        Working = "working",
        /// Directors or heads of the members.
        Steering = "steering",
        /// The persons each organisation has appointed.
        Contact = "contact",
        /// Observers.
        Observers = "observers",
    }
}

record! {
    /// A group of the network.
    Group, GroupField {
        /// Its name.
        name Name: String,
        /// What it is for.
        kind Kind: GroupKind,
        /// What it may do and decide (råderum).
        mandate Mandate: String,
        /// Where the mandate was adopted.
        adopted_by AdoptedBy: String,
        /// The day it was adopted.
        adopted_on AdoptedOn: Option<NaiveDate>,
    }
}

record! {
    /// A person's seat in a group.
    GroupMember, GroupMemberField {
        /// The group.
        group Group: Id,
        /// The person.
        person Person: Id,
        /// The organisation that named the person.
        organisation Organisation: Option<Id>,
        /// First day.
        from From: Option<NaiveDate>,
        /// Last day.
        until Until: Option<NaiveDate>,
    }
}

record! {
    /// An item every new meeting of the network begins with.
    TemplateItem, TemplateItemField {
        /// Its place.
        pos Pos: Pos,
        /// The title.
        title Title: String,
        /// The kind.
        kind Kind: ItemKind,
        /// What it does by itself.
        standing Standing: Standing,
        /// The purpose.
        purpose Purpose: String,
        /// The expected outcome.
        outcome Outcome: String,
        /// Planned minutes.
        minutes Minutes: Option<u16>,
    }
}

record! {
    /// A standard text of the network's minutes.
    Phrase, PhraseField {
        /// When it was made, milliseconds since 1970 UTC: the order.
        at At: i64,
        /// The kind of item it is offered for; `None` for every one.
        item_kind ItemKind: Option<ItemKind>,
        /// What it is in the minutes.
        kind Kind: EntryKind,
        /// The words; `<…>` is filled in as it is written.
        text Text: String,
        /// It puts the item off.
        defers Defers: bool,
    }
}

record! {
    /// A practical thing every new meeting of the network needs.
    TemplatePractical, TemplatePracticalField {
        /// Its place.
        pos Pos: Pos,
        /// What.
        what What: String,
        /// Who, in words.
        who Who: String,
        /// Days from the meeting: negative before, positive after.
        days Days: i16,
    }
}

record! {
    /// A meeting of the network: its number, allotted by the fold in order and never reused.
    /// The meeting itself is a document of the same id.
    MeetingRef, MeetingRefField {
        /// The year in the label.
        year Year: i32,
        /// The number within the year; 0 asks the fold for the next.
        number Number: u32,
    }
}

/// Who is to do something.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// Not said yet.
    #[default]
    Nobody,
    /// A person of the register.
    Person(Id),
    /// An organisation of the register.
    Organisation(Id),
    /// Anything else, as written ("arbejdsgruppen").
    Words(String),
}

impl Owner {
    /// Who that is, in words; empty for nobody.
    pub fn name<'a>(&'a self, register: &'a Register) -> &'a str {
        match self {
            Self::Nobody => "",
            Self::Person(id) => register.name_of(*id),
            Self::Organisation(id) => register.organisation_name(*id),
            Self::Words(words) => words,
        }
    }
}

document! {
    /// A network.
    Network, NetworkRecord, NetworkChange, NetworkTable {
        head: NetworkHead,
        /// Members.
        members Member: Member,
        /// Groups.
        groups Group: Group,
        /// Seats in groups.
        group_members GroupMember: GroupMember,
        /// Items every meeting begins with.
        template_items TemplateItem: TemplateItem,
        /// Practical things every meeting needs.
        template_practicals TemplatePractical: TemplatePractical,
        /// Standard texts.
        phrases Phrase: Phrase,
        /// Meetings, by the id of their document.
        meetings Meeting: MeetingRef,
        /// Action items.
        actions Action: ActionItem,
        /// What the network does in a year.
        activities Activity: Activity,
        /// Seasons.
        seasons Season: Season,
        /// What the network is for.
        purposes Purpose: Purpose,
        /// Versions of the terms of reference.
        terms Terms: Terms,
        /// What evaluations found.
        findings Finding: Finding,
        /// Who held the secretariat.
        secretariats Secretariat: SecretariatTerm,
        /// Articles about meetings.
        articles Article: Article,
        /// Slides, reports, links.
        materials Material: Material,
        /// What grew out of the network.
        projects Project: Project,
        /// Journeys to meetings, erased when those are over.
        stays Stay: Stay,
        /// What members need.
        needs Need: Need,
        /// New law and knowledge.
        knowledge Knowledge: Knowledge,
        /// How far members are with it.
        standings Standing: KnowledgeStanding,
        /// Who signed up for activities.
        sign_ups SignUp: SignUp,
        /// How many votes organisations have.
        weights Weight: Weight,
        /// Words no dictionary knows.
        own_words OwnWord: OwnWord,
        /// Offers, methods and templates.
        resources Resource: Resource,
        /// Texts round the data of its letters and documents.
        own_texts OwnText: OwnText,
    }
}

impl MeetingRef {
    /// Its number, once the journal's order has given it one.
    pub fn allotted(&self) -> Option<u32> {
        serial::allotted(self.number)
    }

    /// The meeting's label, given its network's ("nims-2026-3"); "nims-2026-~1" while its number is not allotted.
    pub fn label(&self, network: &str) -> String {
        serial::label(network, self.year, self.number)
    }
}

impl Network {
    /// The language of the network's documents: its own, else the secretariat's.
    pub fn language(&self, secretariat: &Secretariat) -> Language {
        self.head.language.unwrap_or(secretariat.head.language)
    }

    fn numbers_of(&self, year: i32) -> impl Iterator<Item = u32> {
        let meetings = self.meetings.values();
        let of_year = meetings.filter(move |meeting| meeting.year == year);
        of_year.map(|meeting| meeting.number)
    }

    /// The next free number of a year: one more than any ever allotted.
    pub fn next_number(&self, year: i32) -> u32 {
        serial::next(self.numbers_of(year))
    }

    /// Leaves open the number of a meeting that the journal has not taken yet.
    pub(super) fn leave_open(&mut self, meeting: Id) {
        let Some(year) = self.meetings.get(&meeting).map(|row| row.year) else {
            return;
        };
        let number = serial::left_open(self.numbers_of(year));
        if let Some(row) = self.meetings.get_mut(&meeting) {
            row.number = number;
        }
    }

    /// Members on a day, removed ones left out.
    pub fn members_on(&self, day: NaiveDate) -> impl Iterator<Item = &Member> {
        self.members.values().filter(move |member| {
            !member.removed
                && member.from.is_none_or(|from| from <= day)
                && member.until.is_none_or(|until| day <= until)
        })
    }
}
/// "NIMS 3/2026" from the label "nims-2026-3", as people name a meeting.
pub fn meeting_name(label: &str) -> String {
    let mut parts = label.rsplitn(3, '-');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(number), Some(year), Some(network)) => {
            format!("{} {number}/{year}", network.to_uppercase())
        }
        _ => label.to_uppercase(),
    }
}

#[cfg(test)]
mod tests;
