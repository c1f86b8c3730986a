internal import Curricula
internal import Diagnostics
internal import Foundation
internal import Publishing
internal import Quizzes
internal import Records
internal import Statistics

// Progress for people at a terminal.
extension ProgrammeProgress {
  /// What the report is about, in one line.
  var heading: String {
    let edition = curriculum.edition.isEmpty ? "" : ", \(curriculum.edition)"
    return "Progress: \(curriculum.title)\(edition)"
  }

  /// The whole programme: a line for each participant, who has not sat, the quizzes, the gain.
  ///
  /// - Parameter width: The most columns of a line.
  /// - Returns: The lines, each ended by a line feed.
  public func text(width: Int = 80) -> String {
    var parts = [wrapped([heading, zone.wording(of: now)], width)]
    if rows.isEmpty {
      parts.append("There are no participants: import a roster with 'seminar roster import'.\n")
    } else {
      parts.append(lines().lines(width: width, importance: importance))
      parts.append(wrapped(legend, width))
    }
    if let rule { parts.append(wrapped(rule.sentences(in: zone) + outcomes, width)) }
    if !due.isEmpty { parts.append(wrapped(["Not sat yet:"] + due, width, indent: "  ")) }
    let present = current
    if !present.isEmpty {
      parts.append(wrapped(["Open attempts:"] + present, width, indent: "  "))
    }
    if !columns.isEmpty, !rows.isEmpty {
      parts.append(rounded(weeks()).lines(width: width, importance: Self.weekImportance))
    }
    if let gain { parts.append(wrapped([gain.sentence], width)) }
    if !unreadable.isEmpty {
      parts.append(
        wrapped(
          ["Left out, because they have problems: \(unreadable.joined(separator: ", "))."],
          width
        )
      )
    }
    return parts.joined(separator: "\n")
  }

  /// One participant: each quiz, what was missed, and whether the participant passes.
  public func text(of row: Row, width: Int = 80) -> String {
    let person = row.participant
    let group = person.group.isEmpty ? "" : ", group \(person.group)"
    let table = sheet(of: row)
    var parts = [
      wrapped(["\(person.name) (\(person.id)\(group))", heading], width),
      table.lines(
        width: width,
        importance: [
          "quiz", "state", "percent", "until", "week", "attempts", "pass", "first", "last",
        ]
      ),
    ]
    let missed = zip(columns, row.cells).compactMap { column, cell -> String? in
      guard let items = cell.attempts.last(where: \.isSubmitted)?.missed, !items.isEmpty else {
        return nil
      }
      let names = items.map { $0.item + ($0.source.map { " (\($0))" } ?? "") }
      return "\(column.shortName): \(names.joined(separator: "; "))"
    }
    if !missed.isEmpty {
      parts.append(wrapped(["Not fully right in the last attempt:"] + missed, width, indent: "  "))
    }
    parts.append(wrapped(verdict(of: row), width))
    return parts.joined(separator: "\n")
  }

  /// One quiz: how many sat and passed, and how the scores are spread.
  public func text(ofColumn index: Int, width: Int = 80) -> String {
    let (column, figures) = (columns[index], figures(of: index))
    let week = column.week.map { ", week \($0)" } ?? ""
    var parts = [
      wrapped(["\(column.quiz.title) (\(column.name)\(week))", figures.sentence], width)
    ]
    if let sentence = figures.spread { parts.append(wrapped([sentence], width)) }
    if figures.scores.count > 0 {
      let most = max(1, figures.histogram.max() ?? 1)
      let room = max(10, width - 24)
      let bars = figures.histogram.enumerated().map { part, count in
        let name = WeekFigures.name(ofPart: part)
        let bar = String(repeating: "█", count: count * room / most)
        return name + String(repeating: " ", count: 12 - name.count)
          + "\(bar)\(count == 0 ? "" : " ")\(count)"
      }
      parts.append(bars.joined(separator: "\n") + "\n")
    }
    let waiting = due(at: index)
    if !waiting.isEmpty { parts.append(wrapped(["Not sat yet:"] + waiting, width, indent: "  ")) }
    return parts.joined(separator: "\n")
  }

  func verdict(of row: Row) -> [String] {
    guard let verdict = row.verdict else { return ["The curriculum has no rule for passing."] }
    var sentences: [String] = []
    let mean = verdict.mean.map { "Mean \($0.rounded()) percent. " } ?? ""
    let reasons = verdict.reasons.map(\.words)
    sentences.append(
      "\(mean)Result: \(verdict.outcome.words)"
        + (reasons.isEmpty ? "." : " (\(reasons.joined(separator: "; "))).")
    )
    if let attendance = row.attendance {
      sentences.append("Attendance: \(attendance.percent.rounded()) percent.")
    }
    if verdict.isNearMinimum, let error = verdict.standardError {
      sentences.append(
        "The mean is within one standard error (\(error.twoPlaces) points) of the minimum; this does "
          + "not change the result."
      )
    }
    return sentences
  }

