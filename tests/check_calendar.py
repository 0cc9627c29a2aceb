"""Reads a calendar with two parsers and tells, as JSON, what both understood."""
import datetime
import json
import sys

import icalendar
import vobject

text = open(sys.argv[1], "rb").read()
rows = text.split(b"\r\n")
assert b"\n" not in b"".join(rows), "a bare line feed"
assert all(len(row) <= 75 for row in rows), "a line is too long"
for row in rows:
    row.decode("utf-8")
one = icalendar.Calendar.from_ical(text)
two = vobject.readOne(text.decode("utf-8"))


def instant(moment):
    if isinstance(moment, datetime.datetime):
        return moment.astimezone(datetime.timezone.utc).isoformat()
    return moment.isoformat()


events = []
for event, other in zip(one.walk("VEVENT"), two.contents["vevent"], strict=True):
    start = event.decoded("DTSTART")
    assert instant(other.dtstart.value) == instant(start), (other.dtstart.value, start)
    assert other.summary.value == str(event["SUMMARY"])
    description = str(event.get("DESCRIPTION", ""))
    assert description == (other.description.value if "description" in other.contents else "")
    attendees = event.get("ATTENDEE", [])
    attendees = attendees if isinstance(attendees, list) else [attendees]
    events.append({
        "uid": str(event["UID"]),
        "start": instant(start),
        "summary": str(event["SUMMARY"]),
        "location": str(event.get("LOCATION", "")),
        "description": description,
        "status": str(event.get("STATUS", "")),
        "sequence": int(event.get("SEQUENCE", 0)),
        "attendees": [[str(row), row.params.get("PARTSTAT", ""), row.params.get("CN", "")] for row in attendees],
    })
print(json.dumps({"method": str(one.get("METHOD", "")), "events": events}))
