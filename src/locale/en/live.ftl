## The meeting on the large screen
command-show-live = Show the meeting on the large screen
cli-arg-live = Show the meeting on the screen while it is held (large, only to look at)
live-left = left
live-over = over time
live-used = used
live-place = Item { $number } of { $count }
live-decision = Decision
live-note = Minutes
live-next = Then { $time }: { $number } { $title }
live-begins = The meeting begins
live-between = Expected end
live-ended = The meeting is closed
