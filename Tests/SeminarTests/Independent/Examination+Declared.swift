// The declared constraints that the curricula here use, each by its formula.
extension Examination {
  private typealias Argument = TimetableDocument.Argument

  /// The excess of a declared constraint, once for each of what it speaks of.
  func excesses(of declared: TimetableDocument.Declared) throws -> [Int] {
    let fields = fields(of: declared)
    let subjects = try subjects(of: declared)
    switch declared.constraint {
    case "first": return subjects.map { excess(ofFirst: $0) }
    case "last": return subjects.map { excess(ofLast: $0) }
    case "order": return [try excess(ofOrder: subjects.flatMap { $0 }, fields)]
    case "consecutive":
      let most = try fields["most"].map { try amount($0).number } ?? 0
      return subjects.map { excess(ofConsecutive: $0, most: most) }
    case "together":
      let bucket = try bucket(fields["in"])
      return subjects.map { max(0, Set($0.map(bucket)).count - 1) }
    case "separate":
      let bucket = try bucket(fields["in"])
      return subjects.map { subject in
        Dictionary(grouping: subject, by: bucket).values.reduce(0) { $0 + $1.count - 1 }
      }
    case "apart":
      let least = try amount(fields["least"]).number
      return subjects.map { excess(ofApart: $0, least: least) }
    case "span":
      let most = try amount(fields["most"]).number
      return subjects.map { subject in
        let days = subject.map { Self.number(ofDay: $0.start.day) }
        return max(0, (days.max() ?? 0) - (days.min() ?? 0) - most)
      }
    case "weeks-in-a-row":
      let most = try amount(fields["most"]).number
      return subjects.map { excess(ofWeeks: Set($0.map(\.week)), most: most) }
    case "same-time":
      return subjects.map { subject in
        let beginnings = subject.map { [Self.number(ofDay: $0.start.day) % 7, $0.start.minute] }
        return max(0, Set(beginnings).count - 1)
      }
    case "starts-with":
      return subjects.map { subject in
        let beginnings = subject.map { [Self.number(ofDay: $0.start.day), $0.start.minute] }
        return max(0, Set(beginnings).count - 1)
      }
    case "starts-at":
      let times = try texts(fields["at"])
      return try subjects.map { try $0.reduce(0) { $0 + (try begins($1, at: times) ? 0 : 1) } }
    case "one-room": return subjects.map { max(0, Set($0.compactMap(\.room)).count - 1) }
    case "held-in":
      let rooms = Set(try texts(fields["rooms"]))
      return subjects.map { subject in
        subject.count { placement in
          let isThere = !placement.rooms.isEmpty && rooms.isSuperset(of: placement.rooms)
          return !isThere && !rooms.contains(placement.room ?? "")
        }
      }
    case "held-by":
      let trainers = Set(try texts(fields["trainers"]))
      return subjects.map { $0.count { trainers.isDisjoint(with: $0.trainers) } }
    case "features": return subjects.map { $0.reduce(0) { $0 + missingFeatures(of: $1) } }
    case "seats": return subjects.map { $0.reduce(0) { $0 + peopleStanding(in: $1) } }
    case "stand-in": return [try subjects.flatMap { $0 }.map(standIns).reduce(0, +)]
    case "travel": return try subjects.map { try excess(ofTravel: $0, fields) }
    case "window":
      let blocks = try openBlocks(fields)
      return subjects.map { $0.count { !blocks.contains($0.block) } }
    case "times":
      let from = try fields["from"].map { try text($0) }.flatMap(minutes) ?? 0
      let until = try fields["until"].map { try text($0) }.flatMap(minutes) ?? 1_440
      return subjects.map { subject in
        subject.reduce(0) { sum, placement in
          sum
            + (placement.start.minute..<placement.end.minute).count { !(from..<until).contains($0) }
        }
      }
    case "pin": return try subjects.map { try excess(ofPin: $0, fields) }
    case "not-in-a-row": return subjects.map { excess(ofRows: $0) }
    case "not-isolated": return subjects.map { excess(ofIsolated: $0) }
    case "not-idle": return subjects.map { excess(ofIdle: $0) }
    case "break":
      let (after, least) = (try amount(fields["after"]), try amount(fields["least"]))
      return subjects.map { excess(ofRuns: $0, after: after.number, least: least.number) }
    case "spread":
      return try subjects.map { try excess(ofSpread: $0, fields) }
    case "load":
      return try subjects.map { try excess(ofLoad: $0, fields) }
    case "even-load": return subjects.map { excess(ofEvenLoad: $0) }
    default: throw Unknown(text: declared.constraint)
    }
  }

