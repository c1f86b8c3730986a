"""Counts what is right and what is wrong, for the checks beside it."""

import sys

right = wrong = 0


def check(is_right, what):
    """Counts one check, and says what is wrong."""
    global right, wrong
    if is_right:
        right += 1
    else:
        wrong += 1
        print(f"FAILED: {what}")


def end(name):
    """Says how many checks there were and ends, with status 0 only if everything was right."""
    print(f"{name}: {right} right, {wrong} wrong")
    sys.exit(1 if wrong else 0)
