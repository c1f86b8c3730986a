import Diagnostics
import Quizzes
import Records

extension AttemptRecord {
  /// The attempt whose identifier begins as somebody typed it.
  init(beginning prefix: String, in markbook: Markbook?) throws {
    let all = try markbook?.attempts() ?? []
    let wanted = prefix.lowercased()
    let matches = all.filter { $0.id.hasPrefix(wanted) }
    let cited = prefix.prefix(60).visible
    guard let markbook, let first = matches.first, !wanted.isEmpty else {
      throw Failure(
        wanted.isEmpty ? .usage : .inputMissing,
        wanted.isEmpty ? "the identifier is empty" : "no attempt begins with '\(cited)'",
        remedy: "see the identifiers with 'seminar markbook attempts'"
      )
    }
    guard matches.count == 1 else {
      let shown = matches.prefix(5).map { "\($0.id.prefix(all.shortLength)) (\($0.summary))" }
      let more = matches.count > 5 ? " and \(matches.count - 5) more" : ""
      throw Failure(
        .usage,
        "'\(cited)' fits \(matches.count) attempts: \(shown.joined(separator: ", "))\(more)",
        remedy: "write more of the identifier"
      )
    }
    try self.init(first, in: markbook)
  }
}

extension RecordedAttempt {
  /// Who sat what, on one line.
  var summary: String {
    "\(participant ?? "guest"), \(quiz), attempt \(number)"
  }
}

extension [RecordedAttempt] {
  /// How many digits of an identifier tell all of these attempts apart, at least 8.
  var shortLength: Int {
    let sorted = map(\.id).sorted()
    return zip(sorted, sorted.dropFirst()).reduce(8) { length, pair in
      let shared = zip(pair.0, pair.1).prefix { $0 == $1 }.count
      return Swift.max(length, Swift.min(shared + 1, 32))
    }
  }
}
