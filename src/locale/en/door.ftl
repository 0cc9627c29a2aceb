# Check-in.

door = Attendance
attendance-expected = expected
attendance-present = present
attendance-online = online
attendance-apologies = apologies
attendance-absent = absent
attendance-left = left
attendance-substitute = substitute
door-arrived = { $name } arrived at { $time }
door-online = { $name } is online from { $time }
door-had-apologies = { $name } arrived at { $time } (had sent apologies)
door-was-absent = { $name } arrived at { $time } (was noted as absent)
door-walk-in = { $name } arrived at { $time } (was not invited)
door-new-organisation = { $said }. New organisation: { $organisation }
door-back = { $name } came back at { $time }
door-already = { $name } was checked in already at { $time }
door-left = { $name } left at { $time }
door-absent = { $name } is noted as absent
door-apologies = Apologies from { $name } are noted
door-already-apologies = { $name } has sent apologies already
door-substitute = { $name } comes in place of { $other }
door-substitute-here = { $name } arrived at { $time } in place of { $other }
door-set = Attendance is corrected: { $name } – { $status }
door-all-present =
    { $count ->
        [one] 1 person is noted as present
       *[other] { $count } people are noted as present
    }
invited =
    { $count ->
        [0] Everybody is on the list already
        [one] 1 person was put on the list
       *[other] { $count } people were put on the list
    }
invited-without =
    { invited }. { $without ->
        [one] { $names } has no contact person
       *[other] Without a contact person: { $names }
    }
uninvited =
    { $count ->
        [one] 1 person was taken off the list
       *[other] { $count } people were taken off the list
    }
rsvp-yes = { $name } is expected
rsvp-tentative = { $name } may come
rsvp-none = The answer from { $name } is taken away
apology-taken = Apologies from { $name } noted for { $meeting }, { $date }
door-written = { $said } – written under item { $number }
