# The meeting screen.

saved-at = Gemt { $time }
all-saved-at = Alt er gemt kl. { $time }
removed = Fjernet – Ctrl+Z fortryder
