# Check-in.

door = Attendance
attendance-expected = expected
attendance-present = present
attendance-online = online
attendance-apologies = apologies
attendance-absent = absent
attendance-left = left
attendance-substitute = substitute
