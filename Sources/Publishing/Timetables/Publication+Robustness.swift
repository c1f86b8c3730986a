internal import Curricula
internal import Diagnostics
public import Timetabling

// What happens when trainers cannot come, and what would help.
extension Publication {
  /// What happens to the programme when each trainer cannot come on a day, as plain text.
  ///
  /// - Parameters:
  ///   - report: The absences, and the advice.
  ///   - width: The most columns of a line.
  /// - Returns: The lines, each ended by a line feed.
  public func text(of report: RobustnessReport, width: Int = 80) -> String {
    var page = TextPage(width: width)
    page.write("If a trainer cannot come")
    for entry in report.absences {
      page.skip()
      page.write(entry.sentence(in: problem) + ".", indent: 2)
    }
    let absences = report.absences.counted("absence")
    let failures = report.absences.count { if case .fails = $0.effect { true } else { false } }
    let open = report.absences.count { if case .open = $0.effect { true } else { false } }
    page.skip()
    if failures > 0 {
      page.write("The programme does not survive \(failures) of these \(absences).")
    }
    if open > 0 {
      page.write("It is not known whether the programme survives \(open) of these \(absences).")
    }
    if failures == 0, open == 0 {
      page.write("The programme survives each of these \(absences).")
    }
    guard report.advice.tried > 0 else { return page.text }
    page.skip()
    write(report, into: &page)
    return page.text
  }

  /// Writes what would help.
  private func write(_ report: RobustnessReport, into page: inout TextPage) {
    let (advice, precautions) = (report.advice, report.advice.precautions)
    page.write(lead(of: advice))
    Self.write(precautions.map(\.repair), into: &page) { page, index in
      page.write(precautions[index].repair.sentence, mark: "  \(index + 1).", indent: 6)
      page.write(gain(of: precautions[index], in: report), indent: 6)
    }
    guard advice.undecided > 0 else { return }
    page.skip()
    page.write(
      "For \(advice.undecided) of the \(advice.tried.counted("possible change")), the program could not "
        + "decide about every absence."
    )
  }

  private func lead(of advice: RobustnessAdvice) -> String {
    switch advice.precautions.count {
    case 0 where advice.undecided == 0:
      "No single alternate, further block or change to a room makes another absence survivable."
    case 0:
      "No single alternate, further block or change to a room was found that makes another absence "
        + "survivable."
    case 1: "This change makes more absences survivable:"
    default: "Each of these changes makes more absences survivable, the most helpful first:"
    }
  }

  /// What a change is good for, as sentences.
  private func gain(of precaution: Precaution, in report: RobustnessReport) -> String {
    let survived = precaution.survived.map { report.absences[$0] }
    let trainers = Set(survived.map(\.trainer)).sorted()
    let names = trainers.map { trainer in
      let days = survived.filter { $0.trainer == trainer }.map(\.date.spelled)
      return "\(problem.curriculum.trainers[trainer].name) on \(days.listed())"
    }
    let more = precaution.unknown.count
    return "The programme then also survives \(survived.counted("absence")): "
      + names.joined(separator: "; ") + "."
      + (more > 0 ? " It is not known whether it then survives \(more) more." : "")
  }

  /// What happens to the programme when each trainer cannot come on a day, as a JSON document, version 1.
  ///
  /// - Parameter report: The absences, and the advice.
  /// - Returns: The document.
  public func json(of report: RobustnessReport) -> String {
    JSON.object([
      ("format", .text("seminar-robustness")), ("version", .integer(1)),
      ("curriculum", .text(curriculum.id)), ("edition", .text(curriculum.edition)),
      ("zone", .text(curriculum.zone.name)), ("seed", .unsigned(seed)),
      ("absences", .list(report.absences.map(json(of:)))),
      ("tried", .integer(report.advice.tried)), ("undecided", .integer(report.advice.undecided)),
      ("advice", .list(report.advice.precautions.map { json(of: $0, in: report) })),
    ]).document
  }

  private func json(of absence: Robustness) -> JSON {
    .object(
      members(naming: absence) + [
        ("sessions", .texts(ids(absence.sessions))),
        ("effect", .text(absence.effect.word)),
        ("moved", absence.change.map { .texts(ids($0.moved)) } ?? .null),
        ("leastMoved", .optional(absence.change?.bound)),
        ("sentence", .text(absence.sentence(in: problem))),
      ]
    )
  }

  private func json(of precaution: Precaution, in report: RobustnessReport) -> JSON {
    func named(_ absences: [Int]) -> JSON {
      .list(absences.map { .object(members(naming: report.absences[$0])) })
    }
    return .object(
      [
        ("kind", .text(precaution.kind.rawValue)),
        ("change", .text(precaution.repair.sentence)),
        ("survives", named(precaution.survived)), ("unknown", named(precaution.unknown)),
      ] + Self.writing(of: precaution.repair)
    )
  }

  /// Whose absence it is, and when, as members of an object.
  private func members(naming absence: Robustness) -> [(key: String, value: JSON)] {
    [
      ("trainer", .text(curriculum.trainers[absence.trainer].id)),
      ("day", .text(absence.date.description)),
    ]
  }

  private func ids(_ sessions: [Int]) -> [String] { sessions.map { curriculum.sessions[$0].id } }
}

extension Robustness.Effect {
  /// The effect in one word, as in the JSON form.
  fileprivate var word: String {
    switch self {
    case .survives: "survives"
    case .fails: "fails"
    case .open: "unknown"
    }
  }
}
