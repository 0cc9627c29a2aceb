# Check-in.

door = Fremmøde
attendance-expected = tilmeldt
attendance-present = mødt
attendance-online = online
attendance-apologies = afbud
attendance-absent = udeblevet
attendance-left = gået
attendance-substitute = stedfortræder
