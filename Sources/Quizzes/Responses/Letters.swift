/// The letters under which options are shown.
package enum Letters {
  /// The most options that have a letter.
  package static let limit = 26

  private static let all = Array("abcdefghijklmnopqrstuvwxyz")

  /// The letter of a place, counted from 0; places behind the alphabet share its last letter.
  package static func letter(at place: Int) -> Character {
    all[min(max(place, 0), limit - 1)]
  }

  /// The first letters of the alphabet.
  package static func first(_ count: Int) -> [Character] {
    Array(all.prefix(count))
  }

  /// The last of the first letters.
  static func last(of count: Int) -> Character {
    letter(at: count - 1)
  }

  /// The place of a letter among the first ones, or the reason why it has none.
  static func place(of letter: Character, among count: Int) throws(Misreading) -> Int {
    guard let place = all.prefix(count).firstIndex(of: letter) else {
      throw .unknownLetter(letter, upTo: last(of: count))
    }
    return place
  }
}
