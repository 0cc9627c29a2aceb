# The meeting screen.

saved-at = Saved { $time }
all-saved-at = Everything was saved at { $time }
removed = Removed – Ctrl+Z undoes
