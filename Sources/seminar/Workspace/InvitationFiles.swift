import Curricula
import Diagnostics
import Publishing
import Timetabling

extension Publication {
  /// Refuses invitations that nobody sends, and notes who cannot be invited.
  ///
  /// - Parameter isAsked: Whether invitations are wanted now; else they were once, and are kept in step.
  /// - Throws: `Failure` without an organizer.
  func checkInvitations(isAsked: Bool) throws {
    let curriculum = problem.curriculum
    guard curriculum.organizer != nil else {
      throw Failure(
        .badInput,
        Findings(
          Diagnostic(
            .error,
            at: curriculum.location,
            "the curriculum has no 'organizer', from whom invitations come",
            remedy: "add 'organizer: {name: …, email: …}'"
          )
        )
      )
    }
    if isAsked, !uninvited.isEmpty {
      Output.error.tell(
        "note: no invitation is written for \(uninvited.map(\.visible).joined(separator: "; ")), "
          + "because the curriculum has no 'email' for them"
      )
    }
  }
}
