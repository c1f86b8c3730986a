extension Score {
  /// The sum of the marks for people, which agrees with the verdict.
  var shownTotal: String {
    let maximum = maximum
    let needed = passPercent.map { [$0 / 100 * maximum] } ?? []
    return total.rounded(places: Rational.places(telling: [total, maximum, 0] + needed))
  }
}

extension Rational {
  /// A pass mark for people.
  ///
  /// - Parameter places: The most digits after the point.
  /// - Returns: Words such as `60 percent` or `66.67 percent (2/3)`.
  public func shownAsPassMark(places: Int = 2) -> String {
    "\(rounded(places: places)) percent" + (partOfPercent.map { " (\($0))" } ?? "")
  }
}
