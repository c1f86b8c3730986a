public import Diagnostics

// What no single declaration shows: identifiers given twice, names that nobody declared, sessions
// that wait for each other, blocks on top of each other.
extension Curriculum {
  func checkReferences(_ findings: inout Findings) {
    checkIdentifiers(&findings)
    checkNames(&findings)
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
        let difference = earlier.id == id ? "" : ", only in other letters"
        findings.error(
          at: place,
          "the \(subject) '\(id)' is declared twice\(difference)",
          remedy: "give it another identifier; the first is in line \(earlier.place.line)"
        )
      }
    }
    check("group", groups.map { ($0.id, $0.location) })
    check("room", rooms.map { ($0.id, $0.location) })
    check("trainer", trainers.map { ($0.id, $0.location) })
    check("theme", themes.map { ($0.id, $0.location) })
    check(
      "module or session",
      (modules.map { ($0.id, $0.location) } + sessions.map { ($0.id, $0.location) })
        .sorted { $0.1 < $1.1 }
    )
  }

  private func checkNames(_ findings: inout Findings) {
    func check(
      _ names: [String],
      _ subject: String,
      among known: [String],
      at place: Diagnostic.Location
    ) {
      for name in names where !known.contains(name) {
        findings.report(.undeclared(subject, name, among: known, at: place))
      }
    }
    let trainerNames = trainers.map(\.id)
    let themeNames = themes.map(\.id)
    let sessionNames = sessions.map(\.id)
    for trainer in trainers {
      check(trainer.alternates, "trainer", among: trainerNames, at: trainer.location)
    }
    for session in sessions {
      check(session.trainers + session.oneOf, "trainer", among: trainerNames, at: session.location)
      check(session.themes, "theme", among: themeNames, at: session.location)
      check(session.groups, "group", among: groups.map(\.id), at: session.location)
      check(session.rooms, "room", among: rooms.map(\.id), at: session.location)
      for need in session.needs {
        check([need.session], "session", among: sessionNames, at: need.location)
      }
    }
    for entry in calendar {
      check(entry.themes, "theme", among: themeNames, at: entry.location)
      check(entry.modules, "module", among: modules.map(\.id), at: entry.location)
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

  private func checkBlocks(_ findings: inout Findings) {
    for (earlier, later) in zip(blocks, blocks.dropFirst())
    where earlier.date == later.date && later.start < earlier.end {
      findings.error(
        at: later.location,
        "the block \(later.id) overlaps the block \(earlier.id)",
        remedy: "let one block end before the other begins; sessions can share a block"
      )
    }
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
          ? "declare it under '\(subject)s'" : "known are \(known.summarised)"
      )
    )
  }
}

extension [String] {
  /// At most eight of the names, in their order.
  fileprivate var summarised: String {
    let shown = prefix(8).map { "'\($0)'" }.joined(separator: ", ")
    return count > 8 ? "\(shown) and \(count - 8) more" : shown
  }
}
