# Agenda items: kinds, fields, speakers.
speaker-none = Ingen oplægsholdere endnu. + tilføjer en.
annex-copying = Filen kopieres ind. Du kan skrive videre.
annex-added = Bilaget er lagt ind: { $title }
annex-none = Punktet har ingen bilag.
practical-none = Intet praktisk endnu. + tilføjer noget.

agenda = Dagsorden
kind-information = orientering
kind-discussion = drøftelse
kind-decision = beslutning
kind-talk = oplæg
kind-welcome = velkomst
kind-round = bordrunde
kind-break = pause
kind-aob = eventuelt
kind-next-meeting = næste møde
agenda-purpose = Formål
agenda-outcome = Forventet udbytte
agenda-background = Sagsfremstilling
agenda-recommendation = Indstilling
agenda-annexes = Bilag
agenda-speaker = Oplægsholder
speaker-suggested = foreslået
speaker-invited = inviteret
speaker-confirmed = bekræftet
speaker-declined = har sagt nej
recommendation-adopted = Indstillingen tiltrådt.
