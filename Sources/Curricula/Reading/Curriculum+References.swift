public import Diagnostics

// What no single declaration shows: identifiers given twice, names that nobody declared, sessions
// that wait for each other, blocks on top of each other.
extension Curriculum {
  func checkReferences(in fields: Fields, _ findings: inout Findings) {
    checkIdentifiers(&findings)
    checkNames(in: fields, &findings)
    checkFormerNames(&findings)
    checkCycles(&findings)
    checkBlocks(&findings)
  }

  private func checkIdentifiers(_ findings: inout Findings) {
    func check(_ subject: String, _ declared: [(id: String, place: Diagnostic.Location)]) {
      var first: [String: (id: String, place: Diagnostic.Location)] = [:]
      for (id, place) in declared {
        guard let earlier = first.updateValue((id, place), forKey: id.lowercased()) else {
          continue
        }
        first[id.lowercased()] = earlier
        let difference = earlier.id == id ? "" : "; the two differ only in capital letters"
        findings.error(
          at: place,
          "the \(subject) '\(id)' is declared twice\(difference)",
          remedy: "give it another identifier; the first is in line \(earlier.place.line)"
        )
      }
    }
    check(
      "group",
      (groups.map { ($0.id, $0.location) } + combinedGroups.map { ($0.id, $0.location) })
        .sorted { $0.1 < $1.1 }
    )
    check("room", rooms.map { ($0.id, $0.location) })
    check("trainer", trainers.map { ($0.id, $0.location) })
    check("theme", themes.map { ($0.id, $0.location) })
    checkTrainerNames(&findings)
    check(
      "module or session",
      (modules.map { ($0.id, $0.location) } + sessions.map { ($0.id, $0.location) }
        + series.map { ($0.id, $0.location) })
        .sorted { $0.1 < $1.1 }
    )
  }

  /// Two trainers of one name cannot be told apart in what is published.
  private func checkTrainerNames(_ findings: inout Findings) {
    // Strings that differ only in their Unicode form are equal.
    var first: [String: Trainer] = [:]
    for trainer in trainers {
      let name = trainer.name.lowercased()
      if let earlier = first[name] {
        findings.warn(
          at: trainer.location,
          "the trainers '\(earlier.id)' and '\(trainer.id)' have the same name, '\(trainer.name)'",
          remedy: "give them different names, or declare the trainer once"
        )
      } else {
        first[name] = trainer
      }
    }
  }

  private func checkNames(in fields: Fields, _ findings: inout Findings) {
    let declarations = Dictionary(
      uniqueKeysWithValues: [
        ("trainer", trainers.map(\.id)), ("theme", themes.map(\.id)),
        ("group", groups.map(\.id) + combinedGroups.map(\.id)),
        ("room", rooms.map(\.id)), ("module", modules.map(\.id)),
        ("session", sessions.map(\.id) + seriesNames),
      ]
      .map { ($0, Declared($1, isComplete: isComplete("\($0)s", in: fields))) }
    )
    func check(_ node: Node?, _ subject: String) {
      guard let node, let declared = declarations[subject], declared.isComplete else { return }
      for mention in node.elements {
        var reported = Findings()
        let written = mention.value(of: "session") ?? mention
        let read =
          subject == "session"
          ? written.sessionName(&reported) : written.identifier(&reported)
        guard let name = read, !declared.all.contains(name) else {
          continue
        }
        findings.report(.undeclared(subject, name, among: declared.names, at: written.location))
      }
    }
    for trainer in fields["trainers"]?.elements ?? [] {
      check(trainer.value(of: "alternates"), "trainer")
    }
    for room in fields["rooms"]?.elements ?? [] { check(room.value(of: "of"), "room") }
    func checkOutcomes(of part: Node) {
      for outcome in part.value(of: "outcomes")?.elements ?? [] {
        check(outcome.value(of: "themes"), "theme")
        check(outcome.value(of: "observed"), "session")
      }
    }
    for module in fields["modules"]?.elements ?? [] {
      checkOutcomes(of: module)
      let written = module.value(of: "sessions")?.elements ?? []
      for session in written + written.flatMap(\.members) {
        check(session.value(of: "trainers"), "trainer")
        check(session.value(of: "one-of"), "trainer")
        check(session.value(of: "themes"), "theme")
        check(session.value(of: "groups"), "group")
        check(session.value(of: "rooms"), "room")
        check(session.value(of: "needs"), "session")
        checkOutcomes(of: session)
      }
    }
    for entry in fields["calendar"]?.elements ?? [] {
      check(entry.value(of: "themes"), "theme")
      check(entry.value(of: "modules"), "module")
    }
  }

  /// The names of series, and of their members for one group or of one number.
  private var seriesNames: [String] { series.flatMap(\.names) }

