internal import Diagnostics

extension Observation {
  /// Who can read the markbook, which has names, responses and scores.
  public static func markbook(_ reach: Reach, runBy user: UInt32) -> [Observation] {
    guard let file = reach.file else { return [] }
    var observations: [Observation] = []
    if file.permissions & 0o077 != 0 {
      observations.append(
        Observation(
          .problem,
          "markbook",
          "other accounts may use '\(file.path.visible)' (mode \(file.mode)), which has names, "
            + "responses and scores",
          remedy: "chmod 600 \(ShellWords.quoted(file.path))"
        )
      )
    } else {
      observations.append(
        Observation(.ok, "markbook", "only \(file.ownerName.visible) may read and write it")
      )
    }
    if let folder = reach.steps.dropLast().last,
      folder.permissions & 0o002 != 0 && folder.permissions & 0o1000 == 0
    {
      observations.append(
        Observation(
          .problem,
          "markbook",
          "every account may replace files in '\(folder.path.visible)' (mode \(folder.mode))",
          remedy: "chmod o-w \(ShellWords.quoted(folder.path))"
        )
      )
    }
    if file.owner != user, user != 0 {
      observations.append(
        Observation(
          .note,
          "markbook",
          "it belongs to \(file.ownerName.visible), not to you",
          remedy: "run commands that use it as that account: "
            + "sudo -u \(ShellWords.quoted(file.ownerName)) seminar …"
        )
      )
    }
    return observations
  }

  /// Who can read the right answers.
  ///
  /// - Parameters:
  ///   - quizzes: Each quiz, with the folders above it.
  ///   - folder: The folder with the quizzes.
  ///   - participants: Who is on the roster and has an account here.
  /// - Returns: A problem where participants can read them, a warning where every account can.
  public static func keys(
    _ quizzes: [Reach],
    in folder: String,
    participants: [AccountFacts]
  ) -> [Observation] {
    guard !quizzes.isEmpty else { return [] }
    let remedy =
      "chmod -R o= \(ShellWords.quoted(folder)), and let participants sit over SSH "
      + "('seminar access write')"
    let readers = participants.filter { account in
      account.user != 0 && quizzes.contains { $0.isReadable(by: account) }
    }
    if !readers.isEmpty {
      return [
        Observation(
          .problem,
          "right answers",
          "participants with an account on this machine can read the quizzes with the right "
            + "answers: \(readers.map(\.name).listed)",
          remedy: remedy
        )
      ]
    }
    let open = quizzes.count { $0.isReadableByAll }
    if open > 0 {
      return [
        Observation(
          .warning,
          "right answers",
          "every account of this machine can read the right answers of \(open) of "
            + "\(quizzes.count) quizzes in '\(folder.visible)'",
          remedy: remedy
        )
      ]
    }
    return [
      Observation(
        .ok,
        "right answers",
        "only owner and group can read the quizzes in '\(folder.visible)'"
      )
    ]
  }

  /// Who can read what was published, which names trainers.
  public static func published(_ files: [Reach], in folder: String) -> [Observation] {
    let open = files.count { $0.isReadableByAll }
    guard !files.isEmpty else { return [] }
    guard open > 0 else {
      return [
        Observation(.ok, "published files", "only owner and group can read '\(folder.visible)'")
      ]
    }
    return [
      Observation(
        .note,
        "published files",
        "every account of this machine can read \(open) of \(files.count) files in "
          + "'\(folder.visible)', which name trainers",
        remedy: "if you do not want this: chmod -R o= \(ShellWords.quoted(folder))"
      )
    ]
  }
}
