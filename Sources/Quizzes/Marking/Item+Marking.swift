extension Item {
  /// The fraction that a response earns, from 0 to 1.
  ///
  /// A response that does not fit the kind of the item earns 0.
  public func fraction(of response: Response) -> Rational {
    switch (kind, response) {
    case (.singleChoice(let choice), .option(let index)): choice.fraction(choosing: index)
    case (.multipleResponse(let choice), .options(let indices)): choice.fraction(choosing: indices)
    case (.trueFalse(let statement), .truth(let isTrue)): statement.key == isTrue ? 1 : 0
    case (.numerical(let numerical), .number(let number)): numerical.accepts(number) ? 1 : 0
    case (.shortText(let shortText), .text(let text)): shortText.match(of: text)?.fraction ?? 0
    case (.matching(let matching), .matches(let rights)): matching.fraction(matching: rights)
    case (.ordering(let ordering), .order(let order)): ordering.fraction(ordering: order)
    case (.singleChoice, _), (.multipleResponse, _), (.trueFalse, _), (.numerical, _),
      (.shortText, _), (.matching, _), (.ordering, _):
      0
    }
  }

  /// The mark that a response earns: its fraction of the item's maximum.
  public func mark(of response: Response) -> Rational {
    fraction(of: response) * maximum
  }
}

extension SingleChoice {
  /// 1 for the key, 0 for anything else.
  public func fraction(choosing index: Int) -> Rational {
    options.indices.contains(index) && options[index].isKey ? 1 : 0
  }
}

extension Matching {
  /// The share of left sides that got their right side.
  ///
  /// - Parameter rights: For each left side, in the order of the file, the right side chosen.
  /// - Returns: From 0 to 1.
  public func fraction(matching rights: [Int]) -> Rational {
    let all = self.rights
    let right = zip(pairs, rights).count { pair, index in
      all.indices.contains(index) && all[index] == pair.right
    }
    return pairs.isEmpty ? 0 : Rational(Int128(right), over: Int128(pairs.count))
  }
}

extension Ordering {
  /// What an order earns by the item's rule, from 0 to 1.
  ///
  /// Source of the partial rule: Moodle's *ordering* question type, "absolute position".
  public func fraction(ordering order: [Int]) -> Rational {
    let right = zip(texts.indices, order).count { $0 == $1 }
    guard !texts.isEmpty, order.count == texts.count else { return 0 }
    return switch rule {
    case .partial: Rational(Int128(right), over: Int128(texts.count))
    case .allOrNothing: right == texts.count ? 1 : 0
    }
  }
}
