import Coordination
import Diagnostics
import Quizzes
import Records

extension Sitter {
  /// What the program says at the beginning of a sitting when nobody has checked the sitter.
  var notice: String? {
    switch self {
    case .guest: "You are a guest: this is practice, and no score counts."
    case .participant(_, let identification) where identification.isChecked: nil
    case .participant(let participant, _):
      "Nobody has checked that you are \(participant.id.visible)."
    }
  }
}
