public import Curricula
internal import Diagnostics
internal import Foundation
internal import Publishing
internal import Quizzes
internal import Statistics

extension ItemAnalysis {
  /// The analysis for people: the quiz, its items, what to do about the bad ones, and the scale.
  ///
  /// - Parameters:
  ///   - zone: The zone of the programme.
  ///   - width: The most columns of a line.
  /// - Returns: The lines, each ended by a line feed.
  public func text(in zone: Zone, width: Int = 80) -> String {
    guard attempts > 0 else { return "Nobody has sat '\(name)' yet.\n" }
    var lines = ["\(name): \(attempts.counted("attempt")) (\(counting.wording))"]
    lines += reservations.flatMap { $0.wrapped(to: width) }
    lines += ["", scoreLine] + reliabilityLine
    var text = lines.joined(separator: "\n") + "\n\n" + brief(in: zone).text(width: width)
    for entry in entries where !entry.advice.isEmpty {
      text += "\n" + advice(on: entry, width: width)
    }
    if let map, size.allowsCoefficients { text += "\n" + drawn(map, width: width) }
    return text
  }

  private var scoreLine: String {
    let scores = figures.scores
    let whole = entries.reduce(0) { $0 + $1.item.maximum.number }
    func shown(_ value: Double?) -> String { value?.twoPlaces ?? "–" }
    return "Scores: mean \(shown(scores.mean)) of \(whole.twoPlaces), "
      + "median \(shown(scores.median)), standard deviation \(shown(scores.deviation))."
  }

  private var reliabilityLine: [String] {
    guard size.allowsCoefficients, let reliability = figures.reliability else { return [] }
    return [
      "Alpha \(reliability.alpha.twoPlaces); standard error of a score "
        + "\(reliability.standardError.twoPlaces)."
    ]
  }

  private func advice(on entry: Entry, width: Int) -> String {
    let stem = entry.item.stem.split(whereSeparator: \.isNewline).joined(separator: " ").visible
    var lines = "\(entry.number). \(entry.item.id): \(stem)".wrapped(to: width)
    lines += options(of: entry, width: width)
    for suggestion in suggestions(on: entry) {
      lines += suggestion.finding.wrapped(to: width, indentedBy: "  - ", then: "    ")
      lines += suggestion.remedy.wrapped(to: width, indentedBy: "    ", then: "    ")
      if let command = suggestion.command { lines.append("      " + command) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func options(of entry: Entry, width: Int) -> [String] {
    let texts = entry.item.kind.optionTexts
    return entry.options.indices.map { index in
      let option = entry.options[index]
      let mark = option.isKey ? "*" : " "
      let share = "\(Int((100 * (option.share ?? 0)).rounded())) %"
      let correlation = size.allowsCoefficients ? option.discrimination?.twoPlaces ?? "" : ""
      let lead =
        " \(mark)\(Letters.letter(at: index))) "
        + String(repeating: " ", count: max(0, 5 - share.count)) + share
        + String(repeating: " ", count: max(0, 7 - correlation.count)) + correlation + "  "
      let room = max(10, width - lead.displayWidth)
      return lead + (texts[index].visible.wrapped(to: room).first ?? "")
    }
  }

  /// The scale as text: a bar of participants on the left, the items on the right.
  private func drawn(_ map: WrightMap, width: Int) -> String {
    let most = max(1, map.rows.map(\.attempts).max() ?? 1)
    let bar = 24
    var lines = ["Ability of participants and difficulty of items, in standard deviations:"]
    for row in map.rows {
      let length = (row.attempts * bar + most - 1) / most
      let names = row.items.map { entries[$0].item.id }.joined(separator: ", ")
      let level = row.lower.rounded(places: 1)
      let lead =
        String(repeating: " ", count: max(0, 6 - level.count)) + level + "  "
        + String(repeating: " ", count: bar - length) + String(repeating: "#", count: length)
        + " | "
      lines += names.wrapped(
        to: width,
        indentedBy: lead,
        then: String(repeating: " ", count: 8 + bar) + " | "
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension ItemAnalysis.Counting {
  /// Which attempts count, in words.
  var wording: String {
    switch self {
    case .first: "the first of each participant"
    case .last: "the last of each participant"
    case .all: "all of each participant"
    }
  }
}
