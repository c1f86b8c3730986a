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
    /// The line of the file that is meant.
    var line: String?
    /// What a participant reads instead, where that was thought of.
    var forSitter: (message: String, remedy: String)?
    private let excerpt: String?

    init(
      message: String,
      remedy: String? = nil,
      place: String? = nil,
      forSitter: (message: String, remedy: String)? = nil
    ) {
      self.message = message
      self.remedy = remedy
      self.place = place
      self.forSitter = forSitter
      excerpt = nil
    }

    /// A problem in a file, with the line that is meant.
    init(_ diagnostic: Diagnostic, _ excerpt: LineExcerpt?) {
      message = diagnostic.message
      remedy = diagnostic.remedy
      place = diagnostic.location.description
      line = excerpt?.line
      self.excerpt = excerpt?.text
    }

    private enum CodingKeys: String, CodingKey {
      case message, remedy, place, line
    }

    /// The place, the message, the line and the remedy.
    fileprivate var text: String {
      let place = place.map { "\($0): " } ?? ""
      return ["\(place)error: \(message)", excerpt, remedy.map { "  help: \($0)" }]
        .compactMap(\.self).joined(separator: "\n")
    }
  }

  init(_ status: ExitStatus, _ message: String, remedy: String? = nil) {
    self.status = status
    problems = [Problem(message: message, remedy: remedy)]
  }

  /// A failure by what was found in files.
  init(_ status: ExitStatus, _ findings: Findings) {
    self.status = status
    var lines = FileLines()
    var problems: [Problem] = []
    for diagnostic in findings.sorted where diagnostic.severity == .error {
      problems.append(Problem(diagnostic, lines.excerpt(at: diagnostic.location)))
    }
    self.problems = problems
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
      return problems.map(\.text).joined(separator: "\n")
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