  private func fields(of declared: TimetableDocument.Declared) -> [String: Argument] {
    if case .object(let fields) = declared.argument { return fields }
    return ["of": declared.argument]
  }

  /// What a declared constraint is about.
  func subjects(of declared: TimetableDocument.Declared) throws -> [[Placement]] {
    let fields = fields(of: declared)
    guard let of = fields["of"] ?? fields["from"] ?? fields["session"] else {
      throw Unknown(text: declared.constraint)
    }
    return try subjects(of)
  }

  /// The placements that a subject stands for; several with `each`.
  func subjects(_ argument: TimetableDocument.Argument) throws -> [[Placement]] {
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
    case "room": return programme.rooms.filter(\.of.isEmpty).map(\.id)
    case "kind": return Set(programme.sessions.map(\.kind)).sorted()
    case "tag": return Set(programme.sessions.flatMap(\.tags)).sorted()
    case "theme": return Set(programme.sessions.flatMap(\.themes)).sorted()
    case "session": return programme.sessions.map(\.id)
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
    case "room":
      isSelected = { _, placement in placement.room == name || placement.rooms.contains(name) }
    case "session": isSelected = { session, _ in session.id == name }
    default: throw Unknown(text: "\(sort) \(name)")
    }
    return document.programme.sessions.compactMap { session in
      placed[session.id].flatMap { isSelected(session, $0) ? $0 : nil }
    }
  }

  /// What names the block, day or week of a placement.
  func bucket(_ argument: TimetableDocument.Argument?) throws -> (Placement) -> String {
    guard case .text(let name)? = argument else {
      throw Unknown(text: "\(String(describing: argument))")
    }
    switch name {
    case "block": return { $0.block }
    case "day": return { $0.start.day }
    case "week": return { "\($0.week)" }
    case "programme": return { _ in "programme" }
    default: throw Unknown(text: name)
    }
  }

  /// All blocks, days or weeks that there are, named as above.
  func buckets(_ argument: TimetableDocument.Argument?) -> Set<String> {
    guard case .text(let name)? = argument else { return [] }
    if name == "programme" { return [name] }
    return Set(
      document.programme.blocks.map {
        name == "block" ? $0.id : name == "day" ? $0.start.day : "\($0.week)"
      }
    )
  }

  /// The number and the unit of `165 minutes`.
  func amount(_ argument: TimetableDocument.Argument?) throws -> (number: Int, unit: String) {
    guard case .text(let text)? = argument else {
      throw Unknown(text: "\(String(describing: argument))")
    }
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 2, let number = Int(words[0]) else { throw Unknown(text: text) }
    return (number, words[1].hasSuffix("s") ? String(words[1].dropLast()) : words[1])
  }

  /// A text.
  func text(_ argument: TimetableDocument.Argument) throws -> String {
    guard case .text(let text) = argument else { throw Unknown(text: "\(argument)") }
    return text
  }

  /// A list of texts, or one.
  func texts(_ argument: TimetableDocument.Argument?) throws -> [String] {
    switch argument {
    case .list(let parts)?: return try parts.map(text)
    case .text(let text)?: return [text]
    case .object?, nil: throw Unknown(text: "\(String(describing: argument))")
    }
  }
}
