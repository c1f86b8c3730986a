import Curricula
import Diagnostics

extension Curriculum {
  /// The curriculum when trainers cannot come on a day.
  func without(_ trainers: [String], on day: CivilDate) -> Curriculum {
    var changed = self
    for index in changed.trainers.indices where trainers.contains(changed.trainers[index].id) {
      changed.trainers[index].away.append(
        Absence(days: DateSpan(day), location: Diagnostic.Location(file: "trial"))
      )
    }
    return changed
  }
}
