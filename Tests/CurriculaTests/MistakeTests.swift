import Diagnostics
import GoldenFiles
import MarkedTexts
import Testing

/// The programme with a piece replaced, under a heading.
private func mistake(
  _ heading: String,
  _ piece: String,
  _ other: String
) -> (heading: String, diagnostics: [Diagnostic]) {
  (heading, Programme().replacing(piece, with: other).diagnostics)
}

@Suite struct MistakeTests {
  @Test func `keys that are missing, unknown or of another kind have their messages`() {
    expectGolden(
      report([
        mistake("no title", "title: Small programme\n", ""),
        mistake("a title of nothing", "title: Small programme", "title: ~"),
        mistake("a title of nothing but quotation marks", "title: Small programme", "title: ''"),
        mistake("a title that is a list", "title: Small programme", "title: [Small, programme]"),
        mistake("an unknown key", "weeks: 2", "weeks: 2\ntitel: Small"),
        mistake("an unknown key that resembles nothing", "weeks: 2", "weeks: 2\nbudget: 7"),
        mistake("an unknown key in a session", "title: One, minutes", "titel: One, minutes"),
        mistake(
          "a comma within braces",
          "{id: hall, name: Hall}",
          "{id: hall, name: Hall, first floor}"
        ),
        mistake("a list where a mapping belongs", "{id: law, title: Law}", "[law, Law]"),
        mistake("a mapping where a list belongs", "  - {id: law, title: Law}", "  id: law"),
        mistake("weeks in words", "weeks: 2", "weeks: two"),
        mistake("weeks of none", "weeks: 2", "weeks: 0"),
        mistake("weeks beyond counting", "weeks: 2", "weeks: 99999999999999999999"),
        mistake("minutes of none", "One, minutes: 60", "One, minutes: 0"),
        mistake("minutes with a unit", "One, minutes: 60", "One, minutes: 1 hour"),
        mistake("a kind that does not exist", "title: One,", "title: One, kind: lectur,"),
        mistake("true in other words", "name: Ann}", "name: Ann, remote: maybe}"),
        mistake("an identifier with a space", "id: hall,", "id: the hall,"),
        mistake("an identifier that is a path", "id: hall,", "id: ../../etc/passwd,"),
        mistake("an identifier in other letters", "id: hall,", "id: hällen,"),
        mistake(
          "an identifier of 65 letters",
          "id: hall,",
          "id: \(String(repeating: "x", count: 65)),"
        ),
        mistake(
          "no session",
          """
                - {id: s1, title: One, minutes: 60}
                - {id: s2, title: Two, minutes: 60, needs: [s1]}
          """,
          ""
        ),
        mistake(
          "a constraint without a name",
          "modules:",
          "constraints:\n  - {weight: 3}\nmodules:"
        ),
        mistake(
          "two constraints in one",
          "modules:",
          "constraints:\n  - {first: s1, last: s2}\nmodules:"
        ),
        mistake("a constraint that is a word", "modules:", "constraints:\n  - first\nmodules:"),
        mistake(
          "a weight below 0",
          "modules:",
          "constraints:\n  - {first: s1, weight: -1}\nmodules:"
        ),
      ]),
      "keys.txt"
    )
  }

