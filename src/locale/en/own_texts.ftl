# A network's own texts in letters and round documents.

command-own-text-set = Set the network's own text of letters and documents
command-own-text-edit = Change the text of a letter or round a document
command-own-text-remove = Use the built-in text again
did-own-text-set = changed one of the network’s own texts
did-own-text-remove = went back to a built-in text
keywords-own-text-edit = template mail text greeting opening closing wording
keywords-own-text-set = template mail text greeting opening closing wording
keywords-own-text-remove = template mail text
arg-own-text = The text
arg-own-text-set-text = Text
arg-own-text-set-file = Or a file with the text
choice-own-text-save-the-date = Letter: save the date
choice-own-text-call-for-items = Letter: call for items
choice-own-text-invitation = Letter: invitation
choice-own-text-agenda = Letter: agenda
choice-own-text-reminder = Letter: reminder to answer
choice-own-text-moved = Letter: the meeting was moved
choice-own-text-cancellation = Letter: cancellation
choice-own-text-minutes-for-comments = Letter: minutes for comments
choice-own-text-minutes = Letter: approved minutes
choice-own-text-actions = Letter: your actions
choice-own-text-action-reminder = Letter: reminder of actions
choice-own-text-speaker-confirmation = Letter: confirm a talk
choice-own-text-thanks = Letter: thanks for the talk
choice-own-text-greeting = Greeting of letters
choice-own-text-closing = Closing of letters
choice-own-text-agenda-opening = Agenda: opening
choice-own-text-agenda-closing = Agenda: closing
choice-own-text-minutes-opening = Minutes: opening
choice-own-text-minutes-closing = Minutes: closing
choice-own-text-programme-opening = Programme: opening
choice-own-text-programme-closing = Programme: closing
own-text-built-in = The built-in text is used again.
own-text-flaw = { $kind ->
        [syntax] something is written wrongly ({ $about })
        [name] it names something that no fact is called
        [filter] what follows a | is not known ({ $about })
        [statement] { "{% " }{ $about } cannot be used; only if, elif, else, endif, for and endfor
        [sign] the sign { $about } cannot be used between the braces
        [subject] a letter begins with its subject, and that line is empty
        [slow] the text never comes to an end
        [much] the text becomes too long
        [long] the text is longer than 6000 characters
       *[other] it cannot be filled in ({ $about })
    }
error-own-text = The text cannot be used: { $what }. Nothing was changed.
error-own-text-line = Line { $line }: { $what }. Nothing was changed.
error-own-text-bytes = The file is not text (UTF-8). Nothing was changed.
error-own-text-none = The network has no text of its own here; the built-in one is used already.
own-text-broken = The network's own text { $name } ({ $language }) cannot be used, so the built-in one stands instead. { $what }
