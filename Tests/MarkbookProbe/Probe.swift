internal import Foundation
internal import Glibc
import Quizzes
import Records

/// One run: what is done, and to which file.
struct Probe {
  private enum Operation: String {
    case create, sit, fill, close, migrate
  }

  private let operation: Operation
  private let file: String

  init?(_ arguments: [String]) {
    guard arguments.count == 2, let operation = Operation(rawValue: arguments[0]) else {
      return nil
    }
    self.operation = operation
    file = arguments[1]
  }

  /// Does it, and answers the exit status.
  func run() -> Int32 {
    do {
      try perform()
    } catch {
      say("error \(error.exitStatus) \(error)")
      return 1
    }
    return 0
  }

  /// Lets the calls be counted that fail as the environment says, or ends that.
  private func faults(_ change: String) {
    let folder = URL(filePath: file).deletingLastPathComponent().path(percentEncoded: false)
    _ = unsafe unlink("\(folder)faults-\(change)")
  }

  /// Runs something, and when it fails once more, after the fault has gone.
  private func trying<Value>(_ body: () throws(MarkbookError) -> Value) throws(MarkbookError)
    -> Value
  {
    do {
      return try body()
    } catch {
      faults("end")
      say("failed \(error.exitStatus) \(error)")
      return try body()
    }
  }

  private func perform() throws(MarkbookError) {
    switch operation {
    case .create:
      faults("begin")
      try trying { () throws(MarkbookError) in try Markbook(creatingIfMissing: file).close() }
      say("created")
    case .sit:
      faults("begin")
      try sit(in: try opened(), Array(repeating: nil, count: 6))
    case .fill:
      let markbook = try opened()
      // So much that the log is taken into the file while the sitting goes on.
      try fill(markbook)
      faults("begin")
      try sit(in: markbook, (1...8).map { String(repeating: "x", count: 60_000) + "\($0)" })
    case .close:
      let markbook = try opened()
      try sit(in: markbook, (1...12).map { String(repeating: "x", count: 9_000) + "\($0)" })
      faults("begin")
      markbook.close()
    case .migrate:
      faults("begin")
      try opened().close()
      say("migrated")
    }
  }

  private func opened() throws(MarkbookError) -> Markbook {
    try trying { () throws(MarkbookError) in try Markbook(existing: file, for: .writing) }
  }

  /// Goes on with the last attempt, saying each event that is acknowledged.
  private func sit(in markbook: Markbook, _ texts: [String?]) throws(MarkbookError) {
    guard let attempt = try markbook.attempts().last(where: { !$0.isSubmitted }) else { return }
    var count = attempt.eventCount
    for text in texts {
      count = try trying { () throws(MarkbookError) in
        try markbook.append([response(text)], to: attempt.id, after: count)
      }
      say("kept \(count)")
    }
  }

  /// Appends to the last attempt what takes almost as much room as a log may before it is taken in.
  private func fill(_ markbook: Markbook) throws(MarkbookError) {
    guard let attempt = try markbook.attempts().last(where: { !$0.isSubmitted }) else { return }
    let events = (1...60).map { response(String(repeating: "y", count: 60_000) + "\($0)") }
    try markbook.append(events, to: attempt.id, after: attempt.eventCount)
  }

  /// A response to the one item of the tests' attempts, or that it is skipped.
  private func response(_ text: String?) -> Event {
    let now = Timestamp(milliseconds: 1_774_353_600_000)
    guard let text else { return Event(.skipped(item: "a"), at: now) }
    let responded = Event.Responded(
      item: "a",
      typed: text,
      response: .text(text),
      milliseconds: 1
    )
    return Event(.responded(responded), at: now)
  }

  /// Writes a line at once, so that it is not lost when the process is killed.
  private func say(_ line: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data("\(line)\n".utf8))
  }
}
