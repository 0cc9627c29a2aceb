# Home: what needs doing, upcoming meetings, networks.

home-title = Hjem
home-now = Nu
home-upcoming = Kommende møder
home-networks = Netværk
home-needs = Mangler
home-nothing = Intet venter
screen-too-small = Vinduet er for lille: mindst 60 × 15 tegn
