internal import Diagnostics
internal import Quizzes
internal import Statistics

extension ItemAnalysis {
  /// What is wrong with an item, and what to do about it.
  public struct Suggestion: Hashable, Sendable {
    /// What the figures show, as a sentence.
    public let finding: String
    /// What to do, as sentences, with the place in the file.
    public let remedy: String
    /// The command that marks attempts again after a mistake was corrected; `nil` where none helps.
    public let command: String?
  }

  /// The advice on an item in sentences, the gravest first.
  public func suggestions(on entry: Entry) -> [Suggestion] {
    entry.advice.map { advice in
      Suggestion(
        finding: finding(advice, on: entry),
        remedy: remedy(advice, on: entry),
        command: command(advice, on: entry)
      )
    }
  }

  private func finding(_ advice: Advice, on entry: Entry) -> String {
    let figures = entry.figures
    let facility = (figures.facility ?? 0).percent
    switch advice {
    case .possibleKey(let option):
      return "Participants with good results choose \(named([option], of: entry)), which is marked "
        + "as wrong, more often than the key."
    case .negativeDiscrimination:
      return "Participants with good results do worse on this item than the others (discrimination "
        + "\((figures.discrimination ?? 0).twoPlaces))."
    case .weakDiscrimination:
      return "The item hardly separates good from weak results (discriminative efficiency "
        + "\((figures.discriminativeEfficiency ?? 0).percent))."
    case .tooEasy:
      return "Nearly everybody gets it right: the mean is \(facility) of the mark."
    case .belowGuessing:
      return "The mean is \(facility) of the mark; guessing alone would give "
        + "\((entry.guess ?? 0).percent)."
    case .tooHard:
      return "Few get it right: the mean is \(facility) of the mark."
    case .unusedDistractors(let options):
      return "Almost nobody chooses \(named(options, of: entry))."
    }
  }

  private func remedy(_ advice: Advice, on entry: Entry) -> String {
    let place = entry.item.location.description
    switch advice {
    case .possibleKey, .negativeDiscrimination:
      return "Check the key at \(place). If the key is wrong, correct it there and mark the "
        + "attempts again. If it is right, make the question clearer."
    case .belowGuessing:
      return "Check the key and the wording at \(place). If the key is wrong, correct it there and "
        + "mark the attempts again."
    case .weakDiscrimination:
      return "Make the question clearer, or the wrong options more plausible, at \(place)."
    case .tooEasy:
      return "Keep it only if everybody has to know it; otherwise ask for more at \(place)."
    case .tooHard:
      return "Check at \(place) whether the question is clear and whether its subject was taught."
    case .unusedDistractors(let options):
      let them = options.count.agreeing("it with a mistake", "them with mistakes")
      return "Replace \(them) that people really make, or leave "
        + "\(options.count.agreeing("it", "them")) out, at \(place)."
    }
  }

  private func command(_ advice: Advice, on entry: Entry) -> String? {
    switch advice {
    case .possibleKey, .negativeDiscrimination, .belowGuessing:
      quiz.mode == .graded
        ? "seminar remark \(name) --why \"The key of \(entry.item.id) was wrong.\"" : nil
    case .weakDiscrimination, .tooEasy, .tooHard, .unusedDistractors: nil
    }
  }

  /// Options by letter and text.
  private func named(_ options: [Int], of entry: Entry) -> String {
    let texts = entry.item.kind.optionTexts
    return options.map { option in
      "\(Letters.letter(at: option))) '\(texts[option].prefix(40).visible)'"
    }.listed("or")
  }

  /// What so many attempts allow to say, as sentences.
  public var reservations: [String] {
    var sentences: [String] = []
    switch size {
    case .tooSmall:
      sentences.append(
        "\(attempts.counted("attempt")): too few for correlations and models, which are shown from 10 "
          + "attempts on."
      )
    case .indicative:
      sentences.append(
        "\(attempts) attempts: an indication only. Wait for 30 before you change an item for its "
          + "figures alone."
      )
    case .small:
      sentences.append(
        "\(attempts) attempts are a small number: look at the ranges and the standard errors, and read "
          + "the item before you change it."
      )
    case .large: break
    }
    if waiting > 0 {
      sentences.append(
        "\(waiting.counted("attempt")) \(waiting.agreeing("waits", "wait")) for marks; items without a "
          + "mark are left out. See them with: seminar mark"
      )
    }
    if counting == .all {
      sentences.append("All attempts count; several of one participant are not independent.")
    }
    if figures.reliability == nil, size.allowsCoefficients {
      sentences.append(
        "There is no alpha, because not all attempts had the same items, or all have the same score."
      )
    }
    return sentences
  }
}

extension Double {
  /// In words: `41 percent`.
  var percent: String { "\(Int((100 * self).rounded())) percent" }

  /// With two places: `0.35`.
  var twoPlaces: String { rounded(places: 2) }

  /// With some places after the point, as many as are asked for; empty where that means nothing.
  func rounded(places: Int) -> String {
    guard abs(self) < 1e9 else { return "" }
    var power = 1.0
    for _ in 0..<places { power *= 10 }
    let scaled = Int((abs(self) * power).rounded())
    let whole = scaled / Int(power)
    let part = String(scaled % Int(power))
    let sign = self < 0 && scaled > 0 ? "-" : ""
    let zeros = String(repeating: "0", count: max(0, places - part.count))
    return sign + "\(whole)" + (places > 0 ? "." + zeros + part : "")
  }
}
