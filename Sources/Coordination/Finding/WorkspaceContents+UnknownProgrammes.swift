public import Diagnostics
public import Records

extension WorkspaceContents {
  /// A warning for each programme that somebody on the roster takes part in and that no curriculum has.
  ///
  /// - Parameter roster: The roster.
  /// - Returns: The warnings, in the order of the roster.
  public func unknownProgrammes(of roster: [Participant]) -> [Diagnostic] {
    let files = curriculumFiles()
    guard !files.isEmpty else { return [] }
    let known = files.reduce(into: Set<String>()) {
      $0.formUnion([$1.programme.curriculum, $1.programme.label])
    }
    var people: [(programme: String, ids: [String])] = []
    for participant in roster {
      for name in participant.programmes where !known.contains(name) {
        if let index = people.firstIndex(where: { $0.programme == name }) {
          people[index].ids.append(participant.id)
        } else {
          people.append((name, [participant.id]))
        }
      }
    }
    return people.map { programme, ids in
      let who =
        ids.count > Self.told
        ? "\(ids.count) participants, among them '\(ids[0].visible)'"
        : ids.map { "'\($0.visible)'" }.listed()
      return Diagnostic(
        .warning,
        at: Diagnostic.Location(file: "roster"),
        "the workspace has no programme '\(programme.visible)', which the roster names for \(who)",
        remedy: didYouMean(
          programme,
          among: known.sorted(),
          otherwise: "correct the column 'programme' and import the roster again"
        )
      )
    }
  }

  /// The most participants whom a warning names.
  private static var told: Int { 4 }
}
