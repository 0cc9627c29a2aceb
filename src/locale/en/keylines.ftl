# What a key does, where its command takes a word that says which way.

keyline-marking = { $what }, marking

keyline-agenda-move-up = Move the item one place up
keyline-agenda-move-down = Move the item one place down
keyline-answer-yes = Note: is coming
keyline-answer-tentative = Note: may come
keyline-answer-none = Take the answer away
keyline-check-in-online = Check in as online
keyline-entry-kind-decision = Make the paragraph a decision
keyline-entry-kind-action = Make the paragraph an action
keyline-entry-kind-note = Make the paragraph a note
keyline-entry-kind-private = Make the paragraph a private note
keyline-entry-kind-vote = Make the paragraph a vote
keyline-text-delete-left = Delete the letter to the left
keyline-text-delete-right = Delete the letter to the right
keyline-text-delete-word-left = Delete the word to the left
keyline-text-delete-word-right = Delete the word to the right
keyline-text-delete-paragraph-end = Delete the rest of the paragraph
keyline-text-cut-paragraph-end = Cut the rest of the paragraph
keyline-text-insert-right = Write after the letter
keyline-text-insert-paragraph-start = Write first in the paragraph
keyline-text-insert-paragraph-end = Write last in the paragraph
keyline-text-move-left = One letter to the left
keyline-text-move-right = One letter to the right
keyline-text-move-up = One line up
keyline-text-move-down = One line down
keyline-text-move-word-left = One word to the left
keyline-text-move-word-right = One word to the right
keyline-text-move-word-end = To the end of the word
keyline-text-move-home = To the beginning of the line
keyline-text-move-end = To the end of the line
keyline-text-move-page-up = One page up
keyline-text-move-page-down = One page down
keyline-text-move-start = To the beginning of the minutes
keyline-text-move-finish = To the end of the minutes
keyline-text-move-paragraph-start = To the beginning of the paragraph
