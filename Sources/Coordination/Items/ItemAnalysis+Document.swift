internal import Diagnostics
internal import Foundation
internal import Quizzes
internal import Statistics

extension ItemAnalysis {
  /// The analysis as a JSON document, version 1.
  ///
  /// - Parameter notes: What is said of the record that it comes from.
  /// - Returns: The document.
  public func json(notes: KeyValuePairs<String, String> = [:]) -> String {
    let record = Dictionary(notes.map { ($0.key, $0.value) }) { first, _ in first }
    return Document(self, record).document
  }
}

/// The form of the document.
private struct Document: Encodable {
  let format = "seminar-items"
  let version = 1
  let quiz: String
  let counting: String
  let attempts: Int
  let size: String
  let reservations: [String]
  let record: [String: String]
  let scores: Scores
  let reliability: Figures?
  let items: [Item]
  let measures: [Measure]?
  let model: Figures?

  private enum CodingKeys: CodingKey {
    case format, version, quiz, counting, attempts, size, reservations, record, scores, reliability
    case items, measures, model
  }

  typealias Figures = [String: Double]

  struct Scores: Encodable {
    let mean, median, deviation, least, greatest, lowerQuartile, upperQuartile: Double?
    let skewness, kurtosis: Double?
  }

  struct Item: Encodable {
    let item, kind, file: String
    let line, attempts: Int
    let figures: Figures
    let options: [Option]
    let curve: [Figures]
    let advice: [Suggestion]
  }

  struct Option: Encodable {
    let text: String
    let isKey: Bool
    let count: Int
    let share, meanRest, discrimination: Double?
  }

  struct Suggestion: Encodable {
    let name, finding, remedy: String
    let command: String?
  }

  struct Measure: Encodable {
    let score, attempts: Int
    let expected, expectedError, weighted, weightedError: Double
  }

  init(_ analysis: ItemAnalysis, _ record: [String: String]) {
    quiz = analysis.name
    counting = analysis.counting.rawValue
    attempts = analysis.attempts
    size = analysis.size.rawValue
    reservations = analysis.reservations
    self.record = record
    let scores = analysis.figures.scores
    self.scores = Scores(
      mean: scores.mean,
      median: scores.median,
      deviation: scores.deviation,
      least: scores.least,
      greatest: scores.greatest,
      lowerQuartile: scores.lowerQuartile,
      upperQuartile: scores.upperQuartile,
      skewness: scores.skewness,
      kurtosis: scores.kurtosis
    )
    let isShown = analysis.size.allowsCoefficients
    reliability = analysis.figures.reliability.flatMap { found in
      guard isShown else { return nil }
      return Self.known([
        "alpha": found.alpha, "standardizedAlpha": found.standardizedAlpha, "kr21": found.kr21,
        "errorRatio": found.errorRatio, "standardError": found.standardError,
      ])
    }
    items = analysis.entries.indices.map { Self.item($0, of: analysis) }
    measures = analysis.measures?.map {
      Measure(
        score: $0.score,
        attempts: $0.attempts,
        expected: $0.expected,
        expectedError: $0.expectedError,
        weighted: $0.weighted,
        weightedError: $0.weightedError
      )
    }
    model = analysis.model.map { model in
      Self.known([
        "logLikelihood": model.logLikelihood, "aic": model.aic, "bic": model.bic,
        "slope": model.items.compactMap(\.self).first?.slope,
        "slopeError": model.items.compactMap(\.self).first?.slopeError,
      ])
    }
  }

  private static func known(_ figures: [String: Double?]) -> Figures {
    figures.compactMapValues(\.self)
  }

  private static func item(_ index: Int, of analysis: ItemAnalysis) -> Item {
    let entry = analysis.entries[index]
    let texts = entry.item.kind.optionTexts
    return Item(
      item: entry.item.id,
      kind: entry.item.kind.name.rawValue,
      file: entry.item.location.file,
      line: entry.item.location.line,
      attempts: entry.figures.attempts,
      figures: figures(index, of: analysis),
      options: entry.options.enumerated().map { place, option in
        Option(
          text: texts[place],
          isKey: option.isKey,
          count: option.count,
          share: option.share,
          meanRest: option.meanRest,
          discrimination: analysis.size.allowsCoefficients ? option.discrimination : nil
        )
      },
      curve: entry.curve.points.map {
        ["attempts": Double($0.attempts), "rest": $0.rest, "fraction": $0.fraction]
      },
      advice: zip(entry.advice, analysis.suggestions(on: entry)).map {
        Suggestion(
          name: $0.name,
          finding: $1.finding,
          remedy: $1.remedy,
          command: $1.command
        )
      }
    )
  }

  private static func figures(_ index: Int, of analysis: ItemAnalysis) -> Figures {
    let entry = analysis.entries[index]
    let figures = entry.figures
    var all: [String: Double?] = [
      "facility": figures.facility, "facilityFrom": figures.facilityInterval?.lower,
      "facilityTo": figures.facilityInterval?.upper, "deviation": figures.deviation,
      "guess": entry.guess, "intendedWeight": figures.intendedWeight,
      "medianSeconds": entry.times?.median, "lowerQuartileSeconds": entry.times?.lowerQuartile,
      "upperQuartileSeconds": entry.times?.upperQuartile,
      "difficulty": analysis.model?.items[index]?.difficulty,
      "difficultyError": analysis.model?.items[index]?.difficultyError,
      "conditionalDifficulty": analysis.conditional?.items[index]?.difficulty,
      "conditionalError": analysis.conditional?.items[index]?.error,
      "slope": analysis.slopes?.items[index]?.slope,
      "slopeError": analysis.slopes?.items[index]?.slopeError,
      "slopeDifficulty": analysis.slopes?.items[index]?.difficulty,
    ]
    if analysis.size.allowsCoefficients {
      all.merge([
        "effectiveWeight": figures.effectiveWeight,
        "discrimination": figures.discrimination,
        "discriminationFrom": figures.discriminationInterval?.lower,
        "discriminationTo": figures.discriminationInterval?.upper,
        "discriminativeEfficiency": figures.discriminativeEfficiency,
        "totalCorrelation": figures.totalCorrelation,
        "upperLowerDifference": figures.upperLowerDifference,
        "alphaIfDeleted": figures.alphaIfDeleted,
      ]) { first, _ in first }
    }
    return known(all)
  }
}
