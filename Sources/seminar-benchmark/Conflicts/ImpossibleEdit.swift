/// A change to the text of the training programme's curriculum that leaves it no timetable.
struct ImpossibleEdit: Sendable {
  /// What is impossible then.
  let name: String
  /// Pieces of the text and what is written instead.
  let replacements: [(piece: String, other: String)]
  /// Constraints added at the end.
  let constraints: [String]

  private init(
    _ name: String,
    _ replacements: (piece: String, other: String)...,
    adding constraints: String...
  ) {
    self.name = name
    self.replacements = replacements
    self.constraints = constraints
  }

  /// The text after the change, `nil` when it lacks one of the pieces.
  func applied(to text: String) -> String? {
    var text = text
    for (piece, other) in replacements {
      guard text.contains(piece) else { return nil }
      text = text.replacing(piece, with: other, maxReplacements: 1)
    }
    if !text.hasSuffix("\n") { text += "\n" }
    return text + constraints.map { "  - \($0)\n" }.joined()
  }

  private static let noAway = ", zone: America/New_York}"
  private static func only(_ name: String, _ days: String) -> (String, String) {
    (name + noAway, "\(name), zone: America/New_York, only: [\(days)]}")
  }

  /// One change for each kind of impossible curriculum, at the size of a programme that is held.
  static let all: [ImpossibleEdit] = [
    ImpossibleEdit("a session longer than every block", ("minutes: 150", "minutes: 200")),
    ImpossibleEdit(
      "every day closed",
      ("calendar:\n", "calendar:\n  - {closed: {from: 2026-03-24, to: 2026-06-05}, name: Feast}\n")
    ),
    ImpossibleEdit(
      "a trainer away all the time",
      (
        "ohchr, name: \"OHCHR, New York\"",
        "ohchr, away: [{from: 2026-03-01, to: 2026-06-30}], name: \"OHCHR, New York\""
      )
    ),
    ImpossibleEdit(
      "a trainer who comes on no day with a block",
      only("name: Treaty Section", "2026-03-25")
    ),
    ImpossibleEdit(
      "a trainer who sleeps when blocks are open",
      (
        "zone: Africa/Nairobi\n    remote: true\n    hours: {from: 07:00, to: 22:00}\n    alternates: [unep-new-york]",
        "zone: Africa/Nairobi\n    remote: true\n    hours: {from: 07:00, to: 15:00}"
      )
    ),
    ImpossibleEdit(
      "no room with what a session needs",
      (
        "trainers: [treaty-section]\n        features: [movable-tables]",
        "trainers: [treaty-section]\n        features: [movable-tables, interpretation]"
      )
    ),
    ImpossibleEdit("no room with seats enough", ("size: 40", "size: 80")),
    ImpossibleEdit(
      "a room that is closed",
      ("{id: training-room, ", "{id: training-room, closed: [{from: 2026-03-01, to: 2026-06-30}], ")
    ),
    ImpossibleEdit(
      "two trainers who never come together",
      only("name: \"OHCHR, New York\"", "2026-03-31, 2026-04-07, 2026-04-14"),
      only("name: Conduct and discipline", "2026-05-05, 2026-05-12")
    ),
    ImpossibleEdit(
      "a chain with too little time",
      adding: "window: {of: w3s1, from: 2026-05-12}"
    ),
    ImpossibleEdit("orders in a circle", adding: "order: {from: w9s1, to: w3s1}"),
    ImpossibleEdit("two modules that come first", adding: "first: module cyber"),
    ImpossibleEdit(
      "short blocks",
      ("every: Tuesday, from: 10:00, to: 13:00", "every: Tuesday, from: 10:00, to: 12:00")
    ),
    ImpossibleEdit(
      "too few weeks",
      ("weeks: 10\n", "weeks: 9\n"),
      ("weeks: [10], from", "weeks: [9], from")
    ),
    ImpossibleEdit("too little load a block", ("most: 165 minutes", "most: 140 minutes")),
    ImpossibleEdit("too few sessions a week", ("most: 4 sessions", "most: 2 sessions")),
    ImpossibleEdit(
      "a least load that cannot be filled",
      adding: "load: {of: tag GR, per: week, least: 3 sessions}"
    ),
    ImpossibleEdit("together and separate", adding: "separate: {of: module cyber, in: week}"),
    ImpossibleEdit(
      "sessions too far apart",
      adding: "apart: {of: [w1s1, w5s1, w10s4], least: 40 days}"
    ),
    ImpossibleEdit(
      "a span too short for its orders",
      adding: "span: {of: [w1s1, w3s1, w9s1], most: 14 days}"
    ),
    ImpossibleEdit(
      "a need that waits too long",
      ("needs: [w5s1, w5s2]", "needs: [{session: w5s1, least: 14 days}, w5s2]")
    ),
    ImpossibleEdit(
      "two pins at one time",
      adding: "pin: {session: w1s1, at: 2026-03-24T10:00}",
      "pin: {session: w1s2, at: 2026-03-24T10:30}"
    ),
    ImpossibleEdit(
      "a pin before what the session needs",
      adding: "pin: {session: w5s1, at: 2026-03-24T10:00}"
    ),
    ImpossibleEdit(
      "a window in which the trainer does not come",
      only("name: Climate Security Mechanism", "2026-05-05"),
      adding: "window: {of: w9s2, weeks: [3]}"
    ),
    ImpossibleEdit(
      "breaks for which there is no time",
      ("after: 120 minutes, least: 15 minutes", "after: 60 minutes, least: 30 minutes")
    ),
    ImpossibleEdit(
      "sessions that may not follow one another",
      adding: "together: {of: module cyber, in: block}",
      "not-in-a-row: module cyber",
      "consecutive: module cyber"
    ),
    ImpossibleEdit(
      "a trainer on too few days",
      adding: "spread: {of: trainer police-advisers, most: 2 days}"
    ),
    ImpossibleEdit(
      "one room for different needs",
      (
        "tags: [HR, SD]\n        needs: [w1s1]\n        trainers: [rule-of-law-unit]",
        "tags: [HR, SD]\n        needs: [w1s1]\n        trainers: [rule-of-law-unit]\n        features: [interpretation]"
      ),
      adding: "one-room: module law-and-rights"
    ),
    ImpossibleEdit(
      "three trainers in the same week",
      only("name: Conduct and discipline", "2026-04-14"),
      only("name: \"Police Division, DPO\"", "2026-04-14"),
      adding: "load: {of: [w10s1, w10s2, w10s3], per: day, most: 2 sessions}"
    ),
    ImpossibleEdit(
      "two conflicts beside one another",
      ("size: 40", "size: 80"),
      adding: "order: {from: w9s1, to: w3s1}"
    ),
  ]
}
