// The declared constraints that the curricula here use, each by its formula.
extension Examination {
  private typealias Argument = TimetableDocument.Argument

  /// The excess of a declared constraint, once for each of what it speaks of.
  func excesses(of declared: TimetableDocument.Declared) throws -> [Int] {
    let fields: [String: TimetableDocument.Argument] =
      if case .object(let fields) = declared.argument { fields } else { ["of": declared.argument] }
    guard let of = fields["of"] else { throw Unknown(text: declared.constraint) }
    let subjects = try subjects(of)
    switch declared.constraint {
    case "first": return subjects.map { excess(ofFirst: $0) }
    case "last": return subjects.map { excess(ofLast: $0) }
    case "together":
      let bucket = try bucket(fields["in"])
      return subjects.map { max(0, Set($0.map(bucket)).count - 1) }
    case "one-room": return subjects.map { max(0, Set($0.compactMap(\.room)).count - 1) }
    case "stand-in": return [try subjects.flatMap { $0 }.map(standIns).reduce(0, +)]
    case "not-in-a-row": return subjects.map { excess(ofRows: $0) }
    case "break":
      let (after, least) = (try amount(fields["after"]), try amount(fields["least"]))
      return subjects.map { excess(ofRuns: $0, after: after.number, least: least.number) }
    case "spread":
      return try subjects.map { try excess(ofSpread: $0, fields) }
    case "load":
      return try subjects.map { try excess(ofLoad: $0, fields) }
    default: throw Unknown(text: declared.constraint)
    }
  }

  /// The placements that a subject stands for; several with `each`.
  private func subjects(_ argument: Argument) throws -> [[Placement]] {
    switch argument {
    case .list(let parts):
      let all = try parts.flatMap { try subjects($0).flatMap { $0 } }
      let names = Set(all.map(\.session))
      return [document.placements.filter { names.contains($0.session) }]
    case .object: throw Unknown(text: "\(argument)")
    case .text(let text):
      if text == "all sessions" { return [document.placements] }
      let words = text.split(separator: " ").map(String.init)
      guard words.count == 2 else {
        guard let placement = placed[text] else { throw Unknown(text: text) }
        return [[placement]]
      }
      guard words[0] == "each" else { return [try selection(words[0], words[1])] }
      return try names(ofEach: words[1]).map { try selection(words[1], $0) }
    }
  }

  private func names(ofEach sort: String) throws -> [String] {
    let programme = document.programme
    switch sort {
    case "module": return Set(programme.sessions.map(\.module)).sorted()
    case "group": return programme.groups.map(\.id)
    case "trainer": return programme.trainers.map(\.id)
    case "room": return programme.rooms.map(\.id)
    default: throw Unknown(text: "each \(sort)")
    }
  }

  private func selection(_ sort: String, _ name: String) throws -> [Placement] {
    let isSelected: (Session, Placement) -> Bool
    switch sort {
    case "module": isSelected = { session, _ in session.module == name }
    case "kind": isSelected = { session, _ in session.kind == name }
    case "tag": isSelected = { session, _ in session.tags.contains(name) }
    case "theme": isSelected = { session, _ in session.themes.contains(name) }
    case "group": isSelected = { session, _ in session.groups.contains(name) }
    case "trainer": isSelected = { _, placement in placement.trainers.contains(name) }
    case "room": isSelected = { _, placement in placement.room == name }
    default: throw Unknown(text: "\(sort) \(name)")
    }
    return document.programme.sessions.compactMap { session in
      placed[session.id].flatMap { isSelected(session, $0) ? $0 : nil }
    }
  }

  /// What names the block, day or week of a placement.
  private func bucket(_ argument: Argument?) throws -> (Placement) -> String {
    guard case .text(let name)? = argument else {
      throw Unknown(text: "\(String(describing: argument))")
    }
    switch name {
    case "block": return { $0.block }
    case "day": return { $0.start.day }
    case "week": return { "\($0.week)" }
    default: throw Unknown(text: name)
    }
  }

