internal import Curricula
internal import Diagnostics
internal import Timetabling

extension PlacementReading {
  /// Reports choices of which the file has more or fewer sessions than are held.
  mutating func checkChoices(in file: String) {
    let curriculum = problem.curriculum
    let place = Diagnostic.Location(file: file)
    for choice in curriculum.choices {
      let present = choice.sessions.filter { problem.session(named: $0) != nil }
      // More may have been held already.
      let expected = max(choice.hold, present.count { isFact($0) })
      guard present.count != expected else { continue }
      let missing = choice.sessions.filter { !present.contains($0) }
      let surplus = present.count - expected
      findings.error(
        at: place,
        "the choice '\(choice.id)' holds \(expected.counted("session")) of \(choice.sessions.quoted()), "
          + "but the file has "
          + (present.isEmpty ? "none of them" : "\(present.count): \(present.quoted())"),
        remedy: surplus > 0
          ? "remove \(surplus) of them from the file" : "add \(-surplus) of \(missing.quoted())"
      )
    }
    for unmet in curriculum.decision?.unmet ?? [] where !isFact(unmet.session) {
      findings.error(
        at: place,
        "'\(unmet.session)' needs '\(unmet.need)', which is not in the file",
        remedy: "add '\(unmet.need)', or hold another session instead of '\(unmet.session)'"
      )
    }
  }
}
