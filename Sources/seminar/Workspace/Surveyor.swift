import Coordination
import Foundation

/// Looks at files and the folders above them, each folder once.
struct Surveyor {
  private var known: [String: FileFacts?] = [:]

  /// A file with the folders above it, links followed; without steps where there is none.
  mutating func reach(to path: String) -> Reach {
    guard let real = Reach.realPath(of: path) else { return Reach([]) }
    var steps = [facts("/")]
    var walked = ""
    for part in real.split(separator: "/") {
      walked += "/" + part
      steps.append(facts(walked))
    }
    return Reach(steps.compactMap(\.self))
  }

  private mutating func facts(_ path: String) -> FileFacts? {
    if let facts = known[path] { return facts }
    let facts = FileFacts(of: path)
    known[path] = facts
    return facts
  }
}