  @Test func `days, times and zones that do not exist have their messages`() {
    expectGolden(
      report([
        mistake("31 February", "starts: 2026-03-03", "starts: 2026-02-31"),
        mistake("29 February of a common year", "starts: 2026-03-03", "starts: 2026-02-29"),
        mistake("a day in American order", "starts: 2026-03-03", "starts: 3/3/2026"),
        mistake("a day without leading zeros", "starts: 2026-03-03", "starts: 2026-3-3"),
        mistake("a day with a time", "starts: 2026-03-03", "starts: 2026-03-03T10:00"),
        mistake("25 o'clock", "from: 10:00", "from: 25:00"),
        mistake("60 minutes past", "from: 10:00", "from: 10:60"),
        mistake("a time with a point", "from: 10:00", "from: 10.00"),
        mistake("a time in the afternoon", "to: 13:00", "to: 1:00 pm"),
        mistake("an end before the beginning", "to: 13:00", "to: 09:00"),
        mistake("a night that is too long", "from: 10:00, to: 13:00", "from: 17:00, to: 09:00"),
        mistake(
          "a block that begins before the night has ended",
          "blocks:\n",
          "blocks:\n  - {on: 2026-03-09, from: 22:00, to: 10:30}\n"
        ),
        mistake("an end at the beginning", "to: 13:00", "to: 10:00"),
        mistake("a weekday with a slip", "every: Tuesday", "every: Teusday"),
        mistake("a block in week 11 of 2", "every: Tuesday", "on: 2026-05-12"),
        mistake("a block before the first day", "every: Tuesday", "on: 2026-03-02"),
        mistake("a block of every and on", "every: Tuesday", "every: Tuesday, on: 2026-03-03"),
        mistake("a block of neither", "every: Tuesday, ", ""),
        mistake(
          "a block on one day until another",
          "every: Tuesday",
          "on: 2026-03-03, until: 2026-03-10"
        ),
        mistake(
          "blocks on top of each other",
          "blocks:\n",
          "blocks:\n  - {on: 2026-03-10, from: 12:00, to: 14:00}\n"
        ),
        mistake("an unknown zone", "America/New_York", "America/New_Yrok"),
        mistake("a zone that is a city", "America/New_York", "Vienna"),
        mistake("a zone that is an abbreviation", "America/New_York", "EST"),
        mistake("a zone that is an offset", "America/New_York", "GMT+2"),
        mistake("no zone", "zone: America/New_York\n", ""),
        mistake(
          "days away that end before they begin",
          "name: Ann}",
          "name: Ann, away: [{from: 2026-03-10, to: 2026-03-09}]}"
        ),
        mistake(
          "days away of on and from",
          "name: Ann}",
          "name: Ann, away: [{on: 2026-03-10, from: 2026-03-09}]}"
        ),
        mistake("days away without an end", "name: Ann}", "name: Ann, away: [{from: 2026-03-10}]}"),
        mistake(
          "hours that end before they begin",
          "name: Ann}",
          "name: Ann, hours: {from: 18:00, to: 09:00}}"
        ),
        mistake(
          "a part of a day with a weight",
          "name: Ann}",
          "name: Ann, away: [{on: 2026-03-10, hours: {from: 9:00, to: 10:00, weight: 2}}]}"
        ),
        mistake(
          "a closed day with a weight",
          "modules:",
          "calendar:\n  - {closed: 2026-03-03, name: Holiday, weight: 3}\nmodules:"
        ),
        mistake(
          "an entry of the calendar that is two things",
          "modules:",
          "calendar:\n  - {closed: 2026-03-03, avoid: 2026-03-03, name: Holiday}\nmodules:"
        ),
        mistake(
          "an entry of the calendar without a name",
          "modules:",
          "calendar:\n  - {closed: 2026-03-03}\nmodules:"
        ),
        mistake(
          "a need with too many days",
          "needs: [s1]",
          "needs: [{session: s1, least: 9 days, most: 7 days}]"
        ),
        mistake("a need in weeks", "needs: [s1]", "needs: [{session: s1, least: 2 weeks}]"),
      ]),
      "days-and-times.txt"
    )
  }

  @Test func `rooms that cannot be used at once have their messages`() {
    func rooms(_ heading: String, _ rooms: String, _ session: String = "")
      -> (heading: String, diagnostics: [Diagnostic])
    {
      let programme = Programme()
        .replacing("- {id: hall, name: Hall}", with: "- {id: hall, name: Hall}\n  - \(rooms)")
        .replacing("title: One, minutes: 60", with: "title: One, minutes: 60\(session)")
      return (heading, programme.diagnostics)
    }
    expectGolden(
      report([
        rooms("a room made of one", "{id: both, of: [hall]}"),
        rooms("a room made of the same twice", "{id: both, of: [hall, hall]}"),
        rooms("a room made of one that is not there", "{id: both, of: [hall, anex]}"),
        rooms("a room made of itself", "{id: both, of: [hall, both]}"),
        rooms("a room made of others with a place", "{id: both, of: [hall, x], place: north}"),
        rooms("more rooms than there are", "{id: x, name: X}", ", rooms-at-once: 3"),
        rooms("fewer rooms named", "{id: x, name: X}", ", rooms: [x], rooms-at-once: 2"),
        rooms("no number", "{id: x, name: X}", ", rooms-at-once: both"),
        rooms(
          "too many ways",
          (1...12).map { "{id: r\($0), name: R\($0)}" }.joined(separator: "\n  - "),
          ", rooms-at-once: 5"
        ),
      ]),
      "rooms-at-once.txt"
    )
  }

