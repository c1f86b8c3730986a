internal import Quizzes
internal import Statistics

extension ItemAnalysis {
  /// The figures as usage data of QTI 3, for banks that keep statistics beside their items.
  ///
  /// Items have their identifiers, and options are `choice-1`, `choice-2` and so on in the order of the
  /// file, as in the results of attempts.
  ///
  /// Source: 1EdTech, *Question and Test Interoperability (QTI): Usage Data and Item Statistics*,
  /// version 3.0.
  ///
  /// - Parameter notes: What is said of the record, as a comment at the end.
  /// - Returns: The document.
  public func usageData(notes: KeyValuePairs<String, String> = [:]) -> String {
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<usageData xmlns="http://www.imsglobal.org/xsd/imsqti_usagedata_v3p0">"#,
    ]
    for statistic in statistics { lines += statistic.lines(of: self) }
    let comment = notes.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    return (lines + ["</usageData>", "<!-- \(comment) -->"]).joined(separator: "\n") + "\n"
  }

  /// One figure of the quiz, of an item or of an option.
  private struct Statistic {
    let name: String
    let value: Double?
    var error: Double?
    var deviation: Double?
    let count: Int
    let target: String
    /// The number of the option, from 1.
    var option: Int?

    /// The element; nothing where the figure is not known.
    func lines(of analysis: ItemAnalysis) -> [String] {
      guard let value else { return [] }
      let context = Identifier.named("attempts", analysis.counting.rawValue, analysis.name)
      var attributes = "name=\"\(name)\" context=\"\(escapedAsXML(context))\""
      attributes += " caseCount=\"\(count)\""
      if let error { attributes += " stdError=\"\(error.rounded(places: 6))\"" }
      if let deviation { attributes += " stdDeviation=\"\(deviation.rounded(places: 6))\"" }
      let part = option.map { " partIdentifier=\"choice-\($0)\" objectType=\"choice\"" } ?? ""
      return [
        "  <ordinaryStatistic \(attributes)>",
        "    <targetObject identifier=\"\(escapedAsXML(target))\"\(part)/>",
        "    <value>\(value.rounded(places: 6))</value>",
        "  </ordinaryStatistic>",
      ]
    }
  }

  private var statistics: [Statistic] {
    // With few attempts only counts are told.
    let isShown = size.allowsCoefficients
    func quiz(_ name: String, _ value: Double?) -> Statistic {
      Statistic(name: name, value: value, count: attempts, target: self.name)
    }
    var all = [quiz("mean", figures.scores.mean), quiz("median", figures.scores.median)]
    all.append(quiz("deviation", figures.scores.deviation))
    let reliability = isShown ? figures.reliability : nil
    all.append(quiz("alpha", reliability?.alpha))
    all.append(quiz("standard-error", reliability?.standardError))
    for (index, entry) in entries.enumerated() {
      let figures = entry.figures
      func item(_ name: String, _ value: Double?, error: Double? = nil) -> Statistic {
        Statistic(
          name: name,
          value: value,
          error: error,
          count: figures.attempts,
          target: entry.item.id
        )
      }
      var facility = item("facility", figures.facility)
      facility.deviation = figures.deviation
      all.append(facility)
      all.append(item("discrimination", isShown ? figures.discrimination : nil))
      all.append(item("total-correlation", isShown ? figures.totalCorrelation : nil))
      all.append(item("alpha-without", isShown ? figures.alphaIfDeleted : nil))
      all.append(item("median-seconds", entry.times?.median))
      let (model, slope) = (self.model?.items[index], slopes?.items[index])
      let conditional = self.conditional?.items[index]
      all.append(item("difficulty", model?.difficulty, error: model?.difficultyError))
      all.append(
        item("conditional-difficulty", conditional?.difficulty, error: conditional?.error)
      )
      all.append(item("slope", slope?.slope, error: slope?.slopeError))
      for (place, option) in entry.options.enumerated() {
        var share = item("share", option.share)
        share.option = place + 1
        all.append(share)
      }
    }
    return all
  }
}
