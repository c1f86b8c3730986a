import Diagnostics
import Foundation

/// Why a command could not do what was asked, with the status that says so to scripts.
struct Failure: Error {
  let status: ExitStatus
  let problems: [Problem]

  /// One thing that is wrong.
  struct Problem: Encodable {
    let message: String
    var remedy: String?
    var place: String?
    /// What a participant reads instead, where that was thought of.
    var forSitter: (message: String, remedy: String)?

    private enum CodingKeys: String, CodingKey {
      case message, remedy, place
    }
  }

  init(_ status: ExitStatus, _ message: String, remedy: String? = nil) {
    self.status = status
    problems = [Problem(message: message, remedy: remedy)]
  }

  /// A failure by what was found in files.
  init(_ status: ExitStatus, _ findings: Findings) {
    self.status = status
    problems = findings.sorted.filter { $0.severity == .error }.map {
      Problem(message: $0.message, remedy: $0.remedy, place: $0.location.description)
    }
  }

  /// The failure for a participant who came by a forced command, and can only connect again.
  ///
  /// Remedies that name files, commands or options are for others, and so is what is wrong in a file,
  /// which may hold right answers.
  var forParticipant: Failure {
    let isTheirs = [.notPermitted, .busy, .interrupted].contains(status)
    let other = isTheirs ? "ask the coordinator" : "show this message to the coordinator"
    var told: [Problem] = []
    for problem in problems {
      let words = problem.forSitter
      let remedy = problem.remedy.flatMap { $0.contains(/'seminar |--/) || !isTheirs ? nil : $0 }
      let message =
        problem.place == nil ? problem.message.withoutFolders : "a file of the course has an error"
      let next = Problem(
        message: words?.message ?? message,
        remedy: words?.remedy ?? remedy ?? other
      )
      if !told.contains(where: { $0.message == next.message }) { told.append(next) }
    }
    return Failure(status, told)
  }

  init(_ status: ExitStatus, _ problems: [Problem]) {
    self.status = status
    self.problems = problems
  }

  /// What is printed on standard error.
  func text(asJSON: Bool) -> String {
    guard asJSON else {
      return problems.map { problem in
        let place = problem.place.map { "\($0): " } ?? ""
        let help = problem.remedy.map { "\n  help: \($0)" } ?? ""
        return "\(place)error: \(problem.message)\(help)"
      }.joined(separator: "\n")
    }
    struct Report: Encodable {
      let format = "seminar-errors"
      let version = 1
      let status: Int32
      let errors: [Problem]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = try? encoder.encode(Report(status: status.rawValue, errors: problems))
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}

extension String {
  /// The text with nothing but the last part of each quoted path.
  fileprivate var withoutFolders: String {
    replacing(/'[^']*\/([^'\/]+)\/?'/) { "'\($0.output.1)'" }
  }
}
