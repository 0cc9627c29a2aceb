# Commands of the screens.

command-open = Open the selected row
command-section-next = To the next section of the screen
command-section-back = To the previous section of the screen
command-go-meeting = Go to the meeting
command-go-participants = Go to the meeting's participants
command-go-minutes = Go to the minutes
command-go-door = Go to check-in
command-go-network = Go to the network
command-go-people = Go to people and organisations
command-go-followup = Go to follow-up on actions
command-go-history = See who changed what and when
command-meeting-begin = Make a meeting in the network

stage-finished = Finished