  /// What the letters of the short rows mean.
  private var legend: [String] {
    let used = Set(rows.flatMap { $0.cells.map(\.state) })
    let states = State.allCases.filter(used.contains).map { "\($0.letter) \($0.words)" }
    let names = columns.map { "\($0.label) \($0.shortName)" }
    return [("", states), ("Quizzes: ", names)].filter { !$0.1.isEmpty }
      .map { $0.0 + $0.1.joined(separator: ", ") + "." }
  }

  /// How many pass.
  private var outcomes: [String] {
    let all = rows.compactMap(\.verdict?.outcome)
    let counts = PassVerdict.Outcome.allCases.map { outcome in
      "\(all.count { $0 == outcome }) \(outcome.listWords)"
    }
    return ["Of \(rows.counted("participant")): \(counts.joined(separator: ", "))."]
  }

  /// Who can sit a quiz now and has not, a line for each quiz and each closing time.
  var due: [String] { columns.indices.flatMap(due(at:)) }

  func due(at index: Int) -> [String] {
    let waiting = rows.filter { $0.cells[index].isDue }
    let times = Dictionary(grouping: waiting) { $0.cells[index].until?.milliseconds ?? .max }
    return times.sorted { $0.key < $1.key }.map { key, rows in
      let end =
        key == .max
        ? "" : ", until \(zone.wording(of: Timestamp(milliseconds: key)))"
      let names = rows.map { "\($0.participant.name) (\($0.participant.id))" }
      return "\(columns[index].shortName)\(end): \(names.joined(separator: ", "))"
    }
  }

  /// Who has an attempt that goes on.
  private var current: [String] {
    sittings.map { sitting in
      let state =
        sitting.isAway
        ? "left on \(zone.wording(of: sitting.lastAt))"
        : "sitting now, last response on \(zone.wording(of: sitting.lastAt))"
      let end = sitting.deadline.map { "; ends on \(zone.wording(of: $0))" } ?? ""
      return
        "\(sitting.participant.name) (\(sitting.participant.id)), \(sitting.quiz): \(state)\(end)"
    }
  }

  private func wrapped(_ paragraphs: [String], _ width: Int, indent: String = "") -> String {
    paragraphs.enumerated().flatMap { index, paragraph in
      let lead = index == 0 ? "" : indent
      return paragraph.visible.wrapped(to: width, indentedBy: lead, then: indent + indent)
    }.map { $0 + "\n" }.joined()
  }
}

extension PassVerdict.Outcome {
  /// The outcome in a count of several.
  fileprivate var listWords: String {
    switch self {
    case .passed: "pass"
    case .failed: "do not pass"
    case .open: "still open"
    }
  }
}

extension WeekFigures {
  /// The counts in a sentence.
  var sentence: String {
    let rest = excused == 0 ? "" : ", \(excused) excused"
    return "\(invited) invited, \(started) started, \(submitted) submitted, \(passed) passed, "
      + "\(failed) did not pass, \(waiting) wait for marks\(rest)."
  }

  /// How the scores are spread, in a sentence; `nil` without a score.
  var spread: String? {
    guard let mean = scores.mean, let median = scores.median else { return nil }
    let deviation = scores.deviation.map { ", standard deviation \($0.twoPlaces)" } ?? ""
    let quartiles: String =
      if let lower = scores.lowerQuartile, let upper = scores.upperQuartile {
        ", quartiles \(lower.twoPlaces) and \(upper.twoPlaces)"
      } else { "" }
    return "Scores in percent: mean \(mean.twoPlaces), median \(median.twoPlaces)\(deviation)"
      + "\(quartiles)."
  }

  /// The name of a tenth, such as `20 to 30`.
  static func name(ofPart part: Int) -> String {
    "\(part * 10) to \(part * 10 + 10)"
  }
}

extension Gain {
  /// The gain in a sentence or two.
  var sentence: String {
    func shown(_ value: Double?) -> String { value?.twoPlaces ?? "–" }
    let rest = normalized.map {
      " On average \((100 * $0).twoPlaces) percent of what was possible."
    }
    return "Gain from \(before) to \(after), of \(count.counted("participant")) who sat both: "
      + "\(shown(differences.mean)) points (standard deviation \(shown(differences.deviation))), "
      + "from \(shown(scoresBefore.mean)) to \(shown(scoresAfter.mean)) percent.\(rest ?? "")"
  }
}
