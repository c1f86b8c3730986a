internal import Curricula
public import Diagnostics
public import Timetabling

extension Chronicle {
  /// The problems in each of which it is decided which sessions of the choices are held, with what was held
  /// already; those that keep most of what was published come first.
  ///
  /// - Parameters:
  ///   - written: The problem of the curriculum as it is written.
  ///   - asked: The identifiers of other sessions that are to be held.
  /// - Returns: At least one problem.
  /// - Throws: What makes the past impossible to state, and that nothing holds all that was asked.
  public func ways(
    of written: Problem,
    holding asked: Set<String> = []
  ) throws(Findings) -> [Problem] {
    guard written.curriculum.isUndecided else { return [try problem(of: written)] }
    let published = Set(placements.map(\.session))
    let ways = try written.ways(holding: asked.union(held.map(\.session)))
    let exchanges = ways.map { way in
      way.curriculum.notHeld.count { published.contains($0.id) }
    }
    var problems: [Problem] = []
    for index in ways.indices.sorted(by: { (exchanges[$0], $0) < (exchanges[$1], $1) }) {
      problems.append(try problem(of: ways[index]))
    }
    return problems
  }
}
