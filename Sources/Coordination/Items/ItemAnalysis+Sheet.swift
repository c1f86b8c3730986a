public import Curricula
internal import Diagnostics
internal import Foundation
public import Publishing
internal import Quizzes
internal import Statistics

extension ItemAnalysis {
  private static let columns: [Sheet.Column] = [
    .init("item"), .init("kind"), .init("attempts", .number), .init("facility", .number),
    .init("deviation", .number), .init("guess", .number), .init("intended-weight", .number),
    .init("effective-weight", .number), .init("discrimination", .number),
    .init("discrimination-from", .number), .init("discrimination-to", .number),
    .init("efficiency", .number), .init("total-correlation", .number),
    .init("upper-lower", .number), .init("alpha-without", .number),
    .init("median-seconds", .number), .init("difficulty", .number),
    .init("difficulty-error", .number), .init("conditional-difficulty", .number),
    .init("conditional-error", .number), .init("slope", .number), .init("slope-error", .number),
    .init("advice"), .init("file"), .init("line", .number),
  ]

  /// A row for each item, with all its figures: a form that others rely on.
  ///
  /// Shares and correlations have six places; difficulties are in deviations of ability, conditional
  /// ones in logits.
  ///
  /// - Parameter zone: The zone of the programme.
  /// - Returns: The table.
  public func sheet(in zone: Zone) -> Sheet {
    var sheet = Sheet("Items of \(name)", columns: Self.columns, zone: zone)
    func number(_ value: Double?, places: Int = 6) -> Sheet.Cell {
      Sheet.Cell(value.flatMap { Decimal(string: $0.rounded(places: places)) })
    }
    for (index, entry) in entries.enumerated() {
      let figures = entry.figures
      let shown = size.allowsCoefficients
      func coefficient(_ value: Double?) -> Sheet.Cell { number(shown ? value : nil) }
      let (item, conditional) = (model?.items[index], conditional?.items[index])
      let slope = slopes?.items[index]
      sheet.append([
        .text(entry.item.id), .text(entry.item.kind.name.rawValue), .number(figures.attempts),
        number(figures.facility), number(figures.deviation), number(entry.guess),
        number(figures.intendedWeight), coefficient(figures.effectiveWeight),
        coefficient(figures.discrimination), coefficient(figures.discriminationInterval?.lower),
        coefficient(figures.discriminationInterval?.upper),
        coefficient(figures.discriminativeEfficiency), coefficient(figures.totalCorrelation),
        coefficient(figures.upperLowerDifference), coefficient(figures.alphaIfDeleted),
        number(entry.times?.median, places: 1), number(item?.difficulty),
        number(item?.difficultyError), number(conditional?.difficulty),
        number(conditional?.error), number(slope?.slope), number(slope?.slopeError),
        .text(entry.advice.map(\.name).joined(separator: " ")),
        .text(entry.item.location.file), .number(entry.item.location.line),
      ])
    }
    return sheet
  }

  /// The figures that fit on a line, for people.
  func brief(in zone: Zone) -> Sheet {
    var sheet = Sheet(
      "Items",
      columns: [
        .init("no", .number), .init("item"), .init("asked", .number), .init("facility", .number),
        .init("discrimination", .number), .init("95 in 100"), .init("seconds", .number),
        .init("difficulty", .number), .init("error", .number),
      ],
      zone: zone
    )
    func number(_ value: Double?, places: Int = 2) -> Sheet.Cell {
      Sheet.Cell(value.flatMap { Decimal(string: $0.rounded(places: places)) })
    }
    for (index, entry) in entries.enumerated() {
      let figures = entry.figures
      let shown = size.allowsCoefficients
      let range = figures.discriminationInterval.map {
        "\($0.lower.twoPlaces) to \($0.upper.twoPlaces)"
      }
      sheet.append([
        .number(entry.number), .text(entry.item.id), .number(figures.attempts),
        number(figures.facility), number(shown ? figures.discrimination : nil),
        Sheet.Cell(shown ? range : nil), number(entry.times?.median, places: 0),
        number(model?.items[index]?.difficulty), number(model?.items[index]?.difficultyError),
      ])
    }
    return sheet
  }
}

extension Advice {
  /// The name in tables and JSON.
  var name: String {
    switch self {
    case .possibleKey: "possible-key"
    case .negativeDiscrimination: "negative-discrimination"
    case .weakDiscrimination: "weak-discrimination"
    case .tooEasy: "too-easy"
    case .belowGuessing: "below-guessing"
    case .tooHard: "too-hard"
    case .unusedDistractors: "unused-distractors"
    }
  }
}
