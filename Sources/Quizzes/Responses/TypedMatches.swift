/// Matches as a participant typed them: `1b 2a 3c`, `1-b, 2-a, 3-c`, or only letters, `b a c`.
struct TypedMatches {
  private let plain: String
  private let pairs: Int
  private let rights: Int

  init(_ plain: String, pairs: Int, rights: Int) {
    self.plain = plain
    self.pairs = pairs
    self.rights = rights
  }

  private var misreading: Misreading {
    .notMatches(count: pairs, upTo: Letters.last(of: rights))
  }

  /// For each left side the place of the right side chosen, counted from 0.
  func places() throws(Misreading) -> [Int] {
    let marks = plain.filter { $0.isLetter || $0.isASCIIDigit }
    let isClean = plain.allSatisfy {
      $0.isLetter || $0.isASCIIDigit || $0.isWhitespace || ",;.:()-=>\u{2192}".contains($0)
    }
    guard isClean, !marks.isEmpty else { throw misreading }
    return marks.contains(where: \.isASCIIDigit)
      ? try numbered(marks) : try inOrder(marks)
  }

  private func inOrder(_ letters: String) throws(Misreading) -> [Int] {
    var places: [Int] = []
    for letter in letters {
      do {
        places.append(try Letters.place(of: letter, among: rights))
      } catch {
        throw letters.count > pairs ? misreading : error
      }
    }
    guard places.count <= pairs else { throw misreading }
    guard places.count == pairs else {
      throw .missingNumbers(Array(places.count + 1...pairs))
    }
    return places
  }

  private func numbered(_ marks: String) throws(Misreading) -> [Int] {
    var places = [Int?](repeating: nil, count: pairs)
    var rest = marks[...]
    while !rest.isEmpty {
      let digits = rest.prefix(while: \.isASCIIDigit)
      rest = rest.dropFirst(digits.count)
      guard let letter = rest.popFirst(), !digits.isEmpty, digits.count <= 3,
        let number = Int(digits)
      else { throw misreading }
      guard (1...pairs).contains(number) else { throw .unknownNumber(number, upTo: pairs) }
      let place = try Letters.place(of: letter, among: rights)
      guard places[number - 1] == nil else { throw .repeatedNumber(number) }
      places[number - 1] = place
    }
    let missing = places.indices.filter { places[$0] == nil }.map { $0 + 1 }
    guard missing.isEmpty else { throw .missingNumbers(missing) }
    return places.compactMap { $0 }
  }
}

extension Character {
  /// Whether the character is one of the digits 0 to 9.
  var isASCIIDigit: Bool {
    isASCII && isNumber
  }
}
