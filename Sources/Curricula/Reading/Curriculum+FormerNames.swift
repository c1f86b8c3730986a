internal import Diagnostics

extension Curriculum {
  /// A former identifier belongs to nothing that is declared, and to other things only where one was
  /// divided.
  func checkFormerNames(_ findings: inout Findings) {
    func check(
      _ subject: String,
      _ things: [(id: String, formerly: [String], place: Diagnostic.Location)]
    ) {
      let declared = Dictionary(things.map { ($0.id.lowercased(), $0) }) { first, _ in first }
      for thing in things {
        var seen: Set<String> = []
        for former in thing.formerly {
          if let other = declared[former.lowercased()] {
            findings.error(
              at: thing.place,
              other.id == thing.id
                ? "the \(subject) '\(thing.id)' names itself under 'formerly'"
                : "the \(subject) '\(thing.id)' was formerly '\(former)', which is still declared in "
                  + "line \(other.place.line)",
              remedy: "take '\(former)' out of 'formerly', or out of the curriculum"
            )
          } else if !seen.insert(former.lowercased()).inserted {
            findings.error(
              at: thing.place,
              "the \(subject) '\(thing.id)' has '\(former)' twice under 'formerly'",
              remedy: "write it once"
            )
          }
        }
      }
    }
    check("group", groups.map { ($0.id, $0.formerly, $0.location) })
    check("room", rooms.map { ($0.id, $0.formerly, $0.location) })
    check("trainer", trainers.map { ($0.id, $0.formerly, $0.location) })
    check("session", sessions.map { ($0.id, $0.formerly, $0.location) })
  }
}
