# Forms. empty-COMMAND-FIELD says what an empty field means.

form-accept = [ OK ]
form-asks = Save what you have typed? Enter saves · Del discards
notice-reopened = Here is what you were writing when the program was last closed
notice-form-unkept = What you type here cannot be kept right now. Press Enter to save the form, or copy the text.
form-missing = Must be filled in.
choice-empty = –
choice-closed-empty = no
choice-tentative-empty = no
choice-prepared-empty = no
choice-online-empty = no
choice-yes-empty = no
choice-public-empty = no
hint-new-line = New line
hint-take = Choose
hint-close = Close the list
hint-save = Save
hint-discard = Discard
hint-go-on = Go on
hint-ok = OK
empty-member-add-who = a name, or paste a whole list
empty-invite-who = all members
empty-comment-add-by = myself
empty-comment-add-entry = the entry you are in, else all of the minutes
empty-meeting-move-start = as now
empty-meeting-move-end = as now

command-item-speakers = Speakers
command-item-annexes = Annexes
command-annex-edit = Change the annex
command-practical-edit = Change the practical matter
command-template-practical-set = Change a practical thing of the template
network-practicals = Practical things for new meetings
network-no-practicals = Nothing practical yet. p adds a room, catering and so on.
practical-before = { $days ->
    [one] the day before
   *[other] { $days } days before
}
practical-after = { $days ->
    [one] the day after
   *[other] { $days } days after
}
practical-on-the-day = on the day
form-suggested = – suggested: hosted least recently
offer-new-organisation = new organisation
arg-rsvp = Answer
