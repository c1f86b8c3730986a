import Curricula
import Diagnostics
import Foundation
import Publishing
import Terminal

/// The question whether the day or the month comes first in the days of a file.
struct DateQuestion {
  /// Reads a table that somebody edited; at a terminal, asks where its days can be read in two ways.
  ///
  /// - Parameters:
  ///   - source: The table.
  ///   - curriculum: What it is a timetable of.
  ///   - order: The order that somebody chose.
  /// - Returns: The timetable as written.
  /// - Throws: What is wrong with the file, or which orders are possible where nobody can be asked.
  static func parse(
    _ source: SourceText,
    for curriculum: Curriculum,
    order: DateOrder?
  ) async throws -> WrittenTimetable {
    do {
      return try WrittenTimetable.parse(source, for: curriculum, dates: order)
    } catch {
      // Where each order by itself can be read, only the order is in question.
      guard order == nil, Window.input.isTerminal, Window.output.isTerminal,
        DateOrder.allCases.allSatisfy({ order in
          (try? WrittenTimetable.parse(source, for: curriculum, dates: order)) != nil
        })
      else { throw error }
      guard let chosen = await MainActor.run(body: { asked(error) }) else { throw error }
      return try WrittenTimetable.parse(source, for: curriculum, dates: chosen)
    }
  }

  /// The order that somebody types; `nil` where it is neither.
  @MainActor private static func asked(_ findings: Findings) -> DateOrder? {
    for diagnostic in findings.sorted.prefix(1) { Output.error.tell(diagnostic.message) }
    var source = ReadlineSource(name: "seminar", isAccessible: false)
    let request = LineRequest(
      "What comes first in these dates? (day or month): ",
      candidates: ["day", "month"]
    )
    guard case .text(let line) = source.next(request) else { return nil }
    switch line.trimmingCharacters(in: .whitespaces).lowercased() {
    case "d", "day": return .dayFirst
    case "m", "month": return .monthFirst
    default: return nil
    }
  }
}
