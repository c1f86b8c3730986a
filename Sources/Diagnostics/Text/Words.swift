extension Int {
  /// The number with its noun, in the plural unless it is 1: `1 day`, `2 days`, `3 quizzes`.
  ///
  /// - Parameters:
  ///   - noun: The noun in the singular.
  ///   - plural: The plural, where it is not the noun with an `s`.
  /// - Returns: The number and the noun.
  public func counted(_ noun: String, _ plural: String? = nil) -> String {
    "\(self) \(agreeing(noun, plural ?? noun + "s"))"
  }

  /// The word that goes with the number: the singular with 1, the plural with any other.
  public func agreeing(_ singular: String, _ plural: String) -> String {
    self == 1 ? singular : plural
  }
}

extension Collection {
  /// The number of elements with their noun, in the plural unless it is 1.
  public func counted(_ noun: String, _ plural: String? = nil) -> String {
    count.counted(noun, plural)
  }
}

extension BidirectionalCollection<String> {
  /// The words in one, for reading aloud: `a, b and c`.
  public func listed(_ conjunction: String = "and") -> String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }

  /// The names in quotation marks, for a message: `'a', 'b', 'c'`.
  ///
  /// - Parameter most: How many are written out; of the others only the number is given.
  /// - Returns: The names, with commas between them.
  public func quoted(most: Int = .max) -> String {
    let shown = prefix(most).map { "'\($0)'" }.joined(separator: ", ")
    return count > most ? "\(shown) and \(count - most) more" : shown
  }
}
