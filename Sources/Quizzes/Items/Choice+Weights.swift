// Other forms state what each option earns; ours names a rule where one fits.

extension SingleChoice {
  /// Options by what each earns, from −1 to 1; the keys earn 1.
  package init(weighted options: [Item.Option], _ weights: [Rational]) {
    self.init(
      zip(options, weights).map { option, weight in
        var option = option
        option.isKey = weight == 1
        option.fraction = weight
        return option
      }
    )
    settleFractions()
  }

  /// Leaves out the fractions that are understood, but for a second key.
  package mutating func settleFractions() {
    var hasKey = false
    for index in options.indices {
      let usual: Rational = options[index].isKey ? 1 : 0
      if options[index].isKey, hasKey {
        options[index].fraction = options[index].fraction ?? 1
      } else if options[index].fraction == usual {
        options[index].fraction = nil
      }
      hasKey = hasKey || options[index].isKey
    }
  }

  /// What each option earns as its file states it; below 0 where it would cost in other forms.
  package var weights: [Rational] {
    options.map { $0.fraction ?? ($0.isKey ? 1 : 0) }
  }
}

extension MultipleResponse {
  /// Options by what each adds, from −1 to 1; what adds anything is a key.
  package init(weighted options: [Item.Option], _ weights: [Rational]) {
    self.init(
      zip(options, weights).map { option, weight in
        var option = option
        option.isKey = weight > 0
        option.fraction = weight
        return option
      },
      rule: .weights
    )
    settleRule()
  }

  /// The rules that weights can express, the most usual first.
  private static let rules: [Rule] = [
    .partial, .keysOnly, .partialPerKey, .partialAtMostHalf, .partialUnlessWrong,
  ]

  /// Names the rule that the weights follow, where there is one, and else leaves out the fractions
  /// that are understood.
  package mutating func settleRule() {
    guard rule == .weights else {
      for index in options.indices { options[index].fraction = nil }
      return
    }
    let stated = weights
    for candidate in Self.rules {
      let named = MultipleResponse(options, rule: candidate)
      guard zip(named.weights, stated).allSatisfy({ $0.isNear($1) }) else { continue }
      rule = candidate
      for index in options.indices { options[index].fraction = nil }
      return
    }
    let usual = MultipleResponse(
      options.map { Item.Option($0.text, isKey: $0.isKey) },
      rule: .weights
    ).weights
    for index in options.indices {
      options[index].fraction = stated[index] == usual[index] ? nil : stated[index]
    }
    // Without any fraction the file would be read by the usual rule.
    if options.allSatisfy({ $0.fraction == nil }), let first = options.indices.first {
      options[first].fraction = stated[first]
    }
  }

  /// What each option adds; by the rule "all or nothing", as by the partial one.
  package var weights: [Rational] {
    let keys = options.count { $0.isKey }
    let distractors = options.count - keys
    let share = Rational(1, over: Int128(max(keys, 1)))
    return options.map { option in
      switch rule {
      case .weights: option.fraction ?? (option.isKey ? share : 0)
      case .allOrNothing:
        option.isKey ? share : -(Rule.partial.cost(keys: keys, distractors: distractors) ?? 0)
      case .partial, .partialAtMostHalf, .partialPerKey, .partialUnlessWrong, .keysOnly:
        option.isKey ? share : -(rule.cost(keys: keys, distractors: distractors) ?? 0)
      }
    }
  }
}

extension Rational {
  /// Whether two numbers differ by less than a rounding to five places.
  package func isNear(_ other: Rational) -> Bool {
    let difference = self < other ? other - self : self - other
    return difference < Rational(1, over: 100_000)
  }

  /// The number in percent, as other forms write it: at most seven decimals.
  package var percent: String {
    (self * 100).rounded(places: 7)
  }

  /// Reads a percentage, rounded to seven decimals; `nil` for anything but a plain number.
  package init?(percent text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].utf8.count <= 4 else { return nil }
    let whole = parts[0].isEmpty || parts[0] == "-" ? "\(parts[0])0" : String(parts[0])
    let decimals = parts.count == 2 ? String(parts[1].prefix(7)) : ""
    self.init(weight: decimals.isEmpty ? "\(whole)%" : "\(whole).\(decimals)%")
  }
}
