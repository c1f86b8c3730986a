/// Letters as a participant typed them: `b`, `b)`, `a c`, `a, c`, `ac`, `a and c`.
struct TypedLetters {
  /// The words between separators.
  private let words: [Substring]

  init(_ plain: String) {
    let words = plain.split(whereSeparator: Self.isSeparator)
    self.words = words.count > 1 ? words.filter { $0 != "and" } : words
  }

  /// Whether a character only stands between letters or numbers.
  static func isSeparator(_ character: Character) -> Bool {
    character.isWhitespace || ",;.:()[]+&/<>-'\"".contains(character)
  }

  /// The place of the only letter.
  func one(among count: Int) throws(Misreading) -> Int {
    guard words.count == 1, let letter = words.first?.first, words.first?.count == 1,
      letter.isLetter
    else { throw .notOneLetter(upTo: Letters.last(of: count)) }
    return try Letters.place(of: letter, among: count)
  }

  /// The places of the letters, in the order typed; the same letter may stand twice.
  func several(among count: Int) throws(Misreading) -> [Int] {
    try places(among: count, otherwise: .notLetters(upTo: Letters.last(of: count)))
  }

  /// The places of the letters, each of which stands once.
  func permutation(of count: Int) throws(Misreading) -> [Int] {
    let places = try places(among: count, otherwise: .notOrder(upTo: Letters.last(of: count)))
    var seen: Set<Int> = []
    for place in places where !seen.insert(place).inserted {
      throw .repeatedLetter(Letters.letter(at: place))
    }
    let missing = (0..<count).filter { !seen.contains($0) }
    guard missing.isEmpty else { throw .missingLetters(missing.map(Letters.letter(at:))) }
    return places
  }

  private func places(
    among count: Int,
    otherwise misreading: Misreading
  ) throws(Misreading) -> [Int] {
    let letters = words.joined()
    guard !letters.isEmpty, letters.allSatisfy(\.isLetter) else { throw misreading }
    var places: [Int] = []
    for letter in letters {
      do {
        places.append(try Letters.place(of: letter, among: count))
      } catch {
        // One strange letter is named; in a whole word the form is explained.
        throw words.contains { $0.count > count } ? misreading : error
      }
    }
    return places
  }
}
