internal import Curricula
internal import Diagnostics
internal import Foundation
internal import Timetabling

/// The columns of a table that follow from the curriculum, or from day, start, room and trainers.
///
/// What follows from the curriculum is changed there. What follows from day, start, room and trainers may
/// be as it was before they were edited, since people move a session and leave the rest; anything else
/// was edited, and would be lost without a word.
struct OtherColumns {
  let problem: Problem
  let session: Int
  /// Timetables from which the table may have been made.
  let bases: [Timetable]

  private var curriculum: Curriculum { problem.curriculum }
  private var written: Session { curriculum.sessions[session] }

  /// Reports every column of a row that says something else.
  func compare(
    _ row: WrittenTimetable.Row,
    with plan: PublishedPlacement,
    _ findings: inout Findings
  ) {
    compareDeclared(row, &findings)
    let before = bases.compactMap { base in
      base.placement(of: session).map { Derived($0, of: base) }
    }
    let now = Derived(plan, minutes: written.minutes, in: curriculum)
    compareEnd(row, now, before, &findings)
    for column in Derived.columns {
      guard let text = row.others[column.name] else { continue }
      let isKnown = ([now] + before).contains { column.says(text, $0) }
      guard !isKnown else { continue }
      findings.error(
        at: row.location,
        "'\(written.id)' has '\(column.name)' \(text.shortened), but \(column.source) "
          + "\(column.source.hasSuffix("'s") || column.isPlural ? "say" : "says") \(column.words(now))",
        remedy:
          "edit \(column.source), from which '\(column.name)' follows, or put back what was there"
      )
    }
  }

  /// What only the curriculum can change.
  private func compareDeclared(_ row: WrittenTimetable.Row, _ findings: inout Findings) {
    let groups = problem.sessions[session].groups.map { curriculum.groups[$0] }
    let module = curriculum.modules[problem.sessions[session].module]
    let declared: [(name: String, expected: String, isSame: (String) -> Bool)] = [
      ("minutes", "\(written.minutes)", { Double($0.asPoint) == Double(written.minutes) }),
      ("title", written.title, { $0.isText(written.title) }),
      (
        "kind", written.kind.id,
        { $0.isText(written.kind.id) || $0.isText(written.kind.name) }
      ),
      ("module", module.id, { $0.isText(module.id) }),
      ("module-title", module.title, { $0.isText(module.title) }),
      (
        "groups", groups.map(\.id).joined(separator: "; "),
        { text in
          let names = text.names
          return names.count == groups.count
            && groups.allSatisfy { group in
              names.contains { $0.isText(group.id) || $0.isText(group.name) }
            }
        }
      ),
      ("zone", curriculum.zone.name, { $0.isText(curriculum.zone.name) }),
    ]
    for (name, expected, isSame) in declared {
      guard let text = row.others[name], !isSame(text) else { continue }
      let place = name == "zone" ? curriculum.location : written.location
      findings.error(
        at: row.location,
        "'\(written.id)' has '\(name)' \(text.shortened) here and \(expected.shortened) in the "
          + "curriculum",
        remedy: "change it in the curriculum, at \(place), or put back what was there"
      )
    }
  }

  /// The end follows from the start; people who move a session often leave it as it was.
  private func compareEnd(
    _ row: WrittenTimetable.Row,
    _ now: Derived,
    _ before: [Derived],
    _ findings: inout Findings
  ) {
    guard let end = row.end, let start = row.start, end != now.end else { return }
    let message =
      "'\(written.id)' ends at \(clock(end)) here, but takes \(written.minutes) minutes from "
      + clockOfStart(start)
    let wasLeft = before.contains { $0.end == end } && !before.contains { $0.start == start }
    if wasLeft {
      findings.warn(
        at: row.location,
        message,
        remedy: "the end is ignored; to change it, change the minutes in the curriculum"
      )
    } else {
      findings.error(
        at: row.location,
        message,
        remedy: "change the minutes in the curriculum, at \(written.location), or put back the end"
      )
    }
  }
}

/// What follows from day, start, room and trainers.
private struct Derived {
  let date: CivilDate
  let start: Int
  let end: Int
  let week: Int?
  let block: Block?
  let room: Room?
  let trainers: [Trainer]
  let zone: Zone

  init(_ plan: PublishedPlacement, minutes: Int, in curriculum: Curriculum) {
    date = plan.date
    start = plan.start
    end = plan.start + minutes
    week = curriculum.week(of: plan.date)
    block = curriculum.block(
      on: plan.date,
      at: plan.start,
      for: curriculum.sessions.first { $0.id == plan.session },
      in: plan.room
    ).map { curriculum.blocks[$0] }
    room = plan.room.flatMap { id in curriculum.rooms.first { $0.id == id } }
    trainers = plan.trainers.compactMap { id in curriculum.trainers.first { $0.id == id } }
    zone = curriculum.zone
  }

