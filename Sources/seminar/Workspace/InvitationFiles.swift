import Curricula
import Diagnostics
import Publishing
import Timetabling

extension Publication {
  /// The invitations to publish, with a note on those who cannot be invited.
  func invitationFiles(_ revisions: [Revision]) throws -> [File] {
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
    if !uninvited.isEmpty {
      Output.error.tell(
        "note: without an 'email' in the curriculum no invitation is written for "
          + uninvited.map(\.visible).joined(separator: "; ")
      )
    }
    return invitations(revisions)
  }
}
