#!/usr/bin/env python3
"""Compares the clocks of all zones with those of Python's zoneinfo, by the same files.

    check_zones.py BENCHMARK FOLDER [YEAR [YEARS]]

BENCHMARK is the program seminar-benchmark, FOLDER has TZif files, such as /usr/share/zoneinfo. Every zone is
compared twice a day, for five years from 2026 on. Ends with status 0 only if all offsets are the same.
"""

import datetime
import subprocess
import sys
import zoneinfo

program, folder, *rest = sys.argv[1:]
year, years = [int(word) for word in rest] + [2026, 5][len(rest):]
lines = subprocess.run(
    [program, "zones", folder, "--year", str(year), "--years", str(years)],
    check=True, capture_output=True, text=True,
).stdout.splitlines()
zoneinfo.reset_tzpath([folder])
first = datetime.datetime(year, 1, 1, tzinfo=datetime.timezone.utc)
moments = (datetime.datetime(year + years, 1, 1, tzinfo=datetime.timezone.utc) - first).days * 2
ours, wrong = {}, 0
for line in lines:
    name, *runs = line.split()
    ours[name] = runs
for name in sorted(zoneinfo.available_timezones()):
    # Names without a slash are no zones in a curriculum.
    if "/" not in name:
        continue
    zone, runs, last = zoneinfo.ZoneInfo(name), [], None
    for moment in range(moments):
        instant = first + datetime.timedelta(hours=12 * moment)
        # Whole minutes, rounded towards zero.
        offset = int(instant.astimezone(zone).utcoffset().total_seconds() / 60)
        if offset != last:
            runs.append(f"{moment}:{offset}")
        last = offset
    if ours.get(name) != runs:
        wrong += 1
        print(f"{name}: {ours.get(name)}, expected {runs}")
print(f"{len(ours)} zones, {moments} moments each: {wrong} differ")
sys.exit(1 if wrong or len(ours) < 300 else 0)
