# Documents on the screen.

command-document-show = Read a document: agenda, minutes, run sheet …
command-document-copy = Copy a document to your own clipboard
arg-format = Format
arg-at-once = Without reading it first
arg-public = Public version
what-agenda = Agenda
what-minutes = Minutes
what-decisions = Decisions and actions
what-attendance = Attendance list
what-briefing = Before the meeting
what-runsheet = Run sheet
what-cancellation = Cancellation
what-corrections = Corrections after approval
reader-keys = ↑↓ scroll   c copy   g save as a file   Esc close
reader-then = Enter { $deed }  g save  ↑↓ scroll  Esc back
notice-copied = Copied: { $lines } lines
reader-then-or-change = Enter { $deed }  r change  ↑↓ scroll  Esc back
preview-deadline = Objection deadline: { $date } – press r to change it
preview-approve = Approved by: { $by }. The minutes are locked; after that only a correction can change them. Press r to write who approves.
approve-open = ! { $what }
approve-before-deadline = ! The objection deadline is not until { $date }
command-preview-change = Change it before it is done
arg-words = Command
command-document-save = Save a document as a file
document-saved = Saved: { $path }
preview-publish = The public version: closed items are left out. Press g to save it as a file. Enter notes the minutes as published.