  @Test func `the day on which the clock changes has its messages`() {
    func block(_ heading: String, _ date: String, _ from: String, _ to: String)
      -> (heading: String, diagnostics: [Diagnostic])
    {
      let programme = Programme()
        .replacing("starts: 2026-03-03", with: "starts: \(date)")
        .replacing(
          "every: Tuesday, from: 10:00, to: 13:00",
          with: "on: \(date), from: \(from), to: \(to)"
        )
      return (heading, programme.diagnostics)
    }
    expectGolden(
      report([
        block("beginning in the gap of spring", "2026-03-08", "02:30", "04:00"),
        block("ending in the gap of spring", "2026-03-08", "01:00", "02:30"),
        block("ending at the gap of spring", "2026-03-07", "22:00", "02:00"),
        block("a night around the gap of spring", "2026-03-07", "22:00", "04:00"),
        block("ending in the fold of a night of autumn", "2026-10-31", "22:00", "01:30"),
        block("around the gap of spring", "2026-03-08", "01:00", "04:00"),
        block("after the gap of spring", "2026-03-08", "03:00", "04:00"),
        block("beginning in the fold of autumn", "2026-11-01", "01:30", "04:00"),
        block("ending in the fold of autumn", "2026-11-01", "00:30", "01:30"),
        block("around the fold of autumn", "2026-11-01", "00:30", "04:00"),
        block("after the fold of autumn", "2026-11-01", "02:00", "04:00"),
      ]),
      "clock-changes.txt"
    )
  }

  @Test func `names that are declared twice or not at all have their messages`() {
    expectGolden(
      report([
        mistake("a session twice", "{id: s2,", "{id: s1,"),
        mistake("a session in other letters", "{id: s2,", "{id: S1,"),
        mistake("a session named as its module", "{id: s2,", "{id: basics,"),
        mistake("a trainer twice", "{id: bo,", "{id: ann,"),
        mistake("two trainers of one name", "name: Bo}", "name: ANN}"),
        mistake("an unknown trainer", "title: One,", "title: One, trainers: [an],"),
        mistake(
          "an unknown trainer of whom one is enough",
          "title: One,",
          "title: One, one-of: [ann, zoe],"
        ),
        mistake("an unknown alternate", "name: Ann}", "name: Ann, alternates: [boo]}"),
        mistake("an unknown theme", "title: One,", "title: One, themes: [lwa],"),
        mistake("an unknown group", "title: One,", "title: One, groups: [everybody],"),
        mistake("an unknown room", "title: One,", "title: One, rooms: [hell],"),
        mistake("an unknown session", "needs: [s1]", "needs: [s0]"),
        mistake(
          "an unknown session with days",
          "needs: [s1]",
          "needs: [{session: s11, least: 1 day}]"
        ),
        mistake(
          "an unknown module in the calendar",
          "modules:",
          "calendar:\n  - {closed: 2026-03-03, name: Holiday, modules: [basic]}\nmodules:"
        ),
        mistake("a session that needs itself", "needs: [s1]", "needs: [s2]"),
        mistake(
          "sessions in a circle",
          "title: One, minutes: 60",
          "title: One, minutes: 60, needs: [s2]"
        ),
        (
          "a trainer where none is declared",
          Programme()
            .replacing("trainers:\n  - {id: ann, name: Ann}\n  - {id: bo, name: Bo}\n", with: "")
            .replacing("title: One,", with: "title: One, trainers: [ann],").diagnostics
        ),
      ]),
      "names.txt"
    )
  }

  @Test func `all problems are told in one run`() {
    let programme = Programme().replacing("weeks: 2", with: "weeks: 2\nfoo: 1")
      .replacing("every: Tuesday", with: "every: Teusday")
      .replacing("name: Bo}", with: "name: Bo, away: [2026-02-31], alternates: [an]}")
      .replacing("needs: [s1]", with: "needs: [s1], themes: [lwa]")
    #expect(programme.diagnostics.map(\.location.line) == [6, 8, 15, 15, 23])
  }

  @Test func `a name is not missed when its declaration could not be read`() {
    let programme = Programme().replacing("{id: bo, name: Bo}", with: "{id: bo, nam: Bo}")
      .replacing("title: One,", with: "title: One, trainers: [bo],")
    #expect(programme.diagnostics.map(\.location.line) == [14, 14])
  }

  @Test(arguments: [
    ("title: One,", "title: One, trainers: [ann, 1️⃣zoe],"),
    ("title: One,", "title: One, one-of: 1️⃣zoe,"),
    ("title: One,", "title: One, themes: [1️⃣zoe],"),
    ("title: One,", "title: One, rooms: [hall, 1️⃣zoe],"),
    ("needs: [s1]", "needs: [s1, 1️⃣zoe]"),
    ("needs: [s1]", "needs: [{session: 1️⃣zoe}]"),
    ("name: Ann}", "name: Ann, alternates: [bo, 1️⃣zoe]}"),
  ])
  func `a name that is not declared is reported where it stands`(piece: String, other: String) {
    let marked = MarkedText(Programme().replacing(piece, with: other).text)
    let found = Programme(text: marked.text).diagnostics.map(\.location)
    #expect(found == [marked.location(in: Programme.file)])
  }
}