  /// All blocks, days or weeks that there are, named as above.
  private func buckets(_ argument: Argument?) -> Set<String> {
    guard case .text(let name)? = argument else { return [] }
    return Set(
      document.programme.blocks.map {
        name == "block" ? $0.id : name == "day" ? $0.start.day : "\($0.week)"
      }
    )
  }

  /// The number and the unit of `165 minutes`.
  private func amount(_ argument: Argument?) throws -> (number: Int, unit: String) {
    guard case .text(let text)? = argument else {
      throw Unknown(text: "\(String(describing: argument))")
    }
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 2, let number = Int(words[0]) else { throw Unknown(text: text) }
    return (number, words[1].hasSuffix("s") ? String(words[1].dropLast()) : words[1])
  }
}

extension Examination {
  private func excess(ofFirst subject: [Placement]) -> Int {
    let names = Set(subject.map(\.session))
    let others = document.placements.filter { !names.contains($0.session) }
    return subject.reduce(0) { sum, first in
      sum + others.count { !ended(first, before: $0) }
    }
  }

  private func excess(ofLast subject: [Placement]) -> Int {
    let names = Set(subject.map(\.session))
    let others = document.placements.filter { !names.contains($0.session) }
    return subject.reduce(0) { sum, last in
      sum + others.count { !ended($0, before: last) }
    }
  }

  private func standIns(for placement: Placement) throws -> Int {
    guard let session = document.programme.sessions.first(where: { $0.id == placement.session })
    else { throw Unknown(text: placement.session) }
    return teams(of: session)[Set(placement.trainers)] ?? 0
  }

  private func excess(ofRows subject: [Placement]) -> Int {
    let names = Set(subject.map(\.session))
    return document.programme.groups.reduce(0) { sum, group in
      let attended = inTime(document.placements.filter { $0.groups.contains(group.id) })
      return sum
        + zip(attended, attended.dropFirst()).count { first, second in
          first.block == second.block && names.contains(first.session)
            && names.contains(second.session)
        }
    }
  }

  private func excess(ofRuns subject: [Placement], after limit: Int, least pause: Int) -> Int {
    Dictionary(grouping: subject, by: \.block).values.reduce(0) { sum, placements in
      var runs: [[Placement]] = []
      for placement in inTime(placements) {
        if let last = runs.last?.last, placement.start.minute < last.end.minute + pause {
          runs[runs.count - 1].append(placement)
        } else {
          runs.append([placement])
        }
      }
      return runs.filter { $0.count > 1 }.reduce(sum) { sum, run in
        let end = run.map(\.end.minute).max() ?? 0
        return sum + max(0, end - run[0].start.minute - limit)
      }
    }
  }

  private func excess(
    ofSpread subject: [Placement],
    _ fields: [String: TimetableDocument.Argument]
  ) throws -> Int {
    guard !subject.isEmpty else { return 0 }
    return try ["least": -1, "most": 1].reduce(0) { sum, side in
      guard let argument = fields[side.key] else { return sum }
      let limit = try amount(argument)
      let used = try Set(subject.map(bucket(.text(limit.unit)))).count
      return sum + max(0, side.value * (used - limit.number))
    }
  }

  private func excess(
    ofLoad subject: [Placement],
    _ fields: [String: TimetableDocument.Argument]
  ) throws -> Int {
    let bucket = try bucket(fields["per"])
    let held = Dictionary(grouping: subject, by: bucket)
    return try ["least": -1, "most": 1].reduce(0) { sum, side in
      guard let argument = fields[side.key] else { return sum }
      let limit = try amount(argument)
      return buckets(fields["per"]).reduce(sum) { sum, name in
        let placements = held[name] ?? []
        let load =
          limit.unit == "minute"
          ? placements.reduce(0) { $0 + $1.minutes } : placements.count
        return sum + max(0, side.value * (load - limit.number))
      }
    }
  }

  private func inTime(_ placements: [Placement]) -> [Placement] {
    placements.sorted {
      ($0.start.day, $0.start.minute, $0.end.minute) < (
        $1.start.day, $1.start.minute, $1.end.minute
      )
    }
  }
}
