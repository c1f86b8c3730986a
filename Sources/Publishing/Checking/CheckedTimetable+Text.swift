internal import Curricula
internal import Diagnostics
internal import Timetabling

extension CheckedTimetable {
  /// Everything that is wrong, each with its place, and the cost beside the least known.
  ///
  /// - Parameters:
  ///   - width: The most columns of a line.
  ///   - isPriced: Whether the cost is shown; it says nothing where the least known was not asked for.
  /// - Returns: The lines, each ended by a line feed.
  public func text(width: Int = 80, isPriced: Bool = true) -> String {
    let curriculum = problem.curriculum
    var page = TextPage(width: width)
    page.write(curriculum.title)
    page.write("\(file), checked against \(curriculum.location.file)")
    page.rule("═")
    page.write(verdict)
    if !chosen.isEmpty {
      page.write(
        "The file does not name the "
          + "\(chosen.joined(separator: " and the ")); the check uses those of "
          + "the cheapest timetable known."
      )
    }
    for reading in readings { page.write(reading) }
    if !findings.diagnostics.isEmpty {
      page.skip()
      page.write("In the file:")
      for finding in findings.sorted {
        page.skip()
        page.write(finding.message, indent: 2)
        if let remedy = finding.remedy { page.write("help: \(remedy)", indent: 4) }
        page.write(finding.location, indent: 4)
      }
    }
    writeViolations(into: &page)
    writeWaivers(into: &page)
    guard isPriced else { return page.text }
    page.skip()
    page.write(comparison)
    let charges = Charge.all(of: timetable).filter { $0.origin.weight != .hard }
    guard !charges.isEmpty else { return page.text }
    page.skip()
    Publication.write(charges, into: &page)
    return page.text
  }

  /// What must hold and does not, violation by violation, in the order of the constraints.
  var broken: [Problem.Penalty] {
    problem.penalties(of: timetable).filter {
      problem.constraints[$0.constraint].weight == .hard
    }
  }

  private var verdict: String {
    guard !isValid else { return "Valid: no hard constraint is broken." }
    let errors = findings.diagnostics.count { $0.severity == .error }
    let parts = [
      errors == 0 ? nil : errors.counted("problem") + " in the file",
      broken.isEmpty ? nil : broken.count.counted("violation") + " of hard constraints",
    ].compactMap(\.self)
    return "Not valid: " + parts.joined(separator: ", ") + "."
  }

  private func writeViolations(into page: inout TextPage) {
    guard !broken.isEmpty else { return }
    page.skip()
    page.write("Broken hard constraints:")
    for (index, penalty) in broken.enumerated() {
      let origin = problem.constraints[penalty.constraint].origin
      page.skip()
      page.write("\(origin.sentence) (\(origin.name))", mark: "  \(index + 1).", indent: 6)
      if let reason = origin.reason { page.write("reason: \(reason)", indent: 6) }
      for detail in facts(of: penalty) { page.write(detail, indent: 6) }
      page.write(origin.location, indent: 6)
    }
  }

  /// What may break a rule by what was published before.
  private func writeWaivers(into page: inout TextPage) {
    guard !waivers.isEmpty else { return }
    page.skip()
    page.write("Allowed by the last revision, as long as these sessions stay where they are:")
    for waiver in waivers { page.write(waiver.words, indent: 2) }
  }

  /// What the file says of the sessions of a violation.
  func facts(of penalty: Problem.Penalty) -> [String] {
    let sessions = penalty.violation.sessions
    let isInside = problem.constraints[penalty.constraint].origin.name == "inside-block"
    if isInside, let session = sessions.first { return details[session] ?? [] }
    let shown = sessions.prefix(8).compactMap { session -> String? in
      let id = problem.curriculum.sessions[session].id
      guard let placement = timetable.placement(of: session) else { return id }
      let day = problem.blocks[placement.block].date.clock(after: placement.start).date
      return "\(id) \(day.weekday.name.prefix(3)) \(day.short) \(clockOfStart(placement.start))–"
        + clock(timetable.end(of: placement))
    }
    let rest = sessions.count - shown.count
    return shown.isEmpty
      ? [] : [shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")]
  }

  /// The cost beside the least known.
  private var comparison: String {
    let own = "It costs \(cost.soft)"
    guard let best else { return own + ". No valid timetable is known." }
    let known = "the cheapest valid timetable known costs \(best.cost)"
    return best.isOptimal
      ? "\(own); \(known), and none costs less."
      : "\(own); \(known), and none costs less than \(best.bound)."
  }
}
