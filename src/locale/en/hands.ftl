# Keys for hands that know Vim or Emacs.

command-text-normal = To commands (Vim)
command-text-insert = Write (Vim)
command-text-open-below = New paragraph below (Vim)
command-text-open-above = New paragraph above (Vim)
command-text-cut-paragraph = Cut the paragraph (Vim)
command-text-copy-paragraph = Copy the paragraph (Vim)
command-text-change = Delete, and write instead (Vim)
command-text-change-paragraph = Write the paragraph anew (Vim)
command-text-join = Join the paragraph with the next
command-text-put-after = Paste after (Vim)
command-text-put-before = Paste before (Vim)
command-text-mark = Mark from here
command-text-unmark = Unmark
command-cancel = Cancel what was begun
command-saved = Say whether all is saved
arg-paragraph = The whole paragraph
notice-all-saved = All is saved
notice-all-saved-at = All is saved, { $time }
notice-saving = Saving just now
mode-normal = NORMAL
mode-insert = INSERT
mode-marking = VISUAL

## The mouse
command-mouse = Use the mouse in the program, or let the terminal mark with it
arg-mouse = Mouse
choice-on = on
choice-off = off
mouse-on = The mouse works in the program. With Shift it marks as elsewhere.
mouse-off = The mouse marks as elsewhere in the terminal
command-my-name = Your name, as others see it
name-set = You are { $name } here