  /// The names declared for things of one sort.
  private struct Declared {
    let names: [String]
    let all: Set<String>
    /// A name may be missing only because its declaration could not be read.
    let isComplete: Bool

    init(_ names: [String], isComplete: Bool) {
      self.names = names
      all = Set(names)
      self.isComplete = isComplete
    }
  }

  /// Whether everything written under a key could be read, so that a missing name is truly missing.
  func isComplete(_ key: String, in fields: Fields) -> Bool {
    let modules = fields["modules"]?.elements ?? []
    return switch key {
    case "groups": groups.count + combinedGroups.count == fields[key]?.elements.count ?? 0
    case "rooms": rooms.count == fields[key]?.elements.count ?? 0
    case "trainers": trainers.count == fields[key]?.elements.count ?? 0
    case "themes": themes.count == fields[key]?.elements.count ?? 0
    case "modules": self.modules.count == modules.count
    default:
      sessions.count { $0.membership == nil } + series.count
        == modules.reduce(0) { $0 + ($1.value(of: "sessions")?.elements.count ?? 0) }
    }
  }

  private func checkCycles(_ findings: inout Findings) {
    let byName = Dictionary(sessions.map { ($0.id, $0) }) { first, _ in first }
    var finished: Set<String> = []
    for session in sessions where !finished.contains(session.id) {
      // Depth first, with the way from the start kept so that a cycle can be told in full.
      var way: [(session: Session, next: Int)] = [(session, 0)]
      while let (current, next) = way.last {
        guard next < current.needs.count else {
          finished.insert(current.id)
          way.removeLast()
          continue
        }
        way[way.count - 1].next += 1
        let need = current.needs[next]
        if let start = way.firstIndex(where: { $0.session.id == need.session }) {
          let cycle = way[start...].map(\.session.id) + [need.session]
          findings.error(
            at: need.location,
            "the sessions need each other in a circle: \(cycle.joined(separator: " needs "))",
            remedy: "remove one of these needs"
          )
        } else if !finished.contains(need.session), let needed = byName[need.session] {
          way.append((needed, 0))
        }
      }
    }
  }

  /// Blocks of one day overlap only where they are for different groups, or for different places.
  private func checkBlocks(_ findings: inout Findings) {
    for (index, later) in blocks.enumerated() {
      let near = blocks[..<index].reversed().prefix { later.date.days(since: $0.date) <= 1 }
      let earlier = near.first { block in
        later.overlaps(block) && (block.date < later.date || !block.isApart(from: later))
      }
      guard let earlier else { continue }
      guard earlier.date == later.date else {
        findings.error(
          at: later.location,
          "the block \(later.id) begins before the block \(earlier.id) of the night before has ended",
          remedy: "let it begin at \(TimeOfDay(onClock: earlier.end)) or later, or the other end "
            + "before"
        )
        continue
      }
      findings.error(
        at: later.location,
        "the block \(later.id) overlaps the block \(earlier.id)",
        remedy: earlier.groups == later.groups && earlier.place == later.place
          ? "end one block before the other begins; sessions can share a block"
          : "end one block before the other begins, or make them for different groups or places"
      )
    }
    let places = Set(rooms.compactMap(\.place))
    for block in blocks {
      guard let place = block.place, !places.contains(place) else { continue }
      findings.error(
        at: block.location,
        "no room is in the place '\(place)'",
        remedy: didYouMean(
          place,
          among: places.sorted(),
          otherwise: "add 'place: \(place)' to the rooms in this place"
        )
      )
    }
  }
}

extension Block {
  /// Whether two blocks are for different groups, or for different places.
  fileprivate func isApart(from other: Block) -> Bool {
    let arePeopleApart =
      !groups.isEmpty && !other.groups.isEmpty && Set(groups).isDisjoint(with: other.groups)
    let arePlacesApart = place != nil && other.place != nil && place != other.place
    return arePeopleApart || arePlacesApart
  }
}

extension Node {
  /// The values of a list; a single value is a list of one.
  fileprivate var elements: [Node] {
    switch content {
    case .list(let nodes): nodes
    case .scalar, .mapping: isEmpty ? [] : [self]
    }
  }

  /// What a series says of single members.
  fileprivate var members: [Node] {
    guard case .mapping(let entries)? = value(of: "members")?.content else { return [] }
    return entries.map(\.value)
  }

  /// The value of a key in a mapping.
  fileprivate func value(of key: String) -> Node? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }
}

extension Diagnostic {
  /// A name that nothing declares.
  public static func undeclared(
    _ subject: String,
    _ name: String,
    among known: [String],
    at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .error,
      at: location,
      "the \(subject) '\(name)' is not declared",
      remedy: didYouMean(
        name,
        among: known,
        otherwise: known.isEmpty
          ? "declare it under '\(subject)s'" : "use one of \(known.quoted(most: 8))"
      )
    )
  }
}
