//! Why something was not taken in, not answered, or a connection ended, as one end says it to the
//! other. Readers get each in their own language (`reason-NAME`); a sentence that is not among
//! these comes from the system and is shown as it is.

macro_rules! reasons {
    ($($(#[$doc:meta])* $constant:ident $name:literal = $text:literal;)*) => {
        $($(#[$doc])* pub const $constant: &str = $text;)*

        /// Each with its name.
        pub const ALL: &[(&str, &str)] = &[$(($name, $text)),*];
    };
}

reasons! {
    /// The label of a step is none a program makes.
    COMMAND "command" = "its command's name cannot be used";
    /// An erasure among other changes.
    ERASURE "erasure" = "a person is erased by a request of its own";
    /// Control characters and the like.
    UNCLEAN "unclean" = "it holds characters that cannot be shown";
    /// It builds on changes the folder does not have.
    AHEAD "ahead" = "it was made on changes this folder does not have";
    /// A newer program has written the document.
    NEWER "newer" = "a newer version of the program has changed this: it can only be read here";
    /// The minutes were approved first.
    APPROVED "approved" = "the minutes were approved before this came: correct them to change them";
    /// It was refused earlier.
    BEFORE "before" = "it was refused before";
    /// The role does not allow it.
    DENIED "denied" = "your role does not allow it";
    /// The role does not show it.
    HIDDEN "hidden" = "your role does not show this";
    /// The connection of another user's session.
    ANOTHER "another" = "this session is another user's";
    /// A change on what the folder does not have.
    ASTRAY "astray" = "a change was made on what this folder does not have; nothing of it was taken in";
    /// A copy was wanted by a role that may have none.
    NO_COPY "no-copy" = "this role keeps no copy";
    /// A copy needs a change that the journal has no more.
    GAP "gap" = "a change is missing in the journal there, so that no copy can be fetched; have it checked";
    /// The hub elsewhere has another name or role for the user now.
    RENAMED "renamed" = "the other end knows you as somebody else now; what is pending is kept; start anew";
    /// The database is being built.
    BUILDING "building" = "the database is being built; try again in a moment";
    /// Nobody of this id is in the register.
    UNKNOWN "unknown" = "this person is not in the register; nothing was changed";
    /// There is no file at the path.
    NO_FILE "no-file" = "there is no such file";
    /// The path leads to a folder or the like.
    NOT_A_FILE "not-a-file" = "this is not a file";
    /// The file is too large to be kept.
    TOO_LARGE "too-large" = "the file is larger than 50 MB";
    /// The file is too large to be read at once.
    NOT_SMALL "not-small" = "the file is larger than 1 MB";
    /// The files of a folder are too many, or too large, to be read at once.
    TOO_MUCH "too-much" = "these are more than 1,000 files or 200 MB; take them in a part at a time, or with referent intake";
    /// The file may not be read.
    UNREADABLE "unreadable" = "the file may not be read";
    /// A file is there already.
    TAKEN "taken" = "there is a file of this name already; nothing was written";
    /// A file is elsewhere, and there is no line.
    OFFLINE "offline" = "the file is not on this machine, and there is no line; try again when it is back";
    /// A file does not have the content it was announced with.
    FORGED "forged" = "what came is not the file that was announced; nothing of it was kept";
    /// No file of this machine is the user's.
    ELSEWHERE "elsewhere" = "files are added and fetched on the secretariat's own machine, or from yours with referent join";
}

/// The name of a reason said like this.
pub fn name(said: &str) -> Option<&'static str> {
    let known = ALL.iter().find(|(_, text)| *text == said);
    known.map(|(name, _)| *name)
}
