import Coordination
import Curricula
import Diagnostics
import Foundation
import Publishing
import Quizzes
import Timetabling

extension ReviseCommand {
  /// A conflict whose repairs say how they are written into the file; taking an edit back is among them,
  /// where the last revision knows the file as it was.
  ///
  /// - Parameters:
  ///   - conflict: Why no revision can follow.
  ///   - last: What was published last.
  ///   - known: The revisions as they were recorded.
  ///   - file: The file of the curriculum.
  ///   - now: The present.
  /// - Returns: The conflict.
  func offering(
    _ conflict: Conflict,
    since last: Revision,
    _ known: [Revision],
    _ file: RepairableFile,
    _ now: Timestamp
  ) async -> Conflict {
    let offered = file.offering(conflict)
    guard let former = last.particulars.text else { return offered }
    let edits = EditsSincePublished(of: file, since: former, revision: last.number)
    return offered.adding(
      await edits.repairs { curriculum in
        await disturbance(of: curriculum, after: known, now)
      }
    )
  }

  /// How much a revision by another form of the curriculum would change; `nil` where there is none.
  private func disturbance(
    of curriculum: Curriculum,
    after known: [Revision],
    _ now: Timestamp
  ) async -> Int? {
    let limits = Solver.Limits(moves: min(budget.moves, 200_000), seconds: budget.seconds)
    do {
      let chronicle = try Chronicle.present(
        known,
        of: curriculum,
        now: now.date,
        today: asked.today,
        missed: notHeld,
        reason: why ?? ""
      )
      let request = RevisionRequest(chronicle: chronicle, away: asked.away, pins: asked.pin)
      let ways = try request.ways(of: Timetabling.Problem(curriculum))
      let (_, outcome) = try await ways.revise(
        from: chronicle.placements,
        today: chronicle.today,
        at: chronicle.minutes,
        within: limits,
        seed: seed
      )
      guard case .revised(let revised) = outcome else { return nil }
      return revised.disturbance
    } catch {
      // What cannot be read or decided is not offered.
      return nil
    }
  }
}
