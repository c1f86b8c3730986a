internal import Curricula
internal import Diagnostics

/// Whether the day or the month comes first in `4/7/2026`.
public enum DateOrder: String, CaseIterable, Hashable, Sendable {
  case dayFirst = "day-first"
  case monthFirst = "month-first"

  /// The other order.
  var other: DateOrder { self == .dayFirst ? .monthFirst : .dayFirst }

  /// The order in words.
  var words: String { self == .dayFirst ? "the day first" : "the month first" }
}

/// In which order the days of a file are read, and why.
struct DateReading {
  /// The order.
  let order: DateOrder
  /// How the days were read, where two readings were possible.
  let note: String?

  /// Decides how days are read.
  ///
  /// Where the days exist in both orders, the order that somebody chose counts; else the one in which all
  /// of them are days of the programme, while in the other order some are not.
  ///
  /// - Parameters:
  ///   - cells: The days as they are written, with their places.
  ///   - curriculum: The programme.
  ///   - chosen: The order that somebody chose.
  /// - Throws: The question which order is meant.
  init(
    of cells: [(text: String, place: Diagnostic.Location)],
    for curriculum: Curriculum,
    chosen: DateOrder?
  ) throws(Findings) {
    func dates(_ order: DateOrder) -> [CivilDate?] {
      cells.map { WrittenDate.date($0.text, order) }
    }
    let readings = (dayFirst: dates(.dayFirst), monthFirst: dates(.monthFirst))
    let isPossible = (
      dayFirst: !readings.dayFirst.contains(nil), monthFirst: !readings.monthFirst.contains(nil)
    )
    guard readings.dayFirst != readings.monthFirst, isPossible.dayFirst == isPossible.monthFirst
    else {
      let monthFirst = isPossible.monthFirst && !isPossible.dayFirst
      order = monthFirst ? .monthFirst : .dayFirst
      note = nil
      return
    }
    let differing = zip(cells, zip(readings.dayFirst, readings.monthFirst))
      .first { $0.1.0 != $0.1.1 }
    guard let (example, (first, second)) = differing, let first, let second else {
      order = chosen ?? .dayFirst
      note = nil
      return
    }
    func sentence(_ order: DateOrder, _ reason: String) -> String {
      let day = order == .dayFirst ? first : second
      return
        "Days such as \(example.text) were read with \(order.words), as \(day.full), \(reason)."
    }
    if let chosen {
      order = chosen
      note = sentence(chosen, "as you asked")
      return
    }
    let open = Set(curriculum.blocks.map(\.date))
    let closed = [readings.dayFirst, readings.monthFirst].map { dates in
      dates.count { date in date.map { !open.contains($0) } ?? false }
    }
    let best: DateOrder = closed[0] <= closed[1] ? .dayFirst : .monthFirst
    let (fewer, more) = (closed.min() ?? 0, closed.max() ?? 0)
    guard fewer == 0 && more > 0 || more >= 3 * max(1, fewer) else {
      throw Findings(
        Diagnostic(
          .error,
          at: example.place,
          "'\(example.text.visible)' can be \(first.full) or \(second.full), and both are possible for "
            + "every day of the file",
          remedy:
            "say which is meant with '--dates day-first' or '--dates month-first', or write days "
            + "as \(first)"
        )
      )
    }
    order = best
    note = sentence(
      best,
      fewer == 0
        ? "since all days of the file are then days of the programme"
        : "since more of the file's days are then days of the programme"
    )
  }
}
