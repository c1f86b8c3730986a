#!/usr/bin/env python3
"""Reads the calendars of whole seasons with two readers that share nothing with the program.

    check_calendars.py FOLDER

The folder has a folder for each programme, and in it one for each step, with all calendars as they were published then;
the tests of the seasons write it where SEMINAR_SEASONS names it. Each calendar is read with icalendar and with vobject. The
two must find the same events, the same instants by the calendar's own rules of the clock, and the same SEQUENCE and STATUS.
From step to step every event keeps its UID, SEQUENCE rises exactly when something changes that people see, and an event
that was cancelled or is over stays as it is. Needs Debian's python3-icalendar and python3-vobject. Ends with status 0 only
if everything agrees.
"""

import datetime
import pathlib
import sys

import icalendar
import vobject

UTC = datetime.timezone.utc
problems = []


def say(*words):
    problems.append(" ".join(str(word) for word in words))


def instant(value, zones):
    """The instant of a time, by the rules that the calendar itself has."""
    moment = value.dt
    name = value.params.get("TZID")
    if name is None:
        return moment.astimezone(UTC)
    return zones[name].localize(moment.replace(tzinfo=None)).astimezone(UTC)


def with_icalendar(text):
    calendar = icalendar.Calendar.from_ical(text)
    zones = {str(zone["TZID"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}
    events = {}
    for event in calendar.walk("VEVENT"):
        assert str(event["UID"]) not in events, "an event is there twice"
        events[str(event["UID"])] = (
            int(event["SEQUENCE"]),
            str(event.get("STATUS", "")),
            instant(event["DTSTART"], zones),
            instant(event["DTEND"], zones),
            str(event["SUMMARY"]),
            str(event.get("LOCATION", "")),
            str(event.get("DESCRIPTION", "")),
        )
    return str(calendar.get("METHOD", "")), events


def with_vobject(text):
    calendar = vobject.readOne(text.decode())
    events = {}
    for event in calendar.contents.get("vevent", []):
        def value(name):
            return getattr(event, name).value if hasattr(event, name) else ""

        events[value("uid")] = (
            int(value("sequence")),
            value("status"),
            event.dtstart.value.astimezone(UTC),
            event.dtend.value.astimezone(UTC),
            value("summary"),
            value("location"),
            value("description"),
        )
    return calendar.method.value if hasattr(calendar, "method") else "", events


def seen(event):
    """What a person sees of an event; of one that is cancelled, not where it was to be."""
    _, status, begins, ends, summary, location, description = event
    return (status, begins, ends, summary) + (() if status == "CANCELLED" else (location, description))


def read(folder):
    calendars = {}
    for path in sorted(folder.rglob("*.ics")):
        name = str(path.relative_to(folder))
        text = path.read_bytes()
        first, second = with_icalendar(text), with_vobject(text)
        if first != second:
            say(path, "is not the same for both readers:", first, second)
        method, events = first
        if method not in ("", "PUBLISH", "REQUEST", "CANCEL"):
            say(path, "has the method", method)
        if name.startswith("invitations/"):
            cancelled = all(event[1] == "CANCELLED" for event in events.values())
            if len(events) != 1 or cancelled != (method == "CANCEL"):
                say(path, "does not say what its method says")
        calendars[name] = events
    return calendars


def compare(place, before, now, counts):
    for name, events in before.items():
        if name not in now:
            say(place, name, "is gone")
            continue
        for uid, old in events.items():
            new = now[name].get(uid)
            if new is None:
                say(place, name, uid, "is gone")
                continue
            counts["events"] += 1
            if new[0] < old[0] or (new[0] != old[0]) != (seen(new) != seen(old)):
                say(place, name, uid, "SEQUENCE", old[0], new[0], seen(old), seen(new))
            counts["changes"] += new[0] != old[0]
            counts["cancellations"] += new[1] == "CANCELLED" != old[1]


def main():
    counts = {"programmes": 0, "steps": 0, "calendars": 0, "events": 0, "changes": 0, "cancellations": 0}
    for programme in sorted(path for path in pathlib.Path(sys.argv[1]).iterdir() if path.is_dir()):
        counts["programmes"] += 1
        before = {}
        for step in sorted(path for path in programme.iterdir() if path.is_dir()):
            now = read(step)
            compare(step, before, now, counts)
            counts["steps"] += 1
            counts["calendars"] += len(now)
            before = now
    for problem in problems[:40]:
        print(problem)
    print(", ".join(f"{count} {name}" for name, count in counts.items()), f"{len(problems)} problems", sep=": ")
    enough = counts["programmes"] >= 3 and counts["steps"] >= 36 and counts["cancellations"] > 0
    sys.exit(0 if enough and not problems else 1)


main()
