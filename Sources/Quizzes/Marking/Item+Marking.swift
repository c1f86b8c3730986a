extension Item.Kind {
  /// The fraction that a response earns, from 0 to 1.
  ///
  /// A response that does not fit the kind earns 0. `nil` where a person marks, and for what is only
  /// to be read.
  public func fraction(of response: Response) -> Rational? {
    switch (self, response) {
    case (.singleChoice(let choice), .option(let index)): choice.fraction(choosing: index)
    case (.multipleResponse(let choice), .options(let indices)): choice.fraction(choosing: indices)
    case (.trueFalse(let statement), .truth(let isTrue)): statement.key == isTrue ? 1 : 0
    case (.numerical(let numerical), .number(let number)):
      numerical.match(of: number)?.fraction ?? 0
    case (.shortText(let shortText), .text(let text)): shortText.match(of: text)?.fraction ?? 0
    case (.matching(let matching), .matches(let rights)): matching.fraction(matching: rights)
    case (.ordering(let ordering), .order(let order)): ordering.fraction(ordering: order)
    case (.cloze(let cloze), .gaps(let responses)): cloze.fraction(filling: responses)
    case (.essay, _), (.description, _): nil
    case (.singleChoice, _), (.multipleResponse, _), (.trueFalse, _), (.numerical, _),
      (.shortText, _), (.matching, _), (.ordering, _), (.cloze, _):
      0
    }
  }
}

extension Item {
  /// The fraction that a response earns, from 0 to 1; 0 where a person marks.
  public func fraction(of response: Response) -> Rational {
    kind.fraction(of: response) ?? 0
  }

  /// The mark that a response earns: its fraction of the item's maximum.
  public func mark(of response: Response) -> Rational {
    fraction(of: response) * maximum
  }
}

extension SingleChoice {
  /// What the option states, else 1 for a key and 0 for anything else; never less than 0.
  ///
  /// Source: Moodle 4.5, `qtype_multichoice_single_question::grade_response`, where a stated fraction
  /// below 0 counts as such.
  ///
  /// - Returns: From 0 to 1.
  public func fraction(choosing index: Int) -> Rational {
    guard options.indices.contains(index) else { return 0 }
    return min(1, max(0, options[index].fraction ?? (options[index].isKey ? 1 : 0)))
  }
}

extension Matching {
  /// What a response earns by the item's rule.
  ///
  /// Source of the partial rule: Moodle 4.5, `qtype_match_question::grade_response`.
  ///
  /// - Parameter rights: For each left side, in the order of the file, the right side chosen.
  /// - Returns: From 0 to 1.
  public func fraction(matching rights: [Int]) -> Rational {
    let all = self.rights
    let right = zip(pairs, rights).count { pair, index in
      all.indices.contains(index) && all[index] == pair.right
    }
    guard !pairs.isEmpty else { return 0 }
    return switch rule {
    case .partial: Rational(Int128(right), over: Int128(pairs.count))
    case .allOrNothing: right == pairs.count ? 1 : 0
    }
  }
}
