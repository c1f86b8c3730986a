/// True or false as a participant typed it: `t`, `True`, `no`, or the same keys of another keyboard.
///
/// Single letters of other scripts count only where they stand for `t` or `f`: the letter on the key of
/// `y` may begin the word for "no".
struct TypedTruth {
  private let typed: String

  init(_ typed: String) {
    self.typed = typed
  }

  /// Whether the line says true, if it says only one of them.
  func isTrue() throws(Misreading) -> Bool {
    let word = typed.plainlyWritten.lowercased()
      .filter { $0.isLetter || $0.isNumber }
    if let answer = Self.words[word] { return answer }
    let look = word.compactMap(Keyboard.letter(looking:))
    let key = word.compactMap(Keyboard.letter(onKeyOf:))
    let byLook = look.count == word.count ? Self.words[String(look)] : nil
    let byKey = key.count == word.count ? Self.words[String(key)] : nil
    if let byLook, let byKey, byLook != byKey {
      throw .severalReadings(typed, [Self.reading(.look, byLook), Self.reading(.key, byKey)])
    }
    guard let answer = byLook ?? byKey, word != Self.hebrewYes else { throw .notTruth }
    let isOneLetter = word.count == 1
    guard !isOneLetter || [look, key].contains(where: { $0 == ["t"] || $0 == ["f"] }) else {
      throw .notTruth
    }
    return answer
  }

  private static func reading(_ way: Reading.Way, _ isTrue: Bool) -> Reading {
    Reading(way, options: "\(isTrue)", unmistakable: "\(isTrue)")
  }

  private static let words = [
    "t": true, "true": true, "y": true, "yes": true,
    "f": false, "false": false, "n": false, "no": false,
  ]

  /// The letter on the key of `f`, which begins the word for "yes".
  private static let hebrewYes = "כ"
}
