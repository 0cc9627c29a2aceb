//! What a panel lists: its heading, the place of its keys, and what is said while it is empty.

use super::Row;
use crate::domain::id::Id;
use crate::domain::query::Hit;
use crate::locale::Key;

/// What is listed.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// The meeting's stages and what each lacks.
    Walk,
    /// A network's checklist.
    Checklist,
    /// Who sits in a group.
    Group(Id),
    /// Articles, materials and projects of these networks.
    Materials(Vec<Id>),
    /// The comments on the minutes.
    Comments,
    /// One of them, and what can be said to it.
    Comment(Id),
    /// Letters about the meeting, and what became of their mails.
    Letters,
    /// A reply to one of them, and what can be done with it.
    Reply(Id),
    /// What is to settle.
    Conflicts,
    /// One of those, its sides above each other.
    Conflict(Id),
    /// What members want on the agenda.
    Proposals,
    /// What the network's members need.
    Needs,
    /// Ideas by rank.
    Ideas,
    /// Who signed up for an activity.
    SignUps(Id),
    /// New law and knowledge.
    Knowledge,
    /// How far the members are with one of them.
    KnowledgeOf(Id),
    /// Offers, methods and templates.
    Resources,
    /// The parts of the meeting's programme.
    Programme,
    /// The speaker list.
    Queue,
    /// What can be done with a word that may be wrong.
    Spelling(String),
    /// How long items took last time.
    Durations,
    /// What becomes of those who wait to speak.
    Waiting(Vec<Row>),
    /// Journeys to the meeting.
    Stays,
    /// What is to be seen to round the meeting.
    Practicals,
    /// The keys of the place it was opened from.
    Help(Vec<&'static str>),
    /// Anything, by a few letters.
    Find(Vec<Hit>),
    /// An item's speakers.
    Speakers,
    /// An item's annexes.
    ItemAnnexes,
    /// Whose apologies are taken.
    Apology,
    /// Which of a person's meetings they are for.
    Meetings(Vec<Row>),
    /// What a participant can answer.
    Answers(Vec<Row>),
    /// One's own abbreviations.
    Abbreviations,
    /// The words of a network that spelling takes for right.
    Words(Id),
    /// Standard texts for the item.
    Phrases(Vec<Row>),
    /// The items a paragraph can go to.
    Items(Vec<Row>),
    /// How a paragraph stood, and who wrote its words.
    Versions(Vec<Row>),
    /// The item's annexes, to refer to one in its minutes.
    Annexes(Vec<Row>),
    /// Who may vote, and what they answered.
    Vote(Id),
    /// A pasted list, and what would become of each row.
    Paste(Vec<Row>),
}

impl Kind {
    /// The place whose keys hold here.
    pub(super) fn scopes(&self) -> &'static [&'static str] {
        match self {
            Kind::Practicals => &["practicals"],
            Kind::Needs => &["needs"],
            Kind::Ideas => &["ideas"],
            Kind::SignUps(_) => &["sign-ups"],
            Kind::Knowledge => &["knowledge"],
            Kind::Resources => &["resources"],
            Kind::Programme => &["programme"],
            Kind::Stays => &["stays"],
            Kind::Queue => &["queue"],
            Kind::Group(_) => &["group"],
            Kind::Materials(_) => &["materials"],
            Kind::Speakers => &["speakers"],
            Kind::Phrases(_) => &["phrases"],
            Kind::Abbreviations => &["abbreviations"],
            Kind::Words(_) => &["words"],
            Kind::ItemAnnexes => &["annexes"],
            Kind::Vote(_) => &["vote"],
            Kind::Comments => &["comments"],
            Kind::Proposals => &["proposals"],
            Kind::Letters => &["letters"],
            Kind::Find(_) => &["find"],
            Kind::Help(_) => &["help"],
            _ => &["panel"],
        }
    }

    /// Its heading.
    pub(super) fn title(&self) -> Key {
        match self {
            Kind::Walk => Key::CommandWalk,
            Kind::Checklist => Key::CommandChecklist,
            Kind::Group(_) => Key::CommandGroupMembers,
            Kind::Materials(_) => Key::CommandMaterials,
            Kind::Comments => Key::CommandComments,
            Kind::Comment(_) => Key::PanelComment,
            Kind::Letters => Key::CommandLetters,
            Kind::Reply(_) => Key::PanelReply,
            Kind::Proposals => Key::CommandProposals,
            Kind::Conflicts | Kind::Conflict(_) => Key::CommandConflicts,
            Kind::Practicals => Key::CommandPracticals,
            Kind::Needs => Key::CommandNeeds,
            Kind::Ideas => Key::CommandIdeas,
            Kind::SignUps(_) => Key::CommandSignUps,
            Kind::Knowledge | Kind::KnowledgeOf(_) => Key::Knowledge,
            Kind::Resources => Key::CommandResources,
            Kind::Programme => Key::CommandProgramme,
            Kind::Stays => Key::CommandStays,
            Kind::Queue => Key::CommandQueue,
            Kind::Waiting(_) => Key::PanelWaiting,
            Kind::Durations => Key::CommandDurations,
            Kind::Spelling(_) => Key::CommandSpellingHere,
            Kind::Speakers => Key::CommandItemSpeakers,
            Kind::ItemAnnexes => Key::CommandItemAnnexes,
            Kind::Help(_) => Key::CommandHelp,
            Kind::Find(_) => Key::CommandFind,
            Kind::Apology => Key::CommandApology,
            Kind::Meetings(_) => Key::PanelMeetings,
            Kind::Answers(_) => Key::CommandAnswer,
            Kind::Phrases(_) => Key::CommandStandardTexts,
            Kind::Annexes(_) => Key::CommandAnnexes,
            Kind::Abbreviations => Key::CommandAbbreviations,
            Kind::Words(_) => Key::CommandWords,
            Kind::Items(_) => Key::CommandEntrySend,
            Kind::Versions(_) => Key::CommandEntryVersions,
            Kind::Paste(_) => Key::CommandPastePreview,
            Kind::Vote(_) => Key::EntryVote,
        }
    }

    /// What is said while there are no rows at all.
    pub(super) fn nothing(&self) -> Option<Key> {
        match self {
            Kind::Comments => Some(Key::CommentNone),
            Kind::Letters => Some(Key::LetterNone),
            Kind::Proposals => Some(Key::ProposalNone),
            Kind::Conflicts => Some(Key::ConflictNone),
            Kind::Practicals => Some(Key::PracticalNone),
            Kind::Needs => Some(Key::NeedNone),
            Kind::Ideas => Some(Key::IdeaNone),
            Kind::Knowledge => Some(Key::KnowledgeNone),
            Kind::Resources => Some(Key::ResourceNone),
            Kind::Programme => Some(Key::ProgrammeEmpty),
            Kind::Stays => Some(Key::StayNobody),
            Kind::Durations => Some(Key::ErrorNoDurations),
            Kind::Speakers => Some(Key::SpeakerNone),
            Kind::Abbreviations => Some(Key::AbbreviationNone),
            Kind::Words(_) => Some(Key::WordNone),
            Kind::Group(_) => Some(Key::GroupNobody),
            Kind::Materials(_) => Some(Key::MaterialNone),
            Kind::ItemAnnexes | Kind::Annexes(_) => Some(Key::AnnexNone),
            _ => None,
        }
    }
}
