import ArgumentParser
import Coordination

/// The forms of a report that is no table.
enum ReportForm: String, CaseIterable, ExpressibleByArgument {
  case text, json

  /// Writes what was done: for people, or as a document for programs.
  func write(_ text: String, or report: some Encodable) throws {
    switch self {
    case .text: try Output.standard.write(text)
    case .json: try Output.standard.write(report.document)
    }
  }
}