  init(_ placement: Placement, of timetable: Timetable) {
    let problem = timetable.problem
    let curriculum = problem.curriculum
    let block = problem.blocks[placement.block]
    self.block = block
    date = block.date
    start = placement.start
    end = timetable.end(of: placement)
    week = block.week
    room = placement.room.map { curriculum.rooms[$0] }
    trainers = placement.trainers.map { curriculum.trainers[$0] }
    zone = curriculum.zone
  }

  /// One of the columns.
  struct Column: Sendable {
    let name: String
    /// From what it follows.
    let source: String
    let isPlural: Bool
    let says: @Sendable (String, Derived) -> Bool
    let words: @Sendable (Derived) -> String
  }

  private static func moment(_ derived: Derived, _ minutes: Int) -> String {
    let (day, time) = derived.date.clock(after: minutes)
    return "\(day.full), \(time)"
  }

  private static func isMoment(_ text: String, _ derived: Derived, _ minutes: Int) -> Bool {
    guard let moment = WrittenDate.moment(text, in: derived.zone) else { return false }
    return moment.date.dayNumber * 1440 + moment.minutes
      == derived.date.dayNumber * 1440 + minutes
  }

  static let columns: [Column] = [
    Column(
      name: "week",
      source: "'date'",
      isPlural: false,
      says: { text, derived in Int(text.asPoint) == derived.week || derived.week == nil },
      words: { derived in "week \(derived.week ?? 0)" }
    ),
    Column(
      name: "block",
      source: "'date' and 'start'",
      isPlural: true,
      says: { text, derived in
        derived.block.map { isMoment(text, derived, $0.start) || text.isText($0.id) } ?? true
      },
      words: { derived in derived.block?.id ?? moment(derived, derived.start) }
    ),
    Column(
      name: "starts-at",
      source: "'date' and 'start'",
      isPlural: true,
      says: { text, derived in isMoment(text, derived, derived.start) },
      words: { derived in moment(derived, derived.start) }
    ),
    Column(
      name: "ends-at",
      source: "'date' and 'start'",
      isPlural: true,
      says: { text, derived in isMoment(text, derived, derived.end) },
      words: { derived in moment(derived, derived.end) }
    ),
    Column(
      name: "room-name",
      source: "'room'",
      isPlural: false,
      says: { text, derived in
        derived.room.map { text.isText($0.name) || text.isText($0.id) } ?? true
      },
      words: { derived in derived.room?.name.shortened ?? "none" }
    ),
    Column(
      name: "trainer-names",
      source: "'trainers'",
      isPlural: true,
      says: { text, derived in text.names(derived.trainers) },
      words: { derived in
        derived.trainers.map(\.name.legible).joined(separator: "; ")
      }
    ),
  ]
}

extension String {
  /// The text as it is compared: without the apostrophe that keeps spreadsheets from computing, with
  /// blanks as one.
  private var plain: String {
    let text = hasPrefix("'") ? String(dropFirst()) : self
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  /// Whether both are the same text, but for blanks and case.
  fileprivate func isText(_ other: String) -> Bool {
    plain == other.plain || plain == other.legible.plain
  }

  /// A number with a point for its decimals, and none where they are nought.
  fileprivate var asPoint: String {
    let text = WrittenDate.digits(self).replacing(",", with: ".")
    return text.replacing(/\.0+$/, with: "")
  }

  /// The names in a cell.
  fileprivate var names: [String] {
    split { $0 == ";" || $0 == "," || $0 == "|" }.map { name in
      String(name.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }.filter { !$0.isEmpty }
  }

  /// Whether the text names just these trainers, perhaps with their own times in brackets.
  fileprivate func names(_ trainers: [Trainer]) -> Bool {
    // Names may have commas, which spreadsheets may have made semicolons.
    func plain(_ text: String) -> String { text.plain.replacing(",", with: ";") }
    var rest = plain(replacing(/\s\(\d{1,2}:\d{2}[^)]*\)/, with: ""))
    for trainer in trainers.sorted(by: { $0.name.count > $1.name.count }) {
      guard let place = rest.range(of: plain(trainer.name)) else { return false }
      rest.removeSubrange(place)
    }
    return rest.allSatisfy { $0 == ";" || $0.isWhitespace }
  }

  /// The text in quotation marks, shortened where it is long.
  fileprivate var shortened: String {
    let text = legible
    return "'\(text.count > 60 ? text.prefix(57) + "…" : text[...])'"
  }
}
