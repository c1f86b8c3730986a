import Coordination
import Curricula
import Diagnostics

extension Failure {
  /// An edition that cannot be archived.
  init(_ refusal: EndedEdition.Refusal) {
    switch refusal {
    case .unknown(let name, let known):
      self.init(
        .inputMissing,
        "there is no edition '\(name.prefix(60).visible)'",
        remedy: known.isEmpty
          ? "no curriculum here says which edition it is"
          : didYouMean(name, among: known, otherwise: "the editions are \(known.quoted(most: 8))")
      )
    case .several(let labels):
      self.init(
        .usage,
        "there are \(labels.count) editions of this name",
        remedy: "name one of them: \(labels.joined(separator: ", "))"
      )
    case .nothingRecorded(let programme):
      self.init(
        .inputMissing,
        "nothing has been recorded of '\(programme.label.visible)'",
        remedy: "name another edition, or another file with '--markbook'"
      )
    case .runs(let programme, let last):
      self.init(
        .notPermitted,
        "the edition '\(programme.label.visible)' has sessions until \(last.spelled)",
        remedy: "archive it after that day, or back up everything with "
          + "'seminar markbook backup FILE'"
      )
    case .isSelfPaced(let programme):
      self.init(
        .notPermitted,
        "the edition '\(programme.label.visible)' is self-paced and has no last day",
        remedy: "when nobody takes part any more, move its file out of 'curricula' first"
      )
    }
  }
}
