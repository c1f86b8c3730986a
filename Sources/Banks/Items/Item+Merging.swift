internal import Diagnostics
internal import Foundation
internal import Quizzes

// Another form may say the same thing twice. What is said twice and counts the same is kept once.

extension Item.Kind {
  /// Leaves out what only repeats something, and adds to the losses what that was.
  ///
  /// What reads like something else and counts otherwise stays, and is a fault of the item.
  mutating func mergeRepetitions(_ losses: inout [String]) {
    switch self {
    case .singleChoice(var choice):
      choice.mergeRepetitions(&losses)
      self = .singleChoice(choice)
    case .multipleResponse(var choice):
      choice.mergeRepetitions(&losses)
      self = .multipleResponse(choice)
    case .shortText(var shortText):
      shortText.mergeRepetitions(&losses)
      self = .shortText(shortText)
    case .numerical(var numerical):
      numerical.mergeRepetitions(&losses)
      self = .numerical(numerical)
    case .matching(var matching):
      matching.mergeRepetitions(&losses)
      self = .matching(matching)
    case .cloze(var cloze):
      for index in cloze.gaps.indices {
        var inner = cloze.gaps[index].kind.itemKind
        inner.mergeRepetitions(&losses)
        if let simple = Cloze.Gap.Kind(inner) { cloze.gaps[index].kind = simple }
      }
      self = .cloze(cloze)
    case .trueFalse, .ordering, .essay, .description: break
    }
  }
}

extension [String] {
  /// Adds a loss, once.
  fileprivate mutating func lose(_ what: String) {
    if !contains(what) { append(what) }
  }
}

/// A reason that is kept when two are merged.
private func merged(_ first: String?, _ second: String?, _ losses: inout [String]) -> String? {
  guard let first else { return second }
  if let second, second != first { losses.lose("a second feedback to the same response") }
  return first
}

/// The options of a choice, each kept once, and what each of them earns.
private struct MergedOptions {
  var kept: [Item.Option] = []
  var earned: [Rational] = []

  /// Goes through the options of a choice.
  ///
  /// - Parameters:
  ///   - options: The options.
  ///   - weights: What each of them earns.
  ///   - losses: What is left out, as phrases.
  ///   - sum: What one option earns that stands for two.
  init(
    _ options: [Item.Option],
    _ weights: [Rational],
    _ losses: inout [String],
    earning sum: (Rational, Rational) -> Rational
  ) {
    for (option, weight) in zip(options, weights) {
      // An empty option that would be right is a fault of the item.
      if option.text.isEmpty, weight <= 0 {
        losses.lose("an option without text")
        continue
      }
      let twin = kept.firstIndex { $0.text.isSame(as: option.text) }
      // A right and a wrong option that read alike are no repetition.
      guard let twin, kept[twin].isKey == option.isKey else {
        kept.append(option)
        earned.append(weight)
        continue
      }
      losses.lose("a second option '\(option.text.shortened)'")
      kept[twin].because = merged(kept[twin].because, option.because, &losses)
      earned[twin] = sum(earned[twin], weight)
    }
  }
}

extension SingleChoice {
  fileprivate mutating func mergeRepetitions(_ losses: inout [String]) {
    let merged = MergedOptions(options, weights, &losses, earning: max)
    if merged.kept.count < options.count {
      self = SingleChoice(weighted: merged.kept, merged.earned)
    }
  }
}

extension MultipleResponse {
  fileprivate mutating func mergeRepetitions(_ losses: inout [String]) {
    // All right options together still earn the whole mark.
    let merged = MergedOptions(options, weights, &losses) { first, second in
      second > 0 ? min(1, first + second) : min(first, second)
    }
    guard merged.kept.count < options.count else { return }
    if rule == .weights {
      self = MultipleResponse(weighted: merged.kept, merged.earned)
    } else {
      options = merged.kept
    }
  }
}

extension ShortText {
  fileprivate mutating func mergeRepetitions(_ losses: inout [String]) {
    var kept: [Accepted] = []
    for text in accepted {
      let twin = kept.firstIndex { $0.pattern.isSame(as: text.pattern, matchingCase: matchesCase) }
      guard let twin else {
        kept.append(text)
        continue
      }
      losses.lose("a second accepted text '\(text.pattern.shortened)'")
      kept[twin].because = merged(kept[twin].because, text.because, &losses)
      kept[twin].fraction = max(kept[twin].fraction, text.fraction)
    }
    accepted = kept
  }
}

extension Numerical {
  fileprivate mutating func mergeRepetitions(_ losses: inout [String]) {
    var kept: [Accepted] = []
    for number in accepted {
      if let twin = kept.firstIndex(where: { $0.value == number.value }) {
        losses.lose("a second accepted number that is the same")
        kept[twin].because = merged(kept[twin].because, number.because, &losses)
        kept[twin].fraction = max(kept[twin].fraction, number.fraction)
      } else {
        kept.append(number)
      }
    }
    accepted = kept
    var units: [Unit] = []
    for unit in self.units {
      let isKnown = units.contains(unit) || (unit.count == 1 && unit.name == self.unit)
      if isKnown {
        losses.lose("a second unit '\(unit.name.shortened)'")
      } else {
        units.append(unit)
      }
    }
    self.units = units
  }
}

extension Matching {
  fileprivate mutating func mergeRepetitions(_ losses: inout [String]) {
    var pairs: [Pair] = []
    for pair in self.pairs {
      // Right sides that read alike are one: a participant could not tell them apart.
      var pair = pair
      if let right = pairs.first(where: { $0.right.isSame(as: pair.right) })?.right {
        pair.right = right
      }
      let isRepeated = pairs.contains { $0.left.isSame(as: pair.left) && $0.right == pair.right }
      if isRepeated {
        losses.lose("a second pair '\(pair.left.shortened)'")
      } else {
        pairs.append(pair)
      }
    }
    self.pairs = pairs
    var extra: [String] = []
    for right in self.extra {
      if right.isEmpty {
        losses.lose("a right side without text")
        continue
      }
      let isRepeated = (pairs.map(\.right) + extra).contains { $0.isSame(as: right) }
      if isRepeated {
        losses.lose("a second right side '\(right.shortened)'")
      } else {
        extra.append(right)
      }
    }
    self.extra = extra
  }
}
