import Coordination
import Diagnostics
import Quizzes
import Records

extension Sitter {
  /// What is told at the beginning of a sitting to those whom nobody has checked.
  var notice: String? {
    switch self {
    case .guest: "You sit as a guest: this is practice, and no score counts."
    case .participant(_, let identification) where identification.isChecked: nil
    case .participant(let participant, _):
      "Nobody has checked that you are \(participant.id.visible)."
    }
  }
}
