import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Foundation
import Publishing
import Timetabling

/// A timetable made by hand that is to be published.
struct PlanOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Publish a timetable that you edited by hand, in CSV or JSON as 'seminar timetable' writes it, "
        + "or in XLSX if the program was built with the trait Archives.",
      valueName: "file"
    ),
    completion: .file()
  )
  var from: String?

  @Option(
    help: ArgumentHelp(
      "Publish it although it breaks a rule, for this reason, which is recorded and shown.",
      valueName: "reason"
    )
  )
  var despite: String?

  func validate() throws {
    guard let despite else { return }
    guard from != nil else {
      throw ValidationError("'--despite' gives the reason for '--from'; name the file, too")
    }
    guard !despite.filter({ !$0.isWhitespace }).isEmpty else {
      throw ValidationError("'--despite' is empty; give the reason")
    }
  }

  /// The plan that is asked for.
  ///
  /// - Parameters:
  ///   - written: The problem of the curriculum as it is written.
  ///   - chronicle: What was published.
  ///   - layingOut: How the programme is laid out.
  ///   - dates: How days in the file are read.
  /// - Returns: The plan.
  /// - Throws: `Failure`, after the words of a check, when it cannot be published as it is.
  func taken(
    of written: Timetabling.Problem,
    after chronicle: Chronicle,
    _ layingOut: LayingOut,
    _ dates: DateOptions
  ) async throws -> HandmadePlan {
    let open = try chronicle.problem(of: written)
    let source = try TextFile.readTable(from ?? "-")
    let table = try await DateQuestion.parse(source, for: open.curriculum, order: dates.order())
    let problem = try chronicle.problem(of: written, for: table)
    var best: Solution?
    if chronicle.last == nil { best = (try? await layingOut.publication())?.solution }
    let checked = CheckedTimetable(table, of: problem, best: best, after: chronicle)
    let plan = try HandmadePlan(checked, of: written, after: chronicle, despite: despite)
    for finding in checked.findings.sorted where plan != nil && finding.severity == .warning {
      Output.error.tell(finding.description)
    }
    guard let plan else {
      try Output.standard.write(checked.text(width: Output.columns, isPriced: false))
      let isMistaken = checked.findings.hasErrors || !checked.missing.isEmpty
      throw Failure(
        .problems,
        "the timetable in '\(checked.file.visible)' cannot be published as it is",
        remedy: isMistaken
          ? "correct what is listed above; '--despite' does not cover it"
          : "change what is listed above, or publish it all the same with '--despite \"…\"', a "
            + "reason that is recorded and shown"
      )
    }
    for reading in checked.readings { Output.error.tell("note: \(reading)") }
    return plan
  }
}

/// How days in a file are read.
struct DateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How to read days such as 4/7/2026: day-first or month-first (default: SEMINAR_DATES, else "
        + "as the days in the file show).",
      valueName: "order"
    )
  )
  var dates: Order?

  /// The orders that can be asked for.
  enum Order: String, CaseIterable, ExpressibleByArgument {
    case dayFirst = "day-first"
    case monthFirst = "month-first"
  }

  /// The order that the option or the environment names.
  func order() throws -> DateOrder? {
    if let dates { return DateOrder(rawValue: dates.rawValue) }
    guard let written = Self.written else { return nil }
    guard let order = DateOrder(rawValue: written) else {
      throw Failure(
        .usage,
        "the variable \(Setting.Variable.dates.rawValue) is '\(written.visible)', expected "
          + Order.allCases.map { "'\($0.rawValue)'" }.listed("or"),
        remedy: "correct it, or unset it"
      )
    }
    return order
  }

  /// What the environment says; `nil` where it says nothing.
  private static var written: String? {
    let written = ProcessInfo.processInfo.environment[Setting.Variable.dates.rawValue, default: ""]
    return written.isEmpty ? nil : written
  }

  /// How days are read where a command does not say it.
  static var setting: Setting {
    written.map { Setting("dates", $0, from: .variable(Setting.Variable.dates.rawValue)) }
      ?? Setting("dates", "as the days in a file show", from: .standard)
  }
}
