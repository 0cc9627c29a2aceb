## Mødet på storskærm
command-show-live = Vis mødet på storskærm
cli-arg-live = Vis mødet på skærmen, mens det holdes (stor skrift, kun til at se på)
live-left = tilbage
live-over = over tiden
live-used = brugt
live-place = Punkt { $number } af { $count }
live-decision = Beslutning
live-note = Referat
live-next = Derefter { $time }: { $number } { $title }
live-begins = Mødet begynder
live-between = Forventet slut
live-ended = Mødet er hævet
