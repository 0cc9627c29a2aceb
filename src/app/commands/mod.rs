//! The table of all commands, one file per area.

mod actions;
mod activity;
mod agenda;
mod annex;
mod apology;
mod approval;
mod article;
mod ballots;
mod comments;
mod conflicts;
mod contact;
mod deadlines;
mod desk;
mod dissent;
pub mod document;
mod door;
mod edit;
mod editing;
mod enquiry;
mod entries;
mod facts;
pub mod field;
mod figures;
mod go;
pub mod group;
mod hands;
mod history;
mod invitation;
mod knowledge;
mod letterhead;
mod letters;
mod line;
mod list_paste;
mod location;
pub mod lookup;
mod mail_files;
mod mail_intake;
mod material;
mod meeting;
mod member;
mod membership;
mod minutes;
mod need;
mod network;
pub mod newcomer;
mod outbox;
mod own_text;
mod pace;
mod panels;
mod paper;
mod paragraphs;
pub mod participants;
mod phrases;
mod place;
mod places;
mod practical;
mod programme;
mod proposals;
mod queue;
mod read_back;
mod recusal;
mod register;
mod replies;
mod report;
mod representation;
mod resource;
mod rows;
mod running;
mod screen;
mod season;
mod season_rows;
mod secretariat;
mod sign_up;
mod speaker;
mod spelling;
mod stay;
mod succession;
mod template;
mod tenure;
pub mod terms;
mod terms_rows;
mod text;
mod versions;
pub mod visitor;
mod vote;
mod weights;
mod whole;
mod wordings;
mod year;
mod year_plan;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::command::Command;

/// The areas' tables.
const AREAS: &[&[Command]] = &[
    actions::COMMANDS,
    activity::COMMANDS,
    agenda::COMMANDS,
    annex::COMMANDS,
    approval::COMMANDS,
    article::COMMANDS,
    comments::COMMANDS,
    conflicts::COMMANDS,
    contact::COMMANDS,
    desk::COMMANDS,
    deadlines::COMMANDS,
    document::COMMANDS,
    dissent::COMMANDS,
    door::COMMANDS,
    edit::COMMANDS,
    editing::COMMANDS,
    enquiry::COMMANDS,
    entries::COMMANDS,
    group::COMMANDS,
    figures::COMMANDS,
    go::COMMANDS,
    hands::COMMANDS,
    history::COMMANDS,
    versions::COMMANDS,
    invitation::COMMANDS,
    letterhead::COMMANDS,
    letters::COMMANDS,
    mail_files::COMMANDS,
    mail_intake::COMMANDS,
    outbox::COMMANDS,
    own_text::COMMANDS,
    replies::COMMANDS,
    line::COMMANDS,
    list_paste::COMMANDS,
    material::COMMANDS,
    meeting::COMMANDS,
    member::COMMANDS,
    membership::COMMANDS,
    minutes::COMMANDS,
    knowledge::COMMANDS,
    resource::COMMANDS,
    need::COMMANDS,
    network::COMMANDS,
    sign_up::COMMANDS,
    panels::COMMANDS,
    paper::COMMANDS,
    paragraphs::COMMANDS,
    phrases::COMMANDS,
    places::COMMANDS,
    practical::COMMANDS,
    programme::COMMANDS,
    proposals::COMMANDS,
    queue::COMMANDS,
    read_back::COMMANDS,
    pace::COMMANDS,
    recusal::COMMANDS,
    spelling::COMMANDS,
    register::COMMANDS,
    report::COMMANDS,
    representation::COMMANDS,
    rows::COMMANDS,
    running::COMMANDS,
    screen::COMMANDS,
    season::COMMANDS,
    season_rows::COMMANDS,
    secretariat::COMMANDS,
    speaker::COMMANDS,
    stay::COMMANDS,
    succession::COMMANDS,
    template::COMMANDS,
    terms::COMMANDS,
    terms_rows::COMMANDS,
    tenure::COMMANDS,
    text::COMMANDS,
    vote::COMMANDS,
    weights::COMMANDS,
    whole::COMMANDS,
    wordings::COMMANDS,
    year::COMMANDS,
    year_plan::COMMANDS,
];

/// All commands, area by area.
pub fn all() -> impl Iterator<Item = &'static Command> {
    AREAS.iter().copied().flatten()
}

/// The command of this name.
pub fn find(name: &str) -> Option<&'static Command> {
    // A keymap asks for hundreds of them while the program starts.
    static BY_NAME: LazyLock<HashMap<&str, &Command>> =
        LazyLock::new(|| all().map(|command| (command.name, command)).collect());
    BY_NAME.get(name).copied()
}

#[cfg(test)]
mod course_tests;
#[cfg(test)]
mod door_tests;
#[cfg(test)]
mod scene;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod vote_tests;
#[cfg(test)]
mod walk_tests;
