import Curricula

extension ReviseCommand {
  /// That a self-paced programme has nothing to move.
  func unmoved(_ programme: SelfPacedProgramme) -> String {
    switch format {
    case .text:
      "'\(programme.id)' is a self-paced programme: it has no dates, so there is nothing to move.\n"
    case .json:
      """
      {
        "format": "seminar-revision",
        "version": 1,
        "curriculum": "\(programme.id)",
        "status": "self-paced"
      }

      """
    }
  }
}
