# Votes, conflicts of interest, dissents.

## Sentences of the minutes
vote-proposal = The proposal
vote-recommendation = The recommendation
vote-adopted = { $about } was adopted with { $votes }.
vote-adopted-by-all = { $about } was adopted unanimously with { $votes }.
vote-rejected = { $about } was rejected with { $votes }.
vote-tied = The votes were equal: { $votes }.
vote-casting = The chair had the casting vote.
vote-thus-adopted = { $about } was adopted.
vote-thus-rejected = { $about } was rejected.
vote-fell = { $about } fell.
vote-adopted-elected = { $who } was elected{ $post } with { $votes }.
vote-adopted-by-all-elected = { $who } was elected{ $post } unanimously with { $votes }.
vote-rejected-elected = { $who } was not elected{ $post }: { $votes }.
vote-thus-adopted-elected = { $who } was elected{ $post }.
vote-thus-rejected-elected = { $who } was not elected{ $post }.
vote-fell-elected = Nobody was elected{ $post }.
vote-elected-to = as { $post }
vote-was-secret = The ballot was secret.
vote-of-organisations = The organisations voted, each with its number of votes.
vote-votes =
    { $count ->
        [one] 1 vote
       *[other] { $count } votes
    }
vote-for =
    { $count ->
        [0] no votes for
        [one] 1 vote for
       *[other] { $count } votes for
    }
vote-against =
    { $count ->
        [0] none against
       *[other] { $count } against
    }
vote-blank =
    { $count ->
        [one] 1 abstention
       *[other] { $count } abstentions
    }
vote-names-for = For: { $names }.
vote-names-against = Against: { $names }.
vote-names-blank = Abstained: { $names }.
vote-names-none = Did not vote: { $names }.
sentence-list = { $list } and { $last }
sentence-recused = { $name } declared a conflict of interest and left the room during item { $number }.

## Commands
command-vote = Vote on the item
command-vote-open = Begin a vote, or write the result of a show of hands
command-vote-cast = Note what somebody votes
command-vote-count = Write the numbers of votes, or correct them
command-vote-close = Close the vote
command-vote-casting = Let the chair's vote decide a tie
command-vote-remove = Remove the vote
did-vote-open = began a vote
did-vote-cast = noted a vote cast
did-vote-count = wrote the numbers of votes
did-vote-close = closed a vote
did-vote-casting = noted the chair's casting vote
did-vote-remove = removed a vote
keywords-vote = ballot hands secret poll
keywords-vote-open = ballot hands secret poll
keywords-vote-casting = tie equal
arg-vote-for = For
arg-against = Against
arg-blank = Abstentions
arg-method = How
arg-about = What is voted on
arg-votes-by = Votes are cast by
arg-casting-vote = The chair has a casting vote
arg-casting = On a tie the chair decides
arg-voter = Who
arg-ballot = Vote
choice-hands = show of hands
choice-names = by name
choice-secret = secret
choice-for = for
choice-against = against
choice-blank = abstains
choice-voted = has voted
choice-ballot-none = has not voted
choice-casting-empty = not needed
ballot-for = for
ballot-against = against
ballot-blank = abstains
ballot-voted = has voted
ballot-none = has not voted
vote-opened =
    { $count ->
        [one] The vote is open. 1 can vote.
       *[other] The vote is open. { $count } can vote.
    }
vote-noted = { $name }: { $answer } · { $done } of { $count } have voted
vote-progress = { $done } of { $count } have voted
vote-guests = No vote: { $names }
vote-close-row = Close the vote
vote-count-row = Write the numbers, and close
vote-too-many = Note: there are { $votes } votes, and only { $count } can be given.
vote-silent = { $count ->
    [one] { $names } has not voted. Close the vote anyway?
   *[other] { $count } have not voted: { $names }. Close the vote anyway?
}
error-vote-too-many = There are { $votes } votes but only { $count } of those present may vote. Correct the numbers or the attendance.
vote-others-noted = Note: there are { $votes } votes, and { $count } are noted as having voted.
vote-live = Vote going on
hint-vote = For, against, abstains
hint-voted = Has voted
hint-uncast = Take back
hint-close-vote = Close
hint-count-vote = Numbers
error-vote-goes-on = A vote is going on under this item. Close or remove it first.
error-vote-none = There is no vote under this item
error-vote-by-name = Votes by name are counted by themselves. Choose show of hands, or leave the numbers empty.
error-vote-numbers = Write how many voted for, against, and abstained
error-vote-hands = Of a show of hands only the numbers are noted
error-vote-secret = The ballot is secret: only who has voted is noted. The numbers are written once they are counted.
error-vote-secret-weights = A secret ballot cannot be weighted: the number of an organisation's votes could tell what it voted
error-vote-not-entitled = { $name } cannot vote now: not present, with a conflict of interest, or without a vote
error-vote-tied = The votes are equal. Choose whether the chair's vote is for or against.
error-vote-no-tie = The votes are not equal

## Conflicts of interest
command-recusal-add = Note that somebody has a conflict of interest and leaves for the item
command-recusal-remove = Take back that somebody has a conflict of interest
did-recusal-add = noted a conflict of interest
did-recusal-remove = took a conflict of interest back
keywords-recusal-add = disqualified recuse impartial
recusal-noted = { $name } has a conflict of interest under item { $number } and is not counted
recusal-removed = { $name } has no conflict of interest under item { $number } any more
participant-recused = conflict of interest, item { $number }
error-recused-already = { $name } has left for this item already
error-not-recused = No conflict of interest of { $name } is noted under this item
vote-will-lapse = { $name } has voted under item { $number }. The vote will lapse. Go on?
vote-was-given = { $name } voted under item { $number }, being present then. Go on?
script-vote-will-lapse = { $name } has voted under item { $number }, and the vote would lapse. Write --anyway if it shall be so.
script-vote-was-given = { $name } voted under item { $number } and must have been present. Write --anyway if it shall be so.
door-menu-recused = i Conflict of interest
line-recused-example = recused: bo
line-vote-example = vote: 7 for, 2 against, 1 abstained

## Dissents
did-dissent-read = wrote a dissent
document-dissent-of = Dissent of { $name }
arg-dissent-decision = Decision (as 3.2)
error-dissent-no-decision = A dissent belongs to a decision. Write the decision first.
error-dissent-nobody = Write whose dissent it is, as in "Bo: …"

## Numbers of votes
command-organisation-votes = Set how many votes an organisation has in the network
did-organisation-votes = set how many votes an organisation has
keywords-organisation-votes = weight weighted
arg-votes = Votes
organisation-votes =
    { $count ->
        [one] { $name } has 1 vote
       *[other] { $name } has { $count } votes
    }

## Attendance by item
document-by-item = Attendance by item
document-entitled = Entitled to vote
document-recused = Conflict of interest
document-quorum = Quorum met
