internal import Diagnostics

// What can be wrong with single items of the richer kinds.
extension Diagnostic {
  static func fractionsUnused(by rule: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "the options state fractions, which 'scoring: \(rule)' does not use",
      remedy: "write 'scoring: weights', or remove the fractions"
    )
  }

  static func keyCosts(at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "the key earns nothing",
      remedy: "write a fraction above 0, or make the option a distractor"
    )
  }

  static func costsNothing(at location: Location) -> Self {
    Diagnostic(
      .warning,
      at: location,
      "the fraction is below 0, but no item earns less than 0",
      remedy: "leave 'fraction' out"
    )
  }

  static func looksLikeThousands(_ found: String, as number: String, at location: Location) -> Self
  {
    Diagnostic(
      .warning,
      at: location,
      "\(found) may be meant as thousands, but is read as \(number)",
      remedy: "leave out the zeros at its end, or the point"
    )
  }

  static func ambiguousNumber(
    _ found: String,
    _ thousands: String,
    _ decimals: String,
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      at: location,
      "\(found) can be read in two ways",
      remedy: "write \(thousands), or \(decimals) with one more zero"
    )
  }

  static func tooManyDigits(_ found: String, limit: Int, at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "\(found) has too many digits; at most \(limit) are read",
      remedy: "round it"
    )
  }

  static func backwardRange(_ found: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "found \(found), expected the smaller number first",
      remedy: "write the two ends as in 4..6"
    )
  }

  static func uselessUnit(_ name: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "the unit '\(name.visible)' cannot be used",
      remedy: "give it a name with a letter and a count above 0"
    )
  }

  static func fewerMostThanLeast(at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "'most-words' is less than 'least-words'",
      remedy: "exchange the two numbers"
    )
  }

  static func notInGap(_ kind: String, simple: [String], at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "a \(kind) item does not fit into a gap",
      remedy: "use one of " + simple.quoted()
    )
  }

  static func gapShown(_ count: Int, times number: Int, at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "gap \(number) is \(count) times in the stem, expected once",
      remedy: "write \(Cloze.marker(number)) where the gap is"
    )
  }

  static func unknownGap(_ number: Int, count: Int, at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "the stem has \(Cloze.marker(number)), but the item has \(count) gaps",
      remedy: "add a gap to 'gaps', or remove the marker"
    )
  }
}
