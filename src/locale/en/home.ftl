# Home: what needs doing, upcoming meetings, networks.

home-title = Home
home-now = Now
home-upcoming = Upcoming meetings
home-networks = Networks
home-needs = To do
home-nothing = Nothing is waiting
screen-too-small = The window is too small: at least 60 × 15
